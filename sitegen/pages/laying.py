"""Laying out the site (编排): portal -> site map, each kind of page made by its own module.

The site map holds parts that are made when they are asked for, each from as little of the portal as its pages speak of, so
that an edit touches few of them. Which plans a part may quote, and whose bonds it tells, is decided here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial

from sitegen.derive.comparison.pairs import ComparisonKind
from sitegen.derive.comparison.prepared import Offered, Prepared, taken
from sitegen.derive.comparison.siblings import side_by_side
from sitegen.derive.unit_work import places_concerned
from sitegen.derive.urls import Urls, urls_of
from sitegen.model import Plan, Portal
from sitegen.pages.calendars import calendar_pages
from sitegen.pages.chrome import chrome_of
from sitegen.pages.comparisons import comparison_lists, comparison_page, comparison_path, of_comparison, siblings_page
from sitegen.pages.layout import Backdrop, Layout, grouped
from sitegen.pages.places import home_page, of_place, of_portal, page_in_place
from sitegen.pages.plans import of_plan, page_in_plan
from sitegen.pages.reading import phrase_page, reading_pages, search_page
from sitegen.pages.site_map import Matter, Page, Part, SiteMap


@dataclass(frozen=True)
class Whole:
    """All that the site is made from (全站): what pages may say anywhere, every plan, the comparisons."""

    backdrop: Backdrop
    plans: tuple[Plan, ...]
    comparisons: tuple[Offered, ...]

    @property
    def urls(self) -> Urls:
        """Addresses."""
        return self.backdrop.urls

    @cached_property
    def taken(self) -> tuple[Prepared, ...]:
        """The comparisons, every one made."""
        return taken(self.comparisons)

    @cached_property
    def everything(self) -> Layout:
        """What pages about the whole portal are made from."""
        return Layout(self.backdrop, self.plans)

    @cached_property
    def quoted(self) -> Mapping[str, tuple[Plan, ...]]:
        """The plans that pages of a place quote, by its id: its own, and others that name its units."""
        index = self.backdrop.index
        return grouped((place_id, plan) for plan in self.plans for place_id in sorted(places_concerned(plan, index)))

    def around_plan(self, plan: Plan) -> Layout:
        """What the pages of a plan are made from: its text, the bonds of its clauses, and their lines through the years."""
        compared = (*self._over_years.get(plan.jurisdiction_id, ()), *self._others.get(plan.id, ()))
        return Layout(self.backdrop, (plan,), compared)

    def around_place(self, place_id: str) -> Layout:
        """What the pages of a place and its bodies are made from: the plans that name them, and the lines through the years."""
        return Layout(self.backdrop, self.quoted.get(place_id, ()), self._over_years.get(place_id, ()))

    @cached_property
    def _over_years(self) -> Mapping[str, tuple[Offered, ...]]:
        """The comparisons of plans of one place over the years, by its id."""
        years = (one for one in self.comparisons if one.heading.kind is ComparisonKind.YEARS)
        return grouped((one.heading.old.jurisdiction_id, one) for one in years)

    @cached_property
    def _others(self) -> Mapping[str, tuple[Offered, ...]]:
        """The other comparisons, by the id of the plan on either side."""
        others = (one for one in self.comparisons if one.heading.kind is not ComparisonKind.YEARS)
        sides = ((dict.fromkeys((one.heading.old.plan_id, one.heading.new.plan_id)), one) for one in others)
        return grouped((plan_id, one) for plan_ids, one in sides for plan_id in plan_ids)


def layout_of(portal: Portal, comparisons: tuple[Offered, ...], as_of: date | None, base_url: str) -> Whole:
    """What all pages are made from, for a day (None: the newest of the portal's documents) and under a base URL."""
    outline = replace(portal, plans=tuple(plan.in_outline for plan in portal.plans))
    headings = tuple(one.heading for one in comparisons)
    backdrop = Backdrop(outline, headings, urls_of(portal, base_url), as_of or newest_date(portal))
    return Whole(backdrop, portal.plans, comparisons)


def lay_out(whole: Whole) -> SiteMap:
    """The whole site."""
    everything = whole.everything
    return SiteMap(
        whole.urls, chrome_of(whole.backdrop), tuple(_parts(whole)), search_page(everything), phrase_page(everything)
    )


def page_at(path: str, whole: Whole) -> Page | None:
    """The page at a path, if there is one, just as it stands in the whole site, made without most of the others."""
    return next((page for page in _pages_around(path, whole) if page and page.path == path), None)


def newest_date(portal: Portal) -> date:
    """Newest date that the portal's own documents state; what the site is built for where no day is given."""
    days = [portal.facts.published] if portal.facts.published else []
    for plan in portal.plans:
        document = plan.document
        stated = (document.signed.day, document.imprinted.day, document.published.day)
        days += [day for day in stated if day] or [date(plan.year, 1, 1)]
    return max(days, default=date(1970, 1, 1))


def _parts(whole: Whole) -> Iterator[Part]:
    """Parts of the site in the order of its map, the long ones among the first."""
    backdrop, everything, comparisons = whole.backdrop, whole.everything, whole.taken
    backdrop.make_ready()
    named = Layout(backdrop)
    yield _part("portal", of_portal, everything, comparisons)
    yield _part("calendar", calendar_pages, everything)
    yield _part("reading", reading_pages, everything)
    yield _part("comparisons", comparison_lists, named, comparisons)
    for under in side_by_side(comparisons):
        yield _part(f"siblings/{under[0].heading.old.plan_id}", siblings_page, named, *under)
    for place in backdrop.portal.jurisdictions:
        yield _part(f"place/{place.id}", of_place, whole.around_place(place.id), place.id)
    for plan in whole.plans:
        yield _part(f"plan/{plan.id}", of_plan, whole.around_plan(plan), plan.id)
    for one in comparisons:
        yield _part(comparison_path(one.heading, named), of_comparison, named, one)


def _part(name: str, make: Callable[..., Iterable[Matter]], layout: Layout, *further: object) -> Part:
    """Files that a function makes from a layout and further values, and from nothing else."""
    return Part(name, (*layout.grounds, *further), partial(make, layout, *further))


def _pages_around(path: str, whole: Whole) -> Iterator[Page | None]:
    """Some pages, among them the one at a path if there is one."""
    everything, named, first = whole.everything, Layout(whole.backdrop), path.partition("/")[0]
    if path == "":
        yield home_page(everything, whole.taken)
    elif first == "calendar":
        yield from calendar_pages(everything)
    elif first == "compare":
        compared = [one for one in whole.comparisons if comparison_path(one.heading, named) == path]
        yield from (comparison_page(named, one) for one in taken(compared))
        tables = side_by_side(whole.comparisons)
        asked = [under for under in tables if whole.urls.siblings_path(under[0].heading.old.plan_id) == path]
        yield from (page for under in asked for page in siblings_page(named, *taken(under)))
        if not compared and not asked:
            yield from comparison_lists(named, whole.taken)
    elif first in whole.backdrop.index.jurisdictions:
        plans = [plan for plan in whole.plans if path.startswith(whole.urls.plan_path(plan.id))]
        yield from (page_in_plan(whole.around_plan(plan), plan.id, path) for plan in plans)
        yield page_in_place(whole.around_place(first), first, path)
    else:
        yield from reading_pages(everything)
