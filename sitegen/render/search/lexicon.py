"""The lexicon (词库): phrases of the site and how they are read, for queries in pinyin or with wrong characters.

Fetched only when a query holds words that the site does not know. The only home of pypinyin. Form: ``phrases``, joined
by spaces, the most frequent first; ``readings``, those of phrases that are not their characters' usual ones (行政 xing, 银行
hang); ``usual`` and ``further``, characters by their usual and their other readings. A wrong character is usually not on
the site, so the characters are all those of GB 2312.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from pypinyin import Style, lazy_pinyin, pinyin

from sitegen.derive.comparison.segment import TokenKind, lexicon, tokens
from sitegen.derive.search_records import SearchRecord
from sitegen.render.search.tokens import HAN

MOST_PHRASES = 8000
MOST_WORDS_OF_A_PHRASE = 4
LONGEST_PHRASE = 12
RECORDS_WITH_A_PHRASE = 2
FUNCTION_WORDS = frozenset("的和与及等对在为把将被了由从以向做要是有不各本该每")
QUOTED = re.compile(rf"[“《]([{HAN}]{{2,{LONGEST_PHRASE}}})[”》]")
HAN_RUN = re.compile(rf"[{HAN}]+")


def write_lexicon(records: Iterable[SearchRecord]) -> dict[str, object]:
    """The lexicon of some records, ready to be written."""
    phrases = frequent_phrases(tuple(records))
    characters = sorted({*_characters_of_gb2312(), *(character for phrase in phrases for character in phrase)})
    usual: defaultdict[str, str] = defaultdict(str)
    further: defaultdict[str, str] = defaultdict(str)
    for character in characters:
        first, *others = pinyin(character, style=Style.NORMAL, heteronym=True)[0]
        if first != character:
            usual[first] += character
            for other in others:
                further[other] += character
    by_character = {character: syllable for syllable, held in usual.items() for character in held}
    readings = {phrase: lazy_pinyin(phrase) for phrase in phrases}
    unusual = {
        phrase: " ".join(reading)
        for phrase, reading in readings.items()
        if reading != [by_character.get(character, "") for character in phrase]
    }
    return {"phrases": " ".join(phrases), "readings": unusual, "usual": usual, "further": further}


def frequent_phrases(records: Sequence[SearchRecord]) -> list[str]:
    """Words, recurring sequences of words, names of units, quoted terms and titles, those in most records first."""
    counts: Counter[str] = Counter()
    certain: set[str] = set()
    for record in records:
        names = [name for unit in record.unit_names for name in unit]
        certain.update(run for text in (record.title, *names) for run in HAN_RUN.findall(text))
        certain.update(QUOTED.findall(record.text))
        found = {sequence for text in (record.title, record.units, *record.sentences) for sequence in _sequences(text)}
        certain.update(sequence[0] for sequence in found if len(sequence) == 1)
        counts.update({"".join(sequence) for sequence in found})
    recurring = {phrase for phrase, count in counts.items() if count >= RECORDS_WITH_A_PHRASE}
    kept = {phrase for phrase in certain | recurring if 2 <= len(phrase) <= LONGEST_PHRASE}
    return sorted(kept, key=lambda phrase: (-counts[phrase], phrase))[:MOST_PHRASES]


def _sequences(text: str) -> Iterator[tuple[str, ...]]:
    """Words of a text and sequences of words that neither begin nor end with a function word."""
    cut = tokens(text, lexicon((), ()))
    for is_han, group in groupby(
        cut, lambda token: token.kind is TokenKind.WORD and bool(HAN_RUN.fullmatch(token.text))
    ):
        words = tuple(token.text for token in group) if is_han else ()
        for start in range(len(words)):
            for end in range(start + 1, min(start + MOST_WORDS_OF_A_PHRASE, len(words)) + 1):
                if not {words[start], words[end - 1]} & FUNCTION_WORDS:
                    yield words[start:end]


def _characters_of_gb2312() -> Iterator[str]:
    """The 6,763 characters of GB 2312."""
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            character = bytes((row, cell)).decode("gb2312", errors="ignore")
            if character:
                yield character
