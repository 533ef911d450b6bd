"""Rows of a comparison page (对照行): clauses and sentences side by side, every one with its links.

What became of them is decided in ``comparison``; the page around the rows is made in ``comparison_page``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sitegen.derive.comparison import wording
from sitegen.derive.comparison.alignment import SentenceStatus
from sitegen.derive.comparison.difference import Segment, SegmentKind
from sitegen.derive.comparison.view import Ground, Line, Pointer, QuoteView, Row, Side
from sitegen.derive.entries import LabelledLink
from sitegen.derive.urls import Urls

BRACKET = re.compile(r"[（(]\s*责任\s*(?:单位|部门|主体)\s*[:：](.*?)[)）](?=[（(]\s*责任|$)")
UNCHANGED = (SentenceStatus.SAME, SentenceStatus.FORM_ONLY)
CELLS = (wording.UNITS, wording.DEADLINE)


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
    """One clause of a row: link, anchor or "", units and deadline in words, and what ties it, or "".

    Units and deadline are "" where the row says how those of both sides differ. ``phrases`` is the shared wording of a
    tied clause of which no sentence stands beside another here: elsewhere the sentences show it.
    """

    link: LabelledLink
    anchor: str
    units: str
    deadline: str
    tie: str
    tie_code: str
    tie_reason: str
    phrases: tuple[str, ...]
    elsewhere: tuple[LabelledLink, ...]


@dataclass(frozen=True, slots=True)
class FactView:
    """A cell or title of both sides: its label, and the words where they are the same, or else the word differences."""

    label: str
    same: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class RowView:
    """One row: anchor and heading, what became of it and on what ground, both sides, lines, steps to other changes.

    The heading leads to the only clause of the newer side; such a clause stands among the sides only if there is more to
    say of it. ``ground`` is "" where the ties say it. ``folded`` says how much there is where all sentences are the same, or "".
    """

    anchor: str
    heading: LabelledLink
    label: str
    code: str
    ground: str
    ground_code: str
    reason: str
    old: tuple[SideView, ...]
    new: tuple[SideView, ...]
    old_absent: str
    new_absent: str
    facts: tuple[FactView, ...]
    lines: tuple[LineView, ...]
    folded: str
    previous: str
    following: str


def row_view(row: Row, urls: Urls) -> RowView:
    """One row with its addresses; an editor's reason for one clause stands with that clause, any other with the row."""
    reasons = [side.tie.reason for side in row.old if side.tie]
    told = frozenset(reason for reason in reasons if reasons.count(reason) == 1)
    reason = "；".join(reason.rstrip("。") for reason in row.reasons if reason not in told)
    tied = any(side.tie for side in row.old)
    facts = tuple(_facts(row))
    labels = frozenset(fact.label for fact in facts)
    beside = frozenset(quote.clause_id for line in row.lines if line.new for quote in line.old)
    old, new = (tuple(_side(side, row, labels, beside, told, urls) for side in sides) for sides in (row.old, row.new))
    named = row.new or row.old
    return RowView(
        anchor=row.anchor,
        heading=LabelledLink(row_heading(row), urls.passage(named[0].id) if len(named) == 1 else ""),
        label=row.label,
        code=str(row.status),
        ground=row.ground_label if reason or not (tied or row.ground is Ground.NONE) else "",
        ground_code=str(row.ground),
        reason=reason,
        old=_with_more(old) if not row.new else old,
        new=_with_more(new),
        old_absent="" if row.old else "文字上未见对应",
        new_absent="" if row.new else "文字上未见对应",
        facts=facts,
        lines=tuple(_line(line, urls) for line in row.lines),
        folded=_folded(row),
        previous=f"#{row.previous}" if row.previous and row.changed else "",
        following=f"#{row.following}" if row.following and row.changed else "",
    )


def _facts(row: Row) -> Iterator[FactView]:
    """Cells and titles that differ, and cells that are the same on both sides."""
    for fact in row.facts:
        if any(segment.changed for segment in fact.segments):
            yield FactView(fact.label, "", fact.segments)
        elif fact.label in CELLS:
            yield FactView(fact.label, inside_bracket("".join(segment.new for segment in fact.segments)), ())


def _folded(row: Row) -> str:
    """How many sentences a row has, if every word and every mark of them is the same."""
    if not row.lines or any(line.status is not SentenceStatus.SAME for line in row.lines):
        return ""
    return f"{len(row.lines)}句，文字相同"


def row_heading(row: Row) -> str:
    """What a row is called: its newer clause, or its older one where there is none."""
    names = [side.label for side in row.new] or [side.label for side in row.old]
    return names[0] + (f"等{len(names)}处" if len(names) > 1 else "")


def _with_more(sides: tuple[SideView, ...]) -> tuple[SideView, ...]:
    """The clauses of the side that the heading is of, but for a single one of which the heading says all."""
    if len(sides) == 1 and not any((sides[0].anchor, sides[0].units, sides[0].deadline, sides[0].elsewhere)):
        return ()
    return sides


def _side(
    side: Side, row: Row, facts: frozenset[str], beside: frozenset[str], reasons: frozenset[str], urls: Urls
) -> SideView:
    tie = side.tie
    named = tie.label if tie and tie.label != row.label else ""
    words = "，".join(part for part in (named, tie.ground_label, tie.score_label) if part) if tie else ""
    return SideView(
        link=LabelledLink(side.label, urls.passage(side.id)),
        anchor=side.anchor,
        units="" if wording.UNITS in facts else inside_bracket(side.units),
        deadline="" if wording.DEADLINE in facts else side.deadline,
        tie=words,
        tie_code=str(tie.ground) if tie else "",
        tie_reason=tie.reason if tie and tie.reason in reasons else "",
        phrases=tie.phrases if tie and side.id not in beside else (),
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
