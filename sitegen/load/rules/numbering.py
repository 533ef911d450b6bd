"""Rules about numbering (编号次序): numbers of sections, items and rows run on without gaps; nothing is renumbered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sitegen.load.reading.numerals import read_numeral
from sitegen.load.rules.rule import Finding, Rule
from sitegen.model import Item, Note, NoteKind, Plan, Portal
from sitegen.position import Loc
from sitegen.problems import Severity

MARKS = "（）()、．. "
CHAPTER_HEADING = re.compile(r"\s*([一二三四五六七八九十]{1,3}、)[^，；。]{1,30}\s*")
"""The heading of a chapter that stands as a paragraph of its own, for no items follow it: 一、总体要求."""

NOTED = "原件如此的，在 notes 里加一条 kind: numbering 的说明。"

Numbered = tuple[str, Loc, tuple[Note, ...]]
"""A number as printed, its place, and the notes beside it."""


def _gaps(what: str, numbers: Iterable[Numbered]) -> Iterator[Finding]:
    """Numbers that do not follow the one before; what follows after one that is merely mistyped is no second finding.

    A note on the numbering beside a number explains it.
    """
    listed = [(printed, at, notes, _ordinal(printed)) for printed, at, notes in numbers]
    previous = 0
    for n, (printed, at, notes, ordinal) in enumerate(listed):
        following = listed[n + 1][3] if n + 1 < len(listed) else None
        if any(note.kind in (NoteKind.NUMBERING, NoteKind.SOURCE_ERROR) for note in notes):
            pass
        elif ordinal is None:
            yield Finding(f"{what}“{printed}”读不出数字", at, f"照原件核对；{NOTED}")
        elif ordinal != previous + 1 and not previous:
            yield Finding(f"{what}从“{printed}”开始", at, f"可能漏录前面的内容；{NOTED}")
        elif ordinal not in (previous, previous + 1):
            yield Finding(f"{what}“{printed}”不接上一个（{previous}）", at, f"可能漏录；{NOTED}")
        mistyped = ordinal is None or ordinal == previous or (previous and following == previous + 2)
        previous = previous + 1 if mistyped or ordinal is None else ordinal


def _sections(portal: Portal) -> Iterator[Finding]:
    for plan in portal.plans:
        at = plan.at.child("sections")
        sections = [(part.number, at.child(n, "number"), part.notes) for n, part in enumerate(plan.sections)]
        yield from _gaps("部分编号", [*_chapters_in(plan.preamble), *sections])


def _chapters_in(paragraphs: Iterable[Item]) -> Iterator[Numbered]:
    """Headings of chapters among paragraphs."""
    for paragraph in paragraphs:
        found = CHAPTER_HEADING.fullmatch(paragraph.text)
        if found:
            yield found[1], paragraph.at.child("text"), paragraph.notes


def _items(portal: Portal) -> Iterator[Finding]:
    for plan in portal.plans:
        for run in _runs(plan):
            yield from _gaps("条目编号", ((item.number, item.at.child("number"), item.notes) for item in run))


def _runs(plan: Plan) -> list[list[Item]]:
    """Numbered items that are counted together: through the whole plan, or anew in sections that begin with the first."""
    runs: list[list[Item]] = []
    for section in plan.sections:
        numbered = [item for item in section.items if item.number]
        if runs and numbered and _ordinal(numbered[0].number) != 1:
            runs[-1].extend(numbered)
        elif numbered:
            runs.append(numbered)
    return runs


def _rows(portal: Portal) -> Iterator[Finding]:
    for plan in portal.plans:
        rows = plan.table.rows if plan.table else ()
        yield from _gaps("序号", ((row.number, row.at.child("number"), row.notes) for row in rows))


def _ordinal(printed: str) -> int | None:
    return read_numeral(printed.strip(MARKS))


NUMBERING_RULES: tuple[Rule[Portal], ...] = (
    Rule("section-gap", Severity.WARNING, "部分编号连续。", "一、 二、 三、", "一、 三、", _sections),
    Rule("item-gap", Severity.WARNING, "条目编号连续（可以跨部分，也可以每部分从（一）起）。", "（一） （二）", "（一） （三）", _items),
    Rule("row-gap", Severity.WARNING, "任务分解表的序号连续。", "1 2 3", "1 3", _rows),
)
