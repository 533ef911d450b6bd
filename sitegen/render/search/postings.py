"""Postings (倒排表): which terms occur in which records and fields, how often: everything that Lunr's scores are made of.

Here belong the fields with their boosts, the terms of each field, and collecting them in little memory. That an index made
of postings is Lunr's own is proven in the tests; ``lunr_part`` makes such a part of the index, ``shards`` cuts it into files.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sitegen.derive.search_record import SearchRecord
from sitegen.render.search.tokens import tokens, tokens_with_characters

K1, B = 1.2, 0.75  # Lunr's own
TEXT = 1  # the place among the fields of the one whose texts do not come again
FIELD_BITS, FREQUENCY_BITS, LENGTH_BITS = 2, 14, 20
FIELD_AT = FREQUENCY_BITS + LENGTH_BITS
RECORD_AT = FIELD_BITS + FIELD_AT
# What of a packed occurrence its weight follows from: all but the record.
WEIGHING = (1 << RECORD_AT) - 1
FIELDS_MASK = (1 << FIELD_BITS) - 1
MOST_FREQUENT, LONGEST = (1 << FREQUENCY_BITS) - 1, (1 << LENGTH_BITS) - 1


def _title(record: SearchRecord) -> tuple[str, ...]:
    return (record.title,)


def _text(record: SearchRecord) -> tuple[str, ...]:
    return (record.text,)


def _units(record: SearchRecord) -> tuple[str, ...]:
    names = (name for unit in record.unit_names for name in unit if name not in record.units)
    return tuple(dict.fromkeys((record.units, *names)))


def _deadline(record: SearchRecord) -> tuple[str, ...]:
    return (record.deadline,)


Texts = Callable[[SearchRecord], tuple[str, ...]]
Cut = Callable[[str], tuple[str, ...]]
# The fields with their boosts, what of a record is in them, and how that is cut into terms.
FIELDS: Mapping[str, tuple[float, Texts, Cut]] = {
    "title": (3, _title, tokens_with_characters),
    "text": (1, _text, tokens),
    "units": (2, _units, tokens_with_characters),
    "deadline": (1, _deadline, tokens),
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

    def weights(self, term: str, kept: Container[int], weigh: Sequence[Callable[[Occurrence], float]]) -> Iterator[tuple[int, float]]:
        """The weight of each occurrence of a term in the ``kept`` records, with the record; ``weigh`` gives it for each field.

        Equal ones are weighed once.
        """
        known: dict[int, float] = {}
        for packed in self.packed.get(term, ()):
            record = packed >> RECORD_AT
            if record in kept:
                weight = known.get(packed & WEIGHING)
                if weight is None:
                    one = _occurrence(packed)
                    weight = known[packed & WEIGHING] = weigh[one.field](one)
                yield record, weight

    def occurrences(self, term: str, kept: Container[int] | None = None) -> Iterator[Occurrence]:
        """Occurrences of a term, record by record, field by field; in the ``kept`` records only, where these are given."""
        for packed in self.packed.get(term, ()):
            record = packed >> RECORD_AT
            if kept is None or record in kept:
                yield _occurrence(packed)

    def records(self, term: str) -> frozenset[int]:
        """Records that hold a term, by their places in the order of numbers."""
        return frozenset([packed >> RECORD_AT for packed in self.packed.get(term, ())])


def _occurrence(packed: int) -> Occurrence:
    return Occurrence(packed >> RECORD_AT, packed >> FIELD_AT & FIELDS_MASK, packed >> LENGTH_BITS & MOST_FREQUENT, packed & LONGEST)


def collect_postings(records: Sequence[SearchRecord]) -> Postings:
    """Postings of records, which come in the order of their numbers."""
    packed: dict[str, array[int]] = {}
    positions: dict[str, int] = {}
    lengths = [0] * len(FIELDS)
    # Titles, names of units and deadlines come again and again: each is cut and counted once.
    counted: list[dict[tuple[str, ...], tuple[int, Mapping[str, int]]]] = [{} for _ in FIELDS]
    for place, record in enumerate(records):
        for field, (_, texts_of, cut) in enumerate(FIELDS.values()):
            texts = texts_of(record)
            if texts not in counted[field]:
                counted[field][texts] = _counted(texts, cut)
            length, frequencies = counted[field][texts]
            if field == TEXT:
                counted[field].clear()
            lengths[field] += length
            base = place << RECORD_AT | field << FIELD_AT | min(length, LONGEST)
            once = base | 1 << LENGTH_BITS
            for position, (term, frequency) in enumerate(frequencies.items()):
                occurrence = once if frequency == 1 else base | frequency << LENGTH_BITS
                try:
                    packed[term].append(occurrence)
                except KeyError:
                    packed[term] = array("Q", (occurrence,))
                    positions[term] = position
    return Postings(tuple(record.number for record in records), tuple(lengths), positions, packed)


def _counted(texts: tuple[str, ...], cut: Cut) -> tuple[int, Mapping[str, int]]:
    """How many terms some texts have, and each term with how often it is there."""
    terms = [term for text in texts for term in cut(text)]
    counts = Counter(terms)
    if len(terms) > MOST_FREQUENT:
        return len(terms), {term: min(count, MOST_FREQUENT) for term, count in counts.items()}
    return len(terms), counts
