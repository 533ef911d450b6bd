"""What readers without scripts need is on the page: indexes that lead everywhere, feeds as links that can be seen."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from sitegen.build import Built

ATOM = "application/atom+xml"


@pytest.fixture(scope="module")
def pages(real_site: Built) -> dict[str, LexborHTMLParser]:
    return {
        output.path.removesuffix("index.html"): LexborHTMLParser(output.content.decode())
        for output in real_site.outputs
        if output.path.endswith(".html")
    }


def linked(tree: LexborHTMLParser) -> set[str]:
    """Addresses of the links in the text of a page, without the places on them."""
    return {(node.attributes.get("href") or "").partition("#")[0] for node in tree.css("main a[href]")}


def test_the_feed_of_a_place_or_unit_can_be_seen_on_its_page(pages: dict[str, LexborHTMLParser]) -> None:
    said = 0
    for path, tree in pages.items():
        own = [node.attributes["href"] for node in tree.css(f'link[type="{ATOM}"]') if path]
        assert [node.attributes["href"] for node in tree.css(f'main a[type="{ATOM}"]')] == own, path
        said += len(own)
    assert said > 40


def test_the_search_page_leads_to_every_document_month_and_unit(pages: dict[str, LexborHTMLParser]) -> None:
    hrefs = linked(pages["search/"])
    months = {f"/{path}" for path in pages if path.startswith("calendar/") and path.count("/") == 3}
    units = {f"/{path}" for path in pages if "/units/" in path}
    plans = {f"/{path}" for path in pages if path.split("/")[-1:] == [""] and path.count("/") == 2 and path.split("/")[1].isdigit()}
    plans -= {href for href in plans if href.startswith("/calendar/")}
    assert (len(months), len(plans)) == (5, 5)
    assert len(units) > 50
    assert months | units | plans <= hrefs


def test_the_site_map_leads_to_the_indexes(pages: dict[str, LexborHTMLParser]) -> None:
    hrefs = {node.attributes["href"] for node in pages["sitemap/"].css("main a[href]")}
    wanted = {f"/search/#{name}" for name in ("years", "units", "deadlines")}
    assert wanted <= hrefs
    assert {f"#{name}" for name in ("years", "units", "deadlines")} <= {f"#{node.attributes['id']}" for node in pages["search/"].css("[id]")}
