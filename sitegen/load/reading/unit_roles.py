"""Events -> roles (职责归属): which label, predicate or note says what each named body does.

A label (牵头单位：) holds until the next one; a predicate (…牵头) looks back over the names before it; a note in brackets
belongs to the name before it. Order alone says nothing, unless the document has a rule that the first one leads.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from sitegen.load.reading.unit_marks import Event, Mark
from sitegen.load.reading.unit_role_words import LEADING_WORD, SIGNED_LEADS
from sitegen.model import Role


class LeadRule(StrEnum):
    """Rule of a whole document on leading (牵头规则): none, or 列第一位的为牵头单位."""

    NONE = "none"
    FIRST_LEADS = "first-leads"


@dataclass(slots=True)
class _Reach:
    """How far words of role look back: from the last comma, from the last predicate or semicolon; and what holds now.

    ``within_list`` is true where the label that holds ends with its list, ``within_clause`` where with its clause.
    """

    label: Role = Role.RESPONSIBLE
    comma: int = 0
    clause: int = 0
    linked: bool = False
    within_list: bool = False
    within_clause: bool = False


@dataclass(slots=True)
class _Assigned:
    """Roles of the names met so far: what was said of each, and the label under which it stands."""

    said: list[Role | None] = field(default_factory=list)
    labels: list[Role] = field(default_factory=list)

    def say(self, start: int, role: Role) -> bool:
        """State a role of the names from ``start`` on of which nothing was said; whether there were any."""
        silent = [place for place in range(start, len(self.said)) if self.said[place] is None]
        for place in silent:
            self.said[place] = role
        return bool(silent)


def assign_roles(events: Iterable[Event], text: str, rule: LeadRule) -> tuple[Role, ...]:
    """Role of each name among the events, in their order."""
    assigned, reach, outside = _Assigned(), _Reach(), []
    others, leading = Role.RESPONSIBLE, 1
    before: Event | None = None
    events = tuple(events)
    signed = _signed(events, text)
    for event in events:
        if event.mark is Mark.NAME:
            said = Role.LEAD if event.start in signed else Role.SUPPORT if reach.linked else None
            assigned.said.append(said)
            assigned.labels.append(reach.label)
        elif event.mark is Mark.LABEL:
            word = LEADING_WORD.fullmatch(text, event.start, event.end) is not None
            count = len(assigned.said)
            reach = _Reach(event.role, count, count, within_list=event.within_list, within_clause=word)
        elif event.mark is Mark.OPEN:
            inside = _Reach(reach.label, len(assigned.said), len(assigned.said))
            outside.append(_Reach() if before and before.mark is Mark.LABEL else reach)
            reach = inside
        elif event.mark is Mark.CLOSE and outside:
            reach = outside.pop()
        elif event.mark is Mark.SIGNED_LEADS:
            others = event.role
        elif event.mark is Mark.FIRST_LEADS:
            rule, others, leading = LeadRule.FIRST_LEADS, event.role, event.number or 1
        else:
            _apply(event, text, assigned, reach)
        before = event
    found = [said or label for said, label in zip(assigned.said, assigned.labels, strict=True)]
    if signed:
        return tuple(others if role is Role.RESPONSIBLE else role for role in found)
    if rule is LeadRule.NONE or not found or found[0] is not Role.RESPONSIBLE or Role.LEAD in found:
        return tuple(found)
    rest = (others if role is Role.RESPONSIBLE else role for role in found[leading:])
    return (*(Role.LEAD for _ in found[:leading]), *rest)


def _signed(events: Sequence[Event], text: str) -> frozenset[int]:
    """Where the names begin beside which the sign stands that the expression says to mark those who lead (★区财政局)."""
    legend = next((event for event in events if event.mark is Mark.SIGNED_LEADS), None)
    said = SIGNED_LEADS.match(text, legend.start) if legend else None
    if not said:
        return frozenset()
    starts: list[int] = []
    for place, event in enumerate(events):
        if event.mark is Mark.SEPARATOR and text[event.start] == said["sign"]:
            before, behind = events[max(0, place - 1)], events[min(place + 1, len(events) - 1)]
            marked = before if before.mark is Mark.NAME and before.end == event.start else behind
            starts += [marked.start] if marked.mark is Mark.NAME else []
    return frozenset(starts)


def _apply(event: Event, text: str, assigned: _Assigned, reach: _Reach) -> None:
    count = len(assigned.said)
    if event.mark is Mark.SEPARATOR and not event.within_list:
        reach.linked = False
        reach.comma = count
        reach.label = Role.RESPONSIBLE if reach.within_list else reach.label
        if text[event.start] in "；。":
            reach.clause = count
            reach.label = Role.RESPONSIBLE if reach.within_clause else reach.label
    elif event.mark is Mark.NOTE and assigned.said:
        assigned.said[-1] = event.role
    elif event.mark is Mark.LINK:
        led = any(assigned.say(start, Role.LEAD) for start in (reach.comma, reach.clause))
        if not led and count:
            assigned.say(count - 1, Role.LEAD)
        reach.linked = True
    elif event.mark is Mark.PREDICATE:
        _look_back(event.role, assigned, reach)


def _look_back(role: Role, assigned: _Assigned, reach: _Reach) -> None:
    """A predicate speaks of the names since the last comma; 配合 of all since someone was said to lead; none: of the last clause."""
    if role is not Role.RESPONSIBLE:
        led = reach.clause > 0 and Role.LEAD in assigned.said[: reach.clause]
        start = reach.clause if role is Role.SUPPORT and led else reach.comma
        if not assigned.say(start, role) and start == len(assigned.said):
            assigned.say(reach.clause, role)
    reach.clause = reach.comma = len(assigned.said)
    reach.linked = False
