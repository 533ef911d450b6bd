"""What a rule is: code, severity, the sentence for README, a good and a bad example, and how it is found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from sitegen.position import Loc
from sitegen.problems import Code

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a rule is broken: a Chinese sentence, the place, the likely fix, other places concerned."""

    message: str
    at: Loc
    hint: str = ""
    related: tuple[tuple[Loc, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Rule(Code, Generic[S]):
    """A code with its search through what it is about: the portal as understood, or the texts as typed.

    ``needs`` names the kinds of files into which the rule looks for what others refer to: where a file of such a kind
    was refused, everything in it would seem missing, and the rule is not asked.
    """

    find: Callable[[S], Iterable[Finding]]
    needs: tuple[str, ...] = ()
