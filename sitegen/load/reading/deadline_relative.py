"""Times counted from an event (相对时限): 印发后20个工作日内, 会议召开前3日, 活动结束后, 自印发之日起, 与文件同步公开.

Here belong durations and the events they count from; the words of a phrase begin with its event. Dates that end a
stretch (印发之日起至12月底) are read in ``deadline_phrases``.
"""

from __future__ import annotations

import re

from sitegen.load.reading.deadline_phrases import BEGINNING_ONLY, Undated
from sitegen.load.reading.deadline_text import BREAK, CLAUSE_MARKS, NUMERAL_CHARACTERS, N, reach
from sitegen.model.reading import TermKind

UNIT = "(?:个?工作日|自然日|日历日|日|天|个月|周|个?星期|年|个?小时|个?季度|个?学期|分钟)"
UP_TO = rf"(?:[-~—–至到]{N})?"
DURATION = re.compile(rf"""
    (?:{N}(?:\.[0-9]+)?{UP_TO}|几|数)(?:个半|多个|个)?{UNIT}[之以]?内
  | 半(?:个?月|年|天|小时)[之以]?内|当[日天]
""", re.X)  # fmt: skip
DURATION_ALONE = re.compile(rf"{N}{UP_TO}(?:个?工作日|天|个月|周|个?小时)(?=$|[,;。、)])")
BEFOREHAND = re.compile(rf"""
    (?:提?前|不少于|至少|(?:最[长多迟])?不(?:得|应|宜)?超过){N}(?:-{N})?个?(?:工作日|日|天|周|个?月|小时)(?!内)(?:[之以]前)?
  | {N}个?(?:工作日|天|周|小时|个月)[之以]?前
""", re.X)  # fmt: skip
NEXT_OR_SAME = re.compile(rf"""
    [次当]月(?!的?(?:信息|情况|数据|工作|任务|报表|进展))(?:{N}日|[底末初]|[上中下]旬)?[之以]?[前内]?|次日(?:{N}时)?[之以]?前?|当季度?[末底内]?前?
""", re.X)  # fmt: skip
MONTHS_COUNTED = re.compile(rf"{N}月[之以]?内(?![容外部设])")
COUNTED_BEFORE = re.compile("(?<![以之])后$|[之即]日起,?$|之时起,?$")
COUNTED = re.compile(rf"(?:之日|之时|当日|次日|之次日)起,?(?:计算)?,?(?:的|满|不超过)?{N}{UNIT}(?:[之以]?内)?(?![前]|[0-9])")
COUNTED_FROM = re.compile(r"(?:之日|之时|当日|次日|之次日)起(?!,?[至到\-~—])")
TOGETHER = re.compile("[与随同][^,;。、0-9月]{1,20}(?:同步|同时|一并)(?:公开|发布|起草|审签|部署|推进|落实|开展|解读)*")
CLAUSE_ENDS = "(?=[^,;。、0-9月年]{0,10}(?:$|[,;。、)(]))"
AFTERWARDS = re.compile(rf"[之以]?后(?![续勤期方进备台果代补]){CLAUSE_ENDS}")
NOT_AFTERWARDS = "及其善前今此然最先落以之向滞随背延售课幕"
EVENT = (
    "召开|开展|举办|举行|实施|启动|开始|发布|公布|公开|施行|提交|印发|审议|出台|会议?|评估|考核|检查|验收|督查|评审"
    "|竣工|换届|放假|总结|施工|届满|到期|开工|投用|办理"
)
WITH_EVENT = re.compile(rf"(?:{EVENT})的?(?:同时|之日(?!起))")
BEFORE_EVENT = re.compile(rf"(?:{EVENT})[之以]?前{CLAUSE_ENDS}")
DAY_BEFORE = re.compile(rf"{N}日[之以]?前")


def read_months_after(text: str, at: int, floor: int) -> Undated | None:
    """Read months that are counted from an event, though 个 is left out: 印发后3月内, 立案之日起2月内."""
    match = MONTHS_COUNTED.match(text, at)
    if not match or not COUNTED_BEFORE.search(text[max(0, at - 3) : at]):
        return None
    return Undated(TermKind.RELATIVE, _event(text, at, floor), match.end())


def read_relative(text: str, at: int, floor: int) -> Undated | None:
    """Read a time counted from an event; its words begin with the event, at most at ``floor`` where a phrase ended."""
    before = text[at - 1 : at] or BREAK
    for pattern in (DURATION, BEFOREHAND, NEXT_OR_SAME):
        match = pattern.match(text, at)
        if match and before not in NUMERAL_CHARACTERS + "本每第":
            return Undated(TermKind.RELATIVE, _event(text, at, floor), match.end())
    alone = DURATION_ALONE.match(text, at)
    if alone and _event(text, at, floor) == at:
        return Undated(TermKind.RELATIVE, at, alone.end())
    together = TOGETHER.match(text, at)
    if together:
        return Undated(TermKind.RELATIVE, at, together.end())
    measured = COUNTED.match(text, at)
    if measured:
        return Undated(TermKind.RELATIVE, _event(text, at, floor), measured.end())
    counted = COUNTED_FROM.match(text, at)
    if counted:
        return Undated(TermKind.UNKNOWN, _event(text, at, floor), counted.end(), BEGINNING_ONLY, from_now=True)
    return _around_event(text, at, floor)


def _around_event(text: str, at: int, floor: int) -> Undated | None:
    """Read 印发后, 公布之日, 出台同时, 会议召开前, 会议召开5日前; a bare 5日前 could be any month's."""
    along = WITH_EVENT.match(text, at)
    if along:
        return Undated(TermKind.RELATIVE, _event(text, at, floor), along.end())
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
