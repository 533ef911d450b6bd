"""What each plan says, by itself (各件用语): its clauses, and the runs of characters in them.

Worked out once for a plan, whatever else the portal holds; how much the wording says in the light of all plans is a matter
of ``similarity``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sitegen.derive.comparison.clauses import Clause, has_prose, prose_clauses, row_clauses
from sitegen.derive.comparison.segment import Lexicon, content, fold
from sitegen.model import Plan

SIZES = (2, 3, 4)
# More than any number of clauses.
IN_PLAN = 1 << 24
QUOTED = re.compile(r"[“\"「『]([^“”\"「」『』]{1,24})[”\"」』]")
Runs = Callable[[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Spoken:
    """What one plan says: its clauses as prose and as rows of its table, those of them that stand for it before others.

    ``said`` holds the words of these without form, a text on each line; ``quotations`` are the quoted ones among them,
    ``other_quotations`` those of rows that stand beside prose.
    """

    plan_id: str
    place_and_year: tuple[str, int]
    prose: tuple[Clause, ...]
    rows: tuple[Clause, ...]
    own: tuple[Clause, ...]
    said: str
    quotations: frozenset[str]
    other_quotations: frozenset[str]


@dataclass(frozen=True, slots=True)
class Heard:
    """The runs of each text of a plan; those that one of its own clauses holds, and the others with the number of clauses."""

    runs: Mapping[str, frozenset[str]]
    once: frozenset[str]
    often: Mapping[str, int]
    clauses: int


@dataclass(frozen=True, slots=True)
class Tally:
    """In how many clauses and in how many plans each run stands, of so many clauses and plans.

    Both counts stand in one number, as many times ``IN_PLAN`` as there are plans, so that tallies are summed in one go.
    """

    counts: Mapping[str, int]
    clauses: int
    plans: int


def spoken_of(plan: Plan) -> Spoken:
    """Take the clauses of a plan."""
    prose, rows = prose_clauses(plan), row_clauses(plan)
    own = prose if has_prose(plan) else rows
    said = "".join(content(text) + "\n" for clause in own for text in texts_of(clause))
    quotations, others = _quotations(own), _quotations(rows) if own is prose else frozenset()
    return Spoken(plan.id, (plan.jurisdiction_id, plan.year), prose, rows, own, said, quotations, others)


def heard_in(spoken: Spoken, runs: Runs) -> Heard:
    """Cut the texts of a plan into runs and count them."""
    texts = dict.fromkeys(text for clause in (*spoken.own, *spoken.rows) for text in texts_of(clause))
    held = {text: runs(text) for text in texts}
    counts: Counter[str] = Counter()
    for clause in spoken.own:
        counts.update(frozenset().union(*(held[text] for text in texts_of(clause))))
    often = {run: count for run, count in counts.items() if count > 1}
    return Heard(held, frozenset(counts.keys() - often.keys()), often, len(spoken.own))


def tally_of(plans: Sequence[Heard]) -> Tally:
    """Count the runs of some plans together."""
    in_clauses: Counter[str] = Counter()
    in_plans: Counter[str] = Counter()
    for one in plans:
        in_clauses.update(one.once)
        in_clauses.update(one.often)
        in_plans.update(one.once)
        in_plans.update(one.often.keys())
    counts = {run: clauses + IN_PLAN * in_plans[run] for run, clauses in in_clauses.items()}
    return Tally(counts, sum(one.clauses for one in plans), sum(one.clauses > 0 for one in plans))


def local_quotations(plans: Iterable[Spoken]) -> frozenset[str]:
    """Quoted words that one place uses in one year, and no other plan at all, quoted or not."""
    said: dict[tuple[str, int], str] = {}
    quoted: set[str] = set()
    for one in plans:
        said[one.place_and_year] = said.get(one.place_and_year, "") + one.said
        quoted |= one.quotations
    return frozenset(quotation for quotation in quoted if _is_in_one(quotation, said.values()))


def _is_in_one(words: str, texts: Iterable[str]) -> bool:
    holding = (True for text in texts if words in text)
    return next(holding, False) and not next(holding, False)


def _quotations(clauses: Iterable[Clause]) -> frozenset[str]:
    texts = (text for clause in clauses for text in texts_of(clause))
    return frozenset(content(quotation) for text in texts for quotation in QUOTED.findall(fold(text).text))


def texts_of(clause: Clause) -> tuple[str, ...]:
    """The title of a clause and its sentences."""
    return (clause.title, *(sentence.text for sentence in clause.sentences))


def runs_of(text: str, words: Lexicon, local: frozenset[str]) -> frozenset[str]:
    """Runs of two to four characters, but for names and for quotations of one place and year."""
    folded = QUOTED.sub(lambda match: "\n" if content(match[1]) in local else match[0], fold(text).text)
    pieces = [content(piece) for part in folded.split("\n") for piece in words.names.split(part)]
    return frozenset(
        piece[start : start + size] for piece in pieces for size in SIZES for start in range(len(piece) - size + 1)
    )
