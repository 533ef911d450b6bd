"""Places side by side (横向对照): what the places under one superior say to each of its clauses, in one year.

Gathered from the finished comparisons of each place with its superior, so that a cell says what that page says. No place
carries out another: they only stand beside each other under the clause that both may carry out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.derive.comparison.pairs import ComparisonKind
from sitegen.derive.comparison.view import Comparison, PlanSide, Row, Tie

FEWEST = 2
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
class SiblingRow:
    """One clause of the superior plan: id, label, sentences, and for every lower plan, in order, its clauses; often none."""

    id: str
    label: str
    texts: tuple[str, ...]
    cells: tuple[tuple[SiblingClause, ...], ...]


@dataclass(frozen=True, slots=True)
class Siblings:
    """The superior plan, the lower plans in order, and a row for every clause of the superior plan."""

    superior: PlanSide
    plans: tuple[PlanSide, ...]
    rows: tuple[SiblingRow, ...]


def siblings(comparisons: Iterable[Comparison]) -> tuple[Siblings, ...]:
    """The places under each superior plan that at least two held plans of its year are compared with.

    Where plans of several levels are, each stands under the nearest superior plan only.
    """
    nearest: dict[str, Comparison] = {}
    for one in comparisons:
        if one.kind is ComparisonKind.LEVELS and one.old.year == one.new.year:
            nearest.setdefault(one.new.plan_id, one)
    under: dict[str, list[Comparison]] = {}
    for one in nearest.values():
        under.setdefault(one.old.plan_id, []).append(one)
    return tuple(_siblings(found) for found in under.values() if len(found) >= FEWEST)


def _siblings(under: list[Comparison]) -> Siblings:
    columns = [_column(one) for one in under]
    texts = _texts_of_old(under[0])
    rows = tuple(
        SiblingRow(clause.id, clause.clause, texts[clause.id], tuple(column.get(clause.id, ()) for column in columns))
        for clause in under[0].by_old
        if not clause.id.partition("/")[2].startswith(OPENING)
    )
    return Siblings(under[0].old, tuple(one.new for one in under), rows)


def _texts_of_old(comparison: Comparison) -> dict[str, tuple[str, ...]]:
    """The sentences of every superior clause in printed order, whatever rows they stand in."""
    quotes = [quote for row in comparison.rows for line in row.lines for quote in line.old]
    ordered = sorted(quotes, key=lambda quote: int(quote.anchor.removeprefix("s")))
    found: dict[str, tuple[str, ...]] = {one.id: () for one in comparison.by_old}
    for quote in ordered:
        found[quote.clause_id] = (*found[quote.clause_id], quote.text)
    return found


def _column(comparison: Comparison) -> dict[str, tuple[SiblingClause, ...]]:
    found: dict[str, tuple[SiblingClause, ...]] = {}
    for row in comparison.rows:
        for side in row.old:
            if side.tie:
                found[side.id] = (*found.get(side.id, ()), *_clauses(row, side.id, side.tie))
    return found


def _clauses(row: Row, old_id: str, tie: Tie) -> Iterable[SiblingClause]:
    beside = [quote for line in row.lines if any(old.clause_id == old_id for old in line.old) for quote in line.new]
    for new in row.new:
        texts = tuple(quote.text for quote in beside if quote.clause_id == new.id)
        yield SiblingClause(new.id, new.label, tie, row.anchor, texts)
