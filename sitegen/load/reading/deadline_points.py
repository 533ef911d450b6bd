"""Points of the calendar in words (时点的读法): 2024年12月底, 2024.6.30, lists (6月、12月底) and stretches (3月至次年2月).

Here belongs how points stand together: what the last of a list says for all, what a later one leaves out. Whether a
point is a limit (前, 内, 起) is decided in ``deadline_phrases``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sitegen.load.reading.deadline_calendar import Edge, Point, Span, Year, YearKind, month_days, single, whole_year
from sitegen.load.reading.deadline_month_words import read_elided, read_part, with_edge
from sitegen.load.reading.deadline_numbers import numeric_point
from sitegen.load.reading.deadline_text import LIST, RANGE
from sitegen.load.reading.deadline_year_words import is_orphan, read_year, read_year_left_out, read_years
from sitegen.model.reading import Precision

JOINT = re.compile(rf"{LIST}|(?P<either>或者?)")
HOUR = r"(?:上午|下午|凌晨)?[0-9]{1,2}(?:[时点](?:整|[0-9]{1,2}分)?|:[0-9]{2})"
TO = re.compile(rf"(?:起|开始)?,?{RANGE}|{HOUR}(?:起|开始)?,?{RANGE}(?!{HOUR})")
EITHER = "写了两个时间，是哪一个没有写明"
MOST_POINTS = 24
OF_EACH = re.compile("月份?的")
"""What shows that a day is one of every month named before it: 6月、12月的25日."""


def read_span(text: str, at: int) -> Span | None:
    """Read the points that begin at a place of a unified text: one, a list, or the two ends of a stretch."""
    span = _series(text, at, None)
    while span and not span.stretch and len(span.points) < MOST_POINTS:
        last = span.points[-1]
        to = TO.match(text, span.end)
        following = _series(text, to.end(), last) if to else None
        if to and following:
            if len(following.points) == len(span.points) == 1:
                return Span((last, following.points[0]), at, following.end, stretch=True)
            unclear = tuple(replace(point, problem="哪一段从何时到何时没有写明") for point in span.points)
            return Span(unclear, at, following.end)
        joint = JOINT.match(text, span.end)
        following = _series(text, joint.end(), last) if joint else None
        if not joint or not following or not _alike(last, following) or _opens_stretch(text, following):
            return span
        each = OF_EACH.search(text, following.start, following.end) is not None
        points = (*_share(span.points, following.points[-1], each), *following.points)
        if joint["either"]:
            points = tuple(replace(point, problem=EITHER) for point in points)
        span = Span(points, at, following.end)
    return span


def _series(text: str, at: int, after: Point | None) -> Span | None:
    """Read points that share one unit word; ``after`` is the point before, for what is left out."""
    years = read_years(text, at)
    numeric = None if years else numeric_point(text, at)
    if numeric:
        return with_edge(text, numeric) if numeric.precision is Precision.MONTH else single(numeric)
    whole = years or (read_elided(text, at, after) if after else None)
    if whole:
        return whole
    named = read_year(text, at)
    if not named:
        orphan = Year(YearKind.UNREADABLE) if is_orphan(text, at) else None
        return read_year_left_out(text, at) or read_part(text, at, at, orphan)
    year, end = named
    span = read_part(text, at, end + text.startswith("的", end), year) or _figures(text, end)
    if span:
        return replace(span, start=at, points=tuple(replace(point, start=at, year=year) for point in span.points))
    return single(replace(whole_year(at, end), year=year))


def _figures(text: str, at: int) -> Span | None:
    """Read the month and day of 2024年6.30."""
    point = numeric_point(text, at)
    return single(point) if point and not point.year else None


def _opens_stretch(text: str, span: Span) -> bool:
    to = TO.match(text, span.end)
    return bool(to and _series(text, to.end(), span.points[-1]))


def _alike(last: Point, following: Span) -> bool:
    """Whether a point may stand in one list with those that follow: the same unit, or months before a finer one."""
    first = following.points[0].precision
    finer = last.precision is Precision.MONTH and first in (Precision.TEN_DAYS, Precision.DAY)
    return not following.stretch and (last.precision is first or (finer and last.edge is Edge.WHOLE))


def _share(points: tuple[Point, ...], last: Point, each: bool) -> tuple[Point, ...]:  # noqa: FBT001
    """Give the members of a list what its last member alone states: in 6月、12月底 both are ends of months."""
    if any(point.edge is not Edge.WHOLE or point.problem for point in points):
        return points
    return tuple(_like(point, last, each) for point in points)


def _like(point: Point, last: Point, each: bool) -> Point:  # noqa: FBT001
    if point.precision is last.precision:
        return replace(point, edge=last.edge)
    if last.precision is not Precision.DAY:
        first, end = (point.first[0], last.first[1]), (point.last[0], last.last[1])
        return replace(point, precision=last.precision, first=first, last=end)
    if each:
        return month_days(point, last.first[1], last.last[1], Precision.DAY, point.end)
    return replace(point, problem=f"是否也指{last.last[1]}日没有写明")
