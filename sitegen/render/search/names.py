"""Names (名称): pages whose title is just what a reader may ask for, by the first term of the title.

A unit, a term, a document or a page is so named to a reader before anything else is fetched. Which of them a query asks for
is decided in static/js/search/direct.js.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sitegen.derive.search_record import RecordKind, SearchRecord
from sitegen.render.search.tokens import tokens

NAMED = frozenset({RecordKind.UNIT, RecordKind.TERM, RecordKind.PLAN, RecordKind.PAGE})

Named = tuple[str, tuple[tuple[int, str], ...]]  # the title, and number and address of each record that bears it


def names_of(records: Iterable[SearchRecord]) -> Mapping[str, tuple[Named, ...]]:
    """Titles by their first terms, each with the records that bear it; records come in the order of their numbers."""
    found: defaultdict[str, dict[str, list[tuple[int, str]]]] = defaultdict(dict)
    for record in records:
        terms = tokens(record.title)
        if record.kind in NAMED and terms:
            found[terms[0]].setdefault(record.title, []).append((record.number, record.url))
    return {term: tuple((title, tuple(held)) for title, held in titles.items()) for term, titles in found.items()}
