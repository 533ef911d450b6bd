"""Characters and words in texts (字词): no spaces between Chinese characters, nothing twice, letters of one width."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from sitegen.load.reading.numerals import read_numeral
from sitegen.load.rules.rule import Finding, Rule
from sitegen.load.rules.writing import CHINESE, Passage, Writing, advice, explained, in_passages
from sitegen.model import NoteKind
from sitegen.problems import Severity

_MARKS = frozenset("，。、；：？！“”（）《》〔〕")
_SPACES = re.compile("[ \t\u00a0\u2002-\u200a\u3000]+")
_REPEATED = re.compile(r"([^\W\d_a-zA-Z]{1,8})\1")
_WIDE = re.compile("(?<![0-9A-Za-z])[0-9A-Za-z]*[０-９Ａ-Ｚａ-ｚ][0-9A-Za-z０-９Ａ-Ｚａ-ｚ]*")
_PARTICLES = frozenset("的了和与及或对将把被在是为于以从向由按并也都就要应须各该其所之而且更最很已不有无等")
"""Single characters that never stand twice: words of grammar. Others may be reduplicated (天天) or parts of names."""
_STEPS = ("一", "逐", "越", "很", "每", "一个", "一项", "一件", "一条", "一步", "一次", "一级", "一层")
"""Words with which a legitimate repetition begins: 一项一项, 逐条逐条."""
_LONGEST = 4
_NUMBER_END = 8


def _spaces(passage: Passage) -> Iterator[Finding]:
    if explained(passage, (), "空格"):
        return
    for match in _SPACES.finditer(passage.checked):
        start, end = match.span()
        if not (start and _is_chinese(passage.checked, start - 1) and _is_chinese(passage.checked, end)):
            continue
        if start <= _NUMBER_END and read_numeral(passage.checked[:start]) is not None:
            continue  # between a number and what it numbers
        before, after = passage.words[max(start - 2, 0) : start], passage.words[end : end + 2]
        hint = advice(passage, f"删去空格，写成“{before}{after}”", NoteKind.OTHER)
        yield Finding(f"“{before}”和“{after}”之间有空格", passage.at.within(start, end - start), hint)


def _is_chinese(text: str, at: int) -> bool:
    return CHINESE.match(text, at) is not None or text[at : at + 1] in _MARKS


def _doubled(passage: Passage) -> Iterator[Finding]:
    if explained(passage, (NoteKind.WORDING, NoteKind.REPEATED_TEXT), "重复"):
        return
    import rjieba  # here, so that content without such places does not load it

    for run in CHINESE.finditer(passage.checked):
        if not _REPEATED.search(run[0]):
            continue
        for offset, words in _repetitions(rjieba.cut(run[0], False)):
            once = words[: len(words) // 2]
            hint = advice(passage, f"留一个“{once}”", NoteKind.WORDING)
            yield Finding(f"“{once}”重复了一遍", passage.at.within(run.start() + offset, len(words)), hint)


def _repetitions(tokens: list[str]) -> Iterator[tuple[int, str]]:
    """Offsets and words of what stands twice in a row, by whole words."""
    offset = n = 0
    while n < len(tokens):
        size = next((size for size in range(1, _LONGEST + 1) if _stands_twice(tokens, n, size)), 0)
        if size:
            words = "".join(tokens[n : n + 2 * size])
            yield offset, words
        taken = 2 * size or 1
        offset += sum(map(len, tokens[n : n + taken]))
        n += taken


def _stands_twice(tokens: list[str], n: int, size: int) -> bool:
    once = tokens[n : n + size]
    if once != tokens[n + size : n + 2 * size] or once[0].startswith(_STEPS):
        return False
    return len("".join(once)) > 1 or once[0] in _PARTICLES


def _wide(passage: Passage) -> Iterator[Finding]:
    if explained(passage, (NoteKind.PUNCTUATION, NoteKind.WORDING), "全角"):
        return
    for match in _WIDE.finditer(passage.checked):
        narrow = unicodedata.normalize("NFKC", match[0])
        mixed = any(character.isascii() for character in match[0])
        message = f"“{match[0]}”里全角半角混用" if mixed else f"“{match[0]}”是全角的"
        hint = advice(passage, f"改为“{narrow}”", NoteKind.PUNCTUATION)
        yield Finding(message, passage.at.within(match.start(), len(match[0])), hint)


CHARACTER_RULES: tuple[Rule[Writing], ...] = (
    Rule("text-space", Severity.NOTICE, "汉字之间没有空格。", "优化政民政企互动交流", "优化政 民政企互 动交流",
         in_passages(_SPACES, _spaces)),
    Rule("text-doubled", Severity.WARNING, "字词不重复。", "对公开情况进行检查。", "对公开情况进行进行检查。",
         in_passages(_REPEATED, _doubled)),
    Rule("text-full-width", Severity.NOTICE, "数字和字母是半角。", "2024年12月底前", "２０24年12月底前", in_passages(_WIDE, _wide)),
)  # fmt: skip
