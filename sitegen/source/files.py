"""Reading folders of content (读取文件): which files count, under which path they are named, and their bytes.

What the bytes mean is decided elsewhere in this room.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sitegen.position import Span
from sitegen.problems import Problem, ProblemsFound, Severity

_REASONS = {
    errno.EACCES: "没有读取权限",
    errno.EPERM: "没有读取权限",
    errno.ELOOP: "它是链接，指来指去没有终点",
    errno.ENOENT: "它是链接，指向的文件不存在",
    errno.EIO: "磁盘读取出错",
}


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
    files, problems = read_files(folder, suffixes, prefix)
    if problems:
        raise ProblemsFound(problems)
    return files


def read_files(folder: Path, suffixes: tuple[str, ...], prefix: str) -> tuple[tuple[SourceFile, ...], tuple[Problem, ...]]:
    """The files of ``read_tree`` that can be read, and a problem for each that cannot."""
    files: list[SourceFile] = []
    problems: list[Problem] = []
    for path in sorted(_names(folder, suffixes)):
        printed = f"{prefix.rstrip('/')}/{path}" if prefix else path
        try:
            files.append(SourceFile(printed, (folder / path).read_bytes()))
        except OSError as error:
            if isinstance(error, FileNotFoundError) and not (folder / path).is_symlink():
                continue  # removed since it was listed: editors save by renaming
            problems.append(_unreadable(printed, error))
    return tuple(files), tuple(problems)


def stray_files(folder: Path, suffixes: tuple[str, ...], prefix: str) -> tuple[Problem, ...]:
    """Warnings about what lies in a folder of content and is not read: files of other kinds, linked folders."""
    problems = []
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        linked = [name for name in folders if (Path(parent) / name).is_symlink()]
        for name in (*linked, *sorted(names)):
            if name in linked or not (name.lower().endswith(suffixes) or _is_left_behind(name)):
                path = (Path(parent) / name).relative_to(folder).as_posix()
                printed = f"{prefix.rstrip('/')}/{path}" if prefix else path
                problems.append(_stray(printed, name, suffixes))
    return tuple(problems)


def _stray(path: str, name: str, suffixes: tuple[str, ...]) -> Problem:
    lower = name.lower()
    renamed = lower.removesuffix(".txt").removesuffix(".bak")
    if renamed != lower and renamed.endswith(suffixes):
        hint = f"文件名多了后缀，改名为“{name[: len(renamed)]}”；记事本另存时，“保存类型”选“所有文件”"
    elif lower.endswith((".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".ico")):
        hint = "图片放在门户文件夹的 static/images/ 下"
    elif "." in name[1:]:
        hint = "内容文件的扩展名是 .yaml，说明页的是 .md；原件、附件放到 content/ 以外的文件夹"
    else:
        hint = "换成普通的文件夹，或移到 content/ 以外"
    return Problem("file-unused", "这里不是内容文件，网站没有用上它", Span(path, 1, 1, 2), Severity.WARNING, hint)


def _names(folder: Path, suffixes: tuple[str, ...]) -> Iterator[str]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        inside = Path(parent).relative_to(folder).as_posix()
        for name in names:
            if name.lower().endswith(suffixes) and not _is_left_behind(name):
                yield name if inside == "." else f"{inside}/{name}"


def _is_left_behind(name: str) -> bool:
    """Hidden files, and backup, swap and lock files of editors: "x~", "x.swp", "#x#", "~$x"."""
    return name.startswith((".", "#", "~$")) or name.lower().endswith(("~", "#", ".swp", ".swo", ".tmp", "thumbs.db", "desktop.ini"))


def _unreadable(path: str, error: OSError) -> Problem:
    return Problem(
        "file-unreadable",
        f"这个文件打不开：{_REASONS.get(error.errno or 0, f'系统说“{error.strerror}”')}",
        Span(path, 1, 1, 2),
        hint="换成普通的文件；确是普通文件的，看它是否正被别的程序占用，是否有读取权限",
    )
