"""The preview in a real browser: every save reloads it, a burst of saves once, a mistake is shown and goes by itself."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import unpack, write_files
from tests.flow.sample import SAMPLE


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Where a preview of the sample is served."""
    write_files(tmp_path, unpack(SAMPLE))
    port = 20000 + time.time_ns() % 20000
    command = [sys.executable, "-u", "-m", "sitegen", "serve", "--root", str(tmp_path), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as server:
        assert server.stdout is not None
        while "打开" not in server.stdout.readline():
            assert server.poll() is None
        yield f"http://127.0.0.1:{port}/"
        server.terminate()


def opened(browser: Browser, address: str) -> tuple[Page, list[float]]:
    """A page that shows the preview and listens for reloads, and the list of its loads from now on."""
    page = browser.new_page()
    loads: list[float] = []
    with page.expect_websocket() as connection:
        page.goto(address)
    connection.value.wait_for_event("framereceived")
    page.wait_for_load_state("load")
    page.on("load", lambda _page: loads.append(time.monotonic()))
    return page, loads


def settled(page: Page, loads: list[float], number: int) -> int:
    """Wait for so many loads, and a little longer for any that should not come."""
    for _ in range(300):
        if len(loads) >= number:
            break
        page.wait_for_timeout(100)
    page.wait_for_timeout(3000)
    return len(loads)


def test_saves_reload_the_browser_and_mistakes_come_and_go(browser: Browser, address: str, tmp_path: Path) -> None:
    page, loads = opened(browser, address)
    facts = tmp_path / "content/portal.yaml"
    good = facts.read_text("utf-8")
    facts.write_text(good.replace("样例门户", "甲门户"), "utf-8")
    page.wait_for_timeout(1500)
    facts.write_text(good.replace("样例门户", "乙门户"), "utf-8")
    assert settled(page, loads, 2) == 2
    assert "乙门户" in page.title()
    for n in range(50):
        (tmp_path / f"content/pages/page-{n}.md").write_text(f"---\ntitle: 第{n}页\n---\n文字。\n", "utf-8")
    assert settled(page, loads, 3) == 3
    facts.write_text(good.replace("title", "titel").replace("description", "descripton"), "utf-8")
    assert settled(page, loads, 4) == 4
    shown = page.locator("pre").inner_text()
    assert "content/portal.yaml:1:1: 错误 field-unknown: 没有“titel”这个字段\n    1 | titel: 样例门户\n      | ^^^^^  是不是“title”？" in shown
    assert "是不是“description”？" in shown
    facts.write_text(good, "utf-8")
    assert settled(page, loads, 5) == 5
    assert "样例门户" in page.title()
    page.close()
