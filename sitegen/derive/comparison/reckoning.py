"""The reckoning (用语总账): in how many clauses and plans of the portal each run of characters stands, and how telling that makes it.

Whole numbers are added up, so that the sum of an earlier build serves to begin with: what plans said that changed since is
taken off, what they say now is added, and the same comes out as if all were added anew.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain, repeat

from sitegen.derive.comparison.spoken import SIZES, Cut, Heard, Said
from sitegen.memo import digest

FULL = 1000
BACKGROUND = 40
SPREAD = 0.3
PAIR = 2
STEPS = 4
# More than any number of clauses: a run's clauses and plans are counted in one number, as many times this as there are plans.
IN_PLAN = 1 << 24
# Where more runs than these changed their weight, it is quicker to weigh all words again than to look for them.
FEW = 100


@dataclass(frozen=True, slots=True)
class Scale:
    """What runs are weighed by: the size of all clauses, and of all plans, in steps."""

    clauses: float
    plans: float

    def weigh(self, count: int) -> int:
        """How telling a run is that is counted so often; what only two plans have may be what they have to do with each other,
        a third makes it stock."""
        if not count:
            return FULL
        rarity = (self.clauses - _magnitude(count % IN_PLAN)) / self.clauses
        spread = 1 - SPREAD * max(0.0, 2 ** _magnitude(count // IN_PLAN) - PAIR) / max(1.0, 2**self.plans - PAIR)
        return round(FULL * rarity * spread)


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What all plans say, added up: what was heard of each, by its name, and how often each run stands in all of it.

    ``weights`` are for each plan, by the same name, a digest of the weights of all runs of its words.
    """

    heard: Mapping[str, Heard]
    counts: Mapping[str, int]
    scale: Scale
    weights: Mapping[str, str]

    def by_run(self) -> Mapping[str, int]:
        """The weight of any run, worked out when it is asked for."""
        return _Weights(self.counts, self.scale)


class _Weights(dict[str, int]):
    """Weights by run, as far as they were asked for."""

    def __init__(self, counts: Mapping[str, int], scale: Scale) -> None:
        super().__init__()
        self._counts = counts
        self._scale = scale
        self._by_count: dict[int, int] = {}

    def __missing__(self, run: str) -> int:
        """The weight of a run that was not asked for yet."""
        count = self._counts.get(run, 0)
        if count not in self._by_count:
            self._by_count[count] = self._scale.weigh(count)
        weight = self[run] = self._by_count[count]
        return weight


NOTHING = Reckoning({}, {}, Scale(0.0, 0.0), {})


def reckoned(plans: Mapping[str, Said], hear: Callable[[Said], Heard], cut: Cut, before: Reckoning) -> Reckoning:
    """Add up what plans say, each called by a name that tells what is heard of it, beginning with an earlier sum or ``NOTHING``."""
    heard = {name: before.heard.get(name) or hear(one) for name, one in plans.items()}
    gone = _counted((one for name, one in before.heard.items() if name not in heard), cut)
    come = _counted((one for name, one in heard.items() if name not in before.heard), cut)
    counts = _changed(before.counts, gone, come)
    scale = _scale(heard.values())
    return Reckoning(heard, counts, scale, _weights(plans, counts, scale, before, gone.keys() | come.keys()))


def _scale(plans: Iterable[Heard]) -> Scale:
    clauses = [len(one.clauses) for one in plans if one.clauses]
    return Scale(_magnitude(sum(clauses) + BACKGROUND), _magnitude(max(1, len(clauses))))


def _counted(plans: Iterable[Heard], cut: Cut) -> dict[str, int]:
    """In how many clauses and plans each run stands."""
    in_clauses: Counter[str] = Counter()
    in_plans: Counter[str] = Counter()
    for one in plans:
        runs = one.runs(cut)
        in_clauses.update(chain.from_iterable(runs))
        in_plans.update(frozenset().union(*runs))
    return {run: count + IN_PLAN * in_plans[run] for run, count in in_clauses.items()}


def _changed(counts: Mapping[str, int], gone: Mapping[str, int], come: Mapping[str, int]) -> Mapping[str, int]:
    if not counts:
        return come
    found = dict(counts)
    for run in gone.keys() | come.keys():
        count = found.pop(run, 0) - gone.get(run, 0) + come.get(run, 0)
        if count:
            found[run] = count
    return found


def _weights(
    plans: Mapping[str, Said], counts: Mapping[str, int], scale: Scale, before: Reckoning, touched: Iterable[str]
) -> dict[str, str]:
    """Digests of the weights of each plan; one is known where no run of its words says more or less than before."""
    weigh = cache(scale.weigh)
    changed = [run for run in touched if weigh(before.counts.get(run, 0)) != weigh(counts.get(run, 0))]
    known = before.weights if scale == before.scale and len(changed) <= FEW else {}
    count = counts.get

    def weighed(text: str) -> bytes:
        runs = (text[start : start + size] for size in SIZES for start in range(len(text) - size + 1))
        return array("H", map(weigh, map(count, runs, repeat(0)))).tobytes()

    def digest_of(name: str, said: Said) -> str:
        if name in known and not any(run in said.words or run in said.other_words for run in changed):
            return known[name]
        return digest(*map(line, (*said.words.split("\n"), *said.other_words.split("\n"))))

    line = cache(weighed)
    return {name: digest_of(name, said) for name, said in plans.items()}


def _magnitude(number: int) -> float:
    """The size of a number in steps of a quarter of a doubling: one more or less of many is no other size.

    So a sentence that is changed makes the wording of few others say more or less.
    """
    return math.floor(math.log2(number) * STEPS) / STEPS
