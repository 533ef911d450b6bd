"""Reading of responsible-unit expressions (责任单位): the words of a cell or bracket -> the bodies named, their roles.

Here the steps meet: one spelling (``unit_text``), events (``unit_events``), roles (``unit_roles``), names of the registry
(``unit_names``). No body is invented: a group stays a group, 等 leaves the list open, what was not read is reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sitegen.load.reading import unit_group_words as groups
from sitegen.load.reading import unit_role_words as role_words
from sitegen.load.reading import unit_words as words
from sitegen.load.reading.unit_events import scan
from sitegen.load.reading.unit_marks import Event, Mark
from sitegen.load.reading.unit_names import Registered, UnitNames
from sitegen.load.reading.unit_roles import LeadRule, assign_roles
from sitegen.load.reading.unit_source import Sort, Source
from sitegen.load.reading.unit_text import LAYOUT, Spelled, spelled
from sitegen.model import Mention, MentionKind, Role, Scope

LONGEST_EXPRESSION = 4000
"""How many characters an expression may have; what is longer is no list of bodies, and none of it is read."""

__all__ = ["LeadRule", "UnitReading", "read_units"]


@dataclass(frozen=True, slots=True)
class UnitReading:
    """What a unit expression says: the bodies it names, whether it leaves the list open, and the ranges not read."""

    mentions: tuple[Mention, ...]
    open_ended: bool
    unread: tuple[tuple[int, int], ...]


def read_units(text: str, names: UnitNames, *, rule: LeadRule = LeadRule.NONE) -> UnitReading:
    """Read the responsible units that ``text`` names; never fails: where it names none, all of it is unread."""
    if len(text) > LONGEST_EXPRESSION:
        return UnitReading((), False, ((0, len(text)),))
    written = spelled(text)
    labels = _labels(written.text)
    source = Source.of(written, names, labels)
    events = _certain(scan(source, 0, len(written.text)), written.text)
    roles = iter(assign_roles(events, written.text, rule))
    mentions: list[Mention] = []
    carried = ""
    for place, event in enumerate(events):
        if event.name:
            found, carried = _resolve(event, written.text, names, carried)
            mention = _mention(event, found, next(roles), text, written)
            mentions.append(
                replace(mention, scope=Scope.SOME) if _goes_on(events, place, mentions, source) else mention
            )
    if not mentions:
        whole = (0, len(written.text)) if written.text else None
        return UnitReading((), False, (written.written(*whole),) if whole else ())
    unread = tuple(written.written(event.start, event.end) for event in events if event.mark is Mark.UNREAD)
    return UnitReading(tuple(mentions), _is_open(events, mentions), unread)


def _labels(text: str) -> dict[int, int]:
    if "：" not in text:
        return {}
    others = {found.start(): found.end() for found in role_words.OTHER_LABEL.finditer(text)}
    ends = set(others.values())
    found = {label.start(): label.end() for label in role_words.LABEL.finditer(text) if label.end() not in ends}
    return dict(sorted((found | others).items()))


def _certain(events: list[Event], text: str) -> list[Event]:
    """Events with words that only may be names taken as names where the list holds others, else as not read."""
    known = any(event.name and event.name.sort is not Sort.WORDS for event in events)
    return [
        Event(Mark.UNREAD, event.start, event.end)
        if event.name
        and event.name.sort is Sort.WORDS
        and not known
        and not words.WITH_LEVEL.match(text, event.start, event.end)
        else event
        for event in events
    ]


def _resolve(event: Event, text: str, names: UnitNames, carried: str) -> tuple[Registered | None, str]:
    """Registry entry of a name, by its outer name before the one in brackets; and the level word for the next name."""
    if event.name and event.name.sort is Sort.GROUP:
        return names.find(text[event.start : event.end]), carried
    parts = (text[start:end] for start, end in _parts(event))
    now = (spelling for part in parts for spelling in (part, part.removeprefix("现")))
    found = next((found for spelling in now if (found := names.find_listed(spelling, carried))), None)
    return found, names.place_of(text[event.start : event.end]) or carried


def _parts(event: Event) -> Iterator[tuple[int, int]]:
    if event.outer_end:
        yield event.start, event.outer_end
        yield event.outer_end + 1, event.end - 1
    yield event.start, event.end


def _mention(event: Event, found: Registered | None, role: Role, text: str, written: Spelled) -> Mention:
    start, end = written.written(event.start, event.end)
    assert event.name is not None
    unknown = MentionKind.GROUP if event.name.sort is Sort.GROUP else MentionKind.UNRESOLVED
    kind = found.kind if found else unknown
    group = kind is MentionKind.GROUP
    some = event.some or groups.SOME.search(written.text, event.start, event.end)
    apart = None if found else _apart(event, written.text)
    superior = text[slice(*written.written(*event.superior))] if event.superior else None
    return Mention(
        kind,
        found.id if found else None,
        LAYOUT.sub("", text[start:end]),
        (Scope.SOME if some else Scope.ALL) if group else None,
        role,
        LAYOUT.sub("", superior) if superior else None,
        start,
        end,
        f"“{LAYOUT.sub('', text[start:end])}”是合署的一个机构，还是几个机构合在一起写，原文未写明" if apart else "",
    )


def _apart(event: Event, text: str) -> bool:
    """Whether a name may be that of one joint office or of several written together: 市委、市政府办公室."""
    joint = words.JOINT_OFFICE.fullmatch(text, event.start, event.end)
    return joint is not None and words.APART.search(joint[0]) is not None


def _goes_on(events: list[Event], place: int, mentions: list[Mention], source: Source) -> bool:
    """Whether 有关 or 相关 before the last group holds for this one too: 有关镇街、部门."""
    if place < 2 or not mentions or mentions[-1].scope is not Scope.SOME or events[place - 2].name is None:
        return False
    event = events[place]
    return source.text[events[place - 1].start] == "、" and bool(
        groups.BARE_SORT.fullmatch(source.shaped, event.start, event.end)
    )


def _is_open(events: list[Event], mentions: list[Mention]) -> bool:
    """Whether 等, 有关 or 相关 leaves the list open; a number after 等 closes it where it counts the names before it."""
    if any(mention.scope is Scope.SOME for mention in mentions):
        return True
    named, since = 0, {Mark.SEPARATOR: 0, Mark.PREDICATE: 0, Mark.LABEL: 0}
    for event in events:
        named += event.mark is Mark.NAME
        if event.mark is Mark.OTHERS and event.number not in (named, *(named - count for count in since.values())):
            return True
        if event.mark in since and not event.within_list:
            since[event.mark] = named
    return False
