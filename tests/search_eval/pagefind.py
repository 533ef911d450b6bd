"""Pagefind over the same pages, to compare with: a dependency of this evaluation only, left out politely where it lacks."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser

PATIENCE = 600
PAGE = "<!doctype html><html lang=zh-CN><meta charset=utf-8><title>Pagefind</title>"
ASK = """async (queries) => {
  const pagefind = await import('/pagefind/pagefind.js');
  const answers = [];
  for (const query of queries) {
    const { results } = await pagefind.search(query);
    answers.push(await Promise.all(results.slice(0, 30).map(async (result) => (await result.data()).url)));
  }
  return answers;
}"""


def index_pages(folder: Path) -> bool:
    """Index the pages of a folder; False where Pagefind is not installed (``pip install --group search-eval``) or fails."""
    if importlib.util.find_spec("pagefind") is None:
        return False
    command = [sys.executable, "-m", "pagefind", "--site", str(folder), "--force-language", "zh"]
    try:
        done = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return False
    (folder / "pagefind.html").write_text(PAGE, "utf-8")
    return done.returncode == 0


def ask_all(browser: Browser, root: str, queries: Sequence[str]) -> list[tuple[str, ...]]:
    """Paths of the pages found for every query, the best first."""
    page = browser.new_page()
    page.goto(f"{root}pagefind.html")
    answers = page.evaluate(ASK, list(queries))
    page.close()
    return [tuple(urlsplit(url).path.lstrip("/") for url in answer) for answer in answers]
