"""Plans that may share a source (同源): plans of one year from different places whose wording is alike.

Neither place lies above the other, so nothing here is carried out (承接); what is alike may come from the same superior
document. Where that document is held, both stand side by side under its clauses (横向对照) and are not compared again;
else each plan is laid beside the few that are most like it, so that the number of pairs grows with that of the plans.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations, groupby

from sitegen.derive.comparison.clauses import ClauseKind
from sitegen.derive.comparison.pairs import ComparisonKind, PlanPair
from sitegen.derive.comparison.similarity import Wording, share
from sitegen.derive.comparison.spoken import Spoken
from sitegen.memo import Memo
from sitegen.model import Jurisdiction, Level, Plan, Portal

Pair = tuple[str, str]
ALIKE = 0.2
NEAREST = 2


def same_source_pairs(portal: Portal, wording: Wording, memo: Memo) -> tuple[PlanPair, ...]:
    """Pairs of plans that may share a source, in the order in which places and years are met."""
    possible = tuple(_possible(portal))
    found: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for (one, other), alike in zip(possible, _likenesses(possible, wording, memo), strict=True):
        if alike >= ALIKE:
            found[one].append((-alike, other))
            found[other].append((-alike, one))
    near = {(plan_id, other) for plan_id, others in found.items() for _, other in sorted(others)[:NEAREST]}
    return tuple(
        PlanPair(ComparisonKind.SIBLINGS, one, other)
        for one, other in possible
        if (one, other) in near or (other, one) in near
    )


def common_ancestor(places: Mapping[str, Jurisdiction], one: Plan, other: Plan) -> str | None:
    """The nearest place below the state that lies above both plans' places, for plans of one year; None for others.

    There is none where one of the two places lies above the other. ``places`` are those of the portal by id.
    """
    if one.year != other.year or one.jurisdiction_id == other.jurisdiction_id:
        return None
    own, above = places[one.jurisdiction_id].ancestors, places[other.jurisdiction_id].ancestors
    if one.jurisdiction_id in above or other.jurisdiction_id in own:
        return None
    return next((ancestor for ancestor in own if ancestor in above and places[ancestor].level is not Level.STATE), None)


def _possible(portal: Portal) -> Iterator[Pair]:
    """Plans by id that may share a source, by their places and year alone."""
    places = {place.id: place for place in portal.jurisdictions}
    order = {place_id: number for number, place_id in enumerate(places)}
    plans = sorted(portal.plans, key=lambda plan: (plan.year, order[plan.jurisdiction_id], plan.id))
    held = frozenset((plan.jurisdiction_id, plan.year) for plan in plans)
    declared = frozenset(frozenset((links.from_plan, links.to_plan)) for links in portal.link_sets)
    for _, same_year in groupby(plans, lambda plan: plan.year):
        for one, other in combinations(same_year, 2):
            above = places[other.jurisdiction_id].ancestors
            side_by_side = any((place, one.year) in held for place in places[one.jurisdiction_id].ancestors if place in above)
            if not side_by_side and common_ancestor(places, one, other) and frozenset((one.id, other.id)) not in declared:
                yield one.id, other.id


def _likenesses(pairs: Sequence[Pair], wording: Wording, memo: Memo) -> tuple[float, ...]:
    """How alike each of some pairs of plans is."""
    names, weights = wording.names, wording.reckoning.weights

    def grounds(asked: Sequence[Pair]) -> Iterable[tuple[object, ...]]:
        return (("alike", *(part for one in pair for part in (names[one], weights[names[one]]))) for pair in asked)

    def compute(missing: Sequence[Pair]) -> Iterable[float]:
        by_run = wording.reckoning.by_run()
        said = cache(lambda plan_id: _telling_runs(wording.spoken(plan_id), wording))
        return (likeness(said(one), said(other), by_run) for one, other in missing)

    return memo.get_all(pairs, grounds, compute)


def likeness(one: frozenset[str], other: frozenset[str], weights: Mapping[str, int]) -> float:
    """Which part of the lesser of two plans, weighed by how telling its wording is, the other has too."""
    weight = weights.__getitem__
    return share(sum(map(weight, one & other)), min(sum(map(weight, one)), sum(map(weight, other))))


def _telling_runs(spoken: Spoken, wording: Wording) -> frozenset[str]:
    sentences = [quote.text for clause in spoken.own if clause.kind is not ClauseKind.PREAMBLE for quote in clause.sentences]
    return frozenset().union(*map(wording.runs, sentences))
