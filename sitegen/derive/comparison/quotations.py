"""Quotations of one place and year (一地一年的引语): quoted words that no other plan uses, quoted or not; they say who and when.

Found once: of an earlier search only what plans that changed since hold, or held, is looked for again, and the same comes
out as if all were searched anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sitegen.derive.comparison.spoken import Said

HEAD, ENOUGH = 3, 2
# With more beginnings than these only those are looked for that stand in a text.
FEW = 50
Holders = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quotations:
    """Quoted words of all plans with a plan that holds them, and another of another place or year if there is one.

    Plans are called by names that tell what they say; ``plans`` are the names of all.
    """

    plans: frozenset[str]
    holders: Mapping[str, Holders]

    @property
    def local(self) -> frozenset[str]:
        """Those of one place and year."""
        return frozenset(quotation for quotation, holders in self.holders.items() if len(holders) == 1)


NOTHING_QUOTED = Quotations(frozenset(), {})


def name_of(said: Said) -> str:
    """What a plan is called here."""
    place, year = said.place_and_year
    return f"{place} {year} {said.clauses}"


def quotations_of(plans: Iterable[Said], before: Quotations) -> Quotations:
    """The quotations of some plans, beginning with what an earlier search found or ``NOTHING_QUOTED``."""
    said = {name_of(one): one for one in plans}
    quoted = {quotation: None for one in said.values() for quotation in one.quotations}
    known = {one: holders for one in quoted if (holders := before.holders.get(one)) and said.keys() >= set(holders)}
    new: dict[str, Holders] = {one: () for one in quoted if one not in known}
    come = [name for name in said if name not in before.plans]
    return Quotations(frozenset(said), _held_by(known, come, said) | _held_by(new, said, said))


def _held_by(found: dict[str, Holders], names: Iterable[str], said: Mapping[str, Said]) -> dict[str, Holders]:
    """Quotations with who holds them, and who else of some plans does, up to two of different places or years."""
    result = dict(found)
    search = _Search(one for one, holders in found.items() if len(holders) < ENOUGH)
    for name in names:
        for quotation in search.in_text(said[name].words):
            holders = result[quotation]
            if not holders or (len(holders) < ENOUGH and said[holders[0]].place_and_year != said[name].place_and_year):
                result[quotation] = (*holders, name)
    return result


class _Search:
    """Some quotations by their beginnings, of which those that stand in no text are passed over."""

    def __init__(self, quotations: Iterable[str]) -> None:
        self._short: list[str] = []
        self._long: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for one in quotations:
            if len(one) < HEAD:
                self._short.append(one)
            else:
                self._long[tuple(one[:HEAD])].append(one)

    def in_text(self, text: str) -> Iterator[str]:
        """Those that stand in a text."""
        yield from (one for one in self._short if one in text)
        heads = self._long.keys() & set(zip(text, text[1:], text[2:], strict=False)) if len(self._long) > FEW else self._long
        yield from (one for head in heads for one in self._long[head] if one in text)
