"""What comparisons are called in Chinese (对照用语): kinds, relations, sentences, grounds, remarks.

A suggestion is always called one, and wording that was not found is only called not found in the text (文字上未见): no
document says whether the work was done. Nothing here computes.
"""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.derive.comparison.alignment import SentenceStatus
from sitegen.derive.comparison.difference import Segment
from sitegen.derive.comparison.pairs import IN_TIME, ComparisonKind
from sitegen.derive.comparison.view import Ground, PlanSide
from sitegen.derive.entries import beginning
from sitegen.derive.wording import quoted
from sitegen.model import Relation

KINDS = {
    ComparisonKind.YEARS: "年度对照",
    ComparisonKind.LEVELS: "上下级对照",
    ComparisonKind.RECONCILIATION: "要点与任务表对账",
    ComparisonKind.SIBLINGS: "同源表述对照",
    ComparisonKind.REVISION: "修订对照",
}
GROUNDS = {
    Ground.DECLARED: "编辑认定",
    Ground.SUGGESTED: "文字比对提示，未经认定",
    Ground.STRUCTURE: "按文件自身的编排",
    Ground.NONE: "未找到对应文字",
}
RELATIONS = {
    Relation.CONTINUED: "文字相同",
    Relation.REWORDED: "改写",
    Relation.PARTLY_KEPT: "部分保留",
    Relation.MERGED: "合并",
    Relation.SPLIT: "拆分",
    Relation.MOVED: "移动",
    Relation.DROPPED: "不再出现",
    Relation.NEW: "新增",
    Relation.CARRIES_OUT: "承接",
    Relation.SAME_SOURCE: "同源表述",
    Relation.NONE: "无对应",
}
DECLARED_RELATIONS = {**RELATIONS, Relation.CONTINUED: "延续"}
SUGGESTED_RELATIONS = {**RELATIONS, Relation.CARRIES_OUT: "文字相近"}
UNMATCHED_OLD = {
    ComparisonKind.YEARS: "不再出现",
    ComparisonKind.LEVELS: "下级文件文字上未见",
    ComparisonKind.RECONCILIATION: "任务表未见",
    ComparisonKind.SIBLINGS: "只见于前者",
    ComparisonKind.REVISION: "删去",
}
UNMATCHED_NEW = {
    ComparisonKind.YEARS: "新增",
    ComparisonKind.LEVELS: "上级文件文字上未见",
    ComparisonKind.RECONCILIATION: "要点正文未见",
    ComparisonKind.SIBLINGS: "只见于后者",
    ComparisonKind.REVISION: "新增",
}
ONLY_OLD = {
    ComparisonKind.YEARS: "不再出现的文字",
    ComparisonKind.RECONCILIATION: "正文有、任务表未见的文字",
    ComparisonKind.SIBLINGS: "只见于前者的文字",
    ComparisonKind.REVISION: "删去的文字",
}
ONLY_NEW = {
    ComparisonKind.YEARS: "新增的文字",
    ComparisonKind.LEVELS: "本级另有的文字",
    ComparisonKind.RECONCILIATION: "任务表有、正文未见的文字",
    ComparisonKind.SIBLINGS: "只见于后者的文字",
    ComparisonKind.REVISION: "新增的文字",
}
SENTENCES = {
    SentenceStatus.SAME: "相同",
    SentenceStatus.FORM_ONLY: "仅标点格式不同",
    SentenceStatus.REWORDED: "改写",
    SentenceStatus.MOVED: "移动",
    SentenceStatus.MOVED_AND_EDITED: "移动并改写",
    SentenceStatus.REPEATED: "重复出现",
    SentenceStatus.ECHOED: "部分文字另见",
}
SIDE_BY_SIDE = {
    SentenceStatus.REWORDED: "文字有不同",
    SentenceStatus.MOVED: "见于其他条",
    SentenceStatus.MOVED_AND_EDITED: "见于其他条，文字有不同",
}
MARKS = {
    ComparisonKind.YEARS: ("删去", "新增"),
    ComparisonKind.LEVELS: ("仅上级", "仅下级"),
    ComparisonKind.RECONCILIATION: ("仅正文", "仅任务表"),
    ComparisonKind.SIBLINGS: ("仅前者", "仅后者"),
    ComparisonKind.REVISION: ("删去", "新增"),
}
REMARKS = {
    ComparisonKind.YEARS: "“新增”“不再出现”只就文字而言，不表示工作开始或停止。",
    ComparisonKind.LEVELS: "“文字上未见”只表示没有找到相近的文字，不表示没有落实。",
    ComparisonKind.RECONCILIATION: "正文与任务表不一致时，两处都照原文列出，不判断以哪一处为准。",
    ComparisonKind.SIBLINGS: "两份文件之间没有承接关系；文字相同或相近，可能来自同一份上级文件。",
    ComparisonKind.REVISION: "两份文本逐句比对，只列文字变化。",
}
GROUND_REMARK = "注明“编辑认定”的对应由编辑确定；注明“文字比对提示”的只说明文字相近，不是认定。"
UNLIKE_PARTS = "一边是要点正文，一边是任务表，写法不同，文字差异不都是工作的变化。"
ALL_ANSWERED = "各句都有对应或相近的文字"
PARTLY_ANSWERED = "有{number}句文字上未见"
NOT_ANSWERED = "整条文字上未见"
PROSE, TABLE = "要点正文", "任务表"
BEFORE, AFTER = "修订前", "修订后"
CHANGE = 16
MOVED_AWAY = "各句见于其他条"
FEW_WORDS = "个别词语相近"
SAME_PLACE = "同一位置"
UNITS, DEADLINE, TITLE, SECTION = "责任单位", "完成时限", "标题", "部分标题"


def sentence_label(status: SentenceStatus, kind: ComparisonKind) -> str:
    """What a line is called in a kind of comparison; only where one text became the other was anything changed or moved."""
    if status is SentenceStatus.ADDED:
        return UNMATCHED_NEW[kind]
    if status is SentenceStatus.REMOVED:
        return UNMATCHED_OLD[kind]
    if kind not in IN_TIME and status in SIDE_BY_SIDE:
        return SIDE_BY_SIDE[status]
    return SENTENCES[status]


def relation_label(relation: Relation, ground: Ground, kind: ComparisonKind) -> str:
    """What a row is called, by the ground it stands on."""
    if ground is Ground.DECLARED:
        return DECLARED_RELATIONS[relation]
    if relation in (Relation.NEW, Relation.DROPPED):
        return UNMATCHED_NEW[kind] if relation is Relation.NEW else UNMATCHED_OLD[kind]
    return SUGGESTED_RELATIONS[relation]


def only_old_heading(kind: ComparisonKind, old: PlanSide) -> str:
    """Heading of the wording that only the first plan has; a superior's is called by its level."""
    return f"{old.level}要求尚未见承接表述" if kind is ComparisonKind.LEVELS else ONLY_OLD[kind]


def absent_label(year: int) -> str:
    """A year that is not held."""
    return f"{year}年：未收录"


def absent_remark(years: tuple[int, ...]) -> str:
    """What missing years mean for reading the differences."""
    listed = "、".join(f"{year}年" for year in years)
    return f"{listed}的文件没有收录，不知道这些变化出现在哪一年。"


def common_ancestor_remark(place: str) -> str:
    """Under which place both places of a comparison lie."""
    return f"两地同属{place}。"


def cited_remark(titles: Sequence[str]) -> str:
    """Which documents both sides cite, or that they cite none in common."""
    listed = "、".join(f"《{title}》" for title in titles)
    return f"两份文件都引用了{listed}。" if titles else "两份文件没有写明共同依据的文件。"


def sentence_place(clause: str, ordinal: int) -> str:
    """Where a sentence stands: the clause's number, and the sentence's among several (0: there is only one)."""
    return f"{clause}第{ordinal}句" if ordinal else clause


def change_in_words(segment: Segment, kind: ComparisonKind) -> str:
    """One changed run as a plain phrase: “预算”改为“决算”, 删去“及时”; between places and levels 仅上级“…”，仅下级“…”."""
    old, new = quoted(beginning(segment.old, CHANGE)), quoted(beginning(segment.new, CHANGE))
    if segment.old and segment.new and kind in IN_TIME:
        return f"{old}改为{new}"
    gone, come = MARKS[kind]
    return "，".join(part for part in (gone + old if segment.old else "", come + new if segment.new else "") if part)


def score_label(score: float | None) -> str:
    """A score in words, or "" where there is none."""
    return "" if score is None else f"相似度{score:.2f}"


def title(kind: ComparisonKind, old: PlanSide, new: PlanSide) -> str:
    """What a comparison is called, with both sides named."""
    if kind is ComparisonKind.RECONCILIATION:
        if old.plan_id == new.plan_id:
            return f"{old.jurisdiction}{old.year}年{old.edition}：{PROSE}与{TABLE}"
        return f"{old.jurisdiction}{old.year}年：{PROSE}{old.edition}与{TABLE}{new.edition}"
    if kind is ComparisonKind.REVISION:
        return f"{old.jurisdiction}{old.year}年：{BEFORE}{old.edition}与{AFTER}{new.edition}"
    if kind is ComparisonKind.YEARS:
        return f"{old.jurisdiction}：{old.year}年{old.edition}与{new.year}年{new.edition}"
    if kind is ComparisonKind.SIBLINGS:
        return f"{old.name}与{new.name}的同源表述"
    return f"{old.name}与{new.name}"
