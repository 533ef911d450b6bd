"""Linked data says what the documents say: kinds of bodies, dates, numbers, and addresses only where the host is known."""

from __future__ import annotations

from typing import Any

import pytest

from sitegen.derive.index import Index, index_of
from sitegen.derive.subjects import body_subject, home_subject, passage_subject, plan_subject
from sitegen.derive.urls import Urls, urls_of
from sitegen.load.portal import Loaded


@pytest.fixture(scope="module")
def index(real_portal: Loaded) -> Index:
    return index_of(real_portal.portal)


@pytest.fixture(scope="module")
def online(real_portal: Loaded) -> Urls:
    return urls_of(real_portal.portal, "https://example.gov.cn/x/")


@pytest.fixture(scope="module")
def offline(real_portal: Loaded) -> Urls:
    return urls_of(real_portal.portal, "/x/")


def unit(body_id: str, index: Index, urls: Urls) -> dict[str, Any]:
    (thing,) = body_subject(index.units[body_id], "题", "述", (), index, urls).things
    return thing


def addresses(value: Any) -> list[str]:
    """Every value of a property that holds an address."""
    if isinstance(value, list | tuple):
        return [found for one in value for found in addresses(one)]
    if not isinstance(value, dict):
        return []
    own = [value[name] for name in ("@id", "url", "item", "contentUrl", "urlTemplate") if name in value]
    return own + [found for one in value.values() for found in addresses(one)]


def test_only_bodies_of_the_government_are_called_so(index: Index, online: Urls) -> None:
    assert unit("huaiyin/caizheng-ju", index, online)["@type"] == "GovernmentOrganization"
    kinds = {(index.units[one].name, unit(one, index, online)["@type"]) for one in index.units}
    assert {("区税务局", "GovernmentOrganization"), ("产发集团", "Organization"), ("供电公司", "Organization"),
            ("区政务公开领导小组", "Organization"), ("区公共资源交易中心", "Organization")} <= kinds  # fmt: skip
    group = next(iter(index.groups.values()))
    assert body_subject(group, "题", "述", (), index, online).things == ()


def test_a_unit_has_its_names_and_its_place(index: Index, online: Urls) -> None:
    thing = unit("jinan/zhengfu-bangongting", index, online)
    assert thing["name"] == "市政府办公厅"
    assert thing["alternateName"] == ["济南市人民政府办公厅"]
    assert thing["areaServed"]["name"] == "山东省济南市"
    assert thing["areaServed"]["containedInPlace"]["name"] == "山东省"
    assert thing["mainEntityOfPage"] == "https://example.gov.cn/x/jinan/units/zhengfu-bangongting/"
    assert thing["@id"] == thing["mainEntityOfPage"] + "#unit"
    assert "url" not in thing


def test_a_plan_is_a_work_with_the_dates_it_states(index: Index, online: Urls) -> None:
    work, data = plan_subject(index.plans["zhangqiu-2024"], index, online).things
    assert work["@type"] == "CreativeWork"
    assert (work["identifier"], work["dateCreated"]) == ("章政办发〔2024〕1号", "2024-06-27")
    assert "datePublished" not in work
    assert work["creator"]["name"] == "济南市章丘区人民政府办公室"
    assert data["@type"] == "Dataset"
    assert data["distribution"] == [{
        "@type": "DataDownload", "encodingFormat": "application/json",
        "contentUrl": "https://example.gov.cn/x/data/plans/zhangqiu-2024.json",
    }]  # fmt: skip
    bare, _ = plan_subject(index.plans["huaiyin-2023"], index, online).things
    assert not {"identifier", "dateCreated", "datePublished", "creator"} & bare.keys()


def test_items_and_rows_are_parts_of_their_plan(index: Index, online: Urls) -> None:
    plan = index.plans["zhangqiu-2024"]
    (row,) = passage_subject(index.tasks["zhangqiu-2024/task-33"], "题", plan, index, online).things
    assert (row["name"], row["isPartOf"]["identifier"]) == ("第33行", "章政办发〔2024〕1号")
    assert row["isPartOf"]["@id"] == "https://example.gov.cn/x/zhangqiu/2024/"


def test_the_search_is_offered_where_its_full_address_is_known(index: Index, online: Urls, offline: Urls) -> None:
    site = home_subject(index, online).things[0]
    assert site["potentialAction"]["target"]["urlTemplate"] == "https://example.gov.cn/x/search/?q={search_term_string}"
    assert "potentialAction" not in home_subject(index, offline).things[0]


def test_without_a_host_no_address_is_said(index: Index, online: Urls, offline: Urls) -> None:
    def every(urls: Urls) -> list[Any]:
        plan = index.plans["laoshan-2025"]
        subjects = (
            home_subject(index, urls),
            plan_subject(plan, index, urls),
            passage_subject(index.passages["laoshan-2025/item-4"], "题", plan, index, urls),
            body_subject(index.units["huaiyin/caizheng-ju"], "题", "述", (), index, urls),
        )
        return [subject.things for subject in subjects]

    assert addresses(every(offline)) == []
    full = addresses(every(online))
    assert len(full) >= 10
    assert all(address.startswith("https://example.gov.cn/x/") for address in full)


def test_nothing_is_called_legislation_or_done(index: Index, online: Urls) -> None:
    said = repr([plan_subject(plan, index, online).things for plan in index.plans.values()])
    assert "Legislation" not in said
    assert "CreativeWork" in said
