"""Phrases of a deadline (时限短语): points of the calendar with what bounds them, and words that name no day.

Here belong the two kinds of phrase that the scanner finds, and the reading of dated phrases: 不晚于, 底前, 以内, 起, 左右, 完成.
Phrases without a date are read in ``deadline_recurring`` and ``deadline_undated``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from sitegen.load.reading.deadline_calendar import Edge, Point, Span, Year
from sitegen.load.reading.deadline_points import read_span
from sitegen.load.reading.deadline_text import RANGE, N
from sitegen.model.reading import Precision, TermKind


class Bound(StrEnum):
    """What the words around a point say of it: nothing, 前, 内, 止, 完成, 起 (or 后), 左右, 不含当日, 前10日."""

    NONE = "none"
    BEFORE = "before"
    WITHIN = "within"
    UNTIL = "until"
    DONE = "done"
    FROM = "from"
    ABOUT = "about"
    EXCLUDING = "excluding"
    COUNTED_BACK = "counted_back"


@dataclass(frozen=True, slots=True)
class Dated:
    """Phrase with points of the calendar. ``limit`` marks 不晚于, 到, 截至 and the like before them.

    ``open_start`` marks 即日起至 and 印发之日起至: a stretch whose beginning has no date. ``year`` is a heading year that
    stands before the phrase (2024年：6月底前).
    """

    start: int
    end: int
    span: Span
    bound: Bound
    limit: bool = False
    open_start: bool = False
    year: Year | None = None


@dataclass(frozen=True, slots=True)
class Undated:
    """Phrase that names no day: its kind and what the reader should know of it.

    ``vague`` marks words such as 及时 that matter only where nothing else is said; ``from_now`` a beginning without an
    end (即日起). ``year`` is the year that the words name, ``since`` the point from which an endless task runs.
    """

    kind: TermKind
    start: int
    end: int
    remark: str = ""
    vague: bool = False
    from_now: bool = False
    year: Year | None = None
    since: Point | None = None


@dataclass(frozen=True, slots=True)
class Aside:
    """Words with a point of the calendar that belong to a name or heading, such as 2024年政务公开工作要点: no deadline."""

    start: int
    end: int


Phrase = Dated | Undated | Aside

LIMITS = (Bound.WITHIN, Bound.UNTIL, Bound.DONE)
"""Bounds that make a whole period a limit: its last day."""

BEGINNING_ONLY = "只写明开始的时间，没有写明完成时限"
PREFIX = re.compile(r"""
    (?P<until>截至|截止(?:到|至|于|日期|时间)?:?)
  | (?P<limit>(?:[最至]迟)?不得?(?:[晚迟]于|超过)|[最至]迟|最晚|止于
      |(?<![达得做落收涉遇感受看想来找])到|(?<![乃甚])至)[于在到]?
  | (?P<from>(?:自从?|从|不得?早于|始于)[于在]?)
  | (?P<about>(?:(?<![预签集节条合公制违])大?约|大概|大致)[于在到]?)
""", re.X)  # fmt: skip
OPEN_START = re.compile(rf"[自从]?(?:即日起?|现在起?|今[日天]起|[之即]日起|之时起|日起)开?始?,?{RANGE}")

WEEKDAY = re.compile(r"\((?:周|星期|礼拜)?[一二三四五六日天]\)|(?:周|星期)[一二三四五六日天]")
INCLUDING = re.compile(r"\((?P<not>不)?含[^)]{0,6}\)")
TIME = re.compile(rf"""
    (?P<part>上午|下午|中午|晚上?|早上?|凌晨)?
    (?:(?P<hour>{N})(?:[时点](?:{N}分?|整|半)?|:[0-9]{{2}}(?::[0-9]{{2}})?))
  | 下班|工作结束
""", re.X)  # fmt: skip
VERB = (
    "完成|办结|建成|完工|竣工|收官|交付|投用|投入使用|投入运行|投入运营|实现|达到|达标|出台|印发|上线|验收|销号"
    "|清零|见效|到位|结束|整改到位|落实到位|全覆盖"
)
ADVERB = (
    "全面|全部|基本|须|要|应|必须|确保|务必|力争|争取|原则上|按时|按期|如期|正式|初步|予以|顺利|集中|统一|陆续"
    "|整体|总体|高质量|前"
)
BOUND = re.compile(rf"""
    (?P<about>左右|前后|上下|(?:当|所在|[这那]一?|的[这那]一?)周)
  | (?P<counted_back>[之以]?前的?{N}个?(?:工作日|天|日|周|个?月))
  | (?P<before>[之以]?前(?!后|期|沿|往|端|提|置|[三两半0-9]+个?(?:季度|月|年)))
  | (?P<within>[之以]?内(?![容外部设]))
  | (?P<until>为?止|截[止至]|到期|终了)
  | (?P<from>[之以]?后(?!续|勤|方|期)|[开起]始|起(?![草步点止动诉码重])|{RANGE}(?=$|[,;。)]|长期|今后))
  | (?P<done>\(?(?:{ADVERB})*(?:{VERB}))
""", re.X)  # fmt: skip
ABOUT = re.compile("左右|前后")

SEASON = re.compile(
    "(?:[春夏秋冬]季(?!运动)|春节|元旦|清明|端午|中秋|国庆|五一|七一|主?汛期?|[寒暑]假|暑期|[采供]暖[季期]|开学|学期|春耕|三夏|两会|高考|中考)+"
    "节?(?:期间|假期)?(?P<before>[之以]?前)?(?:后|[初末底])?"
)
"""A festival or season behind a year or month: it says that less than the whole of it is meant, but not which day."""
PART = re.compile("的?(?:最后|[前后])[一两二三]?个?(?:月|周|星期)|[上中下]旬")
"""A part of a half-year or quarter that is told by counting, or as if it were a month: 上半年最后一个月, 四季度中旬."""
MISWRITTEN_END = re.compile("[低抵氐]之?(?:前|以前)")
"""底前 with a character that only looks or sounds like 底: the words may mean the end of the month, but do not say so."""
ALREADY_BEFORE = re.compile(r"[已曾](?:经|[于在])?$|已完成\($")
PAST_AFTER = re.compile("已|以来|至今")
STATE_AFTER = re.compile("已|以来|至今|有效|的")
"""Behind 截至: a state of things at that day, and no limit (截至2024年底有效的文件)."""
BASE_BEFORE = re.compile("(?:时点|基准日?|基期|起点|节点)(?:为|是|:|定为|取)?$")
BASE_AFTER = re.compile("(?:[0-9]{1,2}[时点])?(?:作?为|的)[^,;。、0-9]{0,6}(?:基准|基期|基数|时点|起点|界)")
"""What shows that a point is one from which others are counted: 以6月30日为基准日, 统计时点为6月30日."""
STATE_BEFORE = re.compile("(?:数据|统计|资料|信息|余额|名单|情况)$")
"""Before 截至: a state of things at that day (数据截至6月30日)."""
INSIDE_BEFORE = re.compile("\\((?:其中)?(?:不?含|包括|涵盖)[^()]*$")
"""What shows that a point tells what is included: （含10月进展）."""
COMPARED_BEFORE = re.compile("(?:较|相比|比)于?$")
COMPARED_AFTER = re.compile("的?基础上|[^,;。、0-9]{0,4}(?:相比|以来)")
"""What shows that a point is one that others are compared with: 较2023年底提高10%."""
REFERRED_TO = re.compile("(?:按|针对|根据|依据|依照|落实|贯彻|对照)[^,;。、]*$")
DESCRIBING = re.compile(
    "[^,;。、()0-9完]{0,6}?(?:印发|制[定发]|出台|发布|公布|形成|产生|签[订发]|施行|实施|修[订改]|成立|取得|开工|受理)的[^,;。、()]|未(?:完成|办结)的"
)
DONE_THING = re.compile("的[^,;。、()]")
"""What shows that a point only tells which things are meant: 2023年12月31日前印发的文件."""
VALIDITY_BEFORE = re.compile("(?:(?:试[行用]|过渡|合同|任)期|有效期?)限?[到至]?$")
NOUN = re.compile(r"的|财政|排名|工作(?!日)|情况|重点|任务|数据|预算|决算|收入|经济")
AFTER_BARE_YEAR = re.compile(
    r"$|[,;。:、)(/]|持续|常态|长期|全面|开展|实施|推进|组织|落实|执行|推动|期间|[分每各按逐]"
    r"|启动|开工|建成|竣工|投用|推广|推开|试点(?!工作|方案|任务)|新建|印发|出台|继续|力争|争取|见效|收官|落地|全部|基本|初步|巩固|深化|提升|拓展|扩大|铺开|收尾|攻坚|试运行|完善"
    r"|[0-9]+[个项次家人场期条户处座套间所%]"
)


def read_dated(text: str, at: int) -> Dated | Aside | None:
    """Read a dated phrase that begins at a place of a unified text."""
    opening = OPEN_START.match(text, at)
    if opening:
        return _open_stretch(text, at, opening.end())
    prefix = PREFIX.match(text, at)
    span = read_span(text, prefix.end() if prefix else at)
    if not span:
        return None
    bound, end = read_bound(text, span)
    if bound is Bound.NONE and _is_period(span.points[-1]):
        span, end = _left_open(text, span, end)
    if bound is Bound.NONE and text[at - 1 : at] == "(" and text.startswith(")", end):
        behind, _ = read_bound(text, replace(span, end=end + 1))
        bound = behind if behind in (Bound.ABOUT, Bound.FROM, Bound.DONE) else bound
    if prefix and prefix["from"] and not span.stretch:
        bound = Bound.FROM
    if prefix and prefix["about"]:
        bound = Bound.ABOUT
    phrase = Dated(at, end, span, bound)
    before = text[max(0, at - 4) : at]
    state = STATE_AFTER.match(text, end) or STATE_BEFORE.search(before)
    if prefix and ((prefix["until"] and state) or VALIDITY_BEFORE.search(before)):
        return Aside(at, span.points[0].end)
    if prefix:
        return replace(phrase, limit=bool(prefix["limit"] or prefix["until"]))
    return Aside(at, end) if _names_something(text, phrase) else phrase


def _left_open(text: str, span: Span, end: int) -> tuple[Span, int]:
    """A period with what behind it leaves its day open: a festival (2024年春节前), a counted part, 低 for 底."""
    season = SEASON.match(text, end)
    part = PART.match(text, end)
    slip = MISWRITTEN_END.match(text, end)
    if part:
        found, problem = part, f"“{part[0]}”是哪一天没有写明"
    elif slip:
        found, problem = slip, f"“{slip[0]}”像是“底{slip[0][1:]}”之误，未作推断"
    elif season and (span.points[-1].precision is Precision.YEAR or season["before"]):
        found, problem = season, f"“{season[0]}”没有写明具体日期"
    else:
        return span, end
    return replace(span, points=tuple(replace(point, problem=problem) for point in span.points)), found.end()


def _is_period(point: Point) -> bool:
    return point.edge is Edge.WHOLE and point.precision is not Precision.DAY


def _open_stretch(text: str, at: int, after: int) -> Dated | None:
    span = read_span(text, after)
    if not span or span.stretch or len(span.points) > 1:
        return None
    bound, end = read_bound(text, span)
    return Dated(at, end, span, bound, open_start=True)


def read_bound(text: str, span: Span) -> tuple[Bound, int]:
    """Read what follows points, past a weekday in brackets, a time of day and （含）: the bound, and where it ends."""
    end, midnight = span.end, False
    if span.points[-1].precision is Precision.DAY:
        end, midnight = _past_time(text, end)
    including = INCLUDING.match(text, end)
    end = including.end() if including else end
    match = BOUND.match(text, end)
    bound = Bound(match.lastgroup) if match and match.lastgroup else Bound.NONE
    if match:
        end = match.end()
        about = ABOUT.match(text, end)
        if about and bound is not Bound.DONE:
            return Bound.ABOUT, about.end()
        behind = None if including else INCLUDING.match(text, end)
        including, end = behind or including, behind.end() if behind else end
    if midnight or (including and including["not"]):
        return Bound.EXCLUDING, end
    return (Bound.UNTIL if including and bound is Bound.BEFORE else bound), end


def _past_time(text: str, end: int) -> tuple[int, bool]:
    """Where a weekday and a time of day after a date end, and whether the time is 零时, the night before."""
    midnight = False
    for pattern in (WEEKDAY, TIME, WEEKDAY):
        match = pattern.match(text, end)
        if match:
            midnight = midnight or (pattern is TIME and match["hour"] in ("0", "00", "零") and not match["part"])
            end = match.end()
    return end, midnight


def _names_something(text: str, phrase: Dated) -> bool:
    """Whether a point tells of the past (已于3月完成) or, without a bound, of something else (按照3月15日会议要求)."""
    point = phrase.span.points[-1]
    compared = COMPARED_BEFORE.search(text[max(0, phrase.start - 3) : phrase.start])
    valid = VALIDITY_BEFORE.search(text[max(0, phrase.start - 5) : phrase.start])
    if compared or valid or COMPARED_AFTER.match(text, phrase.end):
        return True
    base = BASE_BEFORE.search(text[max(0, phrase.start - 6) : phrase.start]) or BASE_AFTER.match(text, phrase.span.end)
    if base or INSIDE_BEFORE.search(text[max(0, phrase.start - 20) : phrase.start]):
        return True
    describing = DONE_THING if phrase.bound is Bound.DONE else DESCRIBING
    if describing.match(text, phrase.end):
        return True
    if PAST_AFTER.match(text, phrase.end) or ALREADY_BEFORE.search(text[max(0, phrase.start - 4) : phrase.start]):
        return True
    if phrase.bound is not Bound.NONE or point.edge is not Edge.WHOLE or point.problem:
        return False
    if point.precision is Precision.YEAR and point.year and point.year.value < 0:
        return True
    if REFERRED_TO.search(text, max(0, phrase.start - 20), phrase.start):
        return True
    if point.precision is Precision.DAY:
        return False
    if point.precision is Precision.YEAR and not phrase.span.stretch:
        return not AFTER_BARE_YEAR.match(text, phrase.end)
    return bool(NOUN.match(text, phrase.end))
