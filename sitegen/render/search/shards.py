"""Shards (分片): the Lunr index cut by term, so that a page fetches only what its query needs.

A shard holds, for each of its terms, in which records and fields it occurs: enough to rebuild exactly the part of the
Lunr index that a query touches, and nothing that changes when unrelated records are added (no scores, no averages).

Form of a shard: ``[terms, postings, words, names, official, places]``. Terms and postings are texts with as many parts, parted by spaces. The
postings of a term are numbers (``packing``): its position (see ``Postings``), then for every field, those empty at the end
left out: the number of scopes (record number // 512), and for each scope the step from the last one, the number of records
less one, and for each record the step from the last one of the scope less one, the length of the field, and how often the
term is there less one. ``words`` holds readers' words (``thesaurus``) by their first term, parted by "|": each term, then
what follows in each of its words. ``official`` are the words that documents use for them, parted likewise, those of most words
first; a last text holds numbers, for each reader's word how many of these it leads to and their places, 0 where it leads to
the same as the word before it.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from sitegen.derive.search_record import SCOPE_SIZE
from sitegen.render.json_text import as_json
from sitegen.render.output import Output
from sitegen.render.search.files import content_hash, script, utf16_order
from sitegen.render.search.names import Named
from sitegen.render.search.packing import code, pack
from sitegen.render.search.parts import HASH_LENGTH, Parts, term_hash, write_parts
from sitegen.render.search.postings import (
    FIELD_AT,
    FIELDS,
    FIELDS_MASK,
    LENGTH_BITS,
    LONGEST,
    RECORD_AT,
    Postings,
)

SHARD_BYTES = 2_000
# So many shards hold fewer records than they are; beyond, each is to stand for some.
FEW_SHARDS, FEWEST_RECORDS_TO_A_SHARD = 256, 4
HEAVY_BYTES = 6_000
# Orders of the codes: about how many bits the numbers have.
POSITION, SCOPES, SCOPE, RECORDS, RECORD, FREQUENCY = 4, 0, 9, 0, 2, 0
LEADS_TO, PLACE = 2, 4
LENGTHS = (3, 7, 4, 2)
BYTES_OF_A_TERM = 8
KEY_BYTES = 16
# Stands in no reader's word (thesaurus) and parts them.
PARTING = "|"
COUNTS = (1 << FIELD_AT) - 1  # of a packed occurrence what is left without record and field


class _BitsOfCounts(dict[int, str]):
    """The bits of the length of a field and of how often a term is there, packed as in ``Postings``; each is made once."""

    def __init__(self, length_order: int) -> None:
        super().__init__()
        self.length_order = length_order

    def __missing__(self, packed: int) -> str:
        bits = self[packed] = code(packed & LONGEST, self.length_order) + code((packed >> LENGTH_BITS) - 1, FREQUENCY)
        return bits


# Looked up for every occurrence: the bits of the steps within a scope, from one on, and of lengths and frequencies by field.
STEPS = ("", *(code(step, RECORD) for step in range(SCOPE_SIZE)))
BITS_OF_COUNTS = tuple(map(_BitsOfCounts, LENGTHS))

NOTHING: Mapping[str, str] = {}

Words = Mapping[str, tuple[tuple[str, ...], ...]]
Names = Mapping[str, tuple[Named, ...]]


@dataclass(frozen=True, slots=True)
class Shards:
    """The cut index: its parts; and the terms that have files of their own, with the hashes in the names of these.

    ``encoded`` are the postings of terms as they stand in shards, each under what names all that it is made from.
    """

    parts: Parts
    heavy: Mapping[str, str]
    files: tuple[Output, ...]
    encoded: Mapping[str, str]

    @property
    def directory(self) -> str:
        """What a page must know to find the file of any term: how many parts there are, their hashes, the other terms."""
        heavy = (f"{term}{name}" for term, name in self.heavy.items())
        return " ".join((str(self.parts.count), self.parts.hashes, *heavy))


def cut_index(postings: Postings, words: Words, names: Names, before: Mapping[str, str] = NOTHING) -> Shards:
    """Cut an index into shards of similar size; terms with many occurrences get files of their own.

    ``words`` are readers' words by their first term, each followed by the words that documents use for it; ``names`` are
    titles by their first term. ``before`` is what was encoded for an earlier index: most of its terms occur where they did.
    """
    keys = _keys(postings)
    encoded = {term: before.get(key) or encode_term(postings, term) for term, key in keys.items()}
    heavy = sorted((term for term, text in encoded.items() if len(text) > HEAVY_BYTES), key=utf16_order)
    light = encoded.keys() - heavy
    size = sum(len(encoded[term]) + BYTES_OF_A_TERM for term in light) + _size_of_words(words)
    count = _count(size, len(postings.numbers))
    held: list[list[str]] = [[] for _ in range(count)]
    for term in sorted((encoded.keys() | words.keys() | names.keys()) - set(heavy), key=utf16_order):
        held[term_hash(term) % count].append(term)
    parts = write_parts("s", [_value(terms, encoded, words, names) for terms in held])
    own = {term: _value((term,), encoded, words, names) for term in heavy}
    heavy_hashes = {term: content_hash(value, HASH_LENGTH) for term, value in own.items()}
    files = (script(f"s/h{term_hash(term)}-{heavy_hashes[term]}", value) for term, value in own.items())
    return Shards(parts, heavy_hashes, (*parts.files, *files), {keys[term]: text for term, text in encoded.items()})


def _keys(postings: Postings) -> dict[str, str]:
    """What names, for each term, all that its postings are encoded from: the numbers of records, its position, its occurrences."""
    numbers = blake2b(array("Q", postings.numbers), digest_size=KEY_BYTES)
    keys: dict[str, str] = {}
    for term, packed in postings.packed.items():
        state = numbers.copy()
        state.update(postings.positions[term].to_bytes(8, "big"))
        state.update(packed)
        keys[term] = state.hexdigest()
    return keys


def _size_of_words(words: Words) -> int:
    """About how many bytes readers' words take in the shards."""
    return sum(len(word.encode()) for entries in words.values() for word, *_ in entries)


def _count(size: int, records: int) -> int:
    """How many shards, a power of two so that few terms move when the site grows: of the wanted size, but not too many."""
    most = max(FEW_SHARDS, records // FEWEST_RECORDS_TO_A_SHARD)
    count = 1
    while count * SHARD_BYTES < size and count * 2 <= most:
        count *= 2
    return count


def encode_term(postings: Postings, term: str) -> str:
    """A term's postings as they stand in a shard."""
    fields: list[list[int]] = [[] for _ in FIELDS]
    for packed in postings.packed[term]:
        fields[packed >> FIELD_AT & FIELDS_MASK].append(packed)
    while not fields[-1]:
        fields.pop()
    bits = [code(postings.positions[term], POSITION)]
    for found, counts in zip(fields, BITS_OF_COUNTS, strict=False):
        _encode_field(found, postings.numbers, counts, bits)
    return pack("".join(bits))


def _encode_field(found: Sequence[int], numbers: Sequence[int], counts: Mapping[int, str], bits: list[str]) -> None:
    """Add one field's occurrences, packed as in ``Postings``, in records of these numbers, to the bits."""
    scopes: list[list[str]] = []
    scope, end, before = 0, 0, 0
    for packed in found:
        number = numbers[packed >> RECORD_AT]
        if number >= end:
            last, scope = scope, number // SCOPE_SIZE
            end, before = (scope + 1) * SCOPE_SIZE, scope * SCOPE_SIZE - 1
            held = [code(scope - last, SCOPE)]
            scopes.append(held)
        held.append(STEPS[number - before] + counts[packed & COUNTS])
        before = number
    bits.append(code(len(scopes), SCOPES))
    for held in scopes:
        held[0] += code(len(held) - 2, RECORDS)
        bits += held


def _value(held: Sequence[str], encoded: Mapping[str, str], words: Words, names: Names) -> str:
    """What the file of some terms hands over; not every one of them occurs in the index."""
    terms = [term for term in held if term in encoded]
    own = {term: words[term] for term in held if term in words}
    texts, official, places = _words(own)
    return as_json([
        " ".join(terms), " ".join(encoded[term] for term in terms), texts,
        {term: names[term] for term in held if term in names}, official, places,
    ])  # fmt: skip


def _words(own: Words) -> tuple[list[str], str, str]:
    """Readers' words as they stand in a shard: the words, the words that they lead to, and which to which."""
    counts = Counter(one for entries in own.values() for _, *leads_to in entries for one in leads_to)
    official = {one: place for place, (one, _) in enumerate(counts.most_common())}
    bits: list[str] = []
    before: list[str] = []
    for entries in own.values():
        for _, *leads_to in entries:
            bits.append(code(0 if leads_to == before else len(leads_to), LEADS_TO))
            bits += (code(official[one], PLACE) for one in leads_to if leads_to != before)
            before = leads_to
    texts = [text for term, entries in own.items() for text in (term, PARTING.join(word.removeprefix(term) for word, *_ in entries))]
    return texts, PARTING.join(official), pack("".join(bits))
