"""Calendars that can be subscribed to: exclusive ends, folded lines, stable ids, no made-up days."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from icalendar.parser import Contentline

from sitegen.build import Built
from sitegen.derive.feeds import Event, Feed
from sitegen.render.feeds import folded, render_feed
from tests.conftest import ROOT, settings_for, silent


@pytest.fixture(scope="module")
def feeds(real_site: Built) -> dict[str, bytes]:
    return {file.path: file.content for file in real_site.outputs if file.path.endswith(".ics")}


def events(content: bytes) -> list[tuple[str, date, date]]:
    return [
        (str(event["UID"]), event.decoded("DTSTART"), event.decoded("DTEND"))
        for event in Calendar.from_ical(content).walk("VEVENT")
    ]


def test_the_portal_has_one_event_per_plan_and_day(feeds: dict[str, bytes]) -> None:
    found = sorted(events(feeds["calendar/portal.ics"]))
    assert found == [
        ("huaiyin-2023.2023-06-30@sitegen", date(2023, 6, 30), date(2023, 7, 1)),
        ("huaiyin-2023.2023-07-31@sitegen", date(2023, 7, 31), date(2023, 8, 1)),
        ("huaiyin-2023.2023-12-31@sitegen", date(2023, 12, 31), date(2024, 1, 1)),
        ("zhangqiu-2024.2024-07-15@sitegen", date(2024, 7, 15), date(2024, 7, 16)),
        ("zhangqiu-2024.2024-12-31@sitegen", date(2024, 12, 31), date(2025, 1, 1)),
    ]
    summaries = [str(event["SUMMARY"]) for event in Calendar.from_ical(feeds["calendar/portal.ics"]).walk("VEVENT")]
    assert "章丘区2024年：51项任务时限" in summaries


def test_jurisdictions_have_one_event_per_task(feeds: dict[str, bytes]) -> None:
    assert len(events(feeds["zhangqiu/calendar.ics"])) == 52
    assert len(events(feeds["huaiyin/calendar.ics"])) == 3
    assert not {path for path in feeds if path.startswith(("jinan/", "laoshan/"))}


def test_units_have_their_own_and_undated_work_is_in_none(feeds: dict[str, bytes]) -> None:
    unit = next(content for path, content in feeds.items() if path.startswith("zhangqiu/units/") and b"33." not in content)
    assert events(unit)
    names = {uid for content in feeds.values() for uid, _, _ in events(content)}
    undated = {28, 30, 32, 33, 39, 53, 57}
    assert not {name for name in names for row in undated if name.startswith(f"zhangqiu-2024.task-{row}.")}


def test_lines_are_folded_without_cutting_a_character(feeds: dict[str, bytes]) -> None:
    folded = 0
    for content in feeds.values():
        for line in content.split(b"\r\n"):
            assert len(line) <= 75
            line.decode("utf-8")
            folded += line.startswith(b" ")
    assert folded > 100


def test_names_and_refresh_are_in_both_spellings_and_stamps_come_from_content(feeds: dict[str, bytes]) -> None:
    for content in feeds.values():
        calendar = Calendar.from_ical(content)
        assert str(calendar["NAME"]) == str(calendar["X-WR-CALNAME"]) != ""
        assert calendar.decoded("REFRESH-INTERVAL") == timedelta(days=1)
        assert str(calendar["X-PUBLISHED-TTL"]) == "P1D"
    stamps = {event.decoded("DTSTAMP").date() for event in Calendar.from_ical(feeds["zhangqiu/calendar.ics"]).walk("VEVENT")}
    assert stamps == {date(2024, 6, 27)}


def test_a_known_host_gives_full_addresses_and_webcal_links() -> None:
    from sitegen.build import build_site
    from sitegen.memo import Memo

    built = build_site(settings_for(ROOT, base_url="https://example.org/a/b/"), Memo(), silent)
    files = {file.path: file.content.decode() for file in built.outputs if file.path.endswith((".ics", ".html"))}
    calendar = Calendar.from_ical(files["zhangqiu/calendar.ics"])
    assert str(calendar["SOURCE"]) == "https://example.org/a/b/zhangqiu/calendar.ics"
    urls = {str(event["URL"]) for event in calendar.walk("VEVENT")}
    assert "https://example.org/a/b/zhangqiu/2024/task-2/" in urls
    assert 'href="webcal://example.org/a/b/zhangqiu/calendar.ics"' in files["calendar/index.html"]


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n"), max_size=200)


@given(WORDS, WORDS)
def test_any_words_come_back_from_a_calendar_as_they_were(summary: str, description: str) -> None:
    """An independent reader of the format sees the words, whatever they are; a lone "\\N" is no line break."""
    event = Event("a.1@sitegen", date(2024, 2, 29), date(2024, 2, 29), summary, description, "https://x.example/", date(2024, 1, 1), ("甲,乙", "丙"))
    file = render_feed(Feed("a.ics", summary, description, "", (event,)))
    assert all(len(line) <= 75 for line in file.content.split(b"\r\n"))
    lines = file.content.replace(b"\r\n ", b"").decode().split("\r\n")
    said = {name: value for name, _, value in (line.partition(":") for line in lines)}
    assert plain(said["SUMMARY"]) == summary
    (read,) = Calendar.from_ical(file.content).walk("VEVENT")
    assert (read.decoded("DTSTART"), read.decoded("DTEND")) == (date(2024, 2, 29), date(2024, 3, 1))
    if "\\" not in summary + description:
        assert (str(read["SUMMARY"]), str(read["DESCRIPTION"])) == (summary, description)
    assert [str(word) for word in read["CATEGORIES"].cats] == ["甲,乙", "丙"]


@given(st.text(st.one_of(st.sampled_from("\\^a句🀄"), st.characters(exclude_categories=("Cs",), exclude_characters="\n")), max_size=300))
def test_lines_are_folded_where_icalendar_folds_them(line: str) -> None:
    assert folded(line.encode()) == Contentline(line).to_ical() + b"\r\n"


def plain(value: str) -> str:
    """The words of a TEXT value (RFC 5545, 3.3.11)."""
    return re.sub(r"\\(.)", lambda escape: "\n" if escape[1] in "nN" else escape[1], value)
