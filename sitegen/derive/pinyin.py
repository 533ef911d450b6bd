"""Pinyin (拼音): how texts are read, for lists in alphabetical order and for the search. The only home of pypinyin.

Of pypinyin only the two dictionaries are used. They are large, so they are loaded when they are first needed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from itertools import groupby

OTHER = "其他"
DIAERESIS = "\u0308"
LONGEST_WORD = 10


@cache
def _characters() -> Mapping[int, str]:
    from pypinyin.constants import PINYIN_DICT

    return PINYIN_DICT


@cache
def _phrases() -> Mapping[str, list[list[str]]]:
    from pypinyin.constants import PHRASES_DICT

    return PHRASES_DICT


def load_dictionaries() -> None:
    """Load the dictionaries now, where there is time for it, and not when they are first needed."""
    _characters()
    _phrases()


def syllables(text: str) -> list[str]:
    """How a text is read, without tones; what has no reading stays as it is."""
    return list(_read(text))


def sounds(character: str) -> list[str]:
    """All readings of a character without tones, the most usual first; a character without any is its own."""
    return list(_sounds(character))


@cache
def _read(text: str) -> tuple[str, ...]:
    known = _characters()
    if all(ord(character) in known for character in text):
        return _read_run(text)
    found: list[str] = []
    for has_reading, characters in groupby(text, key=lambda character: ord(character) in known):
        run = "".join(characters)
        found.extend(_read_run(run) if has_reading else (run,))
    return tuple(found)


def _read_run(run: str) -> tuple[str, ...]:
    """The same as ``pypinyin.lazy_pinyin``: from the left always the longest word that the dictionary has."""
    phrases = _phrases()
    found: list[str] = []
    start, length = 0, len(run)
    while start < length:
        for end in range(min(length, start + LONGEST_WORD), start + 1, -1):
            if (word := run[start:end]) in phrases:
                found += _read_word(word)
                start = end
                break
        else:
            found.append(_sounds(run[start])[0])
            start += 1
    return tuple(found)


@cache
def _read_word(word: str) -> tuple[str, ...]:
    return tuple(_without_tone(readings[0]) for readings in _phrases()[word])


@cache
def _sounds(character: str) -> tuple[str, ...]:
    readings = _characters().get(ord(character), character)
    return tuple(dict.fromkeys(_without_tone(reading) for reading in readings.split(",")))


@cache
def _without_tone(reading: str) -> str:
    """Lü for lǜ, written lv as readers type it."""
    parts = unicodedata.normalize("NFD", reading).replace(f"u{DIAERESIS}", "v")
    return "".join(part for part in parts if not unicodedata.combining(part))


def initial(text: str) -> str:
    """Capital letter under which a text stands in an alphabetical list, or 其他."""
    first = syllables(text[:2])[0][:1].upper() if text else ""
    return first if "A" <= first <= "Z" else OTHER


def alphabetical(text: str) -> tuple[list[str], str]:
    """Sort key of the alphabetical order: by reading, then by writing."""
    return syllables(text), text
