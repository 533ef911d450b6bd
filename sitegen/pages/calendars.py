"""The calendar of deadlines (时限日历): the agenda, and a page for each year and month."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.derive.agenda_page import agenda_page_view
from sitegen.derive.calendar_days import calendar_months, calendar_years, month_path, year_path
from sitegen.derive.calendar_page import month_page_view, year_page_view
from sitegen.derive.feeds import PORTAL_FEED
from sitegen.pages.layout import Layout, calendar_link, listed, page_of
from sitegen.pages.site_map import Crumb, Page

DUE = ("时限", "完成时限")


def calendar_pages(layout: Layout) -> Iterator[Page]:
    """The agenda, then every year and every month in which something is due."""
    index, urls, entries, as_of = layout.index, layout.urls, layout.entries, layout.as_of
    top = Crumb("时限日历", urls.href("calendar/"))
    view = agenda_page_view(entries, index, urls, as_of)
    subject = listed(view, DUE, (entry.plan for entry in entries))
    calendars = (calendar_link(PORTAL_FEED, index.portal.facts.title, layout),) if entries else ()
    yield page_of(layout, "calendar/", "agenda", view, "calendar", subject=subject, alternates=calendars)
    for year in calendar_years(entries, index):
        year_view = year_page_view(year, entries, index, urls)
        subject = listed(year_view, DUE, (entry.plan for entry in entries if entry.end.year == year))
        yield page_of(layout, year_path(year), "calendar_year", year_view, "calendar", top, subject=subject)
    for year, month in calendar_months(entries):
        month_view = month_page_view(year, month, entries, index, urls, as_of)
        above = Crumb(f"{year}年", urls.href(year_path(year)))
        here = [entry.plan for entry in entries if (entry.end.year, entry.end.month) == (year, month)]
        subject = listed(month_view, DUE, here)
        yield page_of(layout, month_path(year, month), "calendar_month", month_view, "calendar", top, above, subject=subject)
