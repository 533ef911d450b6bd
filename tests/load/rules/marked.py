"""Portals in a string whose expected findings are marked where they stand: ⟦ and ⟧ around the very characters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sitegen.memo import NoMemo
from sitegen.position import Span
from sitegen.problems import Problem, ProblemsFound, sort_problems
from sitegen.source import MarkdownDocument, SourceFile, Sources, YamlDocument, parse_markdown, parse_yaml
from sitegen.understanding import understand
from tests.conftest import unpack

PORTAL = """\
-- content/portal.yaml --
title: 门户
description: 测试。
"""
PLACES = """\
-- content/jurisdictions.yaml --
jurisdictions:
  - {id: shi, name: 某市, level: city}
  - {id: dong, name: 东区, level: district, parent: shi}
"""
UNITS = """\
-- content/units/dong.yaml --
jurisdiction: dong
units:
  - {id: caizheng-ju, name: 区财政局, kind: department}
  - {id: minzheng-ju, name: 区民政局, kind: department}
"""
BASE = PORTAL + PLACES + UNITS
HEAD = """\
-- content/plans/dong-2030.yaml --
id: dong-2030
jurisdiction: dong
year: 2030
"""
PROSE = HEAD + "form: prose\ntitle: 要点\n"
TABLE = HEAD + """\
form: table
title: 分解表
sections:
  - number: 一、
    title: 公开
    items:
      - {key: part-1, heading: 做好公开}
table:
  title: 分解表
  columns: [序号, 工作任务, 具体要求, 责任单位, 完成时限]
  rows:
"""
IDLE = ("unit-idle",)


@dataclass(frozen=True, slots=True)
class Found:
    """Problems found in a portal, placed and in order."""

    problems: tuple[Problem, ...]

    @property
    def hints(self) -> list[str]:
        return [problem.hint for problem in self.problems]

    @property
    def messages(self) -> list[str]:
        return [problem.message for problem in self.problems]


@lru_cache(maxsize=64)
def parsed(path: str, text: str) -> YamlDocument | MarkdownDocument:
    """A content file; most files of a test are those of the test before."""
    return (parse_markdown if path.endswith(".md") else parse_yaml)(SourceFile(path, text.encode()))


def problems_in(files: dict[str, str]) -> tuple[Problem, ...]:
    """Every problem of a content folder given as texts by path, placed and sorted."""
    documents = tuple(parsed(path, text) for path, text in sorted(files.items()))
    try:
        found = understand(documents, NoMemo()).warnings
    except ProblemsFound as error:
        found = error.problems
    return sort_problems(Sources(documents).place(found))


def expect(marked: str, *codes: str) -> Found:
    """Understand the portal without its marks; the findings of the codes are just the marked places, in order."""
    files = {path: re.sub("[⟦⟧]", "", text) for path, text in unpack(marked).items()}
    found = [problem for problem in problems_in(files) if problem.code in codes]
    assert [_place(problem.at) for problem in found] == sorted(_marks(marked))
    assert len(set(codes)) == len({problem.code for problem in found})
    return Found(tuple(found))


def nothing(text: str, *codes: str) -> None:
    """Understand the portal; none of the codes is found, and nothing is an error."""
    found = problems_in(unpack(text))
    assert [(problem.code, problem.message) for problem in found if problem.code in codes or problem.severity == "error"] == []


def _place(at: object) -> tuple[str, int, int, int]:
    assert isinstance(at, Span)
    return at.file, at.line, at.column, at.end_column


def _marks(marked: str) -> list[tuple[str, int, int, int]]:
    places = []
    for path, text in unpack(marked).items():
        for number, line in enumerate(text.split("\n"), 1):
            for n, match in enumerate(re.finditer("⟦([^⟧]*)⟧", line)):
                start = match.start() + 1 - 2 * n
                places.append((path, number, start, start + max(len(match[1]), 1)))
    return places
