"""The matter of one comparison (对照材料): all that two plans are compared by: their clauses, and what the portal says of them.

A comparison is made from this and the corpus alone: nothing in it leads back to the portal, so that equal matter gives an
equal comparison wherever and whenever it is made. What clauses have to do with each other is found elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sitegen.derive.comparison import wording
from sitegen.derive.comparison.clauses import Clause, ClauseKind
from sitegen.derive.comparison.facts import PairFacts
from sitegen.derive.comparison.pairs import PlanPair
from sitegen.derive.comparison.similarity import Corpus, Side, described, side_of
from sitegen.derive.comparison.spoken import Spoken
from sitegen.derive.comparison.view import AbsentYear, PlanSide
from sitegen.model import Link

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


def matters(spoken: Callable[[str], Spoken], facts: Iterable[PairFacts]) -> Iterator[Matter]:
    """The matter of some comparisons, in order; a plan is looked at once however many it is compared with."""

    @cache
    def compared(side: PlanSide, *, by_rows: bool) -> Compared:
        said = spoken(side.plan_id)
        clauses = said.rows if by_rows else said.prose
        return _compared(side, said, clauses, clauses)

    for one in facts:
        if one.pair.from_plan == one.pair.to_plan:
            yield _reconciled(one, spoken(one.pair.from_plan))
            continue
        first, second = compared(one.old, by_rows=one.old_by_rows), compared(one.new, by_rows=one.new_by_rows)
        groups = tuple(Group(clause.key, (clause,)) for clause in second.clauses)
        yield Matter(one.pair, first, second, groups, one.links, one.absent_years, one.held_between, one.source_remarks)


def _reconciled(facts: PairFacts, spoken: Spoken) -> Matter:
    """A plan and its own table, whose rows stand under the items that the document places them under."""
    prose = tuple(clause for clause in spoken.prose if clause.kind is not ClauseKind.PREAMBLE)
    groups = _by_item(prose, spoken.rows)
    placed = tuple(row for group in groups for row in group.clauses)
    first, second = _compared(facts.old, spoken, prose, prose), _compared(facts.new, spoken, spoken.rows, placed)
    return Matter(facts.pair, first, second, groups, (), (), (), ())


def _compared(side: PlanSide, spoken: Spoken, clauses: tuple[Clause, ...], placed: tuple[Clause, ...]) -> Compared:
    tabled = any(clause.kind is ClauseKind.ROW for clause in clauses)
    part = (wording.TABLE if tabled else wording.PROSE) if clauses else ""
    return Compared(replace(side, part=part), clauses, placed, spoken.items)


def _by_item(old: Sequence[Clause], rows: Sequence[Clause]) -> tuple[Group, ...]:
    """Rows of a table by the item of the prose that they stand under; rows of other items by theirs, last."""
    keys = {clause.id: clause.key for clause in old}
    others = {row.group: row.group.partition("/")[2] for row in rows if row.group not in keys}
    return tuple(
        Group(key + "-rows", tuple(row for row in rows if row.group == item), item if item in keys else "")
        for item, key in (keys | others).items()
    )
