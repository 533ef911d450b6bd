"""Laying out the site (编排): portal -> site map, each kind of page made by its own module."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sitegen.derive.agenda import agenda
from sitegen.derive.comparison.bonds import bonds_of
from sitegen.derive.comparison.view import Comparison
from sitegen.derive.feeds import feeds
from sitegen.derive.index import index_of
from sitegen.derive.search_records import search_records
from sitegen.derive.unit_work import unit_works
from sitegen.derive.update_feeds import update_feeds
from sitegen.derive.urls import urls_of
from sitegen.model import Portal
from sitegen.pages.calendars import calendar_pages
from sitegen.pages.chrome import chrome_of
from sitegen.pages.comparisons import comparison_pages
from sitegen.pages.data import data_of, scripts_of
from sitegen.pages.layout import Layout, by_side
from sitegen.pages.places import home_page, place_pages, unit_pages
from sitegen.pages.plans import follow_up_pages, plan_pages
from sitegen.pages.reading import phrase_page, reading_pages
from sitegen.pages.site_map import Page, Searchable, SiteMap


def lay_out(portal: Portal, comparisons: tuple[Comparison, ...], as_of: date | None, base_url: str) -> SiteMap:
    """The whole site of a portal and its comparisons, for a day (None: the newest of its documents) and under a base URL."""
    index = index_of(portal)
    urls = urls_of(portal, base_url)
    entries = agenda(portal)
    works = dict(unit_works(index))
    layout = Layout(
        index=index,
        urls=urls,
        as_of=as_of or newest_date(portal),
        entries=entries,
        works=works,
        feeds={feed.path: feed for feed in feeds(index, urls, entries)},
        update_feeds={feed.path: feed for feed in update_feeds(index, urls, works)},
        comparisons=comparisons,
        comparisons_of_plan=by_side(comparisons, lambda side: side.plan_id),
        comparisons_of_place=by_side(comparisons, lambda side: side.jurisdiction_id),
        bonds=bonds_of(comparisons),
    )
    return SiteMap(
        urls=urls,
        chrome=chrome_of(layout),
        pages=tuple(_pages(layout)),
        feeds=tuple(layout.feeds.values()),
        update_feeds=tuple(layout.update_feeds.values()),
        data=tuple(data_of(layout)),
        scripts=tuple(scripts_of(layout)),
        phrase_page=phrase_page(layout),
    )


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
    yield home_page(layout)
    yield from place_pages(layout)
    for plan in layout.index.portal.plans:
        yield from plan_pages(plan, layout)
    yield from follow_up_pages(layout)
    yield from unit_pages(layout)
    yield from calendar_pages(layout)
    yield from comparison_pages(layout)
    yield from reading_pages(layout)
