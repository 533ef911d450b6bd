"""Every kind of page by keyboard alone: the skip link first, then everything in the order of the page, always seen, no trap."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.kinds import KINDS
from tests.browser.looks import opened

# What the Tab key should reach, in the order of the page; of the radio buttons of a group the chosen one.
REACHABLE = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
  .filter((one) => !one.disabled && one.type !== "hidden" && one.checkVisibility({visibilityProperty: true}))
  .filter((one) => one.type !== "radio" || one.checked || !document.querySelector(`[type=radio][name="${one.name}"]:checked`))
  .filter((one) => one.tabIndex >= 0)"""
WATCH = f"""() => {{
  const reachable = ({REACHABLE})();
  window.stops = [];
  const ringed = (one) => {{
    const style = one && getComputedStyle(one);
    return style && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  }};
  document.addEventListener("focusin", ({{target}}) => {{
    const faults = [];
    const label = target.labels && target.labels[0];
    if (!ringed(target) && !ringed(label) && !ringed(target.parentElement)) faults.push("no ring");
    const box = [...target.getClientRects()].find((one) => one.width && one.height) || new DOMRect();
    const seen = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 20));
    if (box.bottom < 0 || box.top > innerHeight) faults.push("out of sight");
    else if (!seen || !(target.contains(seen) || seen.contains(target) || (label && label.contains(seen)))) faults.push("covered");
    window.first = window.first || target.textContent;
    window.stops.push([reachable.indexOf(target), faults.map((fault) => fault + ": " + target.outerHTML.slice(0, 120))]);
  }});
  return reachable.length;
}}"""


def walk(page: Page) -> tuple[int, list[int], list[str]]:
    """Press Tab until everything was reached and once more: how much there is, where the focus went, what was wrong there."""
    count = page.evaluate(WATCH)
    for _ in range(count + 1):
        page.keyboard.down("Tab")
    stops = page.evaluate("window.stops")
    return count, [place for place, _ in stops], [fault for _, found in stops for fault in found]


@pytest.mark.parametrize("kind", KINDS)
def test_everything_is_reached_in_order_and_seen(browser: Browser, site: str, kind: str) -> None:
    width = 320 if list(KINDS).index(kind) % 2 else 1280
    with opened(browser, site + KINDS[kind], width, "light") as (page, wrong):
        count, places, faults = walk(page)
        assert faults == []
        assert page.evaluate("window.first") == "跳到正文"
        reached = [place for place in places if place >= 0]
        assert reached[:count] == list(range(count))
        assert wrong == []


@pytest.mark.parametrize("kind", ["home", "plan of prose", "search", "comparison of levels"])
def test_the_skip_link_leads_to_the_text(browser: Browser, site: str, kind: str) -> None:
    with opened(browser, site + KINDS[kind], 1280, "light") as (page, _):
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator("#main")).to_be_focused()
        page.keyboard.press("Tab")
        expect(page.locator("main :focus")).to_have_count(1)


def test_the_walk_notices_what_is_wrong(browser: Browser, site: str) -> None:
    """A ring taken away, a link behind a bar, and a field that does not let go."""
    with opened(browser, site + KINDS["prose"], 1280, "light") as (page, _):
        page.evaluate(
            """() => {
              const [bare, covered, trap] = document.querySelectorAll("main a");
              bare.style.outline = "none";
              const shield = document.createElement("p");
              Object.assign(shield.style, {position: "fixed", inset: "0", zIndex: 8});
              covered.addEventListener("focus", () => document.body.append(shield));
              covered.addEventListener("blur", () => shield.remove());
              trap.addEventListener("keydown", (event) => event.preventDefault());
            }"""
        )
        count, places, faults = walk(page)
        assert [fault.partition(":")[0] for fault in faults] == ["no ring", "covered"]
        assert places[:count] != list(range(count))
