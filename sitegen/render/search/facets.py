"""Facets (筛选项): which records name which units and have which kinds of deadline, for filters beyond kind, place and year.

Fetched only when a reader opens these filters. Form: ``{"unit": [[name, records], …], "deadline": [[kind, records], …]}``, the
most frequent first; records are numbers (``packing``): of each scope the step from the last one, the number of records
less one, and for each the step from the last one of the scope less one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sitegen.derive.search_record import SCOPE_SIZE, RecordKind, SearchRecord
from sitegen.render.search.packing import code, pack
from sitegen.render.search.shards import RECORD, SCOPE

RECORDS = 2
NARROWED = (RecordKind.TASK, RecordKind.ITEM, RecordKind.UNIT)


def write_facets(records: Iterable[SearchRecord]) -> Mapping[str, list[tuple[str, str]]]:
    """The facets of records, which come in the order of their numbers."""
    units: defaultdict[str, list[int]] = defaultdict(list)
    deadlines: defaultdict[str, list[int]] = defaultdict(list)
    for record in records:
        if record.kind in NARROWED:
            for name in dict.fromkeys(names[0] for names in record.unit_names):
                units[name].append(record.number)
        for kind in dict.fromkeys(record.deadline_kinds):
            deadlines[kind].append(record.number)
    return {"unit": _encoded(units), "deadline": _encoded(deadlines)}


def _encoded(facet: Mapping[str, Sequence[int]]) -> list[tuple[str, str]]:
    ordered = sorted(facet, key=lambda name: (-len(facet[name]), name))
    return [(name, pack("".join(_steps(facet[name])))) for name in ordered]


def _steps(numbers: Sequence[int]) -> Iterator[str]:
    scopes: defaultdict[int, list[int]] = defaultdict(list)
    for number in numbers:
        scopes[number // SCOPE_SIZE].append(number)
    last = 0
    for scope, held in scopes.items():
        yield code(scope - last, SCOPE)
        yield code(len(held) - 1, RECORDS)
        for before, number in zip([scope * SCOPE_SIZE - 1, *held], held, strict=False):
            yield code(number - before - 1, RECORD)
        last = scope
