"""Sentences (句): a text cut into sentences with numbers that serve as anchors; nothing is lost or changed."""

from __future__ import annotations

import re
from dataclasses import dataclass

SENTENCE = re.compile(r"[^。！？\n]*[。！？]+[”’）)】》」』]*|[^。！？\n]+|\n+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its number within the passage (from 1) and its text as printed."""

    number: int
    text: str

    @property
    def anchor(self) -> str:
        """Anchor of the sentence within its passage, "s1"."""
        return f"s{self.number}"


def sentences(text: str) -> tuple[Sentence, ...]:
    """Cut a text into its sentences at 。！？ and line ends; joined again they give the text without line ends."""
    found = [piece for piece in SENTENCE.findall(text) if piece.strip()]
    return tuple(Sentence(number, piece) for number, piece in enumerate(found, 1))
