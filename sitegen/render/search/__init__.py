"""Search (检索): records -> the files of a client-side Chinese search with Lunr, cut so that little is fetched.

``tokens`` cuts texts into terms, ``lunr_index`` indexes records with lunr.py, ``shards`` cuts the index by term, ``texts``
writes what results show, ``lexicon`` how the site's phrases are read; ``files`` is the form of every file, ``bundle``
joins the page's script modules. This module puts them together and writes the manifest. The other side, which reads all
this, is static/js/search.

    search/<hash>/manifest.js   numbers that scores need; names of all shards; scopes with kind, place, year and texts
    search/<hash>/words.js      names of units and their aliases, for queries with short names; synonyms
    search/<hash>/lexicon.js    phrases and readings, for queries in pinyin or with wrong characters
    search/s/<n>-<hash>.js      shards of the index; h… for terms with many occurrences
    search/t/<scope>-<hash>/<n>.js   texts of eight records
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from lunr.builder import Builder

from sitegen.derive.search_records import SCOPE_SIZE, SearchRecord
from sitegen.render.output import Output
from sitegen.render.search.files import FOLDER, as_json, content_hash, script
from sitegen.render.search.lexicon import write_lexicon
from sitegen.render.search.lunr_index import FIELDS, index_records
from sitegen.render.search.shards import Shards, cut_index
from sitegen.render.search.texts import CHUNK_SIZE, ScopeTexts, write_texts

__all__ = ["SearchIndex", "render_search"]

NAME_LENGTH = 10


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """All files of the search, and the path of the one from which a page's script starts.

    ``folders`` are those whose files have names that change with their content.
    """

    manifest_path: str
    files: tuple[Output, ...]
    folders: tuple[str, ...]


def render_search(
    records: Iterable[SearchRecord], thesaurus: Iterable[tuple[str, tuple[str, ...]]] = ()
) -> SearchIndex:
    """Index records and write the files of the search; the same records give the same bytes in any order.

    ``thesaurus`` (读者用语): each a reader's word and the words that official documents use for it.
    """
    ordered = tuple(sorted(records, key=lambda record: record.number))
    builder = index_records(ordered)
    shards = cut_index(builder)
    scopes = [tuple(group) for _, group in groupby(ordered, lambda record: record.number // SCOPE_SIZE)]
    texts = [write_texts(scope) for scope in scopes]
    manifest = as_json(_manifest(builder, shards, scopes, texts))
    words = as_json({"units": _unit_names(ordered), "synonyms": _reached(thesaurus, ordered)})
    lexicon = as_json(write_lexicon(ordered))
    folder = content_hash(manifest + words + lexicon, NAME_LENGTH)
    files = (script(f"{folder}/manifest", manifest), script(f"{folder}/words", words),
             script(f"{folder}/lexicon", lexicon), *shards.files, *(file for scope in texts for file in scope.files))  # fmt: skip
    return SearchIndex(f"{FOLDER}{folder}/manifest.js", files, (f"{FOLDER}{folder}/", f"{FOLDER}s/", f"{FOLDER}t/"))


def _manifest(
    builder: Builder, shards: Shards, scopes: list[tuple[SearchRecord, ...]], texts: list[ScopeTexts]
) -> dict[str, object]:
    """What the page must know before it can look anything up."""
    places = sorted({scope[0].place_names for scope in scopes})
    lengths = dict.fromkeys(FIELDS, 0)
    for reference, length in builder.field_lengths.items():
        lengths[reference.partition("/")[0]] += length
    return {
        "count": builder.document_count,
        "k1": builder._k1,
        "b": builder._b,
        "fields": [[name, boost, lengths[name]] for name, (boost, _) in FIELDS.items()],
        "scopeSize": SCOPE_SIZE,
        "chunkSize": CHUNK_SIZE,
        "shards": shards.hashes,
        "heavy": shards.heavy,
        "places": places,
        "scopes": [
            [scope[0].number // SCOPE_SIZE, scope[0].kind, places.index(scope[0].place_names), scope[0].year, text.hash]
            for scope, text in zip(scopes, texts, strict=True)
        ],
    }


def _unit_names(records: Iterable[SearchRecord]) -> list[tuple[str, ...]]:
    """Names of units as registered, each with its aliases, sorted; the same name in two places stands once per set."""
    return sorted({names for record in records for names in record.unit_names})


def _reached(
    thesaurus: Iterable[tuple[str, tuple[str, ...]]], records: Iterable[SearchRecord]
) -> list[tuple[str, ...]]:
    """Readers' words with those official words that some record holds, sorted; words that reach nothing are left out."""
    said = "\n".join(
        "\n".join((record.title, record.text, *(name for names in record.unit_names for name in names))) for record in records
    )
    kept = ((word, *(term for term in terms if all(part in said for part in term.split()))) for word, terms in thesaurus)
    return sorted(entry for entry in kept if len(entry) > 1)
