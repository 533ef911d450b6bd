"""Pages of years and months (时限日历): the days with deadlines in tables; what has no day stands in bands beside them."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sitegen.derive.agenda import Entry
from sitegen.derive.calendar_days import (
    WEEKDAYS,
    BandView,
    DayView,
    bands_of,
    calendar_months,
    calendar_years,
    days_of,
    month_path,
    year_path,
)
from sitegen.derive.entries import LabelledLink
from sitegen.derive.index import Index
from sitegen.derive.urls import Urls
from sitegen.derive.year_picture import DueDay, YearPicture, year_picture


@dataclass(frozen=True, slots=True)
class CellView:
    """One day of a month table: its number or "" outside the month, machine date, count in words and address or ""."""

    number: str
    day: str
    count: str
    href: str


@dataclass(frozen=True, slots=True)
class MonthView:
    """One month: heading, address of its page or "", count, weeks of seven cells, what to say if it holds nothing."""

    heading: str
    href: str
    count: str
    weeks: tuple[tuple[CellView, ...], ...]
    absent: str


@dataclass(frozen=True, slots=True)
class YearPageView:
    """A year: its picture, the days in a table, months with an address, bands of that year's plans, neighbouring years.

    ``absent`` says that no day of the year is stated, or is "".
    """

    title: str
    description: str
    picture: YearPicture
    days: tuple[DueDay, ...]
    absent: str
    months: tuple[LabelledLink, ...]
    bands: tuple[BandView, ...]
    previous: LabelledLink | None
    following: LabelledLink | None


@dataclass(frozen=True, slots=True)
class MonthPageView:
    """A month: its table, its days as an agenda, neighbouring months with deadlines, its year."""

    title: str
    description: str
    month: MonthView
    weekdays: tuple[str, ...]
    days: tuple[DayView, ...]
    previous: LabelledLink | None
    following: LabelledLink | None
    year: LabelledLink


def year_page_view(year: int, entries: tuple[Entry, ...], index: Index, urls: Urls) -> YearPageView:
    """The overview of one year."""
    years = calendar_years(entries, index)
    place = years.index(year)
    plans = tuple(plan for plan in index.portal.plans if plan.year == year)
    own = tuple(entry for entry in entries if entry.end.year == year)
    return YearPageView(
        title=f"{year}年时限",
        description=f"{year}年里写明日期的任务，以及全年、长期等没有日期的任务。",
        picture=year_picture(year, own),
        days=tuple(_due_day(day, list(found), index, urls) for day, found in groupby(own, lambda entry: entry.end)),
        absent="" if own else "已收录的文件没有写明在这一年哪一天完成的任务。",
        months=tuple(_month_link(year, month, urls) for _, month in calendar_months(own)),
        bands=bands_of(plans, index, urls),
        previous=_year_link(years[place - 1], urls) if place else None,
        following=_year_link(years[place + 1], urls) if place + 1 < len(years) else None,
    )


def month_page_view(
    year: int, month: int, entries: tuple[Entry, ...], index: Index, urls: Urls, as_of: date
) -> MonthPageView:
    """The page of one month that has deadlines."""
    months = calendar_months(entries)
    place = months.index((year, month))
    own = tuple(entry for entry in entries if (entry.end.year, entry.end.month) == (year, month))
    return MonthPageView(
        title=f"{year}年{month}月时限",
        description=f"{year}年{month}月写明日期的任务，按日期排列。",
        month=_month(year, month, entries, urls),
        weekdays=WEEKDAYS,
        days=days_of(own, index, urls, as_of),
        previous=_month_link(*months[place - 1], urls) if place else None,
        following=_month_link(*months[place + 1], urls) if place + 1 < len(months) else None,
        year=_year_link(year, urls),
    )


def _year_link(year: int, urls: Urls) -> LabelledLink:
    return LabelledLink(f"{year}年", urls.href(year_path(year)))


def _month_link(year: int, month: int, urls: Urls) -> LabelledLink:
    return LabelledLink(f"{year}年{month}月", urls.href(month_path(year, month)))


def _due_day(day: date, entries: list[Entry], index: Index, urls: Urls) -> DueDay:
    iso = day.isoformat()
    plans = {entry.plan.id: entry.plan for entry in entries}
    return DueDay(
        LabelledLink(f"{day.month}月{day.day}日", urls.href(f"{month_path(day.year, day.month)}#d{iso}"), iso),
        f"星期{WEEKDAYS[day.weekday()]}",
        f"{len(entries)}项",
        tuple(
            LabelledLink(f"{index.jurisdictions[plan.jurisdiction_id].name}{plan.year}年", urls.plan(plan.id))
            for plan in plans.values()
        ),
    )


def _month(year: int, month: int, entries: tuple[Entry, ...], urls: Urls) -> MonthView:
    own = [entry for entry in entries if (entry.end.year, entry.end.month) == (year, month)]
    counts = {day: sum(entry.end.day == day for entry in own) for day in {entry.end.day for entry in own}}
    weeks = tuple(
        tuple(_cell(year, month, day, counts, urls) for day in week)
        for week in calendar.Calendar(calendar.MONDAY).monthdayscalendar(year, month)
    )
    return MonthView(
        heading=f"{year}年{month}月",
        href=urls.href(month_path(year, month)) if own else "",
        count=f"{len(own)}项" if own else "",
        weeks=weeks,
        absent="" if own else "没有写明在本月的时限。",
    )


def _cell(year: int, month: int, day: int, counts: dict[int, int], urls: Urls) -> CellView:
    if not day:
        return CellView("", "", "", "")
    iso = date(year, month, day).isoformat()
    href = urls.href(f"{month_path(year, month)}#d{iso}") if day in counts else ""
    return CellView(str(day), iso, f"{counts[day]}项" if day in counts else "", href)
