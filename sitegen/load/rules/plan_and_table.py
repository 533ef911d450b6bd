"""A plan and its own table (要点与任务分解表): every row says what the plan says, every sentence of the plan has a row.

Only whether words are contained in words is looked at here; how two texts differ is compared in ``derive``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping

from sitegen.load.rules.rule import Finding, Rule
from sitegen.model import Item, Note, NoteKind, Plan, Portal, Table, Task
from sitegen.position import Loc
from sitegen.problems import Severity

_SENTENCE = re.compile(r"[^。；;！？!?\n]+[。；;！？!?]*[”’」』）)]*")
_FORM = re.compile(r"[\s\W_]+")
_ROW_KINDS = (NoteKind.WORDING, NoteKind.REPEATED_TEXT, NoteKind.MISPLACED_LABEL)
_SHORTEST = 4
_BEGINNING = 8
_GRAM = 4
_MOST = 0.6


def _bare(text: str) -> str:
    """Words without marks, spaces and width, for looking one text up in another."""
    return _FORM.sub("", unicodedata.normalize("NFKC", text))


def _split(text: str) -> Iterator[tuple[int, str]]:
    """Offset and words of every sentence, blanks around it left out."""
    for match in _SENTENCE.finditer(text):
        words = match[0].strip()
        if len(_bare(words)) >= _SHORTEST:
            yield match.start() + match[0].index(words), words


def _pairs(portal: Portal) -> Iterator[tuple[Plan, Table]]:
    """Plans that have both texts and a table."""
    for plan in portal.plans:
        if plan.table is not None and any(item.parts for item in plan.items):
            yield plan, plan.table


def _texts(plan: Plan) -> dict[str, str]:
    return {item.id: _bare(item.heading + item.text) for item in (*plan.items, *plan.closing)}


def _is_excerpt(plan: Plan, table: Table) -> bool:
    """Whether the table is made of the plan's own sentences; a table in words of its own is not compared row by row."""
    whole = "\n".join(_texts(plan).values())
    held = [_bare(sentence) in whole for row in table.rows for _, sentence in _split(row.text)]
    return sum(held) * 2 >= len(held)


def _differing_rows(portal: Portal) -> Iterator[Finding]:
    for plan, table in _pairs(portal):
        if not _is_excerpt(plan, table):
            if not any(note.kind is NoteKind.WORDING for note in (*table.notes, *plan.notes)):
                hint = "核对是否录错；原件如此的，在 table 的 notes 里加一条 kind: wording 的说明。"
                yield Finding("任务分解表的文字多数不是要点正文的原句，不再逐行比对", plan.at.child("table", "title"), hint)
            continue
        texts = _texts(plan)
        items = {item.id: item for item in plan.items}
        for row in table.rows:
            if row.item_id not in items or any(note.kind in _ROW_KINDS for note in row.notes):
                continue
            for offset, sentence in _split(row.text):
                if _bare(sentence) not in texts[row.item_id]:
                    yield _difference(row, items[row.item_id], _holder(_bare(sentence), texts, items), offset, sentence)


def _holder(sentence: str, texts: Mapping[str, str], items: Mapping[str, Item]) -> Item | None:
    return next((items[item_id] for item_id, text in texts.items() if sentence in text and item_id in items), None)


def _difference(row: Task, item: Item, holder: Item | None, offset: int, sentence: str) -> Finding:
    at = row.at.child("text").within(offset, len(sentence))
    related = ((item.at.child("heading"), "本行归入的条目在这里"),)
    if holder is None:
        message = f"第{row.number}行的这一句，要点正文{item.number}里没有一样的文字"
        hint = "核对原件；原件的要点和表确有不同的，在本行 notes 里加一条 kind: wording 的说明。"
        return Finding(message, at, hint, related)
    message = f"第{row.number}行的这一句在要点正文{holder.number}里，本行却归入{item.number}"
    hint = f"item 改为 {holder.key}；表上印的位置不同的，写明 item_reason，并加一条 kind: misplaced-label 的说明。"
    return Finding(message, at, hint, related)


def _sentences_without_row(portal: Portal) -> Iterator[Finding]:
    for plan, table in _pairs(portal):
        if not _is_excerpt(plan, table):
            continue
        grams = {gram for row in table.rows for gram in _grams(row.text)}
        notes = [note for row in table.rows for note in row.notes]
        for item in plan.items:
            for at, offset, sentence in _sentences(item):
                if not _is_held(sentence, grams) and not _is_told(sentence, [*item.notes, *notes, *plan.notes]):
                    message = f"要点正文{item.number}的这一句，在任务分解表里没有对应的行"
                    hint = "核对是否漏录；原件如此的，在这一条的 notes 里说明，并引出这句话的开头。"
                    yield Finding(message, at.within(offset, len(sentence)), hint)


def _sentences(item: Item) -> Iterator[tuple[Loc, int, str]]:
    """Sentences of an item with the place of their text; an item in one part may be typed as ``text`` or as ``parts``."""
    in_parts = len(item.parts) > 1
    for n, part in enumerate(item.parts):
        at = item.at.child("parts", n, "text") if in_parts else item.at.child("text")
        yield from ((at, offset, sentence) for offset, sentence in _split(part.text))


def _grams(text: str) -> list[str]:
    bare = _bare(text)
    return [bare[n : n + _GRAM] for n in range(max(len(bare) - _GRAM + 1, 1))]


def _is_held(sentence: str, known: Collection[str]) -> bool:
    """Whether rows hold most of a sentence: what differs then is told of the row."""
    grams = _grams(sentence)
    return sum(gram in known for gram in grams) >= len(grams) * _MOST


def _is_told(sentence: str, notes: Iterable[Note]) -> bool:
    beginning = _bare(sentence)[:_BEGINNING]
    return any(beginning in _bare(note.text) for note in notes)


PLAN_AND_TABLE_RULES: tuple[Rule[Portal], ...] = (
    Rule("row-differs", Severity.NOTICE, "任务分解表每一行的句子在所归条目的正文里，或有说明。",
         "正文：加大城市更新政策宣传力度。表：加大城市更新政策宣传力度。", "正文：加大城市更新政策宣传力度。表：加大城市更新宣传力度。",
         _differing_rows),
    Rule("sentence-without-row", Severity.NOTICE, "要点正文的每一句在任务分解表里有对应的行，或有说明。",
         "正文的三句，表里分成三行", "正文有三句，表里只有两行", _sentences_without_row),
)  # fmt: skip
