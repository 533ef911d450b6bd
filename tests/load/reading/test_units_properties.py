"""Laws of reading units: it never fails, loses no character, invents none, and does not depend on width or layout."""

from __future__ import annotations

import itertools
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_units_notation import TABLES, Case, cases, notation

from sitegen.load.reading import unit_group_words as groups
from sitegen.load.reading import unit_role_words as roles
from sitegen.load.reading import unit_words as words
from sitegen.load.reading.unit_names import UnitNames
from sitegen.load.reading.unit_text import LAYOUT, name_key, spelled
from sitegen.load.reading.units import read_units
from tests.conftest import SOON

NONE = UnitNames.empty()
FRAGMENTS = [
    "区财政局",
    "区发改局",
    "市公安局交警支队",
    "区委办公室",
    "（区档案局）",
    "各街道",
    "（镇）",
    "各部门",
    "（单位）",
    "有关部门",
    "相关处室",
    "及所属单位",
    "★",
    "（标★为牵头单位）",
    "前两位为牵头单位",
    "其他",
    "：土地征收",
    "如涉及区级的，由",
    "及其",
    "和",
    "与",
    "以及",
    "、",
    "，",
    "；",
    "。",
    "/",
    ",",
    ";",
    "(",
    ")",
    "（",
    "）",
    "【",
    "】",
    "：",
    ":",
    "牵头单位：",
    "责任单位：",
    "配合单位",
    "牵头",
    "负责",
    "配合",
    "按职责分工负责",
    "会同",
    "由",
    "等",
    "等部门",
    "等5个部门",
    "两部门",
    "1.",
    "①",
    "（一）",
    "2024年12月底前",
    "长期坚持",
    "教育",
    "龙山街道",
    "官庄镇",
    "区政府",
    "市",
    "区",
    "局",
    "委",
    "办",
    "的",
    "“",
    "”",
    "…",
    "—",
    "★",
    "中国",
    "A",
    "12345",
    "责任人：张三",
    "（列第一位的为牵头单位）",
    "\n",
    " ",
    "\u3000",
]
expressions = st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join) | st.text(max_size=40)

FIRST_LEADS, SIGNED_LEADS = (
    re.sub(r"\?P<\w+>", "?:", rule.pattern) for rule in (roles.FIRST_LEADS, roles.SIGNED_LEADS)
)
COUNT = words.COUNT.pattern.replace("?P<number>", "?:").replace("?P<more>", "?:")
BARE_LABEL = roles.BARE_LABEL.pattern.replace("?P<copula>", "?:")
GRAMMAR = re.compile(
    rf"(?:{roles.LABEL.pattern}|{BARE_LABEL}|{FIRST_LEADS}|{SIGNED_LEADS}|{roles.PREDICATE.pattern}"
    rf"|{roles.LINK.pattern}|等{COUNT}|(?:以?及|和|与)?其[他它余]|(?:牵头|主办|主责)[的是为]|{words.OTHERS.pattern}|等|{words.TOTAL.pattern}|{words.NUMBERING.pattern}"
    rf"|{words.PREFIX.pattern}|{words.JOINT.pattern}|{words.STOP.pattern}|其|[-–—~·])*"
)
"""What may stand between names: labels, predicates, joints, separators, numbers, 等."""


@settings(max_examples=600)
@given(expressions)
def test_ranges_are_in_order_and_hold_the_names(text: str) -> None:
    reading = read_units(text, NONE)
    place = 0
    for mention in reading.mentions:
        assert place <= mention.start < mention.end <= len(text)
        assert LAYOUT.sub("", text[mention.start : mention.end]) == mention.name
        place = mention.end
    ranges = sorted([(mention.start, mention.end) for mention in reading.mentions] + list(reading.unread))
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(ranges))


@settings(max_examples=600)
@given(expressions)
def test_no_character_is_silently_lost(text: str) -> None:
    reading = read_units(text, NONE)
    taken = bytearray(len(text))
    for start, end in [(mention.start, mention.end) for mention in reading.mentions] + list(reading.unread):
        taken[start:end] = b"x" * (end - start)
    rest = "".join("\0" if taken[place] else character for place, character in enumerate(text))
    for left in rest.split("\0"):
        plain = spelled(left).text
        assert GRAMMAR.fullmatch(plain) or GRAMMAR.fullmatch(groups.shaped(plain)), left


@settings(max_examples=300)
@given(expressions)
def test_width_does_not_matter(text: str) -> None:
    narrow = text.translate(str.maketrans("（）：；，", "():;,"))
    wide, thin = read_units(text, NONE), read_units(narrow, NONE)
    assert [name_key(mention.name) for mention in wide.mentions] == [
        name_key(mention.name) for mention in thin.mentions
    ]
    assert [(m.kind, m.scope, m.role, m.start, m.end) for m in wide.mentions] == [
        (m.kind, m.scope, m.role, m.start, m.end) for m in thin.mentions
    ]
    assert (wide.open_ended, wide.unread) == (thin.open_ended, thin.unread)


SPEAKS_FURTHER = re.compile(
    r"[：:]|第一|首位|为牵头|要积极配合|（(?:牵头|配合)）\w|(?:牵头|责任|配合|主办|协办)单位[】）]?[\w—-]|(?:单位|部门|科室)[为 ]|\n"
)
"""Words that say something of bodies beyond their own clause."""

LISTS = [
    case
    for file in TABLES
    for case in cases(file)
    if not SPEAKS_FURTHER.search(case.words) and not case.reading.startswith("未读")
]


@given(st.sampled_from(LISTS), st.sampled_from(LISTS))
def test_a_semicolon_joins_two_readings(first: Case, second: Case) -> None:
    text = f"{first.words}；{second.words}"
    both = [part for case in (first, second) for part in case.reading.split(" | ") if part[:2] not in ("……", "未读")]
    got = [part for part in notation(read_units(text, NONE), text).split(" | ") if part[:2] not in ("……", "未读")]
    assert got == both


@pytest.mark.parametrize("unit", ["等", "由", "与", "（", "各", "局", "各部", "及", "、", "市政府办公室"])
def test_an_expression_of_any_length_is_read_in_time(unit: str) -> None:
    started = time.process_time()
    assert read_units((unit * 4000)[:4000], NONE)
    whole = read_units((unit * 100_000)[:100_000], NONE)
    assert (whole.mentions, whole.unread) == ((), ((0, 100_000),))
    assert time.process_time() - started < SOON


@pytest.mark.parametrize(
    "unit", ["局和", "区财政局和", "（", "各街道（", "等", "牵头单位：", "乡镇", "（乡镇", "有关", "区局", "的"]
)
def test_long_runs_of_one_word_are_read_in_time(unit: str) -> None:
    started = time.process_time()
    read_units(unit * 500 + "单位：", NONE)
    assert time.process_time() - started < SOON


@given(st.lists(st.sampled_from([*FRAGMENTS, "（区、县）", "（镇、", "（教育）", "（街道（镇））"]), max_size=6).map("".join))
def test_brackets_that_spell_a_group_are_told_apart_and_nothing_else_changes(text: str) -> None:
    plain = spelled(text).text
    shaped = groups.shaped(plain)
    assert shaped.replace("〔", "（").replace("〕", "）") == plain
    inside = re.findall("〔([^〔〕]*)〕", shaped)
    assert all(groups.ALTERNATIVE.fullmatch(words) for words in inside)
    assert not [words for words in re.findall("（([^（）]*)）", shaped) if groups.ALTERNATIVE.fullmatch(words)]
