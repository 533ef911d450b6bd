"""Postings (倒排表): which terms occur in which records and fields, how often: everything that Lunr's scores are made of.

Here belong the fields with their boosts, the terms of each field, and collecting them in little memory. That an index made
of postings is Lunr's own is proven in the tests; ``lunr_part`` makes such a part of the index, ``shards`` cuts it into files.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sitegen.derive.search_record import SearchRecord
from sitegen.render.search.tokens import tokens, tokens_with_characters

K1, B = 1.2, 0.75  # Lunr's own
FIELD_BITS, FREQUENCY_BITS, LENGTH_BITS = 2, 14, 20
FIELD_AT = FREQUENCY_BITS + LENGTH_BITS
RECORD_AT = FIELD_BITS + FIELD_AT
FIELDS_MASK = (1 << FIELD_BITS) - 1
MOST_FREQUENT, LONGEST = (1 << FREQUENCY_BITS) - 1, (1 << LENGTH_BITS) - 1


def _title(record: SearchRecord) -> tuple[str, ...]:
    return tokens_with_characters(record.title)


def _text(record: SearchRecord) -> tuple[str, ...]:
    return tokens(record.text)


def _units(record: SearchRecord) -> tuple[str, ...]:
    names = (name for unit in record.unit_names for name in unit if name not in record.units)
    return tuple(token for part in dict.fromkeys((record.units, *names)) for token in tokens_with_characters(part))


def _deadline(record: SearchRecord) -> tuple[str, ...]:
    return tokens(record.deadline)


FIELDS: Mapping[str, tuple[float, Callable[[SearchRecord], tuple[str, ...]]]] = {
    "title": (3, _title),
    "text": (1, _text),
    "units": (2, _units),
    "deadline": (1, _deadline),
}


class Occurrence(NamedTuple):
    """A term in one field of one record: the record's place in the order of numbers, how often, how long the field is."""

    record: int
    field: int
    frequency: int
    length: int


@dataclass(frozen=True, slots=True)
class Postings:
    """All occurrences of terms, packed; ``lengths`` sums the lengths of each field over all records.

    ``positions`` orders terms that were first met in the same field of the same record, as Lunr's numbering of terms does.
    """

    numbers: tuple[int, ...]
    lengths: tuple[int, ...]
    positions: Mapping[str, int]
    packed: Mapping[str, array[int]]

    def terms(self) -> Iterator[str]:
        """All terms, in the order in which they were first met."""
        return iter(self.packed)

    def count(self, term: str) -> int:
        """In how many fields of records a term occurs."""
        return len(self.packed.get(term, ()))

    def occurrences(self, term: str) -> Iterator[Occurrence]:
        """Occurrences of a term, record by record, field by field."""
        for packed in self.packed.get(term, ()):
            yield Occurrence(
                packed >> RECORD_AT, packed >> FIELD_AT & FIELDS_MASK, packed >> LENGTH_BITS & MOST_FREQUENT, packed & LONGEST
            )

    def records(self, term: str) -> frozenset[int]:
        """Records that hold a term, by their places in the order of numbers."""
        return frozenset(packed >> RECORD_AT for packed in self.packed.get(term, ()))


def collect_postings(records: Sequence[SearchRecord]) -> Postings:
    """Postings of records, which come in the order of their numbers."""
    packed: dict[str, array[int]] = {}
    positions: dict[str, int] = {}
    lengths = [0] * len(FIELDS)
    for place, record in enumerate(records):
        for field, terms in enumerate(cut(record) for _, cut in FIELDS.values()):
            lengths[field] += len(terms)
            base = place << RECORD_AT | field << FIELD_AT
            length = min(len(terms), LONGEST)
            for position, (term, frequency) in enumerate(Counter(terms).items()):
                if term not in packed:
                    packed[term] = array("Q")
                    positions[term] = position
                packed[term].append(base | min(frequency, MOST_FREQUENT) << LENGTH_BITS | length)
    return Postings(tuple(record.number for record in records), tuple(lengths), positions, packed)


def as_documents(records: Iterable[SearchRecord]) -> Iterator[dict[str, object]]:
    """The records as documents for lunr.py's own builder: the reference, and the terms of every field."""
    for record in records:
        yield {"number": record.number} | {name: cut(record) for name, (_, cut) in FIELDS.items()}
