"""A synthetic portal made from the sentences of the real plans, the same for the same size, in the portal's own format.

A province over cities over districts, twenty places for ten thousand tasks, each with several yearly plans. The province
edits its rows from year to year; every other place takes over those of its superior and edits them again. It is
measured, never published.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PLACES, PLACES_FOR = 20, 10_000
ROWS, FEWEST_YEARS, MOST_YEARS = 50, 2, 10
SUBORDINATES = 19
ROWS_PER_ITEM = 4
LAST_YEAR = 2025
REPLACED, REWORDED = 0.05, 0.25
LEVELS = ("province", "city", "district")
KINDS = ("省", "市", "区")
NUMERALS = "〇一二三四五六七八九"
UNITS = ("发展改革局", "财政局", "民政局", "司法局", "教育和体育局", "卫生健康局", "住房城乡建设局", "交通运输局", "水务局",
         "商务局", "科技局", "人力资源和社会保障局", "市场监督管理局", "行政审批服务局", "大数据局")  # fmt: skip
DEADLINES = ("{year}年12月底前", "{year}年6月底前", "{year}年9月15日前", "全年", "长期坚持", "第三季度")


@dataclass(frozen=True, slots=True)
class Extent:
    """How large a portal is: places, years, and rows of each plan."""

    places: int
    years: int
    rows: int

    @property
    def tasks(self) -> int:
        """Number of all tasks."""
        return self.places * self.years * self.rows


def extent_of(tasks: int) -> Extent:
    """A portal of about so many tasks."""
    places = PLACES * max(1, round(tasks / PLACES_FOR))
    years = max(FEWEST_YEARS, min(MOST_YEARS, tasks // places // ROWS))
    return Extent(places, years, max(1, tasks // places // years))


def write_corpus(folder: Path, tasks: int) -> int:
    """Write a portal with about so many tasks into a folder; gives the exact number."""
    extent = extent_of(tasks)
    content = folder / "content"
    (content / "plans").mkdir(parents=True)
    (content / "units").mkdir()
    (content / "portal.yaml").write_text("title: 基准门户\ndescription: 合成的内容，只用来测速度。\n", "utf-8")
    (content / "jurisdictions.yaml").write_text("jurisdictions:\n" + "".join(map(_place, range(extent.places))), "utf-8")
    texts: dict[int, list[list[str]]] = {}
    for place in range(extent.places):
        texts[place] = _texts(place, extent, texts)
        (content / "units" / f"place{place}.yaml").write_text(_units(place), "utf-8")
        for year, rows in zip(range(LAST_YEAR - extent.years + 1, LAST_YEAR + 1), texts[place], strict=True):
            (content / "plans" / f"place{place}-{year}.yaml").write_text(_plan(place, year, rows), "utf-8")
    return extent.tasks


def _texts(place: int, extent: Extent, known: dict[int, list[list[str]]]) -> list[list[str]]:
    """The rows of a place's plans by year: its superior's, edited; the first one's made from those of the year before."""
    changes = random.Random(f"place {place}")
    if place:
        return [_edited(rows, changes) for rows in known[_superior(place)]]
    years = [["".join(changes.sample(_sentences(), 2)) for _ in range(extent.rows)]]
    while len(years) < extent.years:
        years.append(_edited(years[-1], changes))
    return years


def _edited(texts: list[str], changes: random.Random) -> list[str]:
    """Rows of which a few were replaced and some reworded; the others stay."""
    return [_edited_row(text, changes.random(), changes.sample(_sentences(), 2)) for text in texts]


def _edited_row(text: str, chance: float, other: list[str]) -> str:
    if chance < REPLACED:
        return "".join(other)
    _, comma, rest = text.partition("，")
    return other[0].partition("，")[0] + comma + rest if chance < REPLACED + REWORDED else text


@cache
def _sentences() -> list[str]:
    found: dict[str, None] = {}
    for path in sorted((ROOT / "content" / "plans").glob("*.yaml")):
        for text in re.findall(r"^\s*(?:- )?text: (.+)$", path.read_text("utf-8"), re.M):
            found.update(dict.fromkeys(re.findall(r"(?<![^。])[^，,。：“”{}\"'][^。：“”{}\"']{12,120}。", text)))
    return list(found)


def _superior(place: int) -> int:
    return (place - 1) // SUBORDINATES


def _depth(place: int) -> int:
    return 1 + _depth(_superior(place)) if place else 0


def _place(place: int) -> str:
    parent = f", parent: place{_superior(place)}" if place else ""
    return f"  - {{id: place{place}, name: {_name(place)}, level: {LEVELS[_depth(place)]}{parent}}}\n"


def _name(place: int) -> str:
    return f"合成{_numeral(place)}{KINDS[_depth(place)]}"


def _numeral(number: int) -> str:
    return "".join(NUMERALS[int(digit)] for digit in str(number))


def _units(place: int) -> str:
    lines = [f"jurisdiction: place{place}\nunits:\n"]
    lines += [f"  - {{id: unit{n}, name: 区{name}, kind: department}}\n" for n, name in enumerate(UNITS)]
    lines.append("groups:\n  - {id: all, name: 各街道（镇）}\n  - {id: some, name: 有关部门（单位）}\n")
    return "".join(lines)


def _plan(place: int, year: int, texts: list[str]) -> str:
    choice = random.Random(f"{place} {year}")
    head = (
        f"id: place{place}-{year}\njurisdiction: place{place}\nyear: {year}\nform: table\n"
        f"title: {year}年{_name(place)}政务公开重点工作任务分解表\nsections:\n  - number: 一、\n    title: 合成部分\n    items:\n"
    )
    count = -(-len(texts) // ROWS_PER_ITEM)
    items = "".join(f"      - {{key: part-{n + 1}, heading: 合成小标题{_numeral(n + 1)}}}\n" for n in range(count))
    table = "table:\n  title: 任务分解表\n  columns: [序号, 工作任务, 具体要求, 责任单位, 完成时限]\n  rows:\n"
    return head + items + table + "".join(_row(n, year, text, choice) for n, text in enumerate(texts))


def _row(n: int, year: int, text: str, choice: random.Random) -> str:
    units = "、".join(f"区{UNITS[choice.randrange(len(UNITS))]}" for _ in range(2))
    units = choice.choice((f"{units}等有关部门（单位）", f"各街道（镇），{units}", units))
    deadline = choice.choice(DEADLINES).format(year=year)
    return (
        f"    - number: {n + 1}{_item_label(n)}\n      item: part-{n // ROWS_PER_ITEM + 1}\n      text: {text}\n"
        f"      units: {units}\n      deadline: {deadline}\n"
    )


def _item_label(n: int) -> str:
    first = n // ROWS_PER_ITEM * ROWS_PER_ITEM
    return f'\n      item_inherited_from: "{first + 1}"' if n > first else f"\n      item_label: 合成小标题{_numeral(n // ROWS_PER_ITEM + 1)}"


def newest_plan(folder: Path) -> Path:
    """The file of which the benchmark of edits changes a row: a plan of the last year."""
    return max((folder / "content" / "plans").glob(f"*-{LAST_YEAR}.yaml"))
