"""The page that compares any two plans in the browser (任选两份): what can be chosen, and the comparisons made beforehand.

Here also belong the texts that the browser compares: those of every plan, cut into the same clauses and sentences with the
same anchors as in the comparisons made beforehand.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sitegen.derive.comparison.clauses import Clause, ClauseKind, has_prose, prose_clauses, row_clauses
from sitegen.derive.comparison.prepared import Prepared
from sitegen.derive.comparison_list import comparison_groups
from sitegen.derive.comparison_page import comparison_href
from sitegen.derive.comparison_rows import inside_bracket
from sitegen.derive.entries import LabelledLink
from sitegen.derive.index import Index
from sitegen.derive.indexes import LinkGroup
from sitegen.derive.urls import Urls
from sitegen.model import Plan


@dataclass(frozen=True, slots=True)
class PlanChoiceView:
    """One plan to choose: its id, how it is called in the list, its short name above a text, its page and its texts."""

    id: str
    label: str
    short: str
    href: str
    texts_href: str


@dataclass(frozen=True, slots=True)
class PreparedView:
    """A comparison made beforehand, for the script that points to it: both plans and its address."""

    old: str
    new: str
    href: str


@dataclass(frozen=True, slots=True)
class AnyComparisonView:
    """The page: the plans to choose from, what was prepared, and the list of it for who has no script."""

    title: str
    description: str
    choices: tuple[PlanChoiceView, ...]
    prepared: tuple[PreparedView, ...]
    groups: tuple[LinkGroup, ...]


def any_comparison_view(
    comparisons: Iterable[Prepared], tables: tuple[LabelledLink, ...], index: Index, urls: Urls
) -> AnyComparisonView:
    """The page that compares any two plans."""
    made = tuple(comparisons)
    places = {place.id: place for place in index.portal.jurisdictions}
    ordered = [plan for place in places for plan in index.plans_of(place)]
    return AnyComparisonView(
        title="任选两份文件对照",
        description="在浏览器里比对任意两份要点，只按文字提示，未经编辑认定。",
        choices=tuple(
            PlanChoiceView(
                plan.id,
                f"{places[plan.jurisdiction_id].full_name} {plan.year}年：{index.plan_names[plan.id]}",
                f"{places[plan.jurisdiction_id].name}{plan.year}年",
                urls.plan(plan.id),
                urls.href(urls.plan_texts_path(plan.id)),
            )
            for plan in ordered
        ),
        prepared=tuple(
            PreparedView(one.old.plan_id, one.new.plan_id, comparison_href(one, urls)) for one in (each.heading for each in made)
        ),
        groups=tuple(
            LinkGroup(group.anchor, group.heading, tuple(card.link for card in group.comparisons))
            for group in comparison_groups(made, tables, urls)
        ),
    )


def plan_texts(plan: Plan, urls: Urls) -> dict[str, Any]:
    """The texts of a plan for the browser: clauses of its prose and rows of its table, each empty where there are none.

    A clause is its key, its label, its address from the plan's page on, its sentences as anchor and text, and its words on
    units and deadline.
    """
    page = urls.plan(plan.id)
    prose = prose_clauses(plan) if has_prose(plan) else ()
    rows = row_clauses(plan) if plan.table is not None else ()
    return {"id": plan.id, "prose": _clauses(prose, page, urls), "rows": _clauses(rows, page, urls)}


def _clauses(clauses: Iterable[Clause], page: str, urls: Urls) -> list[list[Any]]:
    return [
        [
            one.key,
            one.label,
            urls.passage(one.id).removeprefix(page),
            [[quote.anchor, quote.text] for quote in one.sentences],
            inside_bracket(one.units),
            one.deadline,
        ]
        for one in clauses
        if one.kind is not ClauseKind.PREAMBLE and one.sentences
    ]
