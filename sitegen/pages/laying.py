"""Laying out the site (编排): portal -> site map, each kind of page made by its own module."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sitegen.derive.comparison.view import Comparison
from sitegen.derive.index import index_of
from sitegen.derive.search_records import search_records
from sitegen.derive.urls import urls_of
from sitegen.model import Portal
from sitegen.pages.calendars import calendar_pages
from sitegen.pages.chrome import chrome_of
from sitegen.pages.comparisons import comparison_pages
from sitegen.pages.data import data_of, scripts_of
from sitegen.pages.layout import Layout
from sitegen.pages.places import home_page, place_pages, unit_pages
from sitegen.pages.plans import follow_up_pages, plan_pages
from sitegen.pages.reading import phrase_page, reading_pages
from sitegen.pages.site_map import Page, Searchable, SiteMap


def layout_of(portal: Portal, comparisons: tuple[Comparison, ...], as_of: date | None, base_url: str) -> Layout:
    """What all pages are made from, for a day (None: the newest of the portal's documents) and under a base URL."""
    return Layout(index_of(portal), urls_of(portal, base_url), as_of or newest_date(portal), comparisons)


def lay_out(layout: Layout) -> SiteMap:
    """The whole site."""
    return SiteMap(
        urls=layout.urls,
        chrome=chrome_of(layout),
        pages=tuple(_pages(layout)),
        feeds=tuple(layout.feeds.values()),
        update_feeds=tuple(layout.update_feeds.values()),
        data=tuple(data_of(layout)),
        scripts=tuple(scripts_of(layout)),
        phrase_page=phrase_page(layout),
    )


def page_at(path: str, layout: Layout) -> Page | None:
    """The page at a path, if there is one, just as it stands in the whole site, made without most of the others."""
    return next((page for page in _pages_around(path, layout) if page.path == path), None)


def searchable(portal: Portal, base_url: str) -> Searchable:
    """What the site's search finds in a portal."""
    thesaurus = tuple((word, entry.terms) for entry in portal.thesaurus for word in entry.words)
    return Searchable(search_records(portal, urls_of(portal, base_url)), thesaurus)


def newest_date(portal: Portal) -> date:
    """Newest date that the portal's own documents state; what the site is built for where no day is given."""
    days = [portal.facts.published] if portal.facts.published else []
    for plan in portal.plans:
        document = plan.document
        stated = (document.signed.day, document.imprinted.day, document.published.day)
        days += [day for day in stated if day] or [date(plan.year, 1, 1)]
    return max(days, default=date(1970, 1, 1))


def _pages(layout: Layout) -> Iterator[Page]:
    portal = layout.index.portal
    yield home_page(layout)
    yield from place_pages(portal.jurisdictions, layout)
    for plan in portal.plans:
        yield from plan_pages(plan, layout)
    yield from follow_up_pages(portal.plans, layout)
    yield from unit_pages(portal.bodies, layout)
    yield from calendar_pages(layout)
    yield from comparison_pages(layout)
    yield from reading_pages(layout)


def _pages_around(path: str, layout: Layout) -> Iterator[Page]:
    """Some pages, among them the one at a path if there is one: those of its plan, of its place, of its kind."""
    portal, urls = layout.index.portal, layout.urls
    if path == "":
        yield home_page(layout)
    elif path.startswith("calendar/"):
        yield from calendar_pages(layout)
    elif path.startswith("compare/"):
        yield from comparison_pages(layout)
    elif path.partition("/")[0] in layout.index.jurisdictions:
        plans = [plan for plan in portal.plans if path.startswith(urls.plan_path(plan.id))]
        yield from (page for plan in plans for page in plan_pages(plan, layout))
        yield from follow_up_pages(plans, layout)
        yield from place_pages([place for place in portal.jurisdictions if path == f"{place.id}/"], layout)
        yield from unit_pages([body for body in portal.bodies if path == urls.unit_path(body.id)], layout)
    else:
        yield from reading_pages(layout)
