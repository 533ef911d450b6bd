"""Characters of a value and where they stand (标量): folding of lines, escapes, indentation of text blocks.

The parser tells what a value is, not where each of its characters comes from, and it joins folded lines with a space,
which is wrong in Chinese. So values over several lines are read again here from their raw text, by the rules of YAML
1.1, with one difference: lines whose neighbours at the fold are both wide are joined without a space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

_BREAK = re.compile(r"\r\n?|\n")
_ESCAPE = re.compile(r"\\(?:x.{2}|u.{4}|U.{8}|.)")
_ESCAPES = {
    "0": "\0", "a": "\x07", "b": "\x08", "t": "\t", "\t": "\t", "n": "\n", "v": "\x0b", "f": "\x0c", "r": "\r",
    "e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_WIDE = (
    "\u2e80-\u3029\u3030-\u3096\u3099-\u30ff\u3100-\u312f\u31a0-\u31ff\u3220-\u325f\u3280-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\ufe10-\ufe1f\ufe30-\ufe6f\uff01-\uff9f\uffe0-\uffe6\U00020000-\U0003ffff"  # Han, kana, full width
    "\u2014\u2018\u2019\u201c\u201d\u2026\u00b7\u2160-\u217f\u2460-\u24ff"  # printed full width in Chinese: — “” … · Ⅰ ①
    "\ufe00-\ufe0f\U000e0100-\U000e01ef"  # variation selectors belong to the character before them
)
_IS_WIDE = re.compile(f"[{_WIDE}]")


class Piece(NamedTuple):
    """A run of characters of a value and the raw characters it comes from.

    Runs of equal length on both sides correspond one to one; otherwise (an escape, a fold) every character of the value
    corresponds to the whole raw run.
    """

    text: str
    start: int
    end: int


class _Line(NamedTuple):
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def read_scalar(raw: str, style: str, value: str) -> tuple[Piece, ...]:
    """The pieces of a scalar from its raw text, quotes or block header included.

    ``style`` is the parser's ("", "'", '"', "|" or ">") and ``value`` the parser's reading, which tells the indentation
    and the final line breaks of a text block. The texts of the pieces together are the value as sitegen understands it.
    """
    if style in ("|", ">"):
        if not value.strip(" \n"):
            return (Piece(value, 0, len(raw)),)
        return tuple(_block(raw, value, folded=style == ">"))
    return tuple(_flow(raw, style))


def read_verbatim(raw: str) -> tuple[Piece, ...]:
    """The pieces of running text whose line breaks all become LF."""
    lines = _lines(raw, 0)
    pieces: list[Piece] = []
    for line, following in pairwise(lines):
        pieces += (Piece(line.text, line.start, line.end), Piece("\n", line.end, following.start))
    return (*pieces, Piece(lines[-1].text, lines[-1].start, lines[-1].end))


def text_of(pieces: tuple[Piece, ...]) -> str:
    """The value that the pieces make together."""
    return "".join(piece.text for piece in pieces)


def locate(pieces: tuple[Piece, ...], offset: int, length: int) -> tuple[int, int]:
    """Raw range of some characters of the value; ranges outside the value are brought to its nearest end."""
    if not pieces:
        return 0, 0
    return _raw_range(pieces, offset)[0], _raw_range(pieces, offset + max(length, 1) - 1)[1]


def _raw_range(pieces: tuple[Piece, ...], offset: int) -> tuple[int, int]:
    for piece in pieces:
        if offset < len(piece.text):
            if len(piece.text) == piece.end - piece.start:
                return piece.start + offset, piece.start + offset + 1
            return piece.start, piece.end
        offset -= len(piece.text)
    return pieces[-1].end, pieces[-1].end


def _lines(raw: str, start: int) -> list[_Line]:
    """The lines of a raw text from an offset on, without their breaks."""
    lines: list[_Line] = []
    for match in _BREAK.finditer(raw, start):
        lines.append(_Line(raw[start : match.start()], start))
        start = match.end()
    return [*lines, _Line(raw[start:], start)]


def _joint(before: str, after: str, breaks: int) -> str:
    """What stands in the value for line breaks between two lines of folded text."""
    if breaks > 1:
        return "\n" * (breaks - 1)
    return "" if _IS_WIDE.match(before[-1:]) and _IS_WIDE.match(after[:1]) else " "


def _flow(raw: str, style: str) -> Iterator[Piece]:
    """Plain and quoted scalars: white space around line breaks does not count, blank lines are line breaks."""
    start, end = (1, len(raw) - 1) if style else (0, len(raw))
    lines = _lines(raw[:end], start)
    before, breaks, before_end, joined = "", 0, start, False
    for number, line in enumerate(lines):
        content, joins = _trimmed(line, style, first=number == 0, last=number == len(lines) - 1)
        if not line.text.strip(" \t") and 0 < number < len(lines) - 1:
            breaks += 1
            continue
        pieces = tuple(_unescaped(content, style))
        after = pieces[0].text if pieces else ""
        if number > 0:
            text = "\n" * (breaks - 1) if joined else _joint(before, after, breaks)
            yield Piece(text, before_end, content.start)
        yield from pieces
        before, breaks, before_end, joined = text_of(pieces[-1:]), 1, content.end, joins


def _trimmed(line: _Line, style: str, *, first: bool, last: bool) -> tuple[_Line, bool]:
    """A line without the white space beside its breaks, and whether a backslash joins it to the next."""
    text, start = line
    if not first:
        text = text.lstrip(" \t")
        start += len(line.text) - len(text)
    if last:
        return _Line(text, start), False
    stripped = text.rstrip(" \t")
    if style == '"' and (len(stripped) - len(stripped.rstrip("\\"))) % 2:
        if stripped == text:
            return _Line(text[:-1], start), True
        stripped = text[: len(stripped) + 1]
    return _Line(stripped, start), False


def _unescaped(line: _Line, style: str) -> Iterator[Piece]:
    pattern = {"'": re.compile("''"), '"': _ESCAPE}.get(style)
    done = 0
    for match in pattern.finditer(line.text) if pattern else ():
        if match.start() > done:
            yield Piece(line.text[done : match.start()], line.start + done, line.start + match.start())
        text = _escaped(match[0]) if style == '"' else "'"
        yield Piece(text, line.start + match.start(), line.start + match.end())
        done = match.end()
    if done < len(line.text):
        yield Piece(line.text[done:], line.start + done, line.end)


def _escaped(escape: str) -> str:
    """The character that an escape of double quotes stands for; the parser has refused wrong ones."""
    if len(escape) > 2:
        return chr(int(escape[2:], 16))
    return _ESCAPES.get(escape[1], escape[1])


def _block(raw: str, value: str, *, folded: bool) -> Iterator[Piece]:
    """Text blocks: indentation does not count; final line breaks are as many as the parser counted."""
    _, *lines = _lines(raw, 0)
    indentation = _indentation(lines, value)
    before, breaks = _Line("", 0), 0
    for line in lines:
        content = _Line(line.text[indentation:], line.start + indentation)
        if not content.text:
            breaks += 1
            continue
        if not before.text:
            joint = "\n" * breaks
        elif folded and not before.text.startswith((" ", "\t")) and not content.text.startswith((" ", "\t")):
            joint = _joint(before.text.rstrip(" \t"), content.text, breaks + 1)
        else:
            joint = "\n" * (breaks + 1)
        if not joint:
            before = _Line(before.text.rstrip(" \t"), before.start)
        yield from (Piece(before.text, before.start, before.end), Piece(joint, before.end, content.start))
        before, breaks = content, 0
    final = "\n" * (len(value) - len(value.rstrip("\n")))
    yield from (Piece(before.text, before.start, before.end), Piece(final, before.end, len(raw)))


def _indentation(lines: list[_Line], value: str) -> int:
    """Columns that the parser took off every line: what the first line with text has more than the value's."""
    raw = next((line.text for line in lines if line.text.strip(" ")), "")
    read = next((line for line in value.split("\n") if line.strip(" ")), "")
    return len(raw) - len(raw.lstrip(" ")) - (len(read) - len(read.lstrip(" ")))
