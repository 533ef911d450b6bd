"""Likely fixes (怎样改) for what an editor typed into a field of another sort: one Chinese sentence each.

What is wrong is said in ``validate``; here is only what the editor most likely meant.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

from pydantic import BaseModel

from sitegen.load.reading.numerals import read_numeral
from sitegen.load.schema.base import SLUG, YEARS
from sitegen.load.schema.plan import CellRecord, RowRecord, SectionRecord
from sitegen.load.schema.structure import Keys, fields, homes
from sitegen.problems import nearest

_CHOICE = re.compile(r"([a-z0-9-]+)（([^）]+)）")
_HEAD = re.compile(r"[，。；：（、]")
_BRACKET = re.compile(r"（[^）]*）")
_NUMERAL = r"[^\W年月日号]"
_DAY = re.compile(rf"({_NUMERAL}{{4}})[-./年]({_NUMERAL}{{1,3}})[-./月]({_NUMERAL}{{1,3}})[日号]?")
_COMPACT_DAY = re.compile(r"([12][0-9]{3})([01][0-9])([0-3][0-9])")
_SERIAL = re.compile("[34567][0-9]{4}")
_SERIAL_START = date(1899, 12, 30)
"""Day 0 of the spreadsheets, which count days from it."""
_CLOCK = re.compile("[ T]*[0-9]{1,2}:[0-9:.]+$")
_YES = ("true", "是", "对", "有", "真", "yes", "y", "on", "1", "t")
_NO = ("false", "否", "不", "无", "没有", "假", "no", "n", "off", "0", "f")
_SHOWN = 3
_UNITS_IN_COLUMNS = "原表分几栏写单位的，都写在 units，带上栏名，如“units: 牵头单位：县财政局；配合单位：县税务局”。"
_LONE_CHAPTER = "这一部分只有几段话、没有条的：在开头的写进 preamble，在结尾的写进 closing，标题和各段话各作一项。"
_ELSEWHERE: Mapping[type[BaseModel], Mapping[str, str]] = {
    RowRecord: {
        **dict.fromkeys(("牵头单位", "配合单位", "主办单位", "协办单位", "参与单位", "lead", "support"), _UNITS_IN_COLUMNS),
        "备注": "备注栏的字照录在 notes 里：kind 写 other，cell 写“备注”。",
    },
    SectionRecord: {"text": _LONE_CHAPTER, "parts": _LONE_CHAPTER, "preamble": _LONE_CHAPTER},
}
"""Where what is printed belongs, for which a record has no field of its own."""
_LONGEST_ITEM = 12
_QUOTES = " \t“”‘’＂＇\"'「」"


@cache
def other_field(name: str, record: type[BaseModel] | None, file: type[BaseModel]) -> str:
    """The field that was meant: one spelled or described like it, or the same one on another level."""
    elsewhere = _ELSEWHERE.get(record, {}).get(name) if record is not None else None
    if elsewhere:
        return elsewhere
    known = list(fields(record)) if record is not None else []
    near = near_field(name, record)
    ways = homes(file, name)
    above = "、".join(dict.fromkeys(way[-1] for way in ways[:_SHOWN] if way))
    if not ways:
        return f"是不是“{near}”？" if near else f"这一层可以用：{'、'.join(known)}。" if known else "删去这一行。"
    where = f"“{name}”是 {above} 里的字段" if above else f"“{name}”是最外层的字段"
    otherwise = f"或者是不是“{near}”？" if near else f"这一层可以用：{'、'.join(known)}。" if known else ""
    return f"{where}，检查这一行的缩进；{otherwise}"


def missing_field(name: str, record: type[BaseModel] | None) -> str:
    """How to add a field that is missing; a part of a document may have no items to list."""
    otherwise = _LONE_CHAPTER if record is SectionRecord and name == "items" else ""
    return f"补上一行“{name}: …”。{otherwise}"


def near_field(name: str, record: type[BaseModel] | None) -> str | None:
    """The field of a record that is spelled or described like a name; None where none is."""
    return nearest(name, list(fields(record))) or _described(name, record) if record is not None else None


def _described(name: str, record: type[BaseModel] | None) -> str | None:
    """The field whose Chinese description begins with a name: 责任单位 is ``units``."""
    wanted = name.strip()
    if record is None or len(wanted) < 2 or wanted.isascii():
        return None
    described = {field: _BRACKET.sub("", shape.description) for field, shape in fields(record).items()}
    heads = {field: _HEAD.split(words)[0] for field, words in described.items()}
    fitting = [(len(head), field) for field, head in heads.items() if wanted in head or (len(head) > 1 and head in wanted)]
    return min(fitting)[1] if fitting else None


def empty_record(name: str, keys: Keys) -> str:
    """What to do with a field or an item of a list under which nothing stands."""
    if not keys:
        return "按 content/README.md 的样例填写。"
    if isinstance(keys[-1], int):
        return "在“- ”后面补上内容，或删去这个“-”。"
    return f"在下一行起补上各字段（多缩进两个空格），或删去“{name}:”这一行。"


def record_lines(typed: Any, record: type[BaseModel] | None) -> str:
    """How to write the fields of a record where a list or a text was typed."""
    if record is CellRecord:
        return "照原件写成一行文字；要写明承接或读法时，才分成 text、inherited_from 等字段。"
    required = [name for name, field in (record.model_fields.items() if record else ()) if field.is_required()]
    names = required or (list(fields(record)) if record else [])
    lines = "”“".join(f"{name}: …" for name in names[:_SHOWN])
    if isinstance(typed, list):
        return f"去掉行首的“- ”，写成“{lines}”。" if lines else "去掉行首的“- ”。"
    return f"写成“{lines}”这样的行，英文冒号后面空一格。" if lines else "写成“字段: 值”这样的行，英文冒号后面空一格。"


def list_lines(typed: Any, record: type[BaseModel] | None) -> str:
    """How to write a list where a text or a record was typed."""
    if isinstance(typed, dict):
        first = next(iter(typed), "")
        return f"在“{first}”前面加上“- ”，同一项的其他字段和它对齐。"
    several = _several(typed[0] if isinstance(typed, list) and len(typed) == 1 else typed) if record is None else ()
    if several:
        shown = "”“".join(f"- {one}" for one in several[:_SHOWN])
        return f"每项另起一行，写成“{shown}”{'……' if len(several) > _SHOWN else ''}。"
    if record is None and isinstance(typed, str):
        return f"另起一行，写成“- {typed[:12]}{'…' if len(typed) > 12 else ''}”。"
    return "每项另起一行，以“- ”开头，比字段名多缩进两个空格。"


def _several(typed: Any) -> tuple[str, ...]:
    """The items that a text names as documents list them, 序号、工作任务、责任单位; of a sentence none."""
    if not isinstance(typed, str) or "。" in typed:
        return ()
    parts = tuple(part.strip() for part in re.split(r"[、，,;；\n]", typed.strip().strip("［］【】[]")) if part.strip())
    return parts if len(parts) > 2 and all(len(part) <= _LONGEST_ITEM for part in parts) else ()


def number(typed: Any, description: str) -> str:
    """The number that a text says in other characters."""
    if isinstance(typed, str):
        narrow = "".join(unicodedata.normalize("NFKC", typed).split())
        value = read_numeral(re.sub(r"[年月日次个份.]+$", "", narrow))
        if value is not None:
            return f"改成“{value}”。"
    return f"只写数字{f'（{description}）' if description else ''}。"


def day(typed: Any) -> str:
    """The day that a text says in another form."""
    plain = _CLOCK.sub("", unicodedata.normalize("NFKC", typed).strip()) if isinstance(typed, str) else ""
    narrow = "".join(plain.split())
    if _SERIAL.fullmatch(narrow):
        meant = _SERIAL_START + timedelta(days=int(narrow))
        return f"这像是 Excel 里日期的序号，多半是“{meant}”，照文件核对后再填。"
    match = _DAY.fullmatch(narrow) or _COMPACT_DAY.fullmatch(narrow)
    numbers = [read_numeral(part) for part in match.groups()] if match else [None]
    year, month, of_month = (numbers if None not in numbers else (0, 0, 0))
    try:
        if year in YEARS:
            return f"改成“{date(int(year or 0), int(month or 0), int(of_month or 0))}”。"
    except ValueError:
        return "照文件核对月份和日期。"
    return "年、月、日都用数字写全，中间用英文短横线；不知道是哪一天的，删去这一行。"


def slug(typed: Any) -> str:
    """The id that a text says in other characters."""
    if isinstance(typed, str):
        folded = re.sub(r"[\s_.,·/\\—–-]+", "-", unicodedata.normalize("NFKC", typed).strip(_QUOTES).lower()).strip("-")
        if SLUG.fullmatch(folded):
            return f"改成“{folded}”。"
    return "用拼音或英文，如 caizheng-ju、huaiyin-2025。"


def item_id(typed: Any) -> str:
    """The id of the item whose printed number was typed: （三） is item-3."""
    number = read_numeral(typed) if isinstance(typed, str) else None
    return f"填这一条的编号，多半是“item-{number}”。" if number else slug(typed)


def boolean(typed: Any) -> str:
    """Yes or no in other words."""
    word = typed.strip().lower() if isinstance(typed, str) else ""
    if word in _YES:
        return "改成“true”。"
    if word in _NO:
        return "改成“false”。"
    return "是写 true，否写 false。"


def choice(typed: Any, known: str) -> str:
    """The choice that was meant, by its id or its Chinese label; otherwise all of them."""
    labels = dict(_CHOICE.findall(known))
    word = typed.strip() if isinstance(typed, str) else ""
    for name, label in labels.items():
        if word in (label, name):
            return f"改成“{name}”。"
    near = nearest(word, labels) if word else None
    return (f"是不是“{near}”？" if near else "") + f"可以填：{known}。"
