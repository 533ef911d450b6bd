"""Laws of reading deadlines that hold for any text."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.load.reading.deadlines import read_deadline
from sitegen.model.reading import DeadlineTerm, TermKind
from tests.conftest import SOON

WORDS = (
    "2024 2025 年 月 日 号 底 末 初 中 前 之前 以前 内 起 至 到 - — ～ 、 ， ； 。 （ ） 6 12 31 30 2 29 13 第一 季度 二 三 十 十二 "
    "上旬 中旬 下半年 上半年 全年 年底 年内 每 每年 每季度 每月 按月 逐 定期 长期坚持 持续推进 常态化 完成 印发 后 之日起 "
    "20个工作日内 5日内 不晚于 截至 力争 预计 左右 约 今年 次年 明年 春节前 及时 “十四五” 期末 期间 和 及 / . ： 1、 2、 ① ② 24年 "
    "各单位 次 至少 2次 即日起 与文件 同步 本月 月底 Q1 2024.6.30 12.31 20240630 统一 O 〇 二〇二四年 份 的 半年 周 个月 或"
)
PIECES = WORDS.split()
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
YEARS = st.one_of(st.none(), st.integers(), st.sampled_from((2023, 2024, 2025)))
FULL_WIDTH = {half: half + 0xFEE0 for half in range(0x21, 0x7F)}


def readings(terms: tuple[DeadlineTerm, ...]) -> list[DeadlineTerm]:
    return [replace(term, words="", remark="", start_index=0, end_index=0) for term in terms]


@given(TEXTS, YEARS)
def test_words_are_a_slice_of_the_text(text: str, year: int | None) -> None:
    for term in read_deadline(text, year):
        assert term.words
        assert term.words == text[term.start_index : term.end_index]


@given(TEXTS, YEARS)
def test_days_stand_only_where_the_kind_has_days(text: str, year: int | None) -> None:
    for term in read_deadline(text, year):
        has_days = term.kind in (TermKind.BY_DATE, TermKind.RANGE)
        assert (term.end is not None) == (term.precision is not None) == has_days
        assert term.start is None or term.kind in (TermKind.RANGE, TermKind.LONG_TERM)
        assert not (term.start and term.end) or term.start <= term.end
        assert term.kind is not TermKind.UNKNOWN or term.remark


@given(TEXTS, st.sampled_from((2023, 2024, 2025)))
def test_the_year_of_a_date_is_in_the_words_or_the_document(text: str, year: int) -> None:
    stated = any(mark in text for mark in ("20", "19", "二〇二四", "24", "25", "十", "次年", "明年"))
    for term in read_deadline(text, year):
        if term.end and not term.year_from_document:
            assert stated, text


@given(TEXTS)
def test_without_a_year_in_words_or_document_nothing_is_dated(text: str) -> None:
    stated = any(mark in text for mark in ("20", "19", "二〇二四", "十"))
    assert stated or all(term.end is None for term in read_deadline(text, None))


@given(TEXTS, YEARS)
def test_only_an_empty_cell_has_no_terms(text: str, year: int | None) -> None:
    visible = any(character in "年月日前长" or (character.isascii() and character.isalnum()) for character in text)
    assert read_deadline(text, year) or not visible


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join), YEARS)
def test_spaces_between_characters_change_nothing(text: str, year: int | None) -> None:
    spaced = " ".join(text)
    assert readings(read_deadline(spaced, year)) == readings(read_deadline(text, year))


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join), YEARS)
def test_full_width_and_half_width_read_alike(text: str, year: int | None) -> None:
    assert readings(read_deadline(text.translate(FULL_WIDTH), year)) == readings(read_deadline(text, year))


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2099, 12, 31)))
def test_any_day_written_out_is_read_back(day: date) -> None:
    for words in (f"{day.year}年{day.month}月{day.day}日前", f"{day.year}.{day.month}.{day.day}前"):
        (term,) = read_deadline(words, None)
        assert (term.kind, term.end) == (TermKind.BY_DATE, day)


@pytest.mark.parametrize("piece", ["年", "、", "（", "6月、", "每年", "1-", "、1", "一、", "2024年、", "印发后"])
def test_a_cell_of_any_length_is_read_in_time(piece: str) -> None:
    started = time.process_time()
    assert read_deadline((piece * 2000)[:2000], 2024) or piece in "、（"
    (term,) = read_deadline((piece * 100_000)[:100_000], 2024)
    assert (term.kind, term.remark) == (TermKind.UNKNOWN, "文字超过2000字，不像一格时限，未作推断")
    assert time.process_time() - started < SOON
