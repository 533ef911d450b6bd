"""The home page, and the pages of jurisdictions and of their bodies (首页、地区、单位)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sitegen.derive.comparison.prepared import Prepared
from sitegen.derive.comparison_page import comparison_href
from sitegen.derive.entries import LabelledLink
from sitegen.derive.feeds import PORTAL_FEED, Feed, jurisdiction_feed_path, place_feeds, portal_feed, unit_feed_path
from sitegen.derive.home import ComparisonCard, home_view, in_brief
from sitegen.derive.jurisdiction import jurisdiction_view
from sitegen.derive.quality_page import quality_view
from sitegen.derive.shared_tasks import shared_tasks_view, units_by_task
from sitegen.derive.subjects import body_subject, home_subject, place_subject
from sitegen.derive.unit_page import unit_page_view
from sitegen.derive.unit_work import Concern, Work, unit_works
from sitegen.derive.unit_years import unit_years_view
from sitegen.derive.update_feeds import (
    PORTAL_UPDATES,
    UpdateFeed,
    body_updates_path,
    jurisdiction_updates_path,
    place_updates,
    portal_updates,
)
from sitegen.model import Group, Jurisdiction, Unit
from sitegen.pages.data import body_data, place_data, portal_data
from sitegen.pages.layout import (
    Layout,
    calendar_link,
    comparison_links,
    json_of,
    page_of,
    place_crumb,
    updates_link,
)
from sitegen.pages.site_map import Alternate, Matter, Page


def of_portal(layout: Layout, comparisons: Iterable[Prepared]) -> Iterator[Matter]:
    """The files of the portal as a whole."""
    feeds = (portal_feed(layout.index, layout.urls, layout.entries), portal_updates(layout.index, layout.urls))
    yield home_page(layout, comparisons)
    yield from (feed for feed in feeds if feed)
    yield from portal_data(layout)


def home_page(layout: Layout, comparisons: Iterable[Prepared]) -> Page:
    """The home page."""
    index, urls = layout.index, layout.urls
    notes = quality_view(index, urls, ()).note_count
    cards = tuple(
        ComparisonCard(one.heading.title, comparison_href(one.heading, urls), in_brief(one.sentence_counts)) for one in comparisons
    )
    view = home_view(index, urls, layout.as_of, cards, urls.href("calendar/"), urls.href("quality/"), notes)
    calendars = [calendar_link(PORTAL_FEED, index.portal.facts.title, layout)] if layout.entries else []
    updates = [updates_link(PORTAL_UPDATES, index.portal.facts.title, layout)] if index.portal.plans else []
    return page_of(layout, "", "home", view, subject=home_subject(index, urls), alternates=(*calendars, *updates))


def of_place(layout: Layout, place_id: str) -> Iterator[Matter]:
    """The files of a jurisdiction and of its registered bodies."""
    here = _Place(layout, layout.index.jurisdictions[place_id])
    yield place_page(here)
    yield from here.feeds_at(jurisdiction_feed_path(place_id), jurisdiction_updates_path(place_id))
    yield place_data(here.place, layout)
    for body in here.bodies:
        yield body_page(body, here)
        yield from here.feeds_at(unit_feed_path(layout.urls, body.id), body_updates_path(layout.urls, body.id))
        yield body_data(body, here.works[body.id], layout)


def page_in_place(layout: Layout, place_id: str, path: str) -> Page | None:
    """The page of a jurisdiction, or of one of its bodies, at a path, if there is one."""
    here = _Place(layout, layout.index.jurisdictions[place_id])
    if path == f"{place_id}/":
        return place_page(here)
    return next((body_page(body, here) for body in here.bodies if layout.urls.unit_path(body.id) == path), None)


@dataclass(frozen=True)
class _Place:
    """A jurisdiction with what its pages are made with."""

    layout: Layout
    place: Jurisdiction

    @property
    def bodies(self) -> tuple[Unit | Group, ...]:
        return self.layout.backdrop.bodies.get(self.place.id, ())

    @cached_property
    def works(self) -> Mapping[str, tuple[Work, ...]]:
        return unit_works(self.layout.index)

    @cached_property
    def units_by_task(self) -> Mapping[str, tuple[str, ...]]:
        return units_by_task(self.works, self.layout.index)

    @cached_property
    def feeds(self) -> Mapping[str, Feed]:
        return {feed.path: feed for feed in place_feeds(self.place, self.bodies, self.layout.urls, self.layout.entries)}

    @cached_property
    def update_feeds(self) -> Mapping[str, UpdateFeed]:
        made = place_updates(self.place, self.bodies, self.layout.index, self.layout.urls, self.works)
        return {feed.path: feed for feed in made}

    def calendars_at(self, path: str) -> tuple[Alternate, ...]:
        feed = self.feeds.get(path)
        return (calendar_link(path, feed.name, self.layout),) if feed else ()

    def updates_at(self, path: str) -> tuple[Alternate, ...]:
        feed = self.update_feeds.get(path)
        return (updates_link(path, feed.title, self.layout),) if feed else ()

    def feeds_at(self, calendar: str, updates: str) -> Iterator[Feed | UpdateFeed]:
        yield from (found for found in (self.feeds.get(calendar), self.update_feeds.get(updates)) if found)


def place_page(here: _Place) -> Page:
    """The page of a jurisdiction."""
    place, layout = here.place, here.layout
    calendar = here.calendars_at(jurisdiction_feed_path(place.id))
    links = comparison_links(layout, layout.backdrop.compared_by_place.get(place.id, ()))
    updates = here.updates_at(jurisdiction_updates_path(place.id))
    counts = {body.id: sum(work.concern is Concern.NAMED for work in here.works[body.id]) for body in here.bodies}
    href = calendar[0].href if calendar else ""
    view = jurisdiction_view(place, layout.index, layout.urls, counts, links, href, _visible(updates))
    data = json_of(layout, layout.urls.jurisdiction_data_path(place.id), view.title)
    subject = place_subject(place, layout.index)
    return page_of(
        layout, f"{place.id}/", "jurisdiction", view, "places", subject=subject, alternates=(*calendar, *updates, data)
    )


def body_page(body: Unit | Group, here: _Place) -> Page:
    """The page of a registered body."""
    layout, index, urls, works = here.layout, here.layout.index, here.layout.urls, here.works[body.id]
    history = unit_years_view(body, works, layout.bonds, index, urls) if isinstance(body, Unit) else None
    shared = shared_tasks_view(body, works, here.units_by_task, index, urls) if isinstance(body, Unit) else None
    updates = here.updates_at(body_updates_path(urls, body.id))
    names = layout.backdrop.short_names.get(body.id, ())
    view = unit_page_view(body, works, index, urls, here.feeds.keys(), history, shared, _visible(updates), names)
    alternates = (
        *here.calendars_at(unit_feed_path(urls, body.id)), *updates, json_of(layout, urls.unit_data_path(body.id), body.name)
    )  # fmt: skip
    title = f"{body.name}（{here.place.full_name}）"
    crumb = place_crumb(layout, here.place.id)
    subject = body_subject(body, title, view.description, works, index, urls)
    path = urls.unit_path(body.id)
    return page_of(layout, path, "unit", view, "places", crumb, subject=subject, title=title, alternates=alternates)


def _visible(updates: tuple[Alternate, ...]) -> LabelledLink | None:
    return LabelledLink("更新订阅（Atom）", updates[0].href) if updates else None
