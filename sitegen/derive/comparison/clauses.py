"""Clauses (条款) as things to compare: an item of prose or a row of a table, cut into sentences with their anchors.

Here belongs what is laid side by side: which texts of a plan, under which number and title. Responsibility brackets and
table cells are kept beside the sentences, never mixed into them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sitegen.derive.texts import item_texts, task_text
from sitegen.model import Deadline, Item, Plan, Task, Units


class ClauseKind(StrEnum):
    """What a clause is in its document: 条目, 表格行, 开头段落, 结尾段落."""

    ITEM = "item"
    ROW = "row"
    PREAMBLE = "preamble"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Quote:
    """One sentence as printed: the clause that holds it, its anchor there ("s2"), its text."""

    clause_id: str
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: id of the item or task, number and title as printed, its section, its sentences.

    ``group`` is the item that holds it (its own id for items). ``units`` and ``deadline`` are the words of the cells or
    brackets, or empty. ``printed_section`` and ``printed_item`` are the labels printed beside a table row, or empty.
    """

    id: str
    kind: ClauseKind
    number: str
    title: str
    section: str
    group: str
    sentences: tuple[Quote, ...]
    units: str = ""
    deadline: str = ""
    printed_section: str = ""
    printed_item: str = ""

    @property
    def key(self) -> str:
        """The id without its plan, "item-8"."""
        return self.id.partition("/")[2].replace("/", "-")

    @property
    def label(self) -> str:
        """Number and title as readers see them."""
        between = " " if self.kind is ClauseKind.ROW and self.title else ""
        return self.number + between + self.title


def prose_clauses(plan: Plan) -> tuple[Clause, ...]:
    """Clauses of a plan's prose in printed order: opening paragraphs, items, closing paragraphs."""
    items = (
        _item(item, ClauseKind.ITEM, section.number + section.title)
        for section in plan.sections
        for item in section.items
    )
    return (*_opening(plan), *items, *_closing(plan))


def row_clauses(plan: Plan) -> tuple[Clause, ...]:
    """Clauses of a plan's table in printed order; paragraphs around a table that stands alone are kept with it."""
    headings = {item.id: (section.number + section.title, item) for section in plan.sections for item in section.items}
    rows = () if plan.table is None else tuple(_row(task, headings) for task in plan.table.rows)
    return (*_opening(plan), *rows, *_closing(plan)) if not has_prose(plan) else rows


def has_prose(plan: Plan) -> bool:
    """Whether the plan's items have text of their own."""
    return any(item.parts for item in plan.items)


def clauses_of(plan: Plan) -> tuple[Clause, ...]:
    """The plan's clauses for comparing it with another plan: its prose where it has any, else its table."""
    return prose_clauses(plan) if has_prose(plan) else row_clauses(plan)


def clauses_against(plan: Plan, other: Plan) -> tuple[Clause, ...]:
    """The plan's clauses for comparing it with one other plan: like with like where both have a table and one only that."""
    return row_clauses(plan) if by_rows(plan, other) else prose_clauses(plan)


def by_rows(plan: Plan, other: Plan) -> bool:
    """Whether the rows of a plan's table are its clauses for comparing it with one other plan."""
    tabled = plan.table is not None and other.table is not None and not (has_prose(plan) and has_prose(other))
    return tabled or not has_prose(plan)


def _item(item: Item, kind: ClauseKind, section: str, number: str = "") -> Clause:
    sentences = tuple(
        Quote(item.id, sentence.anchor, sentence.text) for part in item_texts(item, "") for sentence in part.sentences
    )
    units = "".join(part.responsibility for part in item.parts)
    return Clause(item.id, kind, item.number or number, item.title, section, item.id, sentences, units)


def _opening(plan: Plan) -> tuple[Clause, ...]:
    return tuple(_paragraphs(plan.preamble, ClauseKind.PREAMBLE, "开头"))


def _closing(plan: Plan) -> tuple[Clause, ...]:
    return tuple(_paragraphs(plan.closing, ClauseKind.CLOSING, "结尾"))


def _paragraphs(items: tuple[Item, ...], kind: ClauseKind, place: str) -> Iterable[Clause]:
    for number, item in enumerate(items, 1):
        label = f"{place}段落" if len(items) == 1 else f"{place}第{number}段"
        yield _item(item, kind, "", label)


def _row(task: Task, headings: Mapping[str, tuple[str, Item]]) -> Clause:
    section, item = headings.get(task.item_id, ("", None))
    spoken = task_text(task.text, "").sentences
    return Clause(
        task.id,
        ClauseKind.ROW,
        f"第{task.number}行" if task.number else "",
        item.title if item else "",
        section,
        task.item_id,
        tuple(Quote(task.id, sentence.anchor, sentence.text) for sentence in spoken),
        _cell(task.units),
        _cell(task.deadline),
        task.placement.section_label if task.placement else "",
        task.placement.item_label if task.placement else "",
    )


def _cell(reading: Units | Deadline) -> str:
    return reading.words or reading.source
