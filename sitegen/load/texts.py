"""Files as typed -> the texts that are checked, the wrong words to look for, the numbers that may be published.

What is looked for in them is in ``rules``; files that were refused are walked too, so that no error hides another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.load.rules.writing import Allowance, Passage, Writing, WrongWord, body_passage, passages
from sitegen.load.rules.wrong_words import SHIPPED
from sitegen.load.schema import Record, TextChecksFile
from sitegen.position import Loc


@dataclass(frozen=True, slots=True)
class TypedFile:
    """A file as typed: its path, its tree of texts, the record it should hold, and the text below its head.

    ``document`` is what all this comes from.
    """

    document: object
    file: str
    tree: object
    model: type[Record]
    body: str


def writing_of(file: TypedFile, wrong_words: tuple[WrongWord, ...]) -> Writing:
    """All texts of a file, with the wrong words to look for."""
    return Writing(tuple(_passages(file)), wrong_words, tuple(_allowances(file)))


def _passages(file: TypedFile) -> Iterator[Passage]:
    yield from passages(file.file, file.tree, file.model)
    if file.body:
        yield body_passage(file.file, file.body)


def wrong_words_of(checks: TextChecksFile | None) -> tuple[WrongWord, ...]:
    """The shipped list and the office's, which counts where both name a word; or the office's alone."""
    if checks is None:
        return SHIPPED
    own = {word.wrong: WrongWord(word.wrong, word.right, word.unless, word.reason) for word in checks.wrong_words}
    shipped = {word.wrong: word for word in SHIPPED} if checks.shipped == "keep" else {}
    return tuple((shipped | own).values())


def _allowances(file: TypedFile) -> Iterator[Allowance]:
    listed = file.tree.get("allowed_personal") if isinstance(file.tree, dict) else None
    for n, one in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(one, dict) and isinstance(one.get("text"), str):
            yield Allowance(one["text"], Loc(file.file, ("allowed_personal", n)))
