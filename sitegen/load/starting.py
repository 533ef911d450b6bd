"""Starting files (起始文件) for editors: commented, valid, with ids allocated; made as text, written elsewhere."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from itertools import chain, count

from sitegen.model import Form, Jurisdiction

LEVEL_WORDS = ("区", "市", "县", "省", "州", "旗")

PLAN = """\
# yaml-language-server: $schema=../schemas/plan.schema.json
# 各字段的说明见 content/README.md；文字一律照录原件，不改错字，不补标点。
id: {plan_id}
jurisdiction: {jurisdiction}
year: {year}
form: {form}
title: {year}年{name}政务公开工作要点{which}  # 照原件改写

document:  # 公文要素；原件没有的，删去那一行
  number: ""  # 发文字号，如 某政办发〔{year}〕1号
  notice_title: ""
  addressees: ""
  body: ""
  issuer: ""
  signatory: ""
  # signed: {{text: {year}年6月27日, day: {year}-06-27}}

preamble:  # 总体要求等开头段落，每段一项
  - text: 在这里照录总体要求。

sections:
  - number: 一、
    title: 在这里照录第一部分的标题
    items:
{item}
{table}"""
PROSE_ITEM = """\
      - number: （一）
        heading: 在这里照录第一条的标题。
        text: 在这里照录第一条的正文。
        # responsibility: （责任单位：{level}政府各部门）
"""
TABLE_ITEM = """\
      - key: part-1  # 小标题没有编号时的永久编号，用于网址，定后不改
        heading: 在这里照录第一个小标题
"""
TABLE = """
table:
  title: 在这里照录表的标题
  columns: [序号, 工作任务, 具体要求, 责任单位, 完成时限]
  rows:
    - number: 1
      item_label: 在这里照录本行“工作任务”栏
      item: {key}
      text: 在这里照录具体要求。
      units: ""  # 照录，如 {level}政府各部门
      deadline: ""  # 照录，如 {year}年12月底前
"""
PAGE = """\
---
title: {title}
summary: 在这里写一句话摘要
order: 100
---
在这里写正文。空一行是新的一段，`## ` 开头是小标题。
"""
UNITS = """\
# yaml-language-server: $schema=../schemas/units.schema.json
jurisdiction: {jurisdiction}

units:
{entry}"""
UNIT = """\
  - id: {slug}  # 永久编号，用于网址，定后不改
    name: {name}
    kind: {kind}
"""


def starting_plan(plan_id: str, place: Jurisdiction, year: int, form: Form) -> str:
    """Text of a new plan file; one that is not the first of its year says so in its title, as no two pages may share one."""
    number = plan_id.removeprefix(f"{place.id}-{year}").removeprefix("-")
    table_only = form is Form.TABLE
    level = place.name[-1] if place.name.endswith(LEVEL_WORDS) else ""
    table = TABLE.format(key="part-1" if table_only else "item-1", year=year, level=level) if form is not Form.PROSE else ""
    text = PLAN.format(
        plan_id=plan_id, jurisdiction=place.id, name=place.name, year=year, form=form, which=f"（第{number}份）" if number else "",
        item=TABLE_ITEM if table_only else PROSE_ITEM.format(level=level), table=table,
    )  # fmt: skip
    return text.replace("\npreamble:  # 总体要求等开头段落，每段一项\n  - text: 在这里照录总体要求。\n", "") if table_only else text


def starting_page(title: str) -> str:
    """Text of a new prose page."""
    return PAGE.format(title=as_value(title))


def starting_units(jurisdiction: str, entry: str) -> str:
    """Text of a new register of units with one entry."""
    return UNITS.format(jurisdiction=jurisdiction, entry=entry)


def unit_entry(slug: str, name: str, kind: str) -> str:
    """Lines of one unit for a register."""
    return UNIT.format(slug=as_value(slug), name=as_value(name), kind=kind)


def as_value(text: str) -> str:
    """A text as the value of a field: as it is, or in double quotes where YAML would read something else."""
    plain = re.fullmatch(r"[^\W_][^\n\r\t#\"']*", text) and ": " not in text and not text.endswith((":", " ")) and "：" not in text and text != "null"
    return text if plain else json.dumps(text, ensure_ascii=False)


def with_entry(register: str, entry: str) -> str:
    """A register's text with one more unit at the end of its list; every line that stood there stands as it was.

    A blank line goes before the entry where others are so parted.
    """
    lines = register.splitlines(keepends=True)
    starts = [n for n, line in enumerate(lines) if line[:1].strip() and not line.startswith("#")]
    units = next((n for n in starts if lines[n].startswith("units:")), None)
    if units is None:
        return register.rstrip("\n") + "\n\nunits:\n" + entry
    end = next((n for n in starts if n > units), len(lines))
    while end > units + 1 and not lines[end - 1].strip():
        end -= 1
    before = "".join(lines[:end])
    apart = "\n" if any(not line.strip() for line in lines[units + 1 : end]) else ""
    return before + ("" if before.endswith("\n") else "\n") + apart + entry + "".join(lines[end:])


def slug_of(name: str, taken: Collection[str]) -> str:
    """An id for a Chinese name in pinyin, by words, unlike all that are taken: 区财政局 becomes caizheng-ju."""
    import rjieba
    from pypinyin import lazy_pinyin

    core = name[1:] if len(name) > 2 and name.startswith(LEVEL_WORDS) else name
    words = ("".join(lazy_pinyin(word, errors=_latin)) for word in rjieba.cut(core))
    return free_id("-".join(word for word in words if word) or "unit", taken)


def free_id(first: str, taken: Collection[str]) -> str:
    """The id itself, or with the lowest number from 2 on that makes it unlike all that are taken."""
    numbered = (f"{first}-{number}" for number in count(2))
    return next(unique for unique in chain([first], numbered) if unique not in taken)


def _latin(other: str) -> str:
    return "".join(character for character in other.lower() if character.isascii() and character.isalnum())
