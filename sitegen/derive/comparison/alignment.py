"""Alignment (句子对齐): which sentences of two texts are laid side by side, every sentence exactly once.

Sentences of related clauses are paired first where they say exactly the same, then where they were reworded; after that
the same sentence is looked for in other clauses, where it is a move. A sentence that occurs twice in one document is not
a move. What is left over but echoes a sentence already laid elsewhere points there and is not called new or gone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import product

from sitegen.derive.comparison.clauses import Quote
from sitegen.derive.comparison.scoring import Pair, near, strength
from sitegen.derive.comparison.segment import content
from sitegen.derive.comparison.similarity import Corpus, Profile, Sentence, Side, share

MOVE_LENGTH = 8
REWORDED, REWORDED_PART = 0.18, 0.1
CARRIED, CARRIED_PART = 0.5, 0.3
JOINED_PART = 0.18
ECHOED, ECHOED_PART = 0.12, 0.15
ECHOED_AFAR, ECHOED_AFAR_PART = 0.2, 0.25
POINTED_AT, POINTED_AT_PART = 3, 0.05


class SentenceStatus(StrEnum):
    """What became of a sentence: 相同, 仅标点格式, 改写, 移动, 移动并改写, 新增, 不再出现, 重复出现, 文字另见."""

    SAME = "same"
    FORM_ONLY = "form-only"
    REWORDED = "reworded"
    MOVED = "moved"
    MOVED_AND_EDITED = "moved-and-edited"
    ADDED = "added"
    REMOVED = "removed"
    REPEATED = "repeated"
    ECHOED = "echoed"


@dataclass(frozen=True, slots=True)
class Aligned:
    """Sentences laid side by side: old ones, new ones, what became of them, and where else the wording stands.

    ``row`` is the number of the group of new clauses that shows them, None where only old sentences stand.
    """

    old: tuple[Quote, ...]
    new: tuple[Quote, ...]
    status: SentenceStatus
    row: int | None
    see: tuple[Quote, ...] = ()


@dataclass(slots=True)
class _Bead:
    """Sentences being gathered side by side; lives only while one alignment is made."""

    old: list[int]
    new: list[int]
    moved: bool


@dataclass(slots=True)
class _Work:
    """One alignment in the making: sentences of both sides, how strongly pairs share wording, and the beads so far."""

    old: Sequence[Sentence]
    new: Sequence[Sentence]
    rows: Sequence[int]
    related: frozenset[tuple[int, int]]
    crossing: frozenset[tuple[int, int]]
    closed: frozenset[tuple[str, int]]
    corpus: Corpus
    shared: dict[Pair, int] = field(default_factory=dict)
    strengths: dict[Pair, float] = field(default_factory=dict)
    of_old: dict[int, _Bead] = field(default_factory=dict)
    of_new: dict[int, _Bead] = field(default_factory=dict)

    def are_related(self, i: int, j: int) -> bool:
        return (self.old[i].clause, self.row(j)) in self.related

    def crosses(self, i: int, j: int) -> bool:
        return (self.old[i].clause, self.row(j)) in self.crossing

    def row(self, j: int) -> int:
        return self.rows[self.new[j].clause]

    def free(self, i: int, j: int) -> bool:
        return i not in self.of_old and j not in self.of_new

    def is_open(self, i: int, j: int) -> bool:
        """Whether either of two sentences is not laid yet."""
        return i not in self.of_old or j not in self.of_new

    def alike(self, i: int, j: int, least: float, part: float) -> bool:
        longer = max(self.old[i].profile.weight, self.new[j].profile.weight)
        return self.strengths[i, j] >= least and share(self.shared[i, j], longer) >= part

    def belong(self, one: Sentence, other: Sentence, row: int | None, place: int) -> bool:
        """Whether the clause of a sentence and that of one on the other side, at this place, belong together."""
        return ((one.clause, self.row(place)) if row is None else (other.clause, row)) in self.related

    def common(self, mine: Profile, others: Iterable[Profile]) -> int:
        """Weight of the strands of one text that stand in any of some others."""
        strands: frozenset[str] = frozenset().union(*(other.strands for other in others))
        return self.corpus.weight(mine.strands & strands)

    def weigh(self, pairs: Iterable[Pair]) -> None:
        """Find out how much pairs share that are not weighed yet."""
        for i, j in pairs:
            if (i, j) not in self.shared:
                one, other = self.old[i].profile, self.new[j].profile
                weight = self.shared[i, j] = self.corpus.weight(one.strands & other.strands)
                self.strengths[i, j] = strength(weight, one, other)

    def lay(self, i: int, j: int) -> None:
        moved = not self.are_related(i, j) or self.crosses(i, j)
        self.of_old[i] = self.of_new[j] = _Bead([i], [j], moved)


def align(
    old: Side,
    new: Side,
    rows: Sequence[int],
    related: Iterable[Pair],
    crossing: Iterable[Pair],
    closed: Iterable[tuple[str, int]],
    corpus: Corpus,
) -> tuple[Aligned, ...]:
    """Lay the sentences of two lists of clauses side by side.

    ``rows`` gives for each new clause the row that shows it; ``related`` the pairs of an old clause and a row that belong
    together; ``crossing`` those of them between which a sentence moves, as both go on elsewhere; ``closed`` the clauses ("old" or "new", number) whose wording is looked for elsewhere only word for word.
    Sentences come in reading order of the new side, old ones without a counterpart last.
    """
    left, right = old.sentences, new.sentences
    work = _Work(left, right, rows, frozenset(related), frozenset(crossing), frozenset(closed), corpus)
    _lay_same(work)
    beside = frozenset(_beside(left, right, rows, work.related))
    work.weigh(pair for pair in beside if work.is_open(*pair))
    closest = _ranked(work.strengths, work.strengths)
    _lay_reworded(work, closest)
    _join(work, closest)
    work.weigh(_near(work, old, new))
    _lay_carried(work, _ranked((pair for pair, score in work.strengths.items() if score >= CARRIED), work.strengths))
    return _answered(list(_results(work)))


def _near(work: _Work, old: Side, new: Side) -> Iterator[Pair]:
    """Pairs of a sentence that is not laid yet and one of the other side that shares telling wording with it."""
    weights = work.corpus.strands
    for i, one in enumerate(work.old):
        if i not in work.of_old:
            found = near(one.profile.strands, old.sentence_holders, new.sentence_holders, weights)
            yield from ((i, j) for j in found)
    for j, one in enumerate(work.new):
        if j not in work.of_new:
            found = near(one.profile.strands, new.sentence_holders, old.sentence_holders, weights)
            yield from ((i, j) for i in found)


def _ranked(pairs: Iterable[Pair], strengths: Mapping[Pair, float]) -> list[Pair]:
    return sorted(pairs, key=lambda pair: (-strengths[pair], pair))


def _beside(
    old: Sequence[Sentence], new: Sequence[Sentence], rows: Sequence[int], related: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Pairs of sentences of clauses that belong together."""
    of_clause: dict[int, list[int]] = defaultdict(list)
    of_row: dict[int, list[int]] = defaultdict(list)
    for i, one in enumerate(old):
        of_clause[one.clause].append(i)
    for j, one in enumerate(new):
        of_row[rows[one.clause]].append(j)
    for clause, row in related:
        yield from product(of_clause[clause], of_row[row])


def _places(sentences: Sequence[Sentence]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(sentences):
        places[one.said].append(number)
    return places


def _lay_same(work: _Work) -> None:
    """Sentences with the same words: in related clauses first; elsewhere only what occurs once on either side."""
    new_places = _places(work.new)
    for said, olds in _places(work.old).items():
        news = new_places.get(said, [])
        beside = [pair for pair in product(olds, news) if work.are_related(*pair)]
        for i, j in sorted(beside, key=lambda pair: (work.crosses(*pair), pair)):
            if work.free(i, j):
                work.lay(i, j)
        if len(olds) == len(news) == 1 and len(said) >= MOVE_LENGTH and work.free(olds[0], news[0]):
            work.lay(olds[0], news[0])


def _lay_reworded(work: _Work, beside: Iterable[tuple[int, int]]) -> None:
    """Sentences of related clauses whose wording was kept in part, the most alike first."""
    for i, j in beside:
        if work.free(i, j) and work.alike(i, j, REWORDED, REWORDED_PART):
            work.lay(i, j)


def _join(work: _Work, beside: Iterable[tuple[int, int]]) -> None:
    """Sentences that went into, or came out of, one that is laid already: merged and split sentences."""
    for i, j in beside:
        if i not in work.of_old and j in work.of_new:
            bead = work.of_new[j]
            together = work.old[bead.old[0]].clause == work.old[i].clause
            if together and not bead.moved and share(work.shared[i, j], work.old[i].profile.weight) >= JOINED_PART:
                bead.old.append(i)
                work.of_old[i] = bead
        elif j not in work.of_new and i in work.of_old:
            bead = work.of_old[i]
            together = work.row(bead.new[0]) == work.row(j)
            if together and not bead.moved and share(work.shared[i, j], work.new[j].profile.weight) >= JOINED_PART:
                bead.new.append(j)
                work.of_new[j] = bead


def _lay_carried(work: _Work, ranked: Iterable[tuple[int, int]]) -> None:
    """Sentences of unrelated clauses that are nearly the same: moved and edited."""
    for i, j in ranked:
        shut = ("old", work.old[i].clause) in work.closed or ("new", work.new[j].clause) in work.closed
        if not shut and work.free(i, j) and work.alike(i, j, CARRIED, CARRIED_PART):
            work.lay(i, j)


def _results(work: _Work) -> Iterator[Aligned]:
    of_old: dict[int, dict[int, int]] = defaultdict(dict)
    of_new: dict[int, dict[int, int]] = defaultdict(dict)
    for (i, j), weight in work.shared.items():
        of_old[i][j] = of_new[j][i] = weight
    for j, one in enumerate(work.new):
        bead = work.of_new.get(j)
        if bead is None:
            yield _left_over(work, one, work.row(j), of_new[j])
        elif min(bead.new) == j:
            old = tuple(work.old[i].quote for i in sorted(bead.old))
            new = tuple(work.new[k].quote for k in sorted(bead.new))
            yield Aligned(old, new, _status(old, new, bead), work.row(j))
    for i, one in enumerate(work.old):
        if i not in work.of_old:
            yield _left_over(work, one, None, of_old[i])


def _answered(found: Sequence[Aligned]) -> tuple[Aligned, ...]:
    """An echo holds both ways: what a sentence of the other side points to is not called new or gone."""
    pointing: dict[Quote, list[Quote]] = defaultdict(list)
    for one in found:
        if one.status is SentenceStatus.ECHOED:
            for quote in one.see:
                pointing[quote].extend((*one.old, *one.new))
    return tuple(
        replace(one, status=SentenceStatus.ECHOED, see=tuple(see))
        if one.status in (SentenceStatus.ADDED, SentenceStatus.REMOVED) and (see := pointing[(*one.old, *one.new)[0]])
        else one
        for one in found
    )


def _status(old: tuple[Quote, ...], new: tuple[Quote, ...], bead: _Bead) -> SentenceStatus:
    before, after = "".join(quote.text for quote in old), "".join(quote.text for quote in new)
    if content(before) != content(after):
        return SentenceStatus.MOVED_AND_EDITED if bead.moved else SentenceStatus.REWORDED
    if bead.moved:
        return SentenceStatus.MOVED
    return SentenceStatus.SAME if before == after else SentenceStatus.FORM_ONLY


def _left_over(work: _Work, one: Sentence, row: int | None, partners: Mapping[int, int]) -> Aligned:
    """A sentence with nothing beside it, and where its wording stands on the other side, if anywhere."""
    others = work.new if row is None else work.old
    same = tuple(other.quote for other in others if other.said == one.said)
    near = [place for place in partners if work.belong(one, others[place], row, place)]
    see = same or tuple(others[place].quote for place in _echoes(work, one.profile, others, near, partners))
    alone = SentenceStatus.REMOVED if row is None else SentenceStatus.ADDED
    status = SentenceStatus.REPEATED if same else SentenceStatus.ECHOED if see else alone
    return Aligned((one.quote,) if row is None else (), () if row is None else (one.quote,), status, row, see)


def _echoes(
    work: _Work, mine: Profile, others: Sequence[Sentence], near: Sequence[int], parts: Mapping[int, int]
) -> list[int]:
    """Sentences that hold part of the wording: those of related clauses together, else the one that holds most.

    ``parts`` is how much of it each of the others holds, by its place.
    """
    together = work.common(mine, [others[place].profile for place in near])
    if _echoed(together, mine, ECHOED, ECHOED_PART):
        telling = [place for place in near if share(parts[place], mine.weight) >= POINTED_AT_PART]
        return sorted(sorted(telling, key=lambda place: (-parts[place], place))[:POINTED_AT])
    best = max(parts, key=lambda place: (parts[place], -place), default=None)
    return [best] if best is not None and _echoed(parts[best], mine, ECHOED_AFAR, ECHOED_AFAR_PART) else []


def _echoed(common: int, whole: Profile, least: float, part: float) -> bool:
    return share(common, whole.weight) >= part and strength(common, whole, whole) >= least
