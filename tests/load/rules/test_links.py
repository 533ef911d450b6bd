"""Declared links: the kind that two plans make, and the relations that fit it."""

from tests.load.rules.marked import PORTAL, expect, nothing

PLACES = """\
-- content/jurisdictions.yaml --
jurisdictions:
  - {id: sheng, name: 某省, level: province}
  - {id: shi, name: 某市, level: city, parent: sheng}
  - {id: dong, name: 东区, level: district, parent: shi}
  - {id: ling, name: 邻市, level: city, parent: sheng}
"""


def plan(plan_id: str) -> str:
    place, _, year = plan_id.partition("-")
    return (
        f"-- content/plans/{plan_id}.yaml --\nid: {plan_id}\njurisdiction: {place}\nyear: {year[:4]}\nform: prose\n"
        "title: 要点\nsections:\n  - number: 一、\n    title: 公开\n    items:\n"
        "      - {number: （一）, heading: 甲。, text: 公开预算。}\n"
    )


PLANS = PORTAL + PLACES + "".join(map(plan, ("shi-2030", "dong-2029", "dong-2030", "dong-2030-a", "ling-2030")))


def links(number: int, kind: str, old: str, new: str, *relations: str) -> str:
    lines = "".join(f"  - {{from: item-1, to: item-1, relation: {relation}}}\n" for relation in relations)
    return f"-- content/links/{number}.yaml --\nkind: {kind}\nfrom: {old}\nto: {new}\nlinks:\n{lines or '  []'}\n"


def test_every_kind_between_the_plans_that_it_is_for() -> None:
    fitting = (
        links(1, "years", "dong-2029", "dong-2030", "reworded")
        + links(2, "levels", "shi-2030", "dong-2030", "carries-out")
        + links(3, "revision", "dong-2030", "dong-2030-a", "continued")
        + links(4, "siblings", "dong-2030", "ling-2030", "same-source")
    )
    nothing(PLANS + fitting, "link-kind", "link-relation")


def test_link_kind() -> None:
    marked = PLANS + (
        links(1, "⟦levels⟧", "ling-2030", "dong-2030", "carries-out")
        + links(2, "⟦years⟧", "dong-2030", "dong-2029", "reworded")
        + links(3, "⟦siblings⟧", "shi-2030", "dong-2030", "same-source")
    )
    found = expect(marked, "link-kind")
    assert found.messages == [
        "上下级对照的两份应是同一年的，from 是上级辖区的，to 是下级辖区的，这两份不是",
        "年度对照的两份应是同一辖区的，from 是较早的一年，这两份不是",
        "同源表述对照的两份应是同一年、互不隶属的两个辖区的，这两份不是",
    ]
    assert found.hints == [
        "kind 应是 siblings（同源表述对照）。", "核对 from 和 to：先后是不是写反了，年份是不是写错了。", "kind 应是 levels（上下级对照）。"
    ]  # fmt: skip


def test_link_relation() -> None:
    marked = PLANS + (
        links(1, "siblings", "dong-2030", "ling-2030", "⟦carries-out⟧", "same-source")
        + links(2, "years", "dong-2029", "dong-2030", "⟦same-source⟧", "split")
    )
    found = expect(marked, "link-relation")
    assert found.messages == [
        "同源表述对照里不能写“carries-out”（承接）", "年度对照里不能写“same-source”（同源表述）"
    ]  # fmt: skip
    assert found.hints[0] == "可以写：same-source（同源表述）、none（无对应）。"
