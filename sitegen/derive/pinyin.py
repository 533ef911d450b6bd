"""Pinyin (拼音): how texts are read, for lists in alphabetical order and for the search. The only home of pypinyin.

Of pypinyin only the two dictionaries are used. They are loaded when they are first needed, from where the library lies and
without the library itself: it prepares much when it is imported that takes longer than they do.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.machinery import PathFinder, SourceFileLoader
from importlib.util import find_spec, module_from_spec
from itertools import groupby
from typing import Any

OTHER = "其他"
DIAERESIS = "\u0308"
LONGEST_WORD = 10


@cache
def _dictionary(name: str) -> dict[Any, Any]:
    """What a module of the library that holds nothing but a dictionary of the same name gives."""
    package = find_spec("pypinyin")
    spec = PathFinder.find_spec(name, package.submodule_search_locations if package else None)
    if spec is None or not isinstance(spec.loader, SourceFileLoader):
        raise ModuleNotFoundError(f"pypinyin.{name}")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return getattr(module, name)  # type: ignore[no-any-return]


def _characters() -> dict[int, str]:
    return _dictionary("pinyin_dict")


def _phrases() -> dict[str, list[list[str]]]:
    return _dictionary("phrases_dict")


def syllables(text: str) -> list[str]:
    """How a text is read, without tones; what has no reading stays as it is."""
    return list(_read(text))


def sounds(character: str) -> list[str]:
    """All readings of a character without tones, the most usual first; a character without any is its own."""
    return list(_sounds(character))


@cache
def _read(text: str) -> tuple[str, ...]:
    found: list[str] = []
    known = _characters()
    for has_reading, characters in groupby(text, key=lambda character: ord(character) in known):
        run = "".join(characters)
        found.extend(_read_run(run) if has_reading else (run,))
    return tuple(found)


def _read_run(run: str) -> Iterator[str]:
    """The same as ``pypinyin.lazy_pinyin``: from the left always the longest word that the dictionary has."""
    phrases = _phrases()
    start = 0
    while start < len(run):
        ends = range(min(len(run), start + LONGEST_WORD), start + 1, -1)
        word = next((run[start:end] for end in ends if run[start:end] in phrases), "")
        if word:
            yield from (_without_tone(readings[0]) for readings in phrases[word])
        else:
            yield _sounds(run[start])[0]
        start += len(word) or 1


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
