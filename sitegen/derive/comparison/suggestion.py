"""Suggestions (文字比对提示): which clauses of two plans may belong together, by their words alone.

A suggestion is never a fact: it ranks what an editor, or a reader, should look at, and shows the wording that speaks for
it. Whatever is declared is not looked at here. Only a plan of the same year from a superior jurisdiction can be carried
out (承接); common wording between any others of different places is only of the same source (同源表述).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sitegen.derive.comparison.clauses import Clause, clauses_against, prose_clauses, row_clauses
from sitegen.derive.comparison.pairs import ComparisonKind, kind_of
from sitegen.derive.comparison.scoring import BESIDE_BEST, scores
from sitegen.derive.comparison.segment import content, words_of
from sitegen.derive.comparison.similarity import Corpus, Described, Side, corpus_of, described, share, side_of
from sitegen.model import Portal, Relation

LIKELY = 0.1
MUTUAL = 0.07
ONLY_CANDIDATE, CLEARLY = 0.03, 1.5
ALL_KEPT, MOSTLY_KEPT = 0.95, 0.5
PHRASE, PHRASES = 4, 5
TELLING = 450
PAIRED = {"“": "”", "《": "》", "（": "）", "(": ")"}

Scores = Mapping[tuple[int, int], float]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A suggested relation of two clauses: ids of items or table rows, score 0 to 1, and the wording they share.

    ``phrases`` are as printed in the second clause, the most telling first; its longest sentence where all words are the same.
    """

    from_id: str
    to_id: str
    score: float
    relation: Relation
    phrases: tuple[str, ...]


def suggest(portal: Portal, from_plan: str, to_plan: str, likely: float = LIKELY) -> tuple[Suggestion, ...]:
    """Suggested relations between the clauses of two plans, by id, best first.

    ``likely`` is the score from which any pair is suggested; below it only pairs that are each other's best candidate.
    """
    plans = {plan.id: plan for plan in portal.plans}
    one, other = plans[from_plan], plans[to_plan]
    kind, corpus = kind_of(portal, one, other), corpus_of(portal)
    if from_plan == to_plan:
        old, new = prose_clauses(one), row_clauses(one)
    else:
        old, new = clauses_against(one, other), clauses_against(other, one)
    left, right = (side_of(described(clause, corpus) for clause in clauses) for clauses in (old, new))
    return suggestions(corpus, kind, left, right, likely)


def suggestions(
    corpus: Corpus, kind: ComparisonKind, old: Side, new: Side, likely: float = LIKELY
) -> tuple[Suggestion, ...]:
    """Suggested relations between some clauses and others, best first; none for opening paragraphs."""
    found = scores(old, new, corpus)
    chosen = set(_chosen(found, likely))
    if kind is ComparisonKind.LEVELS:
        chosen |= set(_only_candidates(found, {j for _, j in chosen}))
    ranked = sorted(chosen, key=lambda pair: (-found[pair], pair))
    return tuple(_suggestion(old.clauses[i], new.clauses[j], found[i, j], kind, corpus) for i, j in ranked)


def _chosen(found: Scores, likely: float) -> Iterator[tuple[int, int]]:
    """Pairs that score enough and are not far behind the best for either clause; and each other's best, if near that."""
    best_old: dict[int, float] = defaultdict(float)
    best_new: dict[int, float] = defaultdict(float)
    for (i, j), score in found.items():
        best_old[i], best_new[j] = max(best_old[i], score), max(best_new[j], score)
    for (i, j), score in found.items():
        near = score >= BESIDE_BEST * max(best_old[i], best_new[j])
        mutual = score == best_old[i] == best_new[j] and score >= likely * MUTUAL / LIKELY
        if (score >= likely and near) or mutual:
            yield i, j


def _only_candidates(found: Scores, settled: set[int]) -> Iterator[tuple[int, int]]:
    """For lower clauses without any candidate, the one superior clause that clearly scores best."""
    ranked: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (i, j), score in found.items():
        if j not in settled:
            ranked[j].append((score, i))
    for j, candidates in ranked.items():
        (best, i), *others = sorted(candidates, key=lambda one: (-one[0], one[1]))
        if best >= ONLY_CANDIDATE and best >= CLEARLY * max((score for score, _ in others), default=0.0):
            yield i, j


def _suggestion(old: Described, new: Described, score: float, kind: ComparisonKind, corpus: Corpus) -> Suggestion:
    relation = _relation(old, new, kind, corpus)
    telling = _longest(new.clause) if old.said == new.said else phrases(old.clause, new.clause, corpus)
    return Suggestion(old.clause.id, new.clause.id, round(score, 3), relation, telling)


def _relation(old: Described, new: Described, kind: ComparisonKind, corpus: Corpus) -> Relation:
    if kind is ComparisonKind.LEVELS:
        return Relation.CARRIES_OUT
    if kind is ComparisonKind.SIBLINGS:
        return Relation.SAME_SOURCE
    shared = corpus.weight(old.body.strands & new.body.strands)
    kept = min(share(shared, old.body.weight), share(shared, new.body.weight))
    if kept >= ALL_KEPT:
        return Relation.CONTINUED
    return Relation.REWORDED if kept >= MOSTLY_KEPT else Relation.PARTLY_KEPT


def _longest(clause: Clause) -> tuple[str, ...]:
    return (max((sentence.text for sentence in clause.sentences), key=len).strip(),)


def phrases(old: Clause, new: Clause, corpus: Corpus) -> tuple[str, ...]:
    """The longest runs of words that both clauses have, as printed in the new one, the most telling first."""
    said = "\n".join(content(sentence.text) for sentence in old.sentences)
    common = sorted({phrase for sentence in new.sentences for phrase in _common(said, sentence.text, corpus)})
    weighed = {phrase: corpus.telling(phrase) for phrase in common}
    ranked = sorted(common, key=lambda phrase: (-weighed[phrase][0], phrase))
    distinct = [phrase for place, phrase in enumerate(ranked) if not any(phrase in longer for longer in ranked[:place])]
    telling = [phrase for phrase in distinct if weighed[phrase][1] >= TELLING]
    return tuple((telling or distinct[:1])[:PHRASES])


def _common(said: str, text: str, corpus: Corpus) -> Iterator[str]:
    """Maximal runs of whole words of a text that stand in another one, without particles at their ends."""
    found = words_of(text, corpus.lexicon)
    start = after = 0
    while start < len(found.said):
        end, run = start, ""
        while end < len(found.said) and run + found.said[end] in said:
            run += found.said[end]
            end += 1
        if len(run) >= PHRASE:
            phrase = _without_particles(text[after : found.begins[end]])
            if len(content(phrase)) >= PHRASE:
                yield phrase
        after = found.begins[end] if end > start else found.ends[start]
        start = max(end, start + 1)


def _without_particles(phrase: str) -> str:
    places = [place for place, one in enumerate(phrase) if content(one) and one != "的"]
    if not places:
        return ""
    start, end = places[0], places[-1] + 1
    if start and PAIRED.get(phrase[start - 1], "\n") in phrase[start : end + 1]:
        start -= 1
    if end < len(phrase) and any(phrase[end] == close and mark in phrase[start:end] for mark, close in PAIRED.items()):
        end += 1
    return phrase[start:end]
