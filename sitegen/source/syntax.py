"""What does not parse (语法错误): the parser's complaint turned into the fault that an editor made.

The parser says where it stumbled, often a line after the fault, and in its own terms. Each function here takes one of
its complaints, looks at the lines concerned and names the fault.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from sitegen.source import faults, value_faults
from sitegen.source.faults import Fault
from sitegen.source.levels import ITEM, before_in_line, explain_level, rest_of_line
from sitegen.source.slips import (
    ANY_KEY,
    ASCII_KEY,
    DASH_OF_LIST,
    LEADING_SPACES,
    bullet_slip,
    dash_slip,
    leads_line,
    line_slip,
    wide_mark,
)
from sitegen.source.text import Text, blank, indentation
from sitegen.source.tree import Failure

_FIELD = re.compile('[^\\s"\'\\[{#][^"\\[{#]*?:(?:\\s|$)')
_KEY_BEFORE = re.compile("[ \\t，；、]+([a-z][a-z_]*) ?\\Z")
_WIDE_CLOSING = ("”", "’", "＂")
_ESCAPE = re.compile("\\\\(?:[xuU][0-9A-Fa-f]{0,8}|.)")


def explain(text: Text, failure: Failure) -> Fault:
    """The fault behind a failure of the parser; ``text`` is the draft that it read."""
    for words, explanation in _EXPLANATIONS:
        if words in failure.words:
            return explanation(text, failure)
    return faults.not_understood(*rest_of_line(text, failure.at))


def _looks_like_field(line: str) -> bool:
    return _FIELD.match(ITEM.sub("", line)) is not None


def _is_field_or_item(line: str) -> bool:
    return line.lstrip().startswith("- ") or _looks_like_field(line)


def _explain_lost_key(text: Text, failure: Failure) -> Fault:
    """A line that should have been a field; the parser notices on a later line and gives this one as its context."""
    start, end = rest_of_line(text, failure.at if failure.context is None else failure.context)
    line = text.content[start:end]
    if _follows_block(text, failure, start):
        return line_slip(line, start, ASCII_KEY) or _under_block(text, failure, start, end)
    if line.startswith("＃"):
        return faults.wide_comment(start, end)
    return _beginning(line, start) or line_slip(line, start, ANY_KEY) or faults.line_without_colon(start, end)


def _beginning(line: str, start: int) -> Fault | None:
    """Spaces or a dash of the wrong kind at the beginning of a line."""
    if match := LEADING_SPACES.match(line):
        return faults.wide_space(start, match[0])
    return dash_slip(line, start, DASH_OF_LIST) or bullet_slip(line, start)


def _follows_block(text: Text, failure: Failure, start: int) -> bool:
    """Whether the line of a place is where a text block ended."""
    last = failure.last
    return last is not None and last[2] in ("|", ">") and text.line_at(last[1]) == text.line_at(start)


def _under_block(text: Text, failure: Failure, start: int, end: int) -> Fault:
    block = failure.last[0] if failure.last else start
    header = text.line_at(block)
    inside = next((line for line in text.lines[header + 1 : text.line_at(start)] if line.strip(" ")), "")
    columns = indentation(inside) or indentation(text.lines[header]) + 2
    return value_faults.block_indentation(start, end, columns, (block, block + 1))


def _explain_stray_colon(text: Text, failure: Failure) -> Fault:
    """A colon where no key can be: on the line of a value, or on a line that the value before has swallowed."""
    line = text.line_at(failure.at)
    if failure.last is None or failure.last[1] > failure.at:
        return faults.not_understood(*rest_of_line(text, failure.at))
    start = failure.last[0]
    first = text.line_at(start)
    if first == line:
        key = _KEY_BEFORE.search(text.content, start, failure.at)
        item = ITEM.match(text.lines[line])
        places = (start, text.starts[line] + (item.end() if item else 0))
        wide = next((found for place in places if (found := wide_mark(*_value(text, place)))), None)
        return wide or value_faults.colon_in_text(failure.at, key[1] if key else "")
    if failure.last[2] in ("'", '"'):
        return _unclosed(text, start, failure.last[2])
    for index in range(first, line):
        place = max(start, text.starts[index] + blank(text.lines[index]))
        if index > first or leads_line(text.content, start):
            found = line_slip(text.lines[index][place - text.starts[index] :], place, ANY_KEY)
            if found:
                return found
    if leads_line(text.content, start) and start - text.starts[first] == indentation(text.lines[line]):
        return faults.line_without_colon(*rest_of_line(text, start))
    field = ITEM.match(text.lines[first])
    columns = field.end() if field and text.starts[first] + field.end() < start else indentation(text.lines[first])
    before = rest_of_line(text, text.starts[first] + indentation(text.lines[first]))
    if text.lines[line].lstrip().startswith("- ") and first == line - 1:
        return faults.items_under_text(text.starts[line] + indentation(text.lines[line]), failure.at, before)
    return faults.indented_too_far(text.starts[line] + indentation(text.lines[line]), failure.at, columns, before)


def _value(text: Text, start: int) -> tuple[str, int]:
    """The value that begins at a place, to the end of its line."""
    return text.content[slice(*rest_of_line(text, start))], start


def _explain_structure(text: Text, failure: Failure) -> Fault:
    """Something that is neither the next field nor the next item of the block around it."""
    start, end = rest_of_line(text, failure.at)
    line = text.content[start:end]
    last = failure.last
    if before_in_line(text, failure.at).strip(" "):
        return _explain_leftover(text, failure, start, end)
    if _follows_block(text, failure, start):
        return _under_block(text, failure, start, end)
    if line[:1] in ("]", "}"):
        return value_faults.bracket_unopened(start, line[0])
    if line[:1] == ":":
        return faults.key_empty(start, start + 1)
    if last and last[2] == "" and _only_comments(text.content[last[1] : start]) and not _is_field_or_item(line):
        return faults.text_after_comment(start, end, last[:2])
    return _beginning(line, start) or explain_level(text, start, end)


def _explain_leftover(text: Text, failure: Failure, start: int, end: int) -> Fault:
    """Something after a value that was already complete on its line."""
    last = failure.last
    mark = text.content[start : start + 1]
    if text.content[start:end] == ",":
        return value_faults.comma_extra(start, start)
    if last and last[2] in ("'", '"') and last[1] <= start and text.line_at(last[1]) == text.line_at(start):
        if any(_looks_like_field(line) for line in text.content[last[0] : last[1]].splitlines()[1:]):
            return _unclosed(text, last[0], last[2])
        return value_faults.text_after_quote(start, end, last[0])
    if mark in ("]", "}"):
        return value_faults.bracket_unopened(start, mark)
    if last and last[2] == "flow" and last[1] <= start:
        return value_faults.text_after_bracket(start, end)
    if mark == ":":
        return faults.key_empty(start, start + 1)
    if last and last[2] == "*":
        return value_faults.refused_mark(last[0], last[1], "*")
    return faults.not_understood(start, end)


def _only_comments(between: str) -> bool:
    """Whether there are comments, and nothing else, between a value and a line that is indented below it."""
    lines = [line.strip(" \t\r") for line in between.split("\n")]
    return any(lines) and all(line.startswith("#") or not line for line in lines)


def _explain_bracket(text: Text, failure: Failure) -> Fault:
    """Something in brackets that is neither an item nor a comma nor the end; or a value that begins like the end."""
    opened = failure.bracket
    at = min(failure.at, len(text.content))
    mark = text.content[at : at + 1]
    if opened is None:
        return value_faults.bracket_unopened(at, mark) if mark in ("]", "}") else _reserved(text, failure)
    line, first = text.line_at(at), text.line_at(opened)
    swallowed = line > first and indentation(text.lines[line]) <= indentation(text.lines[first])
    rest = text.content[at:].strip()
    if not rest or mark in ("]", "}") or (swallowed and _is_field_or_item(text.lines[line])):
        return value_faults.bracket_unclosed(opened, text.content[opened])
    if mark == ",":
        return value_faults.comma_extra(at, opened)
    last = failure.last or (at, at, "")
    if last[2] == "" and "，" in text.content[last[0] : last[1]]:
        return value_faults.wide_comma(text.content.index("，", last[0]))
    if mark == ":" and text.line_at(last[0]) == line:
        key = _KEY_BEFORE.search(text.content, last[0], at) if text.content[opened] == "{" else None
        return value_faults.comma_of_wrong_kind(key[1], key.start(), key.start(1)) if key else value_faults.colon_in_text(at)
    missing = text.starts[line] + indentation(text.lines[line]) if mark == ":" else at
    return value_faults.comma_missing(*rest_of_line(text, missing), opened)


def _explain_colon_in_brackets(text: Text, failure: Failure) -> Fault:
    """A colon directly before a comma or bracket."""
    start = failure.at if failure.context is None else failure.context
    line = text.line_at(start)
    rest = text.lines[line][start - text.starts[line] :]
    return line_slip(rest, start, ASCII_KEY) or value_faults.colon_in_text(failure.at)


def _reserved(text: Text, failure: Failure) -> Fault:
    """A character that cannot begin a value; a tab has its own fault."""
    at = failure.at if failure.context is None else failure.context
    if text.content[at : at + 1] != "\t":
        return value_faults.reserved_character(at, text.content[at : at + 1])
    return _explain_tab(text, failure)


def _explain_tab(text: Text, failure: Failure) -> Fault:
    if before_in_line(text, failure.at).strip(" \t"):
        return faults.tab_between(failure.at)
    line = text.line_at(failure.at)
    return faults.tab_indentation(text.starts[line], text.starts[line] + blank(text.lines[line]), 1)


def _explain_mark(text: Text, failure: Failure) -> Fault:
    at = failure.at if failure.context is None else failure.context
    mark = text.content[at : at + 1]
    if mark not in ("*", "&", "!"):
        return faults.not_understood(*rest_of_line(text, failure.at))
    return value_faults.refused_mark(at, max(failure.at, at + 1), mark)


def _explain_block_header(text: Text, failure: Failure) -> Fault:
    at = failure.at if failure.context is None else failure.context
    return value_faults.block_header(*rest_of_line(text, at), text.content[at : at + 1])


def _explain_open_quote(text: Text, failure: Failure) -> Fault:
    at = failure.at if failure.context is None else failure.context
    return _unclosed(text, at, text.content[at : at + 1])


def _unclosed(text: Text, start: int, mark: str) -> Fault:
    """A quotation mark without its partner, whose line may end with one of another kind."""
    last = text.content[slice(*rest_of_line(text, start))][-1:]
    return value_faults.quote_unclosed(start, mark, last if last in _WIDE_CLOSING else "")


def _explain_escape(text: Text, failure: Failure) -> Fault:
    match = _ESCAPE.match(text.content, text.content.rfind("\\", 0, failure.at + 1))
    if match is None:
        return faults.not_understood(*rest_of_line(text, failure.at))
    return value_faults.escape_unknown(*match.span(), match[0])


def _explain_dash(_text: Text, failure: Failure) -> Fault:
    return faults.item_on_key_line(failure.at)


def _explain_second_document(text: Text, failure: Failure) -> Fault:
    """Text after the end of the whole: after "...", or to the left of a first line that was indented."""
    before = next((index for index in range(text.line_at(failure.at), -1, -1) if text.lines[index].rstrip() == "..."), None)
    if before is not None:
        return faults.end_of_document(text.starts[before], text.starts[before] + len("..."))
    first = next((index for index in range(len(text.starts)) if _is_content(text.lines[index])), 0)
    line = text.lines[first]
    if indentation(line) > len(before_in_line(text, failure.at)):
        start = text.starts[first] + indentation(line)
        return faults.indented_unevenly(
            start, text.starts[first] + len(line), indentation(line), (0,), rest_of_line(text, failure.at)
        )
    return faults.several_documents(*rest_of_line(text, failure.at))


def _is_content(line: str) -> bool:
    return bool(line.strip(" \t")) and not line.lstrip().startswith(("#", "---", "%"))


_EXPLANATIONS: tuple[tuple[str, Callable[[Text, Failure], Fault]], ...] = (
    ("directive", _reserved),
    ("an anchor", _explain_mark),
    ("an alias", _explain_mark),
    ("tag", _explain_mark),
    ("found a tab character", _explain_tab),
    ("unexpected ':'", _explain_colon_in_brackets),
    ("a block scalar", _explain_block_header),
    ("unexpected end of stream", _explain_open_quote),
    ("unexpected document indicator", _explain_open_quote),
    ("a quoted scalar", _explain_escape),
    ("could not find expected ':'", _explain_lost_key),
    ("mapping values are not allowed", _explain_stray_colon),
    ("block sequence entries are not allowed", _explain_dash),
    ("mapping keys are not allowed", _reserved),
    ("cannot start any token", _reserved),
    ("did not find expected key", _explain_structure),
    ("did not find expected '-' indicator", _explain_structure),
    ("did not find expected ',' or", _explain_bracket),
    ("did not find expected node content", _explain_bracket),
    ("document start", _explain_second_document),
)
