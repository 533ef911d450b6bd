"""Addresses made relative (相对网址): the same site for any place, a folder on a disk included.

Links of every page lead from that page to the file itself ("../2025/index.html"), so that nothing depends on a host or a
base path. The page for addresses that lead nowhere stays as it is: a host shows it at any depth.
"""

from __future__ import annotations

import posixpath
import re

from sitegen.render.output import Output

RELATIVE = "."
ADDRESS = re.compile(r'( (?:href|src|action|data-[a-z-]+)=")/(?!/)([^"]*)"')
ANYWHERE = "404.html"


def relative(output: Output) -> Output:
    """The same file with the addresses, if it is a page, relative; it was made for the base path "/"."""
    return _page(output) if _is_page(output.path) else output


def _is_page(path: str) -> bool:
    return path.endswith(".html") and path != ANYWHERE


def _page(output: Output) -> Output:
    folder = posixpath.dirname(output.path) or "."

    def rewrite(match: re.Match[str]) -> str:
        path, mark, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", match[2], re.S).groups()  # type: ignore[union-attr]
        target = path + "index.html" if path == "" or path.endswith("/") else path
        return f'{match[1]}{posixpath.relpath(target, folder)}{mark}{rest}"'

    return Output(output.path, ADDRESS.sub(rewrite, output.content.decode()).encode())
