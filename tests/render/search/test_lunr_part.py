"""The parts of the index that the page and the build assemble are lunr.py's own index, to the last digit."""

from __future__ import annotations

import json
import random
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from lunr.builder import Builder
from lunr.index import Index

from sitegen.derive.search_record import SearchRecord
from sitegen.render.json_text import as_json
from sitegen.render.search import render_search
from sitegen.render.search.files import utf16_order
from sitegen.render.search.lunr_part import assemble_index, search_terms
from sitegen.render.search.postings import FIELDS, collect_postings
from sitegen.render.search.tokens import tokens

HERE = Path(__file__).parent
QUERIES = 1000


def whole_index(records: tuple[SearchRecord, ...]) -> Builder:
    """lunr.py's stock builder filled with the records, every setting its own."""
    builder = Builder()
    builder.ref("number")
    for name, (boost, *_) in FIELDS.items():
        builder.field(name, boost)
    builder.pipeline.reset()
    builder.search_pipeline.reset()
    for record in records:
        fields = {name: [term for text in texts(record) for term in cut(text)] for name, (_, texts, cut) in FIELDS.items()}
        builder.add({"number": record.number} | fields)
    return builder


@pytest.fixture(scope="module")
def builder(records) -> Builder:
    return whole_index(records)


@pytest.fixture(scope="module")
def index(builder) -> Index:
    return builder.build()


@pytest.fixture(scope="module")
def queries(builder, records) -> list[list[dict]]:
    chance = random.Random(20240627)
    # Frequent terms as often as rare ones, or nearly every query would find a single record.
    frequent = sorted(builder.inverted_index, key=lambda t: -sum(map(len, list(builder.inverted_index[t].values())[:4])))
    terms = frequent[:400] + chance.sample(frequent, 400)
    return [random_query(chance, terms, records) for _ in range(QUERIES)]


def random_terms(chance: random.Random, terms: list[str], records: tuple[SearchRecord, ...]) -> list[str]:
    """Unrelated terms, or neighbours in one text as readers type them: these were all first met in one field."""
    count = chance.randint(1, 6)
    if chance.random() < 0.5:
        return [chance.choice(terms) if chance.random() < 0.95 else "无此词" for _ in range(count)]
    text = tokens(chance.choice(records).text or "政务公开")
    start = chance.randrange(len(text))
    return chance.sample(text[start : start + count], len(text[start : start + count]))


def random_query(chance: random.Random, terms: list[str], records: tuple[SearchRecord, ...]) -> list[dict]:
    clauses = []
    for position, term in enumerate(random_terms(chance, terms, records)):
        clause = {
            "term": term,
            "boost": chance.choice([1, 1, 2, 0.5, 3.7]),
            # 1 optional, 2 required, 3 prohibited; a query of prohibited terms alone is never asked.
            "presence": chance.choice([1, 1, 1, 2, 3]) if position else chance.choice([1, 2]),
        }
        if chance.random() < 0.2:
            clause["fields"] = chance.sample(list(FIELDS), chance.randint(1, 3))
        clauses.append(clause)
    return clauses


def test_terms_stand_in_the_order_that_lunr_js_demands():
    # By code point 豈 (U+FA0E here) comes before 𠮷; by UTF-16 unit 𠮷 begins with U+D842 and comes first.
    assert sorted(["﨎", "𠮷", "一"], key=utf16_order) == ["一", "𠮷", "﨎"]


def test_the_page_finds_the_same_refs_scores_and_order_as_the_whole_index(records, index, queries, tmp_path):
    search = render_search(records)
    for file in search.files:
        (tmp_path / file.path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file.path).write_bytes(file.content)
    whole = index.serialize()
    whole["invertedIndex"].sort(key=lambda entry: utf16_order(entry[0]))
    request = {
        "site": str(tmp_path),
        "manifest": search.manifest_path.removeprefix("search/").removesuffix(".js"),
        "directory": search.directory,
        "whole": json.loads(as_json(whole)),
        "queries": queries,
    }
    done = subprocess.run(
        ["node", str(HERE / "exactness.mjs")], input=json.dumps(request), capture_output=True, text=True, check=True
    )
    answer = json.loads(done.stdout)
    assert answer["differing"] == []
    assert answer["count"] == 0
    assert answer["hits"] > QUERIES * 0.6


def optional(queries: list[list[dict]]) -> Iterator[dict[str, float]]:
    """The queries as weights of terms, each of which may be missing in a result."""
    return ({clause["term"]: float(clause["boost"]) for clause in query} for query in queries)


def asked(index: Index, boosts: dict[str, float]) -> list[tuple[int, float]]:
    query = index.create_query()
    for term, boost in boosts.items():
        query.term(term, boost=boost, use_pipeline=False)
    return [(int(result["ref"]), result["score"]) for result in index.query(query)]


def test_the_build_finds_the_same_refs_scores_and_order_as_the_whole_index(records, index, queries):
    postings = collect_postings(records)
    hits = 0
    for boosts in optional(queries):
        known = {term: boost for term, boost in boosts.items() if postings.count(term)}
        if known:
            found = asked(assemble_index(postings, known), known)
            assert found == asked(index, known)
            hits += bool(found)
    assert hits > QUERIES * 0.6


def test_all_postings_together_are_the_index_that_lunr_serialises_byte_for_byte(records, index):
    postings = collect_postings(records)
    ours, stock = assemble_index(postings, postings.terms()).serialize(), index.serialize()
    # The whole index lists vectors document by document, also those of empty fields, a part of it term by term.
    for serialised in (ours, stock):
        serialised["fieldVectors"] = sorted(entry for entry in serialised["fieldVectors"] if entry[1])
    assert as_json(ours) == as_json(stock)


def test_the_best_of_some_records_have_the_scores_and_the_order_of_the_whole_index(records, index, queries):
    postings = collect_postings(records)
    chance = random.Random(7)
    for boosts in optional(queries[:200]):
        places = chance.sample(range(len(records)), 60)
        numbers = {postings.numbers[place] for place in places}
        expected = sorted((found for found in asked(index, boosts) if found[0] in numbers), key=lambda one: (-one[1], one[0]))
        assert search_terms(postings, boosts, places, 60) == tuple(expected)
        # With fewer scored than found, the first are still the best but for the rounding of elements.
        best = search_terms(postings, boosts, places, 5)
        assert [round(score, 1) for _, score in best[:3]] == [round(score, 1) for _, score in expected[:3]]


def test_postings_are_counted_by_hand():
    first = SearchRecord(3, "a/", "task", "公开", sentences=("公开公开，5次。",))
    second = SearchRecord(1030, "b/", "task", "解读", sentences=("政策公开。",))
    postings = collect_postings((first, second))
    # Titles hold pairs and single characters: 公开 公 开; texts pairs and numbers: 公开 开公 公开 5 5次.
    assert [tuple(one) for one in postings.occurrences("公开")] == [(0, 0, 1, 3), (0, 1, 2, 5), (1, 1, 1, 3)]
    assert [tuple(one) for one in postings.occurrences("5次")] == [(0, 1, 1, 5)]
    assert (postings.numbers, postings.lengths) == ((3, 1030), (6, 8, 0, 0))
    assert postings.records("公开") == {0, 1}
    assert (postings.count("公开"), postings.count("没有")) == (3, 0)
