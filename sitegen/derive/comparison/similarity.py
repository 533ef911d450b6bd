"""Similarity (相似度) of clauses and sentences by their wording, weighted by how rare the wording is in the portal.

Texts are seen as runs of two to four characters. What occurs in many clauses, or in every document, says little: that
damps the stock phrases of official prose without any list of them. Names of units and places, and quoted slogans of one
place and year, say who and when, not what: they do not count at all. Weights are whole numbers, so that sums do not
depend on order. Which scores are good enough for what, ``suggestion`` and ``alignment`` decide.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from sitegen.derive.comparison.clauses import Clause, clauses_of
from sitegen.derive.comparison.segment import Lexicon, content, fold, lexicon_of
from sitegen.model import Plan, Portal

SIZES = (2, 3, 4)
FULL = 1000
BACKGROUND = 40
SPREAD = 0.3
ENOUGH = 96 * FULL
BODY, SENTENCE, HEADING = 0.38, 0.57, 0.05
QUOTED = re.compile(r"[“\"「『]([^“”\"「」『』]{1,24})[”\"」』]")


@dataclass(frozen=True, slots=True)
class Profile:
    """The runs of a text that count, and the sum of their weights."""

    runs: frozenset[str]
    weight: int


@dataclass(frozen=True, slots=True)
class Corpus:
    """What the portal's documents as a whole say about wording: weights of runs, and quotations of one place and year.

    ``known`` holds the profiles of all titles and sentences by their text, so that none is made twice.
    """

    portal: Portal
    lexicon: Lexicon
    weights: Mapping[str, int]
    local: frozenset[str]
    known: Mapping[str, Profile]

    def weight(self, runs: Iterable[str]) -> int:
        """How much some runs of characters say; each at most ``FULL``."""
        return sum(self.weights.get(run, FULL) for run in runs)


@dataclass(frozen=True, slots=True)
class Described:
    """A clause with what it says, without form, and the profiles of its sentences, of all its text, and of its title."""

    clause: Clause
    said: str
    sentences: tuple[Profile, ...]
    body: Profile
    heading: Profile


def corpus_of(portal: Portal) -> Corpus:
    """Weigh the wording of all plans of a portal."""
    words = lexicon_of(portal)
    texts = [(plan, _texts(clause)) for plan in portal.plans for clause in clauses_of(plan)]
    local = _local_quotations(texts)
    runs = {text: _runs(text, words, local) for _, said in texts for text in said}
    clause_counts: Counter[str] = Counter()
    plan_runs: dict[str, set[str]] = defaultdict(set)
    for plan, said in texts:
        own = frozenset().union(*(runs[text] for text in said))
        clause_counts.update(own)
        plan_runs[plan.id] |= own
    plan_counts = Counter(run for held in plan_runs.values() for run in held)
    total = math.log(len(texts) + BACKGROUND)
    weights = {run: _weight(count, plan_counts[run], len(plan_runs), total) for run, count in clause_counts.items()}
    known = {text: Profile(held, sum(weights[run] for run in held)) for text, held in runs.items()}
    return Corpus(portal, words, weights, local, known)


def _texts(clause: Clause) -> tuple[str, ...]:
    return (clause.title, *(sentence.text for sentence in clause.sentences))


def _local_quotations(texts: Sequence[tuple[Plan, tuple[str, ...]]]) -> frozenset[str]:
    """Quoted words that one place uses in one year, and no other plan at all, quoted or not."""
    said: dict[tuple[str, int], str] = defaultdict(str)
    for plan, parts in texts:
        said[plan.jurisdiction_id, plan.year] += "".join(content(text) + "\n" for text in parts)
    quoted = {
        content(quotation) for _, parts in texts for text in parts for quotation in QUOTED.findall(fold(text).text)
    }
    return frozenset(quotation for quotation in quoted if sum(quotation in text for text in said.values()) == 1)


def _weight(clauses: int, plans: int, all_plans: int, total: float) -> int:
    rarity = (total - math.log(clauses)) / total
    spread = 1 - SPREAD * (plans - 1) / max(1, all_plans - 1)
    return round(FULL * rarity * spread)


def described(clause: Clause, corpus: Corpus) -> Described:
    """Make the profiles of a clause."""
    sentences = tuple(profile(sentence.text, corpus) for sentence in clause.sentences)
    body: frozenset[str] = frozenset().union(*(sentence.runs for sentence in sentences))
    said = content("".join(sentence.text for sentence in clause.sentences))
    return Described(clause, said, sentences, Profile(body, corpus.weight(body)), profile(clause.title, corpus))


def profile(text: str, corpus: Corpus) -> Profile:
    """Make the profile of a text."""
    if text in corpus.known:
        return corpus.known[text]
    runs = _runs(text, corpus.lexicon, corpus.local)
    return Profile(runs, corpus.weight(runs))


def _runs(text: str, words: Lexicon, local: frozenset[str]) -> frozenset[str]:
    folded = QUOTED.sub(lambda match: "\n" if content(match[1]) in local else match[0], fold(text).text)
    pieces = [content(piece) for part in folded.split("\n") for piece in words.names.split(part)]
    return frozenset(
        piece[start : start + size] for piece in pieces for size in SIZES for start in range(len(piece) - size + 1)
    )


def shared_weights(
    old: Sequence[Profile], new: Sequence[Profile], corpus: Corpus, held: Mapping[str, int]
) -> dict[tuple[int, int], int]:
    """Weight of the runs that each pair of an old and a new text shares, for the pairs that share any.

    ``held`` gives for runs that stand in several clauses of one side in how many: they speak that much less for each.
    """
    old_holders, new_holders = _holders(old), _holders(new)
    alike: dict[tuple[tuple[int, ...], tuple[int, ...]], int] = defaultdict(int)
    for run, holders in old_holders.items():
        if run in new_holders:  # runs that stand in just the same texts are weighed together: most of any sentence's are
            alike[tuple(holders), tuple(new_holders[run])] += corpus.weights.get(run, FULL) // held.get(run, 1)
    totals: dict[tuple[int, int], int] = defaultdict(int)
    for (olds, news), weight in alike.items():
        for pair in product(olds, news):
            totals[pair] += weight
    return dict(sorted(totals.items()))


def _holders(texts: Sequence[Profile]) -> dict[str, list[int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(texts):
        for run in one.runs:
            holders[run].append(place)
    return holders


def share(shared: int, whole: int) -> float:
    """Which part of a text the shared wording is, 0 to 1."""
    return shared / whole if whole else 0.0


def strength(shared: int, old: Profile, new: Profile) -> float:
    """How strongly shared wording speaks for a relation, 0 to 1: its part of the shorter text, and how much it is."""
    part = share(shared, min(old.weight, new.weight))
    return math.sqrt(part * (1 - math.exp(-shared / ENOUGH)))


def strengths(
    old: Sequence[Profile], new: Sequence[Profile], corpus: Corpus, held: Mapping[str, int]
) -> dict[tuple[int, int], float]:
    """Strength of every pair of an old and a new text that shares any wording."""
    shared = shared_weights(old, new, corpus, held)
    return {(i, j): strength(weight, old[i], new[j]) for (i, j), weight in shared.items()}


def scores(old: Sequence[Described], new: Sequence[Described], corpus: Corpus) -> dict[tuple[int, int], float]:
    """Score of every pair of clauses that shares any wording: the whole text, its best sentence, and the title."""
    held = _held(old) | _held(new)
    bodies = strengths([one.body for one in old], [one.body for one in new], corpus, held)
    headings = strengths([one.heading for one in old], [one.heading for one in new], corpus, {})
    best: dict[tuple[int, int], float] = defaultdict(float)
    for pair, found in _between_sentences(old, new, corpus, held):
        best[pair] = max(best[pair], found)
    return {
        pair: 1.0
        if old[pair[0]].said == new[pair[1]].said
        else BODY * found + SENTENCE * best[pair] + HEADING * headings.get(pair, 0.0)
        for pair, found in bodies.items()
    }


def _held(clauses: Sequence[Described]) -> Counter[str]:
    """In how many clauses of one document a run stands."""
    return Counter(run for one in clauses for run in one.body.runs)


def _between_sentences(
    old: Sequence[Described], new: Sequence[Described], corpus: Corpus, held: Mapping[str, int]
) -> Iterable[tuple[tuple[int, int], float]]:
    old_places = [place for place, one in enumerate(old) for _ in one.sentences]
    new_places = [place for place, one in enumerate(new) for _ in one.sentences]
    found = strengths(
        [sentence for one in old for sentence in one.sentences],
        [sentence for one in new for sentence in one.sentences],
        corpus,
        held,
    )
    return (((old_places[i], new_places[j]), value) for (i, j), value in found.items())
