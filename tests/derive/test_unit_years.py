"""A unit over the years: bars that say every year, and what came and went by lineage."""

from __future__ import annotations

from collections.abc import Callable

from sitegen.derive.comparison import compare_all
from sitegen.derive.comparison.bonds import bonds_of
from sitegen.derive.index import index_of
from sitegen.derive.unit_work import unit_works
from sitegen.derive.unit_years import UnitYearsView, unit_years_view
from sitegen.derive.urls import urls_of
from sitegen.load.portal import Loaded
from sitegen.model import Portal
from tests.derive.years_portal import BUDGET, ELDERS, PLACES, TRAINING, YEARS_PORTAL, plan


def seen(portal: Portal, unit_id: str) -> UnitYearsView | None:
    index = index_of(portal)
    bonds = bonds_of(bond for one in compare_all(portal) for bond in one.bonds)
    return unit_years_view(index.units[unit_id], unit_works(index)[unit_id], bonds, index, urls_of(portal, "/p/"))


def test_every_year_is_said_also_those_not_held(load_text: Callable[[str], Loaded]) -> None:
    view = seen(load_text(YEARS_PORTAL).portal, "dong/caizheng-ju")
    assert view is not None
    assert [(year.label, year.absent, [bar.number for bar in year.bars]) for year in view.bars.years] == [
        ("2027年", "", ["2", "0", "0"]),
        ("2028年", "", ["2", "0", "0"]),
        ("2029年", "未收录", []),
        ("2030年", "", ["2", "0", "0"]),
    ]
    assert view.bars.words == (
        "区财政局历年任务数。2027年：点名2项，经由群体0项，可能涉及0项；2028年：点名2项，经由群体0项，可能涉及0项；"
        "2029年：未收录；2030年：点名2项，经由群体0项，可能涉及0项。"
    )


def test_bars_stay_inside_their_picture_and_keep_their_proportions(load_text: Callable[[str], Loaded]) -> None:
    view = seen(load_text(YEARS_PORTAL).portal, "dong/minzheng-ju")
    assert view is not None
    bars = [bar for year in view.bars.years for bar in year.bars]
    assert all(bar.x >= 0 and bar.x + bar.width <= view.bars.width for bar in bars)
    assert all(bar.y >= 0 and bar.y + bar.height <= view.bars.height for bar in bars)
    named = [(bar.number, bar.width) for bar in bars if bar.code == "named"]
    assert [number for number, _ in named] == ["0", "1", "1"]
    assert named[0][1] == 0
    assert named[1][1] == named[2][1] > 0


def test_what_came_and_went_by_lineage(load_text: Callable[[str], Loaded]) -> None:
    view = seen(load_text(YEARS_PORTAL).portal, "dong/caizheng-ju")
    assert view is not None
    assert view.turnover is not None
    assert view.turnover.heading == "2030年与2028年相比"
    assert [(link.href, link.remark) for link in view.turnover.came] == [
        ("/p/dong/2030/task-1/", "前一份有对应条款，没有点名本单位"),  # 养老一项，2028年写的是区民政局
        ("/p/dong/2030/task-3/", "前一份里文字上未见对应"),
    ]
    assert [(link.href, link.remark) for link in view.turnover.went] == [
        ("/p/dong/2028/task-1/", "后一份有对应条款，没有点名本单位"),  # 预算一项，2030年写的是区民政局
        ("/p/dong/2028/task-3/", "后一份里文字上未见对应"),
    ]
    assert view.turnover.came_heading == "2030年点名、2028年没有的（2项）"


def test_a_task_that_goes_on_for_the_unit_neither_came_nor_went(load_text: Callable[[str], Loaded]) -> None:
    portal = PLACES + plan("dong", 2028, (BUDGET, "区财政局")) + plan("dong", 2030, (BUDGET, "区财政局"), (ELDERS, "区民政局"))
    view = seen(load_text(portal).portal, "dong/caizheng-ju")
    assert view is not None
    assert view.turnover is not None
    assert (view.turnover.came, view.turnover.went) == ((), ())


def test_a_plan_that_states_no_unit_at_all_is_not_read_as_none(load_text: Callable[[str], Loaded]) -> None:
    portal = PLACES + plan("dong", 2028, (BUDGET, "区财政局")) + plan("dong", 2029, (BUDGET, ""), (TRAINING, ""))
    view = seen(load_text(portal).portal, "dong/caizheng-ju")
    assert view is not None
    assert [year.absent for year in view.bars.years] == ["", "文件没有写明责任单位"]
    assert view.turnover is not None
    assert view.turnover.absent == "《2029年dong任务分解表》没有写明任何责任单位，看不出与前一份相比多了哪些、少了哪些。"
    assert (view.turnover.came, view.turnover.went) == ((), ())


def test_one_year_alone_is_no_history(load_text: Callable[[str], Loaded]) -> None:
    assert seen(load_text(PLACES + plan("dong", 2030, (BUDGET, "区财政局"))).portal, "dong/caizheng-ju") is None
