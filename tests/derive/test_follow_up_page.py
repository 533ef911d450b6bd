"""Looking back on a plan: published progress, clauses that go on, and nothing published; never a share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from sitegen.derive.comparison import compare_all
from sitegen.derive.comparison.bonds import bonds_of
from sitegen.derive.follow_up_page import FollowUpView, follow_up_view, looked_back_on
from sitegen.derive.index import index_of
from sitegen.derive.urls import urls_of
from sitegen.load.portal import Loaded
from sitegen.model import Portal
from tests.derive.years_portal import YEARS_PORTAL

PROGRESS = """\
-- content/progress/dong-2028.yaml --
plan: dong-2028
progress:
  - {task: task-1, date: 2028-07-01, status: in-progress, source: 区财政局, evidence: "https://example.gov.cn/1.html"}
  - {task: task-1, date: 2028-12-20, status: done, source: 东样区人民政府办公室, evidence: dong-2028-report, note: 原话：已全部公开。}
  - {task: task-3, date: 2029-01-05, status: carried-over, source: 东样区人民政府办公室, evidence: dong-2030}
"""
AS_OF = date(2030, 6, 30)


def seen(portal: Portal, plan_id: str) -> FollowUpView:
    index = index_of(portal)
    return follow_up_view(index.plans[plan_id], bonds_of(bond for one in compare_all(portal) for bond in one.bonds), index, urls_of(portal, "/p/"))


@pytest.fixture
def portal(load_text: Callable[[str], Loaded]) -> Portal:
    return load_text(YEARS_PORTAL + PROGRESS).portal


def test_plans_that_are_followed_or_whose_year_is_over(portal: Portal) -> None:
    assert [plan.id for plan in looked_back_on(portal, AS_OF)] == ["dong-2027", "dong-2028"]
    later = [plan.id for plan in looked_back_on(portal, date(2031, 1, 1))]
    assert later == ["dong-2027", "dong-2028", "dong-2030", "shi-2030", "xi-2030"]


def test_what_was_published_the_newest_first_with_its_evidence(portal: Portal) -> None:
    view = seen(portal, "dong-2028")
    done, going = view.tasks[0].progress
    assert (done.status, done.statement, done.note) == ("已结", "2028年12月20日，东样区人民政府办公室", "原话：已全部公开。")
    assert (done.evidence.label, done.evidence.href, done.evidence.remark) == ("《东样区2028年政府信息公开工作年度报告》", "", "未收录")
    assert (going.status, going.evidence.href) == ("进行中", "https://example.gov.cn/1.html")
    (over,) = view.tasks[2].progress
    assert (over.status, over.evidence.href) == ("结转", "/p/dong/2030/")
    assert [task.no_progress for task in view.tasks] == ["", "未公布进展", ""]


def test_clauses_that_go_on_with_their_ground_and_those_that_do_not(portal: Portal) -> None:
    view = seen(portal, "dong-2028")
    assert view.successor_heading == "结转至2030年（按文字对应）"
    assert [[one.clause.href for one in task.successors] for task in view.tasks] == [
        ["/p/dong/2030/task-2/"], ["/p/dong/2030/task-1/"], []
    ]  # fmt: skip
    assert view.tasks[1].successors[0].relation == "延续，编辑认定"
    assert view.tasks[1].successors[0].comparison == "/p/compare/dong-2028--dong-2030/#to-task-1"
    assert "文字比对提示，未经认定" in view.tasks[0].successors[0].relation
    assert [task.no_successor for task in view.tasks] == ["", "", "文字上未见对应"]


def test_counts_are_numbers_of_tasks_and_never_a_share(portal: Portal) -> None:
    view = seen(portal, "dong-2028")
    assert view.counts == (
        "任务3项。", "最近一次公布为“已结”的1项。", "最近一次公布为“结转”的1项。", "未公布进展的1项。",
        "2030年要点里有对应条款的2项，文字上未见对应的1项。",
    )  # fmt: skip
    assert not any("率" in words or "%" in words for words in (*view.counts, *view.remarks, view.description))


def test_without_any_progress_and_without_a_later_plan(load_text: Callable[[str], Loaded]) -> None:
    view = seen(load_text(YEARS_PORTAL).portal, "shi-2030")
    assert [task.no_progress for task in view.tasks] == ["未公布进展", "未公布进展"]
    assert view.following is None
    assert view.no_following == "本站没有收录样例市2030年以后的要点，看不出哪些任务继续。"
    assert [task.no_successor for task in view.tasks] == ["", ""]
    assert view.counts == ("任务2项。", "未公布进展的2项。")


def test_the_real_content_has_no_progress(real_portal: Loaded) -> None:
    portal = real_portal.portal
    assert portal.progress == ()
    assert [plan.id for plan in looked_back_on(portal, date(2025, 6, 30))] == ["huaiyin-2023", "zhangqiu-2024"]
    view = seen(portal, "huaiyin-2023")
    assert len(view.tasks) == 46
    assert {task.no_progress for task in view.tasks} == {"未公布进展"}
    thirteen = next(task for task in view.tasks if task.anchor == "task-13")
    assert [one.clause.label for one in thirteen.successors] == ["2025年（六）加大提升政策解读力度和质量"]
    assert thirteen.successors[0].relation == "延续，编辑认定"
