"""What the portal says of two plans to compare (对照事项), but for their words: whose they are, links, years between, sources.

Looked up for every pair at every build, so everything is found by what it is asked by, never by going through the portal.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from sitegen.derive.comparison import wording
from sitegen.derive.comparison.clauses import by_rows
from sitegen.derive.comparison.pairs import ComparisonKind, PlanPair
from sitegen.derive.comparison.same_source import common_ancestor
from sitegen.derive.comparison.view import AbsentYear, PlanSide
from sitegen.derive.wording import LEVELS
from sitegen.model import Jurisdiction, KnownKind, Link, Plan, Portal


@dataclass(frozen=True, slots=True)
class PairFacts:
    """Two plans to compare: each as it is called, whether its clauses are the rows of its table, and the declared links.

    Then what is said of the whole: years between that are not held, plans held of others, what is known of sources. Which
    part of a plan is compared is told from its clauses.
    """

    pair: PlanPair
    old: PlanSide
    new: PlanSide
    old_by_rows: bool
    new_by_rows: bool
    links: tuple[Link, ...]
    absent_years: tuple[AbsentYear, ...]
    held_between: tuple[PlanSide, ...]
    source_remarks: tuple[str, ...]


def facts_of(portal: Portal, pairs: Iterable[PlanPair]) -> Iterator[PairFacts]:
    """What the portal says of each of some pairs, in order."""
    known = _Known(portal)
    for pair in pairs:
        old, new = known.plans[pair.from_plan], known.plans[pair.to_plan]
        itself = old.id == new.id
        absent, between = known.years_between(pair.kind, old, new)
        yield PairFacts(
            pair=pair,
            old=known.side(old),
            new=known.side(new),
            old_by_rows=not itself and by_rows(old, new),
            new_by_rows=itself or by_rows(new, old),
            links=() if itself else known.links.get((old.id, new.id), ()),
            absent_years=absent,
            held_between=between,
            source_remarks=tuple(known.sources(old, new)) if pair.kind is ComparisonKind.SIBLINGS else (),
        )


class _Known:
    """A portal by what is asked of it; lives only while facts are gathered."""

    def __init__(self, portal: Portal) -> None:
        self.portal = portal
        self.plans = {plan.id: plan for plan in portal.plans}
        self.places: dict[str, Jurisdiction] = {place.id: place for place in portal.jurisdictions}
        self.of_place: dict[str, list[Plan]] = defaultdict(list)
        for plan in portal.plans:
            self.of_place[plan.jurisdiction_id].append(plan)
        self.links: dict[tuple[str, str], tuple[Link, ...]] = {}
        for one in portal.link_sets:
            ends = one.from_plan, one.to_plan
            self.links[ends] = (*self.links.get(ends, ()), *one.links)
        self._sides: dict[str, PlanSide] = {}

    @cached_property
    def titles(self) -> dict[str, str]:
        """Titles of plans, and of documents that are only known, by id."""
        return {one.id: one.title for one in self.portal.plans} | {one.id: one.title for one in self.portal.known_documents}

    def side(self, plan: Plan) -> PlanSide:
        """A plan as it is called, without its part."""
        if plan.id not in self._sides:
            place = self.places[plan.jurisdiction_id]
            self._sides[plan.id] = PlanSide(
                plan.id, plan.title, place.id, place.name, LEVELS[place.level], plan.year, self._edition(plan), ""
            )
        return self._sides[plan.id]

    def _edition(self, plan: Plan) -> str:
        """What tells a plan from others of its place and year: its title, or the end of its id where they share that too."""
        titles = [one.title for one in self.of_place[plan.jurisdiction_id] if one.year == plan.year]
        if len(titles) == 1:
            return ""
        own = plan.title if titles.count(plan.title) == 1 else plan.id.removeprefix(f"{plan.jurisdiction_id}-")
        return f"（{own}）"

    def years_between(self, kind: ComparisonKind, old: Plan, new: Plan) -> tuple[tuple[AbsentYear, ...], tuple[PlanSide, ...]]:
        """Years between two plans of one place: those that are not held, and the plans held of the others."""
        if kind is not ComparisonKind.YEARS:
            return (), ()
        years = range(old.year + 1, new.year)
        held = [plan for plan in self.of_place[old.jurisdiction_id] if plan.year in years]
        held_years = {plan.year for plan in held}
        absent = tuple(self._absent(old.jurisdiction_id, year) for year in years if year not in held_years)
        return absent, tuple(self.side(plan) for plan in sorted(held, key=lambda plan: (plan.year, plan.id)))

    def _absent(self, place_id: str, year: int) -> AbsentYear:
        known = (one for one in self.portal.known_documents if (one.jurisdiction_id, one.year) == (place_id, year))
        ids = tuple(one.id for one in known if one.kind in (KnownKind.PLAN, KnownKind.TABLE))
        return AbsentYear(year, wording.absent_label(year), ids)

    def sources(self, old: Plan, new: Plan) -> Iterator[str]:
        """What the documents and the register of places say of a source that two places may share."""
        ancestor = common_ancestor(self.places, old, new)
        if ancestor:
            yield wording.common_ancestor_remark(self.places[ancestor].full_name)
        yield wording.cited_remark([self.titles[one] for one in old.cites if one in new.cites and self.titles.get(one)])
