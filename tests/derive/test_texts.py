"""Texts with anchors: every word is kept, in order, and every sentence can be linked to."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sitegen.derive.texts import item_texts, numbered_sentences, sentence_links, task_text
from sitegen.model import Item, Part

WORDS = st.text(alphabet="公开。！？，“”（）a1", min_size=1, max_size=40)
BRACKETS = st.sampled_from(["", "（责任单位：区财政局）", "(责任单位:各街道办事处)"])


def item(*parts: Part) -> Item:
    return Item("p/item-4", "p", "item-4", "（四）", 4, "标题。", parts)


@given(st.lists(st.builds(Part, WORDS, BRACKETS), min_size=1, max_size=4))
def test_no_word_is_lost_and_numbers_run_on(parts: list[Part]) -> None:
    texts = item_texts(item(*parts), "item-4-")
    pieces = [
        piece for text in texts for piece in (*text.sentences, *((text.bracket,) if text.bracket else ()))
    ]
    assert "".join(piece.text for piece in pieces) == item(*parts).text
    assert [piece.anchor for piece in pieces] == [f"item-4-s{number}" for number in range(1, len(pieces) + 1)]


def test_a_bracket_between_parts_is_a_sentence_of_its_own() -> None:
    first, second = item_texts(item(Part("甲。乙。", "（责任单位：丙）"), Part("丁。")), "")
    assert [(sentence.anchor, sentence.text) for sentence in first.sentences] == [("s1", "甲。"), ("s2", "乙。")]
    assert first.bracket is not None
    assert (first.bracket.anchor, first.bracket.text) == ("s3", "（责任单位：丙）")
    assert [(sentence.anchor, sentence.text) for sentence in second.sentences] == [("s4", "丁。")]
    assert second.bracket is None


def test_links_to_sentences_leave_brackets_out_and_shorten() -> None:
    long = "做好" * 20 + "。"
    links = sentence_links(item_texts(item(Part(f"甲。{long}", "（责任单位：丙）")), ""))
    assert [(link.label, link.href) for link in links] == [("甲。", "#s1"), ("做好" * 12 + "…", "#s2")]


def test_numbers_of_sentences_say_whose_they_are_and_leave_brackets_out() -> None:
    links = numbered_sentences(item_texts(item(Part("甲。乙。", "（责任单位：丙）"), Part("丁。")), "item-4-"), "（四）")
    assert [(link.label, link.href, link.remark) for link in links] == [
        ("1", "#item-4-s1", "（四）第1句"), ("2", "#item-4-s2", "（四）第2句"), ("3", "#item-4-s4", "（四）第3句"),
    ]  # fmt: skip


def test_the_words_of_a_row_start_at_one() -> None:
    assert [sentence.anchor for sentence in task_text("甲。乙。", "task-33-").sentences] == ["task-33-s1", "task-33-s2"]
