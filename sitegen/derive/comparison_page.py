"""Comparison pages (对照页): a finished comparison with addresses, ready for its template.

What is alike and what changed is decided in ``comparison``; here every clause, sentence and pointer gets its link.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sitegen.derive.comparison import wording
from sitegen.derive.comparison.alignment import SentenceStatus
from sitegen.derive.comparison.difference import Segment
from sitegen.derive.comparison.outline import Outline, OutlineBox
from sitegen.derive.comparison.pairs import IN_TIME, ComparisonKind
from sitegen.derive.comparison.view import (
    AbsentYear,
    Comparison,
    Correspondence,
    Ground,
    Heading,
    Line,
    PlanSide,
    Row,
)
from sitegen.derive.comparison_rows import (
    UNCHANGED,
    RowView,
    pointer_links,
    row_heading,
    row_view,
    sentence_href,
)
from sitegen.derive.entries import KnownDocumentView, LabelledLink, known_document_view
from sitegen.derive.index import Index
from sitegen.derive.urls import Urls

LISTED_CHANGES = 3
GROUNDS = {Ground.DECLARED: "（编辑认定）", Ground.SUGGESTED: "（文字比对提示）"}


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One change in plain words: where it stands, and what it is."""

    place: LabelledLink
    said: str


@dataclass(frozen=True, slots=True)
class AloneView:
    """Sentences of one row with nothing beside them: what became of them, and where they stand; their words stand there."""

    label: str
    places: tuple[LabelledLink, ...]


@dataclass(frozen=True, slots=True)
class ChangesView:
    """The changes of one row: the row with its result, each change, and the sentences that stand alone."""

    row: LabelledLink
    changes: tuple[ChangeView, ...]
    alone: tuple[AloneView, ...]


@dataclass(frozen=True, slots=True)
class MissingView:
    """A clause with the sentences of it that the other side does not have (place and words), and the rows that answer the rest."""

    clause: LabelledLink
    label: str
    rows: tuple[LabelledLink, ...]
    sentences: tuple[LabelledLink, ...]


@dataclass(frozen=True, slots=True)
class ReadingView:
    """The clauses of one document, each with those of the other that answer it: a heading and the columns' names."""

    anchor: str
    heading: str
    own: str
    other: str
    clauses: tuple[MissingView, ...]


@dataclass(frozen=True, slots=True)
class YearBetweenView:
    """A year between the two that is not held: what is said of it, and the documents of it that are known."""

    label: str
    documents: tuple[KnownDocumentView, ...]
    absent: str


@dataclass(frozen=True, slots=True)
class SwitchView:
    """A switch of the page, which works without a script: its id and its words."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class MarksView:
    """How words of one side only are announced to who cannot see the marks; struck through where one text became the other."""

    old: str
    new: str
    in_time: bool


@dataclass(frozen=True, slots=True)
class LinksView:
    """All links of one ground in the picture, as one SVG path."""

    ground: str
    path: str


@dataclass(frozen=True, slots=True)
class PictureView:
    """The picture of both outlines: its size, all boxes as one SVG path, the links by ground, the labels."""

    width: int
    height: int
    boxes: str
    links: tuple[LinksView, ...]
    labels: tuple[OutlineBox, ...]


@dataclass(frozen=True, slots=True)
class ComparisonPageView:
    """A comparison's page: both documents, the summary as text and picture, the rows, what either side has alone.

    ``old_short`` and ``new_short`` name the sides beside their texts, where the whole name was said before.
    """

    title: str
    description: str
    kind: str
    old: LabelledLink
    new: LabelledLink
    old_heading: str
    new_heading: str
    old_short: str
    new_short: str
    summary: str
    remarks: tuple[str, ...]
    years_between: tuple[YearBetweenView, ...]
    held_between: tuple[LabelledLink, ...]
    outline: PictureView
    readings: tuple[ReadingView, ...]
    marks: MarksView
    switches: tuple[SwitchView, ...]
    rows: tuple[RowView, ...]
    changes: tuple[ChangesView, ...]
    only_old_heading: str
    only_old: tuple[MissingView, ...]
    only_new_heading: str
    only_new: tuple[MissingView, ...]
    first_change: str
    data_href: str


def comparison_href(comparison: Heading, urls: Urls) -> str:
    """Address of a comparison's page."""
    return urls.comparison(comparison.old.plan_id, comparison.new.plan_id)


def comparison_data_path(comparison: Heading, urls: Urls) -> str:
    """Path of a comparison's data, beside its page."""
    return urls.comparison_path(comparison.old.plan_id, comparison.new.plan_id) + "comparison.json"


def comparison_page_view(comparison: Comparison, index: Index, urls: Urls) -> ComparisonPageView:
    """The page of one comparison."""
    old, new = _headings(comparison)
    changes = tuple(_changes(row, comparison.kind) for row in comparison.rows if row.changed)
    gone, come = wording.MARKS[comparison.kind]
    asked = comparison.kind is ComparisonKind.LEVELS  # what a superior asks for is read here, whatever was made of it
    return ComparisonPageView(
        title=comparison.title,
        description=f"{comparison.kind_label}：{comparison.summary}",
        kind=comparison.kind_label,
        old=_plan(comparison.old, urls),
        new=_plan(comparison.new, urls),
        old_heading=old,
        new_heading=new,
        old_short=_short(comparison.kind, comparison.old, old),
        new_short=_short(comparison.kind, comparison.new, new),
        summary=comparison.summary,
        remarks=comparison.remarks,
        years_between=tuple(_year_between(year, index) for year in comparison.absent_years),
        held_between=tuple(_plan(plan, urls) for plan in comparison.held_between),
        outline=_picture(comparison.outline),
        readings=tuple(_readings(comparison, urls)),
        marks=MarksView(gone, come, comparison.kind in IN_TIME),
        switches=tuple(_switches(comparison)),
        rows=tuple(row_view(row, urls) for row in comparison.rows),
        changes=changes,
        only_old_heading=comparison.only_old_heading,
        only_old=tuple(_missing(one, urls) if asked else _alone(one, urls) for one in comparison.only_old),
        only_new_heading=comparison.only_new_heading,
        only_new=tuple(_alone(one, urls) for one in comparison.only_new),
        first_change=changes[0].row.href if changes else "",
        data_href=urls.href(comparison_data_path(comparison.heading, urls)),
    )


def side_heading(side: PlanSide) -> str:
    """One side of a comparison in few words: 槐荫区2025年要点正文."""
    return f"{side.name}{side.part}"


def _headings(comparison: Comparison) -> tuple[str, str]:
    """What the two sides are called above their texts."""
    if comparison.kind is ComparisonKind.REVISION:
        return wording.BEFORE, wording.AFTER
    return side_heading(comparison.old), side_heading(comparison.new)


def _short(kind: ComparisonKind, side: PlanSide, heading: str) -> str:
    """What a side is called beside its texts: its part, its year, or whose it is, by what tells it from the other."""
    if kind is ComparisonKind.RECONCILIATION:
        return side.part
    if kind is ComparisonKind.YEARS:
        return f"{side.year}年{side.edition}"
    return heading if kind is ComparisonKind.REVISION else side.jurisdiction


def _picture(outline: Outline) -> PictureView:
    boxes = (*outline.left, *outline.right)
    grounds = dict.fromkeys(link.ground for link in outline.links)
    return PictureView(
        outline.width,
        outline.height,
        "".join(f"M{box.x} {box.y}h{box.width}v{box.height}h-{box.width}z" for box in boxes),
        tuple(
            LinksView(ground, "".join(link.path for link in outline.links if link.ground == ground)) for ground in grounds
        ),
        boxes,
    )


def _plan(side: PlanSide, urls: Urls) -> LabelledLink:
    return LabelledLink(f"《{side.title}》", urls.plan(side.plan_id), side.part)


def _year_between(year: AbsentYear, index: Index) -> YearBetweenView:
    known = tuple(known_document_view(known) for known in index.portal.known_documents if known.id in year.known)
    return YearBetweenView(year.label, known, "" if known else "没有见到这一年的工作要点的记录。")


def _readings(comparison: Comparison, urls: Urls) -> Iterator[ReadingView]:
    """Both directions: the clauses of either document with those of the other that answer them."""
    old, new = _headings(comparison)
    for anchor, own, other, clauses in (("by-old", old, new, comparison.by_old), ("by-new", new, old, comparison.by_new)):
        yield ReadingView(anchor, f"从{own}看", own, other, tuple(_answered(one, urls) for one in clauses))


def _switches(comparison: Comparison) -> Iterator[SwitchView]:
    """Only switches that do something on this page."""
    lines = [line.status for row in comparison.rows for line in row.lines]
    if any(status in UNCHANGED for status in lines) and any(status not in UNCHANGED for status in lines):
        yield SwitchView("switch-changed", "只看有变化的句子")
    if SentenceStatus.ADDED in lines and any(status is not SentenceStatus.ADDED for status in lines):
        words = wording.sentence_label(SentenceStatus.ADDED, comparison.kind)
        yield SwitchView("switch-new", f"只看“{words}”的句子")
    if comparison.form_differences:
        yield SwitchView("switch-form", f"标出标点、全半角、空格的不同（{comparison.form_differences}处）")
    if any(segment.changed and segment.old for segment in _shown_segments(comparison)):
        if comparison.kind in IN_TIME:
            yield SwitchView("switch-strike", "不用删除线")
        yield SwitchView("switch-one", "合在一起看，不并排")


def _shown_segments(comparison: Comparison) -> Iterator[Segment]:
    for row in comparison.rows:
        for one in row.facts:
            yield from one.segments
        for line in row.lines:
            if line.old and line.new:
                yield from line.segments


def _missing(one: Correspondence, urls: Urls) -> MissingView:
    return MissingView(
        clause=LabelledLink(one.clause, urls.passage(one.id)),
        label=one.label,
        rows=tuple(dict.fromkeys(pointer_links(one.rows))),
        sentences=tuple(
            LabelledLink(quote.place, sentence_href(quote.clause_id, quote.anchor, urls), quote.text) for quote in one.missing
        ),
    )


def _answered(one: Correspondence, urls: Urls) -> MissingView:
    """A clause with those that answer it; that all of it has like wording is said once for all."""
    full = _missing(one, urls)
    return full if one.missing else replace(full, label="")


def _alone(one: Correspondence, urls: Urls) -> MissingView:
    """A clause with its sentences that stand alone, each leading to where it stands in the other order on this page."""
    found = (LabelledLink(quote.place, f"#{quote.here}", quote.text) for quote in one.missing)
    return replace(_missing(one, urls), sentences=tuple(found))


def _changes(row: Row, kind: ComparisonKind) -> ChangesView:
    facts = [
        ChangeView(LabelledLink(fact.label, f"#{row.anchor}"), _in_words(fact.segments, kind))
        for fact in row.facts
        if any(segment.changed for segment in fact.segments)
    ]
    changed = [line for line in row.lines if line.status not in UNCHANGED]
    reworded = [_reworded(line, kind) for line in changed if _is_reworded(line)]
    alone: dict[str, list[LabelledLink]] = {}
    for line in changed:
        if not _is_reworded(line):
            alone.setdefault(line.label, []).append(LabelledLink(_places(line), f"#{line.anchor}"))
    return ChangesView(
        LabelledLink(row_heading(row), f"#{row.anchor}", row.label + GROUNDS.get(row.ground, "")),
        (*facts, *reworded),
        tuple(AloneView(label, tuple(places)) for label, places in alone.items()),
    )


def _reworded(line: Line, kind: ComparisonKind) -> ChangeView:
    return ChangeView(LabelledLink(f"{line.label}：{_places(line)}", f"#{line.anchor}"), _in_words(line.segments, kind))


def _is_reworded(line: Line) -> bool:
    return bool(line.old and line.new) and any(segment.changed for segment in line.segments)


def _places(line: Line) -> str:
    return "、".join(quote.place for quote in line.new or line.old)


def _in_words(segments: Iterable[Segment], kind: ComparisonKind) -> str:
    changed = [wording.change_in_words(segment, kind) for segment in segments if segment.changed]
    more = f"；等{len(changed)}处" if len(changed) > LISTED_CHANGES else ""
    return "；".join(changed[:LISTED_CHANGES]) + more
