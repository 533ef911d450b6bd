"""What a YAML file holds: scalars as typed, and lines joined as Chinese is written."""

import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sitegen.source import SourceFile, YamlValue, parse_yaml


def read(text: str) -> YamlValue:
    document = parse_yaml(SourceFile("content/x.yaml", text.encode()))
    assert document.problems == ()
    return document.value


@pytest.mark.parametrize(
    "typed",
    [
        "no", "on", "Off", "yes", "true", "12:30", "3.10", "012", "1_000", "1e3", "0x1F", "2026-02-30", "2026-06-30",
        "370100000000000001", "NULL", "Null", "=", ".inf", "章政办发〔2024〕1号", "标题：要点", "一是推进，二是落实",
        "责任单位：区财政局；完成时限：6月底", "http://www.example.gov.cn/a:b", "-5", "C#", "“放管服”改革",
    ],
)  # fmt: skip
def test_plain_scalars_stay_as_typed(typed: str) -> None:
    assert read(f"a: {typed}\nb:\n  - {typed}\n") == {"a": typed, "b": [typed]}


def test_keys_stay_as_typed() -> None:
    assert read("no: 1\n12:30: 2\nnull: 3\n3.10: 4\n标题: 5\n") == {
        "no": "1", "12:30": "2", "null": "3", "3.10": "4", "标题": "5",
    }  # fmt: skip


def test_only_plain_nothing_tilde_and_null_are_none() -> None:
    assert read("a:\nb: ~\nc: null\nd: ''\ne: \"\"\nf: 'null'\ng: \"~\"\nh:\n  -\n  - null\n") == {
        "a": None, "b": None, "c": None, "d": "", "e": "", "f": "null", "g": "~", "h": [None, None],
    }  # fmt: skip


def test_an_empty_file_and_one_of_comments_hold_nothing() -> None:
    assert read("") is None
    assert read("# 只有注释\n\n") is None


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_byte_order_mark_and_line_breaks_of_any_system(line_break: str) -> None:
    text = line_break.join(["\ufeff标题: 甲", "正文: |", "  一", "  二", "列表:", "  - 甲", ""])
    assert read(text) == {"标题": "甲", "正文": "一\n二\n", "列表": ["甲"]}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("推进政务\n  公开工作", "推进政务公开工作"),
        (">-\n  推进政务\n  公开工作", "推进政务公开工作"),
        (">\n  推进政务，\n  公开工作。", "推进政务，公开工作。\n"),
        ('"推进政务\n  公开工作"', "推进政务公开工作"),
        ("'推进政务\n  公开工作'", "推进政务公开工作"),
        (">-\n  推进\n  “放管服”\n  改革——\n  以点带面", "推进“放管服”改革——以点带面"),
        (">-\n  カタ\n  カナ\n  と漢字", "カタカナと漢字"),
        (">-\n  𠮷\n  野家", "𠮷野家"),
        ('"推进\\\n  政务"', "推进政务"),
        ('"推进 \\\n  政务"', "推进 政务"),
        ('"推进\\u653f\n  务"', "推进政务"),
        ('"推进\\ \n  政务"', "推进  政务"),
    ],
)
def test_lines_between_wide_characters_join_without_a_space(written: str, value: str) -> None:
    assert read(f"a: {written}\n") == {"a": value}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        (">-\n  open\n  government", "open government"),
        (">-\n  推进\n  APP", "推进 APP"),
        (">-\n  APP\n  建设", "APP 建设"),
        (">-\n  정보\n  공개", "정보 공개"),
        (">-\n  政务 公开\n  工作", "政务 公开工作"),
        ("政务 公开\n  工作", "政务 公开工作"),
    ],
)
def test_other_folds_and_typed_spaces_stay(written: str, value: str) -> None:
    assert read(f"a: {written}\n") == {"a": value}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("|\n  推进\n  公开\n", "推进\n公开\n"),
        ("|-\n  推进\n\n  公开\n", "推进\n\n公开"),
        ("|+\n  推进\n\n", "推进\n\n"),
        ("|2\n    推进\n   公开\n", "  推进\n 公开\n"),
        (">-\n  推进\n\n  公开\n", "推进\n公开"),
        (">-\n  推进\n    公开\n  工作\n", "推进\n  公开\n工作"),
        (">-\n  推进 \n  公开\n", "推进公开"),
        ("推进\n\n  公开\n", "推进\n公开"),
        ('"推进\n\n  公开"\n', "推进\n公开"),
        ("|\n", ""),
        (">-\n  \n  \n", ""),
    ],
)
def test_paragraphs_and_text_blocks_keep_their_line_breaks(written: str, value: str) -> None:
    assert read(f"a: {written}b: 1\n" if written.endswith("\n") else f"a: {written}\nb: 1\n") == {"a": value, "b": "1"}


printable = st.text(
    st.characters(exclude_categories=["Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"], exclude_characters="\ufffc\ufffd"),
    max_size=60,
)


@given(printable)
def test_a_scalar_in_single_quotes_reads_back(text: str) -> None:
    quoted = text.replace("'", "''")
    assert read(f"a: '{quoted}'\nb: ['{quoted}']\n") == {"a": text, "b": [text]}


@given(printable, st.booleans())
def test_a_scalar_in_double_quotes_reads_back(text: str, escaped: bool) -> None:
    astral = any(character > "\uffff" for character in text)
    quoted = json.dumps(text, ensure_ascii=escaped and not astral)
    assert read(f"a: {quoted}\n") == {"a": text}


words = st.text("abc \\'\"ß", max_size=6)
layout = st.lists(st.tuples(words, st.integers(0, 3)), min_size=1, max_size=6)


@given(layout, st.sampled_from(["|", ">", "|-", ">-", "|+", ">+", "'", '"', "", "|1", ">1"]))
def test_without_wide_characters_a_scalar_reads_as_the_parser_reads_it(
    lines: list[tuple[str, int]], style: str
) -> None:
    body = "\n".join(" " * (2 + indentation) + word for word, indentation in lines)
    if style in ("'", '"'):
        escaped = body.replace("'", "''") if style == "'" else body.replace("\\", "\\\\").replace('"', '\\"')
        text = f"a: {style}{escaped}{style}\n"
    else:
        text = f"a: {style}\n{body}\n"
    try:
        expected = yaml.load(text, yaml.CBaseLoader)
    except yaml.YAMLError:
        return
    document = parse_yaml(SourceFile("x", text.encode()))
    if document.problems == () and isinstance(expected, dict):
        nothing = style == "" and not body.strip()
        assert document.value == {"a": None if nothing else expected["a"]}


@given(st.lists(st.text("政务公开，。“”", min_size=1, max_size=8), min_size=1, max_size=8))
def test_wide_lines_make_one_text_in_every_folding_style(lines: list[str]) -> None:
    body = "\n  ".join(lines)
    folded = f">-\n  {body}"
    assert read(f"a: {folded}\nb: '{body}'\nc: \"{body}\"\nd:\n  {body}\n") == dict.fromkeys("abcd", "".join(lines))
