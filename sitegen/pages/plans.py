"""The pages of one plan (要点): the plan, its items and rows, and the look back on it."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.derive.entries import LabelledLink
from sitegen.derive.follow_up_page import follow_up_view
from sitegen.derive.lineage import LineageView, lineage_view
from sitegen.derive.passage_page import item_page, row_page
from sitegen.derive.plan_page import plan_view
from sitegen.derive.subjects import passage_subject, plan_subject
from sitegen.model import Plan
from sitegen.pages.data import plan_data
from sitegen.pages.layout import Layout, comparison_links, json_of, listed, page_of, place_crumb
from sitegen.pages.site_map import Crumb, Matter, Page


def of_plan(layout: Layout, plan_id: str) -> Iterator[Matter]:
    """The files of a plan."""
    plan = layout.index.plans[plan_id]
    yield from plan_pages(plan, layout)
    yield from plan_data(plan, layout)


def plan_pages(plan: Plan, layout: Layout) -> Iterator[Page]:
    """The page of a plan, of its items, of the rows of its table, and the look back on it if its year is over."""
    index, urls = layout.index, layout.urls
    place = place_crumb(layout, plan.jurisdiction_id)
    here = Crumb(f"{plan.year}年", urls.plan(plan.id))
    links = (*comparison_links(layout, layout.backdrop.compared_by_plan.get(plan.id, ())), *_follow_up_links(plan, layout))
    view = plan_view(plan, index, urls, layout.as_of, links)
    data = json_of(layout, urls.plan_json_path(plan.id), plan.title)
    subject = plan_subject(plan, index, urls)
    name = index.plan_names[plan.id]
    yield page_of(
        layout, urls.plan_path(plan.id), "plan", view, "places", place, subject=subject, title=name, alternates=(data,)
    )
    for item in (*plan.items, *plan.closing):
        path = urls.passage_path(item.id)
        passage = item_page(item, plan, index, urls, layout.as_of, _lineage(item.id, plan, layout))
        subject = passage_subject(item, passage.title, plan, index, urls)
        yield page_of(layout, path, "passage", passage, "places", place, here, subject=subject)
    for row in plan.table.rows if plan.table else ():
        item = index.passages[row.item_id]
        above = Crumb(item.number + item.title, urls.passage(item.id))
        passage = row_page(row, plan, index, urls, layout.as_of, _lineage(row.id, plan, layout))
        subject = passage_subject(row, passage.title, plan, index, urls)
        yield page_of(layout, urls.passage_path(row.id), "passage", passage, "places", place, here, above, subject=subject)
    if plan.id in layout.backdrop.over:
        yield _follow_up_page(plan, layout)


def _lineage(passage_id: str, plan: Plan, layout: Layout) -> LineageView | None:
    return lineage_view(passage_id, plan, layout.bonds, layout.index, layout.urls)


def _follow_up_page(plan: Plan, layout: Layout) -> Page:
    index, urls = layout.index, layout.urls
    view = follow_up_view(plan, layout.bonds, index, urls)
    trail = (place_crumb(layout, plan.jurisdiction_id), Crumb(f"{plan.year}年", urls.plan(plan.id)))
    subject = listed(view, ("回头看",), (plan,))
    title = f"回头看：{index.plan_names[plan.id]}"
    path = urls.follow_up_path(plan.id)
    return page_of(layout, path, "follow_up", view, "places", *trail, subject=subject, title=title)


def _follow_up_links(plan: Plan, layout: Layout) -> tuple[LabelledLink, ...]:
    if plan.id not in layout.backdrop.over:
        return ()
    return (LabelledLink("回头看：各项任务后来怎样", layout.urls.href(layout.urls.follow_up_path(plan.id)), "回头看"),)
