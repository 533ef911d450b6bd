"""Files for machines: Atom, sitemap, robots, search description, headers, data blocks. Always valid, whatever the words."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from urllib.parse import unquote
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.derive.head import Head
from sitegen.derive.update_feeds import UpdateEntry, UpdateFeed
from sitegen.derive.urls import Urls
from sitegen.render.atom import render_update_feed
from sitegen.render.headers import POLICY, render_headers
from sitegen.render.linked_data import linked_data_block
from sitegen.render.open_search import render_search_description
from sitegen.render.sitemap import Listing, listing_of, render_robots, render_sitemap
from tests.render.test_templates import PAGE, SITE, TEMPLATES, parsed

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
HOSTILE = ("</script><script>alert(1)</script>", "]]>", "&amp;<!--", "\u2028\u2029\u202e", "\x00\x0b\ufffe", "{{ 1 }}{% x %}", "'\"")
ANY = st.text(st.characters(exclude_categories=("Cs",))) | st.sampled_from(HOSTILE)
ONLINE = Urls("/x/", "https://example.gov.cn", {})
OFFLINE = Urls("/x/", "", {})


def entry(number: int, text: str = "字", **changes: object) -> UpdateEntry:
    made = UpdateEntry(f"tag:a.cn,2025:plan/{number}", text, f"/x/{number}/", date(2030, 1, number), None, text, text, text)
    return replace(made, **changes)  # type: ignore[arg-type]


def feed(*entries: UpdateEntry, text: str = "题", address: str = "") -> Element:
    value = UpdateFeed("atom.xml", "tag:a.cn,2025:feed", text, text, "/x/", address, text, entries)
    output = render_update_feed(value)
    assert output.path == "atom.xml"
    return ElementTree.fromstring(output.content)


def words(text: str) -> str:
    """A text as XML can hold it and parsers give it back."""
    kept = "".join(c if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c >= "\U00010000" else "\ufffd" for c in text)
    return kept.replace("\r\n", "\n").replace("\r", "\n")


def test_a_feed_has_what_atom_demands() -> None:
    root = feed(entry(2, published=date(2030, 1, 5)), entry(1, author=""), address="https://a.cn/atom.xml")
    assert root.tag == f"{ATOM}feed"
    assert root.findtext(f"{ATOM}updated") == "2030-01-02T00:00:00+08:00"
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "题"
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links == {"self": "https://a.cn/atom.xml", "alternate": "/x/"}
    first, second = root.findall(f"{ATOM}entry")
    assert first.findtext(f"{ATOM}published") == "2030-01-05T00:00:00+08:00"
    assert second.find(f"{ATOM}published") is None
    assert second.find(f"{ATOM}author") is None
    for one in (root, first, second):
        assert one.findtext(f"{ATOM}id", "").startswith("tag:a.cn,2025:")
        assert datetime.fromisoformat(one.findtext(f"{ATOM}updated", "")).utcoffset() is not None


@given(ANY, ANY)
@example("\r\n<\x01", "]]>")
def test_any_words_come_out_of_a_feed_as_they_went_in(title: str, summary: str) -> None:
    root = feed(entry(1, summary), text=title)
    assert root.findtext(f"{ATOM}title") == words(title)
    assert root.findtext(f"{ATOM}entry/{ATOM}summary") == words(summary)
    assert [child.tag.removeprefix(ATOM) for child in root] == ["id", "title", "subtitle", "updated", "link", "author", "entry"]


def page(path: str, newest: date | None = None) -> Listing:
    return listing_of(replace(PAGE, path=path, head=Head(canonical=ONLINE.absolute(path), newest=newest)))


def test_the_sitemap_lists_every_page_with_the_day_of_its_content() -> None:
    pages = (page("", date(2030, 1, 2)), page("a/"), page("中/"), page("404.html"))
    (output,) = render_sitemap(pages, ONLINE)
    entries = ElementTree.fromstring(output.content).findall(f"{MAP}url")
    assert [(one.findtext(f"{MAP}loc"), one.findtext(f"{MAP}lastmod")) for one in entries] == [
        ("https://example.gov.cn/x/", "2030-01-02"),
        ("https://example.gov.cn/x/a/", None),
        ("https://example.gov.cn/x/%E4%B8%AD/", None),
    ]
    assert render_sitemap(pages, OFFLINE) == ()


def test_a_long_sitemap_is_cut() -> None:
    pages = tuple(page(f"p{number}/") for number in range(7))
    index, *parts = render_sitemap(pages, ONLINE, most=3)
    named = [one.text for one in ElementTree.fromstring(index.content).iter(f"{MAP}loc")]
    assert named == [f"https://example.gov.cn/x/{part.path}" for part in parts]
    listed = [str(one.text) for part in parts for one in ElementTree.fromstring(part.content).iter(f"{MAP}loc")]
    assert [unquote(address) for address in listed] == [ONLINE.absolute(one.path) for one in pages]
    assert [len(list(ElementTree.fromstring(part.content))) for part in parts] == [3, 3, 1]


def test_robots_may_read_everything() -> None:
    assert render_robots(OFFLINE).content == b"User-agent: *\nDisallow:\n"
    assert render_robots(ONLINE).content.endswith(b"\nSitemap: https://example.gov.cn/x/sitemap.xml\n")


@given(ANY)
def test_browsers_can_add_the_search(title: str) -> None:
    (output,) = render_search_description(replace(SITE, title=title), ONLINE)
    root = ElementTree.fromstring(output.content)
    name = "{http://a9.com/-/spec/opensearch/1.1/}"
    assert len(root.findtext(f"{name}ShortName", "")) <= 16
    url = root.find(f"{name}Url")
    assert url is not None
    assert url.get("template") == "https://example.gov.cn/x/search/?q={searchTerms}"
    assert render_search_description(SITE, OFFLINE) == ()


def test_headers_stand_under_the_base_path_and_no_header_twice_under_two_patterns() -> None:
    text = render_headers(ONLINE, ("assets/", "search/s/")).content.decode()
    blocks = [block.splitlines() for block in text.strip().split("\n\n")]
    assert [block[0] for block in blocks] == ["/x/*", "/x/assets/*", "/x/search/s/*"]
    assert f"  Content-Security-Policy: {POLICY}; frame-ancestors 'none'" in blocks[0]
    everywhere = {line.split(":")[0] for line in blocks[0][1:]}
    assert "  X-Content-Type-Options" in everywhere
    assert not everywhere & {line.split(":")[0] for block in blocks[1:] for line in block[1:]}


def test_the_policy_allows_nothing_inline_and_nobody_else() -> None:
    directives = {part.split()[0]: part.split()[1:] for part in POLICY.split("; ")}
    assert directives["default-src"] == ["'none'"]
    assert {source for sources in directives.values() for source in sources} == {"'none'", "'self'"}
    assert not {"frame-ancestors", "report-uri", "sandbox"} & directives.keys()  # browsers refuse these in a page
    tree = parsed(TEMPLATES.render(PAGE, SITE))
    head = list(tree.find("head"))
    assert (head[1].get("http-equiv"), head[1].get("content")) == ("Content-Security-Policy", POLICY)
    assert head[0].get("charset") == "utf-8"


@given(ANY, ANY)
@example("</script><script>alert(1)</script>", "<!--<script>")
def test_any_words_stay_inside_the_data_block(name: str, value: str) -> None:
    block = linked_data_block({"name": name, name: [value]})
    tree = html5lib.HTMLParser(namespaceHTMLElements=False).parse(f"<head>{block}</head><p>后</p>")
    (script,) = tree.findall(".//script")
    assert json.loads(script.text) == {"name": name, name: [value]}
    assert script.get("type") == "application/ld+json"
    assert tree.find("body/p").text == "后"
    assert not {"<", ">", "&", "\u2028", "\u2029"} & set(script.text)


def test_a_page_without_linked_data_has_no_block() -> None:
    assert linked_data_block(None) == ""


@pytest.mark.parametrize("attribute", ["canonical", "report_href"])
def test_addresses_are_escaped_in_the_page(attribute: str) -> None:
    address = "https://a.cn/?a=1&b='\"><script>"
    tree = parsed(TEMPLATES.render(replace(PAGE, head=Head(**{attribute: address})), SITE))  # type: ignore[arg-type]
    assert address in {node.get("href") for node in tree.iter() if node.get("href")}
    assert [script.get("src") for script in tree.findall(".//script")] == ["/assets/js/modes.js", "/assets/js/page.js"]
