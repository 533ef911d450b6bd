"""Scores (相似度) of clauses and sentences of two plans: which of them share telling wording, and how like that makes them.

Only texts that share telling wording are weighed against each other, and those clauses only that may be suggested.
Which scores are good enough for what, ``suggestion`` and ``alignment`` decide.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product

from sitegen.derive.comparison.clauses import ClauseKind
from sitegen.derive.comparison.similarity import Corpus, Described, Profile, Side, share

ENOUGH = 96_000
LEAST = 2_000
COMMON = 64
BODY, SENTENCE, HEADING = 0.38, 0.57, 0.05
# A score that is a smaller part of the best one of either clause says nothing beside it.
BESIDE_BEST = 0.3
# A weight spoken by several clauses is divided without remainder, so that it is the same however runs make strands.
PARTS = 720_720
PARTED = sorted({parts for one in range(1, math.isqrt(PARTS) + 1) if PARTS % one == 0 for parts in (one, PARTS // one)})
# Room for what is lost in adding up numbers in another order.
ROOM = 1e-9

Pair = tuple[int, int]
Holders = Mapping[str, tuple[int, ...]]
Places = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class _Glance:
    """What is known of two clauses before their sentences are looked at: likeness of text and title, and the most that
    that of their sentences can be."""

    body: float
    heading: float
    sentences: float

    def score(self, sentences: float) -> float:
        """The score, given the likeness of the best sentences."""
        return BODY * self.body + SENTENCE * sentences + HEADING * self.heading


def strength(shared: float, old: Profile, new: Profile) -> float:
    """How strongly shared wording speaks for a relation, 0 to 1: its part of the shorter text, and how much it is."""
    part = share(shared, min(old.weight, new.weight))
    return math.sqrt(part * (1 - math.exp(-shared / ENOUGH)))


def near(strands: Iterable[str], holders: Holders, others: Holders, weights: Mapping[str, int]) -> Iterator[int]:
    """Texts of the other side, by number, that share telling wording with a text, given its strands and who holds each.

    Wording that many texts of both sides share tells none of them from the others: it brings no two together.
    """
    totals: dict[int, int] = defaultdict(int)
    for strand in strands:
        places = others.get(strand)
        if places and len(places) * len(holders[strand]) <= COMMON:
            weight = weights[strand]
            for place in places:
                totals[place] += weight
    return (place for place, total in totals.items() if total >= LEAST)


def scores(old: Side, new: Side, corpus: Corpus) -> dict[Pair, float]:
    """Score of every pair of clauses that may be suggested: the whole text, its best sentence, and the title.

    A strand that stands in several clauses of one side speaks that much less for each. Opening paragraphs are left out,
    and pairs that are certain not to be the best for either clause, and far behind the best for the new one.
    """
    meetings, spoken = _meetings(old, new, corpus)
    opening = [{i for i, one in enumerate(side.clauses) if one.clause.kind is ClauseKind.PREAMBLE} for side in (old, new)]
    same = {(i, j): 1.0 for i, j in _same(old, new) if i not in opening[0] and j not in opening[1]}
    passed = {*product(opening[0], range(len(new.clauses))), *product(range(len(old.clauses)), opening[1]), *same}
    glances = {pair: one for pair, one in _glances(old, new, corpus, meetings, spoken) if pair not in passed}
    least = [(pair, one.score(0.0)) for pair, one in glances.items()] + list(same.items())
    best_old: dict[int, float] = defaultdict(float)
    best_new: dict[int, float] = defaultdict(float)
    for (i, j), score in least:
        best_old[i], best_new[j] = max(best_old[i], score), max(best_new[j], score)
    return same | {
        (i, j): one.score(_best_sentence(old.clauses[i], new.clauses[j], spoken))
        for (i, j), one in glances.items()
        if one.score(one.sentences) + ROOM >= min(best_old[i], BESIDE_BEST * best_new[j])
    }


def _part(clauses: int) -> int:
    """How much of a whole of ``PARTS`` each of some clauses has, or of a few more, so that nothing is left over."""
    return PARTS // PARTED[min(bisect_left(PARTED, clauses), len(PARTED) - 1)]


def _same(old: Side, new: Side) -> Iterator[Pair]:
    """Pairs of clauses that say the same, if anything."""
    places: dict[str, list[int]] = defaultdict(list)
    for i, one in enumerate(old.clauses):
        places[one.said].append(i)
    return ((i, j) for j, one in enumerate(new.clauses) if one.body.weight for i in places[one.said])


def _meetings(old: Side, new: Side, corpus: Corpus) -> tuple[dict[Places, list[str]], dict[str, int]]:
    """The strands of both sides by the clauses of each that hold them, and how much each says where it is said so often."""
    meetings: dict[Places, list[str]] = defaultdict(list)
    for strand, places in old.holders.items():
        others = new.holders.get(strand)
        if others:
            meetings[places, others].append(strand)
    parts = {(places, others): _part(max(len(places), len(others))) for places, others in meetings}
    spoken = {strand: corpus.strands[strand] * parts[both] for both, strands in meetings.items() for strand in strands}
    return meetings, spoken


def _glances(
    old: Side, new: Side, corpus: Corpus, meetings: Mapping[Places, list[str]], spoken: Mapping[str, int]
) -> Iterator[tuple[Pair, _Glance]]:
    """A first look at every pair of clauses that shares telling wording."""
    shortest = [[min((one.weight for one in clause.sentences if one.weight), default=1) for clause in side.clauses] for side in (old, new)]
    heading = cache(lambda one, other: strength(corpus.weight(one.strands & other.strands), one, other))
    for (i, j), shared in _shared(old, new, meetings, corpus, spoken):
        one, other = old.clauses[i], new.clauses[j]
        part = min(1.0, shared / min(shortest[0][i], shortest[1][j]))
        sentences = math.sqrt(part * (1 - math.exp(-shared / ENOUGH)))
        yield (i, j), _Glance(strength(shared, one.body, other.body), heading(one.heading, other.heading), sentences)


def _shared(
    old: Side, new: Side, meetings: Mapping[Places, list[str]], corpus: Corpus, spoken: Mapping[str, int]
) -> Iterator[tuple[Pair, float]]:
    """Pairs of clauses that share telling wording, and how much all wording that they share says."""
    common = set()
    weights = [[0] * len(new.clauses) for _ in old.clauses]
    parts = [[0] * len(new.clauses) for _ in old.clauses]
    for (places, others), strands in meetings.items():
        if len(places) * len(others) > COMMON:
            common.update(strands)
            continue
        weight, part = corpus.weight(strands), sum(map(spoken.__getitem__, strands))
        for i in places:
            of_weights, of_parts = weights[i], parts[i]
            for j in others:
                of_weights[j] += weight
                of_parts[j] += part
    old_common, new_common = ([one.body.strands & common for one in side.clauses] for side in (old, new))
    for i, of_weights in enumerate(weights):
        for j, weight in enumerate(of_weights):
            if weight >= LEAST:
                rest = old_common[i] & new_common[j]
                yield (i, j), (parts[i][j] + sum(map(spoken.__getitem__, rest))) / PARTS


def _best_sentence(old: Described, new: Described, spoken: Mapping[str, int]) -> float:
    return max(_strength(one, other, spoken) for one in old.sentences for other in new.sentences)


def _strength(old: Profile, new: Profile, spoken: Mapping[str, int]) -> float:
    shared = old.strands & new.strands
    return strength(sum(map(spoken.__getitem__, shared)) / PARTS, old, new) if shared else 0.0
