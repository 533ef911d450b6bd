"""Texts with anchors (正文): an item's or task's words as sentences that can be linked to, its brackets at their place.

Numbers of sentences are those of ``sentences`` over the item's text: they run on through the parts, and a bracket
printed after a part is a sentence of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.derive.entries import LabelledLink, beginning
from sitegen.derive.sentences import sentences
from sitegen.model import Item, Part


@dataclass(frozen=True, slots=True)
class SentenceView:
    """One sentence as printed and its anchor on this page."""

    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class PartText:
    """A run of sentences and the bracket printed after it: None where there is none."""

    sentences: tuple[SentenceView, ...]
    bracket: SentenceView | None


def item_texts(item: Item, prefix: str) -> tuple[PartText, ...]:
    """Texts of an item's parts; anchors are ``prefix`` and the sentence's number ("item-3-s2", or "s2")."""
    texts: list[PartText] = []
    used = 0
    for part in item.parts:
        text = _part_text(part, prefix, used)
        used += len(text.sentences) + (text.bracket is not None)
        texts.append(text)
    return tuple(texts)


def task_text(words: str, prefix: str) -> PartText:
    """Text of a table row."""
    return _part_text(Part(words), prefix, 0)


def sentence_links(texts: tuple[PartText, ...]) -> tuple[LabelledLink, ...]:
    """Links to each sentence of a page, with its first words, for quoting one of them."""
    spoken = [sentence for text in texts for sentence in text.sentences]
    return tuple(LabelledLink(beginning(sentence.text), f"#{sentence.anchor}") for sentence in spoken)


def _part_text(part: Part, prefix: str, used: int) -> PartText:
    spoken = tuple(
        SentenceView(f"{prefix}s{used + number}", sentence.text)
        for number, sentence in enumerate(sentences(part.text), 1)
    )
    after = used + len(spoken) + 1
    bracket = SentenceView(f"{prefix}s{after}", part.responsibility) if part.responsibility else None
    return PartText(spoken, bracket)


def numbered_sentences(texts: tuple[PartText, ...], passage: str) -> tuple[LabelledLink, ...]:
    """Links to each sentence by its number, as short as a page of many passages needs; the remark names passage and number."""
    spoken = [sentence for text in texts for sentence in text.sentences]
    return tuple(LabelledLink(str(number), f"#{one.anchor}", f"{passage}第{number}句") for number, one in enumerate(spoken, 1))
