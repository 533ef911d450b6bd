"""Entries (条目值): small finished values that many views are made of: labelled links, facts, notes, known documents.

What belongs to one kind of page only stays in that page's module; readings are in ``readings``, texts in ``texts``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.derive.wording import KNOWN_KINDS, NOT_SEEN, NOTE_KINDS, UNVISITED, chinese_date, quoted
from sitegen.model import DocumentDate, KnownDocument, Note, Plan


@dataclass(frozen=True, slots=True)
class LabelledLink:
    """A label that leads somewhere: ``href`` empty for plain text; ``remark`` is said after it, or empty."""

    label: str
    href: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class FactView:
    """One fact of a document (要素): label, words as printed; ``absent`` says in Chinese that there are none, or is empty."""

    label: str
    words: str
    absent: str = ""


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note to the reader (说明): its kind in Chinese, the cell it is about or "", its text."""

    kind: str
    cell: str
    text: str


@dataclass(frozen=True, slots=True)
class KnownDocumentView:
    """A document known but not held (未收录): kind, title, what is known of it, its address and what to say of that.

    ``statements`` are figures and phrases seen in its opening; ``note`` is the register's remark, or empty.
    """

    kind: str
    title: str
    facts: tuple[str, ...]
    href: str
    remark: str
    statements: tuple[str, ...] = ()
    note: str = ""


def fact(label: str, words: str) -> FactView:
    """A fact, said to be unseen where the document has none."""
    return FactView(label, words, "" if words else NOT_SEEN)


def notes_view(notes: Iterable[Note]) -> tuple[NoteView, ...]:
    """Notes as readers see them, in the order of the content."""
    return tuple(NoteView(NOTE_KINDS[note.kind], note.cell, note.text) for note in notes)


def date_words(day: DocumentDate) -> str:
    """A document's date: as printed, or the day where only that is known."""
    return day.text or (chinese_date(day.day) if day.day else "")


def known_document_view(known: KnownDocument) -> KnownDocumentView:
    """What is known of a document that is not held; its address is given only where it is the issuer's own."""
    facts = [
        known.number,
        known.issuer,
        f"成文日期{chinese_date(known.signed)}" if known.signed else "",
        f"发布日期{chinese_date(known.published)}" if known.published else "",
        f"索引号{known.index_number}" if known.index_number else "",
        f"有效性：{known.validity}" if known.validity else "",
    ]
    href = known.address if known.address.startswith(("http://", "https://")) else ""
    remark = UNVISITED if href and known.address_is_own else f"转载网址，{UNVISITED}" if href else ""
    return KnownDocumentView(
        KNOWN_KINDS[known.kind], known.title, tuple(fact for fact in facts if fact), href, remark, known.facts, known.note
    )


def plan_label(plan: Plan) -> str:
    """Short name of a plan in lists: its title in book-title marks."""
    return f"《{plan.title}》"


def beginning(text: str, length: int = 24) -> str:
    """First words of a text for a link, with an ellipsis where it goes on."""
    flat = "".join(text.split("\n"))
    return flat if len(flat) <= length else flat[:length] + "…"


def passage_label(number: str, heading: str, text: str) -> str:
    """Name of an item in links: number and title, or its first words where it has neither."""
    title = heading.rstrip("。")
    return f"{number}{title}" if number or title else quoted(beginning(text))
