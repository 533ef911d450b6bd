"""Brackets and quotation marks in texts (括号、引号): in pairs, and both halves of one width."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.load.rules.rule import Finding, Rule
from sitegen.load.rules.writing import HAN, Passage, Writing, advice, explained, in_passages
from sitegen.model import NoteKind
from sitegen.problems import Severity

OPENING = "（(《〈“‘「『【〔［[｛{"
CLOSING = "）)》〉”’」』】〕］]｝}"
FAMILIES = ("（(", "《", "〈", "“", "‘", "「", "『", "【", "〔", "［[", "｛{")
"""Opening halves that differ in width only."""
MARKS = re.compile(f"[{re.escape(OPENING + CLOSING)}]")
ENUMERATION = re.compile(rf"(?:^|[\s，。；：、])(?:\d{{1,2}}|[a-zA-Z]|[{HAN}]{{1,2}})$", re.A)
PLACES_BEFORE = 4
KINDS = (NoteKind.PUNCTUATION,)


def _partner(mark: str) -> str:
    return CLOSING[OPENING.index(mark)] if mark in OPENING else OPENING[CLOSING.index(mark)]


def _alike(opening: str, closing: str) -> bool:
    """Whether two halves belong together but for their width."""
    return any(opening in family and _partner(closing) in family for family in FAMILIES)


def odd_halves(passage: Passage) -> Iterator[tuple[str, int, int | None]]:
    """Marks that are wrong, with their offsets: of a pair of two widths also the offset of the opening half."""
    open_marks: list[tuple[str, int]] = []
    for match in MARKS.finditer(passage.checked):
        mark, offset = match[0], match.start()
        if mark in OPENING:
            open_marks.append((mark, offset))
            continue
        depth = next((n for n, (other, _) in enumerate(reversed(open_marks)) if _alike(other, mark)), None)
        if depth is None:
            if not (mark in "）)" and ENUMERATION.search(passage.checked[max(offset - PLACES_BEFORE, 0) : offset])):
                yield mark, offset, None
            continue
        for _ in range(depth):
            yield (*open_marks.pop(), None)
        other, start = open_marks.pop()
        if _partner(other) != mark:
            yield mark, offset, start
    yield from ((mark, offset, None) for mark, offset in open_marks)


def _unpaired(passage: Passage) -> Iterator[Finding]:
    odd = [(mark, offset) for mark, offset, start in odd_halves(passage) if start is None]
    for mark, offset in odd if odd and not explained(passage, KINDS, "成对", "配对") else ():
        where = "后面没有" if mark in OPENING else "前面没有"
        hint = advice(passage, f"补上“{_partner(mark)}”，或删去“{mark}”", NoteKind.PUNCTUATION)
        yield Finding(f"“{mark}”{where}和它配对的“{_partner(mark)}”", passage.at.within(offset, 1), hint)


def _mixed(passage: Passage) -> Iterator[Finding]:
    odd = [(mark, offset, start) for mark, offset, start in odd_halves(passage) if start is not None]
    for mark, offset, start in odd if odd and not explained(passage, KINDS, "混用", "左括号", "右括号") else ():
        opening = passage.checked[start]
        hint = advice(passage, f"“{mark}”改为“{_partner(opening)}”", NoteKind.PUNCTUATION)
        message = f"左边是“{opening}”，右边是“{mark}”，全角半角不一致"
        related = ((passage.at.within(start, 1), "左边的一半在这里"),)
        yield Finding(message, passage.at.within(offset, 1), hint, related)


BRACKET_RULES: tuple[Rule[Writing], ...] = (
    Rule("text-bracket-unpaired", Severity.WARNING, "括号、引号、书名号成对。", "（责任单位：区司法局）", "（责任单位：区司法局",
         in_passages(_unpaired)),
    Rule("text-bracket-mixed", Severity.WARNING, "一对括号同为全角或同为半角。", "（责任单位：区司法局）", "（责任单位：区司法局)",
         in_passages(_mixed)),
)  # fmt: skip
