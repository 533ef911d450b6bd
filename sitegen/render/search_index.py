"""A search that is made (检索): its files, and what pages are completed with. How it is made is ``search``'s matter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sitegen.derive.indexes import LinkGroup
from sitegen.derive.search_record import RecordKind, Searchable, SearchRecord
from sitegen.render.output import Output

# What prepared results show, and how many of them.
SHOWN = (RecordKind.TASK, RecordKind.ITEM)
MOST_RESULTS = 20


@dataclass(frozen=True, slots=True)
class PhraseResults:
    """A phrase, the segment of its page's address, the best records, and how many there are in all."""

    phrase: str
    slug: str
    records: tuple[SearchRecord, ...]
    total: int


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """All files of the search, the path of the one from which a page's script starts, and prepared results of phrases.

    ``units`` are the site's units by letter, for the search page. ``directory`` is what a script must know to ask at once for the files that a query needs, without waiting for the
    manifest, so the page itself holds it: names of files of the index (``shards``), of files by letter, of units.
    ``encoded`` is what the next search may begin with (see ``shards``).
    """

    manifest_path: str
    directory: str
    files: tuple[Output, ...]
    prepared: tuple[PhraseResults, ...]
    units: tuple[LinkGroup, ...] = ()
    encoded: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)

    @property
    def folders(self) -> tuple[str, ...]:
        """Folders under search/ that hold the files, in order of name; names in them change with the content."""
        return tuple(sorted({"/".join(file.path.split("/")[:2]) + "/" for file in self.files}))


def without_index(found: Searchable) -> SearchIndex:
    """What pages are completed with where nobody will search: every record that prepared results may show is shown once.

    So a fault that a record would bring to some page of results shows itself, though no index was made.
    """
    shown = [record for record in found.records if record.kind in SHOWN]
    batches = (tuple(shown[start : start + MOST_RESULTS]) for start in range(0, len(shown), MOST_RESULTS))
    prepared = (PhraseResults(str(batch[0].number), str(batch[0].number), batch, len(batch)) for batch in batches)
    return SearchIndex("", "", (), tuple(prepared), (LinkGroup("units-others", "#", found.units),))
