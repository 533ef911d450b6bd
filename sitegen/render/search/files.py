"""The form of search files (检索文件): a script that hands one value to the page's search, named by its content.

Plain scripts can be read from any host without settings, under a strict content security policy, and from a folder.
What the values hold is decided by ``shards``, ``texts`` and the package itself.
"""

from __future__ import annotations

import base64
import hashlib

from sitegen.render.json_text import as_json
from sitegen.render.output import Output

FOLDER = "search/"


def content_hash(text: str, length: int) -> str:
    """Short name for a content: letters and digits, 5 bits each."""
    return base64.b32encode(hashlib.sha256(text.encode()).digest()).decode().lower()[:length]


def script(name: str, value: str) -> Output:
    """File that hands ``value`` (JSON) to the search under ``name``, its path in the search folder without ".js"."""
    return Output(f"{FOLDER}{name}.js", f"sitegenSearch({as_json(name)},{value})\n".encode())


def utf16_order(text: str) -> bytes:
    """Sort key that orders texts as JavaScript does, by UTF-16 units; lunr refuses terms in another order."""
    return text.encode("utf-16-be")
