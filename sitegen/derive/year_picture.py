"""A year of deadlines as a picture (时限热图): a line per month, a square per day, darker where more is due; and the same in a table.

Every number and coordinate is made here. Only stated days are drawn; 全年, 长期 and the like stand in bands beside it.
"""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sitegen.derive.agenda import Entry
from sitegen.derive.entries import LabelledLink

LEVELS = ((1, "1项"), (2, "2至5项"), (6, "6至20项"), (21, "21项以上"))
MARKED_DAYS = (1, 5, 10, 15, 20, 25, 31)
LABEL, PITCH, SIDE, TOP, LINE, TALL, TOTAL = 36, 9, 8, 20, 17, 13, 40


@dataclass(frozen=True, slots=True)
class DaySquare:
    """One day: its left edge, how dark (0 nothing due, 1 to 4), its number of tasks or "", and what it is in words or ""."""

    x: int
    level: int
    number: str
    number_x: int
    words: str


@dataclass(frozen=True, slots=True)
class MonthLine:
    """One month: its label, top edge and base line, its days, and how many tasks it has in words or ""."""

    label: str
    y: int
    base: int
    days: tuple[DaySquare, ...]
    total: str


@dataclass(frozen=True, slots=True)
class DueDay:
    """A day of the table: the date with its address, its weekday, how many tasks, and the documents they are in."""

    day: LabelledLink
    weekday: str
    count: str
    plans: tuple[LabelledLink, ...]


@dataclass(frozen=True, slots=True)
class DayMark:
    """A number above the columns of days, and where its middle is."""

    label: str
    x: int


@dataclass(frozen=True, slots=True)
class YearPicture:
    """A year of deadlines: measures, the year in words, lines of months, marks above the days, legend, and the table."""

    width: int
    height: int
    side: int
    tall: int
    total_x: int
    marks_base: int
    words: str
    marks: tuple[DayMark, ...]
    months: tuple[MonthLine, ...]
    legend: tuple[LabelledLink, ...]
    caption: str


def year_picture(year: int, entries: Sequence[Entry]) -> YearPicture:
    """The picture of a year; ``entries`` are those due in it, in order of time."""
    counts = Counter(entry.end for entry in entries)
    said = "，".join(f"{day.month}月{day.day}日{number}项" for day, number in sorted(counts.items()))
    used = sorted({level(number) for number in counts.values()})
    return YearPicture(
        width=LABEL + 31 * PITCH + TOTAL,
        height=TOP + 12 * LINE,
        side=SIDE,
        tall=TALL,
        total_x=LABEL + 31 * PITCH + 4,
        marks_base=TOP - 6,
        words=f"{year}年写明日期的时限：{said or '没有'}。",
        marks=tuple(DayMark(str(day), _left(day) + SIDE // 2) for day in MARKED_DAYS),
        months=tuple(_month(year, month, counts) for month in range(1, 13)),
        legend=tuple(LabelledLink(LEVELS[step - 1][1], remark=str(step)) for step in used),
        caption=f"{year}年有时限的日子",
    )


def level(number: int) -> int:
    """How dark a day is drawn: 0 for nothing, then one step more from 1, 2, 6 and 21 tasks on."""
    return sum(number >= least for least, _ in LEVELS)


def _left(day: int) -> int:
    return LABEL + (day - 1) * PITCH


def _month(year: int, month: int, counts: Counter[date]) -> MonthLine:
    days = [date(year, month, day) for day in range(1, calendar.monthrange(year, month)[1] + 1)]
    total = sum(counts[day] for day in days)
    y = TOP + (month - 1) * LINE
    return MonthLine(f"{month}月", y, y + TALL - 2, tuple(_day(day, counts[day]) for day in days), f"{total}项" if total else "")


def _day(day: date, number: int) -> DaySquare:
    left = _left(day.day)
    words = f"{day.month}月{day.day}日：{number}项" if number else ""
    return DaySquare(left, level(number), str(number) if number else "", left + SIDE // 2, words)
