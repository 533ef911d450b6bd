"""Plans that may share a source (同源): plans of one year from different places whose wording is alike.

Neither place lies above the other, so nothing here is carried out (承接); what is alike may come from the same superior
document. Where that document is held, both stand side by side under its clauses (横向对照) and are not compared again;
else each plan is laid beside the few that are most like it, so that the number of pairs grows with that of the plans.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set
from functools import cache
from itertools import combinations, groupby

from sitegen.derive.comparison.clauses import ClauseKind
from sitegen.derive.comparison.pairs import ComparisonKind, PlanPair, is_above
from sitegen.derive.comparison.similarity import Wording, share
from sitegen.derive.comparison.spoken import Spoken
from sitegen.model import Level, Plan, Portal

ALIKE = 0.2
NEAREST = 2


def same_source_pairs(portal: Portal, wording: Wording) -> tuple[PlanPair, ...]:
    """Pairs of plans that may share a source, in the order in which places and years are met."""
    places = {place.id: number for number, place in enumerate(portal.jurisdictions)}
    plans = sorted(portal.plans, key=lambda plan: (plan.year, places[plan.jurisdiction_id], plan.id))
    held = frozenset((plan.jurisdiction_id, plan.year) for plan in plans)
    found: dict[str, list[tuple[float, str]]] = defaultdict(list)
    possible = [
        pair
        for _, same_year in groupby(plans, lambda plan: plan.year)
        for pair in combinations(same_year, 2)
        if common_ancestor(portal, *pair) and not _declared(portal, *pair) and not _side_by_side(portal, held, *pair)
    ]
    said = cache(lambda plan_id: _telling_runs(wording.spoken[plan_id], wording))
    for one, other in possible:
        alike = likeness(said(one.id), said(other.id), wording)
        if alike >= ALIKE:
            found[one.id].append((-alike, other.id))
            found[other.id].append((-alike, one.id))
    near = {(plan_id, other) for plan_id, others in found.items() for _, other in sorted(others)[:NEAREST]}
    return tuple(
        PlanPair(ComparisonKind.SIBLINGS, one.id, other.id)
        for one, other in possible
        if (one.id, other.id) in near or (other.id, one.id) in near
    )


def likeness(one: frozenset[str], other: frozenset[str], wording: Wording) -> float:
    """Which part of the lesser of two plans, weighed by how telling its wording is, the other has too."""
    weight = wording.weights.__getitem__
    return share(sum(map(weight, one & other)), min(sum(map(weight, one)), sum(map(weight, other))))


def common_ancestor(portal: Portal, one: Plan, other: Plan) -> str | None:
    """The nearest place below the state that lies above both plans' places, for plans of one year; None for others.

    There is none where one of the two places lies above the other.
    """
    if one.year != other.year or one.jurisdiction_id == other.jurisdiction_id:
        return None
    if is_above(portal, one, other) or is_above(portal, other, one):
        return None
    places = {place.id: place for place in portal.jurisdictions}
    above = places[other.jurisdiction_id].ancestors
    return next(
        (
            ancestor
            for ancestor in places[one.jurisdiction_id].ancestors
            if ancestor in above and places[ancestor].level is not Level.STATE
        ),
        None,
    )


def _side_by_side(portal: Portal, held: Set[tuple[str, int]], one: Plan, other: Plan) -> bool:
    """Whether a plan of the same year is held of a place above both."""
    places = {place.id: place.ancestors for place in portal.jurisdictions}
    above = places[other.jurisdiction_id]
    return any((place, one.year) in held for place in places[one.jurisdiction_id] if place in above)


def _declared(portal: Portal, one: Plan, other: Plan) -> bool:
    return any({links.from_plan, links.to_plan} == {one.id, other.id} for links in portal.link_sets)


def _telling_runs(spoken: Spoken, wording: Wording) -> frozenset[str]:
    runs = wording.heard[spoken.plan_id].runs
    sentences = [quote.text for clause in spoken.own if clause.kind is not ClauseKind.PREAMBLE for quote in clause.sentences]
    return frozenset().union(*map(runs.__getitem__, sentences))
