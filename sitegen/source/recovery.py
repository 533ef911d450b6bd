"""Reading on after a fault (续读): how one run tells an editor all faults of a file.

The draft is patched as the fault suggests, or the damaged entry is left out, and the rest is read again. Where all that
was typed stands in the last draft, its fields can be checked in the same run. What a fault is and how it is worded is a
matter of ``syntax``, ``slips`` and ``faults``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sitegen.position import Span
from sitegen.problems import Problem
from sitegen.source import faults
from sitegen.source.draft import Draft, Edit
from sitegen.source.faults import Fault
from sitegen.source.syntax import explain
from sitegen.source.text import Text, blank, indentation
from sitegen.source.tree import Failure, Place, Tree, build_tree

_ROUNDS = 30
_CHARACTERS = 4_000_000  # to be read in all rounds together
_GUESSED = ("yaml-tab", "yaml-wide-space", "yaml-indentation", "yaml-list")  # after these the indentation is a guess
_STRUCTURAL = ("yaml-indentation", "yaml-list")  # and these may follow from the guess
_NOT_FOLLOWED = ("yaml-merge",)  # what they would bring in is not read, so the fields seem missing
_SEVERAL = "yaml-several-documents"
_TABS = re.compile("^\\t[ \\t]*(?=\\S)", re.MULTILINE)
_SPACES = re.compile("^( +)\\S", re.MULTILINE)


def read_draft(text: Text, draft: Draft) -> tuple[Tree, tuple[Problem, ...]]:
    """The tree of a text from its draft, and all faults of notation.

    After a fault that stops the parser the draft is patched and read again, so that one run tells the faults behind it
    as well; slips before such a fault are patched first: they may cause it. The tree is that of the last draft, placed
    in the file; it has no value where an entry was left out or the level of a line had to be guessed.
    """
    problems: dict[Problem, None] = {}
    whole = True
    doubtful: set[int] = set()  # lines where a structural fault may follow from one that was told
    for _ in range(min(_ROUNDS, 1 + _CHARACTERS // (len(draft.content) + 1))):
        tree = build_tree(draft.content)
        if tree.failure is None:
            break
        lines = Text.of(text.file, draft.content)
        found = tuple(fault for fault in tree.faults if fault.edits) or _explained(lines, tree.failure)
        whole = whole and all(fault.edits and not _is_guess(lines, fault) for fault in found)
        edits = tuple(edit for fault in found for edit in fault.edits) or (_left_out(lines, found[0]),)
        if found[0].code not in _STRUCTURAL or lines.line_at(found[0].start) not in doubtful:
            problems |= dict.fromkeys(_problem(text, draft, fault) for fault in found)
        if any(fault.code in _GUESSED for fault in found):
            doubtful |= {lines.line_at(edit.end) + below for edit in edits for below in (0, 1)}
        patched = draft.edited(edits)
        if patched.content == draft.content:
            break
        draft = patched
    problems |= dict.fromkeys(_problem(text, draft, fault) for fault in tree.faults)
    return _mended(draft, tree) if whole else _without_value(tree), tuple(problems)


def _mended(draft: Draft, tree: Tree) -> Tree:
    """The tree of a draft without the slips that the parser reads over, placed in the file; its faults stay those told."""
    lines = Text.of("", draft.content) if tree.faults else None
    if lines and any(_is_guess(lines, fault) or fault.code in _NOT_FOLLOWED for fault in tree.faults):
        return _without_value(tree)
    edits = {edit for fault in tree.faults for edit in (*fault.edits, *_line_between(draft, fault))}
    if edits:
        draft = draft.edited(edits)
        tree = build_tree(draft.content)._replace(faults=tree.faults)
    if tree.failure is not None or (any(fault.code == _SEVERAL for fault in tree.faults) and not edits):
        return _without_value(tree)
    if tree.root is None or isinstance(draft.origins, range):
        return tree
    return tree._replace(root=_in_file(draft, tree.root))


def _without_value(tree: Tree) -> Tree:
    return tree._replace(value=None, root=None)


def _is_guess(lines: Text, fault: Fault) -> bool:
    """Whether it is a guess on which level the line of a fault stands: its beginning, or more than it, is wrong."""
    if fault.code in _STRUCTURAL:
        return True
    line = lines.line_at(fault.start)
    return fault.code in _GUESSED and not lines.content[lines.starts[line] : fault.start].strip()


def _line_between(draft: Draft, fault: Fault) -> tuple[Edit, ...]:
    """The edit that reads two documents as one, as they are where the line between them only parts."""
    if fault.code != _SEVERAL or draft.content[fault.start : fault.end] != "---":
        return ()
    return (Edit(fault.start, fault.end, "   "),)


def _in_file(draft: Draft, place: Place) -> Place:
    """A place of a draft as the place in its file."""

    def end(first: int, last: int) -> int:
        return draft.original(last - 1) + 1 if last > first else draft.original(first)

    children = None
    if place.children is not None:
        children = {key: _in_file(draft, child) for key, child in place.children.items()}
    keyed = place.key_start >= 0
    return Place(
        draft.original(place.key_start) if keyed else -1,
        end(place.key_start, place.key_end) if keyed else -1,
        draft.original(place.start), end(place.start, place.end), place.style, children,
    )  # fmt: skip


def _explained(lines: Text, failure: Failure) -> tuple[Fault, ...]:
    """The faults behind a failure of the parser: one, or all lines indented with tabs."""
    fault = explain(lines, failure)
    if fault.code == "yaml-tab" and not fault.edits:
        return _tab_faults(lines, lines.line_at(fault.start))
    return (fault,)


def _problem(text: Text, draft: Draft, fault: Fault) -> Problem:
    related = tuple((_span(text, draft, start, end), words) for start, end, words in fault.related)
    return Problem(
        fault.code, fault.message, _span(text, draft, fault.start, fault.end), hint=fault.hint, related=related
    )


def _span(text: Text, draft: Draft, start: int, end: int) -> Span:
    return text.span(draft.original(start), draft.original(max(end - 1, start)) + 1)


def _left_out(text: Text, fault: Fault) -> Edit:
    """The edit that takes the damaged entry out of a draft: its line, the lines below it, up to the fault at least."""
    first = text.line_at(fault.start if fault.entry is None else fault.entry)
    last = text.line_at(fault.start)
    level = indentation(text.lines[first])
    following = last + 1
    while following < len(text.starts):
        line = text.lines[following]
        if line.strip(" \t") and indentation(line) <= level and line.lstrip()[:1] not in ("]", "}"):
            break
        last = following
        following += 1
    start = text.starts[first]
    end = text.starts[last] + len(text.lines[last])
    return Edit(start, end, re.sub("[^\\r\\n]", " ", text.content[start:end]))


def _tab_faults(text: Text, line: int) -> tuple[Fault, ...]:
    """The runs of lines indented with tabs, from the line on at which the parser stumbled over one.

    Their edits put the file's own indentation in place of each tab.
    """
    level = " " * min((len(match[1]) for match in _SPACES.finditer(text.content)), default=2)
    runs: list[list[int]] = [[line]]
    for match in _TABS.finditer(text.content, text.starts[line] + 1):
        following = text.line_at(match.start())
        if runs[-1][-1] == following - 1:
            runs[-1].append(following)
        else:
            runs.append([following])
    return tuple(_tab_run(text, run, level) for run in runs)


def _tab_run(text: Text, run: list[int], level: str) -> Fault:
    edits: list[Edit] = []
    for line in run:
        start, spaces = text.starts[line], text.lines[line][: blank(text.lines[line])]
        edits.append(Edit(start, start + len(spaces), spaces.replace("\t", level)))
    return replace(faults.tab_indentation(edits[0].start, edits[0].end, len(run)), edits=tuple(edits))
