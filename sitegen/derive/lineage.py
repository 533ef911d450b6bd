"""Lineage (沿革): one clause over the years and up and down the levels, as its own page shows it.

The chain runs from year to year of one place, years that are not held included; above and below it stand the clauses of
other levels. Every step says what ties it and on what ground.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from sitegen.derive.comparison.bonds import Bond, Bonds, End
from sitegen.derive.comparison.pairs import ComparisonKind
from sitegen.derive.entries import LabelledLink
from sitegen.derive.index import Index
from sitegen.derive.known import known_plans
from sitegen.derive.urls import Urls
from sitegen.derive.wording import joined
from sitegen.model import Level, Plan

MOST = 8
OWN = "本条"
NO_LIKE = "文字上未见对应"
MANY = "另有{number}条，见对照页。"


@dataclass(frozen=True, slots=True)
class StepView:
    """One related clause: where it stands, what ties it and on what ground, and the row that compares the two.

    ``via`` names the clause between, where the step is not taken from this clause itself, or is "".
    """

    clause: LabelledLink
    relation: str
    ground: str
    ground_code: str
    via: str
    comparison: str


@dataclass(frozen=True, slots=True)
class YearStepView:
    """One year of the chain: its label, whether it is this clause's own, the clauses of that year, or why there are none.

    Neighbouring years without clauses, for the same reason, are one step ("2017年至2025年").
    """

    label: str
    own: bool
    steps: tuple[StepView, ...]
    remark: str


@dataclass(frozen=True, slots=True)
class LevelStepView:
    """Related clauses in one direction other than time: heading with its arrow, the clauses, or why there are none."""

    heading: str
    steps: tuple[StepView, ...]
    remark: str


@dataclass(frozen=True, slots=True)
class LineageView:
    """The lineage of a clause: the years from the earliest to the latest, and the other directions."""

    years: tuple[YearStepView, ...]
    levels: tuple[LevelStepView, ...]


class _Step(NamedTuple):
    """One clause reached, by the bond that led to it; ``via`` is the clause it was reached from, None for the first step."""

    end: End
    bond: Bond
    via: End | None


class _Run(NamedTuple):
    """Years of the chain of which the same is said, from the first to the last: clauses of one year, or a remark."""

    first: int
    last: int
    found: list[_Step]
    remark: str


def lineage_view(clause_id: str, plan: Plan, bonds: Bonds, index: Index, urls: Urls) -> LineageView | None:
    """The lineage of a clause of a plan, None where there is nothing to say."""
    years = tuple([_year_step(run, urls) for run in _runs(clause_id, plan, bonds, index)])
    levels = tuple(_levels(clause_id, plan, bonds, index, urls))
    return LineageView(years, levels) if years or levels else None


def _runs(clause_id: str, plan: Plan, bonds: Bonds, index: Index) -> list[_Run]:
    """The years of the chain, neighbours without clauses as one where the same is said of them."""
    held = {other.year for other in index.plans_of(plan.jurisdiction_id)}
    if len(held) < 2:
        return []
    steps: dict[int, list[_Step]] = {}
    for step in (*_reached(clause_id, bonds.before, attrgetter("old")), *_reached(clause_id, bonds.after, attrgetter("new"))):
        steps.setdefault(step.end.plan.year, []).append(step)
    runs: list[_Run] = []
    for year in range(min(held), max(held) + 1):
        found = steps.get(year, []) if year != plan.year else []
        remark = _left_out(found) if found else _without_clauses(year, plan, held, index)
        if runs and not found and not runs[-1].found and runs[-1].remark == remark:
            runs[-1] = runs[-1]._replace(last=year)
        else:
            runs.append(_Run(year, year, found, remark))
    return runs


def _without_clauses(year: int, plan: Plan, held: set[int], index: Index) -> str:
    """Why no other clauses stand in a year."""
    if year == plan.year:
        return OWN
    return NO_LIKE if year in held else _not_held(plan.jurisdiction_id, year, index)


def _year_step(run: _Run, urls: Urls) -> YearStepView:
    label = f"{run.first}年" if run.first == run.last else f"{run.first}年至{run.last}年"
    return YearStepView(label, run.remark == OWN, _steps(run.found, urls), run.remark)


def _reached(
    clause_id: str, bound: Callable[[str, ComparisonKind], Iterable[Bond]], far: Callable[[Bond], End]
) -> Iterator[_Step]:
    """Clauses reached by going on in one direction of time, each once, the nearest first."""
    seen = {clause_id}
    front: list[tuple[str, End | None]] = [(clause_id, None)]
    while front:
        after: list[tuple[str, End | None]] = []
        for here, via in front:
            for bond in bound(here, ComparisonKind.YEARS):
                end = far(bond)
                if end.id not in seen:
                    seen.add(end.id)
                    after.append((end.id, end))
                    yield _Step(end, bond, via)
        front = after


def _steps(found: list[_Step], urls: Urls) -> tuple[StepView, ...]:
    return tuple([_step(end, bond, via, urls) for end, bond, via in found[:MOST]])


def _step(end: End, bond: Bond, via: End | None, urls: Urls) -> StepView:
    place = end.plan.name if bond.kind is not ComparisonKind.YEARS else end.plan.edition
    return StepView(
        LabelledLink(f"{place}{end.label}", urls.passage(end.id)),
        bond.label,
        bond.ground_label,
        str(bond.ground),
        f"经{via.plan.year}年{via.label}" if via else "",
        f"{urls.comparison(bond.old.plan.plan_id, bond.new.plan.plan_id)}#{bond.row}",
    )


def _left_out(found: list[_Step]) -> str:
    return MANY.format(number=len(found) - MOST) if len(found) > MOST else ""


def _not_held(place_id: str, year: int, index: Index) -> str:
    """What is known of a year of a place whose plan is not held."""
    place = index.jurisdictions[place_id]
    known = [one.title for one in known_plans(place, index) if one.year == year and one.title]
    return f"未收录（已知有：{joined(f'《{title}》' for title in known)}）" if known else "未收录，也没有见到记录"


def _levels(clause_id: str, plan: Plan, bonds: Bonds, index: Index, urls: Urls) -> Iterator[LevelStepView]:
    upper = [_Step(bond.old, bond, None) for bond in bonds.before(clause_id, ComparisonKind.LEVELS)]
    remark = "" if upper else _superior_remark(plan, index)
    if upper or remark:
        yield LevelStepView("↑ 上级条款", _steps(upper, urls), remark or _left_out(upper))
    for heading, kind in (
        ("↓ 下级条款", ComparisonKind.LEVELS),
        ("↔ 同源表述（不是承接）", ComparisonKind.SIBLINGS),
        ("↔ 修订前后", ComparisonKind.REVISION),
        ("↔ 正文与任务表", ComparisonKind.RECONCILIATION),
    ):
        found = [_Step(bond.new, bond, None) for bond in bonds.after(clause_id, kind)]
        if kind is not ComparisonKind.LEVELS:
            found = [_Step(bond.old, bond, None) for bond in bonds.before(clause_id, kind)] + found
        if found:
            yield LevelStepView(heading, _steps(found, urls), _left_out(found))


def _superior_remark(plan: Plan, index: Index) -> str:
    """Why no superior clause is shown: its plan of the year is not held, or holds no like wording; "" below the state."""
    place = index.jurisdictions[plan.jurisdiction_id]
    above = index.jurisdictions.get(place.parent_id or "")
    if above is None or above.level is Level.STATE:
        return ""
    if any(other.year == plan.year for other in index.plans_of(above.id)):
        return f"{above.name}{plan.year}年的要点里，{NO_LIKE}"
    return f"{above.name}{plan.year}年的要点{_not_held(above.id, plan.year, index)}"
