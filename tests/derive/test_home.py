"""Home page: the matrix of places and years tells held, known and unrecorded apart; dates are worded neutrally."""

from __future__ import annotations

from datetime import date

from sitegen.derive.comparison.view import Count
from sitegen.derive.home import ComparisonCard, HomeView, home_view, in_brief
from tests.derive.conftest import Read

CARD = ComparisonCard("东样区：2028年与2030年", "/p/compare/x/", "改写1处")


def home(read: Read, as_of: date) -> HomeView:
    return home_view(read.index, read.urls, as_of, (CARD,), "/p/calendar/", "/p/quality/", 7)


def test_the_matrix_tells_held_known_and_unrecorded_apart(read: Read) -> None:
    view = home(read, date(2030, 6, 30))
    assert view.years == ("2030年", "2029年", "2028年")
    told = {
        row.place.label: [(tuple(plan.label for plan in cell.plans), cell.absent, cell.href) for cell in row.cells]
        for row in view.matrix
    }
    assert told == {
        "样例市东样区": [
            (("要点正文和任务分解表",), "", ""),
            ((), "未收录", "/p/dong/#year-2029"),
            (("任务分解表",), "", ""),
        ],
        "样例市西样区": [(("要点正文",), "", ""), ((), "无记录", ""), ((), "无记录", "")],
    }
    assert [place.label for place in view.other_places] == ["样例市"]
    assert view.counts == "收录2个地区的3份文件，8项任务。"


def test_dates_ahead_come_nearest_first(read: Read) -> None:
    view = home(read, date(2030, 6, 30))
    assert (view.due_heading, view.due_remark) == ("即将到来的时限", "")
    assert [(entry.day, entry.machine_day, entry.tasks.label) for entry in view.due] == [
        ("2030年7月15日", "2030-07-15", "1项任务"),
        ("2030年12月31日", "2030-12-31", "第1行"),
    ]


def test_dates_behind_come_latest_first_and_are_not_called_overdue(read: Read) -> None:
    view = home(read, date(2031, 1, 1))
    assert view.due_heading == "最近的时限"
    assert view.due_remark.startswith("时限已过，未见公布完成情况。")
    assert [entry.machine_day for entry in view.due] == ["2030-12-31", "2030-07-15"]
    assert "逾期" not in view.due_heading + view.due_remark


def test_notes_and_comparisons_are_passed_on(read: Read) -> None:
    view = home(read, date(2030, 6, 30))
    assert (view.notes.label, view.notes.remark, view.notes.href) == ("数据质量", "7处说明", "/p/quality/")
    assert view.comparisons == (CARD,)


def test_a_comparison_is_told_by_what_there_is_of_it() -> None:
    counts = [Count("added", "新增", 46), Count("moved", "移动", 0), Count("removed", "不再出现", 38), Count("same", "相同", 1), Count("form", "仅格式", 2)]
    assert in_brief(counts) == "新增46处，不再出现38处，相同1处。"
    assert in_brief([Count("added", "新增", 0)]) == ""
