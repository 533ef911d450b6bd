"""The inspection of finished pages: each gap is found, twice where it can occur twice, and a sound site has none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from sitegen.build import Built
from sitegen.model import Facts, Portal
from sitegen.problems import Problem, Severity
from sitegen.render.output import Output
from sitegen.verify.government import UNSEEN, inspect_site
from tests.flow.sample import SAMPLE

FACTS = Facts("样例门户", "只用于测试。", publisher="样例市人民政府办公室", site_code="3701000001")
PORTAL = Portal(FACTS, (), (), (), ())
FORM = '<form role="search"></form>'
FOOTER = "<footer>样例市人民政府办公室 3701000001 网站地图</footer>"
SITE = {"SiteName": "样例门户", "SiteDomain": "a.gov.cn", "SiteIDCode": "3701000001"}
COLUMN = {"ColumnName": "术语", "ColumnDescription": "述", "ColumnKeywords": "词", "ColumnType": "政策文件"}
CONTENT = {"ArticleTitle": "题", "PubDate": "2030-09-01 09:30", "ContentSource": "源"}
LINKS = '<main><a href="/a/">甲</a></main>'
BASE = "https://a.gov.cn/"


def page(path: str, tags: dict[str, str], body: str = LINKS + FORM + FOOTER) -> Output:
    head = "".join(f'<meta name="{name}" content="{value}">' for name, value in tags.items())
    return Output(path, f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode())


HOME = page("index.html", {**SITE, **COLUMN, "ColumnType": "首页"})
INDEX = Output("search/x/manifest.js", b"")
SEARCH = page("search/index.html", SITE, '<main data-manifest="x/manifest.js">搜索</main>' + FORM + FOOTER)


def found(*outputs: Output) -> list[tuple[str, str]]:
    """Codes and files of what the pages themselves show."""
    problems = inspect_site((HOME, SEARCH, INDEX, *outputs), PORTAL, BASE, date(2030, 1, 1), ())
    said = {"gov-unseen", "gov-seen", "gov-freshness"}
    return [(one.code, one.at.file) for one in problems if one.code not in said and one.at.file.endswith(".html")]


def test_a_sound_site_has_no_gaps() -> None:
    assert found(page("a/index.html", {**SITE, **COLUMN, **CONTENT}), page("sitemap/index.html", SITE)) == []


def test_tags_that_a_kind_of_page_needs() -> None:
    without_site = page("a/index.html", {**COLUMN, "SiteName": "样例门户"})
    without_column = page("b/index.html", {**SITE, **CONTENT, "ColumnName": "术语"})
    without_content = page("c/index.html", {**SITE, **COLUMN, "PubDate": "2030-09-01 09:30"})
    assert found(without_site, without_column, without_content) == [
        ("gov-tag-missing", "a/index.html"), ("gov-tag-missing", "a/index.html"),
        ("gov-tag-missing", "b/index.html"), ("gov-tag-missing", "b/index.html"), ("gov-tag-missing", "b/index.html"),
        ("gov-tag-missing", "c/index.html"), ("gov-tag-missing", "c/index.html"),
    ]  # fmt: skip


def test_a_tag_missing_on_many_pages_is_said_once_with_their_number() -> None:
    outputs = tuple(page(f"p{number}/index.html", {**COLUMN, **SITE, "SiteIDCode": ""}) for number in range(9))
    problems = inspect_site((HOME, SEARCH, *outputs), PORTAL, BASE, date(2030, 1, 1), ())
    assert [one.message for one in problems if one.code == "gov-tag-missing"] == ["9个页面没有必选标签 SiteIDCode"]


def test_footers_that_leave_something_out() -> None:
    body = LINKS + FORM + "<footer>样例市人民政府办公室</footer>"
    assert found(page("a/index.html", {**SITE, **COLUMN}, body)) == [
        ("gov-footer-missing", "a/index.html"), ("gov-footer-missing", "a/index.html"),
    ]  # fmt: skip


def test_columns_with_nothing_in_them() -> None:
    blank = page("a/index.html", {**SITE, **COLUMN}, "<main>正在建设</main>" + FORM + FOOTER)
    explained = page("b/index.html", {**SITE, **COLUMN}, f"<main>{'没有收录，原因如下。' * 12}</main>" + FORM + FOOTER)
    absent = page("c/index.html", {**SITE, **COLUMN}, FORM + FOOTER)
    assert found(blank, explained, absent) == [("gov-column-blank", "a/index.html"), ("gov-column-blank", "c/index.html")]


def test_pages_without_search_and_numeric_hosts() -> None:
    body = '<main><a href="http://10.1.2.3/x">甲</a><a href="https://[2001:db8::1]/">乙</a><a href="https://a.cn/1.2.3.4">丙</a></main>'
    assert found(page("a/index.html", {**SITE, **COLUMN}, body + FOOTER)) == [
        ("gov-search-missing", "a/index.html"),
        ("gov-address-numeric", "a/index.html"), ("gov-address-numeric", "a/index.html"),
    ]  # fmt: skip


def test_the_home_page_is_called_so() -> None:
    outputs = (page("index.html", {**SITE, **COLUMN}),)
    problems = inspect_site(outputs, PORTAL, BASE, date(2030, 1, 1), ())
    assert {"gov-home-type", "gov-search-page-missing"} <= {one.code for one in problems}


def test_a_search_without_its_index_and_a_portal_without_its_badge() -> None:
    lost = page("search/index.html", SITE, '<main data-manifest="y/manifest.js">搜索</main>' + FORM + FOOTER)
    portal = replace(PORTAL, facts=replace(FACTS, official_badge="images/badge.svg"))
    problems = inspect_site((HOME, lost, INDEX), portal, BASE, date(2030, 1, 1), ())
    messages = [one.message for one in problems if one.code in ("gov-search-missing", "gov-footer-missing")]
    assert messages == ["2个页面的页脚没有“党政机关网站标识”", "搜索页没有可用的索引“y/manifest.js”"]


def test_what_was_looked_at_is_said_also_where_nothing_is_wrong() -> None:
    links = '<main><a href="/">甲</a><a href="/b/">乙</a><a href="https://www.gov.cn/">国</a></main>' + FORM + FOOTER
    problems = inspect_site((HOME, SEARCH, INDEX, page("a/index.html", {**SITE, **COLUMN}, links)), PORTAL, BASE, date(2030, 1, 1), ())
    seen = [one.message.partition("：") for one in problems if one.code == "gov-seen"]
    assert {what: words for what, _, words in seen if what in ("看了链接", "看了空白栏目", "看了页脚")} == {
        "看了链接": "3个页面，站内链接3处，没有死链；通向别的网站的1处，离线看不到",
        "看了页脚": "3个页面，写明的2项和网站地图",
        "看了空白栏目": "1个栏目页",
    }
    assert "易错词检查发现0处" in {one.message for one in problems}


def test_wrong_words_are_counted_and_every_blind_spot_named() -> None:
    words = [Problem("text-wrong-word", "甲", HOME_PLACE, Severity.WARNING), Problem("text-wrong-word", "乙", HOME_PLACE, Severity.WARNING)]
    problems = inspect_site((HOME, SEARCH), PORTAL, BASE, date(2030, 1, 1), words)
    assert [one.message for one in problems if one.code == "gov-wording"] == ["易错词检查发现2处，见 text-wrong-word 各条"]
    assert sum(one.code == "gov-unseen" for one in problems) == len(UNSEEN)


HOME_PLACE = inspect_site((), PORTAL, BASE, date(2030, 1, 1), ())[0].at


@pytest.mark.parametrize(
    ("day", "words", "home"), [("2030-07-01", "有4天", "有4天"), ("2031-01-15", "有202天，超过6个月", "有202天，超过2周；首页2周没有更新")]
)
def test_freshness_counts_from_the_newest_date_that_the_content_states(
    build_text: Callable[..., Built], day: str, words: str, home: str
) -> None:
    dated = SAMPLE.replace("title: 2030年东样区任务分解表\n", "title: 2030年东样区任务分解表\ndocument:\n  signed: {text: 2030年6月27日, day: 2030-06-27}\n", 1)
    built = build_text(dated)
    problems = inspect_site(built.outputs, built.portal, "/", date.fromisoformat(day), ())
    fresh = {one.message.split("”")[0]: one for one in problems if one.code == "gov-freshness"}
    assert fresh.keys() == {"栏目“首页", "栏目“时限日历", "栏目“对照", "栏目“数据质量", "栏目“样例市东样区政务公开工作要点"}
    place = fresh["栏目“样例市东样区政务公开工作要点"]
    assert "：最新内容2030年6月27日，" in place.message
    assert words in place.message
    assert (place.severity is Severity.WARNING) == ("超过" in words)
    assert home in fresh["栏目“首页"].message


def test_the_day_on_which_the_portal_published_counts_before_the_days_of_documents(build_text: Callable[..., Built]) -> None:
    stated = SAMPLE.replace("-- content/portal.yaml --\n", "-- content/portal.yaml --\npublished: 2031-01-10\n", 1)
    built = build_text(stated)
    problems = inspect_site(built.outputs, built.portal, "/", date(2031, 1, 15), ())
    messages = [one.message for one in problems if one.code == "gov-freshness"]
    assert len(messages) == 5
    assert all("最近在本站发布2031年1月10日，到2031年1月15日有5天" in message for message in messages)
