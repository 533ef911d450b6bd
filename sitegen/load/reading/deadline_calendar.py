"""Points of the calendar (日历时点) as words name them, before their year is known, and the days they turn out to be.

Here belong what a named day, 旬, month, quarter, half-year or year is, and the arithmetic of its first and last day. How
words name them is in ``deadline_points``; which year they belong to is decided in ``deadline_years``.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sitegen.model.reading import Precision


class YearKind(StrEnum):
    """How words name a year: 2024年; 24年; 今年, 明年 (from the document's year); 次年; something like 3年底."""

    WRITTEN = "written"
    TWO_DIGITS = "two-digits"
    FROM_DOCUMENT = "from-document"
    NEXT = "next"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Year:
    """A year as words name it; ``value`` is the year, its last two digits, or the distance from the document's year."""

    kind: YearKind
    value: int = 0


class Edge(StrEnum):
    """Which part of a period is meant: all of it, its end (底, 末), its beginning (初), its middle (中)."""

    WHOLE = "whole"
    END = "end"
    BEGINNING = "beginning"
    MIDDLE = "middle"


@dataclass(frozen=True, slots=True)
class Point:
    """A day or period as words name it: ``first`` and ``last`` are month and day; day 0 is the month's last day.

    ``year`` is None where the words leave it out. ``start`` and ``end`` are the range of the words in the unified text.
    ``problem`` says in Chinese why it is no point of the calendar (没有13月), or is empty.
    """

    precision: Precision
    first: tuple[int, int]
    last: tuple[int, int]
    start: int
    end: int
    year: Year | None = None
    edge: Edge = Edge.WHOLE
    problem: str = ""

    def first_day(self, year: int) -> date:
        """First day of the point in a year; call it only where ``exists_in`` holds."""
        return _day(year, *self.first)

    def last_day(self, year: int) -> date:
        """Last day of the point in a year, by the length of the month; call it only where ``exists_in`` holds."""
        return _day(year, *self.last)

    def exists_in(self, year: int) -> bool:
        """Whether the calendar of that year has the point; only 29 February depends on the year."""
        return (2, 29) not in (self.first, self.last) or monthrange(year, 2)[1] == 29


@dataclass(frozen=True, slots=True)
class Span:
    """Points named together: one, a list of them, or with ``stretch`` the first and last of a stretch of time.

    ``adjoining`` marks a list whose points follow each other and share one unit word, as 第一、二季度 do.
    """

    points: tuple[Point, ...]
    start: int
    end: int
    stretch: bool = False
    adjoining: bool = False


def single(point: Point) -> Span:
    """One point as a span."""
    return Span((point,), point.start, point.end)


def _day(year: int, month: int, day: int) -> date:
    return date(year, month, day or monthrange(year, month)[1])


def whole_year(start: int, end: int) -> Point:
    """The year as a point."""
    return Point(Precision.YEAR, (1, 1), (12, 31), start, end)


def half_year(half: int, start: int, end: int) -> Point:
    """Half-year 1 (上半年) or 2 (下半年)."""
    last = (6, 30) if half == 1 else (12, 31)
    return Point(Precision.HALF_YEAR, (6 * half - 5, 1), last, start, end)


def quarters(first: int, last: int, start: int, end: int) -> Point:
    """Quarter, or several from ``first`` to ``last``; a number that no year has becomes a problem."""
    if not 1 <= first <= last <= 4:
        return Point(Precision.QUARTER, (1, 1), (12, 31), start, end, problem="一年只有四个季度")
    return Point(Precision.QUARTER, (3 * first - 2, 1), (3 * last, 0), start, end)


def months(first: int, last: int, start: int, end: int) -> Point:
    """Month, or several from ``first`` to ``last``; a number that no year has becomes a problem."""
    if not 1 <= first <= last <= 12:
        return Point(Precision.MONTH, (1, 1), (12, 31), start, end, problem=f"没有{max(first, last)}月")
    return Point(Precision.MONTH, (first, 1), (last, 0), start, end)


def month_days(month: Point, first: int, last: int, precision: Precision, end: int) -> Point:
    """Days of a month (``last`` 0: to its end), such as a single day or a 旬; a day the month cannot have is a problem."""
    number = month.first[0]
    longest = monthrange(2024, number)[1]
    problem = month.problem
    if not problem and not (1 <= first <= longest and (last == 0 or first <= last <= longest)):
        problem = f"没有{number}月{max(first, last)}日这一天"
    return Point(precision, (number, first), (number, last), month.start, end, month.year, problem=problem)
