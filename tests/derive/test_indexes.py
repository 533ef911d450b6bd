"""Indexes for readers without scripts: documents by year, deadlines by month, and the contents that lead to them."""

from __future__ import annotations

from collections.abc import Callable

from sitegen.derive.agenda import agenda
from sitegen.derive.entries import LabelledLink
from sitegen.derive.index import index_of
from sitegen.derive.indexes import deadlines_by_month, documents_by_year
from sitegen.derive.search_page import search_page_view, units_by_letter
from sitegen.derive.urls import urls_of
from sitegen.load.portal import Loaded
from tests.derive.conftest import Read

BARE = """\
-- content/portal.yaml --
title: 样例门户
description: 只用于测试。
-- content/jurisdictions.yaml --
jurisdictions:
  - {id: dong, name: 东样区, level: district}
"""


def test_documents_stand_under_their_year_newest_first(read: Read) -> None:
    told = [(group.anchor, [(link.label, link.remark) for link in group.links]) for group in documents_by_year(read.index, read.urls)]
    assert told == [
        ("year-2030", [("《2030年东样区政务公开工作要点》", "样例市东样区"), ("《2030年西样区政务公开工作要点》", "样例市西样区")]),
        ("year-2028", [("《2028年东样区任务分解表》", "样例市东样区")]),
    ]


def test_months_with_days_lead_to_their_lists(read: Read) -> None:
    assert [(link.label, link.href, link.remark) for link in deadlines_by_month(agenda(read.index.portal), read.urls)] == [
        ("2030年12月", "/p/calendar/2030/12/", "1项"),
        ("2030年7月", "/p/calendar/2030/07/", "1项"),
    ]


def test_the_contents_name_every_index(read: Read) -> None:
    view = search_page_view(read.index, read.urls)
    anchors = ["#years", "#units", *(f"#{group.anchor}" for group in view.groups)]
    assert [link.href for link in view.contents] == anchors
    assert [group.anchor for group in view.groups] == ["deadlines", "terms", "others"]


def test_units_stand_under_their_letter_without_the_word_for_their_level() -> None:
    names = ("区司法局", "区发展改革局", "市财政局", "区财政局", "12345热线办", "各街道办")
    groups = units_by_letter(LabelledLink(name, f"/{place}/", place) for place, name in enumerate(map(str, names)))
    told = {group.heading: [link.label for link in group.links] for group in groups}
    assert told == {"C": ["市财政局", "区财政局"], "F": ["区发展改革局"], "J": ["各街道办"], "S": ["区司法局"], "其他": ["12345热线办"]}
    assert list(told)[-1] == "其他"
    assert [group.anchor for group in groups] == ["units-c", "units-f", "units-j", "units-s", "units-others"]


def test_the_contents_name_no_index_that_is_empty(load_text: Callable[[str], Loaded]) -> None:
    bare = load_text(BARE).portal
    assert [link.href for link in search_page_view(index_of(bare), urls_of(bare, "/")).contents] == ["#others"]
