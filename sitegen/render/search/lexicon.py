"""The lexicon (词库): phrases of the site by characters that they hold, and what characters are mistaken for, for queries
with wrong characters.

A phrase with a wrong character is looked up by the right one before or behind it. So a phrase lies under as few of its
characters, and as rare ones, as are needed for one of the two to be among them wherever the wrong one stands. Form of a
part: ``[phrases, others, mistakes]``: phrases, parted by spaces, the most frequent first; words of letters and digits, by
their first, parted likewise; the mistakes of the part's characters (``mistakes``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from sitegen.render.search.mistakes import mistakes_of
from sitegen.render.search.parts import Parts, cut_table
from sitegen.render.search.phrases import Phrases

Held = str | tuple[str, str]


def write_lexicon(phrases: Phrases) -> Parts:
    """The lexicon of some phrases, cut by character."""
    frequencies = Counter(character for phrase in phrases.counts for character in phrase)
    words: list[tuple[str, Held]] = [(character, phrase) for phrase in phrases.counts for character in keys(phrase, frequencies)]
    words += [(word[0], word) for word in phrases.others]
    words += [(typed, (typed, entry)) for typed, entry in mistakes_of(phrases.counts).items()]
    return cut_table("w", words, sum(len("".join(word).encode()) for _, word in words), _part)


def keys(phrase: str, frequencies: Mapping[str, int]) -> Sequence[str]:
    """The characters under which a phrase lies: of every two that have one between them one, and the second from each end."""
    last = len(phrase) - 1
    chosen = {1, last - 1}
    for place in range(1, last):
        sides = (place - 1, place + 1)
        if chosen.isdisjoint(sides):
            chosen.add(min(sides, key=lambda side: (frequencies[phrase[side]], side)))
    return tuple(dict.fromkeys(phrase[place] for place in sorted(chosen)))


def _part(held: Sequence[Held]) -> tuple[str, str, dict[str, str]]:
    words = dict.fromkeys(one for one in held if isinstance(one, str))
    phrases, others = ([word for word in words if word[0].isascii() is is_other] for is_other in (False, True))
    return " ".join(phrases), " ".join(others), dict(one for one in held if not isinstance(one, str))
