"""The content security policy in Chromium: pages work under it, what it forbids does not run, and pages stay light."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sitegen.build import Built
from sitegen.publish import publish
from tests.browser.chromium import PATIENCE
from tests.browser.host import FullHost, serving
from tests.browser.kinds import KINDS
from tests.conftest import unpack, write_files
from tests.flow.sample import SAMPLE
from tests.preview import previewing

FORBIDDEN = {"script-src-elem", "script-src-attr", "img-src", "style-src-attr"}
VIOLATED = """window.violated = new Set();
document.addEventListener("securitypolicyviolation", ({violatedDirective}) => {
  window.violated.add(violatedDirective);
  console.error("violation " + violatedDirective);
});"""
MOST_BYTES = 60 * 1024
MOST_REQUESTS = 5
TEXT = (".html", ".css", ".js", ".svg", ".json", ".xml")


@pytest.fixture(scope="module")
def folder(real_site: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("hosted")
    publish(real_site.outputs, made)
    return made


@pytest.fixture(scope="module")
def hosted(folder: Path) -> Iterator[str]:
    with serving(folder, FullHost) as address:
        yield address


@contextmanager
def watched(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page whose errors, warnings and violations are kept."""
    context = browser.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.add_init_script(VIOLATED)
    yield page, said
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_works_under_the_policy(browser: Browser, hosted: str, kind: str) -> None:
    with watched(browser) as (page, said):
        answer = page.goto(hosted + KINDS[kind], wait_until="load")
        assert answer is not None
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        if "?q=" in KINDS[kind]:
            page.locator("[data-search-full] [data-search-list] a").first.wait_for()
        assert [words for words in said if "404" not in words] == []


@pytest.mark.parametrize("served", ["site", "hosted"])
def test_what_the_policy_forbids_does_not_run(browser: Browser, served: str, request: pytest.FixtureRequest) -> None:
    """Also where a host sends no headers: the policy in the page is enough."""
    with watched(browser) as (page, _):
        page.goto(request.getfixturevalue(served))
        page.evaluate(
            """() => {
              const inline = document.createElement("script");
              inline.textContent = "window.ran = true";
              document.body.append(inline);
              const link = document.createElement("a");
              link.setAttribute("onclick", "window.ran = true");
              document.body.append(link);
              link.click();
              const image = document.createElement("img");
              image.src = "https://example.org/pixel.png";
              document.body.append(image);
              const text = document.querySelector("main");
              text.setAttribute("style", "color: rgb(1, 2, 3)");
            }"""
        )
        page.wait_for_function("count => window.violated.size >= count", arg=len(FORBIDDEN))
        assert page.evaluate("window.ran") is None
        assert page.evaluate("getComputedStyle(document.querySelector('main')).color") != "rgb(1, 2, 3)"
        assert set(page.evaluate("[...window.violated]")) == FORBIDDEN


def test_files_whose_names_change_are_kept_for_good_and_pages_are_not(hosted: str, browser: Browser) -> None:
    with watched(browser) as (page, _):
        kept: dict[str, str] = {}
        page.on("response", lambda answer: kept.setdefault(answer.url.removeprefix(hosted), answer.headers.get("cache-control", "")))
        page.goto(hosted + "search/?q=%E6%97%A0%E9%9A%9C%E7%A2%8D")
        page.locator("[data-search-full] [data-search-list] a").first.wait_for()
        for path, control in kept.items():
            named = path.startswith(("assets/", "search/")) and not path.startswith("search/?")
            assert ("immutable" in control) == named, path
        assert sum(path.startswith("search/s/") for path in kept) > 0


@pytest.mark.parametrize("kind", [kind for kind in KINDS if not kind.startswith("search")])
def test_the_first_visit_of_a_page_is_light(browser: Browser, hosted: str, folder: Path, kind: str) -> None:
    """Compressed as hosts do; the icon counts too."""
    weighed: dict[str, int] = {}

    def weigh(path: str) -> None:
        name = path.partition("?")[0]
        file = folder / (name + "index.html" if name == "" or name.endswith("/") else name)
        content = (file if file.is_file() else folder / "404.html").read_bytes()
        weighed[path] = len(gzip.compress(content, 6)) if file.suffix in TEXT else len(content)

    with watched(browser) as (page, _):
        page.on("request", lambda request: weigh(request.url.removeprefix(hosted)))
        page.goto(hosted + KINDS[kind], wait_until="load")
        for icon in page.eval_on_selector_all("link[rel~=icon]", "links => links.map((link) => link.href)"):
            weigh(icon.removeprefix(hosted))
    assert len(weighed) <= MOST_REQUESTS, weighed
    assert sum(weighed.values()) <= MOST_BYTES, weighed


def test_the_preview_reloads_under_the_policy(browser: Browser, tmp_path: Path) -> None:
    """The preview's script and its socket come from its own address, which 'self' covers; here it watches by looking."""
    write_files(tmp_path, unpack(SAMPLE))
    with previewing(tmp_path, "--poll") as preview, watched(browser) as (page, said):
        page.goto(preview.address() + "about/")
        file = tmp_path / "content/pages/about.md"
        file.write_text(file.read_text("utf-8").replace("文字", "新字"), "utf-8")
        expect(page.locator("main")).to_contain_text("新字", timeout=PATIENCE)
        assert said == [], preview.lines
