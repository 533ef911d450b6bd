"""Expression -> events (单位表达式扫描): names, separators, labels and predicates in the order in which they stand.

Nothing is dropped: every character falls to a name, a mark of the grammar, or an event that says it was not read. Where names
end is decided in ``unit_bodies``, whose role they have in ``unit_roles``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from sitegen.load.reading import unit_role_words as roles
from sitegen.load.reading import unit_words as words
from sitegen.load.reading.unit_bodies import predicate, read_loosely, read_name, read_rest
from sitegen.load.reading.unit_source import Name, Sort, Source
from sitegen.model import Role

DEEPEST_BRACKET = 5


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
    OPEN = "open"
    CLOSE = "close"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing met in an expression, with its range in the text in one spelling.

    A name carries the name read, ``outer_end`` where a second name in brackets follows, the range of its superior, and
    whether 等 leaves it open. 等 carries the number that it states. Labels, predicates and notes carry their role;
    separators whether they part the members of one list (、) or lists (，；。).
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


def scan(source: Source, start: int, limit: int, depth: int = 0) -> list[Event]:
    """Events between two places of an expression, in order."""
    events: list[Event] = []
    place = start
    while place < limit:
        place = _step(source, place, limit, depth, events)
    return events


def _step(source: Source, place: int, limit: int, depth: int, events: list[Event]) -> int:
    text = source.text
    if place in source.labels:
        return _label(source, place, limit, events)
    numbering = words.NUMBERING.match(text, place, limit)
    if numbering:
        return numbering.end()
    if text[place] == "（":
        return _bracket(source, place, limit, depth, events)
    quoted = source.spelled.closing.get(place, limit) + 1 if text[place] == "“" else limit
    if quoted >= source.piece_end(place, limit) and words.STOP.match(text, place, limit):
        mark = Mark.OTHERS if text[place] == "…" else Mark.SEPARATOR
        events.append(Event(mark, place, place + 1, within_list=text[place] in "、／·."))
        return place + 1
    return _words(source, place, limit, events)


def _words(source: Source, place: int, limit: int, events: list[Event]) -> int:
    """Read at a place where a piece begins or goes on: marks before a name, the name, or what is no name."""
    text = source.text
    end = source.piece_end(place, limit)
    if words.OTHERS.match(text, place, end):
        return _others(source, place, end, limit, events)
    link = roles.LINK.match(text, place, end)
    if link:
        events.append(Event(Mark.LINK, place, link.end()))
        return link.end()
    if words.TIME.match(text, place, end):
        return _unread(place, end, events)
    bare = _bare_label(source, place, end)
    if bare:
        events.append(Event(Mark.LABEL, place, bare, roles.role_of_label(text[place:bare])))
        return bare
    after_name = bool(events) and events[-1].end == place and events[-1].mark is not Mark.SEPARATOR
    total = words.TOTAL.match(text, place) if after_name else None
    if total:
        return total.end()
    said = predicate(source, place, end)
    if said and (after_name or not roles.ROLE_BODY.match(text, place, end)):
        return _predicate(source, place, said, limit, events)
    agent = words.AGENT.search(text, place + 1, end)
    if agent and read_name(source, agent.end(), limit):
        return _unread(place, agent.start(), events)
    before = words.PREFIX.match(text, place, end) or (words.JOINT.match(text, place, end) if after_name else None)
    if before and before.end() < end:
        return before.end()
    return _name(source, place, limit, events)


def _is_name(source: Source, place: int, limit: int) -> bool:
    return read_name(source, place, limit) is not None


# Names --------------------------------------------------------------------------------------------------------------


def _name(source: Source, place: int, limit: int, events: list[Event]) -> int:
    text = source.text
    under = words.UNDER.match(text, place, limit)
    superior = _last_name(events) if under else None
    if superior and superior.name and not _lies_under(superior.name, text[place : place + 2], events[-1]):
        superior = None
    if under and text[place] == "其" and place + 1 < limit and text[place + 1] not in "他它余":
        place += 1
    name = read_name(source, place, limit) or read_loosely(source, place, limit)
    if name.sort is Sort.WORDS and not _may_be_name(text[name.start : name.end]):
        return _unread(place, name.end, events)
    above = (name.start, name.superior_end) if name.superior_end else (superior.start, superior.end) if superior else None
    events.append(Event(Mark.NAME, name.start, name.end, name=name, superior=above))
    return name.end


def _lies_under(superior: Name, first: str, before: Event) -> bool:
    """Whether 其, 所属 or 直属 behind a name refers to it: across a separator only to one body (区教体局、所属学校)."""
    if superior.sort is Sort.GROUP:
        return before.mark is not Mark.SEPARATOR and first != "直属"
    return before.mark is not Mark.SEPARATOR or first[0] != "各"


def _last_name(events: list[Event]) -> Event | None:
    return next((event for event in reversed(events) if event.mark is Mark.NAME), None)


def _may_be_name(written: str) -> bool:
    return bool(words.SHORT_NAME.fullmatch(written)) and not words.NO_NAME.search(words.COMPOUND.sub("", written))


def _others(source: Source, place: int, end: int, limit: int, events: list[Event]) -> int:
    """等 and what it says of the list: a number that closes it (等5个部门), a group left open (等有关部门), or nothing."""
    text = source.text
    place_after = place + 1
    count = words.COUNT.match(text, place_after, end)
    if count:
        number = None if count["more"] else numeral(count["number"])
        events.append(Event(Mark.OTHERS, place, count.end(), number=number))
        return count.end()
    events.append(Event(Mark.OTHERS, place, place_after))
    rest = read_rest(source, place_after, limit) if place_after < end and not predicate(source, place_after, end) else None
    if rest is None:
        return place_after
    events.append(Event(Mark.NAME, rest.start, rest.end, name=rest, some=text[rest.start] != "各"))
    return rest.end


def numeral(written: str) -> int | None:
    """Number written in digits or in Chinese below one hundred; None for other numerals."""
    if written.isdigit():
        return int(written)
    digits = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"两": 2}
    tens, ten, ones = written.rpartition("十")
    if any(character not in digits for character in tens + ones) or len(tens) > 1 or len(ones) > 1:
        return None
    return (digits.get(tens, 1) * 10 if ten else 0) + digits.get(ones, 0)


# Labels and predicates ----------------------------------------------------------------------------------------------


def _label(source: Source, place: int, limit: int, events: list[Event]) -> int:
    end = min(source.labels[place], limit)
    written = source.text[place:end]
    if not roles.OTHER_LABEL.fullmatch(written):
        events.append(Event(Mark.LABEL, place, end, roles.role_of_label(written)))
        return end
    stop = source.piece_end(end, limit) if end < limit else limit
    while stop < limit and source.text[stop] in "、，" and stop not in source.labels:
        stop = source.piece_end(stop + 1, limit)
    return _unread(place, stop, events)


def _bare_label(source: Source, place: int, end: int) -> int:
    """End of a label without colon (牵头单位 区政府办公室, 牵头单位为…), or 0."""
    found = roles.BARE_LABEL.match(source.text, place, end)
    if not found or found.end() >= end:
        return 0
    certain = found["copula"] or found.end() in source.spelled.gaps or words.NAME_START.match(source.text, found.end(), end)
    return found.end() if certain else 0


def _predicate(source: Source, place: int, end: int, limit: int, events: list[Event]) -> int:
    text = source.text
    events.append(Event(Mark.PREDICATE, place, end, roles.role_of_predicate(text[place:end])))
    stop = source.piece_end(end, limit)
    begins = end >= stop or text[end] in "（等" or words.NAME_START.match(text, end, stop) or words.JOINT.match(text, end, stop)
    if begins or roles.LINK.match(text, end, stop):
        return end
    return end if _is_name(source, end, limit) else _unread(end, stop, events)


def _unread(start: int, end: int, events: list[Event]) -> int:
    events.append(Event(Mark.UNREAD, start, end))
    return end


# Brackets -----------------------------------------------------------------------------------------------------------


def _bracket(source: Source, place: int, limit: int, depth: int, events: list[Event]) -> int:
    """A bracket that is no part of a group's spelling: a role, a second name, a list of its own, or a remark."""
    text = source.text
    close = source.spelled.closing.get(place, limit)
    if close >= limit or depth >= DEEPEST_BRACKET:
        return place + 1
    inside = text[place + 1 : close]
    after_name = bool(events) and events[-1].mark is Mark.NAME and events[-1].end == place
    if roles.FIRST_LEADS.search(inside):
        events.append(Event(Mark.FIRST_LEADS, place, close + 1))
    elif said := _note(source, place + 1, close):
        events.append(Event(said if after_name else Mark.PREDICATE, place, close + 1, roles.role_of_predicate(inside)))
    elif inside:
        inner = scan(source, place + 1, close, depth + 1)
        if after_name and _is_second_name(text, events[-1], inner):
            events[-1] = replace(events[-1], end=close + 1, outer_end=place)
        elif any(event.name and not (after_name and event.name.sort is Sort.WORDS) for event in inner):
            events += [Event(Mark.OPEN, place, place + 1), *inner, Event(Mark.CLOSE, close, close + 1)]
        else:
            _unread(place + 1, close, events)
    return close + 1


def _note(source: Source, start: int, close: int) -> Mark | None:
    """What a bracket of words of role is: a note on the name before it, or said of all (共同牵头, 两单位负责); else None."""
    total = words.TOTAL.match(source.text, start, close)
    begin = total.end() if total else start
    if predicate(source, begin, close) != close:
        return None
    return Mark.PREDICATE if total or words.TOGETHER.match(source.text, begin, close) else Mark.NOTE


def _is_second_name(text: str, before: Event, inner: list[Event]) -> bool:
    """Whether a bracket after a body holds other names of the same body: 区委办公室（区档案局）."""
    names = [event.name for event in inner if event.name]
    only_names = all(event.mark is Mark.NAME or text[event.start] == "、" for event in inner)
    bodies = bool(names) and all(name.sort is Sort.BODY for name in names)
    return only_names and bodies and before.name is not None and before.name.sort is Sort.BODY
