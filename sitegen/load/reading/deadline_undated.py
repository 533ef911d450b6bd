"""Deadlines without a date (无具体日期的时限): 全年, 长期坚持, “十四五”期末, 春节前, 及时, 按要求.

Here belong whole years, work without an end, plan periods known by name, festivals and seasons whose day is not
written, and words such as 适时 that name no day at all.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sitegen.load.reading.deadline_calendar import Edge, Span, Year, YearKind, single, whole_year
from sitegen.load.reading.deadline_phrases import Bound, Dated, Undated
from sitegen.load.reading.deadline_text import HAN_DIGITS, NUMERAL_CHARACTERS
from sitegen.load.reading.numerals import read_numeral
from sitegen.model.reading import TermKind

ENDLESS_DEEDS = (
    "坚持|任务|推进|推动|开展|实施|落实|保持|有效|执行|进行|工作|抓好|抓|跟踪|公开|建设|整治|整改|管理|更新|维护|运行|机制"
    "|深化|优化|完善|加强|提升|改进|巩固|做好|跟进|发力|用力|强化|调整|调度|监测|常态化?|长期|长效|持续|动态|化|性|地"
)
ENDLESS = re.compile(rf"""(?:
    (?:中)?长期(?!护理|照护|以来|借|贷|投资|股权|国债|困扰|停|失业|居住|未|规划)
  | 长效|[长常]抓不懈|久久为功|一以贯之|贯穿始终|(?:始终|一直)坚持|坚持不懈|不间断|永久
  | (?<!非)常态化?|常年|经常(?:性|开展)|日常(?!生活)
  | (?<!可)持续(?!时间|发展)|不断(?={ENDLESS_DEEDS})|滚动(?={ENDLESS_DEEDS}|实施)|继续(?={ENDLESS_DEEDS})
  | 动态(?=更新|调整|管理|公开|维护|监测|清零|推进|完善|优化)|随时|全天候
    )(?:{ENDLESS_DEEDS})*""", re.X)  # fmt: skip
WHOLE_YEAR = re.compile(rf"""
    (?:贯穿|持续|覆盖|涵盖)?
    (?:(?P<year>(?:19|20)[0-9]{{2}}|[{HAN_DIGITS}]{{4}}(?=年))年?度?)?
    (?:一?整年|(?<![健安周])(?<!(?<!确)保)全年(?!龄|(?:度|工作)?(?:总结|目标|计划|预算|收入|情况))度?)内?
    (?:(?:持续|常态化?|不间断|不断|滚动)(?:{ENDLESS_DEEDS})*)?
""", re.X)  # fmt: skip

PLAN_PERIOD = re.compile(rf"""
    十(?P<plan>[{HAN_DIGITS}])五(?:规划)?
    (?:(?P<end>期?[末底]|收官(?:之年)?|结束)前?|(?P<whole>期间|时期|全期|全过程|全程)内?)
""", re.X)  # fmt: skip
FIRST_YEARS = {"一": 2006, "二": 2011, "三": 2016, "四": 2021, "五": 2026, "六": 2031}

FESTIVAL = re.compile(r"""
    (?:元旦|春节|清明|端午|中秋|国庆|五一(?!次)|七一|八一|十一(?=前|假期|期间|长假|黄金周)|双节|两节|两会
      |[主入]?汛期?|[采供]暖[季期]?|供热[季期]?|[寒暑]假|暑期|开学|[高中]考|春耕|三夏|三秋|秋收|入[冬夏]
      |[春夏秋冬]季|学期|学年)
    (?:假期|节假?日?|节|长假|开学)?
    (?:[初末底中]|期间|前后|[之以]?[前后]|$|(?=[,;。、)(]))
""", re.X)  # fmt: skip
NEARBY = re.compile(r"""
    (?:本|这|[上下]一?个?)(?:月|季度?|周|旬)(?:[底末初]|[上中下]旬)?[之以]?[前内]?
  | 下?周[一二三四五六日][之以]?前?|月[底末初中][之以]?前?|月内|岁末年初|年[末底][岁年]初|今冬明春
""", re.X)  # fmt: skip
NOT_BEFORE_NEARBY = NUMERAL_CHARACTERS + "每各逐按第个"
AT_ONCE = (
    "立即|马上|即时|即刻|实时|及时|适时|限时|尽快|尽早|抓紧|限期|按需|不定期|择机|必要时|酌情|适当时候|近期|短期|中期"
    "|远期|早日"
)
ORDER = "要求|部署|安排|规定|进度|计划|时限|节点|通知|时序|方案|程序|统一"
VAGUE = re.compile(rf"""
    第一时间|立行立改|即知即改|边查边改|立查立改|[即随]到即办|(?:{AT_ONCE})(?:整改)?
  | 按(?:时|期|照?[^,;。、0-9月]{{0,16}}?(?:{ORDER}))
  | 根据|依据|结合|视情况?|视[^,;。、0-9月]{{2,10}}(?:情况|而定)|依申请(?:公开)?|依法(?:依规)?
  | (?:法定|规定)的?(?:时限|时间|期限)内?|待定|待[^,;。、0-9月]{{2,12}}(?:确定|明确)|另行(?:通知|安排|确定)|同上
  | 即日起?|分阶段(?:推进|实施)?|逐步|有序推进|加快推进
""", re.X)  # fmt: skip
LUNAR = re.compile(
    "(?:农历|[阴旧]历|夏历)[^,;。:()]*|(?:正月|[冬腊]月)(?=[初十廿二三底]|[之以]?[前内])[^,;。:()]*"
    "|[一二三四五六七八九十]{1,2}月初[一二三四五六七八九十][^,;。:()]*"
)
"""A day of the old calendar, whose months are not those of the state's."""
COUNT_OR_MONTH = re.compile("[一二三四五六七八九十]{1,2}月[之以]?内(?![容外部设])")
"""三月内, which may be three months or the third one; 3月内 and 三月份内 are the month, 三个月内 the time."""
ONLY_MARKS = re.compile(r"[-—–―/\\|.…·*_~无]*")


def read_whole_year(text: str, at: int) -> Undated | None:
    """Read 全年, with the year and the 持续 that may stand around it."""
    match = WHOLE_YEAR.match(text, at)
    if not match:
        return None
    value = read_numeral(match["year"]) if match["year"] else None
    year = Year(YearKind.WRITTEN, value) if value else Year(YearKind.FROM_DOCUMENT)
    return Undated(TermKind.WHOLE_YEAR, at, match.end(), year=year)


def read_endless(text: str, at: int) -> Undated | None:
    """Read work without an end: 长期坚持, 常态化, 持续推进, 动态更新."""
    match = ENDLESS.match(text, at)
    return Undated(TermKind.LONG_TERM, at, match.end()) if match else None


def read_plan_period(text: str, at: int) -> Dated | None:
    """Read “十四五”期末 and “十四五”期间; that the 14th five-year plan runs from 2021 to 2025 is general knowledge."""
    match = PLAN_PERIOD.match(text, at)
    if not match or match["plan"] not in FIRST_YEARS:
        return None
    first = FIRST_YEARS[match["plan"]]
    point = replace(whole_year(at, match.end()), year=Year(YearKind.WRITTEN, first))
    last = replace(point, year=Year(YearKind.WRITTEN, first + 4), edge=Edge.END if match["end"] else Edge.WHOLE)
    if match["whole"]:
        return Dated(at, match.end(), Span((point, last), at, match.end(), stretch=True), Bound.NONE)
    return Dated(at, match.end(), single(last), Bound.NONE)


def read_two_ways(text: str, at: int) -> Undated | None:
    """Read words that look like a month and decide none: 农历八月十五前, 三月内."""
    match = LUNAR.match(text, at)
    if match:
        return Undated(TermKind.UNKNOWN, at, match.end(), f"“{match[0]}”是农历，没有换算")
    match = COUNT_OR_MONTH.match(text, at)
    remark = f"“{match[0]}”可理解为几个月之内，也可理解为某月之内，原文未写明" if match else ""
    return Undated(TermKind.UNKNOWN, at, match.end(), remark) if match else None


def read_vague(text: str, at: int) -> Undated | None:
    """Read words that name no day: festivals and seasons, 月底, 本月底, 及时, 按要求, 视情."""
    festival = FESTIVAL.match(text, at)
    if festival:
        return Undated(TermKind.UNKNOWN, at, festival.end(), f"“{festival[0]}”没有写明具体日期", vague=True)
    nearby = NEARBY.match(text, at)
    if nearby and not (at and text[at - 1] in NOT_BEFORE_NEARBY):
        return Undated(TermKind.UNKNOWN, at, nearby.end(), f"“{nearby[0]}”没有写明具体日期", vague=True)
    match = VAGUE.match(text, at)
    if not match:
        return None
    remark, from_now = f"“{match[0]}”没有写明日期", match[0].startswith("即日")
    return Undated(TermKind.UNKNOWN, at, match.end(), remark, vague=True, from_now=from_now)
