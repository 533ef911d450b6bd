"""Where keys, values and single characters of values stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.position import Loc, Span
from sitegen.source import SourceFile, YamlDocument, parse_yaml

FILE = "content/plans/x.yaml"
TEXT = """\
# 示例
title: 2024年工作要点
document:
  number: "章政办发〔2024〕1号"
  empty:
sections:
  - number: 一、
    items:
      - heading: 突出服务。
        text: >-
          围绕企业开办、经营，
          集成发布政策。

          另起一段 ABC
          结束。
      -
  - {number: 二、, units: [区财政局, 区审计局]}
note: |
  第一行
    第二行
"""


def document(text: str = TEXT) -> YamlDocument:
    read = parse_yaml(SourceFile(FILE, text.encode()))
    assert read.problems == ()
    return read


def marked(span: Span) -> str:
    return span.excerpt[span.column - 1 : span.end_column - 1]


def place(*keys: str | int) -> Loc:
    return Loc(FILE, keys)


@pytest.mark.parametrize(
    ("loc", "line", "column", "text"),
    [
        (place("title"), 2, 8, "2024年工作要点"),
        (place("title").key(), 2, 1, "title"),
        (place("document"), 4, 3, 'number: "章政办发〔2024〕1号"'),
        (place("document").key(), 3, 1, "document"),
        (place("document", "number"), 4, 11, '"章政办发〔2024〕1号"'),
        (place("document", "number").key(), 4, 3, "number"),
        (place("document", "empty"), 5, 3, "empty"),
        (place("sections", 0), 7, 5, "number: 一、"),
        (place("sections", 0).key(), 7, 5, "number: 一、"),
        (place("sections", 0, "items", 0, "text"), 10, 15, ">-"),
        (place("sections", 0, "items", 1), 16, 7, "-"),
        (place("sections", 1), 17, 5, "{number: 二、, units: [区财政局, 区审计局]}"),
        (place("sections", 1, "units"), 17, 25, "[区财政局, 区审计局]"),
        (place("sections", 1, "units", 1), 17, 32, "区审计局"),
        (place(), 2, 1, "title: 2024年工作要点"),
    ],
)
def test_values_and_keys(loc: Loc, line: int, column: int, text: str) -> None:
    span = document().span(loc)
    assert (span.file, span.line, span.column, marked(span)) == (FILE, line, column, text)
    assert span.excerpt == TEXT.split("\n")[line - 1]


@pytest.mark.parametrize(
    ("loc", "line", "text"),
    [
        (place("document", "signed"), 3, "document"),
        (place("document", "signed", "day"), 3, "document"),
        (place("document", "number", "x"), 4, "\"章政办发〔2024〕1号\""),
        (place("sections", 0, "items", 0, "units"), 9, "heading: 突出服务。"),
        (place("sections", 1, "units", 7), 17, "units"),
        (place("sections", 9), 6, "sections"),
        (place("year"), 2, "title: 2024年工作要点"),
    ],
)
def test_what_is_missing_is_shown_at_what_it_is_missing_from(loc: Loc, line: int, text: str) -> None:
    span = document().span(loc)
    assert (span.line, marked(span)) == (line, text)


@pytest.mark.parametrize(
    ("keys", "word", "line"),
    [
        (("title",), "工作", 2),
        (("document", "number"), "2024", 4),
        (("sections", 0, "items", 0, "text"), "经营", 11),
        (("sections", 0, "items", 0, "text"), "集成发布", 12),
        (("sections", 0, "items", 0, "text"), "ABC", 14),
        (("sections", 0, "items", 0, "text"), "结束", 15),
        (("sections", 1, "units", 0), "财政", 17),
        (("note",), "第二行", 20),
    ],
)
def test_characters_within_a_value(keys: tuple[str | int, ...], word: str, line: int) -> None:
    read = document()
    value = read.value
    for key in keys:
        value = value[key]  # type: ignore[index]
    span = read.span(Loc(FILE, keys).within(value.index(word), len(word)))  # type: ignore[union-attr]
    assert (span.line, marked(span)) == (line, word)


def test_characters_that_run_over_a_fold_end_with_their_first_line() -> None:
    loc = place("sections", 0, "items", 0, "text")
    span = document().span(loc.within(len("围绕企业开办、"), len("经营，集成")))
    assert (span.line, marked(span)) == (11, "经营，")


def test_an_escape_and_a_doubled_quote_are_shown_whole() -> None:
    read = document("a: \"甲\\u4e59丙\"\nb: '甲''丙'\n")
    assert read.value == {"a": "甲乙丙", "b": "甲'丙"}
    assert marked(read.span(place("a").within(1, 1))) == "\\u4e59"
    assert marked(read.span(place("a").within(2, 1))) == "丙"
    assert marked(read.span(place("b").within(1, 2))) == "''丙"


def test_places_outside_a_value_come_to_its_end() -> None:
    span = document().span(place("title").within(99, 5))
    assert (span.line, span.column, span.end_column) == (2, len("title: 2024年工作要点") + 1, len(span.excerpt) + 2)


@given(
    st.lists(st.text("政务ab ，", max_size=8).map(lambda text: text + "公"), min_size=1, max_size=6),
    st.sampled_from(["|", ">", ">-", "'", '"', ""]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_every_character_is_found_where_it_stands(lines: list[str], style: str, line_break: str) -> None:
    opening, closing = {"'": ("'", "'"), '"': ('"', '"'), "": ("", "")}.get(style, (f"{style}{line_break}    ", ""))
    lines = ["开" + line for line in lines]
    body = f"{line_break}    ".join(lines)
    read = document(f"x: 1{line_break}a:{line_break}  b: {opening}{body}{closing}{line_break}c: 2{line_break}")
    value = read.value["a"]["b"]  # type: ignore[index, call-overload]
    assert isinstance(value, str)
    for index, character in enumerate(value):
        if character not in " \n":
            assert marked(read.span(place("a", "b").within(index, 1))) == character
