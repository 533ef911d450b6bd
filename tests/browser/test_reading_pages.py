"""The reading pages in a real browser: small and large screens, light and dark, with scripts and without, axe."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import axe_core_python
import pytest
from playwright.sync_api import Browser, Page

from sitegen.build import Built
from tests.components.examples import examples, real_templates, render_example

AXE = (Path(axe_core_python.__file__).parent / "axe.min.js").read_text("utf-8")
AXE_RUN = """axe.run(document, {
  runOnly: {type: "tag", values: ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21aa", "wcag22aa", "best-practice"]},
  rules: {"color-contrast-enhanced": {enabled: true}},
}).then((result) => result.violations.map((found) => found.id + ": " + found.nodes[0].html))"""
ARGUMENTS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
PAGES = (
    "", "zhangqiu/2024/", "huaiyin/2023/", "laoshan/2025/", "zhangqiu/2024/task-33/", "zhangqiu/2024/item-3/",
    "laoshan/2025/item-4/", "zhangqiu/2024/closing-1/", "huaiyin/", "quality/", "glossary/", "how-to-read/", "sitemap/",
    "404.html",
)  # fmt: skip


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder without a word."""

    def log_message(self, *_: object) -> None: ...


@pytest.fixture(scope="module")
def address(real_site: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("site")
    for output in real_site.outputs:
        target = folder / output.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(output.content)
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


def opened(browser: Browser, url: str, width: int = 1280, scheme: str = "light", scripts: bool = True) -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
        java_script_enabled=scripts,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(url)
    return page


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
@pytest.mark.parametrize("path", PAGES)
def test_pages_pass_axe_and_never_scroll_sideways(
    browser: Browser, address: str, path: str, width: int, scheme: str
) -> None:
    page = opened(browser, address + path, width, scheme)
    page.evaluate(AXE)
    assert page.evaluate(AXE_RUN) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()


def test_examples_of_all_components_pass_axe(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    environment = real_templates().environment
    faults = {}
    page.evaluate(AXE)
    for example in examples():
        html = render_example(environment, example)
        page.evaluate("html => { document.querySelector('main').innerHTML = '<h1>例</h1><h2>例</h2>' + html }", html)
        found = [fault for fault in page.evaluate(AXE_RUN) if not fault.startswith(("heading-order", "empty-heading"))]
        faults.update({f"{example.component}: {example.name}": found} if found else {})
    page.context.close()
    assert faults == {}


def test_scripts_only_add(browser: Browser, address: str) -> None:
    plain = opened(browser, address + "zhangqiu/2024/task-16/", scripts=False)
    assert plain.locator("time[data-days]").inner_text() == "2024年12月31日前"
    assert plain.locator(".days").count() == 0
    assert plain.locator(".citation button").count() == 0
    assert plain.get_by_text("时限已过，未见公布完成情况").count() == 1
    plain.context.close()
    scripted = opened(browser, address + "zhangqiu/2024/task-16/")
    assert scripted.locator(".days").inner_text().startswith("（已过")
    assert scripted.locator(".citation button").all_inner_texts() == ["复制引用", "复制网址"]
    scripted.context.close()


def test_copying_gives_the_citation_with_its_address(browser: Browser, address: str) -> None:
    page = opened(browser, address + "zhangqiu/2024/task-33/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="复制引用").click()
    page.get_by_role("button", name="已复制").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("济南市章丘区人民政府办公室：《2024年济南市章丘区政务公开工作要点》第33行，章政办发〔2024〕1号")
    assert copied.endswith("/zhangqiu/2024/task-33/")
    page.context.close()


def test_the_first_tab_stop_leads_to_the_text(browser: Browser, address: str) -> None:
    page = opened(browser, address + "zhangqiu/2024/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到正文"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.context.close()


def test_a_sentence_of_a_plan_can_be_linked_to(browser: Browser, address: str) -> None:
    page = opened(browser, address + "zhangqiu/2024/#item-7-s3")
    lit = page.evaluate("getComputedStyle(document.querySelector(':target')).backgroundColor")
    other = page.evaluate("getComputedStyle(document.getElementById('item-7-s2')).backgroundColor")
    assert page.locator(":target").inner_text() == "探索建立政务公开监督员制度，积极向政务公开工作机构反馈企业、群众的意见建议。"
    assert lit != other
    page.context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_table_stays_a_table_on_every_screen(browser: Browser, address: str, width: int) -> None:
    page = opened(browser, address + "zhangqiu/2024/", width)
    row = page.get_by_role("row").filter(has=page.locator("#task-33-s1"))
    assert row.get_by_role("rowheader").inner_text().replace("\n", "") in ("33", "第33行")
    assert row.get_by_role("cell").count() == 3
    assert page.get_by_role("table").first.get_by_role("columnheader").count() == 4
    page.context.close()


def test_the_contents_mark_the_part_that_is_read(browser: Browser, address: str) -> None:
    page = opened(browser, address + "laoshan/2025/#item-9")
    page.mouse.wheel(0, 40)
    marked = page.locator(".outline a[aria-current]")
    marked.wait_for()
    assert marked.inner_text() == "（九）以高质量公开促进民生政策落地"
    page.context.close()
