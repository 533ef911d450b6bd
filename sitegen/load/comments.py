"""Comments (注释) as the rules of content see them: one that stands where a value would may be meant for it.

Personal numbers in comments are ``rules.personal``'s matter, a # before words of a text that of ``source``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.position import Span
from sitegen.problems import Problem, Severity


def check_values(comments: Iterable[Span]) -> Iterator[Problem]:
    """Warnings of fields and items of which nothing but a comment is written; ``comments`` are those behind them."""
    for comment in comments:
        yield Problem(
            "comment-for-value", "“#”后面的字不算内容，网站上不会出现，这里现在是空的", comment, Severity.WARNING,
            "如果是内容，请删去“# ”，或用英文双引号把内容括起来；如果是写给编辑自己看的，请移到上一行。",
        )  # fmt: skip
