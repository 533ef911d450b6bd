"""Plans (政务公开工作要点) and what they are made of: sections, items, tasks, the official table, notes.

One hierarchy holds prose and table alike: Plan > Section > Item > Task. A row of a task table is a Task; an item of a
plan without a table is one Task, or several where responsibility is given for parts of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from sitegen.model.reading import Basis, Deadline, Target, Units
from sitegen.position import Loc

NOWHERE = Loc("")


class Form(StrEnum):
    """Form of a plan document (文件形态): prose, a task table alone, or prose with its own table."""

    PROSE = "prose"
    TABLE = "table"
    PROSE_AND_TABLE = "prose-and-table"


class NoteKind(StrEnum):
    """Kind of a note to the reader (说明): what about the printed document a reader should know."""

    SOURCE_ERROR = "source-error"
    MERGED_CELL = "merged-cell"
    MISPLACED_LABEL = "misplaced-label"
    GLUED_LABEL = "glued-label"
    BROKEN_ROW = "broken-row"
    REPEATED_TEXT = "repeated-text"
    WORDING = "wording"
    NUMBERING = "numbering"
    PUNCTUATION = "punctuation"
    NAMING = "naming"
    ACTOR_IN_TEXT = "actor-in-text"
    DATE_IN_TEXT = "date-in-text"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Note:
    """Note to the reader (说明) about a document, item or cell; ``cell`` names the cell concerned, or is empty."""

    kind: NoteKind
    cell: str
    text: str
    at: Loc = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class DocumentDate:
    """Date of a document: the words as printed and the day they state (None where there is none)."""

    text: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """Facts of the official document (公文要素) as printed; every field is empty where the document has none.

    The order is that of GB/T 9704-2012: 发文机关标志, 发文字号, 通知标题, 主送机关, 正文, 附件说明, 署名, 成文日期, 附注,
    附件, 抄送, 印发机关, 印发日期; then what catalogues add: 发布日期, 索引号, 有效性.
    """

    letterhead: str = ""
    number: str = ""
    notice_title: str = ""
    addressees: str = ""
    body: str = ""
    attachments: tuple[str, ...] = ()
    signatory: str = ""
    signed: DocumentDate = DocumentDate()
    contact: str = ""
    disclosure: str = ""
    attachment_mark: str = ""
    page_remark: str = ""
    copies_to: tuple[str, ...] = ()
    imprint_issuer: str = ""
    imprinted: DocumentDate = DocumentDate()
    published: DocumentDate = DocumentDate()
    index_number: str = ""
    validity: str = ""
    issuer: str = ""


@dataclass(frozen=True, slots=True)
class Placement:
    """How a table row came to its item: the labels as printed in the row, the basis, and the ground for an assignment."""

    section_label: str
    item_label: str
    basis: Basis
    inherited_from: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """Task (工作任务): one thing to be done, with who is responsible and by when.

    ``id`` is permanent ("zhangqiu-2024/task-33", "laoshan-2025/item-4/task-2"); ``number`` is the row number as printed,
    or empty. ``mentioned_units`` and ``mentioned_deadlines`` were found in the running text, not in the column or
    bracket that states responsibility. ``placement`` is None for tasks of prose items.
    """

    id: str
    plan_id: str
    item_id: str
    number: str
    text: str
    units: Units
    deadline: Deadline
    notes: tuple[Note, ...] = ()
    targets: tuple[Target, ...] = ()
    mentioned_units: tuple[Units, ...] = ()
    mentioned_deadlines: tuple[Deadline, ...] = ()
    placement: Placement | None = None
    at: Loc = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Part:
    """Part of an item's text: a run of sentences and the bracket printed after it, "（责任单位：…）", or empty."""

    text: str
    responsibility: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """Item (条) of a plan: number and heading as printed, its text in parts, its tasks.

    ``id`` is permanent ("huaiyin-2025/item-8"); ``ordinal`` is the number as an integer, None where the document gives
    none. A heading of a table (HY23) is an Item without text. Preamble and closing paragraphs are Items without number.
    """

    id: str
    plan_id: str
    key: str
    number: str
    ordinal: int | None
    heading: str
    parts: tuple[Part, ...] = ()
    tasks: tuple[Task, ...] = ()
    notes: tuple[Note, ...] = ()
    at: Loc = field(default=NOWHERE, compare=False, repr=False)

    @property
    def title(self) -> str:
        """Heading without its closing full stop."""
        return self.heading.rstrip("。")

    @property
    def text(self) -> str:
        """The item's text as printed, responsibility brackets included, without number and heading."""
        return "".join(part.text + part.responsibility for part in self.parts)


@dataclass(frozen=True, slots=True)
class Section:
    """Section (部分) of a plan, such as 一、…: number and title as printed, and its items."""

    number: str
    title: str
    items: tuple[Item, ...]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Task table (任务分解表): title and column headings as printed; its rows are the tasks, in printed order."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[Task, ...]
    notes: tuple[Note, ...] = ()


class ReviewStage(StrEnum):
    """Stage of 三审三校: 初审, 复审, 终审 of the content, 一校, 二校, 三校 of the text."""

    FIRST_REVIEW = "first-review"
    SECOND_REVIEW = "second-review"
    FINAL_REVIEW = "final-review"
    FIRST_PROOF = "first-proof"
    SECOND_PROOF = "second-proof"
    THIRD_PROOF = "third-proof"


@dataclass(frozen=True, slots=True)
class Review:
    """One review or proofreading (审校) of the encoded content: its stage, who did it by role, the day (None: not recorded)."""

    stage: ReviewStage
    role: str
    day: date | None = None
    at: Loc = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Plan:
    """Plan (工作要点) of one jurisdiction and year: facts of the document, text in sections, and its table if any.

    ``completeness`` says in Chinese what of the document is held ("仅有附件，未见主件"), or is empty. ``lead_rule`` quotes the
    sentence by which the first unit of each list leads (列第一位的为牵头单位), or is empty. ``cites`` holds ids of plans and of
    known documents. ``review`` records who reviewed and proofread the encoded content, in order.
    """

    id: str
    jurisdiction_id: str
    year: int
    form: Form
    title: str
    document: Document
    preamble: tuple[Item, ...]
    sections: tuple[Section, ...]
    closing: tuple[Item, ...]
    table: Table | None = None
    cites: tuple[str, ...] = ()
    lead_rule: str = ""
    completeness: str = ""
    source: str = ""
    notes: tuple[Note, ...] = ()
    review: tuple[Review, ...] = ()
    at: Loc = field(default=NOWHERE, compare=False, repr=False)

    @property
    def in_outline(self) -> Plan:
        """What lists and links say of the plan: the facts of the document without its text, table and notes (要点概貌)."""
        return replace(self, preamble=(), sections=(), closing=(), table=None, notes=(), lead_rule="")

    @property
    def items(self) -> tuple[Item, ...]:
        """All numbered items and table headings, in order."""
        return tuple(item for section in self.sections for item in section.items)

    @property
    def tasks(self) -> tuple[Task, ...]:
        """All tasks in printed order: the table's rows, or the tasks of items; then those of closing paragraphs."""
        own = self.table.rows if self.table else tuple(task for item in self.items for task in item.tasks)
        return own + tuple(task for item in self.closing for task in item.tasks)

    def passages(self) -> Iterator[Item]:
        """Preamble, items and closing paragraphs in the order in which they are printed."""
        yield from self.preamble
        yield from self.items
        yield from self.closing
