"""Memo (缓存): results kept by the value of the arguments. No dependency is declared; equal arguments, equal result."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def digest(*values: object) -> str:
    """Digest of values by their content, the same in every process: bytes and text as they are, others by structure."""
    state = hashlib.blake2b(digest_size=20)
    for value in values:
        raw = value if isinstance(value, bytes) else value.encode() if isinstance(value, str) else _frozen(value)
        state.update(len(raw).to_bytes(8, "big"))
        state.update(raw)
    return state.hexdigest()


def _frozen(value: object) -> bytes:
    return repr(value).encode()


class Memo:
    """Keeps what was computed for a key during this and the previous build; older results are let go."""

    def __init__(self) -> None:
        self._current: dict[str, object] = {}
        self._previous: dict[str, object] = {}

    def get(self, key: str, compute: Callable[[], T]) -> T:
        """Result for a key, computed once."""
        if key in self._current:
            return self._current[key]  # type: ignore[return-value]
        result = self._previous[key] if key in self._previous else compute()
        self._current[key] = result
        return result  # type: ignore[return-value]

    def next_build(self) -> None:
        """Begin a new build: results not asked for since the last call are forgotten."""
        self._previous, self._current = {**self._current}, {}
