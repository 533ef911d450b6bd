"""Page of a jurisdiction (辖区): its plans by year with the years that are missing, its places above and below, its units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.derive import wording
from sitegen.derive.entries import KnownDocumentView, LabelledLink, date_words, known_document_view, plan_label
from sitegen.derive.index import Index
from sitegen.derive.known import PLAN_KINDS, known_plans, years_of
from sitegen.derive.urls import Urls
from sitegen.model import Jurisdiction, KnownKind, Plan, UnitKind

OTHER_KINDS = (KnownKind.INTERPRETATION, KnownKind.ANNUAL_REPORT, KnownKind.NOTICE, KnownKind.REGULATION)


@dataclass(frozen=True, slots=True)
class HeldPlan:
    """A plan held: its title with address, what it consists of, number and date in words."""

    link: LabelledLink
    form: str
    facts: str


@dataclass(frozen=True, slots=True)
class YearView:
    """One year of a place: anchor, year, plans held, documents known but not held, or the sentence that nothing is known."""

    anchor: str
    year: str
    plans: tuple[HeldPlan, ...]
    known: tuple[KnownDocumentView, ...]
    absent: str


@dataclass(frozen=True, slots=True)
class UnitList:
    """Units of one kind: the kind with the number of units, links with the number of tasks that name each."""

    heading: str
    units: tuple[LabelledLink, ...]


@dataclass(frozen=True, slots=True)
class KnownList:
    """Other known documents of one kind."""

    heading: str
    documents: tuple[KnownDocumentView, ...]


@dataclass(frozen=True, slots=True)
class JurisdictionView:
    """Page of a jurisdiction; ``calendar_href`` is "" where no task has a day, ``updates`` None without an Atom feed."""

    title: str
    description: str
    level: str
    superiors: tuple[LabelledLink, ...]
    subordinates: tuple[LabelledLink, ...]
    years: tuple[YearView, ...]
    no_years: str
    units: tuple[UnitList, ...]
    groups: tuple[LabelledLink, ...]
    other_documents: tuple[KnownList, ...]
    comparisons: tuple[LabelledLink, ...]
    calendar_href: str
    updates: LabelledLink | None


def jurisdiction_view(
    place: Jurisdiction,
    index: Index,
    urls: Urls,
    task_counts: Mapping[str, int],
    comparisons: tuple[LabelledLink, ...] = (),
    calendar_href: str = "",
    updates: LabelledLink | None = None,
) -> JurisdictionView:
    """Page of a jurisdiction; ``task_counts`` has the number of tasks that name each unit or group, by id."""
    held = index.plans_of(place.id)
    years = years_of(place, index)
    return JurisdictionView(
        title=place.full_name,
        description=f"{place.full_name}的政务公开工作要点：收录{len(held)}份文件，以及已知但未收录的文件。",
        level=wording.LEVELS[place.level],
        superiors=tuple(_place_link(index.jurisdictions[above], urls) for above in reversed(place.ancestors)),
        subordinates=tuple(_with_count(below, index, urls) for below in index.children_of(place.id)),
        years=tuple(_year(place, year, index, urls) for year in years),
        no_years="" if years else "没有收录这个地区的工作要点，也没有见到相关记录。",
        units=_units(place, index, urls, task_counts),
        groups=tuple(
            LabelledLink(group.name, urls.unit(group.id), _task_count(task_counts.get(group.id, 0)))
            for group in index.portal.groups
            if group.jurisdiction_id == place.id
        ),
        other_documents=_other_documents(place, index),
        comparisons=comparisons,
        calendar_href=calendar_href,
        updates=updates,
    )


def _year(place: Jurisdiction, year: int, index: Index, urls: Urls) -> YearView:
    plans = tuple(_held_plan(plan, urls) for plan in index.plans_of(place.id) if plan.year == year)
    known = tuple(known_document_view(known) for known in known_plans(place, index) if known.year == year)
    absent = "" if plans or known else "这一年没有收录文件，也没有见到记录。"
    return YearView(f"year-{year}", f"{year}年", plans, known, absent)


def _held_plan(plan: Plan, urls: Urls) -> HeldPlan:
    facts = (plan.document.number, date_words(plan.document.signed), plan.completeness)
    return HeldPlan(
        LabelledLink(plan_label(plan), urls.plan(plan.id)),
        wording.FORMS[plan.form],
        "，".join(fact for fact in facts if fact),
    )


def _units(place: Jurisdiction, index: Index, urls: Urls, task_counts: Mapping[str, int]) -> tuple[UnitList, ...]:
    lists = []
    for kind in UnitKind:
        units = [unit for unit in index.portal.units if unit.jurisdiction_id == place.id and unit.kind is kind]
        if units:
            links = tuple(
                LabelledLink(unit.name, urls.unit(unit.id), _task_count(task_counts.get(unit.id, 0))) for unit in units
            )
            lists.append(UnitList(f"{wording.UNIT_KINDS[kind]}（{len(units)}）", links))
    return tuple(lists)


def _task_count(number: int) -> str:
    return f"{number}项" if number else "无点名任务"


def _other_documents(place: Jurisdiction, index: Index) -> tuple[KnownList, ...]:
    """Known documents that stand under no year, by kind; plans of departments and of unseen years come first."""
    own = tuple(known for known in known_plans(place, index) if known.year is not None)
    here = [known for known in index.portal.known_documents if known.jurisdiction_id == place.id and known not in own]
    lists = []
    for kind in (*PLAN_KINDS, *OTHER_KINDS):
        documents = tuple(known_document_view(known) for known in here if known.kind is kind)
        heading = wording.KNOWN_KINDS[kind]
        if documents:
            lists.append(KnownList(f"其他单位的{heading}" if kind in PLAN_KINDS else heading, documents))
    return tuple(lists)


def _place_link(place: Jurisdiction, urls: Urls) -> LabelledLink:
    return LabelledLink(place.full_name, urls.jurisdiction(place.id))


def _with_count(place: Jurisdiction, index: Index, urls: Urls) -> LabelledLink:
    held = len(index.plans_of(place.id))
    known = len(known_plans(place, index))
    remark = f"收录{held}份" if held else f"{known}份已知，未收录" if known else "没有记录"
    return LabelledLink(place.full_name, urls.jurisdiction(place.id), remark)
