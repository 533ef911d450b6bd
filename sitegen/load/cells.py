"""Cells and brackets (单元格、括注) -> readings: the words, what they mean, and on what ground.

Here the two grammars meet the record of a cell: which words are read, and which basis the reading has. How words are
read is in ``reading``; where cells lie is in ``plans``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from sitegen.load.reading.deadlines import read_deadline
from sitegen.load.reading.units import UnitReading
from sitegen.load.schema.plan import CellRecord
from sitegen.model import Basis, Deadline, DeadlineTerm, TermKind, Units

BRACKET = re.compile(r"\s*[（(\[【](?:\s*责任(?:单位|部门|主体)\s*[:：])?(.*)[)）\]】]\s*", re.S)

_ROLE_LABEL = r"(?:责任|牵头|配合|主办|协办|承办|实施|落实|监督|督导|参与|负责)[^，,、；;。:：]{0,8}[:：]"
DEADLINE_LABEL = re.compile(
    rf"(?:完成|办理|工作|整改|推进|落实)?(?:时限|期限|时间|进度)(?:要求)?(?:\s*[:：]\s*|为)((?:(?![，,、\s]*{_ROLE_LABEL})[^；;。])+)"
)
"""What a responsibility bracket says of time: （责任单位：区财政局；完成时限：6月底前）."""
_SEPARATORS = " 　\t\n，,、；;。"
_BETWEEN_TIMES = re.compile(f"[{_SEPARATORS}]*")


@dataclass(frozen=True, slots=True)
class Grammar:
    """How a document's cells are read: units by the names its jurisdiction knows and its rule on leading, deadlines in its year."""

    read_units: Callable[[str], UnitReading]
    year: int

    def units(self, cell: CellRecord | None, rows: Mapping[str, CellRecord | None]) -> Units:
        """Read a cell of responsible units; ``rows`` are the cells of the same column by row number."""
        if cell is None:
            return Units("", Basis.NOT_STATED)
        basis, words, reason = _words(cell, rows)
        units = Units(cell.text, basis, words, cell.inherited_from or None, reason, printed=cell.printed)
        if basis in (Basis.SOURCE_ERROR, Basis.UNKNOWN):
            return units
        return self._read_units(units)

    def units_in_words(self, words: str) -> Units:
        """Read a unit expression that a text states."""
        return self._read_units(Units(words, Basis.STATED, words))

    def units_in_bracket(self, bracket: str) -> Units:
        """Read the bracket after a part of an item, “（责任单位：…）”; an empty one states nothing.

        What it says of time at its end is no part of the words on units.
        """
        words = inside_bracket(bracket)
        time = self._time(words)
        if time and time[2] == len(words):
            words = words[: time[0]].rstrip(_SEPARATORS)
        return self.units_in_words(words) if words else Units("", Basis.NOT_STATED)

    def deadline_in_bracket(self, bracket: str) -> Deadline:
        """Read the deadline that such a bracket states, “（责任单位：…；完成时限：…）”; most state none."""
        words = inside_bracket(bracket)
        time = self._time(words)
        return self.deadline_in_words(words[time[1] : time[2]].strip()) if time else Deadline("", Basis.NOT_STATED)

    def deadline(self, cell: CellRecord | None, rows: Mapping[str, CellRecord | None]) -> Deadline:
        """Read a cell of deadlines; ``rows`` are the cells of the same column by row number."""
        if cell is None:
            return Deadline("", Basis.NOT_STATED)
        basis, words, reason = _words(cell, rows)
        if basis is Basis.SOURCE_ERROR:
            terms: tuple[DeadlineTerm, ...] = (DeadlineTerm(TermKind.UNKNOWN, words),)
        else:
            terms = read_deadline(words, self.year)
        return Deadline(cell.text, basis, words, cell.inherited_from or None, reason, terms, cell.printed)

    def deadline_in_words(self, words: str) -> Deadline:
        """Read a deadline that a text states."""
        return Deadline(words, Basis.STATED, words, terms=read_deadline(words, self.year))

    def _time(self, words: str) -> tuple[int, int, int] | None:
        """Where a bracket says by when: with its label, without it, and where that ends; None where it does not."""
        labelled = DEADLINE_LABEL.search(words)
        if labelled:
            return labelled.start(), labelled.start(1), labelled.end()
        times = [
            place for place in self.read_units(words).unread
            if any(term.kind is not TermKind.UNKNOWN for term in read_deadline(words[slice(*place)], self.year))
        ]  # fmt: skip
        if not times:
            return None
        start, end = _first_run(words, times)
        return start, start, end

    def _read_units(self, units: Units) -> Units:
        reading = self.read_units(units.words)
        return Units(
            units.source, units.basis, units.words, units.inherited_from, units.reason,
            reading.open_ended, reading.mentions, units.printed,
        )  # fmt: skip


def inside_bracket(bracket: str) -> str:
    """Words inside a responsibility bracket, without bracket and label; other labels (牵头单位：…) stay."""
    match = BRACKET.fullmatch(bracket)
    return match[1].strip() if match else bracket


def _first_run(words: str, places: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """Range of the first places of some words that only separators part."""
    first, *others = places
    start, end = first
    for other, other_end in others:
        if not _BETWEEN_TIMES.fullmatch(words, end, other):
            break
        end = other_end
    return start, end


def _words(cell: CellRecord, rows: Mapping[str, CellRecord | None]) -> tuple[Basis, str, str]:
    if cell.source_error:
        return Basis.SOURCE_ERROR, cell.text, cell.source_error
    if cell.read_as:
        return Basis.ASSIGNED, cell.read_as, cell.reason
    if cell.inherited_from:
        origin = rows.get(cell.inherited_from)
        return Basis.INHERITED, (origin.read_as or origin.text) if origin else "", ""
    return (Basis.STATED, cell.text, "") if cell.text else (Basis.UNKNOWN, "", "")
