"""Numbers as text (数字编码): small non-negative numbers in few printable characters, as shards, facets and manifest hold them.

A number is written in bits, as exponential Golomb codes of some order: the order is about the number of bits that such
numbers usually have. Thirteen bits make two characters of an alphabet that JSON does not escape. The same is read by
static/js/search/packing.js.
"""

from __future__ import annotations

from functools import cache

ALPHABET = "".join(character for code in range(0x21, 0x7F) if (character := chr(code)) not in '"\\')
GROUP = 13
PAIRS = {
    format(number, f"0{GROUP}b"): ALPHABET[number // len(ALPHABET)] + ALPHABET[number % len(ALPHABET)]
    for number in range(1 << GROUP)
}


@cache
def code(number: int, order: int) -> str:
    """The bits of a number: as many zeros as its upper part has digits less one, the upper part plus one, the lower part."""
    upper = format((number >> order) + 1, "b")
    lower = format(number & (1 << order) - 1, f"0{order}b") if order else ""
    return "0" * (len(upper) - 1) + upper + lower


def pack(bits: str) -> str:
    """Bits as text; the last group is filled with zeros, which no number begins with so many of."""
    bits += "0" * (-len(bits) % GROUP)
    return "".join([PAIRS[bits[start : start + GROUP]] for start in range(0, len(bits), GROUP)])
