"""Format of content/glossary.yaml: terms (术语) with the definitions that documents give of them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sitegen.load.schema.allowances import ALLOWED, Allowances
from sitegen.load.schema.base import ListOf, Paragraph, Record, Reference, RequiredParagraph, RequiredText, Slug


class DefinitionRecord(Record):
    """文件里对术语的一种说法。"""

    quote: RequiredParagraph = Field(description="原文原话，必须能在所指的条目里找到")
    source: Reference = Field(description="出处：要点编号/条目编号，如 zhangqiu-2024/item-6")


class TermRecord(Record):
    """一个术语。"""

    id: Slug = Field(description="永久编号")
    term: RequiredText = Field(description="术语")
    explanation: Paragraph = Field("", description="本站的解释；须与原文分开，没有把握就不写")
    definitions: Annotated[tuple[DefinitionRecord, ...], ListOf] = Field((), description="各文件里的说法")


class GlossaryFile(Record):
    """术语表。"""

    terms: Annotated[tuple[TermRecord, ...], ListOf] = Field(description="各术语")
    allowed_personal: Allowances = Field((), description=ALLOWED)
