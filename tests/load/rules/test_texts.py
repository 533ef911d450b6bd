"""Checks of texts: two findings of each at the exact characters, what is right, and what a note explains."""

from __future__ import annotations

import pytest
from pydantic import BaseModel

from sitegen.load.rules import TEXT_RULES
from sitegen.load.rules.writing import VOICES, Passage, Voice, Writing, passages
from sitegen.load.rules.wrong_words import SHIPPED
from sitegen.load.schema import KINDS, PlanFile
from sitegen.model import NoteKind
from sitegen.position import Loc
from tests.load.rules.marked import BASE, PROSE, TABLE, expect, nothing

CODES = (
    "text-bracket-unpaired", "text-bracket-mixed", "text-end", "text-half-width", "text-mark-doubled", "text-space",
    "text-doubled", "text-full-width", "text-wrong-word",
)  # fmt: skip
DUTY = "（责任单位：区财政局、区民政局）"


def prose(*texts: str, notes: str = "", duty: str = DUTY) -> str:
    items = "".join(
        f"      - number: （{'一二三四五六'[n]}）\n        heading: 甲。\n        text: {text}\n        responsibility: {duty}\n{notes}"
        for n, text in enumerate(texts)
    )
    return f"{BASE}{PROSE}sections:\n  - number: 一、\n    title: 公开\n    items:\n{items}"


def rows(*texts: str) -> str:
    cells = "      item: part-1\n      units: 区财政局、区民政局\n      deadline: 全年\n"
    return BASE + TABLE + "".join(f"    - number: {n}\n      text: {text}\n{cells}" for n, text in enumerate(texts, 1))


def note(kind: str, text: str) -> str:
    return f"        notes:\n          - kind: {kind}\n            text: {text}\n"


def codes_of(words: str) -> list[str]:
    """Codes of the findings in one sentence of a document."""
    passage = Passage(words, words, Loc("x"), Voice.RUNNING, "ItemRecord.text")
    writing = Writing((passage,), SHIPPED)
    return [rule.code for rule in TEXT_RULES if rule.code in CODES for _ in rule.find(writing)]


def test_brackets_unpaired() -> None:
    found = expect(prose("公开⟦（⟧预算。", "公开预算⟦）⟧。", "⟦“⟧公开《预算》。", "公开“预算”⟦》⟧。"), "text-bracket-unpaired")
    assert found.messages == [
        "“（”后面没有和它配对的“）”", "“）”前面没有和它配对的“（”", "““”后面没有和它配对的“””", "“》”前面没有和它配对的“《”",
    ]  # fmt: skip


def test_brackets_crossed_tell_the_inner_one() -> None:
    expect(prose("公开（⟦“⟧预算）决算。", "公开《部门（⟦《⟧预算）》。"), "text-bracket-unpaired")


def test_brackets_of_two_widths() -> None:
    found = expect(prose("公开（预算⟦)⟧。", "公开(决算⟦）⟧。"), "text-bracket-mixed")
    assert [problem.related[0][0].column for problem in found.problems] == [17, 17]  # type: ignore[union-attr]
    assert all("改为" in hint and "kind: punctuation" in hint for hint in found.hints)


@pytest.mark.parametrize(
    "words",
    [
        "公开《关于印发〈办法〉的通知》（“三公”经费）。",
        "重点是：1）预算；2）决算；a）目录。",
        "（一）公开（二）解读。",
        "正文是“优化“双随机、一公开”监管”。",
        "推进“互联网+”、VR（虚拟现实）、5G、2025年12345热线（含夜间）。",
        "比例为1:2，时间是9:30，网址是 https://example.gov.cn/a(b)?c=1。",
        "增长3.5%，共1,000件。",
    ],
)
def test_right_punctuation(words: str) -> None:
    assert codes_of(words) == []


def test_sentences_end() -> None:
    found = expect(prose("公开预⟦算⟧", "公开决算。", "公开目录；", "公开“三公”经⟦费⟧", duty="（责任单位：区财政局、区民政局）"), "text-end")
    assert found.messages[0] == "这段文字到“公开预算”为止，末尾没有句号"


def test_a_full_stop_after_the_bracket_ends_the_sentence() -> None:
    nothing(prose("公开预算", "公开“决算。”", duty=DUTY + "。"), *CODES)


def test_rows_of_phrases_need_no_full_stop() -> None:
    nothing(rows("公开预算", "公开决算", "公开目录。"), *CODES)
    expect(rows("公开预⟦算⟧", "公开决算。", "公开目录。", "公开清⟦单⟧"), "text-end")


def test_notes_end_too() -> None:
    expect(prose("公开预算。", notes=note("other", "原文如⟦此⟧")) + "notes:\n  - {kind: other, text: 照⟦录⟧}\n", "text-end")


def test_half_width() -> None:
    found = expect(prose("公开预算⟦,⟧决算,目录。", "公开VR⟦,⟧推进;解读。"), "text-half-width")
    assert found.messages == ["汉字旁边是半角的“,”，本段共 2 处（,）", "汉字旁边是半角的“,”，本段共 2 处（,;）"]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("各街道,区政府。", 1), ("各单位:公开。", 1), ("公开;解读。", 1), ("公开(预算)。", 1), ("公开!解读?。", 1),
        ("公开.解读。", 1), ("完成2024年,2025年任务。", 1), ("各单位,2025年。", 1), ("完成1,000件，比例1:2。", 0),
    ],
)  # fmt: skip
def test_half_width_is_told_once_in_a_text(words: str, number: int) -> None:
    assert codes_of(words).count("text-half-width") == number


def test_marks_doubled() -> None:
    found = expect(prose("公开预算⟦，，⟧决算。", "公开⟦、。⟧", "公开⟦...⟧预算⟦。。⟧"), "text-mark-doubled")
    assert [hint.split("；")[0] for hint in found.hints] == [
        "核对原件：录错了的，留一个“，”", "核对原件：录错了的，“、。”留一个", "核对原件：录错了的，改为“……”", "核对原件：录错了的，留一个“。”",
    ]  # fmt: skip


def test_spaces() -> None:
    found = expect(prose("优化政⟦ ⟧民政企互⟦　⟧动。", "公开，⟦ ⟧预算。"), "text-space")
    assert found.messages == ["“化政”和“民政”之间有空格", "“企互”和“动。”之间有空格", "“开，”和“预算”之间有空格"]


@pytest.mark.parametrize("words", ["2025 年 5 月公开 AI 应用。", "（鲁政办发〔2025〕5 号）。", "（一） 公开预算。", "一、 公开预算。"])
def test_spaces_beside_numbers_and_letters(words: str) -> None:
    assert "text-space" not in codes_of(words)


def test_words_doubled() -> None:
    marked = prose("对公开⟦的的⟧情况⟦进行进行⟧检查。", "推进⟦政务公开政务公开⟧工作，落实⟦和和⟧督促。")
    assert [hint.split("；")[0] for hint in expect(marked, "text-doubled").hints] == [
        "核对原件：录错了的，留一个“的”", "核对原件：录错了的，留一个“进行”", "核对原件：录错了的，留一个“政务公开”",
        "核对原件：录错了的，留一个“和”",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "办好民生实事事项。", "为了了解情况，的的确确。", "层层压实，久久为功，人人有责，户户知晓。", "一项一项落实，一件一件办好。",
        "稳定和和谐。", "现在在线办理。", "发展展示平台，财政政策，行政政务，信息息息相关。", "逐条逐条核对。", "党员干部人人参与，个个带头，时时处处事事。",
        "服务服务业发展。", "张丽丽等等。", "方方面面、实实在在、扎扎实实。", "对对口支援单位公开。",
    ],
)  # fmt: skip
def test_legitimate_repetition(words: str) -> None:
    assert "text-doubled" not in codes_of(words)


def test_full_width() -> None:
    found = expect(prose("公开⟦２０25⟧年预算。", "推进⟦ＶＲ⟧应用。"), "text-full-width")
    assert found.messages == ["“２０25”里全角半角混用", "“ＶＲ”是全角的"]


def test_wrong_words() -> None:
    found = expect(prose("缅怀⟦烈土⟧，⟦截止目前⟧。", "学习⟦党二十大⟧精神，核对工作⟦台帐⟧。"), "text-wrong-word")
    assert [message.partition("（")[0] for message in found.messages] == [
        "“烈土”多半应是“烈士”", "“截止目前”多半应是“截至目前”", "“党二十大”多半应是“党的二十大”", "“台帐”多半应是“台账”",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "气氛热烈土生土长。", "自己经办事项，收集社会主意见。", "向社会公布署名文章。", "申报截止日期为6月30日。", "报名截至目前已经结束。",
        "党的二十大精神，人民政府，记账，账户。", "搭建帐篷。", "深入民政部门。",
    ],
)  # fmt: skip
def test_words_that_only_hold_a_wrong_one(words: str) -> None:
    assert codes_of(words) == []


def test_no_shipped_word_is_called_wrong_after_it_was_corrected() -> None:
    for word in SHIPPED:
        assert codes_of(f"推进{word.wrong}工作。").count("text-wrong-word") == 1, word
        assert codes_of(f"推进{word.right}工作。") == [], word
        assert [whole for whole in word.unless if codes_of(f"推进{whole}工作。")] == [], word


OWN_WORDS = """\
-- content/text-checks.yaml --
shipped: {shipped}
wrong_words:
  - {{wrong: 东去, right: 东区, unless: [东去西来], reason: 地名}}
  - {{wrong: 台帐, right: 工作台账}}
"""


def test_an_office_adds_its_own_words() -> None:
    text = prose("⟦东去⟧公开，东去西来，⟦烈土⟧，⟦台帐⟧。")
    found = expect(text + OWN_WORDS.format(shipped="keep"), "text-wrong-word")
    assert found.messages[0] == "“东去”多半应是“东区”（地名）"
    assert found.messages[2] == "“台帐”多半应是“工作台账”"


def test_an_office_replaces_the_shipped_words() -> None:
    text = prose("⟦东去⟧公开，烈土，⟦台帐⟧。")
    expect(text + OWN_WORDS.format(shipped="replace"), "text-wrong-word")


def test_a_note_beside_explains() -> None:
    peculiar = "公开（预算),优化政 民政企的的情况２０25"
    plain = [f"text-{code}" for code in ("bracket-mixed", "end", "half-width", "space", "doubled", "full-width")]
    assert sorted(codes_of(peculiar)) == sorted(plain)
    notes = note("punctuation", "右括号是半角，末尾没有句号，照录。") + note("other", "“优化政 民政企”中间有空格，照录。").partition("\n")[2]
    nothing(prose(peculiar, notes=notes + note("wording", "原文如此。").partition("\n")[2]), *CODES)


def test_a_note_about_another_cell_explains_nothing() -> None:
    about = "      notes:\n        - {kind: punctuation, cell: 责任单位, text: 原文如此。}\n"
    text = rows("公开⟦,⟧预算。").replace("      units: 区财政局、区民政局\n", f"      units: 区财政局,区民政局\n{about}")
    expect(text, "text-half-width")


def test_a_note_on_the_whole_document_explains_what_it_names() -> None:
    text = prose("公开⟦,⟧预算:决算。", "公开:解读。") + "notes:\n  - {kind: punctuation, text: 原文用半角冒号，照录。}\n"
    expect(text, "text-half-width")
    text = prose("公开(预算)⟦:⟧决算。", "公开⟦,⟧解读。") + "notes:\n  - {kind: punctuation, text: 全文用半角的括号，照录。}\n"
    expect(text, "text-half-width")


def test_a_note_on_the_whole_document_may_name_the_items_it_is_about() -> None:
    about = "notes:\n  - {kind: punctuation, text: （一）和（三）至（四）用半角逗号，照录。}\n"
    expect(prose("公开,预算。", "公开⟦,⟧决算。", "公开,目录。", "公开,清单。", "公开⟦,⟧解读。") + about, "text-half-width")
    about = "  notes:\n    - {kind: punctuation, text: 第2至3行用半角逗号，照录。}\n"
    expect(rows("公开⟦,⟧预算。", "公开,决算。", "公开,目录。", "公开⟦,⟧清单。") + about, "text-half-width")


def test_a_note_on_half_width_marks_explains_no_brackets_of_two_widths() -> None:
    about = "notes:\n  - {kind: punctuation, text: 原文用半角括号，照录。}\n"
    expect(prose("公开（预算⟦)⟧。", "公开(决算⟦）⟧。") + about, "text-bracket-mixed")
    nothing(prose("公开（预算)。", "公开(决算）。") + about.replace("用半角括号", "括号全角、半角混用"), "text-bracket-mixed")


def test_a_source_error_explains_its_cell() -> None:
    cell = "      units: {text: '区财政局,，区民政局（', source_error: 这一格印得不全。}\n"
    nothing(rows("公开。").replace("      units: 区财政局、区民政局\n", cell), *CODES)


def test_own_words_may_quote_what_is_printed() -> None:
    quoting = note("punctuation", "原文是“公开,预算(决算）的的”，照录。")
    nothing(prose("公开预算。", notes=quoting), *CODES)
    expect(prose("公开预算。", notes=note("other", "原文⟦,⟧是“公开,预算”⟦的的⟧。")), "text-half-width", "text-doubled")


PAGE = """\
-- content/pages/about.md --
---
title: 关于
summary: 一句⟦,⟧话
---
## 收录什么

1. 收录[要点](/a,b/)和目录⟦,⟧`a,中`和<b,中>，见 https://example.gov.cn/甲 ⟦（⟧附件。
"""


def test_prose_pages() -> None:
    expect(BASE + PAGE, "text-half-width", "text-bracket-unpaired")


def test_glossary() -> None:
    text = "-- content/glossary.yaml --\nterms:\n  - {id: a, term: 甲, explanation: \"公开⟦,⟧预算（⟦“⟧决算）。\"}\n"
    expect(BASE + text, "text-half-width", "text-bracket-unpaired")


def test_places_are_exact_in_every_notation() -> None:
    text = prose("\"公开⟦的的⟧预算。\"", "'  公开⟦进行进行⟧。'", "|-\n          公开。\n          公开⟦的的⟧解读。", ">-\n          公开\n          预算⟦和和⟧决算。")
    expect(text, "text-doubled")


@pytest.mark.parametrize("rule", [rule for rule in TEXT_RULES if rule.code in CODES], ids=lambda rule: rule.code)
def test_the_examples_of_every_check(rule: object) -> None:
    assert rule.code not in codes_of(rule.good)  # type: ignore[attr-defined]
    assert rule.code in codes_of(rule.bad)  # type: ignore[attr-defined]


def test_notes_belong_to_their_item_and_those_above_to_all() -> None:
    tree = {
        "notes": [{"kind": "other", "text": "全文"}],
        "sections": [{"notes": [{"kind": "wording", "text": "部分"}], "title": "甲", "items": [
            {"text": "乙", "notes": [{"kind": "naming", "text": "本条"}], "parts": [{"text": "丙", "notes": [{"kind": "bad"}]}]}]}],
    }  # fmt: skip
    found = {passage.words: passage for passage in passages("x", tree, PlanFile)}
    assert [kept.kind for kept in found["甲"].beside] == [NoteKind.WORDING]
    assert [kept.kind for kept in found["乙"].beside] == [kept.kind for kept in found["丙"].beside] == [NoteKind.NAMING]
    assert [kept.kind for kept in found["丙"].above] == [NoteKind.OTHER, NoteKind.WORDING]


def text_fields(model: type[BaseModel]) -> set[str]:
    """Every field of a file that holds text of any sort, by record and name."""
    found: set[str] = set()
    schema = model.model_json_schema(by_alias=True)
    for record, form in (*schema.get("$defs", {}).items(), (model.__name__, schema)):
        for part in (form, *form.get("anyOf", ())):
            for name, field in part.get("properties", {}).items():
                inner = field.get("items", field)
                if "maxLength" in inner or any(one.get("$ref", "").endswith("CellRecord") for one in field.get("anyOf", ())):
                    found.add(f"{record}.{name}")
    return found


def test_every_text_field_has_a_voice_so_that_none_is_forgotten() -> None:
    known = {field for kind in KINDS for field in text_fields(kind.model)}
    assert known == set(VOICES)
