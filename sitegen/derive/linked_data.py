"""Linked data (关联数据): what pages are about in the words of schema.org, as plain mappings.

Nothing is said that the content does not state: a plan is a CreativeWork, never Legislation; only bodies of the government
are called GovernmentOrganization; addresses stand only where the site's host is known. How it is written into a page is
in ``render``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sitegen.derive.entries import LabelledLink
from sitegen.derive.urls import Urls
from sitegen.model import Facts, Jurisdiction, Level, Plan, Unit, UnitKind

Thing = dict[str, Any]

LANGUAGE = "zh-CN"
GOVERNMENT = frozenset({
    UnitKind.DEPARTMENT, UnitKind.OFFICE, UnitKind.DISPATCHED, UnitKind.SUBDISTRICT, UnitKind.TOWN, UnitKind.VERTICAL,
})  # fmt: skip
SEARCH_TERM = "search_term_string"


def graph(things: Iterable[Thing]) -> Thing | None:
    """The things of one page together, or None where there are none."""
    listed = list(things)
    return {"@context": "https://schema.org", "@graph": listed} if listed else None


def breadcrumb_list(crumbs: Sequence[LabelledLink], title: str, urls: Urls) -> Thing:
    """The way from the home page to a page (面包屑)."""
    steps = [_thing("ListItem", position=place, name=crumb.label, item=_full(crumb.href, urls))
             for place, crumb in enumerate(crumbs, 1)]  # fmt: skip
    return _thing("BreadcrumbList", itemListElement=[*steps, _thing("ListItem", position=len(steps) + 1, name=title)])


def ending_in(things: Thing | None, title: str) -> Thing | None:
    """A graph whose way from the home page ends in another title."""
    if things is None:
        return None
    trails = ({**thing, "itemListElement": [*thing["itemListElement"][:-1], {**thing["itemListElement"][-1], "name": title}]}
              if thing["@type"] == "BreadcrumbList" else thing for thing in things["@graph"])  # fmt: skip
    return graph(trails)


def website(facts: Facts, urls: Urls) -> Thing:
    """The portal, with its search where the host is known."""
    address = urls.absolute("")
    action = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{urls.absolute('search/')}?q={{{SEARCH_TERM}}}"},
        "query-input": f"required name={SEARCH_TERM}",
    }
    return _at("WebSite", address, name=facts.title, description=facts.description, inLanguage=LANGUAGE,
               publisher=_named("Organization", facts.publisher), potentialAction=action if address else None)  # fmt: skip


def dataset(name: str, description: str, files: Iterable[tuple[str, str]], facts: Facts, urls: Urls, **more: Any) -> Thing:
    """Open data (开放数据): ``files`` are path and media type of each download, named where the host is known."""
    downloads = [
        _thing("DataDownload", encodingFormat=media_type, contentUrl=urls.absolute(path)) for path, media_type in files
    ]
    return _thing("Dataset", name=name, description=description, inLanguage=LANGUAGE, license=_licence(facts.licence),
                  publisher=_named("Organization", facts.publisher), **more,
                  distribution=downloads if urls.origin else None)  # fmt: skip


def organisation(unit: Unit, place: Jurisdiction, places: Sequence[Jurisdiction], above: Unit | None, address: str) -> Thing:
    """A unit (责任单位) of a place; ``places`` are those above the place from the nearest, ``above`` its superior unit."""
    superior = _named(_kind(above), above.name) if above else None
    known = {"@id": f"{address}#unit", "mainEntityOfPage": address} if address else {}  # the page is ours, not the unit's own
    return _thing(_kind(unit), **known, name=unit.name, alternateName=[alias.name for alias in unit.aliases],
                  areaServed=area(place, places), parentOrganization=superior)  # fmt: skip


def area(place: Jurisdiction, places: Sequence[Jurisdiction]) -> Thing:
    """A jurisdiction (辖区) in those above it; the whole country is not said."""
    within = next((above for above in places if above.level is not Level.STATE), None)
    return _thing("AdministrativeArea", name=place.full_name,
                  containedInPlace=_named("AdministrativeArea", within.full_name) if within else None)  # fmt: skip


def plan_work(plan: Plan, spatial: Thing, address: str) -> Thing:
    """A plan (工作要点) as a work: number, dates and issuer as far as the document states them."""
    document = plan.document
    return _at("CreativeWork", address, name=plan.title, alternateName=document.notice_title, inLanguage=LANGUAGE,
               identifier=document.number, dateCreated=_day(document.signed.day),
               datePublished=_day(document.published.day),
               creator=_named("Organization", document.issuer or document.signatory),
               spatialCoverage=spatial, temporalCoverage=str(plan.year))  # fmt: skip


def passage_work(name: str, plan: Plan, address: str, plan_address: str) -> Thing:
    """An item or row of a plan, as a part of it."""
    whole = _at("CreativeWork", plan_address, name=plan.title, identifier=plan.document.number)
    return _at("CreativeWork", address, name=name, inLanguage=LANGUAGE, isPartOf=whole)


def _kind(unit: Unit) -> str:
    return "GovernmentOrganization" if unit.kind in GOVERNMENT else "Organization"


def _thing(kind: str, **properties: Any) -> Thing:
    """A thing with the properties that have a value."""
    return {"@type": kind, **{name: value for name, value in properties.items() if value}}


def _at(kind: str, address: str, **properties: Any) -> Thing:
    """A thing known by its address, where there is one."""
    return _thing(kind, **{"@id": address, "url": address}, **properties)


def _named(kind: str, name: str) -> Thing | None:
    return {"@type": kind, "name": name} if name else None


def _licence(licence: str) -> str | Thing | None:
    return licence if licence.startswith(("http://", "https://")) else _named("CreativeWork", licence)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _full(href: str, urls: Urls) -> str:
    return urls.origin + href if urls.origin else ""
