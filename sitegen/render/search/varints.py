"""Numbers as text (数字编码): small non-negative numbers in few printable characters, as shards and facets hold them.

Base 46 in 92 characters that JSON does not escape: a number's digits from the lowest, each from the second half of the
alphabet while more follow, the last from the first half. static/js/search/varints.js reads it.
"""

from __future__ import annotations

from collections.abc import Iterable

ALPHABET = "".join(character for code in range(0x21, 0x7F) if (character := chr(code)) not in '"\\')
BASE = len(ALPHABET) // 2


def _digits(number: int) -> str:
    text = ""
    while number >= BASE:
        number, digit = divmod(number, BASE)
        text += ALPHABET[BASE + digit]
    return text + ALPHABET[number]


SMALL = tuple(_digits(number) for number in range(BASE * BASE))


def encode(numbers: Iterable[int]) -> str:
    """The numbers as one text."""
    return "".join([SMALL[number] if number < len(SMALL) else _digits(number) for number in numbers])
