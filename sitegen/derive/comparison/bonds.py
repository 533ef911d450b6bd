"""Bonds of clauses (条款联系): which clause of one plan was laid beside which of another, gathered from finished comparisons.

What pages of clauses, units and reviews know of other years and levels comes from here; nothing is compared again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sitegen.derive.comparison.pairs import ComparisonKind
from sitegen.derive.comparison.view import Comparison, Ground, PlanSide, Side, Tie


@dataclass(frozen=True, slots=True)
class End:
    """One end of a bond: the clause's id and label, and its plan."""

    id: str
    label: str
    plan: PlanSide


@dataclass(frozen=True, slots=True)
class Bond:
    """Two clauses laid beside each other: the kind of comparison, what ties them and on what ground, the row that shows it."""

    kind: ComparisonKind
    old: End
    new: End
    label: str
    ground: Ground
    ground_label: str
    row: str


@dataclass(frozen=True, slots=True)
class Bonds:
    """All bonds, by the id of either clause, in the order of the comparisons and their rows."""

    of_old: Mapping[str, tuple[Bond, ...]]
    of_new: Mapping[str, tuple[Bond, ...]]

    def before(self, clause_id: str, kind: ComparisonKind) -> tuple[Bond, ...]:
        """Bonds to clauses on the earlier or superior side."""
        return tuple(bond for bond in self.of_new.get(clause_id, ()) if bond.kind is kind)

    def after(self, clause_id: str, kind: ComparisonKind) -> tuple[Bond, ...]:
        """Bonds to clauses on the later or lower side."""
        return tuple(bond for bond in self.of_old.get(clause_id, ()) if bond.kind is kind)


def bonds_of(bonds: Iterable[Bond]) -> Bonds:
    """Bonds by the ids of their clauses."""
    of_old: dict[str, list[Bond]] = {}
    of_new: dict[str, list[Bond]] = {}
    for bond in bonds:
        of_old.setdefault(bond.old.id, []).append(bond)
        of_new.setdefault(bond.new.id, []).append(bond)
    return Bonds(
        {clause: tuple(found) for clause, found in of_old.items()},
        {clause: tuple(found) for clause, found in of_new.items()},
    )


def bonds_in(comparison: Comparison) -> Iterator[Bond]:
    """The bonds that a comparison made, in the order of its rows."""
    for row in comparison.rows:
        for old in row.old:
            if old.tie:
                for new in row.new:
                    yield _bond(comparison, old, new, old.tie, row.anchor)


def _bond(comparison: Comparison, old: Side, new: Side, tie: Tie, row: str) -> Bond:
    return Bond(
        comparison.kind,
        End(old.id, old.label, comparison.old),
        End(new.id, new.label, comparison.new),
        tie.label,
        tie.ground,
        tie.ground_label,
        row,
    )
