"""What an editor may type wrongly into a field: one Chinese sentence at its place, with the likely fix; never an exception."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.load.codes import FIELD_CODES
from sitegen.load.schema import KINDS, PlanFile
from sitegen.load.validate import validate
from sitegen.position import Loc
from sitegen.source import YamlDocument, parse_markdown, parse_yaml
from sitegen.source.files import SourceFile
from tests.conftest import ROOT, SOON
from tests.load.rules.marked import problems_in

PLAN: dict[str, Any] = {"id": "dong-2030", "jurisdiction": "dong", "year": "2030", "form": "prose", "title": "要点"}
ROW = {"number": "1", "item": "a", "text": "公开。"}
CHINESE = range(0x4E00, 0xA000)


def refused(tree: object) -> list[tuple[str, tuple[str | int, ...], str, str]]:
    """Code, keys, sentence and fix of every problem of a plan's tree."""
    record, found = validate("x", tree, PlanFile)
    assert record is None
    return [(problem.code, problem.at.keys, problem.message, problem.hint) for problem in found if isinstance(problem.at, Loc)]


def plan(**changes: object) -> dict[str, object]:
    return {**PLAN, **changes}


def with_row(**changes: object) -> dict[str, object]:
    return plan(table={"title": "表", "columns": ["序号"], "rows": [{**ROW, **changes}]})


CELL = ("table", "rows", 0)


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        pytest.param(
            plan(tilte="要点", 年份="2030"),
            [
                (("tilte",), "没有“tilte”这个字段", "是不是“title”？"),
                (("年份",), "没有“年份”这个字段", "是不是“year”？"),
            ],
            id="field-unknown: misspelled or named in Chinese",
        ),
        pytest.param(
            plan(rows=[], quote="x"),
            [
                (("rows",), "没有“rows”这个字段", "“rows”是 table 里的字段，检查这一行的缩进；这一层可以用：id、"),
                (("quote",), "没有“quote”这个字段", "这一层可以用：id、jurisdiction、year、"),
            ],
            id="field-unknown: of another level, of none",
        ),
        pytest.param(
            plan(sections=[{"number": "一、", "title": "甲", "items": [{"number": "（一）", "heading": "乙", "jurisdiction": "x", "day": "x"}]}]),
            [
                (("sections", 0, "items", 0, "jurisdiction"), "没有“jurisdiction”这个字段", "“jurisdiction”是最外层的字段，检查这一行的缩进"),
                (("sections", 0, "items", 0, "day"), "没有“day”这个字段", "“day”是 signed"),
            ],
            id="field-unknown: of the whole file, of a deeper level",
        ),
        pytest.param(
            with_row(牵头单位="区财政局", support="区民政局", 备注="甲"),
            [
                ((*CELL, "牵头单位"), "没有“牵头单位”这个字段", "原表分几栏写单位的，都写在 units，带上栏名，如“units: 牵头单位：县财政局；"),
                ((*CELL, "support"), "没有“support”这个字段", "原表分几栏写单位的，都写在 units，"),
                ((*CELL, "备注"), "没有“备注”这个字段", "备注栏的字照录在 notes 里：kind 写 other，cell 写“备注”。"),
            ],
            id="field-unknown: columns of other tables",
        ),
        pytest.param(
            plan(sections=[{"number": "一、", "title": "总体要求", "text": "做好公开。"}]),
            [
                (("sections", 0, "items"), "缺少必填的“items”（各条）", "补上一行“items: …”。这一部分只有几段话、没有条的：在开头的写进 preamble"),
                (("sections", 0, "text"), "没有“text”这个字段", "这一部分只有几段话、没有条的：在开头的写进 preamble，在结尾的写进 closing"),
            ],
            id="field-missing: a part without items",
        ),
        pytest.param(
            {"id": "dong-2030", "jurisdiction": "dong", "year": "2030"},
            [(("form",), "缺少必填的“form”（形态：文字", "补上一行“form: …”。"), (("title",), "缺少必填的“title”（要点", "补上一行“title: …”。")],
            id="field-missing",
        ),
        pytest.param(
            plan(document="济政办发〔2030〕1号", preamble=["2030年，总体要求是"]),
            [
                (("document",), "这里应是若干行“字段: 值”，现在是“济政办发〔2030〕1号”", "写成“letterhead: …”“number: …”“notice_title: …”这样的行"),
                (("preamble", 0), "这里应是若干行“字段: 值”，现在是“2030年，总体要求是”", "写成“text: …”这样的行，英文冒号后面空一格。"),
            ],
            id="mapping-expected: a text",
        ),
        pytest.param(
            plan(document=[{"number": "一"}], notes=[["x"]]),
            [
                (("document",), "这里应是若干行“字段: 值”，现在是列表", "去掉行首的“- ”"),
                (("notes", 0), "这里应是若干行“字段: 值”，现在是列表", "去掉行首的“- ”，写成“kind: …”“text: …”。"),
            ],
            id="mapping-expected: a list",
        ),
        pytest.param(
            plan(document=None, notes=[None], table=None),
            [
                (("document",), "这里是空的，应是若干行“字段: 值”", "在下一行起补上各字段（多缩进两个空格），或删去“document:”这一行。"),
                (("notes", 0), "这里是空的，应是若干行“字段: 值”", "在“- ”后面补上内容，或删去这个“-”。"),
            ],
            id="mapping-expected: nothing",
        ),
        pytest.param(
            with_row(units=["区财政局", "区民政局"], deadline=[{"text": "全年"}]),
            [
                ((*CELL, "units"), "这一格应填文字，现在是列表", "照原件写成一行文字；"),
                ((*CELL, "deadline"), "这一格应填文字，现在是列表", "照原件写成一行文字；"),
            ],
            id="mapping-expected: cells",
        ),
        pytest.param(
            plan(cites="jinan-2030", notes={"kind": "other", "text": "甲"}),
            [
                (("cites",), "这里应是列表（每行以“- ”开头），现在是“jinan-2030”", "另起一行，写成“- jinan-2030”。"),
                (("notes",), "这里应是列表（每行以“- ”开头），现在是若干字段", "在“kind”前面加上“- ”，同一项的其他字段和它对齐。"),
            ],
            id="list-expected",
        ),
        pytest.param(
            plan(title=["要点"], source={"网址": "x"}),
            [(("title",), "这里应填文字，现在是列表", "写成一行文字（要点"), (("source",), "这里应填文字，现在是若干字段", "写成一行文字（文本从哪里来")],
            id="text-expected",
        ),
        pytest.param(
            plan(title=None, cites=["jinan-2030", ""]),
            [(("title",), "这里不能为空", "补上文字（要点（或表）的标题，照录）。"), (("cites", 1), "这里不能为空", "补上文字，或删去这一项。")],
            id="text-missing",
        ),
        pytest.param(
            plan(id="Dong_2030", jurisdiction="东区"),
            [
                (("id",), "编号只能用小写英文字母、数字和短横线，现在是“Dong_2030”", "改成“dong-2030”。"),
                (("jurisdiction",), "编号只能用小写英文字母、数字和短横线，现在是“东区”", "用拼音或英文，如"),
            ],
            id="id-format",
        ),
        pytest.param(
            plan(form="pros", notes=[{"kind": "标点", "text": "甲"}, {"kind": ["other"], "text": "甲"}]),
            [
                (("form",), "没有“pros”这个选项", "是不是“prose”？可以填：prose（文字）、"),
                (("notes", 0, "kind"), "没有“标点”这个选项", "改成“punctuation”。"),
                (("notes", 1, "kind"), "这里应填一个选项，现在是列表", "可以填：source-error（原文疑误）、"),
            ],
            id="choice-unknown",
        ),
    ],
)  # fmt: skip
def test_two_at_once(tree: object, expected: list[tuple[tuple[str | int, ...], str, str]]) -> None:
    found = refused(tree)
    assert [keys for _, keys, _, _ in found] == [keys for keys, _, _ in expected]
    assert [message[: len(words)] for (_, _, message, _), (_, words, _) in zip(found, expected, strict=True)] == [
        words for _, words, _ in expected
    ]
    assert [hint[: len(fix)] for (_, _, _, hint), (_, _, fix) in zip(found, expected, strict=True)] == [fix for _, _, fix in expected]


@pytest.mark.parametrize(
    ("typed", "code", "fix"),
    [
        ("二〇三〇", "number-expected", "改成“2030”。"),
        ("２０３０年", "number-expected", "改成“2030”。"),
        ("两千零三十", "number-expected", "改成“2030”。"),
        ("今年", "number-expected", "只写数字（年份）。"),
        ("2,030", "number-expected", "只写数字（年份）。"),
        ("", "number-expected", "只写数字（年份）。"),
        (None, "number-expected", "只写数字（年份）。"),
        (["2030"], "number-expected", "只写数字（年份）。"),
        ("9" * 5000, "number-expected", "只写数字（年份）。"),
        ("20300", "year-impossible", "写四位年份，如 2024。"),
        ("0", "year-impossible", "写四位年份，如 2024。"),
    ],
)
def test_numbers(typed: object, code: str, fix: str) -> None:
    assert [(found, hint) for found, _, _, hint in refused(plan(year=typed))] == [(code, fix)]


@pytest.mark.parametrize(
    ("typed", "code", "fix"),
    [
        ("2030年6月27日", "date-format", "改成“2030-06-27”。"),
        ("2030/6/7", "date-format", "改成“2030-06-07”。"),
        ("2030.6.27", "date-format", "改成“2030-06-27”。"),
        ("2030-6-27", "date-format", "改成“2030-06-27”。"),
        ("２０３０-０６-２７", "date-format", "改成“2030-06-27”。"),
        ("二〇三〇年六月二十七日", "date-format", "改成“2030-06-27”。"),
        ("2030年6月31日", "date-format", "照文件核对月份和日期。"),
        ("2030年6月", "date-format", "年、月、日都用数字写全"),
        ("六月", "date-format", "年、月、日都用数字写全"),
        ({"year": "2030"}, "date-format", "年、月、日都用数字写全"),
        ("2030-06-31", "date-impossible", "照文件核对月份和日期。"),
        ("0000-00-00", "date-impossible", "照文件核对月份和日期。"),
    ],
)
def test_days(typed: object, code: str, fix: str) -> None:
    found = refused(plan(document={"signed": {"text": "2030年6月27日", "day": typed}, "published": {"day": typed}}))
    assert [(kind, hint[: len(fix)]) for kind, _, _, hint in found] == [(code, fix)] * 2


def test_whole_files_of_another_sort() -> None:
    assert refused(None)[0][0] == "file-empty"
    assert [(code, message) for code, _, message, _ in refused(["甲"])] == [("mapping-expected", "整个文件应是若干行“字段: 值”，现在是列表")]
    assert [(code, message) for code, _, message, _ in refused("甲" * 99)] == [
        ("mapping-expected", f"整个文件应是若干行“字段: 值”，现在是“{'甲' * 30}…”")
    ]


def test_other_kinds_of_files() -> None:
    known = {"documents": [{"id": "a", "jurisdiction": "b", "kind": "plan", "address_is_own": "是",
                            "relations": [{"plan": "b", "kind": "引用"}, {"plan": "b", "kind": None}]}]}  # fmt: skip
    kinds = {kind.name: kind.model for kind in KINDS}
    _, found = validate("x", known, kinds["known-documents"])
    assert [(problem.code, problem.message, problem.hint[:12]) for problem in found] == [
        ("boolean-expected", "这里应填 true 或 false，现在是“是”", "改成“true”。"),
        ("value-format", "这里不能填“引用”", "cited-by 被该要"),
        ("text-expected", "这里应填文字，现在是空白", "写成一行文字（cited"),
    ]  # fmt: skip
    _, found = validate("x", {"shipped": "保留", "wrong_words": [{"wrong": "甲"}]}, kinds["text-checks"])
    assert [problem.code for problem in found] == ["value-format", "field-missing"]
    _, found = validate("x", {"title": "甲", "description": "乙", "icp_url": "x" * 500, "police_record_url": ["a"]}, kinds["portal"])
    assert [(problem.code, problem.message.partition("，")[2]) for problem in found] == [
        ("address-format", f"现在是“{'x' * 30}…”"), ("address-format", "现在是列表"),
    ]  # fmt: skip


def test_what_was_typed_is_quoted_in_short() -> None:
    found = refused(plan(year="甲" * 900, form="乙" * 900, cites=["丙" * 900], **{"丁" * 900: "x"}))
    assert [len(message) < 120 for _, _, message, _ in found] == [True] * 4


junk = st.recursive(
    st.none() | st.sampled_from(["", " ", "甲", "a-1", "2030", "2030-02-30", "{found}", "“；”", "9" * 40, "true"]) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6) | st.sampled_from(["text", "kind", "items", "rows"]), inner, max_size=4),
    max_leaves=8,
)  # fmt: skip
kind_names = st.sampled_from([kind.name for kind in KINDS])


def parsed() -> dict[str, tuple[str, YamlDocument]]:
    """One real document of every kind that the content holds, by kind."""
    examples = {
        "portal": "portal.yaml", "jurisdictions": "jurisdictions.yaml", "units": "units/laoshan.yaml", "plan": "plans/zhangqiu-2024.yaml",
        "links": "links/jinan-2025--huaiyin-2025.yaml", "glossary": "glossary.yaml", "known-documents": "known-documents.yaml",
        "text-checks": "text-checks.yaml",
    }  # fmt: skip
    return {
        kind: (f"content/{path}", parse_yaml(SourceFile(f"content/{path}", (ROOT / "content" / path).read_bytes())))
        for kind, path in examples.items()
    }


REAL = parsed()
MODELS = {kind.name: kind.model for kind in KINDS}


def places(tree: object, keys: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    pairs = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return [keys, *(place for key, value in pairs for place in places(value, (*keys, key)))]


def replaced(tree: Any, keys: tuple[str | int, ...], value: object) -> Any:
    """A tree with one value replaced."""
    if not keys:
        return value
    copy = dict(tree) if isinstance(tree, dict) else list(tree)
    copy[keys[0]] = replaced(tree[keys[0]], keys[1:], value)
    return copy


@settings(max_examples=300)
@given(kind=st.sampled_from(sorted(REAL)), value=junk, chosen=st.randoms(use_true_random=False))
def test_any_value_anywhere_gives_chinese_problems_with_a_place_and_a_fix(kind: str, value: object, chosen: Any) -> None:
    file, document = REAL[kind]
    keys = chosen.choice(places(document.value))
    record, found = validate(file, replaced(document.value, keys, value), MODELS[kind])
    assert (record is None) == bool(found)
    defined = {code.code for code in FIELD_CODES}
    for problem in found:
        assert problem.code in defined
        assert any(ord(character) in CHINESE for character in problem.message)
        assert any(ord(character) in CHINESE for character in problem.hint), problem
        assert len(problem.message) < 200
        assert document.span(problem.at).line >= 1  # type: ignore[arg-type]


CONTENT = {
    f"content/{path.relative_to(ROOT / 'content').as_posix()}": path.read_text("utf-8")
    for path in sorted((ROOT / "content").rglob("*"))
    if path.suffix in (".yaml", ".md") and path.name != "README.md"
}
strange = st.text(st.characters(codec="utf-8"), max_size=4) | st.sampled_from(list("：，；（）“”　\t:#-'\"[]{}|>&*!%@`~0９〇"))


def mutated(text: str, chosen: Any, character: str) -> str:
    """A file with one to four slips of the hand: lines lost, doubled, moved or swapped, characters lost or put in."""
    lines = text.split("\n")
    for _ in range(chosen.randint(1, 4)):
        n = chosen.randrange(len(lines))
        line, at = lines[n], chosen.randrange(len(lines[n]) + 1)
        slips = (
            [], [line, line], [chosen.choice(["  ", "    ", " "]) + line], [line[chosen.randint(1, 4) :]],
            [line[:at] + character + line[at:]], [line[:at] + line[at + 1 :]], [line[:at] + line[at + 1 : at + 2] + line[at : at + 1] + line[at + 2 :]],
            [line.partition(":")[0] + ": " + character], [line.translate(str.maketrans("0123456789:,-()", "０１２３４５６７８９：，－（）"))],
        )  # fmt: skip
        lines[n : n + 1] = chosen.choice(slips)
        lines = lines or [""]
    return "\n".join(lines)


@settings(max_examples=40)
@given(path=st.sampled_from(sorted(CONTENT)), character=strange, chosen=st.randoms(use_true_random=False))
def test_any_slip_in_the_real_content_gives_placed_problems_or_none(path: str, character: str, chosen: Any) -> None:
    for problem in problems_in({**CONTENT, path: mutated(CONTENT[path], chosen, character)}):
        assert any(ord(letter) in CHINESE for letter in problem.message), problem
        assert problem.hint, problem


def large(text: str) -> str:
    """The plan of Zhangqiu with so many rows that the file has a million bytes."""
    _, mark, tail = text.partition("    - number: 2\n")
    rows = (mark + tail).split("    - number: ")[1:]
    number, size, more = 58, len(text.encode()), []
    while size < 1_000_000:
        number += 1
        more.append(f"    - number: {number}\n{rows[number % len(rows)].partition(chr(10))[2]}")
        size += len(more[-1].encode())
    return text + "".join(more)


@pytest.mark.parametrize("change", [("", ""), ("      units: ", "      unit: "), ("      item: item-", "      item: item-9"), ("。\n", "的的(\n")])
def test_a_million_bytes_are_understood_soon(change: tuple[str, str]) -> None:
    path = "content/plans/zhangqiu-2024.yaml"
    files = {**CONTENT, path: large(CONTENT[path]).replace(*change) if change[0] else large(CONTENT[path])}
    start = time.process_time()
    found = problems_in(files)
    assert time.process_time() - start < SOON
    assert (len(found) > 1000) == bool(change[0])


@pytest.mark.parametrize("unit", ["（", "的的", "13900000000 ", "汉 ", "1 "])
def test_a_million_bytes_in_one_text_are_checked_soon(unit: str) -> None:
    text = unit * (1_000_000 // len(unit.encode()))
    start = time.process_time()
    found = problems_in({"content/portal.yaml": f'title: 甲\ndescription: "{text}"\n'})
    assert time.process_time() - start < SOON
    assert len(found) <= 21


def test_prose_pages_are_files_too() -> None:
    page = parse_markdown(SourceFile("content/pages/a.md", b"---\ntitel: x\norder: \xe5\x8d\x81\n---\n"))
    _, found = validate(page.file, page.value, MODELS["page"])
    assert [(problem.code, problem.hint) for problem in found] == [
        ("number-expected", "改成“10”。"), ("field-unknown", "是不是“title”？"),
    ]  # fmt: skip
