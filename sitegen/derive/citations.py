"""Citations (引用): how a page is to be cited: title, number, date, place in the document, address."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.derive.entries import date_words
from sitegen.derive.urls import Urls
from sitegen.model import Plan


@dataclass(frozen=True, slots=True)
class CitationView:
    """How to cite a page: the words, its permanent address as a link, and the address as shown."""

    words: str
    href: str
    address: str


def citation_view(plan: Plan, place: str, path: str, urls: Urls) -> CitationView:
    """Citation of a plan (``place`` empty) or of a place in it ("第33行"); ``path`` is the page's path."""
    document = plan.document
    issuer = document.issuer or document.signatory
    facts = (f"《{plan.title}》{place}", document.number, date_words(document.signed))
    words = "，".join(fact for fact in facts if fact) + "。"
    href = urls.href(path)
    return CitationView(f"{issuer}：{words}" if issuer else words, href, urls.absolute(path) or href)
