"""Pages of the finished site parsed once: the tree, the ids, the addresses that it points to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from sitegen.position import Span
from sitegen.problems import Problem
from sitegen.render.output import Output

ADDRESSES = ("href", "src", "action")


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """One parsed page: path, tree, ids in order, (tag, attribute, address) of everything that it points to."""

    path: str
    tree: LexborHTMLParser
    ids: tuple[str, ...]
    addresses: tuple[tuple[str, str, str], ...]

    def problem(self, code: str, message: str, hint: str = "") -> Problem:
        """A problem of this page."""
        return Problem(code, message, Span(self.path, 1, 1, 1), hint=hint)


def parse_pages(outputs: Iterable[Output]) -> tuple[ParsedPage, ...]:
    """Parse every HTML file of the site."""
    return tuple(_parse(output) for output in outputs if output.path.endswith(".html"))


def _parse(output: Output) -> ParsedPage:
    tree = LexborHTMLParser(output.content)
    ids = tuple(str(node.attributes["id"]) for node in tree.css("[id]"))
    addresses = tuple(
        (str(node.tag), name, value)
        for node in tree.css("[href],[src],[action]")
        for name in ADDRESSES
        if (value := node.attributes.get(name)) is not None
    )
    return ParsedPage(output.path, tree, ids, addresses)
