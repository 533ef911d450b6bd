"""Punctuation in texts (标点): sentences end, marks beside Chinese characters are full-width, none stands twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from sitegen.load.rules.numbering import CHAPTER_HEADING
from sitegen.load.rules.rule import Finding, Rule
from sitegen.load.rules.text_brackets import odd_halves
from sitegen.load.rules.text_misplaced import RESPONSIBILITY
from sitegen.load.rules.writing import CHINESE, Passage, Voice, Writing, advice, explained, in_passages
from sitegen.model import NoteKind
from sitegen.problems import Severity

KINDS = (NoteKind.PUNCTUATION,)
_OPENING = "ParagraphRecord.text"
ENDS = "。！？!?；;：:…"
CLOSERS = "”’）)》〉】」』"
NAMES = {",": "逗号", ":": "冒号", ";": "分号", "(": "括号", ")": "括号", "!": "叹号", "?": "问号", ".": "句号"}
WIDE = {",": "，", ":": "：", ";": "；", "(": "（", ")": "）", "!": "！", "?": "？", ".": "。"}
_CHINESE = "，。、；：？！…“”‘’（）《》〈〉【】〔〕「」『』"
_NARROW = re.compile("[,:;!?().]")
_TWICE = re.compile(r"([，。、；：？！,;])\1+|\.{3,}|[，。、；：][，。、；：]+")


def _unended(writing: Writing) -> Iterator[Finding]:
    running = [passage for passage in writing.passages if passage.voice is Voice.RUNNING and passage.words.strip()]
    rows = [passage for passage in running if passage.field == "RowRecord.text"]
    listed = Counter(passage.at.file for passage in rows)
    ended = Counter(passage.at.file for passage in rows if _ends(passage))
    for passage in running + [passage for passage in writing.passages if passage.field == "NoteRecord.text"]:
        file = passage.at.file
        if _ends(passage) or explained(passage, KINDS, "句号"):
            continue
        if passage.field == _OPENING and CHAPTER_HEADING.fullmatch(passage.words):
            continue
        if _ends_in_bracket(passage.words):
            continue  # told as a bracket that stands in the text
        if passage.field == "RowRecord.text" and ended[file] * 2 < listed[file]:
            continue  # a table whose rows are phrases
        last = len(passage.words.rstrip()) - 1
        hint = advice(passage, "在末尾补上“。”", NoteKind.PUNCTUATION)
        yield Finding(f"这段文字到“{passage.words[: last + 1][-6:]}”为止，末尾没有句号", passage.at.within(last, 1), hint)


def _ends_in_bracket(words: str) -> bool:
    end = len(words.rstrip())
    return any(found.end() == end for found in RESPONSIBILITY.finditer(words))


def _ends(passage: Passage) -> bool:
    if not passage.words.strip():
        return True
    return any(words.rstrip().rstrip(CLOSERS).endswith(tuple(ENDS)) for words in (passage.words, passage.following))


def _half_width(passage: Passage) -> Iterator[Finding]:
    beside = [match for match in _NARROW.finditer(passage.checked) if _is_beside_chinese(passage.checked, match.start())]
    odd = {offset for _, offset, _ in odd_halves(passage.checked)} if beside else ()
    found = [
        match for match in beside
        if match.start() not in odd and not explained(passage, KINDS, NAMES[match[0]], "半角标点", f"“{match[0]}”")
    ]  # fmt: skip
    if not found:
        return
    first = found[0]
    marks = "".join(dict.fromkeys(match[0] for match in found))
    number = f"，本段共 {len(found)} 处（{marks}）" if len(found) > 1 else ""
    hint = advice(passage, f"“{first[0]}”改为“{WIDE[first[0]]}”", NoteKind.PUNCTUATION)
    related = tuple((passage.at.within(match.start(), 1), "同一段里的另一处") for match in found[1:2])
    yield Finding(f"汉字旁边是半角的“{first[0]}”{number}", passage.at.within(first.start(), 1), hint, related)


def _is_beside_chinese(text: str, at: int) -> bool:
    """Whether a half-width mark stands where Chinese has a full-width one: not in 3.5, f(x), 12:30 or A, B."""
    mark, before, after = text[at], text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    han_before, han_after = _is_han(before), _is_han(after)
    chinese_before = han_before or (before != "" and before in _CHINESE)
    if mark == ".":
        return han_before and (han_after or text[at + 1 :] in ("", "\n"))
    if mark == "(":
        return han_after or (after != "" and after in _CHINESE) or (chinese_before and after != "(")
    if mark == ")":
        return chinese_before or han_after
    word = before.isascii() and (before.isalnum() or (before != "" and before in (")" if mark == ":" else "%)")))
    return chinese_before or (han_after and word)


def _is_han(character: str) -> bool:
    return CHINESE.match(character) is not None


def _twice(passage: Passage) -> Iterator[Finding]:
    if explained(passage, KINDS, "重复"):
        return
    for match in _TWICE.finditer(passage.checked):
        marks = match[0]
        alike = marks[0] in ",;，。、；：？！" and len(set(marks)) == 1
        fix = "改为“……”" if marks[0] == "." else f"留一个“{marks[0]}”" if alike else f"“{marks}”留一个"
        hint = advice(passage, fix, NoteKind.PUNCTUATION)
        yield Finding(f"标点“{marks}”连在一起", passage.at.within(match.start(), len(marks)), hint)


MARK_RULES: tuple[Rule[Writing], ...] = (
    Rule("text-end", Severity.WARNING, "成句的文字以句号结尾。", "text: 做好信息公开。", "text: 做好信息公开", _unended),
    Rule("text-half-width", Severity.NOTICE, "汉字旁边的标点是全角。", "各街道，区政府各部门：", "各街道,区政府各部门:",
         in_passages(_NARROW, _half_width)),
    Rule("text-mark-doubled", Severity.WARNING, "标点不重复。", "做好公开。", "做好公开。。", in_passages(_TWICE, _twice)),
)  # fmt: skip
