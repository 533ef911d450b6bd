"""The part of the Lunr index that a query touches, made of postings: the same as static/js/search/lunr_part.js does.

The only home of lunr. Refs, scores and order are those of the whole index, as the tests prove; so pages of results made
here and results found in a browser agree.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from lunr.index import Index
from lunr.pipeline import Pipeline
from lunr.query import Query
from lunr.token_set import TokenSet
from lunr.vector import Vector

from sitegen.render.search.postings import FIELDS, K1, B, Occurrence, Postings


def search_terms(postings: Postings, boosts: Mapping[str, float]) -> tuple[tuple[int, float], ...]:
    """Records with any of some terms, each with Lunr's score, the best first; ``boosts`` gives the weight of each term."""
    known = [term for term in boosts if postings.count(term)]
    if not known:
        return ()
    query = Query(list(FIELDS))
    for term in known:
        query.term(term, boost=boosts[term], use_pipeline=False)
    found = assemble_index(postings, known).query(query)
    return tuple((int(result["ref"]), float(result["score"])) for result in found)


def assemble_index(postings: Postings, terms: Iterable[str]) -> Index:
    """A Lunr index that answers queries over some terms exactly as the whole index would."""
    inverted: dict[str, dict[str, object]] = {}
    vectors: dict[str, Vector] = {}
    fields = {term: postings.fields(term) for term in terms}
    ordered = sorted(fields, key=lambda term: (_first(fields[term]), postings.positions[term]))
    for number, term in enumerate(ordered):
        inverse = _inverse_document_frequency(postings, term)
        inverted[term] = {"_index": number}
        for field, (name, (boost, _)) in enumerate(FIELDS.items()):
            inverted[term][name] = {}
            for occurrence in fields[term][field]:
                reference = str(postings.numbers[occurrence.record])
                inverted[term][name][reference] = {}  # type: ignore[index]
                vector = vectors.setdefault(f"{name}/{reference}", Vector())
                vector.elements += [number, _score(occurrence, inverse, boost, postings, field)]
    return Index(inverted, vectors, TokenSet.from_list(sorted(inverted)), list(FIELDS), Pipeline())


def _first(fields: tuple[list[Occurrence], ...]) -> tuple[int, int]:
    """Where a term was first met: record by record, field by field."""
    return min((found[0].record, field) for field, found in enumerate(fields) if found)


def _inverse_document_frequency(postings: Postings, term: str) -> float:
    count = postings.count(term)
    return math.log(1 + abs((len(postings.numbers) - count + 0.5) / (count + 0.5)))


def _score(occurrence: Occurrence, inverse: float, boost: float, postings: Postings, field: int) -> float:
    frequency = occurrence.frequency
    mean = postings.lengths[field] / len(postings.numbers)
    saturation = K1 * (1 - B + B * (occurrence.length / mean)) + frequency
    return float(round(inverse * ((K1 + 1) * frequency) / saturation * boost, 3))
