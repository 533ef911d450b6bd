"""Readings as sentences: every expected sentence was written by hand from the Chinese, none copied from output."""

from __future__ import annotations

from datetime import date

import pytest

from sitegen.derive import wording
from sitegen.model import (
    Basis,
    Deadline,
    DeadlineTerm,
    Mention,
    MentionKind,
    NoteKind,
    Precision,
    Role,
    Scope,
    Target,
    TermKind,
    UnitKind,
    Units,
)

BY = TermKind.BY_DATE


def term(words: str, end: date | None = None, **fields: object) -> DeadlineTerm:
    kind = fields.pop("kind", BY)
    return DeadlineTerm(kind, words, end=end, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("read", "sentence"),
    [
        (
            term("2024年12月底前", date(2024, 12, 31), precision=Precision.MONTH, year=2024),
            "2024年12月31日前（按原文“2024年12月底前”推算到月末）",
        ),
        (
            term("2023年年底前", date(2023, 12, 31), precision=Precision.YEAR, year=2023),
            "2023年12月31日前（按原文“2023年年底前”推算到年末）",
        ),
        (term("2024年7月15日前", date(2024, 7, 15), precision=Precision.DAY, year=2024), "2024年7月15日前"),
        (
            term("7月15日前", date(2024, 7, 15), precision=Precision.DAY, year=2024, year_from_document=True),
            "2024年7月15日前（原文没有写年份，年份取自文件）",
        ),
        (
            term("三季度末", date(2024, 9, 30), precision=Precision.QUARTER, year=2024, year_from_document=True),
            "2024年9月30日（按原文“三季度末”推算到季末；原文没有写年份，年份取自文件）",
        ),
        (
            term("力争上半年完成", date(2025, 6, 30), precision=Precision.HALF_YEAR, soft=True),
            "2025年6月30日（按原文“力争上半年完成”推算到半年末；原文是力争、争取一类的说法）",
        ),
        (
            term("6月上旬前", date(2025, 6, 10), precision=Precision.TEN_DAYS, remark="“前”是否包括当天，原文没有写。"),
            "2025年6月10日前（按原文“6月上旬前”推算到旬末；“前”是否包括当天，原文没有写）",
        ),
        (
            term("3月1日至5月31日", date(2025, 5, 31), kind=TermKind.RANGE, start=date(2025, 3, 1), precision=Precision.DAY),
            "2025年3月1日至2025年5月31日",
        ),
        (term("7月1日起", kind=TermKind.RANGE, start=date(2025, 7, 1)), "2025年7月1日起"),
        (term("全年", kind=TermKind.WHOLE_YEAR, year=2023), "2023年全年（原文“全年”，不推算到某一天）"),
        (term("长期坚持", kind=TermKind.LONG_TERM), "长期工作（原文“长期坚持”，不推算日期）"),
        (term("每季度", kind=TermKind.RECURRING), "定期工作（原文“每季度”，不推算日期）"),
        (
            term("印发后10个工作日内", kind=TermKind.RELATIVE),
            "从另一件事起算（原文“印发后10个工作日内”，不推算日期）",
        ),
        (term("尽快", kind=TermKind.UNKNOWN), "读不出时限（原文“尽快”，不作推断）"),
    ],
)
def test_terms_are_said_with_the_words_they_come_from(read: DeadlineTerm, sentence: str) -> None:
    assert wording.term_sentence(read) == sentence


def test_a_deadline_with_two_terms_is_said_in_one_line() -> None:
    read = Deadline(
        "全年，长期坚持",
        Basis.STATED,
        "全年，长期坚持",
        terms=(term("全年", kind=TermKind.WHOLE_YEAR, year=2023), term("长期坚持", kind=TermKind.LONG_TERM)),
    )
    expected = "2023年全年（原文“全年”，不推算到某一天）；长期工作（原文“长期坚持”，不推算日期）。"
    assert wording.deadline_sentence(read) == expected


def test_what_is_not_there_is_said_by_its_ground() -> None:
    assert wording.deadline_sentence(Deadline("", Basis.NOT_STATED)) == "文件未写明时限。"
    assert wording.deadline_sentence(Deadline("", Basis.UNKNOWN)) == "原表这一格空白，不作推断。"
    wrong = Deadline("各街道（镇）", Basis.SOURCE_ERROR, "各街道（镇）", terms=(term("各街道（镇）", kind=TermKind.UNKNOWN),))
    assert wording.deadline_sentence(wrong) == "原文疑误，不作推断。"
    assert wording.units_sentence(Units("", Basis.NOT_STATED)) == "文件未写明责任单位。"
    assert wording.units_sentence(Units("", Basis.UNKNOWN)) == "原表这一格空白，不作推断。"
    assert wording.units_sentence(Units("？？", Basis.STATED, "？？")) == "读不出责任单位。"


@pytest.mark.parametrize(
    ("basis", "inherited_from", "reason", "label"),
    [
        (Basis.STATED, None, "", "照录"),
        (Basis.INHERITED, "13", "", "承接自第13行（合并单元格）"),
        (Basis.ASSIGNED, None, "与上一行同属一格", "编辑认定：与上一行同属一格"),
        (Basis.SOURCE_ERROR, None, "这一格印的是单位名称", "原文疑误：这一格印的是单位名称"),
        (Basis.NOT_STATED, None, "", "未写明"),
        (Basis.UNKNOWN, None, "", "不明"),
    ],
)
def test_every_ground_has_its_label(basis: Basis, inherited_from: str | None, reason: str, label: str) -> None:
    assert wording.basis_label(basis, inherited_from, reason) == label


def test_every_ground_is_explained() -> None:
    assert len({wording.basis_explanation(basis) for basis in Basis}) == len(Basis)


def test_units_are_said_named_first_then_groups() -> None:
    read = Units(
        "各街道（镇），区发改局、区工信局等有关部门（单位）",
        Basis.STATED,
        open_ended=True,
        mentions=(
            Mention(MentionKind.GROUP, "zhangqiu/jiedao", "各街道（镇）", Scope.ALL),
            Mention(MentionKind.UNIT, "zhangqiu/fagai", "区发改局"),
            Mention(MentionKind.UNIT, "zhangqiu/gongxin", "区工信局"),
            Mention(MentionKind.GROUP, "zhangqiu/youguan", "有关部门（单位）", Scope.SOME),
        ),
    )
    expected = "区发改局、区工信局；各街道（镇）（全体）；有关部门（单位）（部分，未点名）；名单未列全。"
    assert wording.units_sentence(read) == expected


def test_roles_and_unregistered_names_are_said() -> None:
    read = Units(
        "区财政局牵头，区民正局配合",
        Basis.STATED,
        mentions=(
            Mention(MentionKind.UNIT, "a/caizheng", "区财政局", role=Role.LEAD),
            Mention(MentionKind.UNRESOLVED, None, "区民正局", role=Role.SUPPORT),
        ),
    )
    assert wording.units_sentence(read) == "区财政局〔牵头〕；区民正局〔配合〕（未登记名称）。"


def test_a_past_day_is_never_called_overdue() -> None:
    assert wording.passed_sentence(date(2024, 12, 31), date(2025, 6, 30)) == "时限已过，未见公布完成情况"
    assert wording.passed_sentence(date(2025, 6, 30), date(2025, 6, 30)) == ""
    assert wording.passed_sentence(None, date(2025, 6, 30)) == ""


@pytest.mark.parametrize(
    ("bound", "quantity", "measure", "sentence"),
    [("at_least", "5", "次", "不少于5次"), ("at_most", "20", "个工作日", "不超过20个工作日"), ("exactly", "4", "个入口", "为4个入口")],
)
def test_targets_are_said_with_their_bound(bound: str, quantity: str, measure: str, sentence: str) -> None:
    assert wording.target_sentence(Target(sentence, bound, quantity, measure)) == sentence


def test_quotation_marks_inside_a_quotation_become_single() -> None:
    assert wording.quoted("落实“三同步”制度") == "“落实‘三同步’制度”"


def test_every_kind_has_a_word() -> None:
    assert set(wording.NOTE_KINDS) == set(NoteKind)
    assert set(wording.UNIT_KINDS) == set(UnitKind)
    assert set(wording.ROLES) == set(Role)
    assert set(wording.SCOPES) == set(Scope)


def test_dates_have_no_leading_zeros() -> None:
    assert wording.chinese_date(date(2024, 6, 7)) == "2024年6月7日"
