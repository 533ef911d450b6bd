"""Cutting texts into search terms (检索词切分): the same rules as static/js/search/tokens.js, proven on shared cases.

Here belong normalisation and cutting. What is indexed with which rule is decided in ``postings``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
RUN = re.compile(rf"(?P<han>[{HAN}]+)|(?P<number>[0-9]+)(?= ?(?P<counted>[{HAN}]))|[^\W_{HAN}]*[0-9][%‰]|[^\W_{HAN}]+")


def normalise(text: str) -> str:
    """One form for texts that readers take for the same: full-width as half-width, capital as small letters."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).lower())


def tokens(text: str) -> tuple[str, ...]:
    """Terms of a text in order: every two neighbouring Han characters, runs of other letters and digits whole.

    A number is a term, and so is a number with the character that it counts, however they are set: 5 and 5次.
    """
    found: list[str] = []
    for run, is_han, counted in _runs(text):
        found += _pairs(run) if is_han else (run, *counted)
    return tuple(found)


def tokens_with_characters(text: str) -> tuple[str, ...]:
    """Terms of a short text such as a title: as ``tokens``, and after the pairs of a run each of its Han characters."""
    found: list[str] = []
    for run, is_han, counted in _runs(text):
        found += (*_pairs(run), *run) if is_han else (run, *counted)
    return tuple(found)


def _runs(text: str) -> Iterator[tuple[str, bool, tuple[str, ...]]]:
    """Runs of a text, each with whether it is of Han characters; a number also with itself and what it counts."""
    for match in RUN.finditer(normalise(text)):
        run, counted = match.group(), match.group("counted")
        yield run, match.group("han") is not None, (run + counted,) if counted else ()


def _pairs(run: str) -> list[str]:
    return [run[start : start + 2] for start in range(len(run) - 1)]
