"""What only the site as a whole can show (整站检查): addresses, links and titles across pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.position import Span
from sitegen.problems import Problem
from sitegen.verify.seen import SeenPage


def check_addresses(paths: Iterable[str]) -> Iterator[Problem]:
    """Two files of one address, also where only upper and lower case differ."""
    seen: set[str] = set()
    for path in paths:
        key = path.lower()
        if key in seen:
            yield Problem("address-repeated", f"两个文件要写到同一个网址“{path}”", Span(path, 1, 1, 1), hint="检查编号是否重复。")
        seen.add(key)


def check_links(pages: Iterable[SeenPage], files: frozenset[str]) -> Iterator[Problem]:
    """Internal addresses without a file, fragments without an id."""
    listed = tuple(pages)
    anchors = {page.path: page.ids for page in listed}
    for page in listed:
        for link in page.links:
            if link.target not in files:
                yield page.problem("link-dead", f"链接“{link.address}”没有对应的页面")
            elif link.fragment and link.target in anchors and link.fragment not in anchors[link.target]:
                yield page.problem("anchor-dead", f"链接“{link.address}”指向的位置不存在")


def check_titles(pages: Iterable[SeenPage]) -> Iterator[Problem]:
    """Titles that several pages share: a reader with many tabs, or a list of results, could not tell them apart."""
    seen: dict[str, str] = {}
    for page in pages:
        if page.title in seen:
            yield page.problem("title-repeated", f"标题“{page.title}”与“{seen[page.title]}”相同")
        elif page.title:
            seen[page.title] = page.path
