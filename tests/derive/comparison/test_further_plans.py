"""Suggestions on three more pairs of made-up plans, judged before any score was seen; what all plans share decides nothing."""

from dataclasses import replace

import further_plans as further
import made_up_plans as made_up
import pytest
from judged_pairs import Pairs

from sitegen.derive.comparison import suggest
from sitegen.model import Portal

JUDGED = [
    ("qinghe-2021", "qinghe-2022", further.QINGHE_YEARS, further.QINGHE_YEARS_OPEN),
    ("yunling-2023", "shiqiao-2023", further.YUNLING_TO_SHIQIAO, further.YUNLING_TO_SHIQIAO_OPEN),
    ("yunling-2023", "lingnan-2023", further.YUNLING_TO_LINGNAN, further.YUNLING_TO_LINGNAN_OPEN),
]


def number(clause_id: str) -> int:
    return int(clause_id.rpartition("-")[2])


def holding(*plan_ids: str) -> Portal:
    portal = further.further_portal()
    return replace(portal, plans=tuple(plan for plan in portal.plans if not plan_ids or plan.id in plan_ids))


@pytest.mark.parametrize(("old", "new", "kept", "unsettled"), JUDGED)
@pytest.mark.parametrize("alone", [False, True])
def test_suggestions_agree_with_the_judgment(old: str, new: str, kept: Pairs, unsettled: Pairs, alone: bool) -> None:
    found = {(number(one.from_id), number(one.to_id)) for one in suggest(holding(old, new) if alone else holding(), old, new)}
    right, wrong = found & kept, found - kept - unsettled
    assert 2 * len(right) / (2 * len(right) + len(wrong) + len(kept - found)) >= 0.95


def test_the_first_city_clause_suggested_for_each_of_the_county_is_the_right_one() -> None:
    best: dict[int, int] = {}
    for one in suggest(holding(), "yunling-2023", "shiqiao-2023"):
        best.setdefault(number(one.to_id), number(one.from_id))
    right = further.BEST_OF_YUNLING
    assert [item for item, wanted in right.items() if best.get(item) in wanted] == list(right)
    assert further.OWN_OF_SHIQIAO.isdisjoint(best)
    assert further.UNANSWERED.isdisjoint(number(one.from_id) for one in suggest(holding(), "yunling-2023", "shiqiao-2023"))


def test_slogans_of_a_year_and_own_work_suggest_nothing() -> None:
    found = {(number(one.from_id), number(one.to_id)) for one in suggest(holding(), "qinghe-2021", "qinghe-2022")}
    assert {old for old, _ in found}.isdisjoint({19})
    assert {new for _, new in found}.isdisjoint({2, 5, 10, 12, 20})


def test_two_plans_alone_lose_no_links_because_nothing_else_tells_what_is_rare() -> None:
    portal = made_up.made_up_portal()
    plans = tuple(plan for plan in portal.plans if plan.jurisdiction_id == "pingchuan")
    among_others, alone = (
        {(number(one.from_id), number(one.to_id)) for one in suggest(held, "pingchuan-2022", "pingchuan-2024")}
        for held in (portal, replace(portal, plans=plans))
    )
    assert among_others - alone == set()
    assert len(alone & made_up.COUNTY_YEARS) >= 12
