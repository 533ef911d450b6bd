"""A page as seen by itself (单页检查): its own problems, and what the check of the whole site needs to know of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from sys import intern
from typing import Any

from sitegen.position import Span
from sitegen.problems import Problem
from sitegen.render.output import Output
from sitegen.verify.links import Link, Ways, check_faults, check_requests
from sitegen.verify.markup import check_markup, title_of
from sitegen.verify.parsed import parse_page


@dataclass(frozen=True, slots=True)
class SeenPage:
    """One page: path, title, ids, the places of the site that it leads to, and what is wrong with it by itself.

    A place is the address as it stands, the file and the fragment: plain values, for a site has hundreds of thousands.
    """

    path: str
    title: str
    ids: frozenset[str]
    links: tuple[Link, ...]
    problems: tuple[Problem, ...]

    def sharing(self, same: Callable[[Any, Any], Any]) -> SeenPage:
        """The same with links and ids that ``same`` gives for each: pages have most in common and need not each hold their own."""
        ids, links = frozenset(map(same, self.ids, self.ids)), tuple(map(same, self.links, self.links))
        return SeenPage(self.path, self.title, ids, links, self.problems)

    def problem(self, code: str, message: str) -> Problem:
        """A problem of this page."""
        return Problem(code, message, Span(self.path, 1, 1, 1))


def see_page(output: Output, ways: Ways) -> SeenPage:
    """Read one HTML file of a site, given where addresses lead in it."""
    page = parse_page(output)
    title = title_of(page)
    links = ways.links(page.path, page.distinct)
    problems = (*check_requests(page), *check_faults(page, links, ways.base_path), *check_markup(page, title))
    return SeenPage(page.path, title, frozenset(map(intern, page.ids)), tuple([link for link in links if link.target]), problems)
