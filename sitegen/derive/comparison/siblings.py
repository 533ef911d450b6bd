"""Places side by side (横向对照): what the places under one superior say to each of its clauses, in one year.

No place carries out another: they only stand beside each other under the clause that both may carry out. How the words
of two places differ is a comparison of its own kind; here belongs only which clauses stand together, and on what ground.
"""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.derive.comparison.clauses import Clause, ClauseKind, clauses_of
from sitegen.derive.comparison.pairs import ComparisonKind, PlanPair, is_above
from sitegen.derive.comparison.relating import relations
from sitegen.derive.comparison.rows import tie_view
from sitegen.derive.comparison.similarity import Corpus
from sitegen.derive.comparison.view import Tie
from sitegen.model import Plan


@dataclass(frozen=True, slots=True)
class SiblingClause:
    """One clause of a lower plan under a superior clause: id, label, and what ties it there."""

    id: str
    label: str
    tie: Tie


@dataclass(frozen=True, slots=True)
class SiblingRow:
    """One clause of the superior plan: id, label, and for every lower plan, in order, its clauses; often none."""

    id: str
    label: str
    cells: tuple[tuple[SiblingClause, ...], ...]


@dataclass(frozen=True, slots=True)
class Siblings:
    """The superior plan's id, the lower plans' ids in order, and a row for every clause of the superior plan."""

    superior: str
    plans: tuple[str, ...]
    rows: tuple[SiblingRow, ...]


def siblings(corpus: Corpus, superior: str) -> Siblings:
    """Lay the plans of one year under their superior plan, clause by clause; ``plans`` is empty where none is held."""
    portal = corpus.portal
    upper = next(plan for plan in portal.plans if plan.id == superior)
    lower = sorted(
        (plan for plan in portal.plans if plan.year == upper.year and is_above(portal, upper, plan)),
        key=lambda plan: (plan.jurisdiction_id, plan.id),
    )
    clauses = [clause for clause in clauses_of(upper) if clause.kind is not ClauseKind.PREAMBLE]
    columns = [_column(corpus, upper, plan) for plan in lower]
    rows = tuple(
        SiblingRow(clause.id, clause.label, tuple(column.get(clause.id, ()) for column in columns))
        for clause in clauses
    )
    return Siblings(superior, tuple(plan.id for plan in lower), rows)


def _column(corpus: Corpus, upper: Plan, lower: Plan) -> dict[str, tuple[SiblingClause, ...]]:
    pair = PlanPair(ComparisonKind.LEVELS, upper.id, lower.id)
    clauses: dict[str, Clause] = {clause.id: clause for clause in clauses_of(lower)}
    found: dict[str, tuple[SiblingClause, ...]] = {}
    for one in relations(corpus, pair, clauses_of(upper), tuple(clauses.values())).pairs:
        entry = SiblingClause(one.new_id, clauses[one.new_id].label, tie_view(one, pair.kind))
        found[one.old_id] = (*found.get(one.old_id, ()), entry)
    return found
