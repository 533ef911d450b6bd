"""A page as seen by itself (单页检查): its own problems, and what the check of the whole site needs to know of it."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.position import Span
from sitegen.problems import Problem
from sitegen.render.output import Output
from sitegen.verify.links import Link, check_faults, check_requests, resolve
from sitegen.verify.markup import check_markup, title_of
from sitegen.verify.parsed import parse_page


@dataclass(frozen=True, slots=True)
class SeenPage:
    """One page: path, title, ids, the places of the site that it leads to, and what is wrong with it by itself."""

    path: str
    title: str
    ids: frozenset[str]
    links: tuple[Link, ...]
    problems: tuple[Problem, ...]

    def problem(self, code: str, message: str) -> Problem:
        """A problem of this page."""
        return Problem(code, message, Span(self.path, 1, 1, 1))


def see_page(output: Output, base_path: str) -> SeenPage:
    """Read one HTML file of a site under its base path ("/" or "/a/b/")."""
    page = parse_page(output)
    links = tuple(resolve(page.path, address, base_path) for address in page.distinct)
    problems = (*check_requests(page), *check_faults(page, links, base_path), *check_markup(page))
    return SeenPage(page.path, title_of(page), frozenset(page.ids), tuple(link for link in links if link.target), problems)
