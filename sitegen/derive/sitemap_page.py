"""Site map (网站地图) and the page for addresses that lead nowhere: every kind of page, as lists of links."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.derive.entries import LabelledLink, plan_label
from sitegen.derive.index import Index
from sitegen.derive.places import item_name, row_name
from sitegen.derive.urls import Urls
from sitegen.model import Group, Jurisdiction, Plan, Unit


@dataclass(frozen=True, slots=True)
class LinkList:
    """Links under a heading."""

    heading: str
    links: tuple[LabelledLink, ...]


@dataclass(frozen=True, slots=True)
class PlanPages:
    """A plan and the pages of its items, paragraphs and rows."""

    plan: LabelledLink
    passages: tuple[LabelledLink, ...]
    rows: tuple[LabelledLink, ...]


@dataclass(frozen=True, slots=True)
class PlacePages:
    """A jurisdiction, its plans, its units and groups."""

    anchor: str
    place: LabelledLink
    plans: tuple[PlanPages, ...]
    units: tuple[LabelledLink, ...]


@dataclass(frozen=True, slots=True)
class SitemapView:
    """The site map: pages of the whole portal first, then the places."""

    title: str
    description: str
    lists: tuple[LinkList, ...]
    places: tuple[PlacePages, ...]


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """Page for addresses that lead nowhere: where to go on."""

    title: str
    description: str
    links: tuple[LabelledLink, ...]


def sitemap_view(index: Index, urls: Urls, lists: tuple[LinkList, ...]) -> SitemapView:
    """The site map; ``lists`` are the pages that belong to no place (主要页面, 对照, 说明 …)."""
    return SitemapView(
        title="网站地图",
        description="本站全部页面的清单，不用脚本也可以浏览。",
        lists=tuple(group for group in lists if group.links),
        places=tuple(_place(place, index, urls) for place in index.portal.jurisdictions),
    )


def not_found_view(index: Index, urls: Urls, more: tuple[LabelledLink, ...]) -> NotFoundView:
    """Page for addresses that lead nowhere; ``more`` are further useful pages (网站地图, 日历 …)."""
    plans = tuple(LabelledLink(plan_label(plan), urls.plan(plan.id)) for plan in index.portal.plans)
    return NotFoundView(
        title="没有这个页面",
        description="网址可能有误，或者页面已经移动。",
        links=(LabelledLink("首页", urls.home()), *more, *plans),
    )


def _place(place: Jurisdiction, index: Index, urls: Urls) -> PlacePages:
    bodies: tuple[Unit | Group, ...] = index.portal.bodies
    return PlacePages(
        anchor=place.id,
        place=LabelledLink(place.full_name, urls.jurisdiction(place.id)),
        plans=tuple(_plan(plan, urls) for plan in index.plans_of(place.id)),
        units=tuple(LabelledLink(body.name, urls.unit(body.id)) for body in bodies if body.jurisdiction_id == place.id),
    )


def _plan(plan: Plan, urls: Urls) -> PlanPages:
    passages = (*plan.items, *plan.closing)
    rows = plan.table.rows if plan.table else ()
    return PlanPages(
        plan=LabelledLink(plan_label(plan), urls.plan(plan.id)),
        passages=tuple(LabelledLink(item_name(item), urls.passage(item.id)) for item in passages),
        rows=tuple(LabelledLink(row_name(row), urls.passage(row.id)) for row in rows),
    )
