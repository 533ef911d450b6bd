"""Rules about documents: two findings of each, and what must not be called wrong."""

import pytest

from tests.conftest import unpack
from tests.load.rules.marked import BASE, HEAD, PLACES, PORTAL, PROSE, TABLE, UNITS, expect, nothing, problems_in

ITEM = """\
sections:
  - number: 一、
    title: 公开
    items:
      - {number: （一）, heading: 甲。, text: 公开预算。, responsibility: （责任单位：区财政局、区民政局）}
"""


def row(number: int, **cells: str) -> str:
    shown = {"units": "区财政局、区民政局", "deadline": "全年", **cells}
    lines = "".join(f"      {name}: {value}\n" for name, value in shown.items())
    return f"    - number: {number}\n      item: part-1\n      text: 公开预算。\n{lines}"


def test_deadline_early() -> None:
    document = "document:\n  signed: {text: 2030年6月27日, day: 2030-06-27}\n"
    table = TABLE + row(1, deadline="⟦2030年3月底前⟧") + row(2, deadline="2030年7月底前") + row(3, deadline="⟦2029年底前⟧")
    found = expect(BASE + table + document, "deadline-early")
    assert found.messages == [
        "完成时限“2030年3月底前”（2030-03-31）早于文件日期（2030-06-27）",
        "完成时限“2029年底前”（2029-12-31）早于文件日期（2030-06-27）",
    ]
    assert found.problems[0].related[0][0].line == 31  # type: ignore[union-attr]


def test_without_a_date_the_year_counts() -> None:
    expect(BASE + TABLE + row(1, deadline="⟦2029年底前⟧") + row(2, deadline="⟦2028年6月底前⟧") + row(3), "deadline-early")


def test_date_differs() -> None:
    document = """\
document:
  signed: {text: 2030年6月27日, day: ⟦2030-06-28⟧}
  imprinted: {text: 二〇三〇年六月二十七日印发, day: ⟦2030-07-27⟧}
  published: {text: ⟦2030-07-01⟧}
"""
    found = expect(BASE + PROSE + ITEM + document, "date-differs")
    assert found.hints == [
        "核对原件；文字没有录错的，day 改为 2030-06-27。",
        "核对原件；文字没有录错的，day 改为 2030-06-27。",
        "补上 day: 2030-07-01。",
    ]


@pytest.mark.parametrize(
    "date",
    [
        "{text: 2030年6月27日, day: 2030-06-27}",
        "{text: 二〇三〇年六月二十七日, day: 2030-06-27}",
        "{text: 2030 年 6 月 7 日印发, day: 2030-06-07}",
        "{text: ２０３０．６．２７, day: 2030-06-27}",
        "{text: 2030年6月}",
        "{text: 印发}",
    ],
)
def test_dates_that_agree_and_dates_that_state_no_day(date: str) -> None:
    nothing(BASE + PROSE + ITEM + f"document:\n  signed: {date}\n", "date-differs")


def test_unit_unresolved() -> None:
    table = TABLE + row(1, units="区财政局、⟦区财证局⟧，⟦区民证局⟧") + row(2, units="{text: 区财证局}")
    found = expect(BASE + table, "unit-unresolved")
    assert [hint[:11] for hint in found.hints] == ["是不是“区财政局”？不", "是不是“区民政局”？不"]


def test_unit_unresolved_in_a_bracket_and_in_a_reading() -> None:
    prose = PROSE + ITEM.replace("区民政局", "⟦区民证局⟧")
    expect(BASE + prose, "unit-unresolved")
    table = TABLE + row(1, units="\n        text: 财局\n        read_as: 区民政局、⟦区财证局⟧\n        reason: 原文简写。") + row(2)
    expect(BASE + table, "unit-unresolved")


def test_names_and_units_of_a_place_that_is_not_registered_are_not_told() -> None:
    plan = (TABLE + row(1, units="区财证局")).replace("jurisdiction: dong", "jurisdiction: dogn")
    assert {problem.code for problem in problems_in(unpack(BASE + plan))} == {"jurisdiction-unknown"}


def test_a_unit_whose_name_is_misspelled_or_given_twice_is_not_idle() -> None:
    units = UNITS + "  - {id: a, name: 区财证局, kind: department, aliases: [{name: 区财政局}]}\n"
    found = problems_in(unpack(PORTAL + PLACES + units + TABLE + row(1, units="区财政局、区民证局、区财证局")))
    assert [problem.code for problem in found] == ["unit-unresolved", "name-repeated"]


def test_deadline_unread() -> None:
    table = TABLE + row(1, deadline="⟦适时⟧") + row(2, deadline="全年") + row(3, deadline="⟦待定⟧")
    assert len(expect(BASE + table, "deadline-unread").problems) == 2


def test_form_differs() -> None:
    prose = PROSE.replace("form: prose", "form: ⟦table⟧") + ITEM
    second = HEAD.replace("2030", "2031") + "form: ⟦prose⟧\ntitle: 表\n" + TABLE.partition("title: 分解表\n")[2].replace(
        "heading: 做好公开", "heading: 做好公开, text: 公开预算。") + row(1)  # fmt: skip
    found = expect(BASE + prose + second, "form-differs")
    assert found.hints == ["补录 table，或改为 prose。", "改为 prose-and-table。"]


def test_unit_idle() -> None:
    units = UNITS + """\
  - {id: wujia-ju, name: ⟦区物价局⟧, kind: department}
groups:
  - {id: ge-zhen, name: ⟦各镇⟧}
"""
    expect(PORTAL + PLACES + units + PROSE + ITEM, "unit-idle")


def test_members_and_superiors_are_not_idle() -> None:
    units = UNITS + """\
  - {id: guoku, name: 区国库中心, kind: institution, of: caizheng-ju}
groups:
  - {id: ge-zhen, name: 各中心, memberships: [{year: 2030, units: [guoku], source: 某通知}]}
"""
    table = TABLE + row(1, units="区民政局、各中心")
    nothing(PORTAL + PLACES + units + table, "unit-idle")


def with_brackets(*brackets: str) -> str:
    items = "".join(
        f"      - {{number: （{'一二三四'[n]}）, heading: 甲。, text: 公开预算。, responsibility: {bracket}}}\n"
        for n, bracket in enumerate(brackets)
    )
    return BASE + PROSE + "sections:\n  - number: 一、\n    title: 公开\n    items:\n" + items


def test_deadlines_in_brackets_are_looked_at_like_cells() -> None:
    document = "document:\n  signed: {text: 2030年6月27日, day: 2030-06-27}\n"
    early = with_brackets("（责任单位：区财政局、区民政局；完成时限：⟦2030年3月底前⟧）", "（区财政局、区民政局，⟦2029年底前⟧完成）")
    expect(early + document, "deadline-early")
    expect(with_brackets("（责任单位：区财政局、区民政局；完成时限：⟦适时⟧）", "（责任单位：区财政局，时限：⟦8月前⟧）"), "deadline-unread")


def test_a_note_explains_an_early_deadline() -> None:
    noted = row(1, deadline="2029年底前") + "      notes:\n        - {kind: source-error, cell: 完成时限, text: 原件如此。}\n"
    expect(BASE + TABLE + noted + row(2, deadline="⟦2029年底前⟧") + row(3, deadline="⟦2028年底前⟧"), "deadline-early")
