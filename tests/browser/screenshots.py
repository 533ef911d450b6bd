"""Screenshots of the real site (界面截图): the few that README shows, and contact sheets for whoever reviews a change.

``python -m tests.browser.screenshots`` builds the site, serves it on loopback and takes README's pictures;
``--contact FOLDER`` lays one page of each kind out on four sheets: phone and desktop, light and dark. What is right or
wrong on a page is for the tests to say; nothing is judged here.
"""

from __future__ import annotations

import argparse
import functools
import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, time
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, FloatRect, sync_playwright

from sitegen.build import Built, build_site
from sitegen.derive.comparison.comparison import compare_all
from sitegen.memo import Memo
from sitegen.pages import Page, lay_out, layout_of, newest_date
from sitegen.publish import publish
from tests.conftest import ROOT, settings_for, silent

FOLDER = ROOT / ".github" / "screenshots"
LIMIT = 300_000  # bytes of README's pictures together: a page that is read on slow lines, too
ARGUMENTS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
NAMES = ("chromium", "chromium-browser", "google-chrome")
Colours = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen: its name and size, how much of a long page a contact sheet shows of it, and how many stand in a row."""

    name: str
    width: int
    height: int
    shown: int
    columns: int


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture of README: its name, the page, the screen, and how much of the page it shows."""

    name: str
    path: str
    screen: Screen
    shown: int


PHONE = Screen("phone", 360, 720, 1440, 7)
DESKTOP = Screen("desktop", 1200, 760, 1520, 5)
TASK = "huaiyin/2023/task-12/"
README_SHOTS = (Shot("home-desktop", "", DESKTOP, 640), Shot("task-phone", TASK, PHONE, 1250))


def main(arguments: list[str]) -> None:
    """Take README's pictures, or with ``--contact`` the contact sheets."""
    parser = argparse.ArgumentParser(prog="python -m tests.browser.screenshots", description=__doc__)
    parser.add_argument("--contact", type=Path, metavar="FOLDER", help="write contact sheets to FOLDER instead")
    folder = parser.parse_args(arguments).contact
    built = build_site(settings_for(ROOT), Memo(), silent)
    with served(built) as address, chromium() as browser:
        if folder is None:
            take_readme_shots(browser, built, address)
        else:
            make_contact_sheets(browser, built, address, folder)


def take_readme_shots(browser: Browser, built: Built, address: str) -> None:
    """Write README's pictures; together they may not exceed the limit."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    taken = {
        f"{shot.name}.png": picture(browser, built, address + shot.path, shot.screen, shot.shown, "light")
        for shot in README_SHOTS
    }
    total = sum(map(len, taken.values()))
    if total > LIMIT:
        raise SystemExit(f"the pictures take {total} bytes together, more than {LIMIT}")
    for name, content in taken.items():
        (FOLDER / name).write_bytes(content)
        print(f"{FOLDER / name}  {len(content)} bytes")


def make_contact_sheets(browser: Browser, built: Built, address: str, folder: Path) -> None:
    """Write four sheets with the fullest page of each kind."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = pages_of_each_kind(built)
    for screen in (PHONE, DESKTOP):
        for colours in ("light", "dark"):
            with tempfile.TemporaryDirectory() as scratch:
                for name, path in paths:
                    content = picture(browser, built, address + path, screen, screen.shown, colours)
                    (Path(scratch) / f"{name}.png").write_bytes(content)
                target = folder / f"{screen.name}-{colours}.png"
                target.write_bytes(sheet(browser, Path(scratch), paths, screen))
                print(target)


def pages_of_each_kind(built: Built) -> list[tuple[str, str]]:
    """Name of each kind of page and the path of its fullest page, in the order of the site; at last a row of a table."""
    sizes = {output.path: len(output.content) for output in built.outputs}
    fullest: dict[str, tuple[int, str]] = {}
    site = lay_out(layout_of(built.portal, compare_all(built.portal), None, "/"))
    for page in (matter for matter in site.matters() if isinstance(matter, Page)):
        name = Path(page.template).stem
        file = page.path if page.path.endswith(".html") else page.path + "index.html"
        fullest[name] = max(fullest.get(name, (0, "")), (sizes[file], page.path))
    return [*((name, path) for name, (_, path) in fullest.items()), ("row", TASK)]


def picture(browser: Browser, built: Built, address: str, screen: Screen, shown: int, colours: Colours) -> bytes:
    """PNG of a page from its top, at most ``shown`` pixels high, on the day for which the site was built."""
    context = browser.new_context(
        viewport={"width": screen.width, "height": screen.height},
        color_scheme=colours, reduced_motion="reduce", locale="zh-CN", timezone_id="Asia/Shanghai",
    )  # fmt: skip
    try:
        page = context.new_page()
        page.clock.set_fixed_time(datetime.combine(newest_date(built.portal), time(9)))
        page.goto(address, wait_until="networkidle")
        height = page.evaluate("document.documentElement.scrollHeight")
        clip = FloatRect(x=0, y=0, width=screen.width, height=min(height, shown))
        return page.screenshot(full_page=True, clip=clip)
    finally:
        context.close()


def sheet(browser: Browser, scratch: Path, paths: list[tuple[str, str]], screen: Screen) -> bytes:
    """PNG of a contact sheet: every picture of a folder at half its size, with the address of its page."""
    figures = "".join(
        f"<figure><figcaption>{escape(name)} /{escape(path)}</figcaption>"
        f'<img src="{escape(name)}.png" width="{screen.width // 2}"></figure>'
        for name, path in paths
    )
    style = (
        f"body{{margin:12px;display:grid;grid-template-columns:repeat({screen.columns},{screen.width // 2}px);gap:12px;"
        "background:#888;font:12px sans-serif;align-items:start}figure{margin:0}figcaption{overflow-wrap:anywhere}"
    )
    (scratch / "sheet.html").write_text(f"<!doctype html><meta charset=utf-8><style>{style}</style>{figures}", "utf-8")
    page = browser.new_page(viewport={"width": screen.columns * (screen.width // 2 + 12) + 12, "height": 600})
    try:
        page.goto((scratch / "sheet.html").as_uri())
        return page.screenshot(full_page=True)
    finally:
        page.close()


class _Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, format: str, *arguments: object) -> None:
        """Keep the terminal for the names of the pictures."""


@contextmanager
def served(built: Built) -> Iterator[str]:
    """The address on loopback under which a finished site is served."""
    with tempfile.TemporaryDirectory() as folder:
        publish(built.outputs, Path(folder))
        server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=folder))
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
            server.server_close()


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser that $CHROMIUM names, or the one of the distribution."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        raise SystemExit("no Chromium here: install it, or set CHROMIUM to its path")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
