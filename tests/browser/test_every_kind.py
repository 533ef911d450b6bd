"""One page of every kind in Chromium: complete without scripts, no error, no foreign request, search from any page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from sitegen.build import Built, build_site
from sitegen.derive.comparison import compare_all
from sitegen.memo import Memo
from sitegen.pages import Page, lay_out, layout_of
from sitegen.publish import publish
from tests.browser.kinds import KINDS
from tests.browser.looks import SETTLED, opened
from tests.conftest import ROOT, settings_for, silent

# Kinds that the real content lacks are made up in test_comparison_pages.
MADE_UP = {"siblings"}


def test_every_template_has_a_page_here(real_site: Built) -> None:
    listed = {path.removesuffix("index.html") for path in (*KINDS.values(), "404.html")}
    site = lay_out(layout_of(real_site.portal, compare_all(real_site.portal), None, "/"))
    pages = [matter for matter in site.matters() if isinstance(matter, Page)]
    shown = {page.template for page in pages if page.path in listed} | {"pages/search_phrase.html"}
    assert {Path(name).stem for name in shown} | MADE_UP == {path.stem for path in (ROOT / "templates/pages").glob("*.html")}


# Texts that are not shown, each with its place, but what waits for a reader who unfolds or switches it on, and the title of a
# table that stands above it as a heading.
UNSEEN = """() => {
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const left = "[hidden], template, script, details:not([open]), svg, .task-table__title, .comparison-line__same ~ .difference";
  const found = [];
  for (let place = 0; walker.nextNode(); place += 1) {
    const {data, parentElement} = walker.currentNode;
    if (data.trim() && !parentElement.closest(left) && !parentElement.checkVisibility({visibilityProperty: true})) found.push(place + " " + data);
  }
  return found;
}"""


@pytest.mark.parametrize("kind", KINDS)
def test_pages_are_complete_without_scripts(browser: Browser, site: str, kind: str) -> None:
    """Every text is shown on a phone or on a large screen; what differs between them says the same in another form."""
    with opened(browser, site + KINDS[kind], 320, "light", scripts=False) as (page, wrong):
        unseen = page.evaluate(UNSEEN)
        page.set_viewport_size({"width": 1280, "height": 800})
        assert sorted(set(unseen) & set(page.evaluate(UNSEEN))) == []
        assert len(page.inner_text("main")) > 50
        assert page.locator("button:visible").count() == page.locator("form button[type=submit]:visible").count()
        assert wrong == []


@pytest.mark.parametrize("query", ["无障碍", "依申请公开", "区发改局", "回头看", "12345", "a:b", "-公开", "^", '"', "*", "政务公开~"])
def test_typing_into_the_header_of_any_page_searches(browser: Browser, site: str, query: str) -> None:
    with opened(browser, site + "glossary/", 1280, "light") as (page, wrong):
        page.fill("#site-search-query", query)
        page.keyboard.press("Enter")
        page.wait_for_url("**/search/?q=*")
        page.wait_for_function(SETTLED)
        if query.isalnum():
            first = page.locator("[data-search-full] [data-search-list] a").first
            first.wait_for()
            href = first.get_attribute("href")
            assert href is not None
            answer = page.request.get(page.evaluate("h => new URL(h, location.href).href", href))
            assert answer.status == 200
        assert wrong == []


def test_nothing_of_the_search_is_fetched_before_the_reader_goes_there(browser: Browser, site: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.clock.install()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(site)))
    page.goto(site)
    page.clock.run_for(60_000)
    assert not [path for path in asked if "search" in path or "lunr" in path]
    context.close()


def test_a_copy_in_a_folder_reads_and_searches(browser: Browser, tmp_path: Path) -> None:
    publish(build_site(settings_for(ROOT, base_url="."), Memo(), silent).outputs, tmp_path)
    context = browser.new_context()
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.goto((tmp_path / "index.html").as_uri())
    page.fill("#site-search-query", "无障碍")
    page.keyboard.press("Enter")
    first = page.locator("[data-search-full] [data-search-list] > li").first
    heading = first.locator("h3").inner_text()
    first.locator("a").first.click()
    expect(page).not_to_have_url(re.compile("/search/"))
    expect(page.locator("main")).to_contain_text(heading)
    assert "无障碍" in page.inner_text("main")
    assert page.url.startswith(tmp_path.as_uri())
    assert wrong == []
    context.close()
