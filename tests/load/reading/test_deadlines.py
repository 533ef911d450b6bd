"""Deadlines in cells: six batches of expressions, then the parts of a term that a batch does not show."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from sitegen.load.reading.deadlines import read_deadline
from sitegen.model.reading import DeadlineTerm, Precision, TermKind

HERE = Path(__file__).parent
SHORT = {TermKind.BY_DATE: "by", TermKind.WHOLE_YEAR: "whole", TermKind.LONG_TERM: "long"}


def expressions(batch: str) -> Iterator[tuple[int | None, str, str]]:
    for line in (HERE / f"test_deadlines_{batch}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            year, words, reading = (field.strip() for field in line.split("|"))
            yield (None if year == "-" else int(year)), words.replace("\\n", "\n"), reading


def said(terms: tuple[DeadlineTerm, ...]) -> str:
    return " + ".join(said_of(term) for term in terms) or "none"


def said_of(term: DeadlineTerm) -> str:
    words = [SHORT.get(term.kind, term.kind.value)]
    if term.kind is TermKind.BY_DATE:
        words.append(str(term.end))
    if term.kind is TermKind.RANGE:
        words.append(f"{term.start or ''}..{term.end or ''}")
    if term.kind is TermKind.LONG_TERM and term.start:
        words.append(f"{term.start}..")
    if term.kind is TermKind.WHOLE_YEAR and term.year:
        words.append(str(term.year))
    if term.precision:
        words.append(term.precision.value)
    return " ".join([*words, "soft"] if term.soft else words)


BATCHES = [
    pytest.param(*expression, id=f"{batch}-{expression[1]}")
    for batch in ("first", "unseen", "tables", "provinces", "offices", "stages")
    for expression in expressions(batch)
]


@pytest.mark.parametrize(("year", "words", "reading"), BATCHES)
def test_a_cell_reads_as_a_careful_person_reads_it(year: int | None, words: str, reading: str) -> None:
    assert said(read_deadline(words, year)) == reading


@pytest.mark.parametrize(("year", "words", "reading"), [batch for batch in BATCHES if batch.values[0]])
def test_another_document_year_moves_only_what_was_taken_from_it(year: int, words: str, reading: str) -> None:
    assert len(read_deadline(words, year)) == (0 if reading == "none" else reading.count("+") + 1)
    for term, later in zip(read_deadline(words, year), read_deadline(words, year + 4), strict=True):
        moved = 4 if term.year_from_document else 0
        for day, other in ((term.start, later.start), (term.end, later.end)):
            if day and other:
                assert other.year - day.year == moved


def only(words: str, year: int | None = 2024) -> DeadlineTerm:
    (term,) = read_deadline(words, year)
    return term


def test_a_term_knows_its_words_its_place_and_whose_year_it_is() -> None:
    first, second = read_deadline("方案 6 月底前报送，\n2025年1月10日前总结", 2024)
    assert (first.words, first.start_index, first.end_index) == ("6 月底前", 3, 8)
    assert (first.year, first.year_from_document) == (2024, True)
    assert (second.words, second.start_index, second.end_index) == ("2025年1月10日前", 12, 23)
    assert (second.year, second.year_from_document, second.remark) == (2025, False, "")


def test_a_year_carried_from_an_earlier_term_is_said() -> None:
    first, second = read_deadline("2025年6月底前完成方案，年底前总结", 2024)
    assert (first.remark, second.end) == ("", date(2025, 12, 31))
    assert second.remark == "年份承前文，为2025年"
    assert not second.year_from_document


def test_a_year_is_not_carried_backwards_in_time() -> None:
    first, second = read_deadline("2025年10月底前完成建设，3月底前完成方案", 2024)
    assert first.end == date(2025, 10, 31)
    assert (second.kind, second.end) == (TermKind.UNKNOWN, None)
    assert second.remark == "年份未写明，是2025年还是以后的年份不清楚"


def test_words_that_mean_two_things_name_both() -> None:
    term = only("6月前")
    assert term.kind is TermKind.UNKNOWN
    assert "2024年6月1日之前" in term.remark
    assert "2024年5月31日前" in term.remark
    assert "2024年6月30日前" in term.remark


@pytest.mark.parametrize(
    ("words", "remark"),
    [
        ("6月31日前", "没有6月31日这一天"),
        ("13月底前", "没有13月"),
        ("第五季度", "一年只有四个季度"),
        ("6月左右", "只写了大致时间，没有确定的日期"),
        ("自7月1日起施行", "只写明开始的时间，没有写明完成时限"),
        ("11月至3月", "止期早于起期，是否跨年没有写明"),
        ("年初", "“年初”没有写明具体日期"),
        ("18年底前", "年份只写两位数，无法确定"),
        ("15日前", "“15日前”没有写明是哪个月"),
        ("春节前", "“春节前”没有写明具体日期"),
        ("及时", "“及时”没有写明日期"),
        ("各街道（镇）、区政府各部门（单位）", "没有读出时限用语，未作推断"),
        ("—", "此格没有写时限"),
    ],
)
def test_an_unknown_term_says_why(words: str, remark: str) -> None:
    term = only(words)
    assert (term.kind, term.start, term.end, term.precision) == (TermKind.UNKNOWN, None, None, None)
    assert term.remark == remark


def test_29_february_exists_only_in_leap_years() -> None:
    assert only("2月29日前", 2024).end == date(2024, 2, 29)
    assert only("2月29日前", 2023).remark == "2023年没有2月29日这一天"
    assert only("2月底前", 2100).end == date(2100, 2, 28)


def test_without_any_year_no_date_is_made_up() -> None:
    assert only("6月底前", None).remark == "文中未写年份，文件年份也不明"
    assert only("全年", None) == DeadlineTerm(TermKind.WHOLE_YEAR, "全年", start_index=0, end_index=2)


def test_two_figures_are_a_year_only_near_the_documents() -> None:
    assert (only("24年底", 2024).year, only("24年底", 2024).remark) == (2024, "年份只写两位数")
    assert only("24年底", None).kind is only("24年底", 2030).kind is TermKind.UNKNOWN


def test_members_of_a_list_share_the_words_that_bound_them() -> None:
    first, second = read_deadline("2024年6月、9月底前", 2025)
    assert first.words == second.words == "2024年6月、9月底前"
    assert (first.end, second.end) == (date(2024, 6, 30), date(2024, 9, 30))


def test_a_stretch_without_a_written_beginning_has_none() -> None:
    term = only("印发之日起至2024年12月31日")
    assert (term.start, term.end, term.precision) == (None, date(2024, 12, 31), Precision.DAY)
    assert (term.words, term.remark) == ("印发之日起至2024年12月31日", "起始日没有写明日期")


def test_a_recurring_term_in_a_named_year_belongs_to_it() -> None:
    term = only("2025年，每季度末前报送")
    assert (term.kind, term.year, term.words) == (TermKind.RECURRING, 2025, "2025年，每季度末前")


def test_a_cell_of_vague_words_is_one_unknown_term() -> None:
    term = only(" 按要求及时、适时更新 ")
    assert (term.words, term.start_index, term.end_index) == ("按要求及时、适时更新", 1, 11)
    assert term.remark == "“按要求”没有写明日期；“及时”没有写明日期；“适时”没有写明日期"
