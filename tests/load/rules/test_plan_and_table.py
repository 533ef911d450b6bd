"""A plan and its own table: rows that say something else, sentences without a row, and what notes explain."""

from tests.load.rules.marked import BASE, HEAD, expect, nothing

ITEMS = """\
form: prose-and-table
title: 要点
sections:
  - number: 一、
    title: 公开
    items:
      - number: （一）
        heading: 做好预算公开。
        text: 及时公开部门预算，方便群众查阅。{first}公开政府采购目录；加强采购项目监管。
      - number: （二）
        heading: 做好民生公开。
        text: 公开养老服务机构名单，定期更新。{second}
table:
  title: 分工
  columns: [序号, 工作任务, 具体要求, 责任单位, 完成时限]
  rows:
"""


def plan(*rows: str, first: str = "", second: str = "") -> str:
    numbered = "".join(f"    - {{number: {n}, {row}, units: 区财政局、区民政局}}\n" for n, row in enumerate(rows, 1))
    return BASE + HEAD + ITEMS.format(first=first, second=second) + numbered


BUDGET = 'item: item-1, text: "及时公开部门预算,方便群众查阅。"'
PURCHASE = "item: item-1, text: 公开政府采购目录。加强采购项目监管"
ELDERLY = "item: item-2, text: 公开养老服务机构名单，定期更新。"
CODES = ("row-differs", "sentence-without-row")


def test_rows_that_say_what_the_plan_says() -> None:
    nothing(plan(BUDGET, PURCHASE, ELDERLY), *CODES)


def test_row_differs() -> None:
    other = "item: item-1, text: 及时公开部门预算，方便群众查阅。⟦公开政府采购目录和结果。⟧加强采购项目监管。"
    moved = "item: item-1, text: ⟦公开养老服务机构名单，定期更新。⟧"
    found = expect(plan(other, moved, ELDERLY), "row-differs")
    assert found.messages == [
        "第1行的这一句，要点正文（一）里没有一样的文字",
        "第2行的这一句在要点正文（二）里，本行却归入（一）",
    ]
    assert found.hints[1].startswith("item 改为 item-2；")


def test_sentence_without_row() -> None:
    first, second = "⟦组织开展政府开放日活动。⟧", "⟦推动残疾人服务事项上门办理。⟧"
    found = expect(plan(BUDGET, PURCHASE, ELDERLY, first=first, second=second), "sentence-without-row")
    assert found.messages == [f"要点正文{number}的这一句，在任务分解表里没有对应的行" for number in ("（一）", "（二）")]


def test_notes_explain_both() -> None:
    note = "notes: [{kind: wording, text: 要点正文是“部门预算”，本行是“部门决算”。}]"
    differing = f"item: item-1, text: 及时公开部门决算，方便群众查阅。, {note}"
    told = "notes: [{kind: other, text: “组织开展政府开放日活动。”在表里没有对应的行。}]"
    text = plan(differing, PURCHASE, ELDERLY, first="组织开展政府开放日活动。")
    nothing(text.replace("heading: 做好预算公开。", f"heading: 做好预算公开。\n        {told}"), *CODES)


def test_a_table_in_words_of_its_own_is_told_once() -> None:
    rows = ("item: item-1, text: 预算公开到位。", "item: item-1, text: 采购公开到位。", "item: item-2, text: 养老公开到位。")
    two = plan(*rows).replace("  title: 分工", "  title: ⟦分工⟧")
    second = two.partition("-- content/plans")[2].replace("2030", "2031")
    found = expect(two + "-- content/plans" + second, *CODES[:1])
    assert found.messages == ["任务分解表的文字多数不是要点正文的原句，不再逐行比对"] * 2
    nothing(plan(*rows).replace("  title: 分工", "  title: 分工\n  notes: [{kind: wording, text: 表另写文字。}]"), *CODES)


def test_a_table_alone_is_not_compared() -> None:
    nothing(plan(BUDGET, PURCHASE, ELDERLY).replace("        text: 及时公开部门预算，方便群众查阅。公开政府采购目录；加强采购项目监管。\n", "")
            .replace("        text: 公开养老服务机构名单，定期更新。\n", "").replace("form: prose-and-table", "form: table"), *CODES)  # fmt: skip
