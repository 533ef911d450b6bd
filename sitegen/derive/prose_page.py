"""Prose pages (说明页): pages that editors write in Markdown. The text stays Markdown; rendering it is the renderer's."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.derive.entries import LabelledLink
from sitegen.derive.urls import Urls
from sitegen.model import Portal, Prose


@dataclass(frozen=True, slots=True)
class ProseView:
    """A prose page: title, summary, Markdown text, links to the other prose pages."""

    title: str
    description: str
    summary: str
    text: str
    others: tuple[LabelledLink, ...]


def prose_view(prose: Prose, portal: Portal, urls: Urls) -> ProseView:
    """A prose page with links to the others, in their order."""
    ordered = sorted(portal.prose, key=lambda other: (other.order, other.key))
    others = tuple(LabelledLink(other.title, urls.prose(other.key)) for other in ordered if other.key != prose.key)
    return ProseView(prose.title, prose.summary or prose.title, prose.summary, prose.text, others)
