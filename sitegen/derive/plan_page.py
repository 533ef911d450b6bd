"""Page of a plan (工作要点): the whole document as printed, with an anchor on every item, row and sentence.

Around the words stand its contents, readings of its brackets, what it cites and who explains it. Facts and notice are in
``plan_document``, the task table in ``plan_table``, the page of one item or row in ``passage_page``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from sitegen.derive import wording
from sitegen.derive.citations import CitationView, citation_view
from sitegen.derive.entries import (
    FactView,
    KnownDocumentView,
    LabelledLink,
    NoteView,
    beginning,
    known_document_view,
    notes_view,
    plan_label,
)
from sitegen.derive.index import Index
from sitegen.derive.places import has_prose, item_name, row_name, section_anchor
from sitegen.derive.plan_document import CoverView, ImprintView, cover_view, facts_view, imprint_view
from sitegen.derive.plan_table import TableView, table_view
from sitegen.derive.readings import DeadlineView, UnitsView, deadline_view, units_view
from sitegen.derive.texts import PartText, item_texts, numbered_sentences
from sitegen.derive.urls import Urls
from sitegen.model import Basis, Item, KnownDocument, Plan, Section, Task

RELATED = (
    ("interprets", "对本文件的解读"),
    ("main-document-of", "本表所属的主件"),
    ("basis-named-by", "本文件的解读列为依据的文件"),
    ("results-due-in", "本文件要求写入落实情况的报告"),
)


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """Entry of the contents: label, address on the page, entries under it."""

    label: str
    href: str
    children: tuple[OutlineEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class PassagePartView:
    """Part of an item: anchor of its task or "", words, readings where the part states units or deadline, else None."""

    anchor: str
    text: PartText
    units: UnitsView | None
    deadline: DeadlineView | None
    notes: tuple[NoteView, ...]


@dataclass(frozen=True, slots=True)
class PassageView:
    """An item or paragraph on the plan's page: address of its own page or "", and its label; its rows in the table, its sentences."""

    anchor: str
    number: str
    heading: str
    label: str
    href: str
    link_label: str
    parts: tuple[PassagePartView, ...]
    notes: tuple[NoteView, ...]
    rows: tuple[LabelledLink, ...]
    sentence_links: tuple[LabelledLink, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section with its items."""

    anchor: str
    title: str
    passages: tuple[PassageView, ...]
    notes: tuple[NoteView, ...]


@dataclass(frozen=True, slots=True)
class TargetView:
    """A measurable target: its reading, the words it was found in, the item or row that holds them."""

    reading: str
    words: str
    place: LabelledLink


@dataclass(frozen=True, slots=True)
class RelatedDocuments:
    """Known documents that stand in one relation to the plan, under a heading."""

    heading: str
    documents: tuple[KnownDocumentView, ...]


@dataclass(frozen=True, slots=True)
class PlanView:
    """Page of a plan. ``lead_rule`` quotes the sentence on who leads, ``completeness`` says what is not held; may be empty."""

    title: str
    description: str
    place: LabelledLink
    placing: str
    summary: str
    completeness: str
    source: str
    lead_rule: str
    facts: tuple[FactView, ...]
    cover: CoverView | None
    imprint: ImprintView | None
    attachment_mark: str
    outline: tuple[OutlineEntry, ...]
    notes: tuple[NoteView, ...]
    preamble: tuple[PassageView, ...]
    sections: tuple[SectionView, ...]
    closing: tuple[PassageView, ...]
    table: TableView | None
    targets: tuple[TargetView, ...]
    cited_plans: tuple[LabelledLink, ...]
    cited_documents: tuple[KnownDocumentView, ...]
    related: tuple[RelatedDocuments, ...]
    comparisons: tuple[LabelledLink, ...]
    downloads: tuple[LabelledLink, ...]
    citation: CitationView


def plan_view(
    plan: Plan, index: Index, urls: Urls, as_of: date, comparisons: tuple[LabelledLink, ...] = ()
) -> PlanView:
    """Page of a plan; ``comparisons`` are links to the pages that compare it with other plans."""
    place = index.jurisdictions[plan.jurisdiction_id]
    sections = tuple(_section(section, plan, index, urls, as_of) for section in plan.sections)
    table = table_view(plan, plan.table, urls) if plan.table else None
    known = {document.id: document for document in index.portal.known_documents}
    view = PlanView(
        title=plan.title,
        description=f"《{plan.title}》全文：{wording.FORMS[plan.form]}，{_number_of_parts(plan)}",
        place=LabelledLink(place.full_name, urls.jurisdiction(place.id)),
        placing=f"{place.full_name} · {plan.year}年",
        summary=_number_of_parts(plan),
        completeness=plan.completeness,
        source=plan.source,
        lead_rule=plan.lead_rule,
        facts=facts_view(plan),
        cover=cover_view(plan.document),
        imprint=imprint_view(plan.document),
        attachment_mark=plan.document.attachment_mark,
        outline=(),
        notes=notes_view(plan.notes),
        preamble=tuple(_passage(item, plan, index, urls, as_of) for item in plan.preamble),
        sections=sections if has_prose(plan) else (),
        closing=tuple(_passage(item, plan, index, urls, as_of) for item in plan.closing),
        table=table,
        targets=tuple(_targets(plan, urls)),
        cited_plans=_cited_plans(plan, index, urls),
        cited_documents=tuple(known_document_view(known[cited]) for cited in plan.cites if cited in known),
        related=_related(plan, index.portal.known_documents),
        comparisons=comparisons,
        downloads=(LabelledLink("本文件的数据（JSON）", urls.href(urls.plan_json_path(plan.id))),),
        citation=citation_view(plan, "", urls.plan_path(plan.id), urls),
    )
    return _with_outline(view)


def _number_of_parts(plan: Plan) -> str:
    """What the document consists of: 6个部分，17条，任务表58行。"""
    parts = [wording.counted(len(plan.sections), "个部分"), wording.counted(len(plan.items), "条")]
    if plan.table:
        parts.append(f"任务表{wording.counted(len(plan.table.rows), '行')}")
    return "，".join(parts) + "。"


def _section(section: Section, plan: Plan, index: Index, urls: Urls, as_of: date) -> SectionView:
    return SectionView(
        anchor=section_anchor(plan, section),
        title=f"{section.number}{section.title}",
        passages=tuple(_passage(item, plan, index, urls, as_of) for item in section.items),
        notes=notes_view(section.notes),
    )


def _passage(item: Item, plan: Plan, index: Index, urls: Urls, as_of: date) -> PassageView:
    in_table = {row.id for row in plan.table.rows} if plan.table else set()
    own = tuple(task for task in item.tasks if task.id not in in_table)
    texts = item_texts(item, f"{item.key}-")
    tasks: tuple[Task | None, ...] = own if len(own) == len(texts) else (None,) * len(texts)
    rows = tuple(task for task in item.tasks if task.id in in_table)
    return PassageView(
        anchor=item.key,
        number=item.number,
        heading=item.heading,
        label=item_name(item),
        href="" if item in plan.preamble else urls.passage(item.id),
        link_label=f"{item.number or '本段'}的单独页面",
        parts=tuple(_part(task, text, index, urls, as_of) for task, text in zip(tasks, texts, strict=True)),
        notes=notes_view(item.notes),
        rows=tuple(LabelledLink(row_name(row), urls.on_plan_page(row.id)) for row in rows),
        sentence_links=numbered_sentences(texts, item.number or item_name(item)),
    )


def _part(task: Task | None, text: PartText, index: Index, urls: Urls, as_of: date) -> PassagePartView:
    if task is None:
        return PassagePartView("", text, None, None, ())
    states_units = task.units.basis is not Basis.NOT_STATED
    states_deadline = task.deadline.basis is not Basis.NOT_STATED
    return PassagePartView(
        anchor="-".join(task.id.split("/")[1:]),
        text=text,
        units=units_view(task.units, index, urls) if states_units else None,
        deadline=deadline_view(task.deadline, as_of) if states_deadline else None,
        notes=notes_view(task.notes),
    )


def _targets(plan: Plan, urls: Urls) -> Iterable[TargetView]:
    names = {item.id: item_name(item) for item in plan.passages()}
    for task in plan.tasks:
        label = row_name(task) if task.number else names[task.item_id]
        for target in task.targets:
            place = LabelledLink(label, urls.on_plan_page(task.id), beginning(task.text))
            yield TargetView(wording.target_sentence(target), target.words, place)


def _cited_plans(plan: Plan, index: Index, urls: Urls) -> tuple[LabelledLink, ...]:
    cited = [index.plans[cited] for cited in plan.cites if cited in index.plans]
    return tuple(LabelledLink(plan_label(other), urls.plan(other.id), other.document.number) for other in cited)


def _related(plan: Plan, known: tuple[KnownDocument, ...]) -> tuple[RelatedDocuments, ...]:
    groups = []
    for kind, heading in RELATED:
        found = tuple(
            known_document_view(document)
            for document in known
            if document.id not in plan.cites
            and any(relation.plan_id == plan.id and relation.kind == kind for relation in document.relations)
        )
        groups.append(RelatedDocuments(heading, found))
    return tuple(group for group in groups if group.documents)


def _with_outline(view: PlanView) -> PlanView:
    entries = [OutlineEntry("文件要素", "#facts")]
    if view.cover:
        entries.append(OutlineEntry("通知", "#cover"))
    if view.preamble:
        entries.append(OutlineEntry("总体要求", "#text"))
    for section in view.sections:
        children = tuple(OutlineEntry(item.label, f"#{item.anchor}") for item in section.passages)
        entries.append(OutlineEntry(section.title, f"#{section.anchor}", children))
    if view.closing:
        entries.append(OutlineEntry("结尾", f"#{view.closing[0].anchor}"))
    if view.table:
        groups = tuple(OutlineEntry(group.heading, f"#{group.anchor}") for group in view.table.groups if group.anchor)
        entries.append(OutlineEntry(view.table.title, "#table", () if view.sections else groups))
    if view.targets:
        entries.append(OutlineEntry("量化要求", "#targets"))
    if view.cited_plans or view.cited_documents or view.related or view.comparisons:
        entries.append(OutlineEntry("相关文件和对照", "#related"))
    return replace(view, outline=tuple(entries))
