"""Joining script modules (脚本合并): ES modules into one plain script, which works from a folder and takes one request.

Understands the modules of static/js only: imports of names from "./file.js" on one line, and ``export`` before a
``function``, ``async function``, ``class`` or ``const`` at the start of a line. Any other import or export is refused.
Comments on lines of their own and indentation are left out; so no text in backquotes may go over several lines.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

IMPORT = re.compile(r'^import \{ ([\w, ]+) \} from "\./([\w.]+)";$', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async function|function|const|class) (\w+))", re.MULTILINE)
COMMENT = re.compile(r"^ *(?://.*|/\*\*(?s:.*?)\*/)\n", re.MULTILINE)
INDENTATION = re.compile(r"^ +", re.MULTILINE)
OPEN_TEXT = re.compile(r"^[^`\n]*`(?:[^`\n]*`[^`\n]*`)*[^`\n]*$", re.MULTILINE)
LEFT_OVER = re.compile(r"^(?:import|export)\b.*$", re.MULTILINE)


def bundle_modules(modules: Mapping[str, str], entry: str) -> str:
    """One script that does what the module ``entry`` does; ``modules`` holds the texts of modules by file name.

    Raises KeyError for a module that is missing, ValueError for an import or export of another form or a circle.
    """
    order: list[str] = []
    _visit(entry, modules, order, ())
    parts = [_as_function(name, modules[name]) for name in order]
    return '(function () {\n"use strict";\nconst modules = {};\n' + "".join(parts) + "})();\n"


def _visit(name: str, modules: Mapping[str, str], order: list[str], above: tuple[str, ...]) -> None:
    """Put the imports of a module, then itself, into the order, each once."""
    if name in above:
        raise ValueError(f"modules import each other in a circle: {' -> '.join((*above, name))}")
    if name not in order:
        for imported in IMPORT.finditer(modules[name]):
            _visit(imported.group(2), modules, order, (*above, name))
        order.append(name)


def _as_function(name: str, text: str) -> str:
    """A module as a function that runs at once and leaves what it exports in ``modules``."""
    exported = EXPORT.findall(text)
    body = COMMENT.sub("", EXPORT.sub("", IMPORT.sub(r'const { \1 } = modules["\2"];', text)))
    if left := LEFT_OVER.search(body) or OPEN_TEXT.search(body):
        raise ValueError(f"{name}: cannot join {left.group()!r}")
    return f'modules["{name}"] = (function () {{\n{INDENTATION.sub("", body)}return {{ {", ".join(exported)} }};\n}})();\n'
