"""Search records (检索条目): what the search can find, one record per task, item, document, unit, page or term.

Here belong which texts of the portal are found, under which title and address, and the numbers of the records. How they
are indexed and written is ``render.search``'s matter. Places, years and kinds are said beside the texts, never in them.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from sitegen.derive.entries import beginning
from sitegen.derive.places import row_name, section_anchor
from sitegen.derive.sentences import sentences
from sitegen.derive.texts import PartText, item_texts, task_text
from sitegen.model import (
    GlossaryTerm,
    Group,
    Item,
    Jurisdiction,
    Plan,
    Portal,
    Prose,
    Task,
    Unit,
)

SCOPE_SIZE = 512
SCOPES_OF_A_YEAR = 1 << 16
FIRST_YEAR, LAST_YEAR = 1975, 2100


class RecordKind(StrEnum):
    """Kind of a record (类型): 任务, 条目, 单位, 文件, 页面, 术语."""

    TASK = "task"
    ITEM = "item"
    UNIT = "unit"
    PLAN = "plan"
    PAGE = "page"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """One thing that the search can find.

    ``number`` stays the same as long as the record's document does, whatever else is added to the portal (see
    ``numbered``). ``url`` is a path under the site's root. ``text`` is in ``sentences``; ``anchors`` are the fragments of
    these sentences on the page of ``url``, or empty where they have none. ``label`` is the number as printed.
    ``units`` and ``deadline`` are the words as printed; ``unit_names`` are names under which the units may be searched:
    each inner tuple is one unit's official name and its aliases. ``place_names`` are names of ``place``, official first.
    """

    number: int
    url: str
    kind: RecordKind
    title: str
    place_names: tuple[str, ...] = ()
    year: int | None = None
    label: str = ""
    units: str = ""
    unit_names: tuple[tuple[str, ...], ...] = ()
    deadline: str = ""
    sentences: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """Official name of the jurisdiction, or "" for records of the whole portal."""
        return self.place_names[0] if self.place_names else ""

    @property
    def text(self) -> str:
        """The text in one piece."""
        return "".join(self.sentences)


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


def search_records(portal: Portal, paths: Paths) -> tuple[SearchRecord, ...]:
    """Everything of a portal that can be found, in the order of the records' numbers."""
    names = _names(portal)
    places = {place.id: place for place in portal.jurisdictions}
    scopes: dict[str, list[SearchRecord]] = defaultdict(list)
    for plan in portal.plans:
        for record in _of_plan(plan, places[plan.jurisdiction_id], paths, names):
            scopes[f"{plan.id} {record.kind}"].append(record)
    bodies: tuple[Unit | Group, ...] = (*portal.units, *portal.groups)
    for body in bodies:
        scopes[f"{body.jurisdiction_id} {RecordKind.UNIT}"].append(_of_body(body, places[body.jurisdiction_id], paths))
    scopes[RecordKind.PAGE].extend(_of_prose(prose, paths) for prose in portal.prose)
    scopes[RecordKind.TERM].extend(_of_term(term, paths) for term in portal.glossary)
    return numbered(scopes)


def numbered(scopes: Mapping[str, Iterable[SearchRecord]]) -> tuple[SearchRecord, ...]:
    """Give every record its number and sort by it; a scope is all records of one kind in one document or place.

    A number is made of year (newest first), a hash of the scope's name, and the place within the scope. So a new document
    leaves the numbers of all others alone, except where two hashes of 65,536 meet; then the later name moves on by one.
    """
    parts = [
        (f"{name} {start}" if start else name, tuple(records)[start : start + SCOPE_SIZE])
        for name, records in scopes.items()
        for start in range(0, len(tuple(records)), SCOPE_SIZE)
    ]
    taken: dict[int, tuple[SearchRecord, ...]] = {}
    for name, records in sorted(parts):
        place = int.from_bytes(hashlib.sha256(name.encode()).digest()[:2])
        year = _year_number(records[0].year)
        while year * SCOPES_OF_A_YEAR + place in taken:
            place = (place + 1) % SCOPES_OF_A_YEAR
        taken[year * SCOPES_OF_A_YEAR + place] = records
    return tuple(
        replace(record, number=scope * SCOPE_SIZE + within)
        for scope, records in sorted(taken.items())
        for within, record in enumerate(records)
    )


def _year_number(year: int | None) -> int:
    """0 for the newest thinkable year, upwards to older ones, then what has no year; 7 bits."""
    if year is None:
        return LAST_YEAR - FIRST_YEAR + 1
    return LAST_YEAR - min(max(year, FIRST_YEAR), LAST_YEAR)


def _place_names(place: Jurisdiction) -> tuple[str, ...]:
    """Names by which a place is searched: 槐荫区, 济南市槐荫区, and 槐荫 without the word for its kind."""
    short = (place.name[:-1],) if len(place.name) > 2 and place.name[-1] in "省市区县旗" else ()
    return tuple(dict.fromkeys((place.name, place.full_name, *short)))


def _names(portal: Portal) -> dict[str, tuple[str, ...]]:
    """Names of every unit and group by id: the official one, then the aliases."""
    bodies: tuple[Unit | Group, ...] = (*portal.units, *portal.groups)
    return {body.id: (body.name, *(alias.name for alias in body.aliases)) for body in bodies}


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
        head = replace(common, title=headings.get(row.item_id, ""), label=row_name(row) if row.number else "")
        yield _of_row(row, head, paths, names)


def _of_passage(
    passage: Item, own: tuple[Task, ...], common: SearchRecord, paths: Paths, names: Mapping[str, tuple[str, ...]]
) -> Iterator[SearchRecord]:
    """One record for each part of an item that is a task of its own, else one for the item: no text is found twice."""
    path = paths.passage_path(passage.id)
    texts = item_texts(passage, f"{passage.key}-" if "#" in path else "")
    head = replace(common, title=passage.title, label=passage.number)
    if len(own) > 1 and len(own) == len(texts):
        for task, text in zip(own, texts, strict=True):
            record = replace(head, kind=RecordKind.TASK, url=paths.passage_path(task.id))
            yield _with_duties(_with_texts(record, text), (task,), names)
    else:
        yield _with_duties(_with_texts(replace(head, kind=RecordKind.ITEM, url=path), *texts), own, names)


def _of_row(row: Task, head: SearchRecord, paths: Paths, names: Mapping[str, tuple[str, ...]]) -> SearchRecord:
    record = replace(head, kind=RecordKind.TASK, url=paths.passage_path(row.id))
    return _with_duties(_with_texts(record, task_text(row.text, "")), (row,), names)


def _with_texts(record: SearchRecord, *texts: PartText) -> SearchRecord:
    """The record with texts as they stand on its page; where it has no title, its first words are one."""
    cut = [sentence for text in texts for sentence in (*text.sentences, *((text.bracket,) if text.bracket else ()))]
    words = tuple(sentence.text for sentence in cut)
    anchors = tuple(sentence.anchor for sentence in cut)
    return replace(record, title=record.title or beginning("".join(words)), sentences=words, anchors=anchors)


def _with_duties(record: SearchRecord, tasks: tuple[Task, ...], names: Mapping[str, tuple[str, ...]]) -> SearchRecord:
    """The record with who is responsible and by when: the words as printed, and all names of the units they mean."""
    mentioned = dict.fromkeys(
        names.get(mention.id or "", (mention.name,)) for task in tasks for mention in task.units.mentions
    )
    units = dict.fromkeys(task.units.words or task.units.source for task in tasks)
    deadlines = dict.fromkeys(task.deadline.words or task.deadline.source for task in tasks)
    return replace(
        record, units="；".join(filter(None, units)), unit_names=tuple(mentioned),
        deadline="；".join(filter(None, deadlines)),
    )  # fmt: skip


def _of_body(body: Unit | Group, place: Jurisdiction, paths: Paths) -> SearchRecord:
    aliases = tuple(alias.name for alias in body.aliases)
    return SearchRecord(
        0, paths.unit_path(body.id), RecordKind.UNIT, body.name, _place_names(place),
        unit_names=((body.name, *aliases),), sentences=tuple(s.text for s in sentences(body.note)),
    )  # fmt: skip


def _of_prose(prose: Prose, paths: Paths) -> SearchRecord:
    lines = (prose.summary, *_without_markup(prose.text).split("\n"))
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
