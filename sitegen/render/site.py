"""The whole site map -> outputs: pages, calendars, update feeds, open data, search and what hosts and crawlers read.

Each is written by the module that knows its form.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sitegen.derive.entries import LabelledLink
from sitegen.derive.head import head_elsewhere
from sitegen.derive.search_page import SearchPageView, phrase_path, phrase_view
from sitegen.memo import Memo
from sitegen.pages import Chrome, Page, SiteMap
from sitegen.render.assets import FOLDER as ASSETS
from sitegen.render.atom import render_update_feeds
from sitegen.render.feeds import render_feeds
from sitegen.render.headers import render_headers
from sitegen.render.open_search import render_search_description
from sitegen.render.output import Output
from sitegen.render.relative import RELATIVE, relative
from sitegen.render.search import SearchIndex
from sitegen.render.search.files import as_json
from sitegen.render.sitemap import render_robots, render_sitemap
from sitegen.render.templates import Templates


def pages_without_search(site: SiteMap) -> tuple[Page, ...]:
    """Every page that is known before the index was made."""
    return tuple(page for page in site.pages if not isinstance(page.view, SearchPageView))


def pages_of_search(site: SiteMap, search: SearchIndex) -> tuple[Page, ...]:
    """The search page and those of prepared results, which only the index completes."""
    return (*_search_pages(site, search), *_phrase_pages(site, search))


def finished(page: Page, chrome: Chrome, templates: Templates, base_url: str) -> Output:
    """One page as a file, its addresses as the base URL asks for."""
    path = page.path + "index.html" if page.path == "" or page.path.endswith("/") else page.path
    output = Output(path, templates.render(page, chrome).encode())
    return relative(output) if base_url == RELATIVE else output


def render_files(site: SiteMap, search: SearchIndex, memo: Memo) -> tuple[Output, ...]:
    """Every file that is no page: calendars, update feeds, open data, and what hosts and crawlers read."""
    data = tuple(Output(path, _json(value)) for path, value in site.data)
    scripts = tuple(Output(path, f"sitegenPlan({as_json(value)})\n".encode()) for path, value in site.scripts)
    feeds = memo.get(("feeds", site.feeds), lambda: render_feeds(site.feeds))
    updates = memo.get(("updates", site.update_feeds), lambda: render_update_feeds(site.update_feeds))
    return (*feeds, *updates, *data, *scripts, *_for_machines(site, search))


def _for_machines(site: SiteMap, search: SearchIndex) -> tuple[Output, ...]:
    return (
        *render_sitemap(site.pages, site.urls),
        render_robots(site.urls),
        *render_search_description(site.chrome, site.urls),
        render_headers(site.urls, (ASSETS, *search.folders)),
    )


def _search_pages(site: SiteMap, search: SearchIndex) -> Iterator[Page]:
    """The search page with what is known only when the index was made: its address, and links to prepared results."""
    phrases = tuple(LabelledLink(one.phrase, site.urls.href(phrase_path(one.slug))) for one in search.prepared)
    manifest, directory = site.urls.href(search.manifest_path), search.directory
    for page in site.pages:
        if isinstance(page.view, SearchPageView):
            yield replace(page, view=replace(page.view, manifest_href=manifest, directory=directory, phrases=phrases))


def _phrase_pages(site: SiteMap, search: SearchIndex) -> Iterator[Page]:
    for one in search.prepared:
        view = phrase_view(one.phrase, one.records, one.total, site.urls)
        path = phrase_path(one.slug)
        head = head_elsewhere(site.phrase_page.head, path, view.title, site.urls)
        yield replace(site.phrase_page, path=path, view=view, title=view.title, description=view.description, head=head)


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
