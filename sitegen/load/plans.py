"""Record of a plan file -> Plan: hierarchy, permanent ids, cells read, rows placed under their items.

Mistakes inside one plan (keys that repeat, rows that lead nowhere, quotations that are not in the text) are found here;
what concerns several files is found in ``rules``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sitegen.load.cells import Grammar
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
from sitegen.problems import Problem, nearest

Report = Callable[[Problem], None]
NUMBER_MARKS = "（）()、．. "
ROW_KEY = re.compile(r"[0-9A-Za-z]+([.-][0-9A-Za-z]+)*")
RESERVED_KEY = re.compile(r"(task|preamble|closing)-[0-9]+")


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
        self._check_rows_placed(rows, seen)
        return tuple(sections)

    def _item(self, record: ItemRecord, at: Loc, rows: tuple[Task, ...], seen: dict[str, Loc]) -> Item:
        ordinal = read_numeral(record.number.strip(NUMBER_MARKS)) if record.number else None
        key = record.key or (f"item-{ordinal}" if ordinal else "")
        if not key:
            hint = "编号应是（一）这样的写法；没有编号的条目要写 key。"
            self.report(Problem("item-key-missing", f"条目“{record.heading}”没有可用的编号", at.child("number"), hint=hint))
        elif key in seen:
            place = at.child("key" if record.key else "number")
            other = ((seen[key], "另一处在这里"),)
            self.report(Problem("item-key-repeated", f"条目编号“{key}”重复", place, hint="每条的编号只能用一次。", related=other))
        elif RESERVED_KEY.fullmatch(key):
            hint = "换一个编号，如 part-1。"
            self.report(Problem("item-key-reserved", f"条目编号“{key}”与表的行或段落的网址相同", at.child("key"), hint=hint))
        seen.setdefault(key, at)
        self._check_item(record, at)
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

    def _check_item(self, record: ItemRecord, at: Loc) -> None:
        if record.parts and (record.text or record.responsibility):
            place = at.child("text" if record.text else "responsibility")
            hint = "把文字都放进 parts，或者删去 parts。"
            self.report(Problem("item-text-twice", "用了 parts 就不能再写 text 或 responsibility", place, hint=hint))
        mentions = record.mentions.units or record.mentions.deadlines
        if mentions and (record.parts or self.record.table):
            where = "parts 的各段" if record.parts else "任务分解表的行"
            message = f"这一条的 mentions 没有归到任务上，应写在{where}里"
            hint = f"把 mentions 移到写着这些话的{'那一段' if record.parts else '那一行'}。"
            self.report(Problem("item-mentions-misplaced", message, at.child("mentions"), hint=hint))

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
                deadline=Deadline("", Basis.NOT_STATED),
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
        self._check_row_numbers(table, at)
        tasks: list[Task] = []
        for n, row in enumerate(table.rows):
            place = at.child(n)
            for column, cells in (("units", unit_cells), ("deadline", deadline_cells)):
                self._check_cell(row, column, cells, place)
            units, deadlines = self._mentions(row.mentions, row.text, place)
            task = Task(
                id=f"{self.record.id}/task-{_row_key(row.number)}",
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
        for name, quotes in (("units", record.units), ("deadlines", record.deadlines)):
            for n, quote in enumerate(quotes):
                if quote not in text:
                    place = at.child("mentions", name, n)
                    self.report(Problem("quote-not-found", f"正文里没有这句原话：“{quote}”", place, hint="照正文原样录入。"))
        return (
            tuple(self.grammar.units_in_words(quote) for quote in record.units),
            tuple(self.grammar.deadline_in_words(quote) for quote in record.deadlines),
        )

    def _check_row_numbers(self, table: TableRecord, at: Loc) -> None:
        seen: dict[str, int] = {}
        for n, row in enumerate(table.rows):
            key, place = _row_key(row.number), at.child(n, "number")
            if key in seen:
                other = ((at.child(seen[key], "number"), "另一行在这里"),)
                hint = "照原表核对序号；原表确实重复的，在 notes 里说明，序号后加“-2”。"
                self.report(Problem("row-number-repeated", f"序号“{row.number}”重复", place, hint=hint, related=other))
            elif not ROW_KEY.fullmatch(key):
                hint = "照原表填数字；原表没有序号的，按次序编号，并在 notes 里说明。"
                self.report(Problem("row-number-format", f"序号“{row.number}”不能用作网址", place, hint=hint))
            seen.setdefault(key, n)
            if row.fragments and "".join(row.fragments) != row.text:
                hint = "逐段照录，接起来应与 text 一字不差。"
                self.report(Problem("fragments-differ", "fragments 接起来与 text 不同", at.child(n, "fragments"), hint=hint))

    def _check_cell(self, row: RowRecord, column: str, cells: Mapping[str, object], at: Loc) -> None:
        cell = getattr(row, column)
        if cell is None:
            return
        place = at.child(column)
        if cell.inherited_from:
            origin = cells.get(cell.inherited_from)
            if origin is None:
                near = nearest(cell.inherited_from, cells)
                hint = f"是不是“{near}”？" if near else "填一个存在的序号。"
                message = f"没有序号为“{cell.inherited_from}”的行可以承接"
                self.report(Problem("row-unknown", message, place.child("inherited_from"), hint=hint))
            elif getattr(origin, "inherited_from", "") or cell.inherited_from == row.number:
                hint = "直接填写最初印有文字的那一行。"
                message = f"第{cell.inherited_from}行的这一格也是承接来的"
                self.report(Problem("inheritance-chained", message, place.child("inherited_from"), hint=hint))
            if cell.text:
                hint = "原表有文字就删去 inherited_from；原表空白就删去 text。"
                self.report(Problem("cell-contradicts", "这一格既有文字，又说承接自别的行", place, hint=hint))
        if cell.read_as and not cell.reason:
            self.report(Problem("reason-missing", "编辑认定的读法必须写明理由", place, hint="补上一行“reason: …”。"))

    def _check_rows_placed(self, rows: tuple[Task, ...], items: Mapping[str, Loc]) -> None:
        for row in rows:
            key = row.item_id.partition("/")[2]
            if key not in items:
                near = nearest(key, items)
                hint = f"是不是“{near}”？" if near else f"可以填：{'、'.join(items)}。"
                self.report(Problem("item-unknown", f"没有编号为“{key}”的条目", row.at.child("item"), hint=hint))


def _whole(record: ItemRecord) -> tuple[PartRecord, ...]:
    if not record.text:
        return ()
    return (
        PartRecord.model_construct(
            text=record.text, responsibility=record.responsibility, mentions=record.mentions, notes=()
        ),
    )


def _row_key(number: str) -> str:
    ordinal = read_numeral(number.strip(NUMBER_MARKS))
    return str(ordinal) if ordinal is not None else number


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
