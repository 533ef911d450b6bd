"""The text of a prose page (说明页正文): what of it Markdown can take in good time; anything more is told with its place.

What the Markdown means is a matter of ``render``; nothing is changed or left out here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.position import Loc
from sitegen.problems import Problem

LONGEST_BODY = 100_000
MOST_BRACKETS = 400
MOST_HEADINGS = 400
DEEPEST = 12
_HEADING = re.compile(r"^(?:#|[^\n]+\n(?:=+|-+)[ \t]*$)", re.M)
_DEEP = re.compile(rf"^[ \t]*(?:(?:\d{{1,9}}[.)]|[-*+])[ \t]+|>[ \t]*){{{DEEPEST + 1}}}|^(?: {{4}}|\t){{{DEEPEST}}}[ \t]*\S", re.M)


def check_body(body: str, at: Loc) -> Iterator[Problem]:
    """What is too much in the text of a page: characters, opening brackets, headings, levels."""
    if len(body) > LONGEST_BODY:
        message = f"正文有 {len(body)} 个字，最多 {LONGEST_BODY} 个字"
        yield Problem("text-too-long", message, at.within(LONGEST_BODY, 1), hint="分成几个说明页。")
        return
    for found, most, words, hint in (
        (_places(re.compile(r"\["), body), MOST_BRACKETS, "左方括号“[”", "分成几个说明页；不是链接的方括号改用“〔”。"),
        (_places(_HEADING, body), MOST_HEADINGS, "小标题", "分成几个说明页。"),
    ):
        if len(found) > most:
            message = f"这一页有 {len(found)} 个{words}，最多 {most} 个，第 {most + 1} 个在这里"
            yield Problem("page-too-complex", message, at.within(found[most], 1), hint=hint)
    if deep := _DEEP.search(body):
        start = deep.end() - len(deep[0].lstrip())
        message = f"列表、引用或缩进超过了 {DEEPEST} 层"
        yield Problem("page-too-complex", message, at.within(start, 1), hint="减少层次；行首的符号是正文的，在前面加“\\”。")


def _places(pattern: re.Pattern[str], body: str) -> list[int]:
    return [match.start() for match in pattern.finditer(body)]
