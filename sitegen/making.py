"""Making (制作): parts of the site map -> finished files, each looked at by itself and laid out as soon as it is made.

Parts are made in several processes, and what a process made does not go through another: it lays its files on the shelf
itself and tells what the rest of the build needs to know of them. Here belongs nothing about any one kind of file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, is_dataclass
from itertools import chain
from typing import Any, Generic, TypeVar

from sitegen.memo import Memo
from sitegen.pages import Matter, Page, Part
from sitegen.processes import spread
from sitegen.render.output import Output
from sitegen.render.site import Press
from sitegen.render.sitemap import Listing, listing_of
from sitegen.shelves import Shelf
from sitegen.verify import SeenPage, Ways, see_page

K = TypeVar("K")
# So many finished files are laid out in less time than another process takes to begin.
PIECE = 100


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of a finished file (成品记录): path, fingerprint; of a page what was seen of it and how it is listed."""

    path: str
    fingerprint: str
    seen: SeenPage | None = None
    listing: Listing | None = None

    def sharing(self, same: Callable[[Any, Any], Any]) -> Record:
        """The same record, of a page with the links and ids that ``same`` gives for each."""
        return Record(self.path, self.fingerprint, self.seen.sharing(same), self.listing) if self.seen else self


@dataclass(frozen=True, slots=True)
class Made(Generic[K]):
    """A finished file (成品): its record, what the shelf gave for it, and what names all that it was made from."""

    record: Record
    laid: K
    key: str


@dataclass(frozen=True, slots=True)
class MadePart:
    """What a memo keeps of a part: what names its grounds, and the record of each of its files under what names the file's."""

    key: str
    records: tuple[tuple[str, Record], ...]


def make_parts(
    parts: Sequence[Part], press: Press, ways: Ways, shelf: Shelf[K], memo: Memo, processes: int
) -> tuple[Made[K], ...]:
    """Every file of some parts, made and laid out.

    Where a memo knows a part by its grounds it is not made again; of another part, files that it knows are not.
    """
    frame = press.fingerprint
    keys = _keys(parts, frame, memo)
    done = {number: laid for number, part in enumerate(parts) if (laid := _laid(part, keys[number], shelf, memo)) is not None}
    missing = [number for number in range(len(parts)) if number not in done]

    def make(number: int) -> tuple[Made[K], ...]:
        before = memo.recall(_name(parts[number]))
        records = dict(before.records) if before else {}
        return tuple(_made(matter, frame, press, ways, shelf, memo, records) for matter in parts[number].make())

    known: dict[Any, Any] = {}

    def receive(part: tuple[Made[K], ...]) -> tuple[Made[K], ...]:
        return tuple(Made(one.record.sharing(known.setdefault), one.laid, one.key) for one in part)

    for number, part in zip(missing, spread(make, missing, processes, receive), strict=True):
        memo.keep(_name(parts[number]), MadePart(keys[number], tuple((one.key, one.record) for one in part)))
        done[number] = part
    return tuple(one for number in range(len(parts)) for one in done[number])


def _name(part: Part) -> str:
    return f"part/{part.name}"


def _keys(parts: Sequence[Part], frame: str, memo: Memo) -> tuple[str, ...]:
    def grounds() -> Iterable[tuple[object, ...]]:
        for part in parts:
            for value in part.grounds:
                if is_dataclass(value):
                    memo.named(value)
            yield frame, part.name, *part.grounds

    return memo.keys("part", grounds, len(parts))


def _laid(part: Part, key: str, shelf: Shelf[K], memo: Memo) -> tuple[Made[K], ...] | None:
    """The files of a part as they were made before, if it is known by its grounds and the shelf has them all."""
    kept = memo.recall(_name(part))
    if kept is None or kept.key != key:
        return None
    found = tuple((name, record, shelf.find(record.path, record.fingerprint)) for name, record in kept.records)
    if any(laid is None for _, _, laid in found):
        return None
    return tuple(Made(record, laid, name) for name, record, laid in found if laid is not None)


def lay_files(outputs: Sequence[Output], shelf: Shelf[K], processes: int) -> tuple[K, ...]:
    """Files that are finished already, laid out."""
    pieces = [outputs[start : start + PIECE] for start in range(0, len(outputs), PIECE)]
    laid = spread(lambda piece: [shelf.lay(output, output.fingerprint) for output in piece], pieces, processes)
    return tuple(chain.from_iterable(laid))


def seen_pages(made: Iterable[Made[K]]) -> tuple[SeenPage, ...]:
    """What was seen of the pages among some files."""
    return tuple(one.record.seen for one in made if one.record.seen)


def listings(made: Iterable[Made[K]]) -> tuple[Listing, ...]:
    """How the pages among some files are listed."""
    return tuple(one.record.listing for one in made if one.record.listing)


def _made(
    matter: Matter, frame: str, press: Press, ways: Ways, shelf: Shelf[K], memo: Memo, before: Mapping[str, Record]
) -> Made[K]:
    key = memo.key(("file", frame, matter))
    known = before.get(key)
    if known and (laid := shelf.find(known.path, known.fingerprint)) is not None:
        return Made(known, laid, key)
    output = press.finished(matter)
    record = known or _record(matter, output, ways)
    return Made(record, shelf.lay(output, record.fingerprint), key)


def _record(matter: Matter, output: Output, ways: Ways) -> Record:
    if isinstance(matter, Page):
        return Record(output.path, output.fingerprint, see_page(output, ways), listing_of(matter))
    return Record(output.path, output.fingerprint)
