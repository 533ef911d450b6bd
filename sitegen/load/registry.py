"""Records of the registry files -> jurisdictions, units, groups and known documents of the model."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sitegen.load.schema.registry import (
    AliasRecord,
    GroupRecord,
    JurisdictionRecord,
    KnownDocumentRecord,
    UnitRecord,
    UnitsFile,
)
from sitegen.model import Alias, Group, Jurisdiction, KnownDocument, KnownRelation, Membership, Unit
from sitegen.position import Loc


def jurisdictions(records: Iterable[JurisdictionRecord], at: Loc) -> tuple[Jurisdiction, ...]:
    """Jurisdictions (辖区) in registered order, each with its ancestors; a parent that is missing or circular ends the chain."""
    listed = list(records)
    parents = {record.id: record.parent for record in listed}
    return tuple(
        Jurisdiction(
            id=record.id,
            name=record.name,
            full_name=record.full_name or record.name,
            level=record.level,
            parent_id=record.parent,
            ancestors=ancestors(record.id, parents),
            at=at.child(index),
        )
        for index, record in enumerate(listed)
    )


def ancestors(jurisdiction_id: str, parents: Mapping[str, str | None]) -> tuple[str, ...]:
    """Ids above a jurisdiction, nearest first; stops where a parent is unknown or met again."""
    chain: list[str] = []
    current = parents.get(jurisdiction_id)
    while current is not None and current in parents and current not in chain and current != jurisdiction_id:
        chain.append(current)
        current = parents[current]
    return tuple(chain)


def units(file: UnitsFile, at: Loc) -> tuple[Unit, ...]:
    """Units (责任单位) of one jurisdiction's file."""
    return tuple(_unit(file.jurisdiction, record, at.child("units", n)) for n, record in enumerate(file.units))


def groups(file: UnitsFile, at: Loc) -> tuple[Group, ...]:
    """Groups (单位群体) of one jurisdiction's file."""
    return tuple(_group(file.jurisdiction, record, at.child("groups", n)) for n, record in enumerate(file.groups))


def known_documents(records: Iterable[KnownDocumentRecord], at: Loc) -> tuple[KnownDocument, ...]:
    """Known documents (已知未收录文件) in registered order."""
    return tuple(_known(record, at.child(n)) for n, record in enumerate(records))


def _aliases(records: Iterable[AliasRecord]) -> tuple[Alias, ...]:
    return tuple(Alias(record.name, record.seen) for record in records)


def _unit(place: str, record: UnitRecord, at: Loc) -> Unit:
    of = f"{place}/{record.of}" if record.of else None
    return Unit(f"{place}/{record.id}", place, record.name, record.kind, _aliases(record.aliases), of, record.note, at)


def _group(place: str, record: GroupRecord, at: Loc) -> Group:
    memberships = tuple(
        Membership(known.year, tuple(f"{place}/{unit}" for unit in known.units), known.source)
        for known in record.memberships
    )
    return Group(f"{place}/{record.id}", place, record.name, _aliases(record.aliases), memberships, record.note, at)


def _known(record: KnownDocumentRecord, at: Loc) -> KnownDocument:
    return KnownDocument(
        id=record.id,
        jurisdiction_id=record.jurisdiction,
        year=record.year,
        kind=record.kind,
        title=record.title,
        number=record.number,
        issuer=record.issuer,
        signed=record.signed,
        published=record.published,
        index_number=record.index_number,
        validity=record.validity,
        address=record.address,
        address_is_own=record.address_is_own,
        relations=tuple(KnownRelation(relation.plan, relation.kind) for relation in record.relations),
        facts=record.facts,
        note=record.note,
        at=at,
    )
