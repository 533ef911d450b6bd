"""Page of an item, a closing paragraph or a table row (条目页、任务页): the words first, then who, by when, and on what ground.

One kind of page for all three: an item has its text in parts, each with the units that answer for it; an item whose
duties stand in a table lists its rows; a row says how it came to its item.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sitegen.derive import wording
from sitegen.derive.citations import CitationView, citation_view
from sitegen.derive.entries import LabelledLink, NoteView, beginning, notes_view, plan_label
from sitegen.derive.index import Index
from sitegen.derive.lineage import LineageView
from sitegen.derive.places import item_name, row_name, section_link
from sitegen.derive.readings import (
    DeadlineView,
    PlacementView,
    UnitsView,
    deadline_view,
    placement_view,
    units_view,
)
from sitegen.derive.texts import PartText, item_texts, sentence_links, task_text
from sitegen.derive.urls import Urls
from sitegen.model import Item, Plan, Section, Task

P = TypeVar("P", Item, Task)


@dataclass(frozen=True, slots=True)
class FoundTarget:
    """A measurable target in this text: its reading and its words."""

    reading: str
    words: str


@dataclass(frozen=True, slots=True)
class DutyView:
    """A run of words with who answers for it and by when.

    ``anchor`` and ``heading`` are empty where the page holds one duty only. ``units`` and ``deadline`` are None where the
    words stand in a plan whose duties are stated elsewhere (in its table); ``found_units`` and ``found_deadlines`` were
    found in the running text.
    """

    anchor: str
    heading: str
    text: PartText
    units: UnitsView | None = None
    deadline: DeadlineView | None = None
    found_units: tuple[UnitsView, ...] = ()
    found_deadlines: tuple[DeadlineView, ...] = ()
    targets: tuple[FoundTarget, ...] = ()
    notes: tuple[NoteView, ...] = ()


@dataclass(frozen=True, slots=True)
class RowEntry:
    """A row of the table in the list of its item: label, address, words, units and deadline in one line each."""

    label: str
    href: str
    words: str
    units: str
    deadline: str


@dataclass(frozen=True, slots=True)
class PassagePageView:
    """Page of an item, paragraph or row. ``heading`` is the h1, ``title`` names the page outside itself (title element).

    ``standing`` leads from the document to the place of these words in it. ``rows_remark`` says where the duties of the
    item are stated, or is empty.
    """

    title: str
    description: str
    heading: str
    place: str
    standing: tuple[LabelledLink, ...]
    duties: tuple[DutyView, ...]
    notes: tuple[NoteView, ...]
    rows: tuple[RowEntry, ...]
    rows_remark: str
    placement: PlacementView | None
    placement_reading: str
    sentence_links: tuple[LabelledLink, ...]
    lineage: LineageView | None
    previous: LabelledLink | None
    following: LabelledLink | None
    citation: CitationView


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a page of a passage is made with: its plan, the look-ups, the addresses, the day the content goes up to."""

    plan: Plan
    index: Index
    urls: Urls
    as_of: date

    def section_of(self, item_id: str) -> Section | None:
        """Section that holds an item, None for paragraphs outside the sections."""
        return next(
            (section for section in self.plan.sections if any(item.id == item_id for item in section.items)), None
        )


def item_page(
    item: Item, plan: Plan, index: Index, urls: Urls, as_of: date, lineage: LineageView | None = None
) -> PassagePageView:
    """Page of an item or a closing paragraph; ``lineage`` its clauses in other years and levels."""
    around = Surroundings(plan, index, urls, as_of)
    label = item_name(item)
    rows = _rows(item, plan)
    duties = _duties(item, rows, around)
    texts = tuple(duty.text for duty in duties)
    before, after = _neighbours((*plan.items, *plan.closing), item.id)
    return PassagePageView(
        title=f"{label}（{index.plan_names[plan.id]}）",
        description=_description(plan, item.text or "，".join(row.text for row in rows)),
        heading=label if item.heading or item.number else "结尾段落",
        place=_place(plan, index),
        standing=_standing(item, around, LabelledLink("在全文中的位置", urls.on_plan_page(item.id))),
        duties=duties,
        notes=notes_view(item.notes),
        rows=tuple(_row_entry(row, urls) for row in rows),
        rows_remark=_rows_remark(item, rows, plan),
        placement=None,
        placement_reading="",
        sentence_links=sentence_links(texts),
        lineage=lineage,
        previous=LabelledLink(item_name(before), urls.passage(before.id)) if before else None,
        following=LabelledLink(item_name(after), urls.passage(after.id)) if after else None,
        citation=citation_view(plan, item.number or item.title or "结尾段落", urls.passage_path(item.id), urls),
    )


def row_page(
    row: Task, plan: Plan, index: Index, urls: Urls, as_of: date, lineage: LineageView | None = None
) -> PassagePageView:
    """Page of a row of the task table; ``lineage`` its clauses in other years and levels."""
    around = Surroundings(plan, index, urls, as_of)
    item = index.passages[row.item_id]
    rows = plan.table.rows if plan.table else ()
    before, after = _neighbours(rows, row.id)
    duty = _duty(row, task_text(row.text, ""), around)
    in_item = LabelledLink(item_name(item), urls.passage(item.id))
    on_plan = LabelledLink("在任务表中的位置", urls.on_plan_page(row.id))
    return PassagePageView(
        title=f"{row_name(row)}：{beginning(row.text)}（{index.plan_names[plan.id]}）",
        description=_description(plan, row.text),
        heading=f"任务表{row_name(row)}",
        place=f"{_place(plan, index)} · {in_item.label}",
        standing=_standing(item, around, in_item, on_plan),
        duties=(duty,),
        notes=notes_view(row.notes),
        rows=(),
        rows_remark="",
        placement=placement_view(row.placement) if row.placement else None,
        placement_reading=f"归入{wording.quoted(in_item.label)}",
        sentence_links=sentence_links((duty.text,)),
        lineage=lineage,
        previous=LabelledLink(row_name(before), urls.passage(before.id)) if before else None,
        following=LabelledLink(row_name(after), urls.passage(after.id)) if after else None,
        citation=citation_view(plan, row_name(row), urls.passage_path(row.id), urls),
    )


def _rows(item: Item, plan: Plan) -> tuple[Task, ...]:
    in_table = {row.id for row in plan.table.rows} if plan.table else set()
    return tuple(task for task in item.tasks if task.id in in_table)


def _duties(item: Item, rows: tuple[Task, ...], around: Surroundings) -> tuple[DutyView, ...]:
    own = tuple(task for task in item.tasks if task not in rows)
    texts = item_texts(item, "")
    if len(own) != len(texts):
        return tuple(DutyView("", "", text) for text in texts)
    several = len(own) > 1
    return tuple(
        _duty(
            task,
            text,
            around,
            anchor=task.id.rpartition("/")[2],
            heading=f"第{number}部分" if several else "",
            notes=notes_view(task.notes),
        )
        for number, (task, text) in enumerate(zip(own, texts, strict=True), 1)
    )


def _duty(
    task: Task,
    text: PartText,
    around: Surroundings,
    anchor: str = "",
    heading: str = "",
    notes: tuple[NoteView, ...] = (),
) -> DutyView:
    return DutyView(
        anchor=anchor,
        heading=heading,
        text=text,
        units=units_view(task.units, around.index, around.urls),
        deadline=deadline_view(task.deadline, around.as_of),
        found_units=tuple(units_view(units, around.index, around.urls) for units in task.mentioned_units),
        found_deadlines=tuple(deadline_view(deadline, around.as_of) for deadline in task.mentioned_deadlines),
        targets=tuple(FoundTarget(wording.target_sentence(target), target.words) for target in task.targets),
        notes=notes,
    )


def _row_entry(row: Task, urls: Urls) -> RowEntry:
    return RowEntry(
        row_name(row),
        urls.passage(row.id),
        row.text,
        wording.units_sentence(row.units),
        wording.deadline_sentence(row.deadline),
    )


def _rows_remark(item: Item, rows: tuple[Task, ...], plan: Plan) -> str:
    if rows:
        return f"责任单位和完成时限写在任务分解表里，本条有{wording.counted(len(rows), '行')}。"
    if plan.table and item.parts and not item.tasks:
        return "任务分解表里没有归入本条的行。"
    return ""


def _standing(item: Item, around: Surroundings, *places: LabelledLink) -> tuple[LabelledLink, ...]:
    plan, urls = around.plan, around.urls
    links = [LabelledLink(plan_label(plan), urls.plan(plan.id), plan.document.number)]
    section = around.section_of(item.id)
    if section:
        links.append(section_link(plan, section, urls))
    return (*links, *places)


def _neighbours(sequence: Sequence[P], own_id: str) -> tuple[P | None, P | None]:
    position = next(place for place, other in enumerate(sequence) if other.id == own_id)
    before = sequence[position - 1] if position > 0 else None
    after = sequence[position + 1] if position + 1 < len(sequence) else None
    return before, after


def _place(plan: Plan, index: Index) -> str:
    return f"{index.jurisdictions[plan.jurisdiction_id].full_name} · {plan.year}年"


def _description(plan: Plan, text: str) -> str:
    return f"《{plan.title}》：{beginning(text, 90)}"
