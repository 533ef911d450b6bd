"""What making the pages of one portal needs (布局), and what pages of every kind are put together with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from sitegen.derive.agenda import Entry, agenda
from sitegen.derive.comparison.bonds import Bonds, bonds_of
from sitegen.derive.comparison.prepared import Prepared
from sitegen.derive.comparison.view import PlanSide
from sitegen.derive.comparison_page import comparison_href
from sitegen.derive.entries import LabelledLink
from sitegen.derive.feeds import Feed, feeds
from sitegen.derive.follow_up_page import looked_back_on
from sitegen.derive.head import NO_SUBJECT, Subject, head_of
from sitegen.derive.home import ComparisonCard, in_brief
from sitegen.derive.index import Index
from sitegen.derive.shared_tasks import units_by_task
from sitegen.derive.short_names import short_names
from sitegen.derive.subjects import list_subject
from sitegen.derive.unit_work import Concern, Work, unit_works
from sitegen.derive.update_feeds import UpdateFeed, update_feeds
from sitegen.derive.urls import Urls
from sitegen.model import Plan
from sitegen.pages.site_map import Alternate, Crumb, Page


@dataclass(frozen=True)
class Layout:
    """What making the pages of one portal needs: look-ups, addresses, the day, comparisons; the rest is made when asked for.

    What pages ask for stands under what they ask by, so that no page costs more because the site is larger.
    """

    index: Index
    urls: Urls
    as_of: date
    comparisons: tuple[Prepared, ...]

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The agenda."""
        return agenda(self.index.portal)

    @cached_property
    def works(self) -> dict[str, tuple[Work, ...]]:
        """The works of each unit and group, by id."""
        return dict(unit_works(self.index))

    @cached_property
    def named_counts(self) -> Mapping[str, int]:
        """How many works name each unit or group, by its id."""
        return {body_id: sum(work.concern is Concern.NAMED for work in works) for body_id, works in self.works.items()}

    @cached_property
    def units_by_task(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of the units that are named in a task's column, by id of the task."""
        return units_by_task(self.works, self.index)

    @cached_property
    def short_names(self) -> Mapping[str, tuple[str, ...]]:
        """Further names of each unit, by its id."""
        return short_names(self.index.portal)

    @cached_property
    def feeds(self) -> Mapping[str, Feed]:
        """The calendars by path."""
        return {feed.path: feed for feed in feeds(self.index, self.urls, self.entries)}

    @cached_property
    def update_feeds(self) -> Mapping[str, UpdateFeed]:
        """The update feeds by path."""
        return {feed.path: feed for feed in update_feeds(self.index, self.urls, self.works)}

    @cached_property
    def comparisons_of_plan(self) -> Mapping[str, tuple[Prepared, ...]]:
        """Comparisons by the plan on either side."""
        return by_side(self.comparisons, lambda side: side.plan_id)

    @cached_property
    def comparisons_of_place(self) -> Mapping[str, tuple[Prepared, ...]]:
        """Comparisons by the place on either side."""
        return by_side(self.comparisons, lambda side: side.jurisdiction_id)

    @cached_property
    def over(self) -> frozenset[str]:
        """Ids of the plans that are looked back on."""
        return frozenset(plan.id for plan in looked_back_on(self.index.portal, self.as_of))

    @cached_property
    def bonds(self) -> Bonds:
        """Which clause was laid beside which."""
        return bonds_of(bond for one in self.comparisons for bond in one.bonds)

    def make_shared(self) -> None:
        """Make now what several parts of the site ask for, so that processes that make parts begin with it."""
        for name, value in vars(Layout).items():
            if isinstance(value, cached_property):
                getattr(self, name)


def page_of(
    layout: Layout, path: str, template: str, view: Any, section: str = "", *crumbs: Crumb,
    subject: Subject = NO_SUBJECT, title: str = "", alternates: tuple[Alternate, ...] = (),
) -> Page:  # fmt: skip
    """A page from its path, the name of its template and its view; ``crumbs`` are those after the home page."""
    urls = layout.urls
    home = () if path == "" else (Crumb("首页", urls.home()),)
    trail = (*home, *crumbs)
    name = title or view.title
    steps = tuple(LabelledLink(crumb.label, crumb.href) for crumb in trail)
    head = head_of(subject, path, name, steps, layout.index.portal.facts, urls)
    return Page(path, f"pages/{template}.html", view, name, view.description, trail, section, alternates, head)


def listed(view: Any, keywords: tuple[str, ...], plans: Iterable[Plan]) -> Subject:
    """The subject of a page that lists parts of several plans."""
    return list_subject(view.title, view.description, keywords, plans)


def place_crumb(layout: Layout, jurisdiction_id: str) -> Crumb:
    """The step of the breadcrumb that leads to a jurisdiction."""
    return Crumb(layout.index.jurisdictions[jurisdiction_id].name, layout.urls.jurisdiction(jurisdiction_id))


def calendar_of(layout: Layout, path: str) -> tuple[Alternate, ...]:
    """The calendar at a path, or nothing where there is none."""
    feed = layout.feeds.get(path)
    return (Alternate("text/calendar", feed.name, layout.urls.href(path)),) if feed else ()


def updates_of(layout: Layout, path: str) -> tuple[Alternate, ...]:
    """The update feed at a path, or nothing where there is none."""
    feed = layout.update_feeds.get(path)
    return (Alternate("application/atom+xml", f"{feed.title}更新", layout.urls.href(path)),) if feed else ()


def feeds_at(layout: Layout, calendar: str, updates: str) -> Iterator[Feed | UpdateFeed]:
    """The calendar and the update feed at two paths, those that there are."""
    for found in (layout.feeds.get(calendar), layout.update_feeds.get(updates)):
        if found:
            yield found


def json_of(layout: Layout, path: str, title: str) -> Alternate:
    """The data file at a path."""
    return Alternate("application/json", f"{title}（数据）", layout.urls.href(path))


def comparison_cards(layout: Layout) -> tuple[ComparisonCard, ...]:
    """Every comparison as a card that says in a few words what changed."""
    return tuple(ComparisonCard(one.title, comparison_href(one, layout.urls), in_brief(one.sentence_counts)) for one in layout.comparisons)


def comparison_links(layout: Layout, concerned: Iterable[Prepared]) -> tuple[LabelledLink, ...]:
    """Links to some comparisons."""
    return tuple(LabelledLink(one.title, comparison_href(one, layout.urls), one.kind_label) for one in concerned)


def by_side(comparisons: Iterable[Prepared], name: Callable[[PlanSide], str]) -> dict[str, tuple[Prepared, ...]]:
    """Comparisons by what either of their sides is called."""
    found: dict[str, list[Prepared]] = {}
    for one in comparisons:
        for side in dict.fromkeys((name(one.old), name(one.new))):
            found.setdefault(side, []).append(one)
    return {side: tuple(listed) for side, listed in found.items()}
