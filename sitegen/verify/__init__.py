"""The finished site, in memory -> problems (检查成品): what only the whole site can show.

``parsed`` reads pages once, ``links`` follows every internal address and anchor, ``markup`` looks at each page for what
readers with assistive technology and inspectors rely on. Nothing here changes an output.
"""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.problems import Problem
from sitegen.render.output import Output
from sitegen.verify.links import check_addresses, check_links
from sitegen.verify.markup import check_markup, check_titles
from sitegen.verify.parsed import parse_pages


def verify_site(outputs: Iterable[Output], base_path: str) -> tuple[Problem, ...]:
    """All problems of a finished site under its base path ("/" or "/a/b/")."""
    files = tuple(outputs)
    pages = parse_pages(files)
    return (
        *check_addresses(files),
        *check_links(pages, {file.path for file in files}, base_path),
        *(problem for page in pages for problem in check_markup(page)),
        *check_titles(pages),
    )
