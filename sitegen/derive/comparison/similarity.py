"""Similarity (相似度) of clauses and sentences by their wording, weighted by how rare the wording is in the portal.

Texts are seen as runs of two to four characters; runs that stand in just the same texts make one strand, so that less is
counted. What occurs in many clauses, or in every document, says little: that damps the stock phrases of official prose
without any list of them. Names of units and places, and quoted slogans of one place and year, say who and when, not what:
they do not count at all. Weights are whole numbers, so that sums do not depend on order. Only texts that share telling
wording are weighed against each other. Which scores are good enough for what, ``suggestion`` and ``alignment`` decide.
"""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from sitegen.derive.comparison.clauses import Clause
from sitegen.derive.comparison.segment import Lexicon, content, lexicon_of
from sitegen.derive.comparison.spoken import (
    SIZES,
    Heard,
    Spoken,
    Tally,
    heard_in,
    local_quotations,
    runs_of,
    spoken_of,
    tally_of,
)
from sitegen.memo import Memo, NoMemo, digest
from sitegen.model import Portal

FULL = 1000
BACKGROUND = 40
SPREAD = 0.3
PAIR = 2
ENOUGH = 96 * FULL
LEAST = 2 * FULL
COMMON = 64
BODY, SENTENCE, HEADING = 0.38, 0.57, 0.05
# A weight spoken by several clauses is divided without remainder, so that it is the same however runs make strands.
PARTS = 720_720
PARTED = sorted({parts for one in range(1, math.isqrt(PARTS) + 1) if PARTS % one == 0 for parts in (one, PARTS // one)})
STEPS = 4


@dataclass(frozen=True, slots=True)
class Profile:
    """The strands of a text, each called by one of its runs, and the sum of their weights."""

    strands: frozenset[str]
    weight: int


@dataclass(frozen=True, slots=True)
class Wording:
    """What the portal's documents as a whole say about wording: weights of runs, and quotations of one place and year.

    ``spoken`` and ``heard`` are what each plan says, by its id.
    """

    lexicon: Lexicon
    local: frozenset[str]
    weights: Mapping[str, int]
    spoken: Mapping[str, Spoken]
    heard: Mapping[str, Heard]

    def telling(self, phrase: str) -> tuple[int, float]:
        """How much any words say: all their runs together, and a run on average, at most ``FULL``."""
        runs = runs_of(phrase, self.lexicon, self.local)
        weight = sum(self.weights.get(run, FULL) for run in runs)
        return weight, weight / max(1, len(runs))

    def weighed(self, text: str) -> bytes:
        """The weights of all runs of a text, and of all that telling some of its words asks for, in order."""
        said, weight = content(text), self.weights.get
        return array(
            "H", [weight(said[start : start + size], FULL) for size in SIZES for start in range(len(said) - size + 1)]
        ).tobytes()


@dataclass(frozen=True, slots=True)
class Corpus(Wording):
    """Wording with the runs of some plans made into strands: with it, comparing two of these asks nothing of the others.

    ``strands`` holds the weights of strands by the run that each is called by, ``known`` the profiles of all titles and
    sentences by their text.
    """

    strands: Mapping[str, int]
    known: Mapping[str, Profile]

    def weight(self, strands: Iterable[str]) -> int:
        """How much some strands say."""
        return sum(map(self.strands.__getitem__, strands))


@dataclass(frozen=True, slots=True)
class Described:
    """A clause with what it says, without form, and the profiles of its sentences, of all its text, and of its title."""

    clause: Clause
    said: str
    sentences: tuple[Profile, ...]
    body: Profile
    heading: Profile


@dataclass(frozen=True, slots=True)
class Side:
    """The clauses of one plan as compared, described, and for every strand the numbers of those that hold it.

    ``sentence_holders`` are the numbers of the sentences that hold it, in order over all clauses.
    """

    clauses: tuple[Described, ...]
    holders: Mapping[str, tuple[int, ...]]
    sentence_holders: Mapping[str, tuple[int, ...]]


def wording_of(portal: Portal, memo: Memo) -> Wording:
    """Weigh the wording of all plans of a portal; a plan is heard again where it, or what is left out of it, changed."""
    words = lexicon_of(portal)
    plans = memo.get_all(
        portal.plans, lambda asked: (("spoken", plan) for plan in asked), lambda missing: map(spoken_of, missing)
    )
    local = local_quotations(plans)

    def grounds(asked: Sequence[Spoken]) -> Iterable[tuple[object, ...]]:
        names = digest(words.names.pattern)
        return (("heard", one, names, sorted((one.quotations | one.other_quotations) & local)) for one in asked)

    def hear(missing: Sequence[Spoken]) -> Iterable[Heard]:
        runs = cache(lambda text: runs_of(text, words, local))
        return (heard_in(one, runs) for one in missing)

    heard = memo.get_all(plans, grounds, hear)
    by_place: dict[str, list[Heard]] = defaultdict(list)
    for plan, known in zip(portal.plans, heard, strict=True):
        by_place[plan.jurisdiction_id].append(known)
    tallies = memo.get_all(
        tuple(by_place.values()), lambda asked: (("tally", *one) for one in asked), lambda missing: map(tally_of, missing)
    )
    by_plan = {one.plan_id: known for one, known in zip(plans, heard, strict=True)}
    return Wording(words, local, _weights(tallies), {one.plan_id: one for one in plans}, by_plan)


def corpus_of(portal: Portal) -> Corpus:
    """Weigh the wording of all plans of a portal, ready for comparing any of them."""
    wording = wording_of(portal, NoMemo())
    return corpus_for(wording, wording.heard)


def corpus_for(wording: Wording, plan_ids: Iterable[str]) -> Corpus:
    """The wording of a portal, ready for comparing some of its plans; that they are more or fewer changes no comparison."""
    runs = {text: held for plan_id in plan_ids for text, held in wording.heard[plan_id].runs.items()}
    names = _strand_names(runs.values())
    strands: Counter[str] = Counter()
    for run, name in names.items():
        strands[name] += wording.weights.get(run, FULL)
    known = {text: _profile(frozenset(map(names.__getitem__, held)), strands) for text, held in runs.items()}
    return Corpus(wording.lexicon, wording.local, wording.weights, wording.spoken, wording.heard, strands, known)


def _weights(tallies: Sequence[Tally]) -> dict[str, int]:
    in_clauses: Counter[str] = Counter()
    in_plans: Counter[str] = Counter()
    for one in tallies:
        in_clauses.update(one.in_clauses)
        in_plans.update(one.in_plans)
    total = _magnitude(sum(one.clauses for one in tallies) + BACKGROUND)
    all_plans = _magnitude(max(1, sum(one.plans for one in tallies)))
    sizes = [0.0, *map(_magnitude, range(1, max(in_clauses.values(), default=0) + 1))]
    weigh = cache(lambda clauses, plans: _weight(sizes[clauses], sizes[plans], all_plans, total))
    return {run: weigh(clauses, in_plans[run]) for run, clauses in in_clauses.items()}


def _strand_names(texts: Iterable[frozenset[str]]) -> dict[str, str]:
    """For every run the run that its strand is called by: the least of those that stand in just the same texts."""
    holders = _numbers(texts)
    names: dict[tuple[int, ...], str] = {}
    for run, places in holders.items():
        names[places] = min(run, names.get(places, run))
    return {run: names[places] for run, places in holders.items()}


def _numbers(texts: Iterable[frozenset[str]]) -> dict[str, tuple[int, ...]]:
    """For every run or strand the numbers of the texts that it stands in."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, held in enumerate(texts):
        for one in held:
            found[one].append(place)
    return {one: tuple(places) for one, places in found.items()}


def _profile(strands: frozenset[str], weights: Mapping[str, int]) -> Profile:
    return Profile(strands, sum(weights[strand] for strand in strands))


def _magnitude(number: int) -> float:
    """The size of a number in steps of a quarter of a doubling: one more or less of many is no other size.

    So a sentence that is changed makes the wording of few others say more or less.
    """
    return math.floor(math.log2(number) * STEPS) / STEPS


def _weight(clauses: float, plans: float, all_plans: float, total: float) -> int:
    """How telling a run is; what only two plans have may be what they have to do with each other, a third makes it stock."""
    rarity = (total - clauses) / total
    spread = 1 - SPREAD * max(0.0, 2**plans - PAIR) / max(1.0, 2**all_plans - PAIR)
    return round(FULL * rarity * spread)


def described(clause: Clause, corpus: Corpus) -> Described:
    """Make the profiles of a clause of the portal."""
    sentences = tuple(corpus.known[sentence.text] for sentence in clause.sentences)
    body: frozenset[str] = frozenset().union(*(sentence.strands for sentence in sentences))
    said = content("".join(sentence.text for sentence in clause.sentences))
    return Described(clause, said, sentences, _profile(body, corpus.strands), corpus.known[clause.title])


def side_of(clauses: Iterable[Described]) -> Side:
    """Clauses made ready to be compared with those of other plans."""
    held = tuple(clauses)
    spoken = [sentence.strands for one in held for sentence in one.sentences]
    return Side(held, _numbers(one.body.strands for one in held), _numbers(spoken))


def near(
    old: Mapping[str, tuple[int, ...]], new: Mapping[str, tuple[int, ...]], weights: Mapping[str, int]
) -> list[tuple[int, int]]:
    """Pairs of an old and a new text, by number, that share telling wording, given the texts that hold each strand.

    Wording that many texts of both sides share tells none of them from the others: it brings no two together.
    """
    totals: dict[tuple[int, int], int] = defaultdict(int)
    for strand, places in old.items():
        others = new.get(strand, ())
        if len(places) * len(others) <= COMMON:
            weight = weights[strand]
            for pair in product(places, others):
                totals[pair] += weight
    return sorted(pair for pair, total in totals.items() if total >= LEAST)


def share(shared: float, whole: int) -> float:
    """Which part of a text the shared wording is, 0 to 1."""
    return shared / whole if whole else 0.0


def strength(shared: float, old: Profile, new: Profile) -> float:
    """How strongly shared wording speaks for a relation, 0 to 1: its part of the shorter text, and how much it is."""
    part = share(shared, min(old.weight, new.weight))
    return math.sqrt(part * (1 - math.exp(-shared / ENOUGH)))


def scores(old: Side, new: Side, corpus: Corpus) -> dict[tuple[int, int], float]:
    """Score of every pair of clauses that shares telling wording: the whole text, its best sentence, and the title.

    A strand that stands in several clauses of one side speaks that much less for each.
    """
    spoken = {
        strand: corpus.strands[strand] * _part(max(len(places), len(new.holders[strand])))
        for strand, places in old.holders.items()
        if strand in new.holders
    }
    found = {pair: _score(old.clauses[pair[0]], new.clauses[pair[1]], spoken, corpus) for pair in near(old.holders, new.holders, corpus.strands)}
    return found | dict.fromkeys(_same(old, new), 1.0)


def _part(clauses: int) -> int:
    """How much of a whole of ``PARTS`` each of some clauses has, or of a few more, so that nothing is left over."""
    return PARTS // PARTED[min(bisect_left(PARTED, clauses), len(PARTED) - 1)]


def _same(old: Side, new: Side) -> Iterable[tuple[int, int]]:
    """Pairs of clauses that say the same, if anything."""
    places: dict[str, list[int]] = defaultdict(list)
    for i, one in enumerate(old.clauses):
        places[one.said].append(i)
    return ((i, j) for j, one in enumerate(new.clauses) if one.body.weight for i in places[one.said])


def _score(old: Described, new: Described, spoken: Mapping[str, int], corpus: Corpus) -> float:
    sentences = max(_strength(one, other, spoken, PARTS) for one in old.sentences for other in new.sentences)
    heading = _strength(old.heading, new.heading, corpus.strands)
    return BODY * _strength(old.body, new.body, spoken, PARTS) + SENTENCE * sentences + HEADING * heading


def _strength(old: Profile, new: Profile, weights: Mapping[str, int], parts: int = 1) -> float:
    shared = old.strands & new.strands
    return strength(sum(map(weights.__getitem__, shared)) / parts, old, new) if shared else 0.0
