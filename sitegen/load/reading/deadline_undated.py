"""Deadlines without a date (无具体日期的时限): 全年, 长期坚持, 印发后20个工作日内, 春节前, 及时, 按要求.

Here belong whole years, work without an end, times counted from an event, plan periods (“十四五”期末), festivals and
seasons whose day is not written, and words such as 适时 that name no day at all.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sitegen.load.reading.deadline_calendar import Edge, Year, YearKind, whole_year
from sitegen.load.reading.deadline_phrases import BEGINNING_ONLY, Bound, Dated, Undated
from sitegen.load.reading.deadline_points import Span
from sitegen.load.reading.deadline_text import BREAK, CLAUSE_MARKS, HAN_DIGITS, NUMERAL_CHARACTERS, N, reach
from sitegen.load.reading.numerals import read_numeral
from sitegen.model.reading import TermKind

ENDLESS_DEEDS = (
    "坚持|任务|推进|推动|开展|实施|落实|保持|有效|执行|进行|工作|抓好|抓|跟踪|公开|建设|整治|整改|管理|更新|维护|运行|机制"
    "|深化|优化|完善|加强|提升|改进|巩固|做好|跟进|发力|用力|强化|调整|调度|监测|常态化?|长期|长效|持续|动态|化|性|地"
)
ENDLESS = re.compile(rf"""(?:
    (?:中)?长期(?!护理|照护|以来|借|贷|投资|股权|国债|困扰|停|失业|居住|未|规划)
  | 长效|[长常]抓不懈|久久为功|一以贯之|贯穿始终|始终坚持|不间断|永久
  | (?<!非)常态化?|常年|经常(?:性|开展)|日常(?!生活)
  | (?<!可)持续(?!时间|发展)|不断(?={ENDLESS_DEEDS})|滚动(?={ENDLESS_DEEDS}|实施)|继续(?={ENDLESS_DEEDS})
  | 动态(?=更新|调整|管理|公开|维护|监测|清零|推进|完善|优化)|随时|全天候
    )(?:{ENDLESS_DEEDS})*""", re.X)  # fmt: skip
WHOLE_YEAR = re.compile(
    rf"(?:贯穿|持续|覆盖|涵盖)?(?:(?P<year>(?:19|20)[0-9]{{2}}|[{HAN_DIGITS}]{{4}}(?=年))年?度?)?(?:一?整年|(?<![健安保周])全年(?!龄)度?)内?(?:(?:持续|常态化?|不间断|不断|滚动)(?:{ENDLESS_DEEDS})*)?"
)

UNIT_OF_TIME = r"(?:个?工作日|自然日|日历日|日|天|个月|周|个?星期|年|个?小时|个?季度|个?学期|分钟)"
DURATION = re.compile(rf"(?:{N}(?:\.[0-9]+)?(?:[-~—–至到]{N})?|几|数)(?:个半|多个|个)?{UNIT_OF_TIME}(?:[之以])?内|半(?:个?月|年|天|小时)[之以]?内|当[日天]")
BEFOREHAND = re.compile(rf"(?:提?前|不少于|至少){N}(?:-{N})?个?(?:工作日|日|天|周|个?月|小时)(?!内)(?:[之以]前)?|{N}个?(?:工作日|天|周|小时|个月)[之以]?前")
DAY_BEFORE = re.compile(rf"{N}日[之以]?前")
COUNTED_FROM = re.compile(r"(?:之日|之时|当日|次日|之次日)起(?!,?[至到\-~—])")
CLAUSE_ENDS = r"(?=[^,;。、0-9月年]{0,10}(?:$|[,;。、)(]))"
AFTERWARDS = re.compile(rf"[之以]?后{CLAUSE_ENDS}")
NOT_AFTERWARDS = "善前今此然最先落以之向滞随背延"
BEFORE_EVENT = re.compile(rf"(?:召开|开展|举办|举行|实施|启动|开始|发布|公布|公开|施行|提交|印发|审议|出台|会议?|评估|考核|检查|验收|督查|评审|竣工|换届|放假|总结|施工|届满|到期|开工|投用|办理)[之以]?前{CLAUSE_ENDS}")
TOGETHER = re.compile(r"[与随同][^,;。、0-9月]{1,20}(?:同步|同时|一并)(?:公开|发布|起草|审签|部署|推进|落实|开展|解读)*")
FROM_EVENT_MONTH = re.compile(rf"(?:次|当)月(?:{N}日|[底末初]|[上中下]旬)?[之以]?[前内]?|次日(?:{N}时)?[之以]?前?|当季度?[末底内]?前?")

PLAN_PERIOD = re.compile(rf"十(?P<plan>[{HAN_DIGITS}])五(?:规划)?(?:(?P<end>期?[末底]|收官(?:之年)?|结束)前?|(?P<whole>期间|时期|全期)内?)")
FIRST_YEARS = {"一": 2006, "二": 2011, "三": 2016, "四": 2021, "五": 2026, "六": 2031}
FESTIVAL = re.compile(
    r"(?:元旦|春节|清明|端午|中秋|国庆|五一(?!次)|七一|八一|十一(?=前|假期|期间|长假|黄金周)|双节|两节|两会|[主入]?汛期?|[采供]暖[季期]?|供热[季期]?|[寒暑]假|暑期|开学|[高中]考|春耕|三夏|三秋|秋收|入[冬夏]|[春夏秋冬]季|学期|学年)"
    r"(?:假期|节假?日?|节|长假|开学)?(?:[初末底中]|期间|前后|[之以]?[前后]|$|(?=[,;。、)(]))"
)
NEARBY = re.compile(r"(?:本|这|上|下一?个?)(?:月|季度?|周|旬)(?:[底末初]|[上中下]旬)?[之以]?[前内]?|下?周[一二三四五六日][之以]?前?|月[底末初中][之以]?前?|月内")
VAGUE = re.compile(r"""
    第一时间|立行立改|即知即改|边查边改|立查立改|[即随]到即办
  | (?:立即|马上|即时|即刻|实时|及时|适时|限时|尽快|尽早|抓紧|限期|按需|不定期|择机|必要时|酌情|适当时候|近期|短期|中期|远期|早日)(?:整改)?
  | 按(?:时|期|照?[^,;。、0-9月]{0,16}?(?:要求|部署|安排|规定|进度|计划|时限|节点|通知|时序|方案|程序|统一))
  | 根据|依据|结合|视情况?|视[^,;。、0-9月]{2,10}(?:情况|而定)|依申请(?:公开)?|依法(?:依规)?
  | (?:法定|规定)(?:的?(?:时限|时间|期限))内? | 待定|待[^,;。、0-9月]{2,12}(?:确定|明确)|另行(?:通知|安排|确定)|同上
  | 即日起?|分阶段(?:推进|实施)?|逐步|有序推进|加快推进|适时
""", re.X)  # fmt: skip
ONLY_MARKS = re.compile(r"[-—–―/\\|.…·*_~无]*")


def read_whole_year(text: str, at: int) -> Undated | None:
    """Read 全年, with the year and the 持续 that may stand around it."""
    match = WHOLE_YEAR.match(text, at)
    if not match or not match[0]:
        return None
    value = read_numeral(match["year"]) if match["year"] else None
    year = Year(YearKind.WRITTEN, value) if value else Year(YearKind.FROM_DOCUMENT)
    return Undated(TermKind.WHOLE_YEAR, at, match.end(), year=year)


def read_endless(text: str, at: int) -> Undated | None:
    """Read work without an end: 长期坚持, 常态化, 持续推进, 动态更新."""
    match = ENDLESS.match(text, at)
    return Undated(TermKind.LONG_TERM, at, match.end()) if match else None


def read_relative(text: str, at: int, floor: int) -> Undated | None:
    """Read a time counted from an event; its words begin with the event, at most at ``floor`` where a phrase ended."""
    before = text[at - 1 : at] or BREAK
    for pattern in (DURATION, BEFOREHAND, FROM_EVENT_MONTH):
        match = pattern.match(text, at)
        if match and before not in NUMERAL_CHARACTERS + "本每":
            return Undated(TermKind.RELATIVE, _event(text, at, floor), match.end())
    together = TOGETHER.match(text, at)
    if together:
        return Undated(TermKind.RELATIVE, at, together.end())
    counted = COUNTED_FROM.match(text, at)
    if counted:
        return Undated(TermKind.UNKNOWN, _event(text, at, floor), counted.end(), BEGINNING_ONLY, from_now=True)
    return _around_event(text, at, floor)


def _around_event(text: str, at: int, floor: int) -> Undated | None:
    """Read 印发后, 会议召开前, 会议召开5日前; a bare 5日前 could be any month's."""
    after, before = AFTERWARDS.match(text, at), BEFORE_EVENT.match(text, at)
    if before:
        return Undated(TermKind.RELATIVE, _event(text, at, floor), before.end())
    if after and _event(text, at, floor) < at and text[at - 1] not in NOT_AFTERWARDS:
        return Undated(TermKind.RELATIVE, _event(text, at, floor), after.end())
    days = DAY_BEFORE.match(text, at)
    if not days or (at and text[at - 1] in NUMERAL_CHARACTERS + "月每、和至-/."):
        return None
    start = _event(text, at, floor)
    if at - start > 1:
        return Undated(TermKind.RELATIVE, start, days.end())
    return Undated(TermKind.UNKNOWN, start, days.end(), f"“{days[0]}”没有写明是哪个月")


def _event(text: str, at: int, floor: int) -> int:
    return max(floor, reach(text, at, at, CLAUSE_MARKS + "、(")[0])


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
    return Dated(at, match.end(), Span((last,), at, match.end()), Bound.NONE)


def read_vague(text: str, at: int) -> Undated | None:
    """Read words that name no day: festivals and seasons, 月底, 本月底, 及时, 按要求, 视情."""
    festival = FESTIVAL.match(text, at)
    if festival:
        return Undated(TermKind.UNKNOWN, at, festival.end(), f"“{festival[0]}”没有写明具体日期", vague=True)
    nearby = NEARBY.match(text, at)
    if nearby and not (at and text[at - 1] in NUMERAL_CHARACTERS + "每各逐按第个"):
        return Undated(TermKind.UNKNOWN, at, nearby.end(), f"“{nearby[0]}”没有写明具体日期", vague=True)
    match = VAGUE.match(text, at)
    if not match:
        return None
    return Undated(TermKind.UNKNOWN, at, match.end(), f"“{match[0]}”没有写明日期", vague=True, from_now=match[0].startswith("即日"))
