"""Expression -> events (单位表达式扫描): names, separators, labels and predicates in the order in which they stand.

Nothing is dropped: every character falls to a name, to a word of the grammar, or to an event that says it was not read.
Where names end is decided in ``unit_bodies``, whose role they have in ``unit_roles``.
"""

from __future__ import annotations

from dataclasses import replace

from sitegen.load.reading import unit_group_words as groups
from sitegen.load.reading import unit_role_words as roles
from sitegen.load.reading import unit_words as words
from sitegen.load.reading.numerals import read_numeral
from sitegen.load.reading.unit_bodies import predicate, read_name
from sitegen.load.reading.unit_marks import Event, Mark
from sitegen.load.reading.unit_name_events import name_event, rest_events
from sitegen.load.reading.unit_source import Name, Sort, Source

DEEPEST_BRACKET = 5
LONGEST_SENTENCE = 120
"""How many characters may stand before 由 and the body that acts."""


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
                events += rest_events(source, events[-1].end, limit)
        place = events[-1].end
    return events


def _stop(source: Source, place: int, limit: int) -> Event | None:
    """A label, a number before a point, bodies that are excepted, or a separator."""
    text = source.text
    if place in source.labels:
        return _rule(source, place, limit, None) or _label(source, place, limit)
    numbering = words.NUMBERING.match(text, place, limit)
    if numbering:
        return Event(Mark.WORD, place, numbering.end())
    exception = words.EXCEPTION.match(text, place, limit) or words.CONDITION.match(text, place, limit)
    if exception:
        return Event(Mark.UNREAD, place, exception.end())
    if roles.SIGNED_LEADS.match(text, place, limit):
        return _rule(source, place, limit, None)
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
    for read in (_others, _link, _rule, _time, _bare_label, _leading_word, _predicate, _sentence, _joint):
        event = read(source, place, end, before)
        if event:
            return event
    return name_event(source, place, limit, events)


# Words of the grammar -----------------------------------------------------------------------------------------------


def _others(source: Source, place: int, end: int, _before: Event | None) -> Event | None:
    """其他 without a noun; 等, with the number that closes or measures the list (等5个部门); or such a number right behind the last name."""
    text = source.text
    total = words.TOTAL.match(text, place, end) if _before else None
    if total:
        return Event(Mark.WORD, place, total.end())
    alone = words.OTHERS_ALONE.match(text, place, end)
    if alone and place > 0 and not text.startswith("：", end):
        return Event(Mark.OTHERS, place, alone.end())
    if not words.OTHERS.match(text, place, end):
        return None
    count = words.COUNT.match(source.shaped, place + 1, end)
    if not count:
        return Event(Mark.OTHERS, place, place + 1)
    return Event(Mark.OTHERS, place, count.end(), number=None if count["more"] else read_numeral(count["number"]))


def _link(source: Source, place: int, end: int, _before: Event | None) -> Event | None:
    found = roles.LINK.match(source.text, place, end)
    return Event(Mark.LINK, place, found.end()) if found else None


def _rule(source: Source, place: int, end: int, _before: Event | None) -> Event | None:
    """The statement that the first of the list, or those beside a sign, lead; its role is that of the others."""
    first = roles.FIRST_LEADS.match(source.text, place, end)
    found = first or roles.SIGNED_LEADS.match(source.text, place, end)
    if not found:
        return None
    role = roles.role_of_predicate(found["others"] or "")
    if not first:
        return Event(Mark.SIGNED_LEADS, place, found.end(), role)
    return Event(Mark.FIRST_LEADS, place, found.end(), role, number=read_numeral(first["leading"] or "1"))


def _time(source: Source, place: int, end: int, _before: Event | None) -> Event | None:
    told = words.TIME.match(source.text, place, end) or words.SUBMITS.match(source.text, place, end)
    return Event(Mark.UNREAD, place, end) if told else None


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
    dashes = roles.DASHES.match(text, found.end()) if found else None
    if found and dashes:
        return Event(Mark.LABEL, place, dashes.end(), roles.role_of_label(found[0]))
    if not found or found.end() >= end:
        return None
    gap = found.end() in source.spelled.gaps
    opened = text[found.end()] == "（" and read_name(source, found.end() + 1, source.spelled.closing.get(found.end(), 0))
    spelling = opened and groups.ALTERNATIVE.fullmatch(text, opened.start, opened.end)
    certain = found["copula"] or gap or words.NAME_START.match(text, found.end(), end) or (opened and not spelling)
    return Event(Mark.LABEL, place, found.end(), roles.role_of_label(found[0])) if certain else None


def _leading_word(source: Source, place: int, end: int, before: Event | None) -> Event | None:
    """A word of role that begins a piece and is followed by nothing but the name of a body (牵头县住建局).

    Where a list begins so, such words stand before further names too (牵头县住建局 配合县城管局).
    """
    found = roles.LEADING_WORD.match(source.text, place, end)
    if found and before and not (
        before.mark is Mark.NAME and roles.LEADING_WORD.match(source.text, source.begins(place, "，；。"))
    ):
        return None
    name = _named_behind(source, found.end(), end) if found else None
    if not found or name is None:
        return None
    said = predicate(source, name.end, end)
    if said and not (roles.LEADING_WORD.fullmatch(source.text, name.end, said) and _named_behind(source, said, end)):
        return None
    return Event(Mark.LABEL, place, found.end(), roles.role_of_predicate(found[0]), within_list=bool(found["lead"]))


def _named_behind(source: Source, place: int, end: int) -> Name | None:
    """The name of a body with its level, or of a group of all, that stands at a place; or None."""
    name = read_name(source, place, end)
    if name is None or name.sort is Sort.PLACE:
        return None
    told = words.WITH_LEVEL.match(source.text, name.start, name.end) or source.text[name.start] == "各"
    return name if told else None


def _predicate(source: Source, place: int, end: int, before: Event | None) -> Event | None:
    """A predicate; what follows a predicate and is neither name nor word of the grammar is not read."""
    text = source.text
    if before and before.mark is Mark.PREDICATE:
        goes_on = text[place] in "等" or words.NAME_START.match(text, place, end) or words.JOINT.match(text, place, end)
        named = groups.UNDER.match(text, place, end) or source.is_unit(place) or not roles.WITH_OBJECT.search(
            text, before.start, before.end
        )
        return None if goes_on or (named and read_name(source, place, end)) else Event(Mark.UNREAD, place, end)
    said = predicate(source, place, end)
    of_names = before is not None and before.mark in (Mark.NAME, Mark.OTHERS, Mark.CLOSE)
    if not said or (not of_names and roles.ROLE_BODY.match(text, place, end)):
        return None
    return Event(Mark.PREDICATE, place, said, roles.role_of_predicate(text[place:said]))


def _sentence(source: Source, place: int, end: int, _before: Event | None) -> Event | None:
    """Words before 由 and a name: 新闻发布工作由区委宣传部牵头."""
    agent = words.AGENT.search(source.text, place + 1, min(end, place + LONGEST_SENTENCE))
    bracket = source.text.find("（", place, agent.start()) if agent else -1
    if agent and bracket >= 0 and source.spelled.closing.get(bracket, 0) > agent.start():
        return None
    if agent and read_name(source, agent.end(), end):
        return Event(Mark.UNREAD, place, agent.start())
    return None


def _joint(source: Source, place: int, end: int, before: Event | None) -> Event | None:
    text = source.text
    found = words.PREFIX.match(text, place, end) or (words.JOINT.match(text, place, end) if before else None)
    return Event(Mark.WORD, place, found.end()) if found and found.end() < end else None


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
    label = roles.BRACKET_LABEL.fullmatch(text, place, close + 1)
    if label and roles.BRACKET_LABEL.match(text, source.begins(place, "；。")):
        return [*events, Event(Mark.LABEL, place, close + 1, roles.role_of_label(label[0]))]
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
    unread = [Event(Mark.UNREAD, place + 1, close)] if words.SAYS.search(text, place + 1, close) else []
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
