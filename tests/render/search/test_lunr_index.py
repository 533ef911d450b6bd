"""The index that the page assembles is lunr.py's own, to the last digit."""

from __future__ import annotations

import json
import random
import subprocess
from pathlib import Path

from lunr.builder import Builder

from sitegen.derive.search_records import SearchRecord
from sitegen.render.search import render_search
from sitegen.render.search.files import as_json, utf16_order
from sitegen.render.search.lunr_index import TermBuilder, as_documents, index_records, with_fields
from sitegen.render.search.tokens import tokens

HERE = Path(__file__).parent


def serialised(builder: Builder) -> str:
    """lunr.py's serialised index with its terms in lunr.js's order."""
    index = builder.build().serialize()
    index["invertedIndex"].sort(key=lambda entry: utf16_order(entry[0]))
    return as_json(index)


def test_the_fast_builder_makes_the_same_bytes_as_lunr_py(records):
    stock, fast = with_fields(Builder()), with_fields(TermBuilder())
    for document in as_documents(records):
        stock.add(document)
        fast.add(document)
    assert serialised(fast) == serialised(stock)
    assert len(fast.inverted_index) > 5000


def test_terms_stand_in_the_order_that_lunr_js_demands():
    # By code point 豈 (U+FA0E here) comes before 𠮷; by UTF-16 unit 𠮷 begins with U+D842 and comes first.
    assert sorted(["﨎", "𠮷", "一"], key=utf16_order) == ["一", "𠮷", "﨎"]


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
            clause["fields"] = chance.sample(["title", "text", "units", "deadline"], chance.randint(1, 3))
        clauses.append(clause)
    return clauses


def test_a_thousand_queries_find_the_same_refs_scores_and_order(records, tmp_path):
    search = render_search(records)
    for file in search.files:
        target = tmp_path / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)
    builder = index_records(records)
    chance = random.Random(20240627)
    # Frequent terms as often as rare ones, or nearly every query would find a single record.
    frequent = sorted(builder.inverted_index, key=lambda t: -sum(map(len, list(builder.inverted_index[t].values())[:4])))
    terms = frequent[:400] + chance.sample(frequent, 400)
    request = {
        "site": str(tmp_path),
        "manifest": search.manifest_path.removeprefix("search/").removesuffix(".js"),
        "whole": json.loads(serialised(builder)),
        "queries": [random_query(chance, terms, records) for _ in range(1000)],
    }
    command = ["node", str(HERE / "exactness.mjs")]
    done = subprocess.run(command, input=json.dumps(request), capture_output=True, text=True, check=True)
    answer = json.loads(done.stdout)
    assert answer["differing"] == []
    assert answer["count"] == 0
    assert answer["hits"] > 600
