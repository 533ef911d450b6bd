"""The open data (开放数据): every JSON file of the site by its path, and data that pages load as scripts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sitegen.derive import open_data
from sitegen.derive.any_comparison_page import plan_texts
from sitegen.derive.comparison_data import comparison_data
from sitegen.derive.comparison_page import comparison_data_path
from sitegen.derive.open_data_schema import data_schemas
from sitegen.pages.layout import Layout


def data_of(layout: Layout) -> Iterator[tuple[str, Any]]:
    """Every JSON file with its path, not yet written as text."""
    index, urls = layout.index, layout.urls
    yield "data/portal.json", open_data.portal_data(index, urls)
    for plan in index.portal.plans:
        yield urls.plan_json_path(plan.id), open_data.plan_data(plan, urls)
    for place in index.portal.jurisdictions:
        yield urls.jurisdiction_data_path(place.id), open_data.jurisdiction_data(place, index, urls)
    for body in index.portal.bodies:
        yield urls.unit_data_path(body.id), open_data.body_data(body, layout.works[body.id], urls)
    for comparison in layout.comparisons:
        yield comparison_data_path(comparison, urls), comparison_data(comparison)
    yield from data_schemas()


def scripts_of(layout: Layout) -> Iterator[tuple[str, Any]]:
    """The values that pages load as scripts, each with its path."""
    for plan in layout.index.portal.plans:
        yield layout.urls.plan_texts_path(plan.id), plan_texts(plan, layout.urls)
