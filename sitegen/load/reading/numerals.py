"""Numerals (数字) as official documents write them, in whole or inside a numbering mark.

Here belong single numerals: 12, １２, 十二, 二〇二四, 二O二四, 廿, （十一）, 一、, 第三, ⑤. Numerals inside running text are found
by the grammars that need them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

DIGITS = {
    "〇": 0, "零": 0, "○": 0, "◯": 0, "O": 0, "o": 0, "一": 1, "壹": 1, "二": 2, "贰": 2, "两": 2, "三": 3, "叁": 3, "四": 4,
    "肆": 4, "五": 5, "伍": 5, "六": 6, "陆": 6, "七": 7, "柒": 7, "八": 8, "捌": 8, "九": 9, "玖": 9,
} | {str(digit): digit for digit in range(10)}  # fmt: skip
TENS = {"廿": "二十", "卅": "三十", "卌": "四十"}
SCALES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
OPENING, CLOSING = "([{〔【〈《", ")]}〕】〉》"
MARKS_AFTER = ".、,:;。"


@lru_cache(4096)
def read_numeral(text: str) -> int | None:
    """Read a text that is one numeral, with or without its numbering mark; anything else gives None.

    Marks are brackets in pairs or a closing one alone, a full stop, 、 or colon after it, and 第 before it.
    """
    body = "".join(unicodedata.normalize("NFKC", text).split())
    body = body.rstrip(MARKS_AFTER)
    if body and body[-1] in CLOSING:
        body = body[:-1].removeprefix(OPENING[CLOSING.index(body[-1])])
    return _value(body.removeprefix("第"))


def _value(body: str) -> int | None:
    if not body or body in ("O", "o"):
        return None
    if all(character in DIGITS for character in body):
        return int("".join(str(DIGITS[character]) for character in body)) if len(body) <= 12 else None
    for short, long in TENS.items():
        body = body.replace(short, long)
    head, ten_thousand, tail = body.rpartition("万")
    low = _below_ten_thousand(tail) if tail else 0
    if not ten_thousand:
        return low
    high = _below_ten_thousand(head)
    return None if high is None or low is None else high * 10000 + low


def _below_ten_thousand(body: str) -> int | None:
    """Value of digits with 千, 百, 十, each scale at most once and in falling order, as in 一百二十 or 三千零五."""
    pattern = r"(?:(.+)([千仟]))?零?(?:(.)([百佰]))?零?(?:(.?)([十拾]))?零?(.?)"
    match = re.fullmatch(pattern, body.replace("〇", "零"))
    if not match or not body:
        return None
    total = 0
    for digit, scale in ((match[1], match[2]), (match[3], match[4]), (match[5], match[6]), (match[7], "")):
        if not digit and not scale:
            continue
        value = DIGITS.get(digit, -1) if digit else 1
        if value < 0:
            return None
        total += value * SCALES.get(scale, 1)
    return total
