"""Facts about the five documents, read in the documents themselves: counts, places, readings, notes."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from sitegen.load.portal import Loaded
from sitegen.model import Basis, MentionKind, Plan, Scope, Task, TermKind


@pytest.fixture(scope="module")
def plans(real_portal: Loaded) -> dict[str, Plan]:
    return {plan.id: plan for plan in real_portal.portal.plans}


def rows(plan: Plan) -> dict[str, Task]:
    assert plan.table is not None
    return {row.number: row for row in plan.table.rows}


def test_counts_of_sections_items_and_rows(plans: dict[str, Plan]) -> None:
    found = {
        key: (len(plan.sections), len(plan.items), len(plan.table.rows) if plan.table else 0)
        for key, plan in plans.items()
    }
    assert found == {
        "huaiyin-2023": (5, 16, 46),
        "huaiyin-2025": (5, 17, 0),
        "jinan-2025": (5, 16, 0),
        "laoshan-2025": (4, 13, 0),
        "zhangqiu-2024": (6, 17, 58),
    }


def test_rows_of_huaiyin_2023_stand_under_their_headings(plans: dict[str, Plan]) -> None:
    ranges = [(int(item.tasks[0].number), int(item.tasks[-1].number)) for item in plans["huaiyin-2023"].items]
    assert ranges == [
        (1, 3), (4, 6), (7, 9), (10, 12), (13, 16), (17, 20), (21, 24), (25, 26), (27, 29), (30, 32), (33, 36),
        (37, 38), (39, 40), (41, 42), (43, 44), (45, 46),
    ]  # fmt: skip


def test_rows_of_zhangqiu_2024_stand_in_the_clause_that_holds_their_sentence(plans: dict[str, Plan]) -> None:
    table = rows(plans["zhangqiu-2024"])
    assigned = {number: row.item_id for number, row in table.items() if row.placement and row.placement.basis is Basis.ASSIGNED}
    expected = {"16": "item-3", "41": "item-10", "44": "item-11", "45": "item-11", "56": "item-16"}
    assert {number: assigned[number].partition("/")[2] for number in expected} == expected
    per_item = [len(item.tasks) for item in plans["zhangqiu-2024"].items]
    assert per_item == [4, 5, 7, 6, 5, 3, 4, 3, 3, 2, 3, 3, 2, 2, 2, 2, 2]


def test_deadlines_of_huaiyin_2023(plans: dict[str, Plan]) -> None:
    kinds = Counter(tuple(term.kind for term in row.deadline.terms) for row in rows(plans["huaiyin-2023"]).values())
    assert kinds == {
        (TermKind.WHOLE_YEAR,): 40,
        (TermKind.WHOLE_YEAR, TermKind.LONG_TERM): 3,
        (TermKind.BY_DATE,): 3,
    }
    dated = {number: row.deadline.terms[0].end for number, row in rows(plans["huaiyin-2023"]).items()
             if row.deadline.terms[0].kind is TermKind.BY_DATE}  # fmt: skip
    assert dated == {"21": date(2023, 6, 30), "22": date(2023, 12, 31), "38": date(2023, 7, 31)}


def test_deadlines_of_zhangqiu_2024(plans: dict[str, Plan]) -> None:
    table = rows(plans["zhangqiu-2024"])
    by_date = [number for number, row in table.items() if [term.end for term in row.deadline.terms] == [date(2024, 12, 31)]]
    long_term = [number for number, row in table.items() if [term.kind for term in row.deadline.terms] == [TermKind.LONG_TERM]]
    assert len(by_date) == 51
    assert long_term == ["28", "30", "32", "39", "53", "57"]
    misplaced = table["33"].deadline
    assert misplaced.source == "各街道（镇）、区政府各部门（单位）"
    assert misplaced.basis is Basis.SOURCE_ERROR
    assert [term.end for term in misplaced.terms if term.end] == []
    assert any("完成时限" in note.cell for note in table["33"].notes)


def test_the_duty_that_no_row_holds_is_dated(plans: dict[str, Plan]) -> None:
    found = [(task.deadline.source, task.deadline.terms[0].end) for item in plans["zhangqiu-2024"].closing for task in item.tasks
             if task.deadline.terms]  # fmt: skip
    assert len(found) == 1
    assert "7月15日前" in found[0][0]
    assert found[0][1] == date(2024, 7, 15)


def test_merged_cells_are_inherited_and_say_from_where(plans: dict[str, Plan]) -> None:
    table = rows(plans["huaiyin-2023"])
    inherited = {number: row.units.inherited_from for number, row in table.items() if row.units.basis is Basis.INHERITED}
    assert inherited == {
        "14": "13", "15": "13", "16": "13", "23": "22", "24": "22", "26": "25", "29": "28", "32": "31", "34": "33",
        "36": "35", "38": "37", "40": "39", "42": "41", "44": "43", "46": "45",
    }  # fmt: skip
    assert all(table[number].units.source == "" for number in inherited)
    assert [mention.name for mention in table["14"].units.mentions] == ["区政府各部门", "各街道办事处"]


def test_groups_of_all_and_of_some_are_different(plans: dict[str, Plan]) -> None:
    table = rows(plans["zhangqiu-2024"])
    first = [(mention.name, mention.kind, mention.scope) for mention in table["1"].units.mentions]
    assert first == [
        ("各街道(镇)", MentionKind.GROUP, Scope.ALL),
        ("区政府各部门(单位)", MentionKind.GROUP, Scope.ALL),
    ]
    second = [(mention.name, mention.kind, mention.scope) for mention in table["2"].units.mentions]
    assert second == [
        ("各街道(镇)", MentionKind.GROUP, Scope.ALL),
        ("区发改局", MentionKind.UNIT, None),
        ("区工信局", MentionKind.UNIT, None),
        ("有关部门(单位)", MentionKind.GROUP, Scope.SOME),
    ]
    assert table["2"].units.open_ended
    assert not table["1"].units.open_ended


def test_responsibility_for_parts_of_an_item(plans: dict[str, Plan]) -> None:
    parts = {item.ordinal: len(item.tasks) for item in plans["laoshan-2025"].items}
    assert parts == {1: 1, 2: 1, 3: 1, 4: 2, 5: 2, 6: 1, 7: 1, 8: 3, 9: 1, 10: 1, 11: 1, 12: 1, 13: 1}
    assert sum(task.units.basis is Basis.STATED for item in plans["laoshan-2025"].items for task in item.tasks) == 17
    assert sum(task.units.basis is Basis.STATED for item in plans["jinan-2025"].items for task in item.tasks) == 16
    assert {task.units.basis for item in plans["huaiyin-2025"].items for task in item.tasks} == {Basis.NOT_STATED}


def test_the_same_name_in_two_districts_is_two_units(real_portal: Loaded) -> None:
    finance = {unit.id for unit in real_portal.portal.units if unit.name == "区财政局"}
    assert {unit.partition("/")[0] for unit in finance} == {"huaiyin", "zhangqiu"}


def test_no_group_has_members_that_no_source_states(real_portal: Loaded) -> None:
    assert [group.id for group in real_portal.portal.groups if group.memberships] == []


def test_known_documents_are_not_held_and_none_is_a_plan_of_ours(real_portal: Loaded) -> None:
    known = real_portal.portal.known_documents
    assert len(known) == 80
    assert {document.id for document in known}.isdisjoint(plan.id for plan in real_portal.portal.plans)


def test_jurisdictions_know_their_superiors(real_portal: Loaded) -> None:
    above = {place.id: place.ancestors for place in real_portal.portal.jurisdictions}
    assert above["huaiyin"] == ("jinan", "shandong", "cn")
    assert above["zhangqiu"] == ("jinan", "shandong", "cn")
    assert above["laoshan"] == ("qingdao", "shandong", "cn")
