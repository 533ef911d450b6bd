"""The three things: words, reading and ground stay apart in every view."""

from __future__ import annotations

from datetime import date

from sitegen.derive.readings import deadline_view, units_view
from sitegen.model import Basis, Deadline, DeadlineTerm, Mention, MentionKind, Precision, TermKind, Units
from tests.derive.conftest import Read

AS_OF = date(2030, 12, 1)


def test_an_inherited_cell_keeps_its_own_emptiness_beside_the_borrowed_words(read: Read) -> None:
    row = read.index.tasks["dong-2030/task-2"]
    view = units_view(row.units, read.index, read.urls)
    assert (view.printed.words, view.printed.absent) == ("", "（空白）")
    assert (view.printed.borrowed, view.printed.borrowed_from) == ("区财政局", "第1行")
    assert [(mention.name, mention.href) for mention in view.mentions] == [("区财政局", "/p/dong/units/caizheng-ju/")]
    assert (view.basis.code, view.basis.label) == ("inherited", "承接自第1行（合并单元格）")


def test_a_cell_in_error_is_shown_and_not_read(read: Read) -> None:
    view = deadline_view(read.index.tasks["dong-2030/task-2"].deadline, AS_OF)
    assert view.printed.words == "区财政局"
    assert view.terms == ()
    assert view.absent == "原文疑误，不作推断。"
    assert view.basis.label == "原文疑误：这一格印的是单位名称"


def test_a_name_without_register_has_no_page_and_says_so(read: Read) -> None:
    view = units_view(read.index.tasks["dong-2030/task-3"].units, read.index, read.urls)
    assert [(mention.name, mention.href, mention.kind) for mention in view.mentions] == [
        ("区财政局", "/p/dong/units/caizheng-ju/", ""),
        ("区某某馆", "", "未登记名称"),
    ]


def test_a_day_behind_the_content_says_so_neutrally_and_one_ahead_says_nothing() -> None:
    def view_of(end: date) -> tuple[str, str]:
        term = DeadlineTerm(TermKind.BY_DATE, "月底前", end=end, precision=Precision.DAY)
        view = deadline_view(Deadline("月底前", Basis.STATED, "月底前", terms=(term,)), AS_OF)
        return view.terms[0].day, view.terms[0].passed

    assert view_of(date(2030, 11, 30)) == ("2030-11-30", "时限已过，未见公布完成情况")
    assert view_of(date(2030, 12, 31)) == ("2030-12-31", "")


def test_undated_terms_have_no_day_even_when_the_year_is_over() -> None:
    terms = (DeadlineTerm(TermKind.WHOLE_YEAR, "全年", year=2023), DeadlineTerm(TermKind.LONG_TERM, "长期坚持"))
    view = deadline_view(Deadline("全年，长期坚持", Basis.STATED, terms=terms, printed="全年，长期\n坚持"), AS_OF)
    assert [(term.day, term.passed) for term in view.terms] == [("", ""), ("", "")]
    assert view.printed.layout == ("全年，长期", "坚持")


def test_the_body_above_is_called_by_its_name(read: Read) -> None:
    inside = Mention(MentionKind.GROUP, None, "相关处室", of="dong/caizheng-ju")
    elsewhere = Mention(MentionKind.GROUP, None, "相关处室", of="某某管理局")
    view = units_view(Units("…", Basis.STATED, mentions=(inside, elsewhere)), read.index, read.urls)
    assert [mention.above for mention in view.mentions] == ["区财政局", "某某管理局"]
