"""Cutting texts into search terms (检索词切分): the same rules as static/js/search/tokens.js, proven on shared cases.

Here belong normalisation and cutting. What is indexed with which rule is decided in ``lunr_index``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
RUN = re.compile(rf"(?P<han>[{HAN}]+)|[^\W_{HAN}]*[0-9][%‰]|[^\W_{HAN}]+")


def normalise(text: str) -> str:
    """One form for texts that readers take for the same: full-width as half-width, capital as small letters."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).lower())


def tokens(text: str) -> tuple[str, ...]:
    """Terms of a text in order: every two neighbouring Han characters; runs of other letters and digits whole."""
    return tuple(token for run, is_han in _runs(text) for token in (_bigrams(run) if is_han else (run,)))


def tokens_with_characters(text: str) -> tuple[str, ...]:
    """Terms of a short text such as a title: as ``tokens``, and after the pairs of a run each of its Han characters."""
    return tuple(token for run, is_han in _runs(text) for token in ((*_bigrams(run), *run) if is_han else (run,)))


def _runs(text: str) -> Iterator[tuple[str, bool]]:
    """Runs of a text, each with whether it is of Han characters."""
    for match in RUN.finditer(normalise(text)):
        yield match.group(), match.group("han") is not None


def _bigrams(run: str) -> Iterator[str]:
    return (run[start : start + 2] for start in range(len(run) - 1))
