"""A draft (草稿) of a file for the parser: the file with faults patched, so that the faults after them are found too.

A draft is never content: what was patched has been reported, and a file with a fault stops the build. The draft remembers
where each of its characters stands in the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Edit(NamedTuple):
    """Characters from ``start`` to ``end`` of a draft give way to ``new``."""

    start: int
    end: int
    new: str


class Draft(NamedTuple):
    """Text for the parser, and for each of its characters the offset in the file."""

    content: str
    origins: Sequence[int]

    def original(self, offset: int) -> int:
        """Offset in the file of a character of the draft."""
        if offset < len(self.origins):
            return self.origins[offset]
        return self.origins[-1] + 1 if self.origins else 0

    def edited(self, edits: Iterable[Edit]) -> Draft:
        """The draft after edits that do not overlap."""
        content: list[str] = []
        origins: list[int] = []
        done = 0
        for edit in sorted(edits):
            content += (self.content[done : edit.start], edit.new)
            origins += self.origins[done : edit.start]
            origins += [self.original(edit.start)] * len(edit.new)
            done = edit.end
        return Draft("".join((*content, self.content[done:])), [*origins, *self.origins[done:]])


def draft_of(content: str) -> Draft:
    """The file as it is."""
    return Draft(content, range(len(content)))
