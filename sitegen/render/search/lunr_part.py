"""The part of the Lunr index that a query touches, made of postings: the same as static/js/search/lunr_part.js does.

The only home of lunr. Refs, scores and order are those of the whole index, as the tests prove; so pages of results made
here and results found in a browser agree.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping

from lunr.index import Index
from lunr.pipeline import Pipeline
from lunr.query import Query
from lunr.token_set import TokenSet
from lunr.vector import Vector

from sitegen.render.search.postings import FIELDS, K1, B, Occurrence, Postings


def search_terms(
    postings: Postings, boosts: Mapping[str, float], records: Iterable[int], most: int
) -> tuple[tuple[int, float], ...]:
    """The best of some records that hold any of some terms: number and Lunr's score, the best first.

    ``boosts`` gives the weight of each term; ``records`` are places in the order of numbers, at most ``most`` are scored.
    """
    known = [term for term in boosts if postings.count(term)]
    best = _likely_best(postings, {term: boosts[term] for term in known}, frozenset(records), most)
    if not best:
        return ()
    query = Query(list(FIELDS))
    for term in known:
        query.term(term, boost=boosts[term], use_pipeline=False)
    found = assemble_index(postings, known, best).query(query)
    scored = ((int(result["ref"]), float(result["score"])) for result in found)
    return tuple(sorted(scored, key=lambda result: (-result[1], result[0])))


def assemble_index(postings: Postings, terms: Iterable[str], kept: frozenset[int] | None = None) -> Index:
    """A Lunr index that answers queries over some terms exactly as the whole index would, for the ``kept`` records only."""
    inverted: dict[str, dict[str, object]] = {}
    vectors: dict[str, Vector] = {}
    for number, term in enumerate(sorted(terms, key=lambda term: (_first(postings, term), postings.positions[term]))):
        fields: dict[str, dict[str, dict[str, object]]] = {name: {} for name in FIELDS}
        elements = tuple(zip(FIELDS, _elements(postings, term), strict=True))
        for occurrence in postings.occurrences(term, kept):
            name, element = elements[occurrence.field]
            reference = str(postings.numbers[occurrence.record])
            fields[name][reference] = {}
            vector = vectors.setdefault(f"{name}/{reference}", Vector())
            vector.elements += [number, float(round(element(occurrence), 3))]
        inverted[term] = {**fields, "_index": number}
    return Index(inverted, vectors, TokenSet.from_list(sorted(inverted)), list(FIELDS), Pipeline())


def _likely_best(
    postings: Postings, boosts: Mapping[str, float], records: frozenset[int], most: int
) -> frozenset[int]:
    """The records with the highest sums of boosted elements: Lunr's order, but for the rounding of elements."""
    if len(records) <= most:
        return records
    sums = dict.fromkeys(records, 0.0)
    for term, boost in boosts.items():
        elements = _elements(postings, term)
        for record, weight in postings.weights(term, sums, elements):
            sums[record] += boost * weight
    return frozenset(sorted(sums, key=lambda record: (-sums[record], record))[:most])


def _first(postings: Postings, term: str) -> tuple[int, int]:
    """Where a term was first met: record by record, field by field."""
    first = next(iter(postings.occurrences(term)))
    return first.record, first.field


def _elements(postings: Postings, term: str) -> tuple[Callable[[Occurrence], float], ...]:
    """For each field how a term's occurrence weighs in the field's vector, before Lunr rounds it."""
    count = postings.count(term)
    inverse = math.log(1 + abs((len(postings.numbers) - count + 0.5) / (count + 0.5)))

    def element(boost: float, mean: float) -> Callable[[Occurrence], float]:
        def weigh(occurrence: Occurrence) -> float:
            saturation = K1 * (1 - B + B * (occurrence.length / mean)) + occurrence.frequency
            return inverse * ((K1 + 1) * occurrence.frequency) / saturation * boost

        return weigh

    means = (length / len(postings.numbers) for length in postings.lengths)
    return tuple(element(boost, mean) for (boost, *_), mean in zip(FIELDS.values(), means, strict=True))
