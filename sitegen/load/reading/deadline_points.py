"""Points of the calendar in words (时点的读法): 2024年12月底, 第一、二季度, 3-5月, 6月15日、30日, 2024.6.30, 年底.

Here belongs how years, half-years, quarters, months, 旬 and days are named, alone, in lists and as the two ends of a
stretch. Whether a point is a limit (前, 内, 起) is decided in ``deadline_phrases``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from sitegen.load.reading.deadline_calendar import (
    Edge,
    Point,
    Year,
    YearKind,
    half_year,
    month_days,
    months,
    quarters,
    whole_year,
)
from sitegen.load.reading.deadline_numbers import numeric_point
from sitegen.load.reading.deadline_text import HAN_DIGITS, LIST, NUMERAL_CHARACTERS, RANGE, N
from sitegen.load.reading.numerals import read_numeral
from sitegen.model.reading import Precision

STOP = r"(?=$|[,;。:、)(/]|之?前|以前|左右|[至到\-~—–])"
NOT_CENTRAL = "(?![央国共华间学层心东西医药介小型秋考等级期])"
PART = rf"(?=年?度?[底末终初]|年?中{NOT_CENTRAL}|[上下]半年|首季|前{N}个?季度|第?{N}(?:{LIST}第?{N})*季|Q[1-4]|{N}(?:{LIST}{N})*月|全年)"
YEAR = re.compile(rf"""
    (?P<full>[0-9{HAN_DIGITS}]{{4}})年(?:年?度)?
  | (?P<plain>(?:19|20)[0-9]{{2}})度?(?=[上下]半年|首季|前{N}个?季度|第{N}|Q[1-4]|全年|[{HAN_DIGITS}1-4]季)
  | (?P<short>[0-9]{{2}}|[{HAN_DIGITS}]{{2}})年度?(?:{PART}|(?=$|[,;。)]))
  | (?P<odd>{N})年度?{PART}
  | (?P<word>今年|本年|当年|该年|明年|来年|下一?年(?:(?=度)|{PART})|次年|翌年|第二年|后年|去年|上一?年(?:(?=度)|{PART}))度?
""", re.X)  # fmt: skip
YEARS = re.compile(
    rf"(?P<first>(?:19|20)[0-9]{{2}})(?:(?P<to>{RANGE})|{LIST})(?P<last>(?:19|20)[0-9]{{2}})年度?(?P<end>年?[底末](?!端))?(?!{PART})"
)
YEAR_WORDS = {"去年": -1, "上年": -1, "上一年": -1, "明年": 1, "来年": 1, "下年": 1, "下一年": 1, "后年": 2}
NEXT_YEAR = ("次年", "翌年", "第二年")
NOT_BEFORE_YEAR = "学半财几数多近每双整"

YEAR_PART = re.compile(rf"""
    (?P<end>年?度?(?:[底末](?!端)|终(?![端了止总考评决检])))
  | (?P<beginning>年?初)
  | (?P<middle>年?中{NOT_CENTRAL})
  | (?P<half>上[、,和及]?下半年度?|[上下]半年度?)
  | 前(?P<opening>{N})个?(?P<of>季度|月)
  | (?P<first_quarter>首季度?)
""", re.X)  # fmt: skip
YEAR_ALONE = re.compile(rf"年度?(?:(?:[底末](?!端)|终(?![端了止总考评决检]))|(?=之?内|以内))|岁[末尾]|年(?:初|中{NOT_CENTRAL})")

QUARTERS = re.compile(rf"第?{N}(?:(?:{LIST}|{RANGE})第?{N})*季(?:度|(?=[末底初前内]))|Q[1-4](?:(?:{LIST}|{RANGE})Q?[1-4])*")
MONTHS = re.compile(rf"{N}(?:(?:{LIST}|{RANGE}){N})*月份?")
DAYS = re.compile(rf"{N}(?:(?:{LIST}|{RANGE}){N})*[日号]|[0-9]{{1,2}}{STOP}")
TEN_DAYS = re.compile(r"\(?(?P<from>[上中下])(?:[、至到\-~—和]?(?P<to>[中下]))?旬")
HALF_MONTH = re.compile(r"[上下]半月")
WEEK = re.compile(rf"第?{N}个?(?:周|星期|工作日)|[首末]周|最后{N}个?(?:周|星期|天|日|工作日)")
EDGE = re.compile(rf"(?P<end>(?:[底末](?!端)|终(?![端了止总考评决检])))|(?P<beginning>初)|(?P<middle>中(?:{STOP}|(?=完成)))")
MONTH_END = re.compile(r"月[底末]")
MONTH_NUMBER = re.compile(r"[0-9]{1,2}(?=$|[,;。:)(底末])")
NEIGHBOURS = re.compile(rf"第?([{HAN_DIGITS}]{{2,4}})(?:季度?|月份?)")
SEPARATORS = re.compile(rf"{LIST}|{RANGE}")
JOINT = re.compile(rf"{LIST}|(?P<either>或者?)")
ORPHAN_YEAR = re.compile(r"(?<![半全])年[度份]?的?$")
"""What stands before 6月 when the words name a year that could not be read."""
TO = re.compile(rf"(?:起|开始)?,?{RANGE}")
TEN_DAYS_FROM = {"上": 1, "中": 11, "下": 21}
TEN_DAYS_TO = {"上": 10, "中": 20, "下": 0}


@dataclass(frozen=True, slots=True)
class Span:
    """Points named together: a list of them, or with ``stretch`` the first and last of a stretch of time.

    ``adjoining`` marks a list whose points follow each other and share one unit word, as 第一、二季度 do.
    """

    points: tuple[Point, ...]
    start: int
    end: int
    stretch: bool = False
    adjoining: bool = False


def read_span(text: str, at: int) -> Span | None:
    """Read the points that begin at a place of a unified text: one, a list, or the two ends of a stretch."""
    span = _series(text, at, None)
    while span and not span.stretch:
        last = span.points[-1]
        to = TO.match(text, span.end)
        following = _series(text, to.end(), last) if to else None
        if following and len(following.points) == 1 and len(span.points) == 1:
            return Span((*span.points, *following.points), at, following.end, stretch=True)
        joint = JOINT.match(text, span.end)
        following = _series(text, joint.end(), last) if joint else None
        if not following or not _alike(last, following) or _opens_stretch(text, following):
            return span
        points = (*_share(span.points, following.points[-1]), *following.points)
        if joint and joint["either"]:
            points = tuple(replace(point, problem="写了两个时间，是哪一个没有写明") for point in points)
        span = Span(points, at, following.end)
    return span


def _opens_stretch(text: str, span: Span) -> bool:
    to = TO.match(text, span.end)
    return bool(to and _series(text, to.end(), span.points[-1]))


def _alike(last: Point, following: Span) -> bool:
    if following.stretch:
        return False
    pair = (last.precision, following.points[0].precision)
    finer = pair[0] is Precision.MONTH and pair[1] in (Precision.TEN_DAYS, Precision.DAY)
    return pair[0] == pair[1] or (finer and last.edge is Edge.WHOLE)


def _share(points: tuple[Point, ...], last: Point) -> tuple[Point, ...]:
    """Give the members of a list what its last member alone states: in 6月、12月底 both are ends of months."""
    if any(point.edge is not Edge.WHOLE or point.problem for point in points):
        return points
    return tuple(_like(point, last) for point in points)


def _like(point: Point, last: Point) -> Point:
    if point.precision is last.precision:
        return replace(point, edge=last.edge)
    if last.precision is Precision.DAY:
        return replace(point, problem=f"是否也指{last.last[1]}日没有写明")
    first, end = (point.first[0], last.first[1]), (point.last[0], last.last[1])
    return replace(point, precision=last.precision, first=first, last=end)


def _series(text: str, at: int, after: Point | None) -> Span | None:
    """Read points that share one unit word, such as 3、6月 or 1-6月; ``after`` is the point before, for what is left out."""
    years = YEARS.match(text, at) if _free(text, at) else None
    if years:
        return _years(years)
    numeric = numeric_point(text, at)
    if numeric:
        return _with_edge(text, numeric) if numeric.precision is Precision.MONTH else Span((numeric,), at, numeric.end)
    elided = read_elided(text, at, after) if after else None
    if elided:
        return elided
    match = YEAR.match(text, at) if _free(text, at) else None
    if not match:
        orphan = Year(YearKind.UNREADABLE) if ORPHAN_YEAR.search(text[max(0, at - 8) : at]) else None
        return _year_alone(text, at) or _part(text, at, at, orphan)
    year = _year(match)
    end = match.end()
    span = _part(text, at, end + (text[end : end + 1] == "的"), year) or _figures(text, end)
    if span:
        return replace(span, start=at, points=tuple(replace(point, start=at, year=year) for point in span.points))
    return Span((replace(whole_year(at, end), year=year),), at, end)


def _figures(text: str, at: int) -> Span | None:
    """Read the month and day of 2024年6.30."""
    point = numeric_point(text, at)
    return _single(point) if point and not point.year else None


def _years(match: re.Match[str]) -> Span:
    """Read years that share one 年: 2024-2026年, 2024、2025年底."""
    point = replace(whole_year(match.start(), match.end()), edge=Edge.END if match["end"] else Edge.WHOLE)
    years = (Year(YearKind.WRITTEN, int(match["first"])), Year(YearKind.WRITTEN, int(match["last"])))
    points = tuple(replace(point, year=year) for year in years)
    return Span(points, match.start(), match.end(), stretch=bool(match["to"]))


def _free(text: str, at: int) -> bool:
    """Whether a number may begin here: no digit, 次 counted before it, and no 每 or 第."""
    return at == 0 or text[at - 1] not in NUMERAL_CHARACTERS + "第每"


def _year(match: re.Match[str]) -> Year:
    written = match["full"] or match["plain"]
    if written:
        value = read_numeral(written)
        readable = value is not None and 1900 <= value <= 2199
        return Year(YearKind.WRITTEN, value) if value is not None and readable else Year(YearKind.UNREADABLE)
    if match["short"]:
        return Year(YearKind.TWO_DIGITS, read_numeral(match["short"]) or 0)
    if match["odd"]:
        return Year(YearKind.UNREADABLE)
    word = match["word"]
    return Year(YearKind.NEXT) if word in NEXT_YEAR else Year(YearKind.FROM_DOCUMENT, YEAR_WORDS.get(word, 0))


def _year_alone(text: str, at: int) -> Span | None:
    """Read 年底, 年末, 年中, 年初, 岁末 and the 年 of 年内, whose year is left out."""
    match = YEAR_ALONE.match(text, at)
    if not match or (at and text[at - 1] in NUMERAL_CHARACTERS + NOT_BEFORE_YEAR):
        return None
    sign = match[0][-1]
    edge = {"初": Edge.BEGINNING, "中": Edge.MIDDLE}.get(sign, Edge.WHOLE if sign in "年度" else Edge.END)
    return Span((replace(whole_year(at, match.end()), edge=edge),), at, match.end())


def _part(text: str, start: int, at: int, year: Year | None) -> Span | None:
    """Read what names a part of a year at a place; ``start`` is where the year, if any, began."""
    match = YEAR_PART.match(text, at)
    of_quarter = bool(at and match and match["opening"] and text[at - 1] in "季度")
    if match and not of_quarter and (year or match["half"] or match["opening"] or match["first_quarter"]):
        span = _part_of_year(text, start, match)
    else:
        span = _quarters(text, start, at) or _months(text, start, at)
    if not span:
        return None
    return replace(span, points=tuple(replace(point, year=year) for point in span.points))


def _part_of_year(text: str, start: int, match: re.Match[str]) -> Span | None:
    end = match.end()
    for edge in (Edge.END, Edge.BEGINNING, Edge.MIDDLE):
        if match[edge.value]:
            return Span((replace(whole_year(start, end), edge=edge),), start, end)
    if match["half"]:
        halves = [1, 2] if match["half"].startswith("上") and "下" in match["half"] else ["上下".index(match["half"][0]) + 1]
        points = tuple(half_year(half, start, end) for half in halves)
        return _with_edge(text, *points)
    if match["first_quarter"]:
        return _with_edge(text, quarters(1, 1, start, end))
    count = read_numeral(match["opening"]) or 0
    return _with_edge(text, (quarters if match["of"] == "季度" else months)(1, count, start, end))


def _with_edge(text: str, *points: Point) -> Span:
    """Points with the 底, 初 or 中 that may follow them."""
    end = points[-1].end
    match = EDGE.match(text, end)
    edge = Edge.WHOLE
    if match:
        edge, end = next(edge for edge in (Edge.END, Edge.BEGINNING, Edge.MIDDLE) if match[edge.value]), match.end()
    return Span(tuple(replace(point, edge=edge, end=end) for point in points), points[0].start, end)


def _numbers(words: str) -> tuple[list[int], bool] | None:
    """Numbers of a series and whether they are the two ends of a stretch; None where the marks between them disagree."""
    numbers = [read_numeral(part) for part in re.findall(N, words)]
    marks = [bool(re.fullmatch(RANGE, mark)) for mark in SEPARATORS.findall(words)]
    found = [number for number in numbers if number is not None]
    if len(found) != len(numbers) or len(set(marks)) > 1 or (marks and marks[0] and len(found) != 2):
        return None
    return found, bool(marks and marks[0])


def _quarters(text: str, start: int, at: int) -> Span | None:
    match = QUARTERS.match(text, at) if _free(text, at) else None
    read = _numbers(match[0]) if match else None
    if not match or not read:
        return None
    numbers, stretch = read
    run = NEIGHBOURS.fullmatch(match[0])
    if run:
        numbers = [HAN_DIGITS.index(digit) - 2 for digit in run[1]]
    points = tuple(quarters(number, number, start, match.end()) for number in numbers)
    adjoining = not stretch and len(numbers) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return replace(_with_edge(text, *points), stretch=stretch, adjoining=adjoining)


def _months(text: str, start: int, at: int) -> Span | None:
    match = MONTHS.match(text, at) if _free(text, at) else None
    read = _numbers(match[0]) if match else None
    if not match or not read:
        return None
    numbers, stretch = read
    run = NEIGHBOURS.fullmatch(match[0])
    if run:
        numbers = [HAN_DIGITS.index(digit) - 2 for digit in run[1]]
    if max(numbers) > 12 and (len(numbers) > 1 or max(numbers) > 99):
        return None
    points = tuple(months(number, number, start, match.end()) for number in numbers)
    if len(points) == 1:
        within = _within_month(text, match.end(), points[0])
        if within:
            return within
    adjoining = not stretch and len(numbers) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return replace(_with_edge(text, *points), stretch=stretch, adjoining=adjoining)


def _within_month(text: str, at: int, month: Point) -> Span | None:
    """Read days, 旬, half or week of a month that was just named; a week's days are not known."""
    days = DAYS.match(text, at)
    read = _numbers(days[0]) if days else None
    if days and read:
        numbers, stretch = read
        points = tuple(month_days(month, number, number, Precision.DAY, days.end()) for number in numbers)
        return Span(points, month.start, days.end(), stretch=stretch)
    tens = TEN_DAYS.match(text, at)
    if tens:
        last = TEN_DAYS_TO[tens["to"] or tens["from"]]
        return _single(month_days(month, TEN_DAYS_FROM[tens["from"]], last, Precision.TEN_DAYS, tens.end()))
    half = HALF_MONTH.match(text, at)
    if half:
        first, last = (1, 15) if half[0][0] == "上" else (16, 0)
        return _single(month_days(month, first, last, Precision.DAY, half.end()))
    week = WEEK.match(text, at)
    return _single(replace(month, end=week.end(), problem=f"“{week[0]}”从哪一日到哪一日未写明")) if week else None


def _single(point: Point) -> Span:
    return Span((point,), point.start, point.end)


def read_elided(text: str, at: int, after: Point) -> Span | None:
    """Read a day, 旬, 月底 or month number whose month or 月 is left out because the point before named it."""
    if after.problem or after.precision not in (Precision.DAY, Precision.TEN_DAYS, Precision.MONTH):
        return None
    month = months(after.first[0], after.first[0], at, at)
    end_of_month = MONTH_END.match(text, at)
    if end_of_month:
        return _single(replace(month, edge=Edge.END, end=end_of_month.end()))
    number = MONTH_NUMBER.match(text, at)
    if number and after.precision is Precision.MONTH:
        return _with_edge(text, months(int(number[0]), int(number[0]), at, number.end()))
    span = _within_month(text, at, month)
    same = span and span.points[0].precision is after.precision
    return span if same else None
