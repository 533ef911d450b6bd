"""Format of content/portal.yaml: facts of the portal itself (门户信息)."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from sitegen.load.schema.allowances import ALLOWED, Allowances
from sitegen.load.schema.base import (
    Day,
    ListOf,
    PlanReference,
    Record,
    RequiredText,
    Text,
    WebAddress,
    like,
)
from sitegen.load.schema.choices import Choice
from sitegen.model import Release, ReviewStage

TIME_PATTERN = r"([01][0-9]|2[0-3]):[0-5][0-9]"
IMAGE_PATTERN = r"[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*\.(png|svg|jpg|jpeg|gif|webp)"
AUTHORITY_PATTERN = r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?,[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"


def _matching(pattern: str, code: str, demand: str) -> BeforeValidator:
    def read(value: Any) -> Any:
        text = value.strip() if isinstance(value, str) else value
        if not text:
            return ""
        if isinstance(text, str) and re.fullmatch(pattern, text):
            return text
        raise PydanticCustomError(code, demand + "，现在是“{found}”", {"found": str(value)})

    return BeforeValidator(read)


TimeOfDay = Annotated[str, _matching(TIME_PATTERN, "time-format", "时间应写成 \"09:30\" 的样子"), like("09:30")]
ImagePath = Annotated[
    str, _matching(IMAGE_PATTERN, "image-path-format", "应填 static/ 下图片的路径，如 images/badge.png"), like("images/badge.png")
]  # fmt: skip
Authority = Annotated[
    str, _matching(AUTHORITY_PATTERN, "authority-format", "应填域名和年份，如 example.gov.cn,2025"), like("example.gov.cn,2025")
]  # fmt: skip


def _stated(value: date | None) -> date:
    if value is None:
        raise PydanticCustomError("text-missing", "这里不能为空")
    return value


class ReleaseRecord(Record):
    """一份要点在本站发布的时间。"""

    plan: PlanReference = Field(description="要点编号")
    published: Annotated[Day, AfterValidator(_stated)] = Field(description="在本站发布的日期，如 2025-09-01")
    time: TimeOfDay = Field("", description="几点几分，如 \"09:30\"（用英文双引号括起来）；没有记录就不写")


def _releases(records: tuple[ReleaseRecord, ...]) -> tuple[Release, ...]:
    return tuple(Release(record.plan, _stated(record.published), record.time) for record in records)


Releases = Annotated[tuple[ReleaseRecord, ...], ListOf, AfterValidator(_releases)]


class PortalFile(Record):
    """门户信息；没有来源的项目不写，页面上就不出现。"""

    title: RequiredText = Field(description="门户名称")
    description: RequiredText = Field(description="一两句话说明门户是什么")
    publisher: Text = Field("", description="主办单位")
    contact: Text = Field("", description="联系方式")
    site_code: Text = Field("", description="网站标识码")
    icp: Text = Field("", description="ICP备案号")
    police_record: Text = Field("", description="公安备案号")
    error_report_url: WebAddress = Field("", description="“我为政府网站找错”的网址；页面自己的网址会加在 url 参数里")
    licence: Text = Field("", description="数据许可；来源没有写明的，留空")
    published: Day = Field(None, description="本站内容的发布日期")
    published_time: TimeOfDay = Field("", description="本站内容发布的几点几分，如 \"09:30\"（用英文双引号括起来）")
    releases: Releases = Field((), description="个别要点在本站的发布时间与上面不同的，逐份登记")
    undertaker: Text = Field("", description="承办单位")
    address: Text = Field("", description="主办单位地址")
    icp_url: WebAddress = Field("", description="ICP备案号的链接")
    police_record_url: WebAddress = Field("", description="公安备案号的链接")
    police_badge: ImagePath = Field("", description="公安备案图标：static/ 下图片的路径")
    official_badge: ImagePath = Field("", description="党政机关网站标识：static/ 下图片的路径，如 images/badge.png")
    official_badge_url: WebAddress = Field("", description="党政机关网站标识的链接")
    feed_authority: Authority = Field(
        "", description="订阅条目永久编号用的域名和年份，如 example.gov.cn,2025；网址变了也不改"
    )
    required_review: Choice[ReviewStage] | None = Field(
        None, description="正式发布（--production）要求做到三审三校的哪一环节；不写就不要求"
    )
    allowed_personal: Allowances = Field((), description=ALLOWED)
