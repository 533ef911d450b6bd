"""Numerals as documents write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.load.reading.numerals import read_numeral

DIGITS = "〇一二三四五六七八九"

NUMERALS = {
    "12": 12, "１２": 12, "007": 7, "十二": 12, "十": 10, "二十": 20, "二十三": 23, "一百二十": 120, "一百零二": 102,
    "一百〇二": 102, "一百一十一": 111, "三百": 300, "一千零一十": 1010, "二千零二十四": 2024, "一万二千": 12000,
    "二〇二四": 2024, "二○二四": 2024, "二O二四": 2024, "2O24": 2024, "二零二四": 2024, "〇": 0, "零": 0, "两": 2,
    "廿": 20, "廿三": 23, "卅一": 31, "壹拾贰": 12, "（十一）": 11, "(十)": 10, "【五】": 5, "一、": 1, "3.": 3, "３．": 3,
    "12)": 12, "第三": 3, "⑤": 5, "㈢": 3, "十 二": 12, "（ 十一 ）": 11,
}  # fmt: skip
NOT_NUMERALS = [
    "", " ", "O", "o", "十十", "二十三十", "一是", "1.2", "第", "（）", "（十一", "一二十", "百", "四万三万", "Ⅲ", "1a", "-1",
    "十百", "甲", "1/2", "9" * 30,
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), NUMERALS.items())
def test_a_numeral_is_read(text: str, value: int) -> None:
    assert read_numeral(text) == value


@pytest.mark.parametrize("text", NOT_NUMERALS)
def test_what_is_no_single_numeral_is_not_read(text: str) -> None:
    assert read_numeral(text) is None


def in_chinese(number: int) -> str:
    words, rest, gap = "", number, False
    for scale, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, rest = divmod(rest, scale)
        if digit:
            words += ("零" if gap and words else "") + DIGITS[digit] + name
            gap = False
        else:
            gap = True
    return words.removeprefix("一") if 10 <= number < 20 else words


@given(st.integers(1, 9999))
def test_every_number_written_out_is_read_back(number: int) -> None:
    assert read_numeral(in_chinese(number)) == number
    assert read_numeral(f"（{in_chinese(number)}）") == number
    assert read_numeral("".join(DIGITS[int(digit)] for digit in str(number))) == number


@given(st.text())
def test_any_text_gives_a_number_or_nothing(text: str) -> None:
    value = read_numeral(text)
    assert value is None or value >= 0
