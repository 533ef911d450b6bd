"""Calendar feeds -> iCalendar files (RFC 5545, RFC 7986). The only home of icalendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from icalendar import Calendar, vText, vUri
from icalendar import Event as CalendarEvent

from sitegen.derive.feeds import Event, Feed
from sitegen.render.output import Output

REFRESH = timedelta(days=1)
REFRESH_TEXT = "P1D"
END = b"END:VCALENDAR\r\n"
BREAK = b"\r\n"
# Octets of a line before it is folded; what follows on the next one begins with a space.
LINE = 74
ESCAPES = b"\\^"
# An event stands in the feed of its place and in those of its units, which are written one soon after another.
REMEMBERED = 10_000


def render_feed(feed: Feed) -> Output:
    """Write a feed as an .ics file: all-day events, exclusive DTEND, lines folded at 75 octets."""
    head = _calendar(feed).to_ical(sorted=False).removesuffix(END)
    return Output(feed.path, b"".join((head, *map(_written, feed.events), END)))


def folded(line: bytes) -> bytes:
    """A line as it stands in a file: folded where icalendar would fold it, without its look at each character."""
    pieces, start = [], 0
    while len(line) - start > LINE:
        end = start + LINE
        while line[end] & 0xC0 == 0x80:  # within a character
            end -= 1
        if end > start + 1 and line[end - 1] in ESCAPES:
            end -= 1
        pieces.append(line[start:end])
        start = end
    return b"\r\n ".join((*pieces, line[start:])) + BREAK


@lru_cache(REMEMBERED)
def _written(event: Event) -> bytes:
    """An event: what many have in common is written once, its own texts and address line by line."""
    lines = (
        b"BEGIN:VEVENT\r\n",
        _line(b"UID", vText(event.uid)),
        _property("dtstamp", datetime.combine(event.stamp, time(), UTC)),
        _property("dtstart", event.start),
        _property("dtend", event.end + timedelta(days=1)),
        _line(b"SUMMARY", vText(event.summary)),
        _line(b"DESCRIPTION", vText(event.description)),
        _property("categories", event.categories),
        _property("transp", "TRANSPARENT"),
        _line(b"URL", vUri(event.url)) if event.url else b"",
        b"END:VEVENT\r\n",
    )
    return b"".join(lines)


def _line(name: bytes, value: vText | vUri) -> bytes:
    return folded(b":".join((name, value.to_ical())))


@lru_cache(REMEMBERED)
def _property(name: str, value: datetime | date | str | tuple[str, ...]) -> bytes:
    """A property of an event, its value and what tells its type written by icalendar."""
    component = CalendarEvent()
    component.add(name, list(value) if isinstance(value, tuple) else value)
    _, line, *_ = component.content_lines(sorted=False)
    return folded(line.encode())


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
