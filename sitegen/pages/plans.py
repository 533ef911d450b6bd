"""The pages of one plan (要点): the plan, its items and rows, and the look back on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.derive.entries import LabelledLink
from sitegen.derive.follow_up_page import follow_up_view
from sitegen.derive.lineage import LineageView, lineage_view
from sitegen.derive.passage_page import item_page, row_page
from sitegen.derive.plan_page import plan_view
from sitegen.derive.subjects import passage_subject, plan_subject
from sitegen.model import Plan
from sitegen.pages.layout import Layout, comparison_links, json_of, listed, page_of, place_crumb
from sitegen.pages.site_map import Crumb, Page


def plan_pages(plan: Plan, layout: Layout) -> Iterator[Page]:
    """The page of a plan, of its items and of the rows of its table."""
    index, urls = layout.index, layout.urls
    place = place_crumb(layout, plan.jurisdiction_id)
    here = Crumb(f"{plan.year}年", urls.plan(plan.id))
    links = (*comparison_links(layout, layout.comparisons_of_plan.get(plan.id, ())), *_follow_up_links(plan, layout))
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


def _lineage(passage_id: str, plan: Plan, layout: Layout) -> LineageView | None:
    return lineage_view(passage_id, plan, layout.bonds, layout.index, layout.urls)


def follow_up_pages(plans: Iterable[Plan], layout: Layout) -> Iterator[Page]:
    """The look back on each of some plans whose year is over."""
    index, urls = layout.index, layout.urls
    for plan in plans:
        if plan.id not in layout.over:
            continue
        view = follow_up_view(plan, layout.bonds, index, urls)
        trail = (place_crumb(layout, plan.jurisdiction_id), Crumb(f"{plan.year}年", urls.plan(plan.id)))
        subject = listed(view, ("回头看",), (plan,))
        title = f"回头看：{index.plan_names[plan.id]}"
        path = urls.follow_up_path(plan.id)
        yield page_of(layout, path, "follow_up", view, "places", *trail, subject=subject, title=title)


def _follow_up_links(plan: Plan, layout: Layout) -> tuple[LabelledLink, ...]:
    if plan.id not in layout.over:
        return ()
    return (LabelledLink("回头看：各项任务后来怎样", layout.urls.href(layout.urls.follow_up_path(plan.id)), "回头看"),)
