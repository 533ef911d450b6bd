"""Calendar feeds -> iCalendar files (RFC 5545, RFC 7986): content lines, their escapes and their folding.

Which events a feed has is decided in ``derive``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from sitegen.derive.feeds import Event, Feed
from sitegen.render.output import Output

LINE_OCTETS = 75
END = b"\r\n"
ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": "\\n"})
DAY = timedelta(days=1)


def render_feeds(feeds: Iterable[Feed]) -> tuple[Output, ...]:
    """Write each feed as an .ics file: all-day events, exclusive DTEND, lines folded at 75 octets."""
    written: dict[Event, bytes] = {}  # an event stands in the feed of its place and in those of its units
    return tuple(Output(feed.path, _calendar(feed, written)) for feed in feeds)


def text_value(text: str) -> str:
    """Words as a value of the type TEXT."""
    return text.replace("\r\n", "\n").translate(ESCAPES)


def fold(line: str) -> bytes:
    """A content line with its end, in pieces of at most 75 octets; no piece ends within a character or an escape."""
    rest = line.encode()
    pieces: list[bytes] = []
    while len(rest) > LINE_OCTETS - bool(pieces):
        cut = LINE_OCTETS - bool(pieces)
        while rest[cut] & 0xC0 == 0x80:
            cut -= 1
        before = rest[:cut]
        cut -= (len(before) - len(before.rstrip(b"\\"))) % 2
        pieces.append(rest[:cut])
        rest = rest[cut:]
    return b"\r\n ".join((*pieces, rest)) + END


def _calendar(feed: Feed, written: dict[Event, bytes]) -> bytes:
    for event in feed.events:
        if event not in written:
            written[event] = b"".join(map(fold, _event_lines(event)))
    return b"".join((*map(fold, _head_lines(feed)), *(written[event] for event in feed.events), fold("END:VCALENDAR")))


def _head_lines(feed: Feed) -> Iterator[str]:
    name, description = text_value(feed.name), text_value(feed.description)
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//sitegen//plan calendar//ZH", "CALSCALE:GREGORIAN")
    # Clients read one spelling or the other, so names and refresh interval are given in both.
    yield from (f"NAME:{name}", f"X-WR-CALNAME:{name}", f"DESCRIPTION:{description}", f"X-WR-CALDESC:{description}")
    yield from ("REFRESH-INTERVAL;VALUE=DURATION:P1D", "X-PUBLISHED-TTL:P1D")
    if feed.url:
        yield f"SOURCE;VALUE=URI:{feed.url}"


def _event_lines(event: Event) -> Iterator[str]:
    yield from ("BEGIN:VEVENT", f"UID:{text_value(event.uid)}", f"DTSTAMP:{event.stamp:%Y%m%d}T000000Z")
    yield from (f"DTSTART;VALUE=DATE:{event.start:%Y%m%d}", f"DTEND;VALUE=DATE:{event.end + DAY:%Y%m%d}")
    yield from (f"SUMMARY:{text_value(event.summary)}", f"DESCRIPTION:{text_value(event.description)}")
    yield from ("CATEGORIES:" + ",".join(map(text_value, event.categories)), "TRANSP:TRANSPARENT")
    if event.url:
        yield f"URL:{event.url}"
    yield "END:VEVENT"
