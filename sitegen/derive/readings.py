"""Readings as readers see them (原文、读法、依据): the words as printed, what they mean, and the ground for that.

The three are separate fields, so that no page can mix them up. Values for responsible units and deadlines, targets, and
the one-line forms for lists.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sitegen.derive import wording
from sitegen.derive.index import Index
from sitegen.derive.urls import Urls
from sitegen.model import Basis, Deadline, DeadlineTerm, Mention, MentionKind, Placement, TermKind, Units

EMPTY_CELL = "（空白）"
NOT_PRINTED = "（没有写）"
# Grounds of readings are few, and stand on every page.
REMEMBERED = 1000


@dataclass(frozen=True, slots=True)
class PrintedView:
    """Words as printed: ``words`` of this very place, ``absent`` in Chinese where there are none.

    ``layout`` keeps the lines of the printed cell where they differ, else it is empty. ``borrowed`` holds the words of
    another row that were read for an empty merged cell, ``borrowed_from`` says which row ("第13行"); both may be empty.
    """

    words: str
    absent: str = ""
    layout: tuple[str, ...] = ()
    borrowed: str = ""
    borrowed_from: str = ""


@dataclass(frozen=True, slots=True)
class BasisView:
    """Ground of a reading: ``code`` for marking it ("inherited"), ``label`` in Chinese, ``explanation`` in a sentence."""

    code: str
    label: str
    explanation: str


@dataclass(frozen=True, slots=True)
class MentionView:
    """One body of a unit expression: name, address of its page or "", kind in Chinese, role or "", the body above or ""."""

    name: str
    href: str
    code: str
    kind: str
    role: str = ""
    above: str = ""


@dataclass(frozen=True, slots=True)
class UnitsView:
    """Reading of responsible units; ``sentence`` says it in one line, ``absent`` why nothing was read, ``remark`` what is open."""

    printed: PrintedView
    mentions: tuple[MentionView, ...]
    basis: BasisView
    sentence: str
    absent: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class TermView:
    """One term of a deadline: its reading, how it follows from the words, the machine-readable day or "", and
    ``passed``: neutral words where that day lies before the portal's content, or "".
    """

    reading: str
    derivation: str
    day: str = ""
    passed: str = ""


@dataclass(frozen=True, slots=True)
class DeadlineView:
    """Reading of a deadline; ``sentence`` says it in one line, ``absent`` why nothing was read."""

    printed: PrintedView
    terms: tuple[TermView, ...]
    basis: BasisView
    sentence: str
    absent: str = ""


@dataclass(frozen=True, slots=True)
class PlacementView:
    """How a row came to its item: the labels as printed in the row, and the ground."""

    printed: PrintedView
    basis: BasisView


def units_view(units: Units, index: Index, urls: Urls) -> UnitsView:
    """Reading of responsible units with links to the pages of units and groups."""
    return UnitsView(
        printed=printed_view(units),
        mentions=tuple(_mention(mention, index, urls) for mention in units.mentions),
        basis=basis_view(units.basis, units.inherited_from, units.reason),
        sentence=wording.units_sentence(units),
        absent=wording.no_units_sentence(units),
        remark=wording.units_remark(units),
    )


def deadline_view(deadline: Deadline, as_of: date) -> DeadlineView:
    """Reading of a deadline; terms that passed before ``as_of`` say so neutrally."""
    absent = wording.no_deadline_sentence(deadline)
    return DeadlineView(
        printed=printed_view(deadline),
        terms=() if absent else tuple(term_view(term, as_of) for term in deadline.terms),
        basis=basis_view(deadline.basis, deadline.inherited_from, deadline.reason),
        sentence=wording.deadline_sentence(deadline),
        absent=absent,
    )


def term_view(term: DeadlineTerm, as_of: date) -> TermView:
    """One term of a deadline as readers see it; only dated terms carry a day."""
    dated = term.kind in (TermKind.BY_DATE, TermKind.RANGE) and term.end is not None
    return TermView(
        reading=wording.term_reading(term),
        derivation=wording.term_derivation(term),
        day=term.end.isoformat() if dated and term.end else "",
        passed=wording.passed_sentence(term.end, as_of) if dated else "",
    )


def placement_view(placement: Placement) -> PlacementView:
    """How a row came to its item, in words."""
    labels = " ".join(label for label in (placement.section_label, placement.item_label) if label)
    return PlacementView(
        PrintedView(labels, "" if labels else EMPTY_CELL),
        basis_view(placement.basis, placement.inherited_from, placement.reason),
    )


def printed_view(reading: Units | Deadline) -> PrintedView:
    """Words of a cell or bracket as printed, and the words of another row that were read for it."""
    absent = ""
    if not reading.source:
        absent = NOT_PRINTED if reading.basis is Basis.NOT_STATED else EMPTY_CELL
    inherited = reading.basis is Basis.INHERITED
    return PrintedView(
        words=reading.source,
        absent=absent,
        layout=tuple(reading.printed.splitlines()),
        borrowed=reading.words if inherited else "",
        borrowed_from=f"第{reading.inherited_from}行" if inherited and reading.inherited_from else "",
    )


@lru_cache(REMEMBERED)
def basis_view(basis: Basis, inherited_from: str | None = None, reason: str = "") -> BasisView:
    """Ground of a reading as readers see it."""
    return BasisView(
        str(basis), wording.basis_label(basis, inherited_from, reason), wording.basis_explanation(basis)
    )


def _mention(mention: Mention, index: Index, urls: Urls) -> MentionView:
    known = mention.id is not None and (mention.id in index.units or mention.id in index.groups)
    return MentionView(
        name=mention.name,
        href=urls.unit(mention.id) if known and mention.id else "",
        code=str(mention.kind),
        kind="" if mention.kind is MentionKind.UNIT else wording.mention_kind(mention),
        role=wording.mention_role(mention),
        above=_name_of(mention.of, index) if mention.of else "",
    )


def _name_of(body_id: str, index: Index) -> str:
    if body_id in index.units:
        return index.units[body_id].name
    return index.groups[body_id].name if body_id in index.groups else body_id
