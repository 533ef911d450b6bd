"""Personal numbers in any text (个人号码): identity numbers, mobile numbers, bank cards, telephones.

Here belongs how such a number is recognised, whatever its separators and width; which of them a file may publish is
in ``personal``, how it is hidden where problems are printed in ``sitegen.problems``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from sitegen.load.rules.writing import ADDRESS

IDENTITY, MOBILE, CARD, TELEPHONE = "身份证号码", "手机号码", "银行卡号", "电话号码"


class Telephones(StrEnum):
    """Which numbers of seven or eight digits are telephones: every one, the likely ones, or only those called so."""

    EVERY = "every"
    LIKELY = "likely"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class PersonalNumber:
    """A number found: what it looks like, where it stands in the text, and the number as typed."""

    kind: str
    start: int
    end: int
    words: str


class _Group(NamedTuple):
    digits: str
    start: int
    end: int


_NARROW = str.maketrans(
    "０１２３４５６７８９ＸｘX　\xa0\t（）＋－‐‑‒–—―−",
    "0123456789xxx   ()+--------",
)  # one character for one, so that offsets stay
_SOME = re.compile("[0-9０-９]{3}")
_ENOUGH = re.compile("[0-9０-９](?:[ \u3000\xa0\t)）－‐‑‒–—―−-]{0,5}[0-9０-９]){6}")
"""As many digits as the shortest number has, parted at most by what may part those of one number."""
_RUN = re.compile(r"\d+(?:(?: ?[-)] ?-? ?| {1,2})\d+)*x?", re.A)
_GROUP = re.compile(r"\d+x?", re.A)
_LETTER = re.compile("[A-Za-z]")
_CALLED = re.compile(
    r"(?:电话|座机|传真|热线|联系人|联系方式|手机|致电|拨打|咨询|值班|tel|phone|fax)[^。；;\n]{0,16}$", re.I
)
_CALLED_WITHIN = 24
_AREA = re.compile(r"0(?:10|2\d|[3-9]\d{2})", re.A)
_MEASURE = re.compile(r" ?[元万亿人次件个户项条亩吨年月日号平公千百米度家名份期册台辆套处%％‰A-Za-z_./=]")
_CODE_BEFORE = re.compile(r"[A-Za-z0-9_./=#〔【\[第备号编№-]")
_PROVINCES = frozenset(
    ["11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83"]
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10x98765432"
_LONGEST = 19
_MOST_GROUPS = 5
_FIRST_DIGITS = {10: "0", 11: "01", 12: "0", 13: "8", 15: "012345678", **dict.fromkeys((16, 17, 18, 19), "123456789")}
"""What numbers of so many digits begin with: area codes with 0, mobile numbers with 1, 86 or 0086."""


def find_numbers(text: str, telephones: Telephones = Telephones.LIKELY) -> tuple[PersonalNumber, ...]:
    """Every number in a text that looks personal, in order; in addresses of the web, cards and telephones are none."""
    if not _SOME.search(text) or not _ENOUGH.search(text):
        return ()
    narrow = text.translate(_NARROW)
    addresses = [match.span() for match in ADDRESS.finditer(text)]
    found: list[PersonalNumber] = []
    for run in _RUN.finditer(narrow):
        groups = [_Group(group[0], group.start(), group.end()) for group in _GROUP.finditer(narrow, *run.span())]
        within = any(start <= run.start() < end for start, end in addresses)
        found += [
            PersonalNumber(kind, start, end, text[start:end])
            for kind, start, end in _in_run(narrow, groups, telephones)
            if not (within and kind in (CARD, TELEPHONE))
        ]
    return tuple(found)


def canonical(number: str) -> str:
    """The digits of a number however it is typed, for comparing two of them."""
    return "".join(character for character in number.translate(_NARROW) if character in "0123456789x")


def _in_run(text: str, groups: list[_Group], telephones: Telephones) -> Iterator[tuple[str, int, int]]:
    """Numbers in digits that only separators part, the longest first at every place."""
    n = 0
    while n < len(groups):
        taken = 1
        for end in reversed(_ends(groups, n)):
            window = groups[n:end]
            kind = _kind(text, window, telephones if len(window) == len(groups) else None)
            if kind:
                yield kind, window[0].start, window[-1].end
                taken = len(window)
                break
        n += taken


def _ends(groups: list[_Group], first: int) -> list[int]:
    """Where a number that begins with a group may end, by how many digits a number of its kind has."""
    total, ends = 0, []
    for end in range(first + 1, min(first + _MOST_GROUPS, len(groups)) + 1):
        total += len(groups[end - 1].digits)
        if total > _LONGEST:
            break
        whole = first == 0 and end == len(groups)
        if groups[first].digits[0] in _FIRST_DIGITS.get(total, "") or (total in (7, 8) and whole):
            ends.append(end)
    return ends


def _kind(text: str, window: list[_Group], telephones: Telephones | None) -> str:
    """What groups of digits together are, or ""; ``telephones`` is None where they are only a part of the digits there."""
    digits = "".join(group.digits for group in window)
    sizes = [len(group.digits) for group in window]
    if _LETTER.match(text, window[-1].end):
        return ""
    if _is_identity(digits) or _is_old_identity(digits, sizes):
        return IDENTITY
    if "x" in digits:
        return ""
    if _is_mobile(digits, sizes):
        return MOBILE
    if _is_card(digits, sizes):
        return CARD
    if _has_area_code(text, window, digits) or (telephones and _is_local_number(text, window, digits, telephones)):
        return TELEPHONE
    return ""


def _is_identity(digits: str) -> bool:
    """18 digits by GB 11643-1999: a day of birth, and the check digit of ISO 7064 MOD 11-2."""
    if len(digits) != 18 or "x" in digits[:-1] or not _is_day(digits[6:10], digits[10:12], digits[12:14]):
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits[:-1], strict=True))
    return _CHECKS[total % 11] == digits[-1]


def _is_old_identity(digits: str, sizes: list[int]) -> bool:
    """15 digits as issued before 1999: a province and a day of birth in the last century."""
    known = len(digits) == 15 and "x" not in digits and digits[:2] in _PROVINCES and sizes[0] in (6, 15)
    return known and _is_day("19" + digits[6:8], digits[8:10], digits[10:12])


def _is_day(year: str, month: str, day: str) -> bool:
    try:
        return 1850 <= date(int(year), int(month), int(day)).year <= 2099
    except ValueError:
        return False


def _is_mobile(digits: str, sizes: list[int]) -> bool:
    """Eleven digits from 13 to 19, with or without +86, in no groups smaller than three."""
    for prefix in ("0086", "86", ""):
        if len(digits) == 11 + len(prefix) and digits.startswith(prefix):
            own = sizes[1:] if prefix and sizes[0] == len(prefix) else sizes
            return digits[len(prefix)] == "1" and digits[len(prefix) + 1] in "3456789" and min(own) >= 3
    return False


def _is_card(digits: str, sizes: list[int]) -> bool:
    """16 to 19 digits, in groups of four or the first six apart, whose Luhn sum is right."""
    grouped = len(sizes) == 1 or set(sizes[:-1]) == {4} or (len(sizes) == 2 and sizes[0] == 6)
    credit_code = len(digits) == 18 and digits[0] == "9"
    if not 16 <= len(digits) <= _LONGEST or not grouped or digits[0] in "0127" or credit_code:
        return False
    doubled = (int(digit) * (1 + n % 2) for n, digit in enumerate(reversed(digits)))
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0 and len(set(digits)) > 1


def _has_area_code(text: str, window: list[_Group], digits: str) -> bool:
    area = _AREA.match(digits)
    before = text[max(window[0].start - 1, 0) : window[0].start]
    if area is None or (before and before in "0123456789._/="):
        return False
    local = digits[area.end() :]
    apart = len(window) == 1 or len(window[0].digits) == area.end()
    return apart and len(local) in (7, 8) and local[0] in "2345678"


def _is_local_number(text: str, window: list[_Group], digits: str, telephones: Telephones) -> bool:
    start, end = window[0].start, window[-1].end
    if len(digits) not in (7, 8) or digits[0] == "0" or _is_years(window):
        return False
    if telephones is Telephones.EVERY or _CALLED.search(text[max(start - _CALLED_WITHIN, 0) : start]):
        return True
    if telephones is Telephones.NAMED or len(window) > 1 or digits[0] in "19":
        return False
    if _MEASURE.match(text, end) or _CODE_BEFORE.match(text[max(start - 1, 0) : start]):
        return False
    return len(digits) == 7 or not _is_day(digits[:4], digits[4:6], digits[6:])


def _is_years(window: list[_Group]) -> bool:
    """Two years, as in 2024-2025."""
    return len(window) == 2 and all(re.fullmatch(r"(?:19|20)\d\d", group.digits) for group in window)
