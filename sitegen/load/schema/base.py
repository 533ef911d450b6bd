"""Types that every content file shares: text as typed, numbers and days written as text, ids, lists of one.

Every scalar reaches this room as the text the editor typed; here it is checked and, where a number or a day is meant,
converted. Errors are raised as ``PydanticCustomError`` whose type is the problem code and whose text is Chinese.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BaseModel, BeforeValidator, ConfigDict, WithJsonSchema
from pydantic_core import PydanticCustomError

DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
YEARS = range(1949, 2200)
SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
SLUG = re.compile(SLUG_PATTERN)
REFERENCE_PATTERN = r"^[a-z0-9]+([-/][a-z0-9]+)*$"
REFERENCE = re.compile(REFERENCE_PATTERN)
IDS = "x-ids-of"
"""Key of a schema that names the kinds of files which register the ids that may stand there."""
LONGEST_ID = 80
"""Characters of an id, which becomes the name of a folder."""
LONGEST_TEXT = 1_000
"""Characters of a name, a cell, a label: more than any document prints in one, and few enough to be read in no time."""
LONGEST_PARAGRAPH = 10_000
"""Characters of a paragraph of running text, or of a note."""


class Record(BaseModel):
    """One mapping of a content file; unknown fields are refused, values never change."""

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True, strict=True)


def _text(value: Any) -> Any:
    if isinstance(value, str):
        return _at_most(LONGEST_TEXT, value.strip())
    if value is None:
        return ""
    raise PydanticCustomError("text-expected", "这里应填文字，现在是{found}", {"found": _found(value)})


def _required_text(value: Any) -> Any:
    return _filled(_text(value))


def _paragraph(value: Any) -> Any:
    return _at_most(LONGEST_PARAGRAPH, value.strip()) if isinstance(value, str) else _text(value)


def _required_paragraph(value: Any) -> Any:
    return _filled(_paragraph(value))


def _filled(text: str) -> str:
    if text == "":
        raise PydanticCustomError("text-missing", "这里不能为空")
    return text


def _at_most(longest: int, text: str) -> str:
    if len(text) > longest:
        raise PydanticCustomError(
            "text-too-long", "这里有 {length} 个字，最多 {longest} 个字", {"length": len(text), "longest": longest}
        )
    return text


def _integer(value: Any) -> Any:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,9}", value.strip()):
        return int(value)
    raise PydanticCustomError("number-expected", "这里应填整数（半角数字），现在是{found}", {"found": _found(value)})


def _year(value: Any) -> Any:
    year = _integer(value)
    if year not in YEARS:
        raise PydanticCustomError("year-impossible", "这里应填 1949 到 2199 之间的年份，现在是{found}", {"found": _found(value)})
    return year


def _day(value: Any) -> Any:
    if value is None or value == "":
        return None
    match = DAY.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        raise PydanticCustomError("date-format", "日期应写成 2024-06-27 的样子，现在是{found}", {"found": _found(value)})
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        raise PydanticCustomError("date-impossible", "没有这一天：{found}", {"found": _found(value)}) from None


def _required_day(value: Any) -> Any:
    day = _day(value)
    if day is None:
        raise PydanticCustomError("text-missing", "这里不能为空")
    return day


def _slug(value: Any) -> Any:
    text = _at_most(LONGEST_ID, _required_text(value))
    if not SLUG.fullmatch(text):
        raise PydanticCustomError(
            "id-format", "编号只能用小写英文字母、数字和短横线，现在是{found}", {"found": _found(value)}
        )
    return text


def _reference(value: Any) -> Any:
    text = _at_most(2 * LONGEST_ID, _required_text(value))
    if not REFERENCE.fullmatch(text):
        raise PydanticCustomError(
            "id-format", "引用的编号只能用小写英文字母、数字、短横线和斜线，现在是{found}", {"found": _found(value)}
        )
    return text


def _list(value: Any) -> Any:
    if value is None:
        return ()
    if isinstance(value, list):
        return tuple(value)
    raise PydanticCustomError("list-expected", "这里应是列表（每行以“- ”开头），现在是{found}", {"found": _found(value)})


def _several(value: Any) -> Any:
    """A list whose only text is a list in the document's own notation holds several."""
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str) and value[0].count("、") > 1:
        raise PydanticCustomError("list-expected", "这里应是列表，各项却用顿号连成了一项：{found}", {"found": _found(value[0])})
    return _list(value)


def _list_or_one(value: Any) -> Any:
    return (value,) if isinstance(value, str) else _list(value)


def _boolean(value: Any) -> Any:
    if value in ("true", "false"):
        return value == "true"
    raise PydanticCustomError("boolean-expected", "这里应填 true 或 false，现在是{found}", {"found": _found(value)})


def _found(value: Any) -> str:
    if isinstance(value, str):
        return f"“{value}”"
    if value is None:
        return "空白"
    return "列表" if isinstance(value, list | tuple) else "若干字段"


def _web_address(value: Any) -> Any:
    text = _text(value) if isinstance(value, str) else value
    if not text:
        return ""
    if isinstance(text, str) and _is_web_address(text):
        return text
    raise PydanticCustomError("address-format", "网址应以 http:// 或 https:// 开头，现在是“{found}”", {"found": str(value)})


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:  # brackets that are no IPv6 address
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"[\s<>\"\\^`{}|]", text)


def like(example: str) -> WithJsonSchema:
    """JSON Schema of a text field with an example."""
    return WithJsonSchema({"type": ["string", "null"], "examples": [example]})


def _text_schema(longest: int) -> WithJsonSchema:
    return WithJsonSchema({"type": ["string", "number", "boolean", "null"], "maxLength": longest})


def _required_schema(longest: int) -> WithJsonSchema:
    return WithJsonSchema({"type": ["string", "number", "boolean"], "minLength": 1, "maxLength": longest})


Text = Annotated[str, BeforeValidator(_text), _text_schema(LONGEST_TEXT)]
RequiredText = Annotated[str, BeforeValidator(_required_text), _required_schema(LONGEST_TEXT)]
Paragraph = Annotated[str, BeforeValidator(_paragraph), _text_schema(LONGEST_PARAGRAPH)]
RequiredParagraph = Annotated[str, BeforeValidator(_required_paragraph), _required_schema(LONGEST_PARAGRAPH)]
Integer = Annotated[int, BeforeValidator(_integer), WithJsonSchema({"type": ["integer", "string"], "pattern": "^[0-9]+$"})]
Year = Annotated[
    int, BeforeValidator(_year), WithJsonSchema({"type": ["integer", "string"], "pattern": "^(19[4-9]|20|21)[0-9]+$"}),
]  # fmt: skip
Day = Annotated[
    date | None, BeforeValidator(_day),
    WithJsonSchema({"type": ["string", "null"], "pattern": r"^(\d{4}-\d{2}-\d{2})?$", "examples": ["2024-06-27"]}),
]  # fmt: skip
RequiredDay = Annotated[
    date, BeforeValidator(_required_day),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "examples": ["2024-06-27"]}),
]  # fmt: skip
Slug = Annotated[str, BeforeValidator(_slug), WithJsonSchema({"type": "string", "pattern": SLUG_PATTERN})]
Reference = Annotated[str, BeforeValidator(_reference), WithJsonSchema({"type": "string", "pattern": REFERENCE_PATTERN})]


def _id_of(pattern: str, *kinds: str) -> WithJsonSchema:
    """JSON Schema of an id that files of some kinds register; the export puts the ids of the content in."""
    return WithJsonSchema({"type": "string", "pattern": pattern, IDS: list(kinds)})


JurisdictionId = Annotated[Slug, _id_of(SLUG_PATTERN, "jurisdictions")]
UnitId = Annotated[Slug, _id_of(SLUG_PATTERN, "units")]
PlanId = Annotated[Slug, _id_of(SLUG_PATTERN, "plan")]
PlanReference = Annotated[Reference, _id_of(REFERENCE_PATTERN, "plan")]
DocumentId = Annotated[Reference, _id_of(REFERENCE_PATTERN, "plan", "known-documents")]
Boolean = Annotated[bool, BeforeValidator(_boolean), WithJsonSchema({"type": "boolean"})]
ListOf = BeforeValidator(_list)
SeveralOf = BeforeValidator(_several)
SlugOrSlugs = Annotated[
    tuple[Slug, ...], BeforeValidator(_list_or_one),
    WithJsonSchema({"type": ["string", "array"], "pattern": SLUG_PATTERN, "items": {"type": "string", "pattern": SLUG_PATTERN}}),
]  # fmt: skip
WebAddress = Annotated[str, BeforeValidator(_web_address), like("https://www.example.gov.cn/")]
