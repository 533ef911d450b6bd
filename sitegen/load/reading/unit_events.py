"""Expression -> events (单位表达式扫描): names, separators, labels and predicates in the order in which they stand.

Nothing is dropped: every character falls to a name, to a word of the grammar, or to an event that says it was not read.
Where names end is decided in ``unit_bodies``, whose role they have in ``unit_roles``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from sitegen.load.reading import unit_group_words as groups
from sitegen.load.reading import unit_role_words as roles
from sitegen.load.reading import unit_words as words
from sitegen.load.reading.numerals import read_numeral
from sitegen.load.reading.unit_bodies import predicate, read_loosely, read_name, read_rest
from sitegen.load.reading.unit_source import Name, Sort, Source
from sitegen.model import Role

DEEPEST_BRACKET = 5
LONGEST_SENTENCE = 120
"""How many characters may stand before 由 and the body that acts."""


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
    WORD = "word"
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
        if source.text[place] == "（":
            events = _bracket(source, place, limit, depth, events)
        else:
            events.append(_stop(source, place, limit) or _words(source, place, limit, events))
            if events[-1].mark is Mark.OTHERS:
                events += _rest(source, events[-1].end, limit)
        place = events[-1].end
    return events


def _stop(source: Source, place: int, limit: int) -> Event | None:
    """A label, a number before a point, bodies that are excepted, or a separator."""
    text = source.text
    if place in source.labels:
        return _label(source, place, limit)
    numbering = words.NUMBERING.match(text, place, limit)
    if numbering:
        return Event(Mark.WORD, place, numbering.end())
    exception = words.EXCEPTION.match(text, place, limit)
    if exception:
        return Event(Mark.UNREAD, place, exception.end())
    quoted_name = text[place] == "“" and source.piece_end(place, limit) > source.spelled.closing.get(place, limit) + 1
    if quoted_name or not words.STOP.match(text, place, limit):
        return None
    dots = words.ELLIPSIS.match(text, place, limit)
    if dots:
        return Event(Mark.OTHERS, place, dots.end())
    return Event(Mark.SEPARATOR, place, place + 1, within_list=text[place] in words.WITHIN_LIST)


def _words(source: Source, place: int, limit: int, events: list[Event]) -> Event:
    """What stands where a piece begins or goes on: a word of the grammar, a name, or what is no name."""
    end = source.piece_end(place, limit)
    before = events[-1] if events and events[-1].mark is not Mark.SEPARATOR and events[-1].end == place else None
    for read in (_others, _link, _rule, _time, _bare_label, _predicate, _sentence, _joint):
        event = read(source, place, end, before)
        if event:
            return event
    return _name(source, place, limit, events)


# Words of the grammar -----------------------------------------------------------------------------------------------


def _others(source: Source, place: int, end: int, _before: Event | None) -> Event | None:
    """等, with the number that closes or measures the list (等5个部门); or such a number right behind the last name."""
    text = source.text
    total = words.TOTAL.match(text, place, end) if _before else None
    if total:
        return Event(Mark.WORD, place, total.end())
    if not words.OTHERS.match(text, place, end):
        return None
    count = words.COUNT.match(text, place + 1, end)
    if not count:
        return Event(Mark.OTHERS, place, place + 1)
    return Event(Mark.OTHERS, place, count.end(), number=None if count["more"] else read_numeral(count["number"]))


def _link(source: Source, place: int, end: int, _before: Event | None) -> Event | None:
    found = roles.LINK.match(source.text, place, end)
    return Event(Mark.LINK, place, found.end()) if found else None


def _rule(source: Source, place: int, end: int, _before: Event | None) -> Event | None:
    """The statement that the first of the list leads; its role is that of the others."""
    found = roles.FIRST_LEADS.match(source.text, place, end)
    if not found:
        return None
    return Event(Mark.FIRST_LEADS, place, found.end(), roles.role_of_predicate(found["others"] or ""))


def _time(source: Source, place: int, end: int, _before: Event | None) -> Event | None:
    return Event(Mark.UNREAD, place, end) if words.TIME.match(source.text, place, end) else None


def _label(source: Source, place: int, limit: int) -> Event:
    end = min(source.labels[place], limit)
    written = source.text[place:end]
    if roles.FIRST_LEADS.search(written):
        return Event(Mark.FIRST_LEADS, place, end)
    if not roles.OTHER_LABEL.fullmatch(written):
        return Event(Mark.LABEL, place, end, roles.role_of_label(written))
    stop = source.piece_end(end, limit)
    while stop < limit and source.text[stop] in "、，" and stop not in source.labels:
        stop = source.piece_end(stop + 1, limit)
    return Event(Mark.UNREAD, place, stop)


def _bare_label(source: Source, place: int, end: int, _before: Event | None) -> Event | None:
    """A label without colon (牵头单位 区政府办公室, 牵头单位为…)."""
    text = source.text
    found = roles.BARE_LABEL.match(text, place, end)
    if not found or found.end() >= end:
        return None
    gap = found.end() in source.spelled.gaps
    opened = text[found.end()] == "（" and read_name(source, found.end() + 1, source.spelled.closing.get(found.end(), 0))
    spelling = opened and groups.ALTERNATIVE.fullmatch(text, opened.start, opened.end)
    certain = found["copula"] or gap or words.NAME_START.match(text, found.end(), end) or (opened and not spelling)
    return Event(Mark.LABEL, place, found.end(), roles.role_of_label(found[0])) if certain else None


def _predicate(source: Source, place: int, end: int, before: Event | None) -> Event | None:
    """A predicate; what follows a predicate and is neither name nor word of the grammar is not read."""
    text = source.text
    if before and before.mark is Mark.PREDICATE:
        goes_on = text[place] in "等" or words.NAME_START.match(text, place, end) or words.JOINT.match(text, place, end)
        return None if goes_on or read_name(source, place, end) else Event(Mark.UNREAD, place, end)
    said = predicate(source, place, end)
    of_names = before is not None and before.mark in (Mark.NAME, Mark.OTHERS, Mark.CLOSE)
    if not said or (not of_names and roles.ROLE_BODY.match(text, place, end)):
        return None
    return Event(Mark.PREDICATE, place, said, roles.role_of_predicate(text[place:said]))


def _sentence(source: Source, place: int, end: int, _before: Event | None) -> Event | None:
    """Words before 由 and a name: 新闻发布工作由区委宣传部牵头."""
    agent = words.AGENT.search(source.text, place + 1, min(end, place + LONGEST_SENTENCE))
    if agent and read_name(source, agent.end(), end):
        return Event(Mark.UNREAD, place, agent.start())
    return None


def _joint(source: Source, place: int, end: int, before: Event | None) -> Event | None:
    text = source.text
    found = words.PREFIX.match(text, place, end) or (words.JOINT.match(text, place, end) if before else None)
    return Event(Mark.WORD, place, found.end()) if found and found.end() < end else None


# Names --------------------------------------------------------------------------------------------------------------


def _name(source: Source, place: int, limit: int, events: list[Event]) -> Event:
    text = source.text
    superior = _superior(text, place, limit, events)
    start = place + 1 if superior and text[place] == "其" and place + 1 < limit else place
    name = read_name(source, start, limit) or read_loosely(source, start, limit)
    goes_on = (
        bool(events) and events[-1].mark is Mark.NAME and events[-1].end == place and place not in source.spelled.gaps
    )
    person = _behind_body(source, place, events) and words.PERSON.fullmatch(text, name.start, name.end)
    if name.sort is Sort.WORDS and (goes_on or person or not _may_be_name(text[name.start : name.end])):
        return Event(Mark.UNREAD, place, name.end)
    if _is_heading(source, name, limit):
        return Event(Mark.UNREAD, place, name.end)
    above = (name.start, name.superior_end) if name.superior_end else superior
    return Event(Mark.NAME, start, name.end, name=name, superior=above)


def _is_heading(source: Source, name: Name, limit: int) -> bool:
    """Whether words before a colon only say whose bodies follow (省级层面：省民政厅; 镇街：各镇街)."""
    text, beyond = source.text, name.end + 1
    if beyond >= limit or text[name.end] != "：" or name.sort is Sort.BODY:
        return False
    of_all = text.startswith(("各", "有关", "相关"), name.start)
    return name.sort is Sort.WORDS or (not of_all and read_name(source, beyond, limit) is not None)


def _behind_body(source: Source, place: int, events: list[Event]) -> bool:
    """Whether only a gap of the layout parts a place from the name of a body: 县教育局 张三."""
    return bool(events) and events[-1].mark is Mark.NAME and events[-1].end == place and place in source.spelled.gaps


def _superior(text: str, place: int, limit: int, events: list[Event]) -> tuple[int, int] | None:
    """Name to which 其, 所属 or 直属 refers: the last one, but across a separator only one body (区教体局、所属学校)."""
    if not groups.UNDER.match(text, place, limit):
        return None
    last = next((event for event in reversed(events) if event.name), None)
    if last is None or last.name is None:
        return None
    apart = events[-1].mark is Mark.SEPARATOR
    if last.name.sort is Sort.GROUP:
        refers = not apart and not text.startswith("直属", place)
    else:
        refers = not (apart and text[place] == "各")
    return (last.start, last.end) if refers else None


def _may_be_name(written: str) -> bool:
    short = words.SHORT_NAME.fullmatch(written) and not words.SENTENCE_START.match(written)
    return bool(short) and not words.NO_NAME.search(words.COMPOUND.sub("", written))


def _rest(source: Source, place: int, limit: int) -> list[Event]:
    """The group that 等 leaves open, where it is named: 有关部门, 相关单位."""
    said = predicate(source, place, source.piece_end(place, limit))
    if place >= limit or place in source.labels or (said and not roles.ROLE_BODY.match(source.text, place, limit)):
        return []
    rest = read_rest(source, place, limit)
    if rest is None:
        return []
    return [Event(Mark.NAME, rest.start, rest.end, name=rest, some=source.text[rest.start] != "各")]


# Brackets -----------------------------------------------------------------------------------------------------------


def _bracket(source: Source, place: int, limit: int, depth: int, events: list[Event]) -> list[Event]:
    """Events with a bracket that is no part of a group's spelling: a role, a second name, a list of its own, a remark."""
    text = source.text
    close = source.spelled.closing.get(place, limit)
    if words.NUMBERING.match(text, place, limit) or close >= limit or depth >= DEEPEST_BRACKET:
        numbering = words.NUMBERING.match(text, place, limit)
        return [*events, Event(Mark.WORD, place, numbering.end() if numbering else place + 1)]
    named = events[-1] if events and events[-1].name and events[-1].end == place else None
    rule = _rule(source, place + 1, close, None)
    if rule and rule.end == close:
        return [*events, rule, Event(Mark.WORD, close, close + 1)]
    note = _note(source, place + 1, close)
    if note:
        role = roles.NOTE_SIGNS.get(text[place + 1 : close]) or roles.role_of_predicate(text[place:close])
        return [*events, Event(note if named else Mark.PREDICATE, place, close + 1, role)]
    remark = words.REMARK.match(text, place + 1, close) or words.EXCEPTED.search(text, place + 1, close)
    inner = [] if remark else scan(source, place + 1, close, depth + 1)
    if named and _is_second_name(text, named, inner):
        return [*events[:-1], replace(named, end=close + 1, outer_end=place)]
    if any(event.name and not (named and event.name.sort is Sort.WORDS) for event in inner):
        return [*events, Event(Mark.OPEN, place, place + 1), *inner, Event(Mark.CLOSE, close, close + 1)]
    unread = [Event(Mark.UNREAD, place + 1, close)] if close > place + 1 else []
    return [*events, *unread, Event(Mark.WORD, close, close + 1)]


def _note(source: Source, start: int, close: int) -> Mark | None:
    """What a bracket of words of role is: a note on the name before it, or said of all (共同牵头, 两单位负责); else None."""
    if source.text[start:close] in roles.NOTE_SIGNS:
        return Mark.NOTE
    total = words.TOTAL.match(source.text, start, close)
    begin = total.end() if total else start
    if predicate(source, begin, close) != close:
        return None
    return Mark.PREDICATE if total or words.TOGETHER.match(source.text, begin, close) else Mark.NOTE


def _is_second_name(text: str, before: Event, inner: list[Event]) -> bool:
    """Whether a bracket after a body holds other names of the same body: 区委办公室（区档案局）."""
    names = [event.name for event in inner if event.name]
    only_names = all(event.name or text[event.start] == "、" for event in inner)
    bodies = bool(names) and all(name.sort is Sort.BODY for name in names)
    return only_names and bodies and before.name is not None and before.name.sort is Sort.BODY
