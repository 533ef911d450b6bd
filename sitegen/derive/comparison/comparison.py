"""The comparison of two plans (对照), finished: facts, counts, rows, both readings, outline.

This is the table of contents of the folder: clauses, their relations, their layout, their rows, then what is said of the
whole. The same portal always gives the same comparison.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.derive.comparison import wording
from sitegen.derive.comparison.clauses import Clause, ClauseKind, clauses_against, prose_clauses, row_clauses
from sitegen.derive.comparison.common_source import common_ancestor, same_source_pairs
from sitegen.derive.comparison.laying import Group, lay_out
from sitegen.derive.comparison.pairs import IN_TIME, ComparisonKind, PlanPair, comparisons
from sitegen.derive.comparison.relating import placements, relations
from sitegen.derive.comparison.rows import rows_of
from sitegen.derive.comparison.similarity import Corpus
from sitegen.derive.comparison.summary import (
    clause_counts,
    form_differences,
    picture,
    read_from,
    sentence_counts,
    summed_up,
)
from sitegen.derive.comparison.view import AbsentYear, Comparison, Correspondence, PlanSide, Row
from sitegen.derive.wording import LEVELS
from sitegen.model import KnownKind, Plan, Portal


@dataclass(frozen=True, slots=True)
class _Matter:
    """What is compared: the pair, both plans, and the clauses taken of each."""

    pair: PlanPair
    from_plan: Plan
    to_plan: Plan
    old: tuple[Clause, ...]
    new: tuple[Clause, ...]


def compare_all(corpus: Corpus) -> tuple[Comparison, ...]:
    """All comparisons that are made beforehand: of years, levels, plans with their tables, plans that may share a source."""
    return tuple(compare(corpus, pair) for pair in (*comparisons(corpus.portal), *same_source_pairs(corpus)))


def compare(corpus: Corpus, pair: PlanPair) -> Comparison:
    """Compare two plans of the corpus's portal, or a plan with its own table."""
    plans = {plan.id: plan for plan in corpus.portal.plans}
    from_plan, to_plan = plans[pair.from_plan], plans[pair.to_plan]
    if pair.from_plan == pair.to_plan:
        old = tuple(clause for clause in prose_clauses(from_plan) if clause.kind is not ClauseKind.PREAMBLE)
        new = row_clauses(to_plan)
        found, groups = placements(old, new), _by_item(old, new)
    else:
        old, new = clauses_against(from_plan, to_plan), clauses_against(to_plan, from_plan)
        found, groups = relations(corpus, pair, old, new), tuple(Group(clause.key, (clause,)) for clause in new)
    rows = rows_of(pair.kind, corpus.lexicon, old, lay_out(corpus, pair.kind, old, groups, found), found)
    return _finished(corpus.portal, _Matter(pair, from_plan, to_plan, old, new), rows)


def _by_item(old: Sequence[Clause], rows: Sequence[Clause]) -> tuple[Group, ...]:
    """Rows of a table by the item of the prose that they stand under; rows of other items by theirs, last."""
    keys = {clause.id: clause.key for clause in old}
    others = {row.group: row.group.partition("/")[2] for row in rows if row.group not in keys}
    return tuple(
        Group(key + "-rows", tuple(row for row in rows if row.group == item), item if item in keys else "")
        for item, key in (keys | others).items()
    )


def _finished(portal: Portal, matter: _Matter, rows: tuple[Row, ...]) -> Comparison:
    kind = matter.pair.kind
    old_side, new_side = (
        _plan_side(portal, matter.from_plan, matter.old),
        _plan_side(portal, matter.to_plan, matter.new),
    )
    absent, between = _years_between(portal, matter)
    counts = sentence_counts(rows, kind)
    by_old, by_new = read_from(matter.old, rows), read_from(matter.new, rows)
    return Comparison(
        kind=kind,
        kind_label=wording.KINDS[kind],
        title=wording.title(kind, old_side, new_side),
        old=old_side,
        new=new_side,
        remarks=(*_remarks(kind, old_side, new_side, absent), *_sources(portal, matter)),
        absent_years=absent,
        held_between=between,
        clause_counts=clause_counts(rows),
        sentence_counts=counts,
        summary=summed_up(counts),
        form_differences=form_differences(rows),
        rows=rows,
        by_old=by_old,
        by_new=by_new,
        only_old_heading=wording.only_old_heading(kind, old_side),
        only_old=_only(by_old, matter.old, kind),
        only_new_heading=wording.ONLY_NEW[kind],
        only_new=_only(by_new, matter.new, kind),
        outline=picture(matter.old, matter.new, rows),
    )


def _only(
    read: Sequence[Correspondence], clauses: Sequence[Clause], kind: ComparisonKind
) -> tuple[Correspondence, ...]:
    """Clauses with sentences that the other side does not have; opening paragraphs require nothing of another level."""
    passed = {clause.id for clause in clauses if clause.kind is ClauseKind.PREAMBLE and kind not in IN_TIME}
    return tuple(one for one in read if one.missing and one.id not in passed)


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


def _years_between(portal: Portal, matter: _Matter) -> tuple[tuple[AbsentYear, ...], tuple[PlanSide, ...]]:
    """Years between two plans of one place: those that are not held, and the plans held of the others."""
    if matter.pair.kind is not ComparisonKind.YEARS:
        return (), ()
    place = matter.from_plan.jurisdiction_id
    years = range(matter.from_plan.year + 1, matter.to_plan.year)
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


def _remarks(kind: ComparisonKind, old: PlanSide, new: PlanSide, absent: tuple[AbsentYear, ...]) -> Iterator[str]:
    yield wording.REMARKS[kind]
    if absent:
        yield wording.absent_remark(tuple(one.year for one in absent))
    if kind is not ComparisonKind.RECONCILIATION and old.part != new.part:
        yield wording.UNLIKE_PARTS
    if old.plan_id != new.plan_id:
        yield wording.GROUND_REMARK


def _sources(portal: Portal, matter: _Matter) -> Iterator[str]:
    """What the documents and the register of places say of a source that two places may share."""
    if matter.pair.kind is not ComparisonKind.SIBLINGS:
        return
    ancestor = common_ancestor(portal, matter.from_plan, matter.to_plan)
    yield from (wording.common_ancestor_remark(place.full_name) for place in portal.jurisdictions if place.id == ancestor)
    titles = {plan.id: plan.title for plan in portal.plans} | {known.id: known.title for known in portal.known_documents}
    cited = [titles[one] for one in matter.from_plan.cites if one in matter.to_plan.cites and titles.get(one)]
    yield wording.cited_remark(cited)
