"""Python and the page cut every text into the same terms."""

from __future__ import annotations

import json
import subprocess
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.render.search.parts import term_hash
from sitegen.render.search.tokens import normalise, tokens, tokens_with_characters

HERE = Path(__file__).parent
CASES = json.loads((HERE.parents[1] / "shared_cases" / "tokens.json").read_text(encoding="utf-8"))


def cut_in_the_page(texts: list[str]) -> list[dict]:
    command = ["node", str(HERE / "tokens.mjs")]
    done = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def cut(text: str) -> dict:
    return {
        "text": text,
        "normalised": normalise(text),
        "tokens": list(tokens(text)),
        "with_characters": list(tokens_with_characters(text)),
    }


@pytest.mark.parametrize("case", CASES, ids=[case["text"].encode("unicode_escape").decode() for case in CASES])
def test_cases_in_python(case):
    assert cut(case["text"]) == case


def test_cases_in_the_page():
    in_page = cut_in_the_page([case["text"] for case in CASES])
    assert [{key: value for key, value in case.items() if key != "hash"} for case in in_page] == CASES


def test_every_character_is_cut_alike():
    # Characters that this Python does not know yet may be letters to a newer browser; no text of ours holds them.
    known = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) not in ("Cn", "Cs")]
    texts = [f"{character}公{character}1{character}" for character in known]
    in_page = cut_in_the_page(texts)
    differing = [text for text, page in zip(texts, in_page, strict=True) if {**cut(text), "hash": page["hash"]} != page]
    assert differing == []
    assert len(texts) > 140_000


def test_hashes_of_terms_are_the_same_on_both_sides():
    terms = [term for case in CASES for term in case["with_characters"]]
    assert [term_hash(term) for term in terms] == [page["hash"] for page in cut_in_the_page(terms)]
    assert len({term_hash(term) for term in terms}) == len(set(terms))


assigned = st.characters(exclude_categories=("Cs", "Cn"))


@given(st.text(assigned))
def test_normalising_twice_changes_nothing(text):
    assert normalise(normalise(text)) == normalise(text)


@settings(max_examples=20)
@given(st.lists(st.text(st.one_of(assigned, st.sampled_from("公开年A５%‰. -𠮷ー́")), max_size=30), min_size=20, max_size=60))
def test_any_texts_are_cut_alike(texts):
    page = cut_in_the_page(texts)
    assert [{key: value for key, value in case.items() if key != "hash"} for case in page] == [cut(text) for text in texts]


@given(st.text("公开监督，5a%", min_size=2), st.data())
def test_every_pair_of_neighbouring_han_characters_is_a_term(text, data):
    start = data.draw(st.integers(0, len(text) - 2))
    pair = text[start : start + 2]
    if all("\u4e00" <= character <= "\u9fff" for character in pair):
        assert pair in tokens(text)
