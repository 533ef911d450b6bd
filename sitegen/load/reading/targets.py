"""Measurable targets (量化要求) in running prose: 不少于5次, 不低于50%, 每年至少开展2次, 95%以上, 不超过20个工作日.

Here belong quantities with a bound. A bare count (4个入口), an age or level (60岁以上), a condition (超过2周未更新) and a
slogan (最多跑一次) are no targets; a change that is demanded (增长5%) is one.
Times that count from an event (20个工作日内) are read as deadlines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sitegen.load.reading.deadline_text import HAN_NUMERALS, unify
from sitegen.load.reading.numerals import read_numeral
from sitegen.model.reading import Target

FREQUENCY = r"(?:每(?:个)?(?:年度?|半年|季度?|月|周|学期|学年|两年|两月)|全年|年内)"
LEAST = r"不(?:得|应|宜|能)?(?:少|低|小)于|大于等于|至少|最少|最低|≥|>="
MOST = r"不(?:得|应|宜|能)?(?:超过|[多高大]于)|小于等于|至多|最多(?!跑)|≤|<=|(?:控制|压缩|压减|缩短|缩减|降低?|下降|减少)[至到在]"
DEED = rf"(?:(?!{LEAST}|{MOST})[^,;。:、0-9()])"

ARABIC = r"[0-9]{1,15}+(?:,[0-9]{3}){0,4}+(?:\.[0-9]{1,9}+)?"
LARGE = r"万?亿?(?:元|人次|人|件|份|户|家|亩|吨|平方米|公里|条|册|只|株|千瓦|个)"
COUNTED = rf"人次|场次|批次|个百分点|{LARGE}|次|场|期|轮|篇|项|种|类|部|幅|张|名|位|处|座|所|套|款|批|例|宗|课时|学时|块|字|倍|成"
TIMES = "个?工作日|个自然日|个?小时|个月|分钟|秒钟?|天|日|周|年"
HAN_COUNTED = "人次|场次|个|次|场|期|轮|篇|项|种|类|名|位|件|家|人|份|条|处|所|批|成|倍"
QUANTITY = rf"""(?:
    (?P<number>{ARABIC})(?:[-—–~至到](?P<upper>{ARABIC}))?余?(?P<measure>%|‰|{TIMES}|{COUNTED}|分)(?![/之率])
  | (?P<han>[{HAN_NUMERALS}]{{1,12}}+)(?P<han_measure>{HAN_COUNTED})(?!之)
  | 百分之(?P<percent>[{HAN_NUMERALS}]{{1,12}})
)(?P<kind>形式|方式|渠道)?"""  # fmt: skip
AFTER = r"(?:(?P<over>[及或含]?以上)|(?P<under>[及或]?以[内下]|之内|内))"

BOUNDED = re.compile(
    rf"{FREQUENCY}?(?:(?P<least>至少{DEED}{{0,16}}?|(?:{LEAST})(?:{DEED}{{0,3}}?|{DEED}{{1,14}}的))|(?P<most>(?:{MOST}){DEED}{{0,2}}?)){QUANTITY}{AFTER}?",
    re.X,
)
REACHED = re.compile(
    rf"(?P<least>达到?|(?:提升|提高|增加|增长|上升)[至到]|保持在?|稳定在|(?<!不)超过|(?<!不)高于){QUANTITY}{AFTER}?",
    re.X,
)
GROWN = re.compile(
    rf"(?<!同比)(?:增长|增加|提高|提升|上浮|下降|降低|减少|压减|压缩|缩短)"
    rf"(?P<number>{ARABIC})(?P<measure>%|‰|个百分点|倍)(?P<kind>)(?:(?P<over>[及或含]?以上)|(?!左右|上下|[以之]内|的|[0-9]))"
)
"""A change that is demanded: 增长5%, 提高2个百分点以上. What has happened (同比增长, 增长了) is none."""

BELOW = re.compile(rf"(?<=[率比度])(?:应当?|要|须|均)?(?:低于|小于|少于){QUANTITY}(?![的时者])", re.X)
OVER = re.compile(rf"(?:{FREQUENCY}{DEED}{{0,8}}?)?{QUANTITY}{AFTER}", re.X)
COMPLETE = re.compile(r"(?<=[率比例度盖成现])(?:均|要|应|须|需|为|是)*(?P<number>100(?:\.0+)?|百分之百)(?P<measure>%)?")
SOME = re.compile(QUANTITY, re.X)
SIZED = re.compile(
    "的?(?:重[大点]|在建|新建|政府|投资|建设|工程|规模|大型|公共|采购|施工|招标){0,3}"
    "(?:项目|企业|单位|工程|建筑|事故|园区|小区|村庄?|农户|合同|采购|设备|资金|用地|机构|场所|社区|学校|车站|机组|罚款|住宅)"
)
SIZES = re.compile("万?亿?(?:元|亩|吨|平方米|公里|千瓦|人|户|家)")
"""Together: what is meant by its size, and no demand: 500万元以上项目, 3000平方米以上的公共建筑."""
CONDITIONS = tuple("涉由经每满近逾余有的")
DURATIONS = re.compile(TIMES)
# Of so many texts it is remembered what they demand: a plan repeats sentences of the year before.
TEXTS = 10_000


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity found in unified text, before its words are taken from the text as written."""

    start: int
    end: int
    bound: str
    number: str
    measure: str


@lru_cache(TEXTS)
def find_targets(text: str) -> tuple[Target, ...]:
    """Find the measurable targets of a text, in order; the words are taken as written."""
    unified = unify(text)
    found: list[Target] = []
    # Most sentences hold no quantity at all; the others are tried at each character.
    at = 0 if SOME.search(unified.text) or COMPLETE.search(unified.text) else len(unified.text)
    while at < len(unified.text):
        quantity = _quantity_at(unified.text, at)
        if not quantity:
            at += 1
            continue
        start, end = unified.written(quantity.start, quantity.end)
        found.append(Target(text[start:end], quantity.bound, quantity.number, quantity.measure, start, end))
        at = quantity.end
    return tuple(found)


def _quantity_at(text: str, at: int) -> Quantity | None:
    if at and text[at].isdigit() and (text[at - 1].isdigit() or text[at - 1] in ".,"):
        return None
    bounded = BOUNDED.match(text, at)
    if bounded:
        return _quantity(bounded, "at_most" if bounded["most"] else "at_least")
    reached = REACHED.match(text, at)
    if reached and _is_level(text, reached):
        return _quantity(reached, "at_most" if reached["under"] else "at_least")
    grown = GROWN.match(text, at)
    if grown:
        return _quantity(grown, "at_least" if grown["over"] else "exactly")
    below = BELOW.match(text, at)
    if below:
        return _quantity(below, "at_most")
    over = OVER.match(text, at)
    if over and _is_demand(text, over):
        return _quantity(over, "at_least" if over["over"] else "at_most")
    complete = COMPLETE.match(text, at)
    if complete and (complete["measure"] or complete["number"] == "百分之百"):
        return Quantity(complete.start("number"), complete.end(), "exactly", "100", "%")
    return None


def _is_level(text: str, match: re.Match[str]) -> bool:
    """Whether 达到 and the like reach a quantity (达到95%以上), not a condition (超过50%的) or a duration (超过2周)."""
    percent = match["measure"] == "%" or match["percent"]
    word = match["least"]
    if text.startswith("的", match.end()) or DURATIONS.fullmatch(match["measure"] or ""):
        return False
    return bool(
        percent or match["measure"] == "个百分点" or (word.startswith("达") and match["number"]) or match["over"]
    )


def _is_demand(text: str, match: re.Match[str]) -> bool:
    """Whether 以上, 以内 bound what is demanded, not who is meant (50人以上的单位, 两个以上部门) or how long (3日内)."""
    measure = match["measure"] or match["han_measure"] or "%"
    before = text[match.start() - 1 : match.start()]
    if DURATIONS.fullmatch(measure) or before in CONDITIONS:
        return False
    if SIZES.fullmatch(measure) and SIZED.match(text, match.end()):
        return False
    within = match["under"] in ("内", "之内")
    if measure != "%" and (within or text.startswith("的", match.end())):
        return False
    return not (match["han"] and measure in ("个", "人", "名", "家", "位", "项", "类"))


def _quantity(match: re.Match[str], bound: str) -> Quantity:
    most = bound == "at_most"
    said = match.groupdict()
    written = said["number"] or said.get("han") or said.get("percent") or ""
    number = (said.get("upper") or written) if most else written
    if not said["number"]:
        number = str(read_numeral(number) or 0)
    measure = (said["measure"] or said.get("han_measure") or "%") + (said["kind"] or "")
    return Quantity(match.start(), match.end(), bound, number.replace(",", ""), measure)
