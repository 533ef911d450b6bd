"""One page of every kind in every look: nothing for axe to find, nothing too wide, no error, no foreign request."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.kinds import KINDS
from tests.browser.looks import LOOKS, STANDARD_TEXT, Look, faults, opened
from tests.conftest import ROOT


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_and_the_page_fits_in_every_look(browser: Browser, site: str, kind: str) -> None:
    with opened(browser, site + KINDS[kind], 1280, "light") as (page, wrong):
        assert faults(page) == []
        assert wrong == []


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_a_text_too_pale_is_noticed_in_every_look(browser: Browser, site: str, look: Look) -> None:
    """One of many texts of its kind, in the colours of that look only."""
    with opened(browser, site + KINDS["plan of prose"], look.width, look.colours) as (page, _):
        page.evaluate("pale => [...document.querySelectorAll('main p')].at(-2).style.setProperty('color', pale)", "#888")
        pale = [fault for fault in faults(page, [look]) if "color-contrast-enhanced" in fault]
        assert (len(pale) == 1) == (look.text == STANDARD_TEXT)


def test_dark_changes_colours_and_nothing_else() -> None:
    """So that what is proven of a light page but for its colours holds of the dark one."""
    files = (ROOT / "static/css").rglob("*.css")
    assert {file.name for file in files if "prefers-color-scheme" in file.read_text("utf-8")} == {"colours.css"}
