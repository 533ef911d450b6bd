"""Home page (首页): what the portal is, its plans by place and year, what falls due next, what changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sitegen.derive import wording
from sitegen.derive.agenda import Entry, agenda
from sitegen.derive.comparison.view import Count
from sitegen.derive.entries import LabelledLink, plan_label
from sitegen.derive.index import Index
from sitegen.derive.known import known_plans
from sitegen.derive.urls import Urls
from sitegen.model import Jurisdiction, Plan

MOST_DATES = 4
MOST_COUNTS = 3


@dataclass(frozen=True, slots=True)
class ComparisonCard:
    """A comparison offered on the home page: its title, address, and what changed in a few words."""

    title: str
    href: str
    summary: str


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """A place's year: the plans held, or ``absent`` (未收录, 无记录) with the address that says more, or ""."""

    plans: tuple[LabelledLink, ...]
    absent: str
    href: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A place with its cells, in the order of the years."""

    place: LabelledLink
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True)
class DueEntry:
    """Tasks of one plan that share a last day: the day in words and for machines, how many, where they are listed."""

    day: str
    machine_day: str
    tasks: LabelledLink
    plan: LabelledLink


@dataclass(frozen=True, slots=True)
class HomeView:
    """Home page. ``due_heading`` says whether the dates lie ahead or behind; ``due_remark`` what a past date means, or ""."""

    title: str
    description: str
    counts: str
    years: tuple[str, ...]
    matrix: tuple[MatrixRow, ...]
    other_places: tuple[LabelledLink, ...]
    due_heading: str
    due_remark: str
    due: tuple[DueEntry, ...]
    calendar_href: str
    search_href: str
    comparisons: tuple[ComparisonCard, ...]
    notes: LabelledLink


def home_view(
    index: Index,
    urls: Urls,
    as_of: date,
    comparisons: tuple[ComparisonCard, ...],
    calendar_href: str,
    quality_href: str,
    note_count: int,
) -> HomeView:
    """Home page; ``note_count`` is the number of notes on the quality page."""
    portal = index.portal
    holding = [place for place in portal.jurisdictions if index.plans_of(place.id)]
    knowing = [place for place in portal.jurisdictions if place not in holding and known_plans(place, index)]
    years = _years(portal.plans)
    heading, remark, due = _due(agenda(portal), as_of, urls)
    tasks = sum(len(plan.tasks) for plan in portal.plans)
    return HomeView(
        title=portal.facts.title,
        description=portal.facts.description,
        counts=f"收录{len(holding)}个地区的{len(portal.plans)}份文件，{tasks}项任务。",
        years=tuple(f"{year}年" for year in years),
        matrix=tuple(_row(place, years, index, urls) for place in holding),
        other_places=tuple(LabelledLink(place.full_name, urls.jurisdiction(place.id)) for place in knowing),
        due_heading=heading,
        due_remark=remark,
        due=due,
        calendar_href=calendar_href,
        search_href=urls.href("search/"),
        comparisons=comparisons,
        notes=LabelledLink("数据质量", quality_href, f"{note_count}处说明"),
    )


def in_brief(counts: Iterable[Count]) -> str:
    """What changed most, without the kinds that do not occur: 新增46处，不再出现38处，改写6处。"""
    said = [f"{one.label}{one.number}处" for one in counts if one.number]
    return "，".join(said[:MOST_COUNTS]) + "。" if said else ""


def _years(plans: Iterable[Plan]) -> tuple[int, ...]:
    """Every year from the newest plan back to the oldest; years without a plan are shown too."""
    held = [plan.year for plan in plans]
    return tuple(range(max(held), min(held) - 1, -1)) if held else ()


def _row(place: Jurisdiction, years: tuple[int, ...], index: Index, urls: Urls) -> MatrixRow:
    known = {document.year for document in known_plans(place, index)}
    href = urls.jurisdiction(place.id)
    cells = []
    for year in years:
        plans = [plan for plan in index.plans_of(place.id) if plan.year == year]
        links = tuple(LabelledLink(wording.FORMS[plan.form], urls.plan(plan.id)) for plan in plans)
        absent = "" if plans else wording.NOT_HELD if year in known else wording.NO_RECORD
        cells.append(MatrixCell(links, absent, f"{href}#year-{year}" if absent == wording.NOT_HELD else ""))
    return MatrixRow(LabelledLink(place.full_name, href), tuple(cells))


def _due(entries: tuple[Entry, ...], as_of: date, urls: Urls) -> tuple[str, str, tuple[DueEntry, ...]]:
    """Heading, remark and the next dates; where none lies ahead, the latest that have passed, newest first."""
    groups = _by_day_and_plan(entries)
    ahead = [group for group in groups if group[0].end >= as_of]
    if ahead:
        return "即将到来的时限", "", tuple(_due_entry(group, urls) for group in ahead[:MOST_DATES])
    behind = sorted(groups, key=lambda group: group[0].end, reverse=True)[:MOST_DATES]
    remark = f"{wording.PASSED}。做没做完，文件没有说明。" if behind else ""
    return "最近的时限", remark, tuple(_due_entry(group, urls) for group in behind)


def _by_day_and_plan(entries: tuple[Entry, ...]) -> list[tuple[Entry, ...]]:
    """Entries of one plan that share a last day, put together in the order in which they first appear."""
    groups: dict[tuple[date, str], tuple[Entry, ...]] = {}
    for entry in entries:
        key = (entry.end, entry.plan.id)
        groups[key] = (*groups.get(key, ()), entry)
    return list(groups.values())


def _due_entry(group: tuple[Entry, ...], urls: Urls) -> DueEntry:
    first = group[0]
    tasks = {entry.task.id for entry in group}
    label = f"{len(tasks)}项任务" if len(tasks) > 1 else f"第{first.task.number}行" if first.task.number else "1项任务"
    return DueEntry(
        day=wording.chinese_date(first.end),
        machine_day=first.end.isoformat(),
        tasks=LabelledLink(label, urls.passage(first.task.id) if len(tasks) == 1 else f"{urls.plan(first.plan.id)}#table"),
        plan=LabelledLink(plan_label(first.plan), urls.plan(first.plan.id)),
    )
