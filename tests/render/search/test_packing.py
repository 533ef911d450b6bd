"""Numbers, postings and facets that the build writes are what the page reads."""

from __future__ import annotations

import json
import subprocess
from array import array
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.derive.search_record import RecordKind, SearchRecord
from sitegen.render.search.facets import write_facets
from sitegen.render.search.packing import ALPHABET, code, pack
from sitegen.render.search.postings import FIELD_AT, LENGTH_BITS, RECORD_AT, Postings
from sitegen.render.search.shards import encode_term

HERE = Path(__file__).parent


def read(texts=(), postings=(), facets=(), first_of=None) -> dict:
    request = {"texts": list(texts), "postings": list(postings), "facets": list(facets), "firstOf": first_of or {}}
    done = subprocess.run(
        ["node", str(HERE / "numbers.mjs")], input=json.dumps(request), capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("number", "order", "bits"),
    [
        # Order 0: Elias gamma of the number plus one. Order 3: the last three bits as they are.
        (0, 0, "1"), (1, 0, "010"), (2, 0, "011"), (3, 0, "00100"), (0, 3, "1000"), (7, 3, "1111"), (8, 3, "010000"),
        (29, 3, "00100101"),
    ],
)  # fmt: skip
def test_codes(number, order, bits):
    assert code(number, order) == bits


def test_the_alphabet_needs_no_escaping_in_json():
    assert json.dumps(ALPHABET) == f'"{ALPHABET}"'
    assert len(set(ALPHABET)) ** 2 >= 2**13


@settings(max_examples=15)
@given(st.lists(st.lists(st.tuples(st.integers(0, 2**31), st.integers(0, 12)), max_size=40), min_size=15, max_size=25))
def test_any_numbers_come_back_and_then_the_end(lists):
    texts = [{"text": pack("".join(code(*one) for one in numbers)), "orders": [order for _, order in numbers]} for numbers in lists]
    assert read(texts=texts)["numbers"] == [[number for number, _ in numbers] + [-1] for numbers in lists]


def packed(record: int, field: int, frequency: int, length: int) -> int:
    return record << RECORD_AT | field << FIELD_AT | frequency << LENGTH_BITS | length


def test_postings_come_back_with_records_frequencies_and_lengths():
    # Scope 9 begins at record 100 of the page's order, scope 12 at 700; numbers are scope * 512 + place.
    numbers = (9 * 512 + 3, 9 * 512 + 5, 12 * 512)
    rare = array("Q", [packed(1, 2, 1, 11)])
    often = array("Q", [packed(0, 0, 2, 40), packed(1, 0, 1, 7), packed(1, 1, 31, 900), packed(2, 0, 1, 12)])
    postings = Postings(numbers, (0, 0, 0, 0), {"少": 77, "多": 0}, {"少": rare, "多": often})
    encoded = [encode_term(postings, term) for term in "少多"]
    found = read(postings=encoded, first_of={9: 100, 12: 700})["postings"]
    assert found[0] == {"position": 77, "count": 1, "fields": [[[], [], []], [[], [], []], [[105], [1], [11]], [[], [], []]]}
    assert found[1] == {
        "position": 0, "count": 4,
        "fields": [[[103, 105, 700], [2, 1, 1], [40, 7, 12]], [[105], [31], [900]], [[], [], []], [[], [], []]],
    }  # fmt: skip


def test_facets_name_units_and_kinds_of_deadline_the_most_frequent_first():
    def record(number: int, kind: RecordKind, *names: str, deadlines: tuple[str, ...] = ()) -> SearchRecord:
        return SearchRecord(number, "", kind, "", unit_names=tuple((name, "别名") for name in names), deadline_kinds=deadlines)

    facets = write_facets((
        record(512, RecordKind.TASK, "区财政局", "区民政局", deadlines=("全年",)),
        record(520, RecordKind.ITEM, "区民政局", deadlines=("有日期", "有日期")),
        record(1024, RecordKind.TASK, "区民政局", deadlines=("全年",)),
        record(1030, RecordKind.TERM, "区民政局"),
    ))  # fmt: skip
    assert [name for name, _ in facets["unit"]] == ["区民政局", "区财政局"]
    assert [name for name, _ in facets["deadline"]] == ["全年", "有日期"]
    texts = [text for facet in facets.values() for _, text in facet]
    assert read(facets=texts, first_of={1: 0, 2: 9})["facets"] == [[0, 8, 9], [0], [0, 9], [8]]
