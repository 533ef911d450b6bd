"""Years in words (年份的读法): 2024年, 二〇二四年, 24年, 今年, 次年, 2024-2026年, and 年底, 年内, whose year is left out.

Here belong the words that name a year or the year's own end and beginning. What lies inside a year is read in
``deadline_month_words``; which year 今年 is, in ``deadline_years``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sitegen.load.reading.deadline_calendar import Edge, Span, Year, YearKind, single, whole_year
from sitegen.load.reading.deadline_text import HAN_DIGITS, LIST, NUMERAL_CHARACTERS, RANGE, N
from sitegen.load.reading.numerals import read_numeral

CLOSE = "(?:[底末](?!端)|终(?![端了止总考评决检]))"
"""Pattern of the end of a period; 年终总结 and 终了 do not say it."""
AMID = "中(?![央国共华间学层心东西医药介小型秋考等级期])"
"""Pattern of the middle of a year; 年中央, 年中秋 do not say it."""
PART = (
    rf"(?=年?度?[底末终初]|年?{AMID}|[上下]半年|首季|前{N}个?季度|第?{N}(?:{LIST}第?{N})*季|Q[1-4]"
    rf"|{N}(?:{LIST}{N})*月|全年)"
)
"""Pattern of what shows that the words before it named a year."""

WESTERN = "(?:19|20)[0-9]{2}"
YEAR = re.compile(rf"""
    (?P<full>[0-9{HAN_DIGITS}]{{4}})年(?:年?度)?
  | (?P<plain>{WESTERN})度?(?=[上下]半年|首季|前{N}个?季度|第{N}|Q[1-4]|全年|[{HAN_DIGITS}1-4]季)
  | (?P<short>[0-9]{{2}}|[{HAN_DIGITS}]{{2}})年度?(?:{PART}|(?=$|[,;。)]))
  | (?P<odd>{N})年度?{PART}
  | (?P<word>今年|本年|当年|该年|明年|来年|次年|翌年|第二年|后年|去年|(?<![则体本以如际])[上下]一?年(?:(?=度)|{PART}))度?
""", re.X)  # fmt: skip
YEARS = re.compile(
    rf"(?P<first>{WESTERN})(?:(?P<to>{RANGE})|{LIST})(?P<last>{WESTERN})"
    rf"(?:年度?(?P<end>年?[底末](?!端))?(?!{PART})|(?<=[-~—–至到][0-9]{{4}})(?=$|[,;。)(]))"
)
DISTANCES = {"去年": -1, "上年": -1, "上一年": -1, "明年": 1, "来年": 1, "下年": 1, "下一年": 1, "后年": 2}
FOLLOWING = ("次年", "翌年", "第二年")

YEAR_LEFT_OUT = re.compile(rf"""
    (?!年[末底][岁年]初|岁末年初)
    (?:年度?(?:{CLOSE}|(?=之?内|以内))|岁[末尾]|年(?:初|{AMID}))
""", re.X)  # fmt: skip
NOT_BEFORE_YEAR = NUMERAL_CHARACTERS + "学半财几数多近每双整"
ORPHAN = re.compile(r"(?<![半全])年[度份]?的?$")
"""What stands before 6月 when words name a year that cannot be read."""


def may_begin(text: str, at: int) -> bool:
    """Whether a number may begin at a place: no digit stands before it, and no 每 or 第."""
    return at == 0 or text[at - 1] not in NUMERAL_CHARACTERS + "第每"


def read_year(text: str, at: int) -> tuple[Year, int] | None:
    """Read a year that begins at a place of a unified text: the year and where its words end."""
    match = YEAR.match(text, at) if may_begin(text, at) else None
    return (_year(match), match.end()) if match else None


def is_orphan(text: str, at: int) -> bool:
    """Whether what begins at a place belongs to a year before it that cannot be read, as in 第1年6月."""
    return bool(ORPHAN.search(text[max(0, at - 4) : at]))


def _year(match: re.Match[str]) -> Year:
    written = match["full"] or match["plain"]
    if written:
        value = read_numeral(written) or 0
        return Year(YearKind.WRITTEN, value) if 1900 <= value <= 2199 else Year(YearKind.UNREADABLE)
    if match["short"]:
        return Year(YearKind.TWO_DIGITS, read_numeral(match["short"]) or 0)
    if match["odd"]:
        return Year(YearKind.UNREADABLE)
    word = match["word"]
    return Year(YearKind.NEXT) if word in FOLLOWING else Year(YearKind.FROM_DOCUMENT, DISTANCES.get(word, 0))


def read_years(text: str, at: int) -> Span | None:
    """Read years that share one 年: 2024-2026年, 2024、2025年底."""
    match = YEARS.match(text, at) if may_begin(text, at) else None
    if not match:
        return None
    point = replace(whole_year(at, match.end()), edge=Edge.END if match["end"] else Edge.WHOLE)
    years = (Year(YearKind.WRITTEN, int(match["first"])), Year(YearKind.WRITTEN, int(match["last"])))
    return Span(tuple(replace(point, year=year) for year in years), at, match.end(), stretch=bool(match["to"]))


def read_year_left_out(text: str, at: int) -> Span | None:
    """Read 年底, 年末, 年中, 年初, 岁末 and the 年 of 年内."""
    match = YEAR_LEFT_OUT.match(text, at)
    if not match or (at and text[at - 1] in NOT_BEFORE_YEAR):
        return None
    sign = match[0][-1]
    edge = {"初": Edge.BEGINNING, "中": Edge.MIDDLE}.get(sign, Edge.WHOLE if sign in "年度" else Edge.END)
    return single(replace(whole_year(at, match.end()), edge=edge))
