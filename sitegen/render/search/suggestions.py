"""Suggestions (搜索建议): phrases worth proposing while a reader types, by first character and by first letter of pinyin.

The files by letter also serve to read whole queries in letters. Names of units come first, then titles, then other phrases,
the longer and more frequent the earlier; a unit stands under its name and under its name without the level (区发展改革局
under 发 too). Form of a part by character: phrases joined by spaces. Of a file by letter: two texts, of phrases worth
proposing and of all others; each is phrase, reading, phrase, reading, …, joined by spaces; of rare phrases one such text, in
a file of its own. A reading is syllables with
capital first letters, and lacks the first where the level is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sitegen.derive.pinyin import sounds, syllables
from sitegen.derive.search_record import RecordKind, SearchRecord
from sitegen.render.json_text import as_json
from sitegen.render.output import Output
from sitegen.render.search.files import content_hash, script
from sitegen.render.search.parts import HASH_LENGTH, Parts, cut_table
from sitegen.render.search.phrases import HAN_RUN, Phrases, counts_alone, has_level, is_proper

LONGEST = 16
MISREAD = frozenset("校行重长调还给会省参率传载量应降")
MOST_SOUNDS = 2
UNIT, TITLE, PHRASE = 8.0, 4.0, 1.0


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Phrases to propose, cut by their first characters; and files by letter, each letter with the hash in its file's name."""

    starts: Parts
    letters: Mapping[str, str]
    files: tuple[Output, ...]


def write_suggestions(phrases: Phrases, records: Iterable[SearchRecord]) -> Suggestions:
    """Write what is proposed, and how all phrases are read."""
    proposed = _in_order(phrases, records)
    others = [phrase for phrase in phrases.counts if phrase not in proposed]
    first = _by_letter(proposed)
    second = _by_letter(dict.fromkeys(others, False))
    third = _by_letter(dict.fromkeys(phrases.rare, False))
    letters = {letter: (as_json([" ".join(first[letter]), " ".join(second[letter])]), as_json(" ".join(third[letter])))
               for letter in sorted({*first, *second, *third})}  # fmt: skip
    hashes = {letter: content_hash("\n".join(values), HASH_LENGTH) for letter, values in letters.items()}
    files = (script(f"{folder}/{letter}-{hashes[letter]}", value)
             for letter, values in letters.items() for folder, value in zip("lr", values, strict=True))  # fmt: skip
    return Suggestions(_by_character(proposed), hashes, tuple(files))


def _by_character(proposed: Mapping[str, bool]) -> Parts:
    """Phrases by the characters with which readers begin to type them."""
    held = [(phrase[at], phrase) for phrase, is_unit in proposed.items() for at in _starts(phrase, is_unit=is_unit)]
    return cut_table("c", held, sum(len(phrase.encode()) for _, phrase in held), lambda part: " ".join(dict.fromkeys(part)))


def readings(phrase: str) -> list[list[str]]:
    """How a phrase is read, and how readers also read it who take a character for its other sound: 三校 as san xiao."""
    own = syllables(phrase)
    found = [own]
    for place, character in enumerate(phrase):
        if character in MISREAD and len(own) == len(phrase):
            found += [[*own[:place], other, *own[place + 1 :]] for other in sounds(character)[:MOST_SOUNDS] if other != own[place]]
    return found


def _by_letter(phrases: Mapping[str, bool]) -> defaultdict[str, list[str]]:
    """Phrases with their readings by the first letter, in the given order."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for phrase, is_unit in phrases.items():
        for reading in readings(phrase):
            if all(map(str.isascii, reading)):
                for start in _starts(phrase, is_unit=is_unit):
                    joined = "".join(map(str.capitalize, reading[start:]))
                    found[reading[start][0]].append(f"{phrase} {joined}")
    return found


def _starts(phrase: str, *, is_unit: bool) -> tuple[int, ...]:
    """Where a reader may begin to type a phrase: at its start, and behind the level of a unit."""
    return (0, 1) if is_unit and has_level(phrase) else (0,)


def _in_order(phrases: Phrases, records: Iterable[SearchRecord]) -> dict[str, bool]:
    """Phrases worth proposing, each with whether it names a unit, the one most likely meant first."""
    units: dict[str, None] = {}
    titles: dict[str, None] = {}
    for record in records:
        if record.kind is RecordKind.UNIT:
            units.update(dict.fromkeys(_whole(record.title)))
        elif record.kind in (RecordKind.ITEM, RecordKind.TASK, RecordKind.TERM):
            titles.update(dict.fromkeys(_whole(record.title)))

    alone = counts_alone(phrases.counts)

    def worth(phrase: str) -> float:
        if phrase in units or phrase in titles:
            return (UNIT if phrase in units else TITLE) * (phrases.counts.get(phrase, 0) + 1) * len(phrase)
        return PHRASE * (alone.get(phrase, 0) + 1) * len(phrase)

    candidates = {*units, *titles, *(phrase for phrase in phrases.counts if is_proper(phrase, phrases))}
    return {phrase: phrase in units for phrase in sorted(candidates, key=lambda phrase: (-worth(phrase), phrase))}


def _whole(title: str) -> tuple[str, ...]:
    """The title where it is one run of Han characters of a length that can be proposed."""
    return (title,) if HAN_RUN.fullmatch(title) and len(title) <= LONGEST else ()
