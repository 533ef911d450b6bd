"""Rules about documents (文件内容): dates that fit, names that resolve, tables and texts that go together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sitegen.load.rules.rule import Finding, Rule
from sitegen.model import Basis, Form, MentionKind, Plan, Portal, Task
from sitegen.position import Loc
from sitegen.problems import Severity


def _unit_place(task: Task) -> Loc:
    if task.placement is not None:
        return task.at.child("units")
    return task.at.child("responsibility") if task.units.source else task.at.child("mentions")


def _early_deadlines(portal: Portal) -> Iterator[Finding]:
    for plan in portal.plans:
        signed = plan.document.signed.day or date(plan.year, 1, 1)
        for task in plan.tasks:
            for term in task.deadline.terms:
                if term.end is not None and term.end < signed and task.deadline.basis is Basis.STATED:
                    message = f"完成时限“{term.words}”（{term.end}）早于文件日期（{signed}）"
                    hint = "核对原件；原件如此的，在 notes 里说明。"
                    yield Finding(message, task.at.child("deadline"), hint, ((plan.at.child("year"), "文件在这里"),))


def _impossible_dates(portal: Portal) -> Iterator[Finding]:
    for plan in portal.plans:
        document = plan.document
        for name in ("signed", "imprinted", "published"):
            known = getattr(document, name)
            at = plan.at.child("document", name)
            if known.day is not None and str(known.day.year) not in known.text:
                yield Finding(f"日子 {known.day} 与文字“{known.text}”不一致", at, "照文件核对两处。")
            elif known.text and known.day is None:
                yield Finding(f"“{known.text}”没有写明是哪一天", at.child("text"), "补上一行“day: 2024-06-27”这样的日子。")


def _unresolved_names(portal: Portal) -> Iterator[Finding]:
    for plan in portal.plans:
        seen: set[str] = set()
        for task in plan.tasks:
            if task.units.basis is Basis.INHERITED:
                continue
            for mention in task.units.mentions:
                if mention.kind is MentionKind.UNRESOLVED and mention.name not in seen:
                    seen.add(mention.name)
                    hint = f"在 units/{plan.jurisdiction_id}.yaml 登记它，或作为别名登记；不登记也会照原文发布。"
                    yield Finding(f"“{mention.name}”没有登记", _unit_place(task), hint)


def _unread_deadlines(portal: Portal) -> Iterator[Finding]:
    for plan in portal.plans:
        for task in plan.tasks:
            deadline = task.deadline
            unknown = [term for term in deadline.terms if term.kind == "unknown"]
            if unknown and deadline.basis in (Basis.STATED, Basis.ASSIGNED) and task.placement is not None:
                remark = unknown[0].remark or "没有能确定日期的字样"
                message = f"完成时限“{unknown[0].words}”没有读出日期：{remark}"
                yield Finding(message, task.at.child("deadline"), "页面会照录原文并注明“不明”；认定读法请写 read_as 和 reason。")


def _form(portal: Portal) -> Iterator[Finding]:
    for plan in portal.plans:
        if plan.form is Form.PROSE and plan.table is not None:
            yield Finding("写着没有表，却录了 table", plan.at.child("form"), "改为 prose-and-table。")
        if plan.form is not Form.PROSE and plan.table is None:
            yield Finding("写着有任务分解表，却没有录 table", plan.at.child("form"), "补录 table，或改为 prose。")
        if plan.form is not Form.TABLE and not any(item.text for item in plan.items):
            yield Finding("写着有文字，各条却都没有正文", plan.at.child("form"), "补录正文，或改为 table。")


def _named(plan: Plan) -> Iterator[str]:
    """Ids that mentions resolved to, and names of bodies above the one mentioned."""
    for task in plan.tasks:
        for units in (task.units, *task.mentioned_units):
            for mention in units.mentions:
                yield from (name for name in (mention.id, mention.of) if name is not None)


def _idle_units(portal: Portal) -> Iterator[Finding]:
    named = {name for plan in portal.plans for name in _named(plan)}
    members = {member for group in portal.groups for known in group.memberships for member in known.unit_ids}
    superior = {unit.of for unit in portal.units if unit.of}
    for body in (*portal.units, *portal.groups):
        if body.id not in named | members | superior and body.name not in named:
            yield Finding(f"登记了“{body.name}”，但没有文件提到它", body.at.child("name"), "核对名称；暂时没有也可以保留。")


DOCUMENT_RULES: tuple[Rule, ...] = (
    Rule("deadline-early", Severity.WARNING, "完成时限不早于文件日期。", "2024年6月27日印发；2024年12月底前",
         "2024年6月27日印发；2023年12月底前", _early_deadlines),
    Rule("date-differs", Severity.ERROR, "日期的文字和日子一致。", "text: 2024年6月27日  day: 2024-06-27",
         "text: 2024年6月27日  day: 2023-06-27", _impossible_dates),
    Rule("unit-unresolved", Severity.WARNING, "责任单位都已登记。", "units: 区财政局", "units: 区财证局", _unresolved_names),
    Rule("deadline-unread", Severity.WARNING, "完成时限能读出日期，或是全年、长期等。", "deadline: 2024年6月底前",
         "deadline: 适时", _unread_deadlines),
    Rule("form-differs", Severity.ERROR, "形态与内容一致。", "form: prose-and-table 并录 table", "form: prose 却录了 table", _form),
    Rule("unit-idle", Severity.NOTICE, "登记的单位有文件提到。", "登记 区财政局，文件里有 区财政局", "登记 区物价局，没有文件提到", _idle_units),
)  # fmt: skip
