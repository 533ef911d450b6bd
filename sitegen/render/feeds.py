"""Calendar feeds -> iCalendar files (RFC 5545, RFC 7986). The only home of icalendar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar
from icalendar import Event as CalendarEvent

from sitegen.derive.feeds import Event, Feed
from sitegen.render.output import Output

REFRESH = timedelta(days=1)
REFRESH_TEXT = "P1D"


def render_feeds(feeds: Iterable[Feed]) -> tuple[Output, ...]:
    """Write each feed as an .ics file: all-day events, exclusive DTEND, lines folded at 75 octets."""
    return tuple(Output(feed.path, _calendar(feed).to_ical(sorted=False)) for feed in feeds)


def _calendar(feed: Feed) -> Calendar:
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//sitegen//plan calendar//ZH")
    calendar.add("calscale", "GREGORIAN")
    # Clients read one spelling or the other, so names and refresh interval are given in both.
    calendar.add("name", feed.name)
    calendar.add("x-wr-calname", feed.name)
    calendar.add("description", feed.description)
    calendar.add("x-wr-caldesc", feed.description)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", REFRESH_TEXT)
    if feed.url:
        calendar.add("source", feed.url, parameters={"VALUE": "URI"})
    for event in feed.events:
        calendar.add_component(_event(event))
    return calendar


def _event(event: Event) -> CalendarEvent:
    component = CalendarEvent()
    component.add("uid", event.uid)
    component.add("dtstamp", datetime.combine(event.stamp, time(), UTC))
    component.add("dtstart", event.start)
    component.add("dtend", event.end + timedelta(days=1))
    component.add("summary", event.summary)
    component.add("description", event.description)
    component.add("categories", list(event.categories))
    component.add("transp", "TRANSPARENT")
    if event.url:
        component.add("url", event.url)
    return component
