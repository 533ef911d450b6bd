"""Update feeds: one entry per plan, or per plan that names the unit; days from the content; ids from permanent ids."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import urljoin

from sitegen.derive.index import index_of
from sitegen.derive.unit_work import unit_works
from sitegen.derive.update_feeds import UpdateFeed, place_updates, portal_updates
from sitegen.derive.urls import Urls, urls_of
from tests.derive.conftest import Read


def feeds(read: Read, urls: Urls | None = None) -> dict[str, UpdateFeed]:
    index, where, works = read.index, urls or read.urls, unit_works(read.index)
    found = [portal_updates(index, where)]
    for place in index.portal.jurisdictions:
        found += place_updates(place, [body for body in index.portal.bodies if body.jurisdiction_id == place.id], index, where, works)
    return {feed.path: feed for feed in found if feed}


def test_the_portal_and_its_places_have_one_entry_per_plan_newest_first(read: Read) -> None:
    made = feeds(read)
    assert [(entry.title, entry.updated) for entry in made["atom.xml"].entries] == [
        ("《2030年东样区政务公开工作要点》", date(2030, 6, 28)),
        ("《2030年西样区政务公开工作要点》", date(2030, 1, 1)),
        ("《2028年东样区任务分解表》", date(2028, 1, 1)),
    ]
    assert made["atom.xml"].updated == date(2030, 6, 28)
    assert [entry.title for entry in made["xi/atom.xml"].entries] == ["《2030年西样区政务公开工作要点》"]
    assert "yangli/atom.xml" not in made


def test_an_entry_says_what_the_document_is_and_invents_no_day_of_publication(read: Read) -> None:
    first, _, last = feeds(read)["atom.xml"].entries
    assert first.summary == "要点正文和任务分解表：3条，3行；东政办发〔2030〕1号；2030年6月27日。"
    assert last.summary == "任务分解表：1条，2行；仅有附件，未见主件。"
    assert (first.published, last.published) == (None, None)
    assert (first.author, last.author) == ("东样区人民政府办公室", "")


def test_a_unit_has_one_entry_per_plan_that_names_it(read: Read) -> None:
    made = feeds(read)
    entries = made["dong/units/caizheng-ju/atom.xml"].entries
    assert [entry.title for entry in entries] == [
        "《2030年东样区政务公开工作要点》点名“区财政局”的任务3项", "《2028年东样区任务分解表》点名“区财政局”的任务1项",
    ]  # fmt: skip
    assert entries[0].summary == "第1行：公开预算。\n第2行：及时更新。\n第3行：解读政策不少于5次。"
    assert "dong/units/minzheng-ju/atom.xml" not in made  # concerned through groups at most, never named
    group = made["dong/units/ge-jiedao/atom.xml"].entries
    assert [entry.title for entry in group] == [
        "《2030年东样区政务公开工作要点》点名“各街道办事处”的任务1项", "《2028年东样区任务分解表》点名“各街道办事处”的任务1项",
    ]  # fmt: skip


def test_ids_are_permanent_and_different(read: Read) -> None:
    here = feeds(read)
    moved = feeds(read, urls_of(read.index.portal, "https://other.gov.cn/"))
    ids = [one.id for feed in here.values() for one in (feed, *feed.entries) if feed.path != "xi/atom.xml" and feed.path != "dong/atom.xml"]
    assert len(ids) == len(set(ids))
    for path, feed in here.items():
        assert [feed.id, *(entry.id for entry in feed.entries)] == [moved[path].id, *(entry.id for entry in moved[path].entries)]
    assert moved["atom.xml"].entries[0].href == "https://other.gov.cn/dong/2030/"


def test_without_a_host_addresses_lead_from_the_feed_to_the_page(read: Read) -> None:
    made = feeds(read)
    for path, feed in made.items():
        here = f"https://anywhere/below/{path}"
        assert feed.address == ""
        assert urljoin(here, feed.href) == f"https://anywhere/below/{path.removesuffix('atom.xml')}"
        plans = {urljoin(here, entry.href).removeprefix("https://anywhere/below/") for entry in feed.entries}
        assert plans <= {"dong/2030/", "dong/2028/", "xi/2030/"}


def test_the_authority_of_ids_is_the_one_configured(read: Read) -> None:
    portal = read.index.portal
    index = index_of(replace(portal, facts=replace(portal.facts, feed_authority="example.gov.cn,2025-03")))
    first = portal_updates(index, read.urls)
    assert first is not None
    assert first.id == "tag:example.gov.cn,2025-03:feed"
    assert first.entries[0].id == "tag:example.gov.cn,2025-03:plan/dong-2030"
