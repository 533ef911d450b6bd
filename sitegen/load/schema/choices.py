"""Fields whose value is one of a fixed list: the list in Chinese for editors, the enumeration for the program."""

from __future__ import annotations

from difflib import get_close_matches
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from sitegen.model import (
    Form,
    KnownKind,
    Level,
    LinkSetKind,
    NoteKind,
    ProgressStatus,
    Relation,
    ReviewStage,
    UnitKind,
)

E = TypeVar("E", bound=StrEnum)

CHINESE: dict[type[StrEnum], dict[str, str]] = {
    Form: {"prose": "文字", "table": "任务分解表", "prose-and-table": "文字并附任务分解表"},
    Level: {"state": "国家", "province": "省级", "city": "市级", "district": "区县级"},
    NoteKind: {
        "source-error": "原文疑误", "merged-cell": "合并单元格", "misplaced-label": "标签错位",
        "glued-label": "标签并入正文", "broken-row": "跨页断行", "repeated-text": "重复文字", "wording": "文字差异",
        "numbering": "编号", "punctuation": "标点", "naming": "名称", "actor-in-text": "正文另有主体",
        "date-in-text": "正文另有时间", "other": "其他",
    },
    UnitKind: {
        "department": "政府部门", "office": "办公机构", "dispatched": "派出机构", "subdistrict": "街道", "town": "镇",
        "vertical": "垂直管理单位", "institution": "事业单位", "enterprise": "企业", "party": "党群机关", "other": "其他",
    },
    KnownKind: {
        "plan": "工作要点", "table": "任务分解表", "interpretation": "政策解读", "annual-report": "年度报告",
        "regulation": "法规", "notice": "通知等文件",
    },
    LinkSetKind: {"years": "年度对照", "levels": "上下级对照", "revision": "修订对照", "siblings": "同源表述对照"},
    Relation: {
        "continued": "延续", "reworded": "改写", "partly-kept": "部分保留", "merged": "合并", "split": "拆分",
        "moved": "移动", "dropped": "不再出现", "new": "新增", "carries-out": "承接", "same-source": "同源表述",
        "none": "无对应",
    },
    ProgressStatus: {"done": "已结", "carried-over": "结转", "in-progress": "进行中", "withdrawn": "取消"},
    ReviewStage: {
        "first-review": "初审", "second-review": "复审", "final-review": "终审", "first-proof": "一校",
        "second-proof": "二校", "third-proof": "三校",
    },
}  # fmt: skip


class _Choices:
    """Builds the annotated type of a field that holds one of an enumeration's values: ``Choice[Form]``."""

    def __getitem__(self, kind: type[E]) -> Any:
        labels = CHINESE[kind]

        def read(value: Any) -> Any:
            if isinstance(value, str) and value in labels:
                return kind(value)
            near = get_close_matches(value, labels, 1) if isinstance(value, str) else []
            hint = f"；是不是“{near[0]}”？" if near else ""
            known = "、".join(f"{name}（{label}）" for name, label in labels.items())
            raise PydanticCustomError(
                "choice-unknown", "没有“{found}”这个选项{hint}可以填：{known}",
                {"found": str(value), "hint": hint or "。", "known": known},
            )  # fmt: skip

        described = [{"const": name, "description": label} for name, label in labels.items()]
        return Annotated[kind, BeforeValidator(read), WithJsonSchema({"enum": list(labels), "anyOf": described})]


if TYPE_CHECKING:
    Choice = Annotated[E, "one of an enumeration's values"]
else:
    Choice = _Choices()
