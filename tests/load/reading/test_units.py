"""Unit expressions read as a careful person reads them, without a registry: tables of expressions and their readings."""

from __future__ import annotations

import pytest
from test_units_notation import TABLES, Case, cases, notation

from sitegen.load.reading.unit_names import UnitNames
from sitegen.load.reading.units import LeadRule, UnitReading, read_units
from sitegen.model import MentionKind, Role

NONE = UnitNames.empty()


@pytest.mark.parametrize("case", [case for file in TABLES for case in cases(file)], ids=lambda case: case.words)
def test_read_as_a_careful_person_reads(case: Case) -> None:
    assert notation(read_units(case.words, NONE), case.words) == case.reading


def roles(words: str, rule: LeadRule) -> list[tuple[str, Role]]:
    return [(mention.name, mention.role) for mention in read_units(words, NONE, rule=rule).mentions]


def test_first_unit_leads_only_where_the_document_says_so() -> None:
    words = "区发改局、区财政局、各街道"
    assert roles(words, LeadRule.NONE) == [
        ("区发改局", Role.RESPONSIBLE), ("区财政局", Role.RESPONSIBLE), ("各街道", Role.RESPONSIBLE),
    ]  # fmt: skip
    assert roles(words, LeadRule.FIRST_LEADS) == [
        ("区发改局", Role.LEAD), ("区财政局", Role.RESPONSIBLE), ("各街道", Role.RESPONSIBLE),
    ]  # fmt: skip


def test_words_go_before_the_rule_that_the_first_unit_leads() -> None:
    assert roles("区发改局、区财政局牵头、各街道", LeadRule.FIRST_LEADS)[2] == ("各街道", Role.RESPONSIBLE)
    stated = roles("各街道、区发改局（牵头）、区财政局", LeadRule.FIRST_LEADS)
    assert [role for _, role in stated] == [Role.RESPONSIBLE, Role.LEAD, Role.RESPONSIBLE]
    supporting = roles("配合单位：区司法局、各部门", LeadRule.FIRST_LEADS)
    assert [role for _, role in supporting] == [Role.SUPPORT, Role.SUPPORT]


def test_without_a_registry_groups_are_known_and_bodies_are_not() -> None:
    reading = read_units("区财政局、各街道、历下区", NONE)
    assert [mention.kind for mention in reading.mentions] == [
        MentionKind.UNRESOLVED, MentionKind.GROUP, MentionKind.UNRESOLVED,
    ]  # fmt: skip
    assert {mention.id for mention in reading.mentions} == {None}


def test_ranges_are_those_of_the_words_as_written() -> None:
    words = "（责任单位: 区人力资源和\n社会保障局、有关部门 (单位) ）"
    mentions = read_units(words, NONE).mentions
    assert [words[mention.start : mention.end] for mention in mentions] == [
        "区人力资源和\n社会保障局",
        "有关部门 (单位)",
    ]
    assert [mention.name for mention in mentions] == ["区人力资源和社会保障局", "有关部门(单位)"]


def test_a_joint_office_or_several_is_not_decided() -> None:
    joint, other = read_units("市委、市政府办公室，市司法局", NONE).mentions
    assert joint.remark == "“市委、市政府办公室”是合署的一个机构，还是几个机构合在一起写，原文未写明"
    assert other.remark == ""
    assert [mention.remark for mention in read_units("市委市政府督查室、市委办公室、市政府办公室", NONE).mentions] == ["", "", ""]


@pytest.mark.parametrize("words", ["", " ", "\n\t "])
def test_nothing_written_reads_as_nothing(words: str) -> None:
    assert read_units(words, NONE) == UnitReading((), False, ())
