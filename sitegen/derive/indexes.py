"""Indexes (索引): lists that lead to documents and deadlines without a search; units by letter are in ``search_page``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.derive.agenda import Entry
from sitegen.derive.calendar_days import month_path
from sitegen.derive.entries import LabelledLink, plan_label
from sitegen.derive.index import Index
from sitegen.derive.urls import Urls


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """A heading with its anchor, and links under it."""

    anchor: str
    heading: str
    links: tuple[LabelledLink, ...]


def documents_by_year(index: Index, urls: Urls) -> tuple[LinkGroup, ...]:
    """Every plan under its year, newest year first, in the order of the places."""
    places = {place.id: place.full_name for place in index.portal.jurisdictions}
    order = list(places)
    plans = sorted(index.portal.plans, key=lambda plan: (-plan.year, order.index(plan.jurisdiction_id), plan.id))
    years = dict.fromkeys(plan.year for plan in plans)
    return tuple(
        LinkGroup(
            f"year-{year}",
            f"{year}年",
            tuple(
                LabelledLink(plan_label(plan), urls.plan(plan.id), places[plan.jurisdiction_id])
                for plan in plans
                if plan.year == year
            ),
        )
        for year in years
    )


def deadlines_by_month(entries: Iterable[Entry], urls: Urls) -> tuple[LabelledLink, ...]:
    """Every month with a stated day, newest first, with the number of its tasks."""
    counts = Counter((entry.end.year, entry.end.month) for entry in entries)
    return tuple(
        LabelledLink(f"{year}年{month}月", urls.href(month_path(year, month)), f"{counts[year, month]}项")
        for year, month in sorted(counts, reverse=True)
    )
