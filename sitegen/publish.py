"""Outputs -> the output folder (发布): only what differs is written, each file whole or not at all.

The folder's manifest lists what this program wrote. Files that an earlier build wrote and this one does not are removed;
files of others stay. Nothing is written before the whole site was made and verified.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sitegen.render.output import Output

MANIFEST = ".sitegen-manifest.json"
STAGING = ".sitegen-staging"


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing changed (发布结果): counts of files written, unchanged and removed."""

    written: int
    unchanged: int
    removed: int


class ForeignFileError(Exception):
    """Raised where a file of somebody else stands in the place of a file to be written; carries its path."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(str(path))


def publish(outputs: Iterable[Output], folder: Path) -> Published:
    """Bring the folder to hold exactly these outputs beside foreign files; raises ForeignFileError before anything is written."""
    folder.mkdir(parents=True, exist_ok=True)
    staging = folder / STAGING
    shutil.rmtree(staging, ignore_errors=True)
    wanted = {output.path: output for output in outputs}
    before = _read_manifest(folder)
    for path in sorted(wanted.keys() - before.keys()):
        target = folder / path
        if target.exists() and (target.is_dir() or target.read_bytes() != wanted[path].content):
            raise ForeignFileError(target)
    staging.mkdir()
    _write_manifest(folder, {**before, **dict.fromkeys(wanted, "")})
    written = sum(_write_if_different(folder, path, wanted[path].content) for path in sorted(wanted))
    stale = sorted(path for path in before.keys() - wanted.keys() if _is_inside(folder, path))
    for path in stale:
        _remove(folder, path)
    _write_manifest(folder, {path: _fingerprint(output.content) for path, output in wanted.items()})
    shutil.rmtree(staging)
    return Published(written, len(wanted) - written, len(stale))


def _fingerprint(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _read_manifest(folder: Path) -> dict[str, str]:
    try:
        known = json.loads((folder / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    files = known.get("files") if isinstance(known, dict) else None
    return {str(path): str(value) for path, value in files.items()} if isinstance(files, dict) else {}


def _write_manifest(folder: Path, files: dict[str, str]) -> None:
    text = json.dumps({"files": dict(sorted(files.items()))}, ensure_ascii=False, indent=0) + "\n"
    _write_if_different(folder, MANIFEST, text.encode())


def _write_if_different(folder: Path, path: str, content: bytes) -> bool:
    target = folder / path
    try:
        if target.read_bytes() == content:
            return False
    except OSError:
        target.parent.mkdir(parents=True, exist_ok=True)
    staged = folder / STAGING / "file"
    staged.write_bytes(content)
    staged.replace(target)
    return True


def _is_inside(folder: Path, path: str) -> bool:
    return (folder / path).resolve().is_relative_to(folder.resolve())


def _remove(folder: Path, path: str) -> None:
    target = folder / path
    target.unlink(missing_ok=True)
    for parent in target.parents:
        if parent == folder or any(parent.iterdir()):
            break
        parent.rmdir()
