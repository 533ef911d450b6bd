"""The home page, and the pages of jurisdictions and of their bodies (首页、地区、单位)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sitegen.derive.entries import LabelledLink
from sitegen.derive.feeds import PORTAL_FEED, jurisdiction_feed_path, unit_feed_path
from sitegen.derive.home import home_view
from sitegen.derive.jurisdiction import jurisdiction_view
from sitegen.derive.quality_page import quality_view
from sitegen.derive.shared_tasks import shared_tasks_view
from sitegen.derive.subjects import body_subject, home_subject, place_subject
from sitegen.derive.unit_page import unit_page_view
from sitegen.derive.unit_years import unit_years_view
from sitegen.derive.update_feeds import PORTAL_UPDATES, body_updates_path, jurisdiction_updates_path
from sitegen.model import Group, Jurisdiction, Unit
from sitegen.pages.layout import (
    Layout,
    calendar_of,
    comparison_cards,
    comparison_links,
    json_of,
    page_of,
    place_crumb,
    updates_of,
)
from sitegen.pages.site_map import Alternate, Page


def home_page(layout: Layout) -> Page:
    """The home page."""
    urls = layout.urls
    notes = quality_view(layout.index, urls, ()).note_count
    view = home_view(
        layout.index, urls, layout.as_of, comparison_cards(layout), urls.href("calendar/"), urls.href("quality/"), notes
    )
    alternates = (*calendar_of(layout, PORTAL_FEED), *updates_of(layout, PORTAL_UPDATES))
    return page_of(layout, "", "home", view, subject=home_subject(layout.index, urls), alternates=alternates)


def place_pages(places: Iterable[Jurisdiction], layout: Layout) -> Iterator[Page]:
    """The page of each of some jurisdictions."""
    for place in places:
        calendar = calendar_of(layout, jurisdiction_feed_path(place.id))
        href = calendar[0].href if calendar else ""
        links = comparison_links(layout, layout.comparisons_of_place.get(place.id, ()))
        updates = updates_of(layout, jurisdiction_updates_path(place.id))
        view = jurisdiction_view(place, layout.index, layout.urls, layout.named_counts, links, href, _visible(updates))
        data = json_of(layout, layout.urls.jurisdiction_data_path(place.id), view.title)
        alternates = (*calendar, *updates, data)
        subject = place_subject(place, layout.index)
        yield page_of(layout, f"{place.id}/", "jurisdiction", view, "places", subject=subject, alternates=alternates)


def unit_pages(bodies: Iterable[Unit | Group], layout: Layout) -> Iterator[Page]:
    """The page of each of some registered bodies."""
    urls = layout.urls
    for body in bodies:
        place = layout.index.jurisdictions[body.jurisdiction_id]
        works = layout.works[body.id]
        history = unit_years_view(body, works, layout.bonds, layout.index, urls) if isinstance(body, Unit) else None
        shared = shared_tasks_view(body, works, layout.units_by_task, layout.index, urls) if isinstance(body, Unit) else None
        updates = updates_of(layout, body_updates_path(urls, body.id))
        view = unit_page_view(
            body, works, layout.index, urls, layout.feeds.keys(), history, shared, _visible(updates), layout.short_names.get(body.id, ())
        )
        alternates = (
            *calendar_of(layout, unit_feed_path(urls, body.id)), *updates,
            json_of(layout, urls.unit_data_path(body.id), body.name),
        )  # fmt: skip
        title = f"{body.name}（{place.full_name}）"
        crumb = place_crumb(layout, place.id)
        subject = body_subject(body, title, view.description, layout.works[body.id], layout.index, urls)
        path = urls.unit_path(body.id)
        yield page_of(layout, path, "unit", view, "places", crumb, subject=subject, title=title, alternates=alternates)


def by_place(bodies: Iterable[Unit | Group]) -> Mapping[str, tuple[Unit | Group, ...]]:
    """Registered bodies by the id of their jurisdiction."""
    found: dict[str, list[Unit | Group]] = {}
    for body in bodies:
        found.setdefault(body.jurisdiction_id, []).append(body)
    return {place_id: tuple(listed) for place_id, listed in found.items()}


def _visible(updates: tuple[Alternate, ...]) -> LabelledLink | None:
    return LabelledLink("更新订阅（Atom）", updates[0].href) if updates else None
