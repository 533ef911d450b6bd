"""Recurring deadlines (定期时限): 每季度, 每年1月31日前, 按月, 逐季, 季度末, 一月一调度, 2次/年, 定期.

Here belong all words that name a period that comes back, with the point inside the period and the number of times that
follow them. They state no day of one year.
"""

from __future__ import annotations

import re

from sitegen.load.reading.deadline_phrases import Undated
from sitegen.load.reading.deadline_text import BREAK, LIST, NUMERAL_CHARACTERS, RANGE, N
from sitegen.model.reading import TermKind

TIMES = "(?:次|期|场次?|轮|篇|项|批|回|家|条|个|件)"
DEED = (
    "组织|开展|召开|举办|举行|进行|报送|上报|通报|更新|发布|公布|调度|检查|抽查|巡查|编制|形成|完成|实施|推送"
    "|公开|自查|培训|一?次"
)
FEW_OR_MANY = "至少|不得?少于|不低于|最少|不超过|最多|原则上|分别|各|均|集中|定期"
COUNT = rf"(?:(?:{FEW_OR_MANY})*(?:{DEED})*(?:至少|不得?少于|不低于)?{N}(?:[-~—至到]{N})?{TIMES}(?:以上)?)"

EVERY = rf"每隔?(?:个|一)*(?:{N}个?|几个?)?"
YEARLY = re.compile(rf"""(?:
    {EVERY}(?:年度?|学年|财年)
  | 各年度?|按年(?![龄度])|按年度(?!计划|安排|目标|工作|任务|要求)|逐年|年年|每[逢到](?={N}月|年)|[一1]年一度
)(?!会)""", re.X)  # fmt: skip
SHORTER = re.compile(rf"""
    {EVERY}(?:半年度?|半个月|季度?|个?月份?|周|星期|旬|日|天|工作日|学期|[单双]月|两月|半月)
  | 各个?(?:季度|月份?)
  | 逐(?:季度?|月|周|旬|日)
  | 按照?(?:半年度?|季度?|月度?|周|旬|日)(?![程期节薪份照])
  | 每[逢到](?:重[大要点]|法定|传统)?(?:节假?日|会议|活动|周|季|月)
  | 季季|月月|周周|天天|[单双隔][月周](?![二三四五六日末]|一(?!次))
""", re.X)  # fmt: skip
BARE = re.compile("季度末?|季末|月度|半年度")
NOT_BEFORE_BARE = NUMERAL_CHARACTERS + "第本当上下前首该Q"
ONCE = re.compile(rf"""
    (?![二三四五][月季])(?:半|[一二两三四五]个?|[0-9]个)(?:年|季度?|月|周|天|日)度?[一二两三四1-4]
    (?:次|期|轮|场|报|调度|通报|小结|总结|分析|评估|汇总|更新|研判|督查|检查|会商|例会|晒|评|考核|汇报|报告|讲堂?)
  | {N}(?:[-~—至到]{N})?{TIMES}(?:以上)?[/每](?:半年|学年|年|季度?|月|周|天|日)
  | (?:年|季度?|月|周|日)/次
  | (?:半年|1年){N}次
""", re.X)  # fmt: skip
HABIT = re.compile(
    "(?:半年|[月季周年旬日])(?:调度|通报|考核|小结|会商|督查|督导|例会|检查|点评|评估|研判|分析|报送|清零|汇总|推进会|(?<!年)总结|报告(?=制|$|[,;。、)])"
    "|排名|公示)"
)
BEFORE_HABIT = ",;。、:(和及与实行"
REGULARLY = re.compile("(?<!不)定期(?!存|限)")

JOINED = rf"(?:{LIST}|{RANGE})"
NUMBERS = rf"{N}(?:{JOINED}{N})*"
IN_PERIOD = rf"""
    首月|末月|首日|末日|首个?(?:工作日|周|月)|第{N}个?(?:月|周|季度|工作日|星期)
  | 最后(?:一|{N})?个?(?:月|周|工作日|天|日|季度)
  | {NUMBERS}[日号]|{N}个?(?:工作日|天|月内|周)|(?:周|星期|礼拜)[一二三四五六日天末]|[一二三四五六日天](?=$|[、,;。)])
  | [上中下]旬|[上下]半[年月]|开学[初后前]?|期?[底末初](?!端)|中(?={LIST}|[、和]?下?旬)
  | 次[月年日]|下(?:一|个)?(?:月|季度|年)?度?(?={N}|[底末初])|翌年|当[月季年]度?
  | (?:上午|下午)?[0-9]{{1,2}}(?::[0-9]{{2}}|[时点])(?:{N}分|半)?|下班|24时
"""
IN_YEAR = rf"[春夏秋冬]季(?!运动)|两会|主?汛期|[寒暑]假|[采供]暖[季期]|春节|国庆节?|元旦|年?(?:[底末初](?!端)|终(?!了))|年中|岁[末尾]|第?{N}(?:{JOINED}第?{N})*季度|{NUMBERS}月份?|1?[0-9]\.[1-3]?[0-9]"
BOUNDS = "[之以]?前|[之以]?内|结束|终了|左右|期?间|止|之?后|起"
AFTER_SHORTER = re.compile(rf"""(?:
    的|{JOINED}?(?:{IN_PERIOD})|{BOUNDS}|{COUNT}
  | \((?:{JOINED}|{N}月份?|{IN_PERIOD}|{N}|{BOUNDS}|各|分别|{COUNT})++\)
)*""", re.X)  # fmt: skip
AFTER_YEARLY = re.compile(rf"""(?:
    的|{JOINED}?(?:{IN_YEAR}|{IN_PERIOD})|{BOUNDS}|{COUNT}
  | \([^()]*[月底末次日号]前?\)
)*""", re.X)  # fmt: skip


def read_recurring(text: str, at: int, floor: int) -> Undated | None:
    """Read a recurring phrase that begins at a place of a unified text; ``floor`` is where the phrase before it ended."""
    for head, tail in ((YEARLY, AFTER_YEARLY), (SHORTER, AFTER_SHORTER)):
        match = head.match(text, at)
        if match:
            return _phrase(at, _tail_end(tail, text, match.end()))
    before = text[at - 1 : at] or BREAK
    bare = BARE.match(text, at)
    if bare and before not in NOT_BEFORE_BARE:
        return _phrase(at, _tail_end(AFTER_SHORTER, text, bare.end()))
    once = ONCE.match(text, at)
    if once and before not in NUMERAL_CHARACTERS + "第前近":
        return _phrase(at, once.end())
    habit = HABIT.match(text, at)
    if habit and (at == floor or before in BEFORE_HABIT):
        return _phrase(at, habit.end())
    regularly = REGULARLY.match(text, at)
    if regularly:
        return Undated(TermKind.RECURRING, at, regularly.end(), remark="“定期”没有写明多久一次", vague=True)
    return None


def _tail_end(tail: re.Pattern[str], text: str, at: int) -> int:
    match = tail.match(text, at)
    return match.end() if match else at


def _phrase(start: int, end: int) -> Undated:
    return Undated(TermKind.RECURRING, start, end)
