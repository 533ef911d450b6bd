"""Ids and references: two findings of every rule, each at the characters that are wrong."""

import pytest

from sitegen.load.portal import load_portal
from sitegen.memo import NoMemo
from sitegen.problems import ProblemsFound
from sitegen.source import SourceFile, parse_yaml
from tests.conftest import unpack
from tests.load.rules.marked import BASE, PLACES, PORTAL, PROSE, UNITS, expect, nothing, problems_in

ITEMS = """\
sections:
  - number: 一、
    title: 公开
    items:
      - {number: （一）, heading: 甲。, text: 公开预算。, responsibility: （责任单位：区财政局）}
      - {number: （二）, heading: 乙。, text: 公开养老服务。, responsibility: （责任单位：区民政局）}
"""
PLAN = PROSE + ITEMS


def test_id_repeated() -> None:
    terms = "-- content/glossary.yaml --\nterms:\n  - {id: a, term: 甲}\n  - {id: ⟦a⟧, term: 乙}\n"
    units = UNITS + "  - {id: ⟦minzheng-ju⟧, name: 区教育局, kind: department}\n"
    found = expect(PORTAL + PLACES + units + PLAN + terms, "id-repeated")
    assert found.messages == ["术语编号“a”重复", "单位编号“dong/minzheng-ju”重复"]


def test_id_reserved() -> None:
    places = PLACES + "  - {id: ⟦calendar⟧, name: 西区, level: district, parent: shi}\n"
    page = "-- content/pages/search.md --\n---\n⟦title: 搜索⟧\n---\n文字。\n"
    assert len(expect(PORTAL + places + UNITS + PLAN + page, "id-reserved").problems) == 2


def test_plan_id() -> None:
    second = PLAN.replace("dong-2030.yaml", "b.yaml").replace("id: dong-2030", "id: ⟦dong2030⟧")
    first = PLAN.replace("id: dong-2030", "id: ⟦plan-2030⟧")
    assert expect(BASE + first + second, "plan-id").hints == ["改为“dong-2030”。", "改为“dong-2030”。"]


def test_jurisdiction_unknown() -> None:
    places = PLACES.replace("parent: shi", "parent: ⟦shii⟧")
    plan = PLAN.replace("jurisdiction: dong", "jurisdiction: ⟦dogn⟧")
    assert expect(PORTAL + places + UNITS + plan, "jurisdiction-unknown").hints == ["是不是“shi”？", "是不是“dong”？"]


def test_every_register_of_an_unknown_jurisdiction_is_told() -> None:
    registers = UNITS.replace("jurisdiction: dong", "jurisdiction: ⟦dnog⟧")
    registers += registers.replace("units/dong", "units/b").replace("⟦dnog⟧", "⟦donng⟧")
    expect(PORTAL + PLACES + registers + PLAN, "jurisdiction-unknown")


def test_document_unknown() -> None:
    plan = PLAN + "cites:\n  - ⟦dong-2029⟧\n"
    units = UNITS.replace("kind: department}", "kind: department, aliases: [{name: 财政局, seen: [⟦dong-2003⟧]}]}", 1)
    assert expect(PORTAL + PLACES + units + plan, "document-unknown").hints == ["是不是“dong-2030”？"] * 2


def test_unit_unknown() -> None:
    units = UNITS + """\
  - {id: guoku, name: 区国库中心, kind: institution, of: ⟦caizhen-ju⟧}
groups:
  - id: ge-ju
    name: 各局
    memberships:
      - {year: 2030, units: [caizheng-ju, ⟦mingzheng-ju⟧], source: 某通知}
"""
    assert expect(PORTAL + PLACES + units + PLAN, "unit-unknown").hints == ["是不是“caizheng-ju”？", "是不是“minzheng-ju”？"]


def test_name_repeated() -> None:
    units = UNITS + """\
  - {id: a, name: ⟦区财政局⟧, kind: department}
  - {id: b, name: 区教育局, kind: department, aliases: [{name: ⟦区民政局⟧}]}
"""
    assert expect(PORTAL + PLACES + units + PLAN, "name-repeated").messages == ["“区财政局”登记给了两个单位", "“区民政局”登记给了两个单位"]


def test_definition_not_found() -> None:
    terms = """\
-- content/glossary.yaml --
terms:
  - id: a
    term: 甲
    definitions:
      - {quote: ⟦公开预 算。⟧, source: dong-2030/item-1}
      - {quote: 公开预算。, source: ⟦dong-2030/item-3⟧}
      - {quote: 公开养老, source: dong-2030/item-2}
"""
    expect(BASE + PLAN + terms, "definition-not-found")


def test_what_refers_to_a_refused_file_is_not_called_unknown() -> None:
    registers = UNITS.replace("kind: department}", "kind: departmant}", 1)
    glossary = "-- content/glossary.yaml --\nterms:\n  - {id: a, term: 甲, definitions: [{quote: 甲, source: dong-2030/item-1}]}\n"
    broken = (PORTAL + PLACES.replace("level: city", "level: ciy") + registers + PLAN.replace("title: 要点", "titel: 要点") + glossary)
    codes = ("jurisdiction-unknown", "unit-unresolved", "definition-not-found", "unit-idle", "unit-unknown")
    found = problems_in(unpack(broken))
    assert [problem.code for problem in found if problem.code in codes] == []
    assert [problem.code for problem in found] == ["choice-unknown", "field-unknown", "choice-unknown"]


def test_a_right_portal_has_no_findings() -> None:
    nothing(BASE + PLAN, "id-repeated", "unit-unresolved", "unit-idle")


def test_what_refers_to_an_unread_file_is_not_called_unknown() -> None:
    files = unpack(BASE + PLAN + "-- content/links/a.yaml --\nkind: years\nfrom: dong-2029\nto: dong-2030\nlinks: []\n")
    sound = [parse_yaml(SourceFile(path, text.encode())) for path, text in files.items() if "jurisdictions" not in path]
    unread = ("content/jurisdictions.yaml", "content/plans/dong-2029.yaml")
    assert load_portal(sound, {}, "content/", NoMemo(), unread).warnings == ()
    with pytest.raises(ProblemsFound) as found:
        load_portal(sound, {}, "content/", NoMemo())
    codes = [problem.code for problem in found.value.problems if problem.severity == "error"]
    assert codes == ["plan-unknown", "jurisdiction-unknown", "jurisdiction-unknown"]
