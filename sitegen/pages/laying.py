"""Laying out the site (编排): portal -> site map, each kind of page made by its own module.

The site map holds parts that are made when they are asked for, so that not all of them need be held at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from sitegen.derive.comparison.prepared import Prepared
from sitegen.derive.feeds import PORTAL_FEED, jurisdiction_feed_path, unit_feed_path
from sitegen.derive.index import index_of
from sitegen.derive.update_feeds import PORTAL_UPDATES, body_updates_path, jurisdiction_updates_path
from sitegen.derive.urls import urls_of
from sitegen.model import Group, Jurisdiction, Plan, Portal, Unit
from sitegen.pages.calendars import calendar_pages
from sitegen.pages.chrome import chrome_of
from sitegen.pages.comparisons import comparison_lists, comparison_page, comparison_path
from sitegen.pages.data import body_data, data_of_comparison, place_data, plan_data, portal_data
from sitegen.pages.layout import Layout, feeds_at
from sitegen.pages.places import by_place, home_page, place_pages, unit_pages
from sitegen.pages.plans import follow_up_pages, plan_pages
from sitegen.pages.reading import phrase_page, reading_pages, search_page
from sitegen.pages.site_map import Matter, Page, Part, SiteMap


def layout_of(portal: Portal, comparisons: tuple[Prepared, ...], as_of: date | None, base_url: str) -> Layout:
    """What all pages are made from, for a day (None: the newest of the portal's documents) and under a base URL."""
    return Layout(index_of(portal), urls_of(portal, base_url), as_of or newest_date(portal), comparisons)


def lay_out(layout: Layout) -> SiteMap:
    """The whole site."""
    return SiteMap(layout.urls, chrome_of(layout), tuple(_parts(layout)), search_page(layout), phrase_page(layout))


def page_at(path: str, layout: Layout) -> Page | None:
    """The page at a path, if there is one, just as it stands in the whole site, made without most of the others."""
    return next((page for page in _pages_around(path, layout) if page.path == path), None)


def newest_date(portal: Portal) -> date:
    """Newest date that the portal's own documents state; what the site is built for where no day is given."""
    days = [portal.facts.published] if portal.facts.published else []
    for plan in portal.plans:
        document = plan.document
        stated = (document.signed.day, document.imprinted.day, document.published.day)
        days += [day for day in stated if day] or [date(plan.year, 1, 1)]
    return max(days, default=date(1970, 1, 1))


def _parts(layout: Layout) -> Iterator[Part]:
    """Parts of the site in the order of its map, the long ones among the first."""
    portal = layout.index.portal
    bodies = by_place(portal.bodies)
    layout.make_shared()
    yield partial(_of_portal, layout)
    yield partial(calendar_pages, layout)
    yield partial(reading_pages, layout)
    yield partial(comparison_lists, layout)
    yield from (partial(_of_place, place, bodies.get(place.id, ()), layout) for place in portal.jurisdictions)
    yield from (partial(_of_plan, plan, layout) for plan in portal.plans)
    yield from (partial(_of_comparison, comparison, layout) for comparison in layout.comparisons)


def _of_portal(layout: Layout) -> Iterator[Matter]:
    yield home_page(layout)
    yield from feeds_at(layout, PORTAL_FEED, PORTAL_UPDATES)
    yield from portal_data(layout)


def _of_place(place: Jurisdiction, bodies: Sequence[Unit | Group], layout: Layout) -> Iterator[Matter]:
    yield from place_pages((place,), layout)
    yield from feeds_at(layout, jurisdiction_feed_path(place.id), jurisdiction_updates_path(place.id))
    yield place_data(place, layout)
    yield from unit_pages(bodies, layout)
    for body in bodies:
        yield from feeds_at(layout, unit_feed_path(layout.urls, body.id), body_updates_path(layout.urls, body.id))
        yield body_data(body, layout)


def _of_plan(plan: Plan, layout: Layout) -> Iterator[Matter]:
    yield from plan_pages(plan, layout)
    yield from follow_up_pages((plan,), layout)
    yield from plan_data(plan, layout)


def _of_comparison(comparison: Prepared, layout: Layout) -> Iterator[Matter]:
    whole = comparison.opened()
    yield comparison_page(whole, layout)
    yield data_of_comparison(whole, layout)


def _pages_around(path: str, layout: Layout) -> Iterator[Page]:
    """Some pages, among them the one at a path if there is one: those of its plan, of its place, of its kind."""
    portal, urls = layout.index.portal, layout.urls
    if path == "":
        yield home_page(layout)
    elif path.startswith("calendar/"):
        yield from calendar_pages(layout)
    elif path.startswith("compare/"):
        yield from comparison_lists(layout)
        yield from (comparison_page(one.opened(), layout) for one in layout.comparisons if comparison_path(one, layout) == path)
    elif path.partition("/")[0] in layout.index.jurisdictions:
        plans = [plan for plan in portal.plans if path.startswith(urls.plan_path(plan.id))]
        yield from (page for plan in plans for page in plan_pages(plan, layout))
        yield from follow_up_pages(plans, layout)
        yield from place_pages([place for place in portal.jurisdictions if path == f"{place.id}/"], layout)
        yield from unit_pages([body for body in portal.bodies if path == urls.unit_path(body.id)], layout)
    else:
        yield from reading_pages(layout)
