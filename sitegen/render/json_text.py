"""JSON as the text of a script (数据脚本的文字). What is written in it is others' matter."""

from __future__ import annotations

import json


def as_json(value: object) -> str:
    """A value as JSON on one line, Chinese unescaped, safe inside a script of any age."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
