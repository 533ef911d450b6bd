"""Calendar feeds -> iCalendar files (RFC 5545, RFC 7986). The only home of icalendar."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from functools import lru_cache

from icalendar import Calendar, vText
from icalendar import Event as CalendarEvent

from sitegen.derive.feeds import Event, Feed
from sitegen.render.output import Output

REFRESH = timedelta(days=1)
REFRESH_TEXT = "P1D"
END = b"END:VCALENDAR\r\n"
# An event stands in the feed of its place and in those of its units, which are written one soon after another.
REMEMBERED = 10_000


def render_feed(feed: Feed) -> Output:
    """Write a feed as an .ics file: all-day events, exclusive DTEND, lines folded at 75 octets."""
    head = _calendar(feed).to_ical(sorted=False).removesuffix(END)
    return Output(feed.path, b"".join((head, *map(_written, feed.events), END)))


@lru_cache(REMEMBERED)
def _written(event: Event) -> bytes:
    written: bytes = _event(event).to_ical(sorted=False)
    return written


def _calendar(feed: Feed) -> Calendar:
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//sitegen//plan calendar//ZH")
    calendar.add("calscale", "GREGORIAN")
    # Clients read one spelling or the other, so names and refresh interval are given in both.
    calendar.add("name", vText(feed.name))
    calendar.add("x-wr-calname", vText(feed.name))
    calendar.add("description", feed.description)
    calendar.add("x-wr-caldesc", vText(feed.description))
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", REFRESH_TEXT)
    if feed.url:
        calendar.add("source", feed.url, parameters={"VALUE": "URI"})
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
