"""What a comparison follows from (对照依据): equal grounds, equal comparison, so that it need not be made again.

Of the wording of all plans there stands here only what making it asks for: how much that of the two plans says, which of
their quotations are of one place and year, and the names that words are cut by. How a comparison is made is said elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from sitegen.derive.comparison.matter import Compared, Matter
from sitegen.derive.comparison.segment import content
from sitegen.derive.comparison.similarity import Wording
from sitegen.derive.comparison.spoken import texts_of
from sitegen.memo import digest

Grounds = tuple[object, ...]


def grounds(wording: Wording, matters: Iterable[Matter]) -> Iterator[Grounds]:
    """The grounds of each of some comparisons, in order; a plan is looked at once however many it is compared with."""
    words = digest(wording.lexicon.names.pattern, wording.lexicon.fixed.pattern)
    weighed = cache(wording.weighed)
    known: dict[int, str] = {}

    def of_plan(one: Compared) -> str:
        if id(one) not in known:
            texts = dict.fromkeys(text for clause in one.clauses for text in texts_of(clause))
            said = "\n".join(map(content, texts))
            local = sorted(quotation for quotation in wording.local if quotation in said)
            known[id(one)] = digest(one.plan, local, *map(weighed, texts))
        return known[id(one)]

    for one in tuple(matters):
        rows = tuple((group.key, tuple(clause.id for clause in group.clauses), group.home_of) for group in one.groups)
        about = (one.pair, rows, one.links, one.absent_years, one.held_between, one.source_remarks)
        spoken = (wording.spoken[one.pair.from_plan], wording.spoken[one.pair.to_plan])
        yield words, *spoken, of_plan(one.old), of_plan(one.new), about
