"""Words that stand in the wrong field (放错地方的文字): brackets that state responsibility, words of starting files.

Such words are no mistake of the language: they are printed as typed, but the portal does not understand them where
they stand, or they are not of the document at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.load.rules.rule import Finding, Rule
from sitegen.load.rules.writing import Passage, Writing, in_passages
from sitegen.model import NoteKind
from sitegen.problems import Severity

_INSIDE = r"(?:[^（）()\[\]【】]|[（(][^（）()]{0,40}[）)])"
RESPONSIBILITY = re.compile(
    rf"[（(\[【](?={_INSIDE}{{0,60}}?(?:(?:责任|牵头|配合|主办|协办|承办|实施|落实)(?:单位|部门|科室|处室|主体)\s*[:：]"
    rf"|[\u3400-\u9fff]{{2}}(?:牵头|(?:按职责(?:分工)?)?负责)[，,、；;。）)\]】])){_INSIDE}{{2,200}}[）)\]】]"
)
"""A bracket that says who is responsible: （责任单位：区财政局）, （区财政局牵头，各街道配合）."""
_OF_PROSE = ("ItemRecord.text", "PartRecord.text", "ItemRecord.heading")
_STARTING = re.compile("在这里(?:照录|写)[^，。；\n]*")


def _in_text(passage: Passage) -> Iterator[Finding]:
    if passage.field not in _OF_PROSE or any(note.kind is NoteKind.ACTOR_IN_TEXT for note in passage.beside):
        return
    found = list(RESPONSIBILITY.finditer(passage.words))
    if not found:
        return
    first = found[0]
    number = f"，这段文字里共有 {len(found)} 处" if len(found) > 1 else ""
    hint = "移到 responsibility；一条里有几处的，按括注把文字分成几段，写在 parts 里，每段的括注写在那一段的 responsibility。"
    message = f"正文里的“{_shortened(first[0])}”不会读成责任单位和完成时限{number}"
    yield Finding(message, passage.at.within(first.start(), len(first[0])), hint)


def _shortened(words: str) -> str:
    return words if len(words) <= 16 else f"{words[:14]}……{words[-1]}"


def _left_from_starting(writing: Writing) -> Iterator[Finding]:
    for passage in writing.passages:
        found = _STARTING.search(passage.words)
        if found:
            message = f"“{found[0]}”是起始文件里的话，还没有换成原件的文字"
            yield Finding(message, passage.at.within(found.start(), len(found[0])), "照录原件；原件没有的，删去这一项。")


MISPLACED_RULES: tuple[Rule[Writing], ...] = (
    Rule("text-responsibility", Severity.WARNING, "责任单位括注写在 responsibility，不留在正文里。",
         "text: 公开预算。responsibility: （责任单位：区财政局）", "text: 公开预算。（责任单位：区财政局）",
         in_passages(RESPONSIBILITY, _in_text)),
    Rule("text-starting", Severity.WARNING, "起始文件里的话都换成了原件的文字。", "title: 深化主动公开", "title: 在这里照录第一部分的标题",
         _left_from_starting),
)  # fmt: skip
