"""The comparison of two plans (对照), finished: facts, counts, rows, both readings, outline.

This is the table of contents of the folder: clauses, their relations, their layout, their rows, then what is said of the
whole. The same matter and corpus always give the same comparison.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from sitegen.derive.comparison import wording
from sitegen.derive.comparison.clauses import Clause, ClauseKind
from sitegen.derive.comparison.facts import PairFacts, facts_of
from sitegen.derive.comparison.grounds import grounds
from sitegen.derive.comparison.laying import lay_out
from sitegen.derive.comparison.matter import Matter, described_matters, matters
from sitegen.derive.comparison.pairs import IN_TIME, ComparisonKind, PlanPair, comparisons
from sitegen.derive.comparison.prepared import Pending, Prepared, prepared
from sitegen.derive.comparison.relating import placements, relations
from sitegen.derive.comparison.rows import rows_of
from sitegen.derive.comparison.same_source import same_source_pairs
from sitegen.derive.comparison.similarity import Corpus, Wording, corpus_for, wording_of
from sitegen.derive.comparison.summary import (
    clause_counts,
    form_differences,
    picture,
    read_from,
    sentence_counts,
    summed_up,
)
from sitegen.derive.comparison.view import Comparison, Correspondence, Heading, PlanSide, Row
from sitegen.memo import Memo, NoMemo
from sitegen.model import Portal

Do = Callable[[Callable[[Matter], Prepared], Sequence[Matter]], Iterable[Prepared]]


def compare_all(portal: Portal) -> tuple[Prepared, ...]:
    """All comparisons that are made beforehand: of years, levels, plans with their tables, plans that may share a source."""
    return made_beforehand(portal, NoMemo(), lambda work, known: map(work, known))


def made_beforehand(portal: Portal, memo: Memo, do: Do) -> tuple[Prepared, ...]:
    """The same; one is made anew where its plans, or what their words say, changed. ``do`` does the work for each matter."""
    known = wording_of(portal, memo)
    return memo.get_all(
        _asked(portal, known, memo),
        lambda asked: (("comparison", *one) for one in grounds(known, asked)),
        lambda missing: _made(known, missing, do),
    )


def made_when_asked(portal: Portal, memo: Memo) -> tuple[Pending, ...]:
    """The same, each made when it is taken and not known already."""
    known = wording_of(portal, memo)
    asked = _asked(portal, known, memo)
    keys = memo.keys("comparison", partial(grounds, known, asked), len(asked))
    numbers = {_heading(one.pair.kind, one.old, one.new): number for number, one in enumerate(asked)}

    def make(pending: Sequence[Pending]) -> Iterable[Prepared]:
        wanted = [numbers[one.heading] for one in pending]
        missing = [number for number in wanted if memo.recall(keys[number]) is None]
        for number, found in zip(missing, _made(known, [asked[number] for number in missing], map), strict=True):
            memo.keep(keys[number], found)
        return (memo.recall(keys[number]) for number in wanted)

    for key in keys:
        memo.recall(key)  # what is known stays so, taken or not
    return tuple(Pending(heading, make) for heading in numbers)


def _asked(portal: Portal, known: Wording, memo: Memo) -> tuple[PairFacts, ...]:
    return tuple(facts_of(portal, (*comparisons(portal), *same_source_pairs(portal, known, memo))))


def _made(known: Wording, missing: Sequence[PairFacts], do: Do) -> Iterable[Prepared]:
    if not missing:
        return ()
    corpus = corpus_for(known, dict.fromkeys(one for facts in missing for one in (facts.pair.from_plan, facts.pair.to_plan)))
    return do(partial(_prepared, corpus), described_matters(corpus, matters(known.spoken, missing)))


def _heading(kind: ComparisonKind, old: PlanSide, new: PlanSide) -> Heading:
    return Heading(kind, wording.KINDS[kind], wording.title(kind, old, new), old, new)


def compare(portal: Portal, pair: PlanPair) -> Comparison:
    """Compare two plans of a portal, or a plan with its own table."""
    wording = wording_of(portal, NoMemo())
    corpus = corpus_for(wording, wording.said)
    (matter,) = described_matters(corpus, matters(wording.spoken, facts_of(portal, (pair,))))
    return compared(corpus, matter)


def compared(corpus: Corpus, matter: Matter) -> Comparison:
    """The comparison of some matter."""
    kind = matter.pair.kind
    if matter.pair.from_plan == matter.pair.to_plan:
        found = placements(matter.old.clauses, matter.new.clauses)
    else:
        found = relations(corpus, matter)
    rows = rows_of(kind, corpus.lexicon, matter.old.clauses, lay_out(corpus, matter, found), found)
    return _finished(matter, rows)


def _prepared(corpus: Corpus, matter: Matter) -> Prepared:
    return prepared(compared(corpus, matter))


def _finished(matter: Matter, rows: tuple[Row, ...]) -> Comparison:
    kind, old, new = matter.pair.kind, matter.old, matter.new
    heading = _heading(kind, old.plan, new.plan)
    counts = sentence_counts(rows, kind)
    by_old, by_new = read_from(old.clauses, rows), read_from(new.clauses, rows)
    return Comparison(
        kind=kind,
        kind_label=heading.kind_label,
        title=heading.title,
        old=old.plan,
        new=new.plan,
        remarks=(*_remarks(matter), *matter.source_remarks),
        absent_years=matter.absent_years,
        held_between=matter.held_between,
        clause_counts=clause_counts(rows),
        sentence_counts=counts,
        summary=summed_up(counts),
        form_differences=form_differences(rows),
        rows=rows,
        by_old=by_old,
        by_new=by_new,
        only_old_heading=wording.only_old_heading(kind, old.plan),
        only_old=_only(by_old, old.clauses, kind),
        only_new_heading=wording.ONLY_NEW[kind],
        only_new=_only(by_new, new.clauses, kind),
        outline=picture(old.clauses, new.clauses, rows),
    )


def _only(
    read: Sequence[Correspondence], clauses: Sequence[Clause], kind: ComparisonKind
) -> tuple[Correspondence, ...]:
    """Clauses with sentences that the other side does not have; opening paragraphs require nothing of another level."""
    passed = {clause.id for clause in clauses if clause.kind is ClauseKind.PREAMBLE and kind not in IN_TIME}
    return tuple(one for one in read if one.missing and one.id not in passed)


def _remarks(matter: Matter) -> Iterator[str]:
    kind, old, new = matter.pair.kind, matter.old.plan, matter.new.plan
    yield wording.REMARKS[kind]
    if matter.absent_years:
        yield wording.absent_remark(tuple(one.year for one in matter.absent_years))
    if kind is not ComparisonKind.RECONCILIATION and old.part != new.part:
        yield wording.UNLIKE_PARTS
    if old.plan_id != new.plan_id:
        yield wording.GROUND_REMARK
