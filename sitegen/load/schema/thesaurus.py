"""Format of content/thesaurus.yaml: readers' words (读者用语) and the words that official documents use for them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sitegen.load.schema.base import ListOf, Record, RequiredText


class ThesaurusRecord(Record):
    """几个读者用语，和文件里说同一件事的词。"""

    words: Annotated[tuple[RequiredText, ...], ListOf] = Field(description="读者会搜的词，可写几个")
    terms: Annotated[tuple[RequiredText, ...], ListOf] = Field(
        description="文件里会印出来的词，越靠前意思越近；几个词要同时出现的，用空格隔开"
    )


class ThesaurusFile(Record):
    """读者用语对照。"""

    entries: Annotated[tuple[ThesaurusRecord, ...], ListOf] = Field(description="各条对照")
