"""Brackets and quotation marks in texts (括号、引号): in pairs, and both halves of one width."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sitegen.load.rules.rule import Finding, Rule
from sitegen.load.rules.writing import CHINESE, Passage, Writing, advice, explained, in_passages
from sitegen.model import NoteKind
from sitegen.problems import Severity

OPENING = "（(《〈“‘「『【〔［[｛{"
CLOSING = "）)》〉”’」』】〕］]｝}"
FAMILIES = ("（(", "《", "〈", "“", "‘", "「", "『", "【", "〔", "［[", "｛{")
"""Opening halves that differ in width only."""
MARKS = re.compile(f"[{re.escape(OPENING + CLOSING)}]")
ENUMERATION = re.compile(r"(?:^|[ \t-\r，。；：、])(?:[0-9]{1,2}|[a-zA-Z]|(?P<chinese>[^\W0-9_a-zA-Z]{1,2}))$")
PLACES_BEFORE = 4
TEXTS = 10_000
"""Of so many texts it is remembered which of their marks are wrong, for one check after the other."""

KINDS = (NoteKind.PUNCTUATION,)


_PARTNERS = {**dict(zip(OPENING, CLOSING, strict=True)), **dict(zip(CLOSING, OPENING, strict=True))}
_ALIKE = {mark: family for family in FAMILIES for opening in family for mark in (opening, _PARTNERS[opening])}
"""What two halves that belong together, but for their width, have in common."""


@lru_cache(TEXTS)
def odd_halves(text: str) -> tuple[tuple[str, int, int | None], ...]:
    """Marks that are wrong, with their offsets: of a pair of two widths also the offset of the opening half."""
    odd: list[tuple[str, int, int | None]] = []
    open_marks: list[tuple[str, int]] = []
    for match in MARKS.finditer(text):
        mark, offset = match[0], match.start()
        if mark in OPENING:
            open_marks.append((mark, offset))
            continue
        depth = next((n for n, (other, _) in enumerate(reversed(open_marks)) if _ALIKE[other] == _ALIKE[mark]), None)
        if depth is None:
            if mark not in "）)" or not _is_enumerated(text[max(offset - PLACES_BEFORE, 0) : offset]):
                odd.append((mark, offset, None))
            continue
        odd += [(*open_marks.pop(), None) for _ in range(depth)]
        other, start = open_marks.pop()
        if _PARTNERS[other] != mark:
            odd.append((mark, offset, start))
    return (*odd, *((mark, offset, None) for mark, offset in open_marks))


def _is_enumerated(before: str) -> bool:
    """Whether what stands before a closing half is a number or letter of a list: 1）, a), 一）."""
    match = ENUMERATION.search(before)
    return match is not None and (match["chinese"] is None or CHINESE.fullmatch(match["chinese"]) is not None)


def _unpaired(passage: Passage) -> Iterator[Finding]:
    odd = [(mark, offset) for mark, offset, start in odd_halves(passage.checked) if start is None]
    for mark, offset in odd if odd and not explained(passage, KINDS, "成对", "配对") else ():
        where = "后面没有" if mark in OPENING else "前面没有"
        hint = advice(passage, f"补上“{_PARTNERS[mark]}”，或删去“{mark}”", NoteKind.PUNCTUATION)
        yield Finding(f"“{mark}”{where}和它配对的“{_PARTNERS[mark]}”", passage.at.within(offset, 1), hint)


def _mixed(passage: Passage) -> Iterator[Finding]:
    odd = [(mark, offset, start) for mark, offset, start in odd_halves(passage.checked) if start is not None]
    for mark, offset, start in odd if odd and not explained(passage, KINDS, "混用", "左括号", "右括号") else ():
        opening = passage.checked[start]
        hint = advice(passage, f"“{mark}”改为“{_PARTNERS[opening]}”", NoteKind.PUNCTUATION)
        message = f"左边是“{opening}”，右边是“{mark}”，全角半角不一致"
        related = ((passage.at.within(start, 1), "左边的一半在这里"),)
        yield Finding(message, passage.at.within(offset, 1), hint, related)


BRACKET_RULES: tuple[Rule[Writing], ...] = (
    Rule("text-bracket-unpaired", Severity.WARNING, "括号、引号、书名号成对。", "（责任单位：区司法局）", "（责任单位：区司法局",
         in_passages(MARKS, _unpaired)),
    Rule("text-bracket-mixed", Severity.WARNING, "一对括号同为全角或同为半角。", "（责任单位：区司法局）", "（责任单位：区司法局)",
         in_passages(MARKS, _mixed)),
)  # fmt: skip
