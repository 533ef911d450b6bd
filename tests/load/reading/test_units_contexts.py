"""Every known kind of name in every place of a list, every word of role behind every kind of name."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.load.reading.unit_names import UnitNames
from sitegen.load.reading.units import read_units
from sitegen.model import MentionKind, Role, Scope
from tests.conftest import SOON

NONE = UnitNames.empty()
LEAD, SUPPORT, ANSWER, IMPLEMENT, REVIEW = Role.LEAD, Role.SUPPORT, Role.RESPONSIBLE, Role.IMPLEMENT, Role.REVIEW
Expected = list[tuple[str, Role]]


def listed(file: str) -> list[str]:
    lines = (Path(__file__).parent / file).read_text(encoding="utf-8").splitlines()
    return [name for line in lines if not line.startswith("#") for name in line.split()]


BODIES, GROUPS = listed("test_units_bodies.txt"), listed("test_units_groups.txt")


def read(words: str) -> Expected:
    reading = read_units(words, NONE)
    assert reading.unread == ()
    return [(mention.name, mention.role) for mention in reading.mentions]


def answering(*names: str) -> Expected:
    return [(name, ANSWER) for name in names]


CONTEXTS: list[tuple[str, Callable[[str], Expected]]] = [
    ("{}", lambda name: answering(name)),
    ("（责任单位：{}）", lambda name: answering(name)),
    ("区民政局、{}", lambda name: answering("区民政局", name)),
    ("{}，各街道", lambda name: answering(name, "各街道")),
    ("{}和区民政局", lambda name: answering(name, "区民政局")),
    ("区民政局和{}", lambda name: answering("区民政局", name)),
    ("区民政局及{}", lambda name: answering("区民政局", name)),
    ("{}及各街道", lambda name: answering(name, "各街道")),
    ("{}\n区民政局", lambda name: answering(name, "区民政局")),
    ("由{}负责", lambda name: answering(name)),
    ("{}按职责分工负责", lambda name: answering(name)),
    ("区民政局、{}等部门", lambda name: answering("区民政局", name, "部门")),
    ("{}牵头，各街道配合", lambda name: [(name, LEAD), ("各街道", SUPPORT)]),
    ("区民政局牵头、{}落实", lambda name: [("区民政局", LEAD), (name, IMPLEMENT)]),
    ("区民政局、{}（牵头）", lambda name: [("区民政局", ANSWER), (name, LEAD)]),
    ("{}会同区民政局", lambda name: [(name, LEAD), ("区民政局", SUPPORT)]),
    ("由{}审核", lambda name: [(name, REVIEW)]),
]
ROLE_NAMED = ("主管部门", "牵头部门", "责任部门", "责任单位", "成员单位")
"""Groups called by their role, which a bare label beside them would mean as well."""


@pytest.mark.parametrize(("words", "expected"), CONTEXTS, ids=[words for words, _ in CONTEXTS])
def test_bodies_are_read_whole_in_every_place(words: str, expected: Callable[[str], Expected]) -> None:
    wrong = {name: got for name in BODIES if (got := read(words.format(name))) != expected(name)}
    assert wrong == {}


@pytest.mark.parametrize(("words", "expected"), CONTEXTS, ids=[words for words, _ in CONTEXTS])
def test_groups_are_read_whole_in_every_place(words: str, expected: Callable[[str], Expected]) -> None:
    names = [name for name in GROUPS if ("责任单位：" not in words and "\n" not in words) or name not in ROLE_NAMED]
    names = [name for name in names if ("及" not in words and "和" not in words) or name not in ROLE_NAMED]
    wrong = {name: got for name in names if (got := read(words.format(name))) != expected(name)}
    assert wrong == {}


def test_bodies_are_no_groups_and_groups_are_no_bodies() -> None:
    assert {read_units(name, NONE).mentions[0].kind for name in BODIES} == {MentionKind.UNRESOLVED}
    assert {read_units(name, NONE).mentions[0].kind for name in GROUPS} == {MentionKind.GROUP}


def test_a_group_is_some_of_its_sort_only_where_a_word_says_so() -> None:
    for name in GROUPS:
        some = any(word in name for word in ("有关", "相关", "部分", "涉及", "属地"))
        reading = read_units(name, NONE)
        assert (reading.mentions[0].scope, reading.open_ended) == (Scope.SOME if some else Scope.ALL, some), name


LABELS = {
    LEAD: "牵头单位 牵头部门 牵头 牵头责任单位 牵头（责任）单位 主办单位 主责单位 第一责任单位 总牵头单位 牵头科室 牵头单位（部门）",
    ANSWER: "责任单位 责任部门 责任主体 责任科室 责任处室 责任 负责单位 责任单位（部门） 责任单位及部门 责任（配合）单位 各责任单位 责任分工",
    SUPPORT: "配合单位 配合部门 配合 协办单位 协助单位 协同单位 参与单位 参加单位 支持单位 配合责任单位 成员单位",
    IMPLEMENT: "落实单位 实施单位 承办单位 承办科室 具体落实单位 执行单位 组织实施单位",
    REVIEW: "审核单位 审查单位 评审单位 监督单位 指导单位 监督指导单位 督导单位 监管单位 考核单位",
}
PREDICATES = {
    LEAD: "牵头 牵头负责 总牵头 牵头组织实施 主办 统筹协调 牵头抓总 为牵头单位 是牵头单位 共同牵头 负责牵头",
    ANSWER: "负责 按职责分工负责 按照职责分工负责 分别负责 共同负责 具体负责 按照各自职责负责 根据职责分工负责 为责任单位 按职责分工 各负其责 联合负责",
    SUPPORT: "配合 参与 参加 协助 协办 支持 密切配合 做好配合 配合做好相关工作 按职责分工配合 共同配合 为配合单位 配合落实",
    IMPLEMENT: "落实 实施 承办 负责落实 具体落实 组织实施 抓好落实 按职责分工落实 贯彻落实 具体承办 结合实际落实",
    REVIEW: "审核 审查 评审 把关 监督 指导 监督指导 督导 督促指导 负责审核把关 督促落实 监督检查 考核",
}


@pytest.mark.parametrize("role", LABELS)
def test_labels_hold_for_all_names_behind_them(role: Role) -> None:
    for label in LABELS[role].split():
        expected = [("区民政局", role), ("各街道", role)]
        assert read(f"{label}：区民政局、各街道") == expected, label
        assert read(f"（{label}: 区民政局、各街道)") == expected, label
        assert read(f"区财政局 {label}：区民政局、各街道") == [("区财政局", ANSWER), *expected], label


@pytest.mark.parametrize("role", PREDICATES)
def test_predicates_hold_for_the_names_before_them(role: Role) -> None:
    for said in PREDICATES[role].split():
        assert read(f"区民政局{said}") == [("区民政局", role)], said
        assert read(f"各街道{said}") == [("各街道", role)], said
        assert read(f"区民政局等{said}") == [("区民政局", role)], said
        assert read(f"区民政局、区财政局{said}，各街道") == [
            ("区民政局", role), ("区财政局", role), ("各街道", ANSWER),
        ], said  # fmt: skip


def test_ten_thousand_expressions_are_read_soon() -> None:
    words = [context.format(name) for context, _ in CONTEXTS for name in BODIES + GROUPS]
    words = (words * (10_000 // len(words) + 1))[:10_000]
    started = time.process_time()
    for each in words:
        read_units(each, NONE)
    assert time.process_time() - started < SOON
