"""Parts of a year in words (年内时点的读法): 上半年, 第一、二季度, 3-5月, 6月中旬, 6月15日、30日, and 年底 after a year.

Here belongs what half-years, quarters, months, 旬 and days are called, one or several under one unit word. Lists and
stretches of whole points are put together in ``deadline_points``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sitegen.load.reading.deadline_calendar import (
    Edge,
    Point,
    Span,
    Year,
    half_year,
    month_days,
    months,
    quarters,
    single,
    whole_year,
)
from sitegen.load.reading.deadline_text import LIST, RANGE, N
from sitegen.load.reading.deadline_year_words import AMID, CLOSE, may_begin
from sitegen.load.reading.numerals import read_numeral
from sitegen.model.reading import Precision

STOP = r"(?=$|[,;。:、)(/]|之?前|以前|左右|[至到\-~—–])"
SEPARATOR = rf"(?:{LIST}|{RANGE})"
PART_OF_YEAR = re.compile(rf"""
    (?P<end>年?度?{CLOSE})
  | (?P<beginning>年?初)
  | (?P<middle>年?{AMID})
  | (?P<half>(?<![则本体])上[、,和及]?下半年度?|(?<![则本体])上半年度?|下半年度?)
  | 前(?P<opening>{N})个?(?P<of>季度|月)
  | (?P<first_quarter>首季度?)
""", re.X)  # fmt: skip
QUARTERS = re.compile(rf"第?{N}(?:{SEPARATOR}第?{N})*季(?:度|(?=[末底初前内]))|Q[1-4](?:{SEPARATOR}Q?[1-4])*")
MONTHS = re.compile(rf"{N}(?:{SEPARATOR}{N})*月份?")
DAYS = re.compile(rf"{N}(?:{SEPARATOR}{N})*[日号]|[0-9]{{1,2}}{STOP}")
DAY_LEFT_OUT = re.compile(
    "(?:(?:二?十|廿|三十)[一二三四五六七八九]?|初[一二三四五六七八九十]|[一二三四五六七八九](?=$|[,;。:、)(]|[之以]?前|左右))"
    "(?![日号一二三四五六七八九十多几余个、和~—-]|[至到](?!月)[一二三四五六七八九十]{1,3}[日号])(?:[之以]?前(?!后))?"
)
"""A day in Chinese numerals without 日, as days of the old calendar are written: 八月十五, 八月初一."""
TEN_DAYS = re.compile(r"\(?(?P<from>[上中下])(?:[、至到\-~—和]?(?P<to>[中下]))?旬")
FIRST_OF_TEN_DAYS = {"上": 1, "中": 11, "下": 21}
LAST_OF_TEN_DAYS = {"上": 10, "中": 20, "下": 0}
HALF_MONTH = re.compile(r"[上下]半月")
WEEK = re.compile(rf"第?{N}个?(?:周|星期|工作日)|[首末]周|最后{N}个?(?:周|星期|天|日|工作日)")
EDGE = re.compile(rf"(?P<end>{CLOSE})|(?P<beginning>初)|(?P<middle>中(?:{STOP}|(?=完成)))")
EDGES = (Edge.END, Edge.BEGINNING, Edge.MIDDLE)
MONTH_END = re.compile(r"月[底末]")
MONTH_NUMBER = re.compile(r"[0-9]{1,2}(?=$|[,;。:)(底末])")
DIGITS_IN_A_ROW = re.compile(r"第?([一二三四五六七八九]{2,4})(?:季度?|月份?)")
SEPARATORS = re.compile(SEPARATOR)


def read_part(text: str, start: int, at: int, year: Year | None) -> Span | None:
    """Read what names a part of a year at a place of a unified text; ``start`` is where the year, if any, began."""
    match = PART_OF_YEAR.match(text, at)
    opens_quarter = bool(at and match and match["opening"] and text[at - 1] in "季度")
    if match and not opens_quarter and (year or match["half"] or match["opening"] or match["first_quarter"]):
        span: Span | None = _part_of_year(text, start, match)
    else:
        span = _quarters(text, start, at) or _months(text, start, at)
    if not span:
        return None
    return replace(span, points=tuple(replace(point, year=year) for point in span.points))


def read_elided(text: str, at: int, after: Point) -> Span | None:
    """Read a day, 旬, 月底 or month number whose month or 月 is left out because the point before named it."""
    if after.problem or after.precision not in (Precision.DAY, Precision.TEN_DAYS, Precision.MONTH):
        return None
    month = months(after.first[0], after.first[0], at, at)
    end_of_month = MONTH_END.match(text, at)
    if end_of_month:
        return single(replace(month, edge=Edge.END, end=end_of_month.end()))
    number = MONTH_NUMBER.match(text, at)
    if number and after.precision is Precision.MONTH:
        return with_edge(text, months(int(number[0]), int(number[0]), at, number.end()))
    span = _within_month(text, at, month)
    return span if span and span.points[0].precision is after.precision else None


def with_edge(text: str, *points: Point) -> Span:
    """Points with the 底, 初 or 中 that may follow them."""
    end = points[-1].end
    match = EDGE.match(text, end)
    edge = next(edge for edge in EDGES if match[edge.value]) if match else Edge.WHOLE
    end = match.end() if match else end
    return Span(tuple(replace(point, edge=edge, end=end) for point in points), points[0].start, end)


def _part_of_year(text: str, start: int, match: re.Match[str]) -> Span:
    end = match.end()
    for edge in EDGES:
        if match[edge.value]:
            return single(replace(whole_year(start, end), edge=edge))
    if match["half"]:
        named = match["half"].replace("半年", "")
        return with_edge(text, *(half_year(1 + "上下".index(half), start, end) for half in named if half in "上下"))
    if match["first_quarter"]:
        return with_edge(text, quarters(1, 1, start, end))
    count = read_numeral(match["opening"]) or 0
    return with_edge(text, (quarters if match["of"] == "季度" else months)(1, count, start, end))


def _quarters(text: str, start: int, at: int) -> Span | None:
    match = QUARTERS.match(text, at) if may_begin(text, at) or text.startswith("Q", at) else None
    read = _numbers(match[0]) if match else None
    if not match or not read:
        return None
    numbers, stretch = read
    points = tuple(quarters(number, number, start, match.end()) for number in numbers)
    return replace(with_edge(text, *points), stretch=stretch, adjoining=not stretch and _follow(numbers))


def _months(text: str, start: int, at: int) -> Span | None:
    match = MONTHS.match(text, at) if may_begin(text, at) else None
    read = _numbers(match[0]) if match else None
    if not match or not read:
        return None
    numbers, stretch = read
    if max(numbers) > 12 and (len(numbers) > 1 or max(numbers) > 99):
        return None
    points = tuple(months(number, number, start, match.end()) for number in numbers)
    if match[0].startswith("一二月"):
        points = (replace(points[0], problem="“一二月”是一月、二月还是十二月没有写明"),)
    left_out = DAY_LEFT_OUT.match(text, match.end())
    if left_out and not stretch:
        words = text[points[-1].start : left_out.end()]
        problem = f"“{words}”没有写“日”，可能是农历，没有换算"
        return single(replace(points[-1], end=left_out.end(), problem=problem))
    within = None if stretch else _within_months(text, match.end() + text.startswith(("的", "."), match.end()), points)
    return within or replace(with_edge(text, *points), stretch=stretch, adjoining=not stretch and _follow(numbers))


def _numbers(words: str) -> tuple[list[int], bool] | None:
    """Numbers of a series and whether they are the ends of a stretch; None where the marks between them disagree."""
    row = DIGITS_IN_A_ROW.fullmatch(words)
    parts = list(row[1]) if row else re.findall(N, words)
    numbers = [number for part in parts if (number := read_numeral(part)) is not None]
    marks = {bool(re.fullmatch(RANGE, mark)) for mark in SEPARATORS.findall(words)}
    stretch = True in marks
    if len(numbers) != len(parts) or len(marks) > 1 or (stretch and len(numbers) != 2):
        return None
    return numbers, stretch


def _follow(numbers: list[int]) -> bool:
    return len(numbers) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _within_months(text: str, at: int, months_named: tuple[Point, ...]) -> Span | None:
    """Read what lies inside months that share one 月: 6月10日, and 3、6、9月25日, which is the 25th of each."""
    spans = [span for month in months_named if (span := _within_month(text, at, month))]
    if len(spans) < len(months_named):
        return None
    points = tuple(point for span in spans for point in span.points)
    return replace(spans[0], points=points, stretch=spans[0].stretch and len(spans) == 1)


def _within_month(text: str, at: int, month: Point) -> Span | None:
    """Read days, 旬, half or week of a month that was just named; which days a week has is not known."""
    days = DAYS.match(text, at)
    read = _numbers(days[0]) if days else None
    if days and read:
        numbers, stretch = read
        points = tuple(month_days(month, number, number, Precision.DAY, days.end()) for number in numbers)
        return Span(points, month.start, days.end(), stretch=stretch)
    tens = TEN_DAYS.match(text, at)
    if tens:
        first, last = FIRST_OF_TEN_DAYS[tens["from"]], LAST_OF_TEN_DAYS[tens["to"] or tens["from"]]
        return single(month_days(month, first, last, Precision.TEN_DAYS, tens.end()))
    half = HALF_MONTH.match(text, at)
    if half:
        first, last = (1, 15) if half[0][0] == "上" else (16, 0)
        return single(month_days(month, first, last, Precision.DAY, half.end()))
    week = WEEK.match(text, at)
    return single(replace(month, end=week.end(), problem=f"“{week[0]}”从哪一日到哪一日未写明")) if week else None
