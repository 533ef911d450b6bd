"""The search page in Chromium as a reader uses it: a query typed, what is shown, how long it takes, how much is fetched."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

# Types a query, waits for the outcome; gives milliseconds, the status line and the results shown.
ASK = """async (query) => {
  const area = document.querySelector('[data-search]');
  const status = area.querySelector('[role=status]');
  status.textContent = '';
  area.querySelector('[data-search-input]').value = query;
  const start = performance.now();
  area.querySelector('form').requestSubmit();
  while (status.textContent === '' || area.hasAttribute('aria-busy')) {
    await new Promise((resolve) => { const { port1, port2 } = new MessageChannel(); port2.onmessage = resolve; port1.postMessage(0); });
  }
  const time = performance.now() - start;
  const items = [...area.querySelectorAll('[data-search-list] > li')];
  const kind = (item) => item.querySelector('[data-slot=kind]').textContent;
  return { time, status: status.textContent, note: area.querySelector('[data-search-notes]').textContent,
           results: items.map((item) => [kind(item), item.querySelector('a').href]) };
}"""
QUERIES_OF_A_PAGE = 100
Tell = Callable[[str], None]
JUDGED = ("任务", "条目")
INDEX = "/search/"
TEXTS = "/search/t/"
PHONE_SLOWNESS = 4
PHONE_NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 1.6e6 / 8}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a query showed: addresses of tasks and items under the site's root, whether anything was shown at all, and what was said."""

    found: tuple[str, ...]
    is_answered: bool
    note: str


@dataclass(frozen=True, slots=True)
class Cost:
    """What a query costs: milliseconds at first and asked again, and uncompressed bytes of search files fetched, but the texts of results."""

    cold: float
    warm: float
    index_bytes: int


def ask_all(browser: Browser, address: str, queries: Sequence[str], tell: Tell) -> list[Outcome]:
    """Ask every query, many on one page, as one reader might."""
    outcomes: list[Outcome] = []
    for start in range(0, len(queries), QUERIES_OF_A_PAGE):
        page = browser.new_page()
        page.goto(address)
        outcomes += [_outcome(page.evaluate(ASK, query), address) for query in queries[start : start + QUERIES_OF_A_PAGE]]
        page.close()
        tell(f"查询 {len(outcomes)}/{len(queries)}")
    return outcomes


def costs_of(browser: Browser, address: str, queries: Sequence[str]) -> list[Cost]:
    """Ask every query twice on a page of its own, nothing kept from the one before."""
    return [_cost(browser, address, query) for query in queries]


def on_a_phone(browser: Browser, address: str, queries: Sequence[str]) -> list[float]:
    """Milliseconds from asking to the first results, with their texts, on a slow phone that has only opened the page."""
    return [_ask_on_a_phone(browser, address, query) for query in queries]


def _ask_on_a_phone(browser: Browser, address: str, query: str) -> float:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", PHONE_NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": PHONE_SLOWNESS})
    told = page.evaluate(ASK, query)
    context.close()
    return float(told["time"])


def _outcome(told: Mapping[str, Any], address: str) -> Outcome:
    root = address.removesuffix("search/").removesuffix("find/")
    found = tuple(href.removeprefix(root) for kind, href in told["results"] if kind in JUDGED)
    return Outcome(found, bool(told["results"]), told["note"])


def _cost(browser: Browser, address: str, query: str) -> Cost:
    context = browser.new_context()
    page = context.new_page()
    sizes = _sizes(page)
    page.goto(address)
    cold, warm = (float(page.evaluate(ASK, query)["time"]) for _ in range(2))
    fetched = sum(size for path, size in sizes.items() if INDEX in path and TEXTS not in path and path.endswith(".js"))
    context.close()
    return Cost(cold, warm, fetched)


def _sizes(page: Page) -> dict[str, int]:
    """Bytes of every file that a page fetches, by path, as it fetches them."""
    sizes: dict[str, int] = {}
    session = page.context.new_cdp_session(page)
    paths: dict[str, str] = {}
    session.send("Network.enable")
    session.on("Network.responseReceived", lambda event: paths.update({event["requestId"]: urlsplit(event["response"]["url"]).path}))
    session.on("Network.dataReceived", lambda event: _add(sizes, paths.get(event["requestId"], ""), event["dataLength"]))
    return sizes


def _add(sizes: dict[str, int], path: str, size: int) -> None:
    sizes[path] = sizes.get(path, 0) + size
