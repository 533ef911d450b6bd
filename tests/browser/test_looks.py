"""One page of every kind in every look: nothing for axe to find, nothing too wide, no error, no foreign request."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.kinds import KINDS
from tests.browser.looks import faults, opened
from tests.conftest import ROOT


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_and_the_page_fits_in_every_look(browser: Browser, site: str, kind: str) -> None:
    with opened(browser, site + KINDS[kind], 1280, "light") as (page, wrong):
        assert faults(page) == []
        assert wrong == []


def test_dark_changes_colours_and_nothing_else() -> None:
    """So that what is proven of a light page but for its colours holds of the dark one."""
    files = (ROOT / "static/css").rglob("*.css")
    assert {file.name for file in files if "prefers-color-scheme" in file.read_text("utf-8")} == {"colours.css"}
