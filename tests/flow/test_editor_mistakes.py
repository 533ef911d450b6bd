"""Mistakes as office people type them into the real content, two at once: where each is found, and how to mend it.

Every case changes a copy of content/; ⟦ and ⟧ stand around the characters where a problem must be placed. All problems
that are found are compared, so that no mistake drags others behind it; only what is told of the content as it stands is
left out.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest

from sitegen.position import Span
from tests.conftest import ROOT
from tests.load.rules.marked import problems_in

CONTENT = {
    path.relative_to(ROOT / "content").as_posix(): path.read_text("utf-8")
    for path in sorted((ROOT / "content").rglob("*"))
    if path.suffix in (".yaml", ".md") and path.name != "README.md"
}
HY23, HY25, JN25, LS25, ZQ24 = (
    f"plans/{name}.yaml" for name in ("huaiyin-2023", "huaiyin-2025", "jinan-2025", "laoshan-2025", "zhangqiu-2024")
)
LINKS = "links/jinan-2025--huaiyin-2025.yaml"


class Slip(NamedTuple):
    """What stands once in a file, and what was typed there instead."""

    file: str
    old: str
    new: str


class Told(NamedTuple):
    """A problem as an editor is told of it: its code, and words of the fix."""

    code: str
    fix: str


CASES: dict[str, tuple[tuple[Slip, ...], tuple[Told, ...]]] = {
    "full-width colons after field names": (
        (Slip(HY25, "year: 2025\n", "year⟦：⟧2025\n"), Slip(JN25, "    title: 完善政务公开工作标准", "    title⟦：⟧完善政务公开工作标准")),
        (Told("yaml-wide-colon", "改成“year: ”"), Told("yaml-wide-colon", "改成“title: ”")),
    ),
    "tabs as indentation": (
        (Slip(LS25, "  number: 崂政办发", "⟦\t⟧number: 崂政办发"), Slip(LS25, "  disclosure: (此件", "⟦\t⟧disclosure: (此件")),
        (Told("yaml-tab", "请改用空格"), Told("yaml-tab", "请改用空格")),
    ),
    "a quotation mark and a bracket without partner": (
        (Slip(ZQ24, 'attachment_mark: "附件:"', 'attachment_mark: ⟦"⟧附件:'),
         Slip("units/jinan.yaml", "aliases:\n      - {name: 济南市人民政府办公厅, seen: [jinan-2025]}",
              "aliases:\n      - {name: 济南市人民政府办公厅, seen: ⟦[⟧jinan-2025}")),
        (Told("yaml-quote", "补上英文双引号"), Told("yaml-bracket", "补上“]”")),
    ),
    "fields typed twice": (
        (Slip(HY23, "year: 2023\n", "year: 2023\n⟦year⟧: 2023\n"), Slip("portal.yaml", 'licence: ""', 'licence: ""\n⟦title⟧: 公开')),
        (Told("yaml-key-duplicate", "删掉其中一个"), Told("yaml-key-duplicate", "删掉其中一个")),
    ),
    "a field misspelled, another in Chinese": (
        (Slip(JN25, "\nid: jinan-2025\njurisdiction: jinan\nyear: 2025\nform: prose\n", "\nid: jinan-2025\njurisdiction: jinan\nyear: 2025\n⟦from⟧: prose\n"),
         Slip(ZQ24, "    - number: 6\n      item: item-2\n      item_inherited_from: 5\n      text: 稳步推进",
              "    - number: 6\n      item: item-2\n      item_inherited_from: 5\n      ⟦具体要求⟧: 稳步推进")),
        (Told("field-unknown", "是不是“form”？"), Told("field-unknown", "是不是“text”？")),
    ),
    "fields on the wrong level": (
        (Slip(HY25, "\nsource: 文字取自", "\n⟦letterhead⟧: 区政府文件\nsource: 文字取自"),
         Slip(HY23, "      deadline: 2023年6月底前", "      deadline: 2023年6月底前\n      ⟦inherited_from⟧: 20")),
        (Told("field-unknown", "“inherited_from”是 units、deadline 里的字段"), Told("field-unknown", "“letterhead”是 document 里的字段")),
    ),
    "years and days in other characters": (
        (Slip(LS25, "\nyear: 2025\n", "\nyear: ⟦二〇二五⟧\n"), Slip(LS25, "day: 2025-06-10}", "day: ⟦2025年6月10日⟧}")),
        (Told("number-expected", "改成“2025”"), Told("date-format", "改成“2025-06-10”")),
    ),
    "days that no calendar has, or that are others than printed": (
        (Slip(HY25, "day: 2025-06-30}", "day: ⟦2025-06-31⟧}"), Slip(JN25, "2025年6月5日印发, day: 2025-06-05", "2025年6月5日印发, day: ⟦2025-05-06⟧")),
        (Told("date-impossible", "核对月份和日期"), Told("date-differs", "day 改为 2025-06-05")),
    ),
    "choices in Chinese or misspelled": (
        (Slip(ZQ24, "form: prose-and-table", "form: ⟦文字并附任务分解表⟧"),
         Slip(HY25, "- kind: punctuation\n        text: “对山东", "- kind: ⟦punctation⟧\n        text: “对山东")),
        (Told("choice-unknown", "是不是“punctuation”？"), Told("choice-unknown", "改成“prose-and-table”")),
    ),
    "ids with capitals, lines and Chinese": (
        (Slip("units/laoshan.yaml", "id: sifa-ju", "id: ⟦Sifa_Ju⟧"), Slip("glossary.yaml", "id: hui-tou-kan", "id: ⟦回头看⟧")),
        (Told("id-format", "用拼音或英文"), Told("id-format", "改成“sifa-ju”")),
    ),
    "a list where a text belongs, a text where a list belongs": (
        (Slip(HY23, "      units: 区财政局、区税务局\n", "      units:\n        ⟦- 区财政局⟧\n        - 区税务局\n"),
         Slip(HY25, "cites:\n  - sd-catalogue-work-plan", "cites: ⟦sd-catalogue-work-plan⟧")),
        (Told("mapping-expected", "写成一行文字"), Told("list-expected", "写成“- sd-catalogu")),
    ),
    "records typed as texts, and nothing under a field": (
        (Slip(JN25, "- kind: punctuation\n    text: 原文括号", "- ⟦原文括号混用⟧\n  - kind: punctuation\n    text: 原文括号"),
         Slip(LS25, "notes:\n  - kind: other\n    text: 通知标题", "notes:\n  ⟦-⟧\n  - kind: other\n    text: 通知标题")),
        (Told("mapping-expected", "写成“kind: …”“text: …”"), Told("mapping-expected", "删去这个“-”")),
    ),
    "places that are not registered": (
        (Slip(HY23, "\njurisdiction: huaiyin\n", "\njurisdiction: ⟦huaiyn⟧\n"), Slip("jurisdictions.yaml", "parent: qingdao", "parent: ⟦qindao⟧")),
        (Told("jurisdiction-unknown", "是不是“qingdao”？"), Told("jurisdiction-unknown", "是不是“huaiyin”？")),
    ),
    "documents that are not held": (
        (Slip(LS25, "  - qingdao-2025-plan", "  - ⟦qindao-2025-plan⟧"),
         Slip("known-documents.yaml", "      - {plan: jinan-2025, kind: basis-named-by}\n      - {plan: huaiyin-2025, kind: basis-named-by}\n    facts:\n      - 2007年4月5日",
              "      - {plan: ⟦jinan-2052⟧, kind: basis-named-by}\n      - {plan: huaiyin-2025, kind: basis-named-by}\n    facts:\n      - 2007年4月5日")),
        (Told("document-unknown", "是不是“jinan-2025”？"), Told("document-unknown", "是不是“qingdao-2025-plan”？")),
    ),
    "rows that lead nowhere": (
        (Slip(ZQ24, "number: 15\n      item: item-3", "number: 15\n      item: ⟦item-33⟧"),
         Slip(HY23, "number: 20\n      item: rows-17-20\n      item_inherited_from: 17", "number: 20\n      item: rows-17-20\n      item_inherited_from: ⟦177⟧")),
        (Told("row-unknown", "是不是“17”？"), Told("item-unknown", "是不是“item-3”？")),
    ),
    "cells that inherit from an inherited one, and from words of their own": (
        (Slip(HY23, "      units: {text: \"\", inherited_from: 22}\n      deadline: 全年", "      units: {text: \"\", inherited_from: ⟦24⟧}\n      deadline: 全年"),
         Slip(HY23, "      deadline: {text: \"\", inherited_from: 27}\n      notes:\n        - kind: repeated-text\n          cell: 责任单位",
              "      deadline: ⟦{text: 全年, inherited_from: 27}⟧\n      notes:\n        - kind: repeated-text\n          cell: 责任单位")),
        (Told("inheritance-chained", "直接填写最初印有文字的那一行"), Told("cell-contradicts", "原表有文字就删去 inherited_from")),
    ),
    "a row number twice, an item number left out": (
        (Slip(ZQ24, "    - number: 37\n", "    - number: ⟦36⟧\n"), Slip(LS25, "- number: （十二）", "- number: ⟦（十四）⟧")),
        (Told("item-gap", "可能漏录"), Told("row-number-repeated", "照原表核对序号")),
    ),
    "words that the text does not hold": (
        (Slip(JN25, "            - 各级各部门（单位）\n", "            - ⟦各级各部门(单位)⟧\n"),
         Slip("glossary.yaml", "quote: 对上一年度工作要点落实情况开展“回头看”", "quote: ⟦对上年度工作要点落实情况开展“回头看”，未完成的要做好督促整改。⟧ # ")),
        (Told("definition-not-found", "照原文原样引用"), Told("quote-not-found", "照正文原样录入")),
    ),
    "links to clauses that are not there, and on one side only": (
        (Slip(LINKS, "  - from: item-1\n    to: item-1\n", "  - from: ⟦item-21⟧\n    to: item-1\n"),
         Slip(LINKS, "  - from: item-3\n    to: item-3\n", "  - ⟦to: item-3⟧\n")),
        (Told("clause-unknown", "是不是“item-1”？"), Told("link-one-sided", "两边都要写编号")),
    ),
    "names of units misspelled": (
        (Slip(HY23, "      units: 区财政局、区税务局\n", "      units: ⟦区财证局⟧、区税务局\n"),
         Slip(LS25, "（责任单位：区教体局、区卫生健康局）", "（责任单位：区教体局、⟦区卫生健康居⟧）")),
        (Told("unit-unresolved", "是不是“区财政局”？"), Told("unit-unresolved", "是不是“区卫生健康局”？")),
    ),
    "a name registered twice, and an alias seen in no plan": (
        (Slip("units/laoshan.yaml", "    name: 区司法局\n", "    name: 区司法局\n    aliases: [{name: ⟦区政府办公室⟧}]\n"),
         Slip("units/jinan.yaml", "{name: 济南市人民政府办公厅, seen: [jinan-2025]}", "{name: 济南市人民政府办公厅, seen: [⟦jinan-2035⟧]}")),
        (Told("document-unknown", "是不是“jinan-2025”？"), Told("name-repeated", "一个名称只能指一个单位")),
    ),
    "deadlines before the document, and without a date": (
        (Slip(ZQ24, "      units: 区政府办公室\n      deadline: 长期坚持", "      units: 区政府办公室\n      deadline: ⟦2024年3月底前⟧"),
         Slip(HY23, "      deadline: 2023年6月底前", "      deadline: ⟦适时完成⟧")),
        (Told("deadline-unread", "认定读法请写 read_as 和 reason"), Told("deadline-early", "核对原件")),
    ),
    "numbers of persons": (
        (Slip(HY25, "  disclosure: （此件公开发布）", "  contact: （联系人：张某，⟦139 0000 0000⟧）\n  disclosure: （此件公开发布）"),
         Slip("pages/about.md", "本站不代表任何一份文件的发文机关。", "管理员身份证号⟦11010519491231002X⟧。本站不代表任何一份文件的发文机关。")),
        (Told("personal-data", "在本文件的 allowed_personal 里登记"), Told("personal-data", "删去它")),
    ),
    "a telephone changed, its allowance without a reason": (
        (Slip(JN25, "政务公开办，51707772)", "政务公开办，⟦51707773⟧)"), Slip(ZQ24, '- {text: "0531-83278192", reason: 文件附注公布的办公电话}', '- ⟦{text: "0531-83278192"}⟧'),
         Slip(JN25, '{text: "51707772", reason', '{text: ⟦"51707772"⟧, reason')),
        (Told("personal-data", "allowed_personal"), Told("personal-idle", "核对号码"), Told("field-missing", "补上一行“reason: …”")),
    ),
    "brackets and full stops": (
        (Slip(LS25, "（责任单位：区政府办公室、区电子政务与大数据中心）", "（责任单位：区政府办公室、区电子政务与大数据中心⟦)⟧"),
         Slip(HY23, "第一时间全面准确了解、使用政策，确保应知尽知、应享尽享。", "第一时间全面准确了解、使用政策，确保应知尽知、应享尽⟦享⟧")),
        (Told("text-end", "在末尾补上“。”"), Told("text-bracket-mixed", "“)”改为“）”")),
    ),
    "words twice, and a wrong one": (
        (Slip(HY25, "对表现突出的予以表扬，", "对表现突出的⟦予以予以⟧表扬，"),
         Slip(JN25, "认真落实习近平总书记对山东、对济南", "认真落实习近平⟦总书纪⟧对山东、对济南")),
        (Told("text-doubled", "留一个“予以”"), Told("text-wrong-word", "改为“总书记”")),
    ),
    "half-width marks and spaces": (
        (Slip(HY25, "遇到疑难、复杂依申请公开案件，", "遇到疑难、复杂依申请公开案件⟦,⟧"), Slip(ZQ24, "        heading: 做好督导考核。", "        heading: 做好督 导考核。".replace("督 导", "督⟦ ⟧导"))),
        (Told("text-half-width", "“,”改为“，”"), Told("text-space", "删去空格，写成“好督导考”")),
    ),
    "a page without its head, a plan in another folder": (
        (Slip("pages/about.md", "---\ntitle: 关于本门户", "⟦title: 关于本门户⟧"), Slip("pages/open-data.md", "---\ntitle: 开放数据说明", "⟦---⟧\ntitle: 开放数据说明"), Slip("pages/open-data.md", "order: 40\n---\n", "order: 40\n")),
        (Told("front-matter-missing", "加上一行“---”"), Told("front-matter-unclosed", "加上一行“---”")),
    ),
    "reviews out of order": (
        (Slip(HY25, "\ncites:", "\nreview:\n  - {stage: ⟦second-review⟧, role: 科长, date: 2025-07-02}\n  - {stage: first-review, role: ⟦科长⟧, date: 2025-07-03}\ncites:"),
         Slip(JN25, "\nallowed_personal:", "\nreview:\n  - {stage: ⟦初审⟧, role: 信息员}\nallowed_personal:")),
        (Told("review-order", "补上初审"), Told("review-same-role", "各环节应由不同的人做"), Told("choice-unknown", "改成“first-review”")),
    ),
}  # fmt: skip


def typed(slips: tuple[Slip, ...]) -> dict[str, str]:
    """The content with the slips, still marked."""
    files = dict(CONTENT)
    for file, old, new in slips:
        assert files[file].count(old) == 1, (file, old)
        files[file] = files[file].replace(old, new)
    return files


def marks(files: dict[str, str]) -> list[str]:
    """Places of the marks as messages print them."""
    places = [
        (f"content/{path}", number, match.start() + 1 - 2 * n)
        for path, text in files.items()
        for number, line in enumerate(text.split("\n"), 1)
        for n, match in enumerate(re.finditer("⟦[^⟧]*⟧", line))
    ]
    return [f"{path}:{line}:{column}" for path, line, column in sorted(places)]


@pytest.fixture(scope="module")
def standing() -> set[str]:
    """Codes that the content as it stands gives: notices only."""
    found = problems_in({f"content/{path}": text for path, text in CONTENT.items()})
    assert {problem.severity for problem in found} <= {"notice"}
    return {problem.code for problem in found}


@pytest.mark.parametrize("name", CASES)
def test_mistake(name: str, standing: set[str]) -> None:
    slips, told = CASES[name]
    files = typed(slips)
    assert not standing & {code for code, _ in told}
    typed_files = {f"content/{path}": re.sub("[⟦⟧]", "", text) for path, text in files.items()}
    found = [problem for problem in problems_in(typed_files) if problem.code not in standing]
    shown = []
    for problem in found:
        assert isinstance(problem.at, Span)
        shown.append(f"{problem.at.file}:{problem.at.line}:{problem.at.column} {problem.code}")
    assert shown == [f"{place} {code}" for place, (code, _) in zip(marks(files), told, strict=True)]
    assert [fix in problem.hint for problem, (_, fix) in zip(found, told, strict=True)] == [True] * len(found)
