"""The pages of comparisons (对照): lists, tables of siblings, and the page of one pair."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.derive.any_comparison_page import any_comparison_view
from sitegen.derive.comparison.prepared import Prepared
from sitegen.derive.comparison.siblings import siblings, side_by_side
from sitegen.derive.comparison.view import Comparison, Heading
from sitegen.derive.comparison_list import comparison_list_view
from sitegen.derive.comparison_page import comparison_data_path, comparison_page_view
from sitegen.derive.siblings_page import siblings_link, siblings_view
from sitegen.pages.data import data_of_comparison
from sitegen.pages.layout import Layout, json_of, listed, page_of
from sitegen.pages.site_map import Crumb, Matter, Page


def comparison_lists(layout: Layout, comparisons: tuple[Prepared, ...]) -> Iterator[Page]:
    """The list of comparisons, and the page on which to choose any two plans."""
    urls, plans, compared = layout.urls, layout.index.plans, layout.backdrop.compared
    beside = tuple(
        siblings_link(under[0].heading.old, (one.heading.new for one in under), urls) for under in side_by_side(comparisons)
    )
    any_path = urls.any_comparison_path()
    list_view = comparison_list_view(comparisons, beside, urls.href(any_path), urls)
    subject = listed(list_view, ("对照",), (plans[side.plan_id] for one in compared for side in (one.old, one.new)))
    yield page_of(layout, "compare/", "comparison_list", list_view, "compare", subject=subject)
    any_view = any_comparison_view(comparisons, beside, layout.index, urls)
    subject = listed(any_view, ("对照",), layout.index.portal.plans)
    yield page_of(layout, any_path, "any_comparison", any_view, "compare", _top(layout), subject=subject)


def siblings_page(layout: Layout, *under: Prepared) -> Iterator[Page]:
    """The page of the places under one superior plan, given the comparisons of their plans with it."""
    urls, plans = layout.urls, layout.index.plans
    table = siblings(under)
    view = siblings_view(table, urls)
    subject = listed(view, ("对照",), [plans[side.plan_id] for side in (table.superior, *table.plans)])
    path = urls.siblings_path(table.superior.plan_id)
    yield page_of(layout, path, "siblings", view, "compare", _top(layout), subject=subject)


def of_comparison(layout: Layout, prepared: Prepared) -> Iterator[Matter]:
    """The files of a comparison."""
    comparison = prepared.opened()
    yield _page(comparison, layout)
    yield data_of_comparison(comparison, layout)


def comparison_page(layout: Layout, prepared: Prepared) -> Page:
    """The page of a comparison."""
    return _page(prepared.opened(), layout)


def _page(comparison: Comparison, layout: Layout) -> Page:
    plans = layout.index.plans
    view = comparison_page_view(comparison, layout.index, layout.urls)
    data = json_of(layout, comparison_data_path(comparison.heading, layout.urls), view.title)
    subject = listed(view, ("对照",), (plans[comparison.old.plan_id], plans[comparison.new.plan_id]))
    path = comparison_path(comparison.heading, layout)
    return page_of(layout, path, "comparison", view, "compare", _top(layout), subject=subject, alternates=(data,))


def comparison_path(compared: Heading, layout: Layout) -> str:
    """Path of the page of a comparison."""
    return layout.urls.comparison_path(compared.old.plan_id, compared.new.plan_id)


def _top(layout: Layout) -> Crumb:
    return Crumb("对照", layout.urls.href("compare/"))
