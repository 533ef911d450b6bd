"""Markup (页面结构): facts of each page that assistive technology, inspectors and a strict CSP rely on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sitegen.problems import Problem
from sitegen.verify.parsed import ParsedPage

UNNAMED_FIELDS = "input:not([type=hidden]):not([type=submit]):not([type=button]),select,textarea"


def title_of(page: ParsedPage) -> str:
    """The title of a page, "" where it has none."""
    node = page.tree.css_first("title")
    return node.text(strip=True) if node else ""


def check_markup(page: ParsedPage) -> Iterator[Problem]:
    """What is wrong with one page by itself."""
    tree = page.tree
    if not title_of(page):
        yield page.problem("title-missing", "页面没有标题")
    if tree.css_first("html[lang]") is None:
        yield page.problem("language-missing", "页面没有写明语言")
    if len(tree.css("h1")) != 1:
        yield page.problem("heading-first", f"页面应有一个一级标题，现在有 {len(tree.css('h1'))} 个")
    if tree.css_first("main") is None:
        yield page.problem("main-missing", "页面没有主要内容区 main")
    yield from _repeated_ids(page)
    yield from _heading_steps(page)
    yield from _names(page)
    if tree.css_first("script:not([src]):not([type='application/json']):not([type='application/ld+json'])") is not None:
        yield page.problem("script-inline", "页面里有内嵌脚本，严格的内容安全策略会拒绝它")
    if tree.css_first("[style],style") is not None:
        yield page.problem("style-inline", "页面里有内嵌样式，严格的内容安全策略会拒绝它")


def _repeated_ids(page: ParsedPage) -> Iterator[Problem]:
    for name, count in Counter(page.ids).items():
        if count > 1:
            yield page.problem("anchor-repeated", f"位置编号“{name}”在同一页出现了 {count} 次")


def _heading_steps(page: ParsedPage) -> Iterator[Problem]:
    level = 0
    for node in page.tree.css("h1,h2,h3,h4,h5,h6"):
        step = int(str(node.tag)[1])
        if step > level + 1:
            yield page.problem("heading-skipped", f"标题“{node.text(strip=True)[:20]}”从第 {level} 级跳到第 {step} 级")
        level = step


def _names(page: ParsedPage) -> Iterator[Problem]:
    tree = page.tree
    for _ in tree.css("img:not([alt])"):
        yield page.problem("image-unnamed", "图片没有文字说明 alt")
    for table in tree.css("table"):
        if table.css_first("caption") is None:
            yield page.problem("table-unnamed", "表格没有标题 caption")
    labelled = {node.attributes.get("for") for node in tree.css("label[for]")}
    for field in tree.css(UNNAMED_FIELDS):
        attributes = field.attributes
        if attributes.get("id") not in labelled and not attributes.get("aria-label") and not attributes.get("aria-labelledby"):
            yield page.problem("field-unnamed", f"输入框“{attributes.get('name') or ''}”没有标签")
    for link in tree.css("a[href]"):
        if not link.text(strip=True) and not link.attributes.get("aria-label") and link.css_first("img[alt],svg title") is None:
            yield page.problem("link-unnamed", f"链接“{link.attributes.get('href')}”没有文字")
