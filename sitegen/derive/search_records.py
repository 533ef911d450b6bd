"""Search records (检索条目): what the search can find, one record per task, item, document, unit, page or term.

A document known but not held (未收录) is a record too, of what is known of it.

Here belong which texts of the portal are found, under which title and address. What a record is, ``search_record`` says.
Places, years and kinds are said beside the texts, never in them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Protocol

from sitegen.derive.entries import LabelledLink, beginning, known_document_view
from sitegen.derive.index import Index, index_of
from sitegen.derive.known import known_plans
from sitegen.derive.places import row_name, section_anchor
from sitegen.derive.search_record import RecordKind, Searchable, SearchRecord, numbered
from sitegen.derive.sentences import sentences
from sitegen.derive.texts import PartText, item_texts, task_text
from sitegen.derive.urls import urls_of
from sitegen.model import (
    Basis,
    Deadline,
    GlossaryTerm,
    Group,
    Item,
    Jurisdiction,
    KnownDocument,
    Plan,
    Portal,
    Prose,
    Task,
    TermKind,
    Unit,
)

DEADLINE_KINDS = {
    TermKind.BY_DATE: "有日期",
    TermKind.RANGE: "有日期",
    TermKind.WHOLE_YEAR: "全年",
    TermKind.LONG_TERM: "长期",
    TermKind.RECURRING: "定期",
    TermKind.RELATIVE: "从另一件事起算",
    TermKind.UNKNOWN: "看不出期限",
}
NOT_STATED = "未写明"
# Lines of Markdown that say what follows: a heading, a term before its explanation.
SUBJECT = re.compile(r"^#+ .*$|^[^`\[\n].*$(?=\n:[ \t])", re.MULTILINE)


class Paths(Protocol):
    """Paths under the site's root by id (``derive.urls.Urls``)."""

    def plan_path(self, plan_id: str) -> str:
        """Path of a plan."""

    def passage_path(self, passage_id: str) -> str:
        """Path of an item, task or paragraph."""

    def unit_path(self, unit_id: str) -> str:
        """Path of a unit or group."""

    def prose_path(self, key: str) -> str:
        """Path of a prose page."""

    def term_path(self, term_id: str) -> str:
        """Path of a glossary term, with its fragment."""


def searchable(portal: Portal, base_url: str) -> Searchable:
    """What the site's search finds in a portal."""
    thesaurus = tuple((word, entry.terms) for entry in portal.thesaurus for word in entry.words)
    urls = urls_of(portal, base_url)
    places = {place.id: place.full_name for place in portal.jurisdictions}
    units = tuple(LabelledLink(body.name, urls.unit(body.id), places[body.jurisdiction_id]) for body in portal.bodies)
    return Searchable(search_records(portal, urls), thesaurus, units)


def search_records(portal: Portal, paths: Paths) -> tuple[SearchRecord, ...]:
    """Everything of a portal that can be found, in the order of the records' numbers."""
    names, index = _names(portal), index_of(portal)
    places = {place.id: place for place in portal.jurisdictions}
    scopes: dict[str, list[SearchRecord]] = defaultdict(list)
    for plan in portal.plans:
        scopes[plan.id].extend(_of_plan(plan, places[plan.jurisdiction_id], paths, names))
    for body in portal.bodies:
        scopes[f"{body.jurisdiction_id} {RecordKind.UNIT}"].append(_of_body(body, places[body.jurisdiction_id], paths))
    for known in portal.known_documents:
        scope = f"{known.jurisdiction_id} {RecordKind.KNOWN} {known.year or ''}"
        scopes[scope].append(_of_known(known, places[known.jurisdiction_id], index))
    scopes[RecordKind.PAGE].extend(_of_prose(prose, paths) for prose in portal.prose)
    scopes[RecordKind.TERM].extend(_of_term(term, paths) for term in portal.glossary)
    return numbered(scopes)


def _place_names(place: Jurisdiction) -> tuple[str, ...]:
    """Names by which a place is searched: 槐荫区, 济南市槐荫区, and 槐荫 without the word for its kind."""
    short = (place.name[:-1],) if len(place.name) > 2 and place.name[-1] in "省市区县旗" else ()
    return tuple(dict.fromkeys((place.name, place.full_name, *short)))


def _names(portal: Portal) -> dict[str, tuple[str, ...]]:
    """Names of every unit and group by id: the official one, then the aliases."""
    return {body.id: (body.name, *(alias.name for alias in body.aliases)) for body in portal.bodies}


def _of_plan(
    plan: Plan, place: Jurisdiction, paths: Paths, names: Mapping[str, tuple[str, ...]]
) -> Iterator[SearchRecord]:
    """Records of a plan: the document itself, its sections, its paragraphs and items, the rows of its table."""
    common = SearchRecord(0, "", RecordKind.PLAN, "", _place_names(place), plan.year)
    page = replace(common, url=paths.plan_path(plan.id))
    document = plan.document
    facts = (document.number, document.notice_title, document.index_number, document.signatory, document.signed.text,
             document.body, document.contact, plan.table.title if plan.table else "")  # fmt: skip
    yield replace(page, title=plan.title, sentences=_lines(facts))
    for section in plan.sections:
        if section.title:
            url = f"{page.url}#{section_anchor(plan, section)}"
            yield replace(page, url=url, title=section.title, label=section.number)
    rows = plan.table.rows if plan.table else ()
    headings = {passage.id: passage.title for passage in plan.passages()}
    in_table = {row.id for row in rows}
    for passage in plan.passages():
        own = tuple(task for task in passage.tasks if task.id not in in_table)
        yield from _of_passage(passage, own, common, paths, names)
    for row in rows:
        yield replace(
            common, kind=RecordKind.TASK, url=paths.passage_path(row.id), label=row_name(row) if row.number else "",
            **_texts(headings.get(row.item_id, ""), task_text(row.text, "")), **_duties((row,), names),
        )  # fmt: skip


def _of_passage(
    passage: Item, own: tuple[Task, ...], common: SearchRecord, paths: Paths, names: Mapping[str, tuple[str, ...]]
) -> Iterator[SearchRecord]:
    """One record for each part of an item that is a task of its own, else one for the item: no text is found twice."""
    path = paths.passage_path(passage.id)
    texts = item_texts(passage, f"{passage.key}-" if "#" in path else "")
    label = passage.number
    if len(own) > 1 and len(own) == len(texts):
        for task, text in zip(own, texts, strict=True):
            said = {**_texts(passage.title, text), **_duties((task,), names)}
            yield replace(common, kind=RecordKind.TASK, url=paths.passage_path(task.id), label=label, **said)
    else:
        yield replace(common, kind=RecordKind.ITEM, url=path, label=label, **_texts(passage.title, *texts), **_duties(own, names))


def _texts(title: str, *texts: PartText) -> dict[str, Any]:
    """Fields of a record with texts as they stand on its page; where it has no title, its first words are one."""
    cut = [sentence for text in texts for sentence in (*text.sentences, *((text.bracket,) if text.bracket else ()))]
    words = tuple(sentence.text for sentence in cut)
    return {
        "title": title or beginning("".join(words)), "sentences": words, "anchors": tuple(sentence.anchor for sentence in cut)
    }  # fmt: skip


def _duties(tasks: tuple[Task, ...], names: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    """Fields of a record with who is responsible and by when: the words as printed, and all names of the units they mean."""
    mentioned = dict.fromkeys(
        names.get(mention.id or "", (mention.name,)) for task in tasks for mention in task.units.mentions
    )
    units = dict.fromkeys(task.units.words or task.units.source for task in tasks)
    deadlines = dict.fromkeys(task.deadline.words or task.deadline.source for task in tasks)
    kinds = dict.fromkeys(kind for task in tasks for kind in _deadline_kinds(task.deadline))
    return {
        "units": "；".join(filter(None, units)), "unit_names": tuple(mentioned),
        "deadline": "；".join(filter(None, deadlines)), "deadline_kinds": tuple(kinds),
    }  # fmt: skip


def _deadline_kinds(deadline: Deadline) -> tuple[str, ...]:
    if deadline.terms:
        return tuple(DEADLINE_KINDS[term.kind] for term in deadline.terms)
    return (DEADLINE_KINDS[TermKind.UNKNOWN] if deadline.basis is Basis.SOURCE_ERROR else NOT_STATED,)


def _of_body(body: Unit | Group, place: Jurisdiction, paths: Paths) -> SearchRecord:
    aliases = tuple(alias.name for alias in body.aliases)
    return SearchRecord(
        0, paths.unit_path(body.id), RecordKind.UNIT, body.name, _place_names(place),
        unit_names=((body.name, *aliases),), sentences=tuple(s.text for s in sentences(body.note)),
    )  # fmt: skip


def _of_known(known: KnownDocument, place: Jurisdiction, index: Index) -> SearchRecord:
    """What is known of a document that is not held; it leads to where the page of its place tells of it."""
    view = known_document_view(known)
    under_year = known.year is not None and known in known_plans(place, index)
    anchor = f"year-{known.year}" if under_year else "others-title"
    year = f"{known.year}年" if known.year else ""
    return SearchRecord(
        0, f"{place.id}/#{anchor}", RecordKind.KNOWN,
        known.title or f"{year}{view.kind}（标题未见）", _place_names(place), known.year, view.kind,
        sentences=_lines((*view.facts, *view.statements, view.note)),
    )  # fmt: skip


def _of_prose(prose: Prose, paths: Paths) -> SearchRecord:
    """What a page of the portal itself is about: its summary, headings and the terms that it explains.

    Not all its words: a page that says how to use a calendar on a telephone answers no question about telephones.
    """
    subjects = (match.group() for match in SUBJECT.finditer(prose.text))
    lines = (prose.summary, *(_without_markup(subject) for subject in subjects))
    return SearchRecord(0, paths.prose_path(prose.key), RecordKind.PAGE, prose.title, sentences=_lines(lines))


def _of_term(term: GlossaryTerm, paths: Paths) -> SearchRecord:
    lines = (term.explanation, *(definition.quote for definition in term.definitions))
    return SearchRecord(0, paths.term_path(term.id), RecordKind.TERM, term.term, sentences=_lines(lines))


def _lines(texts: Iterable[str]) -> tuple[str, ...]:
    """Texts that do not run on into each other: each ends its line; empty and repeated ones are left out."""
    return tuple(dict.fromkeys(f"{text.strip()}\n" for text in texts if text.strip()))


def _without_markup(markdown: str) -> str:
    """The words of a Markdown text: targets of links and marks of structure left out."""
    words = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", markdown)
    return re.sub(r"(?m)^[ \t]*(?:#+|>|:|[-*+]|\d+\.)[ \t]+|[*`|]+|^[ \t]*[-:| ]{3,}$", "", words)
