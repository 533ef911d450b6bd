"""Format of the registry files: jurisdictions.yaml, units/*.yaml, known-documents.yaml."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sitegen.load.schema.allowances import ALLOWED, Allowances
from sitegen.load.schema.base import (
    Boolean,
    Day,
    JurisdictionId,
    ListOf,
    Paragraph,
    PlanId,
    Record,
    RequiredParagraph,
    RequiredText,
    Slug,
    Text,
    UnitId,
    WebAddress,
    Year,
)
from sitegen.load.schema.choices import Choice
from sitegen.model import KnownKind, Level, UnitKind


class JurisdictionRecord(Record):
    """一个辖区。"""

    id: Slug = Field(description="永久编号，用于网址，如 zhangqiu")
    name: RequiredText = Field(description="名称，如“章丘区”")
    full_name: Text = Field("", description="带上级的全称，如“济南市章丘区”")
    level: Choice[Level] = Field(description="层级")
    parent: JurisdictionId | None = Field(None, description="上级辖区的编号")


class JurisdictionsFile(Record):
    """辖区登记册。"""

    jurisdictions: Annotated[tuple[JurisdictionRecord, ...], ListOf] = Field(description="各辖区")


class AliasRecord(Record):
    """单位的另一个名称。"""

    name: RequiredText = Field(description="名称，照文件上的写法")
    seen: Annotated[tuple[PlanId, ...], ListOf] = Field((), description="在哪些要点里见到，填要点编号")


class UnitRecord(Record):
    """一个责任单位。"""

    id: Slug = Field(description="永久编号（在本辖区内不重复），用于网址")
    name: RequiredText = Field(description="名称，用文件上见到的写法")
    kind: Choice[UnitKind] = Field(description="种类")
    aliases: Annotated[tuple[AliasRecord, ...], ListOf] = Field((), description="别名、简称")
    of: UnitId | None = Field(None, description="隶属于本辖区哪个单位（有来源才写）")
    note: Paragraph = Field("", description="给读者的说明")


class MembershipRecord(Record):
    """某一年一份来源写明的成员。"""

    year: Year = Field(description="年份")
    units: Annotated[tuple[UnitId, ...], ListOf] = Field(description="成员单位的编号")
    source: RequiredText = Field(description="哪份文件、哪一处写明")


class GroupRecord(Record):
    """一个单位群体，如“各街道（镇）”。"""

    id: Slug = Field(description="永久编号（在本辖区内不重复）")
    name: RequiredText = Field(description="名称，用文件上见到的写法")
    aliases: Annotated[tuple[AliasRecord, ...], ListOf] = Field((), description="别的写法")
    memberships: Annotated[tuple[MembershipRecord, ...], ListOf] = Field(
        (), description="成员；只有来源写明时才填，不得推断"
    )
    note: Paragraph = Field("", description="给读者的说明")


class UnitsFile(Record):
    """一个辖区的单位登记册。"""

    jurisdiction: JurisdictionId = Field(description="辖区编号")
    units: Annotated[tuple[UnitRecord, ...], ListOf] = Field((), description="单位")
    groups: Annotated[tuple[GroupRecord, ...], ListOf] = Field((), description="单位群体")
    allowed_personal: Allowances = Field((), description=ALLOWED)


class KnownRelationRecord(Record):
    """与已收录要点的关系。"""

    plan: PlanId = Field(description="要点编号")
    kind: Annotated[str, Field(pattern="^(cited-by|interprets|basis-named-by|main-document-of|results-due-in)$")] = Field(
        description="cited-by 被该要点引用；interprets 解读该要点；basis-named-by 被该要点的解读列为依据；"
        "main-document-of 该要点（附件）的主件；results-due-in 该要点要求把落实情况写入的报告"
    )


class KnownDocumentRecord(Record):
    """一份已知存在、本站没有收录全文的文件。只填见到的，没见到的留空。"""

    id: Slug = Field(description="永久编号")
    jurisdiction: JurisdictionId = Field(description="辖区编号")
    year: Year | None = Field(None, description="年份")
    kind: Choice[KnownKind] = Field(description="种类")
    title: Text = Field("", description="标题")
    number: Text = Field("", description="文号")
    issuer: Text = Field("", description="发文机关")
    signed: Day = Field(None, description="成文日期")
    published: Day = Field(None, description="发布日期")
    index_number: Text = Field("", description="索引号")
    validity: Text = Field("", description="有效性，照页面上印着的，并写明是谁的页面，如“有效（江阴市政府网站转载页）”")
    address: WebAddress = Field("", description="官方网址")
    address_is_own: Boolean = Field(False, description="网址是否在发文机关自己的网站上：true 或 false")
    relations: Annotated[tuple[KnownRelationRecord, ...], ListOf] = Field((), description="与已收录要点的关系")
    facts: Annotated[tuple[RequiredParagraph, ...], ListOf] = Field((), description="页面上印着的数字和说法，照录")
    note: Paragraph = Field("", description="给读者的说明，如从哪里得知")


class KnownDocumentsFile(Record):
    """已知未收录文件。"""

    documents: Annotated[tuple[KnownDocumentRecord, ...], ListOf] = Field(description="各文件")
    allowed_personal: Allowances = Field((), description=ALLOWED)
