"""Mistakes inside one plan, in links and in the content as a whole: two of each at their very places."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import sitegen
from sitegen.load.codes import CODES, FIELD_CODES, LINK_CODES, NOTATION_CODES, PLAN_CODES, PORTAL_CODES
from sitegen.load.rules import RULES
from tests.conftest import unpack
from tests.load.rules.marked import BASE, PLACES, PROSE, TABLE, UNITS, expect, nothing, problems_in

SECTION = "sections:\n  - number: 一、\n    title: 公开\n    items:\n"


def items(*lines: str) -> str:
    return BASE + PROSE + SECTION + "".join(f"      - {line}\n" for line in lines)


def rows(*lines: str) -> str:
    return BASE + TABLE + "".join(f"    - {line}\n" for line in lines)


def test_items_without_a_usable_number() -> None:
    marked = items("{⟦number⟧: 总则, heading: 甲。, text: 公开。}", "{⟦heading⟧: 乙。, text: 公开。}", "{key: part-3, heading: 丙。}")
    found = expect(marked.replace("⟦number⟧: 总则", "number: ⟦总则⟧").replace("{⟦heading⟧: 乙。, text: 公开。}", "⟦{heading: 乙。, text: 公开。}⟧"),
                   "item-key-missing")  # fmt: skip
    assert found.messages == ["条目“甲。”没有可用的编号", "条目“乙。”没有可用的编号"]


def test_item_keys_repeated() -> None:
    marked = items(
        "{number: （一）, heading: 甲。}", "{number: ⟦(一)⟧, heading: 乙。}", "{key: a, heading: 丙。}", "{key: ⟦a⟧, heading: 丁。}"
    )
    assert expect(marked, "item-key-repeated").problems[0].related[0][0].line == 10  # type: ignore[union-attr]


def test_a_key_for_an_item_that_is_counted_anew() -> None:
    anew = "".join(
        f"  - number: {number}\n    title: 公开\n    items:\n      - {{number: ⟦（一）⟧, heading: 甲。, text: 公开。}}\n"
        for number in ("二、", "三、")
    )
    found = expect(items("{number: （一）, heading: 甲。, text: 公开。}") + anew, "item-key-repeated")
    assert [hint.rpartition("加")[2] for hint in found.hints] == ["一行“key: part-2-1”。", "一行“key: part-3-1”。"]


def test_item_keys_reserved() -> None:
    expect(items("{key: ⟦task-1⟧, heading: 甲。}", "{key: ⟦closing-2⟧, heading: 乙。}", "{key: task-a, heading: 丙。}"), "item-key-reserved")


def test_item_text_twice() -> None:
    marked = items(
        "{number: （一）, heading: 甲。, text: ⟦公开。⟧, parts: [{text: 公开。}]}",
        "{number: （二）, heading: 乙。, responsibility: ⟦（区财政局）⟧, parts: [{text: 公开。}]}",
    )
    expect(marked, "item-text-twice")


def test_mentions_that_belong_to_no_task() -> None:
    part = "{number: （一）, heading: 甲。, parts: [{text: 公开。}], mentions: ⟦{units: [公开]}⟧}"
    expect(items(part, part.replace("（一）", "（二）")), "item-mentions-misplaced")
    table = rows("{number: 1, item: part-1, text: 公开。}")
    marked = table.replace("heading: 做好公开}", "heading: 做好公开, mentions: ⟦{deadlines: [今年]}⟧}")
    expect(marked, "item-mentions-misplaced")


def test_items_that_rows_name() -> None:
    found = expect(rows("{number: 1, item: ⟦part-2⟧, text: 公开。}", "{number: 2, item: ⟦xyz⟧, text: 公开。}"), "item-unknown")
    assert found.hints == ["是不是“part-1”？", "可以填：part-1。"]


def test_quotes_not_found() -> None:
    marked = items("{number: （一）, heading: 甲。, text: 各单位定期公开。, mentions: {units: [⟦各个单位⟧, 各单位], deadlines: [⟦每月⟧]}}")
    closing = "closing:\n  - {text: 各单位公开。, mentions: {units: [⟦各部门⟧]}}\n"
    expect(marked + closing, "quote-not-found")


def test_row_numbers() -> None:
    marked = rows(*(f"{{number: {number}, item: part-1, text: 公开。}}" for number in ("1", "⟦（一）⟧", "2", "⟦2.⟧", "2-2")))
    expect(marked, "row-number-repeated")
    expect(rows(*(f"{{number: {number}, item: part-1, text: 公开。}}" for number in ("⟦合计⟧", "⟦1/2⟧"))), "row-number-format")


def test_rows_to_inherit_from() -> None:
    found = expect(
        rows(
            "{number: 1, item: part-1, item_label: 甲, text: 公开。, units: 区财政局、区民政局, deadline: 全年}",
            '{number: 2, item: part-1, item_inherited_from: ⟦11⟧, text: 公开。, units: {text: "", inherited_from: ⟦x⟧}}',
        ),
        "row-unknown",
    )
    assert found.hints == ["填一个存在的序号。", "填一个存在的序号。"]


def test_inheritance() -> None:
    marked = rows(
        "{number: 1, item: part-1, text: 公开。, units: 区财政局、区民政局}",
        '{number: 2, item: part-1, item_inherited_from: ⟦1⟧, text: 公开。, units: {text: "", inherited_from: 1}, deadline: {text: "", inherited_from: ⟦1⟧}}',
        '{number: 3, item: part-1, item_inherited_from: ⟦2⟧, text: 公开。, units: {text: "", inherited_from: ⟦2⟧}, deadline: {text: "", inherited_from: ⟦3⟧}}',
    )
    codes = Counter(problem.code for problem in expect(marked, "inheritance-chained", "inheritance-empty").problems)
    assert codes == {"inheritance-chained": 3, "inheritance-empty": 2}


def test_cells_that_contradict_themselves() -> None:
    first = "{number: 1, item: part-1, text: 公开。, units: 区财政局、区民政局, deadline: 全年}"
    second = "{number: 2, item: part-1, text: 公开。, units: ⟦{text: 区财政局, inherited_from: 1}⟧, deadline: ⟦{text: 全年, inherited_from: 1}⟧}"
    expect(rows(first, second), "cell-contradicts")
    second = "{number: 2, item: part-1, text: 公开。, units: ⟦{text: 财局, read_as: 区财政局}⟧, deadline: ⟦{text: 年内, read_as: 全年}⟧}"
    expect(rows(first, second), "reason-missing")


def test_fragments_differ() -> None:
    row = "{{number: {n}, item: part-1, text: 公开预算。, fragments: ⟦[公开, 预算]⟧}}"
    expect(rows(row.format(n=1), row.format(n=2)), "fragments-differ")


LINKS = """\
-- content/links/a.yaml --
kind: years
from: dong-2029
to: dong-2030
links:
  - {from: [⟦item-11⟧, item-1], to: item-1, relation: continued}
  - {from: item-1, to: ⟦itm-1⟧, relation: reworded}
  - ⟦{from: item-1, relation: merged}⟧
  - {from: item-1, relation: dropped}
  - ⟦{to: item-1, relation: continued}⟧
"""
TWO = items("{number: （一）, heading: 甲。, text: 公开。}") + PROSE.replace("2030", "2029") + SECTION + "      - {number: （一）, heading: 甲。, text: 公开。}\n"


def test_links() -> None:
    clauses = LINKS.replace("⟦{", "{").replace("}⟧", "}")
    assert expect(TWO + clauses, "clause-unknown").hints == ["是不是“item-1”？", "是不是“item-1”？"]
    sides = LINKS.replace("⟦item-11⟧", "item-11").replace("⟦itm-1⟧", "itm-1")
    expect(TWO + sides, "link-one-sided")
    plans = LINKS.replace("⟦", "").replace("⟧", "").replace("from: dong-2029", "from: ⟦dong-2028⟧").replace("to: dong-2030", "to: ⟦xi-2030⟧")
    expect(TWO + plans, "plan-unknown")


def test_links_wait_for_a_refused_plan() -> None:
    files = TWO.replace("title: 要点", "titel: 要点", 1) + LINKS.replace("⟦", "").replace("⟧", "")
    assert {problem.code for problem in problems_in(unpack(files))} == {"field-unknown"}


def test_files_in_places_where_none_belongs() -> None:
    plan = PROSE.replace("content/plans/dong-2030.yaml", "content/plan/dong-2030.yaml").replace("id: dong-2030", "⟦id: dong-2030⟧")
    second = PLACES.replace("content/jurisdictions", "content/jurisdiction").replace("jurisdictions:\n", "⟦jurisdictions:⟧\n")
    found = expect(PLACES + UNITS + plan + second + "-- content/portal.yaml --\ntitle: 甲\ndescription: 乙\n", "file-unexpected")
    assert found.hints == ["是不是应为“jurisdictions.yaml”？", "是不是应为“plans/dong-2030.yaml”？"]


def test_portal_missing() -> None:
    found = problems_in({"content/jurisdictions.yaml": "jurisdictions: []\n", "content/units/a.yaml": "jurisdiction: a\n"})
    assert [(problem.code, problem.at.file) for problem in found] == [("portal-missing", "content/portal.yaml")]
    assert "portal-missing" not in {problem.code for problem in problems_in({"content/portal.yaml": "titel: 甲\n"})}


def test_a_right_plan() -> None:
    text = rows(
        "{number: 1, item: part-1, item_label: 甲, text: 公开。, units: 区财政局、区民政局, deadline: 全年}",
        '{number: 2, item: part-1, item_inherited_from: 1, text: 各单位公开。, fragments: [各单, 位公开。], units: {text: "", inherited_from: 1}, '
        "mentions: {units: [各单位]}, deadline: {text: 年内, read_as: 全年, reason: 同义。}}",
    )
    nothing(text, *(code.code for code in PLAN_CODES))


def constants(*rooms: str) -> set[str]:
    """Codes with which problems are made in some rooms, as their sources name them."""
    makers = ("Problem", "Fault", "PydanticCustomError", "_Words", "_matching")
    found: set[str] = set()
    for room in rooms:
        for path in sorted((Path(sitegen.__file__).parent / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") in makers:
                    found |= {arg.value for arg in node.args[:2] if isinstance(arg, ast.Constant) and is_code(arg.value)}
    return found


def is_code(value: object) -> bool:
    return isinstance(value, str) and "-" in value and value.isascii() and value.replace("-", "").isalpha()


def test_every_code_is_defined_once() -> None:
    times = Counter(code.code for code in CODES)
    assert [code for code, number in times.items() if number > 1] == []
    others = {code.code for codes in (NOTATION_CODES, FIELD_CODES, PLAN_CODES, LINK_CODES, PORTAL_CODES) for code in codes}
    assert {rule.code for rule in RULES} & others == set()


def test_every_code_that_load_gives_is_defined_and_the_reverse() -> None:
    defined = {code.code for codes in (FIELD_CODES, PLAN_CODES, LINK_CODES, PORTAL_CODES) for code in codes}
    assert constants("load") == defined


def test_every_code_of_the_notation_is_defined() -> None:
    assert constants("source") <= {code.code for code in NOTATION_CODES}


def test_every_definition_says_what_it_demands_and_shows_both() -> None:
    for code in CODES:
        assert code.demand.endswith("。"), code
        assert any("一" <= character <= "鿿" for character in code.demand), code
        assert code.good
        assert code.bad
        assert code.good != code.bad, code
