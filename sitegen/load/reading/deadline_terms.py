"""Phrases -> terms (时限的含义): the kind, the days and the remark of each phrase of a deadline.

Here belongs what words decide: 6月底前 is a day, 6月 a stretch, 6月前 may be two things. Which year they belong to is decided
in ``deadline_years``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sitegen.load.reading.deadline_calendar import Edge, Point, YearKind
from sitegen.load.reading.deadline_phrases import BEGINNING_ONLY, LIMITS, Bound, Dated, Undated
from sitegen.load.reading.deadline_text import Unified
from sitegen.load.reading.deadline_years import Dating, date_point, date_stretch
from sitegen.model.reading import DeadlineTerm, Precision, TermKind

NO_START = "起始日没有写明日期"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a dated phrase turned out to state, before it is put beside its words."""

    kind: TermKind
    start: date | None = None
    end: date | None = None
    precision: Precision | None = None
    dating: Dating | None = None
    remark: str = ""


def terms_of(
    unified: Unified, phrases: Iterable[Dated | Undated], document_year: int | None
) -> tuple[DeadlineTerm, ...]:
    """Say what each phrase means; a year written in one is carried to those after it."""
    terms: list[DeadlineTerm] = []
    earlier: Dating | None = None
    for phrase in phrases:
        if isinstance(phrase, Undated):
            terms.append(_undated(unified, phrase, document_year))
            continue
        for outcome in _outcomes(phrase, earlier, document_year):
            terms.append(_term(unified, phrase, outcome))
            known = outcome.dating is not None and outcome.dating.year is not None
            earlier = outcome.dating if known else earlier
    return tuple(terms)


def _undated(unified: Unified, phrase: Undated, document_year: int | None) -> DeadlineTerm:
    start, end = unified.written(phrase.start, phrase.end)
    term = DeadlineTerm(phrase.kind, "", remark=phrase.remark, start_index=start, end_index=end)
    if phrase.kind is TermKind.LONG_TERM and phrase.since and phrase.since.precision is Precision.DAY:
        beginning = date_point(phrase.since, phrase.since.year, None, document_year)
        return replace(term, start=beginning.first_day, year=beginning.year, year_from_document=beginning.from_document)
    if phrase.year and phrase.year.kind is YearKind.WRITTEN:
        return replace(term, year=phrase.year.value)
    if phrase.year and document_year is not None:
        return replace(term, year=document_year + phrase.year.value, year_from_document=True)
    return term


def _term(unified: Unified, phrase: Dated, outcome: Outcome) -> DeadlineTerm:
    start, end = unified.written(phrase.start, phrase.end)
    dating = outcome.dating
    stated = dating is not None and dating.year is not None and outcome.kind is not TermKind.UNKNOWN
    remarks = (outcome.remark, dating.remark if dating and stated else "")
    return DeadlineTerm(
        outcome.kind, "", outcome.start, outcome.end, outcome.precision,
        year=dating.year if dating and stated else None,
        year_from_document=bool(dating and stated and dating.from_document),
        remark="；".join(remark for remark in remarks if remark),
        start_index=start, end_index=end,
    )  # fmt: skip


def _outcomes(phrase: Dated, earlier: Dating | None, document_year: int | None) -> list[Outcome]:
    points = phrase.span.points
    if phrase.span.stretch:
        opening, closing = date_stretch(points[0], points[1], phrase.year, earlier, document_year)
        return [_stretch(phrase, opening, closing)]
    outcomes: list[Outcome] = []
    before = earlier
    for number, point in enumerate(points):
        named = point.year or (phrase.year if number == 0 else None)
        dating = date_point(point, named, before, document_year)
        if number:
            dating = replace(dating, remark="")
        outcomes.append(_opened(dating) if phrase.open_start else _moment(phrase, dating))
        before = dating if dating.year is not None else before
    return _joined(outcomes) if phrase.span.adjoining else outcomes


def _joined(outcomes: list[Outcome]) -> list[Outcome]:
    """Make one stretch of periods that follow each other, as 第一、二季度; limits in a list stay apart."""
    first, last = outcomes[0], outcomes[-1]
    if any(outcome.kind is not TermKind.RANGE for outcome in outcomes):
        return outcomes
    return [replace(first, end=last.end)]


def _stretch(phrase: Dated, opening: Dating, closing: Dating) -> Outcome:
    """What two ends state; a first end like 6月初 has no day, and the stretch then no start."""
    vague_start = opening.point.edge is not Edge.WHOLE
    whole = replace(opening, point=replace(opening.point, edge=Edge.WHOLE))
    refused = _refused(phrase, closing) or _refused(phrase, whole)
    if refused:
        return refused
    start, end = opening.first_day, closing.last_day
    if start and end and start > end:
        return Outcome(TermKind.UNKNOWN, remark="止期早于起期，是否跨年没有写明")
    dating = replace(closing, from_document=closing.from_document or opening.from_document)
    remark = NO_START if vague_start else ""
    return Outcome(TermKind.RANGE, None if vague_start else start, end, closing.point.precision, dating, remark)


def _opened(dating: Dating) -> Outcome:
    """What 即日起至 with a point states: an end, and a beginning without a date."""
    refused = _refused_point(dating)
    return refused or Outcome(TermKind.RANGE, None, dating.last_day, dating.point.precision, dating, NO_START)


def _moment(phrase: Dated, dating: Dating) -> Outcome:
    refused = _refused(phrase, dating)
    if refused:
        return refused
    point = dating.point
    limit = Outcome(TermKind.BY_DATE, None, dating.last_day, point.precision, dating)
    if point.edge is Edge.END or point.first == point.last:
        return limit
    if phrase.bound is Bound.BEFORE and point.precision is Precision.TEN_DAYS:
        return replace(limit, remark="“旬前”按该旬最后一日计")
    if phrase.bound is Bound.BEFORE:
        return Outcome(TermKind.UNKNOWN, remark=_two_readings(dating))
    if phrase.bound in LIMITS or phrase.limit:
        return limit
    if point.precision is Precision.YEAR:
        return Outcome(TermKind.WHOLE_YEAR, dating=dating)
    return _period(dating)


def _period(dating: Dating) -> Outcome:
    return Outcome(TermKind.RANGE, dating.first_day, dating.last_day, dating.point.precision, dating)


def _refused(phrase: Dated, dating: Dating) -> Outcome | None:
    """Why words around a point, or the point itself, decide no day; None where they do."""
    if phrase.bound is Bound.ABOUT:
        return Outcome(TermKind.UNKNOWN, remark="只写了大致时间，没有确定的日期")
    if phrase.bound is Bound.EXCLUDING:
        return Outcome(TermKind.UNKNOWN, remark="写明不含当日，最后期限是哪一日未写明")
    if phrase.bound is Bound.COUNTED_BACK:
        return Outcome(TermKind.UNKNOWN, remark="只写明从哪一日往前推算，没有写明日期")
    if phrase.bound is Bound.FROM and not dating.point.problem:
        return Outcome(TermKind.UNKNOWN, remark=BEGINNING_ONLY)
    return _refused_point(dating)


def _refused_point(dating: Dating) -> Outcome | None:
    point = dating.point
    if point.problem:
        return Outcome(TermKind.UNKNOWN, remark=point.problem)
    if point.edge in (Edge.BEGINNING, Edge.MIDDLE):
        part = "初" if point.edge is Edge.BEGINNING else "中"
        return Outcome(TermKind.UNKNOWN, remark=f"“{_unit(point)}{part}”没有写明具体日期")
    if dating.problem:
        return Outcome(TermKind.UNKNOWN, remark=dating.problem)
    if not dating.exists:
        return Outcome(TermKind.UNKNOWN, remark=f"{dating.year}年没有{point.last[0]}月{point.last[1]}日这一天")
    return None


def _unit(point: Point) -> str:
    names = {Precision.YEAR: "年", Precision.HALF_YEAR: "半年", Precision.QUARTER: "季度", Precision.MONTH: "月"}
    return names.get(point.precision, "")


def _two_readings(dating: Dating) -> str:
    first, last = dating.first_day, dating.last_day
    if not first or not last:
        return ""
    earlier = first - timedelta(days=1)
    return f"“前”可理解为{_said(first)}之前（即{_said(earlier)}前），也可理解为到期末（{_said(last)}前），原文未写明"


def _said(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
