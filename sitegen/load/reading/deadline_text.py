"""Text in one spelling (规整文本): width, spaces, quotes and look-alikes unified, with the way back to the words as written.

Here belong the unifying of characters, the marks that divide a text, and the pattern of a numeral in unified text. What
the words mean is not decided here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, count, pairwise, repeat

from sitegen.load.reading.numerals import read_numeral

CHARACTERS = 20_000
"""Of so many characters it is remembered how they are spelled: of all that Chinese documents use."""

BREAK = ";"
"""Stands for what starts a new point: semicolons, and numbers in circles, whose digit must not join the next one."""

LOOK_ALIKES = {"⻓": "长", "內": "内", "曰": "日", "丶": "、", "‚": ",", "∕": "/", "⁄": "/", "●": BREAK, "■": BREAK, "◆": BREAK}
QUOTES = frozenset("“”‘’\"'「」『』〝〞`")
CLAUSE_MARKS = ",;。:!?"
SENTENCE_MARKS = ";。!?"

HAN_DIGITS = "〇零○一二三四五六七八九"
HAN_NUMERALS = HAN_DIGITS + "两十廿卅百"
NUMERAL_CHARACTERS = "0123456789" + HAN_NUMERALS
N = rf"(?:[0-9]+|[{HAN_NUMERALS}]+)"
"""Pattern of one numeral in unified text."""

LIST = r"(?:[、,和及与/]|以及)"
"""Pattern of what stands between the members of a list."""
RANGE = r"(?:至|到|[-~—–―−]+)"
"""Pattern of what stands between the two ends of a stretch of time."""

LETTER_ZERO = re.compile(rf"(?<=[{HAN_DIGITS}0-9])[Oo](?=[{HAN_DIGITS}0-9年月日号])")
"""The letter O where a zero belongs: 二O二四年, 3O日."""

ENUMERATOR = re.compile(rf"(?<![{NUMERAL_CHARACTERS}、第])({N})、")


@dataclass(frozen=True, slots=True)
class Unified:
    """Text in one spelling; ``places[i]`` is where character ``i`` stands in the text as written."""

    text: str
    places: tuple[int, ...]

    def written(self, start: int, end: int) -> tuple[int, int]:
        """Character range in the text as written that the range ``start:end`` of this text came from."""
        return self.places[start], self.places[end - 1] + 1


def unify(text: str) -> Unified:
    """Bring a text into one spelling: half-width letters and marks, no spaces, line breaks, quotes, invisible characters."""
    spelled = [*map(_unified, text)]
    places = chain.from_iterable(map(repeat, count(), map(len, spelled)))
    return Unified(LETTER_ZERO.sub("0", "".join(spelled)), tuple(places))


@lru_cache(CHARACTERS)
def _unified(written: str) -> str:
    if written in LOOK_ALIKES:
        return LOOK_ALIKES[written]
    if unicodedata.category(written) == "No":
        return BREAK
    plain = unicodedata.normalize("NFKC", written)
    return "".join(c for c in plain if c not in QUOTES and unicodedata.category(c)[0] not in "ZCM")


def reach(text: str, start: int, end: int, marks: str = CLAUSE_MARKS) -> tuple[int, int]:
    """Range of the clause (or whatever ``marks`` divide) of a unified text that holds the range ``start:end``."""
    before = max(text.rfind(mark, 0, start) for mark in marks) + 1
    after = [place for mark in marks if (place := text.find(mark, end)) >= 0]
    return before, min(after, default=len(text))


def enumerators(text: str) -> Mapping[int, int]:
    """Starts and ends of marks like 1、 or 一、 in a unified text, known by the next number in the same style."""
    found = [(match.start(), match.end(), match[1]) for match in ENUMERATOR.finditer(text)]
    marks: dict[int, int] = {}
    for ascii_style in (True, False):
        series = [mark for mark in found if mark[2].isascii() is ascii_style]
        for (start, end, first), (following, beyond, second) in pairwise(series):
            number = read_numeral(first)
            if number is not None and read_numeral(second) == number + 1:
                marks |= {start: end, following: beyond}
    return marks
