"""Small plans written in a test, and hypothesis strategies for plans of made-up sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from sitegen.model import (
    Basis,
    Deadline,
    Document,
    Facts,
    Form,
    GlossaryTerm,
    Group,
    Item,
    Jurisdiction,
    KnownDocument,
    Level,
    LinkSet,
    Part,
    Plan,
    Portal,
    Section,
    Table,
    Task,
    Unit,
    UnitKind,
    Units,
)

PLACES = (
    Jurisdiction("city", "甲市", "甲市", Level.CITY, None, ()),
    Jurisdiction("east", "东区", "甲市东区", Level.DISTRICT, "city", ("city",)),
    Jurisdiction("west", "西区", "甲市西区", Level.DISTRICT, "city", ("city",)),
    Jurisdiction("far", "远区", "乙市远区", Level.DISTRICT, None, ()),
)


def item(plan_id: str, number: int, heading: str, *texts: str) -> Item:
    key = f"item-{number}"
    parts = tuple(Part(text, "（责任单位：各街道）" if len(texts) > 1 else "") for text in texts)
    return Item(f"{plan_id}/{key}", plan_id, key, f"（{number}）", number, heading, parts)


def prose_plan(place: str, year: int, items: Sequence[tuple[str, str]], preamble: str = "", closing: str = "") -> Plan:
    """A plan of prose from headings and texts."""
    plan_id = f"{place}-{year}"
    held = tuple(item(plan_id, number, heading, text) for number, (heading, text) in enumerate(items, 1))
    around = [
        (Item(f"{plan_id}/{key}", plan_id, key, "", None, "", (Part(text),)),) if text else ()
        for key, text in (("preamble-1", preamble), ("closing-1", closing))
    ]
    return Plan(
        plan_id, place, year, Form.PROSE, f"{year}年工作要点", Document(),
        around[0], (Section("一、", "重点", held),), around[1],
    )  # fmt: skip


def with_table(plan: Plan, rows: Sequence[tuple[int, str]]) -> Plan:
    """The plan with a table: for each row the number of its item and its text."""
    tasks = tuple(
        Task(
            f"{plan.id}/task-{number}", plan.id, f"{plan.id}/item-{of}", str(number), text,
            Units("区政府办公室", Basis.STATED), Deadline("全年", Basis.STATED),
        )
        for number, (of, text) in enumerate(rows, 1)
    )  # fmt: skip
    table = Table("任务分解表", ("序号", "具体要求"), tasks)
    return Plan(
        plan.id, plan.jurisdiction_id, plan.year, Form.PROSE_AND_TABLE, plan.title, plan.document,
        plan.preamble, plan.sections, plan.closing, table,
    )  # fmt: skip


def table_plan(place: str, year: int, texts: Sequence[str]) -> Plan:
    """A plan that is only a table: one row for each text, each under an item of its own."""
    full = with_table(prose_plan(place, year, [("", "") for _ in texts]), list(enumerate(texts, 1)))
    bare = tuple(replace(one, parts=()) for one in full.items)
    return replace(full, form=Form.TABLE, sections=(replace(full.sections[0], items=bare),))


def small_portal(
    *plans: Plan,
    link_sets: tuple[LinkSet, ...] = (),
    known: tuple[KnownDocument, ...] = (),
    glossary: tuple[GlossaryTerm, ...] = (),
) -> Portal:
    units = (Unit("east/office", "east", "区政府办公室", UnitKind.OFFICE),)
    groups = (Group("east/all", "east", "各街道办事处和区政府各部门"),)
    return Portal(Facts("", ""), PLACES, units, groups, plans, known, link_sets, glossary)


SENTENCES = st.one_of(
    st.sampled_from(
        [
            "完善政策问答平台运行机制，围绕高频政策咨询事项组建知识库。",
            "完善政策问答平台机制,围绕高频政策咨询事项建设知识库。",
            "全面准确了解申请人诉求，提高办理答复质量。",
            "全面准确了解申请人诉求、提高办理答复质量。",
            "邀请公众列席区政府常务会议不少于5次。",
            "邀请公众列席区政府常务会议不少于15次。",
            "接受社会监督。",
            "各街道办事处和区政府各部门要抓好落实。",
            "严格落实“三审三校”制度，强化日常监管和季度检查。",
            "及时清理不需要长期保留的信息。\n另起一行",
        ]
    ),
    st.text(st.sampled_from("政务公开信息解读服务，。“”（）5年 \n"), min_size=1, max_size=30),
)
TEXTS = st.lists(SENTENCES, max_size=5).map("".join)
ITEMS = st.lists(st.tuples(st.sampled_from(["公开。", "解读。", "加强组织领导。", "监督。"]), TEXTS), max_size=6)
