"""Agenda (日程): every task with a stated day, in order of time; what calendars and pages about dates are made from.

Undated work (全年, 长期坚持, 定期 …) is not here: no day is made up for it. Neither is 年内 in a running text, which bounds a
quantity (年内不少于2次) and names no day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sitegen.model import DeadlineTerm, MentionKind, Plan, Portal, Precision, Task, TermKind

DATED = (TermKind.BY_DATE, TermKind.RANGE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One dated term of a task: the plan, the task, the term, its last day, its first day (equal for a single day).

    ``in_text`` is true where the date stands in the running text instead of the deadline column. ``number`` counts the
    task's dated terms from 1.
    """

    plan: Plan
    task: Task
    term: DeadlineTerm
    start: date
    end: date
    in_text: bool
    number: int


def agenda(portal: Portal) -> tuple[Entry, ...]:
    """All dated terms of all tasks, by last day, then in the order of plans and rows."""
    entries = [entry for plan in portal.plans for task in plan.tasks for entry in _entries(plan, task)]
    return tuple(sorted(entries, key=lambda entry: entry.end))


def unit_ids(task: Task) -> frozenset[str]:
    """Ids of the units and groups that a task's column or bracket names."""
    return frozenset(mention.id for mention in task.units.mentions if mention.id and mention.kind is not MentionKind.UNRESOLVED)


def _entries(plan: Plan, task: Task) -> Iterator[Entry]:
    seen: set[tuple[date, date]] = set()
    number = 0
    terms = [(term, False) for term in task.deadline.terms]
    terms += [(term, True) for deadline in task.mentioned_deadlines for term in deadline.terms]
    for term, in_text in terms:
        if term.kind not in DATED or term.end is None or (in_text and term.precision is Precision.YEAR):
            continue
        start = term.start or term.end
        if (start, term.end) not in seen:
            seen.add((start, term.end))
            number += 1
            yield Entry(plan, task, term, start, term.end, in_text, number)
