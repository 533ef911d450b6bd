"""The portal (门户) as a whole: everything that the content says, understood and with references resolved."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from sitegen.model.links import LinkSet
from sitegen.model.plan import Plan, ReviewStage
from sitegen.model.progress import Progress
from sitegen.model.registry import Group, Jurisdiction, KnownDocument, Unit
from sitegen.position import Loc

NOWHERE = Loc("")


@dataclass(frozen=True, slots=True)
class Release:
    """When this portal put a plan online (本站发布时间): the plan's id, the day, the time of day ("09:30") or empty."""

    plan_id: str
    day: date
    time: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts of the portal itself (门户信息), from portal.yaml; every field but title and description may be empty.

    ``required_review`` is the stage that a plan must have passed before it may be published, None where none is asked.
    ``published`` and ``published_time`` say when this portal put its content online, ``releases`` where that differs for
    a plan; none of them is a date of a document. Badges are paths of images under static/. ``feed_authority`` is the
    domain and the day by which ids of Atom entries are made ("example.gov.cn,2025"); once in use it never changes.
    """

    title: str
    description: str
    publisher: str = ""
    contact: str = ""
    site_code: str = ""
    icp: str = ""
    police_record: str = ""
    error_report_url: str = ""
    licence: str = ""
    published: date | None = None
    required_review: ReviewStage | None = None
    published_time: str = ""
    releases: tuple[Release, ...] = ()
    undertaker: str = ""
    address: str = ""
    icp_url: str = ""
    police_record_url: str = ""
    police_badge: str = ""
    official_badge: str = ""
    official_badge_url: str = ""
    feed_authority: str = ""


@dataclass(frozen=True, slots=True)
class Definition:
    """One definition of a term (术语释义), quoted from a clause: the words and the item or task that holds them."""

    quote: str
    source_id: str
    at: Loc = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """Term (术语) with the definitions that documents give of it, and an explanation of the portal's own, if any."""

    id: str
    term: str
    explanation: str
    definitions: tuple[Definition, ...]
    at: Loc = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Prose:
    """Prose page (说明页) written in Markdown: address segment, title, one-line summary, text."""

    key: str
    title: str
    summary: str
    order: int
    text: str
    at: Loc = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ThesaurusEntry:
    """Words that readers use for one thing (读者用语), and words that documents print for it, the closest first."""

    words: tuple[str, ...]
    terms: tuple[str, ...]
    at: Loc = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Portal:
    """Everything the portal knows; tuples are in the order in which readers should meet them.

    ``thesaurus`` (读者用语对照) holds readers' words with the words of documents for them.
    """

    facts: Facts
    jurisdictions: tuple[Jurisdiction, ...]
    units: tuple[Unit, ...]
    groups: tuple[Group, ...]
    plans: tuple[Plan, ...]
    known_documents: tuple[KnownDocument, ...] = ()
    link_sets: tuple[LinkSet, ...] = ()
    glossary: tuple[GlossaryTerm, ...] = ()
    prose: tuple[Prose, ...] = ()
    progress: tuple[Progress, ...] = ()
    thesaurus: tuple[ThesaurusEntry, ...] = ()

    @property
    def bodies(self) -> tuple[Unit | Group, ...]:
        """All units, then all groups."""
        return (*self.units, *self.groups)
