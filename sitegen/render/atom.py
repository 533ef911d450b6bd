"""Update feeds -> Atom files (RFC 4287). Which entries a feed has is decided in ``derive``."""

from __future__ import annotations

from datetime import date
from xml.etree.ElementTree import Element

from sitegen.derive.update_feeds import UpdateEntry, UpdateFeed
from sitegen.render.output import Output
from sitegen.render.xml import add, document, root

NAMESPACE = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"


def render_update_feed(feed: UpdateFeed) -> Output:
    """Write a feed as an Atom file."""
    return Output(feed.path, document(_feed(feed)))


def _feed(feed: UpdateFeed) -> Element:
    element = root("feed", NAMESPACE, **{"xml:lang": "zh-CN"})
    add(element, "id", feed.id)
    add(element, "title", feed.title)
    add(element, "subtitle", feed.subtitle)
    add(element, "updated", _moment(feed.updated))
    if feed.address:
        add(element, "link", rel="self", type=MEDIA_TYPE, href=feed.address)
    add(element, "link", rel="alternate", type="text/html", href=feed.href)
    add(add(element, "author"), "name", feed.author)
    for entry in feed.entries:
        _entry(element, entry)
    return element


def _entry(feed: Element, entry: UpdateEntry) -> None:
    element = add(feed, "entry")
    add(element, "id", entry.id)
    add(element, "title", entry.title)
    add(element, "link", rel="alternate", type="text/html", href=entry.href)
    add(element, "updated", _moment(entry.updated))
    if entry.published:
        add(element, "published", _moment(entry.published))
    if entry.author:
        add(add(element, "author"), "name", entry.author)
    add(element, "category", term=entry.category)
    add(element, "summary", entry.summary, type="text")


def _moment(day: date) -> str:
    """A day as the moment that the format asks for: its beginning in China."""
    return f"{day.isoformat()}T00:00:00+08:00"
