"""Characters that nobody typed (异常字符): control characters from Word, line breaks, invisible and private characters.

They are looked for in the whole file, whatever it holds. Which characters are wrong only where structure is expected
(tabs, full-width spaces and marks) is a matter of ``slips`` and ``syntax``.
"""

from __future__ import annotations

import re

from sitegen.problems import Problem
from sitegen.source.draft import Edit
from sitegen.source.text import Text

_STRANGE = re.compile(
    "([\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\xad\\u061c\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f"
    "\\ufeff\\ufff9-\\uffff\\ue000-\\uf8ff\\U000f0000-\\U0010ffff])\\1*"
)
_LINE_BREAKS = "\x85\u2028\u2029"
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_SPACES = _LINE_BREAKS + "\x0b\x0c"
_KNOWN_CONTROLS = {
    "\x07": "Word 表格的单元格结束符",
    "\x0b": "Word 的手动换行符",
    "\x0c": "Word 的分页符",
    "\x13": "Word 的域符号",
    "\x14": "Word 的域符号",
    "\x15": "Word 的域符号",
    "\x1e": "Word 的不间断连字符",
    "\x1f": "Word 的可选连字符",
}


def check_characters(text: Text) -> tuple[tuple[Problem, ...], tuple[Edit, ...]]:
    """Every strange character of a text as a problem, and the edits that leave a text the parser can read."""
    problems: list[Problem] = []
    edits: list[Edit] = []
    for match in _STRANGE.finditer(text.content):
        character = match[1]
        code, message, hint = _explain(character)
        problems.append(Problem(code, message, text.span(*match.span()), hint=hint))
        if character != "\ufffd":
            edits.append(Edit(match.start(), match.end(), " " if character in _SPACES else ""))
    return tuple(problems), tuple(edits)


def has_strange_character(value: str) -> bool:
    """Whether a value holds such a character, as an escape in double quotes may write it."""
    return _STRANGE.search(value) is not None


def _explain(character: str) -> tuple[str, str, str]:
    name = f"U+{ord(character):04X}"
    if character == "\ufffd":
        hint = "请对照原件补上这里的字"
        return "character-lost", "这里有一个“�”，说明原来的字在转换编码时已经丢失", hint
    if character in _LINE_BREAKS:
        hint = "请删掉它，需要换行时按回车键"
        return "character-line-break", f"这里有一个特殊的换行符（{name}），多半是从网页或 Word 粘贴来的", hint
    if character < " " or "\x7f" <= character <= "\x9f":
        known = f"{_KNOWN_CONTROLS[character]}，{name}" if character in _KNOWN_CONTROLS else name
        hint = "请删掉它；从 Word 复制时，可以先粘贴到记事本，再复制过来"
        return "character-control", f"这里有一个看不见的控制字符（{known}）", hint
    if _PRIVATE.match(character):
        hint = "请对照原件改成印着的那个字；如果是项目符号一类的标记，请删掉它"
        return "character-private", f"这里有一个自造的字（{name}），多半是 Word 的符号字体或造字，别人的电脑上显示不出来", hint
    hint = "请把光标移到这里，删掉这个字符；它会使名称、编号对不上，也搜索不到"
    return "character-invisible", f"这里有一个看不见的字符（{name}），多半是从网页或聊天软件粘贴来的", hint
