"""Pages of items, paragraphs and rows: words, duties, place, neighbours."""

from __future__ import annotations

from datetime import date

from sitegen.derive.index import index_of
from sitegen.derive.lineage import LineageView, YearStepView
from sitegen.derive.passage_page import PassagePageView, item_page, row_page
from sitegen.derive.urls import urls_of
from sitegen.load.portal import Loaded
from tests.derive.conftest import Read

AS_OF = date(2030, 6, 30)


def item(read: Read, passage_id: str, lineage: LineageView | None = None) -> PassagePageView:
    plan = read.plan(passage_id.split("/")[0])
    return item_page(read.index.passages[passage_id], plan, read.index, read.urls, AS_OF, lineage)


def row(read: Read, task_id: str) -> PassagePageView:
    return row_page(read.index.tasks[task_id], read.plan(task_id.split("/")[0]), read.index, read.urls, AS_OF)


def test_an_item_whose_duties_stand_in_the_table_lists_its_rows(read: Read) -> None:
    view = item(read, "dong-2030/item-1")
    assert view.heading == "（一）做好预算公开"
    assert view.title == "（一）做好预算公开（2030年东样区政务公开工作要点）"
    assert view.rows_remark == "责任单位和完成时限写在任务分解表里，本条有2行。"
    assert [(entry.label, entry.href, entry.units) for entry in view.rows] == [
        ("第1行", "/p/dong/2030/task-1/", "区财政局。"),
        ("第2行", "/p/dong/2030/task-2/", "区财政局。"),
    ]
    (duty,) = view.duties
    assert (duty.units, duty.deadline) == (None, None)
    assert [link.href for link in view.sentence_links] == ["#s1", "#s2"]


def test_an_item_without_rows_says_that_the_table_has_none(read: Read) -> None:
    assert item(read, "dong-2030/item-3").rows_remark == "任务分解表里没有归入本条的行。"
    assert item(read, "xi-2030/item-1").rows_remark == ""


def test_parts_stand_apart_with_the_anchor_of_their_task(read: Read) -> None:
    view = item(read, "xi-2030/item-1")
    assert [(duty.anchor, duty.heading) for duty in view.duties] == [("task-1", "第1部分"), ("task-2", "第2部分")]
    assert [duty.units.printed.words for duty in view.duties if duty.units] == ["区司法局", "区政府有关部门"]
    assert [duty.deadline.absent for duty in view.duties if duty.deadline] == ["文件未写明时限。"] * 2
    assert [sentence.anchor for duty in view.duties for sentence in duty.text.sentences] == ["s1", "s2", "s4"]


def test_a_row_says_where_it_stands_and_why(read: Read) -> None:
    view = row(read, "dong-2030/task-2")
    assert view.heading == "任务表第2行"
    assert [(step.label, step.href) for step in view.standing] == [
        ("《2030年东样区政务公开工作要点》", "/p/dong/2030/"),
        ("一、公开", "/p/dong/2030/#section-1"),
        ("（一）做好预算公开", "/p/dong/2030/item-1/"),
        ("在任务表中的位置", "/p/dong/2030/#task-2"),
    ]
    assert view.placement is not None
    assert view.placement.printed.words == "（二）做好解读"
    assert view.placement.basis.label == "编辑认定：与正文（一）的句子相同"
    assert view.placement_reading == "归入“（一）做好预算公开”"
    assert [note.text for note in view.notes] == ["照录，不推断。"]
    assert view.duties[0].notes == ()


def test_rows_and_items_have_neighbours_of_their_own_kind(read: Read) -> None:
    middle = row(read, "dong-2030/task-2")
    assert middle.previous is not None
    assert middle.following is not None
    assert (middle.previous.label, middle.following.label) == ("第1行", "第3行")
    assert row(read, "dong-2030/task-1").previous is None
    last = item(read, "dong-2030/item-3")
    assert last.following is not None
    assert last.following.href == "/p/dong/2030/closing-1/"


def test_a_closing_paragraph_is_a_page_with_its_duty(read: Read) -> None:
    view = item(read, "dong-2030/closing-1")
    assert view.heading == "结尾段落"
    (duty,) = view.duties
    assert duty.deadline is not None
    assert duty.deadline.terms[0].reading == "2030年7月15日前"
    assert view.following is None


def test_a_heading_of_a_table_without_prose_leads_to_its_rows(read: Read) -> None:
    view = item(read, "dong-2028/rows-1-2")
    assert view.duties == ()
    assert len(view.rows) == 2
    assert [step.href for step in view.standing] == ["/p/dong/2028/", "/p/dong/2028/#table", "/p/dong/2028/#rows-1-2"]


def test_the_lineage_is_passed_on(read: Read) -> None:
    lineage = LineageView((YearStepView("2030年", True, (), "本条"),), ())
    assert item(read, "dong-2030/item-2", lineage).lineage == lineage
    assert item(read, "dong-2030/item-2").lineage is None


def test_the_wrong_cell_of_row_33_is_shown_as_printed(real_portal: Loaded) -> None:
    index = index_of(real_portal.portal)
    task = index.tasks["zhangqiu-2024/task-33"]
    view = row_page(task, index.plans["zhangqiu-2024"], index, urls_of(real_portal.portal, "/"), date(2025, 6, 30))
    (duty,) = view.duties
    assert duty.deadline is not None
    assert duty.deadline.printed.words == "各街道（镇）、区政府各部门（单位）"
    assert duty.deadline.terms == ()
    assert duty.deadline.basis.code == "source-error"
