"""Facts, notice and imprint of a plan's document (公文要素、通知、版记), as printed and in the order of official documents."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.derive import wording
from sitegen.derive.entries import FactView, date_words, fact
from sitegen.model import Document, Plan


@dataclass(frozen=True, slots=True)
class CoverView:
    """The cover notice in the order of an official document (公文); every field as printed, empty where there is none.

    ``title_lines`` are the title, broken before 关于 as such titles are; joined they give the title.
    """

    letterhead: str
    number: str
    title_lines: tuple[str, ...]
    addressees: str
    body: tuple[str, ...]
    attachments: tuple[str, ...]
    signatory: str
    signed: str
    contact: str
    disclosure: str


@dataclass(frozen=True, slots=True)
class ImprintView:
    """The imprint at the document's end (版记), as printed; every field empty where there is none."""

    page_remark: str
    copies_to: tuple[str, ...]
    issuer: str
    imprinted: str


def facts_view(plan: Plan) -> tuple[FactView, ...]:
    """Facts of the document; those it does not have are said to be unseen."""
    document = plan.document
    return (
        fact("标题", plan.title),
        fact("发文机关", document.issuer or document.signatory),
        fact("文号", document.number),
        fact("成文日期", date_words(document.signed)),
        fact("印发日期", date_words(document.imprinted)),
        fact("发布日期", date_words(document.published)),
        fact("索引号", document.index_number),
        fact("有效性", document.validity),
        FactView("收录内容", plan.completeness or wording.FORMS[plan.form]),
    )


def cover_view(document: Document) -> CoverView | None:
    """The cover notice, or None where none is held."""
    cover = CoverView(
        letterhead=document.letterhead,
        number=document.number,
        title_lines=_title_lines(document.notice_title or "通知"),
        addressees=document.addressees,
        body=tuple(document.body.splitlines()),
        attachments=document.attachments,
        signatory=document.signatory,
        signed=document.signed.text,
        contact=document.contact,
        disclosure=document.disclosure,
    )
    return cover if document.notice_title or document.body or document.letterhead else None


def _title_lines(title: str) -> tuple[str, ...]:
    issuer, about, matter = title.partition("关于")
    return (issuer, about + matter) if issuer and about else (title,)


def imprint_view(document: Document) -> ImprintView | None:
    """The imprint, or None where none is held."""
    imprint = ImprintView(
        document.page_remark, document.copies_to, document.imprint_issuer, document.imprinted.text
    )
    return imprint if any((imprint.page_remark, imprint.copies_to, imprint.issuer, imprint.imprinted)) else None
