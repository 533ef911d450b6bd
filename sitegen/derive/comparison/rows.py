"""Rows (对照行): laid-out clauses in words: what became of them, on what ground, and every sentence's difference.

Here belong status, labels and pointers of rows and lines; which sentence stands where was decided by ``laying``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sitegen.derive.comparison import wording
from sitegen.derive.comparison.alignment import Aligned
from sitegen.derive.comparison.anchors import NEW, OLD, clause_anchor, sentence_anchor
from sitegen.derive.comparison.clauses import Clause, Quote
from sitegen.derive.comparison.difference import difference
from sitegen.derive.comparison.headings import printed_headings
from sitegen.derive.comparison.laying import Laid
from sitegen.derive.comparison.pairs import IN_TIME, ComparisonKind
from sitegen.derive.comparison.relating import Related, Relations, Verdict
from sitegen.derive.comparison.segment import Lexicon
from sitegen.derive.comparison.status import UNCHANGED, moved_rows, status_of
from sitegen.derive.comparison.view import FactDifference, Ground, Line, Pointer, QuoteView, Row, Side, Tie
from sitegen.model import Relation


@dataclass(frozen=True, slots=True)
class Setting:
    """What all rows of one comparison share: its kind and lexicon, and for every sentence where it stands.

    ``places`` says where a sentence stands in its document, ``rows`` in which row it stands here, by the row's anchor;
    ``headings`` are the differences between headings of the prose and labels printed in its table, by item.
    """

    kind: ComparisonKind
    lexicon: Lexicon
    verdicts: Mapping[str, Verdict]
    places: Mapping[Quote, str]
    rows: Mapping[Quote, str]
    headings: Mapping[str, tuple[FactDifference, ...]]

    def quote(self, side: str, quote: Quote) -> QuoteView:
        """A sentence as shown."""
        here = sentence_anchor(side, quote.clause_id, quote.anchor)
        return QuoteView(quote.clause_id, quote.anchor, here, self.places[quote], quote.text)

    def pointer(self, side: str, quote: Quote) -> Pointer:
        """The way to a sentence in this comparison."""
        here = sentence_anchor(side, quote.clause_id, quote.anchor)
        return Pointer(quote.clause_id, quote.anchor, self.places[quote], here)


def rows_of(
    kind: ComparisonKind, lexicon: Lexicon, old: Sequence[Clause], laid: Sequence[Laid], found: Relations
) -> tuple[Row, ...]:
    """Finish all rows of a comparison, in order, with the way from change to change."""
    verdicts = {**found.old_verdicts, **found.new_verdicts}
    reconciled = kind is ComparisonKind.RECONCILIATION
    headings = printed_headings(old, [row for one in laid for row in one.new], lexicon) if reconciled else {}
    setting = Setting(kind, lexicon, verdicts, _places(old, laid), _rows_of_quotes(laid), headings)
    rows = [_row(one, setting) for one in laid]
    if kind in IN_TIME:
        moved = moved_rows(old, laid, {row.anchor: row.status is Relation.CONTINUED for row in rows})
        rows = [_moved(row, kind) if row.anchor in moved else row for row in rows]
    changed = [place for place, row in enumerate(rows) if row.changed]
    return tuple(
        replace(row, previous=_neighbour(rows, changed, place, -1), following=_neighbour(rows, changed, place, 1))
        for place, row in enumerate(rows)
    )


def _moved(row: Row, kind: ComparisonKind) -> Row:
    label = wording.relation_label(Relation.MOVED, row.ground, kind)
    return replace(row, status=Relation.MOVED, label=label, changed=True)


def _places(old: Sequence[Clause], laid: Sequence[Laid]) -> dict[Quote, str]:
    clauses = [*old, *(clause for one in laid for clause in one.new)]
    return {
        quote: wording.sentence_place(clause.number or clause.title, ordinal if len(clause.sentences) > 1 else 0)
        for clause in clauses
        for ordinal, quote in enumerate(clause.sentences, 1)
    }


def _rows_of_quotes(laid: Sequence[Laid]) -> dict[Quote, str]:
    return {quote: one.anchor for one in laid for line in one.lines for quote in (*line.old, *line.new)}


def _neighbour(rows: Sequence[Row], changed: Sequence[int], place: int, step: int) -> str:
    at = bisect_left(changed, place)
    here = at < len(changed) and changed[at] == place
    wanted = at - 1 if step < 0 else at + here
    return rows[changed[wanted]].anchor if 0 <= wanted < len(changed) else ""


def _row(laid: Laid, setting: Setting) -> Row:
    lines = tuple(_line(line, setting) for line in laid.lines)
    status, ground = status_of(laid, lines, setting.kind, setting.verdicts)
    facts = tuple(_facts(laid, setting))
    old = tuple(_side(OLD, clause, tie, laid, setting) for clause, tie in laid.old)
    ties = [side.tie for side in old if side.tie]
    verdicts = [setting.verdicts[one.id] for one in _clauses(laid) if one.id in setting.verdicts and not ties]
    reasons = (*(tie.reason for tie in ties), *(verdict.reason for verdict in verdicts))
    return Row(
        anchor=laid.anchor,
        status=status,
        label=_label(laid, status, ground, lines, ties, setting.kind),
        ground=ground,
        ground_label=wording.GROUNDS[ground],
        reasons=tuple(dict.fromkeys(filter(None, reasons))),
        changed=_changes(laid, facts),
        old=old,
        new=tuple(_side(NEW, clause, None, laid, setting) for clause in laid.new),
        facts=facts,
        lines=lines,
        previous="",
        following="",
    )


def _label(
    laid: Laid, status: Relation, ground: Ground, lines: Sequence[Line], ties: Sequence[Tie], kind: ComparisonKind
) -> str:
    """What the row is called; a suggestion for which no sentence stands beside another is called no more than that."""
    if ground is Ground.DECLARED and ties:
        return "、".join(dict.fromkeys(tie.label for tie in ties if tie.ground is Ground.DECLARED))
    met = any((line.old and line.new) or line.see for line in lines)
    if status is Relation.PARTLY_KEPT and ground is Ground.SUGGESTED and not met:
        return wording.FEW_WORDS
    if status is Relation.MOVED and not lines:
        return wording.MOVED_AWAY
    if status is Relation.NONE and ground is Ground.NONE:
        return (wording.UNMATCHED_NEW if laid.new else wording.UNMATCHED_OLD)[kind]
    return wording.relation_label(status, ground, kind)


def _clauses(laid: Laid) -> Iterator[Clause]:
    yield from laid.new
    yield from (clause for clause, _ in laid.old)


def _changes(laid: Laid, facts: Iterable[FactDifference]) -> bool:
    words = any(line.status not in UNCHANGED for line in laid.lines)
    return words or any(segment.changed for fact in facts for segment in fact.segments)


def _line(line: Aligned, setting: Setting) -> Line:
    before, after = "".join(quote.text for quote in line.old), "".join(quote.text for quote in line.new)
    old = tuple(setting.quote(OLD, quote) for quote in line.old)
    new = tuple(setting.quote(NEW, quote) for quote in line.new)
    return Line(
        anchor=(new or old)[0].here,
        status=line.status,
        label=wording.sentence_label(line.status, setting.kind),
        old=old,
        new=new,
        segments=difference(before, after, setting.lexicon),
        see=tuple(setting.pointer(OLD if new else NEW, quote) for quote in line.see),
    )


def _side(side: str, clause: Clause, tie: Related | None, laid: Laid, setting: Setting) -> Side:
    here = clause_anchor(side, clause.key)
    at_home = here != laid.anchor and (side == NEW or clause.id in laid.at_home)
    elsewhere = (quote for quote in clause.sentences if setting.rows[quote] != laid.anchor)
    return Side(
        clause.id,
        here if at_home else "",
        clause.label,
        clause.number,
        clause.title,
        clause.section,
        clause.units,
        clause.deadline,
        tie_view(tie, setting.kind) if tie else None,
        tuple(setting.pointer(side, quote) for quote in elsewhere),
    )


def tie_view(tie: Related, kind: ComparisonKind) -> Tie:
    """A relation as readers see it: what it is called, on what ground, and what speaks for it where not all is the same."""
    return Tie(
        tie.ground,
        wording.GROUNDS[tie.ground],
        tie.relation,
        wording.SAME_PLACE
        if tie.ground is Ground.STRUCTURE
        else wording.relation_label(tie.relation, tie.ground, kind),
        tie.reason,
        tie.score,
        wording.score_label(tie.score),
        () if tie.relation is Relation.CONTINUED else tie.phrases,
    )


def _facts(laid: Laid, setting: Setting) -> Iterator[FactDifference]:
    """Differences of title, units and deadline where one clause stands beside one; of headings in prose and table."""
    if setting.kind is ComparisonKind.RECONCILIATION:
        for clause, _ in laid.old:
            yield from setting.headings.get(clause.id, ())
        return
    if len(laid.old) != 1 or len(laid.new) != 1:
        return
    (old, _), new = laid.old[0], laid.new[0]
    for label, before, after in (
        (wording.TITLE, old.title, new.title),
        (wording.UNITS, old.units, new.units),
        (wording.DEADLINE, old.deadline, new.deadline),
    ):
        if before and after:
            yield FactDifference(label, difference(before, after, setting.lexicon))
