"""The agenda: everything of a small portal; of a large one whole days around the day of its content, and where the rest is."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sitegen.derive.agenda import Entry, agenda
from sitegen.derive.agenda_page import LISTED, agenda_page_view, nearest
from sitegen.model import DeadlineTerm, TermKind
from tests.derive.conftest import Read

DAY = date(2030, 6, 30)


def due(*days: date) -> tuple[Entry, ...]:
    """Entries that end on the given days; the rest of an entry plays no part in what is near."""
    term = DeadlineTerm(TermKind.BY_DATE, "")
    return tuple(Entry(None, None, term, day, day, False, 1) for day in days)  # type: ignore[arg-type]


@given(st.lists(st.tuples(st.integers(-400, 400), st.integers(1, 90)), max_size=12))
def test_near_is_whole_days_without_a_gap_around_the_day_of_the_content(found: list[tuple[int, int]]) -> None:
    entries = due(*sorted(DAY + timedelta(offset) for offset, count in found for _ in range(count)))
    near = nearest(entries, DAY)
    counts, chosen = Counter(entry.end for entry in entries), Counter(entry.end for entry in near)
    assert all(chosen[day] == counts[day] for day in chosen)
    if len(entries) <= LISTED:
        assert near == entries
        return
    assert len(chosen) == 1 or len(near) <= LISTED
    between = [day for day in counts if min(chosen) <= day <= max(chosen)]
    assert sorted(chosen) == sorted(between)
    to_come = [day for day in counts if day >= DAY]
    assert not to_come or min(to_come) in chosen


def test_what_is_to_come_goes_before_what_has_passed() -> None:
    days = [date(2030, 6, 1)] * 150 + [date(2030, 7, 1)] * 120 + [date(2030, 8, 1)] * 70
    assert Counter(entry.end.month for entry in nearest(due(*days), DAY)) == {7: 120, 8: 70}


def test_a_large_agenda_says_what_it_lists_and_where_the_rest_is(read: Read) -> None:
    portal = read.index.portal
    first, *_ = agenda(portal)
    years = [date(year, 12, 31) for year in range(2027, 2031) for _ in range(90)]
    entries = tuple(replace(first, start=day, end=day) for day in years)
    view = agenda_page_view(entries, read.index, read.urls, date(2029, 1, 1))
    assert [day.day for day in view.days] == ["2029-12-31", "2030-12-31"]
    assert view.remark == (
        "写明日期的任务共360项。这里列出离2029年1月1日最近的180项（2029年12月31日至2030年12月31日），其余的在各年、各月的页面里。"
    )
    assert [year.label for year in view.years] == ["2027年", "2028年", "2029年", "2030年"]
    assert agenda_page_view(entries[-90:], read.index, read.urls, date(2029, 1, 1)).remark == ""
