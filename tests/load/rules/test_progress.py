"""Progress of tasks: what it may name, the evidence it must give, and when it cannot have been published."""

from collections.abc import Callable
from datetime import date

from sitegen.load.portal import Loaded
from sitegen.model import ProgressStatus
from tests.load.rules.marked import BASE, HEAD, TABLE, expect, nothing

ROWS = """\
    - {number: 1, item_label: 做好公开, item: part-1, text: 公开预算。, units: 区财政局, deadline: 全年}
    - {number: 2, item: part-1, item_inherited_from: 1, text: 公开养老服务。, units: 区民政局, deadline: 全年}
"""
SIGNED = TABLE.replace("title: 分解表\nsections", "title: 分解表\ndocument:\n  signed: {text: 2030年6月27日, day: 2030-06-27}\nsections")
PORTAL = BASE + SIGNED + ROWS + """\
-- content/known-documents.yaml --
documents:
  - {id: dong-2030-report, jurisdiction: dong, year: 2030, kind: annual-report, title: 年度报告}
"""
FILE = "-- content/progress/dong-2030.yaml --\nplan: dong-2030\nprogress:\n"


def entry(task: str, day: str = "2030-12-01", evidence: str = "dong-2030-report") -> str:
    return f"  - {{task: {task}, date: {day}, status: done, source: 区政府办公室, evidence: {evidence}}}\n"


def test_progress_of_a_task_and_of_all_tasks_of_an_item(load_text: Callable[[str], Loaded]) -> None:
    files = PORTAL + FILE + entry("task-1") + entry("part-1", evidence='"https://example.gov.cn/a.html"')
    nothing(files, "progress-evidence", "progress-early")
    one, other = load_text(files).portal.progress
    assert (one.plan_id, one.task_ids, one.day, one.status) == (
        "dong-2030", ("dong-2030/task-1",), date(2030, 12, 1), ProgressStatus.DONE
    )  # fmt: skip
    assert (one.source, one.evidence, one.note) == ("区政府办公室", "dong-2030-report", "")
    assert other.task_ids == ("dong-2030/task-1", "dong-2030/task-2")


def test_unknown_tasks_and_plans() -> None:
    found = expect(PORTAL + FILE + entry("⟦task-11⟧") + entry("⟦closing-9⟧"), "task-unknown")
    assert found.messages == ["“dong-2030”里没有编号为“task-11”的任务", "“dong-2030”里没有编号为“closing-9”的任务"]
    assert found.hints == ["是不是“task-1”？", "编号见这份要点各任务页的网址。"]
    again = FILE.replace("progress/dong-2030", "progress/x").replace("plan: dong-2030", "plan: ⟦dong-2003⟧")
    second = again.replace("progress/x", "progress/y").replace("⟦dong-2003⟧", "⟦dong-2020⟧")
    assert expect(PORTAL + again + entry("task-1") + second + entry("task-1"), "plan-unknown").hints == ["是不是“dong-2030”？"] * 2


def test_progress_evidence() -> None:
    marked = PORTAL + FILE + entry("task-1", evidence="⟦电话了解⟧") + entry("task-2", evidence="⟦dong-2030-reprot⟧")
    found = expect(marked, "progress-evidence")
    assert found.hints == ["写公布进展的网址，或先在 known-documents.yaml 登记那份文件。", "是不是“dong-2030-report”？"]


def test_without_evidence_or_day_nothing_is_taken() -> None:
    lines = "  - {task: task-1, date: 2030-12-01, status: done, source: 区政府办公室, evidence: ⟦\"\"⟧}\n"
    lines += "  - {task: task-2, date: ⟦\"\"⟧, status: done, source: 区政府办公室, evidence: dong-2030-report}\n"
    assert expect(PORTAL + FILE + lines, "text-missing").messages == ["这里不能为空"] * 2


def test_progress_early() -> None:
    marked = PORTAL + FILE + entry("task-1", "⟦2030-06-26⟧") + entry("task-2", "2030-06-27") + entry("task-2", "⟦2029-12-31⟧")
    assert expect(marked, "progress-early").messages == [
        "进展的日期（2030-06-26）早于文件日期（2030-06-27）", "进展的日期（2029-12-31）早于文件日期（2030-06-27）"
    ]  # fmt: skip


def test_an_item_may_not_take_the_address_of_the_page_that_looks_back() -> None:
    plan = BASE + HEAD + """\
form: table
title: 分解表
sections:
  - number: 一、
    title: 公开
    items:
      - {key: ⟦follow-up⟧, heading: 做好公开}
table:
  title: 分解表
  columns: [序号, 工作任务, 具体要求, 责任单位, 完成时限]
  rows:
    - {number: 1, item_label: 做好公开, item: follow-up, text: 公开预算。, units: 区财政局、区民政局, deadline: 全年}
"""
    page = "-- content/pages/compare.md --\n---\n⟦title: 对照⟧\n---\n文字。\n"
    assert expect(plan + page, "id-reserved").messages == [
        "文件名“compare.md”与别的网址相同", "编号“follow-up”是本站自己的网址，不能用作条目编号"
    ]  # fmt: skip
