"""Problems (问题): what is wrong with the content, as values that are collected, placed and printed in one way.

Here belong the Problem value, the exception that carries problems out of a room, and the formats in which problems are
printed. What counts as a problem is decided by the rooms; a fault of the program itself is an exception, never a Problem.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sitegen.position import Loc, Span


class Severity(StrEnum):
    """How much a problem matters (严重程度): an error stops the build, a warning does not, a notice informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: a stable code, a Chinese sentence, its place, the likely fix and other places concerned."""

    code: str
    message: str
    at: Loc | Span
    severity: Severity = Severity.ERROR
    hint: str = ""
    related: tuple[tuple[Loc | Span, str], ...] = ()


class ProblemsFound(Exception):
    """Raised at the end of the first room that found errors; carries all of that room's problems."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__(f"{len(self.problems)} problem(s) in the content")
