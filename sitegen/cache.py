"""The cache folder (缓存文件夹): what one build made, kept on disk for the next. A room that touches the disk, like ``publish``.

The memo of a build keeps results by the value of what they follow from; here the costly ones lie in one database, named
after the version of everything else that they follow from: this program, Python and the installed libraries. A folder
that was written by somebody else, or is damaged, can slow a build down and no more: entries carry a checksum, and what
is read can hold nothing but the plain values of this program, never a call of anything else.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterable, Iterator, Set
from contextlib import closing, contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from sitegen.memo import Memo, digest
from sitegen.packing import packed, unpacked

KEPT = ("parse", "texts", "plan", "part", "search", "said", "quotations", "reckoning", "alike", "comparison")
CHECKSUM = 16
PACKAGE = Path(__file__).parent


def version_of(package: Path, libraries: Iterable[str]) -> str:
    """Digest of the program's own modules, of Python and of the names and versions of all installed libraries."""
    modules = sorted(package.rglob("*.py"))
    texts = [part for path in modules for part in (path.relative_to(package).as_posix(), path.read_bytes())]
    return digest(sys.version, *sorted(libraries), *texts)


def installed_libraries(paths: Iterable[str]) -> tuple[str, ...]:
    """Installed libraries with their versions, "jinja2-3.1.6.dist-info", in the folders that modules come from."""
    folders = [Path(path) for path in paths if path and Path(path).is_dir()]
    return tuple(sorted(found.name for folder in folders for found in folder.glob("*.dist-info")))


@contextmanager
def cached(folder: Path, version: str) -> Iterator[Memo]:
    """A memo that knows what an earlier build with this version left in the folder; what is new is left there at the end.

    Nothing is written where the build ends in an exception. A folder that cannot be read or written is like an empty one.
    """
    with closing(_Store(folder / f"{version}.sqlite")) as store:
        memo = _StoredMemo(store)
        yield memo
        memo.leave()


class _StoredMemo(Memo):
    """A memo that also looks into a store."""

    def __init__(self, store: _Store) -> None:
        super().__init__()
        self._store = store
        self._read: dict[str, Any] = {}

    def leave(self) -> None:
        """Leave in the store what was kept in this build, and no more."""
        kept = {**self._previous, **self._current}
        asked = {key: value for key, value in kept.items() if key.startswith(tuple(f"{name}/" for name in KEPT))}
        fresh = {key: value for key, value in asked.items() if key not in self._read or self._read[key] is not value}
        self._store.write(fresh, asked.keys())

    def earlier(self, name: str) -> Iterator[Any]:
        """Results of this name that an earlier build made, also those in the store."""
        yield from super().earlier(name)
        for key in self._store.keys(name):
            yield from self._store.read(key)

    def _find(self, key: str) -> bool:
        if super()._find(key):
            return True
        for value in self._store.read(key):
            self._read[key] = value
            self._keep(key, value)
        return key in self._current


class _Store:
    """Entries by key in one database file; whatever is wrong with the file, it is as if it were not there."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connections: dict[int, sqlite3.Connection] = {}
        self._keys: set[str] = set()
        if path.is_file():
            with suppress(sqlite3.Error, OSError):
                self._keys = {key for (key,) in self._connection().execute("SELECT key FROM entries")}

    def keys(self, name: str) -> list[str]:
        """The keys that begin with a name."""
        return sorted(key for key in self._keys if key.startswith(f"{name}/"))

    def read(self, key: str) -> Iterator[Any]:
        """The value of a key, if there is a sound one."""
        if key not in self._keys:
            return
        with suppress(sqlite3.Error, TypeError):
            ((entry,),) = self._connection().execute("SELECT value FROM entries WHERE key = ?", (key,)).fetchall()
            found = tuple(_unpacked(key, entry))
            if not found:
                self._keys.discard(key)  # so that a sound one takes its place
            yield from found

    def write(self, fresh: dict[str, Any], kept: Set[str]) -> None:
        """Let the store hold these new values, and of the others only what is to be kept; databases of other versions are removed."""
        self.close()
        with suppress(sqlite3.Error, OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            for other in self._path.parent.glob("*.sqlite"):
                if other != self._path or not self._keys:
                    other.unlink()
            with closing(sqlite3.connect(self._path)) as connection, connection:
                connection.execute("CREATE TABLE IF NOT EXISTS entries (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID")
                connection.executemany("DELETE FROM entries WHERE key = ?", [(key,) for key in self._keys - kept])
                new = ((key, _packed(key, value)) for key, value in fresh.items())
                connection.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?)", new)

    def close(self) -> None:
        """Let go of the file."""
        while self._connections:
            _, connection = self._connections.popitem()
            connection.close()

    def _connection(self) -> sqlite3.Connection:
        """The connection of this process: none may be used on both sides of a fork."""
        process = os.getpid()
        if process not in self._connections:
            self._connections[process] = sqlite3.connect(self._path, isolation_level=None)
        return self._connections[process]


def _packed(key: str, value: object) -> bytes:
    body = packed(value)
    return _checksum(key, body) + body


def _unpacked(key: str, entry: bytes) -> Iterator[Any]:
    body = entry[CHECKSUM:]
    if entry[:CHECKSUM] == _checksum(key, body):
        with suppress(Exception):  # whatever a damaged entry does to the reader: it is made again
            yield unpacked(body)


def _checksum(key: str, body: bytes) -> bytes:
    return blake2b(body, digest_size=CHECKSUM, person=key[-16:].encode()).digest()
