"""The agenda (日程): the canonical view of all deadlines, and the calendars to subscribe to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sitegen.derive.agenda import Entry
from sitegen.derive.calendar_days import BandView, DayView, bands_of, calendar_years, days_of, year_path
from sitegen.derive.entries import LabelledLink
from sitegen.derive.feeds import PORTAL_FEED, jurisdiction_feed_path
from sitegen.derive.index import Index
from sitegen.derive.urls import Urls
from sitegen.derive.wording import chinese_date

# About so many tasks the agenda lists, however many the portal holds: the page of each month lists its own.
LISTED = 200


@dataclass(frozen=True, slots=True)
class FeedView:
    """A calendar to subscribe to: name, address for download, webcal address or "", full address to copy or ""."""

    name: str
    href: str
    webcal: str
    address: str


@dataclass(frozen=True, slots=True)
class AgendaPageView:
    """The agenda: days in order of time, bands, calendars to subscribe to, years with an overview.

    ``remark`` says which days of a large portal stand here and where the others are, or is "".
    """

    title: str
    description: str
    days: tuple[DayView, ...]
    remark: str
    bands: tuple[BandView, ...]
    feeds: tuple[FeedView, ...]
    years: tuple[LabelledLink, ...]
    absent: str


def agenda_page_view(entries: tuple[Entry, ...], index: Index, urls: Urls, as_of: date) -> AgendaPageView:
    """The agenda page of the whole portal: all days, or of many those nearest to the day of the content."""
    near = nearest(entries, as_of)
    return AgendaPageView(
        title="时限日历",
        description="各份文件写明日期的任务，按时间先后排列；全年、长期等没有日期的任务另列。可以订阅到手机日历。",
        days=days_of(near, index, urls, as_of),
        remark=_agenda_remark(near, entries, as_of) if len(near) < len(entries) else "",
        bands=bands_of(index.portal.plans, index, urls),
        feeds=tuple(_feeds(entries, index, urls)),
        years=tuple(LabelledLink(f"{year}年", urls.href(year_path(year))) for year in calendar_years(entries, index)),
        absent="" if entries else "已收录的文件都没有写明日期的任务。",
    )


def nearest(entries: tuple[Entry, ...], as_of: date) -> tuple[Entry, ...]:
    """Whole days that hold about ``LISTED`` tasks: those to come first, then the latest that have passed; oldest first."""
    counts = Counter(entry.end for entry in entries)
    to_come = sorted(day for day in counts if day >= as_of)
    passed = sorted((day for day in counts if day < as_of), reverse=True)
    chosen: set[date] = set()
    listed = 0
    for day in (*to_come, *passed):
        if chosen and listed + counts[day] > LISTED:
            break
        chosen.add(day)
        listed += counts[day]
    return tuple(entry for entry in entries if entry.end in chosen)


def _agenda_remark(near: tuple[Entry, ...], entries: tuple[Entry, ...], as_of: date) -> str:
    days = chinese_date(near[0].end), chinese_date(near[-1].end)
    between = days[0] if days[0] == days[1] else f"{days[0]}至{days[1]}"
    return (
        f"写明日期的任务共{len(entries)}项。这里列出离{chinese_date(as_of)}最近的{len(near)}项（{between}），"
        "其余的在各年、各月的页面里。"
    )


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
