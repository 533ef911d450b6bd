"""Slips that parse (笔误): what YAML reads without complaint but no editor meant.

Only what is certain counts. Chinese prose is full of “：” and “，”, so a full-width mark is a slip only where a field
must stand: at the start of a line, after a short lower-case name, as every field of the content has; or in brackets.
What is meant as prose can always be put in quotation marks, where nothing is looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.source import faults, value_faults
from sitegen.source.faults import Fault
from sitegen.source.text import indentation

_WIDE_SPACES = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_NOT_IN_KEY = "\\s：:，。；、！？“”‘’《》（）()\\[\\]{}#\"'"
ASCII_KEY = re.compile("(?P<key>[a-z][a-z0-9_-]*) ?(?P<colon>：|:(?=[^ \\t\\r\\n])(?!//))")
ANY_KEY = re.compile(
    f"(?P<key>[^{_NOT_IN_KEY}&*!|>%@`-][^{_NOT_IN_KEY}]{{0,19}}) ?(?P<colon>：|:(?=[^ \\t\\r\\n])(?!//))"
)
_ADDRESS = re.compile("(?:mailto|tel|urn|doi|data):")
LEADING_SPACES = re.compile(f"[{_WIDE_SPACES}][{_WIDE_SPACES} ]*")
_TRAILING_SPACES = re.compile(f"[{_WIDE_SPACES}][{_WIDE_SPACES} ]*$")
DASH = re.compile("-(?=[^\\s\\d-])")
DASH_OF_LIST = re.compile("-(?=[^\\s-])")  # beside other items even a number is no negative one
_WRONG_DASH = re.compile("－ ?|[—–] ")
_DASH_WIDE_SPACE = re.compile(f"-([{_WIDE_SPACES}][{_WIDE_SPACES} ]*)")
_BULLET = re.compile("[•●○◆■▪►➢▶✓√⁃∙] ?")
_WIDE_BRACKETS = re.compile("｛[^\r\n]*[｝}]|[［【][^\r\n]*[,，][^\r\n]*[］】\\]]")
_WIDE_BLOCK = re.compile("([｜＞])[-+]?[ \t]*(?:[\r\n]|$)")
_WIDE_QUOTES = re.compile("＂[^＂\r\n]*＂")
_WIDE_MARKS = tuple("｛［【｜＞＂")
_FIELD_IN_FLOW = re.compile("，\\s*[a-z][a-z0-9_-]*\\s*[：:]")
_MAY_BE = re.compile(f"[a-z][a-z0-9_-]* ?[：:]|[{_WIDE_SPACES}]|-\\S|[－—–｛［【｜＞＂]")
_CLOSING = ("]", "}", '"', "'")
_QUOTED_FIELD = re.compile("( *)(?:- )*[a-z][a-z0-9_-]*: ")


def may_be_slip(value: str, flow: str) -> bool:
    """Whether a plain value of one line is worth looking at; quick, as it is asked for every value."""
    return "，" in value if flow else _MAY_BE.match(value) is not None or value.endswith(_CLOSING)


def key_slips(key: str, start: int) -> Iterator[Fault]:
    """Slips in a plain key: spaces of the wrong kind around it, a dash without its space, a colon within."""
    if match := LEADING_SPACES.match(key):
        yield faults.wide_space(start, match[0])
    elif dash := dash_slip(key, start, DASH) or bullet_slip(key, start):
        yield dash
    if match := _TRAILING_SPACES.search(key):
        yield faults.wide_space(start + match.start(), match[0])
    if "：" in key:
        at = key.index("：")
        yield faults.wide_colon(key[:at].strip(), start + at, ": ")
    elif match := ASCII_KEY.match(key):
        yield faults.colon_space(match["key"], start + match.start("colon"))


def value_slips(content: str, start: int, end: int, flow: str, key: re.Pattern[str]) -> Iterator[Fault]:
    """Slips in a plain value.

    ``flow`` is the bracket that the value stands in ("", "[" or "{"), ``key`` the pattern of what must be a field
    where it stands at the start of a line.
    """
    if flow:
        raw = content[start:end]
        match = _FIELD_IN_FLOW.search(raw) if flow == "{" else re.search("，", raw)
        if match:
            yield value_faults.wide_comma(start + match.start())
        return
    if wide := wide_mark(content[start:end], start):
        yield wide
        return
    lines = list(_lines(content, start, end)) or [(start, "")]
    leads = leads_line(content, start)
    alone = leads and _line_before(content, start).strip(" ") == ""
    dash = DASH_OF_LIST if any(line.startswith("-") for _, line in lines[1:]) else DASH
    first = (start, start + len(lines[0][1]))
    found: Fault | None = None
    dashed = False
    for number, (line_start, line) in enumerate(lines):
        fault = line_slip(line, line_start, key) if number > 0 or leads else None
        if fault is None and (dashed or (number == 0 and alone)):
            fault = dash_slip(line, line_start, dash)
            dashed = dashed or fault is not None
        if fault is None and found is None and number > 0 and line.startswith("- "):
            fault = faults.item_within_text(line_start, line_start + len(line), first)
        if fault is not None:
            found = fault
            yield fault
    yield from _closing_slips(content[start:end], start)


def wide_mark(raw: str, start: int) -> Fault | None:
    """Full-width marks around or before a whole value, where only the plain ones mean something."""
    if not raw.startswith(_WIDE_MARKS):
        return None
    if _WIDE_BRACKETS.fullmatch(raw):
        return value_faults.wide_brackets(start, start + len(raw), raw[0])
    if match := _WIDE_BLOCK.match(raw):
        return value_faults.wide_block_header(start, match[1])
    return value_faults.wide_quotes(start, start + len(raw)) if _WIDE_QUOTES.fullmatch(raw) else None


def _closing_slips(raw: str, start: int) -> Iterator[Fault]:
    """A closing bracket or quotation mark at the end of a value that has no opening one."""
    mark = raw[-1:]
    if mark in ("]", "}") and raw.count(mark) > raw.count("[" if mark == "]" else "{"):
        yield value_faults.bracket_unopened(start + len(raw) - 1, mark)
    if mark in ('"', "'") and raw.count(mark) == 1 and not (mark == "'" and raw[-2:-1].isascii()):
        yield value_faults.quote_unopened(start + len(raw) - 1, mark)


def quoted_slips(content: str, start: int, end: int) -> Iterator[Fault]:
    """A quoted value of several lines that has swallowed a field: its quotation mark was never closed."""
    level = indentation(_line_before(content, start))
    for line in content[start:end].splitlines()[1:]:
        match = _QUOTED_FIELD.match(line)
        if match and len(match[1]) <= level:
            yield value_faults.quote_unclosed(start, content[start])
            return


def line_slip(line: str, start: int, key: re.Pattern[str]) -> Fault | None:
    """The slip at the start of a line where a field or a list item must stand."""
    if match := LEADING_SPACES.match(line):
        rest = line[match.end() :]
        if rest.startswith("- ") or key.match(rest):
            return faults.wide_space(start, match[0])
        return None
    match = key.match(line)
    if match is None or _ADDRESS.match(line):
        return None
    after = line[match.end() : match.end() + 1]
    if match["colon"] == "：":
        return faults.wide_colon(match["key"], start + match.start("colon"), ": " if after.strip(" ") else ":")
    if re.match(f"[{_WIDE_SPACES}]", after):
        return faults.wide_space(start + match.end(), after)
    return faults.colon_space(match["key"], start + match.start("colon"))


def dash_slip(line: str, start: int, dash: re.Pattern[str]) -> Fault | None:
    """The slip in the dash of a list item at the start of a line; ``dash`` tells which dashes lack a space."""
    if dash.match(line):
        return faults.dash_without_space(start)
    if match := _DASH_WIDE_SPACE.match(line):
        return faults.wide_space(start + 1, match[1])
    if match := _WRONG_DASH.match(line):
        return faults.dash_of_wrong_kind(start, start + match.end(), line[0])
    return None


def bullet_slip(line: str, start: int) -> Fault | None:
    """A bullet of a word processor where the dash of a list item must stand; in running text it may be as printed."""
    match = _BULLET.match(line)
    return faults.dash_of_wrong_kind(start, start + match.end(), line[0]) if match else None


def leads_line(content: str, start: int) -> bool:
    """Whether nothing but dashes of list items stands before a place in its line."""
    return re.fullmatch(" *(?:- +)*", _line_before(content, start)) is not None


def _line_before(content: str, start: int) -> str:
    return content[max(content.rfind("\n", 0, start), content.rfind("\r", 0, start)) + 1 : start]


def _lines(content: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    for line in content[start:end].splitlines(keepends=True):
        stripped = line.strip(" \t\r\n")
        yield start + len(line) - len(line.lstrip(" \t")), stripped
        start += len(line)
