"""No right query is replaced (不改对的): what documents themselves say is searched as typed, on the real content."""

from __future__ import annotations

import re

import pytest

from sitegen.derive.search_record import RecordKind
from sitegen.derive.search_records import searchable
from sitegen.memo import NoMemo
from sitegen.render.search import render_search
from sitegen.render.search.phrases import collect_phrases
from sitegen.understanding import read_documents, understand
from tests.conftest import ROOT
from tests.render.search.test_query import run, site_of

FEWEST_RECORDS = 3
OTHERS = frozenset({RecordKind.PAGE, RecordKind.KNOWN})


@pytest.fixture(scope="module")
def found():
    return searchable(understand(read_documents(ROOT / "content", NoMemo()), NoMemo()).portal, "/")


@pytest.fixture(scope="module")
def site(found, tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    search = render_search(found.records, found.thesaurus)
    for file in search.files:
        (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.path).write_bytes(file.content)
    return site_of(folder, search)


def names_of_units(records) -> set[str]:
    return {name for record in records for names in record.unit_names for name in names}


def headings(records) -> set[str]:
    return {record.title for record in records if record.kind not in OTHERS}


def frequent_phrases(records) -> set[str]:
    return {phrase for phrase, count in collect_phrases(records).counts.items() if count >= FEWEST_RECORDS}


def clauses(records) -> set[str]:
    return {clause for record in records[::7] for clause in re.findall(r"[\u4e00-\u9fff]{4,20}", record.text)}


@pytest.mark.parametrize("right", [names_of_units, headings, frequent_phrases, clauses])
def test_what_documents_say_is_searched_as_typed(found, site, right):
    queries = sorted(right(found.records))
    answers = run("query.mjs", {**site, "queries": queries, "asTyped": False})
    replaced = [(query, answer["meant"]) for query, answer in zip(queries, answers, strict=True) if answer["meant"]]
    assert replaced == []
    assert len(queries) > 50


def test_readers_words_are_searched_as_typed(found, site):
    words = sorted({word for word, _ in found.thesaurus})
    answers = run("query.mjs", {**site, "queries": words, "asTyped": False})
    # A reader's word that leads to nothing yet is unknown; it is not taken for something else that the site happens to hold.
    assert [(word, answer["meant"]) for word, answer in zip(words, answers, strict=True) if answer["meant"]] == []
    assert len(words) > 1000
