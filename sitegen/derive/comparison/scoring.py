"""Scores (相似度) of clauses and sentences of two plans: which of them share telling wording, and how like that makes them.

Only texts that share telling wording are weighed against each other, and those clauses only that may be suggested.
Which scores are good enough for what, ``suggestion`` and ``alignment`` decide.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
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
# What is known of two clauses before their sentences are looked at: likeness of texts and titles, the most that of sentences can be.
Glance = tuple[Pair, float, float, float]


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
    glances = [one for one in _glances(old, new, corpus, meetings, spoken) if one[0] not in passed]
    best_old, best_new = [0.0] * len(old.clauses), [0.0] * len(new.clauses)
    for (i, j), score in (*((pair, _score(body, 0.0, heading)) for pair, body, heading, _ in glances), *same.items()):
        best_old[i], best_new[j] = max(best_old[i], score), max(best_new[j], score)
    return same | {
        (i, j): _score(body, _best_sentence(old.clauses[i], new.clauses[j], spoken), heading)
        for (i, j), body, heading, sentences in glances
        if _score(body, sentences, heading) + ROOM >= min(best_old[i], BESIDE_BEST * best_new[j])
    }


def _score(body: float, sentences: float, heading: float) -> float:
    """The score of two clauses by the likeness of their texts, of their best sentences, and of their titles."""
    return BODY * body + SENTENCE * sentences + HEADING * heading


@cache
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
        if others := new.holders.get(strand):
            meetings[places, others].append(strand)
    parts = {(places, others): _part(max(len(places), len(others))) for places, others in meetings}
    spoken = {strand: corpus.strands[strand] * parts[both] for both, strands in meetings.items() for strand in strands}
    return meetings, spoken


def _glances(
    old: Side, new: Side, corpus: Corpus, meetings: Mapping[Places, list[str]], spoken: Mapping[str, int]
) -> Iterator[Glance]:
    """A first look at every pair of clauses that shares telling wording."""
    shortest = [[min((one.weight for one in clause.sentences if one.weight), default=1) for clause in side.clauses] for side in (old, new)]
    titles = list(dict.fromkeys(one.heading for side in (old, new) for one in side.clauses))
    numbers = {title: number for number, title in enumerate(titles)}
    old_titles, new_titles = ([numbers[one.heading] for one in side.clauses] for side in (old, new))

    @cache
    def alike(title: int, other: int) -> float:
        return strength(corpus.weight(titles[title].strands & titles[other].strands), titles[title], titles[other])

    for (i, j), shared in _shared(old, new, meetings, corpus, spoken):
        much = 1 - math.exp(-shared / ENOUGH)
        body = share(shared, min(old.clauses[i].body.weight, new.clauses[j].body.weight))
        sentence = min(1.0, shared / min(shortest[0][i], shortest[1][j]))
        yield (i, j), math.sqrt(body * much), alike(old_titles[i], new_titles[j]), math.sqrt(sentence * much)


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
