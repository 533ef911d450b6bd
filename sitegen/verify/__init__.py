"""The finished site, in memory -> problems (检查成品): what only the whole site can show.

``parsed`` reads a page, ``markup`` looks for what readers with assistive technology and inspectors rely on, ``links`` finds
where its addresses lead, ``seen`` keeps what of it the check of the whole site, in ``whole``, must know. Nothing here
changes an output.
"""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.problems import Problem
from sitegen.verify.links import Ways
from sitegen.verify.parsed import is_page
from sitegen.verify.seen import SeenPage, see_page
from sitegen.verify.whole import check_addresses, check_links, check_titles

__all__ = ["SeenPage", "Ways", "is_page", "see_page", "verify_site"]


def verify_site(files: Iterable[str], pages: Iterable[SeenPage]) -> tuple[Problem, ...]:
    """All problems of a finished site, given the paths of its files and what was seen of its pages."""
    paths, seen = tuple(files), tuple(pages)
    return (
        *check_addresses(paths),
        *(problem for page in seen for problem in page.problems),
        *check_links(seen, frozenset(paths)),
        *check_titles(seen),
    )
