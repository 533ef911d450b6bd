"""Readers' words (读者用语) as the search holds them: those that lead to something on the site, by their first term.

What an entry says is the content's matter (content/thesaurus.yaml); here it is only cut down to what can be found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sitegen.render.search.postings import Postings
from sitegen.render.search.shards import PARTING
from sitegen.render.search.tokens import normalise, tokens

UNIT_ENDINGS = ("局", "委", "厅", "办", "院", "中心", "公司", "集团", "委员会", "办公室", "街道", "大队", "支队")
# Words farther from a reader's word find little more, and cost the reader bytes.
MOST_KEPT = 4


def readers_words(
    thesaurus: Iterable[tuple[str, tuple[str, ...]]], postings: Postings
) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Readers' words by their first term, each followed by the official words that some record holds, the closest first.

    Names of units are kept in any case: the page finds other names for them.
    """
    by_word: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for word, official in thesaurus:
        by_word[normalise(word)].update(dict.fromkeys(map(normalise, official)))
    official_words = {one for words in by_word.values() for one in words}
    useful = {one for one in official_words if one.endswith(UNIT_ENDINGS) or _occurs(one, postings)}
    found: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for word, leads_to in sorted(by_word.items()):
        first = next(iter(tokens(word)), "")
        kept = tuple(one for one in leads_to if one != word and one in useful and PARTING not in one)
        if first and kept and word.startswith(first) and PARTING not in word:
            found[first].append((word, *kept[:MOST_KEPT]))
    return {first: tuple(entries) for first, entries in found.items()}


def _occurs(words: str, postings: Postings) -> bool:
    """Whether some record holds all terms of some words."""
    terms = tokens(words)
    if not terms or not all(postings.count(term) for term in terms):
        return False
    return bool(frozenset.intersection(*(postings.records(term) for term in terms)))
