"""The same pages as plain Markdown for Hugo and for MkDocs Material with its search, and the commands that build them.

The text of every page of a finished portal becomes paragraphs under its title; there are no calendars, feeds, data or
comparisons to make, and MkDocs gets a navigation of one entry, because one of all pages on every page would be quadratic.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from tests.benchmark.running import Run, run

BLOCKS = "h2,h3,h4,p,li,td,th,dt,dd,caption"
MARKS = re.compile(r"([\\`*_{}\[\]<>#+!|])")
HUGO = {"baseURL": "https://example.org/", "title": "基准门户", "disableKinds": ["taxonomy", "term", "RSS", "sitemap"]}
BASE = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Title }} · {{ .Site.Title }}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><header><a href="/">{{ .Site.Title }}</a><nav><ul><li><a href="/calendar/">时限日历</a></li><li><a href="/compare/">对照</a></li></ul></nav></header>
<main>{{ block "main" . }}{{ end }}</main><footer>{{ .Site.Title }}</footer></body></html>
"""
PAGE = '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ end }}\n'
MKDOCS = """site_name: 基准门户
theme: {name: material, language: zh}
plugins: [search]
nav: [index.md]
validation: {nav: {omitted_files: ignore}}
"""


@dataclass(frozen=True, slots=True)
class Rival:
    """Another generator: name, folder of its sources, how it is built into an output folder, how many pages it must make."""

    name: str
    folder: Path
    command: Callable[[Path], tuple[str | Path, ...]]
    pages: int

    def build(self, output: Path) -> Run:
        """Build from nothing; ends the benchmark where pages are missing."""
        shutil.rmtree(output, ignore_errors=True)
        done = run(self.command(output), self.folder)
        made = sum(1 for _ in output.rglob("*.html"))
        if made < self.pages:
            raise SystemExit(f"incomplete: {self.name} made {made} of {self.pages} pages")
        return done


def hugo_of(site: Path, folder: Path) -> Rival:
    """Sources for Hugo from a finished portal."""
    pages = [(path, title, text) for path, title, text in _pages(site) if path != "404.html"]
    (folder / "layouts" / "_default").mkdir(parents=True)
    for name, text in (("baseof", BASE), ("single", PAGE), ("list", PAGE), ("home", PAGE)):
        (folder / "layouts" / "_default" / f"{name}.html").write_text(text, "utf-8")
    (folder / "hugo.json").write_text(json.dumps(HUGO, ensure_ascii=False), "utf-8")
    branches = {parent.as_posix() for path, _, _ in pages for parent in Path(path).parent.parents}
    for path, title, text in pages:
        where = Path(path).parent
        name = "_index.md" if where.as_posix() in branches else "index.md"
        _write(folder / "content" / where / name, f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n\n{text}")
    return Rival("Hugo", folder, lambda output: (_tool("hugo"), "--destination", output, "--quiet"), len(pages))


def mkdocs_of(site: Path, folder: Path) -> Rival:
    """Sources for MkDocs Material from a finished portal."""
    pages = [(path, title, text) for path, title, text in _pages(site) if path != "404.html"]
    for path, title, text in pages:
        _write(folder / "docs" / Path(path).with_suffix(".md"), f"# {title}\n\n{text}")
    (folder / "mkdocs.yml").write_text(MKDOCS, "utf-8")
    return Rival("MkDocs", folder, lambda output: (_tool("mkdocs"), "build", "--quiet", "--site-dir", output), len(pages))


def has_tool(name: str) -> bool:
    """Whether a rival is installed."""
    return shutil.which(name) is not None


def _tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise SystemExit(f"{name} is not installed: make bench installs it")
    return found


def _pages(site: Path) -> Iterator[tuple[str, str, str]]:
    """Path, title and Markdown of every page of a finished portal."""
    for file in sorted(site.rglob("*.html")):
        tree = LexborHTMLParser(file.read_bytes())
        heading, main = tree.css_first("h1"), tree.css_first("main")
        blocks = [node.text(strip=True) for node in main.css(BLOCKS) if node.css_first(f":is({BLOCKS}) :is({BLOCKS})") is None] if main else []
        text = "\n\n".join(MARKS.sub(r"\\\1", " ".join(block.split())) for block in blocks if block)
        yield file.relative_to(site).as_posix(), heading.text(strip=True) if heading else file.parent.name, text + "\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
