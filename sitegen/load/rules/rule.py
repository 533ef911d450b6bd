"""What a rule is: code, severity, the sentence for README, a good and a bad example, and how it is found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sitegen.model import Portal
from sitegen.position import Loc
from sitegen.problems import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a rule is broken: a Chinese sentence, the place, the likely fix, other places concerned."""

    message: str
    at: Loc
    hint: str = ""
    related: tuple[tuple[Loc, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: stable code, severity, what it demands (Chinese, for README), examples, and its search."""

    code: str
    severity: Severity
    demand: str
    good: str
    bad: str
    find: Callable[[Portal], Iterable[Finding]]
