"""One page of every kind in Chromium: nothing for axe to find, nothing too wide, no error, no foreign request."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import axe_core_python
import pytest
from playwright.sync_api import Browser, Page

from sitegen.build import build_site
from sitegen.memo import Memo
from sitegen.publish import publish
from tests.browser.kinds import KINDS
from tests.conftest import ROOT, settings_for, silent

LOOKS = [(320, "light"), (320, "dark"), (1280, "light"), (1280, "dark")]
AXE = (Path(axe_core_python.__file__).parent / "axe.min.js").read_text("utf-8")
RUN_AXE = """async () => {
  const found = await axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]});
  return found.violations.map(one => one.id + ": " + one.nodes.slice(0, 3).map(node => node.target.join(" ")).join(" | "));
}"""


@contextmanager
def opened(browser: Browser, address: str, width: int, scheme: str, scripts: bool = True) -> Iterator[tuple[Page, list[str]]]:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, java_script_enabled=scripts  # type: ignore[arg-type]
    )
    page = context.new_page()
    wrong: list[str] = []
    own = address.split("/")[2]
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" and "404" not in message.text else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: wrong.append(request.url) if own not in request.url else None)
    page.goto(address, wait_until="load")
    if "?q=" in address and scripts:
        page.wait_for_selector("[data-search-full]:not([hidden])")
    yield page, wrong
    context.close()


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_and_the_page_fits(browser: Browser, site: str, kind: str, width: int, scheme: str) -> None:
    with opened(browser, site + KINDS[kind], width, scheme) as (page, wrong):
        page.evaluate(AXE)
        assert page.evaluate(RUN_AXE) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert wrong == []


@pytest.mark.parametrize("kind", KINDS)
def test_pages_are_complete_without_scripts(browser: Browser, site: str, kind: str) -> None:
    with opened(browser, site + KINDS[kind], 320, "light", scripts=False) as (page, wrong):
        assert len(page.inner_text("main")) > 50
        assert page.locator("button:visible").count() == page.locator("form button[type=submit]:visible").count()
        assert wrong == []


def test_the_skip_link_comes_first_and_leads_to_the_text(browser: Browser, site: str) -> None:
    with opened(browser, site + KINDS["plan of prose"], 1280, "light") as (page, _):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "跳到正文"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("query", ["无障碍", "依申请公开", "区发改局", "回头看", "12345", "a:b", "-公开", "^", '"', "*", "政务公开~"])
def test_typing_into_the_header_of_any_page_searches(browser: Browser, site: str, query: str) -> None:
    with opened(browser, site + "glossary/", 1280, "light") as (page, wrong):
        page.fill("#site-search-query", query)
        page.keyboard.press("Enter")
        page.wait_for_url("**/search/?q=*")
        page.wait_for_function("document.querySelector('[data-search-status]').textContent.trim() !== ''")
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
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(site)))
    page.goto(site)
    page.wait_for_timeout(300)
    assert not [path for path in asked if "search" in path or "lunr" in path]
    context.close()


def test_a_copy_in_a_folder_reads_and_searches(browser: Browser, tmp_path: Path) -> None:
    publish(build_site(settings_for(ROOT, base_url="."), Memo(), silent).outputs, tmp_path)
    context = browser.new_context()
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.goto((tmp_path / "index.html").as_uri())
    page.fill("#site-search-query", "僵尸平台")
    page.keyboard.press("Enter")
    page.locator("[data-search-full] [data-search-list] a").first.click()
    page.wait_for_url("**/huaiyin/2023/task-36/index.html*")
    assert "坚决杜绝“僵尸平台”“睡眠栏目”" in page.inner_text("main")
    assert wrong == []
    context.close()
