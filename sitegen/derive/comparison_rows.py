"""Rows of a comparison page (对照行): clauses and sentences side by side, every one with its links.

What became of them is decided in ``comparison``; the page around the rows is made in ``comparison_page``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.derive.comparison.alignment import SentenceStatus
from sitegen.derive.comparison.difference import Segment, SegmentKind
from sitegen.derive.comparison.view import FactDifference, Line, Pointer, QuoteView, Row, Side
from sitegen.derive.entries import LabelledLink
from sitegen.derive.urls import Urls

BRACKET = re.compile(r"[（(]\s*责任\s*(?:单位|部门|主体)\s*[:：](.*?)[)）](?=[（(]\s*责任|$)")
UNCHANGED = (SentenceStatus.SAME, SentenceStatus.FORM_ONLY)


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Where a sentence stands: label and address in its document; ``anchor`` is its own here, "" where it is the line's."""

    label: str
    href: str
    anchor: str


@dataclass(frozen=True, slots=True)
class LineView:
    """Sentences side by side: anchor, what became of them, where they stand, the word differences, like wording elsewhere.

    ``alone`` is the text of sentences that stand on one side only, ``same`` that of sentences whose words are the same
    on both, or "". ``form`` says whether punctuation, width or spaces differ.
    """

    anchor: str
    code: str
    label: str
    changed: bool
    alone: str
    same: str
    form: bool
    old: tuple[PlaceView, ...]
    new: tuple[PlaceView, ...]
    segments: tuple[Segment, ...]
    see: tuple[LabelledLink, ...]


@dataclass(frozen=True, slots=True)
class SideView:
    """One clause of a row: link, anchor or "", section, units and deadline in words, and what ties it, or ""."""

    link: LabelledLink
    anchor: str
    section: str
    units: str
    deadline: str
    tie: str
    tie_code: str
    tie_reason: str
    phrases: tuple[str, ...]
    elsewhere: tuple[LabelledLink, ...]


@dataclass(frozen=True, slots=True)
class RowView:
    """One row: anchor and heading, what became of it and on what ground, both sides, lines, steps to other changes."""

    anchor: str
    heading: str
    label: str
    code: str
    ground: str
    ground_code: str
    reason: str
    old: tuple[SideView, ...]
    new: tuple[SideView, ...]
    old_absent: str
    new_absent: str
    facts: tuple[FactDifference, ...]
    lines: tuple[LineView, ...]
    previous: str
    following: str


def row_view(row: Row, urls: Urls) -> RowView:
    """One row with its addresses; an editor's reason for one clause stands with that clause, any other with the row."""
    told = {side.tie.reason for side in row.old if side.tie}
    return RowView(
        anchor=row.anchor,
        heading=row_heading(row),
        label=row.label,
        code=str(row.status),
        ground=row.ground_label,
        ground_code=str(row.ground),
        reason="；".join(reason.rstrip("。") for reason in row.reasons if reason not in told),
        old=tuple(_side(side, urls) for side in row.old),
        new=tuple(_side(side, urls) for side in row.new),
        old_absent="" if row.old else "文字上未见对应",
        new_absent="" if row.new else "文字上未见对应",
        facts=tuple(fact for fact in row.facts if any(part.changed for part in fact.segments)),
        lines=tuple(_line(line, urls) for line in row.lines),
        previous=f"#{row.previous}" if row.previous else "",
        following=f"#{row.following}" if row.following else "",
    )


def row_heading(row: Row) -> str:
    """What a row is called: its newer clause, or its older one where there is none."""
    names = [side.label for side in row.new] or [side.label for side in row.old]
    return names[0] + (f"等{len(names)}处" if len(names) > 1 else "")


def _side(side: Side, urls: Urls) -> SideView:
    tie = side.tie
    words = "，".join(part for part in (tie.label, tie.ground_label, tie.score_label) if part) if tie else ""
    return SideView(
        link=LabelledLink(side.label, urls.passage(side.id)),
        anchor=side.anchor,
        section=side.section,
        units=inside_bracket(side.units),
        deadline=side.deadline,
        tie=words,
        tie_code=str(tie.ground) if tie else "",
        tie_reason=tie.reason if tie else "",
        phrases=tie.phrases if tie else (),
        elsewhere=pointer_links(side.elsewhere),
    )


def _line(line: Line, urls: Urls) -> LineView:
    beside = bool(line.old and line.new)
    same = beside and not any(segment.changed for segment in line.segments)
    return LineView(
        anchor=line.anchor,
        code=str(line.status),
        label=line.label,
        changed=line.status not in UNCHANGED,
        alone="" if beside else "".join(quote.text for quote in (*line.old, *line.new)),
        same="".join(quote.text for quote in line.new) if same else "",
        form=beside and any(segment.kind is SegmentKind.FORM_ONLY for segment in line.segments),
        old=tuple(_quote_place(quote, line, urls) for quote in line.old),
        new=tuple(_quote_place(quote, line, urls) for quote in line.new),
        segments=line.segments,
        see=pointer_links(line.see),
    )


def _quote_place(quote: QuoteView, line: Line, urls: Urls) -> PlaceView:
    anchor = quote.here if quote.here != line.anchor else ""
    return PlaceView(quote.place, sentence_href(quote.clause_id, quote.anchor, urls), anchor)


def inside_bracket(words: str) -> str:
    """Words of responsibility brackets without brackets and labels, which the page gives them anyway."""
    return "；".join(BRACKET.findall(words)) or words


def pointer_links(pointers: Iterable[Pointer]) -> tuple[LabelledLink, ...]:
    """Links to other places of the same comparison."""
    return tuple(LabelledLink(pointer.place, f"#{pointer.line}") for pointer in pointers)


def sentence_href(clause_id: str, anchor: str, urls: Urls) -> str:
    """Address of a sentence on its clause's page, or on the plan's page where the clause has none of its own."""
    page = urls.passage(clause_id)
    return f"{page}-{anchor}" if "#" in page else f"{page}#{anchor}"
