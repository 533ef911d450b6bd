"""Markup (页面结构): facts of each page that assistive technology, inspectors and a strict CSP rely on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborNode

from sitegen.problems import Problem
from sitegen.verify.parsed import ParsedPage

LABELS_AND_FIELDS = "label[for],input:not([type=hidden]):not([type=submit]):not([type=button]),select,textarea"
UNNAMED_IMAGE = "img:not([alt])"
INLINE_SCRIPT = "script:not([src]):not([type='application/json']):not([type='application/ld+json'])"
INLINE_STYLE = "[style],style"
# A page that holds none of these, as nearly all do, is walked through once for them and not three times.
REFUSED = f"{UNNAMED_IMAGE},{INLINE_SCRIPT},{INLINE_STYLE}"


def title_of(page: ParsedPage) -> str:
    """The title of a page, "" where it has none."""
    node = page.tree.css_first("title")
    return node.text(strip=True) if node else ""


def check_markup(page: ParsedPage, title: str) -> Iterator[Problem]:
    """What is wrong with one page by itself, which has this title."""
    tree = page.tree
    if not title:
        yield page.problem("title-missing", "页面没有标题")
    if tree.css_first("html[lang]") is None:
        yield page.problem("language-missing", "页面没有写明语言")
    headings = tree.css("h1,h2,h3,h4,h5,h6")
    first = sum(node.tag == "h1" for node in headings)
    if first != 1:
        yield page.problem("heading-first", f"页面应有一个一级标题，现在有 {first} 个")
    if tree.css_first("main") is None:
        yield page.problem("main-missing", "页面没有主要内容区 main")
    yield from _repeated_ids(page)
    yield from _heading_steps(page, headings)
    refused = tree.css_first(REFUSED) is not None
    if refused:
        yield from (page.problem("image-unnamed", "图片没有文字说明 alt") for _ in tree.css(UNNAMED_IMAGE))
    yield from _names(page)
    if refused and tree.css_first(INLINE_SCRIPT) is not None:
        yield page.problem("script-inline", "页面里有内嵌脚本，严格的内容安全策略会拒绝它")
    if refused and tree.css_first(INLINE_STYLE) is not None:
        yield page.problem("style-inline", "页面里有内嵌样式，严格的内容安全策略会拒绝它")


def _repeated_ids(page: ParsedPage) -> Iterator[Problem]:
    if len(set(page.ids)) == len(page.ids):
        return
    for name, count in Counter(page.ids).items():
        if count > 1:
            yield page.problem("anchor-repeated", f"位置编号“{name}”在同一页出现了 {count} 次")


def _heading_steps(page: ParsedPage, headings: Iterable[LexborNode]) -> Iterator[Problem]:
    level = 0
    for node in headings:
        step = int(str(node.tag)[1])
        if step > level + 1:
            yield page.problem("heading-skipped", f"标题“{node.text(strip=True)[:20]}”从第 {level} 级跳到第 {step} 级")
        level = step


def _names(page: ParsedPage) -> Iterator[Problem]:
    tree = page.tree
    for table in tree.css("table"):
        if table.css_first("caption") is None:
            yield page.problem("table-unnamed", "表格没有标题 caption")
    fields = tree.css(LABELS_AND_FIELDS)
    labelled = {node.attributes.get("for") for node in fields if node.tag == "label"}
    for field in fields:
        if field.tag == "label":
            continue
        attributes = field.attributes
        if attributes.get("id") not in labelled and not attributes.get("aria-label") and not attributes.get("aria-labelledby"):
            yield page.problem("field-unnamed", f"输入框“{attributes.get('name') or ''}”没有标签")
    for link in tree.css("a[href]"):
        if not link.text_lexbor().strip() and not link.attributes.get("aria-label") and link.css_first("img[alt],svg title") is None:
            yield page.problem("link-unnamed", f"链接“{link.attributes.get('href')}”没有文字")
