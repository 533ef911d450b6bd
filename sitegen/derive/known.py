"""Known documents by place and year (未收录): which years of a place are held, known of, or without any record."""

from __future__ import annotations

from sitegen.derive.index import Index
from sitegen.model import Jurisdiction, KnownDocument, KnownKind

PLAN_KINDS = (KnownKind.PLAN, KnownKind.TABLE)
GOVERNMENT = ("人民政府", "国务院")


def known_plans(place: Jurisdiction, index: Index) -> tuple[KnownDocument, ...]:
    """Plans and tables of the place's own government that are known but not held, in the register's order."""
    return tuple(
        known
        for known in index.portal.known_documents
        if known.jurisdiction_id == place.id and known.kind in PLAN_KINDS and is_of_government(known, place)
    )


def is_of_government(known: KnownDocument, place: Jurisdiction) -> bool:
    """Whether a document is the government's own, not one of its departments' or subdistricts'.

    The issuer decides; where it was not seen, that a held annex belongs to it, or a title that names the place.
    """
    if any(relation.kind == "main-document-of" for relation in known.relations):
        return True
    if known.issuer:
        return any(word in known.issuer for word in GOVERNMENT)
    return place.name in known.title


def years_of(place: Jurisdiction, index: Index) -> tuple[int, ...]:
    """Years from the first to the last plan held or known of, newest first; gaps are included, so that they are seen."""
    years = [plan.year for plan in index.plans_of(place.id)]
    years += [known.year for known in known_plans(place, index) if known.year is not None]
    return tuple(range(max(years), min(years) - 1, -1)) if years else ()
