"""Links (链接): where every address of a page leads within the site, and that no request leaves it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from sitegen.problems import Problem
from sitegen.verify.parsed import ParsedPage

REQUESTED = {"script", "img", "iframe", "source", "audio", "video", "embed", "use", "form"}
REQUESTED_RELATIONS = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}
# Addresses that need no general parser: nothing escaped, no query, no scheme.
PLAIN = re.compile(r"(/(?!/)|(?:\.\./)*)((?:[\w-]+/)*(?:[\w-]+(?:\.\w+)*)?)", re.ASCII)
PLAIN_FRAGMENT = re.compile(r"[\w-]+", re.ASCII)
FAULTS = {
    "link-malformed": "链接“{}”不是网址",
    "link-script": "链接“{}”是脚本",
    "link-outside": "链接“{}”走出了本站的路径“{}”",
}


class Link(NamedTuple):
    """An address as it stands, the file of the site and the fragment that it leads to ("" for elsewhere), or its fault."""

    address: str
    target: str = ""
    fragment: str = ""
    fault: str = ""


class Ways:
    """Where addresses lead within a site under its base path ("/" or "/a/b/"): those from the root are found once for all pages."""

    def __init__(self, base_path: str) -> None:
        self.base_path = base_path
        self._from_root: dict[str, Link] = {}

    def links(self, page: str, addresses: Iterable[str]) -> list[Link]:
        """Where some addresses of a page lead."""
        known = self._from_root.get
        return [known(address) or self.link(page, address) for address in addresses]

    def link(self, page: str, address: str) -> Link:
        """Where an address of a page leads."""
        if not address.startswith("/"):
            return self._found(page, address)
        if address not in self._from_root:
            self._from_root[address] = self._found(page, address)
        return self._from_root[address]

    def _found(self, page: str, address: str) -> Link:
        place, _, fragment = address.partition("#")
        if not fragment or not PLAIN_FRAGMENT.fullmatch(fragment):
            return _resolved(self.base_path + page.removesuffix("index.html"), address, self.base_path)
        if not place:
            return Link(address, page, fragment)
        _, target, _, fault = self.link(page, place)
        return Link(address, target, fragment, fault) if target else Link(address, fault=fault)


def check_faults(page: ParsedPage, links: Iterable[Link], base_path: str) -> Iterator[Problem]:
    """Addresses that cannot be followed within the site."""
    for link in links:
        if link.fault:
            yield page.problem(link.fault, FAULTS[link.fault].format(link.address, base_path))


def check_requests(page: ParsedPage) -> Iterator[Problem]:
    """Requests to other hosts that a page would make."""
    found = [value for tag, value in page.addresses if tag in REQUESTED and _is_foreign(value)]
    for link in page.elements("link"):
        attributes = link.attributes
        address = attributes.get("href") or ""
        if REQUESTED_RELATIONS.intersection((attributes.get("rel") or "").split()) and _is_foreign(address):
            found.append(address)
    yield from (page.problem("request-foreign", f"页面会向别的网站请求“{address}”") for address in found)


def _resolved(here: str, address: str, base_path: str) -> Link:
    plain = PLAIN.fullmatch(address)
    if plain:
        return _inside(address, _joined(here, plain[1], plain[2]), "", base_path)
    try:
        parts = urlsplit(urljoin(here, address))
        nowhere = address.startswith("//") and not urlsplit(address).netloc
    except ValueError:  # brackets that are no IPv6 address
        nowhere = True
    if nowhere:
        return Link(address, fault="link-malformed")
    if parts.scheme or parts.netloc:
        return Link(address, fault="link-script" if parts.scheme == "javascript" else "")
    return _inside(address, unquote(parts.path), unquote(parts.fragment), base_path)


def _joined(here: str, way: str, rest: str) -> str:
    """A plain address as a path from the root, ``way`` being "/", or steps up, or nothing."""
    if way == "/":
        return "/" + rest
    if not way and not rest:
        return here
    folder = here.rpartition("/")[0]
    for _ in range(way.count("/")):
        folder = folder.rpartition("/")[0]
    return f"{folder}/{rest}"


def _inside(address: str, path: str, fragment: str, base_path: str) -> Link:
    if not path.startswith(base_path):
        return Link(address, fault="link-outside")
    target = path.removeprefix(base_path)
    return Link(address, target + "index.html" if target == "" or target.endswith("/") else target, fragment)


def _is_foreign(address: str) -> bool:
    if address.startswith("/") and not address.startswith("//"):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return bool(parts.netloc) or parts.scheme in ("http", "https")
