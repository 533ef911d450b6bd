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
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate

from sitegen.derive.comparison.clauses import Clause, Quote
from sitegen.derive.comparison.segment import Lexicon, content, lexicon_of
from sitegen.derive.comparison.spoken import (
    IN_PLAN,
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
    sentences by their text. ``told`` keeps what was found of phrases, as the same ones are shared by many clauses.
    """

    strands: Mapping[str, int]
    known: Mapping[str, Profile]
    told: dict[str, tuple[int, float]] = field(default_factory=dict, compare=False, repr=False)

    def telling(self, phrase: str) -> tuple[int, float]:
        """How much any words say: all their runs together, and a run on average, at most ``FULL``."""
        if phrase not in self.told:
            runs = runs_of(phrase, self.lexicon, self.local)
            weight = sum(self.weights.get(run, FULL) for run in runs)
            self.told[phrase] = weight, weight / max(1, len(runs))
        return self.told[phrase]

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
class Sentence:
    """A sentence with its profile, the number of the clause that holds it, and what it says, without form."""

    quote: Quote
    profile: Profile
    clause: int
    said: str


@dataclass(frozen=True, slots=True)
class Side:
    """The clauses of one plan as compared, described, and their sentences in order; ``firsts`` are where each clause's begin.

    For every strand ``holders`` are the numbers of the clauses that hold it, ``sentence_holders`` those of the sentences.
    """

    clauses: tuple[Described, ...]
    sentences: tuple[Sentence, ...]
    firsts: tuple[int, ...]
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
    counts: Counter[str] = Counter()
    for one in tallies:
        counts.update(one.counts)
    total = _magnitude(sum(one.clauses for one in tallies) + BACKGROUND)
    all_plans = _magnitude(max(1, sum(one.plans for one in tallies)))
    weigh = cache(lambda count: _weight(_magnitude(count % IN_PLAN), _magnitude(count // IN_PLAN), all_plans, total))
    return {run: weigh(count) for run, count in counts.items()}


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
    sentences = tuple(
        Sentence(quote, profile, number, content(quote.text))
        for number, one in enumerate(held)
        for quote, profile in zip(one.clause.sentences, one.sentences, strict=True)
    )
    firsts = tuple(accumulate((len(one.sentences) for one in held[:-1]), initial=0))
    holders = _numbers(one.body.strands for one in held)
    return Side(held, sentences, firsts, holders, _numbers(one.profile.strands for one in sentences))


def share(shared: float, whole: int) -> float:
    """Which part of a text the shared wording is, 0 to 1."""
    return shared / whole if whole else 0.0
