"""The pages of one plan (要点): the plan, its items and rows, and the look back on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from sitegen.derive.entries import LabelledLink
from sitegen.derive.follow_up_page import follow_up_view
from sitegen.derive.lineage import LineageView, lineage_view
from sitegen.derive.passage_page import PassagePageView, item_page, row_page
from sitegen.derive.plan_page import plan_view
from sitegen.derive.subjects import passage_subject, plan_subject
from sitegen.model import Item, Plan, Task
from sitegen.pages.data import plan_data
from sitegen.pages.layout import Layout, comparison_links, json_of, listed, page_of, place_crumb
from sitegen.pages.site_map import Crumb, Matter, Page


def of_plan(layout: Layout, plan_id: str) -> Iterator[Matter]:
    """The files of a plan: its page, those of its items and of the rows of its table, the look back on it, its data."""
    plan = layout.index.plans[plan_id]
    yield from (make() for _, make in _pages(plan, layout))
    yield from plan_data(plan, layout)


def page_in_plan(layout: Layout, plan_id: str, path: str) -> Page | None:
    """The page at a path, if it is one of a plan."""
    return next((make() for found, make in _pages(layout.index.plans[plan_id], layout) if found == path), None)


def _pages(plan: Plan, layout: Layout) -> Iterator[tuple[str, Callable[[], Page]]]:
    """Every page of a plan: its path, and what makes it."""
    urls = layout.urls
    yield urls.plan_path(plan.id), partial(_plan_page, plan, layout)
    yield from ((urls.passage_path(item.id), partial(_item_page, item, plan, layout)) for item in (*plan.items, *plan.closing))
    rows = plan.table.rows if plan.table else ()
    yield from ((urls.passage_path(row.id), partial(_row_page, row, plan, layout)) for row in rows)
    if plan.id in layout.backdrop.over:
        yield urls.follow_up_path(plan.id), partial(_follow_up_page, plan, layout)


def _plan_page(plan: Plan, layout: Layout) -> Page:
    index, urls = layout.index, layout.urls
    place = place_crumb(layout, plan.jurisdiction_id)
    links = (*comparison_links(layout, layout.backdrop.compared_by_plan.get(plan.id, ())), *_follow_up_links(plan, layout))
    view = plan_view(plan, index, urls, layout.as_of, links)
    data = json_of(layout, urls.plan_json_path(plan.id), plan.title)
    subject, name, path = plan_subject(plan, index, urls), index.plan_names[plan.id], urls.plan_path(plan.id)
    return page_of(layout, path, "plan", view, "places", place, subject=subject, title=name, alternates=(data,))


def _item_page(item: Item, plan: Plan, layout: Layout) -> Page:
    view = item_page(item, plan, layout.index, layout.urls, layout.as_of, _lineage(item.id, plan, layout))
    return _passage_page(item, view, plan, layout, *_above(plan, layout))


def _row_page(row: Task, plan: Plan, layout: Layout) -> Page:
    item = layout.index.passages[row.item_id]
    view = row_page(row, plan, layout.index, layout.urls, layout.as_of, _lineage(row.id, plan, layout))
    above = Crumb(item.number + item.title, layout.urls.passage(item.id))
    return _passage_page(row, view, plan, layout, *_above(plan, layout), above)


def _passage_page(passage: Item | Task, view: PassagePageView, plan: Plan, layout: Layout, *crumbs: Crumb) -> Page:
    subject = passage_subject(passage, view.title, plan, layout.index, layout.urls)
    path = layout.urls.passage_path(passage.id)
    return page_of(layout, path, "passage", view, "places", *crumbs, subject=subject)


def _above(plan: Plan, layout: Layout) -> tuple[Crumb, Crumb]:
    return place_crumb(layout, plan.jurisdiction_id), Crumb(f"{plan.year}年", layout.urls.plan(plan.id))


def _lineage(passage_id: str, plan: Plan, layout: Layout) -> LineageView | None:
    return lineage_view(passage_id, plan, layout.bonds, layout.index, layout.urls)


def _follow_up_page(plan: Plan, layout: Layout) -> Page:
    index, urls = layout.index, layout.urls
    view = follow_up_view(plan, layout.bonds, index, urls)
    subject = listed(view, ("回头看",), (plan,))
    title = f"回头看：{index.plan_names[plan.id]}"
    path = urls.follow_up_path(plan.id)
    return page_of(layout, path, "follow_up", view, "places", *_above(plan, layout), subject=subject, title=title)


def _follow_up_links(plan: Plan, layout: Layout) -> tuple[LabelledLink, ...]:
    if plan.id not in layout.backdrop.over:
        return ()
    return (LabelledLink("回头看：各项任务后来怎样", layout.urls.href(layout.urls.follow_up_path(plan.id)), "回头看"),)
