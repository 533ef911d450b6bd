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


def chapters(*numbers: tuple[str, ...]) -> str:
    """Sections whose items are counted as told, each item with an address of its own."""
    sections = ""
    for n, listed in enumerate(numbers):
        keyed = (f"      - {{number: {number}, key: part-{n}-{m}, heading: 甲。, text: 公开预算。}}\n" for m, number in enumerate(listed))
        sections += f"  - number: {'一二三四'[n]}、\n    title: 公开\n    items:\n" + "".join(keyed)
    return BASE + PROSE + "sections:\n" + sections


def test_items_may_be_counted_anew_in_each_section() -> None:
    nothing(chapters(("（一）", "（二）"), ("（一）", "（二）", "（三）"), ("（一）",)), "item-gap")
    nothing(chapters(("（一）", "（二）"), ("（三）",)), "item-gap")
    expect(chapters(("（一）", "（二）"), ("（一）", "⟦（三）⟧"), ("⟦（二）⟧",)), "item-gap")


def test_a_chapter_without_items_is_counted() -> None:
    opening = "preamble:\n  - text: 一、总体要求\n  - text: 做好公开。\n"
    one = "sections:\n  - {number: 二、, title: 公开, items: [{number: （一）, heading: 甲。, text: 公开。}]}\n"
    nothing(BASE + PROSE + opening + one, "section-gap", "text-end")
    expect(BASE + PROSE + opening + one.replace("二、", "⟦三、⟧") + "  - {number: ⟦五、⟧, title: 公开, items: []}\n", "section-gap")


def test_a_note_explains_a_gap() -> None:
    note = ", notes: [{kind: numbering, text: 原件如此。}]}"
    marked = items("（一）", "（三）", "（五）").replace("（三）, heading: 甲。, text: 公开预算。}", f"（三）, heading: 甲。, text: 公开预算。{note}")
    expect(BASE + marked.replace("（五）", "⟦（五）⟧").replace("number: 一、", "number: ⟦二、⟧"), "item-gap", "section-gap")
