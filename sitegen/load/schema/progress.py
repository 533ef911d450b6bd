"""Format of content/progress/*.yaml: what sources say became of the tasks of one plan (进展)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sitegen.load.schema.allowances import ALLOWED, Allowances
from sitegen.load.schema.base import (
    ListOf,
    Paragraph,
    PlanId,
    Record,
    Reference,
    RequiredDay,
    RequiredText,
)
from sitegen.load.schema.choices import Choice
from sitegen.model import ProgressStatus


class ProgressRecord(Record):
    """一条公布的进展。"""

    task: Reference = Field(description="任务的编号，如 task-3、item-4/task-2；写 item-4 指这一条的全部任务")
    date: RequiredDay = Field(description="公布的日期，如 2025-12-01")
    status: Choice[ProgressStatus] = Field(description="来源所说的状态，照来源填，不推断")
    source: RequiredText = Field(description="谁公布的，如“槐荫区人民政府办公室”")
    evidence: RequiredText = Field(description="依据：网址，或已收录、已登记文件的编号")
    note: Paragraph = Field("", description="给读者的说明，如来源的原话")


class ProgressFile(Record):
    """一份要点的任务进展。"""

    plan: PlanId = Field(description="要点编号")
    progress: Annotated[tuple[ProgressRecord, ...], ListOf] = Field(description="各条进展")
    allowed_personal: Allowances = Field((), description=ALLOWED)
