"""All documents together (全部来源): places by keys become places by line and column.

Only here; every other room knows values by file and keys alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Protocol

from sitegen.position import Loc, Span
from sitegen.problems import Problem, ProblemsFound


class Document(Protocol):
    """What knows the place of everything in one file."""

    @property
    def file(self) -> str:
        """Path as printed."""

    def span(self, loc: Loc) -> Span:
        """Place of what stands under some keys."""


@dataclass(frozen=True, slots=True)
class Sources:
    """The documents of a content folder."""

    documents: Sequence[Document]

    def place(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """The problems with every place by line and column; a file that is not here is named at its first line."""
        documents = {document.file: document for document in self.documents}

        def placed(at: Loc | Span) -> Span:
            if isinstance(at, Span):
                return at
            return documents[at.file].span(at) if at.file in documents else Span(at.file, 1, 1, 2)

        return tuple(
            replace(problem, at=placed(problem.at), related=tuple((placed(at), text) for at, text in problem.related))
            for problem in problems
        )

    @contextmanager
    def placing(self) -> Iterator[None]:
        """A ``ProblemsFound`` raised inside leaves with its problems placed."""
        try:
            yield
        except ProblemsFound as found:
            raise ProblemsFound(self.place(found.problems)) from None
