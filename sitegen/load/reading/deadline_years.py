"""Years of points (年份的确定): from the words, from an earlier phrase of the same cell, or from the document.

Here belongs who gives a point its year, and when nobody does. A year is carried only where it cannot be another one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sitegen.load.reading.deadline_calendar import Point, Year, YearKind

NO_YEAR = "文中未写年份，文件年份也不明"
NEAREST_YEARS = range(6)
"""How many years after the document's a two-digit year may lie to be certain."""


@dataclass(frozen=True, slots=True)
class Dating:
    """A point with its year; ``year`` is None where nothing decides it, and ``problem`` then says why in Chinese."""

    point: Point
    year: int | None
    from_document: bool = False
    problem: str = ""
    remark: str = ""

    @property
    def first_day(self) -> date | None:
        """First day of the point, None where the year is not decided or lacks the day."""
        return self.point.first_day(self.year) if self.year is not None and self.exists else None

    @property
    def last_day(self) -> date | None:
        """Last day of the point, None where the year is not decided or lacks the day."""
        return self.point.last_day(self.year) if self.year is not None and self.exists else None

    @property
    def exists(self) -> bool:
        """Whether the calendar has the point."""
        return not self.point.problem and (self.year is None or self.point.exists_in(self.year))


def date_point(point: Point, named: Year | None, earlier: Dating | None, document_year: int | None) -> Dating:
    """Give a point its year: ``named`` in words, else that of the ``earlier`` point, else the document's."""
    if named:
        return _named(point, named, earlier, document_year)
    if earlier and earlier.year is not None and not earlier.from_document:
        return _carried(point, earlier.year, earlier, document_year)
    if earlier and earlier.year is not None and earlier.year != document_year:
        return Dating(point, None, problem="年份未写明，是前文所说的年份还是文件年份不清楚")
    if document_year is None:
        return Dating(point, None, problem=NO_YEAR)
    return Dating(point, document_year, from_document=True)


def _named(point: Point, named: Year, earlier: Dating | None, document_year: int | None) -> Dating:
    if named.kind is YearKind.WRITTEN:
        return Dating(point, named.value)
    if named.kind is YearKind.UNREADABLE:
        return Dating(point, None, problem="年份无法确定")
    if named.kind is YearKind.NEXT and earlier and earlier.year is not None:
        return Dating(point, earlier.year + 1, from_document=earlier.from_document)
    if document_year is None:
        return Dating(point, None, problem=NO_YEAR)
    if named.kind is YearKind.TWO_DIGITS:
        year = 2000 + named.value
        if year - document_year in NEAREST_YEARS:
            return Dating(point, year, remark="年份只写两位数")
        return Dating(point, None, problem="年份只写两位数，无法确定")
    distance = 1 if named.kind is YearKind.NEXT else named.value
    if distance < 0:
        return Dating(point, None, problem="写的是文件年份之前的年份，不像时限")
    return Dating(point, document_year + distance, from_document=True)


def _carried(point: Point, year: int, earlier: Dating, document_year: int | None) -> Dating:
    """Carry the year of an earlier point, unless time would run backwards and the document's year is another."""
    dating = Dating(point, year, remark=f"年份承前文，为{year}年")
    last, before = dating.last_day, earlier.last_day
    backwards = last is not None and before is not None and last < before
    if backwards and year != document_year:
        return Dating(point, None, problem=f"年份未写明，是{year}年还是以后的年份不清楚")
    return dating


def date_stretch(
    first: Point, last: Point, heading: Year | None, earlier: Dating | None, document_year: int | None
) -> tuple[Dating, Dating]:
    """Give the two ends of a stretch their years: the second takes the first's, the first may not lie after the second."""
    named = first.year or heading
    if not named and last.year and last.year.kind is YearKind.WRITTEN:
        return _dated_from_its_end(first, last, earlier, document_year)
    opening = date_point(first, named, earlier, document_year)
    if last.year or opening.year is None:
        return opening, date_point(last, last.year, opening, document_year)
    return opening, Dating(last, opening.year, opening.from_document)


def _dated_from_its_end(
    first: Point, last: Point, earlier: Dating | None, document_year: int | None
) -> tuple[Dating, Dating]:
    """Date 10月至2025年3月: the first end lies in the year before only where the document or an earlier phrase says so."""
    closing = date_point(last, last.year, None, document_year)
    base = earlier.year if earlier and earlier.year is not None else document_year
    if base is None or closing.year is None or first.problem:
        return Dating(first, None, problem="起始年份未写明"), closing
    later_month = first.first > last.first
    if closing.year == base or (closing.year == base + 1 and later_month):
        return Dating(first, base, from_document=not earlier), closing
    return Dating(first, None, problem="起始年份未写明"), closing
