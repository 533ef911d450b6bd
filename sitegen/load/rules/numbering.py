"""Rules about numbering (编号次序): numbers of sections, items and rows run on without gaps; nothing is renumbered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.load.reading.numerals import read_numeral
from sitegen.load.rules.rule import Finding, Rule
from sitegen.model import Portal
from sitegen.position import Loc
from sitegen.problems import Severity

MARKS = "（）()、．. "


def _gaps(what: str, numbers: Iterable[tuple[str, Loc]]) -> Iterator[Finding]:
    """Numbers that do not follow the one before; what follows after one that is merely mistyped is no second finding."""
    listed = [(printed, at, read_numeral(printed.strip(MARKS))) for printed, at in numbers]
    previous = 0
    for n, (printed, at, ordinal) in enumerate(listed):
        following = listed[n + 1][2] if n + 1 < len(listed) else None
        if ordinal is None:
            yield Finding(f"{what}“{printed}”读不出数字", at, "照原件核对；原件如此的，在 notes 里说明。")
        elif ordinal != previous + 1 and not previous:
            yield Finding(f"{what}从“{printed}”开始", at, "可能漏录前面的内容；原件如此的，在 notes 里说明。")
        elif ordinal not in (previous, previous + 1):
            yield Finding(f"{what}“{printed}”不接上一个（{previous}）", at, "可能漏录；原件如此的，在 notes 里说明。")
        mistyped = ordinal is None or ordinal == previous or (previous and following == previous + 2)
        previous = previous + 1 if mistyped or ordinal is None else ordinal


def _sections(portal: Portal) -> Iterator[Finding]:
    for plan in portal.plans:
        at = plan.at.child("sections")
        yield from _gaps("部分编号", ((part.number, at.child(n, "number")) for n, part in enumerate(plan.sections)))


def _items(portal: Portal) -> Iterator[Finding]:
    for plan in portal.plans:
        yield from _gaps("条目编号", ((item.number, item.at.child("number")) for item in plan.items if item.number))


def _rows(portal: Portal) -> Iterator[Finding]:
    for plan in portal.plans:
        rows = plan.table.rows if plan.table else ()
        yield from _gaps("序号", ((row.number, row.at.child("number")) for row in rows))


NUMBERING_RULES: tuple[Rule[Portal], ...] = (
    Rule("section-gap", Severity.WARNING, "部分编号连续。", "一、 二、 三、", "一、 三、", _sections),
    Rule("item-gap", Severity.WARNING, "条目编号连续（可以跨部分）。", "（一） （二）", "（一） （三）", _items),
    Rule("row-gap", Severity.WARNING, "任务分解表的序号连续。", "1 2 3", "1 3", _rows),
)
