"""Similarity (相似度) of clauses and sentences by their wording, weighted by how rare the wording is in the portal.

Texts are seen as runs of two to four characters; runs that stand in just the same texts make one strand, so that less is
counted. What occurs in many clauses, or in every document, says little: that damps the stock phrases of official prose without any list of them. Names of units and places, and quoted slogans of one
place and year, say who and when, not what: they do not count at all. Weights are whole numbers, so that sums do not
depend on order. Which scores are good enough for what, ``suggestion`` and ``alignment`` decide.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sitegen.derive.comparison.clauses import Clause, clauses_of, row_clauses
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
    """The strands of a text, each called by one of its runs, and the sum of their weights."""

    strands: frozenset[str]
    weight: int


@dataclass(frozen=True, slots=True)
class Corpus:
    """What the portal's documents as a whole say about wording: weights of runs, and quotations of one place and year.

    ``strands`` holds the weights of strands by the run that each is called by, ``known`` the profiles of all titles and
    sentences by their text.
    """

    portal: Portal
    lexicon: Lexicon
    weights: Mapping[str, int]
    local: frozenset[str]
    strands: Mapping[str, int]
    known: Mapping[str, Profile]

    def weight(self, strands: Iterable[str]) -> int:
        """How much some strands say."""
        return sum(self.strands[strand] for strand in strands)

    def telling(self, phrase: str) -> tuple[int, float]:
        """How much any words say: all their runs together, and a run on average, at most ``FULL``."""
        runs = _runs(phrase, self.lexicon, self.local)
        weight = sum(self.weights.get(run, FULL) for run in runs)
        return weight, weight / max(1, len(runs))


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
    rows = [_texts(clause) for plan in portal.plans for clause in row_clauses(plan)]
    every = dict.fromkeys(text for said in (*(said for _, said in texts), *rows) for text in said)
    runs = {text: _runs(text, words, local) for text in every}
    weights = _weights(texts, runs)
    names = _strand_names(runs.values())
    strands: Counter[str] = Counter()
    for run, name in names.items():
        strands[name] += weights.get(run, FULL)
    known = {text: _profile(frozenset(map(names.__getitem__, held)), strands) for text, held in runs.items()}
    return Corpus(portal, words, weights, local, strands, known)


def _weights(texts: Sequence[tuple[Plan, tuple[str, ...]]], runs: Mapping[str, frozenset[str]]) -> dict[str, int]:
    clause_counts: Counter[str] = Counter()
    plan_runs: dict[str, set[str]] = defaultdict(set)
    for plan, said in texts:
        own = frozenset().union(*(runs[text] for text in said))
        clause_counts.update(own)
        plan_runs[plan.id] |= own
    plan_counts = Counter(run for held in plan_runs.values() for run in held)
    total = math.log(len(texts) + BACKGROUND)
    return {run: _weight(count, plan_counts[run], len(plan_runs), total) for run, count in clause_counts.items()}


def _strand_names(texts: Iterable[frozenset[str]]) -> dict[str, str]:
    """For every run the run that its strand is called by: the least of those that stand in just the same texts."""
    holders = _holders(texts)
    names: dict[tuple[int, ...], str] = {}
    for run, places in holders.items():
        names[places] = min(run, names.get(places, run))
    return {run: names[places] for run, places in holders.items()}


def _holders(texts: Iterable[frozenset[str]]) -> dict[str, tuple[int, ...]]:
    """For every run or strand the numbers of the texts that it stands in."""
    holders: dict[str, list[int]] = defaultdict(list)
    for place, held in enumerate(texts):
        for one in held:
            holders[one].append(place)
    return {one: tuple(places) for one, places in holders.items()}


def _profile(strands: frozenset[str], weights: Mapping[str, int]) -> Profile:
    return Profile(strands, sum(weights[strand] for strand in strands))


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
    """Make the profiles of a clause of the portal."""
    sentences = tuple(corpus.known[sentence.text] for sentence in clause.sentences)
    body: frozenset[str] = frozenset().union(*(sentence.strands for sentence in sentences))
    said = content("".join(sentence.text for sentence in clause.sentences))
    return Described(clause, said, sentences, _profile(body, corpus.strands), corpus.known[clause.title])


def _runs(text: str, words: Lexicon, local: frozenset[str]) -> frozenset[str]:
    folded = QUOTED.sub(lambda match: "\n" if content(match[1]) in local else match[0], fold(text).text)
    pieces = [content(piece) for part in folded.split("\n") for piece in words.names.split(part)]
    return frozenset(
        piece[start : start + size] for piece in pieces for size in SIZES for start in range(len(piece) - size + 1)
    )


def shared_weights(
    old: Sequence[Profile], new: Sequence[Profile], corpus: Corpus, held: Mapping[str, int]
) -> dict[tuple[int, int], int]:
    """Weight of the strands that each pair of an old and a new text shares, for the pairs that share any.

    ``held`` gives for strands that stand in several clauses of one side in how many: they speak that much less for each.
    """
    holders = _holders(one.strands for one in old)
    found: dict[tuple[int, int], int] = {}
    for place, one in enumerate(new):
        totals: dict[int, int] = defaultdict(int)
        for strand in one.strands:
            if strand in holders:
                weight = corpus.strands[strand] // held.get(strand, 1)
                for holder in holders[strand]:
                    totals[holder] += weight
        found |= {(holder, place): totals[holder] for holder in sorted(totals)}
    return found


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
    """In how many clauses of one document a strand stands."""
    return Counter(strand for one in clauses for strand in one.body.strands)


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
