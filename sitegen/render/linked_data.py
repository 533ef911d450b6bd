"""Linked data -> the data block of a page. The one place where a value becomes the text of a ``script`` element."""

from __future__ import annotations

import json

from markupsafe import Markup

from sitegen.derive.linked_data import Thing

ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def linked_data_block(thing: Thing | None) -> Markup:
    """The data block, which no browser runs; whatever stands in its texts cannot end it or become markup."""
    if thing is None:
        return Markup("")
    text = json.dumps(thing, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)
    return Markup('<script type="application/ld+json">') + Markup(text) + Markup("</script>")
