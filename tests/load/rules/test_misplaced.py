"""Words in the wrong field: two of each at their places, and what belongs where it stands."""

from tests.load.rules.marked import BASE, PROSE, TABLE, expect, nothing

SECTION = "sections:\n  - number: 一、\n    title: 公开\n    items:\n"
DUTY = "responsibility: （责任单位：区财政局、区民政局）"


def item(number: str, text: str, duty: str = DUTY, notes: str = "") -> str:
    return f"      - number: （{number}）\n        heading: 甲。\n        text: {text}\n        {duty}\n{notes}"


def prose(*items: str) -> str:
    return BASE + PROSE + SECTION + "".join(items)


def test_brackets_of_responsibility_in_a_text() -> None:
    found = expect(
        prose(
            item("一", "公开预算。⟦（责任单位：区财政局；完成时限：6月底前）⟧公开决算。（责任单位：区民政局）"),
            item("二", "公开救助。⟦（区民政局牵头，各街道（镇）配合）⟧"),
            item("三", "公开救助⟦[牵头单位：区民政局]⟧。"),
        ),
        "text-responsibility",
    )
    assert found.messages[:2] == [
        "正文里的“（责任单位：区财政局；完成时……）”不会读成责任单位和完成时限，这段文字里共有 2 处",
        "正文里的“（区民政局牵头，各街道（镇）……）”不会读成责任单位和完成时限",
    ]


def test_other_brackets_are_of_the_text() -> None:
    ordinary = ["（含“三公”经费）公开。", "公开预算（由各部门负责的除外）。", "落实责任（见附件1）。", "公开《条例》（2019年修订）。"]
    nothing(prose(*(item(number, text) for number, text in zip("一二三四", ordinary, strict=True))), "text-responsibility")
    notes = "        notes:\n          - {kind: actor-in-text, text: 括注印在句中。}\n"
    nothing(prose(item("一", "公开预算（责任单位：区民政局）。", notes=notes)), "text-responsibility")
    row = "    - {number: 1, item: part-1, text: 公开（责任单位：区民政局）。, units: 区财政局、区民政局, deadline: 全年}\n"
    nothing(BASE + TABLE + row, "text-responsibility")


def test_a_text_that_ends_with_such_a_bracket_is_told_once() -> None:
    marked = prose(item("一", "公开预算⟦（责任单位：区财政局）⟧"), item("二", "公开决算⟦（责任单位：区民政局）⟧"))
    expect(marked, "text-responsibility")
    nothing(marked.replace("⟦", "").replace("⟧", ""), "text-end")


def test_words_of_starting_files() -> None:
    found = expect(prose(item("一", "⟦在这里照录第一条的正文⟧。"), item("二", "公开⟦在这里写⟧。")), "text-starting")
    assert found.messages[0] == "“在这里照录第一条的正文”是起始文件里的话，还没有换成原件的文字"
    nothing(prose(item("一", "在这里公开预算。")), "text-starting")
