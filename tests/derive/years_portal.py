"""A made-up portal of several years and levels, for what goes from plan to plan: lineage, looking back, units over the years."""

PLACES = """\
-- content/portal.yaml --
title: 样例门户
description: 只用于测试。
-- content/jurisdictions.yaml --
jurisdictions:
  - {id: sheng, name: 样例省, level: province}
  - {id: shi, name: 样例市, level: city, parent: sheng}
  - {id: dong, name: 东样区, full_name: 样例市东样区, level: district, parent: shi}
  - {id: xi, name: 西样区, full_name: 样例市西样区, level: district, parent: shi}
-- content/units/dong.yaml --
jurisdiction: dong
units:
  - {id: caizheng-ju, name: 区财政局, kind: department}
  - {id: minzheng-ju, name: 区民政局, kind: department}
-- content/known-documents.yaml --
documents:
  - {id: dong-2029-plan, jurisdiction: dong, year: 2029, kind: plan, title: 2029年东样区政务公开工作要点, issuer: 东样区人民政府办公室}
  - {id: dong-2028-report, jurisdiction: dong, year: 2028, kind: annual-report, title: 东样区2028年政府信息公开工作年度报告}
"""
BUDGET = "公开财政预算决算信息，细化“三公”经费说明。"
ELDERS = "公开养老服务机构名录和收费标准，方便群众查询比较。"
TRAINING = "采取指标讲解、典型案例分析等方式组织业务培训。"
OPEN_DAY = "常态化开展政府开放日活动，邀请公众代表走进机关。"


def plan(place: str, year: int, *rows: tuple[str, str]) -> str:
    """A plan that is a table; every row is a text and its units."""
    head = (
        f"-- content/plans/{place}-{year}.yaml --\nid: {place}-{year}\njurisdiction: {place}\nyear: {year}\nform: table\n"
        f"title: {year}年{place}任务分解表\nsections:\n  - number: 一、\n    title: 公开\n    items:\n"
        "      - {key: part-1, heading: 做好公开}\n"
        "table:\n  title: 任务分解表\n  columns: [序号, 工作任务, 具体要求, 责任单位, 完成时限]\n  rows:\n"
    )
    label = "item_label: 做好公开"
    lines = []
    for number, (text, units) in enumerate(rows, 1):
        lines.append(
            f"    - {{number: {number}, {label}, item: part-1, text: {text}, units: {units or chr(34) * 2}, deadline: 全年}}\n"
        )
        label = "item_inherited_from: 1"
    return head + "".join(lines)


def links(kind: str, old: str, new: str, *declared: str) -> str:
    """Declared links between two plans."""
    lines = "".join(f"  - {{{one}}}\n" for one in declared)
    return f"-- content/links/{old}--{new}.yaml --\nkind: {kind}\nfrom: {old}\nto: {new}\nlinks:\n{lines}"


YEARS_PORTAL = (
    PLACES
    + plan("dong", 2027, (BUDGET, "区财政局"), (TRAINING, "区财政局"))
    + plan("dong", 2028, (BUDGET.replace("说明", "支出说明"), "区财政局"), (ELDERS, "区民政局"), (TRAINING, "区财政局"))
    + plan("dong", 2030, (ELDERS, "区财政局"), (BUDGET, "区民政局"), (OPEN_DAY, "区财政局"))
    + plan("shi", 2030, (BUDGET, "市财政局"), (TRAINING, "市人社局"))
    + plan("xi", 2030, (BUDGET, "区财政局"), (OPEN_DAY, "区财政局"))
    + links(
        "years", "dong-2028", "dong-2030", "from: task-2, to: task-1, relation: continued, reason: 文字没有变",
        "to: task-3, relation: new",
    )
)  # fmt: skip
