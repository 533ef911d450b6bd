"""Addresses of all pages for crawlers: sitemap.xml (sitemaps.org) and robots.txt.

A sitemap needs full addresses, so it is made only where the site's host is known. ``lastmod`` is the newest day of what a
page shows, from the content; pages that show nothing dated have none. Prepared results of searches are left out: they
only list pages that are in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from sitegen.derive.head import NOT_FOUND
from sitegen.derive.search_page import PHRASES
from sitegen.derive.urls import Urls
from sitegen.pages import Page
from sitegen.render.output import Output
from sitegen.render.xml import add, document, root

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
SITEMAP = "sitemap.xml"
MOST_ADDRESSES = 50_000


@dataclass(frozen=True, slots=True)
class Listing:
    """How the sitemap lists a page (收录): its path, its full address, and the newest day of what it shows, if there is one."""

    path: str
    address: str
    newest: date | None


def listing_of(page: Page) -> Listing:
    """How the sitemap lists a page."""
    return Listing(page.path, page.head.canonical, page.head.newest)


def render_sitemap(pages: Iterable[Listing], urls: Urls, most: int = MOST_ADDRESSES) -> tuple[Output, ...]:
    """sitemap.xml of all pages; with more than ``most`` of them an index and its parts. Nothing without a host."""
    listed = [page for page in pages if page.path != NOT_FOUND and not page.path.startswith(PHRASES)]
    if not urls.origin:
        return ()
    if len(listed) <= most:
        return (_part(SITEMAP, listed),)
    cut = [listed[start : start + most] for start in range(0, len(listed), most)]
    parts = tuple(_part(f"sitemap-{number}.xml", part) for number, part in enumerate(cut, 1))
    index = root("sitemapindex", NAMESPACE)
    for part in parts:
        add(add(index, "sitemap"), "loc", _encoded(urls.absolute(part.path)))
    return (Output(SITEMAP, document(index)), *parts)


def render_robots(urls: Urls) -> Output:
    """robots.txt: everything may be read; where the sitemap lies, if there is one."""
    sitemap = f"\nSitemap: {_encoded(urls.absolute(SITEMAP))}\n" if urls.origin else ""
    return Output("robots.txt", f"User-agent: *\nDisallow:\n{sitemap}".encode())


def _part(path: str, pages: Sequence[Listing]) -> Output:
    element = root("urlset", NAMESPACE)
    for page in pages:
        entry = add(element, "url")
        add(entry, "loc", _encoded(page.address))
        if page.newest:
            add(entry, "lastmod", page.newest.isoformat())
    return Output(path, document(element))


def _encoded(address: str) -> str:
    """An address in the characters of RFC 3986."""
    return quote(address, safe="/:?#[]@!$&'()*+,;=%-._~")
