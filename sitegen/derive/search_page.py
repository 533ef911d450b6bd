"""The search page (检索页): the form that scripts make alive, and lists that lead to everything without them."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.derive.entries import LabelledLink, plan_label
from sitegen.derive.index import Index
from sitegen.derive.urls import Urls


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """A heading with its anchor, and links under it."""

    anchor: str
    heading: str
    links: tuple[LabelledLink, ...]


@dataclass(frozen=True, slots=True)
class SearchPageView:
    """The search page: where the form leads, the address of the index (known when it is made), lists to browse."""

    title: str
    description: str
    action: str
    manifest_href: str
    groups: tuple[LinkGroup, ...]


def search_page_view(index: Index, urls: Urls) -> SearchPageView:
    """The search page, its index address still empty."""
    portal = index.portal
    plans = tuple(
        LabelledLink(plan_label(plan), urls.plan(plan.id))
        for plan in sorted(portal.plans, key=lambda plan: (-plan.year, plan.id))
    )
    groups = [LinkGroup("plans", "按文件找", plans)]
    for place in portal.jurisdictions:
        bodies = [body for body in portal.bodies if body.jurisdiction_id == place.id]
        links = tuple(LabelledLink(body.name, urls.unit(body.id)) for body in bodies)
        groups.append(LinkGroup(f"units-{place.id}", f"按责任单位找：{place.full_name}", links))
    terms = tuple(LabelledLink(term.term, urls.href(urls.term_path(term.id))) for term in portal.glossary)
    others = (
        LabelledLink("时限日历", urls.href("calendar/")),
        LabelledLink("对照", urls.href("compare/")),
        LabelledLink("数据质量说明", urls.href("quality/")),
        LabelledLink("网站地图", urls.href("sitemap/")),
    )
    groups += [LinkGroup("terms", "按术语找", terms), LinkGroup("others", "按时限、变化和说明找", others)]
    return SearchPageView(
        title="搜索",
        description="在全部工作要点、任务、责任单位和说明里搜索；搜索在您的设备上进行，不向别处发送。",
        action=urls.href("search/"),
        manifest_href="",
        groups=tuple(group for group in groups if group.links),
    )
