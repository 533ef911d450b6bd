"""The pages of comparisons (对照): lists, tables of siblings, and the page of one pair."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.derive.any_comparison_page import any_comparison_view
from sitegen.derive.comparison.prepared import Prepared
from sitegen.derive.comparison.siblings import siblings
from sitegen.derive.comparison.view import Comparison
from sitegen.derive.comparison_list import comparison_list_view
from sitegen.derive.comparison_page import comparison_data_path, comparison_page_view
from sitegen.derive.entries import LabelledLink
from sitegen.derive.siblings_page import siblings_title, siblings_view
from sitegen.pages.layout import Layout, json_of, listed, page_of
from sitegen.pages.site_map import Crumb, Page


def comparison_lists(layout: Layout) -> Iterator[Page]:
    """The list of comparisons, the page on which to choose any two plans, and tables of siblings."""
    urls, top = layout.urls, _top(layout)
    plans = layout.index.plans
    compared = [plans[side.plan_id] for one in layout.comparisons for side in (one.old, one.new)]
    tables = siblings(layout.comparisons)
    beside = tuple(
        LabelledLink(siblings_title(one), urls.href(urls.siblings_path(one.superior.plan_id)), siblings_view(one, urls).description)
        for one in tables
    )
    any_path = urls.any_comparison_path()
    list_view = comparison_list_view(layout.comparisons, beside, urls.href(any_path), urls)
    subject = listed(list_view, ("对照",), compared)
    yield page_of(layout, "compare/", "comparison_list", list_view, "compare", subject=subject)
    any_view = any_comparison_view(layout.comparisons, beside, layout.index, urls)
    subject = listed(any_view, ("对照",), layout.index.portal.plans)
    yield page_of(layout, any_path, "any_comparison", any_view, "compare", top, subject=subject)
    for table in tables:
        table_view = siblings_view(table, urls)
        subject = listed(table_view, ("对照",), [plans[side.plan_id] for side in (table.superior, *table.plans)])
        yield page_of(layout, urls.siblings_path(table.superior.plan_id), "siblings", table_view, "compare", top, subject=subject)


def comparison_page(comparison: Comparison, layout: Layout) -> Page:
    """The page of a comparison, whole."""
    plans = layout.index.plans
    view = comparison_page_view(comparison, layout.index, layout.urls)
    data = json_of(layout, comparison_data_path(comparison, layout.urls), view.title)
    subject = listed(view, ("对照",), (plans[comparison.old.plan_id], plans[comparison.new.plan_id]))
    path = comparison_path(comparison, layout)
    return page_of(layout, path, "comparison", view, "compare", _top(layout), subject=subject, alternates=(data,))


def comparison_path(comparison: Comparison | Prepared, layout: Layout) -> str:
    """Path of the page of a comparison."""
    return layout.urls.comparison_path(comparison.old.plan_id, comparison.new.plan_id)


def _top(layout: Layout) -> Crumb:
    return Crumb("对照", layout.urls.href("compare/"))
