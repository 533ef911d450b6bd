"""The whole of a comparison (总览): counts, the reading from either side, what the other side does not have, the picture.

Everything here is gathered from finished rows; nothing is compared again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from sitegen.derive.comparison import wording
from sitegen.derive.comparison.alignment import SentenceStatus
from sitegen.derive.comparison.clauses import Clause
from sitegen.derive.comparison.difference import SegmentKind
from sitegen.derive.comparison.outline import Connection, Entry, Outline, outline
from sitegen.derive.comparison.pairs import ComparisonKind
from sitegen.derive.comparison.status import ALONE
from sitegen.derive.comparison.view import Correspondence, Count, Ground, Pointer, QuoteView, Row

ALWAYS_COUNTED = (
    SentenceStatus.ADDED,
    SentenceStatus.REMOVED,
    SentenceStatus.REWORDED,
    SentenceStatus.MOVED,
    SentenceStatus.SAME,
    SentenceStatus.FORM_ONLY,
)


def sentence_counts(rows: Sequence[Row], kind: ComparisonKind) -> tuple[Count, ...]:
    """How many lines there are of each kind; the first six are always named, the others where there are any."""
    found = Counter(line.status for row in rows for line in row.lines)
    named = (*ALWAYS_COUNTED, *(status for status in SentenceStatus if status not in ALWAYS_COUNTED and found[status]))
    return tuple(Count(status.value, wording.sentence_label(status, kind), found[status]) for status in named)


def clause_counts(rows: Sequence[Row]) -> tuple[Count, ...]:
    """How many rows there are of each result, by what they are called."""
    found = Counter((row.ground, row.status, row.label) for row in rows)
    return tuple(Count(f"{ground}-{status}", label, number) for (ground, status, label), number in found.items())


def summed_up(counts: Sequence[Count]) -> str:
    """The counts as one sentence, without those of nothing."""
    return "，".join(f"{one.label}{one.number}处" for one in counts if one.number) + "。"


def form_differences(rows: Sequence[Row]) -> int:
    """In how many places only punctuation, width or spaces differ."""
    runs = [line.segments for row in rows for line in row.lines] + [fact.segments for row in rows for fact in row.facts]
    return sum(segment.kind is SegmentKind.FORM_ONLY for segments in runs for segment in segments)


def read_from(clauses: Sequence[Clause], rows: Sequence[Row]) -> tuple[Correspondence, ...]:
    """For every clause of one side: which rows answer it, and which of its sentences have no like wording."""
    missing: dict[str, list[QuoteView]] = {}
    for row in rows:
        for line in row.lines:
            if line.status in ALONE:
                for quote in (*line.old, *line.new):
                    missing.setdefault(quote.clause_id, []).append(quote)
    answers: dict[str, dict[tuple[str, str, str], None]] = {}
    for row in rows:
        for clause_id, answer in _answers(row):
            answers.setdefault(clause_id, {})[answer] = None
    return tuple(
        Correspondence(
            clause.id,
            clause.label,
            _answered(len(missing.get(clause.id, ())), len(clause.sentences)),
            tuple(Pointer(other_id, "", place, line) for other_id, place, line in answers.get(clause.id, ())),
            tuple(missing.get(clause.id, ())),
        )
        for clause in clauses
    )


def _answers(row: Row) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """Clauses that stand beside each other in a row, as sides or by a sentence, each with the other, its place and the row."""
    pairs = {(old.id, new.id): None for old in row.old for new in row.new}
    for line in row.lines:
        pairs |= {(old.clause_id, new.clause_id): None for old in line.old for new in line.new}
    labels = {side.id: side.label for side in (*row.old, *row.new)}
    labels |= {
        quote.clause_id: quote.place for line in row.lines for quote in line.old if quote.clause_id not in labels
    }
    for old_id, new_id in pairs:
        yield old_id, (new_id, labels[new_id], row.anchor)
        yield new_id, (old_id, labels[old_id], row.anchor)


def _answered(missing: int, sentences: int) -> str:
    if not missing:
        return wording.ALL_ANSWERED
    return wording.NOT_ANSWERED if missing == sentences else wording.PARTLY_ANSWERED.format(number=missing)


def picture(old: Sequence[Clause], new: Sequence[Clause], rows: Sequence[Row]) -> Outline:
    """The outline of both plans with their links."""
    own = {side.id: row.anchor for row in rows for side in row.new}
    first = {side.id: row.anchor for row in reversed(rows) for side in row.old}
    return outline(
        [Entry(clause.id, clause.label, first[clause.id]) for clause in old],
        [Entry(clause.id, clause.label, own[clause.id]) for clause in new],
        [
            Connection(
                side.id,
                new_side.id,
                (side.tie.ground if side.tie else Ground.NONE).value,
                f"{side.label} → {new_side.label}：{row.label}（{row.ground_label}）",
                row.anchor,
            )
            for row in rows
            for side in row.old
            for new_side in row.new
        ],
    )
