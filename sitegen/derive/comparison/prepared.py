"""Comparisons made beforehand (备好的对照): what the rest of the site says of one, and the whole of it, packed.

Only the page of a comparison and its data show the whole. It is packed and squeezed to a third or less, so that those of a large
portal are held, handed on and kept at little cost, and opened one at a time.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from sitegen.derive.comparison.bonds import Bond, bonds_in
from sitegen.derive.comparison.column import Column, column_of
from sitegen.derive.comparison.view import AbsentYear, Comparison, Count, Heading
from sitegen.memo import digest
from sitegen.packing import packed, unpacked

FAST = 1


@dataclass(frozen=True, slots=True)
class Prepared:
    """A comparison as the rest of the site knows it; ``bonds`` are those of its clauses, the others its own fields.

    ``packed_column`` is what the lower place says to each clause of the superior, empty but for levels of one year.
    ``fingerprint`` stands for the whole comparison, ``bonds_fingerprint`` for the bonds: where one is the same, so is what
    it stands for.
    """

    heading: Heading
    absent_years: tuple[AbsentYear, ...]
    sentence_counts: tuple[Count, ...]
    summary: str
    fingerprint: str
    bonds_fingerprint: str
    bonds: tuple[Bond, ...] = field(compare=False, repr=False)
    packed_column: bytes = field(compare=False, repr=False)
    packed_whole: bytes = field(compare=False, repr=False)

    def opened(self) -> Comparison:
        """The whole comparison."""
        whole: Comparison = unpacked(zlib.decompress(self.packed_whole))
        return whole

    def column(self) -> Column:
        """What the lower place says to each clause of the superior."""
        column: Column = unpacked(zlib.decompress(self.packed_column))
        return column


@dataclass(frozen=True, slots=True)
class Pending:
    """A comparison that is made when somebody asks for it (待做的对照); ``make`` makes it, best together with others."""

    heading: Heading
    make: Callable[[Sequence[Pending]], Iterable[Prepared]] = field(compare=False, repr=False)


# A comparison by its heading, made or still to be made (可取的对照).
Offered = Prepared | Pending


def taken(offered: Iterable[Offered]) -> tuple[Prepared, ...]:
    """Some comparisons, those still to be made made now, together."""
    listed = tuple(offered)
    pending = tuple(one for one in listed if isinstance(one, Pending))
    made = dict(zip(pending, pending[0].make(pending), strict=True)) if pending else {}
    return tuple(one if isinstance(one, Prepared) else made[one] for one in listed)


def prepared(comparison: Comparison) -> Prepared:
    """A comparison, ready to be kept."""
    bonds, whole = tuple(bonds_in(comparison)), packed(comparison)
    return Prepared(
        heading=comparison.heading,
        absent_years=comparison.absent_years,
        sentence_counts=comparison.sentence_counts,
        summary=comparison.summary,
        fingerprint=digest(whole),
        bonds_fingerprint=digest(packed(bonds)),
        bonds=bonds,
        packed_column=_squeezed(packed(column_of(comparison))),
        packed_whole=_squeezed(whole),
    )


def _squeezed(whole: bytes) -> bytes:
    return zlib.compress(whole, FAST)
