"""Brackets after a text: what they say of time, whole as printed, and what is no time."""

import pytest

from sitegen.load.cells import Grammar
from sitegen.load.reading.unit_names import UnitNames
from sitegen.load.reading.units import read_units
from sitegen.model import Basis, TermKind

NONE = UnitNames.empty()
GRAMMAR = Grammar(lambda words: read_units(words, NONE), 2024)


@pytest.mark.parametrize(
    ("bracket", "words"),
    [
        ("（责任单位：县财政局；完成时限：长期坚持）", "长期坚持"),
        ("（牵头单位：县民政局；配合单位：县残联、各乡镇（街道）；完成时限：2024年6月底前）", "2024年6月底前"),
        ("（完成时限：6月底前，责任单位：县财政局）", "6月底前"),
        ("（时限: 6月底前启动，12月底前完成；责任单位: 县财政局）", "6月底前启动，12月底前完成"),
        ("（县财政局牵头，各乡镇负责，2024年12月底前完成）", "2024年12月底前完成"),
        ("（县财政局负责，6月底前启动、12月底前完成）", "6月底前启动、12月底前完成"),
        ("（责任单位：县政府办公室，长期坚持）", "长期坚持"),
        ("（责任单位：县财政局；完成时限：适时）", "适时"),
    ],
)
def test_time_in_a_bracket(bracket: str, words: str) -> None:
    deadline = GRAMMAR.deadline_in_bracket(bracket)
    assert (deadline.source, deadline.words, deadline.basis) == (words, words, Basis.STATED)
    assert words in bracket


@pytest.mark.parametrize(
    "bracket",
    ["", "（责任单位：县财政局）", "（县财政局牵头，各乡镇配合）", "（责任单位：县财政局等，排名不分先后）", "（县财政局负责日常管理）"],
)
def test_no_time_in_a_bracket(bracket: str) -> None:
    deadline = GRAMMAR.deadline_in_bracket(bracket)
    assert (deadline.source, deadline.basis, deadline.terms) == ("", Basis.NOT_STATED, ())


def test_the_year_is_the_documents() -> None:
    (term,) = GRAMMAR.deadline_in_bracket("（责任单位：县财政局；完成时限：6月底前）").terms
    assert (term.kind, str(term.end), term.year_from_document) == (TermKind.BY_DATE, "2024-06-30", True)


@pytest.mark.parametrize(
    ("bracket", "words"),
    [
        ("（责任单位：县财政局；完成时限：长期坚持）", "县财政局"),
        ("（县财政局牵头，各乡镇负责，2024年12月底前完成）", "县财政局牵头，各乡镇负责"),
        ("（完成时限：6月底前，责任单位：县财政局）", "完成时限：6月底前，责任单位：县财政局"),
        ("（责任单位：县财政局、各乡镇）", "县财政局、各乡镇"),
    ],
)
def test_words_on_units_hold_no_time_at_their_end(bracket: str, words: str) -> None:
    units = GRAMMAR.units_in_bracket(bracket)
    assert (units.source, units.mentions[0].name) == (words, "县财政局")


def test_a_bracket_of_time_alone_states_no_units() -> None:
    for bracket, words in (("（完成时限：6月底前）", "6月底前"), ("（长期坚持）", "长期坚持")):
        assert GRAMMAR.units_in_bracket(bracket).basis is Basis.NOT_STATED
        assert GRAMMAR.deadline_in_bracket(bracket).words == words
