"""Which plans are compared, and as what (对照种类): years of one place, levels, plan and table, siblings, revisions.

Here belongs the relation of two whole plans; what their clauses have to do with each other is found elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sitegen.derive.comparison.clauses import has_prose
from sitegen.model import Plan, Portal


class ComparisonKind(StrEnum):
    """Kind of a comparison: 年度对照, 上下级对照, 要点与分解表对账, 横向对照, 修订对照."""

    YEARS = "years"
    LEVELS = "levels"
    RECONCILIATION = "reconciliation"
    SIBLINGS = "siblings"
    REVISION = "revision"


IN_TIME = (ComparisonKind.YEARS, ComparisonKind.REVISION)


@dataclass(frozen=True, slots=True)
class PlanPair:
    """Two plans to compare: the earlier or superior one first; twice the same one for a plan and its own table."""

    kind: ComparisonKind
    from_plan: str
    to_plan: str


def kind_of(portal: Portal, from_plan: Plan, to_plan: Plan) -> ComparisonKind:
    """What comparing two plans is, whichever comes first."""
    if from_plan.id == to_plan.id:
        return ComparisonKind.RECONCILIATION
    if from_plan.jurisdiction_id == to_plan.jurisdiction_id:
        if from_plan.year != to_plan.year:
            return ComparisonKind.YEARS
        tabled = has_prose(from_plan) != has_prose(to_plan)
        return ComparisonKind.RECONCILIATION if tabled else ComparisonKind.REVISION
    related = is_above(portal, from_plan, to_plan) or is_above(portal, to_plan, from_plan)
    return ComparisonKind.LEVELS if related and from_plan.year == to_plan.year else ComparisonKind.SIBLINGS


def declared_as(portal: Portal, one: Plan, other: Plan) -> PlanPair | None:
    """The pair under which links between two plans are declared, the earlier or superior one first.

    None for a plan and itself, and for places of which neither is the other's in different years.
    """
    if one.id == other.id:
        return None
    kind = kind_of(portal, one, other)
    if kind is ComparisonKind.RECONCILIATION:
        kind = ComparisonKind.REVISION
    if kind is ComparisonKind.SIBLINGS and one.year != other.year:
        return None
    reverse = other.year < one.year if kind is ComparisonKind.YEARS else is_above(portal, other, one)
    first, second = (other, one) if reverse else (one, other)
    return PlanPair(kind, first.id, second.id)


def is_above(portal: Portal, upper: Plan, lower: Plan) -> bool:
    """Whether one plan's jurisdiction is an ancestor of the other's."""
    ancestors = {place.id: place.ancestors for place in portal.jurisdictions}
    return upper.jurisdiction_id in ancestors.get(lower.jurisdiction_id, ())


def unrelated(portal: Portal, one: Plan, other: Plan) -> bool:
    """Whether two plans are of different places of which neither lies above the other: nothing can be carried out then.

    A place without any superior in the registry is not known to be unrelated to another.
    """
    ancestors = {place.id: place.ancestors for place in portal.jurisdictions}
    placed = ancestors.get(one.jurisdiction_id) and ancestors.get(other.jurisdiction_id)
    if one.jurisdiction_id == other.jurisdiction_id or not placed:
        return False
    return not is_above(portal, one, other) and not is_above(portal, other, one)


def has_both_parts(plan: Plan) -> bool:
    """Whether a plan has prose and a table, so that one can be laid beside the other."""
    return plan.table is not None and has_prose(plan)


def comparisons(portal: Portal) -> tuple[PlanPair, ...]:
    """The pairs that places and years decide, in a fixed order.

    For every plan: its own table, the plan before it of its jurisdiction, the plans of its ancestors for the same year
    (nearest first); then whatever else an editor declared links for. Their number grows with that of the plans.
    """
    ancestors = {place.id: place.ancestors for place in portal.jurisdictions}
    plans = sorted(portal.plans, key=_order)
    of_place: dict[str, list[Plan]] = {}
    of_year: dict[tuple[str, int], list[Plan]] = {}
    for plan in plans:
        of_place.setdefault(plan.jurisdiction_id, []).append(plan)
        of_year.setdefault((plan.jurisdiction_id, plan.year), []).append(plan)
    found: dict[tuple[str, str], PlanPair] = {}
    for plan in plans:
        above = (upper for place in ancestors.get(plan.jurisdiction_id, ()) for upper in of_year.get((place, plan.year), ()))
        for pair in _pairs(plan, of_place[plan.jurisdiction_id], above):
            found[pair.from_plan, pair.to_plan] = pair
    for links in portal.link_sets:
        declared = PlanPair(ComparisonKind(links.kind.value), links.from_plan, links.to_plan)
        found[links.from_plan, links.to_plan] = declared
    return tuple(found.values())


def _order(plan: Plan) -> tuple[str, int, str]:
    return plan.jurisdiction_id, plan.year, plan.id


def _pairs(plan: Plan, of_place: Sequence[Plan], above: Iterable[Plan]) -> Iterator[PlanPair]:
    if has_both_parts(plan):
        yield PlanPair(ComparisonKind.RECONCILIATION, plan.id, plan.id)
    yield from _same_place(plan, [other for other in of_place if other.id != plan.id])
    yield from (PlanPair(ComparisonKind.LEVELS, upper.id, plan.id) for upper in above)


def _same_place(plan: Plan, held: Sequence[Plan]) -> Iterator[PlanPair]:
    before = max((other.year for other in held if other.year < plan.year), default=None)
    for other in sorted(held, key=lambda other: (-other.year, other.id)):
        if other.year == before:
            yield PlanPair(ComparisonKind.YEARS, other.id, plan.id)
        elif other.year == plan.year and has_prose(other) and not has_prose(plan):
            yield PlanPair(ComparisonKind.RECONCILIATION, other.id, plan.id)
