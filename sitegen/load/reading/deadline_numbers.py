"""Dates in figures (数字日期): 2024.12.31, 2024-06-30, 2024/6, 12.31, 24.6.30, 20240630, 202406.

Here belong dates without 年, 月, 日. They are common in deadline columns; in prose a figure like 12.31 may be anything.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sitegen.load.reading.deadline_calendar import Point, Year, YearKind, month_days, months
from sitegen.load.reading.deadline_text import RANGE
from sitegen.model.reading import Precision

END = r"(?![0-9:]|[./][0-9])"
CLOCK = r"[0-2][0-9]:[0-9]{2}"
"""A time of day. Spaces are gone, so it may touch the day; only two figures of each can be told apart."""

YEAR, TWO = "(?:19|20)[0-9]{2}", "[0-9]{1,2}"
BETWEEN_YEAR_AND_MONTH = rf"(?:[./]|-(?!{TWO}-[0-9]{{1,3}}(?![0-9])))"
AFTER_DAY = r"(?:[日号]|(?=$|[,;。:、)(前之以起至到~—–\-完止])(?!以[上下]))"
FORMS = re.compile(rf"""
    (?P<year>{YEAR})(?P<mark>[./\-—–])(?P<month>{TWO})(?P=mark)
        (?:(?P<day>{TWO}){END}[日号]?|(?P<day1>[0-9]{{2}})(?={CLOCK}))
  | (?P<year2>{YEAR}){BETWEEN_YEAR_AND_MONTH}(?P<month2>{TWO}){END}(?!年)月?份?
  | (?P<year3>{YEAR})(?P<month3>0[1-9]|1[0-2])(?P<day3>0[1-9]|[12][0-9]|3[01])?(?![0-9年])[日号月]?
  | (?P<short>{TWO})(?P<mark4>[./])(?P<month4>{TWO})(?P=mark4)(?P<day4>{TWO}){END}[日号]?
  | (?P<month5>{TWO})[./](?P<day5>{TWO}){AFTER_DAY}
  | (?P<month6>{TWO})-(?P<day6>{TWO})(?=之?前|以前)
""", re.X)  # fmt: skip
MOST_MONTHS = 12
SAID_BEFORE = re.compile("(?:时限|期限|时间|日期|节点|截[至止](?:到|至|于)?|[到至于在晚迟]):?$")
"""Words before a pair of figures that say it is a date: 完成时限：9/10, 截至9/10."""
REACHED_BEFORE = re.compile("[达高加升降少低大]到$")
"""Words before a number that say it is one that is reached: 达到3/4, 提高到9.5."""
LEVEL_BEFORE = re.compile("(?:^|[,;。:、(])(?:省|市|县|区|州|乡镇|镇)级?$")
"""Words before one that say whose date it is: 省6.30、市6.20前."""
SAID_AFTER = re.compile(rf"[之以]?前|止|[日号]|{RANGE}{TWO}/(?:1[3-9]|[23][0-9])")
"""Words behind one that say so: 9/10前; so does the other end of a stretch that can only be a date: 9/10-12/31."""


def numeric_point(text: str, at: int) -> Point | None:
    """Read a date in figures at a place of a unified text; None where there is none."""
    if at and (text[at - 1].isdigit() or text[at - 1] in "./"):
        return None
    match = FORMS.match(text, at)
    if not match:
        return None
    said = {name.rstrip("123456"): value for name, value in match.groupdict().items() if value}
    parts: dict[str, int] = {name: int(said[name]) for name in ("year", "short", "month", "day") if name in said}
    if not {"year", "short"} & parts.keys() and not _is_date(text, match, parts["month"], parts["day"]):
        return None
    point = months(parts["month"], parts["month"], at, match.end())
    if match["month6"] and parts["day"] <= MOST_MONTHS:
        point = replace(point, problem=f"“{match[0]}”是几月几日还是几月到几月未写明")
    if match["month5"] and _may_be_fraction(text, match, parts["month"], parts["day"]):
        point = replace(point, problem=f"“{match[0]}”是几月几日还是几分之几未写明")
    if "day" in parts and not point.problem:
        point = month_days(point, parts["day"], parts["day"], Precision.DAY, match.end())
    return replace(point, year=_year(parts, match))


def _is_date(text: str, match: re.Match[str], month: int, day: int) -> bool:
    """Whether a bare pair of numbers is a month and a day: in range, and where a date may stand (not 增长1.5)."""
    bounded = re.compile("[之以]?前|止|[日号]").match(text, match.end()) or match[0][-1] in "日号"
    start = match.start()
    reached = REACHED_BEFORE.search(text[max(0, start - 2) : start])
    level = LEVEL_BEFORE.search(text[max(0, start - 4) : start])
    stands_alone = start == 0 or bool(level) or (text[start - 1] in ",;。:、(至到于在~-—–年" and not reached)
    return 1 <= month <= 12 and 1 <= day <= 31 and bool(bounded or stands_alone)


def _may_be_fraction(text: str, match: re.Match[str], month: int, day: int) -> bool:
    """Whether two figures with a slash may be a part of a whole (1/2, 3/4) and no word says that they are a date."""
    if "/" not in match[0] or not month < day <= MOST_MONTHS or not match[0][-1].isdigit():
        return False
    before = text[max(0, match.start() - 4) : match.start()]
    return not (SAID_BEFORE.search(before) or SAID_AFTER.match(text, match.end()))


def _year(parts: dict[str, int], match: re.Match[str]) -> Year | None:
    if "year" in parts:
        return Year(YearKind.WRITTEN, parts["year"])
    if "short" in parts:
        return Year(YearKind.TWO_DIGITS if len(match["short"]) == 2 else YearKind.UNREADABLE, parts["short"])
    return None
