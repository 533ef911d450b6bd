"""Recombined records (合成条目): sentences of the real documents mixed, words swapped for others of the dictionary.

So the vocabulary grows as it would with more documents. Measured only, never published; the same for the same size.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import rjieba
from pypinyin.phrases_dict import phrases_dict

from sitegen.derive.search_record import RecordKind, SearchRecord, numbered

ROWS = 50
YEARS = 8
NEWEST = 2025
SWAPPED = 0.06
WHOLE = (RecordKind.TASK, RecordKind.ITEM)


def recombined(records: Sequence[SearchRecord], size: int) -> tuple[SearchRecord, ...]:
    """The real records and so many recombined tasks that there are ``size`` in all, with units and plans for each place."""
    chance = random.Random(size)
    sources = [record for record in records if record.kind in WHOLE and record.sentences]
    words = _dictionary()
    scopes: defaultdict[str, list[SearchRecord]] = defaultdict(list)
    for record in records:
        scopes[f"real {record.place} {record.year} {record.kind}"].append(record)
    units = sorted({names for record in sources for names in record.unit_names})
    made = len(records)
    plan = 0
    while made < size:
        place, year = f"合成{plan // YEARS}区", NEWEST - plan % YEARS
        names = (place, f"合成市{place}", place[:-1])
        title = f"{year}年{place}政务公开工作要点"
        rows = [_row(sources, words, chance, names, year, number) for number in range(min(ROWS, size - made))]
        document = SearchRecord(0, f"{plan}/", RecordKind.PLAN, title, names, year)
        scopes[f"plan {plan}"] = [document, *(replace(row, url=f"{plan}/task-{row.label}/") for row in rows)]
        made += len(rows) + 1
        if plan % YEARS == 0:
            bodies = chance.sample(units, min(12, size - made)) if size > made else []
            scopes[f"units {plan}"] = [
                SearchRecord(0, f"{plan}/units/{number}/", RecordKind.UNIT, body[0], names, unit_names=(body,))
                for number, body in enumerate(bodies)
            ]
            made += len(bodies)
        plan += 1
    return numbered(scopes)


def _row(
    sources: Sequence[SearchRecord], words: dict[int, list[str]], chance: random.Random, names: tuple[str, ...],
    year: int, number: int,
) -> SearchRecord:  # fmt: skip
    base = chance.choice(sources)
    sentences = [_swapped(chance.choice(chance.choice(sources).sentences), words, chance) for _ in range(chance.randint(1, 3))]
    return replace(
        base, kind=RecordKind.TASK, place_names=names, year=year, label=str(number + 1), sentences=tuple(sentences),
        anchors=("",) * len(sentences),
    )  # fmt: skip


def _swapped(sentence: str, words: dict[int, list[str]], chance: random.Random) -> str:
    cut = rjieba.cut(sentence, False)
    return "".join(
        chance.choice(words[len(word)]) if len(word) in words and chance.random() < SWAPPED and re.match("[一-鿿]", word) else word
        for word in cut
    )


def _dictionary() -> dict[int, list[str]]:
    known = sorted(word for word in phrases_dict if re.fullmatch("[一-鿿]{2,4}", word) and rjieba.has_word(word))
    return {length: [word for word in known if len(word) == length] for length in (2, 3, 4)}
