"""Texts of results (结果文字): what a result shows, in files of four records that lie beside one another.

A scope's files lie in one folder named by their content. Form of a file: a list of records, each a list of address,
title, label, units, deadline, sentences and the sentences' anchors. Place, year and kind are the manifest's matter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.derive.search_record import SCOPE_SIZE, SearchRecord
from sitegen.render.json_text import as_json
from sitegen.render.output import Output
from sitegen.render.search.files import content_hash, script

CHUNK_SIZE = 4
HASH_LENGTH = 4


@dataclass(frozen=True, slots=True)
class ScopeTexts:
    """Texts of one scope: the hash in the name of its folder, and its files."""

    hash: str
    files: tuple[Output, ...]


def write_texts(records: Sequence[SearchRecord]) -> ScopeTexts:
    """Write the texts of one scope's records, which come in the order of their numbers."""
    chunks = [as_json([_shown(record) for record in records[start : start + CHUNK_SIZE]])
              for start in range(0, len(records), CHUNK_SIZE)]  # fmt: skip
    own_hash = content_hash("\n".join(chunks), HASH_LENGTH)
    folder = f"t/{records[0].number // SCOPE_SIZE}-{own_hash}"
    return ScopeTexts(own_hash, tuple(script(f"{folder}/{number}", chunk) for number, chunk in enumerate(chunks)))


def _shown(record: SearchRecord) -> list[str | tuple[str, ...]]:
    return [record.url, record.title, record.label, record.units, record.deadline, record.sentences, record.anchors]
