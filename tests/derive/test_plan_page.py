"""Page of a plan: the whole document, its facts, its table, and what is known around it."""

from __future__ import annotations

from datetime import date

import pytest

from sitegen.derive.entries import LabelledLink
from sitegen.derive.index import index_of
from sitegen.derive.plan_page import PlanView, plan_view
from sitegen.derive.urls import urls_of
from sitegen.load.portal import Loaded
from tests.derive.conftest import Read

AS_OF = date(2030, 6, 30)


def page(read: Read, plan_id: str, *comparisons: LabelledLink) -> PlanView:
    return plan_view(read.plan(plan_id), read.index, read.urls, AS_OF, comparisons)


def test_facts_say_what_is_there_and_what_was_not_seen(read: Read) -> None:
    facts = {fact.label: fact.absent or fact.words for fact in page(read, "dong-2030").facts}
    assert facts == {
        "标题": "2030年东样区政务公开工作要点",
        "发文机关": "东样区人民政府办公室",
        "文号": "东政办发〔2030〕1号",
        "成文日期": "2030年6月27日",
        "印发日期": "2030年6月28日印发",
        "发布日期": "未见",
        "索引号": "未见",
        "有效性": "未见",
        "收录内容": "要点正文和任务分解表",
    }
    table_only = {fact.label: fact.words for fact in page(read, "dong-2028").facts}
    assert table_only["收录内容"] == "仅有附件，未见主件"


def test_the_notice_is_laid_out_as_a_document_and_left_out_where_there_is_none(read: Read) -> None:
    view = page(read, "dong-2030")
    assert view.cover is not None
    assert view.cover.title_lines == ("东样区人民政府办公室", "关于印发2030年东样区政务公开工作要点的通知")
    assert view.cover.body == ("现印发给你们，请认真落实。",)
    assert view.imprint is not None
    assert view.imprint.imprinted == "2030年6月28日印发"
    assert (page(read, "dong-2028").cover, page(read, "dong-2028").imprint) == (None, None)


def test_every_item_and_sentence_has_its_anchor(read: Read) -> None:
    view = page(read, "dong-2030")
    first = view.sections[0].passages[0]
    assert (first.anchor, first.number, first.heading) == ("item-1", "（一）", "做好预算公开。")
    assert first.href == "/p/dong/2030/item-1/"
    assert [sentence.anchor for sentence in first.parts[0].text.sentences] == ["item-1-s1", "item-1-s2"]
    assert [(row.label, row.href) for row in first.rows] == [
        ("第1行", "/p/dong/2030/#task-1"), ("第2行", "/p/dong/2030/#task-2"),
    ]  # fmt: skip
    assert (view.preamble[0].anchor, view.preamble[0].href) == ("preamble-1", "")
    assert view.closing[0].href == "/p/dong/2030/closing-1/"


def test_parts_of_an_item_carry_their_own_reading_and_note(read: Read) -> None:
    (item,) = page(read, "xi-2030").sections[0].passages
    assert [part.anchor for part in item.parts] == ["item-1-task-1", "item-1-task-2"]
    assert [part.text.bracket.text for part in item.parts if part.text.bracket] == [
        "（责任单位：区司法局）", "（责任单位：区政府有关部门）",
    ]  # fmt: skip
    assert next([mention.name for mention in part.units.mentions] for part in item.parts if part.units) == ["区司法局"]
    assert [part.deadline for part in item.parts] == [None, None]
    assert [[note.kind for note in part.notes] for part in item.parts] == [["名称写法"], []]


def test_a_closing_paragraph_with_a_duty_shows_units_and_deadline(read: Read) -> None:
    (part,) = page(read, "dong-2030").closing[0].parts
    assert part.units is not None
    assert part.units.sentence == "各街道办事处（全体）。"
    assert part.deadline is not None
    assert part.deadline.terms[0].day == "2030-07-15"


def test_rows_stand_in_printed_order_under_their_items(read: Read) -> None:
    table = page(read, "dong-2030").table
    assert table is not None
    assert [(group.anchor, group.heading, [row.number for row in group.rows]) for group in table.groups] == [
        ("table-item-1", "(一) 做好预算公开", ["1", "2"]),
        ("table-item-2", "（二）做好解读。", ["3"]),
    ]
    assert (table.column_count, table.units_heading, table.deadline_heading) == (4, "责任单位", "完成时限")
    assert table.summary == "共3行。原表栏目：序号、工作任务、具体要求、责任单位、完成时限。"


def test_merged_and_wrong_cells_and_misplaced_labels_are_marked(read: Read) -> None:
    table = page(read, "dong-2030").table
    assert table is not None
    first, second = table.groups[0].rows
    assert (first.labels, first.placement) == ("", "")
    assert (second.labels, second.placement) == ("（二）做好解读", "编辑认定：与正文（一）的句子相同")
    assert (second.units.printed.words, second.units.printed.borrowed) == ("", "区财政局")
    assert (second.units.mark, second.deadline.mark) == ("", "原文疑误：这一格印的是单位名称")
    assert (first.units.mark, first.deadline.mark) == ("", "")
    assert [note.cell for note in second.notes] == ["完成时限"]


def test_a_column_that_was_not_printed_is_not_made_up(read: Read) -> None:
    table = page(read, "dong-2028").table
    assert table is not None
    assert (table.column_count, table.units_heading, table.deadline_heading) == (3, "责任单位", "")
    assert [group.anchor for group in table.groups] == ["rows-1-2"]


def test_contents_lead_to_anchors_of_the_page(read: Read) -> None:
    prose = page(read, "dong-2030")
    assert [(entry.label, entry.href) for entry in prose.outline] == [
        ("文件要素", "#facts"), ("通知", "#cover"), ("总体要求", "#text"),
        ("一、公开", "#section-1"), ("二、保障", "#section-2"), ("结尾", "#closing-1"),
        ("任务分工", "#table"), ("量化要求", "#targets"), ("相关文件和对照", "#related"),
    ]  # fmt: skip
    assert [child.href for child in prose.outline[3].children] == ["#item-1", "#item-2"]
    table_only = page(read, "dong-2028")
    assert table_only.sections == ()
    assert [child.href for child in table_only.outline[-1].children] == ["#rows-1-2"]


def test_documents_around_the_plan_stand_in_their_relation(read: Read) -> None:
    view = page(read, "dong-2030", LabelledLink("与2028年对照", "/p/compare/x/"))
    assert [known.title for known in view.cited_documents] == ["2030年样例市政务公开工作要点"]
    assert [(group.heading, [known.title for known in group.documents]) for group in view.related] == [
        ("对本文件的解读", ["要点解读"]),
    ]  # fmt: skip
    assert [link.label for link in view.comparisons] == ["与2028年对照"]
    cited = page(read, "xi-2030").cited_plans
    assert [(link.label, link.href, link.remark) for link in cited] == [
        ("《2030年东样区政务公开工作要点》", "/p/dong/2030/", "东政办发〔2030〕1号"),
    ]  # fmt: skip


def test_targets_lead_to_the_row_that_holds_them(read: Read) -> None:
    targets = [(target.words, target.place.label, target.place.href) for target in page(read, "dong-2030").targets]
    assert targets == [("不少于5次", "第3行", "/p/dong/2030/#task-3")]


def test_the_citation_names_issuer_number_and_date(read: Read) -> None:
    citation = page(read, "dong-2030").citation
    expected = "东样区人民政府办公室：《2030年东样区政务公开工作要点》，东政办发〔2030〕1号，2030年6月27日。"
    assert (citation.words, citation.address) == (expected, "/p/dong/2030/")
    assert page(read, "dong-2028").citation.words == "《2028年东样区任务分解表》。"


@pytest.mark.parametrize("plan_id", ["huaiyin-2023", "huaiyin-2025", "jinan-2025", "laoshan-2025", "zhangqiu-2024"])
def test_no_word_of_the_five_documents_is_missing(real_portal: Loaded, plan_id: str) -> None:
    portal = real_portal.portal
    index, urls = index_of(portal), urls_of(portal, "/")
    plan = index.plans[plan_id]
    view = plan_view(plan, index, urls, date(2025, 6, 30))
    shown = [passage for section in view.sections for passage in section.passages]
    written = [item for item in plan.items if item.parts]
    for passage, item in zip((*view.preamble, *shown, *view.closing), (*plan.preamble, *written, *plan.closing), strict=True):
        words = "".join(
            sentence.text
            for part in passage.parts
            for sentence in (*part.text.sentences, *((part.text.bracket,) if part.text.bracket else ()))
        )
        assert words == item.text
        assert (passage.number, passage.heading) == (item.number, item.heading)
    rows = [row for group in view.table.groups for row in group.rows] if view.table else []
    tasks = plan.table.rows if plan.table else ()
    assert ["".join(sentence.text for sentence in row.sentences) for row in rows] == [task.text for task in tasks]
    assert [row.units.printed.words for row in rows] == [task.units.source for task in tasks]
    assert [row.deadline.printed.words for row in rows] == [task.deadline.source for task in tasks]


def test_row_16_of_zhangqiu_stands_in_item_3_and_says_what_is_printed(real_portal: Loaded) -> None:
    portal = real_portal.portal
    view = plan_view(index_of(portal).plans["zhangqiu-2024"], index_of(portal), urls_of(portal, "/"), date(2025, 6, 30))
    assert view.table is not None
    (group,) = [group for group in view.table.groups if group.heading == "(三)以公开助力民生福祉改善"]
    row = group.rows[-1]
    assert row.number == "16"
    assert row.labels == "(四)以公开助力监管效能提升"
    assert row.placement.startswith("编辑认定：")


def test_a_report_that_results_must_go_into_stands_with_the_plan_that_demands_it(real_portal: Loaded) -> None:
    portal = real_portal.portal
    index, urls = index_of(portal), urls_of(portal, "/")
    plans = {plan.id: plan for plan in portal.plans}
    groups = {
        plan_id: {group.heading: group.documents for group in plan_view(plan, index, urls, AS_OF, ()).related}
        for plan_id, plan in plans.items()
    }
    heading = "本文件要求写入落实情况的报告"
    (report,) = groups["zhangqiu-2024"][heading]
    assert report.title == "济南市章丘区人民政府2024年政府信息公开工作年度报告"
    demand = "需纳入政府信息公开工作年度报告予以公开"
    assert f"“{demand}”，没有写明是哪一份" in report.note
    assert any(demand in passage.text for passage in plans["zhangqiu-2024"].passages())
    assert [plan_id for plan_id in groups if heading in groups[plan_id]] == ["zhangqiu-2024"]
