"""Making (制作): parts of the site map -> finished files, each looked at by itself and laid out as soon as it is made.

Parts are made in several processes, and what a process made does not go through another: it lays its files on the shelf
itself and tells what the rest of the build needs to know of them. Here belongs nothing about any one kind of file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from sitegen.memo import Memo
from sitegen.pages import Matter, Page, Part
from sitegen.processes import spread
from sitegen.render.output import Output
from sitegen.render.site import Press
from sitegen.render.sitemap import Listing, listing_of
from sitegen.shelves import Shelf
from sitegen.verify import SeenPage, see_page

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of a finished file (成品记录): path, fingerprint; of a page what was seen of it and how it is listed."""

    path: str
    fingerprint: str
    seen: SeenPage | None = None
    listing: Listing | None = None

    def sharing(self, same: Callable[[Any, Any], Any]) -> Record:
        """The same record, of a page with the links and ids that ``same`` gives for each."""
        return replace(self, seen=self.seen.sharing(same)) if self.seen else self


@dataclass(frozen=True, slots=True)
class Made(Generic[K]):
    """A finished file (成品): its record, what the shelf gave for it, and the name by which a memo knows it."""

    record: Record
    laid: K
    key: str


def make_parts(
    parts: Sequence[Part], press: Press, base_path: str, shelf: Shelf[K], memo: Memo, processes: int
) -> tuple[Made[K], ...]:
    """Every file of some parts, made and laid out; what a memo knows of a file is not worked out again."""
    fingerprint = press.fingerprint

    def make(part: Part) -> tuple[Made[K], ...]:
        return tuple(_made(matter, fingerprint, press, base_path, shelf, memo) for matter in part())

    known: dict[Any, Any] = {}

    def receive(part: tuple[Made[K], ...]) -> tuple[Made[K], ...]:
        return tuple(replace(one, record=one.record.sharing(known.setdefault)) for one in part)

    made = tuple(one for part in spread(make, parts, processes, receive) for one in part)
    for one in made:
        memo.keep(one.key, one.record)
    return made


def lay_files(outputs: Sequence[Output], shelf: Shelf[K], processes: int) -> tuple[K, ...]:
    """Files that are finished already, laid out."""
    return spread(lambda output: shelf.lay(output, output.fingerprint), outputs, processes)


def seen_pages(made: Iterable[Made[K]]) -> tuple[SeenPage, ...]:
    """What was seen of the pages among some files."""
    return tuple(one.record.seen for one in made if one.record.seen)


def listings(made: Iterable[Made[K]]) -> tuple[Listing, ...]:
    """How the pages among some files are listed."""
    return tuple(one.record.listing for one in made if one.record.listing)


def _made(matter: Matter, frame: str, press: Press, base_path: str, shelf: Shelf[K], memo: Memo) -> Made[K]:
    key, known = memo.look_up(("file", frame, matter))
    if isinstance(known, Record) and (laid := shelf.find(known.path, known.fingerprint)) is not None:
        return Made(known, laid, key)
    output = press.finished(matter)
    record = known or _record(matter, output, base_path)
    return Made(record, shelf.lay(output, record.fingerprint), key)


def _record(matter: Matter, output: Output, base_path: str) -> Record:
    if isinstance(matter, Page):
        return Record(output.path, output.fingerprint, see_page(output, base_path), listing_of(matter))
    return Record(output.path, output.fingerprint)
