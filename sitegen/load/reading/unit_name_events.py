"""Names in their place (名称的取舍): whether words where a name could stand are one, and under which body it lies.

Here belongs what the events before a name and the mark behind it say of it. Where names end is decided in ``unit_bodies``.
"""

from __future__ import annotations

from sitegen.load.reading import unit_group_words as groups
from sitegen.load.reading import unit_role_words as roles
from sitegen.load.reading import unit_words as words
from sitegen.load.reading.unit_bodies import predicate, read_loosely, read_name, read_rest
from sitegen.load.reading.unit_marks import Event, Mark
from sitegen.load.reading.unit_source import Name, Sort, Source


def name_event(source: Source, place: int, limit: int, events: list[Event]) -> Event:
    """A name, or the words that stand where one could and are none: persons, headings, sentences."""
    text = source.text
    superior = _superior(text, place, limit, events)
    start = place + 1 if superior and text[place] == "其" and place + 1 < limit else place
    name = read_name(source, start, limit) or read_loosely(source, start, limit)
    goes_on = (
        bool(events) and events[-1].mark is Mark.NAME and events[-1].end == place and place not in source.spelled.gaps
    )
    person = _behind_body(source, place, events) and words.PERSON.fullmatch(text, name.start, name.end)
    about = len(events) > 1 and events[-2].mark is Mark.NAME and text[events[-1].start] == "："
    if name.sort is Sort.WORDS and (goes_on or about or person or not _may_be_name(text[name.start : name.end])):
        return Event(Mark.UNREAD, place, name.end)
    leaders = words.LEADERS.match(text, name.end, limit) if name.sort is Sort.BODY else None
    if leaders and name.end not in source.spelled.gaps:
        return Event(Mark.UNREAD, place, leaders.end())
    heading = _heading_end(source, name, limit)
    if heading:
        return Event(Mark.UNREAD, place, heading)
    above = (name.start, name.superior_end) if name.superior_end else superior
    return Event(Mark.NAME, start, name.end, name=name, superior=above)


def _heading_end(source: Source, name: Name, limit: int) -> int:
    """End of words before a colon that only say whose bodies follow (省级层面：省民政厅; 预决算公开：县财政局), or 0."""
    text, end = source.text, source.piece_end(name.start, limit)
    if end + 1 >= limit or text[end] != "：" or name.sort is Sort.BODY:
        return 0
    if name.sort is Sort.WORDS:
        return end
    of_all = text.startswith(("各", "有关", "相关"), name.start)
    return end if end == name.end and not of_all and read_name(source, end + 1, limit) else 0


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


def rest_events(source: Source, place: int, limit: int) -> list[Event]:
    """The group that 等 leaves open, where it is named: 有关部门, 相关单位."""
    said = predicate(source, place, source.piece_end(place, limit))
    if place >= limit or place in source.labels or (said and not roles.ROLE_BODY.match(source.text, place, limit)):
        return []
    rest = read_rest(source, place, limit)
    if rest is None:
        return []
    return [Event(Mark.NAME, rest.start, rest.end, name=rest, some=source.text[rest.start] != "各")]
