"""Data quality (数据质量): every note of every plan at its place, readings to be careful with, names without a register.

Counts are counts of what stands on this page, nothing else; there is no score.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from sitegen.derive import wording
from sitegen.derive.entries import LabelledLink, plan_label
from sitegen.derive.index import Index
from sitegen.derive.places import item_name, row_name, section_link, task_link
from sitegen.derive.urls import Urls
from sitegen.model import Basis, Deadline, Group, MentionKind, Note, NoteKind, Plan, Unit, Units

DOUBTFUL = (Basis.SOURCE_ERROR, Basis.UNKNOWN, Basis.ASSIGNED)


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note with the place it is about; ``cell`` names the cell, or is empty."""

    place: LabelledLink
    cell: str
    text: str


@dataclass(frozen=True, slots=True)
class NotesOfKind:
    """Notes of one kind in one plan, under a heading with their number."""

    heading: str
    notes: tuple[PlacedNote, ...]


@dataclass(frozen=True, slots=True)
class DoubtfulReading:
    """A cell whose reading is not simply what is printed: place, column, words as printed or what is said instead, ground."""

    place: LabelledLink
    column: str
    words: str
    absent: str
    basis: str


@dataclass(frozen=True, slots=True)
class PlanQuality:
    """What is to be known about one plan: anchor, plan, number of notes, notes by kind, doubtful readings."""

    anchor: str
    plan: LabelledLink
    place: str
    summary: str
    kinds: tuple[NotesOfKind, ...]
    readings: tuple[DoubtfulReading, ...]


@dataclass(frozen=True, slots=True)
class UnresolvedName:
    """A name of a body that no register holds: the name, where it stands, the nearest registered names."""

    name: str
    jurisdiction: str
    places: tuple[LabelledLink, ...]
    nearest: tuple[LabelledLink, ...] = ()


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many notes of a kind there are."""

    kind: str
    count: str


@dataclass(frozen=True, slots=True)
class QualityView:
    """The page on data quality; ``note_count`` is the number of notes on it."""

    title: str
    description: str
    note_count: int
    summary: str
    counts: tuple[KindCount, ...]
    plans: tuple[PlanQuality, ...]
    unresolved: tuple[UnresolvedName, ...]


def quality_view(index: Index, urls: Urls, unresolved: tuple[UnresolvedName, ...]) -> QualityView:
    """The page on data quality; ``unresolved`` as made by ``unresolved_names``."""
    placed = {plan.id: tuple(_placed_notes(plan, urls)) for plan in index.portal.plans}
    kinds = Counter(kind for notes in placed.values() for kind, _ in notes)
    total = sum(kinds.values())
    return QualityView(
        title="数据质量",
        description="原件里需要读者知道的地方：疑误、合并单元格、错位、用语不一，以及未登记的单位名称。",
        note_count=total,
        summary=f"{len(index.portal.plans)}份文件里共有{total}处说明。",
        counts=tuple(KindCount(wording.NOTE_KINDS[kind], f"{kinds[kind]}处") for kind in NoteKind if kinds[kind]),
        plans=tuple(_plan_quality(plan, placed[plan.id], index, urls) for plan in index.portal.plans),
        unresolved=unresolved,
    )


def unresolved_names(index: Index, urls: Urls) -> tuple[UnresolvedName, ...]:
    """Names of bodies that no register holds, with every place that mentions them and the nearest registered names."""
    found: dict[tuple[str, str], dict[str, LabelledLink]] = {}
    for plan in index.portal.plans:
        for task in plan.tasks:
            for units in (task.units, *task.mentioned_units):
                for mention in units.mentions:
                    if mention.kind is MentionKind.UNRESOLVED:
                        places = found.setdefault((plan.jurisdiction_id, mention.name), {})
                        places.setdefault(task.id, task_link(task, index, urls))
    return tuple(
        UnresolvedName(name, index.jurisdictions[place].full_name, tuple(links.values()), _nearest(name, place, index, urls))
        for (place, name), links in found.items()
    )


def _nearest(name: str, jurisdiction_id: str, index: Index, urls: Urls) -> tuple[LabelledLink, ...]:
    """Registered names of the same jurisdiction that look most like a name; only a hint, nothing is joined by it."""
    ids: dict[str, str] = {}
    bodies: tuple[Unit | Group, ...] = index.portal.bodies
    for body in bodies:
        if body.jurisdiction_id == jurisdiction_id:
            ids.update(dict.fromkeys((body.name, *(alias.name for alias in body.aliases)), body.id))
    return tuple(LabelledLink(near, urls.unit(ids[near])) for near in get_close_matches(name, ids, n=3, cutoff=0.5))


def _plan_quality(plan: Plan, placed: tuple[tuple[NoteKind, PlacedNote], ...], index: Index, urls: Urls) -> PlanQuality:
    kinds = []
    for kind in NoteKind:
        notes = tuple(note for other, note in placed if other is kind)
        if notes:
            kinds.append(NotesOfKind(f"{wording.NOTE_KINDS[kind]}（{len(notes)}处）", notes))
    return PlanQuality(
        anchor=plan.id,
        plan=LabelledLink(plan_label(plan), urls.plan(plan.id)),
        place=index.jurisdictions[plan.jurisdiction_id].full_name,
        summary=f"{len(placed)}处说明。" if placed else "没有说明。",
        kinds=tuple(kinds),
        readings=tuple(_doubtful(plan, index, urls)),
    )


def _placed_notes(plan: Plan, urls: Urls) -> Iterator[tuple[NoteKind, PlacedNote]]:
    """All notes of a plan in the order of the document, each with its kind and place."""
    yield from _at(plan.notes, LabelledLink("整份文件", urls.plan(plan.id)))
    for paragraph in plan.preamble:
        yield from _at(paragraph.notes, LabelledLink("总体要求", urls.on_plan_page(paragraph.id)))
    for section in plan.sections:
        yield from _at(section.notes, section_link(plan, section, urls))
        for item in section.items:
            yield from _at(item.notes, LabelledLink(item_name(item), urls.on_plan_page(item.id)))
            if not plan.table:
                for task in item.tasks:
                    yield from _at(task.notes, LabelledLink(item_name(item), urls.on_plan_page(task.id)))
    for paragraph in plan.closing:
        yield from _at(paragraph.notes, LabelledLink("结尾段落", urls.on_plan_page(paragraph.id)))
    if plan.table:
        yield from _at(plan.table.notes, LabelledLink("任务分解表", f"{urls.plan(plan.id)}#table"))
        for row in plan.table.rows:
            yield from _at(row.notes, LabelledLink(row_name(row), urls.on_plan_page(row.id)))


def _at(notes: tuple[Note, ...], place: LabelledLink) -> Iterator[tuple[NoteKind, PlacedNote]]:
    for note in notes:
        yield note.kind, PlacedNote(place, note.cell, note.text)


def _doubtful(plan: Plan, index: Index, urls: Urls) -> Iterator[DoubtfulReading]:
    for task in plan.tasks:
        link = task_link(task, index, urls)
        for column, reading in (("责任单位", task.units), ("完成时限", task.deadline)):
            if reading.basis in DOUBTFUL:
                yield _doubtful_cell(link, column, reading)
        if task.placement and task.placement.basis in DOUBTFUL:
            labels = " ".join(label for label in (task.placement.section_label, task.placement.item_label) if label)
            basis = wording.basis_label(task.placement.basis, task.placement.inherited_from, task.placement.reason)
            yield DoubtfulReading(link, "工作任务", labels, "" if labels else "（空白）", basis)


def _doubtful_cell(place: LabelledLink, column: str, reading: Units | Deadline) -> DoubtfulReading:
    basis = wording.basis_label(reading.basis, reading.inherited_from, reading.reason)
    return DoubtfulReading(place, column, reading.source, "" if reading.source else "（空白）", basis)
