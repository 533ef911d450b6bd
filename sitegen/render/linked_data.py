"""Linked data -> the data block of a page. The one place where a value becomes the text of a ``script`` element."""

from __future__ import annotations

import json

from markupsafe import Markup

from sitegen.derive.linked_data import Thing

ESCAPES = {character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
_text = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def linked_data_block(thing: Thing | None) -> Markup:
    """The data block, which no browser runs; whatever stands in its texts cannot end it or become markup."""
    if thing is None:
        return Markup("")
    text = _text(thing)
    for character, escaped in ESCAPES.items():
        text = text.replace(character, escaped)
    return Markup(f'<script type="application/ld+json">{text}</script>')
