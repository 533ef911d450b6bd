"""What became of a row's clauses (对照结果), by what editors declared, else by the lines that its sentences form."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from sitegen.derive.comparison.alignment import Aligned, SentenceStatus
from sitegen.derive.comparison.clauses import Clause
from sitegen.derive.comparison.laying import Laid
from sitegen.derive.comparison.pairs import ComparisonKind
from sitegen.derive.comparison.relating import Verdict
from sitegen.derive.comparison.segment import content
from sitegen.derive.comparison.view import Ground
from sitegen.model import Relation

UNCHANGED = (SentenceStatus.SAME, SentenceStatus.FORM_ONLY)
MOSTLY = 0.5
IN_TIME = (ComparisonKind.YEARS, ComparisonKind.REVISION)
WHOLE = {ComparisonKind.LEVELS: Relation.CARRIES_OUT, ComparisonKind.SIBLINGS: Relation.SAME_SOURCE}


def status_of(laid: Laid, kind: ComparisonKind, verdicts: Mapping[str, Verdict]) -> tuple[Relation, Ground]:
    """What became of the clauses of a row, and on what ground that is said."""
    if not laid.new or not laid.old:
        return _one_sided(laid, kind, verdicts)
    ties = [tie for _, tie in laid.old if tie]
    declared = next((tie for tie in ties if tie.ground is Ground.DECLARED), None)
    if declared:
        return declared.relation, Ground.DECLARED
    ground = ties[0].ground if ties else Ground.NONE
    if kind in WHOLE and ground is Ground.SUGGESTED:
        return WHOLE[kind], ground
    return _by_lines(laid), ground


def _one_sided(laid: Laid, kind: ComparisonKind, verdicts: Mapping[str, Verdict]) -> tuple[Relation, Ground]:
    clauses = laid.new or tuple(clause for clause, _ in laid.old)
    verdict = next((verdicts[clause.id] for clause in clauses if clause.id in verdicts), None)
    if verdict:
        return verdict.relation, Ground.DECLARED
    if not laid.lines:
        return Relation.MOVED, Ground.NONE
    alone = (SentenceStatus.ADDED, SentenceStatus.REMOVED)
    if any(line.status not in alone for line in laid.lines):
        return Relation.PARTLY_KEPT, Ground.NONE
    if kind not in IN_TIME:
        return Relation.NONE, Ground.NONE
    return (Relation.NEW if laid.new else Relation.DROPPED), Ground.NONE


def _by_lines(laid: Laid) -> Relation:
    if all(line.status in UNCHANGED for line in laid.lines):
        return Relation.CONTINUED
    at_home = [clause for clause, _ in laid.old if clause.id in laid.at_home]
    if len(at_home) > 1:
        return Relation.MERGED
    if not at_home:
        return Relation.SPLIT
    kept = min(_kept(line.old for line in laid.lines), 1.0)
    return Relation.REWORDED if kept >= MOSTLY else Relation.PARTLY_KEPT


def moved_rows(
    old: Sequence[Clause], laid: Sequence[Laid], statuses: Mapping[str, tuple[Relation, Ground]], kind: ComparisonKind
) -> tuple[str, ...]:
    """Anchors of rows whose wording stayed but whose place among the others changed."""
    if kind not in IN_TIME:
        return ()
    order = {clause.id: place for place, clause in enumerate(old)}
    same = [one for one in laid if one.new and one.old and statuses[one.anchor][0] is Relation.CONTINUED]
    places = [order[one.old[0][0].id] for one in laid if one.new and one.old]
    staying = _longest_rise(places)
    return tuple(one.anchor for one in same if order[one.old[0][0].id] not in staying)
