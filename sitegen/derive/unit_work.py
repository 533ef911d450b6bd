"""What concerns a unit (单位与任务): named, through a group of all, or possibly; three things that are never added up.

A unit is named (点名) where a task's column, bracket or text names it. It is concerned through a group (经由群体) where a
task names 各… of its kind, and possibly concerned (可能涉及) where 有关, 相关 or 等 leaves the list open. Whether a unit
belongs to a group is known only where a source states the members; otherwise the group's words are taken literally and
the page says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sitegen.derive.index import Index
from sitegen.model import Basis, Group, Mention, MentionKind, Plan, Role, Scope, Task, Unit, UnitKind

STREET_WORDS = ("街道", "镇", "乡")
DEPARTMENT_WORDS = ("部门", "委办局", "机关")
UNIT_WORDS = ("单位", "机构")
STREETS = frozenset({UnitKind.SUBDISTRICT, UnitKind.TOWN})
DEPARTMENTS = frozenset({UnitKind.DEPARTMENT, UnitKind.OFFICE})
OTHERS = frozenset({UnitKind.INSTITUTION, UnitKind.VERTICAL, UnitKind.ENTERPRISE, UnitKind.DISPATCHED})


class Concern(StrEnum):
    """How a task concerns a unit (涉及方式): 点名, 经由群体, 可能涉及."""

    NAMED = "named"
    THROUGH_GROUP = "through_group"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Work:
    """One task that concerns a unit or group: how, by which words, in which role, and on what ground.

    ``words`` is the mention's name as printed. ``basis`` is stated where the name or a stated membership says so, unknown
    where only the literal words of a group do. ``in_text`` is true where the running text names the unit, not the column.
    """

    plan: Plan
    task: Task
    concern: Concern
    words: str
    role: Role
    basis: Basis
    in_text: bool = False


def unit_works(index: Index) -> Mapping[str, tuple[Work, ...]]:
    """All works by id of unit or group, newest plan first, rows in printed order."""
    works: dict[str, list[Work]] = {body.id: [] for body in index.portal.bodies}
    by_place: dict[str, list[Unit]] = {}
    for unit in index.portal.units:
        by_place.setdefault(unit.jurisdiction_id, []).append(unit)
    for plan in sorted(index.portal.plans, key=lambda plan: (-plan.year, plan.id)):
        neighbours = by_place.get(plan.jurisdiction_id, [])
        for task in plan.tasks:
            for body_id, work in _works(index, plan, task, neighbours):
                works[body_id].append(work)
    return {body_id: tuple(found) for body_id, found in works.items()}


def places_concerned(plan: Plan, index: Index) -> frozenset[str]:
    """Ids of the jurisdictions whose registered units or groups the tasks of a plan concern."""
    units = [units for task in plan.tasks for units in (task.units, *task.mentioned_units)]
    mentions = [mention for one in units for mention in one.mentions]
    wholes = (index.body_id(mention.of, plan.jurisdiction_id) for mention in mentions if mention.of)
    concerned = (*(mention.id for mention in mentions), *wholes, f"{plan.jurisdiction_id}/")
    return frozenset(body_id.partition("/")[0] for body_id in concerned if body_id)


def _works(index: Index, plan: Plan, task: Task, neighbours: list[Unit]) -> Iterator[tuple[str, Work]]:
    seen: set[str] = set()
    in_text = [mention for units in task.mentioned_units for mention in units.mentions]
    for mention, from_text in [(one, False) for one in task.units.mentions] + [(one, True) for one in in_text]:
        for body_id in (mention.id, index.body_id(mention.of, plan.jurisdiction_id) if mention.of else None):
            if body_id is not None and body_id not in seen:
                seen.add(body_id)
                yield body_id, Work(plan, task, Concern.NAMED, mention.name, mention.role, Basis.STATED, from_text)
    for mention in task.units.mentions:
        if mention.kind is MentionKind.GROUP and mention.of is None and mention.scope is Scope.ALL:
            yield from _through(index, plan, task, mention, neighbours, seen)
    for mention in task.units.mentions:
        if mention.kind is MentionKind.GROUP and mention.of is None and mention.scope is Scope.SOME:
            yield from _possibly(plan, task, mention, neighbours, seen)


def _through(
    index: Index, plan: Plan, task: Task, mention: Mention, neighbours: list[Unit], seen: set[str]
) -> Iterator[tuple[str, Work]]:
    group = index.groups.get(mention.id or "")
    members = _members(group, plan.year) if group else frozenset()
    literal = addressed_kinds(mention.name)
    for unit in neighbours:
        stated = unit.id in members
        if unit.id not in seen and (stated or (not members and unit.kind in literal)):
            seen.add(unit.id)
            basis = Basis.STATED if stated else Basis.UNKNOWN
            yield unit.id, Work(plan, task, Concern.THROUGH_GROUP, mention.name, mention.role, basis)


def _possibly(
    plan: Plan, task: Task, mention: Mention, neighbours: list[Unit], seen: set[str]
) -> Iterator[tuple[str, Work]]:
    kinds = addressed_kinds(mention.name)
    for unit in neighbours:
        if unit.id not in seen and unit.kind in kinds:
            seen.add(unit.id)
            yield unit.id, Work(plan, task, Concern.POSSIBLE, mention.name, mention.role, Basis.UNKNOWN)


def _members(group: Group, year: int) -> frozenset[str]:
    return frozenset(unit for known in group.memberships if known.year == year for unit in known.unit_ids)


def addressed_kinds(name: str) -> frozenset[UnitKind]:
    """Kinds of units that a group's words address, taken literally: 各街道（镇） streets and towns, 各部门（单位） the rest."""
    kinds: frozenset[UnitKind] = frozenset()
    if any(word in name for word in STREET_WORDS):
        kinds |= STREETS
    if any(word in name for word in DEPARTMENT_WORDS):
        kinds |= DEPARTMENTS
    if any(word in name for word in UNIT_WORDS):
        kinds |= DEPARTMENTS | OTHERS
    return kinds
