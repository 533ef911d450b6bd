"""Suggestions (搜索建议): phrases worth proposing while a reader types, by first character and by first letter of pinyin.

The files by letter also serve to read whole queries in letters. Names of units come first, then titles, then other phrases,
the longer and more frequent the earlier; a unit stands under its name and under its name without the level (区发展改革局
under 发 too). Form of a file by character: phrases joined by spaces. Of a file by letter: two texts, of phrases worth
proposing and of all others; each is phrase, reading, phrase, reading, …, joined by spaces. A reading is syllables with
capital first letters, and lacks the first where the level is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sitegen.derive.search_record import RecordKind, SearchRecord
from sitegen.render.search.lexicon import readings
from sitegen.render.search.phrases import HAN_RUN, Phrases, has_level, is_proper
from sitegen.render.search.shards import term_hash

FILES_BY_CHARACTER = 16
LONGEST = 16
UNIT, TITLE, PHRASE = 8.0, 4.0, 1.0


def write_suggestions(phrases: Phrases, records: Iterable[SearchRecord]) -> Mapping[str, object]:
    """Values of the files by name: "c/7" by hash of the first character, "l/z" by first letter."""
    proposed = _in_order(phrases, records)
    others = [phrase for phrase in phrases.counts if phrase not in proposed]
    characters: dict[str, dict[str, None]] = {f"c/{number}": {} for number in range(FILES_BY_CHARACTER)}
    for phrase, is_unit in proposed.items():
        for start in _starts(phrase, is_unit=is_unit):
            characters[f"c/{term_hash(phrase[start]) % FILES_BY_CHARACTER}"][phrase] = None
    first = _by_letter(proposed)
    second = _by_letter(dict.fromkeys(others, False))
    letters = {f"l/{letter}": [" ".join(first[letter]), " ".join(second[letter])] for letter in sorted({*first, *second})}
    return {name: " ".join(found) for name, found in characters.items()} | letters


def letters_of(files: Iterable[str]) -> str:
    """Letters for which there is a file."""
    return "".join(name.removeprefix("l/") for name in files if name.startswith("l/"))


def _by_letter(phrases: Mapping[str, bool]) -> defaultdict[str, list[str]]:
    """Phrases with their readings by the first letter, in the given order."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for phrase, is_unit in phrases.items():
        for reading in readings(phrase):
            if all(syllable.isascii() for syllable in reading):
                for start in _starts(phrase, is_unit=is_unit):
                    joined = "".join(syllable.capitalize() for syllable in reading[start:])
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

    def worth(phrase: str) -> float:
        kind = UNIT if phrase in units else TITLE if phrase in titles else PHRASE
        return kind * (phrases.counts.get(phrase, 0) + 1) * len(phrase)

    candidates = {*units, *titles, *(phrase for phrase in phrases.counts if is_proper(phrase, phrases))}
    return {phrase: phrase in units for phrase in sorted(candidates, key=lambda phrase: (-worth(phrase), phrase))}


def _whole(title: str) -> tuple[str, ...]:
    """The title where it is one run of Han characters of a length that can be proposed."""
    return (title,) if HAN_RUN.fullmatch(title) and len(title) <= LONGEST else ()
