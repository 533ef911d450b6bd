"""Format of the head of content/pages/*.md: a prose page (说明页) whose text is Markdown."""

from __future__ import annotations

from pydantic import Field

from sitegen.load.schema.allowances import ALLOWED, Allowances
from sitegen.load.schema.base import Integer, Record, RequiredText, Text


class ProseMatter(Record):
    """说明页开头两行“---”之间的内容。"""

    title: RequiredText = Field(description="页面标题")
    summary: Text = Field("", description="一句话摘要")
    order: Integer = Field(100, description="排列次序，小的在前")
    allowed_personal: Allowances = Field((), description=ALLOWED)
