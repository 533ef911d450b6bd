"""Head matter of pages: tags only for what is stated, times of publication, the address for reporting errors."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.derive.entries import LabelledLink
from sitegen.derive.head import Article, Column, Subject, Tag, domain_of, head_of, publication_time, report_address
from sitegen.derive.urls import Urls
from sitegen.model import Facts, Release

FACTS = Facts("样例门户", "只用于测试。")
NOWHERE = Urls("/x/", "", {})
ONLINE = Urls("/x/", "https://Gov.Example.cn:8443", {})
COLUMN = Column("样例市工作要点", "样例市的工作要点。", ("样例市", "政务公开"), "政策文件")
ARTICLE = Article("2030年要点", "", "样例市人民政府办公室", ("2030年",))


def tags(subject: Subject, facts: Facts = FACTS, urls: Urls = NOWHERE) -> dict[str, str]:
    return {tag.name: tag.content for tag in head_of(subject, "a/", "题", (), facts, urls).tags}


def test_what_nobody_stated_has_no_tag() -> None:
    assert head_of(Subject(), "a/", "题", (), FACTS, NOWHERE).tags == (Tag("SiteName", "样例门户"),)
    found = tags(Subject(COLUMN, ARTICLE))
    assert found == {
        "SiteName": "样例门户",
        "ColumnName": "样例市工作要点",
        "ColumnDescription": "样例市的工作要点。",
        "ColumnKeywords": "样例市,政务公开",
        "ColumnType": "政策文件",
        "ArticleTitle": "2030年要点",
        "ContentSource": "样例市人民政府办公室",
        "Keywords": "2030年",
        "keywords": "2030年",
    }


def test_the_domain_is_the_bare_host_and_the_code_what_is_configured() -> None:
    found = tags(Subject(article=ARTICLE), replace(FACTS, site_code="3701000001"), ONLINE)
    assert (found["SiteDomain"], found["SiteIDCode"]) == ("gov.example.cn", "3701000001")
    assert found["Url"] == "https://Gov.Example.cn:8443/x/a/"


def test_a_page_that_is_not_there_has_no_address_of_its_own() -> None:
    head = head_of(Subject(), "404.html", "没有这个页面", (LabelledLink("首页", "/x/"),), FACTS, ONLINE)
    assert (head.canonical, head.linked_data) == ("", None)
    assert head_of(Subject(), "a/", "题", (), FACTS, NOWHERE).canonical == ""


def test_the_time_of_publication_is_the_portals_own_and_as_fine_as_recorded() -> None:
    assert publication_time(FACTS) == ""
    known = replace(
        FACTS,
        published=date(2030, 9, 1),
        published_time="09:30",
        releases=(Release("dong-2030", date(2030, 10, 12), "15:00"), Release("xi-2030", date(2030, 10, 13))),
    )
    assert publication_time(known) == "2030-09-01 09:30"
    assert publication_time(known, "nan-2030") == "2030-09-01 09:30"
    assert publication_time(known, "dong-2030") == "2030-10-12 15:00"
    assert publication_time(known, "xi-2030") == "2030-10-13"
    assert publication_time(replace(known, published=None), "nan-2030") == ""


def test_errors_are_reported_with_the_address_of_the_page() -> None:
    report = "https://jiucuo.example.cn/exposure.html?site_code=3701000001&url=http%3A%2F%2Fold%2F#top"
    assert report_address("", "https://a.gov.cn/") == ""
    assert report_address(report, "") == report
    assert report_address(report, "https://a.gov.cn/x/?q=1&b=2") == (
        "https://jiucuo.example.cn/exposure.html?site_code=3701000001&url=https%3A%2F%2Fa.gov.cn%2Fx%2F%3Fq%3D1%26b%3D2#top"
    )


@given(st.dictionaries(st.text(min_size=1), st.text()), st.text(min_size=1))
def test_whatever_the_page_is_called_the_other_parameters_stay(given_before: dict[str, str], page: str) -> None:
    from urllib.parse import urlencode

    before = {name: value for name, value in given_before.items() if name != "url"}
    address = report_address("https://a.cn/?" + urlencode(before), "https://b.cn/" + page.replace("\ud800", ""))
    query = parse_qs(urlsplit(address).query, keep_blank_values=True)
    assert query.pop("url") == ["https://b.cn/" + page]
    assert query == {name: [value] for name, value in before.items()}


@pytest.mark.parametrize(
    ("origin", "domain"),
    [
        ("https://www.huaiyin.gov.cn", "www.huaiyin.gov.cn"), ("http://a.gov.cn:8080", "a.gov.cn"), ("", ""),
        ("http://127.0.0.1:8000", ""), ("http://localhost", ""), ("http://[2001:db8::1]", ""),
    ],
)  # fmt: skip
def test_a_number_is_no_domain(origin: str, domain: str) -> None:
    assert domain_of(origin) == domain
