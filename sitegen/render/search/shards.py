"""Shards (分片): the Lunr index cut by term, so that a page fetches only what its query needs.

A shard holds, for each of its terms, in which records and fields it occurs: enough to rebuild exactly the part of the
Lunr index that a query touches, and nothing that changes when unrelated records are added (no scores, no averages).

Form of a shard: ``[terms, postings, words]``. Terms and postings are texts with as many parts, parted by spaces. The
postings of a term are numbers (``varints``): its position (see ``Postings``), then for every field, those empty at the end
left out: the number of scopes (record number // 512), and for each scope the step from the last one, the number of records
less one, and for each record the step from the last one of the scope less one, then twice the length of the field, plus
one if the term is there more than once; then follows how often, less two. ``words`` holds readers' words (``thesaurus``) by
their first term.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sitegen.derive.search_record import SCOPE_SIZE
from sitegen.render.output import Output
from sitegen.render.search import varints
from sitegen.render.search.files import as_json, content_hash, script, utf16_order
from sitegen.render.search.postings import FIELDS, Occurrence, Postings

SHARD_BYTES = 6_000
FEWEST_RECORDS_TO_A_SHARD = 4
HEAVY_BYTES = 4_000
HASH_LENGTH = 4
BYTES_OF_A_TERM = 8

Words = Mapping[str, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True)
class Shards:
    """The cut index: the files, and the hashes in their names: of shards by number, of terms with files of their own."""

    hashes: tuple[str, ...]
    heavy: Mapping[str, str]
    files: tuple[Output, ...]


def cut_index(postings: Postings, words: Words) -> Shards:
    """Cut an index into shards of similar size; terms with many occurrences get files of their own.

    ``words`` are readers' words by their first term, each followed by the words that documents use for it.
    """
    encoded = {term: encode_term(postings, term) for term in postings.terms()}
    heavy = sorted((term for term, text in encoded.items() if len(text) > HEAVY_BYTES), key=utf16_order)
    light = [term for term, text in encoded.items() if len(text) <= HEAVY_BYTES]
    count = _count(sum(len(encoded[term]) + BYTES_OF_A_TERM for term in light), len(postings.numbers))
    buckets: list[dict[str, str]] = [{} for _ in range(count)]
    for term in light:
        buckets[term_hash(term) % count][term] = encoded[term]
    light_words: list[dict[str, tuple[tuple[str, ...], ...]]] = [{} for _ in range(count)]
    for term in sorted(words.keys() - set(heavy), key=utf16_order):
        light_words[term_hash(term) % count][term] = words[term]
    shards = [_file(str(number), bucket, light_words[number]) for number, bucket in enumerate(buckets)]
    own = [_file(f"h{term_hash(term)}", {term: encoded[term]}, {term: words[term]} if term in words else {}) for term in heavy]
    heavy_hashes = {term: name for term, (name, _) in zip(heavy, own, strict=True)}
    return Shards(tuple(name for name, _ in shards), heavy_hashes, tuple(file for _, file in shards + own))


def _count(size: int, records: int) -> int:
    """How many shards, a power of two so that few terms move when the site grows: of the wanted size, but not too many."""
    count = 1
    while count * SHARD_BYTES < size and count * 2 * FEWEST_RECORDS_TO_A_SHARD <= records:
        count *= 2
    return count


def term_hash(term: str) -> int:
    """32-bit hash of a term, the same as in static/js/search/shards.js: FNV-1a over UTF-16 units, then mixed."""
    units = memoryview(term.encode("utf-16-le")).cast("H")
    value = 0x811C9DC5
    for unit in units:
        value = (value ^ unit) * 0x01000193 & 0xFFFFFFFF
    value = (value ^ value >> 15) * 0x2C1B3C6D & 0xFFFFFFFF
    return value ^ value >> 13


def encode_term(postings: Postings, term: str) -> str:
    """A term's postings as they stand in a shard."""
    fields: list[list[Occurrence]] = [[] for _ in FIELDS]
    for occurrence in postings.occurrences(term):
        fields[occurrence.field].append(occurrence)
    while not fields[-1]:
        fields.pop()
    numbers = [postings.positions[term]]
    for found in fields:
        numbers += _encode_field(found, postings.numbers)
    return varints.encode(numbers)


def _encode_field(found: Sequence[Occurrence], record_numbers: Sequence[int]) -> list[int]:
    scopes: list[list[int]] = []
    current, last_scope, within = -1, 0, 0
    for record, _, frequency, length in found:
        scope, place = divmod(record_numbers[record], SCOPE_SIZE)
        if scope != current:
            scopes.append([scope - last_scope, -1])
            current, last_scope, within = scope, scope, -1
        numbers = scopes[-1]
        numbers[1] += 1
        numbers += (place - within - 1, length * 2 + (frequency > 1))
        if frequency > 1:
            numbers.append(frequency - 2)
        within = place
    return [len(scopes), *(number for scope in scopes for number in scope)]


def _file(name: str, terms: Mapping[str, str], words: Words) -> tuple[str, Output]:
    """Hash and file of some terms."""
    ordered = sorted(terms, key=utf16_order)
    value = as_json([" ".join(ordered), " ".join(terms[term] for term in ordered), words])
    own_hash = content_hash(value, HASH_LENGTH)
    return own_hash, script(f"s/{name}-{own_hash}", value)
