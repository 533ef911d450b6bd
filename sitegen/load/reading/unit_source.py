"""What the grammar of unit expressions reads from and yields (单位表达式的原文与名称): values without rules of their own."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sitegen.load.reading import unit_group_words as groups
from sitegen.load.reading import unit_words as words
from sitegen.load.reading.unit_names import UnitNames
from sitegen.load.reading.unit_text import Spelled
from sitegen.model import MentionKind


class Sort(StrEnum):
    """Sort of a name: one body, a group of bodies, a place standing for its government, words without a known ending."""

    BODY = "body"
    GROUP = "group"
    PLACE = "place"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text in one spelling: its range, its sort, and where the name of its superior ends, if it holds one."""

    start: int
    end: int
    sort: Sort
    superior_end: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """What names are read from: an expression in one spelling, the names of the registry, where labels begin and end.

    ``stops`` are the places of all marks that can part pieces, found once: so reading stays linear. ``shaped`` is the text as
    groups of a fixed shape are found in it.
    """

    spelled: Spelled
    names: UnitNames
    labels: Mapping[int, int] = field(default_factory=dict)
    label_starts: tuple[int, ...] = ()
    stops: tuple[int, ...] = ()
    shaped: str = ""

    @staticmethod
    def of(spelled: Spelled, names: UnitNames, labels: Mapping[int, int]) -> Source:
        """Source of an expression in one spelling, whose labels begin and end where ``labels`` says."""
        stops = tuple(found.start() for found in words.STOP.finditer(spelled.text))
        return Source(spelled, names, labels, tuple(labels), stops, groups.shaped(spelled.text))

    @property
    def text(self) -> str:
        """Text in one spelling."""
        return self.spelled.text

    def piece_end(self, start: int, limit: int) -> int:
        """End of the piece that begins at ``start``: the next separator outside brackets, a label, an unmatched bracket."""
        label = bisect_right(self.label_starts, start)
        limit = min((limit, *self.label_starts[label : label + 1]))
        stop = bisect_left(self.stops, start)
        while stop < len(self.stops) and self.stops[stop] < limit:
            close = self.spelled.closing.get(self.stops[stop], limit)
            if close >= limit:
                return self.stops[stop]
            stop = bisect_left(self.stops, close + 1, stop)
        return limit

    def begins(self, place: int, marks: str) -> int:
        """Where the part of the text begins that holds a place, parted by any of some marks."""
        return max(self.text.rfind(mark, 0, place) for mark in marks) + 1

    def is_unit(self, start: int) -> bool:
        """Whether the name of a registered unit stands at a place."""
        keys = self.names.by_first.get(self.text[start], ())
        known = (self.names.literal(key) for key in keys if self.text.startswith(key, start))
        return any(found and found.kind is MentionKind.UNIT for found in known)
