"""Pinyin (拼音): how texts are read, for lists in alphabetical order and for the search. The only home of pypinyin."""

from __future__ import annotations

from pypinyin import Style, lazy_pinyin, pinyin

OTHER = "其他"


def syllables(text: str) -> list[str]:
    """How a text is read, without tones; what has no reading stays as it is."""
    return lazy_pinyin(text)


def sounds(character: str) -> list[str]:
    """All readings of a character, the most usual first; a character without any is its own."""
    return pinyin(character, style=Style.NORMAL, heteronym=True)[0]


def initial(text: str) -> str:
    """Capital letter under which a text stands in an alphabetical list, or 其他."""
    first = syllables(text[:2])[0][:1].upper() if text else ""
    return first if "A" <= first <= "Z" else OTHER


def alphabetical(text: str) -> tuple[list[str], str]:
    """Sort key of the alphabetical order: by reading, then by writing."""
    return syllables(text), text
