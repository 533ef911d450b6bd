"""Text of a file with its lines (文本): decoding of bytes, and character offsets as lines and columns.

Lines are counted as editors show them: they end at LF, CRLF or CR and nowhere else.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from codecs import BOM_UTF8
from dataclasses import dataclass, field
from itertools import accumulate

from sitegen.position import Span
from sitegen.problems import Problem
from sitegen.source.files import SourceFile

LONGEST_LINE = 10_000
"""Characters of a line that go along with a place in it; of a longer line, those up to the place and a little more."""
_AROUND = 100
_BREAK = re.compile(r"\r\n?|\n")
_NO_TEXT = (
    b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b",
)  # fmt: skip
_SAVE_AS_UTF8 = (
    "记事本：“文件”→“另存为”，“编码”选“UTF-8”；WPS 或 Word：另存为纯文本，编码选 UTF-8；"
    "VS Code：点右下角的编码名称，选“通过编码保存”→“UTF-8”"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Text:
    """Characters of a file, without byte order mark; its lines without their breaks, and the offsets of their starts."""

    file: str
    content: str = field(repr=False)
    lines: tuple[str, ...] = field(repr=False)
    starts: tuple[int, ...] = field(repr=False)

    @classmethod
    def of(cls, file: str, content: str) -> Text:
        """The text of a file from its characters."""
        if "\r" not in content:
            lines = content.split("\n")
            return cls(
                file, content, tuple(lines), tuple(accumulate((len(line) + 1 for line in lines[:-1]), initial=0))
            )
        starts = (0, *(match.end() for match in _BREAK.finditer(content)))
        return cls(file, content, tuple(_BREAK.split(content)), starts)

    def line_at(self, offset: int) -> int:
        """Index, from 0, of the line that holds a character."""
        return bisect_right(self.starts, offset) - 1

    def span(self, start: int, end: int) -> Span:
        """The place of some characters; what runs over several lines is cut at the end of the first, never empty."""
        index = self.line_at(start)
        line = self.lines[index]
        column = min(start - self.starts[index], len(line)) + 1
        last = min(end - self.starts[index], len(line)) + 1
        return Span(self.file, index + 1, column, max(last, column + 1), line[: max(LONGEST_LINE, last + _AROUND)])


def indentation(line: str) -> int:
    """Spaces at the beginning of a line."""
    return len(line) - len(line.lstrip(" "))


def blank(line: str) -> int:
    """Spaces and tabs at the beginning of a line."""
    return len(line) - len(line.lstrip(" \t"))


def decode(file: SourceFile) -> tuple[Text, tuple[Problem, ...]]:
    """Bytes of a file as text; where they are not UTF-8, the text is empty and one problem says how to save the file."""
    if file.data.startswith(_NO_TEXT):
        return Text.of(file.path, ""), (_not_text(file),)
    if file.data.startswith((b"\xff\xfe", b"\xfe\xff")) or file.data.count(0) * 5 > len(file.data):
        return Text.of(file.path, ""), (_utf16(file),)
    data = file.data.removeprefix(BOM_UTF8)
    try:
        return Text.of(file.path, data.decode("utf-8")), ()
    except UnicodeDecodeError as error:
        return Text.of(file.path, ""), (_not_utf8(file.path, data, error.start),)


def _not_text(file: SourceFile) -> Problem:
    return Problem(
        "file-not-text",
        "这不是文本文件，而是改了扩展名的 Word、Excel、PDF、图片或压缩文件",
        Span(file.path, 1, 1, 2),
        hint="请把内容复制到新建的文本文件里，再按 UTF-8 编码保存",
    )


def _utf16(file: SourceFile) -> Problem:
    return Problem(
        "file-encoding",
        "这个文件看起来是 UTF-16 编码（记事本里叫“Unicode”），应当是 UTF-8",
        Span(file.path, 1, 1, 2, _first_line(file.data)),
        hint=_SAVE_AS_UTF8,
    )


def _first_line(data: bytes) -> str:
    """The first line of UTF-16 text, whichever half of its characters comes first."""
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    big = data[::2].count(0) > data[1::2].count(0)
    text = data.decode("utf-16" if marked else "utf-16-be" if big else "utf-16-le", "replace")
    return text.partition("\n")[0].strip("\r\0")


def _not_utf8(path: str, data: bytes, start: int) -> Problem:
    """GBK where the bytes read as Chinese that way, from the first of them on; otherwise UTF-8 with damaged bytes."""
    loose = data.decode("utf-8", "replace")
    text = Text.of(path, data.decode("gb18030", "replace"))
    if _chinese(text.content) and _chinese(loose) <= loose.count("\ufffd"):
        offset = next(offset for offset, character in enumerate(text.content) if not character.isascii())
        message, fix = "这个文件看起来是 GBK 编码（记事本里叫“ANSI”），应当是 UTF-8", _SAVE_AS_UTF8
    else:
        text = Text.of(path, loose)
        offset = len(data[:start].decode("utf-8"))
        message, fix = "这里的字节不是 UTF-8 文字，文件可能在传送或复制时损坏", "请从原件重新复制这一处，再保存"
    return Problem("file-encoding", message, text.span(offset, offset + 1), hint=fix)


def _chinese(text: str) -> int:
    """How many Chinese characters a text has."""
    return sum("\u4e00" <= character <= "\u9fff" for character in text)
