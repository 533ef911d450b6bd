"""Relations of clauses (对应关系): what editors declared, and where they said nothing, what the wording suggests.

Declared links win: a declared pair is never shown as a suggestion, a clause declared new, dropped or without counterpart
gets none, and between two clauses whose relations are both declared nothing is added. Everything keeps its ground.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from sitegen.derive.comparison.clauses import Clause, ClauseKind
from sitegen.derive.comparison.matter import Compared, Matter
from sitegen.derive.comparison.similarity import Corpus
from sitegen.derive.comparison.suggestion import suggestions
from sitegen.derive.comparison.view import Ground
from sitegen.model import Relation

ONE_SIDED = (Relation.NEW, Relation.DROPPED, Relation.NONE)


@dataclass(frozen=True, slots=True)
class Related:
    """One relation of two clauses by id, with its ground: an editor's reason, or score and shared wording."""

    old_id: str
    new_id: str
    relation: Relation
    ground: Ground
    reason: str = ""
    score: float | None = None
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an editor declared of one clause that has no counterpart: new, dropped, none, and the reason."""

    relation: Relation
    reason: str


@dataclass(frozen=True, slots=True)
class Relations:
    """All relations of two lists of clauses, best first, and the verdicts on clauses without counterpart, by id."""

    pairs: tuple[Related, ...]
    old_verdicts: Mapping[str, Verdict]
    new_verdicts: Mapping[str, Verdict]


def relations(corpus: Corpus, matter: Matter) -> Relations:
    """Find the relations of the clauses of two plans."""
    declared, refused, old_verdicts, new_verdicts = _declared(matter)
    said = {(one.old_id, one.new_id) for one in declared}
    settled_old, settled_new = {one.old_id for one in declared}, {one.new_id for one in declared}
    suggested = tuple(
        Related(one.from_id, one.to_id, one.relation, Ground.SUGGESTED, "", one.score, one.phrases)
        for one in suggestions(corpus, matter.pair.kind, matter.old.side, matter.new.side)
        if (one.from_id, one.to_id) not in said | refused
        and one.from_id not in old_verdicts
        and one.to_id not in new_verdicts
        and not (one.from_id in settled_old and one.to_id in settled_new)
    )
    return Relations((*declared, *_paragraphs(matter.old.clauses, matter.new.clauses), *suggested), old_verdicts, new_verdicts)


def _declared(
    matter: Matter,
) -> tuple[tuple[Related, ...], set[tuple[str, str]], dict[str, Verdict], dict[str, Verdict]]:
    old_names, new_names = _names(matter.old), _names(matter.new)
    found: dict[tuple[str, str], Related] = {}
    refused: set[tuple[str, str]] = set()
    old_verdicts: dict[str, Verdict] = {}
    new_verdicts: dict[str, Verdict] = {}
    for link in matter.links:
        olds = [clause for name in link.from_ids for clause in old_names.get(name, ())]
        news = [clause for name in link.to_ids for clause in new_names.get(name, ())]
        if link.relation not in ONE_SIDED:
            for one in product(olds, news):
                found.setdefault(one, Related(*one, link.relation, Ground.DECLARED, link.reason))
        elif olds and news:
            refused |= set(product(olds, news))
        else:
            old_verdicts |= dict.fromkeys(olds, Verdict(link.relation, link.reason))
            new_verdicts |= dict.fromkeys(news, Verdict(link.relation, link.reason))
    return tuple(found.values()), refused, old_verdicts, new_verdicts


def _names(plan: Compared) -> dict[str, tuple[str, ...]]:
    """Clauses meant by an id: its own, all rows of an item, or the item that holds a task."""
    names: dict[str, tuple[str, ...]] = {}
    for clause in plan.clauses:
        names[clause.group] = (*names.get(clause.group, ()), clause.id)
    names |= {task: names[item] for task, item in plan.items if item in names}
    return names | {clause.id: (clause.id,) for clause in plan.clauses}


def _paragraphs(old: Sequence[Clause], new: Sequence[Clause]) -> Iterator[Related]:
    """Opening paragraphs belong to each other by their place in the document."""
    opening = [[clause.id for clause in clauses if clause.kind is ClauseKind.PREAMBLE] for clauses in (old, new)]
    for one, other in product(*opening):
        yield Related(one, other, Relation.REWORDED, Ground.STRUCTURE)


def placements(old: Sequence[Clause], rows: Sequence[Clause]) -> Relations:
    """Relations of a plan's prose and its own table, as the document itself places its rows under items."""
    held = {clause.id for clause in old}
    pairs = tuple(Related(row.group, row.id, Relation.CONTINUED, Ground.STRUCTURE) for row in rows if row.group in held)
    return Relations(pairs, {}, {})
