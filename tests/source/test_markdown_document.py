"""Markdown files: front matter, body, and their places."""

import pytest

from sitegen.position import Loc, Span
from sitegen.source import MarkdownDocument, SourceFile, parse_markdown

FILE = "content/pages/about.md"


def read(text: str) -> MarkdownDocument:
    return parse_markdown(SourceFile(FILE, text.encode()))


def marked(span: Span) -> str:
    return span.excerpt[span.column - 1 : span.end_column - 1]


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_front_matter_and_body(line_break: str) -> None:
    text = line_break.join(["\ufeff---", "title: 关于本站", "order: 3", "---", "", "# 关于", "正文。", ""])
    document = read(text)
    assert document.problems == ()
    assert document.value == {"title": "关于本站", "order": "3"}
    assert document.body == "\n# 关于\n正文。\n"
    title = document.span(Loc(FILE, ("title",)))
    assert (title.line, title.column, marked(title)) == (2, 8, "关于本站")
    assert document.span(Loc(FILE, ("order",)).key()).line == 3
    words = document.span(Loc(FILE, ("body",)).within(document.body.index("正文"), 2))
    assert (words.line, words.column, marked(words)) == (7, 1, "正文")


def test_empty_front_matter_and_a_rule_in_the_body() -> None:
    document = read("---\n---\n上\n\n---\n\n下\n")
    assert (document.value, document.body, document.problems) == (None, "上\n\n---\n\n下\n", ())


def test_a_file_that_ends_with_its_front_matter() -> None:
    document = read("---\ntitle: 甲\n---")
    assert (document.value, document.body, document.problems) == ({"title": "甲"}, "", ())
    assert document.span(Loc(FILE, ("body",))).line == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# 关于\u200b\n正文\n", [("front-matter-missing", 1, 1), ("character-invisible", 1, 5)]),
        ("", [("front-matter-missing", 1, 1)]),
        ("———\ntitle: 甲\n———\n", [("front-matter-missing", 1, 1)]),
        ("---\ntitle: 甲\x0b\n# 关于\n", [("front-matter-unclosed", 1, 1), ("character-control", 2, 9)]),
        (
            "---\ntitle：关于\norder: @3\n---\n正文\u2028：甲\n",
            [("yaml-wide-colon", 2, 6), ("yaml-reserved-character", 3, 8), ("character-line-break", 5, 3)],
        ),
        ("---\r\ntitle: 甲\r\ntitle: 乙\r\n\torder: 1\r\n---\r\n", [("yaml-key-duplicate", 3, 1), ("yaml-tab", 4, 1)]),
    ],
)
def test_faults_are_placed_by_the_lines_of_the_file(text: str, expected: list[tuple[str, int, int]]) -> None:
    document = read(text)
    assert not document.is_read
    places = [(problem.code, problem.at) for problem in document.problems]
    assert [(code, at.line, at.column) for code, at in places if isinstance(at, Span)] == expected


def test_a_page_has_a_value_beside_its_faults_where_all_of_it_is_read() -> None:
    document = read("---\ntitle: 关于\ntitle: 又\norder：3\n---\n正文\u200b。\n")
    assert [problem.code for problem in document.problems] == ["yaml-key-duplicate", "yaml-wide-colon", "character-invisible"]
    assert document.value == {"title": "关于", "order": "3"}
    place = document.span(Loc(FILE, ("order",)))
    assert (place.line, place.column, marked(place)) == (4, 7, "3")
    assert document.span(Loc(FILE, ("body",)).within(0, 2)).line == 6


def test_tabs_and_full_width_marks_are_free_in_the_body() -> None:
    assert read("---\ntitle: 甲\n---\n\t代码：[甲，乙]\ntitle：丙\n").problems == ()
