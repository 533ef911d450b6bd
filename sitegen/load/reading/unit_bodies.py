"""Grammar of one name (单位名称): where the name of a body or a group ends that begins at a place of an expression.

A name is read from left to right: at each word with which names can end, what follows decides whether it ends there. Names
of the registry go first, the longest before the shorter. Lists, roles and brackets after names are read elsewhere.

Whether a name ends often depends on whether another one follows. That one is read with ``depth`` 1, where the words that
join or begin names are taken at their face: so reading stays linear.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.load.reading import unit_group_words as groups
from sitegen.load.reading import unit_role_words as roles
from sitegen.load.reading import unit_words as words
from sitegen.load.reading.unit_source import Name, Sort, Source
from sitegen.model import MentionKind

LONGEST_NAME = 60
"""How many characters a name may have; the longest official ones have about forty."""


def read_name(source: Source, start: int, limit: int, depth: int = 0) -> Name | None:
    """Name that begins at ``start`` and ends before ``limit``; None where none certainly does.

    A registered unit goes before the rules of the language, a registered group where they do not see a longer one.
    """
    if start >= limit:
        return None
    known = _registered(source, start, limit, depth)
    joint = _joint_office(source, start, limit, depth)
    if joint and (known is None or known.end < joint.end):
        return joint
    if known and known.sort is Sort.BODY:
        return known
    piece = source.piece_end(start, limit)
    found = _by_shape(source, start, limit, depth) or _by_endings(source, start, piece, depth)
    return found if found and (known is None or found.end > known.end) else known


def read_rest(source: Source, start: int, limit: int) -> Name | None:
    """Group that closes a list after 等: 部门, 有关部门（单位）, 涉企部门; None where no such noun follows."""
    together = groups.SORTS_BEHIND.match(source.shaped, start, limit)
    if together:
        several = Name(start, together.end(), Sort.GROUP)
        if _ends_here(source, several, source.piece_end(several.end, limit), 0):
            return several
    found = read_name(source, start, limit)
    if found and found.sort is Sort.GROUP:
        return found
    end = source.piece_end(start, limit)
    rests = (Name(start, place, Sort.GROUP) for place, ending in _endings(source, start, end) if ending == "head")
    return next((rest for rest in rests if _ends_here(source, rest, end, 0)), None)


def read_loosely(source: Source, start: int, limit: int) -> Name:
    """What may be a name where none certainly is: a group up to a cut, a body with words behind it, or mere words."""
    cut = min((source.piece_end(start, limit), *_cuts(source, start, limit)))
    name = read_name(source, start, cut)
    if name:
        return name
    grouped_from = _group_start(source, start, cut)
    if grouped_from < cut:
        acting = (end for end, _ in _endings(source, start, cut) if end > grouped_from and _acts(source, end, cut))
        return Name(start, next(acting, cut), Sort.GROUP)
    names = (Name(start, place, Sort.BODY) for place, ending in _endings(source, start, cut) if ending == "body")
    bodies = [body for body in names if _is_complete(source, body)]
    if bodies and not words.NATIONAL.match(source.text, start):
        return bodies[-1]
    return Name(start, cut, Sort.WORDS)


def _acts(source: Source, start: int, limit: int) -> bool:
    """Whether words of doing follow, and not those of persons (主要负责人)."""
    found = roles.PREDICATE.match(source.text, start, limit)
    return found is not None and not source.text.startswith(("人", "负责人", "领导"), found.end())


def _cuts(source: Source, start: int, limit: int) -> Iterator[int]:
    end = min(source.piece_end(start, limit), start + LONGEST_NAME)
    yield end
    yield from (place for place in range(start + 1, end) if place in source.spelled.gaps)
    for pattern in (words.CUT, roles.STRONG_PREDICATE, words.TIME, words.JOINT):
        found = pattern.search(source.text, start + 1, end)
        if found and not (pattern is words.JOINT and words.COMPOUND.search(source.text, start, end)):
            yield found.start()
    said = roles.PREDICATE_AT_END.search(source.text, start + 1, end)
    if said and roles.PREDICATE_CORE.search(said[0]):
        yield said.start()


# Names of the registry and names of a fixed shape -------------------------------------------------------------------


def _registered(source: Source, start: int, limit: int, depth: int) -> Name | None:
    text = source.text
    for key in source.names.by_first.get(text[start], ()):
        if text.startswith(key, start) and (end := start + len(key)) <= limit:
            found = source.names.literal(key)
            name = Name(start, end, Sort.GROUP if found and found.kind is MentionKind.GROUP else Sort.BODY)
            if _ends_here(source, name, source.piece_end(end, limit), depth):
                return name
    return None


def _joint_office(source: Source, start: int, limit: int, depth: int) -> Name | None:
    found = words.JOINT_OFFICE.match(source.text, start, limit)
    name = Name(start, found.end(), Sort.BODY) if found else None
    return name if name and _ends_here(source, name, source.piece_end(name.end, limit), depth) else None


def _by_shape(source: Source, start: int, limit: int, depth: int) -> Name | None:
    for shape in groups.SHAPES:
        found = shape.match(source.shaped, start, limit)
        if found and found.end() > start and not groups.ONE_LEVEL.fullmatch(source.text, start, found.end()):
            name = Name(start, found.end(), Sort.GROUP)
            if _ends_here(source, name, source.piece_end(name.end, limit), depth):
                return name
    return None


# Names by their endings ---------------------------------------------------------------------------------------------


def _by_endings(source: Source, start: int, limit: int, depth: int) -> Name | None:
    limit = min(limit, start + LONGEST_NAME)
    for beyond in (words.OTHERS, words.SURE_JOINT):
        found = beyond.search(source.text, start + 1, limit)
        limit = found.start() if found else limit
    grouped_from = _group_start(source, start, limit)
    superior = 0
    for end, ending in _endings(source, start, limit):
        if end > grouped_from:
            name = Name(start, end, Sort.GROUP, superior)
        else:
            name = Name(start, end, _sort(source, start, end, ending), _inner_superior(source, start, end))
            if not _is_complete(source, name):
                continue
        if _ends_here(source, name, limit, depth):
            return name
        behind = source.text[end:grouped_from] if end <= grouped_from < limit else ""
        if (end == grouped_from or behind == "机关") and name.sort is Sort.BODY and not groups.OWNER.fullmatch(source.text, start, end):
            superior = 0 if groups.MEMBERS.match(source.text, end) else end
    return None


def _group_start(source: Source, start: int, limit: int) -> int:
    """Where the words begin that make a group of what follows (各, 有关, 所属); ``limit`` where there are none."""
    if groups.INTRODUCER.match(source.text, start, limit):
        return start
    found = groups.QUANTIFIER.search(source.text, start, min(limit, start + LONGEST_NAME))
    if not found:
        return limit
    opened = source.text.rfind("（", start, found.start())
    in_bracket = opened >= 0 and source.spelled.closing.get(opened, 0) > found.start()
    return limit if in_bracket else found.start()


def _endings(source: Source, start: int, limit: int) -> Iterator[tuple[int, str]]:
    """Ends of words with which names can end, outside brackets; a bracket that spells a name more fully belongs to it."""
    text, place = source.text, start
    limit = min(limit, start + LONGEST_NAME)
    while found := words.ENDS.search(text, place, limit):
        bracket = text.find("（", place, found.start())
        if bracket >= 0:
            place = source.spelled.closing.get(bracket, bracket) + 1
            continue
        place = found.end()
        close = source.spelled.closing.get(place, limit)
        if close < limit and _is_spelling(text, place, close, limit):
            place = close + 1
        if text.startswith("”", place) and text.count("“", start, place) > text.count("”", start, place):
            place += 1
        yield place, found.lastgroup or ""


def _is_spelling(text: str, opened: int, close: int, limit: int) -> bool:
    """Whether a bracket belongs to the spelling of a name: 街道（镇）, 市（含定州市）人民政府."""
    alternative = groups.ALTERNATIVE.fullmatch(text, opened + 1, close)
    said = roles.PREDICATE.fullmatch(text, opened, close)
    continued = not said and words.OFFICE_NEXT.match(text, close + 1, limit)
    return bool(alternative or continued or groups.ORGAN_NEXT.match(text, close + 1, limit))


def _sort(source: Source, start: int, end: int, ending: str) -> Sort:
    if ending == "area":
        return Sort.PLACE
    one = words.FIELD.fullmatch(source.text, start, end) or words.ORGAN_ITSELF.fullmatch(source.text, start, end)
    return Sort.GROUP if ending == "head" and not one else Sort.BODY


def _is_complete(source: Source, name: Name) -> bool:
    """Whether words that end like the name of a body can be one."""
    length = name.end - name.start
    if length < 2 or words.NO_BODY.fullmatch(source.text, name.start, name.end):
        return False
    return length < 7 or not words.SENTENCE_START.match(source.text, name.start, name.end)


def _inner_superior(source: Source, start: int, end: int) -> int:
    """End of the body inside which this one lies (市公安局 of 市公安局交警支队), or 0 where that is not certain.

    The office of a committee is a body of its own (市安全生产委员会办公室).
    """
    if not words.SUBORDINATE_END.search(source.text, start, end):
        return 0
    found = words.SUPERIOR.match(source.text, start, end)
    if not found or source.text[found.start() : end].endswith(("委员会办公室", "指挥部办公室")):
        return 0
    return found.end() if found.end() < end else 0


# What follows a name ------------------------------------------------------------------------------------------------


def _ends_here(source: Source, name: Name, limit: int, depth: int) -> bool:
    """Whether a name ends where it could, judged by what follows."""
    text, end = source.text, name.end
    if (
        end >= limit
        or text[end] == "（"
        or words.AFTER_NAME.match(text, end, limit)
        or roles.LINK.match(text, end, limit)
    ):
        return True
    if name.sort is Sort.GROUP and end not in source.spelled.gaps and roles.ROLE_BODY.match(text, end, limit):
        return False
    if predicate(source, end, limit):
        return True
    joint = words.JOINT.match(text, end, limit)
    if joint:
        return _is_joined(source, name, joint.end(), limit, depth)
    if groups.QUANTIFIER.match(text, end, limit) or groups.UNDER.match(text, end, limit):
        return _is_apart(source, name, limit, depth)
    return _begins_anew(source, name, limit, depth)


def predicate(source: Source, start: int, limit: int) -> int:
    """End of the words at ``start`` that say what the bodies before them do (牵头负责, 按职责分工配合), or 0."""
    text = source.text
    found = roles.PREDICATE.match(text, start, limit)
    if not found:
        return 0
    end = found.end()
    if roles.STRONG_PREDICATE.match(text, start, limit):
        return end
    if not roles.PREDICATE_CORE.search(text, start, end):
        return 0
    closed = end == limit or text[end] in "（等" or words.NAME_START.match(text, end, limit)
    return end if closed else 0


def _is_joined(source: Source, name: Name, start: int, limit: int, depth: int) -> bool:
    """Whether 和, 与 or 及 joins this name to another one, and is not a part of it."""
    text = source.text
    if depth:
        return name.sort is not Sort.PLACE
    if start >= limit:
        return True
    known = words.NAME_START.match(text, start, limit) or groups.UNDER.match(text, start, limit)
    if name.sort is not Sort.PLACE:
        return bool(known) or _follows(source, start, limit)
    if known:
        return bool(words.NAMED_AREA.search(text, name.start, name.end))
    other = read_name(source, start, limit, depth + 1)
    return other is not None and other.sort in (Sort.PLACE, Sort.GROUP)


def _follows(source: Source, start: int, limit: int) -> bool:
    other = read_name(source, start, limit, 1)
    return other is not None and other.end - other.start > 1


def _is_apart(source: Source, name: Name, limit: int, depth: int) -> bool:
    """Whether the group that follows without separator (各…, 所属…) is one of its own, and not of this body."""
    if groups.OWNER.fullmatch(source.text, name.start, name.end):
        return False
    if name.sort is Sort.GROUP:
        inside = groups.OF_OFFICE.search(source.text, name.start, name.end)
        return source.text[name.end] == "各" and not inside
    if name.end in source.spelled.gaps or depth:
        return True
    group = read_name(source, name.end, limit, depth + 1)
    return group is not None and bool(groups.PEERS.search(source.shaped, group.start, group.end))


def _begins_anew(source: Source, name: Name, limit: int, depth: int) -> bool:
    """Whether another name certainly begins right here, without separator or after a gap of the layout."""
    text, end = source.text, name.end
    place = words.PLACE.match(text, name.start, end)
    anew = words.ANEW.match(text, end, limit) or source.is_unit(end) or (place and text.startswith(place[0], end))
    bureaus = words.BARE_BUREAU.match(text, name.start, end) and words.NEXT_BUREAU.match(text, end, limit)
    if bureaus and name.sort is Sort.BODY and source.spelled.gaps.isdisjoint(range(end + 1, bureaus.end())):
        return True
    gap = end in source.spelled.gaps and (anew or not words.CONTINUED.match(text, end, limit))
    if not gap and not (anew and _stands_alone(source, name)):
        return False
    if words.GOVERNMENT.fullmatch(text, name.start, end) and _is_office(source, end, limit):
        return False
    return bool(anew) if depth else _follows(source, end, limit)


def _stands_alone(source: Source, name: Name) -> bool:
    """Whether a name is so surely complete that another one may follow it without any mark between them."""
    text = source.text
    if name.sort is Sort.PLACE or (name.sort is Sort.GROUP and words.UPPER_END.search(text, name.start, name.end)):
        return False
    return bool(words.WITH_LEVEL.match(text, name.start) or source.names.find(text[name.start : name.end]))


def _is_office(source: Source, start: int, limit: int) -> bool:
    """Whether an office of the government just named follows it: 市委|市政府督查室, but not 市委|市政府."""
    found = words.GOVERNMENT.match(source.text, start, limit)
    if not found:
        return start not in source.spelled.gaps
    return found.end() < limit and source.text[found.end()] not in "（等"
