"""Every page of the real site says about itself what its kind demands, and nothing that nobody stated."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser

from sitegen.build import Built, build_site
from sitegen.memo import Memo
from sitegen.settings import Purpose
from tests.conftest import ROOT, settings_for, silent
from tests.flow.sample import SAMPLE

HOST = "https://example.gov.cn/x/"
SITE = ("SiteName", "SiteDomain", "SiteIDCode")
COLUMN = ("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType")
CONTENT = ("ArticleTitle", "PubDate", "ContentSource")
TYPES = {"首页", "政策文件", "信息公开指南"}
SERVICE = ("404.html", "search/", "sitemap/")
PREPARED = "search/p/"
PLACES = "cn|shandong|jinan|lixia|shizhong|huaiyin|tianqiao|zhangqiu|jiyang|laiwu|gangcheng|pingyin|qingdao|laoshan"
DOCUMENT = re.compile(rf"({PLACES})/\d{{4}}/((?!follow-?up/)[a-z0-9-]+/)?index\.html")
COLUMNS = re.compile(rf"(({PLACES})/(units/[a-z0-9-]+/|\d{{4}}/follow-?up/)?|calendar/(\d{{4}}/)?(\d\d/)?|compare/([a-z0-9-]+/)?|glossary/|quality/)index\.html")
FACTS = """\
title: 政务公开工作要点查阅
description: 收录地方政府公开发布的政务公开工作要点和任务分解表。
publisher: 样例市人民政府办公室
undertaker: 样例市大数据中心
contact: 政务公开办
address: 样例路1号
site_code: "3701000001"
icp: 鲁ICP备00000000号
icp_url: https://beian.miit.gov.cn/
police_record: 鲁公网安备 00000000000000号
police_record_url: https://beian.mps.gov.cn/
police_badge: images/police.svg
official_badge: images/official.svg
official_badge_url: https://bszs.conac.cn/
error_report_url: https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=3701000001
published: 2025-09-01
published_time: "09:30"
releases:
  - {plan: laoshan-2025, published: 2025-10-12, time: "15:00"}
feed_authority: example.gov.cn,2025
"""


@dataclass(frozen=True)
class Page:
    """One built page: its path, its kind by path, its tree, its named tags in order."""

    path: str
    kind: str
    tree: LexborHTMLParser
    tags: tuple[tuple[str, str], ...]

    def tag(self, name: str) -> str | None:
        found = [value for own, value in self.tags if own == name]
        assert len(found) <= 1, (self.path, name)
        return found[0] if found else None


def kind_of(path: str) -> str:
    if path == "index.html":
        return "home"
    if path.startswith(SERVICE):
        return "service"
    return "document" if DOCUMENT.fullmatch(path) else "column" if COLUMNS.fullmatch(path) else "prose"


def pages_of(built: Built) -> tuple[Page, ...]:
    return tuple(_page(file.path, file.content) for file in built.outputs if file.path.endswith(".html"))


def _page(path: str, content: bytes) -> Page:
    tree = LexborHTMLParser(content)
    tags = [(str(node.attributes["name"]), node.attributes.get("content") or "") for node in tree.css("head meta[name]")]
    return Page(path, kind_of(path), tree, tuple(tags))


@pytest.fixture(scope="module")
def preview(real_site: Built) -> tuple[Page, ...]:
    return pages_of(real_site)


@pytest.fixture(scope="module")
def stated(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The real content on a host, with everything that a portal can state of itself."""
    folder = tmp_path_factory.mktemp("stated")
    shutil.copytree(ROOT / "content", folder / "content")
    (folder / "content/portal.yaml").write_text(FACTS, "utf-8")
    for name in ("police", "official"):
        image = folder / f"static/images/{name}.svg"
        image.parent.mkdir(parents=True, exist_ok=True)
        image.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>', "utf-8")
    static = (folder / "static", ROOT / "static")
    return build_site(settings_for(folder, base_url=HOST, static=static, purpose=Purpose.RELEASE), Memo(), silent)


@pytest.fixture(scope="module")
def released(stated: Built) -> tuple[Page, ...]:
    return pages_of(stated)


def test_there_are_pages_of_every_kind(preview: tuple[Page, ...]) -> None:
    counts = {kind: sum(page.kind == kind for page in preview) for kind in ("home", "service", "document", "column", "prose")}
    assert counts["home"] == 1
    assert counts["service"] == 3 + sum(page.path.startswith(PREPARED) for page in preview)
    assert counts["prose"] == len(list((ROOT / "content/pages").glob("*.md")))
    assert counts["document"] > 150
    assert counts["column"] > 80


def test_a_preview_says_only_what_is_stated(preview: tuple[Page, ...]) -> None:
    for page in preview:
        names = {name for name, _ in page.tags}
        assert page.tag("SiteName") == "政务公开工作要点查阅"
        assert not {"SiteDomain", "SiteIDCode", "PubDate", "Url"} & names, page.path
        assert page.tree.css_first("link[rel=canonical],link[rel=search]") is None


def test_every_kind_of_page_has_its_tags(released: tuple[Page, ...]) -> None:
    wanted = {
        "home": (*SITE, *COLUMN), "service": SITE, "column": (*SITE, *COLUMN),
        "document": (*SITE, *COLUMN, *CONTENT), "prose": (*SITE, *COLUMN, *CONTENT),
    }  # fmt: skip
    for page in released:
        government = {name for name, _ in page.tags if name in (*SITE, *COLUMN, *CONTENT)}
        assert government == set(wanted[page.kind]), page.path
        assert all(value.strip() for _, value in page.tags), page.path


def test_the_values_are_those_of_the_standard(released: tuple[Page, ...]) -> None:
    for page in released:
        assert (page.tag("SiteDomain"), page.tag("SiteIDCode")) == ("example.gov.cn", "3701000001")
        assert page.tag("ColumnType") in TYPES | ({None} if page.kind == "service" else set())
        assert (page.tag("ColumnType") == "首页") == (page.kind == "home")
        if page.kind in ("document", "prose"):
            heading = page.tree.css_first("title")
            assert heading is not None
            assert page.tag("ArticleTitle") == heading.text().removesuffix(" · 政务公开工作要点查阅")
            published = "2025-10-12 15:00" if page.path.startswith("laoshan/") else "2025-09-01 09:30"
            assert page.tag("PubDate") == published
            assert page.tag("Keywords") == page.tag("keywords")


def test_the_source_of_a_document_is_who_issued_it(released: tuple[Page, ...], preview: tuple[Page, ...]) -> None:
    sources = {page.path: page.tag("ContentSource") for page in released}
    assert sources["zhangqiu/2024/index.html"] == sources["zhangqiu/2024/task-33/index.html"] == "济南市章丘区人民政府办公室"
    assert sources["huaiyin/2023/index.html"] == sources["about/index.html"] == "样例市人民政府办公室"
    unstated = {page.path: page.tag("ContentSource") for page in preview}
    assert unstated["huaiyin/2023/index.html"] is None
    assert unstated["about/index.html"] == "政务公开工作要点查阅"


def test_a_page_and_what_lies_under_it_share_the_column(released: tuple[Page, ...]) -> None:
    columns = {page.path: page.tag("ColumnName") for page in released}
    for page in released:
        if page.kind == "document":
            assert columns[page.path] == columns[page.path.split("/")[0] + "/index.html"] != ""
    names = [columns[page.path] for page in released if page.kind == "column"]
    assert len(names) == len(set(names))


def test_every_page_knows_its_one_address(released: tuple[Page, ...]) -> None:
    seen = set()
    for page in released:
        link = page.tree.css_first("link[rel=canonical]")
        if page.path == "404.html":
            assert link is None
            continue
        assert link is not None
        address = link.attributes["href"]
        assert address == HOST + page.path.removesuffix("index.html")
        seen.add(address)
    assert len(seen) == len(released) - 1


def test_the_footer_of_every_page_lists_what_the_standard_lists(released: tuple[Page, ...], preview: tuple[Page, ...]) -> None:
    for page in released:
        footer = page.tree.css_first("footer")
        assert footer is not None
        words = footer.text()
        for fact in ("样例市人民政府办公室", "样例市大数据中心", "政务公开办", "样例路1号", "3701000001",
                     "鲁ICP备00000000号", "鲁公网安备 00000000000000号", "网站地图"):  # fmt: skip
            assert fact in words, (page.path, fact)
        links = {node.text(strip=True): node.attributes["href"] for node in footer.css("a")}
        assert links["鲁ICP备00000000号"] == "https://beian.miit.gov.cn/"
        badges = [(node.attributes["alt"], node.parent.attributes.get("href")) for node in footer.css("img") if node.parent]
        assert badges == [("", "https://beian.mps.gov.cn/"), ("党政机关网站标识", "https://bszs.conac.cn/")]
        report = parse_qs(urlsplit(links["我为政府网站找错"]).query)
        own = [] if page.path == "404.html" else [HOST + page.path.removesuffix("index.html")]
        assert (report["site_code"], report.get("url", [])) == (["3701000001"], own)
    for page in preview:
        footer = page.tree.css_first("footer")
        assert footer is not None
        assert footer.css_first("img") is None
        assert "网站地图" in footer.text()
        assert not [words for words in ("主办单位", "网站标识码", "备案", "找错", "标识") if words in footer.text()], page.path


def graphs(pages: tuple[Page, ...]) -> Iterator[tuple[Page, list[dict[str, Any]]]]:
    for page in pages:
        blocks = page.tree.css("script[type='application/ld+json']")
        assert len(blocks) <= 1
        yield page, json.loads(blocks[0].text())["@graph"] if blocks else []


def test_linked_data_has_the_way_to_every_page(released: tuple[Page, ...]) -> None:
    for page, things in graphs(released):
        trails = [thing for thing in things if thing["@type"] == "BreadcrumbList"]
        if page.path in ("index.html", "404.html"):
            assert trails == []
            continue
        (trail,) = trails
        steps = trail["itemListElement"]
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
        shown = [HOST.removesuffix("/x/") + str(node.attributes["href"]) for node in page.tree.css(".crumbs a")]
        assert [step["item"] for step in steps[:-1]] == shown
        assert steps[-1].keys() == {"@type", "position", "name"}


def test_linked_data_is_of_the_kind_of_the_page(released: tuple[Page, ...]) -> None:
    kinds = {page.path: [thing["@type"] for thing in things] for page, things in graphs(released)}
    assert kinds["index.html"] == ["WebSite", "Dataset"]
    assert kinds["zhangqiu/2024/index.html"] == ["CreativeWork", "Dataset", "BreadcrumbList"]
    assert kinds["zhangqiu/2024/task-33/index.html"] == ["CreativeWork", "BreadcrumbList"]
    assert kinds["huaiyin/units/caizheng-ju/index.html"] == ["GovernmentOrganization", "BreadcrumbList"]
    assert kinds["zhangqiu/units/gejiedao-zhen/index.html"] == ["BreadcrumbList"]


# Properties by type as schema.org defines them, and the types that a property may lead to.
VOCABULARY = {
    "Thing": {"@id", "@type", "url", "name", "alternateName", "description", "identifier", "mainEntityOfPage", "potentialAction"},
    "WebSite": {"inLanguage", "publisher"},
    "SearchAction": {"target", "query-input"},
    "EntryPoint": {"urlTemplate"},
    "CreativeWork": {"inLanguage", "dateCreated", "datePublished", "creator", "spatialCoverage", "temporalCoverage", "isPartOf"},
    "Dataset": {"inLanguage", "license", "publisher", "spatialCoverage", "temporalCoverage", "distribution"},
    "DataDownload": {"encodingFormat", "contentUrl"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "item"},
    "Organization": {"areaServed", "parentOrganization"},
    "GovernmentOrganization": {"areaServed", "parentOrganization"},
    "AdministrativeArea": {"containedInPlace"},
}
LEADS_TO = {
    "publisher": {"Organization"}, "creator": {"Organization"}, "parentOrganization": {"Organization", "GovernmentOrganization"},
    "areaServed": {"AdministrativeArea"}, "spatialCoverage": {"AdministrativeArea"}, "containedInPlace": {"AdministrativeArea"},
    "isPartOf": {"CreativeWork"}, "distribution": {"DataDownload"}, "itemListElement": {"ListItem"}, "target": {"EntryPoint"},
    "potentialAction": {"SearchAction"}, "license": {"CreativeWork"},
}  # fmt: skip


def things_in(value: Any, by: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every thing with the property that leads to it."""
    if isinstance(value, list):
        for one in value:
            yield from things_in(one, by)
    elif isinstance(value, dict):
        yield by, value
        for name, inner in value.items():
            yield from things_in(inner, name)


def test_linked_data_keeps_to_the_vocabulary(released: tuple[Page, ...], preview: tuple[Page, ...]) -> None:
    kinds = set()
    for page, things in (*graphs(released), *graphs(preview)):
        for by, thing in things_in(things):
            kind = thing["@type"]
            kinds.add(kind)
            assert thing.keys() <= VOCABULARY["Thing"] | VOCABULARY[kind], page.path
            assert not by or kind in LEADS_TO[by], (page.path, by)
            for name in {"@id", "url", "item", "contentUrl", "mainEntityOfPage", "urlTemplate"} & thing.keys():
                assert thing[name].startswith(HOST), (page.path, name)
            for name in {"dateCreated", "datePublished"} & thing.keys():
                assert re.fullmatch(r"\d{4}-\d\d-\d\d", thing[name])
    assert kinds == VOCABULARY.keys() - {"Thing"}


def test_a_unit_is_never_said_to_have_our_page_as_its_own(released: tuple[Page, ...]) -> None:
    units = [
        (page, thing) for page, things in graphs(released) for thing in things
        if thing["@type"] in ("GovernmentOrganization", "Organization")
    ]  # fmt: skip
    assert len(units) > 30
    for page, thing in units:
        address = HOST + page.path.removesuffix("index.html")
        assert "url" not in thing
        assert (thing["@id"], thing["mainEntityOfPage"]) == (f"{address}#unit", address)


def test_the_sitemap_is_the_site(stated: Built, real_site: Built, released: tuple[Page, ...]) -> None:
    files = {file.path: file.content for file in stated.outputs}
    name = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    entries = {
        str(entry.findtext(f"{name}loc")).removeprefix(HOST): entry.findtext(f"{name}lastmod")
        for entry in ElementTree.fromstring(files["sitemap.xml"]).findall(f"{name}url")
    }
    assert {path + "index.html" for path in entries} == {
        page.path for page in released if page.path != "404.html" and not page.path.startswith(PREPARED)
    }
    assert entries["zhangqiu/2024/task-33/"] == entries["zhangqiu/"] == "2024-06-27"
    assert entries["huaiyin/2023/"] is None
    assert entries["about/"] == "2025-09-01"
    assert entries[""] == entries["huaiyin/"] == "2025-06-30"
    assert b"Sitemap: https://example.gov.cn/x/sitemap.xml" in files["robots.txt"]
    local = {file.path for file in real_site.outputs}
    assert {"robots.txt", "_headers", "atom.xml"} <= local
    assert not {"sitemap.xml", "opensearch.xml"} & local


def test_the_search_can_be_added_to_a_browser(stated: Built, released: tuple[Page, ...]) -> None:
    for page in released:
        link = page.tree.css_first("link[rel=search]")
        assert link is not None
        assert link.attributes["href"] == "/x/opensearch.xml"
    assert "opensearch.xml" in {file.path for file in stated.outputs}
    assert all(page.tree.css_first("form[role=search]") is not None for page in released)


def test_feeds_are_announced_and_their_ids_outlive_a_move(stated: Built, real_site: Built, released: tuple[Page, ...]) -> None:
    announced = {
        str(link.attributes["href"]).removeprefix("/x/"): page.path
        for page in released for link in page.tree.css("link[type='application/atom+xml']")
    }  # fmt: skip
    feeds = {file.path: file.content for file in stated.outputs if file.path.endswith("atom.xml")}
    assert announced.keys() == feeds.keys()
    assert announced["huaiyin/units/caizheng-ju/atom.xml"] == "huaiyin/units/caizheng-ju/index.html"
    assert {"atom.xml", "zhangqiu/atom.xml"} <= feeds.keys()
    assert "lixia/atom.xml" not in feeds
    moved = {file.path: file.content for file in real_site.outputs if file.path.endswith("atom.xml")}
    for path, content in feeds.items():
        own, other = (re.findall(r"<id>tag:[^:]+:(.*)</id>", text.decode()) for text in (content, moved[path]))
        assert own == other
        assert len(own) == len(set(own)) >= 2
        assert b"<id>tag:example.gov.cn,2025:" in content


def test_the_same_portal_on_two_hosts_has_the_same_ids(build_text: Callable[..., Built]) -> None:
    hosts = ("https://old.example.gov.cn/", "https://new.example.gov.cn/gk/")
    ids, links = zip(*(_ids_and_links(build_text(SAMPLE, base_url=host)) for host in hosts), strict=True)
    assert ids[0] == ids[1]
    assert set(ids[0]) == {"atom.xml", "dong/atom.xml", *(f"dong/units/{name}/atom.xml" for name in ("caizheng-ju", "minzheng-ju", "ge-jiedao"))}
    assert all(len(found) == 2 for found in ids[0].values())
    assert links[0] != links[1]


def _ids_and_links(built: Built) -> tuple[dict[str, list[str]], list[str]]:
    texts = {file.path: file.content.decode() for file in built.outputs if file.path.endswith("atom.xml")}
    found = {path: re.findall(r"<id>(.*)</id>", text) for path, text in texts.items()}
    return found, [link for text in texts.values() for link in re.findall(r'href="(.*?)"', text)]


def test_feeds_hold_the_plans_newest_first_with_the_days_of_the_content(stated: Built) -> None:
    files = {file.path: file.content for file in stated.outputs}
    name = "{http://www.w3.org/2005/Atom}"

    def entries(path: str) -> list[tuple[str, str]]:
        root = ElementTree.fromstring(files[path])
        return [
            (str(entry.findtext(f"{name}title")), str(entry.findtext(f"{name}updated"))[:10]) for entry in root.iter(f"{name}entry")
        ]

    assert [day for _, day in entries("atom.xml")] == ["2025-06-30", "2025-06-10", "2025-06-05", "2024-06-27", "2023-01-01"]
    assert entries("zhangqiu/atom.xml") == [("《2024年济南市章丘区政务公开工作要点》", "2024-06-27")]
    unit = entries("huaiyin/units/caizheng-ju/atom.xml")
    assert [day for _, day in unit] == ["2023-01-01"]
    assert "点名“区财政局”的任务" in unit[0][0]
