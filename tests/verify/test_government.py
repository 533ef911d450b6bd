"""The inspection of finished pages: each gap is found, twice where it can occur twice, and a sound site has none."""

from __future__ import annotations

from collections.abc import Callable
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
SEARCH = page("search/index.html", SITE)


def found(*outputs: Output) -> list[tuple[str, str]]:
    """Codes and files of what the pages themselves show."""
    problems = inspect_site((HOME, SEARCH, *outputs), PORTAL, BASE, date(2030, 1, 1), ())
    said = {"gov-unseen", "gov-freshness"}
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


def test_wrong_words_are_counted_and_every_blind_spot_named() -> None:
    words = [Problem("text-wrong-word", "甲", HOME_PLACE, Severity.WARNING), Problem("text-wrong-word", "乙", HOME_PLACE, Severity.WARNING)]
    problems = inspect_site((HOME, SEARCH), PORTAL, BASE, date(2030, 1, 1), words)
    assert [one.message for one in problems if one.code == "gov-wording"] == ["易错词检查发现2处，见 text-wrong-word 各条"]
    assert sum(one.code == "gov-unseen" for one in problems) == len(UNSEEN)


HOME_PLACE = inspect_site((), PORTAL, BASE, date(2030, 1, 1), ())[0].at


@pytest.mark.parametrize(("day", "words"), [("2030-07-01", "有4天"), ("2031-01-15", "有202天，超过6个月")])
def test_freshness_counts_from_the_newest_date_that_the_content_states(
    build_text: Callable[..., Built], day: str, words: str
) -> None:
    dated = SAMPLE.replace("title: 2030年东样区任务分解表\n", "title: 2030年东样区任务分解表\ndocument:\n  signed: {text: 2030年6月27日, day: 2030-06-27}\n", 1)
    built = build_text(dated)
    problems = inspect_site(built.outputs, built.portal, "/", date.fromisoformat(day), ())
    (fresh,) = [one.message for one in problems if one.code == "gov-freshness"]
    assert fresh.startswith("栏目“样例市东样区政务公开工作要点”：最新内容2030年6月27日")
    assert words in fresh
