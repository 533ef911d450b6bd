"""The open data (开放数据): the JSON files of the site, and values that pages load as scripts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.derive import open_data
from sitegen.derive.any_comparison_page import plan_texts
from sitegen.derive.comparison.view import Comparison
from sitegen.derive.comparison_data import comparison_data
from sitegen.derive.comparison_page import comparison_data_path
from sitegen.derive.open_data_schema import data_schemas
from sitegen.derive.unit_work import Work
from sitegen.model import Group, Jurisdiction, Plan, Unit
from sitegen.pages.layout import Layout
from sitegen.pages.site_map import DataFile, ScriptFile


def portal_data(layout: Layout) -> Iterator[DataFile]:
    """The file that lists all others, and their schemas."""
    yield DataFile("data/portal.json", open_data.portal_data(layout.index, layout.urls))
    yield from (DataFile(path, value) for path, value in data_schemas())


def plan_data(plan: Plan, layout: Layout) -> Iterator[DataFile | ScriptFile]:
    """The data of a plan, and its texts for the page on which any two plans are compared."""
    yield DataFile(layout.urls.plan_json_path(plan.id), open_data.plan_data(plan, layout.urls))
    yield ScriptFile(layout.urls.plan_texts_path(plan.id), plan_texts(plan, layout.urls))


def place_data(place: Jurisdiction, layout: Layout) -> DataFile:
    """The data of a jurisdiction."""
    return DataFile(layout.urls.jurisdiction_data_path(place.id), open_data.jurisdiction_data(place, layout.index, layout.urls))


def body_data(body: Unit | Group, works: Iterable[Work], layout: Layout) -> DataFile:
    """The data of a unit or group with its works."""
    return DataFile(layout.urls.unit_data_path(body.id), open_data.body_data(body, works, layout.urls))


def data_of_comparison(comparison: Comparison, layout: Layout) -> DataFile:
    """The data of a comparison."""
    return DataFile(comparison_data_path(comparison.heading, layout.urls), comparison_data(comparison))
