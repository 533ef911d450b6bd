"""A search record (检索条目): what the search knows of one thing that it can find, and the number under which it does.

Which things of a portal become records is decided in ``search_records``; how they are indexed and written is
``render.search``'s matter.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from sitegen.derive.entries import LabelledLink

SCOPE_SIZE = 512
SCOPES_OF_A_YEAR = 1 << 16
FIRST_YEAR, LAST_YEAR = 1975, 2100


class RecordKind(StrEnum):
    """Kind of a record (类型): 文件, 任务, 条目, 单位, 术语, 页面, 未收录文件; records of a scope stand in this order."""

    PLAN = "plan"
    TASK = "task"
    ITEM = "item"
    UNIT = "unit"
    TERM = "term"
    PAGE = "page"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """One thing that the search can find.

    ``number`` stays the same as long as the record's document does, whatever else is added to the portal (see
    ``numbered``). ``url`` is a path under the site's root. ``text`` is in ``sentences``; ``anchors`` are the fragments of
    these sentences on the page of ``url``, or empty where they have none. ``label`` is the number as printed.
    ``units`` and ``deadline`` are the words as printed; ``unit_names`` are names under which the units may be searched:
    each inner tuple is one unit's official name and its aliases. ``place_names`` are names of ``place``, official first.
    ``deadline_kinds`` says in words what kinds of deadline the record has, where it is one that may have any.
    """

    number: int
    url: str
    kind: RecordKind
    title: str
    place_names: tuple[str, ...] = ()
    year: int | None = None
    label: str = ""
    units: str = ""
    unit_names: tuple[tuple[str, ...], ...] = ()
    deadline: str = ""
    sentences: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    deadline_kinds: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """Official name of the jurisdiction, or "" for records of the whole portal."""
        return self.place_names[0] if self.place_names else ""

    @property
    def text(self) -> str:
        """The text in one piece."""
        return "".join(self.sentences)


@dataclass(frozen=True, slots=True)
class Searchable:
    """What a search finds (检索内容): its records, the words of readers with those that documents use for them, and links to
    all units and groups, each with its place, for the page that lists them by letter."""

    records: tuple[SearchRecord, ...]
    thesaurus: tuple[tuple[str, tuple[str, ...]], ...]
    units: tuple[LabelledLink, ...]


_KIND_ORDER = {kind: place for place, kind in enumerate(RecordKind)}


def numbered(scopes: Mapping[str, Iterable[SearchRecord]]) -> tuple[SearchRecord, ...]:
    """Give every record its number and sort by it; a scope is a document, or all records of one kind in one place.

    The records of a scope are of one place and year; they are put in the order of their kinds. A number is made of year (newest first), a hash of the scope's name, and the place within the scope. So a new document
    leaves the numbers of all others alone, except where two hashes of 65,536 meet; then the later name moves on by one.
    """
    ordered = {name: sorted(records, key=lambda record: _KIND_ORDER[record.kind]) for name, records in scopes.items()}
    parts = [
        (f"{name} {start}" if start else name, tuple(records[start : start + SCOPE_SIZE]))
        for name, records in ordered.items()
        for start in range(0, len(records), SCOPE_SIZE)
    ]
    taken: dict[int, tuple[SearchRecord, ...]] = {}
    for name, records in sorted(parts):
        place = int.from_bytes(hashlib.sha256(name.encode()).digest()[:2])
        year = _year_number(records[0].year)
        while year * SCOPES_OF_A_YEAR + place in taken:
            place = (place + 1) % SCOPES_OF_A_YEAR
        taken[year * SCOPES_OF_A_YEAR + place] = records
    return tuple(
        replace(record, number=scope * SCOPE_SIZE + within)
        for scope, records in sorted(taken.items())
        for within, record in enumerate(records)
    )


def _year_number(year: int | None) -> int:
    """0 for the newest thinkable year, upwards to older ones, then what has no year; 7 bits."""
    if year is None:
        return LAST_YEAR - FIRST_YEAR + 1
    return LAST_YEAR - min(max(year, FIRST_YEAR), LAST_YEAR)
