"""The lexicon (词库): phrases of the site by characters that they hold, and what characters are mistaken for, for queries
with wrong characters.

A phrase with a wrong character is looked up by the right one before or behind it. So a phrase lies under as few of its
characters, and as rare ones, as are needed for one of the two to be among them wherever the wrong one stands. Form of a
part: ``[phrases, others, mistakes, words, readings]``: phrases, parted by spaces, the most frequent first; words of letters and
digits, by their first, parted likewise; the mistakes of the part's characters (``mistakes``); words of Chinese that are a
phrase with a character left out and yet no mistake, by their second, parted by spaces; how the site's own characters are
read (热re线xian).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import Enum, auto
from typing import NamedTuple

from sitegen.derive.pinyin import sounds
from sitegen.render.search.mistakes import mistakes_of, real_words_like
from sitegen.render.search.parts import Parts, cut_table
from sitegen.render.search.phrases import Phrases

# The longest phrase that is looked up, with one character left out by the reader: static/js/search/correct.js.
LONGEST = 9


class Sort(Enum):
    """What an entry of a part is; in the order of the part's fields."""

    PHRASE = auto()
    OTHER = auto()
    MISTAKE = auto()
    WORD = auto()
    READING = auto()


class Held(NamedTuple):
    """An entry of a part: a phrase or word, or a character with what is said of it."""

    sort: Sort
    text: str
    said: str = ""


def write_lexicon(phrases: Phrases) -> Parts:
    """The lexicon of some phrases, cut by character."""
    every = [phrase for phrase in (*phrases.counts, *phrases.rare) if len(phrase) <= LONGEST]
    frequencies = Counter(character for phrase in every for character in phrase)
    held = [(character, Held(Sort.PHRASE, phrase)) for phrase in every for character in keys(phrase, frequencies)]
    held += [(word[0], Held(Sort.OTHER, word)) for word in phrases.others]
    held += [(typed, Held(Sort.MISTAKE, typed, entry)) for typed, entry in mistakes_of(every).items()]
    held += [(word[1], Held(Sort.WORD, word)) for word in real_words_like(every)]
    held += [(character, Held(Sort.READING, character, sounds(character)[0])) for character in sorted(frequencies)]
    return cut_table("w", held, sum(len((one.text + one.said).encode()) for _, one in held), _part)


def keys(phrase: str, frequencies: Mapping[str, int]) -> Sequence[str]:
    """The characters under which a phrase lies: of every two that have one between them one, and the second from each end."""
    last = len(phrase) - 1
    chosen = {1, last - 1}
    for place in range(1, last):
        sides = (place - 1, place + 1)
        if chosen.isdisjoint(sides):
            chosen.add(min(sides, key=lambda side: (frequencies[phrase[side]], side)))
    return tuple(dict.fromkeys(phrase[place] for place in sorted(chosen)))


def _part(held: Sequence[Held]) -> tuple[str, str, dict[str, str], str, str]:
    phrases, others, mistakes, words, readings = ({text: said for own, text, said in held if own is sort} for sort in Sort)
    return " ".join(phrases), " ".join(others), mistakes, " ".join(words), "".join(map("".join, readings.items()))
