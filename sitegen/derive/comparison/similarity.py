"""Similarity (相似度) of clauses and sentences by their wording, weighted by how rare the wording is in the portal.

Texts are seen as runs of two to four characters; runs that stand in just the same texts make one strand, so that less is
counted. What occurs in many clauses, or in every document, says little: that damps the stock phrases of official prose
without any list of them. Names of units and places, and quoted slogans of one place and year, say who and when, not what:
they do not count at all. Weights are whole numbers, so that sums do not depend on order. Only texts that share telling
wording are weighed against each other. Which scores are good enough for what, ``suggestion`` and ``alignment`` decide.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate

from sitegen.derive.comparison.clauses import Clause, Quote
from sitegen.derive.comparison.quotations import NOTHING_QUOTED, name_of, quotations_of
from sitegen.derive.comparison.reckoning import NOTHING, Reckoning, reckoned
from sitegen.derive.comparison.segment import Lexicon, content, lexicon_of
from sitegen.derive.comparison.spoken import (
    Said,
    Spoken,
    cut,
    heard_in,
    pieces_of,
    runs_in,
    said_of,
    spoken_of,
)
from sitegen.memo import Memo, NoMemo, digest
from sitegen.model import Portal


@dataclass(frozen=True, slots=True)
class Profile:
    """The strands of a text, each called by one of its runs, and the sum of their weights."""

    strands: frozenset[str]
    weight: int


@dataclass(frozen=True, slots=True)
class Wording:
    """What the portal's documents as a whole say about wording: names, quotations of one place and year, the reckoning.

    ``spoken`` are the clauses of a plan by its id, taken when they are asked for; ``said`` is what each plan says in short,
    ``names`` what it is called in the reckoning. ``runs`` gives the runs of a text.
    """

    lexicon: Lexicon
    local: frozenset[str]
    spoken: Callable[[str], Spoken]
    said: Mapping[str, Said]
    names: Mapping[str, str]
    reckoning: Reckoning
    runs: Callable[[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Corpus:
    """The wording of some plans with its runs made into strands: with it, comparing two of these asks nothing of the others.

    ``weights`` are those of runs, ``strands`` those of strands by the run that each is called by, ``known`` the profiles of
    all titles and sentences by their text. ``told`` keeps what was found of phrases, as the same ones are shared by many clauses.
    """

    lexicon: Lexicon
    local: frozenset[str]
    weights: Mapping[str, int]
    strands: Mapping[str, int]
    known: Mapping[str, Profile]
    told: dict[str, tuple[int, float]] = field(default_factory=dict, compare=False, repr=False)

    def telling(self, phrase: str) -> tuple[int, float]:
        """How much any words say: all their runs together, and a run on average, at most ``FULL``."""
        if phrase not in self.told:
            runs = runs_in(pieces_of(phrase, self.lexicon, self.local))
            weight = sum(map(self.weights.__getitem__, runs))
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
    words, plans = lexicon_of(portal), {plan.id: plan for plan in portal.plans}

    @cache
    def spoken(plan_id: str) -> Spoken:
        return memo.get(("spoken", plans[plan_id]), lambda: spoken_of(plans[plan_id]))

    said = memo.get_all(
        portal.plans, lambda asked: (("said", plan) for plan in asked), lambda missing: (said_of(plan, spoken(plan.id)) for plan in missing)
    )
    quotations = memo.get(
        ("quotations", *map(name_of, said)), lambda: quotations_of(said, next(memo.earlier("quotations"), NOTHING_QUOTED))
    )
    local, pattern = quotations.local, digest(words.names.pattern)
    names = {one.plan_id: digest(one.clauses, pattern, sorted((one.quotations | one.other_quotations) & local)) for one in said}
    cutting, pieces = cache(cut), cache(lambda text: pieces_of(text, words, local))
    reckoning = memo.get(
        ("reckoning", *names.values()),
        lambda: reckoned(
            {names[one.plan_id]: one for one in said},
            lambda one: heard_in(spoken(one.plan_id), pieces),
            cutting,
            next(memo.earlier("reckoning"), NOTHING),
        ),
    )
    runs = cache(lambda text: runs_in(pieces(text), cutting))
    return Wording(words, local, spoken, {one.plan_id: one for one in said}, names, reckoning, runs)


def corpus_of(portal: Portal) -> Corpus:
    """Weigh the wording of all plans of a portal, ready for comparing any of them."""
    wording = wording_of(portal, NoMemo())
    return corpus_for(wording, wording.said)


def corpus_for(wording: Wording, plan_ids: Iterable[str]) -> Corpus:
    """The wording of a portal, ready for comparing some of its plans; that they are more or fewer changes no comparison."""
    runs = {text: wording.runs(text) for plan_id in plan_ids for text in wording.spoken(plan_id).texts}
    weights = wording.reckoning.by_run()
    names = _strand_names(runs.values())
    strands: Counter[str] = Counter()
    for run, name in names.items():
        strands[name] += weights[run]
    known = {text: _profile(frozenset(map(names.__getitem__, held)), strands) for text, held in runs.items()}
    return Corpus(wording.lexicon, wording.local, weights, strands, known)


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
