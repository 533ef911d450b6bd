"""Numbers that are published on purpose (准许公开的号码): the one exception from the check of personal data."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sitegen.load.schema.base import ListOf, Record, RequiredText


class AllowedRecord(Record):
    """一个准许公开的号码，如文件上印着的办公电话。"""

    text: RequiredText = Field(description="号码，照本文件里的写法；写电话时用英文双引号括起来")
    reason: RequiredText = Field(description="为什么可以公开，如“文件附注公布的办公电话”")


Allowances = Annotated[tuple[AllowedRecord, ...], ListOf]
ALLOWED = "本文件里准许公开的号码（身份证号、手机号、银行卡号、电话号码一律拦截，准许的逐个登记并写明理由）"
