"""Events of a unit expression (扫描所得): the values that the scan yields and the roles are read from.

Here belong the events alone. How they are found is decided in ``unit_events``, what they mean for roles in ``unit_roles``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sitegen.load.reading.unit_source import Name
from sitegen.model import Role


class Mark(StrEnum):
    """What an event is."""

    NAME = "name"
    SEPARATOR = "separator"
    LABEL = "label"
    PREDICATE = "predicate"
    LINK = "link"
    NOTE = "note"
    OTHERS = "others"
    FIRST_LEADS = "first-leads"
    SIGNED_LEADS = "signed"
    OPEN = "open"
    CLOSE = "close"
    WORD = "word"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing met in an expression, with its range in the text in one spelling.

    A name carries the name read, ``outer_end`` where a second name in brackets follows, the range of its superior, and
    whether 等 leaves it open. 等 carries the number that it states, 前两位 the number of those who lead. Labels, predicates and notes carry their role, labels
    whether they hold for one list only; separators whether they part the members of one list (、) or lists (，；。).
    """

    mark: Mark
    start: int
    end: int
    role: Role = Role.RESPONSIBLE
    name: Name | None = None
    outer_end: int = 0
    superior: tuple[int, int] | None = None
    some: bool = False
    number: int | None = None
    within_list: bool = False
