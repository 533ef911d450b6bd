"""Alignment (句子对齐): which sentences of two texts are laid side by side, every sentence exactly once.

Sentences of related clauses are paired first where they say exactly the same, then where they were reworded; after that
the same sentence is looked for in other clauses, where it is a move. A sentence that occurs twice in one document is not
a move. What is left over but echoes a sentence already laid elsewhere points there and is not called new or gone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from sitegen.derive.comparison.clauses import Quote
from sitegen.derive.comparison.segment import content
from sitegen.derive.comparison.similarity import Corpus, Described, Profile, share, shared_weights, strength

MOVE_LENGTH = 8
REWORDED, REWORDED_PART = 0.22, 0.2
CARRIED, CARRIED_PART = 0.5, 0.5
JOINED_PART = 0.4
ECHOED, ECHOED_PART = 0.3, 0.3


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


@dataclass(frozen=True, slots=True)
class _Sentence:
    quote: Quote
    profile: Profile
    clause: int
    said: str


@dataclass(slots=True)
class _Bead:
    """Sentences being gathered side by side; lives only while one alignment is made."""

    old: list[int] = field(default_factory=list)
    new: list[int] = field(default_factory=list)
    moved: bool = False


@dataclass(slots=True)
class _Work:
    """One alignment in the making: sentences of both sides, their shared wording, and the beads so far."""

    old: Sequence[_Sentence]
    new: Sequence[_Sentence]
    rows: Sequence[int]
    related: frozenset[tuple[int, int]]
    closed: frozenset[tuple[str, int]]
    shared: Mapping[tuple[int, int], int]
    beads: list[_Bead] = field(default_factory=list)
    of_old: dict[int, _Bead] = field(default_factory=dict)
    of_new: dict[int, _Bead] = field(default_factory=dict)

    def are_related(self, i: int, j: int) -> bool:
        return (self.old[i].clause, self.rows[self.new[j].clause]) in self.related

    def free(self, i: int, j: int) -> bool:
        return i not in self.of_old and j not in self.of_new

    def strength(self, i: int, j: int) -> float:
        return strength(self.shared.get((i, j), 0), self.old[i].profile, self.new[j].profile)

    def put(self, i: int, j: int, *, moved: bool) -> None:
        bead = _Bead([i], [j], moved)
        self.beads.append(bead)
        self.of_old[i] = self.of_new[j] = bead


def align(
    old: Sequence[Described],
    new: Sequence[Described],
    rows: Sequence[int],
    related: Iterable[tuple[int, int]],
    closed: Iterable[tuple[str, int]],
    corpus: Corpus,
) -> tuple[Aligned, ...]:
    """Lay the sentences of two lists of clauses side by side.

    ``rows`` gives for each new clause the row that shows it; ``related`` the pairs of an old clause and a row that belong
    together; ``closed`` the clauses ("old" or "new", number) whose wording must not be looked for elsewhere. Sentences come
    in reading order of the new side, old ones without a counterpart last.
    """
    left, right = list(_sentences(old)), list(_sentences(new))
    shared = shared_weights([one.profile for one in left], [one.profile for one in right], corpus)
    work = _Work(left, right, rows, frozenset(related), frozenset(closed), shared)
    _pair_same(work)
    _pair_reworded(work)
    _join_neighbours(work)
    _pair_carried(work)
    return tuple(_results(work))


def _sentences(clauses: Sequence[Described]) -> Iterator[_Sentence]:
    for number, one in enumerate(clauses):
        for quote, profile in zip(one.clause.sentences, one.sentences, strict=True):
            yield _Sentence(quote, profile, number, content(quote.text))


def _places(sentences: Sequence[_Sentence]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(sentences):
        places[one.said].append(number)
    return places


def _pair_same(work: _Work) -> None:
    """Pair sentences with the same words: in related clauses first; elsewhere only what occurs once on either side."""
    old_places, new_places = _places(work.old), _places(work.new)
    for said, olds in old_places.items():
        news = new_places.get(said, [])
        for i in olds:
            for j in news:
                if work.are_related(i, j) and work.free(i, j):
                    work.put(i, j, moved=False)
        if len(olds) == len(news) == 1 and len(said) >= MOVE_LENGTH and work.free(olds[0], news[0]):
            work.put(olds[0], news[0], moved=True)


def _pair_reworded(work: _Work) -> None:
    """Pair sentences of related clauses whose wording was kept in part, the most alike first."""
    for i, j in _ranked(work):
        if work.free(i, j) and work.are_related(i, j) and _alike(work, i, j, REWORDED, REWORDED_PART):
            work.put(i, j, moved=False)


def _join_neighbours(work: _Work) -> None:
    """Add sentences that were made of, or went into, one sentence already paired: split and merged sentences."""
    for i, j in _ranked(work):
        if not work.are_related(i, j):
            continue
        if i not in work.of_old and j in work.of_new:
            bead = work.of_new[j]
            same_clause = work.old[bead.old[0]].clause == work.old[i].clause
            if same_clause and not bead.moved and _part(work, i, j, work.old[i].profile) >= JOINED_PART:
                bead.old.append(i)
                work.of_old[i] = bead
        elif j not in work.of_new and i in work.of_old:
            bead = work.of_old[i]
            same_row = work.rows[work.new[bead.new[0]].clause] == work.rows[work.new[j].clause]
            if same_row and not bead.moved and _part(work, i, j, work.new[j].profile) >= JOINED_PART:
                bead.new.append(j)
                work.of_new[j] = bead


def _pair_carried(work: _Work) -> None:
    """Pair sentences of unrelated clauses that are nearly the same: moved and edited."""
    for i, j in _ranked(work):
        shut = ("old", work.old[i].clause) in work.closed or ("new", work.new[j].clause) in work.closed
        if work.free(i, j) and not shut and _alike(work, i, j, CARRIED, CARRIED_PART):
            work.put(i, j, moved=True)


def _ranked(work: _Work) -> list[tuple[int, int]]:
    return sorted(work.shared, key=lambda pair: (-work.strength(*pair), pair))


def _part(work: _Work, i: int, j: int, whole: Profile) -> float:
    return share(work.shared.get((i, j), 0), whole.weight)


def _alike(work: _Work, i: int, j: int, least: float, part: float) -> bool:
    both = max(work.old[i].profile.weight, work.new[j].profile.weight)
    return work.strength(i, j) >= least and share(work.shared[i, j], both) >= part / 2


def _results(work: _Work) -> Iterator[Aligned]:
    for j, one in enumerate(work.new):
        bead = work.of_new.get(j)
        row = work.rows[one.clause]
        if bead is None:
            see, repeated = _elsewhere(work, j, new=True)
            yield Aligned((), (one.quote,), _left_over(see, repeated, SentenceStatus.ADDED), row, see)
        elif min(bead.new) == j:
            old = tuple(work.old[i].quote for i in sorted(bead.old))
            new = tuple(work.new[k].quote for k in sorted(bead.new))
            yield Aligned(old, new, _status(old, new, moved=bead.moved), row)
    for i, one in enumerate(work.old):
        if i not in work.of_old:
            see, repeated = _elsewhere(work, i, new=False)
            yield Aligned((one.quote,), (), _left_over(see, repeated, SentenceStatus.REMOVED), None, see)


def _status(old: tuple[Quote, ...], new: tuple[Quote, ...], *, moved: bool) -> SentenceStatus:
    before, after = "".join(quote.text for quote in old), "".join(quote.text for quote in new)
    if content(before) != content(after):
        return SentenceStatus.MOVED_AND_EDITED if moved else SentenceStatus.REWORDED
    if moved:
        return SentenceStatus.MOVED
    return SentenceStatus.SAME if before == after else SentenceStatus.FORM_ONLY


def _left_over(see: tuple[Quote, ...], repeated: bool, alone: SentenceStatus) -> SentenceStatus:
    if not see:
        return alone
    return SentenceStatus.REPEATED if repeated else SentenceStatus.ECHOED


def _elsewhere(work: _Work, number: int, *, new: bool) -> tuple[tuple[Quote, ...], bool]:
    """Where the wording of an unpaired sentence stands on the other side, and whether it stands there word for word."""
    mine, others = (work.new, work.old) if new else (work.old, work.new)
    same = tuple(other.quote for other in others if other.said == mine[number].said)
    if same:
        return same, True
    whole = mine[number].profile
    candidates = [
        (share(weight, whole.weight), -(i if new else j), i if new else j)
        for (i, j), weight in work.shared.items()
        if (j if new else i) == number
    ]
    part, _, best = max(candidates, default=(0.0, 0, 0))
    pair = (best, number) if new else (number, best)
    if part >= ECHOED_PART and work.strength(*pair) >= ECHOED:
        return (others[best].quote,), False
    return (), False
