"""Rules about documents (文件内容): dates that fit, names that resolve, tables and texts that go together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from datetime import date

from sitegen.load.reading.numerals import read_numeral
from sitegen.load.rules.rule import Finding, Rule
from sitegen.model import (
    Basis,
    Deadline,
    DocumentDate,
    Form,
    Group,
    Mention,
    MentionKind,
    NoteKind,
    Plan,
    Portal,
    Task,
    Unit,
    Units,
)
from sitegen.position import Loc
from sitegen.problems import Severity, nearest

_NUMERAL = r"[0-9〇○零一二三四五六七八九十]"
_PRINTED_DAY = re.compile(rf"({_NUMERAL}{{4}})\s*年\s*({_NUMERAL}{{1,3}})\s*月\s*({_NUMERAL}{{1,3}})\s*[日号]")
_TYPED_DAY = re.compile(r"(\d{4})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{1,2})(?!\d)", re.A)


def _cell_place(at: Loc, column: str, cell: Units | Deadline, start: int, end: int) -> Loc:
    """Place of some words of a cell, which may be typed as its text alone or field by field."""
    if cell.basis is Basis.ASSIGNED:
        return at.child(column, "read_as").within(start, end - start)
    if cell.printed or cell.basis is Basis.SOURCE_ERROR:
        return at.child(column, "text").within(start, end - start)
    return at.child(column).within(start, end - start)


def _mention_place(plan: Plan, task: Task, mention: Mention) -> Loc:
    """Place of a name: in the cell of a row, in the bracket after a text, or among the mentions of a paragraph."""
    if task.placement is not None:
        return _cell_place(task.at, "units", task.units, mention.start, mention.end)
    bracket = _bracket(plan, task)
    if not bracket:
        return task.at.child("mentions", "units", 0).within(mention.start, mention.end - mention.start)
    offset = max(bracket.find(task.units.source), 0) + mention.start
    return task.at.child("responsibility").within(offset, mention.end - mention.start)


def _deadline_place(plan: Plan, task: Task, start: int, end: int) -> Loc:
    """Place of some words of a deadline: in the cell of a row, in the bracket after a text, or among the mentions."""
    if task.placement is not None:
        return _cell_place(task.at, "deadline", task.deadline, start, end)
    bracket = _bracket(plan, task)
    offset = bracket.find(task.deadline.source) if bracket else -1
    if offset < 0:
        return task.at.child("mentions")
    return task.at.child("responsibility").within(offset + start, end - start)


def _bracket(plan: Plan, task: Task) -> str:
    """The bracket printed after the text of a task of prose, or an empty one."""
    item = next(item for item in plan.passages() if item.id == task.item_id)
    part = int(task.id.rpartition("-")[2]) - 1
    return item.parts[part].responsibility if part < len(item.parts) else ""


def _early_deadlines(portal: Portal) -> Iterator[Finding]:
    for plan in portal.plans:
        signed = plan.document.signed.day or date(plan.year, 1, 1)
        for task in plan.tasks:
            explained = any(note.kind is NoteKind.SOURCE_ERROR or note.cell == "完成时限" for note in task.notes)
            for term in () if explained else task.deadline.terms:
                if term.end is not None and term.end < signed and task.deadline.basis in (Basis.STATED, Basis.ASSIGNED):
                    message = f"完成时限“{term.words}”（{term.end}）早于文件日期（{signed}）"
                    hint = "核对原件；原件如此的，在 notes 里加一条 cell: 完成时限 的说明。"
                    at = _deadline_place(plan, task, term.start_index, term.end_index)
                    where = plan.at.child("document", "signed") if plan.document.signed.day else plan.at.child("year")
                    yield Finding(message, at, hint, ((where, "文件日期在这里"),))


def _differing_dates(portal: Portal) -> Iterator[Finding]:
    for plan in portal.plans:
        for name in ("signed", "imprinted", "published"):
            known: DocumentDate = getattr(plan.document, name)
            at = plan.at.child("document", name)
            stated = _stated_day(known.text)
            if known.day is not None and not known.text:
                yield Finding(f"写了日子 {known.day}，没有照录文字", at.child("day"), "补上 text，照录文件上的日期。")
            elif known.day is not None and stated != str(known.day):
                said = f"（{stated}）" if stated else "，文字里读不出这一天"
                hint = f"核对原件；文字没有录错的，day 改为 {stated}。" if stated else "核对原件；文件没有写明哪一天的，不写 day。"
                yield Finding(f"日子 {known.day} 与文字“{known.text}”不一致{said}", at.child("day"), hint)
            elif known.day is None and stated:
                yield Finding(f"“{known.text}”没有写对应的日子", at.child("text"), f"补上 day: {stated}。")


def _stated_day(text: str) -> str:
    """The day that a text states, as 2024-06-27 (also an impossible one), or ""."""
    narrow = unicodedata.normalize("NFKC", text)
    match = _PRINTED_DAY.search(narrow) or _TYPED_DAY.search(narrow)
    numbers = [read_numeral(part) for part in match.groups()] if match else []
    if not numbers or None in numbers:
        return ""
    year, month, day = numbers
    return f"{year:04}-{month:02}-{day:02}"


def _bodies(portal: Portal) -> tuple[Unit | Group, ...]:
    return (*portal.units, *portal.groups)


def _registered(portal: Portal, jurisdiction_id: str) -> tuple[str, ...]:
    """Names that the register of a jurisdiction holds."""
    return tuple(
        name for body in _bodies(portal) if body.jurisdiction_id == jurisdiction_id
        for name in (body.name, *(alias.name for alias in body.aliases))
    )  # fmt: skip


def _unresolved(plan: Plan, known: Collection[str]) -> Iterator[tuple[Task, Mention]]:
    """Names in cells and brackets that no register holds, each where it is first met."""
    seen = set(known)
    for task in plan.tasks:
        for mention in task.units.mentions if task.units.basis is not Basis.INHERITED else ():
            if mention.kind is MentionKind.UNRESOLVED and mention.name not in seen:
                seen.add(mention.name)
                yield task, mention


def _unresolved_names(portal: Portal) -> Iterator[Finding]:
    places = {place.id for place in portal.jurisdictions}
    for plan in portal.plans:
        known = _registered(portal, plan.jurisdiction_id)
        for task, mention in _unresolved(plan, known) if plan.jurisdiction_id in places else ():
            near = nearest(mention.name, known)
            guess = f"是不是“{near}”？不是的，" if near else ""
            hint = f"{guess}在 units/{plan.jurisdiction_id}.yaml 登记它；原件如此的，可登记为别名；不登记也照原文发布。"
            yield Finding(f"“{mention.name}”没有登记", _mention_place(plan, task, mention), hint)


def _unread_deadlines(portal: Portal) -> Iterator[Finding]:
    for plan in portal.plans:
        for task in plan.tasks:
            deadline = task.deadline
            unknown = [term for term in deadline.terms if term.kind == "unknown"]
            stated = deadline.basis in (Basis.STATED, Basis.ASSIGNED)
            if unknown and stated and (task.placement is not None or _bracket(plan, task)):
                first = unknown[0]
                remark = first.remark or "没有能确定日期的字样"
                message = f"完成时限“{first.words}”没有读出日期：{remark}"
                at = _deadline_place(plan, task, first.start_index, first.end_index)
                assign = "；认定读法请写 read_as 和 reason" if task.placement is not None else ""
                yield Finding(message, at, f"页面会照录原文并注明“不明”{assign}。")


def _unread_units(portal: Portal) -> Iterator[Finding]:
    names = {unit.id: unit.name for unit in portal.units}
    for plan in portal.plans:
        for task in plan.tasks:
            units = task.units
            if units.words and not units.mentions and units.basis in (Basis.STATED, Basis.ASSIGNED):
                column = "units" if task.placement else "responsibility"
                named = names.get(f"{plan.jurisdiction_id}/{units.words.strip()}")
                by_name = f"这一格照原件写名称“{named}”，不写编号；" if named else ""
                hint = by_name + "页面会照录原文；这一格空白的，写 \"\"；认定读法请写 read_as 和 reason。"
                yield Finding(f"责任单位“{units.words}”没有读出单位", task.at.child(column), hint)


def _form(portal: Portal) -> Iterator[Finding]:
    for plan in portal.plans:
        if plan.form is Form.PROSE and plan.table is not None:
            yield Finding("写着没有表，却录了 table", plan.at.child("form"), "改为 prose-and-table。")
        if plan.form is not Form.PROSE and plan.table is None:
            yield Finding("写着有任务分解表，却没有录 table", plan.at.child("form"), "补录 table，或改为 prose。")
        if plan.form is not Form.TABLE and not any(item.text for item in plan.items):
            yield Finding("写着有文字，各条却都没有正文", plan.at.child("form"), "补录正文，或改为 table。")


def _named(portal: Portal, plan: Plan) -> Iterator[str]:
    """Ids that mentions resolved to, names above the one mentioned, names that may be meant by one that is misspelled."""
    for task in plan.tasks:
        for units in (task.units, *task.mentioned_units):
            for mention in units.mentions:
                yield from (name for name in (mention.id, mention.of) if name is not None)
    known = _registered(portal, plan.jurisdiction_id)
    for _, mention in _unresolved(plan, ()):
        yield nearest(mention.name, known) or ""


def _idle_units(portal: Portal) -> Iterator[Finding]:
    places = {place.id for place in portal.jurisdictions}
    if any(plan.jurisdiction_id not in places for plan in portal.plans):
        return
    named = {name for plan in portal.plans for name in _named(portal, plan)}
    members = {member for group in portal.groups for known in group.memberships for member in known.unit_ids}
    superior = {unit.of for unit in portal.units if unit.of}
    for body in _bodies(portal):
        if body.id not in named | members | superior and named.isdisjoint((body.name, *(alias.name for alias in body.aliases))):
            yield Finding(f"登记了“{body.name}”，但没有文件提到它", body.at.child("name"), "核对名称；暂时没有也可以保留。")


DOCUMENT_RULES: tuple[Rule[Portal], ...] = (
    Rule("deadline-early", Severity.WARNING, "完成时限不早于文件日期。", "2024年6月27日印发；2024年12月底前",
         "2024年6月27日印发；2023年12月底前", _early_deadlines),
    Rule("date-differs", Severity.ERROR, "日期的文字和日子一致。", "text: 2024年6月27日  day: 2024-06-27",
         "text: 2024年6月27日  day: 2023-06-27", _differing_dates),
    Rule("unit-unresolved", Severity.WARNING, "责任单位都已登记。", "units: 区财政局", "units: 区财证局", _unresolved_names,
         needs=("units", "jurisdictions")),
    Rule("deadline-unread", Severity.WARNING, "完成时限能读出日期，或是全年、长期等。", "deadline: 2024年6月底前",
         "deadline: 适时", _unread_deadlines),
    Rule("units-unread", Severity.WARNING, "责任单位栏里能读出单位。", "units: 区财政局", "units: 同上", _unread_units),
    Rule("form-differs", Severity.ERROR, "形态与内容一致。", "form: prose-and-table 并录 table", "form: prose 却录了 table", _form),
    Rule("unit-idle", Severity.NOTICE, "登记的单位有文件提到。", "登记 区财政局，文件里有 区财政局", "登记 区物价局，没有文件提到",
         _idle_units, needs=("plan",)),
)  # fmt: skip
