"""Headings of a plan's prose beside the labels that its table prints for them (标题对账), matched by their number.

A label may stand beside the wrong row; its number says which heading it repeats, so the row is not asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from sitegen.derive.comparison import wording
from sitegen.derive.comparison.clauses import Clause
from sitegen.derive.comparison.difference import difference
from sitegen.derive.comparison.segment import Lexicon, fold
from sitegen.derive.comparison.view import FactDifference

NUMBERED = re.compile(r"\(?([一二三四五六七八九十百]+|\d+)[)、.]")


def printed_headings(
    prose: Sequence[Clause], rows: Sequence[Clause], lexicon: Lexicon
) -> Mapping[str, tuple[FactDifference, ...]]:
    """Differences of item headings, and for the first item of a section of its title, by the id of the item."""
    item_labels = _by_number(row.printed_item for row in rows)
    section_labels = _by_number(row.printed_section for row in rows)
    found: dict[str, tuple[FactDifference, ...]] = {}
    last = ""
    for clause in prose:
        pairs = [(wording.TITLE, clause.label, item_labels.get(_number(clause.label), ""))]
        if clause.section != last:
            pairs.insert(0, (wording.SECTION, clause.section, section_labels.get(_number(clause.section), "")))
        last = clause.section
        found[clause.id] = tuple(
            FactDifference(label, difference(own, printed, lexicon)) for label, own, printed in pairs if own and printed
        )
    return found


def _by_number(labels: Iterable[str]) -> dict[str, str]:
    """Labels by their number; the first one printed counts."""
    return {number: label for label in reversed([*labels]) if (number := _number(label))}


def _number(label: str) -> str:
    match = NUMBERED.match(fold(label).text)
    return match[1] if match else ""
