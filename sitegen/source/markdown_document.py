"""A Markdown file as read (Markdown 文档): front matter between ``---`` lines, and the body after it.

What the front matter must hold is a matter of ``load``, what the Markdown means one of ``render``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from sitegen.position import Loc, Span
from sitegen.problems import Problem, sort_problems
from sitegen.source.characters import check_characters
from sitegen.source.draft import Edit, draft_of
from sitegen.source.files import SourceFile
from sitegen.source.recovery import read_draft
from sitegen.source.scalars import locate, read_verbatim, text_of
from sitegen.source.text import Text, decode
from sitegen.source.tree import Place, YamlValue
from sitegen.source.yaml_document import comments_for_values, comments_within, span_within

BODY = "body"


class _Parts(NamedTuple):
    """Offsets of the front matter (between its fences) and of the body."""

    front: int
    front_end: int
    body: int


@dataclass(frozen=True, slots=True)
class MarkdownDocument:
    """A Markdown file as read.

    ``value`` is the front matter as in ``YamlDocument``; ``body`` the text after it with LF as line breaks, whose place
    is asked for under the key "body". Where ``problems`` is not empty there are value, body and place only as in
    ``YamlDocument`` (``is_read``).
    """

    file: str
    value: YamlValue
    body: str
    problems: tuple[Problem, ...]
    text: Text = field(repr=False)
    root: Place | None = field(repr=False)
    body_start: int = field(repr=False)

    @property
    def is_read(self) -> bool:
        """Whether all that was typed stands in the value and the body."""
        return not self.problems or self.root is not None

    @property
    def comments(self) -> tuple[Span, ...]:
        """The comments of the front matter, each with its line."""
        return comments_within(self.text, self.root, self.body_start)

    @property
    def comments_for_values(self) -> tuple[Span, ...]:
        """The comments of the front matter that stand where a value would."""
        return comments_for_values(self.text, self.root)

    def span(self, loc: Loc) -> Span:
        """The place of a value of the front matter as in ``YamlDocument.span``, or of the body or characters in it."""
        if loc.keys[:1] != (BODY,):
            return span_within(self.text, self.root, self.value, loc)
        raw = self.text.content[self.body_start :]
        if not loc.length:
            return self.text.span(self.body_start, self.body_start + len(raw))
        start, end = locate(read_verbatim(raw), loc.offset, loc.length)
        return self.text.span(self.body_start + start, self.body_start + end)


def parse_markdown(file: SourceFile) -> MarkdownDocument:
    """The document in a file; never raises, whatever the file holds."""
    text, undecoded = decode(file)
    if undecoded:
        return MarkdownDocument(file.path, None, "", undecoded, text, None, 0)
    strange, edits = check_characters(text)
    parts = _split(text)
    if isinstance(parts, Problem):
        return MarkdownDocument(file.path, None, "", sort_problems((parts, *strange)), text, None, 0)
    outside = (Edit(0, parts.front, " " * (parts.front - 1) + "\n"), Edit(parts.front_end, len(text.content), ""))
    inside = (edit for edit in edits if parts.front <= edit.start < parts.front_end)
    tree, faults = read_draft(text, draft_of(text.content).edited((*outside, *inside)))
    problems = sort_problems((*strange, *faults))
    body = text_of(read_verbatim(text.content[parts.body :]))
    return MarkdownDocument(file.path, tree.value, body, problems, text, tree.root, parts.body)


def _split(text: Text) -> _Parts | Problem:
    first = text.lines[0]
    if first.rstrip() != "---":
        return Problem(
            "front-matter-missing",
            "文件的第一行应当是“---”",
            text.span(0, len(first)),
            hint="请在文件开头加上一行“---”，写好标题等字段，再加一行“---”，然后才是正文",
        )
    for index in range(1, len(text.starts)):
        if text.lines[index].rstrip() == "---":
            following = text.starts[index + 1] if index + 1 < len(text.starts) else len(text.content)
            return _Parts(text.starts[1], text.starts[index], following)
    return Problem(
        "front-matter-unclosed",
        "开头的字段没有结束：第一行的“---”之后没有第二行“---”",
        text.span(0, len(first)),
        hint="请在最后一个字段的下面加上一行“---”",
    )
