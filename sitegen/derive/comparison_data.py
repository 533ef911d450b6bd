"""A comparison as data (对照数据): comparison.json beside its page, plain values with the ids and anchors of open data."""

from __future__ import annotations

from typing import Any

from sitegen.derive.comparison.view import Comparison, Line, QuoteView, Row, Side

Json = dict[str, Any]


def comparison_data(comparison: Comparison) -> Json:
    """The comparison as plain values; every sentence of both sides stands in it once.

    Segments are given where two texts differ: of one text, and of two that are the same, they would only say it again.
    """
    return {
        "kind": str(comparison.kind),
        "title": comparison.title,
        "from": comparison.old.plan_id,
        "to": comparison.new.plan_id,
        "absent_years": [year.year for year in comparison.absent_years],
        "counts": {count.key: count.number for count in comparison.sentence_counts},
        "form_differences": comparison.form_differences,
        "rows": [_row(row) for row in comparison.rows],
    }


def _row(row: Row) -> Json:
    return {
        "id": row.anchor,
        "status": str(row.status),
        "ground": str(row.ground),
        "reasons": list(row.reasons),
        "from": [_side(side) for side in row.old],
        "to": [_side(side) for side in row.new],
        "sentences": [
            {
                "id": line.anchor,
                "status": str(line.status),
                "from": [_quote(quote) for quote in line.old],
                "to": [_quote(quote) for quote in line.new],
                "segments": _segments(line),
                "see": [pointer.line for pointer in line.see],
            }
            for line in row.lines
        ],
    }


def _segments(line: Line) -> list[list[str]]:
    if not line.old or not line.new or all(segment.old == segment.new for segment in line.segments):
        return []
    return [[str(segment.kind), segment.old, segment.new] for segment in line.segments]


def _quote(quote: QuoteView) -> Json:
    return {"id": quote.here, "clause": quote.clause_id, "anchor": quote.anchor, "text": quote.text}


def _side(side: Side) -> Json:
    tie = side.tie
    return {
        "id": side.id,
        "relation": str(tie.relation) if tie else None,
        "ground": str(tie.ground) if tie else None,
        "score": tie.score if tie else None,
        "reason": (tie.reason or None) if tie else None,
        "phrases": list(tie.phrases) if tie else [],
    }
