"""Laying out (编排): which row shows which sentence, in what order, and under which anchor.

Input are two lists of clauses, the rows that the new ones form, and their relations; output is for every row its lines
as aligned. Each sentence of both sides is in exactly one row. What a row is called, ``rows`` decides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen.derive.comparison.alignment import Aligned, align
from sitegen.derive.comparison.anchors import NEW, OLD, clause_anchor
from sitegen.derive.comparison.clauses import Clause, Quote
from sitegen.derive.comparison.matter import Group, Matter
from sitegen.derive.comparison.pairs import IN_TIME
from sitegen.derive.comparison.relating import Related, Relations
from sitegen.derive.comparison.similarity import Corpus
from sitegen.derive.comparison.view import Ground


@dataclass(frozen=True, slots=True)
class Laid:
    """One row as laid out: its anchor, the old clauses tied to it with their best tie, the new ones, its lines.

    ``at_home`` are the ids of the old clauses whose sentences without counterpart stand here and nowhere else; ``split``
    those tied to this row that were parted among several, of which this one or another has no other old clause.
    """

    anchor: str
    old: tuple[tuple[Clause, Related | None], ...]
    new: tuple[Clause, ...]
    lines: tuple[Aligned, ...]
    at_home: frozenset[str]
    split: frozenset[str] = frozenset()


def lay_out(corpus: Corpus, matter: Matter, found: Relations) -> tuple[Laid, ...]:
    """Lay every sentence of both sides into rows: one for each group, then one for each old clause without a row."""
    old, groups = matter.old.clauses, matter.groups
    ties = _ties(found, {clause.id: place for place, group in enumerate(groups) for clause in group.clauses})
    homes = _homes(ties, groups)
    parted = frozenset(_parted(ties, homes))
    aligned = _aligned(corpus, matter, found, ties, homes)
    clauses = {clause.id: clause for clause in old}
    beside: dict[int | None, list[Aligned]] = defaultdict(list)
    for one in aligned:
        beside[one.row].append(one)
    alone = beside.pop(None, [])
    rows = []
    for place, group in enumerate(groups):
        tied = _tied(ties[place], group)
        at_home = frozenset(one for one, home in homes.items() if home == place)
        olds = tuple((clauses[one], ties[place].get(one)) for one in tied)
        lines = _lines(beside[place], alone, at_home)
        rows.append(
            Laid(clause_anchor(NEW, group.key), olds, group.clauses, lines, at_home, parted.intersection(tied))
        )
    for clause in old:
        if clause.id not in homes:
            own = frozenset({clause.id})
            lines = _lines((), alone, own)
            rows.append(Laid(clause_anchor(OLD, clause.key), ((clause, None),), (), lines, own))
    return tuple(rows)


def _aligned(
    corpus: Corpus,
    matter: Matter,
    found: Relations,
    ties: Mapping[int, Mapping[str, Related]],
    homes: Mapping[str, int],
) -> tuple[Aligned, ...]:
    """Lay the sentences side by side; in alignment, clauses and rows go by their numbers."""
    new = [(clause, place) for place, group in enumerate(matter.groups) for clause in group.clauses]
    numbers = {clause.id: place for place, clause in enumerate(matter.old.clauses)}
    new_numbers = {clause.id: place for place, (clause, _) in enumerate(new)}
    closed = [("old", numbers[one]) for one in found.old_verdicts if one in numbers]
    closed += [("new", new_numbers[one]) for one in found.new_verdicts if one in new_numbers]
    return align(
        matter.old.side,
        matter.new.side,
        [row for _, row in new],
        {(numbers[one], row) for row, tied in ties.items() for one in tied},
        {(numbers[one], row) for one, row in _crossing(ties, homes)} if matter.pair.kind in IN_TIME else (),
        closed,
        corpus,
    )


def _ties(found: Relations, row_of: Mapping[str, int]) -> dict[int, dict[str, Related]]:
    """For every row the old clauses tied to it, each with its best tie, in order of the ties."""
    ties: dict[int, dict[str, Related]] = defaultdict(dict)
    for one in found.pairs:
        ties[row_of[one.new_id]].setdefault(one.old_id, one)
    return ties


def _homes(ties: Mapping[int, Mapping[str, Related]], groups: Sequence[Group]) -> dict[str, int]:
    """The row that shows those sentences of an old clause that have nothing beside them: where its best tie leads."""
    homes = {group.home_of: place for place, group in enumerate(groups) if group.home_of}
    ranked = [(_rank(tie), place, clause_id) for place, tied in sorted(ties.items()) for clause_id, tie in tied.items()]
    for _, place, clause_id in sorted(ranked):
        homes.setdefault(clause_id, place)
    return homes


def _crossing(ties: Mapping[int, Mapping[str, Related]], homes: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """Suggested ties between an old clause and a row that both go on elsewhere: what they share has moved."""
    taken = set(homes.values())
    for row, tied in ties.items():
        for clause_id, tie in tied.items():
            if tie.ground is Ground.SUGGESTED and homes[clause_id] != row and row in taken:
                yield clause_id, row


def _parted(ties: Mapping[int, Mapping[str, Related]], homes: Mapping[str, int]) -> Iterator[str]:
    """Old clauses tied also to a row that is no old clause's home: they were parted among rows."""
    taken = set(homes.values())
    yield from (one for row, tied in ties.items() for one in tied if homes[one] != row and row not in taken)


def _rank(tie: Related) -> tuple[bool, float]:
    return tie.score is not None, -(tie.score or 0.0)


def _tied(ties: Mapping[str, Related], group: Group) -> tuple[str, ...]:
    fixed = (group.home_of,) if group.home_of and group.home_of not in ties else ()
    return (*fixed, *ties)


def _lines(beside: Iterable[Aligned], alone: Iterable[Aligned], at_home: frozenset[str]) -> tuple[Aligned, ...]:
    """Lines of a row in reading order of the new side; old sentences alone stand after the one they follow."""
    lines = list(beside)
    for one in alone:
        if one.old[0].clause_id in at_home:
            lines.insert(_place(lines, one.old[0]), one)
    return tuple(lines)


def _place(lines: Sequence[Aligned], quote: Quote) -> int:
    """Where an old sentence belongs among lines: after its predecessor in the clause, before its successor, or last."""
    same = [
        (place, _order(other))
        for place, line in enumerate(lines)
        for other in line.old
        if other.clause_id == quote.clause_id
    ]
    before = [(order, place) for place, order in same if order < _order(quote)]
    if before:
        return max(before)[1] + 1
    after = [place for place, order in same if order > _order(quote)]
    return min(after) if after else len(lines)


def _order(quote: Quote) -> int:
    return int(quote.anchor.removeprefix("s"))
