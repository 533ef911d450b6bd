"""Comparison pages (对照页): a finished comparison with addresses, ready for its template; and the list of them all.

What is alike and what changed is decided in ``comparison``; here every clause, sentence and pointer gets its link.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sitegen.derive.comparison.alignment import SentenceStatus
from sitegen.derive.comparison.difference import Segment
from sitegen.derive.comparison.outline import Outline
from sitegen.derive.comparison.view import (
    Comparison,
    Correspondence,
    Count,
    FactDifference,
    Line,
    PlanSide,
    Pointer,
    QuoteView,
    Row,
    Side,
)
from sitegen.derive.entries import LabelledLink
from sitegen.derive.index import Index
from sitegen.derive.passage_page import Counterpart
from sitegen.derive.urls import Urls

BRACKET = re.compile(r"^[（(]责任(?:单位|部门)[:：](.*)[)）]$")
UNCHANGED = (SentenceStatus.SAME, SentenceStatus.FORM_ONLY)


@dataclass(frozen=True, slots=True)
class LineView:
    """Sentences side by side: anchor, what became of them, where they stand, the word differences, like wording elsewhere.

    ``alone`` is the text of sentences that stand on one side only, or ""; nothing in them differs from anything.
    """

    anchor: str
    code: str
    label: str
    changed: bool
    alone: str
    old: tuple[LabelledLink, ...]
    new: tuple[LabelledLink, ...]
    segments: tuple[Segment, ...]
    see: tuple[LabelledLink, ...]


@dataclass(frozen=True, slots=True)
class SideView:
    """One clause of a row: link, section, units and deadline in words, and what ties it, or ""."""

    link: LabelledLink
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


@dataclass(frozen=True, slots=True)
class MissingView:
    """A clause with the sentences of it that the other side does not have, and the rows that answer the rest."""

    clause: LabelledLink
    label: str
    rows: tuple[LabelledLink, ...]
    sentences: tuple[LabelledLink, ...]


@dataclass(frozen=True, slots=True)
class ComparisonPageView:
    """A comparison's page: both documents, the summary as text and picture, the rows, what either side has alone."""

    title: str
    description: str
    kind: str
    old: LabelledLink
    new: LabelledLink
    old_heading: str
    new_heading: str
    remarks: tuple[str, ...]
    absent_years: tuple[LabelledLink, ...]
    clause_counts: tuple[Count, ...]
    sentence_counts: tuple[Count, ...]
    summary: str
    outline: Outline
    correspondences: tuple[MissingView, ...]
    rows: tuple[RowView, ...]
    changes: tuple[LabelledLink, ...]
    only_old_heading: str
    only_old: tuple[MissingView, ...]
    only_new_heading: str
    only_new: tuple[MissingView, ...]
    first_change: str
    data_href: str


@dataclass(frozen=True, slots=True)
class ComparisonCardView:
    """One comparison in the list: its title with address, kind, summary, remarks on years that are not held."""

    link: LabelledLink
    kind: str
    summary: str
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComparisonListView:
    """The list of all comparisons, or the sentence that there are none."""

    title: str
    description: str
    comparisons: tuple[ComparisonCardView, ...]
    absent: str


def comparison_list_view(comparisons: Iterable[Comparison], urls: Urls) -> ComparisonListView:
    """The list of all comparisons that were made."""
    cards = tuple(
        ComparisonCardView(
            LabelledLink(one.title, comparison_href(one, urls)), one.kind_label, one.summary,
            tuple(year.label for year in one.absent_years),
        )
        for one in comparisons
    )  # fmt: skip
    return ComparisonListView(
        title="对照",
        description="不同年份、上下级之间、正文与任务表之间，文字有什么不同。只比文字，不评价工作。",
        comparisons=cards,
        absent="" if cards else "已收录的文件之间还没有可以对照的。",
    )


def comparison_href(comparison: Comparison, urls: Urls) -> str:
    """Address of a comparison's page."""
    return urls.comparison(comparison.old.plan_id, comparison.new.plan_id)


def comparison_data_path(comparison: Comparison, urls: Urls) -> str:
    """Path of a comparison's data, beside its page."""
    return urls.comparison_path(comparison.old.plan_id, comparison.new.plan_id) + "comparison.json"


def comparison_page_view(comparison: Comparison, index: Index, urls: Urls) -> ComparisonPageView:
    """The page of one comparison."""
    rows = tuple(_row(row, urls) for row in comparison.rows)
    changes = tuple(
        LabelledLink(row.heading, f"#{row.anchor}", f"{row.label}（{row.ground}）")
        for row, source in zip(rows, comparison.rows, strict=True)
        if source.changed
    )
    known = {document.id: document for document in index.portal.known_documents}
    return ComparisonPageView(
        title=comparison.title,
        description=f"{comparison.kind_label}：{comparison.summary}",
        kind=comparison.kind_label,
        old=_plan(comparison.old, urls),
        new=_plan(comparison.new, urls),
        old_heading=_heading(comparison.old),
        new_heading=_heading(comparison.new),
        remarks=comparison.remarks,
        absent_years=tuple(
            LabelledLink(year.label, remark="、".join(known[key].title for key in year.known if known[key].title))
            for year in comparison.absent_years
        ),
        clause_counts=comparison.clause_counts,
        sentence_counts=comparison.sentence_counts,
        summary=comparison.summary,
        outline=comparison.outline,
        correspondences=tuple(_missing(one, urls) for one in comparison.by_old),
        rows=rows,
        changes=changes,
        only_old_heading=comparison.only_old_heading,
        only_old=tuple(_missing(one, urls) for one in comparison.only_old),
        only_new_heading=comparison.only_new_heading,
        only_new=tuple(_missing(one, urls) for one in comparison.only_new),
        first_change=changes[0].href if changes else "",
        data_href=urls.href(comparison_data_path(comparison, urls)),
    )


def sentence_href(clause_id: str, anchor: str, urls: Urls) -> str:
    """Address of a sentence on its clause's page, or on the plan's page where the clause has none of its own."""
    page = urls.passage(clause_id)
    return f"{page}-{anchor}" if "#" in page else f"{page}#{anchor}"


def _plan(side: PlanSide, urls: Urls) -> LabelledLink:
    return LabelledLink(f"《{side.title}》", urls.plan(side.plan_id), side.part)


def _heading(side: PlanSide) -> str:
    return f"{side.jurisdiction}{side.year}年{side.part}"


def _row(row: Row, urls: Urls) -> RowView:
    names = [side.label for side in row.new] or [side.label for side in row.old]
    return RowView(
        anchor=row.anchor,
        heading=names[0] + (f"等{len(names)}处" if len(names) > 1 else ""),
        label=row.label,
        code=str(row.status),
        ground=row.ground_label,
        ground_code=str(row.ground),
        reason="；".join(row.reasons),
        old=tuple(_side(side, urls) for side in row.old),
        new=tuple(_side(side, urls) for side in row.new),
        old_absent="" if row.old else "文字上未见对应",
        new_absent="" if row.new else "文字上未见对应",
        facts=row.facts,
        lines=tuple(_line(line, urls) for line in row.lines),
        previous=f"#{row.previous}" if row.previous else "",
        following=f"#{row.following}" if row.following else "",
    )


def _side(side: Side, urls: Urls) -> SideView:
    tie = side.tie
    words = "，".join(part for part in (tie.label, tie.ground_label, tie.score_label) if part) if tie else ""
    return SideView(
        link=LabelledLink(side.label, urls.passage(side.id)),
        section=side.section,
        units=inside_bracket(side.units),
        deadline=side.deadline,
        tie=words,
        tie_code=str(tie.ground) if tie else "",
        tie_reason=tie.reason if tie else "",
        phrases=tie.phrases if tie else (),
        elsewhere=_pointers(side.elsewhere),
    )


def _line(line: Line, urls: Urls) -> LineView:
    return LineView(
        anchor=line.anchor,
        code=str(line.status),
        label=line.label,
        changed=line.status not in UNCHANGED,
        alone="" if line.old and line.new else "".join(quote.text for quote in (*line.old, *line.new)),
        old=tuple(_quote_place(quote, urls) for quote in line.old),
        new=tuple(_quote_place(quote, urls) for quote in line.new),
        segments=line.segments,
        see=_pointers(line.see),
    )


def inside_bracket(words: str) -> str:
    """Words of a responsibility bracket without the bracket and the label that the page gives them anyway."""
    return BRACKET.sub(r"\1", words)


def _pointers(pointers: Iterable[Pointer]) -> tuple[LabelledLink, ...]:
    return tuple(LabelledLink(pointer.place, f"#{pointer.line}") for pointer in pointers)


def _quote_place(quote: QuoteView, urls: Urls) -> LabelledLink:
    return LabelledLink(quote.place, sentence_href(quote.clause_id, quote.anchor, urls))


def _missing(one: Correspondence, urls: Urls) -> MissingView:
    return MissingView(
        clause=LabelledLink(one.clause, urls.passage(one.id)),
        label=one.label,
        rows=tuple(dict.fromkeys(_pointers(one.rows))),
        sentences=tuple(
            LabelledLink(quote.text, sentence_href(quote.clause_id, quote.anchor, urls)) for quote in one.missing
        ),
    )


def counterparts(comparisons: Iterable[Comparison], urls: Urls) -> dict[str, tuple[Counterpart, ...]]:
    """Clauses of other plans that answer each clause, by id: what its own page links to."""
    found: dict[str, dict[Counterpart, None]] = {}
    for comparison in comparisons:
        for row in comparison.rows:
            href = f"{comparison_href(comparison, urls)}#{row.anchor}"
            for old in row.old:
                label, basis = (old.tie.label, old.tie.ground_label) if old.tie else (row.label, row.ground_label)
                for new in row.new:
                    to_new = Counterpart(f"{_heading(comparison.new)}{new.label}", href, label, basis)
                    to_old = Counterpart(f"{_heading(comparison.old)}{old.label}", href, label, basis)
                    found.setdefault(old.id, {})[to_new] = None
                    found.setdefault(new.id, {})[to_old] = None
    return {clause: tuple(links) for clause, links in found.items()}


def comparison_data(comparison: Comparison) -> dict[str, Any]:
    """The comparison as plain values for comparison.json."""
    return {
        "kind": str(comparison.kind),
        "title": comparison.title,
        "from": comparison.old.plan_id,
        "to": comparison.new.plan_id,
        "absent_years": [year.year for year in comparison.absent_years],
        "counts": {count.key: count.number for count in comparison.sentence_counts},
        "rows": [_row_data(row) for row in comparison.rows],
    }


def _row_data(row: Row) -> dict[str, Any]:
    return {
        "id": row.anchor,
        "status": str(row.status),
        "ground": str(row.ground),
        "reasons": list(row.reasons),
        "from": [_side_data(side) for side in row.old],
        "to": [_side_data(side) for side in row.new],
        "sentences": [
            {
                "id": line.anchor,
                "status": str(line.status),
                "from": [{"clause": quote.clause_id, "anchor": quote.anchor, "text": quote.text} for quote in line.old],
                "to": [{"clause": quote.clause_id, "anchor": quote.anchor, "text": quote.text} for quote in line.new],
                "segments": [[str(segment.kind), segment.old, segment.new] for segment in line.segments],
            }
            for line in row.lines
        ],
    }


def _side_data(side: Side) -> dict[str, Any]:
    tie = side.tie
    return {
        "id": side.id,
        "relation": str(tie.relation) if tie else None,
        "ground": str(tie.ground) if tie else None,
        "score": tie.score if tie else None,
        "reason": (tie.reason or None) if tie else None,
        "phrases": list(tie.phrases) if tie else [],
    }
