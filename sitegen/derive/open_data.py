"""Open data (开放数据): the contract of data/portal.json and data/plans/<plan id>.json as plain dicts and lists.

Keys may be added, never renamed. Every value holds the words of the document beside the reading and its basis. The
published JSON Schema is in ``open_data_schema``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sitegen.derive.index import Index
from sitegen.derive.sentences import sentences
from sitegen.derive.unit_work import Concern, Work
from sitegen.derive.urls import Urls
from sitegen.model import (
    Deadline,
    DeadlineTerm,
    Document,
    DocumentDate,
    Group,
    Item,
    Jurisdiction,
    KnownDocument,
    Mention,
    Note,
    Plan,
    Progress,
    Target,
    Task,
    Unit,
    Units,
)

Json = dict[str, Any]


def portal_data(index: Index, urls: Urls) -> Json:
    """data/portal.json: jurisdictions, plans, units, groups and known documents, each with id, name and addresses."""
    portal = index.portal
    return {
        "title": portal.facts.title,
        "licence": portal.facts.licence or None,
        "jurisdictions": [_jurisdiction(place, urls) for place in portal.jurisdictions],
        "plans": [_plan_entry(plan, urls) for plan in portal.plans],
        "units": [_unit(unit, urls) for unit in portal.units],
        "groups": [_group(group, urls) for group in portal.groups],
        "known_documents": [_known(known) for known in portal.known_documents],
        "progress": [_progress(one) for one in portal.progress],
    }


def jurisdiction_data(place: Jurisdiction, index: Index, urls: Urls) -> Json:
    """data/jurisdictions/<id>.json: one place with its plans, units, groups and known documents."""
    portal = index.portal
    return _jurisdiction(place, urls) | {
        "plans": [_plan_entry(plan, urls) for plan in portal.plans if plan.jurisdiction_id == place.id],
        "units": [_unit(unit, urls) for unit in portal.units if unit.jurisdiction_id == place.id],
        "groups": [_group(group, urls) for group in portal.groups if group.jurisdiction_id == place.id],
        "known_documents": [_known(known) for known in portal.known_documents if known.jurisdiction_id == place.id],
    }


def body_data(body: Unit | Group, works: Iterable[Work], urls: Urls) -> Json:
    """data/units/<id>.json: one unit or group with the ids of its tasks, by how each concerns it."""
    listed = tuple(works)
    entry = _unit(body, urls) if isinstance(body, Unit) else _group(body, urls)
    return entry | {
        "tasks": {
            str(concern): [work.task.id for work in listed if work.concern is concern] for concern in Concern
        }
    }


def plan_data(plan: Plan, urls: Urls) -> Json:
    """data/plans/<plan id>.json: one plan with its document, sections, items and tasks."""
    return {
        "id": plan.id,
        "jurisdiction": plan.jurisdiction_id,
        "year": plan.year,
        "title": plan.title,
        "url": urls.plan(plan.id),
        "form": str(plan.form),
        "completeness": plan.completeness or None,
        "document": _document(plan.document),
        "cites": list(plan.cites),
        "lead_rule": plan.lead_rule or None,
        "notes": [_note(note) for note in plan.notes],
        "preamble": [_passage(passage, urls) for passage in plan.preamble],
        "sections": [
            {
                "number": section.number,
                "title": section.title,
                "notes": [_note(note) for note in section.notes],
                "items": [_passage(item, urls) for item in section.items],
            }
            for section in plan.sections
        ],
        "closing": [_passage(passage, urls) for passage in plan.closing],
        "table": {"title": plan.table.title, "columns": list(plan.table.columns)} if plan.table else None,
    }


def task_data(task: Task, urls: Urls) -> Json:
    """One task of the open data."""
    placement = task.placement
    return {
        "id": task.id,
        "number": task.number,
        "item": task.item_id,
        "text": task.text,
        "url": urls.passage(task.id),
        "units": units_data(task.units),
        "deadline": deadline_data(task.deadline),
        "mentioned_units": [units_data(units) for units in task.mentioned_units],
        "mentioned_deadlines": [deadline_data(deadline) for deadline in task.mentioned_deadlines],
        "targets": [_target(target) for target in task.targets],
        "notes": [_note(note) for note in task.notes],
        "placement": None if placement is None else {
            "section_label": placement.section_label,
            "item_label": placement.item_label,
            "basis": str(placement.basis),
            "inherited_from": placement.inherited_from,
            "reason": placement.reason or None,
        },
    }  # fmt: skip


def units_data(units: Units) -> Json:
    """Responsible units of the open data: words, basis and mentions."""
    return {
        "source": units.source,
        "basis": str(units.basis),
        "inherited_from": units.inherited_from,
        "words": units.words,
        "reason": units.reason or None,
        "open_ended": units.open_ended,
        "mentions": [mention_data(mention) for mention in units.mentions],
    }


def mention_data(mention: Mention) -> Json:
    """One mention of the open data."""
    return {
        "kind": str(mention.kind),
        "id": mention.id,
        "name": mention.name,
        "scope": None if mention.scope is None else str(mention.scope),
        "role": str(mention.role),
        "of": mention.of,
        "remark": mention.remark or None,
    }


def deadline_data(deadline: Deadline) -> Json:
    """Deadline of the open data: words, basis and terms."""
    return {
        "source": deadline.source,
        "basis": str(deadline.basis),
        "inherited_from": deadline.inherited_from,
        "words": deadline.words,
        "reason": deadline.reason or None,
        "terms": [term_data(term) for term in deadline.terms],
    }


def term_data(term: DeadlineTerm) -> Json:
    """One deadline term of the open data; start and end are inclusive ISO days or null."""
    return {
        "kind": str(term.kind),
        "words": term.words,
        "start": None if term.start is None else term.start.isoformat(),
        "end": None if term.end is None else term.end.isoformat(),
        "precision": None if term.precision is None else str(term.precision),
        "year": term.year,
        "year_from_document": term.year_from_document,
        "soft": term.soft,
        "remark": term.remark or None,
    }


def _passage(item: Item, urls: Urls) -> Json:
    return {
        "id": item.id,
        "number": item.number,
        "heading": item.title,
        "heading_source": item.heading,
        "text": item.text,
        "url": urls.passage(item.id),
        "sentences": [{"anchor": sentence.anchor, "text": sentence.text} for sentence in sentences(item.text)],
        "tasks": [task_data(task, urls) for task in item.tasks],
        "notes": [_note(note) for note in item.notes],
    }


def _jurisdiction(place: Jurisdiction, urls: Urls) -> Json:
    return {
        "id": place.id,
        "name": place.name,
        "full_name": place.full_name,
        "level": str(place.level),
        "parent": place.parent_id,
        "url": urls.jurisdiction(place.id),
        "data": urls.href(urls.jurisdiction_data_path(place.id)),
    }


def _plan_entry(plan: Plan, urls: Urls) -> Json:
    return {
        "id": plan.id,
        "name": plan.title,
        "jurisdiction": plan.jurisdiction_id,
        "year": plan.year,
        "form": str(plan.form),
        "url": urls.plan(plan.id),
        "data": urls.href(urls.plan_json_path(plan.id)),
    }


def _unit(unit: Unit, urls: Urls) -> Json:
    return _body(unit, urls) | {"kind": str(unit.kind), "of": unit.of}


def _group(group: Group, urls: Urls) -> Json:
    return _body(group, urls) | {"kind": "group", "memberships": _memberships(group)}


def _body(body: Unit | Group, urls: Urls) -> Json:
    return {
        "id": body.id,
        "name": body.name,
        "jurisdiction": body.jurisdiction_id,
        "aliases": [alias.name for alias in body.aliases],
        "alias_sources": [{"name": alias.name, "seen": list(alias.seen)} for alias in body.aliases],
        "url": urls.unit(body.id),
        "data": urls.href(urls.unit_data_path(body.id)),
    }


def _memberships(group: Group) -> list[Json]:
    return [{"year": known.year, "units": list(known.unit_ids), "source": known.source} for known in group.memberships]


def _known(known: KnownDocument) -> Json:
    return {
        "id": known.id,
        "jurisdiction": known.jurisdiction_id,
        "year": known.year,
        "kind": str(known.kind),
        "title": known.title or None,
        "number": known.number or None,
        "issuer": known.issuer or None,
        "signed": None if known.signed is None else known.signed.isoformat(),
        "published": None if known.published is None else known.published.isoformat(),
        "address": known.address or None,
        "held": False,
        "relations": [{"plan": relation.plan_id, "kind": relation.kind} for relation in known.relations],
    }


def _progress(one: Progress) -> Json:
    return {
        "plan": one.plan_id,
        "tasks": list(one.task_ids),
        "date": one.day.isoformat(),
        "status": str(one.status),
        "source": one.source,
        "evidence": one.evidence,
        "note": one.note or None,
    }


def _document(document: Document) -> Json:
    return {
        "letterhead": document.letterhead or None,
        "number": document.number or None,
        "notice_title": document.notice_title or None,
        "issuer": document.issuer or None,
        "addressees": document.addressees or None,
        "body": document.body or None,
        "attachments": list(document.attachments),
        "signatory": document.signatory or None,
        "signed": _date(document.signed),
        "contact": document.contact or None,
        "disclosure": document.disclosure or None,
        "attachment_mark": document.attachment_mark or None,
        "page_remark": document.page_remark or None,
        "copies_to": list(document.copies_to),
        "imprint_issuer": document.imprint_issuer or None,
        "imprinted": _date(document.imprinted),
        "published": _date(document.published),
        "index_number": document.index_number or None,
        "validity": document.validity or None,
    }


def _date(known: DocumentDate) -> Json | None:
    if not known.text and known.day is None:
        return None
    return {"text": known.text, "date": None if known.day is None else known.day.isoformat()}


def _note(note: Note) -> Json:
    return {"kind": str(note.kind), "cell": note.cell or None, "text": note.text}


def _target(target: Target) -> Json:
    return {"words": target.words, "bound": target.bound, "quantity": target.quantity, "measure": target.measure}
