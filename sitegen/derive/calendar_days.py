"""Days with deadlines (有时限的日子), and bands of work without a day: what the agenda and the pages of years and months show.

No day is made up for 全年, 长期坚持 or recurring work: it is counted in bands with a link to where it is listed. Which days
a page shows is its own matter.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sitegen.derive.agenda import Entry
from sitegen.derive.entries import LabelledLink, beginning
from sitegen.derive.index import Index
from sitegen.derive.places import row_name
from sitegen.derive.urls import Urls
from sitegen.derive.wording import chinese_date, passed_sentence
from sitegen.model import Plan, TermKind

WEEKDAYS = ("一", "二", "三", "四", "五", "六", "日")
BANDS = {
    TermKind.WHOLE_YEAR: ("全年", "文件写明“全年”，没有日期。"),
    TermKind.LONG_TERM: ("长期坚持", "文件写明长期坚持，没有日期。"),
    TermKind.RECURRING: ("定期", "文件写明周期，没有具体哪一天。"),
    TermKind.RELATIVE: ("从另一件事起算", "文件写的是某事之后多久，没有日期。"),
    TermKind.UNKNOWN: ("读不出日期", "文件的文字不能确定日期，照录原文。"),
}


@dataclass(frozen=True, slots=True)
class DueView:
    """One dated task: label with address, text, responsible words, the words of the deadline."""

    link: LabelledLink
    text: str
    units: str
    words: str


@dataclass(frozen=True, slots=True)
class DuePlanView:
    """Tasks of one plan due on one day: the plan with address, the count, the tasks."""

    plan: LabelledLink
    count: str
    tasks: tuple[DueView, ...]


@dataclass(frozen=True, slots=True)
class DayView:
    """One day with deadlines: anchor, the date in words and for machines, neutral words if passed, the tasks by plan."""

    anchor: str
    heading: str
    day: str
    passed: str
    count: str
    plans: tuple[DuePlanView, ...]


@dataclass(frozen=True, slots=True)
class BandView:
    """A band of undated work: name, meaning, and per plan the count with the address of its first task."""

    name: str
    meaning: str
    plans: tuple[LabelledLink, ...]


def days_of(entries: Iterable[Entry], index: Index, urls: Urls, as_of: date) -> tuple[DayView, ...]:
    """Tasks by day and plan; they come in order of their days."""
    return tuple(_day(day, list(found), index, urls, as_of) for day, found in groupby(entries, lambda entry: entry.end))


def bands_of(plans: Iterable[Plan], index: Index, urls: Urls) -> tuple[BandView, ...]:
    """The bands of some plans; a band without tasks is left out."""
    listed = tuple(plans)
    bands = (
        BandView(name, meaning, tuple(_band_links(kind, listed, index, urls))) for kind, (name, meaning) in BANDS.items()
    )
    return tuple(band for band in bands if band.plans)


def year_path(year: int) -> str:
    """Path of a year's overview."""
    return f"calendar/{year}/"


def month_path(year: int, month: int) -> str:
    """Path of a month's page."""
    return f"calendar/{year}/{month:02}/"


def calendar_years(entries: Iterable[Entry], index: Index) -> tuple[int, ...]:
    """Years that have a deadline or a plan, oldest first."""
    return tuple(sorted({entry.end.year for entry in entries} | {plan.year for plan in index.portal.plans}))


def calendar_months(entries: Iterable[Entry]) -> tuple[tuple[int, int], ...]:
    """Months that have a deadline, oldest first."""
    return tuple(sorted({(entry.end.year, entry.end.month) for entry in entries}))


def _day(day: date, entries: list[Entry], index: Index, urls: Urls, as_of: date) -> DayView:
    ordered = sorted(entries, key=lambda entry: entry.plan.id)
    return DayView(
        anchor=f"d{day.isoformat()}",
        heading=f"{chinese_date(day)} 星期{WEEKDAYS[day.weekday()]}",
        day=day.isoformat(),
        passed=passed_sentence(day, as_of),
        count=f"{len(entries)}项",
        plans=tuple(
            _due_plan(list(found), index, urls) for _, found in groupby(ordered, lambda entry: entry.plan.id)
        ),
    )


def _due_plan(entries: list[Entry], index: Index, urls: Urls) -> DuePlanView:
    plan = entries[0].plan
    place = index.jurisdictions[plan.jurisdiction_id].name
    link = LabelledLink(f"{place}{plan.year}年《{plan.title}》", urls.plan(plan.id))
    return DuePlanView(link, f"{len(entries)}项", tuple(_due(entry, urls) for entry in entries))


def _due(entry: Entry, urls: Urls) -> DueView:
    task = entry.task
    label = row_name(task) if task.number else beginning(task.text, 16)
    remark = "正文所写" if entry.in_text else ""
    link = LabelledLink(label, urls.passage(task.id), remark)
    return DueView(link, beginning(task.text, 60), task.units.words, entry.term.words)


def _band_links(kind: TermKind, plans: Iterable[Plan], index: Index, urls: Urls) -> Iterable[LabelledLink]:
    for plan in plans:
        found = [task for task in plan.tasks if any(term.kind is kind for term in task.deadline.terms)]
        if found:
            place = index.jurisdictions[plan.jurisdiction_id].name
            yield LabelledLink(f"{place}{plan.year}年{len(found)}项", urls.on_plan_page(found[0].id))
