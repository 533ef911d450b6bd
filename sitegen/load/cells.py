"""Cells and brackets (单元格、括注) -> readings: the words, what they mean, and on what ground.

Here the two grammars meet the record of a cell: which words are read, and which basis the reading has. How words are
read is in ``reading``; where cells lie is in ``plans``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sitegen.load.reading.deadlines import read_deadline
from sitegen.load.reading.units import UnitReading
from sitegen.load.schema.plan import CellRecord
from sitegen.model import Basis, Deadline, DeadlineTerm, TermKind, Units

BRACKET = re.compile(r"\s*[（(\[【](?:\s*责任(?:单位|部门|主体)\s*[:：])?(.*)[)）\]】]\s*", re.S)


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
        """Read the bracket after a part of an item, “（责任单位：…）”; an empty one states nothing."""
        if not bracket:
            return Units("", Basis.NOT_STATED)
        return self.units_in_words(inside_bracket(bracket))

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


def _words(cell: CellRecord, rows: Mapping[str, CellRecord | None]) -> tuple[Basis, str, str]:
    if cell.source_error:
        return Basis.SOURCE_ERROR, cell.text, cell.source_error
    if cell.read_as:
        return Basis.ASSIGNED, cell.read_as, cell.reason
    if cell.inherited_from:
        origin = rows.get(cell.inherited_from)
        return Basis.INHERITED, (origin.read_as or origin.text) if origin else "", ""
    return (Basis.STATED, cell.text, "") if cell.text else (Basis.UNKNOWN, "", "")
