"""Every example of every component in Chromium: nothing for axe to find, AAA contrast counted, nothing too wide."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import axe_core_python
import pytest
from playwright.sync_api import Browser

from sitegen.publish import publish
from tests.browser.host import serving
from tests.components.gallery import example_pages, gallery

AXE = (Path(axe_core_python.__file__).parent / "axe.min.js").read_text("utf-8")
# An example begins where its page would have put it: the order of headings is the page's affair.
RUN_AXE = """axe.run(document, {
  runOnly: {type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
  rules: {"color-contrast-enhanced": {enabled: true}, "target-size": {enabled: true}, "heading-order": {enabled: false}},
}).then((result) => result.violations.map((found) => found.id + ": " + found.nodes.map((node) => node.html).join(" | ")))"""
LOOKS = [(320, "light"), (320, "dark"), (1280, "light"), (1280, "dark")]
OUTPUTS = gallery()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("gallery")
    publish(OUTPUTS, folder)
    with serving(folder) as address:
        yield address


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_examples_have_nothing_for_axe_and_fit(browser: Browser, address: str, width: int, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce", bypass_csp=True  # type: ignore[arg-type]
    )
    context.add_init_script(AXE)
    page = context.new_page()
    faults: dict[str, object] = {}
    for shown, path in example_pages(OUTPUTS).items():
        page.goto(address + path)
        found = page.evaluate(RUN_AXE)
        wide = page.evaluate("document.documentElement.scrollWidth")
        faults |= {shown: found} if found else {}
        faults |= {f"{shown} wide": wide} if wide > width else {}
    context.close()
    assert faults == {}
