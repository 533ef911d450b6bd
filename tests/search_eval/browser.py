"""The search page in Chromium as a reader uses it: a query typed, what is shown, how long it takes, how much is fetched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

# Types a query, waits for the outcome; gives milliseconds, the status line and the results shown.
ASK = """async (query) => {
  const area = document.querySelector('[data-search]');
  const status = area.querySelector('[role=status]');
  const ask = async () => {
    status.textContent = '';
    area.querySelector('[data-search-input]').value = query;
    const start = performance.now();
    area.querySelector('form').requestSubmit();
    while (status.textContent === '' || area.hasAttribute('aria-busy')) {
      await new Promise((resolve) => { const { port1, port2 } = new MessageChannel(); port2.onmessage = resolve; port1.postMessage(0); });
    }
    return performance.now() - start;
  };
  const cold = await ask();
  const warm = await ask();
  const items = [...area.querySelectorAll('[data-search-list] > li')];
  const kind = (item) => item.querySelector('[data-slot=kind]').textContent;
  return { cold, warm, status: status.textContent, note: area.querySelector('[data-search-notes]').textContent,
           results: items.map((item) => [kind(item), item.querySelector('a').href]) };
}"""
JUDGED = ("任务", "条目")
INDEX = "/search/"
TEXTS = "/search/t/"
PHONE_SLOWNESS = 4
PHONE_NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 1.6e6 / 8}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a query showed: addresses of tasks and items under the site's root, whether anything was shown at all.

    ``index_bytes`` are those of all search files that a first query fetched, but the texts of results; uncompressed.
    """

    found: tuple[str, ...]
    is_answered: bool
    note: str
    cold: float
    warm: float
    index_bytes: int


def ask_all(browser: Browser, address: str, queries: Sequence[str]) -> list[Outcome]:
    """Ask every query on a page of its own, nothing kept from the one before."""
    return [_ask(browser, address, query) for query in queries]


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
    return float(told["cold"])


def _ask(browser: Browser, address: str, query: str) -> Outcome:
    context = browser.new_context()
    page = context.new_page()
    sizes = _sizes(page)
    page.goto(address)
    told = page.evaluate(ASK, query)
    fetched = sum(size for path, size in sizes.items() if INDEX in path and TEXTS not in path and path.endswith(".js"))
    context.close()
    root = address.removesuffix("search/").removesuffix("find/")
    found = tuple(href.removeprefix(root) for kind, href in told["results"] if kind in JUDGED)
    return Outcome(found, bool(told["results"]), told["note"], told["cold"], told["warm"], fetched)


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
