"""What one lower place says to each clause of its superior (一地一栏), gathered from their finished comparison."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sitegen.derive.comparison.pairs import ComparisonKind
from sitegen.derive.comparison.view import Comparison, Row, Tie

OPENING = "preamble-"


@dataclass(frozen=True, slots=True)
class SiblingClause:
    """One clause of a lower plan under a superior clause: id, label, what ties it there, and the row that compares them.

    ``texts`` are those of its sentences that stand beside a sentence of the superior clause, as printed.
    """

    id: str
    label: str
    tie: Tie
    row: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SuperiorClause:
    """One clause of the superior plan: id, label, sentences."""

    id: str
    label: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """The clauses of a superior plan but for opening paragraphs, and by the id of each what the lower plan says to it."""

    clauses: tuple[SuperiorClause, ...]
    cells: Mapping[str, tuple[SiblingClause, ...]]


def column_of(comparison: Comparison) -> Column:
    """What the lower plan of a comparison says to each clause of the superior; nothing where it is not of levels in one year."""
    if comparison.kind is not ComparisonKind.LEVELS or comparison.old.year != comparison.new.year:
        return Column((), {})
    texts = _texts_of_old(comparison)
    clauses = tuple(
        SuperiorClause(clause.id, clause.clause, texts[clause.id])
        for clause in comparison.by_old
        if not clause.id.partition("/")[2].startswith(OPENING)
    )
    cells: dict[str, tuple[SiblingClause, ...]] = {}
    for row in comparison.rows:
        for side in row.old:
            if side.tie:
                cells[side.id] = (*cells.get(side.id, ()), *_clauses(row, side.id, side.tie))
    return Column(clauses, cells)


def _texts_of_old(comparison: Comparison) -> dict[str, tuple[str, ...]]:
    """The sentences of every superior clause in printed order, whatever rows they stand in."""
    quotes = [quote for row in comparison.rows for line in row.lines for quote in line.old]
    ordered = sorted(quotes, key=lambda quote: int(quote.anchor.removeprefix("s")))
    found: dict[str, tuple[str, ...]] = {one.id: () for one in comparison.by_old}
    for quote in ordered:
        found[quote.clause_id] = (*found[quote.clause_id], quote.text)
    return found


def _clauses(row: Row, old_id: str, tie: Tie) -> Iterable[SiblingClause]:
    beside = [quote for line in row.lines if any(old.clause_id == old_id for old in line.old) for quote in line.new]
    for new in row.new:
        texts = tuple(quote.text for quote in beside if quote.clause_id == new.id)
        yield SiblingClause(new.id, new.label, tie, row.anchor, texts)
