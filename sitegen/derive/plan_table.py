"""Task table on the plan's page (任务分解表): rows in printed order, grouped under their items as rowgroups.

Merged cells become what they mean: a rowgroup's heading for the labels, the borrowed words with their row for the
others. Nothing is filled in that the page does not mark as borrowed or assigned.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from sitegen.derive import wording
from sitegen.derive.entries import NoteView, notes_view
from sitegen.derive.places import has_prose, row_name
from sitegen.derive.readings import BasisView, PrintedView, basis_view, printed_view
from sitegen.derive.texts import SentenceView, task_text
from sitegen.derive.urls import Urls
from sitegen.model import Basis, Deadline, Item, Placement, Plan, Section, Table, Task, Units

UNIT_WORDS = ("单位", "部门", "主体", "责任", "牵头", "分工")
DEADLINE_WORDS = ("时限", "期限", "时间", "进度", "日期")
MARKED = (Basis.SOURCE_ERROR, Basis.ASSIGNED, Basis.UNKNOWN)
TEXT_WORDS = ("要求", "内容", "措施", "任务", "事项", "目标")


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell of units or deadline: words as printed and ground.

    ``mark`` warns where the words cannot be taken as they stand, ``reading`` says how an editor reads them; else "".
    """

    printed: PrintedView
    basis: BasisView
    mark: str = ""
    reading: str = ""


@dataclass(frozen=True, slots=True)
class RowView:
    """One row: anchor, number as printed, address of its page, text, cells, notes.

    ``labels`` are labels printed beside the row that its group's heading does not show, or empty; ``placement`` says why
    a row stands under this item where the labels alone do not, or is empty.
    """

    anchor: str
    number: str
    href: str
    label: str
    sentences: tuple[SentenceView, ...]
    units: CellView
    deadline: CellView
    notes: tuple[NoteView, ...]
    labels: str = ""
    placement: str = ""


@dataclass(frozen=True, slots=True)
class RowGroupView:
    """Rows of one item that stand together: anchor or "", the labels of section and item, their address, the rows.

    The labels are those that the table prints; where it prints none, those of the plan.
    """

    anchor: str
    section: str
    heading: str
    href: str
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class TableView:
    """The task table: title and printed columns in words, headings of the columns shown ("" : column not in this table)."""

    title: str
    summary: str
    column_count: int
    number_heading: str
    text_heading: str
    units_heading: str
    deadline_heading: str
    groups: tuple[RowGroupView, ...]
    notes: tuple[NoteView, ...]


def table_view(plan: Plan, table: Table, urls: Urls) -> TableView:
    """The task table of a plan as readers see it."""
    places = {item.id: (section, item) for section in plan.sections for item in section.items}
    groups: list[RowGroupView] = []
    seen: set[str] = set()
    for item_id, rows in groupby(table.rows, key=lambda row: row.item_id):
        key = item_id.partition("/")[2]
        anchor = "" if key in seen else f"table-{key}" if has_prose(plan) else key
        seen.add(key)
        groups.append(_group(places, item_id, tuple(rows), urls, anchor))
    if not has_prose(plan):
        groups.extend(_group(places, item.id, (), urls, item.key) for item in plan.items if item.key not in seen)
    units = any(row.units.basis is not Basis.NOT_STATED for row in table.rows)
    deadlines = any(row.deadline.basis is not Basis.NOT_STATED for row in table.rows)
    return TableView(
        title=table.title,
        summary=f"共{wording.counted(len(table.rows), '行')}。原表栏目：{wording.joined(table.columns)}。",
        column_count=2 + units + deadlines,
        number_heading=_column(table, ("序号", "编号"), "序号"),
        text_heading=_column(table, TEXT_WORDS, "具体要求"),
        units_heading=_column(table, UNIT_WORDS, "责任单位") if units else "",
        deadline_heading=_column(table, DEADLINE_WORDS, "完成时限") if deadlines else "",
        groups=tuple(groups),
        notes=notes_view(table.notes),
    )


def _group(
    places: Mapping[str, tuple[Section, Item]], item_id: str, rows: tuple[Task, ...], urls: Urls, anchor: str
) -> RowGroupView:
    section, item = places[item_id]
    printed = [row.placement for row in rows if row.placement and row.placement.basis is Basis.STATED]
    section_label = next((label.section_label for label in printed if label.section_label), "")
    item_label = next((label.item_label for label in printed if label.item_label), "")
    labels = (section_label or f"{section.number}{section.title}", item_label or f"{item.number}{item.heading}")
    return RowGroupView(
        anchor=anchor,
        section=labels[0],
        heading=labels[1],
        href=urls.passage(item_id),
        rows=tuple(_row(row, labels, urls) for row in rows),
    )


def _row(row: Task, labels: tuple[str, str], urls: Urls) -> RowView:
    anchor = row.id.partition("/")[2]
    return RowView(
        anchor=anchor,
        number=row.number,
        href=urls.passage(row.id),
        label=row_name(row),
        sentences=task_text(row.text, f"{anchor}-").sentences,
        units=_units_cell(row.units),
        deadline=_deadline_cell(row.deadline),
        notes=notes_view(row.notes),
        labels=_unusual_labels(row.placement, labels) if row.placement else "",
        placement=_placement(row.placement) if row.placement else "",
    )


def _units_cell(units: Units) -> CellView:
    basis = basis_view(units.basis, units.inherited_from, units.reason)
    reading = wording.units_sentence(units) if units.basis is Basis.ASSIGNED else ""
    return CellView(printed_view(units), basis, basis.label if units.basis in MARKED else "", reading)


def _deadline_cell(deadline: Deadline) -> CellView:
    basis = basis_view(deadline.basis, deadline.inherited_from, deadline.reason)
    reading = wording.deadline_sentence(deadline) if deadline.basis is Basis.ASSIGNED else ""
    return CellView(printed_view(deadline), basis, basis.label if deadline.basis in MARKED else "", reading)


def _placement(placement: Placement) -> str:
    """Why the row stands here, where an editor placed it."""
    if placement.basis is Basis.ASSIGNED:
        return wording.basis_label(placement.basis, reason=placement.reason)
    return ""


def _unusual_labels(placement: Placement, labels: tuple[str, str]) -> str:
    """Labels printed beside the row that differ from the group's heading in more than width and spaces."""
    pairs = zip((placement.section_label, placement.item_label), labels, strict=True)
    return " ".join(label for label, usual in pairs if label and _plain(label) != _plain(usual))


def _plain(label: str) -> str:
    """A label without width, spaces and closing full stop, for comparing only."""
    return "".join(unicodedata.normalize("NFKC", label).split()).rstrip("。.")


def _column(table: Table, words: tuple[str, ...], otherwise: str) -> str:
    """Printed heading of the column that one of the words names, in the order of the words, else the usual one."""
    return next((column for word in words for column in table.columns if word in column), otherwise)
