"""Markdown of prose pages -> safe HTML with stable heading ids. The only home of Python-Markdown and nh3.

Raw HTML is text, attributes cannot be written, and what comes out passes an allow-list. Line ends between Chinese
characters vanish, as a reader of Chinese expects. Headings start at level two, below the page's own title.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from html import unescape
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

CONTENTS_FROM = 4
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
WIDE = (  # Han, kana, full-width forms, and the quotation marks, dashes and ellipses of Chinese text; never Hangul
    "[\u2014\u2018-\u201d\u2026\u2e80-\u303f\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003ffff]"
)
WIDE_BREAK = re.compile(f"(?<={WIDE})[ \t]*\n[ \t]*(?={WIDE})")
TAGS = {
    "a", "blockquote", "br", "code", "dd", "dl", "dt", "em", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre",
    "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}, "th": {"scope"}, **{tag: {"id"} for tag in HEADINGS[1:]}}
SCHEMES = {"http", "https", "mailto", "tel"}


@dataclass(frozen=True, slots=True)
class Heading:
    """Heading of a Markdown text: its level from 2, its id on the page, its words."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class MarkdownText:
    """A rendered Markdown text: the safe HTML and its headings in order."""

    html: Markup
    headings: tuple[Heading, ...]

    @property
    def has_contents(self) -> bool:
        """Whether a table of contents is worth its room."""
        return len(self.headings) >= CONTENTS_FROM


def render_markdown(text: str, base_path: str = "/") -> MarkdownText:
    """Render Markdown; links that start with "/" are put under ``base_path``."""
    converter = Markdown(extensions=["tables", "def_list", "sane_lists"], output_format="html")
    converter.preprocessors.deregister("html_block")
    for pattern in ("html", "entity"):
        converter.inlinePatterns.deregister(pattern)
    finish = _Finish(converter, base_path)
    converter.treeprocessors.register(_JoinWideLines(converter), "join-wide-lines", 15)
    converter.treeprocessors.register(finish, "finish", -1)
    html = converter.convert(text)
    clean = nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)
    return MarkdownText(Markup(clean), tuple(finish.headings))


class _JoinWideLines(Treeprocessor):
    """Removes line ends between wide characters, also across the edges of inline elements."""

    def run(self, root: Element) -> None:
        for block in root.iter():
            if block.tag not in ("pre", "code"):
                self._join(block)

    def _join(self, parent: Element) -> None:
        parent.text = WIDE_BREAK.sub("", parent.text or "")
        before = parent.text
        for child in parent:
            inner = _words(child)
            if child.tag != "br" and before.endswith("\n") and _both_wide(before.rstrip(), inner):
                before = before.rstrip()
                self._set_before(parent, child, before)
            child.tail = WIDE_BREAK.sub("", child.tail or "")
            if child.tag != "br" and child.tail.startswith("\n") and _both_wide(inner, child.tail.lstrip()):
                child.tail = child.tail.lstrip()
            before = child.tail or inner

    def _set_before(self, parent: Element, child: Element, text: str) -> None:
        position = list(parent).index(child)
        if position:
            parent[position - 1].tail = text
        else:
            parent.text = text


class _Finish(Treeprocessor):
    """Levels and ids of headings, scopes of table headings, links put under the base path."""

    def __init__(self, converter: Markdown, base_path: str) -> None:
        super().__init__(converter)
        self.base_path = base_path
        self.headings: list[Heading] = []

    def run(self, root: Element) -> None:
        elements = [element for element in root.iter() if element.tag in HEADINGS]
        top = min((HEADINGS.index(element.tag) for element in elements), default=0)
        used: dict[str, int] = {}
        for element in elements:
            level = min(HEADINGS.index(element.tag) - top + 2, 6)
            anchor = _anchor(_words(element), used)
            element.tag = f"h{level}"
            element.set("id", anchor)
            self.headings.append(Heading(level, anchor, unescape(_words(element))))
        for cell in root.iter("th"):
            cell.set("scope", "col")
        for link in root.iter("a"):
            href = link.get("href", "")
            if href.startswith("/") and not href.startswith("//"):
                link.set("href", self.base_path + href[1:])


def _anchor(words: str, used: dict[str, int]) -> str:
    """Id from the words of a heading; the same words again get a number."""
    name = "h-" + sha256(words.encode()).hexdigest()[:8]
    used[name] = used.get(name, 0) + 1
    return name if used[name] == 1 else f"{name}-{used[name]}"


def _words(element: Element) -> str:
    return "".join(element.itertext())


def _both_wide(before: str, after: str) -> bool:
    return bool(re.search(f"{WIDE}$", before) and re.match(WIDE, after))

