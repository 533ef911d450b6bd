"""Every kind of page printed to PDF: nothing of the text is lost, navigation is gone, links are spelled out."""

from __future__ import annotations

import re
import unicodedata

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page

from tests.browser.kinds import KINDS
from tests.browser.looks import opened

A4 = (595, 842)
# Texts of the page's main part, but what is no text of the page: hidden parts, controls, and what only serves the screen;
# of the two ways of showing a difference, which say the same, paper has the one that runs on.
TEXTS = """() => {
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const left = "[hidden], template, script, noscript, form, button, nav, title, .not-printed, .visually-hidden, .aloud, .difference__side";
  const found = [];
  while (walker.nextNode()) {
    const {data, parentElement} = walker.currentNode;
    if (data.trim() && !parentElement.closest(left)) found.push(data);
  }
  return found;
}"""

ADDRESSES = """() => [...document.querySelectorAll("main a[href^=http]")]
  .filter((one) => !one.closest("[hidden], .not-printed")).map((one) => one.getAttribute("href"))"""


def folded(text: str) -> str:
    """Without spaces and line ends, and with the radicals that PDF fonts give for characters made characters again."""
    return re.sub(r"\s|\u00ad|\ufffe", "", unicodedata.normalize("NFKC", text))


def printed(page: Page) -> tuple[list[tuple[int, int]], str]:
    """Sizes of the sheets of a printed page in points, and all text on them."""
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    try:
        sizes = [(round(sheet.get_width()), round(sheet.get_height())) for sheet in document]
        return sizes, "".join(sheet.get_textpage().get_text_range() for sheet in document)
    finally:
        document.close()


def is_on(paper: str, text: str) -> bool:
    """Whether a text stands on paper, whole or with the edge of a sheet in it (between whose parts other cells may stand)."""
    if text in paper:
        return True
    return any(text[:cut] in paper and text[cut:] in paper for cut in range(4, len(text) - 4))


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_lost_on_paper(browser: Browser, site: str, kind: str) -> None:
    with opened(browser, site + KINDS[kind], 1280, "dark") as (page, wrong):
        texts = page.evaluate(TEXTS)
        sizes, words = printed(page)
        paper = folded(words)
        assert len(texts) > 5
        assert [text for text in texts if not is_on(paper, folded(text))] == []
        assert set(sizes) == {A4}
        assert [address for address in page.evaluate(ADDRESSES) if not is_on(paper, folded(address))] == []
        page.emulate_media(media="print")
        assert page.locator(".skip-link:visible, nav:visible, header form:visible, button:visible").count() == 0
        assert wrong == []
