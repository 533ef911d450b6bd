"""Format of content/text-checks.yaml: the office's own list of wrong words (易错词) for the text checks."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sitegen.load.schema.base import ListOf, Record, RequiredText, Text


class WrongWordRecord(Record):
    """一个易错词。"""

    wrong: RequiredText = Field(description="错的写法，如“烈土”")
    right: RequiredText = Field(description="对的写法，如“烈士”")
    unless: Annotated[tuple[RequiredText, ...], ListOf] = Field(
        (), description="含有错的写法、但没有错的词语，如“激烈土”；正文里是这些词语时不提示"
    )
    reason: Text = Field("", description="依据，如“第一批异形词整理表”；显示在提示里")


class TextChecksFile(Record):
    """文字检查的易错词；文件可以没有。只提示，不改动任何文字。"""

    shipped: Annotated[str, Field(pattern="^(keep|replace)$")] = Field(
        "keep", description="软件自带的易错词：keep 保留，再加上本文件的；replace 不用，只用本文件的"
    )
    wrong_words: Annotated[tuple[WrongWordRecord, ...], ListOf] = Field((), description="本单位的易错词")
