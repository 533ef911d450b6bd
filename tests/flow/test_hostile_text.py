"""Hostile words in every field of a portal: they reach pages, feeds and data as words, never as markup, script or a link."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from selectolax.lexbor import LexborHTMLParser

from sitegen.build import Built, build_site
from sitegen.memo import Memo
from sitegen.problems import ProblemsFound
from tests.conftest import settings_for, silent, unpack, write_files
from tests.flow.hostile_portal import SCHEMAS, places_of, portal_values, portal_with, text_fields
from tests.flow.sample import SAMPLE

PIECES = (
    "<script>alert(1)</script>", "javascript:alert(1)", "\"'><img src=x onerror=alert(1)>", "{{ 7*7 }}", "{% raise %}", "{# x #}",
    "</title></style></textarea>", "<!--", "-->", "]]>", "<![CDATA[", "&lt;b&gt;&amp;", "\\", "`${x}`", "[链接](javascript:alert(1))",
    "![图](https://evil.example/x.png)", "<javascript:alert(1)>", "data:text/html,<b>", "//evil.example/", "' onclick='x", "\" style=\"x",
    "<a href=javascript:alert(1)>x</a>", "<svg/onload=alert(1)>", "＜script＞", "%3Cscript%3E", "~~~", "| a | b |", "字",
)  # fmt: skip
SCHEMES = {"", "http", "https", "mailto", "tel", "webcal"}
ADDRESSES = ("href", "src", "action", "formaction", "data", "poster", "background", "xlink:href", "srcset", "ping")
hostile = st.lists(st.sampled_from(PIECES), min_size=1, max_size=3).map("".join)


# The theme is understood once.
MEMO = Memo()


def built_with(folder: Path, words: str) -> Built:
    write_files(folder, portal_with(words))
    return build_site(settings_for(folder, base_url="https://example.gov.cn/x/"), MEMO, silent)


def trees(built: Built) -> Iterator[tuple[str, LexborHTMLParser]]:
    for file in built.outputs:
        if file.path.endswith(".html"):
            yield file.path, LexborHTMLParser(file.content)


def shapes(built: Built) -> set[tuple[str, str]]:
    """Every element with every attribute that pages use."""
    return {
        (str(node.tag), name) for _, tree in trees(built) for node in tree.css("*") for name in ("", *node.attributes)
    }


@pytest.fixture(scope="module")
def harmless(real_site: Built, tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str]]:
    """Elements and attributes that the real site and the same portal with a plain word use, and what Markdown may add."""
    found = shapes(real_site) | shapes(built_with(tmp_path_factory.mktemp("harmless"), "字"))
    return found | {("em", ""), ("hr", ""), ("pre", ""), ("br", ""), ("blockquote", "")}


KINDS_OF_FILES = {
    "portal": ["portal.yaml"], "jurisdictions": ["jurisdictions.yaml"], "units": ["units/dong.yaml"], "page": ["pages/about.md"],
    "plan": ["plans/dong-2030.yaml", "plans/dong-2031.yaml"], "known-documents": ["known-documents.yaml"],
    "glossary": ["glossary.yaml"], "links": ["links/dong-2030--dong-2031.yaml"], "progress": ["progress/dong-2030.yaml"],
    "thesaurus": ["thesaurus.yaml"], "text-checks": ["text-checks.yaml"],
}  # fmt: skip
# Fields that take no words but addresses, paths, times, numbers of rows and rules, or are refused, all of which is tried elsewhere.
NO_WORDS = {
    "portal": {"error_report_url", "icp_url", "police_record_url", "official_badge_url", "official_badge", "police_badge",
               "feed_authority", "published_time", "releases.[].time"},
    "known-documents": {"documents.[].address"},
    "plan": {"preamble.[].mentions.units.[]", "preamble.[].mentions.deadlines.[]", "table.rows.[].number", "table.rows.[].item_inherited_from", "table.rows.[].units.inherited_from",
             "table.rows.[].deadline.inherited_from"},
    "progress": {"progress.[].evidence"},
}  # fmt: skip


@pytest.mark.parametrize("kind", [path.name.removesuffix(".schema.json") for path in sorted(SCHEMAS.glob("*.schema.json"))])
def test_the_words_stand_in_every_field_of_every_kind_of_file(kind: str) -> None:
    values = portal_values(lambda: "甲乙丙")
    held = {place for file in KINDS_OF_FILES[kind] for place in places_of(values[f"content/{file}"], "甲乙丙")}
    fields = text_fields(json.loads((SCHEMAS / f"{kind}.schema.json").read_text("utf-8")))
    assert fields
    assert fields - held == NO_WORDS.get(kind, set())


@settings(max_examples=25)
@given(words=hostile)
@example(words="".join(PIECES))
@example(words="javascript:alert(1)")
def test_hostile_words_stay_words(words: str, harmless: set[tuple[str, str]], tmp_path_factory: pytest.TempPathFactory) -> None:
    built = built_with(tmp_path_factory.mktemp("hostile"), words)
    assert shapes(built) - harmless == set()
    for path, tree in trees(built):
        for node in tree.css("*"):
            for name, value in node.attributes.items():
                if name in ADDRESSES:
                    scheme = urlsplit("".join(c for c in value or "" if c > " ")).scheme
                    assert scheme in SCHEMES, (path, node.html)
        for script in tree.css("script"):
            source = script.attributes.get("src")
            assert script.attributes.get("type") == "application/ld+json" or (source or "").startswith("/x/assets/"), path
    titles = [node.text() for _, tree in trees(built) for node in tree.css("head > title")]
    assert len(titles) > 20
    assert [title for title in titles if words not in title] == []


@settings(max_examples=10)
@given(words=hostile)
@example(words="".join(PIECES))
def test_hostile_words_come_out_of_feeds_and_data_as_they_went_in(words: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    built = built_with(tmp_path_factory.mktemp("data"), words)
    files = {file.path: file.content for file in built.outputs}
    name = "{http://www.w3.org/2005/Atom}"
    for path, content in files.items():
        if path.endswith(".xml"):
            ElementTree.fromstring(content)
        elif path.endswith(".ics"):
            Calendar.from_ical(content)
        elif path.endswith(".json"):
            json.loads(content)
    feed = ElementTree.fromstring(files["atom.xml"])
    assert words in feed.findtext(f"{name}title", "")
    assert all(words in str(entry.findtext(f"{name}title")) for entry in feed.iter(f"{name}entry"))
    plan = LexborHTMLParser(files["dong/2030/index.html"])
    block = plan.css_first("script[type='application/ld+json']")
    assert block is not None
    work, dataset, trail = json.loads(block.text())["@graph"]
    assert words in work["name"]
    assert words in work["identifier"]
    assert words in dataset["license"]["name"]
    assert words in trail["itemListElement"][-1]["name"]
    assert {one["item"] for one in trail["itemListElement"][:-1]} == {"https://example.gov.cn/x/", "https://example.gov.cn/x/dong/"}


@pytest.mark.parametrize("character", ["\u202e", "\u2066", "\u200b", "\u2028", "\x07", "\ufeff"])
def test_characters_that_hide_or_turn_words_are_refused(character: str, tmp_path: Path) -> None:
    """Typed as they are, and written as escapes; both fields are named."""
    files = portal_with("字")
    files["content/portal.yaml"] = f"title: 样例{character}门户\ndescription: \"测{json.dumps(character)[1:-1]}试\"\n"
    write_files(tmp_path, files)
    with pytest.raises(ProblemsFound) as found:
        build_site(settings_for(tmp_path), Memo(), silent)
    errors = {problem.at.line for problem in found.value.problems if problem.at.file == "content/portal.yaml"}
    assert {1, 2} <= errors


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//evil.example/", "https://", "http://a b/", "https://a/\"onclick=x"])
def test_addresses_of_the_portal_must_be_web_addresses(address: str, tmp_path: Path) -> None:
    """Every place of portal.yaml that becomes a link, and the images, which lie under static/."""
    files = unpack(SAMPLE)
    fields = ("error_report_url", "icp_url", "police_record_url", "official_badge_url", "official_badge", "police_badge")
    files["content/portal.yaml"] += "".join(f"{name}: {json.dumps(address)}\n" for name in fields)
    write_files(tmp_path, files)
    with pytest.raises(ProblemsFound) as found:
        build_site(settings_for(tmp_path), Memo(), silent)
    codes = [problem.code for problem in found.value.problems]
    assert codes.count("address-format") == 4
    assert codes.count("image-path-format") == 2
