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
    """One clause of a lower plan under a superior clause: id, label, what ties it there, and the row that compares them."""

    id: str
    label: str
    tie: Tie
    row: str


@dataclass(frozen=True, slots=True)
class SiblingRow:
    """One clause of the superior plan: id, label, and for every lower plan, in order, its clauses; often none."""

    id: str
    label: str
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
    rows = tuple(
        SiblingRow(clause.id, clause.clause, tuple(column.get(clause.id, ()) for column in columns))
        for clause in under[0].by_old
        if not clause.id.partition("/")[2].startswith(OPENING)
    )
    return Siblings(under[0].old, tuple(one.new for one in under), rows)


def _column(comparison: Comparison) -> dict[str, tuple[SiblingClause, ...]]:
    found: dict[str, tuple[SiblingClause, ...]] = {}
    for row in comparison.rows:
        for side in row.old:
            if side.tie:
                found[side.id] = (*found.get(side.id, ()), *_clauses(row, side.tie))
    return found


def _clauses(row: Row, tie: Tie) -> Iterable[SiblingClause]:
    return (SiblingClause(new.id, new.label, tie, row.anchor) for new in row.new)
