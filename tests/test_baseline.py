"""The baseline: what it knows is taken out and no more, what it knows in vain is said, and errors are never known."""

from __future__ import annotations

import json

import pytest

from sitegen.baseline import fingerprint, idle_entries, read_baseline, unknown_to, write_baseline
from sitegen.position import Span
from sitegen.problems import Problem, ProblemsFound, Severity

LINE = "    units: 区财证局、区公共资源交易中心"
UNIT = Problem(
    "unit-unresolved", "“区财证局”没有登记", Span("content/plans/zhangqiu-2024.yaml", 42, 12, 16, LINE), Severity.WARNING,
    hint="是不是“区财政局”？",
)  # fmt: skip
LATE = Problem(
    "deadline-early", "完成时限早于文件日期", Span("content/plans/huaiyin-2025.yaml", 7, 3, 11, "  deadline: 2020年底前"),
    Severity.NOTICE, related=((Span("content/plans/huaiyin-2025.yaml", 2, 9, 19, "signed: 2025-06-05"), "文件日期在这里"),),
)  # fmt: skip
WRONG = Problem("field-unknown", "没有“titel”这个字段", Span("content/portal.yaml", 1, 1, 6, "titel: 甲"))


def moved(problem: Problem, lines: int) -> Problem:
    at = problem.at
    assert isinstance(at, Span)
    excerpt = "  " + at.excerpt
    return Problem(
        problem.code, problem.message, Span(at.file, at.line + lines, at.column + 2, at.end_column + 2, excerpt),
        problem.severity, problem.hint, problem.related,
    )  # fmt: skip


def test_a_fingerprint_survives_other_lines_and_indentation_only() -> None:
    assert fingerprint(moved(UNIT, 5)) == fingerprint(UNIT)
    at = UNIT.at
    assert isinstance(at, Span)
    others = [
        Problem("other", UNIT.message, at),
        Problem(UNIT.code, "别的", at),
        Problem(UNIT.code, UNIT.message, Span("content/other.yaml", at.line, at.column, at.end_column, at.excerpt)),
        Problem(UNIT.code, UNIT.message, Span(at.file, at.line, at.column, at.end_column, at.excerpt + "、区审计局")),
    ]
    assert len({fingerprint(problem) for problem in (UNIT, *others)}) == 5


def test_a_baseline_takes_out_what_is_known_and_no_more() -> None:
    baseline = read_baseline(write_baseline([UNIT, LATE]), "baseline.json")
    new = Problem("unit-unresolved", "“区审记局”没有登记", UNIT.at, Severity.WARNING)
    assert unknown_to(baseline, [moved(UNIT, 3), new, LATE, moved(UNIT, 9)]) == (new, moved(UNIT, 9))
    assert unknown_to(read_baseline(write_baseline([]), "baseline.json"), [UNIT, LATE]) == (UNIT, LATE)


def test_errors_are_never_known() -> None:
    text = write_baseline([UNIT, WRONG])
    assert "field-unknown" not in text
    known = json.loads(text)
    known["problems"].append({"file": "content/portal.yaml", "code": "field-unknown", "fingerprint": fingerprint(WRONG)})
    baseline = read_baseline(json.dumps(known), "baseline.json")
    assert unknown_to(baseline, [UNIT, WRONG, WRONG]) == (WRONG, WRONG)


def test_entries_that_occur_no_more_are_said_where_they_stand() -> None:
    text = write_baseline([UNIT, moved(UNIT, 4), LATE])
    baseline = read_baseline(text, "baseline.json")
    assert idle_entries(baseline, [LATE, moved(UNIT, 9), UNIT]) == ()
    lines = text.splitlines()
    (one,) = idle_entries(baseline, [moved(UNIT, 9), LATE])
    assert (one.code, one.severity) == ("baseline-idle", "notice")
    assert one.at == Span("baseline.json", 6, 5, len(lines[5]) + 1, lines[5])
    (all_three,) = idle_entries(baseline, [])
    assert "有 3 个问题已经不再出现：content/plans/huaiyin-2025.yaml 的 deadline-early、content/plans/zhangqiu" in all_three.message
    assert all_three.at == Span("baseline.json", 4, 5, len(lines[3].rstrip(",")) + 1, lines[3])


def test_a_baseline_is_the_same_text_for_the_same_problems_one_line_each() -> None:
    text = write_baseline([UNIT, LATE])
    assert text == write_baseline([moved(LATE, 4), moved(UNIT, 4)])
    assert [line.strip()[:40] for line in text.splitlines() if "fingerprint" in line] == [
        '{"file": "content/plans/huaiyin-2025.yam',
        '{"file": "content/plans/zhangqiu-2024.ya',
    ]
    assert json.loads(text)["version"] == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<<<<<<< HEAD",
        "[]",
        "{}",
        '{"version": 2, "problems": []}',
        '{"version": 1, "problems": [1]}',
        '{"version": 1, "problems": [{"fingerprint": "0"}]}',
        "[" * 100_000,
    ],
)
def test_what_is_no_baseline_is_a_problem(text: str) -> None:
    with pytest.raises(ProblemsFound) as found:
        read_baseline(text, "baseline.json")
    assert [(problem.code, problem.at) for problem in found.value.problems] == [
        ("baseline-unreadable", Span("baseline.json", 1, 1, 2))
    ]
