"""Bonds of clauses (条款联系): which clause of one plan was laid beside which of another, gathered from finished comparisons.

What pages of clauses, units and reviews know of other years and levels comes from here; nothing is compared again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

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


# Bonds of one kind by the clause on one side, under the plan of that clause and the kind.
ByClause = Mapping[tuple[str, ComparisonKind], Mapping[str, tuple[Bond, ...]]]


@dataclass(frozen=True, slots=True)
class Bonds:
    """Bonds by either clause, in the order of the comparisons and their rows; ``sources`` tells what they were taken from.

    Bonds of equal sources are equal.
    """

    sources: tuple[str, ...]
    of_old: ByClause = field(compare=False, repr=False)
    of_new: ByClause = field(compare=False, repr=False)

    def before(self, clause_id: str, kind: ComparisonKind) -> tuple[Bond, ...]:
        """Bonds to clauses on the earlier or superior side."""
        return _found(self.of_new, clause_id, kind)

    def after(self, clause_id: str, kind: ComparisonKind) -> tuple[Bond, ...]:
        """Bonds to clauses on the later or lower side."""
        return _found(self.of_old, clause_id, kind)

    def only(self, asked: Iterable[tuple[str, ComparisonKind]], sources: tuple[str, ...]) -> Bonds:
        """Those of some kinds of the clauses of some plans, which all come from these sources."""
        keys = tuple(asked)
        old, new = ({key: side[key] for key in keys if key in side} for side in (self.of_old, self.of_new))
        return Bonds(sources, old, new)


NO_BONDS = Bonds((), {}, {})


def bonds_of(bonds: Iterable[Bond]) -> Bonds:
    """Bonds laid out by their clauses, of which nobody asks what they were taken from."""
    of_old: defaultdict[tuple[str, ComparisonKind], defaultdict[str, list[Bond]]] = defaultdict(lambda: defaultdict(list))
    of_new: defaultdict[tuple[str, ComparisonKind], defaultdict[str, list[Bond]]] = defaultdict(lambda: defaultdict(list))
    for bond in bonds:
        of_old[bond.old.plan.plan_id, bond.kind][bond.old.id].append(bond)
        of_new[bond.new.plan.plan_id, bond.kind][bond.new.id].append(bond)
    old, new = (
        {key: {clause: tuple(found) for clause, found in clauses.items()} for key, clauses in side.items()}
        for side in (of_old, of_new)
    )
    return Bonds((), old, new)


def _found(side: ByClause, clause_id: str, kind: ComparisonKind) -> tuple[Bond, ...]:
    clauses = side.get((clause_id.partition("/")[0], kind))
    return clauses.get(clause_id, ()) if clauses else ()


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
