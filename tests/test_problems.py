"""Problems as they are sorted, printed, and answered with the nearest name."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.position import Loc, Span
from sitegen.problems import (
    Problem,
    Severity,
    display_width,
    format_github,
    format_json,
    format_text,
    nearest,
    sort_problems,
)

LINE = "    units: 区财证局、区公共资源交易中心"
UNIT = Problem(
    "unit-unknown", "没有登记过的单位“区财证局”", Span("content/plans/zhangqiu-2024.yaml", 42, 12, 16, LINE),
    hint="是不是“区财政局”？",
)  # fmt: skip
LATE = Problem(
    "deadline-before-plan",
    "完成时限早于成文日期",
    Span("content/plans/huaiyin-2025.yaml", 7, 3, 11, "  deadline: 2020年底前"),
    Severity.WARNING,
    related=((Span("content/plans/huaiyin-2025.yaml", 2, 9, 19, "signed: 2025-06-05"), "成文日期在这里"),),
)
BARE = Problem("page-missing", "没有首页", Loc("content/pages/index.md"), Severity.NOTICE, hint="请新建这个文件")


def test_sorted_by_place_then_severity() -> None:
    def problem(file: str, line: int, column: int, severity: Severity, code: str) -> Problem:
        return Problem(code, "", Span(file, line, column, column + 1), severity)

    expected = (
        Problem("z", "", Loc("content/a.yaml", ("x",))),
        problem("content/a.yaml", 2, 1, Severity.ERROR, "b"),
        problem("content/a.yaml", 2, 1, Severity.WARNING, "a"),
        problem("content/a.yaml", 2, 9, Severity.NOTICE, "a"),
        problem("content/a.yaml", 10, 1, Severity.ERROR, "a"),
        problem("content/b.yaml", 1, 1, Severity.ERROR, "a"),
    )
    assert sort_problems(reversed(expected)) == expected


def test_printed_for_a_terminal() -> None:
    assert format_text([UNIT, LATE, BARE]) == (
        "content/plans/zhangqiu-2024.yaml:42:12: 错误 unit-unknown: 没有登记过的单位“区财证局”\n"
        "   42 |     units: 区财证局、区公共资源交易中心\n"
        "      |            ^^^^^^^^  是不是“区财政局”？\n"
        "\n"
        "content/plans/huaiyin-2025.yaml:7:3: 警告 deadline-before-plan: 完成时限早于成文日期\n"
        "    7 |   deadline: 2020年底前\n"
        "      |   ^^^^^^^^\n"
        "      content/plans/huaiyin-2025.yaml:2:9: 成文日期在这里\n"
        "    2 | signed: 2025-06-05\n"
        "      |         ^^^^^^^^^^\n"
        "\n"
        "content/pages/index.md:1:1: 提示 page-missing: 没有首页\n"
        "      | 请新建这个文件"
    )
    assert format_text([]) == ""


def test_a_long_line_shows_the_part_around_the_place() -> None:
    line = "text: " + "公开" * 60 + "区财证局" + "公开" * 60
    at = Span("x", 3, 6 + 120 + 1, 6 + 120 + 5, line)
    first, excerpt, carets = format_text([Problem("a", "甲", at), Problem("b", "乙", at)]).split("\n\n")[1].split("\n")
    assert first == "x:3:127: 错误 b: 乙"
    assert excerpt == "    3 | …" + "公开" * 8 + "区财证局" + "公开" * 14 + "…"
    assert carets == "      | " + " " * 33 + "^" * 8


def test_tabs_and_invisible_characters_keep_the_carets_in_place() -> None:
    line = "\ta\u200b\x0b: 甲"
    printed = format_text([Problem("a", "一", Span("x", 1, 7, 8, line)), Problem("b", "二", Span("x", 1, 1, 2, line))])
    assert printed == (
        "x:1:7: 错误 a: 一\n"
        "    1 |     a␦␋: 甲\n"
        "      |          ^^\n"
        "\n"
        "x:1:1: 错误 b: 二\n"
        "    1 |     a␦␋: 甲\n"
        "      | ^^^^"
    )


def test_quoted_line_breaks_and_control_characters_stay_in_their_line() -> None:
    at = Span("x", 1, 1, 2, "甲")
    printed = format_text([Problem("a", "一\n二\x1b[31m", at, hint="三\n四"), Problem("b", "五\u2028六", at)])
    assert printed.split("\n\n") == [
        "x:1:1: 错误 a: 一␊二␛[31m\n    1 | 甲\n      | ^^  三␊四",
        "x:1:1: 错误 b: 五␦六\n    1 | 甲\n      | ^^",
    ]


def test_a_long_fix_stands_on_its_own_line() -> None:
    fix = "请" * 40
    lines = format_text([Problem("a", "甲", Span("x", 1, 19, 20, " " * 18 + "乙"), hint=fix), UNIT]).split("\n")
    assert lines[2:4] == ["      | " + " " * 18 + "^^", "      | " + fix]


def columns(text: str) -> int:
    """Columns of printable text, told apart from the code under test by the Unicode database alone."""
    return sum(
        0 if unicodedata.category(character) in ("Mn", "Me") else 1 + (unicodedata.east_asian_width(character) in "WF")
        for character in text
    )


line_text = st.text("政务公开，。“”abc 12é한カ𠮷", min_size=1, max_size=150)


@given(line_text, st.data())
def test_carets_stand_under_the_characters_meant(line: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(line) - 1))
    end = data.draw(st.integers(start + 1, len(line)))
    _, excerpt, carets = format_text([Problem("a", "甲", Span("x", 5, start + 1, end + 1, line + "。"))]).split("\n")
    before, under = columns(carets) - carets.count("^"), carets.count("^")
    shown = ""
    while columns(shown) < before:
        shown += excerpt[len(shown)]
    assert columns(shown) == before
    meant, rest = line[start:end], excerpt[len(shown) :]
    if excerpt.endswith("…") and columns(meant) > columns(rest) - 1:
        meant = rest[:-1]
        assert line[start:].startswith(meant)
    assert rest.startswith(meant)
    assert under == columns(meant) == display_width(meant)
    assert columns(excerpt) <= 8 + 98


def test_printed_for_github() -> None:
    odd = Problem("a", "甲%\r\n乙:,", Span("content/a,b:c%.yaml", 3, 2, 5, "x"), Severity.NOTICE)
    assert format_github([UNIT, LATE, odd]) == (
        "::error file=content/plans/zhangqiu-2024.yaml,line=42,col=12,endColumn=16,title=unit-unknown"
        "::没有登记过的单位“区财证局”%0A是不是“区财政局”？\n"
        "::warning file=content/plans/huaiyin-2025.yaml,line=7,col=3,endColumn=11,title=deadline-before-plan"
        "::完成时限早于成文日期%0Acontent/plans/huaiyin-2025.yaml:2:9: 成文日期在这里\n"
        "::notice file=content/a%2Cb%3Ac%25.yaml,line=3,col=2,endColumn=5,title=a::甲%25%0D%0A乙:,"
    )


def test_printed_as_json() -> None:
    text = format_json([UNIT, LATE])
    assert "区财证局" in text
    first, second = json.loads(text)
    assert first == {
        "code": "unit-unknown",
        "severity": "error",
        "file": "content/plans/zhangqiu-2024.yaml",
        "line": 42,
        "column": 12,
        "end_column": 16,
        "message": "没有登记过的单位“区财证局”",
        "hint": "是不是“区财政局”？",
        "excerpt": LINE,
        "related": [],
    }
    assert (second["severity"], second["hint"]) == ("warning", "")
    assert second["related"] == [
        {
            "file": "content/plans/huaiyin-2025.yaml",
            "line": 2,
            "column": 9,
            "end_column": 19,
            "message": "成文日期在这里",
            "excerpt": "signed: 2025-06-05",
        }
    ]
    assert json.loads(format_json([])) == []


UNITS = (
    "区政府办", "区财政局", "区民政局", "区司法局", "区审计局", "区发展和改革局", "区住房和城乡建设局", "区卫生健康局",
    "区大数据局", "区市场监管局", "区行政审批服务局", "各街道（镇）", "市财政局", "huaiyin-2025", "zhangqiu-2024", "laoshan-2025",
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("区财证局", "区财政局"),
        ("财政局", "区财政局"),
        ("区财局", "区财政局"),
        ("区政财局", "区财政局"),
        ("区发展改革局", "区发展和改革局"),
        ("区发改局", "区发展和改革局"),
        ("区住建局", "区住房和城乡建设局"),
        ("区卫健局", "区卫生健康局"),
        ("区市场监督管理局", "区市场监管局"),
        ("区行政审批局", "区行政审批服务局"),
        ("各街道(镇)", "各街道（镇）"),
        ("huaiyin2025", "huaiyin-2025"),
        ("Zhangqiu-2024", "zhangqiu-2024"),
        ("zhangqui-2024", "zhangqiu-2024"),
        ("区水利局", None),
        ("气象台", None),
        ("qingdao-2025", None),
        ("", None),
    ],
)
def test_nearest(name: str, expected: str | None) -> None:
    assert nearest(name, UNITS) == expected
    assert nearest(name, reversed(UNITS)) == expected


@given(st.lists(st.text("区市财政审计局", max_size=6), max_size=8), st.text("区市财政审计局", max_size=6))
def test_nearest_is_a_candidate_and_a_name_is_nearest_to_itself(names: list[str], name: str) -> None:
    assert nearest(name, names) in {None, *names}
    assert nearest(name, [*names, name]) == name
