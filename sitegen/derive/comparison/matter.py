"""The matter of one comparison (对照材料): all that two plans are compared by, gathered from the portal.

A comparison is made from this and the corpus alone: nothing in it leads back to the portal, so that equal matter gives an
equal comparison wherever and whenever it is made. What the portal says of the two plans, their places, the years between
and their sources is looked up here; what their clauses have to do with each other is found elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sitegen.derive.comparison import wording
from sitegen.derive.comparison.clauses import (
    Clause,
    ClauseKind,
    by_rows,
)
from sitegen.derive.comparison.pairs import ComparisonKind, PlanPair
from sitegen.derive.comparison.same_source import common_ancestor
from sitegen.derive.comparison.similarity import Corpus, Side, Wording, described, side_of
from sitegen.derive.comparison.spoken import Spoken
from sitegen.derive.comparison.view import AbsentYear, PlanSide
from sitegen.derive.wording import LEVELS
from sitegen.model import KnownKind, Link, Plan, Portal

NO_SIDE = Side((), (), (), {}, {})


@dataclass(frozen=True, slots=True)
class Group:
    """New clauses that make one row: a name for its anchor, the clauses, and the old clause at home here, if fixed."""

    key: str
    clauses: tuple[Clause, ...]
    home_of: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """One plan as compared: what it is called, its clauses in printed order, and in order of the rows.

    ``items`` gives for each of its tasks the item that holds it, by id. ``side`` is what is described of the clauses where
    they are to be compared.
    """

    plan: PlanSide
    clauses: tuple[Clause, ...]
    placed: tuple[Clause, ...]
    items: tuple[tuple[str, str], ...]
    side: Side = NO_SIDE


@dataclass(frozen=True, slots=True)
class Matter:
    """All that one comparison is made of: the pair, both plans, the rows of the newer one, declared links.

    Then what is said of the whole: years between that are not held, plans held of others, what is known of sources.
    """

    pair: PlanPair
    old: Compared
    new: Compared
    groups: tuple[Group, ...]
    links: tuple[Link, ...]
    absent_years: tuple[AbsentYear, ...]
    held_between: tuple[PlanSide, ...]
    source_remarks: tuple[str, ...]


def described_matters(corpus: Corpus, known: Iterable[Matter]) -> tuple[Matter, ...]:
    """The matter of some comparisons with the clauses described; a plan's are once however many it is compared with."""
    described_of: dict[int, Compared] = {}

    def full(one: Compared) -> Compared:
        if id(one) not in described_of:
            described_of[id(one)] = replace(one, side=side_of(described(clause, corpus) for clause in one.placed))
        return described_of[id(one)]

    return tuple(replace(matter, old=full(matter.old), new=full(matter.new)) for matter in tuple(known))


def matters(portal: Portal, wording: Wording, pairs: Iterable[PlanPair]) -> Iterator[Matter]:
    """The matter of some comparisons, in order; a plan is looked at once however many it is compared with."""
    plans = {plan.id: plan for plan in portal.plans}
    ready: dict[tuple[str, bool], Compared] = {}

    def compared(plan: Plan, other: Plan) -> Compared:
        part = plan.id, by_rows(plan, other)
        if part not in ready:
            spoken = wording.spoken[plan.id]
            clauses = spoken.rows if by_rows(plan, other) else spoken.prose
            ready[part] = _compared(portal, plan, clauses, clauses)
        return ready[part]

    for pair in pairs:
        old, new = plans[pair.from_plan], plans[pair.to_plan]
        if old.id == new.id:
            yield _reconciled(portal, pair, old, wording.spoken[old.id])
            continue
        first, second = compared(old, new), compared(new, old)
        declared = [one.links for one in portal.link_sets if (one.from_plan, one.to_plan) == (old.id, new.id)]
        absent, between = _years_between(portal, pair.kind, old, new)
        yield Matter(
            pair=pair,
            old=first,
            new=second,
            groups=tuple(Group(clause.key, (clause,)) for clause in second.clauses),
            links=tuple(link for links in declared for link in links),
            absent_years=absent,
            held_between=between,
            source_remarks=tuple(_sources(portal, old, new)) if pair.kind is ComparisonKind.SIBLINGS else (),
        )


def _reconciled(portal: Portal, pair: PlanPair, plan: Plan, spoken: Spoken) -> Matter:
    """A plan and its own table, whose rows stand under the items that the document places them under."""
    prose = tuple(clause for clause in spoken.prose if clause.kind is not ClauseKind.PREAMBLE)
    groups = _by_item(prose, spoken.rows)
    placed = tuple(row for group in groups for row in group.clauses)
    first, second = _compared(portal, plan, prose, prose), _compared(portal, plan, spoken.rows, placed)
    return Matter(pair, first, second, groups, (), (), (), ())


def _compared(portal: Portal, plan: Plan, clauses: tuple[Clause, ...], placed: tuple[Clause, ...]) -> Compared:
    items = tuple((task.id, task.item_id) for task in plan.tasks)
    return Compared(_plan_side(portal, plan, clauses), clauses, placed, items)


def _by_item(old: Sequence[Clause], rows: Sequence[Clause]) -> tuple[Group, ...]:
    """Rows of a table by the item of the prose that they stand under; rows of other items by theirs, last."""
    keys = {clause.id: clause.key for clause in old}
    others = {row.group: row.group.partition("/")[2] for row in rows if row.group not in keys}
    return tuple(
        Group(key + "-rows", tuple(row for row in rows if row.group == item), item if item in keys else "")
        for item, key in (keys | others).items()
    )


def _plan_side(portal: Portal, plan: Plan, clauses: Sequence[Clause] = ()) -> PlanSide:
    place = next(place for place in portal.jurisdictions if place.id == plan.jurisdiction_id)
    tabled = any(clause.kind is ClauseKind.ROW for clause in clauses)
    part = (wording.TABLE if tabled else wording.PROSE) if clauses else ""
    return PlanSide(
        plan.id, plan.title, place.id, place.name, LEVELS[place.level], plan.year, _edition(portal, plan), part
    )  # fmt: skip


def _edition(portal: Portal, plan: Plan) -> str:
    """What tells a plan from others of its place and year: its title, or the end of its id where they share that too."""
    same = [one for one in portal.plans if (one.jurisdiction_id, one.year) == (plan.jurisdiction_id, plan.year)]
    if len(same) == 1:
        return ""
    titles = [one.title for one in same]
    own = plan.title if titles.count(plan.title) == 1 else plan.id.removeprefix(f"{plan.jurisdiction_id}-")
    return f"（{own}）"


def _years_between(
    portal: Portal, kind: ComparisonKind, old: Plan, new: Plan
) -> tuple[tuple[AbsentYear, ...], tuple[PlanSide, ...]]:
    """Years between two plans of one place: those that are not held, and the plans held of the others."""
    if kind is not ComparisonKind.YEARS:
        return (), ()
    place = old.jurisdiction_id
    years = range(old.year + 1, new.year)
    held = tuple(plan for plan in portal.plans if plan.jurisdiction_id == place and plan.year in years)
    held_years = {plan.year for plan in held}
    absent = tuple(
        AbsentYear(
            year,
            wording.absent_label(year),
            tuple(
                known.id
                for known in portal.known_documents
                if (known.jurisdiction_id, known.year) == (place, year)
                and known.kind in (KnownKind.PLAN, KnownKind.TABLE)
            ),
        )
        for year in years
        if year not in held_years
    )
    return absent, tuple(_plan_side(portal, plan) for plan in sorted(held, key=lambda plan: (plan.year, plan.id)))


def _sources(portal: Portal, old: Plan, new: Plan) -> Iterator[str]:
    """What the documents and the register of places say of a source that two places may share."""
    ancestor = common_ancestor(portal, old, new)
    yield from (wording.common_ancestor_remark(place.full_name) for place in portal.jurisdictions if place.id == ancestor)
    titles = {plan.id: plan.title for plan in portal.plans} | {known.id: known.title for known in portal.known_documents}
    yield wording.cited_remark([titles[one] for one in old.cites if one in new.cites and titles.get(one)])
