"""What a comparison follows from (对照依据): equal grounds, equal comparison, so that it need not be made again.

Of the wording of all plans there stands here only what making it asks for: how much that of the two plans says, which of
their quotations are of one place and year, and the names that words are cut by. How a comparison is made is said elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from sitegen.derive.comparison.facts import PairFacts
from sitegen.derive.comparison.similarity import Wording
from sitegen.memo import digest

Grounds = tuple[object, ...]


def grounds(wording: Wording, facts: Iterable[PairFacts]) -> Iterator[Grounds]:
    """The grounds of each of some comparisons, in order; a plan is looked at once however many it is compared with."""
    words = digest(wording.lexicon.names.pattern, wording.lexicon.fixed.pattern)

    @cache
    def of_plan(plan_id: str) -> str:
        said = wording.said[plan_id]
        local = sorted(quotation for quotation in wording.local if quotation in said.words or quotation in said.other_words)
        return digest(said.clauses, wording.reckoning.weights[wording.names[plan_id]], local)

    for one in facts:
        yield words, of_plan(one.pair.from_plan), of_plan(one.pair.to_plan), one
