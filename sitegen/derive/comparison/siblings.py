"""Places side by side (横向对照): what the places under one superior say to each of its clauses, in one year.

Gathered from the finished comparisons of each place with its superior, so that a cell says what that page says. No place
carries out another: they only stand beside each other under the clause that both may carry out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sitegen.derive.comparison.column import SiblingClause
from sitegen.derive.comparison.pairs import ComparisonKind
from sitegen.derive.comparison.prepared import Offered, Prepared
from sitegen.derive.comparison.view import PlanSide

FEWEST = 2
T = TypeVar("T", Prepared, Offered)


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


def side_by_side(comparisons: Iterable[T]) -> tuple[tuple[T, ...], ...]:
    """The comparisons with each superior plan that at least two held plans of its year are compared with.

    Where plans of several levels are, each stands under the nearest superior plan only.
    """
    nearest: dict[str, T] = {}
    for one in comparisons:
        if one.heading.kind is ComparisonKind.LEVELS and one.heading.old.year == one.heading.new.year:
            nearest.setdefault(one.heading.new.plan_id, one)
    under: dict[str, list[T]] = {}
    for one in nearest.values():
        under.setdefault(one.heading.old.plan_id, []).append(one)
    return tuple(tuple(found) for found in under.values() if len(found) >= FEWEST)


def siblings(under: Sequence[Prepared]) -> Siblings:
    """The places under one superior plan, given the comparisons of their plans with it."""
    columns = [one.column() for one in under]
    rows = tuple(
        SiblingRow(clause.id, clause.label, clause.texts, tuple(column.cells.get(clause.id, ()) for column in columns))
        for clause in columns[0].clauses
    )
    return Siblings(under[0].heading.old, tuple(one.heading.new for one in under), rows)
