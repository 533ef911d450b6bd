"""Memo (缓存): results kept by the value of the arguments. No dependency is declared; equal arguments, equal result."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import partial
from typing import Any, TypeVar

S = TypeVar("S")
T = TypeVar("T")


def digest(*values: object) -> str:
    """Digest of values by their content, the same in every process: bytes and text as they are, others by structure."""
    state = hashlib.blake2b(digest_size=20)
    for value in values:
        raw = value if isinstance(value, bytes) else value.encode() if isinstance(value, str) else repr(value).encode()
        state.update(len(raw).to_bytes(8, "big"))
        state.update(raw)
    return state.hexdigest()


class Memo:
    """Keeps what was computed from given values during this and the previous build; older results are let go.

    The first of the values names what is computed, "page" or "search".
    """

    def __init__(self) -> None:
        self._current: dict[str, Any] = {}
        self._previous: dict[str, Any] = {}
        self._names: dict[int, tuple[str, object]] = {}

    def get(self, values: tuple[object, ...], compute: Callable[[], T]) -> T:
        """What follows from some values, computed once."""
        return self.begin(values, lambda: compute)()

    def get_all(
        self, items: Sequence[S], values: Callable[[Sequence[S]], Iterable[tuple[object, ...]]],
        compute: Callable[[Sequence[S]], Iterable[T]],
    ) -> tuple[T, ...]:  # fmt: skip
        """A result for each of some items; ``values`` says what each follows from, ``compute`` makes those not known."""
        return self.begin_all(items, values, lambda missing: partial(compute, missing))()

    def begin_all(
        self, items: Sequence[S], values: Callable[[Sequence[S]], Iterable[tuple[object, ...]]],
        start: Callable[[Sequence[S]], Callable[[], Iterable[T]]],
    ) -> Callable[[], tuple[T, ...]]:  # fmt: skip
        """A result for each of some items, when the function returned is called; ``start`` begins to make those not known."""
        keys = [self._key(one) for one in values(items)]
        missing = [number for number, key in enumerate(keys) if not self._find(key)]
        waiting = start([items[number] for number in missing]) if missing else tuple

        def wait() -> tuple[T, ...]:
            for number, result in zip(missing, waiting(), strict=True):
                self._keep(keys[number], result)
            return tuple(self._current[key] for key in keys)

        return wait

    def begin(self, values: tuple[object, ...], start: Callable[[], Callable[[], T]]) -> Callable[[], T]:
        """What follows from some values, when the function returned is called; ``start`` begins the work if it is not known."""
        key = self._key(values)
        if self._find(key):
            known: T = self._current[key]
            return lambda: known
        waiting = start()
        return lambda: self._kept(key, waiting)

    def key(self, values: tuple[object, ...]) -> str:
        """The name of what follows from some values, to keep it by and recall it."""
        return self._key(values)

    def keys(self, kind: str, values: Callable[[], Iterable[tuple[object, ...]]], count: int) -> tuple[str, ...]:  # noqa: ARG002
        """The names of so many results of one kind, each by what it follows from."""
        return tuple(self._key((kind, *one)) for one in values())

    def keep(self, key: str, value: object) -> None:
        """Keep something by its name, in place of what was kept by it before."""
        self._keep(key, value)

    def recall(self, key: str) -> Any:
        """What is kept by a name, or None."""
        return self._current[key] if self._find(key) else None

    def named(self, value: object) -> None:
        """Read a value once that many results follow from."""
        if id(value) not in self._names:
            self._names[id(value)] = f"value/{digest(value)}", value

    def earlier(self, name: str) -> Iterator[Any]:
        """Results of this name that an earlier build made from whatever values: something to start from, if there is any."""
        return (value for key, value in self._previous.items() if key.startswith(f"{name}/"))

    def twin(self) -> Memo:
        """Another memo that knows what this one knows now."""
        other = Memo()
        other._previous = {**self._previous, **self._current}
        return other

    def next_build(self) -> None:
        """Begin a new build: results not asked for since the last call are forgotten."""
        self._previous, self._current, self._names = self._current, {}, {}

    def _find(self, key: str) -> bool:
        if key not in self._current and key in self._previous:
            self._keep(key, self._previous[key])
        return key in self._current

    def _kept(self, key: str, compute: Callable[[], T]) -> T:
        if not self._find(key):
            self._keep(key, compute())
        return self._current[key]  # type: ignore[no-any-return]

    def _keep(self, key: str, value: object) -> None:
        self._current[key] = value
        if is_dataclass(value):
            self._names[id(value)] = key, value
            for field in fields(value):
                if is_dataclass(part := getattr(value, field.name)):
                    self._names[id(part)] = f"{key}.{field.name}", part

    def _key(self, values: tuple[object, ...]) -> str:
        """The name of what follows from some values; one that was itself kept, or a part of it, is called so and not read again."""
        told = (self._names[id(value)][0] if id(value) in self._names else value for value in values[1:])
        return f"{values[0]}/{digest(*told)}"


class NoMemo(Memo):
    """Keeps nothing, for a build that no other follows: no values are digested."""

    def begin(self, values: tuple[object, ...], start: Callable[[], Callable[[], T]]) -> Callable[[], T]:  # noqa: ARG002
        """What the work that begins now will give."""
        return start()

    def key(self, values: tuple[object, ...]) -> str:  # noqa: ARG002
        """No name: nothing is recalled."""
        return ""

    def keys(self, kind: str, values: Callable[[], Iterable[tuple[object, ...]]], count: int) -> tuple[str, ...]:  # noqa: ARG002
        """No names."""
        return ("",) * count

    def keep(self, key: str, value: object) -> None:
        """Keep nothing."""

    def named(self, value: object) -> None:
        """Read nothing."""

    def begin_all(
        self, items: Sequence[S], values: Callable[[Sequence[S]], Iterable[tuple[object, ...]]],  # noqa: ARG002
        start: Callable[[Sequence[S]], Callable[[], Iterable[T]]],
    ) -> Callable[[], tuple[T, ...]]:  # fmt: skip
        """What the work that begins now will give for each of some items."""
        waiting = start(items)
        return lambda: tuple(waiting())
