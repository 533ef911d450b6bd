"""A synthetic portal made from the sentences of the real plans, the same for the same size, in the portal's own format.

One city over some districts, each with several yearly plans: a task table of sixty rows whose words are edited from year
to year. It is measured, never published.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
ROWS = 60
ITEMS = 15
YEARS = 5
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
    written = 0
    for number in range(plans):
        place, year = number // years, 2020 + number % years
        (content / "plans" / f"place{place}-{year}.yaml").write_text(_plan(place, year, sentences), "utf-8")
        written += ROWS
    return written


def _sentences() -> list[str]:
    found: dict[str, None] = {}
    for path in sorted((ROOT / "content" / "plans").glob("*.yaml")):
        for text in re.findall(r"^\s*(?:- )?text: (.+)$", path.read_text("utf-8"), re.M):
            found.update(dict.fromkeys(re.findall(r"[^。：“”{}\"']{12,120}。", text)))
    return list(found)


def _places(count: int) -> Iterator[str]:
    yield "jurisdictions:\n  - {id: city, name: 合成市, level: city}\n"
    for place in range(count):
        yield f"  - {{id: place{place}, name: 合成{_numeral(place + 1)}区, level: district, parent: city}}\n"


def _numeral(number: int) -> str:
    return "".join(NUMERALS[int(digit)] for digit in str(number))


def _units(place: int) -> str:
    lines = [f"jurisdiction: place{place}\nunits:\n"]
    lines += [f"  - {{id: unit{n}, name: 区{name}, kind: department}}\n" for n, name in enumerate(UNITS)]
    lines.append("groups:\n  - {id: all, name: 各街道（镇）}\n  - {id: some, name: 有关部门（单位）}\n")
    return "".join(lines)


def _plan(place: int, year: int, sentences: list[str]) -> str:
    random_choice = random.Random(f"{place}")
    changes = random.Random(f"{place}-{year}")
    head = (
        f"id: place{place}-{year}\njurisdiction: place{place}\nyear: {year}\nform: table\n"
        f"title: {year}年合成{_numeral(place + 1)}区政务公开重点工作任务分解表\nsections:\n  - number: 一、\n    title: 合成部分\n    items:\n"
    )
    items = "".join(f"      - {{key: part-{n + 1}, heading: 合成小标题{_numeral(n + 1)}}}\n" for n in range(ITEMS))
    table = "table:\n  title: 任务分解表\n  columns: [序号, 工作任务, 具体要求, 责任单位, 完成时限]\n  rows:\n"
    return head + items + table + "".join(_row(n, year, sentences, random_choice, changes) for n in range(ROWS))


def _row(n: int, year: int, sentences: list[str], choice: random.Random, changes: random.Random) -> str:
    text = "".join(choice.choice(sentences) for _ in range(2))
    if changes.random() < 0.3:
        text = changes.choice(sentences) + text[len(text) // 2 :]
    units = "、".join(f"区{UNITS[choice.randrange(len(UNITS))]}" for _ in range(2))
    units = choice.choice((f"{units}等有关部门（单位）", f"各街道（镇），{units}", units))
    deadline = choice.choice(DEADLINES).format(year=year)
    label = f"\n      item_label: 合成小标题{_numeral(n // 4 + 1)}" if n % 4 == 0 else f'\n      item_inherited_from: "{n // 4 * 4 + 1}"'
    return (
        f"    - number: {n + 1}{label}\n      item: part-{n // 4 + 1}\n      text: {text}\n"
        f"      units: {units}\n      deadline: {deadline}\n"
    )
