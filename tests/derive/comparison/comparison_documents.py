"""Test-only reader: the five official documents in tests/fixtures/sources as a Portal, without the content files.

It understands just the layouts of these five texts; placements, units and terms are written by hand below.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from sitegen.model import (
    Basis,
    Deadline,
    Document,
    Facts,
    Form,
    Group,
    Item,
    Jurisdiction,
    Level,
    LinkSet,
    Part,
    Plan,
    Portal,
    Section,
    Table,
    Task,
    Unit,
    UnitKind,
    Units,
)

SOURCES = Path(__file__).parents[2] / "fixtures" / "sources"
DIGITS = "一二三四五六七八九十"
NOT_STATED = Units("", Basis.NOT_STATED)
NO_DEADLINE = Deadline("", Basis.NOT_STATED)
ITEM = re.compile(rf"[（(]([{DIGITS}]+)[）)]\s*([^。]*)。(.*)", re.S)
BRACKET = re.compile(r"[（(]责任\s*单位[：:][^）)]*[）)]")

HEADINGS_OF_HUAIYIN_2023 = (
    (1, 3, "以政府信息公开助推经济高质量发展"),
    (4, 6, "以营商环境优化激发市场主体活力"),
    (7, 9, "以加强民生保障信息公开促进社会和谐稳定"),
    (10, 12, "加强涉企政策公开服务"),
    (13, 16, "大力提升政策解读实效"),
    (17, 20, "全力抓好依申请公开工作"),
    (21, 24, "严格落实重大行政决策公开程序"),
    (25, 26, "不断丰富政府开放活动开展形式"),
    (27, 29, "切实提升政务公开平台建设标准"),
    (30, 32, "深入推进基层政务公开标准化规范化"),
    (33, 36, "强化落实政务公开数字化管理"),
    (37, 38, "稳步提升公共企事业单位信息公开"),
    (39, 40, "健全工作机制"),
    (41, 42, "加大培训力度"),
    (43, 44, "严格审查监管"),
    (45, 46, "抓好工作落实"),
)
LAST_ROWS_OF_ZHANGQIU_ITEMS = (4, 9, 16, 22, 27, 30, 34, 37, 40, 42, 45, 48, 50, 52, 54, 56, 58)


def number(text: str) -> int:
    """一 … 二十 as a number."""
    tens, _, ones = text.partition("十")
    if "十" not in text:
        return DIGITS.index(text) + 1
    return (DIGITS.index(tens) + 1 if tens else 1) * 10 + (DIGITS.index(ones) + 1 if ones else 0)


def read(name: str) -> str:
    return (SOURCES / f"{name}.txt").read_text(encoding="utf-8")


def paragraph(plan_id: str, key: str, text: str) -> Item:
    return Item(f"{plan_id}/{key}", plan_id, key, "", None, "", (Part(text),))


def item(plan_id: str, line: str) -> Item:
    found = ITEM.fullmatch(line)
    assert found, line
    ordinal = number(found[1])
    texts, brackets = BRACKET.split(found[3]), BRACKET.findall(found[3])
    parts = tuple(Part(text, bracket) for text, bracket in zip(texts, [*brackets, ""], strict=True) if text)
    key = f"item-{ordinal}"
    return Item(f"{plan_id}/{key}", plan_id, key, f"（{found[1]}）", ordinal, found[2] + "。", parts)


def prose(plan_id: str, preamble: str, closing: str = r"(?!)") -> tuple[list[Item], list[Section], list[Item]]:
    """Opening paragraphs, sections and closing paragraphs; lines cut by page breaks are joined."""
    text = re.split(r"\n抄送：|\n附件：2024年", read(plan_id))[0]
    lines = [re.sub(r"[#*]", "", line).strip() for line in text.split("\n")]
    blocks: list[tuple[str, str]] = []
    for line in filter(None, lines):
        kinds = {
            "section": rf"[{DIGITS}]+、",
            "item": rf"[（(][{DIGITS}]+[）)]",
            "preamble": preamble,
            "closing": closing,
        }
        kind = next((kind for kind, start in kinds.items() if re.match(start, line)), "")
        if kind:
            blocks.append((kind, line))
        elif blocks and blocks[-1][0] != "section":
            blocks[-1] = (blocks[-1][0], blocks[-1][1] + line)
    opening = [paragraph(plan_id, "preamble-1", line) for kind, line in blocks if kind == "preamble"]
    ending = [paragraph(plan_id, "closing-1", line) for kind, line in blocks if kind == "closing"]
    sections: list[tuple[str, list[Item]]] = []
    for kind, line in blocks:
        if kind == "section":
            sections.append((line, []))
        elif kind == "item":
            sections[-1][1].append(item(plan_id, line))
    return opening, [section(title, tuple(items)) for title, items in sections], ending


def section(line: str, items: tuple[Item, ...]) -> Section:
    mark, _, title = line.partition("、")
    return Section(mark + "、", title, items)


def plan(
    plan_id: str, place: str, year: int, preamble: str, closing: str = r"(?!)", table: Table | None = None
) -> Plan:
    opening, sections, ending = prose(plan_id, preamble, closing)
    form = Form.PROSE_AND_TABLE if table else Form.PROSE
    title = f"{year}年政务公开工作要点"
    return Plan(
        plan_id, place, year, form, title, Document(), tuple(opening), tuple(sections), tuple(ending), table
    )  # fmt: skip


def task(plan_id: str, row: int, item_id: str, text: str, units: str = "", deadline: str = "") -> Task:
    return Task(
        f"{plan_id}/task-{row}", plan_id, item_id, str(row), text,
        Units(units, Basis.STATED), Deadline(deadline, Basis.STATED),
    )  # fmt: skip


def zhangqiu_rows() -> tuple[Task, ...]:
    """The 58 rows; rows broken over a page are joined, clause labels glued into the cell are cut off."""
    rows: list[tuple[int, str, list[str]]] = []
    for line in read("zhangqiu-2024").split("任务分工\n")[-1].split("\n"):
        cells = line.split("\t")
        if len(cells) < 4 or cells[0] == "序号":
            continue
        ending = [place for place, cell in enumerate(cells) if cell.endswith("。") or (len(cell) > 60 and "，" in cell)]
        if cells[0]:
            rows.append((int(cells[0]), cells[ending[0]], cells[ending[0] + 1 :]))
        else:
            rows[-1] = (rows[-1][0], rows[-1][1] + cells[ending[0]], rows[-1][2])
    tasks = []
    for row, text, (units, deadline, *_) in rows:
        said = re.sub(r"^[（(][一二三四五六七八九十]+[）)]\s*\S+\s+", "", text)
        ordinal = next(place for place, last in enumerate(LAST_ROWS_OF_ZHANGQIU_ITEMS, 1) if row <= last)
        tasks.append(task("zhangqiu-2024", row, f"zhangqiu-2024/item-{ordinal}", said, units, deadline))
    return tuple(tasks)


def huaiyin_2023() -> Plan:
    plan_id = "huaiyin-2023"
    items = {first: Item(f"{plan_id}/rows-{first}", plan_id, f"rows-{first}", "", None, title)
             for first, _, title in HEADINGS_OF_HUAIYIN_2023}  # fmt: skip
    rows = []
    for found in re.finditer(r"\n\t(\d+)\n(.*?)(?=\n\t\d+\n|\Z)", read(plan_id), re.S):
        row = int(found[1])
        first, _, title = next(entry for entry in HEADINGS_OF_HUAIYIN_2023 if entry[0] <= row <= entry[1])
        cells = [cell.strip() for cell in found[2].split("\n")]
        cells = [cell for cell in cells if cell.rstrip("。") != title and not re.match(rf"[{DIGITS}5]、", cell)]
        rows.append(task(plan_id, row, items[first].id, max(cells, key=len)))
    table = Table("2023年槐荫区政务公开重点工作任务分解表", ("序号", "工作任务", "具体要求"), tuple(rows))
    title = table.title
    sections = (Section("", "", tuple(items.values())),)
    return Plan(plan_id, "huaiyin", 2023, Form.TABLE, title, Document(), (), sections, (), table)


def jurisdictions() -> tuple[Jurisdiction, ...]:
    return (
        Jurisdiction("shandong", "山东省", "山东省", Level.PROVINCE, None, ()),
        Jurisdiction("jinan", "济南市", "济南市", Level.CITY, "shandong", ("shandong",)),
        Jurisdiction("qingdao", "青岛市", "青岛市", Level.CITY, "shandong", ("shandong",)),
        Jurisdiction("huaiyin", "槐荫区", "济南市槐荫区", Level.DISTRICT, "jinan", ("jinan", "shandong")),
        Jurisdiction("zhangqiu", "章丘区", "济南市章丘区", Level.DISTRICT, "jinan", ("jinan", "shandong")),
        Jurisdiction("laoshan", "崂山区", "青岛市崂山区", Level.DISTRICT, "qingdao", ("qingdao", "shandong")),
    )


UNITS = {
    "huaiyin": ("区政府办公室", "区发展改革局", "区财政局", "区司法局", "区税务局", "区教育和体育局", "区卫生健康局"),
    "zhangqiu": ("区政府办公室", "区大数据局", "区发改局", "区住建局", "区人社局", "区教体局", "区卫健局"),
    "jinan": ("市政府办公厅", "市住房城乡建设局", "市交通运输局", "市水务局", "市商务局", "市卫生健康委"),
    "laoshan": ("区政府办公室", "区司法局", "区发展改革局", "区行政审批局", "区教体局", "区卫生健康局"),
}
GROUPS = {
    "huaiyin": ("各街道办事处", "区政府各部门", "区政府相关部门", "各单位"),
    "zhangqiu": ("各街道（镇）", "区政府各部门（单位）", "各部门（单位）", "各单位"),
    "jinan": ("各区县政府", "市政府各部门", "市政府有关部门", "各级各部门（单位）"),
    "laoshan": ("区政府各部门", "各街道办事处", "各部门、街道办事处", "各单位"),
}


@cache
def portal(*plan_ids: str, link_sets: tuple[LinkSet, ...] = ()) -> Portal:
    """The five documents, or some of them."""
    table = Table("任务分工", ("序号", "工作任务", "具体要求", "责任单位", "完成时限"), zhangqiu_rows())
    plans = (
        huaiyin_2023(),
        plan("huaiyin-2025", "huaiyin", 2025, "2025年槐荫区政务公开工作的总体要求"),
        plan("jinan-2025", "jinan", 2025, "2025年，济南市政务公开工作的总体要求"),
        plan("zhangqiu-2024", "zhangqiu", 2024, "2024年是新中国成立", "各街道（镇）、各部门（单位）要对照", table),
        plan("laoshan-2025", "laoshan", 2025, "根据《山东省人民政府办公厅", "各单位要对照本要点提出"),
    )
    units = tuple(
        Unit(f"{place}/u{number}", place, name, UnitKind.DEPARTMENT)
        for place, names in UNITS.items()
        for number, name in enumerate(names)
    )
    groups = tuple(
        Group(f"{place}/g{number}", place, name) for place, names in GROUPS.items() for number, name in enumerate(names)
    )
    held = tuple(one for one in plans if not plan_ids or one.id in plan_ids)
    return Portal(Facts("", ""), jurisdictions(), units, groups, held, link_sets=link_sets)
