"""What a query should find (相关性判断): graded conditions on records, and the measures recall@10 and nDCG@10.

The queries and their conditions are in queries.yaml, written by reading the documents; only tasks and items are judged.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from sitegen.derive.search_record import RecordKind, SearchRecord
from sitegen.render.search.tokens import normalise

FIRST = 10
BOTH, ONE = 3, 2
JUDGED = (RecordKind.TASK, RecordKind.ITEM)


@dataclass(frozen=True, slots=True)
class Query:
    """One query of a class (kind), with conditions by grade; without any it should find nothing."""

    kind: str
    text: str
    wants: Mapping[int, tuple[str, ...]]


def read_queries(path: Path) -> tuple[Query, ...]:
    """Queries of a file, in its order."""
    return tuple(
        Query(kind, str(entry["query"]), _wants(entry)) for kind, entries in yaml.safe_load(path.read_text("utf-8")).items()
        for entry in entries
    )  # fmt: skip


def _wants(entry: Mapping[str, object]) -> dict[int, tuple[str, ...]]:
    if "phrase" in entry:
        phrase = str(entry["phrase"])
        return {BOTH: (f"题:{phrase}+文:{phrase}",), ONE: (phrase,)}
    if "all" in entry:
        return {ONE: ("+".join(map(str, entry["all"])),)}  # type: ignore[arg-type]
    return {int(grade): tuple(map(str, conditions)) for grade, conditions in entry.get("wants", {}).items()}  # type: ignore[attr-defined]


def grades_of(queries: Sequence[Query], records: Iterable[SearchRecord]) -> list[dict[str, int]]:
    """For each query the addresses of the records that it should find, with the highest grade that each reaches."""
    judged = [(record.url, _places(record)) for record in records if record.kind in JUDGED]
    return [_grades(query, judged) for query in queries]


def _places(record: SearchRecord) -> dict[str, str]:
    """What conditions may name, normalised."""
    places = {
        "题": record.title, "文": record.text, "责": record.units, "限": record.deadline, "地": record.place,
        "年": str(record.year), "": " ".join((record.title, record.text, record.units, record.deadline)),
    }  # fmt: skip
    return {name: normalise(words) for name, words in places.items()}


def _grades(query: Query, judged: Iterable[tuple[str, Mapping[str, str]]]) -> dict[str, int]:
    wants = [(grade, [_parts(one) for one in conditions]) for grade, conditions in query.wants.items()]
    found: dict[str, int] = {}
    for url, places in judged:
        reached = [grade for grade, conditions in wants if any(all(words in places[name] for name, words in one) for one in conditions)]
        if reached:
            found[url] = max(reached)
    return found


def _parts(condition: str) -> list[tuple[str, str]]:
    cut = (part.strip().rpartition(":") for part in condition.split("+"))
    return [(name, normalise(words)) for name, _, words in cut]


def recall(found: Sequence[str], wanted: Mapping[str, int]) -> float:
    """Share of the relevant records among the first ten, of as many as there can be."""
    return sum(url in wanted for url in found[:FIRST]) / min(FIRST, len(wanted))


def gain(found: Sequence[str], wanted: Mapping[str, int]) -> float:
    """nDCG@10: how near the order of the first ten is to the best one."""
    ideal = sorted(wanted.values(), reverse=True)[:FIRST]
    return _discounted(wanted.get(url, 0) for url in found[:FIRST]) / _discounted(ideal)


def _discounted(values: Iterable[int]) -> float:
    return sum((2**value - 1) / math.log2(place + 2) for place, value in enumerate(values))
