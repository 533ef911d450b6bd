"""A YAML file as read (YAML 文档): its value, the place of everything in it, and what is wrong with its notation.

Which fields a document may have is a matter of ``load``.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sitegen.position import Loc, Span
from sitegen.problems import Problem, sort_problems
from sitegen.source.characters import check_characters
from sitegen.source.draft import Draft, draft_of
from sitegen.source.faults import Fault
from sitegen.source.files import SourceFile
from sitegen.source.scalars import locate, read_scalar
from sitegen.source.syntax import explain, left_out, tab_faults
from sitegen.source.text import Text, decode
from sitegen.source.tree import Failure, Place, Tree, YamlValue, build_tree

_ROUNDS = 30
_STRUCTURE = ("yaml-tab", "yaml-indentation", "yaml-list", "yaml-text-block")
_CHARACTERS = 4_000_000  # to be read again in all rounds together


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """A YAML file as read.

    ``value`` holds mappings, lists and the text of scalars as typed (None: nothing, ``~`` or ``null``). Where
    ``problems`` is not empty the notation has faults, and there is neither a value nor a place for it.
    """

    file: str
    value: YamlValue
    problems: tuple[Problem, ...]
    text: Text = field(repr=False)
    root: Place | None = field(repr=False)

    def span(self, loc: Loc) -> Span:
        """The place of a value, its key or some of its characters; of what is missing, the key it is missing under."""
        return span_within(self.text, self.root, self.value, loc)


def parse_yaml(file: SourceFile) -> YamlDocument:
    """The document in a file; never raises, whatever the file holds."""
    text, undecoded = decode(file)
    strange, edits = check_characters(text)
    draft = draft_of(text.content)
    tree, faults = read_draft(text, draft.edited(edits) if edits else draft)
    problems = sort_problems((*undecoded, *strange, *faults))
    if problems:
        return YamlDocument(file.path, None, problems, text, None)
    return YamlDocument(file.path, tree.value, (), text, tree.root)


def read_draft(text: Text, draft: Draft) -> tuple[Tree, tuple[Problem, ...]]:
    """The tree of a text from its draft, and all faults of notation.

    After a fault that stops the parser the draft is patched and read again, so that one run tells the faults behind it
    as well; the tree is then that of the last draft. Slips before such a fault are patched first: they may cause it.
    """
    problems: dict[Problem, None] = {}
    doubtful: set[int] = set()  # lines where a fault of structure follows from one that was told
    for _ in range(min(_ROUNDS, 1 + _CHARACTERS // (len(draft.content) + 1))):
        tree = build_tree(draft.content)
        if tree.failure is None:
            break
        lines = Text.of(text.file, draft.content)
        found = tuple(fault for fault in tree.faults if fault.edits) or _explained(lines, tree.failure)
        edits = tuple(edit for fault in found for edit in fault.edits) or (left_out(lines, found[0]),)
        structural = found[0].code in _STRUCTURE
        if not structural or lines.line_at(found[0].start) not in doubtful:
            problems |= dict.fromkeys(_problem(text, draft, fault) for fault in found)
        if structural:
            doubtful |= {lines.line_at(edit.end) + below for edit in edits for below in (0, 1)}
        patched = draft.edited(edits)
        if patched.content == draft.content:
            break
        draft = patched
    problems |= dict.fromkeys(_problem(text, draft, fault) for fault in tree.faults)
    return tree, tuple(problems)


def _explained(lines: Text, failure: Failure) -> tuple[Fault, ...]:
    """The faults behind a failure of the parser: one, or all lines indented with tabs."""
    fault = explain(lines, failure)
    if fault.code == "yaml-tab" and not fault.edits:
        return tab_faults(lines, lines.line_at(fault.start))
    return (fault,)


def _problem(text: Text, draft: Draft, fault: Fault) -> Problem:
    related = tuple((_span(text, draft, start, end), words) for start, end, words in fault.related)
    return Problem(
        fault.code, fault.message, _span(text, draft, fault.start, fault.end), hint=fault.hint, related=related
    )


def _span(text: Text, draft: Draft, start: int, end: int) -> Span:
    return text.span(draft.original(start), draft.original(max(end - 1, start)) + 1)


def span_within(text: Text, root: Place | None, value: YamlValue, loc: Loc) -> Span:
    """The place of a ``Loc`` in a text, given the value of the whole and where everything in it stands."""
    if root is None:
        return text.span(0, 0)
    place = root
    for key in loc.keys:
        child = (place.children or {}).get(key)
        if child is None:
            return _key_span(text, place)
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
