"""Format of content/plans/*.yaml: one plan (工作要点), with its cover notice, text and task table, as printed."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from sitegen.load.schema.allowances import ALLOWED, Allowances
from sitegen.load.schema.base import (
    Day,
    DocumentId,
    JurisdictionId,
    ListOf,
    Paragraph,
    Record,
    RequiredParagraph,
    RequiredText,
    SeveralOf,
    Slug,
    Text,
    Year,
)
from sitegen.load.schema.choices import Choice
from sitegen.model import Form, NoteKind, ReviewStage


class NoteRecord(Record):
    """给读者的说明：文件的这一处有什么需要读者知道。"""

    kind: Choice[NoteKind] = Field(description="说明的种类")
    cell: Text = Field("", description="所说的栏目，如“责任单位”“完成时限”；说的是整行整条时留空")
    text: RequiredParagraph = Field(description="说明文字，写给读者看：原文如何，本站如何处理")


class CellRecord(Record):
    """一格：原表文字，以及它与读法不同时的依据。只有文字时可以直接写文字。"""

    text: Text = Field("", description="原表这一格的文字，照录；空白格留空")
    printed: Paragraph = Field("", description="原件有换行、空格等排版痕迹时，照原样再录一遍；没有就不写")
    inherited_from: Text = Field("", description="合并单元格：承接自哪一行，填那一行的序号")
    read_as: Text = Field("", description="编辑认定的读法（与原文不同时才写），必须写明 reason")
    source_error: Paragraph = Field("", description="原文疑有错误：写明错在哪里。写了它，本格不作推断")
    reason: Paragraph = Field("", description="认定 read_as 的理由")

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [{"type": ["string", "number", "null"]}, handler(schema)], "description": cls.__doc__}


def _cell(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


Cell = Annotated[CellRecord, BeforeValidator(_cell)]


class MentionsRecord(Record):
    """正文里另外说到的责任主体和时间（不在责任单位、完成时限栏里的）。必须是原文里的原话。"""

    units: Annotated[tuple[RequiredText, ...], ListOf] = Field((), description="正文里说到的责任主体，照录原话")
    deadlines: Annotated[tuple[RequiredText, ...], ListOf] = Field((), description="正文里说到的时间，照录原话")


class RowRecord(Record):
    """任务分解表的一行。"""

    number: RequiredText = Field(description="序号，照原表")
    section_label: Text = Field("", description="本行“工作任务”栏里印着的部分名称；没有印就不写")
    item_label: Text = Field("", description="本行“工作任务”栏里印着的条目名称；没有印就不写")
    item: Slug = Field(description="本行归入哪一条，填那一条的编号，如 item-3")
    item_inherited_from: Text = Field("", description="条目栏是合并单元格：承接自哪一行的序号")
    item_reason: Paragraph = Field("", description="归入的条目与印着的位置不同时，写明理由（即“编辑认定”）")
    text: RequiredParagraph = Field(description="具体要求，照录；只把被换页、换行打断的句子接上")
    fragments: Annotated[tuple[RequiredParagraph, ...], ListOf] = Field(
        (), description="原件把本行拆成几段（跨页）时，逐段照录；接起来须等于 text"
    )
    units: Cell | None = Field(None, description="责任单位")
    deadline: Cell | None = Field(None, description="完成时限")
    mentions: MentionsRecord = Field(MentionsRecord(), description="正文里另外说到的责任主体和时间")
    notes: Annotated[tuple[NoteRecord, ...], ListOf] = Field((), description="给读者的说明")


class TableRecord(Record):
    """任务分解表。"""

    title: RequiredText = Field(description="表的标题，照录")
    columns: Annotated[tuple[RequiredText, ...], SeveralOf] = Field(description="表头各栏，照录")
    notes: Annotated[tuple[NoteRecord, ...], ListOf] = Field((), description="关于整张表的说明")
    rows: Annotated[tuple[RowRecord, ...], ListOf] = Field(description="各行")


class PartRecord(Record):
    """一条里的一段：文字，以及印在这段后面的责任单位括注。"""

    text: RequiredParagraph = Field(description="这一段的文字，照录")
    responsibility: Text = Field("", description="印在这段后面的括注，连同括号照录，如“（责任单位：区司法局）”")
    mentions: MentionsRecord = Field(MentionsRecord(), description="这一段文字里另外说到的责任主体和时间")
    notes: Annotated[tuple[NoteRecord, ...], ListOf] = Field((), description="关于这一段的说明")


class ItemRecord(Record):
    """一条（“（一）……”），或任务分解表里的一个小标题。"""

    number: Text = Field("", description="编号，照录，如“（一）”“(十)”；原文没有编号就不写，另写 key")
    key: Slug | None = Field(None, description="没有编号的条目必填，各部分编号都从（一）起的，从第二个部分起也要填：永久编号，用于网址，定后不改")
    heading: RequiredText = Field(description="条目标题，照录，原文有句号就写句号")
    text: Paragraph = Field("", description="条目正文（标题之后），照录。整条只有一个责任单位括注时用它")
    responsibility: Text = Field("", description="条末的责任单位括注，连同括号照录")
    parts: Annotated[tuple[PartRecord, ...], ListOf] = Field(
        (), description="一条里分几处写责任单位时，按括注分段；用了 parts 就不写 text 和 responsibility"
    )
    mentions: MentionsRecord = Field(MentionsRecord(), description="正文里另外说到的责任主体和时间")
    notes: Annotated[tuple[NoteRecord, ...], ListOf] = Field((), description="关于这一条的说明")


class SectionRecord(Record):
    """一个部分（“一、……”）。"""

    number: RequiredText = Field(description="编号，照录，如“一、”")
    title: RequiredText = Field(description="标题，照录")
    notes: Annotated[tuple[NoteRecord, ...], ListOf] = Field((), description="关于这一部分的说明")
    items: Annotated[tuple[ItemRecord, ...], ListOf] = Field(description="各条")


class ParagraphRecord(Record):
    """没有编号的一段：总体要求或结尾段落。"""

    text: RequiredParagraph = Field(description="这一段的文字，照录")
    mentions: MentionsRecord = Field(MentionsRecord(), description="只用于结尾段落：这一段里说到的责任主体和时间；写了就成为一项任务")
    notes: Annotated[tuple[NoteRecord, ...], ListOf] = Field((), description="关于这一段的说明")


class DateRecord(Record):
    """文件上的一个日期：照录的文字和它表示的日子。"""

    text: Text = Field("", description="照录，如“2024年6月27日”")
    day: Day = Field(None, description="对应的日子，如 2024-06-27")


class DocumentRecord(Record):
    """公文要素，照录；文件上没有的就不写。"""

    letterhead: Text = Field("", description="发文机关标志，如“济南市人民政府办公厅文件”")
    number: Text = Field("", description="发文字号（文号）")
    notice_title: Text = Field("", description="通知的标题")
    addressees: Text = Field("", description="主送机关，连同冒号照录")
    body: Paragraph = Field("", description="通知正文")
    attachments: Annotated[tuple[RequiredText, ...], ListOf] = Field((), description="附件说明，如“附件：……分工”")
    issuer: Text = Field("", description="发文机关（文件上能看到的）")
    signatory: Text = Field("", description="发文机关署名")
    signed: DateRecord = Field(DateRecord(), description="成文日期")
    contact: Text = Field("", description="附注里的联系人、电话，连同括号照录")
    disclosure: Text = Field("", description="公开属性，如“（此件公开发布）”")
    attachment_mark: Text = Field("", description="附件页首的“附件”字样")
    page_remark: Text = Field("", description="“（此页无正文）”一类的页面说明")
    copies_to: Annotated[tuple[RequiredText, ...], ListOf] = Field((), description="抄送，每行一项，照录")
    imprint_issuer: Text = Field("", description="版记里的印发机关")
    imprinted: DateRecord = Field(DateRecord(), description="版记里的印发日期")
    published: DateRecord = Field(DateRecord(), description="发布日期（网站上发布的日期）；没有来源就不写")
    index_number: Text = Field("", description="索引号；没有来源就不写")
    validity: Text = Field("", description="有效性；没有来源就不写")


class ReviewRecord(Record):
    """三审三校的一次记录：谁（职责，不必写姓名）在哪一天做了哪一审或哪一校。"""

    stage: Choice[ReviewStage] = Field(description="环节")
    role: RequiredText = Field(description="由谁做：岗位或机构，如“区政府办公室政务公开科”；不必写姓名")
    date: Day = Field(None, description="日期，如 2024-06-28；没有记录就不写")


class PlanFile(Record):
    """一份工作要点（或单独的任务分解表）。"""

    id: Slug = Field(description="永久编号：辖区编号-年份，如 zhangqiu-2024；同一年有第二份时再加后缀")
    jurisdiction: JurisdictionId = Field(description="辖区编号，见 jurisdictions.yaml")
    year: Year = Field(description="年份")
    form: Choice[Form] = Field(description="形态：文字（prose）、单独的表（table）、文字并附表（prose-and-table）")
    title: RequiredText = Field(description="要点（或表）的标题，照录")
    source: Paragraph = Field("", description="文本从哪里来、怎样录入")
    completeness: Paragraph = Field("", description="收录得不全时说明，如“仅有附件，未见主件”")
    document: DocumentRecord = Field(DocumentRecord(), description="公文要素")
    first_unit_leads: Text = Field("", description="文件规定“列第一位的为牵头单位”时，照录这句话；没有就不写")
    cites: Annotated[tuple[DocumentId, ...], ListOf] = Field(
        (), description="文件里引用的文件：要点编号，或已知未收录文件的编号"
    )
    notes: Annotated[tuple[NoteRecord, ...], ListOf] = Field((), description="关于整份文件的说明")
    preamble: Annotated[tuple[ParagraphRecord, ...], ListOf] = Field((), description="总体要求等开头段落")
    sections: Annotated[tuple[SectionRecord, ...], ListOf] = Field((), description="各部分")
    closing: Annotated[tuple[ParagraphRecord, ...], ListOf] = Field((), description="结尾段落")
    table: TableRecord | None = Field(None, description="任务分解表")
    review: Annotated[tuple[ReviewRecord, ...], ListOf] = Field((), description="录入内容的三审三校记录，按先后排列")
    allowed_personal: Allowances = Field((), description=ALLOWED)
