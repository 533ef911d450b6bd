"""Record of a plan file -> Plan: hierarchy, permanent ids, cells read, rows placed under their items.

Mistakes inside one plan are found in ``plan_checks`` while it is assembled here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sitegen.load.cells import Grammar
from sitegen.load.plan_checks import (
    NUMBER_MARKS,
    Report,
    check_item,
    check_key,
    check_mentions,
    check_opening,
    check_placed,
    check_table,
    row_key,
)
from sitegen.load.reading.numerals import read_numeral
from sitegen.load.reading.targets import find_targets
from sitegen.load.schema.plan import (
    DateRecord,
    DocumentRecord,
    ItemRecord,
    MentionsRecord,
    NoteRecord,
    ParagraphRecord,
    PartRecord,
    PlanFile,
    ReviewRecord,
    RowRecord,
    TableRecord,
)
from sitegen.model import (
    Basis,
    Deadline,
    Document,
    DocumentDate,
    Item,
    Note,
    Part,
    Placement,
    Plan,
    Review,
    Section,
    Table,
    Task,
    Units,
)
from sitegen.position import Loc


@dataclass(frozen=True, slots=True)
class PlanReader:
    """Turns one plan's record into the model: its record, its place, the grammar of its cells, where problems go."""

    record: PlanFile
    at: Loc
    grammar: Grammar
    report: Report

    def plan(self) -> Plan:
        """The plan as understood; problems go to ``report`` and what they concern is left out."""
        record = self.record
        rows = self._rows(record.table) if record.table else ()
        sections = self._sections(rows)
        table = self._table(record.table, rows) if record.table else None
        return Plan(
            id=record.id,
            jurisdiction_id=record.jurisdiction,
            year=record.year,
            form=record.form,
            title=record.title,
            document=_document(record.document),
            preamble=self._paragraphs(record.preamble, "preamble"),
            sections=sections,
            closing=self._paragraphs(record.closing, "closing"),
            table=table,
            cites=record.cites,
            lead_rule=record.first_unit_leads,
            completeness=record.completeness,
            source=record.source,
            notes=_notes(record.notes, self.at.child("notes")),
            review=_reviews(record.review, self.at.child("review")),
            at=self.at,
        )

    def _sections(self, rows: tuple[Task, ...]) -> tuple[Section, ...]:
        seen: dict[str, Loc] = {}
        sections: list[Section] = []
        for n, section in enumerate(self.record.sections):
            at = self.at.child("sections", n)
            items = tuple(
                self._item(item, at.child("items", m), rows, seen) for m, item in enumerate(section.items)
            )
            sections.append(Section(section.number, section.title, items, _notes(section.notes, at.child("notes"))))
        named = ((row.item_id.partition("/")[2], row.at.child("item")) for row in rows)
        check_placed(named, seen, self.report)
        return tuple(sections)

    def _item(self, record: ItemRecord, at: Loc, rows: tuple[Task, ...], seen: dict[str, Loc]) -> Item:
        ordinal = read_numeral(record.number.strip(NUMBER_MARKS)) if record.number else None
        key = record.key or (f"item-{ordinal}" if ordinal else "")
        check_key(record, key, at, seen, self.report)
        seen.setdefault(key, at)
        check_item(record, self.record.table, at, self.report)
        item_id = f"{self.record.id}/{key}"
        parts = record.parts or _whole(record)
        own = tuple(row for row in rows if row.item_id == item_id)
        return Item(
            id=item_id,
            plan_id=self.record.id,
            key=key,
            number=record.number,
            ordinal=ordinal,
            heading=record.heading,
            parts=tuple(Part(part.text, part.responsibility) for part in parts),
            tasks=own if self.record.table else tuple(self._part_tasks(item_id, record, parts, at)),
            notes=_notes(record.notes, at.child("notes")),
            at=at,
        )

    def _part_tasks(self, item_id: str, item: ItemRecord, parts: Iterable[PartRecord], at: Loc) -> Iterator[Task]:
        for n, part in enumerate(parts):
            place = at.child("parts", n) if item.parts else at
            units, deadlines = self._mentions(part.mentions, part.text, place)
            yield Task(
                id=f"{item_id}/task-{n + 1}",
                plan_id=self.record.id,
                item_id=item_id,
                number="",
                text=part.text,
                units=self.grammar.units_in_bracket(part.responsibility),
                deadline=self.grammar.deadline_in_bracket(part.responsibility),
                notes=_notes(part.notes, place.child("notes")) if item.parts else (),
                targets=find_targets(part.text),
                mentioned_units=units,
                mentioned_deadlines=deadlines,
                at=place,
            )

    def _paragraphs(self, records: Iterable[ParagraphRecord], name: str) -> tuple[Item, ...]:
        return tuple(self._paragraph(record, name, n) for n, record in enumerate(records))

    def _paragraph(self, record: ParagraphRecord, name: str, n: int) -> Item:
        at = self.at.child(name, n)
        key = f"{name}-{n + 1}"
        item_id = f"{self.record.id}/{key}"
        units, deadlines = self._mentions(record.mentions, record.text, at)
        if name == "preamble":
            check_opening(record.mentions, at, self.report)
        task = Task(
            id=f"{item_id}/task-1",
            plan_id=self.record.id,
            item_id=item_id,
            number="",
            text=record.text,
            units=units[0] if units else Units("", Basis.NOT_STATED),
            deadline=deadlines[0] if deadlines else Deadline("", Basis.NOT_STATED),
            targets=find_targets(record.text),
            mentioned_units=units[1:],
            mentioned_deadlines=deadlines[1:],
            at=at,
        )
        return Item(
            id=item_id,
            plan_id=self.record.id,
            key=key,
            number="",
            ordinal=None,
            heading="",
            parts=(Part(record.text),),
            tasks=(task,) if name == "closing" and (units or deadlines) else (),
            notes=_notes(record.notes, at.child("notes")),
            at=at,
        )

    def _table(self, record: TableRecord, rows: tuple[Task, ...]) -> Table:
        return Table(record.title, record.columns, rows, _notes(record.notes, self.at.child("table", "notes")))

    def _rows(self, table: TableRecord) -> tuple[Task, ...]:
        at = self.at.child("table", "rows")
        unit_cells = {row.number: row.units for row in table.rows}
        deadline_cells = {row.number: row.deadline for row in table.rows}
        check_table(table, at, self.report)
        tasks: list[Task] = []
        for n, row in enumerate(table.rows):
            place = at.child(n)
            units, deadlines = self._mentions(row.mentions, row.text, place)
            task = Task(
                id=f"{self.record.id}/task-{row_key(row.number)}",
                plan_id=self.record.id,
                item_id=f"{self.record.id}/{row.item}",
                number=row.number,
                text=row.text,
                units=self.grammar.units(row.units, unit_cells),
                deadline=self.grammar.deadline(row.deadline, deadline_cells),
                notes=_notes(row.notes, place.child("notes")),
                targets=find_targets(row.text),
                mentioned_units=units,
                mentioned_deadlines=deadlines,
                placement=_placement(row),
                at=place,
            )
            tasks.append(task)
        return tuple(tasks)

    def _mentions(self, record: MentionsRecord, text: str, at: Loc) -> tuple[tuple[Units, ...], tuple[Deadline, ...]]:
        check_mentions(record, text, at, self.report)
        return (
            tuple(self.grammar.units_in_words(quote) for quote in record.units),
            tuple(self.grammar.deadline_in_words(quote) for quote in record.deadlines),
        )


def _whole(record: ItemRecord) -> tuple[PartRecord, ...]:
    if not record.text:
        return ()
    return (
        PartRecord.model_construct(
            text=record.text, responsibility=record.responsibility, mentions=record.mentions, notes=()
        ),
    )


def _placement(row: RowRecord) -> Placement:
    if row.item_reason:
        basis = Basis.ASSIGNED
    elif row.item_inherited_from:
        basis = Basis.INHERITED
    else:
        basis = Basis.STATED if row.item_label else Basis.UNKNOWN
    return Placement(row.section_label, row.item_label, basis, row.item_inherited_from or None, row.item_reason)


def _notes(records: Iterable[NoteRecord], at: Loc) -> tuple[Note, ...]:
    return tuple(Note(record.kind, record.cell, record.text, at.child(n)) for n, record in enumerate(records))


def _reviews(records: Iterable[ReviewRecord], at: Loc) -> tuple[Review, ...]:
    return tuple(Review(record.stage, record.role, record.date, at.child(n)) for n, record in enumerate(records))


def _date(record: DateRecord) -> DocumentDate:
    return DocumentDate(record.text, record.day)


def _document(record: DocumentRecord) -> Document:
    fields: dict[str, Any] = dict(record)
    dates = {name: _date(fields[name]) for name in ("signed", "imprinted", "published")}
    return Document(**{**fields, **dates})
