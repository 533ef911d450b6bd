"""A year of deadlines as a picture: every day where it belongs, and the same figures in picture, words and table."""

from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.derive.agenda import Entry, agenda
from sitegen.derive.calendar_page import year_page_view
from sitegen.derive.year_picture import level, year_picture
from sitegen.load.portal import Loaded
from sitegen.model import DeadlineTerm, TermKind
from tests.derive.conftest import Read


def due(*days: date) -> tuple[Entry, ...]:
    """Entries that end on the given days; the rest of an entry plays no part in the picture."""
    term = DeadlineTerm(TermKind.BY_DATE, "")
    return tuple(Entry(None, None, term, day, day, False, 1) for day in days)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("number", "step"), [(0, 0), (1, 1), (2, 2), (5, 2), (6, 3), (20, 3), (21, 4), (500, 4)]
)
def test_more_tasks_are_darker(number: int, step: int) -> None:
    assert level(number) == step


def test_words_and_totals_say_what_the_squares_show() -> None:
    picture = year_picture(2024, due(date(2024, 7, 15), *[date(2024, 12, 31)] * 21, date(2024, 12, 1)))
    assert picture.words == "2024年写明日期的时限：7月15日1项，12月1日1项，12月31日21项。"
    assert [(month.label, month.total) for month in picture.months if month.total] == [("7月", "1项"), ("12月", "22项")]
    december = picture.months[11]
    assert [(place, day.level, day.number, day.words) for place, day in enumerate(december.days, 1) if day.level] == [
        (1, 1, "1", "12月1日：1项"),
        (31, 4, "21", "12月31日：21项"),
    ]
    assert [step.label for step in picture.legend] == ["1项", "21项以上"]


def test_a_year_without_days_says_so() -> None:
    assert year_picture(2025, ()).words == "2025年写明日期的时限：没有。"


@given(st.integers(1990, 2100), st.lists(st.integers(0, 364), max_size=60))
def test_every_day_of_the_year_has_one_square_inside_the_picture(year: int, offsets: list[int]) -> None:
    days = [date.fromordinal(date(year, 1, 1).toordinal() + offset) for offset in sorted(offsets)]
    picture = year_picture(year, due(*days))
    squares = [(day, month) for month in picture.months for day in month.days]
    assert len(squares) == (366 if calendar.isleap(year) else 365)
    assert all(day.x >= 0 and day.x + picture.side < picture.total_x for day, _ in squares)
    assert all(month.y >= 0 and month.y + picture.tall <= picture.height for _, month in squares)
    assert sum(int(day.number) for day, _ in squares if day.number) == len(days)


def test_the_table_of_a_year_lists_its_days_with_their_documents(read: Read) -> None:
    view = year_page_view(2030, agenda(read.index.portal), read.index, read.urls)
    assert [(day.day.label, day.day.href, day.weekday, day.count) for day in view.days] == [
        ("7月15日", "/p/calendar/2030/07/#d2030-07-15", "星期一", "1项"),
        ("12月31日", "/p/calendar/2030/12/#d2030-12-31", "星期二", "1项"),
    ]
    assert [(plan.label, plan.href) for plan in view.days[0].plans] == [("东样区2030年", "/p/dong/2030/")]
    assert [month.href for month in view.months] == ["/p/calendar/2030/07/", "/p/calendar/2030/12/"]
    assert view.absent == ""


def test_a_year_with_a_plan_and_no_day_is_told(read: Read) -> None:
    view = year_page_view(2028, agenda(read.index.portal), read.index, read.urls)
    assert (view.days, view.months) == ((), ())
    assert view.absent == "已收录的文件没有写明在这一年哪一天完成的任务。"


def test_picture_and_table_of_the_real_years_agree(real_portal: Loaded) -> None:
    entries = agenda(real_portal.portal)
    for year in sorted({entry.end.year for entry in entries}):
        own = [entry for entry in entries if entry.end.year == year]
        picture = year_picture(year, own)
        assert sum(int(day.number or 0) for month in picture.months for day in month.days) == len(own) > 0
