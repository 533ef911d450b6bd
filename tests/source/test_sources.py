"""Places by keys become places by line."""

import pytest

from sitegen.position import Loc, Span
from sitegen.problems import Problem, ProblemsFound
from sitegen.source import SourceFile, Sources, parse_markdown, parse_yaml

UNITS = "content/units/zhangqiu.yaml"
PAGE = "content/pages/about.md"
SOURCES = Sources(
    [
        parse_yaml(SourceFile(UNITS, "units:\n  - 区财政局\n  - 区审计局\n".encode())),
        parse_markdown(SourceFile(PAGE, "---\ntitle: 关于\n---\n正文\n".encode())),
        parse_yaml(SourceFile("content/broken.yaml", b"a: [\n")),
    ]
)


def test_places_and_related_places_are_placed() -> None:
    here = Span("content/x.yaml", 7, 2, 3, "原行")
    placed = SOURCES.place(
        [
            Problem(
                "one",
                "甲",
                Loc(UNITS, ("units", 1)).within(1, 2),
                related=((Loc(PAGE, ("title",)), "乙"), (here, "丙")),
            ),
            Problem("two", "丁", here, hint="戊"),
        ]
    )
    assert placed == (
        Problem(
            "one", "甲", Span(UNITS, 3, 6, 8, "  - 区审计局"),
            related=((Span(PAGE, 2, 8, 10, "title: 关于"), "乙"), (here, "丙")),
        ),
        Problem("two", "丁", here, hint="戊"),
    )  # fmt: skip


def test_unknown_and_unreadable_files_are_named_at_their_first_line() -> None:
    unknown, broken = SOURCES.place(
        [
            Problem("one", "甲", Loc("content/none.yaml", ("a",))),
            Problem("two", "乙", Loc("content/broken.yaml", ("a", 0))),
        ]
    )
    assert unknown.at == Span("content/none.yaml", 1, 1, 2)
    assert broken.at == Span("content/broken.yaml", 1, 1, 2, "a: [")


def test_problems_leave_placing_with_their_places() -> None:
    with pytest.raises(ProblemsFound) as found, SOURCES.placing():
        raise ProblemsFound(
            [Problem("one", "甲", Loc(UNITS, ("units", 0))), Problem("two", "乙", Loc(UNITS).child("units"))]
        )
    assert [problem.at for problem in found.value.problems] == [
        Span(UNITS, 2, 5, 9, "  - 区财政局"),
        Span(UNITS, 2, 3, 9, "  - 区财政局"),
    ]


def test_other_exceptions_leave_placing_as_they_are() -> None:
    with pytest.raises(ZeroDivisionError), SOURCES.placing():
        raise ZeroDivisionError
