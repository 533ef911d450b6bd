"""What making the pages of one portal needs (布局), and what pages of every kind are put together with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from sitegen.derive.agenda import Entry, agenda
from sitegen.derive.comparison.bonds import Bonds, bonds_of
from sitegen.derive.comparison.prepared import Offered, taken
from sitegen.derive.comparison.view import Heading, PlanSide
from sitegen.derive.comparison_page import comparison_href
from sitegen.derive.entries import LabelledLink
from sitegen.derive.follow_up_page import looked_back_on
from sitegen.derive.head import NO_SUBJECT, Subject, head_of
from sitegen.derive.index import Index, index_of, read_in
from sitegen.derive.short_names import short_names
from sitegen.derive.subjects import list_subject
from sitegen.derive.urls import Urls
from sitegen.model import Group, Plan, Portal, Unit
from sitegen.pages.site_map import Alternate, Crumb, Page

V = TypeVar("V")


@dataclass(frozen=True)
class Backdrop:
    """What pages may say wherever they stand (底图): the portal with its plans in outline, what is compared, day, addresses.

    What pages ask for stands under what they ask by, so that no page costs more because the site is larger.
    """

    portal: Portal
    compared: tuple[Heading, ...]
    urls: Urls
    as_of: date

    @cached_property
    def index(self) -> Index:
        """Look-ups, without any text of a plan."""
        return index_of(self.portal)

    @cached_property
    def bodies(self) -> Mapping[str, tuple[Unit | Group, ...]]:
        """The registered bodies of each jurisdiction, by its id."""
        return grouped((body.jurisdiction_id, body) for body in self.portal.bodies)

    @cached_property
    def short_names(self) -> Mapping[str, tuple[str, ...]]:
        """Further names of each unit, by its id."""
        return short_names(self.portal)

    @cached_property
    def compared_by_plan(self) -> Mapping[str, tuple[Heading, ...]]:
        """Comparisons by the plan on either side."""
        return _by_side(self.compared, lambda side: side.plan_id)

    @cached_property
    def compared_by_place(self) -> Mapping[str, tuple[Heading, ...]]:
        """Comparisons by the place on either side."""
        return _by_side(self.compared, lambda side: side.jurisdiction_id)

    @cached_property
    def over(self) -> frozenset[str]:
        """Ids of the plans that are looked back on."""
        return frozenset(plan.id for plan in looked_back_on(self.portal, self.as_of))

    def make_ready(self) -> None:
        """Make now what pages ask for, so that processes that make pages begin with it."""
        for name, value in vars(Backdrop).items():
            if isinstance(value, cached_property):
                getattr(self, name)


@dataclass(frozen=True)
class Layout:
    """What some pages are made from: the backdrop, the plans that they may quote, the comparisons whose bonds they may tell.

    Pages are made from nothing else, so that where these are the same, so are the pages.
    """

    backdrop: Backdrop
    plans: tuple[Plan, ...] = ()
    compared: tuple[Offered, ...] = ()

    @property
    def grounds(self) -> tuple[object, ...]:
        """What the pages follow from, one value after another."""
        bonds = tuple(one.bonds_fingerprint for one in taken(self.compared))
        return (self.backdrop, bonds, *self.plans)

    @property
    def urls(self) -> Urls:
        """Addresses."""
        return self.backdrop.urls

    @property
    def as_of(self) -> date:
        """The day that the content goes up to."""
        return self.backdrop.as_of

    @cached_property
    def index(self) -> Index:
        """Look-ups; of texts, those of the plans that may be quoted."""
        return read_in(self.backdrop.index, self.plans)

    @cached_property
    def bonds(self) -> Bonds:
        """Which clause was laid beside which."""
        return bonds_of(bond for one in taken(self.compared) for bond in one.bonds)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The agenda of these plans."""
        return agenda(self.index.portal)


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


def calendar_link(path: str, name: str, layout: Layout) -> Alternate:
    """The calendar of a name at a path."""
    return Alternate("text/calendar", name, layout.urls.href(path))


def updates_link(path: str, title: str, layout: Layout) -> Alternate:
    """The update feed of a title at a path."""
    return Alternate("application/atom+xml", f"{title}更新", layout.urls.href(path))


def json_of(layout: Layout, path: str, title: str) -> Alternate:
    """The data file at a path."""
    return Alternate("application/json", f"{title}（数据）", layout.urls.href(path))


def comparison_links(layout: Layout, concerned: Iterable[Heading]) -> tuple[LabelledLink, ...]:
    """Links to some comparisons."""
    return tuple(LabelledLink(one.title, comparison_href(one, layout.urls), one.kind_label) for one in concerned)


def _by_side(compared: Iterable[Heading], name: Callable[[PlanSide], str]) -> dict[str, tuple[Heading, ...]]:
    return grouped((side, one) for one in compared for side in dict.fromkeys((name(one.old), name(one.new))))


def grouped(pairs: Iterable[tuple[str, V]]) -> dict[str, tuple[V, ...]]:
    """Values by what they stand under, in order."""
    found: dict[str, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}
