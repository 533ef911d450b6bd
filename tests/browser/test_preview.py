"""The preview in a real browser: every save reloads it, a burst of saves hardly more than once, a mistake is shown and goes by itself."""

from __future__ import annotations

import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.chromium import PATIENCE
from tests.conftest import unpack, write_files
from tests.flow.sample import SAMPLE
from tests.preview import Preview, previewing, save

FACTS = "content/portal.yaml"


@contextmanager
def opened(browser: Browser, folder: Path, *options: str) -> Iterator[tuple[Preview, Page, list[str]]]:
    """A preview of the sample in a folder, a page that shows it, and the titles that the page had at each load."""
    write_files(folder, unpack(SAMPLE))
    with previewing(folder, *options) as preview:
        page = browser.new_page()
        loads: list[str] = []
        page.on("framenavigated", lambda _frame: loads.append(page.url))
        page.goto(preview.address())
        yield preview, page, loads
        page.close()


def test_saves_reload_the_browser_and_mistakes_come_and_go(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path) as (_, page, _):
        facts = tmp_path / FACTS
        good = facts.read_text("utf-8")
        for name in ("甲门户", "乙门户"):
            save(facts, good.replace("样例门户", name))
            expect(page).to_have_title(re.compile(name), timeout=PATIENCE)
        save(facts, good.replace("title", "titel").replace("description", "descripton"))
        shown = page.locator("pre")
        expect(shown).to_contain_text("没有“titel”这个字段", timeout=PATIENCE)
        said = "content/portal.yaml:1:1: 错误 field-unknown: 没有“titel”这个字段\n    1 | titel: 样例门户\n      | ^^^^^  是不是“title”？"
        assert said in shown.inner_text()
        assert "是不是“description”？" in shown.inner_text()
        save(facts, good)
        expect(page).to_have_title(re.compile("样例门户"), timeout=PATIENCE)


def test_a_burst_of_saves_reloads_the_browser_once_or_a_few_times(browser: Browser, tmp_path: Path) -> None:
    """The preview is stopped while many files are written. At rest it sees one burst; a busy machine may tell it in parts."""
    with opened(browser, tmp_path) as (preview, page, loads):
        facts = tmp_path / FACTS
        good = facts.read_text("utf-8")
        preview.process.send_signal(signal.SIGSTOP)
        for n in range(50):
            (tmp_path / f"content/pages/page-{n}.md").write_text(f"---\ntitle: 第{n}页\n---\n文字。\n", "utf-8")
        save(facts, good.replace("样例门户", "甲门户"))
        preview.process.send_signal(signal.SIGCONT)
        expect(page).to_have_title(re.compile("甲门户"), timeout=PATIENCE)
        save(facts, good.replace("样例门户", "乙门户"))
        expect(page).to_have_title(re.compile("乙门户"), timeout=PATIENCE)
        assert 3 <= len(loads) < 13
        for _ in loads[1:]:
            preview.hear("已更新")


def test_a_page_that_connects_after_a_save_is_not_left_behind(browser: Browser, tmp_path: Path) -> None:
    """A save between the sending of a page and its connection: the page reloads as soon as it is connected."""
    with opened(browser, tmp_path) as (preview, page, _):
        facts = tmp_path / FACTS

        def save_first(route: Route) -> None:
            save(facts, facts.read_text("utf-8").replace("样例门户", "甲门户"))
            preview.hear("已更新")
            route.continue_()

        page.route("**/livereload.js*", save_first, times=1)
        page.goto(page.url, wait_until="commit")
        expect(page).to_have_title(re.compile("甲门户"), timeout=PATIENCE)
