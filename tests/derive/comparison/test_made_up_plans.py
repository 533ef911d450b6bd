"""Suggestions and comparisons of plans that no weight or threshold was chosen on, against judgments made beforehand."""

import pickle
from dataclasses import replace

import made_up_plans as made_up
import pytest
from judged_pairs import Pairs

from sitegen.derive.comparison import (
    ComparisonKind,
    PlanPair,
    compare,
    compared,
    comparisons,
    matters,
    prepared,
    siblings,
    suggest,
)
from sitegen.derive.comparison.facts import facts_of
from sitegen.derive.comparison.matter import described_matters
from sitegen.derive.comparison.similarity import corpus_for, wording_of
from sitegen.memo import NoMemo
from sitegen.model import Portal

JUDGED = [
    ("jiangbei-2023", "jiangbei-2024", made_up.CITY_YEARS, made_up.CITY_YEARS_OPEN),
    ("jiangbei-2024", "linjiang-2024", made_up.CITY_TO_DISTRICT, made_up.CITY_TO_DISTRICT_OPEN),
    ("pingchuan-2022", "pingchuan-2024", made_up.COUNTY_YEARS, made_up.COUNTY_YEARS_OPEN),
]


def number(clause_id: str) -> int:
    return int(clause_id.rpartition("-")[2])


def holding(*plan_ids: str) -> Portal:
    portal = made_up.made_up_portal()
    return replace(portal, plans=tuple(plan for plan in portal.plans if not plan_ids or plan.id in plan_ids))


@pytest.mark.parametrize(("old", "new", "kept", "unsettled"), JUDGED)
@pytest.mark.parametrize("alone", [False, True])
def test_suggestions_agree_with_the_judgment(old: str, new: str, kept: Pairs, unsettled: Pairs, alone: bool) -> None:
    portal = holding(old, new) if alone else holding()
    found = {(number(one.from_id), number(one.to_id)) for one in suggest(portal, old, new)}
    right, wrong = found & kept, found - kept - unsettled
    assert len(right) / (len(right) + len(wrong)) >= 0.95
    assert len(right) / len(kept) >= 0.75
    assert 2 * len(right) / (2 * len(right) + len(wrong) + len(kept - found)) >= 0.85


def test_the_first_city_clause_suggested_for_each_of_the_district_is_the_right_one() -> None:
    best: dict[int, int] = {}
    for one in suggest(holding(), "jiangbei-2024", "linjiang-2024"):
        best.setdefault(number(one.to_id), number(one.from_id))
    assert [item for item, right in made_up.BEST_OF_CITY.items() if best.get(item) in right] == list(made_up.BEST_OF_CITY)
    assert 15 not in best


def test_sentences_of_the_city_without_like_wording_are_found() -> None:
    portal = holding()
    view = compare(portal, PlanPair(ComparisonKind.LEVELS, "jiangbei-2024", "linjiang-2024"))
    missing = {(number(quote.clause_id), int(quote.anchor[1:])) for one in view.only_old for quote in one.missing}
    assert missing - made_up.NOT_SEEN_OPEN == made_up.NOT_SEEN


def test_words_of_districts_stand_beside_those_of_the_city_clause_that_they_answer() -> None:
    city, district = "jiangbei-2024", "linjiang-2024"
    view = compare(holding(), PlanPair(ComparisonKind.LEVELS, city, district))
    other = replace(view, new=replace(view.new, plan_id="other-2024"))
    found = siblings((prepared(view), prepared(other)))
    fifth = found.rows[4]
    assert fifth.texts == (
        "提前公布义务教育学校招生范围、招生计划、报名办法，录取结果及时公开，设立招生咨询电话并在招生期间专人值守。",
    )
    assert [[one.texts for one in cell] for cell in fifth.cells] == [
        [("公布义务教育学校招生范围、招生计划、报名办法和录取结果，招生期间专人值守咨询电话。",)]
    ] * 2
    assert [one.texts for one in found.rows[5].cells[0]] == [("发布免费健康服务项目和家庭医生签约办法。",)]
    assert found.rows[13].cells == ((), ())


def test_a_comparison_can_be_made_elsewhere_from_what_was_sent_there() -> None:
    portal = holding()
    wording, pairs = wording_of(portal, NoMemo()), comparisons(portal)
    corpus = corpus_for(wording, wording.said)
    assert len(pairs) == 3
    found = described_matters(corpus, matters(wording.spoken, facts_of(portal, pairs)))
    for pair, matter in zip(pairs, found, strict=True):
        there, sent = pickle.loads(pickle.dumps((corpus, matter)))
        assert sent == matter
        assert compared(there, sent) == compare(portal, pair)
