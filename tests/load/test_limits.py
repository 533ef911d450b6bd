"""What is too long or too deep is told with its place, and soon, whatever it holds; what any document prints is not."""

from __future__ import annotations

import json
import time

import pytest

from sitegen.load.pages import DEEPEST, LONGEST_BODY, MOST_BRACKETS, MOST_HEADINGS
from sitegen.load.schema.base import LONGEST_ID, LONGEST_PARAGRAPH, LONGEST_TEXT
from sitegen.position import Span
from tests.conftest import SOON, unpack
from tests.load.rules.marked import BASE, PROSE, TABLE, expect, nothing, problems_in

ROW = "    - {{number: 1, item: part-1, item_label: 做好公开, text: {text}, units: {units}, deadline: {deadline}}}\n"
MEGABYTE = 1_000_000


def row(text: str = "公开。", units: str = "区财政局", deadline: str = "全年") -> str:
    return BASE + TABLE + ROW.format(text=text, units=units, deadline=deadline)


def test_the_longest_text_is_read_and_one_character_more_is_not() -> None:
    nothing(row(text="公" * (LONGEST_PARAGRAPH - 1) + "。", units="区" * LONGEST_TEXT), "text-too-long")
    written = row(text="公" * LONGEST_PARAGRAPH + "。", units="区" * (LONGEST_TEXT + 1))
    found = [problem for problem in problems_in(unpack(written)) if problem.code == "text-too-long"]
    assert [problem.at.column - 1 for problem in found if isinstance(problem.at, Span)] == [
        written.splitlines()[-1].index(word) for word in ("公公", "区区")
    ]
    assert [problem.message for problem in found] == [f"这里有 {LONGEST_PARAGRAPH + 1} 个字，最多 {LONGEST_PARAGRAPH} 个字", f"这里有 {LONGEST_TEXT + 1} 个字，最多 {LONGEST_TEXT} 个字"]
    assert "具体要求" in found[0].hint


def test_ids_that_no_folder_can_be_named_after() -> None:
    long = "a" * (LONGEST_ID + 1)
    text = BASE.replace("id: caizheng-ju", f"id: ⟦{long}⟧") + PROSE.replace("id: dong-2030", f"id: ⟦dong-2030-{long}⟧")
    expect(text, "text-too-long")


@pytest.mark.parametrize("piece", ["1", "一", "（", "区财政局、", "13900000000 ", "ab"])
def test_a_megabyte_in_any_field_is_told_soon(piece: str) -> None:
    words = json.dumps((piece * MEGABYTE)[: MEGABYTE // len(piece.encode())], ensure_ascii=False)
    started = time.process_time()
    found = problems_in(unpack(row(text=words, units=words, deadline=words)))
    assert [problem.code for problem in found].count("text-too-long") == 3
    assert time.process_time() - started < SOON


def page(body: str) -> str:
    return BASE + "-- content/pages/about.md --\n---\ntitle: 关于\n---\n" + body


def test_pages_that_markdown_cannot_take_are_told_where_it_becomes_too_much() -> None:
    deep = "> " * DEEPEST
    text = page(f"{'[' * MOST_BRACKETS}⟦[⟧[\n\n{deep}⟦甲⟧\n".replace("⟦甲⟧", "> 甲"))
    found = [problem for problem in problems_in(unpack(text.replace("⟦", "").replace("⟧", ""))) if problem.code == "page-too-complex"]
    assert [(problem.at.line, problem.at.column) for problem in found if isinstance(problem.at, Span)] == [(4, MOST_BRACKETS + 1), (6, 1)]
    assert f"这一页有 {MOST_BRACKETS + 2} 个左方括号“[”，最多 {MOST_BRACKETS} 个" in found[0].message
    headings = problems_in(unpack(page("## 甲\n" * (MOST_HEADINGS + 1) + "\n" + "    " * DEEPEST + "甲\n")))
    assert [(problem.code, problem.at.line) for problem in headings if problem.code == "page-too-complex" and isinstance(problem.at, Span)] == [
        ("page-too-complex", MOST_HEADINGS + 4), ("page-too-complex", MOST_HEADINGS + 6),
    ]  # fmt: skip


def test_a_page_may_be_long_and_hold_rules_and_tables() -> None:
    nothing(page("甲\n" * (LONGEST_BODY // 2)), "text-too-long")
    nothing(page("-" * 60 + "\n\n" + "*" * 60 + "\n\n|甲|乙|\n|---|---|\n" + "- 甲\n" * 500), "page-too-complex")
    found = problems_in(unpack(page("甲" * LONGEST_BODY + "乙\n") + "-- content/pages/b.md --\n---\ntitle: 乙\n---\n" + "[" * MEGABYTE))
    assert [(problem.code, problem.at.line, problem.at.column) for problem in found if isinstance(problem.at, Span) and problem.severity == "error"] == [
        ("text-too-long", 4, LONGEST_BODY + 1), ("text-too-long", 4, LONGEST_BODY + 1),
    ]  # fmt: skip
