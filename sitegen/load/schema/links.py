"""Format of content/links/*.yaml: declared links (对照关系) between the clauses of two plans."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sitegen.load.schema.base import (
    ListOf,
    Paragraph,
    PlanId,
    Record,
    SlugOrSlugs,
)
from sitegen.load.schema.choices import Choice
from sitegen.model import LinkSetKind, Relation


class LinkRecord(Record):
    """一条对照关系。"""

    from_: SlugOrSlugs = Field(
        (), alias="from", description="前一份（或上级）里的条目或任务编号，如 item-3、task-13；可写几个"
    )
    to: SlugOrSlugs = Field((), description="后一份（或下级）里的条目或任务编号；可写几个")
    relation: Choice[Relation] = Field(description="关系")
    reason: Paragraph = Field("", description="理由，一眼看不出来时写")


class LinksFile(Record):
    """两份要点之间的对照关系。"""

    kind: Choice[LinkSetKind] = Field(description="种类：年度对照、上下级对照、修订对照、同源表述对照")
    from_: PlanId = Field(alias="from", description="前一份（或上级）要点的编号")
    to: PlanId = Field(description="后一份（或下级）要点的编号")
    links: Annotated[tuple[LinkRecord, ...], ListOf] = Field(description="各条对照关系")
