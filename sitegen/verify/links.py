"""Links (链接): every address of the site leads to a file of the site, every fragment to an id, no request leaves it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from urllib.parse import unquote, urljoin, urlsplit

from sitegen.position import Span
from sitegen.problems import Problem
from sitegen.render.output import Output
from sitegen.verify.parsed import ParsedPage

REQUESTED = ("script", "img", "iframe", "source", "audio", "video", "embed", "use", "form")
REQUESTED_RELATIONS = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}


def check_addresses(files: Iterable[Output]) -> Iterator[Problem]:
    """Two files of one address, also where only upper and lower case differ."""
    seen: dict[str, str] = {}
    for file in files:
        key = file.path.lower()
        if key in seen:
            place = Span(file.path, 1, 1, 1)
            yield Problem("address-repeated", f"两个文件要写到同一个网址“{file.path}”", place, hint="检查编号是否重复。")
        seen.setdefault(key, file.path)


def check_links(pages: Iterable[ParsedPage], files: Collection[str], base_path: str) -> Iterator[Problem]:
    """Internal addresses without a file, fragments without an id, requests to other hosts."""
    listed = tuple(pages)
    anchors = {page.path: frozenset(page.ids) for page in listed}
    for page in listed:
        foreign = _foreign_requests(page)
        yield from (page.problem("request-foreign", f"页面会向别的网站请求“{address}”") for address in foreign)
        for address in dict.fromkeys(address for _, _, address in page.addresses):
            yield from _check(page, address, files, anchors, base_path)


def _check(
    page: ParsedPage, address: str, files: Collection[str], anchors: dict[str, frozenset[str]], base_path: str
) -> Iterator[Problem]:
    here = base_path + page.path.removesuffix("index.html")
    try:
        parts = urlsplit(urljoin(here, address))
    except ValueError:  # brackets that are no IPv6 address
        yield page.problem("link-malformed", f"链接“{address}”不是网址")
        return
    if parts.scheme or parts.netloc:
        if parts.scheme == "javascript":
            yield page.problem("link-script", f"链接“{address}”是脚本")
        return
    path = unquote(parts.path)
    if not path.startswith(base_path):
        yield page.problem("link-outside", f"链接“{address}”走出了本站的路径“{base_path}”")
        return
    target = path.removeprefix(base_path)
    target += "index.html" if target == "" or target.endswith("/") else ""
    if target not in files:
        yield page.problem("link-dead", f"链接“{address}”没有对应的页面")
    elif parts.fragment and target.endswith(".html") and unquote(parts.fragment) not in anchors[target]:
        yield page.problem("anchor-dead", f"链接“{address}”指向的位置不存在")


def _foreign_requests(page: ParsedPage) -> list[str]:
    found = [value for tag, _, value in page.addresses if tag in REQUESTED and _is_foreign(value)]
    for link in page.tree.css("link[href]"):
        relations = set((link.attributes.get("rel") or "").split())
        address = link.attributes.get("href") or ""
        if relations & REQUESTED_RELATIONS and _is_foreign(address):
            found.append(address)
    return found


def _is_foreign(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return bool(parts.netloc) or parts.scheme in ("http", "https")
