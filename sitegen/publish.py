"""Outputs -> the output folder (发布): only what differs is written, each file whole or not at all.

The folder's manifest lists what this program wrote. Files that an earlier build wrote and this one does not are removed;
files of others stay. While a site is made its files wait in a folder of their own; nothing of it is published before all of
it was made and verified.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sitegen.render.output import Output

MANIFEST = ".sitegen-manifest.json"
STAGING = ".sitegen-staging"
NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
ANOTHER_BUILD = "另一次生成同时在写这个文件夹"


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing changed (发布结果): counts of files written, unchanged and removed."""

    written: int
    unchanged: int
    removed: int


@dataclass(frozen=True, slots=True)
class Staged:
    """A file laid out to be published (待发布): path, digest of its bytes, whether the folder holds just these already."""

    path: str
    fingerprint: str
    same: bool


class ForeignFileError(Exception):
    """Raised where a file of somebody else stands in the place of a file to be written; carries its path."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(str(path))


class WriteError(Exception):
    """Raised where the system refuses to write; carries the path and the system's reason."""

    def __init__(self, path: str, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path}: {reason}")


@dataclass(frozen=True, slots=True)
class Staging:
    """Where files wait until the whole site is made (暂存): beside the published ones, in a folder of this build's own.

    In ``waiting`` each lies under its own path.
    """

    folder: Path
    waiting: Path

    def lay(self, output: Output, fingerprint: str) -> Staged:
        """Lay out a file, unless just these bytes are published already; raises WriteError."""
        with _refusals(self.folder):
            if _holds(self.folder / output.path, output.content):
                return Staged(output.path, fingerprint, same=True)
            target = self.waiting / output.path
            try:
                _write(target, output.content)
            except FileNotFoundError:
                target.parent.mkdir(parents=True, exist_ok=True)
                _write(target, output.content)
            return Staged(output.path, fingerprint, same=False)

    def find(self, path: str, fingerprint: str) -> Staged | None:
        """A published file, if it holds the bytes of this digest."""
        try:
            same = sha256((self.folder / path).read_bytes()).hexdigest() == fingerprint
        except OSError:
            return None
        return Staged(path, fingerprint, same=True) if same else None

    def publish(self, files: Iterable[Staged]) -> Published:
        """Bring the folder to hold exactly these files beside foreign ones.

        Raises ForeignFileError, and WriteError where files no longer wait, before anything is published; WriteError also later.
        """
        wanted = {file.path: file for file in files}
        before = _read_manifest(self.folder)
        fresh = sorted(path for path, file in wanted.items() if not file.same)
        for path in fresh:
            if path not in before and (self.folder / path).exists():
                raise ForeignFileError(self.folder / path)
        if not all((self.waiting / path).is_file() for path in fresh):
            raise WriteError(str(self.folder), ANOTHER_BUILD)
        with _refusals(self.folder):
            self.waiting.mkdir(parents=True, exist_ok=True)
            self._write_manifest({**before, **dict.fromkeys(wanted, "")})
            _move(self.waiting, self.folder)
            stale = sorted(path for path in before.keys() - wanted.keys() if _is_inside(self.folder, path))
            for path in stale:
                _remove(self.folder, path)
            self._write_manifest({path: file.fingerprint for path, file in wanted.items()})
        return Published(len(fresh), len(wanted) - len(fresh), len(stale))

    def _write_manifest(self, files: dict[str, str]) -> None:
        text = json.dumps({"files": dict(sorted(files.items()))}, ensure_ascii=False, indent=0) + "\n"
        waiting = self.waiting / MANIFEST
        waiting.write_text(text, "utf-8", newline="\n")
        waiting.replace(self.folder / MANIFEST)


@contextmanager
def staging(folder: Path) -> Iterator[Staging]:
    """A staging for a folder; what was not published is gone at the end, and so is a folder that was not there before.

    What any other build left waiting is removed first. One that is still at work then finds its files gone and publishes nothing.
    """
    staged, new = Staging(folder, folder / STAGING / str(os.getpid())), not folder.exists()
    shutil.rmtree(folder / STAGING, ignore_errors=True)
    try:
        yield staged
    finally:
        shutil.rmtree(staged.waiting, ignore_errors=True)
        for emptied in (folder / STAGING, *([folder] if new else [])):
            with suppress(OSError):  # another build waits there, or something was published
                emptied.rmdir()


def publish(outputs: Iterable[Output], folder: Path) -> Published:
    """Bring a folder to hold exactly these outputs beside foreign files; raises what ``Staging.publish`` raises."""
    with staging(folder) as staged:
        return staged.publish([staged.lay(output, output.fingerprint) for output in outputs])


def _read_manifest(folder: Path) -> dict[str, str]:
    try:
        known = json.loads((folder / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    files = known.get("files") if isinstance(known, dict) else None
    return {str(path): str(value) for path, value in files.items()} if isinstance(files, dict) else {}


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False


def _write(path: Path, content: bytes) -> None:
    """Write a file with no more calls to the system than it takes: a large site has twenty thousand."""
    descriptor = os.open(path, NEW_FILE, 0o666)
    try:
        written = os.write(descriptor, content)
        while written < len(content):
            written += os.write(descriptor, content[written:])
    finally:
        os.close(descriptor)


def _move(source: Path, target: Path) -> None:
    """Everything in one folder into another; a folder that is new there goes as a whole."""
    for entry in sorted(source.iterdir()):
        there = target / entry.name
        if entry.is_dir() and there.is_dir():
            _move(entry, there)
        else:
            entry.replace(there)


@contextmanager
def _refusals(folder: Path) -> Iterator[None]:
    """What the system refuses, told as a WriteError."""
    try:
        yield
    except OSError as error:
        raise WriteError(str(error.filename or folder), str(error.strerror)) from error


def _is_inside(folder: Path, path: str) -> bool:
    return (folder / path).resolve().is_relative_to(folder.resolve())


def _remove(folder: Path, path: str) -> None:
    target = folder / path
    target.unlink(missing_ok=True)
    for parent in target.parents:
        if parent == folder or any(parent.iterdir()):
            break
        parent.rmdir()
