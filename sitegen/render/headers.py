"""Headers of the finished site (响应头): one content security policy, in every page and in the file that hosts read.

``_headers`` is read by Netlify, Cloudflare Pages and others; hosts that do not read it still get the policy from the
``meta`` element of each page. Nothing inline runs, nothing is asked of another host, nobody frames a page.
"""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.derive.urls import Urls
from sitegen.render.output import Output

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'"
)
REFERRER = "same-origin"
EVERYWHERE = (
    ("Content-Security-Policy", f"{POLICY}; frame-ancestors 'none'"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", REFERRER),
)
FOREVER = ("Cache-Control", "public, max-age=31536000, immutable")


def render_headers(urls: Urls, unchanging: Iterable[str]) -> Output:
    """The file of headers; ``unchanging`` are the folders whose files have names that change with their content."""
    rules = [(urls.href("*"), EVERYWHERE), *((urls.href(f"{folder}*"), (FOREVER,)) for folder in unchanging)]
    return Output("_headers", "\n".join(_rule(pattern, headers) for pattern, headers in rules).encode())


def _rule(pattern: str, headers: Iterable[tuple[str, str]]) -> str:
    return "".join([f"{pattern}\n", *(f"  {name}: {value}\n" for name, value in headers)])
