"""Levels of lines (缩进层次): at which columns a line may begin, and what is wrong with one that begins elsewhere.

Here belong the places within a line that the explanations of ``syntax`` share. What else does not parse is told there.
"""

from __future__ import annotations

import re

from sitegen.source import faults
from sitegen.source.faults import Fault
from sitegen.source.text import Text, blank, indentation

ITEM = re.compile("^ *(?:- +)*")
"""The indentation of a line with the dashes of the items that begin on it."""


def rest_of_line(text: Text, at: int) -> tuple[int, int]:
    """From a place to the end of its line; from the line's text on where the place is beyond it."""
    index = text.line_at(min(at, len(text.content)))
    while index > 0 and not text.lines[index].strip(" \t"):
        index -= 1
    start, line = text.starts[index], text.lines[index]
    end = start + len(line.rstrip(" \t"))
    return (at if start <= at < end else start + blank(line)), max(end, start + 1)


def before_in_line(text: Text, at: int) -> str:
    """What stands before a place in its line."""
    return text.content[text.starts[text.line_at(at)] : at]


def explain_level(text: Text, start: int, end: int) -> Fault:
    """A line at a level where it cannot be, or at no level."""
    line, column = text.line_at(start), len(before_in_line(text, start))
    levels = _levels(text, line)
    deeper = min((level for level in levels if level > column), default=None)
    lower = max((level for level in levels if level < column), default=0)
    nearest = lower if deeper is None else deeper
    opening = rest_of_line(text, text.starts[levels.get(nearest, line)] + nearest)
    if column not in levels:
        near = (lower,) if deeper is None else (lower, deeper)
        return faults.indented_unevenly(start, end, column, near, opening)
    if not re.match("-(?:\\s|$)", text.content[start:end]):
        return faults.field_among_items(start, end)
    if deeper is not None and text.content[slice(*opening)].startswith("- "):
        return faults.item_misaligned(start, end, opening)
    return faults.item_among_fields(start, end)


def _levels(text: Text, line: int) -> dict[int, int]:
    """Columns at which a line may begin, by the lines above it, and the first line of each."""
    levels: dict[int, int] = {}
    for index in range(line - 1, -1, -1):
        above = text.lines[index]
        column = indentation(above)
        if not above.strip(" \t") or above.lstrip().startswith("#") or column > min(levels, default=column):
            continue
        item = ITEM.match(above)
        if item and column < item.end() <= min(levels, default=item.end()):
            levels[item.end()] = index
        levels[column] = index
    return levels or {0: line}
