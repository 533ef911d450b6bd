"""A YAML file as read (YAML 文档): its value, the place of everything in it, and what is wrong with its notation.

Which fields a document may have is a matter of ``load``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from sitegen.position import Loc, Span
from sitegen.problems import Problem, sort_problems
from sitegen.source.characters import check_characters
from sitegen.source.draft import draft_of
from sitegen.source.files import SourceFile
from sitegen.source.recovery import read_draft
from sitegen.source.scalars import locate, read_scalar
from sitegen.source.text import Text, decode
from sitegen.source.tree import Place, YamlValue

_COMMENT = re.compile(r"(?:(?<=[\s])|^)#[^\r\n]*", re.M)
_BEHIND = re.compile(r"[ \t]+(#[^\r\n]*)")


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """A YAML file as read.

    ``value`` holds mappings, lists and the text of scalars as typed (None: nothing, ``~`` or ``null``). Where
    ``problems`` is not empty the notation has faults; the value is then that of the mended file, only good for checking
    its fields, and where not all of the file could be read there is neither a value nor a place for it (``is_read``).
    """

    file: str
    value: YamlValue
    problems: tuple[Problem, ...]
    text: Text = field(repr=False)
    root: Place | None = field(repr=False)

    @property
    def is_read(self) -> bool:
        """Whether all that was typed stands in the value."""
        return not self.problems or self.root is not None

    @property
    def comments(self) -> tuple[Span, ...]:
        """The comments of the file, each with its line."""
        return comments_within(self.text, self.root, len(self.text.content))

    @property
    def comments_for_values(self) -> tuple[Span, ...]:
        """The comments that stand where a value would, behind a field or the dash of an item that has none."""
        return comments_for_values(self.text, self.root)

    def span(self, loc: Loc) -> Span:
        """The place of a value, its key or some of its characters; of what is missing, the key it is missing under, or the text typed there."""
        return span_within(self.text, self.root, self.value, loc)


def comments_within(text: Text, root: Place | None, end: int) -> tuple[Span, ...]:
    """Comments of a text up to an offset: from a # that stands in no value to the end of its line."""
    if root is None or "#" not in text.content:
        return ()
    texts = sorted(_texts(root))
    found: list[Span] = []
    match = _COMMENT.search(text.content, 0, end)
    while match:
        before = bisect_right(texts, (match.start(), end)) - 1
        if before >= 0 and match.start() < texts[before][1]:
            match = _COMMENT.search(text.content, texts[before][1], end)
            continue
        found.append(text.span(*match.span()))
        match = _COMMENT.search(text.content, match.end(), end)
    return tuple(found)


def comments_for_values(text: Text, root: Place | None) -> tuple[Span, ...]:
    """Comments of a text that stand directly behind a field or dash of which nothing else is the value."""
    if root is None or "#" not in text.content:
        return ()
    ends = sorted(place.end for place in _places(root) if place.children is None and place.end == place.start)
    found = (_BEHIND.match(text.content, end) for end in ends)
    return tuple(text.span(*match.span(1)) for match in found if match)


def _texts(root: Place) -> list[tuple[int, int]]:
    """Ranges of all keys and texts at a place, in any order."""
    found: list[tuple[int, int]] = []
    for place in _places(root):
        if place.key_end > place.key_start:
            found.append((place.key_start, place.key_end))
        if place.children is None and place.end > place.start:
            found.append((place.start, place.end))
    return found


def _places(root: Place) -> Iterator[Place]:
    """A place and all within it, in any order."""
    waiting = [root]
    while waiting:
        place = waiting.pop()
        waiting.extend((place.children or {}).values())
        yield place


def parse_yaml(file: SourceFile) -> YamlDocument:
    """The document in a file; never raises, whatever the file holds."""
    text, undecoded = decode(file)
    strange, edits = check_characters(text)
    draft = draft_of(text.content)
    tree, faults = read_draft(text, draft.edited(edits) if edits else draft)
    problems = sort_problems((*undecoded, *strange, *faults))
    if undecoded:
        return YamlDocument(file.path, None, problems, text, None)
    return YamlDocument(file.path, tree.value, problems, text, tree.root)


def span_within(text: Text, root: Place | None, value: YamlValue, loc: Loc) -> Span:
    """The place of a ``Loc`` in a text, given the value of the whole and where everything in it stands."""
    if root is None:
        return text.span(0, 0)
    place = root
    for key in loc.keys:
        child = (place.children or {}).get(key)
        if child is None:
            return _key_span(text, place) if place.children is not None else _value_span(text, place)
        place = child
        value = value[key]  # type: ignore[index]  # places are made together with values
    if loc.part == "key":
        return _key_span(text, place)
    if loc.length and isinstance(value, str):
        raw = text.content[place.start : place.end]
        start, end = locate(read_scalar(raw, place.style, value), loc.offset, loc.length)
        return text.span(place.start + start, place.start + end)
    return _value_span(text, place)


def _key_span(text: Text, place: Place) -> Span:
    """The key of a value; of what has none (the whole, or an item of a list), its beginning."""
    if place.key_start >= 0:
        return text.span(place.key_start, place.key_end)
    return _value_span(text, place)


def _value_span(text: Text, place: Place) -> Span:
    """A value in its first line; where nothing stands, its key or the dash of its item."""
    if place.style == "block":
        line = text.line_at(place.start)
        return text.span(place.start, text.starts[line] + len(text.lines[line].rstrip()))
    if place.end > place.start:
        return text.span(place.start, place.end)
    if place.key_start >= 0:
        return text.span(place.key_start, place.key_end)
    return text.span(max(place.start - 1, 0), place.start)
