"""Sentences (句): a text cut into sentences with numbers that serve as anchors; nothing is lost or changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

RESPONSIBILITY = r"[（(\[]\s*责任(?:单位|部门|主体)\s*[:：][^）)\]]*[）)\]]"
SENTENCE = re.compile(rf"{RESPONSIBILITY}|(?:(?!{RESPONSIBILITY})[^。！？\n])*[。！？]+[”’）)】》」』]*|(?:(?!{RESPONSIBILITY})[^。！？\n])+|\n+")
# Texts without such a bracket, as nearly all are, need no look for one at each character.
PLAIN_SENTENCE = re.compile(r"[^。！？\n]*[。！？]+[”’）)】》」』]*|[^。！？\n]+|\n+")
# The texts of a plan stand on its page, on pages of their own and in its data, which are made one soon after another.
REMEMBERED = 1000


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its number within the passage (from 1) and its text as printed."""

    number: int
    text: str

    @property
    def anchor(self) -> str:
        """Anchor of the sentence within its passage, "s1"."""
        return f"s{self.number}"


@lru_cache(REMEMBERED)
def sentences(text: str) -> tuple[Sentence, ...]:
    """Cut a text into its sentences at 。！？ and line ends; joined again they give the text without line ends.

    A bracket that states responsibility between two parts of an item is a piece of its own.
    """
    pattern = SENTENCE if "责任" in text else PLAIN_SENTENCE
    found = [piece for piece in pattern.findall(text) if piece.strip()]
    return tuple([Sentence(number, piece) for number, piece in enumerate(found, 1)])
