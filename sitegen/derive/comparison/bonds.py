"""Bonds of clauses (条款联系): which clause of one plan was laid beside which of another, gathered from finished comparisons.

What pages of clauses, units and reviews know of other years and levels comes from here; nothing is compared again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import attrgetter

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


BondsByClause = Mapping[ComparisonKind, Mapping[str, Sequence[Bond]]]


@dataclass(frozen=True)
class Bonds:
    """Bonds of some comparisons, in the order of these and their rows; laid out by their clauses when the first is asked for."""

    listed: tuple[Bond, ...]

    @cached_property
    def _of_old(self) -> BondsByClause:
        return _by_clause(self.listed, lambda bond: bond.old.id)

    @cached_property
    def _of_new(self) -> BondsByClause:
        return _by_clause(self.listed, lambda bond: bond.new.id)

    def before(self, clause_id: str, kind: ComparisonKind) -> Sequence[Bond]:
        """Bonds to clauses on the earlier or superior side."""
        return self._of_new[kind].get(clause_id, ())

    def after(self, clause_id: str, kind: ComparisonKind) -> Sequence[Bond]:
        """Bonds to clauses on the later or lower side."""
        return self._of_old[kind].get(clause_id, ())


def bonds_of(bonds: Iterable[Bond]) -> Bonds:
    """Bonds by their clauses."""
    return Bonds(tuple(bonds))


def _by_clause(bonds: Iterable[Bond], clause: Callable[[Bond], str]) -> BondsByClause:
    found: dict[ComparisonKind, dict[str, list[Bond]]] = {kind: {} for kind in ComparisonKind}
    for kind, of_kind in groupby(bonds, attrgetter("kind")):
        under = found[kind].setdefault
        for bond in of_kind:
            under(clause(bond), []).append(bond)
    return found


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
