"""Places in content files.

``Loc`` is the place of a value by file and keys, as the rooms above ``source`` know it; ``Span`` is the same place as
an editor sees it, by line and column. Only ``source`` turns one into the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Loc:
    """Place of a value in the content: a file and the keys that lead to the value.

    ``part`` says whether the key or its value is meant. ``offset`` and ``length`` count characters inside a text value
    (zero length: the whole value).
    """

    file: str
    keys: tuple[str | int, ...] = ()
    part: Literal["key", "value"] = "value"
    offset: int = 0
    length: int = 0

    def child(self, *keys: str | int) -> Loc:
        """Place of a value under this one."""
        return Loc(self.file, (*self.keys, *keys))

    def key(self) -> Loc:
        """Place of this value's key instead of the value."""
        return Loc(self.file, self.keys, "key")

    def within(self, offset: int, length: int) -> Loc:
        """Place of some characters inside this text value."""
        return Loc(self.file, self.keys, "value", offset, length)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Place in a file as an editor sees it: line and column count from 1, in characters; ``end_column`` is exclusive."""

    file: str
    line: int
    column: int
    end_column: int
    excerpt: str = ""
