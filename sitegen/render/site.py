"""The site map -> outputs: pages, calendars, update feeds, open data, search and what hosts and crawlers read.

Each is written by the module that knows its form.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from sitegen.derive.entries import LabelledLink
from sitegen.derive.feeds import Feed
from sitegen.derive.head import head_elsewhere
from sitegen.derive.search_page import phrase_path, phrase_view
from sitegen.derive.update_feeds import UpdateFeed
from sitegen.memo import digest
from sitegen.pages import Chrome, DataFile, Matter, Page, ScriptFile, SiteMap
from sitegen.render.assets import FOLDER as ASSETS
from sitegen.render.atom import render_update_feed
from sitegen.render.feeds import render_feed
from sitegen.render.headers import render_headers
from sitegen.render.json_text import as_json
from sitegen.render.open_search import render_search_description
from sitegen.render.output import Output
from sitegen.render.relative import RELATIVE, relative
from sitegen.render.search_index import SearchIndex
from sitegen.render.sitemap import Listing, render_robots, render_sitemap
from sitegen.render.templates import Templates


def pages_of_search(site: SiteMap, search: SearchIndex) -> tuple[Page, ...]:
    """The search page and those of prepared results, which only the index completes."""
    return (*_search_pages(site, search), *_phrase_pages(site, search))


@dataclass(frozen=True, slots=True)
class Press:
    """What every file is written with (印制): the templates, the frame of all pages, and the base URL."""

    templates: Templates
    chrome: Chrome
    base_url: str

    @property
    def fingerprint(self) -> str:
        """Changes with whatever could change a file, but for what it is written from."""
        return digest(self.templates.fingerprint, self.chrome, self.base_url)

    def finished(self, matter: Matter) -> Output:
        """The file that is written from some matter, the addresses of a page as the base URL asks for."""
        match matter:
            case Page():
                return self._page(matter)
            case Feed():
                return render_feed(matter)
            case UpdateFeed():
                return render_update_feed(matter)
            case DataFile(path, value):
                return Output(path, _json(value))
            case ScriptFile(path, value):
                return Output(path, f"sitegenPlan({as_json(value)})\n".encode())

    def _page(self, page: Page) -> Output:
        path = page.path + "index.html" if page.path == "" or page.path.endswith("/") else page.path
        output = Output(path, self.templates.render(page, self.chrome).encode())
        return relative(output) if self.base_url == RELATIVE else output


def render_for_machines(site: SiteMap, search: SearchIndex, listings: Iterable[Listing]) -> tuple[Output, ...]:
    """What hosts and crawlers read, given how the sitemap lists all pages."""
    return (
        *render_sitemap(listings, site.urls),
        render_robots(site.urls),
        *render_search_description(site.chrome, site.urls),
        render_headers(site.urls, (ASSETS, *search.folders)),
    )


def _search_pages(site: SiteMap, search: SearchIndex) -> Iterator[Page]:
    """The search page with what is known only when the index was made: its address, links to prepared results, and the letters of
    units."""
    phrases = tuple(LabelledLink(one.phrase, site.urls.href(phrase_path(one.slug))) for one in search.prepared)
    manifest, directory = site.urls.href(search.manifest_path), search.directory
    letters = tuple(LabelledLink(group.heading, f"#{group.anchor}") for group in search.units)
    view: Any = site.search_page.view
    view = replace(view, manifest_href=manifest, directory=directory, phrases=phrases, letters=letters, units=search.units)
    yield replace(site.search_page, view=view)


def _phrase_pages(site: SiteMap, search: SearchIndex) -> Iterator[Page]:
    for one in search.prepared:
        view = phrase_view(one.phrase, one.records, one.total, site.urls)
        path = phrase_path(one.slug)
        head = head_elsewhere(site.phrase_page.head, path, view.title, site.urls)
        yield replace(site.phrase_page, path=path, view=view, title=view.title, description=view.description, head=head)


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
