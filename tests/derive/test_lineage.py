"""Lineage of clauses: years in order with gaps, superior and lower clauses, the ground of every step."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sitegen.derive.comparison import compare_all
from sitegen.derive.comparison.bonds import bonds_of
from sitegen.derive.index import index_of
from sitegen.derive.lineage import LineageView, StepView, lineage_view
from sitegen.derive.urls import urls_of
from sitegen.load.portal import Loaded
from tests.derive.years_portal import BUDGET, OPEN_DAY, PLACES, YEARS_PORTAL, plan

Lineages = Callable[[str], LineageView | None]


@pytest.fixture
def lineages(load_text: Callable[[str], Loaded]) -> Lineages:
    portal = load_text(YEARS_PORTAL).portal
    index, bonds = index_of(portal), bonds_of(bond for one in compare_all(portal) for bond in one.bonds)

    def lineage(clause_id: str) -> LineageView | None:
        return lineage_view(clause_id, index.plans[clause_id.partition("/")[0]], bonds, index, urls_of(portal, "/p/"))

    return lineage


def said(step: StepView) -> tuple[str, str, str]:
    return step.clause.label, step.relation, step.ground


def test_the_chain_runs_through_all_years_and_names_those_not_held(lineages: Lineages) -> None:
    view = lineages("dong-2030/task-2")
    assert view is not None
    assert [(year.label, year.own, year.remark) for year in view.years] == [
        ("2027年", False, ""),
        ("2028年", False, ""),
        ("2029年", False, "未收录（已知有：《2029年东样区政务公开工作要点》）"),
        ("2030年", True, "本条"),
    ]
    ((far,), (near,), _, _) = (year.steps for year in view.years)
    assert said(near)[0] == "第1行 做好公开"
    assert near.clause.href == "/p/dong/2028/task-1/"
    assert near.comparison == "/p/compare/dong-2028--dong-2030/#to-task-2"
    assert (near.ground_code, near.via) == ("suggested", "")
    assert (far.clause.href, far.via) == ("/p/dong/2027/task-1/", "经2028年第1行 做好公开")
    assert far.comparison == "/p/compare/dong-2027--dong-2028/#to-task-1"


def test_a_declared_step_says_so_and_a_year_without_like_wording_too(lineages: Lineages) -> None:
    view = lineages("dong-2030/task-1")
    assert view is not None
    (step,) = view.years[1].steps
    assert said(step) == ("第2行 做好公开", "延续", "编辑认定")
    assert step.ground_code == "declared"
    assert (view.years[0].steps, view.years[0].remark) == ((), "文字上未见对应")


def test_neighbouring_years_of_which_the_same_is_said_are_one_step(load_text: Callable[[str], Loaded]) -> None:
    years = {2024: BUDGET, 2025: BUDGET, 2028: BUDGET, 2030: OPEN_DAY, 2031: BUDGET}
    portal = load_text(PLACES + "".join(plan("xi", year, (words, "区财政局")) for year, words in years.items())).portal
    index, bonds = index_of(portal), bonds_of(bond for one in compare_all(portal) for bond in one.bonds)
    view = lineage_view("xi-2030/task-1", index.plans["xi-2030"], bonds, index, urls_of(portal, "/"))
    assert view is not None
    assert [(year.label, year.own, year.remark) for year in view.years] == [
        ("2024年至2025年", False, "文字上未见对应"),
        ("2026年至2027年", False, "未收录，也没有见到记录"),
        ("2028年", False, "文字上未见对应"),
        ("2029年", False, "未收录，也没有见到记录"),
        ("2030年", True, "本条"),
        ("2031年", False, "文字上未见对应"),
    ]


def test_later_years_stand_in_the_same_chain(lineages: Lineages) -> None:
    view = lineages("dong-2027/task-1")
    assert view is not None
    assert [year.own for year in view.years] == [True, False, False, False]
    assert view.years[1].steps[0].clause.href == "/p/dong/2028/task-1/"
    assert view.years[3].steps[0].via == "经2028年第1行 做好公开"


def test_superior_and_lower_clauses(lineages: Lineages) -> None:
    lower = lineages("dong-2030/task-2")
    assert lower is not None
    (above,) = lower.levels
    assert (above.heading, said(above.steps[0])) == (
        "↑ 上级条款", ("样例市2030年第1行 做好公开", "文字相近", "文字比对提示，未经认定")
    )  # fmt: skip
    upper = lineages("shi-2030/task-1")
    assert upper is not None
    assert upper.years == ()
    remark, below = upper.levels
    assert (remark.heading, remark.remark) == ("↑ 上级条款", "样例省2030年的要点未收录，也没有见到记录")
    assert [step.clause.label for step in below.steps] == ["东样区2030年第2行 做好公开", "西样区2030年第1行 做好公开"]


def test_like_wording_of_places_whose_superior_plan_is_not_held_is_of_one_source(
    load_text: Callable[[str], Loaded],
) -> None:
    rows = ((BUDGET, "区财政局"), (OPEN_DAY, "区财政局"))
    portal = load_text(PLACES + plan("dong", 2030, *rows) + plan("xi", 2030, *rows)).portal
    index, bonds = index_of(portal), bonds_of(bond for one in compare_all(portal) for bond in one.bonds)
    view = lineage_view("dong-2030/task-1", index.plans["dong-2030"], bonds, index, urls_of(portal, "/"))
    assert view is not None
    above, beside = view.levels
    assert (above.heading, above.remark) == ("↑ 上级条款", "样例市2030年的要点未收录，也没有见到记录")
    assert beside.heading == "↔ 同源表述（不是承接）"
    assert [said(step) for step in beside.steps] == [
        ("西样区2030年第1行 做好公开", "同源表述", "文字比对提示，未经认定")
    ]  # fmt: skip


def test_a_superior_plan_without_like_wording_is_said(lineages: Lineages) -> None:
    view = lineages("dong-2030/task-3")
    assert view is not None
    assert view.levels[0].remark == "样例市2030年的要点里，文字上未见对应"


def test_one_plan_alone_has_no_years(load_text: Callable[[str], Loaded]) -> None:
    portal = load_text(PLACES + plan("sheng", 2030, (BUDGET, "省财政厅"))).portal
    index = index_of(portal)
    bonds = bonds_of(bond for one in compare_all(portal) for bond in one.bonds)
    assert lineage_view("sheng-2030/task-1", index.plans["sheng-2030"], bonds, index, urls_of(portal, "/")) is None
