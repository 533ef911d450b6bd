"""Faults of notation and wrong fields of one file in one run; what may only follow from a fault is not told."""

from __future__ import annotations

import pytest

from tests.conftest import unpack
from tests.flow.sample import SAMPLE
from tests.load.rules.marked import problems_in

PLAN = "content/plans/dong-2030.yaml"
UNITS = "content/units/dong.yaml"
WRONG = ("      deadline: 全年\n", "      deadlin: 全年\n")


def told(*typed: tuple[str, str]) -> list[tuple[str, str, int]]:
    """Errors of the sample with other words typed: code, file and line."""
    text = SAMPLE
    for old, new in typed:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return [
        (problem.code, problem.at.file, problem.at.line)  # type: ignore[union-attr]
        for problem in problems_in(unpack(text)) if problem.severity == "error"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fault", "code", "line", "further"),
    [
        pytest.param(("form: table\n", "form: table\nform: prose\n"), "yaml-key-duplicate", 5, 1, id="a field twice"),
        pytest.param(("form: table\n", "form：table\n"), "yaml-wide-colon", 4, 0, id="a full-width colon"),
        pytest.param(("form: table\n", "form: *table\n"), "yaml-alias", 4, 0, id="an alias"),
        pytest.param(("form: table\n", "form: &x table\n"), "yaml-anchor", 4, 0, id="an anchor"),
        pytest.param(("form: table\n", "form: table\n---\n"), "yaml-several-documents", 5, 1, id="a line between"),
        pytest.param(("  - number: 一、\n", "  -\tnumber: 一、\n"), "yaml-tab", 7, 0, id="a tab after a dash"),
        pytest.param(("text: 公开养老", "text: 公开\u200b养老"), "character-invisible", 24, 0, id="an invisible character"),
    ],
)
def test_a_field_is_told_beside_a_fault_that_can_be_mended(
    fault: tuple[str, str], code: str, line: int, further: int
) -> None:
    assert told(fault, WRONG) == [(code, PLAN, line), ("field-unknown", PLAN, 26 + further)]
    assert told(fault) == [(code, PLAN, line)]


@pytest.mark.parametrize(
    ("fault", "code", "line"),
    [
        pytest.param(("form: table\n", "form: [table\n"), "yaml-bracket", 4, id="a bracket without partner"),
        pytest.param(("form: table\n", 'form: "table\n'), "yaml-quote", 4, id="a quotation mark without partner"),
        pytest.param(("      units: 区财政局\n", "\t\tunits: 区财政局\n"), "yaml-tab", 19, id="a tab as indentation"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_alone_beside_the_others(fault: tuple[str, str], code: str, line: int) -> None:
    other = ("{id: minzheng-ju, name: 区民政局, kind: department}", "{id: minzheng-ju, name: 区民政局, kind: bureau}")
    assert told(fault, WRONG, other) == [(code, PLAN, line), ("choice-unknown", UNITS, 4)]


def test_what_others_refer_to_in_a_faulty_file_is_not_called_unknown() -> None:
    twice = ("jurisdiction: dong\nunits:", "jurisdiction: dong\njurisdiction: dong\nunits:")
    places = ("level: city}\n", "level: city, level: city}\n")
    assert told(twice, places, WRONG) == [
        ("yaml-key-duplicate", "content/jurisdictions.yaml", 2), ("field-unknown", PLAN, 26), ("yaml-key-duplicate", UNITS, 2),
    ]  # fmt: skip


def test_a_number_in_a_faulty_file_is_nowhere_shown_whole() -> None:
    text = SAMPLE.replace("form: table\n", "form: table\nform: 13900000000\n").replace("text: 公开养老", "txet: 手机13900000001公开养老")
    found = [problem for problem in problems_in(unpack(text)) if problem.at.file == PLAN]
    assert [problem.code for problem in found] == ["yaml-key-duplicate", "field-unknown", "personal-data"]
    assert all({"13900000000", "13900000001"} <= set(problem.masked) for problem in found)
