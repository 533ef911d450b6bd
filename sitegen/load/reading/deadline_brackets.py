"""Brackets behind a time (时限后的括注): whether two phrases say the same, and which of them is the finer.

Here belongs the comparison of what a phrase and the bracket behind it name: 年底（12月31日）前, 年底前（12月15日）,
全年（1—12月）. How neighbours become one phrase is decided in ``deadline_scanner``.
"""

from __future__ import annotations

from datetime import date

from sitegen.load.reading.deadline_calendar import Edge
from sitegen.load.reading.deadline_phrases import LIMITS, Bound, Dated
from sitegen.model.reading import Precision

LEAP_YEAR = 2024


def restates(first: Dated, second: Dated) -> bool:
    """Whether a bracket only says the same day again: 年底（12月31日）前, “十四五”末（2025年）."""
    points = (*first.span.points, *second.span.points)
    if second.span.stretch and not any(point.year for point in second.span.points):
        ends = (points[0].first_day(LEAP_YEAR), points[0].last_day(LEAP_YEAR))
        named = (points[-2].first_day(LEAP_YEAR), points[-1].last_day(LEAP_YEAR)) if not points[-1].problem else ()
        return len(points) == 3 and not points[0].problem and not points[-2].problem and ends == named
    same_day = len(points) == 2 and points[0].last_day(LEAP_YEAR) == points[1].last_day(LEAP_YEAR)
    if len(points) == 2 and _is_part(first, second):
        return False
    same_year = points[-1].year in (None, points[0].year)
    return same_day and same_year and not any(point.problem for point in points)


def _is_part(first: Dated, second: Dated) -> bool:
    """Whether a bracket names the last part of a period and no limit: 第三季度（9月）."""
    whole, part = first.span.points[0], second.span.points[0]
    bare = not (is_limit(first) or is_limit(second)) and not whole.problem and not part.problem
    return bare and whole.first_day(LEAP_YEAR) != part.first_day(LEAP_YEAR)


def sharpens(first: Dated, second: Dated) -> bool:
    """Whether a bracket names the day meant by the end of a period: 年底前（12月15日）."""
    end, day = first.span.points[0], second.span.points[0]
    if not (is_limit(first) and is_limit(second)) or end.edge is not Edge.END or day.precision is not Precision.DAY:
        return False
    if end.problem or day.problem or day.year not in (None, end.year):
        return False
    near = max(end.first[0], end.last[0] - 2) <= day.first[0]
    return near and day.last_day(LEAP_YEAR) <= end.last_day(LEAP_YEAR)


def is_all_year(phrase: Dated) -> bool:
    """Whether a phrase names all of one year by its months or days: 1—12月, 1月1日至12月31日."""
    points = phrase.span.points
    bare = phrase.bound is Bound.NONE and not phrase.limit and not phrase.open_start
    if not bare or any(point.problem or point.edge is not Edge.WHOLE for point in points):
        return False
    one_year = points[-1].year in (None, points[0].year) and (phrase.span.stretch or len(points) == 1)
    ends = (points[0].first_day(LEAP_YEAR), points[-1].last_day(LEAP_YEAR))
    return one_year and ends == (date(LEAP_YEAR, 1, 1), date(LEAP_YEAR, 12, 31))


def is_limit(phrase: Dated) -> bool:
    """Whether a phrase of one point states a last day."""
    point = phrase.span.points[-1]
    stated = point.edge is Edge.END or point.precision is Precision.DAY or phrase.limit or phrase.bound in LIMITS
    return len(phrase.span.points) == 1 and stated and phrase.bound in (Bound.NONE, Bound.BEFORE, *LIMITS)
