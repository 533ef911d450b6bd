"""Wording (措辞): how readings are said to readers in Chinese. The only place where readings become sentences.

Words of documents are quoted, never paraphrased; what we computed is called 推算; a date that has passed is never called
overdue, because no document says whether the work was done. Nothing here knows addresses, pages or HTML.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sitegen.model import (
    Basis,
    Deadline,
    DeadlineTerm,
    Form,
    KnownKind,
    Level,
    Mention,
    MentionKind,
    NoteKind,
    Precision,
    Role,
    Scope,
    Target,
    TermKind,
    UnitKind,
    Units,
)

PASSED = "时限已过，未见公布完成情况"
NO_UNITS = "文件未写明责任单位"
NO_DEADLINE = "文件未写明时限"
NOT_SEEN = "未见"
NOT_HELD = "未收录"
NO_RECORD = "无记录"
UNVISITED = "网址未核对"

NOTE_KINDS = {
    NoteKind.SOURCE_ERROR: "原文疑误",
    NoteKind.MERGED_CELL: "合并单元格",
    NoteKind.MISPLACED_LABEL: "栏目错位",
    NoteKind.GLUED_LABEL: "标题粘连",
    NoteKind.BROKEN_ROW: "跨页断开",
    NoteKind.REPEATED_TEXT: "文字重复",
    NoteKind.WORDING: "用语不一",
    NoteKind.NUMBERING: "编号",
    NoteKind.PUNCTUATION: "标点、全半角",
    NoteKind.NAMING: "名称写法",
    NoteKind.ACTOR_IN_TEXT: "正文另有责任主体",
    NoteKind.DATE_IN_TEXT: "正文另有时间",
    NoteKind.OTHER: "其他",
}
ROLES = {
    Role.LEAD: "牵头",
    Role.SUPPORT: "配合",
    Role.RESPONSIBLE: "责任",
    Role.IMPLEMENT: "落实",
    Role.REVIEW: "审核",
}
SCOPES = {Scope.ALL: "全体", Scope.SOME: "部分，未点名"}
LEVELS = {Level.STATE: "国家", Level.PROVINCE: "省级", Level.CITY: "市级", Level.DISTRICT: "区县级"}
FORMS = {Form.PROSE: "要点正文", Form.TABLE: "任务分解表", Form.PROSE_AND_TABLE: "要点正文和任务分解表"}
UNIT_KINDS = {
    UnitKind.DEPARTMENT: "政府部门",
    UnitKind.OFFICE: "办公机构",
    UnitKind.DISPATCHED: "派出机构",
    UnitKind.SUBDISTRICT: "街道",
    UnitKind.TOWN: "镇",
    UnitKind.VERTICAL: "垂直管理单位",
    UnitKind.INSTITUTION: "事业单位",
    UnitKind.ENTERPRISE: "企业",
    UnitKind.PARTY: "党群机关",
    UnitKind.OTHER: "其他单位",
}
KNOWN_KINDS = {
    KnownKind.PLAN: "工作要点",
    KnownKind.TABLE: "任务分解表",
    KnownKind.INTERPRETATION: "政策解读",
    KnownKind.ANNUAL_REPORT: "年度报告",
    KnownKind.REGULATION: "法规",
    KnownKind.NOTICE: "通知",
}
PERIOD_ENDS = {
    Precision.TEN_DAYS: "旬末",
    Precision.MONTH: "月末",
    Precision.QUARTER: "季末",
    Precision.HALF_YEAR: "半年末",
    Precision.YEAR: "年末",
}
BOUNDS = {"at_least": "不少于", "at_most": "不超过", "exactly": "为"}
GROUNDS = {Basis.STATED: "照录", Basis.NOT_STATED: "未写明", Basis.UNKNOWN: "不明"}
GROUNDS_EXPLAINED = {
    Basis.STATED: "文件的这一处写有这些文字，按原文理解。",
    Basis.INHERITED: "这一格没有印字，是合并单元格的一部分，按印有文字的那一行理解。",
    Basis.ASSIGNED: "原文的写法与本站的理解不同，由编辑认定并写明理由。",
    Basis.SOURCE_ERROR: "原文这一格疑有错误，照录，不作推断。",
    Basis.NOT_STATED: "文件没有写。",
    Basis.UNKNOWN: "这一格空白，看不出是合并单元格还是漏填，不作推断。",
}


def chinese_date(day: date) -> str:
    """A day as Chinese readers write it: 2024年6月27日."""
    return f"{day.year}年{day.month}月{day.day}日"


def counted(number: int, measure: str) -> str:
    """A count with its measure word: 58行, 3处."""
    return f"{number}{measure}"


def quoted(words: str) -> str:
    """Words in Chinese quotation marks; quotation marks inside become single ones."""
    return "“" + words.replace("“", "‘").replace("”", "’") + "”"


def joined(names: Iterable[str]) -> str:
    """Names in a list: 甲、乙、丙."""
    return "、".join(names)


def basis_label(basis: Basis, inherited_from: str | None = None, reason: str = "") -> str:
    """Ground of a reading in one phrase: 照录, 承接自第13行（合并单元格）, 编辑认定：…, 原文疑误：…, 未写明, 不明."""
    if basis is Basis.INHERITED:
        return f"承接自第{inherited_from}行（合并单元格）" if inherited_from else "承接自上文（合并单元格）"
    if basis is Basis.ASSIGNED:
        return f"编辑认定：{reason}" if reason else "编辑认定"
    if basis is Basis.SOURCE_ERROR:
        return f"原文疑误：{reason}" if reason else "原文疑误，未作推断"
    return GROUNDS[basis]


def basis_explanation(basis: Basis) -> str:
    """What a ground of a reading means, in one sentence for readers who meet it for the first time."""
    return GROUNDS_EXPLAINED[basis]


# ---- responsible units -------------------------------------------------------------------------------------------


def mention_kind(mention: Mention) -> str:
    """What a mention is: 点名, 群体（全体）, 群体（部分，未点名）, 未登记名称."""
    if mention.kind is MentionKind.UNIT:
        return "点名"
    if mention.kind is MentionKind.UNRESOLVED:
        return "未登记名称"
    return f"群体（{SCOPES[mention.scope]}）" if mention.scope else "群体"


def mention_role(mention: Mention) -> str:
    """Part of a mentioned body where the words state one; being responsible without more is not said."""
    return "" if mention.role is Role.RESPONSIBLE else ROLES[mention.role]


def units_remark(units: Units) -> str:
    """What the words leave open: a list that is not closed, a name that may be of one body or several; or ""."""
    listed = "名单没有列全：原文用了“等”“有关”“相关”一类的词，其余单位没有点名，本站不作推断。"
    remarks = [f"{mention.remark}。" for mention in units.mentions if mention.remark]
    return "".join([*([listed] if units.open_ended else []), *dict.fromkeys(remarks)])


def no_units_sentence(units: Units) -> str:
    """Why a reading names no unit, or "" where it names some."""
    if units.mentions:
        return ""
    return {
        Basis.NOT_STATED: NO_UNITS + "。",
        Basis.UNKNOWN: "原表这一格空白，不作推断。",
        Basis.SOURCE_ERROR: "原文疑误，不作推断。",
    }.get(units.basis, "读不出责任单位。")


def units_sentence(units: Units) -> str:
    """Reading of responsible units in one line, for lists and the command line.

    区发改局、区工信局；各街道（镇）（全体）；有关部门（部分，未点名）；名单未列全，and what a name leaves open.
    """
    if not units.mentions:
        return no_units_sentence(units)
    named = [_mention_words(mention) for mention in units.mentions if mention.kind is MentionKind.UNIT]
    others = [_registered_words(mention) for mention in units.mentions if mention.kind is not MentionKind.UNIT]
    return _units_line(named, others, units)


def unchecked_units_sentence(units: Units) -> str:
    """The same for a reading by the words alone, where no register was asked and no name can be called unregistered."""
    if not units.mentions:
        return no_units_sentence(units)
    named = [_mention_words(mention) for mention in units.mentions if mention.kind is not MentionKind.GROUP]
    groups = [_mention_words(mention) for mention in units.mentions if mention.kind is MentionKind.GROUP]
    return _units_line(named, groups, units)


def _units_line(named: list[str], others: list[str], units: Units) -> str:
    remarks = dict.fromkeys(mention.remark for mention in units.mentions if mention.remark)
    parts = [*([joined(named)] if named else []), *others, *(["名单未列全"] if units.open_ended else []), *remarks]
    return "；".join(parts) + "。"


def _registered_words(mention: Mention) -> str:
    unknown = mention.kind is MentionKind.UNRESOLVED
    return f"{_mention_words(mention)}（未登记名称）" if unknown else _mention_words(mention)


def _mention_words(mention: Mention) -> str:
    role = mention_role(mention)
    words = f"{mention.name}〔{role}〕" if role else mention.name
    return f"{words}（{SCOPES[mention.scope]}）" if mention.scope else words


# ---- deadlines ---------------------------------------------------------------------------------------------------


def term_reading(term: DeadlineTerm) -> str:
    """What a deadline term means, without its derivation: 2024年12月31日前, 2023年全年, 长期坚持."""
    if term.kind is TermKind.RANGE and (term.start or term.end):
        return _range(term)
    if term.kind is TermKind.BY_DATE and term.end:
        return chinese_date(term.end) + ("前" if "前" in term.words else "")
    if term.kind is TermKind.WHOLE_YEAR:
        return f"{term.year}年全年" if term.year else "全年"
    return {
        TermKind.LONG_TERM: "长期工作",
        TermKind.RECURRING: "定期工作",
        TermKind.RELATIVE: "从另一件事起算",
    }.get(term.kind, "读不出时限")


def _range(term: DeadlineTerm) -> str:
    if term.start and term.end:
        return f"{chinese_date(term.start)}至{chinese_date(term.end)}"
    if term.start:
        return f"{chinese_date(term.start)}起"
    return f"至{chinese_date(term.end)}" if term.end else "起止不明"


def term_derivation(term: DeadlineTerm) -> str:
    """How the reading follows from the words: 按原文“12月底前”推算到月末；年份取自文件. Empty where nothing was derived."""
    parts: list[str] = []
    if term.kind in (TermKind.LONG_TERM, TermKind.RECURRING, TermKind.RELATIVE):
        parts.append(f"原文{quoted(term.words)}，不推算日期")
    elif term.kind is TermKind.WHOLE_YEAR:
        parts.append(f"原文{quoted(term.words)}，不推算到某一天")
    elif term.kind is TermKind.UNKNOWN:
        parts.append(f"原文{quoted(term.words)}，不作推断" if term.words else "不作推断")
    elif term.precision in PERIOD_ENDS and term.end:
        parts.append(f"按原文{quoted(term.words)}推算到{PERIOD_ENDS[term.precision]}")
    if term.year_from_document:
        parts.append("原文没有写年份，年份取自文件")
    if term.soft:
        parts.append("原文是力争、争取一类的说法")
    if term.remark:
        parts.append(term.remark.rstrip("。"))
    return "；".join(parts)


def term_sentence(term: DeadlineTerm) -> str:
    """A deadline term with its derivation: 2024年12月31日前（按原文“2024年12月底前”推算到月末）."""
    derivation = term_derivation(term)
    return f"{term_reading(term)}（{derivation}）" if derivation else term_reading(term)


def no_deadline_sentence(deadline: Deadline) -> str:
    """Why a reading has no deadline, or "" where it has terms that could be read."""
    if deadline.basis is Basis.SOURCE_ERROR:
        return "原文疑误，不作推断。"
    if deadline.terms:
        return ""
    return {Basis.NOT_STATED: NO_DEADLINE + "。", Basis.UNKNOWN: "原表这一格空白，不作推断。"}.get(
        deadline.basis, "读不出时限。"
    )


def deadline_sentence(deadline: Deadline) -> str:
    """Reading of a deadline in one line, for lists and the command line."""
    return no_deadline_sentence(deadline) or "；".join(term_sentence(term) for term in deadline.terms) + "。"


def passed_sentence(end: date | None, as_of: date) -> str:
    """Neutral words for a day that lies before ``as_of``, or ""."""
    return PASSED if end is not None and end < as_of else ""


# ---- targets -----------------------------------------------------------------------------------------------------


def target_sentence(target: Target) -> str:
    """Reading of a measurable target: 不少于5次, 不超过20个工作日; a change without a bound in its own words: 增长5%."""
    if target.bound == "exactly" and not target.words[:1].isdigit():
        return target.words
    return f"{BOUNDS.get(target.bound, '')}{target.quantity}{target.measure}"
