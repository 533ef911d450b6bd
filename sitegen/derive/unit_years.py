"""A unit over the years (单位历年): bars of its tasks per year, and what the newest plan brought and no longer names it for.

Every number and coordinate is made here. Whether a task is new for the unit is asked of the clauses' bonds, which are
declared or suggested; where a plan states no unit for anything, nothing is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from sitegen.derive.comparison.bonds import Bonds
from sitegen.derive.comparison.pairs import ComparisonKind
from sitegen.derive.entries import LabelledLink, beginning, plan_label
from sitegen.derive.index import Index
from sitegen.derive.places import task_link
from sitegen.derive.unit_work import Concern, Work
from sitegen.derive.urls import Urls
from sitegen.model import Plan, Task, Unit

LABELS = {Concern.NAMED: "点名", Concern.THROUGH_GROUP: "经由群体", Concern.POSSIBLE: "可能涉及"}
NOT_HELD, SILENT = "未收录", "文件没有写明责任单位"
NO_UNITS = "{plan}没有写明任何责任单位，看不出与前一份相比多了哪些、少了哪些。"
ABOUT = "对应由编辑认定或由文字比对提示；多出、不再点名只就文字而言，不表示工作开始或停止。"
NEW_CLAUSE, NEW_NAME = "前一份里文字上未见对应", "前一份有对应条款，没有点名本单位"
GONE_CLAUSE, GONE_NAME = "后一份里文字上未见对应", "后一份有对应条款，没有点名本单位"
WIDTH, LABEL, NUMBER, BAR, GAP, YEAR_GAP = 320, 84, 36, 12, 4, 14


@dataclass(frozen=True, slots=True)
class BarView:
    """One bar: what it counts, its rectangle, and the number with its place."""

    code: str
    x: int
    y: int
    width: int
    height: int
    number: str
    number_x: int
    number_y: int


@dataclass(frozen=True, slots=True)
class BarYearView:
    """One year: its label with its place, the bars, or why there are none (not held, no unit stated)."""

    label: str
    label_y: int
    bars: tuple[BarView, ...]
    absent: str


@dataclass(frozen=True, slots=True)
class BarsView:
    """The picture: its size, the same in words, the years, and what each kind of bar counts (code and label)."""

    width: int
    height: int
    label_x: int
    bar_x: int
    words: str
    years: tuple[BarYearView, ...]
    legend: tuple[LabelledLink, ...]


@dataclass(frozen=True, slots=True)
class TurnoverView:
    """What came and went between the newest plan and the one before it, each task with what is known of its counterpart.

    ``absent`` says why nothing can be said, or is "".
    """

    heading: str
    remark: str
    absent: str
    came_heading: str
    came: tuple[LabelledLink, ...]
    went_heading: str
    went: tuple[LabelledLink, ...]


@dataclass(frozen=True, slots=True)
class UnitYearsView:
    """A unit over the years: the bars, and what came and went (None where its place holds one plan only)."""

    bars: BarsView
    turnover: TurnoverView | None


def unit_years_view(unit: Unit, works: Iterable[Work], bonds: Bonds, index: Index, urls: Urls) -> UnitYearsView | None:
    """A unit over the years that its place holds plans of; None where there are fewer than two years to show."""
    plans = tuple(reversed(index.plans_of(unit.jurisdiction_id)))
    years = range(plans[0].year, plans[-1].year + 1) if plans else range(0)
    if len(years) < 2:
        return None
    found = tuple(works)
    counted = Counter((work.plan.year, work.concern) for work in found)
    counts = {plan.year: tuple(counted[plan.year, concern] for concern in Concern) for plan in plans}
    absent = {year: NOT_HELD for year in years if year not in counts}
    absent |= {plan.year: SILENT for plan in plans if not states_units(plan) and not any(counts[plan.year])}
    newest = plans[-1]
    before = [plan for plan in plans if plan.year < newest.year]
    turnover = _turnover(newest, before[-1], found, bonds, index, urls) if before else None
    return UnitYearsView(_bars(unit.name, years, counts, absent), turnover)


def states_units(plan: Plan) -> bool:
    """Whether a plan states a responsible unit for anything."""
    return any(task.units.mentions for task in plan.tasks)


def _bars(name: str, years: range, counts: Mapping[int, tuple[int, ...]], absent: Mapping[int, str]) -> BarsView:
    most = max((number for numbers in counts.values() for number in numbers), default=0)
    shown: list[BarYearView] = []
    top = 0
    for year in years:
        numbers = enumerate(zip(Concern, counts[year], strict=True)) if year not in absent else ()
        bars = tuple(_bar(concern, number, most, top, line) for line, (concern, number) in numbers)
        height = (BAR + GAP) * max(len(bars), 1)
        shown.append(BarYearView(f"{year}年", top + BAR - 1, bars, absent.get(year, "")))
        top += height + YEAR_GAP
    words = "；".join(f"{year}年：{absent.get(year) or _in_words(counts[year])}" for year in years)
    legend = tuple(LabelledLink(LABELS[concern], remark=str(concern)) for concern in Concern)
    return BarsView(WIDTH, top, 0, LABEL, f"{name}历年任务数。{words}。", tuple(shown), legend)


def _bar(concern: Concern, number: int, most: int, top: int, line: int) -> BarView:
    room = WIDTH - LABEL - NUMBER
    width = round(room * number / most) if most else 0
    y = top + line * (BAR + GAP)
    return BarView(str(concern), LABEL, y, width, BAR, str(number), LABEL + width + 6, y + BAR - 1)


def _in_words(counts: tuple[int, ...]) -> str:
    return "，".join(f"{LABELS[concern]}{number}项" for concern, number in zip(Concern, counts, strict=True))


def _turnover(
    newest: Plan, before: Plan, works: tuple[Work, ...], bonds: Bonds, index: Index, urls: Urls
) -> TurnoverView:
    heading = f"{newest.year}年与{before.year}年相比"
    silent = next((plan for plan in (newest, before) if not states_units(plan)), None)
    if silent:
        return TurnoverView(heading, "", NO_UNITS.format(plan=plan_label(silent)), "", (), "", ())
    named = {work.task.id: work.task for work in works if work.concern is Concern.NAMED}
    newer = [task for task in named.values() if task.plan_id == newest.id]
    older = [task for task in named.values() if task.plan_id == before.id]
    came = _unmatched(newer, older, lambda clause: _earlier(clause, bonds), (NEW_CLAUSE, NEW_NAME))
    went = _unmatched(older, newer, lambda clause: _later(clause, bonds), (GONE_CLAUSE, GONE_NAME))
    return TurnoverView(
        heading, ABOUT, "",
        f"{newest.year}年点名、{before.year}年没有的（{len(came)}项）", _listed(came, index, urls),
        f"{before.year}年点名、{newest.year}年没有的（{len(went)}项）", _listed(went, index, urls),
    )  # fmt: skip


def _earlier(clause_id: str, bonds: Bonds) -> Iterable[str]:
    return (bond.old.id for bond in bonds.before(clause_id, ComparisonKind.YEARS))


def _later(clause_id: str, bonds: Bonds) -> Iterable[str]:
    return (bond.new.id for bond in bonds.after(clause_id, ComparisonKind.YEARS))


def _unmatched(
    tasks: Iterable[Task], others: Iterable[Task], counterparts: Callable[[str], Iterable[str]], said: tuple[str, str]
) -> list[tuple[Task, str]]:
    """Tasks of which no counterpart is among the other ones, each with the words for that: no clause at all, or no name."""
    named = {clause for other in others for clause in (other.id, other.item_id)}
    found = []
    for task in tasks:
        theirs = {other for clause in (task.id, task.item_id) for other in counterparts(clause)}
        if not theirs & named:
            found.append((task, said[1] if theirs else said[0]))
    return found


def _listed(tasks: Iterable[tuple[Task, str]], index: Index, urls: Urls) -> tuple[LabelledLink, ...]:
    links = ((task_link(task, index, urls), task, words) for task, words in tasks)
    return tuple(LabelledLink(f"{link.label}：{beginning(task.text)}", link.href, words) for link, task, words in links)
