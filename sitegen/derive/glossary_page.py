"""Glossary (术语表): terms with the definitions that documents give, side by side, and our own explanation apart."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.derive.entries import LabelledLink, plan_label
from sitegen.derive.index import Index
from sitegen.derive.places import item_name, task_link
from sitegen.derive.urls import Urls
from sitegen.model import Definition, GlossaryTerm

DIFFERING = "各文件的说法不完全一样，并列在此，不作取舍。"


@dataclass(frozen=True, slots=True)
class DefinitionView:
    """What a document says: the quotation, the clauses that hold it."""

    quote: str
    sources: tuple[LabelledLink, ...]


@dataclass(frozen=True, slots=True)
class TermEntry:
    """A term: anchor, name, our explanation or "", what documents say, and a remark where they differ."""

    anchor: str
    term: str
    explanation: str
    definitions: tuple[DefinitionView, ...]
    remark: str


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """The glossary."""

    title: str
    description: str
    terms: tuple[TermEntry, ...]


def glossary_view(index: Index, urls: Urls) -> GlossaryView:
    """The glossary in the order of its file."""
    return GlossaryView(
        title="术语",
        description="工作要点里的专门用语：各文件怎么说，本站怎么解释。",
        terms=tuple(_entry(term, index, urls) for term in index.portal.glossary),
    )


def _entry(term: GlossaryTerm, index: Index, urls: Urls) -> TermEntry:
    sources: dict[str, tuple[LabelledLink, ...]] = {}
    for definition in term.definitions:
        sources[definition.quote] = (*sources.get(definition.quote, ()), _source(definition, index, urls))
    definitions = tuple(DefinitionView(quote, links) for quote, links in sources.items())
    return TermEntry(term.id, term.term, term.explanation, definitions, DIFFERING if len(definitions) > 1 else "")


def _source(definition: Definition, index: Index, urls: Urls) -> LabelledLink:
    plan = index.plans[definition.source_id.partition("/")[0]]
    if definition.source_id in index.tasks:
        place = task_link(index.tasks[definition.source_id], index, urls).label
    else:
        place = item_name(index.passages[definition.source_id])
    return LabelledLink(f"{plan_label(plan)}{place}", urls.passage(definition.source_id))
