"""The whole site map -> outputs: pages, calendars, open data and search, each by the module that knows its form."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from sitegen.derive.search_page import SearchPageView
from sitegen.memo import Memo, digest
from sitegen.pages import Page, SiteMap
from sitegen.render.feeds import render_feeds
from sitegen.render.output import Output
from sitegen.render.search import render_search
from sitegen.render.templates import Templates


def render_site(site: SiteMap, templates: Templates, memo: Memo) -> tuple[Output, ...]:
    """Render everything; a page whose view, template and frame are unchanged comes from the memo."""
    search = memo.get(digest("search", repr(site.records)), lambda: render_search(site.records))
    manifest_href = site.urls.href(search.manifest_path)
    frame = digest(templates.fingerprint, repr(site.chrome))
    pages = tuple(_page(_with_manifest(page, manifest_href), site, templates, frame, memo) for page in site.pages)
    data = tuple(Output(path, _json(value)) for path, value in site.data)
    feeds = memo.get(digest("feeds", repr(site.feeds)), lambda: render_feeds(site.feeds))
    return (*pages, *feeds, *data, *search.files)


def _page(page: Page, site: SiteMap, templates: Templates, frame: str, memo: Memo) -> Output:
    key = digest("page", frame, repr(page))
    path = page.path + "index.html" if page.path == "" or page.path.endswith("/") else page.path
    return memo.get(key, lambda: Output(path, templates.render(page, site.chrome).encode()))


def _with_manifest(page: Page, href: str) -> Page:
    """The search page with the address of the index, which is known only when the index was made."""
    return replace(page, view=replace(page.view, manifest_href=href)) if isinstance(page.view, SearchPageView) else page


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
