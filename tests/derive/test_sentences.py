"""Texts cut into sentences: nothing is lost, a bracket that states responsibility is a piece of its own."""

from hypothesis import given
from hypothesis import strategies as st

from sitegen.derive.sentences import PLAIN_SENTENCE, SENTENCE, sentences

TEXTS = st.text(st.sampled_from("。！？\n”）》（(责任单位：甲乙 x"), max_size=40)


@given(TEXTS)
def test_nothing_but_line_ends_and_blank_pieces_is_lost(text: str) -> None:
    kept = "".join(sentence.text for sentence in sentences(text))
    assert kept.replace(" ", "") == text.replace("\n", "").replace(" ", "")
    assert [sentence.anchor for sentence in sentences(text)] == [f"s{number}" for number, _ in enumerate(sentences(text), 1)]


@given(TEXTS)
def test_texts_without_a_bracket_are_cut_the_short_way_just_as_the_long_one(text: str) -> None:
    short = text.replace("责任", "义务")
    assert PLAIN_SENTENCE.findall(short) == SENTENCE.findall(short)


def test_brackets_stand_by_themselves_and_closing_marks_stay_with_their_sentence() -> None:
    text = "办好“好差评”。落实（责任单位：甲局、乙局）整改！）\n完善机制"
    assert [sentence.text for sentence in sentences(text)] == ["办好“好差评”。", "落实", "（责任单位：甲局、乙局）", "整改！）", "完善机制"]
    assert [sentence.text for sentence in sentences("明确责任。压实责任")] == ["明确责任。", "压实责任"]
