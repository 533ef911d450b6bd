"""What only the site as a whole can show (整站检查): addresses, links and titles across pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from sitegen.position import Span
from sitegen.problems import Problem
from sitegen.verify.links import Link
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
    dead = {link for link in set(chain.from_iterable(page.links for page in listed)) if not _leads(link, files, anchors)}
    for page in listed if dead else ():
        for address, target, _, _ in (link for link in page.links if link in dead):
            if target not in files:
                yield page.problem("link-dead", f"链接“{address}”没有对应的页面")
            else:
                yield page.problem("anchor-dead", f"链接“{address}”指向的位置不存在")


def _leads(link: Link, files: frozenset[str], anchors: Mapping[str, frozenset[str]]) -> bool:
    """Whether the file is there and, if it is a page, the place in it."""
    _, target, fragment, _ = link
    if target not in files:
        return False
    return not fragment or target not in anchors or fragment in anchors[target]


def check_titles(pages: Iterable[SeenPage]) -> Iterator[Problem]:
    """Titles that several pages share: a reader with many tabs, or a list of results, could not tell them apart."""
    seen: dict[str, str] = {}
    for page in pages:
        if page.title in seen:
            yield page.problem("title-repeated", f"标题“{page.title}”与“{seen[page.title]}”相同")
        elif page.title:
            seen[page.title] = page.path
