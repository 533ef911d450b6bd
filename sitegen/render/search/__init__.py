"""Search (检索): records -> the files of a client-side Chinese search with Lunr, cut so that little is fetched.

``tokens`` cuts texts into terms, ``postings`` collects where they occur, ``shards`` cuts the index by term, ``names``
knows titles, ``texts`` writes what results show, ``phrases``, ``lexicon``, ``mistakes`` and ``suggestions`` what the site's phrases are, how they
are mistaken and read; ``files`` is the form of every file, ``parts`` cuts tables into files. This module puts them together
and writes the manifest. The other side, which
reads all this, is static/js/search.

    search/<hash>/manifest.js   numbers that scores need; scopes with place, year, kinds; names of other files
    search/<hash>/facets.js     which records name which units, which have which deadlines, for filters
    search/s/<n>-<hash>.js      shards of the index; h… for terms with many occurrences; the page itself knows their names
    search/t/<scope>-<hash>/<n>.js   texts of four records
    search/w/<n>-<hash>.js      phrases by character, and what characters are mistaken for
    search/c/<n>-<hash>.js, l/<letter>-<hash>.js, r/<letter>-<hash>.js   phrases to propose while a reader types, to read letters; rare ones
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from sitegen.derive.entries import LabelledLink
from sitegen.derive.search_page import units_by_letter
from sitegen.derive.search_record import SCOPE_SIZE, RecordKind, SearchRecord
from sitegen.render.json_text import as_json
from sitegen.render.search.facets import write_facets
from sitegen.render.search.files import FOLDER, content_hash, script
from sitegen.render.search.lexicon import write_lexicon
from sitegen.render.search.names import names_of
from sitegen.render.search.packing import code, pack
from sitegen.render.search.phrases import collect_phrases
from sitegen.render.search.postings import FIELDS, K1, B, Postings, collect_postings
from sitegen.render.search.prepared import prepare_results
from sitegen.render.search.shards import NOTHING, SCOPE, cut_index
from sitegen.render.search.suggestions import Suggestions, write_suggestions
from sitegen.render.search.texts import CHUNK_SIZE, ScopeTexts, write_texts
from sitegen.render.search.thesaurus import readers_words
from sitegen.render.search_index import SearchIndex

__all__ = ["SearchIndex", "render_search"]

NAME_LENGTH = 10
# Orders of the codes of numbers in the manifest.
PLACE, YEAR, COUNT = 5, 11, 1
SIGNS = str.maketrans(" /|", "\u3000／｜")
Scope = tuple[SearchRecord, ...]


def render_search(
    records: Iterable[SearchRecord], thesaurus: Iterable[tuple[str, tuple[str, ...]]] = (), units: Iterable[LabelledLink] = (),
    before: Mapping[str, str] = NOTHING,
) -> SearchIndex:  # fmt: skip
    """Index records and write the files of the search; the same records give the same bytes in any order.

    ``thesaurus`` (词语对照): each a reader's word and the words that official documents use for it, the closest first.
    ``units`` are links to the units and groups of the site. ``before`` is what an earlier search has ``encoded``; with it
    less is worked out again, and the same comes of it.
    """
    ordered = tuple(sorted(records, key=lambda record: record.number))
    postings = collect_postings(ordered)
    shards = cut_index(postings, readers_words(thesaurus, postings), names_of(ordered), before)
    scopes = [tuple(group) for _, group in groupby(ordered, lambda record: record.number // SCOPE_SIZE)]
    texts = [write_texts(scope) for scope in scopes]
    phrases = collect_phrases(ordered)
    suggestions = write_suggestions(phrases, ordered)
    tables = {"lexicon": write_lexicon(phrases), "starts": suggestions.starts}
    manifest = as_json(_manifest(postings, scopes, texts) | {name: [parts.count, parts.hashes] for name, parts in tables.items()})
    facets = as_json(write_facets(ordered))
    folder = content_hash(manifest + facets, NAME_LENGTH)
    files = (
        script(f"{folder}/manifest", manifest), script(f"{folder}/facets", facets), *shards.files, *suggestions.files,
        *(file for table in tables.values() for file in table.files), *(file for scope in texts for file in scope.files),
    )  # fmt: skip
    return SearchIndex(
        f"{FOLDER}{folder}/manifest.js",
        "|".join((shards.directory, _letters(suggestions), _unit_names(scopes))),
        files,
        prepare_results(phrases, ordered, postings),
        units_by_letter(units),
        shards.encoded,
    )


def _manifest(postings: Postings, scopes: Sequence[Scope], texts: Sequence[ScopeTexts]) -> dict[str, object]:
    """What the page must know before it can look anything up."""
    places = sorted({scope[0].place_names for scope in scopes})
    return {
        "k1": K1,
        "b": B,
        "fields": [[name, boost, length] for (name, (boost, *_)), length in zip(FIELDS.items(), postings.lengths, strict=True)],
        "scopeSize": SCOPE_SIZE,
        "chunkSize": CHUNK_SIZE,
        "kinds": list(RecordKind),
        "places": places,
        "scopes": pack("".join(_scope_bits(scopes, places))),
        "texts": "".join(text.hash for text in texts),
    }


def _letters(suggestions: Suggestions) -> str:
    """Letters, each with the hash in its file's name, parted by spaces."""
    return " ".join(f"{letter}{name}" for letter, name in suggestions.letters.items())


def _scope_bits(scopes: Sequence[Scope], places: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Scopes as numbers: step from the last one, place, year and how many records of each kind; then one scope ends."""
    last = 0
    for scope in scopes:
        number = scope[0].number // SCOPE_SIZE
        counted = Counter(record.kind for record in scope)
        yield code(number - last, SCOPE)
        yield code(places.index(scope[0].place_names), PLACE)
        yield code(scope[0].year or 0, YEAR)
        yield from (code(counted[kind], COUNT) for kind in RecordKind)
        last = number


def _unit_names(scopes: Sequence[Scope]) -> str:
    """Names of units as registered, each with its aliases, sorted; the same name in two places stands once per set.

    Units are parted by spaces, the names of a unit by "/"; within a name these signs are full-width, which is the same to the search.
    """
    entries = sorted({names for scope in scopes for record in scope for names in record.unit_names})
    return " ".join("/".join(name.translate(SIGNS) for name in names) for names in entries)
