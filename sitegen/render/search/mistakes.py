"""Mistakes (错字): for every character that readers may type, those of the site that they may have meant.

An entry is a text in five pieces parted by "|": characters of the same sound, of a like sound
(z and zh, an and ang, n and l), characters that look alike; then with which characters before and behind it the character
makes a word of Chinese that is not on the site but might be taken for a mistaken one that is: 解毒 means what it says, and
no 解读. A wrong character is usually not on the site, so the typed ones are all those of GB 2312
and those that look like one of the site.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from sitegen.derive.pinyin import sounds
from sitegen.render.search.look_alikes import both_ways, look_alikes
from sitegen.render.search.phrases import are_words

MOST_SOUNDS = 2
LIKE = (("zh", "z"), ("ch", "c"), ("sh", "s"))
NASALS = (("ang", "an"), ("eng", "en"), ("ing", "in"))
SHORTEST_UNEVEN = 3
LEVEL_ONE, LEVEL_TWO = range(0xB0, 0xD8), range(0xD8, 0xF8)

Meant = tuple[str, str, str]  # of the same sound, of a like sound, alike to the eye


def load_tables() -> None:
    """Load what is the same for every site: how the characters that readers may type are read, and which look alike."""
    _heard()
    both_ways()


def mistakes_of(phrases: Iterable[str]) -> dict[str, str]:
    """The entries of all characters that may be mistaken for one of some phrases."""
    texts = tuple(phrases)
    meant = meant_characters({character for phrase in texts for character in phrase})
    before, behind = _around(_real_words({phrase for phrase in texts if len(phrase) == 2}, meant))
    written = ((typed, "|".join((*pieces, before.get(typed, ""), behind.get(typed, "")))) for typed, pieces in meant.items())
    return {typed: entry.rstrip("|") for typed, entry in written if entry.strip("|")}


def real_words_like(phrases: Iterable[str]) -> list[str]:
    """Words of Chinese that are a phrase with one character left out, and mean what they say: 身份证 is no 身份认证."""
    texts = set(phrases)
    long = (phrase for phrase in texts if len(phrase) > SHORTEST_UNEVEN)
    shorter = {phrase[:place] + phrase[place + 1 :] for phrase in long for place in range(len(phrase))}
    return sorted(are_words(shorter - texts))


def meant_characters(own: Iterable[str]) -> dict[str, Meant]:
    """For each character that may be typed those of ``own`` that may be meant, in their order."""
    meant = sorted(own)
    by_sound: defaultdict[str, list[str]] = defaultdict(list)
    by_like_sound: defaultdict[str, list[str]] = defaultdict(list)
    for character in meant:
        for syllable in _sounds(character):
            by_sound[syllable].append(character)
        for sound in dict.fromkeys(map(as_heard, _sounds(character))):
            by_like_sound[sound].append(character)
    looks: defaultdict[str, str] = defaultdict(str)
    for character, others in look_alikes(meant).items():
        for other in others:
            looks[other] += character
    found: dict[str, Meant] = {}
    # Characters read alike are taken for the same ones.
    heard: dict[tuple[str, ...], tuple[str, str]] = {}
    known = _heard()
    for typed in sorted({*known, *meant, *looks}):
        read = known.get(typed) or _sounds(typed)
        if read not in heard:
            same = dict.fromkeys(other for syllable in read for other in by_sound.get(syllable, ()))
            like = dict.fromkeys(other for syllable in read for other in by_like_sound.get(as_heard(syllable), ()))
            heard[read] = "".join(same), "".join(other for other in like if other not in same)
        same_sound, like_sound = heard[read]
        alike = "".join(other for other in looks.get(typed, "") if other not in same_sound)
        found[typed] = same_sound.replace(typed, ""), like_sound.replace(typed, ""), alike
    return found


@cache
def _heard() -> Mapping[str, tuple[str, ...]]:
    """How the characters of GB 2312 are read."""
    return {character: _sounds(character) for character in characters_of_gb2312((*LEVEL_ONE, *LEVEL_TWO))}


def _sounds(character: str) -> tuple[str, ...]:
    return tuple(sounds(character)[:MOST_SOUNDS])


def as_heard(syllable: str) -> str:
    """A syllable as many readers hear it: the same as ``soundOf`` in static/js/search/sounds.js."""
    for strict, loose in LIKE:
        if syllable.startswith(strict):
            syllable = loose + syllable[len(strict) :]
    if syllable[0] == "n" and syllable[1:2] in tuple("aeiouv"):
        syllable = "l" + syllable[1:]
    if syllable.startswith("lv"):
        syllable = "lu" + syllable[2:]
    for strict, loose in NASALS:
        if syllable.endswith(strict):
            syllable = syllable[: -len(strict)] + loose
    return syllable


def _real_words(pairs: set[str], meant: Mapping[str, Meant]) -> Sequence[str]:
    """Words that one might take for a mistaken word of the site, made with characters in everyday use."""
    typed_for: defaultdict[str, list[str]] = defaultdict(list)
    for typed in characters_of_gb2312(LEVEL_ONE):
        for other in "".join(meant[typed]):
            typed_for[other].append(typed)
    words = {typed + pair[1] for pair in pairs for typed in typed_for[pair[0]]}
    words.update(pair[0] + typed for pair in pairs for typed in typed_for[pair[1]])
    return sorted(are_words(words - pairs))


def _around(words: Sequence[str]) -> tuple[dict[str, str], dict[str, str]]:
    """What stands before and behind each character in some words of two."""
    before: defaultdict[str, str] = defaultdict(str)
    behind: defaultdict[str, str] = defaultdict(str)
    for word in words:
        first, second = word[0], word[1]
        behind[first] += second
        before[second] += first
    return before, behind


def characters_of_gb2312(rows: Iterable[int]) -> Iterator[str]:
    """Characters of GB 2312 in some rows of its table, as first bytes: the 3,755 of everyday use, and 3,008 others."""
    for row in rows:
        yield from bytes(byte for cell in range(0xA1, 0xFF) for byte in (row, cell)).decode("gb2312", errors="ignore")
