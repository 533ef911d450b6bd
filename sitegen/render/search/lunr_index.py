"""The Lunr index (全文索引): records indexed by lunr.py with terms cut beforehand. The only home of lunr.

Here belong the fields, their boosts and the builder. How the index is cut into files is ``shards``' matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from lunr.builder import Builder

from sitegen.derive.search_records import SearchRecord
from sitegen.render.search.tokens import tokens, tokens_with_characters

REFERENCE = "number"


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


class TermBuilder(Builder):  # type: ignore[misc]
    """lunr.py's builder for documents whose fields are tuples of finished terms; makes the same index several times faster.

    Terms are not wrapped into tokens and run through no pipeline, so both pipelines must be empty and no metadata wanted.
    """

    def add(self, doc: Mapping[str, Any], attributes: Mapping[str, Any] | None = None) -> None:
        """Index one document: ``doc`` holds the reference and, for every field, its terms."""
        reference = str(doc[self._ref])
        self._documents[reference] = attributes or {}
        self.document_count += 1
        for field in self._fields:
            terms: tuple[str, ...] = doc[field]
            frequencies: defaultdict[str, int] = defaultdict(int)
            self.field_term_frequencies[f"{field}/{reference}"] = frequencies
            self.field_lengths[f"{field}/{reference}"] = len(terms)
            for term in terms:
                frequencies[term] += 1
            for term in frequencies:
                posting = self.inverted_index.get(term)
                if posting is None:
                    posting = self.inverted_index[term] = self._new_posting()
                posting[field][reference] = {}

    def _new_posting(self) -> dict[str, Any]:
        posting: dict[str, Any] = {field: {} for field in self._fields}
        posting["_index"] = self.term_index
        self.term_index += 1
        return posting


def with_fields(builder: Builder) -> Builder:
    """The builder with the portal's fields and empty pipelines, ready for documents."""
    builder.ref(REFERENCE)
    for name, (boost, _) in FIELDS.items():
        builder.field(name, boost)
    builder.pipeline.reset()
    builder.search_pipeline.reset()
    return builder


def as_documents(records: Iterable[SearchRecord]) -> Iterable[dict[str, Any]]:
    """The records as lunr.py's documents: the reference, and the terms of every field."""
    for record in records:
        yield {REFERENCE: record.number} | {name: cut(record) for name, (_, cut) in FIELDS.items()}


def index_records(records: Iterable[SearchRecord]) -> TermBuilder:
    """Index records in the given order; ``build()`` on the result gives lunr.py's own index, not needed for shards."""
    builder = cast(TermBuilder, with_fields(TermBuilder()))
    for document in as_documents(records):
        builder.add(document)
    return builder
