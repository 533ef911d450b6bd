"""Pages of the finished site parsed once: the tree, the ids, the addresses that it points to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from sitegen.position import Span
from sitegen.problems import Problem
from sitegen.render.output import Output

ADDRESSES = ("href", "src", "action")


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """One parsed page: path, tree, ids in order, (tag, attribute, address) of everything that it points to, and its links.

    These are elements ``a`` with an address; other elements have one too.
    """

    path: str
    tree: LexborHTMLParser
    ids: tuple[str, ...]
    addresses: tuple[tuple[str, str, str], ...]
    links: tuple[LexborNode, ...]

    @property
    def distinct(self) -> tuple[str, ...]:
        """Every address once, in order."""
        return tuple(dict.fromkeys([address for _, _, address in self.addresses]))

    def problem(self, code: str, message: str, hint: str = "") -> Problem:
        """A problem of this page."""
        return Problem(code, message, Span(self.path, 1, 1, 1), hint=hint)


def parse_pages(outputs: Iterable[Output]) -> Iterator[ParsedPage]:
    """Parse every HTML file of the site, one after another."""
    return (parse_page(output) for output in outputs if is_page(output.path))


def is_page(path: str) -> bool:
    """Whether a file is an HTML page."""
    return path.endswith(".html")


def parse_page(output: Output) -> ParsedPage:
    """Parse one HTML file."""
    tree = LexborHTMLParser(output.content)
    ids = tuple([node.id or "" for node in tree.css("[id]")])
    pointing = [(str(node.tag), name, node) for name in ADDRESSES for node in tree.css(f"[{name}]")]
    addresses = tuple([(tag, name, found) for tag, name, node in pointing if (found := node.attributes.get(name)) is not None])
    links = tuple([node for tag, name, node in pointing if tag == "a" and name == "href"])
    return ParsedPage(output.path, tree, ids, addresses, links)
