"""The gallery in Chromium: its pages are right, and a component's page shows its examples whole. The examples themselves are
put before axe in every look with the other reading pages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from sitegen.publish import publish
from tests.browser.host import serving
from tests.browser.looks import Look, faults, opened
from tests.components.gallery import example_pages, gallery

OUTPUTS = gallery()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("gallery")
    publish(OUTPUTS, folder)
    with serving(folder) as address:
        yield address


@pytest.mark.parametrize("path", ["index.html", "reading/index.html", "year_picture/1.html", "shared_tasks/1.html"])
def test_pages_of_the_gallery_have_no_fault(browser: Browser, address: str, path: str) -> None:
    with opened(browser, address + path, 1280, "light") as (page, wrong):
        assert faults(page, [Look(320), Look(1280), Look(1280, "dark")]) == []
        assert wrong == []


def test_a_component_shows_all_its_examples_whole(browser: Browser, address: str) -> None:
    with opened(browser, address + "task_table/index.html", 1280, "light") as (page, _):
        frames = page.locator("iframe")
        assert frames.count() == len([path for path in example_pages(OUTPUTS) if path.startswith("task_table/")])
        page.wait_for_function(
            """() => [...document.querySelectorAll("iframe")].every((one) =>
                 one.contentDocument.querySelector("main") && one.height >= one.contentDocument.documentElement.scrollHeight)"""
        )
