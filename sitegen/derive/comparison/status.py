"""What became of a row's clauses (对照结果), by what editors declared, else by the lines that its sentences form."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from sitegen.derive.comparison.alignment import SentenceStatus
from sitegen.derive.comparison.clauses import Clause
from sitegen.derive.comparison.difference import SegmentKind
from sitegen.derive.comparison.laying import Laid
from sitegen.derive.comparison.pairs import IN_TIME, ComparisonKind
from sitegen.derive.comparison.relating import Verdict
from sitegen.derive.comparison.segment import content
from sitegen.derive.comparison.view import Ground, Line
from sitegen.model import Relation

UNCHANGED = (SentenceStatus.SAME, SentenceStatus.FORM_ONLY)
ALONE = (SentenceStatus.ADDED, SentenceStatus.REMOVED)
MOSTLY = 0.5
WHOLE = {ComparisonKind.LEVELS: Relation.CARRIES_OUT, ComparisonKind.SIBLINGS: Relation.SAME_SOURCE}


def status_of(
    laid: Laid, lines: Sequence[Line], kind: ComparisonKind, verdicts: Mapping[str, Verdict]
) -> tuple[Relation, Ground]:
    """What became of the clauses of a row, and on what ground that is said."""
    ties = [tie for _, tie in laid.old if tie]
    if not laid.new or not ties:
        return _one_sided(laid, lines, kind, verdicts)
    declared = next((tie for tie in ties if tie.ground is Ground.DECLARED), None)
    if declared:
        return declared.relation, Ground.DECLARED
    ground = ties[0].ground
    if kind in WHOLE and ground is Ground.SUGGESTED:
        return WHOLE[kind], ground
    return _by_lines(laid, lines), ground


def _one_sided(
    laid: Laid, lines: Sequence[Line], kind: ComparisonKind, verdicts: Mapping[str, Verdict]
) -> tuple[Relation, Ground]:
    clauses = laid.new or tuple(clause for clause, _ in laid.old)
    verdict = next((verdicts[clause.id] for clause in clauses if clause.id in verdicts), None)
    if verdict:
        return verdict.relation, Ground.DECLARED
    if not lines and any(clause.sentences for clause in clauses):
        return Relation.MOVED, Ground.NONE
    if any(line.status not in ALONE for line in lines):
        return Relation.PARTLY_KEPT, Ground.NONE
    if kind not in IN_TIME:
        return Relation.NONE, Ground.NONE
    return (Relation.NEW if laid.new else Relation.DROPPED), Ground.NONE


def _by_lines(laid: Laid, lines: Sequence[Line]) -> Relation:
    if len(laid.at_home) > 1:
        return Relation.MERGED
    if laid.split:
        return Relation.SPLIT
    if all(line.status in UNCHANGED for line in lines):
        return Relation.CONTINUED
    return Relation.REWORDED if _kept(lines) >= MOSTLY else Relation.PARTLY_KEPT


def _kept(lines: Iterable[Line]) -> float:
    """Which part of the longer side stayed word for word."""
    segments = [segment for line in lines for segment in line.segments]
    equal = (SegmentKind.EQUAL, SegmentKind.FORM_ONLY)
    stayed = sum(len(content(segment.old)) for segment in segments if segment.kind in equal)
    longer = max(sum(len(content(one.old)) for one in segments), sum(len(content(one.new)) for one in segments))
    return stayed / longer if longer else 1.0


def moved_rows(old: Sequence[Clause], laid: Sequence[Laid], same: Mapping[str, bool]) -> frozenset[str]:
    """Anchors of the rows whose wording stayed but whose place among the others changed.

    ``same`` says for each row, by anchor, whether its wording stayed. The most rows that kept their order stay.
    """
    order = {clause.id: place for place, clause in enumerate(old)}
    both = [one for one in laid if one.old and one.new]
    staying = _longest_rise([order[one.old[0][0].id] for one in both])
    return frozenset(one.anchor for place, one in enumerate(both) if same[one.anchor] and place not in staying)


def _longest_rise(values: Sequence[int]) -> frozenset[int]:
    """Places of a longest subsequence that never falls."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for place, value in enumerate(values):
        at = bisect_right(tails, value)
        before.append(ends[at - 1] if at else None)
        tails[at : at + 1], ends[at : at + 1] = [value], [place]
    chosen: list[int] = []
    step = ends[-1] if ends else None
    while step is not None:
        chosen.append(step)
        step = before[step]
    return frozenset(chosen)
