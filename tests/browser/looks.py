"""How readers meet a page (阅读情形): sizes of screen, colours, size of text, scripts or none; and what is wrong with it there.

axe's rules of WCAG A, AA and AAA and its best practices are applied, the contrast of AAA with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import axe_playwright_python
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

Colours = Literal["light", "dark"]
# The rule of AAA leaves to that of AA what fails both; here it measures everything, so that nobody has to measure twice.
MEASURED = """axe.configure({checks: [{id: "color-contrast-enhanced", options: {
  ignoreUnicode: true, ignoreLength: false, ignorePseudo: false, boldValue: 700, boldTextPt: 14, largeTextPt: 18,
  contrastRatio: {normal: {expected: 7}, large: {expected: 4.5}}, pseudoSizeThreshold: 0.25, shadowOutlineEmMax: 0.1, textStrokeEmMin: 0.03,
}}]});"""
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8") + MEASURED
TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES = {
    "color-contrast-enhanced": {"enabled": True}, "color-contrast": {"enabled": False},
    "target-size": {"enabled": True}, "identical-links-same-purpose": {"enabled": True},
}  # fmt: skip
STANDARD_TEXT = 16
BETWEEN = 768
COLOUR_RULES = ["color-contrast-enhanced", "link-in-text-block"]
RUN = """async ([options, places]) => (await axe.run(places ? (%s)() : document, {preload: false, resultTypes: ["violations"], ...options}))
  .violations.map((one) => one.id + ": " + one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | "))"""
# Of the texts that are shown, two for each way of painting them: own colour, size and weight, and all that is painted below.
PAINTED = """() => {
  const below = new Map([[null, ""]]), found = new Map();
  const paint = (one) => {
    if (!below.has(one)) {
      const {backgroundColor, backgroundImage, opacity, filter} = getComputedStyle(one);
      const own = [backgroundColor, backgroundImage, opacity, filter].join();
      const under = paint(one.parentElement);
      below.set(one, own === "rgba(0, 0, 0, 0),none,1,none" ? under : under + "|" + own);
    }
    return below.get(one);
  };
  for (const one of document.body.querySelectorAll("*")) {
    if (![...one.childNodes].some((child) => child.nodeType === 3 && child.data.trim()) || !one.checkVisibility()) continue;
    const {color, fontSize, fontWeight, textShadow} = getComputedStyle(one);
    const key = [color, fontSize, fontWeight, textShadow, one.matches("a *, a"), paint(one)].join();
    found.set(key, [...(found.get(key) || []), one].slice(0, 2));
  }
  return {include: [...found.values()].flat()};
}"""
# What sticks out to the right, outermost first: to be read by whoever has to mend it.
OVERFLOW = """() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.body.querySelectorAll("*")]
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5)
  .slice(0, 3).map((one) => "too wide: " + one.outerHTML.slice(0, 160))"""


# Whether a search has said what it found.
SETTLED = """() => {
  const area = document.querySelector("[data-search]");
  const status = area && area.querySelector("[role=status]");
  return Boolean(status) && status.textContent !== "" && !area.hasAttribute("aria-busy");
}"""


@dataclass(frozen=True, slots=True)
class Look:
    """One way of looking at a page: width of the window, colours, the reader's standard size of text in pixels."""

    width: int
    colours: Colours = "light"
    text: int = STANDARD_TEXT

    def __str__(self) -> str:
        return f"{self.width} {self.colours} {self.text}px"


LOOKS = (
    Look(320), Look(BETWEEN), Look(1280), Look(320, text=32), Look(1280, text=32),
    Look(320, "dark"), Look(BETWEEN, "dark"), Look(1280, "dark"),
)  # fmt: skip


@contextmanager
def opened(
    browser: Browser, address: str, width: int, colours: Colours, scripts: bool = True
) -> Iterator[tuple[Page, list[str]]]:
    """A page in a window of its own, and what goes wrong while it is open: errors, requests to other hosts."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=colours, java_script_enabled=scripts, reduced_motion="reduce"
    )
    page = context.new_page()
    wrong: list[str] = []
    own = address.split("/")[2]

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error" and "404" not in message.text:
            wrong.append(message.text)

    def see(request: Request) -> None:
        if request.url.split("/")[2] != own and not request.url.startswith(("data:", "blob:")):
            wrong.append(request.url)

    page.on("console", hear)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", see)
    page.goto(address, wait_until="load")
    if "?q=" in address and scripts:
        page.wait_for_function(SETTLED)
    yield page, wrong
    context.close()


def faults(page: Page, looks: Iterable[Look] = LOOKS) -> list[str]:
    """What axe finds on an open page in each look, and what is wider than the window."""
    page.evaluate(AXE)
    session = page.context.new_cdp_session(page)
    found = []
    for look in looks:
        session.send("Page.setFontSizes", {"fontSizes": {"standard": look.text, "fixed": look.text * 13 // 16}})
        page.set_viewport_size({"width": look.width, "height": 800})
        page.emulate_media(color_scheme=look.colours)
        ran = [words for options in _options(look) for words in page.evaluate(RUN % PAINTED, options)]
        found += [f"{look}: {words}" for words in (*ran, *page.evaluate(OVERFLOW))]
    return found


def _options(look: Look) -> list[tuple[dict[str, object], bool]]:
    """What axe looks at, and whether only at one place of each way of painting texts instead of all.

    All rules where the page is light. Every text has its contrast measured on a phone and on a large screen, where nothing
    may lie over it; dark changes colours and nothing else, and a width between the two paints nothing in another way.
    Larger text needs no more contrast.
    """
    plain = {"runOnly": {"type": "tag", "values": TAGS}, "rules": RULES | {"color-contrast-enhanced": {"enabled": False}}}
    colours = {"runOnly": {"type": "rule", "values": COLOUR_RULES}}
    if look.colours == "dark":
        return [(colours, True)]
    if look.text > STANDARD_TEXT:
        return [(plain, False)]
    return [(plain, False), (colours, look.width == BETWEEN)]
