"""The lexicon (词库): phrases of the site and how they are read and mistaken, for queries with wrong characters.

Fetched only when a query holds characters that the site does not know. Form: ``phrases``, joined by
spaces, the most frequent first; ``others``, words of letters and digits; ``readings``, those of phrases that are not their
characters' usual ones (行政 xing, 银行 hang); ``usual`` and ``further``, characters by their usual and their other readings;
``alike``, for characters of the phrases those that look like them; ``real``, words of two characters that are not on the
site but sound or look like words that are: they mean what they say. A wrong character is usually not on the site, so the
characters are all those of GB 2312.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sitegen.derive.pinyin import sounds, syllables
from sitegen.render.search.look_alikes import look_alikes
from sitegen.render.search.phrases import Phrases, is_word

MISREAD = frozenset("校行重长调还给会省参率传载量应降")
MOST_SOUNDS = 2
LIKE = (("zh", "z"), ("ch", "c"), ("sh", "s"))
NASALS = (("ang", "an"), ("eng", "en"), ("ing", "in"))


def write_lexicon(phrases: Phrases) -> dict[str, object]:
    """The lexicon of some phrases, ready to be written."""
    texts = tuple(phrases.counts)
    own = sorted({character for phrase in texts for character in phrase})
    characters = sorted({*_characters_of_gb2312(), *own})
    usual: defaultdict[str, str] = defaultdict(str)
    further: defaultdict[str, str] = defaultdict(str)
    for character in characters:
        first, *others = sounds(character)[:MOST_SOUNDS]
        if first != character:
            usual[first] += character
            for other in others:
                further[other] += character
    by_character = {character: syllable for syllable, held in usual.items() for character in held}
    read = {phrase: syllables(phrase) for phrase in texts}
    unusual = {
        phrase: " ".join(reading)
        for phrase, reading in read.items()
        if reading != [by_character.get(character, "") for character in phrase]
    }
    alike = look_alikes(own)
    real = _real_words({text: read[text] for text in texts if len(text) == 2}, by_character, alike)
    return {
        "phrases": " ".join(texts), "others": " ".join(phrases.others), "readings": unusual, "usual": usual,
        "further": further, "alike": alike, "real": "".join(real),
    }  # fmt: skip


def readings(phrase: str) -> list[list[str]]:
    """How a phrase is read, and how readers also read it who take a character for its other sound: 三校 as san xiao."""
    own = syllables(phrase)
    found = [own]
    for place, character in enumerate(phrase):
        if character in MISREAD and len(own) == len(phrase):
            found += [[*own[:place], other, *own[place + 1 :]] for other in sounds(character)[:MOST_SOUNDS] if other != own[place]]
    return found


def _real_words(
    pairs: dict[str, list[str]], by_character: dict[str, str], alike: dict[str, str]
) -> Sequence[str]:
    """Words that one might take for a mistaken word of the site: one character sounds or looks like the right one."""
    by_sound: defaultdict[str, list[str]] = defaultdict(list)
    for character, syllable in by_character.items():
        by_sound[_sound(syllable)].append(character)
    found: set[str] = set()
    for pair, (first_syllable, second_syllable) in pairs.items():
        first, second = pair[0], pair[1]
        firsts = {*by_sound[_sound(first_syllable)], *alike.get(first, "")}
        seconds = {*by_sound[_sound(second_syllable)], *alike.get(second, "")}
        found.update(other + second for other in firsts)
        found.update(first + other for other in seconds)
    return sorted(word for word in found if word not in pairs and is_word(word))


def _sound(syllable: str) -> str:
    """A syllable as many readers hear it: the same as ``soundOf`` in static/js/search/lexicon.js."""
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


def _characters_of_gb2312() -> Iterable[str]:
    """The 6,763 characters of GB 2312."""
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            character = bytes((row, cell)).decode("gb2312", errors="ignore")
            if character:
                yield character
