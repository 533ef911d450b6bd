"""Parts (分册): a table of the search cut by a hash of its keys into small files, each named by its number and content.

So a page fetches only the parts of its keys, and one changed record changes few files. What the parts of a table hold is
decided where the table is made. One hash stands for four files that lie beside one another, to keep their list short.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sitegen.render.json_text import as_json
from sitegen.render.output import Output
from sitegen.render.search.files import content_hash, script

T = TypeVar("T")
HASH_LENGTH = 4
PARTS_TO_A_HASH = 4
LEAST_BYTES, MOST_PARTS = 3_000, 512


@dataclass(frozen=True, slots=True)
class Parts:
    """The files of a table and what a page must know to find them: how many there are, and the hashes in their names."""

    count: int
    hashes: str
    files: tuple[Output, ...]


def cut_table(folder: str, held: Iterable[tuple[str, T]], size: int, value_of: Callable[[Sequence[T]], object]) -> Parts:
    """Cut a table of about ``size`` bytes by the key under which each entry is ``held``.

    ``value_of`` gives the value of a part by its entries, which come in their own order.
    """
    count = 1
    while count * LEAST_BYTES < size and count < MOST_PARTS:
        count *= 2
    parts: list[list[T]] = [[] for _ in range(count)]
    numbers: dict[str, int] = {}
    for key, entry in held:
        if key not in numbers:
            numbers[key] = term_hash(key) % count
        parts[numbers[key]].append(entry)
    return write_parts(folder, [as_json(value_of(part)) for part in parts])


def write_parts(folder: str, values: Sequence[str]) -> Parts:
    """Write parts, each given as JSON, into a folder of the search folder."""
    hashes = [content_hash("\n".join(values[start : start + PARTS_TO_A_HASH]), HASH_LENGTH)
              for start in range(0, len(values), PARTS_TO_A_HASH)]  # fmt: skip
    files = (script(f"{folder}/{number}-{hashes[number // PARTS_TO_A_HASH]}", value) for number, value in enumerate(values))
    return Parts(len(values), "".join(hashes), tuple(files))


def term_hash(term: str) -> int:
    """32-bit hash of a key, the same as in static/js/search/parts.js: FNV-1a over UTF-16 units, then mixed."""
    value = 0x811C9DC5
    for unit in memoryview(term.encode("utf-16-le")).cast("H"):
        value = (value ^ unit) * 0x01000193 & 0xFFFFFFFF
    value = (value ^ value >> 15) * 0x2C1B3C6D & 0xFFFFFFFF
    return value ^ value >> 13
