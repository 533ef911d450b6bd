"""Mistakes inside one plan (要点内的错误): keys that repeat, rows that lead nowhere, cells that contradict themselves.

Asked while ``plans`` assembles a plan; what concerns several files, or the portal as a whole, is in ``rules``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from sitegen.load.reading.numerals import read_numeral
from sitegen.load.schema.plan import ItemRecord, MentionsRecord, RowRecord, TableRecord
from sitegen.position import Loc
from sitegen.problems import Problem, nearest

Report = Callable[[Problem], None]
NUMBER_MARKS = "（）()、．. "
ROW_KEY = re.compile(r"[0-9A-Za-z]+([.-][0-9A-Za-z]+)*")
RESERVED_KEY = re.compile(r"(task|preamble|closing)-[0-9]+")
LISTED = 8


def row_key(number: str) -> str:
    """Permanent key of a row, from its number as printed: 3 for “（三）” and “3.”."""
    ordinal = read_numeral(number.strip(NUMBER_MARKS))
    return str(ordinal) if ordinal is not None else number


def check_key(record: ItemRecord, key: str, at: Loc, seen: Mapping[str, Loc], report: Report) -> None:
    """The key of an item: there, its own, and no address of something else."""
    if not key:
        hint = "编号应是（一）这样的写法；没有编号的条目要写 key。"
        report(Problem("item-key-missing", f"条目“{record.heading}”没有可用的编号", at.child("number"), hint=hint))
    elif key in seen:
        place = at.child("key" if record.key else "number")
        other = ((seen[key], "另一处在这里"),)
        hint = "每条的编号只能用一次。" if record.key else _own_key(key, at)
        report(Problem("item-key-repeated", f"条目编号“{key}”重复", place, hint=hint, related=other))
    elif RESERVED_KEY.fullmatch(key):
        hint = "换一个编号，如 part-1。"
        report(Problem("item-key-reserved", f"条目编号“{key}”与表的行或段落的网址相同", at.child("key"), hint=hint))


def _own_key(key: str, at: Loc) -> str:
    """Advice for an item whose printed number another one has: it may be counted anew in each section."""
    section = at.keys[at.keys.index("sections") + 1] if "sections" in at.keys else 0
    own = f"part-{int(section) + 1}-{key.rpartition('-')[2]}"
    return f"编号录错了的，照原件改；原件各部分都从（一）编起的，给这一条加一行“key: {own}”。"


def check_item(record: ItemRecord, table: TableRecord | None, at: Loc, report: Report) -> None:
    """Texts and mentions of an item: where they belong to a task."""
    if record.parts and (record.text or record.responsibility):
        place = at.child("text" if record.text else "responsibility")
        hint = "把文字都放进 parts，或者删去 parts。"
        report(Problem("item-text-twice", "用了 parts 就不能再写 text 或 responsibility", place, hint=hint))
    if (record.mentions.units or record.mentions.deadlines) and (record.parts or table):
        where, which = ("parts 的各段", "那一段") if record.parts else ("任务分解表的行", "那一行")
        message = f"这一条的 mentions 没有归到任务上，应写在{where}里"
        hint = f"把 mentions 移到写着这些话的{which}。"
        report(Problem("item-mentions-misplaced", message, at.child("mentions"), hint=hint))


def check_opening(record: MentionsRecord, at: Loc, report: Report) -> None:
    """An opening paragraph is no task: what it mentions would be shown nowhere."""
    if record.units or record.deadlines:
        message = "开头段落不是任务，这里的 mentions 网站上不会出现"
        hint = "删去 mentions，文字照录就够了；是任务的，录在条里、表里，或写在结尾段落（closing）。"
        report(Problem("item-mentions-misplaced", message, at.child("mentions").key(), hint=hint))


def check_mentions(record: MentionsRecord, text: str, at: Loc, report: Report) -> None:
    """Mentions: the very words of the text."""
    for name, quotes in (("units", record.units), ("deadlines", record.deadlines)):
        for n, quote in enumerate(quotes):
            if quote not in text:
                place = at.child("mentions", name, n)
                report(Problem("quote-not-found", f"正文里没有这句原话：“{quote}”", place, hint="照正文原样录入。"))


def check_table(table: TableRecord, at: Loc, report: Report) -> None:
    """Rows of a table: numbers that are their own, and cells that inherit from a row that has words."""
    rows = {row.number: row for row in table.rows}
    seen: dict[str, int] = {}
    for n, row in enumerate(table.rows):
        place = at.child(n)
        _check_number(row, n, at, seen, report)
        if row.fragments and "".join(row.fragments) != row.text:
            hint = "逐段照录，接起来应与 text 一字不差。"
            report(Problem("fragments-differ", "fragments 接起来与 text 不同", place.child("fragments"), hint=hint))
        for column in ("units", "deadline"):
            _check_cell(row, column, rows, place.child(column), report)
        if row.item_inherited_from and _known_row(row.item_inherited_from, rows, place.child("item_inherited_from"), report):
            _check_label(row, rows[row.item_inherited_from], place.child("item_inherited_from"), report)


def check_placed(keys: Iterable[tuple[str, Loc]], items: Mapping[str, Loc], report: Report) -> None:
    """The items that rows name, each with its place."""
    hints: dict[str, str] = {}
    listed = "、".join(list(items)[:LISTED]) + ("等" if len(items) > LISTED else "")
    for key, at in keys:
        if key in items:
            continue
        if key not in hints:
            near = nearest(key, items)
            hints[key] = f"是不是“{near}”？" if near else f"可以填：{listed}。"
        report(Problem("item-unknown", f"没有编号为“{key}”的条目", at, hint=hints[key]))


def _check_number(row: RowRecord, n: int, at: Loc, seen: dict[str, int], report: Report) -> None:
    key, place = row_key(row.number), at.child(n, "number")
    if key in seen:
        other = ((at.child(seen[key], "number"), "另一行在这里"),)
        hint = "照原表核对序号；原表确实重复的，在 notes 里说明，序号后加“-2”。"
        report(Problem("row-number-repeated", f"序号“{row.number}”重复", place, hint=hint, related=other))
    elif not ROW_KEY.fullmatch(key):
        hint = "照原表填数字；原表没有序号的，按次序编号，并在 notes 里说明。"
        report(Problem("row-number-format", f"序号“{row.number}”不能用作网址", place, hint=hint))
    seen.setdefault(key, n)


def _check_cell(row: RowRecord, column: str, rows: Mapping[str, RowRecord], at: Loc, report: Report) -> None:
    cell = getattr(row, column)
    if cell is None:
        return
    if cell.inherited_from and _known_row(cell.inherited_from, rows, at.child("inherited_from"), report):
        _check_origin(cell.inherited_from, row, column, rows, at.child("inherited_from"), report)
    if cell.inherited_from and cell.text:
        hint = "原表有文字就删去 inherited_from；原表空白就删去 text。"
        report(Problem("cell-contradicts", "这一格既有文字，又说承接自别的行", at, hint=hint))
    if cell.read_as and not cell.reason:
        report(Problem("reason-missing", "编辑认定的读法必须写明理由", at, hint="补上一行“reason: …”。"))


def _known_row(number: str, rows: Mapping[str, RowRecord], at: Loc, report: Report) -> bool:
    if number not in rows:
        near = nearest(number, rows)
        hint = f"是不是“{near}”？" if near else "填一个存在的序号。"
        report(Problem("row-unknown", f"没有序号为“{number}”的行可以承接", at, hint=hint))
    return number in rows


def _check_origin(
    number: str, row: RowRecord, column: str, rows: Mapping[str, RowRecord], at: Loc, report: Report
) -> None:
    origin = getattr(rows[number], column)
    if number == row.number or (origin is not None and origin.inherited_from):
        hint = "直接填写最初印有文字的那一行。"
        report(Problem("inheritance-chained", f"第{number}行的这一格也是承接来的", at, hint=hint))
    elif origin is None or not (origin.text or origin.read_as):
        hint = "填印有文字的那一行；看不出承接自哪一行的，删去 inherited_from。"
        report(Problem("inheritance-empty", f"第{number}行的这一格没有文字可以承接", at, hint=hint))


def _check_label(row: RowRecord, origin: RowRecord, at: Loc, report: Report) -> None:
    if origin.number == row.number or origin.item_inherited_from:
        hint = "直接填写最初印有条目名称的那一行。"
        report(Problem("inheritance-chained", f"第{origin.number}行的条目也是承接来的", at, hint=hint))
    elif not origin.item_label:
        hint = "填印有条目名称（item_label）的那一行，或补录那一行的条目名称。"
        report(Problem("inheritance-empty", f"第{origin.number}行没有印条目名称", at, hint=hint))
