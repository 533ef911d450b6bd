"""A synthetic portal made from the sentences of the real plans, the same for the same size, in the portal's own format.

One city over some districts, each with several yearly plans: a task table of sixty rows. The city edits its rows from year
to year; every district takes over those of its city and edits them again. It is measured, never published.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
ROWS = 60
ITEMS = 15
YEARS = 6
FIRST_YEAR = 2020
REPLACED, REWORDED = 0.05, 0.25
NUMERALS = "〇一二三四五六七八九十"
UNITS = ("发展改革局", "财政局", "民政局", "司法局", "教育和体育局", "卫生健康局", "住房城乡建设局", "交通运输局", "水务局",
         "商务局", "科技局", "人力资源和社会保障局", "市场监督管理局", "行政审批服务局", "大数据局")  # fmt: skip
DEADLINES = ("{year}年12月底前", "{year}年6月底前", "{year}年9月15日前", "全年", "长期坚持", "第三季度")


def write_corpus(folder: Path, tasks: int) -> int:
    """Write a portal with about so many tasks into a folder; gives the exact number."""
    sentences = _sentences()
    plans = max(1, round(tasks / ROWS))
    years = min(YEARS, plans)
    places = -(-plans // years)
    content = folder / "content"
    (content / "plans").mkdir(parents=True)
    (content / "units").mkdir()
    (content / "portal.yaml").write_text("title: 基准门户\ndescription: 合成的内容，只用来测速度。\n", "utf-8")
    (content / "jurisdictions.yaml").write_text("".join(_places(places)), "utf-8")
    for place in range(places):
        (content / "units" / f"place{place}.yaml").write_text(_units(place), "utf-8")
    city = _city(years, sentences)
    for number in range(plans):
        place, year = number // years, number % years
        texts = city[year] if place == 0 else _edited(city[year], random.Random(f"{place}"), sentences)
        (content / "plans" / f"place{place}-{FIRST_YEAR + year}.yaml").write_text(_plan(place, FIRST_YEAR + year, texts), "utf-8")
    return plans * ROWS


def _city(years: int, sentences: list[str]) -> list[list[str]]:
    """The rows of the city's plans by year, each made from those of the year before."""
    changes = random.Random("city")
    found = [["".join(changes.sample(sentences, 2)) for _ in range(ROWS)]]
    while len(found) < years:
        found.append(_edited(found[-1], changes, sentences))
    return found


def _edited(texts: list[str], changes: random.Random, sentences: list[str]) -> list[str]:
    """Rows of which a few were replaced and some reworded; the others stay."""
    return [_edited_row(text, changes.random(), changes.sample(sentences, 2)) for text in texts]


def _edited_row(text: str, chance: float, other: list[str]) -> str:
    if chance < REPLACED:
        return "".join(other)
    _, comma, rest = text.partition("，")
    return other[0].partition("，")[0] + comma + rest if chance < REPLACED + REWORDED else text


def _sentences() -> list[str]:
    found: dict[str, None] = {}
    for path in sorted((ROOT / "content" / "plans").glob("*.yaml")):
        for text in re.findall(r"^\s*(?:- )?text: (.+)$", path.read_text("utf-8"), re.M):
            found.update(dict.fromkeys(re.findall(r"(?<![^。])[^，,。：“”{}\"'][^。：“”{}\"']{12,120}。", text)))
    return list(found)


def _places(count: int) -> Iterator[str]:
    yield "jurisdictions:\n  - {id: place0, name: 合成市, level: city}\n"
    for place in range(1, count):
        yield f"  - {{id: place{place}, name: {_name(place)}, level: district, parent: place0}}\n"


def _name(place: int) -> str:
    return f"合成{_numeral(place)}区" if place else "合成市"


def _numeral(number: int) -> str:
    return "".join(NUMERALS[int(digit)] for digit in str(number))


def _units(place: int) -> str:
    lines = [f"jurisdiction: place{place}\nunits:\n"]
    lines += [f"  - {{id: unit{n}, name: 区{name}, kind: department}}\n" for n, name in enumerate(UNITS)]
    lines.append("groups:\n  - {id: all, name: 各街道（镇）}\n  - {id: some, name: 有关部门（单位）}\n")
    return "".join(lines)


def _plan(place: int, year: int, texts: list[str]) -> str:
    choice = random.Random(f"{place}")
    head = (
        f"id: place{place}-{year}\njurisdiction: place{place}\nyear: {year}\nform: table\n"
        f"title: {year}年{_name(place)}政务公开重点工作任务分解表\nsections:\n  - number: 一、\n    title: 合成部分\n    items:\n"
    )
    items = "".join(f"      - {{key: part-{n + 1}, heading: 合成小标题{_numeral(n + 1)}}}\n" for n in range(ITEMS))
    table = "table:\n  title: 任务分解表\n  columns: [序号, 工作任务, 具体要求, 责任单位, 完成时限]\n  rows:\n"
    return head + items + table + "".join(_row(n, year, text, choice) for n, text in enumerate(texts))


def _row(n: int, year: int, text: str, choice: random.Random) -> str:
    units = "、".join(f"区{UNITS[choice.randrange(len(UNITS))]}" for _ in range(2))
    units = choice.choice((f"{units}等有关部门（单位）", f"各街道（镇），{units}", units))
    deadline = choice.choice(DEADLINES).format(year=year)
    label = f"\n      item_label: 合成小标题{_numeral(n // 4 + 1)}" if n % 4 == 0 else f'\n      item_inherited_from: "{n // 4 * 4 + 1}"'
    return (
        f"    - number: {n + 1}{label}\n      item: part-{n // 4 + 1}\n      text: {text}\n"
        f"      units: {units}\n      deadline: {deadline}\n"
    )
