"""Personal numbers: found however they are typed, never printed whole, allowed only with a reason. All are made up."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.baseline import write_baseline
from sitegen.load.rules.personal import hide_numbers
from sitegen.load.rules.personal_numbers import Telephones, canonical, find_numbers
from sitegen.position import Span
from sitegen.problems import Problem, format_github, format_json, format_text, masked
from tests.conftest import unpack
from tests.load.rules.marked import BASE, PROSE, expect, nothing, problems_in

WIDE = str.maketrans("0123456789X-", "０１２３４５６７８９Ｘ－")


def with_check_digit(first: str) -> str:
    """An identity number from its first 17 digits, by the definition in ISO 7064: the sum of digit x 2^place is 1 modulo 11."""
    for check in "0123456789X":
        value = 10 if check == "X" else int(check)
        if (sum(int(digit) * 2 ** (17 - n) for n, digit in enumerate(first)) + value) % 11 == 1:
            return first + check
    raise AssertionError


def with_luhn_digit(first: str) -> str:
    """A card number from all its digits but the last."""
    for check in "0123456789":
        digits = [int(digit) for digit in first + check][::-1]
        if sum(digits[0::2] + [sum(divmod(2 * digit, 10)) for digit in digits[1::2]]) % 10 == 0:
            return first + check
    raise AssertionError


IDENTITY = with_check_digit("37018119300627123")
CARD = with_luhn_digit("622202160300000123")


def kinds(text: str, telephones: Telephones = Telephones.LIKELY) -> list[tuple[str, str]]:
    return [(number.kind, number.words) for number in find_numbers(text, telephones)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"身份证号{IDENTITY}。", [("身份证号码", IDENTITY)], id="plain"),
        pytest.param(f"（{IDENTITY.translate(WIDE)}）", [("身份证号码", IDENTITY.translate(WIDE))], id="full width"),
        pytest.param(
            f"{IDENTITY[:6]} {IDENTITY[6:14]} {IDENTITY[14:]}", [("身份证号码", f"{IDENTITY[:6]} {IDENTITY[6:14]} {IDENTITY[14:]}")],
            id="spaces",
        ),
        pytest.param("旧证370181300627123的", [("身份证号码", "370181300627123")], id="fifteen digits"),
        pytest.param("手机13900000000，", [("手机号码", "13900000000")], id="mobile"),
        pytest.param("139-0000-0000或+86 138 0000 0000", [("手机号码", "139-0000-0000"), ("手机号码", "86 138 0000 0000")], id="separators"),
        pytest.param("１３９ ００００ ００００", [("手机号码", "１３９ ００００ ００００")], id="full width mobile"),
        pytest.param("2030-06-27 13900000000", [("手机号码", "13900000000")], id="after a date"),
        pytest.param("8613900000000、008613900000000", [("手机号码", "8613900000000"), ("手机号码", "008613900000000")], id="prefix"),
        pytest.param(f"账号{CARD}", [("银行卡号", CARD)], id="card"),
        pytest.param("4111 1111 1111 1111", [("银行卡号", "4111 1111 1111 1111")], id="card in fours"),
        pytest.param("0531-83278192转8001", [("电话号码", "0531-83278192")], id="area code"),
        pytest.param("（0531）83278192、(010)6606 1234", [("电话号码", "0531）83278192"), ("电话号码", "010)6606 1234")], id="brackets"),
        pytest.param("053183278192", [("电话号码", "053183278192")], id="area code glued"),
        pytest.param("0532—8399712", [("电话号码", "0532—8399712")], id="seven digits and a dash"),
        pytest.param("政务公开办，51707772）", [("电话号码", "51707772")], id="eight digits alone"),
        pytest.param("联系电话：5170 7772", [("电话号码", "5170 7772")], id="called a telephone"),
    ],
)  # fmt: skip
def test_numbers_that_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "20300627印发，2030-06-27，2030年6月27日，2029-2030年。",
        "共51707772元，8327819次，5170777.2万，3278192平方米。",
        "鲁ICP备05026548号，网站标识码3701000012，公网安备37010202000123号，索引号000014349/2030-00110。",
        "章政办发〔2024〕1号，12345热线，400-618-1234，96号，统一社会信用代码11370100MB2857345X。",
        "https://example.gov.cn/col/col51707772/art_20300627_4111111111111111.html?id=5042048",
        f"{IDENTITY[:-1]}{'1' if IDENTITY[-1] != '1' else '2'}",
        "4111111111111112，1234567890123456789，00000000000000000",
        "12900000000，139000000001，1390000000",
        "第3条第51707772项，编号83278192，12345678",
    ],
)
def test_numbers_that_are_something_else(text: str) -> None:
    assert kinds(text) == []


def test_in_fields_of_contacts_every_short_number_is_a_telephone() -> None:
    assert kinds("政务公开办 12345678、9876543", Telephones.EVERY) == [("电话号码", "12345678"), ("电话号码", "9876543")]
    assert kinds("共51707772、电话51707772", Telephones.NAMED) == [("电话号码", "51707772")]


@given(
    st.integers(110000, 659999), st.dates(date(1900, 1, 1), date(2029, 12, 31)), st.integers(0, 999), st.sampled_from(["", " ", "-", "—"]),
    st.text("甲乙，。（）：", max_size=5), st.booleans(),
)  # fmt: skip
def test_every_identity_number_is_found(place: int, born: date, order: int, separator: str, around: str, wide: bool) -> None:
    number = with_check_digit(f"{place}{born:%Y%m%d}{order:03}")
    typed = separator.join((number[:6], number[6:14], number[14:]))
    typed = typed.translate(WIDE) if wide else typed
    assert [(found.kind, canonical(found.words)) for found in find_numbers(around + typed + around)] == [("身份证号码", number.lower())]


@given(st.integers(3, 9), st.text("0123456789", min_size=9, max_size=9), st.sampled_from([(11,), (3, 4, 4), (3, 8), (7, 4)]))
def test_every_mobile_number_is_found(second: int, rest: str, sizes: tuple[int, ...]) -> None:
    number = f"1{second}{rest}"
    parts, start = [], 0
    for size in sizes:
        parts.append(number[start : start + size])
        start += size
    for separator in (" ", "-", "　", "－"):
        typed = separator.join(parts)
        assert [(found.kind, found.words) for found in find_numbers(f"张某{typed}。")] == [("手机号码", typed)]


@given(st.integers(300000, 699999), st.text("0123456789", min_size=9, max_size=12))
def test_every_card_is_found(first: int, rest: str) -> None:
    number = with_luhn_digit(f"{first}{rest}")
    assert [found.kind for found in find_numbers(number)] in (["银行卡号"], ["身份证号码"])


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    for number in find_numbers(text):
        assert text[number.start : number.end] == number.words


@given(st.text("0123456789 -０１２３４５６７８９X）（", max_size=40))
def test_masks_are_as_wide_as_what_they_hide(number: str) -> None:
    hidden = masked(number)
    assert len(hidden) == len(number)
    assert sum(character.isdigit() for character in hidden) <= 3


def plan(contact: str, text: str = "公开预算。", allowed: str = "") -> str:
    return f"""{BASE}{PROSE}{allowed}document:
  contact: {contact}
sections:
  - number: 一、
    title: 公开
    items:
      - number: （一）
        heading: 甲。
        text: {text}
        responsibility: （责任单位：区财政局、区民政局）
"""


def test_personal_data() -> None:
    marked = plan("（联系人：张某，⟦139-0000-0000⟧）", f"张某（⟦{IDENTITY}⟧），卡号⟦{CARD}⟧。")
    found = expect(marked, "personal-data")
    assert [problem.severity for problem in found.problems] == ["error"] * 3
    assert found.messages[0] == "这里像是手机号码（139-****-****），不能公开"
    assert all("allowed_personal" in hint for hint in found.hints)


def test_prose_pages_notes_registers_and_links_are_looked_at() -> None:
    page = "-- content/pages/a.md --\n---\ntitle: 甲\nsummary: 电话⟦83278192⟧\n---\n请拨打⟦13900000000⟧。\n"
    known = "-- content/known-documents.yaml --\ndocuments:\n  - {id: a, jurisdiction: dong, kind: notice, note: 见⟦13900000000⟧。}\n"
    expect(BASE + page + known, "personal-data")


def test_allowed_with_a_reason() -> None:
    allowed = 'allowed_personal:\n  - {text: "0531-83278192", reason: 附注公布的办公电话}\n  - {text: "51707772", reason: 同上}\n'
    nothing(plan("（电话：0531－83278192、51707772）", allowed=allowed), "personal-data", "personal-idle")
    expect(plan("（电话：0531-83278192、⟦51707773⟧）", "见⟦83278192⟧。", allowed=allowed), "personal-data")


def test_an_allowance_needs_a_reason_and_counts_in_its_own_file_only() -> None:
    without = plan("（电话：51707772）", allowed='allowed_personal:\n  - {text: "51707772"}\n')
    assert [problem.code for problem in problems_in(unpack(without)) if problem.severity == "error"] == ["field-missing"]
    other = "-- content/plans/dong-2031.yaml --\nid: dong-2031\njurisdiction: dong\nyear: 2031\nform: prose\ntitle: 要点\n"
    other += 'document: {contact: "⟦51707772⟧，⟦83278192⟧"}\n'
    expect(plan("（电话：51707772）", allowed='allowed_personal:\n  - {text: "51707772", reason: 附注}\n') + other, "personal-data")


def test_personal_idle() -> None:
    allowed = """\
allowed_personal:
  - {text: "⟦51707773⟧", reason: 附注}
  - {text: "51707772", reason: 附注}
  - {text: "⟦5170 7772⟧", reason: 附注}
"""
    marked = plan("（电话：51707772）", allowed=allowed).replace('"⟦', '⟦"').replace('⟧"', '"⟧')
    assert expect(marked, "personal-idle").messages == ["准许公开的号码“517*****”在本文件里没有出现", "准许公开的号码“517* ****”登记了两次"]


def printed(text: str) -> str:
    found = problems_in(unpack(text))
    return "\n".join((format_text(found), format_github(found), format_json(found), write_baseline(found)))


def test_no_format_prints_a_number_whole() -> None:
    text = plan(f"（{IDENTITY}，139 0000 0000，{CARD.translate(WIDE)}，51707772，0531-83278192）")
    shown = printed(text)
    assert f"（370{'*' * 15}，139 **** ****，６２２{'＊' * 16}，517*****，053*-********）" in shown
    for number in (IDENTITY, "139 0000 0000", CARD, CARD.translate(WIDE), "51707772", "83278192"):
        assert number not in shown
        assert canonical(number)[3:] not in canonical(shown)


def test_other_problems_on_the_line_do_not_print_it_either() -> None:
    broken = BASE + PROSE.replace("title: 要点", f"title: 要点{IDENTITY}的的\ncontact: {IDENTITY}") + f"year_of_birth: {IDENTITY}\n"
    found = problems_in(unpack(broken))
    assert [problem.code for problem in found] == [
        "personal-data", "text-doubled", "field-unknown", "personal-data", "field-unknown", "personal-data",
    ]  # fmt: skip
    assert IDENTITY not in printed(broken)
    wrong = BASE + PROSE.replace("year: 2030", f"year: {IDENTITY}")
    assert IDENTITY not in printed(wrong)
    assert "number-expected" in {problem.code for problem in problems_in(unpack(wrong))}


def test_a_number_over_two_lines_is_masked_in_both() -> None:
    text = plan("（联系人：张某，139-0000-0000）").replace("139-0000-0000", f"\n    {IDENTITY[:10]}\n    {IDENTITY[10:]}")
    assert [problem.code for problem in problems_in(unpack(text))] == ["personal-data"]
    assert IDENTITY[4:10] not in printed(text)


def test_problems_of_a_file_that_cannot_be_read_are_masked() -> None:
    line = f"contact：张某{IDENTITY}，13900000000"
    problems = [Problem("yaml-wide-colon", f"“{line}”后面是全角冒号", Span("content/x.yaml", 1, 8, 9, line), hint=line)] * 2
    shown = json.loads(format_json(hide_numbers(problems, line + "\n")))
    assert [IDENTITY in json.dumps(entry, ensure_ascii=False) for entry in shown] == [False, False]
    assert [entry["excerpt"] for entry in shown] == [f"contact：张某370{'*' * 15}，139********"] * 2
