"""What each plan says, by itself (各件用语): its clauses, their words, and the runs of characters in them.

Worked out once for a plan, whatever else the portal holds; how much the wording says in the light of all plans is a matter
of ``reckoning``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from operator import attrgetter

from sitegen.derive.comparison.clauses import Clause, Quote, has_prose, prose_clauses, row_clauses
from sitegen.derive.comparison.segment import Lexicon, content, fold
from sitegen.memo import digest
from sitegen.model import Plan

SIZES = (2, 3, 4)
QUOTED = re.compile(r"[“\"「『]([^“”\"「」『』]{1,24})[”\"」』]")
# What may begin a quotation, in any width.
MARK = re.compile("[“\"「『＂｢﹁﹃]")
CLAUSE = attrgetter(*(field.name for field in fields(Clause) if field.name != "sentences"))
QUOTE = attrgetter(*(field.name for field in fields(Quote)))
Cut = Callable[[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Spoken:
    """The clauses of one plan, as prose and as rows of its table; ``own`` are those that stand for it before others.

    ``items`` gives for each of its tasks the item that holds it, by id.
    """

    plan_id: str
    prose: tuple[Clause, ...]
    rows: tuple[Clause, ...]
    own: tuple[Clause, ...]
    items: tuple[tuple[str, str], ...]

    @property
    def texts(self) -> dict[str, None]:
        """All texts of it, each once."""
        return dict.fromkeys(text for clause in (*self.own, *self.rows) for text in texts_of(clause))


@dataclass(frozen=True, slots=True)
class Said:
    """What one plan says, in short: its words without form, a text on each line, and those of them that are quoted.

    ``words`` are those of its own clauses, ``other_words`` those of rows that stand beside prose, likewise the quotations.
    ``clauses`` is a digest of all its clauses: equal ones, equal clauses.
    """

    plan_id: str
    place_and_year: tuple[str, int]
    clauses: str
    words: str
    other_words: str
    quotations: frozenset[str]
    other_quotations: frozenset[str]


@dataclass(frozen=True, slots=True)
class Heard:
    """The words of each of a plan's own clauses that runs are made of, in pieces on lines of their own."""

    clauses: tuple[str, ...]

    def runs(self, cut: Cut) -> list[frozenset[str]]:
        """The runs of each clause."""
        return [runs_in(clause, cut) for clause in self.clauses]


def spoken_of(plan: Plan) -> Spoken:
    """Take the clauses of a plan."""
    prose, rows = prose_clauses(plan), row_clauses(plan)
    items = tuple((task.id, task.item_id) for task in plan.tasks)
    return Spoken(plan.id, prose, rows, prose if has_prose(plan) else rows, items)


def said_of(plan: Plan, spoken: Spoken) -> Said:
    """What a plan says, in short."""
    others = spoken.rows if spoken.own is spoken.prose else ()
    return Said(
        plan.id,
        (plan.jurisdiction_id, plan.year),
        digest(_by_fields(spoken)),
        _words(spoken.own),
        _words(others),
        _quotations(spoken.own),
        _quotations(others),
    )


def _by_fields(spoken: Spoken) -> tuple[object, ...]:
    """The same as plain tuples and texts, of which a digest is made sooner."""
    clauses = [[(CLAUSE(one), tuple(map(QUOTE, one.sentences))) for one in part] for part in (spoken.prose, spoken.rows)]
    return spoken.plan_id, *clauses, spoken.own is spoken.prose, spoken.items


def heard_in(spoken: Spoken, pieces: Callable[[str], str]) -> Heard:
    """The words of a plan that runs are made of; ``pieces`` gives those of a text."""
    return Heard(tuple("\n".join(map(pieces, texts_of(clause))) for clause in spoken.own))


def _words(clauses: Iterable[Clause]) -> str:
    return "".join(content(text) + "\n" for clause in clauses for text in texts_of(clause))


def _quotations(clauses: Iterable[Clause]) -> frozenset[str]:
    texts = (text for clause in clauses for text in texts_of(clause) if MARK.search(text))
    return frozenset(content(quotation) for text in texts for quotation in QUOTED.findall(fold(text).text))


def texts_of(clause: Clause) -> tuple[str, ...]:
    """The title of a clause and its sentences."""
    return (clause.title, *(sentence.text for sentence in clause.sentences))


def pieces_of(text: str, words: Lexicon, local: frozenset[str]) -> str:
    """A text without form, names and quotations of one place and year; what stood between these on a line of its own."""
    folded = QUOTED.sub(lambda match: "\n" if content(match[1]) in local else match[0], fold(text).text)
    return "\n".join(content(piece) for part in folded.split("\n") for piece in words.names.split(part))


def cut(piece: str) -> frozenset[str]:
    """Runs of two to four characters in a piece."""
    return frozenset(piece[start : start + size] for size in SIZES for start in range(len(piece) - size + 1))


def runs_in(pieces: str, cut: Cut = cut) -> frozenset[str]:
    """Runs of some pieces on lines of their own; ``cut`` gives those of one piece."""
    first, *others = map(cut, pieces.split("\n"))
    return first.union(*others) if any(others) else first
