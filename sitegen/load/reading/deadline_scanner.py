"""Text -> phrases (时限短语的切分): what stands where, and which neighbours say one thing together.

Here belong the order in which phrases are tried, and the joining of neighbours: 2024年，6月底前; 3月起，11月底前; 全年 每季度;
常态化推进、长期坚持. What a phrase means in days is decided in ``deadline_terms``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from sitegen.load.reading.deadline_brackets import is_all_year, is_limit, restates, sharpens
from sitegen.load.reading.deadline_calendar import Edge, Point, Span
from sitegen.load.reading.deadline_month_words import read_elided
from sitegen.load.reading.deadline_phrases import LIMITS, Aside, Bound, Dated, Phrase, Undated, read_bound, read_dated
from sitegen.load.reading.deadline_points import EITHER
from sitegen.load.reading.deadline_recurring import read_recurring
from sitegen.load.reading.deadline_relative import read_months_after, read_relative
from sitegen.load.reading.deadline_text import CLAUSE_MARKS, HAN_NUMERALS, SENTENCE_MARKS, enumerators, reach
from sitegen.load.reading.deadline_undated import (
    LUNAR,
    read_endless,
    read_plan_period,
    read_two_ways,
    read_vague,
    read_whole_year,
)
from sitegen.model.reading import Precision, TermKind

MANNER = re.compile("(?:及时|适时|实时|即时|尽快|尽早|抓紧|不定期|按需|酌情|依法)(?!整改)")
"""Words of manner, which say nothing beside any other term: 长期、及时; 定期和不定期."""

EVENT_BEFORE = re.compile("[^0-9,;。:、()完成到]{2,10}?(?<![靠提目当走居在向超])[之以]?前(?=$|[,;。、)]|完成|报送)")
"""What something lies before, behind a point of the calendar that only tells it apart."""

HEADED = ("", ",", ":", "(")
TIED = ("", ",", "的")
LISTED = ("", "、", ",", "和", "并", "且", "及", ",并", "、并", ",且", ";")
BY_THE_WAY = ("按", "根据", "依", "结合", "视", "近期", "短期", "中期", "远期", "分阶段", "逐步", "有序", "加快")
YEARLY_POINT = re.compile("(?:每|各)年度?的?(?:[0-9一二三四五六七八九十第上下]{1,3}[月季半]|年?[底末终初中])")
CARRIED_ON = ("持续", "常态", "不断", "动态", "滚动")


def scan(text: str) -> tuple[Dated | Undated, ...]:
    """Find the phrases of a unified text, in order, neighbours joined and words left out that add nothing."""
    found: list[Dated | Undated] = []
    for phrase in _phrases(text):
        if isinstance(phrase, Aside):
            continue
        joined = _join(text, found[-1], phrase) if found else None
        if joined:
            found[-1] = joined
        else:
            found.append(phrase)
        found[-1] = _closed(text, found[-1])
    return _decided(text, [phrase for phrase in found if not _adds_nothing(text, phrase, found)])


def _decided(text: str, found: list[Dated | Undated]) -> tuple[Dated | Undated, ...]:
    """The phrases, those marked as undecided between which 或 stands or a season is told: 5-6月或9-10月, 5月底6月初."""
    decided = list(found)
    for place, (first, second) in enumerate(pairwise(found)):
        if not (isinstance(first, Dated) and isinstance(second, Dated)):
            continue
        gap = text[first.end : second.start]
        turning = first.span.points[-1].edge is Edge.END and second.span.points[0].edge is Edge.BEGINNING
        if gap in ("或", "或者") or (turning and gap in ("", "、")):
            decided[place : place + 2] = (_undecided(first), _undecided(second))
    return tuple(decided)


def _undecided(phrase: Dated) -> Dated:
    points = tuple(replace(point, problem=EITHER) for point in phrase.span.points)
    return replace(phrase, span=replace(phrase.span, points=points))


def _closed(text: str, phrase: Dated | Undated) -> Dated | Undated:
    """The phrase with the bracket that closes one opened inside it."""
    closes = text.startswith(")", phrase.end) and "(" in text[phrase.start : phrase.end].rpartition(")")[2]
    return replace(phrase, end=phrase.end + 1) if closes else phrase


def _phrases(text: str) -> list[Phrase]:
    marks = enumerators(text)
    found: list[Phrase] = []
    at = floor = 0
    while at < len(text):
        if at in marks:
            at = floor = marks[at]
            continue
        if text[at] == "《" and "》" in text[at:]:
            at = text.index("》", at) + 1
            continue
        phrase = _phrase_at(text, at, floor, found[-1] if found else None)
        if phrase:
            if isinstance(phrase, Dated) and phrase.open_start and text[phrase.start] in "之日":
                phrase = replace(phrase, start=max(floor, reach(text, at, at)[0]))
            found.append(phrase)
            at = floor = phrase.end
        else:
            at = _past_numeral(text, at)
    return found


def _phrase_at(text: str, at: int, floor: int, before: Phrase | None) -> Phrase | None:
    return (
        read_months_after(text, at, floor)
        or read_two_ways(text, at)
        or read_recurring(text, at, floor)
        or read_whole_year(text, at)
        or _continued(text, at, before)
        or read_plan_period(text, at)
        or _before_event(text, read_dated(text, at))
        or read_relative(text, at, floor)
        or read_endless(text, at)
        or read_vague(text, at)
    )


def _before_event(text: str, phrase: Dated | Aside | None) -> Phrase | None:
    """The phrase, or where 年底 only tells apart what something lies before (年底民主测评前), a time counted from that."""
    if not isinstance(phrase, Dated) or phrase.limit or phrase.bound is not Bound.NONE:
        return phrase
    event = EVENT_BEFORE.match(text, phrase.end) if phrase.span.points[-1].edge is Edge.END else None
    return Undated(TermKind.RELATIVE, phrase.start, event.end()) if event else phrase


def _continued(text: str, at: int, before: Phrase | None) -> Dated | None:
    """Read 15日前 after 6月10日前、, whose month the phrase before it named."""
    if not isinstance(before, Dated) or text[before.end : at] not in ("、", ",", "和", "及", ";"):
        return None
    last = before.span.points[-1]
    span = read_elided(text, at, last) if last.precision is Precision.DAY else None
    if not span:
        return None
    bound, end = read_bound(text, span)
    return Dated(at, end, span, bound)


def _past_numeral(text: str, at: int) -> int:
    """The next place to try; a numeral in which nothing began is passed as a whole."""
    for kind in ("0123456789", HAN_NUMERALS):
        if text[at] in kind:
            while at < len(text) and text[at] in kind:
                at += 1
            return at
    return at + 1


def _join(text: str, first: Dated | Undated, second: Dated | Undated) -> Dated | Undated | None:
    """One phrase for two neighbours that say one thing together, or None."""
    gap = text[first.end : second.start]
    if isinstance(second, Dated):
        return _join_dated(text, first, second, gap)
    if second.kind is TermKind.LONG_TERM:
        return _join_endless(text, first, second, gap)
    if isinstance(first, Dated) and gap == "(" and LUNAR.fullmatch(text, second.start, second.end):
        return _with_day_of_old_calendar(text, first, second)
    of_year = isinstance(first, Dated) and second.kind is TermKind.WHOLE_YEAR
    if isinstance(first, Dated) and of_year and gap == "(" and text.startswith(")", second.end) and is_all_year(first):
        return replace(first, end=second.end + 1)
    if isinstance(first, Dated) and of_year and gap in ("", "(") and _is_heading(first):
        closed = second.end + (gap == "(" and text.startswith(")", second.end))
        return replace(first, end=closed)
    if gap not in TIED:
        return None
    if isinstance(first, Dated) and second.kind is TermKind.RELATIVE and not gap and _only_names(first):
        return replace(second, start=first.start)
    if _begins(first) and second.kind in (TermKind.RECURRING, TermKind.RELATIVE):
        return replace(second, start=first.start)
    if isinstance(first, Undated) and first.kind is second.kind is TermKind.RELATIVE and not gap:
        return replace(first, end=second.end)
    if second.kind is not TermKind.RECURRING:
        return None
    if isinstance(first, Dated) and (_is_heading(first) or _is_years(first)):
        return replace(second, start=first.start, year=first.span.points[0].year if _is_heading(first) else None)
    frame = isinstance(first, Undated) and first.kind is TermKind.WHOLE_YEAR and not gap
    return replace(second, start=first.start) if frame else None


def _join_dated(text: str, first: Dated | Undated, second: Dated, gap: str) -> Dated | Undated | None:
    """Join 2024年：6月底前, 年底（12月31日）前, 3月起，11月底前, 持续到12月底, 汛期前（5月底前） and 每年1月…，7月…."""
    if isinstance(first, Dated) and gap in HEADED and _is_heading(first) and not second.span.points[0].year:
        return replace(second, start=first.start, year=first.span.points[0].year)
    bracketed = gap == "(" and text.startswith(")", second.end)
    if isinstance(first, Dated) and bracketed and restates(first, second):
        end = read_bound(text, replace(second.span, end=second.end + 1))[1]
        finer = first.span.points[0].edge is Edge.WHOLE and second.bound in (Bound.BEFORE, *LIMITS)
        return replace(second, start=first.start, end=end) if finer else replace(first, end=end)
    if isinstance(first, Dated) and bracketed and is_limit(first) and _is_heading(second):
        return _with_year_behind(text, first, second)
    if isinstance(first, Dated) and bracketed and sharpens(first, second):
        end = read_bound(text, replace(second.span, end=second.end + 1))[1]
        return replace(second, start=first.start, end=end, bound=Bound.BEFORE, year=first.span.points[0].year or first.year)
    if isinstance(first, Undated) and first.kind is TermKind.WHOLE_YEAR and bracketed and is_all_year(second):
        return replace(first, end=second.end + 1)
    if isinstance(first, Undated) and bracketed and first.vague and not first.from_now:
        bound, end = read_bound(text, replace(second.span, end=second.end + 1))
        return replace(second, start=first.start, end=end, bound=second.bound if bound is Bound.NONE else bound)
    if isinstance(first, Undated) and _goes_on_yearly(text, first, second, gap):
        return replace(first, end=second.end)
    if gap in ("", ",") and _begins(first) and is_limit(second):
        opening = _beginning(first)
        points = (opening, *second.span.points) if opening else second.span.points
        span = Span(points, first.start, second.span.end, stretch=bool(opening))
        return replace(second, start=first.start, span=span, bound=Bound.NONE, open_start=not opening)
    endless = isinstance(first, Undated) and first.kind is TermKind.LONG_TERM
    return replace(second, start=first.start) if endless and not gap and second.limit else None


def _with_year_behind(text: str, first: Dated, second: Dated) -> Dated | None:
    """The limit with the year in the bracket behind it, 6月底前（2025年）; 年度 says what it is about, 6月底前（2023年度）."""
    closed = replace(first, end=second.end + 1)
    if text.endswith("年度", 0, second.end):
        return closed
    point = first.span.points[0]
    return replace(closed, year=second.span.points[0].year) if point.year is None and first.year is None else None


def _with_day_of_old_calendar(text: str, first: Dated, second: Undated) -> Dated | None:
    """The phrase with the bracket that says the same day by the old calendar: 5月20日（农历四月十三）前."""
    if not text.startswith(")", second.end):
        return None
    bound, end = read_bound(text, replace(first.span, end=second.end + 1))
    return replace(first, end=end, bound=first.bound if bound is Bound.NONE else bound)


def _goes_on_yearly(text: str, first: Undated, second: Dated, gap: str) -> bool:
    """Whether a point of the calendar behind 每年1月底前… is one of every year too."""
    inside = YEARLY_POINT.match(text, first.start, first.end)
    same_sentence = not any(mark in gap for mark in SENTENCE_MARKS)
    unnamed = second.year is None and not any(point.year for point in second.span.points)
    return first.kind is TermKind.RECURRING and bool(inside) and same_sentence and unnamed


def _join_endless(text: str, first: Dated | Undated, second: Undated, gap: str) -> Dated | Undated | None:
    """Join 持续推进、长期坚持 and 2024年起长期坚持; in 2024年持续推进 the second says nothing more."""
    if isinstance(first, Undated) and first.kind is TermKind.LONG_TERM and gap in LISTED:
        return replace(first, end=second.end)
    if _begins(first):
        return replace(second, start=first.start, since=_beginning(first)) if gap in TIED else None
    if isinstance(first, Undated) and first.vague:
        return None
    words = text[second.start : second.end]
    return first if not gap and words.startswith(CARRIED_ON) and "长期" not in words else None


def _only_names(phrase: Dated) -> bool:
    """Whether a point without a limit only tells an event apart: the 12月 of 12月评估结束后."""
    return not phrase.limit and phrase.bound in (Bound.NONE, Bound.DONE)


def _is_heading(phrase: Dated) -> bool:
    """Whether a phrase is a bare year, as 2024年 before a comma."""
    point = phrase.span.points[0]
    bare = phrase.bound is Bound.NONE and not phrase.limit and len(phrase.span.points) == 1
    return bare and point.precision is Precision.YEAR and point.edge is Edge.WHOLE and point.year is not None


def _is_years(phrase: Dated) -> bool:
    return phrase.span.stretch and all(point.precision is Precision.YEAR for point in phrase.span.points)


def _begins(phrase: Dated | Undated) -> bool:
    """Whether a phrase states only a beginning: 3月起, 即日起, 印发之日起."""
    if isinstance(phrase, Undated):
        return phrase.from_now
    return phrase.bound is Bound.FROM and not phrase.span.stretch and len(phrase.span.points) == 1


def _beginning(phrase: Dated | Undated) -> Point | None:
    return phrase.span.points[0] if isinstance(phrase, Dated) else None


def _adds_nothing(text: str, phrase: Dated | Undated, others: list[Dated | Undated]) -> bool:
    """Whether vague words may be left out because others say more: 及时 beside a date, but not 立行立改 on its own."""
    if not isinstance(phrase, Undated) or not phrase.vague:
        return False
    said = [other for other in others if isinstance(other, Dated) or other.kind is not TermKind.UNKNOWN]
    if said and phrase.kind is TermKind.UNKNOWN and MANNER.match(text, phrase.start, phrase.end):
        return True
    telling = [other for other in others if not (isinstance(other, Undated) and other.vague)]
    if not telling:
        return False
    if phrase.kind is TermKind.RECURRING:
        start, end = reach(text, phrase.start, phrase.end)
        return any(start <= other.start < end or isinstance(other, Undated) for other in telling)
    alone = reach(text, phrase.start, phrase.end, CLAUSE_MARKS + "、并且和()") == (phrase.start, phrase.end)
    bracketed = text[phrase.start - 1 : phrase.start] == "("
    return not alone or bracketed or text.startswith(BY_THE_WAY, phrase.start)
