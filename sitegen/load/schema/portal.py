"""Format of content/portal.yaml: facts of the portal itself (门户信息)."""

from __future__ import annotations

from pydantic import Field

from sitegen.load.schema.allowances import ALLOWED, Allowances
from sitegen.load.schema.base import Day, Record, RequiredText, Text
from sitegen.load.schema.choices import Choice
from sitegen.model import ReviewStage


class PortalFile(Record):
    """门户信息；没有来源的项目不写，页面上就不出现。"""

    title: RequiredText = Field(description="门户名称")
    description: RequiredText = Field(description="一两句话说明门户是什么")
    publisher: Text = Field("", description="主办单位")
    contact: Text = Field("", description="联系方式")
    site_code: Text = Field("", description="网站标识码")
    icp: Text = Field("", description="ICP备案号")
    police_record: Text = Field("", description="公安备案号")
    error_report_url: Text = Field("", description="“我为政府网站找错”的网址")
    licence: Text = Field("", description="数据许可；来源没有写明的，留空")
    published: Day = Field(None, description="本站内容的发布日期")
    required_review: Choice[ReviewStage] | None = Field(
        None, description="正式发布（--production）要求做到三审三校的哪一环节；不写就不要求"
    )
    allowed_personal: Allowances = Field((), description=ALLOWED)
