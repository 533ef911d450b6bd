"""JSON Schemas of the open data (开放数据的结构), published beside it. Keys may be added to the data, never renamed."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from sitegen.derive.comparison.alignment import SentenceStatus
from sitegen.derive.comparison.pairs import ComparisonKind
from sitegen.derive.comparison.view import Ground
from sitegen.model import Basis, MentionKind, NoteKind, Precision, ProgressStatus, Relation, Role, Scope, TermKind

DRAFT = "http://json-schema.org/draft-07/schema#"
TEXT = {"type": "string"}
TEXT_OR_NULL = {"type": ["string", "null"]}
DAY_OR_NULL = {"type": ["string", "null"], "pattern": r"^\d{4}-\d{2}-\d{2}$"}
INTEGER = {"type": "integer"}
BOOLEAN = {"type": "boolean"}


def _record(about: str, **fields: Any) -> dict[str, Any]:
    return {"type": "object", "description": about, "required": list(fields), "properties": fields}


def _list(of: Any) -> dict[str, Any]:
    return {"type": "array", "items": of}


def _one_of(values: type[StrEnum], *more: None) -> dict[str, Any]:
    return {"enum": [*(str(value) for value in values), *more]}


NOTE = _record("说明", kind=_one_of(NoteKind), cell=TEXT_OR_NULL, text=TEXT)
MENTION = _record(
    "提到的责任主体：登记的单位、单位群体，或没有登记的名称",
    kind=_one_of(MentionKind), id=TEXT_OR_NULL, name=TEXT, scope=_one_of(Scope, None), role=_one_of(Role), of=TEXT_OR_NULL, remark=TEXT_OR_NULL,
)  # fmt: skip
UNITS = _record(
    "责任单位：source 是原文，basis 是依据，mentions 是读法",
    source=TEXT, basis=_one_of(Basis), inherited_from=TEXT_OR_NULL, open_ended=BOOLEAN, mentions=_list(MENTION),
)  # fmt: skip
TERM = _record(
    "时限的一项；start、end 是含当日的日期，没有写明的为 null",
    kind=_one_of(TermKind), start=DAY_OR_NULL, end=DAY_OR_NULL, precision=_one_of(Precision, None),
)  # fmt: skip
DEADLINE = _record(
    "完成时限：source 是原文，basis 是依据，terms 是读法",
    source=TEXT, basis=_one_of(Basis), inherited_from=TEXT_OR_NULL, terms=_list(TERM),
)  # fmt: skip
TASK = _record("任务", id=TEXT, number=TEXT, text=TEXT, url=TEXT, units=UNITS, deadline=DEADLINE, notes=_list(NOTE))
ITEM = _record("条目", id=TEXT, number=TEXT, heading=TEXT, text=TEXT, url=TEXT, tasks=_list(TASK))
SECTION = _record("部分", number=TEXT, title=TEXT, items=_list(ITEM))
JURISDICTION = _record("辖区", id=TEXT, name=TEXT, level=TEXT, parent=TEXT_OR_NULL, url=TEXT, data=TEXT)
PLAN_ENTRY = _record("要点", id=TEXT, name=TEXT, jurisdiction=TEXT, year=INTEGER, url=TEXT, data=TEXT)
ALIAS = _record("别名", name=TEXT, seen=_list(TEXT))
BODY = _record("责任单位", id=TEXT, name=TEXT, jurisdiction=TEXT, aliases=_list(TEXT), alias_sources=_list(ALIAS), kind=TEXT, url=TEXT, data=TEXT)
TASK_LISTS = _record("任务编号：点名、经由群体、可能涉及", named=_list(TEXT), through_group=_list(TEXT), possible=_list(TEXT))

PROGRESS = _record(
    "来源公布的任务进展：evidence 是网址，或要点、已知文件的编号",
    plan=TEXT, tasks=_list(TEXT), date=DAY_OR_NULL, status=_one_of(ProgressStatus), source=TEXT, evidence=TEXT,
    note=TEXT_OR_NULL,
)  # fmt: skip
PORTAL = _record(
    "门户：辖区、要点、责任单位和单位群体",
    jurisdictions=_list(JURISDICTION), plans=_list(PLAN_ENTRY), units=_list(BODY), groups=_list(BODY),
    progress=_list(PROGRESS),
)  # fmt: skip
PLAN = _record(
    "一份要点",
    id=TEXT, jurisdiction=TEXT, year=INTEGER, title=TEXT, url=TEXT, document={"type": "object"},
    preamble=_list(ITEM), sections=_list(SECTION), closing=_list(ITEM), notes=_list(NOTE),
)  # fmt: skip
UNIT = {**BODY, "required": [*BODY["required"], "tasks"], "properties": {**BODY["properties"], "tasks": TASK_LISTS}}
PLACE = {
    **JURISDICTION,
    "required": [*JURISDICTION["required"], "plans", "units", "groups"],
    "properties": {**JURISDICTION["properties"], "plans": _list(PLAN_ENTRY), "units": _list(BODY), "groups": _list(BODY)},
}

QUOTE = _record("一句原文：id 是它在对照页上的锚点，anchor 是它在条目页上的锚点", id=TEXT, clause=TEXT, anchor=TEXT, text=TEXT)
CLAUSE = _record(
    "一条：relation、ground 是它与另一边的关系和依据",
    id=TEXT, relation=_one_of(Relation, None), ground=_one_of(Ground, None), score={"type": ["number", "null"]},
    reason=TEXT_OR_NULL, phrases=_list(TEXT),
)  # fmt: skip
SENTENCES = _record(
    "并排的句子：segments 的每一项是类别、前一份的文字、后一份的文字，连起来就是原文；只有一边有文字，或两边一字不差的，segments 为空",
    id=TEXT, status=_one_of(SentenceStatus), **{"from": _list(QUOTE), "to": _list(QUOTE)},
    segments=_list({"type": "array", "minItems": 3, "maxItems": 3, "items": TEXT}), see=_list(TEXT),
)  # fmt: skip
COMPARISON_ROW = _record(
    "一处对照：前一份（或上级）的条与后一份（或下级）的条",
    id=TEXT, status=_one_of(Relation), ground=_one_of(Ground), reasons=_list(TEXT),
    **{"from": _list(CLAUSE), "to": _list(CLAUSE)}, sentences=_list(SENTENCES),
)  # fmt: skip
COMPARISON = _record(
    "两份文件的对照：每一句都在其中出现一次",
    kind=_one_of(ComparisonKind), title=TEXT, **{"from": TEXT, "to": TEXT}, absent_years=_list(INTEGER),
    counts={"type": "object", "additionalProperties": INTEGER}, form_differences=INTEGER, rows=_list(COMPARISON_ROW),
)  # fmt: skip


def data_schemas() -> tuple[tuple[str, dict[str, Any]], ...]:
    """Path and JSON Schema of each kind of data file."""
    kinds = (("portal", PORTAL), ("plan", PLAN), ("unit", UNIT), ("jurisdiction", PLACE), ("comparison", COMPARISON))
    return tuple((f"data/schema/{name}.schema.json", {"$schema": DRAFT, **schema}) for name, schema in kinds)
