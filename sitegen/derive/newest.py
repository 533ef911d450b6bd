"""Newest dates (最新日期): the newest day that the content itself states of plans. Never the clock, never a guess."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sitegen.model import Plan


def newest_of(plans: Iterable[Plan]) -> date | None:
    """Newest day stated of any of these plans, None where none states a day.

    Counted are the days printed on the document (成文、印发、发布) and the days on which its encoding was reviewed.
    """
    return max((day for plan in plans for day in _stated(plan)), default=None)


def _stated(plan: Plan) -> tuple[date, ...]:
    document = plan.document
    days = (document.signed.day, document.imprinted.day, document.published.day, *(review.day for review in plan.review))
    return tuple(day for day in days if day is not None)
