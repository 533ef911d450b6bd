"""Prepared results (预备结果): which records answer the phrases that readers are most likely to ask for.

Found with Lunr over the same postings that the page's script reads, so that a reader without scripts meets the same
results in the same order. How a page shows them is ``derive.search_page``'s matter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sitegen.derive.pinyin import syllables
from sitegen.derive.search_record import SearchRecord
from sitegen.render.search.lunr_part import search_terms
from sitegen.render.search.phrases import Phrases, is_proper
from sitegen.render.search.postings import Postings
from sitegen.render.search.tokens import tokens
from sitegen.render.search_index import MOST_RESULTS, SHOWN, PhraseResults

MOST_PHRASES = 200
SHORTEST, LONGEST = 3, 8
FEWEST_RECORDS, LARGEST_SHARE = 2, 0.3
SCORED = 30


def prepare_results(phrases: Phrases, records: Sequence[SearchRecord], postings: Postings) -> tuple[PhraseResults, ...]:
    """Results for the phrases most worth it, in the order of their addresses."""
    shown = {record.number: record for record in records if record.kind in SHOWN}
    chosen = _chosen(phrases, len(shown))
    prepared = (_results(phrase, slug, shown, postings) for phrase, slug in _with_slugs(chosen))
    return tuple(sorted((one for one in prepared if one.total >= FEWEST_RECORDS), key=lambda one: one.slug))


def _chosen(phrases: Phrases, records: int) -> list[str]:
    """Phrases that say something by themselves, in many records but not in nearly all, no two much alike."""
    counts = phrases.counts
    fitting = (
        phrase for phrase, count in counts.items()
        if SHORTEST <= len(phrase) <= LONGEST and FEWEST_RECORDS <= count <= max(records * LARGEST_SHARE, FEWEST_RECORDS)
        and is_proper(phrase, phrases)
    )  # fmt: skip
    chosen: list[str] = []
    for phrase in sorted(fitting, key=lambda phrase: (-counts[phrase] * len(phrase), phrase)):
        if not any(phrase in other or other in phrase for other in chosen):
            chosen.append(phrase)
        if len(chosen) == MOST_PHRASES:
            break
    return chosen


def _with_slugs(phrases: Sequence[str]) -> Iterator[tuple[str, str]]:
    taken: dict[str, int] = {}
    for phrase in sorted(phrases):
        slug = "".join(syllables(phrase))
        taken[slug] = taken.get(slug, 0) + 1
        yield phrase, slug if taken[slug] == 1 else f"{slug}-{taken[slug]}"


def _results(phrase: str, slug: str, shown: Mapping[int, SearchRecord], postings: Postings) -> PhraseResults:
    terms = tuple(dict.fromkeys(tokens(phrase)))
    held = frozenset.intersection(*(postings.records(term) for term in terms))
    found = [record for record in held if postings.numbers[record] in shown]
    best = search_terms(postings, dict.fromkeys(terms, 1.0), found, SCORED)
    records = tuple(shown[number] for number, _ in best[:MOST_RESULTS])
    return PhraseResults(phrase, slug, records, len(found))
