"""Numbers that run on: two gaps of every kind, each at the number after the gap."""

from tests.load.rules.marked import BASE, PROSE, TABLE, expect, nothing

ITEM = "      - {{number: {number}, heading: 甲。, text: 公开预算。}}\n"
ROW = "    - {{number: {number}, item: part-1, text: 公开预算。, units: 区财政局、区民政局, deadline: 全年}}\n"


def sections(*numbers: str) -> str:
    lines = [f"  - {{number: {number}, title: 公开, items: []}}\n" for number in numbers]
    return PROSE + "sections:\n" + "".join(lines)


def items(*numbers: str) -> str:
    return PROSE + "sections:\n  - number: 一、\n    title: 公开\n    items:\n" + "".join(
        ITEM.format(number=number) for number in numbers
    )


def rows(*numbers: str) -> str:
    return TABLE + "".join(ROW.format(number=number) for number in numbers)


def test_sections() -> None:
    found = expect(BASE + sections("一、", "⟦三、⟧", "四、", "⟦六、⟧"), "section-gap")
    assert found.messages == ["部分编号“三、”不接上一个（1）", "部分编号“六、”不接上一个（4）"]


def test_items() -> None:
    found = expect(BASE + items("⟦（二）⟧", "（三）", "⟦(五)⟧"), "item-gap")
    assert found.messages == ["条目编号从“（二）”开始", "条目编号“(五)”不接上一个（3）"]


def test_rows() -> None:
    found = expect(BASE + rows("1", "⟦3⟧", "4", "⟦10⟧"), "row-gap")
    assert found.messages == ["序号“3”不接上一个（1）", "序号“10”不接上一个（4）"]


def test_numbers_that_run_on() -> None:
    nothing(BASE + items("（一）", "(二)", "（三）"), "item-gap", "section-gap")
    nothing(BASE + rows("1", "2", "3"), "row-gap")


def test_one_wrong_number_is_one_finding() -> None:
    expect(BASE + items("（一）", "⟦（五）⟧", "（三）", "（四）", "⟦（甲）⟧", "（六）"), "item-gap")
    nothing(BASE + rows("1", "2", "2-2", "3"), "section-gap")
