"""Calendar pages (时限日历): the agenda, a year's overview, a month's table; what has no day stands in bands beside them.

The agenda is the canonical view; months and years show the same in tables. No day is made up for 全年, 长期坚持 or
recurring work: they are counted in bands with a link to where they are listed.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sitegen.derive.agenda import Entry
from sitegen.derive.entries import LabelledLink, beginning
from sitegen.derive.feeds import PORTAL_FEED, jurisdiction_feed_path
from sitegen.derive.index import Index
from sitegen.derive.places import row_name
from sitegen.derive.urls import Urls
from sitegen.derive.wording import chinese_date, passed_sentence
from sitegen.derive.year_picture import DueDay, YearPicture, year_picture
from sitegen.model import Plan, TermKind

WEEKDAYS = ("一", "二", "三", "四", "五", "六", "日")
BANDS = {
    TermKind.WHOLE_YEAR: ("全年", "文件写明“全年”，没有日期。"),
    TermKind.LONG_TERM: ("长期坚持", "文件写明长期坚持，没有日期。"),
    TermKind.RECURRING: ("定期", "文件写明周期，没有具体哪一天。"),
    TermKind.RELATIVE: ("从另一件事起算", "文件写的是某事之后多久，没有日期。"),
    TermKind.UNKNOWN: ("读不出日期", "文件的文字不能确定日期，照录原文。"),
}


@dataclass(frozen=True, slots=True)
class DueView:
    """One dated task: label with address, text, responsible words, the words of the deadline."""

    link: LabelledLink
    text: str
    units: str
    words: str


@dataclass(frozen=True, slots=True)
class DuePlanView:
    """Tasks of one plan due on one day: the plan with address, the count, the tasks."""

    plan: LabelledLink
    count: str
    tasks: tuple[DueView, ...]


@dataclass(frozen=True, slots=True)
class DayView:
    """One day with deadlines: anchor, the date in words and for machines, neutral words if passed, the tasks by plan."""

    anchor: str
    heading: str
    day: str
    passed: str
    count: str
    plans: tuple[DuePlanView, ...]


@dataclass(frozen=True, slots=True)
class BandView:
    """A band of undated work: name, meaning, and per plan the count with the address of its first task."""

    name: str
    meaning: str
    plans: tuple[LabelledLink, ...]


@dataclass(frozen=True, slots=True)
class FeedView:
    """A calendar to subscribe to: name, address for download, webcal address or "", full address to copy or ""."""

    name: str
    href: str
    webcal: str
    address: str


@dataclass(frozen=True, slots=True)
class AgendaPageView:
    """The agenda: days in order of time, bands, calendars to subscribe to, years with an overview."""

    title: str
    description: str
    days: tuple[DayView, ...]
    bands: tuple[BandView, ...]
    feeds: tuple[FeedView, ...]
    years: tuple[LabelledLink, ...]
    absent: str


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


def agenda_page_view(entries: tuple[Entry, ...], index: Index, urls: Urls, as_of: date) -> AgendaPageView:
    """The agenda page of the whole portal."""
    return AgendaPageView(
        title="时限日历",
        description="各份文件写明日期的任务，按时间先后排列；全年、长期等没有日期的任务另列。可以订阅到手机日历。",
        days=_days(entries, index, urls, as_of),
        bands=_bands(index.portal.plans, index, urls),
        feeds=tuple(_feeds(entries, index, urls)),
        years=tuple(LabelledLink(f"{year}年", urls.href(year_path(year))) for year in calendar_years(entries, index)),
        absent="" if entries else "已收录的文件都没有写明日期的任务。",
    )


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
        bands=_bands(plans, index, urls),
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
        days=_days(own, index, urls, as_of),
        previous=_month_link(*months[place - 1], urls) if place else None,
        following=_month_link(*months[place + 1], urls) if place + 1 < len(months) else None,
        year=_year_link(year, urls),
    )


def year_path(year: int) -> str:
    """Path of a year's overview."""
    return f"calendar/{year}/"


def month_path(year: int, month: int) -> str:
    """Path of a month's page."""
    return f"calendar/{year}/{month:02}/"


def calendar_years(entries: Iterable[Entry], index: Index) -> tuple[int, ...]:
    """Years that have a deadline or a plan, oldest first."""
    return tuple(sorted({entry.end.year for entry in entries} | {plan.year for plan in index.portal.plans}))


def calendar_months(entries: Iterable[Entry]) -> tuple[tuple[int, int], ...]:
    """Months that have a deadline, oldest first."""
    return tuple(sorted({(entry.end.year, entry.end.month) for entry in entries}))


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


def _days(entries: Iterable[Entry], index: Index, urls: Urls, as_of: date) -> tuple[DayView, ...]:
    return tuple(_day(day, list(found), index, urls, as_of) for day, found in groupby(entries, lambda entry: entry.end))


def _day(day: date, entries: list[Entry], index: Index, urls: Urls, as_of: date) -> DayView:
    ordered = sorted(entries, key=lambda entry: entry.plan.id)
    return DayView(
        anchor=f"d{day.isoformat()}",
        heading=f"{chinese_date(day)} 星期{WEEKDAYS[day.weekday()]}",
        day=day.isoformat(),
        passed=passed_sentence(day, as_of),
        count=f"{len(entries)}项",
        plans=tuple(
            _due_plan(list(found), index, urls) for _, found in groupby(ordered, lambda entry: entry.plan.id)
        ),
    )


def _due_plan(entries: list[Entry], index: Index, urls: Urls) -> DuePlanView:
    plan = entries[0].plan
    place = index.jurisdictions[plan.jurisdiction_id].name
    link = LabelledLink(f"{place}{plan.year}年《{plan.title}》", urls.plan(plan.id))
    return DuePlanView(link, f"{len(entries)}项", tuple(_due(entry, urls) for entry in entries))


def _due(entry: Entry, urls: Urls) -> DueView:
    task = entry.task
    label = row_name(task) if task.number else beginning(task.text, 16)
    remark = "正文所写" if entry.in_text else ""
    link = LabelledLink(label, urls.passage(task.id), remark)
    return DueView(link, beginning(task.text, 60), task.units.words, entry.term.words)


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


def _bands(plans: Iterable[Plan], index: Index, urls: Urls) -> tuple[BandView, ...]:
    listed = tuple(plans)
    bands = (
        BandView(name, meaning, tuple(_band_links(kind, listed, index, urls))) for kind, (name, meaning) in BANDS.items()
    )
    return tuple(band for band in bands if band.plans)


def _band_links(kind: TermKind, plans: Iterable[Plan], index: Index, urls: Urls) -> Iterable[LabelledLink]:
    for plan in plans:
        found = [task for task in plan.tasks if any(term.kind is kind for term in task.deadline.terms)]
        if found:
            place = index.jurisdictions[plan.jurisdiction_id].name
            yield LabelledLink(f"{place}{plan.year}年{len(found)}项", urls.on_plan_page(found[0].id))


def _feeds(entries: Iterable[Entry], index: Index, urls: Urls) -> Iterable[FeedView]:
    listed = list(entries)
    if not listed:
        return
    yield feed_view("全部辖区（每份文件每个时限一个事件）", PORTAL_FEED, urls)
    for place in index.portal.jurisdictions:
        if any(entry.plan.jurisdiction_id == place.id for entry in listed):
            yield feed_view(f"{place.full_name}（每项任务一个事件）", jurisdiction_feed_path(place.id), urls)


def feed_view(name: str, path: str, urls: Urls) -> FeedView:
    """A calendar's addresses; webcal and full address only where the site's host is known."""
    address = urls.absolute(path)
    return FeedView(name, urls.href(path), "webcal://" + address.partition("://")[2] if address else "", address)
