"""Pages of the finished site parsed once: the tree, the ids, the addresses that it points to, the elements by their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from selectolax.lexbor import LexborHTMLParser, LexborNode

from sitegen.position import Span
from sitegen.problems import Problem
from sitegen.render.output import Output

ADDRESSES = ("href", "src", "action")
LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
# Most elements have names that nobody asks for: all others are found in less time than those of five names one after another.
UNASKED = ("a", "span", "li", "p", "div", "meta", "ul", "dt", "dd", "td", "section", "ol", "strong", "th", "tr")
ASKED = f":not({','.join(UNASKED)})"


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """One parsed page: path, tree, ids in order, (tag, address) of everything that it points to, its links, elements by name.

    Links are elements ``a`` with an address; other elements have one too. ``named`` has no names of ``UNASKED``. ``headings``
    are all headings in order, with their levels.
    """

    path: str
    tree: LexborHTMLParser
    ids: tuple[str, ...]
    addresses: tuple[tuple[str, str], ...]
    links: tuple[LexborNode, ...]
    named: Mapping[str, Sequence[LexborNode]]
    headings: tuple[tuple[int, LexborNode], ...]

    def elements(self, name: str) -> Sequence[LexborNode]:
        """The elements of a name that is asked for, in order."""
        return self.named.get(name, ())

    @property
    def distinct(self) -> tuple[str, ...]:
        """Every address once, in order."""
        return tuple(dict.fromkeys([address for _, address in self.addresses]))

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
    pointing = [tree.css(f"[{name}]") for name in ADDRESSES]
    tags = [str(node.tag) for node in chain(*pointing)]
    found = [node.attributes.get(name) for name, nodes in zip(ADDRESSES, pointing, strict=True) for node in nodes]
    addresses = tuple([(tag, address) for tag, address in zip(tags, found, strict=True) if address is not None])
    links = tuple([node for tag, node in zip(tags, pointing[0], strict=False) if tag == "a"])
    asked = [(str(node.tag), node) for node in tree.css(ASKED)]
    named: defaultdict[str, list[LexborNode]] = defaultdict(list)
    for tag, node in asked:
        named[tag].append(node)
    headings = tuple([(LEVELS[tag], node) for tag, node in asked if tag in LEVELS])
    return ParsedPage(output.path, tree, ids, addresses, links, named, headings)
