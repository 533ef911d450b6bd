"""Values and their places from the parser's events (值树): every scalar stays the text that was typed.

The events come one by one, so depth is bounded and nothing is shared: aliases, anchors, tags, merge keys, duplicate
keys and second documents are faults here. What a value should be is a matter of ``load``.
"""

from __future__ import annotations

import re
from typing import NamedTuple, TypeAlias

import yaml

from sitegen.source import faults, value_faults
from sitegen.source.characters import has_strange_character
from sitegen.source.draft import Edit
from sitegen.source.faults import Fault
from sitegen.source.scalars import read_scalar, text_of
from sitegen.source.slips import ANY_KEY, ASCII_KEY, key_slips, may_be_slip, quoted_slips, value_slips

YamlValue: TypeAlias = "dict[str, YamlValue] | list[YamlValue] | str | None"

DEPTH_LIMIT = 64
_DASH = "- "
_NULLS = frozenset(("", "~", "null"))
_COMMENT = re.compile("[ \\t]+(#[^\\s#!][^\\r\\n]*)")
_MARK = re.compile("([*&!])[^\\s,\\[\\]{}]*")


class Place(NamedTuple):
    """Where a value and its key stand, by offsets (-1 where there is no key), and the places of what it contains.

    ``style`` is that of a scalar ("", "'", '"', "|", ">"), "flow" for brackets or "block" for indentation.
    """

    key_start: int
    key_end: int
    start: int
    end: int
    style: str
    children: dict[str | int, Place] | None


class Failure(NamedTuple):
    """What the parser said when it gave up: its words, where, in what context, and what came just before.

    ``last`` is the last scalar, alias ("*") or closed bracket ("flow") with its range; ``bracket`` the innermost bracket
    still open.
    """

    words: str
    at: int
    context: int | None
    last: tuple[int, int, str] | None
    bracket: int | None


class Tree(NamedTuple):
    """What the parser's events gave: the value, its places, faults that do not stop the parser, and the one that did."""

    value: YamlValue
    root: Place | None
    faults: tuple[Fault, ...]
    failure: Failure | None


def build_tree(content: str) -> Tree:
    """The tree of a text, as far as the parser reads it."""
    builder = _Builder(content)
    failure = builder.run()
    return Tree(builder.value, builder.root, tuple(builder.faults), failure)


def _range(event: yaml.Event) -> tuple[int, int, int]:
    """First and last offset of an event, and how many lines it runs over beyond the first."""
    first, last = event.start_mark, event.end_mark
    if first is None or last is None:
        raise TypeError("the C parser marks every event")
    return first.index, last.index, last.line - first.line


class _TooDeepError(Exception):
    """Raised to stop at the depth limit."""


class _Level:
    """A mapping or sequence that is still open."""

    __slots__ = ("bracket", "fields", "is_key", "items", "key", "key_end", "key_start", "places", "start")

    def __init__(self, start: int, *, mapping: bool, flow: bool, is_key: bool) -> None:
        self.start = start
        self.bracket = "" if not flow else "{" if mapping else "["
        self.is_key = is_key
        self.fields: dict[str, YamlValue] | None = {} if mapping else None
        self.items: list[YamlValue] = []
        self.places: dict[str | int, Place] = {}
        self.key: str | None = None
        self.key_start = self.key_end = -1


class _Builder:
    """Builds one tree; lives as long as one call of ``build_tree``."""

    def __init__(self, content: str) -> None:
        self.content = content
        self.value: YamlValue = None
        self.root: Place | None = None
        self.faults: list[Fault] = []
        self.levels: list[_Level] = []
        self.last: tuple[int, int, str] | None = None
        self.documents = 0

    def run(self) -> Failure | None:
        parser = yaml.CSafeLoader(self.content)
        try:
            while True:
                event = parser.get_event()
                if isinstance(event, yaml.ScalarEvent):
                    self.scalar(event)
                elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                    self.open(event)
                elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                    self.close(event)
                elif isinstance(event, yaml.AliasEvent):
                    self.alias(event)
                elif isinstance(event, yaml.DocumentStartEvent):
                    self.document(event)
                elif isinstance(event, yaml.StreamEndEvent):
                    return None
        except _TooDeepError:
            return None
        except yaml.MarkedYAMLError as error:
            return self.failure(error)
        finally:
            parser.dispose()

    def failure(self, error: yaml.MarkedYAMLError) -> Failure:
        at = error.problem_mark.index if error.problem_mark else 0
        context = error.context_mark.index if error.context_mark else None
        brackets = [level.start for level in self.levels if level.bracket]
        return Failure(f"{error.context}: {error.problem}", at, context, self.last, brackets[-1] if brackets else None)

    def document(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            start = _range(event)[0]
            self.faults.append(faults.several_documents(start, start + 3))

    def open(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        start = _range(event)[0]
        if len(self.levels) == DEPTH_LIMIT:
            self.faults.append(faults.too_deep(start, start + 1, DEPTH_LIMIT))
            self.levels.clear()
            raise _TooDeepError
        if event.anchor or event.tag:
            self.refuse_mark(start)
        above = self.levels[-1] if self.levels else None
        is_key = above is not None and above.fields is not None and above.key is None
        mapping = isinstance(event, yaml.MappingStartEvent)
        self.levels.append(_Level(start, mapping=mapping, flow=bool(event.flow_style), is_key=is_key))

    def close(self, event: yaml.MappingEndEvent | yaml.SequenceEndEvent) -> None:
        level = self.levels.pop()
        end = _range(event)[1]
        if level.bracket:
            self.last = (level.start, end, "flow")
        if level.is_key:
            if not any(above.is_key for above in self.levels):
                self.faults.append(faults.key_not_text(level.start, end))
            self.key(self.content[level.start : end], level.start, end)
            return
        value: YamlValue = level.items if level.fields is None else level.fields
        self.put(value, level.start, end, "flow" if level.bracket else "block", level.places)

    def alias(self, event: yaml.AliasEvent) -> None:
        start, end, _ = _range(event)
        self.refuse_mark(start)
        self.last = (start, end, "*")
        above = self.levels[-1] if self.levels else None
        if above is not None and above.fields is not None and above.key is None:
            self.key(self.content[start:end], start, end)
        else:
            self.put(None, start, end, "", None)

    def scalar(self, event: yaml.ScalarEvent) -> None:
        start, end, lines = _range(event)
        style = event.style or ""
        value: str = event.value
        if event.anchor or event.tag:
            self.refuse_mark(start)
        above = self.levels[-1] if self.levels else None
        if above is not None and above.fields is not None and above.key is None:
            self.last = (start, end, style)
            if style or not value.isidentifier():
                self.check_key(value, start, end, style)
            self.key(value, start, end)
            return
        if end > start:
            self.last = (start, end, style)
        folds = lines > 0 and style != "|"
        if style == "":
            flow = above.bracket if above else ""
            if folds or not above or may_be_slip(value, flow):
                self.faults += value_slips(self.content, start, end, flow, ASCII_KEY if above else ANY_KEY)
            if comment := _COMMENT.match(self.content, end):
                self.faults.append(faults.comment_in_text(comment.start(1), comment.end(1)))
            if value in _NULLS:
                self.put(None, start, end, style, None)
                return
        elif style == '"' and "\\" in self.content[start:end] and has_strange_character(value):
            self.faults.append(value_faults.escape_invisible(start, end))
        if folds:
            if style in ("'", '"'):
                self.faults += quoted_slips(self.content, start, end)
            value = text_of(read_scalar(self.content[start:end], style, value))
        self.put(value, start, end, style, None)

    def key(self, key: str, start: int, end: int) -> None:
        level = self.levels[-1]
        if key in level.places:
            before = level.places[key]
            first = (before.key_start, before.key_end)
            if self.begins_item(level, key, start):
                dash = (Edit(start - len(_DASH), start, _DASH),)
                self.faults.append(faults.dash_missing(key, start, end, first, dash))
                level.places, level.fields = {}, {}
            else:
                self.faults.append(faults.key_duplicate(key, start, end, first))
        level.key, level.key_start, level.key_end = key, start, end

    def begins_item(self, level: _Level, key: str, start: int) -> bool:
        """Whether a key that comes again begins the next item of a list: the first of several, at the same column."""
        if level.bracket or len(level.places) < len(_DASH) or next(iter(level.places)) != key or len(self.levels) < 2:
            return False
        within_list = self.levels[-2].fields is None and not self.levels[-2].bracket
        return within_list and self.content[start - len(_DASH) : start] == " " * len(_DASH)

    def check_key(self, key: str, start: int, end: int, style: str) -> None:
        if not key:
            self.faults.append(faults.key_empty(start, max(end, start + 1)))
        elif style == "":
            if key == "<<":
                self.faults.append(value_faults.refused_mark(start, end, "<<"))
            self.faults += key_slips(self.content[start:end], start)

    def put(self, value: YamlValue, start: int, end: int, style: str, children: dict[str | int, Place] | None) -> None:
        if not self.levels:
            if self.documents == 1:
                self.value, self.root = value, Place(-1, -1, start, end, style, children)
            return
        level = self.levels[-1]
        if level.fields is None:
            level.places[len(level.items)] = Place(-1, -1, start, end, style, children)
            level.items.append(value)
        elif level.key is not None:
            if level.key not in level.fields:
                level.fields[level.key] = value
                level.places[level.key] = Place(level.key_start, level.key_end, start, end, style, children)
            level.key = None

    def refuse_mark(self, start: int) -> None:
        if match := _MARK.match(self.content, start):
            self.faults.append(value_faults.refused_mark(start, match.end(), match[1]))
