"""Whatever stands in a file: no exception, no long wait, and everything wrong has a place."""

import json
import time
from itertools import pairwise

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.position import Span
from sitegen.problems import Problem, format_github, format_json, format_text
from sitegen.source import SourceFile, parse_markdown, parse_yaml
from tests.conftest import SOON


def well_placed(problem: Problem) -> bool:
    spans = [problem.at, *(at for at, _ in problem.related)]
    return all(
        isinstance(at, Span) and at.line >= 1 and 1 <= at.column < at.end_column and at.column <= len(at.excerpt) + 1
        for at in spans
    )


def examine(data: bytes) -> None:
    started = time.process_time()
    document = parse_yaml(SourceFile("content/x.yaml", data))
    page = parse_markdown(SourceFile("content/x.md", b"---\n" + data + b"\n---\n"))
    for problems in (document.problems, page.problems):
        assert all(well_placed(problem) and problem.message and problem.hint for problem in problems)
        assert format_text(problems).count("错误 ") == len(problems)
        assert len(json.loads(format_json(problems))) == len(problems)
        assert format_github(problems).count("::error ") == len(problems)
    lines = [(problem.at.line, problem.at.column) for problem in document.problems]  # type: ignore[union-attr]
    assert all(earlier <= later for earlier, later in pairwise(lines))
    assert time.process_time() - started < SOON


notation = st.sampled_from(
    [
        "\t", "　", "：", ":", ": ", "- ", "-", '"', "'", "[", "]", "{", "}", ",", ", ", "，", "|", ">", "|2-", "\n", "\n  ",
        "\n    ", "\r", "\r\n", "#", " #", "@", "`", "%", "&a", "*a", "!t", "? ", "<<: ", "---", "\n---\n", "\n...\n", "甲",
        "标题", "text", "~", "\\", "\\x", "\u200b", "\x0b", "\u2028", "\ufeff", "\ufffd", "  ", "\xa0", "“", "— ", "한", "𠮷",
        "\x00", "\x85", "a: 1\n", "  - b: 甲\n",
    ]
)  # fmt: skip


@given(st.lists(notation, max_size=60).map("".join))
@settings(max_examples=300)
def test_any_mixture_of_notation(text: str) -> None:
    examine(text.encode())


@given(st.text(st.characters(codec="utf-8"), max_size=400))
def test_any_text(text: str) -> None:
    examine(text.encode())


@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    examine(data)


@pytest.mark.parametrize(
    "unit", ["[", "{", "- ", "a:\n ", "? ", "[[]", '"', "*a,", "a: 'x'y\n", "\tb: 1\n", "k：v\n", "甲\n"]
)
def test_long_repetitions(unit: str) -> None:
    started = time.process_time()
    for count in (5_000, 50_000):
        parse_yaml(SourceFile("x", ("a: " + unit * count).encode()))
    assert time.process_time() - started < SOON


def test_fifty_thousand_brackets_are_one_fault_beside_the_others() -> None:
    document = parse_yaml(SourceFile("x", ("a: 1\na: 2\nb: " + "[" * 50_000).encode()))
    assert [problem.code for problem in document.problems] == ["yaml-key-duplicate", "yaml-depth"]


def test_depth_at_the_limit_is_read() -> None:
    assert parse_yaml(SourceFile("x", ("[" * 64 + "]" * 64).encode())).problems == ()
    assert [p.code for p in parse_yaml(SourceFile("x", ("[" * 65 + "]" * 65).encode())).problems] == ["yaml-depth"]


def test_ten_thousand_tasks_take_a_small_multiple_of_the_bare_parser() -> None:
    task = (
        "  - number: {0}\n    item: item-3\n    heading: 推进重点领域信息公开。\n    text: >-\n"
        "      围绕企业开办、经营、注销等事项，集成发布惠企政策，\n      及时更新，便于企业和群众查询办理。\n"
        "    units: 区政府办、区财政局、各街道（镇）\n    deadline: 2025年12月底前\n    notes:\n      - {{kind: other, text: 原文如此}}\n"
    )
    text = "id: x\nrows:\n" + "".join(task.format(number) for number in range(10_000))
    started = time.process_time()
    events = sum(1 for _ in yaml.parse(text, Loader=yaml.CSafeLoader))
    bare = time.process_time() - started
    assert events > 200_000
    started = time.process_time()
    document = parse_yaml(SourceFile("x", text.encode()))
    assert time.process_time() - started < 40 * bare
    assert len(document.value["rows"]) == 10_000  # type: ignore[index, arg-type, call-overload]
