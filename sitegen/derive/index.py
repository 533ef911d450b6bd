"""Look-ups in a portal by id, made once and handed to the modules that make views. Holds no decision about a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.model import Group, Item, Jurisdiction, Plan, Portal, Task, Unit


@dataclass(frozen=True, slots=True)
class Index:
    """Look-ups by id; ``passages`` holds items and paragraphs, ``plan_names`` titles that tell every plan from the others."""

    portal: Portal
    jurisdictions: Mapping[str, Jurisdiction]
    units: Mapping[str, Unit]
    groups: Mapping[str, Group]
    plans: Mapping[str, Plan]
    passages: Mapping[str, Item]
    tasks: Mapping[str, Task]
    body_names: Mapping[tuple[str, str], str]
    plan_names: Mapping[str, str]

    def plans_of(self, jurisdiction_id: str) -> tuple[Plan, ...]:
        """Plans of a jurisdiction, newest year first."""
        own = [plan for plan in self.portal.plans if plan.jurisdiction_id == jurisdiction_id]
        return tuple(sorted(own, key=lambda plan: (-plan.year, plan.id)))

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
        {passage.id: passage for plan in portal.plans for passage in plan.passages()},
        {task.id: task for plan in portal.plans for task in plan.tasks},
        {
            (body.jurisdiction_id, name): body.id
            for body in portal.bodies
            for name in (body.name, *(alias.name for alias in body.aliases))
        },
        _plan_names(portal),
    )


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
