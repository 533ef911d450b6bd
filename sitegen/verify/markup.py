"""Markup (页面结构): facts of each page that assistive technology, inspectors and a strict CSP rely on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from sitegen.problems import Problem
from sitegen.verify.parsed import ParsedPage

FIELDS = ("input", "select", "textarea")
BUTTONS = ("hidden", "submit", "button")
DATA_BLOCKS = ("application/json", "application/ld+json")


def title_of(page: ParsedPage) -> str:
    """The title of a page, "" where it has none."""
    titles = page.elements("title")
    return titles[0].text(strip=True) if titles else ""


def check_markup(page: ParsedPage, title: str) -> Iterator[Problem]:
    """What is wrong with one page by itself, which has this title."""
    elements = page.elements
    if not title:
        yield page.problem("title-missing", "页面没有标题")
    if not any("lang" in node.attributes for node in elements("html")):
        yield page.problem("language-missing", "页面没有写明语言")
    first = len(elements("h1"))
    if first != 1:
        yield page.problem("heading-first", f"页面应有一个一级标题，现在有 {first} 个")
    if not elements("main"):
        yield page.problem("main-missing", "页面没有主要内容区 main")
    yield from _repeated_ids(page)
    yield from _heading_steps(page)
    yield from (page.problem("image-unnamed", "图片没有文字说明 alt") for image in elements("img") if "alt" not in image.attributes)
    yield from _names(page)
    if any("src" not in script.attributes and _type_of(script) not in DATA_BLOCKS for script in elements("script")):
        yield page.problem("script-inline", "页面里有内嵌脚本，严格的内容安全策略会拒绝它")
    if elements("style") or page.tree.css_first("[style]") is not None:
        yield page.problem("style-inline", "页面里有内嵌样式，严格的内容安全策略会拒绝它")


def _type_of(node: LexborNode) -> str:
    """What an element says that it is, in whatever case it says so."""
    return (node.attributes.get("type") or "").lower()


def _repeated_ids(page: ParsedPage) -> Iterator[Problem]:
    if len(set(page.ids)) == len(page.ids):
        return
    for name, count in Counter(page.ids).items():
        if count > 1:
            yield page.problem("anchor-repeated", f"位置编号“{name}”在同一页出现了 {count} 次")


def _heading_steps(page: ParsedPage) -> Iterator[Problem]:
    level = 0
    for step, node in page.headings:
        if step > level + 1:
            yield page.problem("heading-skipped", f"标题“{node.text(strip=True)[:20]}”从第 {level} 级跳到第 {step} 级")
        level = step


def _names(page: ParsedPage) -> Iterator[Problem]:
    elements = page.elements
    for table in elements("table"):
        if table.css_first("caption") is None:
            yield page.problem("table-unnamed", "表格没有标题 caption")
    labelled = {label.attributes["for"] for label in elements("label") if "for" in label.attributes}
    for field in (field for name in FIELDS for field in elements(name)):
        attributes = field.attributes
        if field.tag == "input" and _type_of(field) in BUTTONS:
            continue
        if attributes.get("id") not in labelled and not attributes.get("aria-label") and not attributes.get("aria-labelledby"):
            yield page.problem("field-unnamed", f"输入框“{attributes.get('name') or ''}”没有标签")
    silent = [link for link in page.links if not link.text_lexbor().strip()]
    for link in silent:
        if not link.attributes.get("aria-label") and link.css_first("img[alt],svg title") is None:
            yield page.problem("link-unnamed", f"链接“{link.attributes.get('href')}”没有文字")
