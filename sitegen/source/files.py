"""Reading folders of content (读取文件): which files count, under which path they are named, and their bytes.

What the bytes mean is decided elsewhere in this room.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sitegen.position import Span
from sitegen.problems import Problem, ProblemsFound


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as read: its path with forward slashes, as messages print it, and its bytes."""

    path: str
    data: bytes


def read_tree(folder: Path, suffixes: tuple[str, ...], prefix: str) -> tuple[SourceFile, ...]:
    """All files under a folder whose names end in one of the suffixes (in any case), sorted by path.

    ``prefix`` replaces the folder in the paths ("content" gives "content/plans/x.yaml"). Hidden files and folders, and
    what editors leave beside a file, are passed over; a missing folder is an empty one. Raises ``ProblemsFound`` for
    files that cannot be read.
    """
    files: list[SourceFile] = []
    problems: list[Problem] = []
    for path in sorted(_names(folder, suffixes)):
        printed = f"{prefix.rstrip('/')}/{path}" if prefix else path
        try:
            files.append(SourceFile(printed, (folder / path).read_bytes()))
        except FileNotFoundError:
            continue  # removed since it was listed: editors save by renaming
        except OSError as error:
            problems.append(_unreadable(printed, error))
    if problems:
        raise ProblemsFound(problems)
    return tuple(files)


def _names(folder: Path, suffixes: tuple[str, ...]) -> Iterator[str]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.lower().endswith(suffixes) and not _is_left_behind(name):
                yield (Path(parent) / name).relative_to(folder).as_posix()


def _is_left_behind(name: str) -> bool:
    """Hidden files, and backup, swap and lock files of editors: "x~", "x.swp", "#x#", "~$x"."""
    return name.startswith((".", "#", "~$")) or name.endswith(("~", "#", ".swp", ".swo"))


def _unreadable(path: str, error: OSError) -> Problem:
    return Problem(
        "file-unreadable",
        f"这个文件打不开（{error.strerror or error}）",
        Span(path, 1, 1, 2),
        hint="请检查文件是否正被别的程序占用，或者没有读取权限",
    )
