"""Look-ups in a portal by id, made once and handed to the modules that make views. Holds no decision about a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sitegen.model import Group, Item, Jurisdiction, Plan, Portal, Task, Unit


@dataclass(frozen=True, slots=True)
class Index:
    """Look-ups by id; ``passages`` holds items and paragraphs, ``plan_names`` titles that tell every plan from the others.

    ``plans_by_place`` has the plans of each jurisdiction that holds any, newest year first.
    """

    portal: Portal
    jurisdictions: Mapping[str, Jurisdiction]
    units: Mapping[str, Unit]
    groups: Mapping[str, Group]
    plans: Mapping[str, Plan]
    plans_by_place: Mapping[str, tuple[Plan, ...]]
    passages: Mapping[str, Item]
    tasks: Mapping[str, Task]
    body_names: Mapping[tuple[str, str], str]
    plan_names: Mapping[str, str]

    def plans_of(self, jurisdiction_id: str) -> tuple[Plan, ...]:
        """Plans of a jurisdiction, newest year first."""
        return self.plans_by_place.get(jurisdiction_id, ())

    def body_id(self, name: str, jurisdiction_id: str) -> str | None:
        """Id of the unit or group that a place, or the nearest place above it, registers under a name."""
        place = self.jurisdictions.get(jurisdiction_id)
        chain = (jurisdiction_id, *(place.ancestors if place else ()))
        return next((self.body_names[key] for above in chain if (key := (above, name)) in self.body_names), None)

    def children_of(self, jurisdiction_id: str) -> tuple[Jurisdiction, ...]:
        """Jurisdictions directly under one, in registered order."""
        return tuple(place for place in self.portal.jurisdictions if place.parent_id == jurisdiction_id)


def index_of(portal: Portal) -> Index:
    """Make the look-ups of a portal."""
    return Index(
        portal,
        {place.id: place for place in portal.jurisdictions},
        {unit.id: unit for unit in portal.units},
        {group.id: group for group in portal.groups},
        {plan.id: plan for plan in portal.plans},
        _by_place(portal.plans),
        {passage.id: passage for plan in portal.plans for passage in plan.passages()},
        {task.id: task for plan in portal.plans for task in plan.tasks},
        {
            (body.jurisdiction_id, name): body.id
            for body in portal.bodies
            for name in (body.name, *(alias.name for alias in body.aliases))
        },
        _plan_names(portal),
    )


def read_in(index: Index, plans: Iterable[Plan]) -> Index:
    """The look-ups of the same portal with some of its plans in full, and of all texts with those of these plans only."""
    full = {plan.id: plan for plan in plans}
    portal = replace(index.portal, plans=tuple(full.get(plan.id, plan) for plan in index.portal.plans))
    touched = {plan.jurisdiction_id for plan in full.values()}
    theirs = _by_place(full.get(plan.id, plan) for place in sorted(touched) for plan in index.plans_by_place[place])
    return replace(
        index,
        portal=portal,
        plans={**index.plans, **full},
        plans_by_place={**index.plans_by_place, **theirs},
        passages={passage.id: passage for plan in full.values() for passage in plan.passages()},
        tasks={task.id: task for plan in full.values() for task in plan.tasks},
    )


def _by_place(plans: Iterable[Plan]) -> dict[str, tuple[Plan, ...]]:
    found: dict[str, list[Plan]] = {}
    for plan in sorted(plans, key=lambda plan: (-plan.year, plan.id)):
        found.setdefault(plan.jurisdiction_id, []).append(plan)
    return {place: tuple(listed) for place, listed in found.items()}


def _plan_names(portal: Portal) -> dict[str, str]:
    """Titles of plans; where several share one, with the place, or with the end of the id where they share that too."""
    places = {place.id: place.full_name for place in portal.jurisdictions}
    titles = Counter(plan.title for plan in portal.plans)
    here = Counter((plan.title, plan.jurisdiction_id) for plan in portal.plans)

    def name(plan: Plan) -> str:
        if titles[plan.title] == 1:
            return plan.title
        shared = here[plan.title, plan.jurisdiction_id] > 1
        end = plan.id.removeprefix(f"{plan.jurisdiction_id}-") if shared else ""
        return f"{plan.title}（{places[plan.jurisdiction_id]}{end}）"

    return {plan.id: name(plan) for plan in portal.plans}
