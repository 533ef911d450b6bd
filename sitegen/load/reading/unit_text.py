"""Unit expressions in one spelling (责任单位用字统一): width, bracket kinds and layout spaces, with the way back to the words.

Here belong the unifying of characters, the places where layout left a gap, and which bracket closes which. What the words
mean is not decided here.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

LAYOUT = re.compile(r"(?:[\s\u200b-\u200f\u2028\u2029\u2060\ufeff\u00ad]|<br\s*/?>)+")
"""What layout puts between characters: spaces, line breaks, marks without width, the break tag of converted tables."""

SPELLINGS = {
    **dict.fromkeys("[【〔［{｛〖⟨", "（"),
    **dict.fromkeys("]】〕］}｝〗⟩", "）"),
    ",": "，",
    "﹐": "，",
    ";": "；",
    "﹔": "；",
    ":": "：",
    "﹕": "：",
    "(": "（",
    ")": "）",
    "﹙": "（",
    "﹚": "）",
    "､": "、",
    "﹑": "、",
    "丶": "、",
    "‚": "，",
    "∕": "／",
    "⁄": "／",
    "｡": "。",
    "/": "／",
    "|": "／",
    "｜": "／",
    "\\": "／",
    "•": "·",
    "・": "·",
    "＆": "和",
    "&": "和",
    "⻓": "长",
    "⻔": "门",
    "內": "内",
    "⺠": "民",
}


def _unify(character: str) -> str:
    if character in SPELLINGS:
        return SPELLINGS[character]
    plain = unicodedata.normalize("NFKC", character)
    if len(plain) != 1:
        return character
    return SPELLINGS.get(plain, plain)


_COMPATIBLE = (*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00), *range(0xFE10, 0xFE6C), *range(0xFF00, 0xFFEF))
SPELLING = {code: _unify(chr(code)) for code in (*_COMPATIBLE, *map(ord, SPELLINGS))}
"""One character for each character that is only another shape of it; brackets and separators become the full-width ones."""


@dataclass(frozen=True, slots=True)
class Spelled:
    """A text in one spelling without layout: ``places[i]`` is where character ``i`` stands in the text as written.

    ``gaps`` are the positions before which layout stood, ``closing`` leads from a bracket or quotation mark to the one that closes it.
    """

    text: str
    places: tuple[int, ...] | range
    gaps: frozenset[int]
    closing: dict[int, int]

    def written(self, start: int, end: int) -> tuple[int, int]:
        """Character range in the text as written that the range ``start:end`` of this text came from."""
        return self.places[start], self.places[end - 1] + 1


def spelled(text: str) -> Spelled:
    """Text as written -> the same text in one spelling, without layout between its characters."""
    plain = text.translate(SPELLING)
    places: tuple[int, ...] | range = range(len(plain))
    gaps: set[int] = set()
    if LAYOUT.search(plain):
        kept: list[int] = []
        last = 0
        for layout in LAYOUT.finditer(plain):
            kept.extend(range(last, layout.start()))
            gaps.add(len(kept))
            last = layout.end()
        kept.extend(range(last, len(plain)))
        plain, places = "".join(plain[place] for place in kept), tuple(kept)
    return Spelled(plain, places, frozenset(gaps), _closing(plain))


def name_key(name: str) -> str:
    """Form in which names are compared: width, bracket kinds and spaces do not distinguish two names."""
    return LAYOUT.sub("", name.translate(SPELLING))


def _closing(text: str) -> dict[int, int]:
    if "（" not in text and "“" not in text:
        return {}
    pairs: dict[int, int] = {}
    open_brackets: list[int] = []
    for place, character in enumerate(text):
        if character in "（“":
            open_brackets.append(place)
        elif character in "）”" and open_brackets:
            pairs[open_brackets.pop()] = place
    return pairs
