"""Bonds of clauses (条款联系): which clause of one plan was laid beside which of another, gathered from finished comparisons.

What pages of clauses, units and reviews know of other years and levels comes from here; nothing is compared again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

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


@dataclass(frozen=True)
class Bonds:
    """Bonds of some comparisons, in the order of these and their rows; laid out by their clauses when the first is asked for."""

    listed: tuple[Bond, ...]

    @cached_property
    def of_old(self) -> Mapping[str, tuple[Bond, ...]]:
        """Bonds by the clause on the earlier or superior side."""
        return _by_clause((bond.old.id, bond) for bond in self.listed)

    @cached_property
    def of_new(self) -> Mapping[str, tuple[Bond, ...]]:
        """Bonds by the clause on the later or lower side."""
        return _by_clause((bond.new.id, bond) for bond in self.listed)

    def before(self, clause_id: str, kind: ComparisonKind) -> tuple[Bond, ...]:
        """Bonds to clauses on the earlier or superior side."""
        return tuple(bond for bond in self.of_new.get(clause_id, ()) if bond.kind is kind)

    def after(self, clause_id: str, kind: ComparisonKind) -> tuple[Bond, ...]:
        """Bonds to clauses on the later or lower side."""
        return tuple(bond for bond in self.of_old.get(clause_id, ()) if bond.kind is kind)


def bonds_of(bonds: Iterable[Bond]) -> Bonds:
    """Bonds by their clauses."""
    return Bonds(tuple(bonds))


def _by_clause(bonds: Iterable[tuple[str, Bond]]) -> dict[str, tuple[Bond, ...]]:
    found: defaultdict[str, list[Bond]] = defaultdict(list)
    for clause, bond in bonds:
        found[clause].append(bond)
    return {clause: tuple(listed) for clause, listed in found.items()}


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
