"""Shards (分片): the Lunr index cut by term, so that a page fetches only what its query needs.

A shard holds, for each of its terms, in which records and fields it occurs: enough to rebuild exactly the part of the
Lunr index that a query touches, and nothing that changes when unrelated records are added (no scores, no averages).

Form of a shard: ``[scopes, {term: [position, field, …]}]``. ``scopes`` lists the scopes (record number // 512) met in the
shard. A field is a list of integers: a negative one, -(i + 1), says that records of ``scopes[i]`` follow; then pairs of
a step (how far the record lies behind the last one of the scope; the first counts from -1) and of
``(frequency - 1) * 1,000,000 + length of the field``. Empty fields at the end are left out. ``position`` orders terms
that were first met in the same field of the same record, as Lunr's numbering of terms does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lunr.builder import Builder

from sitegen.derive.search_records import SCOPE_SIZE
from sitegen.render.output import Output
from sitegen.render.search.files import as_json, content_hash, script, utf16_order

SHARD_CHARACTERS = 24_000
HEAVY_CHARACTERS = 12_000
HASH_LENGTH = 6
FREQUENCY_UNIT = 1_000_000

Occurrence = tuple[int, int]
Encoded = list[int | list[int]]


@dataclass(frozen=True, slots=True)
class Postings:
    """Where a term occurs: its position in the record where it was first met, and per field pairs (record, packed)."""

    position: int
    fields: tuple[tuple[Occurrence, ...], ...]


@dataclass(frozen=True, slots=True)
class Shards:
    """The cut index: the files, and the hashes in their names: of shards by number, of terms with files of their own."""

    hashes: tuple[str, ...]
    heavy: Mapping[str, str]
    files: tuple[Output, ...]


def cut_index(builder: Builder) -> Shards:
    """Cut a filled builder's index into shards of similar size; terms with many occurrences get files of their own."""
    postings = collect_postings(builder)
    sizes = {term: _size(posting) for term, posting in postings.items()}
    heavy = sorted((term for term in postings if sizes[term] > HEAVY_CHARACTERS), key=utf16_order)
    light = [term for term in postings if sizes[term] <= HEAVY_CHARACTERS]
    count = 1
    while count * SHARD_CHARACTERS < sum(sizes[term] for term in light):
        count *= 2
    buckets: list[dict[str, Postings]] = [{} for _ in range(count)]
    for term in light:
        buckets[term_hash(term) % count][term] = postings[term]
    shards = [_file(str(number), bucket) for number, bucket in enumerate(buckets)]
    own = [_file(f"h{term_hash(term)}", {term: postings[term]}) for term in heavy]
    heavy_hashes = {term: name for term, (name, _) in zip(heavy, own, strict=True)}
    return Shards(tuple(name for name, _ in shards), heavy_hashes, tuple(file for _, file in shards + own))


def term_hash(term: str) -> int:
    """32-bit hash of a term, the same as in static/js/search/shards.js: FNV-1a over UTF-16 units, then mixed."""
    units = memoryview(term.encode("utf-16-le")).cast("H")
    value = 0x811C9DC5
    for unit in units:
        value = (value ^ unit) * 0x01000193 & 0xFFFFFFFF
    value = (value ^ value >> 15) * 0x2C1B3C6D & 0xFFFFFFFF
    return value ^ value >> 13


def collect_postings(builder: Builder) -> dict[str, Postings]:
    """Where every term of a filled builder occurs, by term; records in the order in which they were added."""
    fields = {field: number for number, field in enumerate(builder._fields)}
    occurrences: dict[str, tuple[list[Occurrence], ...]] = {}
    positions: dict[str, int] = {}
    for reference, frequencies in builder.field_term_frequencies.items():
        field, _, record = reference.partition("/")
        length = builder.field_lengths[reference]
        for position, (term, frequency) in enumerate(frequencies.items()):
            if term not in positions:
                positions[term] = position
                occurrences[term] = tuple([] for _ in fields)
            occurrences[term][fields[field]].append((int(record), (frequency - 1) * FREQUENCY_UNIT + length))
    return {term: Postings(positions[term], tuple(map(tuple, found))) for term, found in occurrences.items()}


def _size(postings: Postings) -> int:
    """About how many characters the postings take in a file."""
    return 12 + 7 * sum(len(field) for field in postings.fields)


def _file(name: str, terms: Mapping[str, Postings]) -> tuple[str, Output]:
    """Hash and file of some terms."""
    met = {record // SCOPE_SIZE for posting in terms.values() for field in posting.fields for record, _ in field}
    scopes = sorted(met)
    numbers = {scope: number for number, scope in enumerate(scopes)}
    value = as_json([scopes, {term: encode(terms[term], numbers) for term in sorted(terms, key=utf16_order)}])
    own_hash = content_hash(value, HASH_LENGTH)
    return own_hash, script(f"s/{name}-{own_hash}", value)


def encode(postings: Postings, scopes: Mapping[int, int]) -> Encoded:
    """A term's postings as they stand in a shard; ``scopes`` gives the place of each scope in the shard's list."""
    encoded: Encoded = [postings.position, *(_encode_field(field, scopes) for field in postings.fields)]
    while encoded[-1] == []:
        encoded.pop()
    return encoded


def _encode_field(field: Iterable[Occurrence], scopes: Mapping[int, int]) -> list[int]:
    numbers: list[int] = []
    current = last = -1
    for record, packed in field:
        scope, within = divmod(record, SCOPE_SIZE)
        if scope != current:
            numbers.append(-scopes[scope] - 1)
            current, last = scope, -1
        numbers += (within - last, packed)
        last = within
    return numbers
