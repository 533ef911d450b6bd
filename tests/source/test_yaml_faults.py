"""What editors type wrongly: each fault at its line and column, two or more at once."""

import pytest

from sitegen.position import Loc
from sitegen.problems import format_text
from sitegen.source import SourceFile, parse_yaml


def found(text: str) -> list[tuple[str, int, int]]:
    document = parse_yaml(SourceFile("content/x.yaml", text.encode()))
    assert document.problems
    assert all(problem.message and problem.hint for problem in document.problems)
    return [
        (problem.code, problem.at.line, problem.at.column)  # type: ignore[union-attr]
        for problem in document.problems
    ]


def printed(text: str) -> str:
    return format_text(parse_yaml(SourceFile("content/x.yaml", text.encode())).problems)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "document:\n\ttitle: 甲\n\tyear: 2024\ntable:\n  rows: 1\n\tcolumns: 2\n",
            [("yaml-tab", 2, 1), ("yaml-tab", 6, 1)],
            id="tabs, a run of lines told once",
        ),
        pytest.param("- 甲\n-\t乙\n-\t丙\n", [("yaml-tab", 2, 2), ("yaml-tab", 3, 2)], id="tab after a dash"),
        pytest.param(
            "id: a\ntitle：甲\ndocument：\n  number：乙\n  signed: 丙\n",
            [("yaml-wide-colon", 2, 6), ("yaml-wide-colon", 3, 9), ("yaml-wide-colon", 4, 9)],
            id="full-width colon where the parser fails",
        ),
        pytest.param(
            "document:\n  title：甲\nrows:\n  - id：b\n  - id：c\n",
            [("yaml-wide-colon", 2, 8), ("yaml-wide-colon", 4, 7), ("yaml-wide-colon", 5, 7)],
            id="full-width colon that parses",
        ),
        pytest.param("标题：甲\n年份：2024\n", [("yaml-wide-colon", 1, 3), ("yaml-wide-colon", 2, 3)], id="whole file"),
        pytest.param(
            "a: {x：1, y: 2}\nb: {x: 甲，y: 乙}\n", [("yaml-wide-colon", 1, 6), ("yaml-wide-comma", 2, 9)], id="in braces"
        ),
        pytest.param("title :甲\nyear ：2024\n", [("yaml-colon-space", 1, 7), ("yaml-wide-colon", 2, 6)], id="space before"),
        pytest.param(
            "标题:要点\n年份: 2024\n文号:甲\n", [("yaml-colon-space", 1, 3), ("yaml-colon-space", 3, 3)], id="no space"
        ),
        pytest.param("- id:a\n- id:b\n", [("yaml-colon-space", 1, 5), ("yaml-colon-space", 2, 5)], id="no space, parses"),
        pytest.param(
            "a: [甲，乙]\nb: [甲, 乙，丙]\n", [("yaml-wide-comma", 1, 6), ("yaml-wide-comma", 2, 9)], id="comma in a list"
        ),
        pytest.param(
            "a: 1\n　b: 2\nc　: 3\nd:　4\ne: 5\n",
            [("yaml-wide-space", 2, 1), ("yaml-wide-space", 3, 2), ("yaml-wide-space", 4, 3)],
            id="ideographic space before, within and after a key",
        ),
        pytest.param(
            "a:\n　- 1\n　- 2\n\xa0\xa0- 3\n",
            [("yaml-wide-space", 2, 1), ("yaml-wide-space", 3, 1), ("yaml-wide-space", 4, 1)],
            id="ideographic and no-break space as indentation",
        ),
        pytest.param(
            "document:\n　　title: 甲\n  number: 乙\n　　year: 丙\n",
            [("yaml-wide-space", 2, 1), ("yaml-wide-space", 4, 1)],
            id="ideographic space among proper indentation",
        ),
        pytest.param('a: "甲\nb: 1\nc: "乙"\nd: \'丙\n', [("yaml-quote", 1, 4), ("yaml-quote", 4, 4)], id="quote not closed"),
        pytest.param('a: "甲\nb: "\nc: 甲"\n', [("yaml-quote", 1, 4), ("yaml-quote", 3, 5)], id="quote that parses"),
        pytest.param(
            'a: "甲"乙\nb: "关于"放管服"的意见"\nc: \'甲\'乙\n',
            [("yaml-quote", 1, 7), ("yaml-quote", 2, 8), ("yaml-quote", 3, 7)],
            id="text after a quote",
        ),
        pytest.param(
            "a: [甲, 乙\nb: 1\nc: {x: 1\nd: 2\n", [("yaml-bracket", 1, 4), ("yaml-bracket", 3, 4)], id="bracket not closed"
        ),
        pytest.param(
            "a: [甲]]\nb: 甲, 乙]\nc: ]\n",
            [("yaml-bracket", 1, 7), ("yaml-bracket", 2, 8), ("yaml-bracket", 3, 4)],
            id="bracket not opened",
        ),
        pytest.param("a: [甲] 乙\nb: {x: 1} 丙\n", [("yaml-bracket", 1, 8), ("yaml-bracket", 2, 11)], id="after brackets"),
        pytest.param(
            'a: [\n  "甲"\n  "乙"\n]\nb: [甲,, 乙]\n', [("yaml-comma", 3, 3), ("yaml-comma", 5, 7)], id="comma missing, doubled"
        ),
        pytest.param(
            "a: 1\n  b: 2\n  c: 3\nd:\n  e: 1\n f: 2\n",
            [("yaml-indentation", 2, 3), ("yaml-indentation", 6, 2)],
            id="indentation too deep, uneven",
        ),
        pytest.param(
            "a:\n  - 甲\n    - 乙\nb:\n  - {x: 1}\n - {x: 2}\n",
            [("yaml-indentation", 3, 5), ("yaml-indentation", 6, 2)],
            id="items not aligned",
        ),
        pytest.param("  a: 1\nb: 2\n  c: 3\n", [("yaml-indentation", 1, 3), ("yaml-indentation", 3, 3)], id="first line"),
        pytest.param(
            "a: |\n  甲\n 乙\nb: >\n丙\nc: 1\n", [("yaml-indentation", 3, 2), ("yaml-indentation", 5, 1)], id="text block"
        ),
        pytest.param("a: > 甲\nb: |乙\n", [("yaml-text-block", 1, 4), ("yaml-text-block", 2, 4)], id="text block header"),
        pytest.param(
            "a: @甲\nb: `乙`\nc: %5\nd: , 丙\n%e: 1\n",
            [
                ("yaml-reserved-character", 1, 4),
                ("yaml-reserved-character", 2, 4),
                ("yaml-reserved-character", 3, 4),
                ("yaml-reserved-character", 4, 4),
                ("yaml-reserved-character", 5, 1),
            ],
            id="reserved characters",
        ),
        pytest.param("a: 要点: 甲\nb: 见下:\n", [("yaml-colon-in-text", 1, 6), ("yaml-colon-in-text", 2, 6)], id="colon in text"),
        pytest.param("a: 1\n标题\nb: 2\n落实\n", [("yaml-line", 2, 1), ("yaml-line", 4, 1)], id="no colon at all"),
        pytest.param(
            "a:\n  -甲\n  -乙\nb:\n  - 丙\n  － 丁\n  — 戊\n",
            [("yaml-list-dash", 2, 3), ("yaml-list-dash", 3, 3), ("yaml-list-dash", 6, 3), ("yaml-list-dash", 7, 3)],
            id="dashes",
        ),
        pytest.param(
            "rows:\n  -number: 1\n    text: 甲\n  － number: 2\n    text: 乙\n",
            [("yaml-list-dash", 2, 3), ("yaml-list-dash", 4, 3)],
            id="dashes of items with fields",
        ),
        pytest.param("a: - 甲\nb: - 乙\n", [("yaml-list-dash", 1, 4), ("yaml-list-dash", 2, 4)], id="item on the line of its key"),
        pytest.param("a: 1\n- 2\nb: 3\nc:\n  - 4\n  d: 5\n", [("yaml-list", 2, 1), ("yaml-list", 6, 3)], id="item, field"),
        pytest.param(
            "a: &甲 1\nb: &x 1\nc: *x\nd: *重点*\ne: !!str 1\n<<: {f: 1}\n",
            [
                ("yaml-anchor", 1, 4),
                ("yaml-anchor", 2, 4),
                ("yaml-alias", 3, 4),
                ("yaml-alias", 4, 4),
                ("yaml-tag", 5, 4),
                ("yaml-merge", 6, 1),
            ],
            id="anchors, aliases, tags, merge keys",
        ),
        pytest.param(
            'a: "C:\\档案"\nb: "\\ud800"\nc: "\\x0b"\n',
            [("yaml-escape", 1, 7), ("yaml-escape", 2, 5), ("yaml-escape", 3, 4)],
            id="escapes",
        ),
        pytest.param("? [甲]\n: 1\n{{ 乙 }}: 2\n", [("yaml-key", 1, 3), ("yaml-key", 3, 1)], id="keys that are no text"),
        pytest.param('"": 1\n: 2\n', [("yaml-key", 1, 1), ("yaml-key", 2, 1)], id="empty keys"),
        pytest.param(
            "a: 1\nb:\n  c: 1\n  c: 2\na: 3\n", [("yaml-key-duplicate", 4, 3), ("yaml-key-duplicate", 5, 1)], id="duplicate keys"
        ),
        pytest.param(
            "a: 1\n---\nb: 2\n---\nc: 3\n", [("yaml-several-documents", 2, 1), ("yaml-several-documents", 4, 1)], id="documents"
        ),
        pytest.param("a: 1\nb：2\n...\nc: 3\n", [("yaml-wide-colon", 2, 2), ("yaml-several-documents", 3, 1)], id="after ..."),
        pytest.param(
            "a: 甲\x0b乙\nb: 区\u200b财\u200b政\nc: 甲\u2028乙\nd: �\n",
            [
                ("character-control", 1, 5),
                ("character-invisible", 2, 5),
                ("character-invisible", 2, 7),
                ("character-line-break", 3, 5),
                ("character-lost", 4, 4),
            ],
            id="characters that nobody typed",
        ),
        pytest.param(
            "\u200ba: 1\n\ufeff\ufeffb：2\nc: |\n  甲\u2029乙\n",
            [("character-invisible", 1, 1), ("character-invisible", 2, 1), ("yaml-wide-colon", 2, 4), ("character-line-break", 4, 4)],
            id="characters before keys and within text blocks",
        ),
        pytest.param(
            "text: 推进\n  # 注释\n  落实\nnote: 甲 # 注释\n  乙\n",
            [("yaml-comment", 3, 3), ("yaml-comment", 5, 3)],
            id="comments within text",
        ),
        pytest.param('"a": "甲",\n"b": [乙],\nc: 1\n', [("yaml-comma", 1, 9), ("yaml-comma", 2, 9)], id="commas after values"),
        pytest.param(
            "a：\n  - 甲\nb：\n  - 乙\n", [("yaml-wide-colon", 1, 2), ("yaml-wide-colon", 3, 2)], id="full-width colon above a list"
        ),
        pytest.param(
            "title: \"甲\nrows:\n  - id：1\n    text: 推进\n\tunits: 区财政局\n  - id: 2\n    text: @乙\n",
            [("yaml-quote", 1, 8), ("yaml-wide-colon", 3, 7), ("yaml-tab", 5, 1), ("yaml-reserved-character", 7, 11)],
            id="many kinds in one file",
        ),
    ],
)  # fmt: skip
def test_faults_are_found_where_they_were_made(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "text: 一是推进公开：及时更新，全面覆盖。\n",
        "text:\n  责任单位：区财政局，区审计局\n",
        "- 责任单位：区财政局\n- PPP：政府和社会资本合作\n",
        "text: >-\n  app：做好应用建设，\n  id：编号\n",
        "text: |\n  title：甲\n  \t制表符\n  - 乙\n  　　首行缩进\n",
        'text: "title：甲，\n  year: 2024"\n',
        "facts: ['甲，乙', \"title：丙\"]\n",
        "signed: {text: 2024年4月26日，星期五, day: 2024-04-26}\n",
        "text: “放管服”改革\nquote: ‘甲’\n",
        "note: it's 5 o'clock; the readers'\n",
        "url: https://www.example.gov.cn/a?b=c:d\nlinks:\n  - https://www.example.gov.cn/\n  - mailto:a@b.cn\n",
        "a:\n  -5\nb:\n  - -3\n",
        "list: [\n  甲,\n\t乙,\n]\n",
        "%YAML 1.1\n---\na: 1\n...\n",
    ],
)
def test_prose_is_left_alone(text: str) -> None:
    assert parse_yaml(SourceFile("x", text.encode())).problems == ()


def test_printed_wide_colon_and_missing_space() -> None:
    assert printed(
        "id: zhangqiu-2024\ntitle：2024年工作要点\ndocument:\n  number:章政办发〔2024〕1号\n  year: 2024\n"
    ) == (
        "content/x.yaml:2:6: 错误 yaml-wide-colon: “title”后面是全角冒号“：”，应当是英文冒号加一个空格\n"
        "    2 | title：2024年工作要点\n"
        "      |      ^^  改成“title: ”；如果这里本来就是正文，请用英文双引号把整段正文括起来\n"
        "\n"
        "content/x.yaml:4:9: 错误 yaml-colon-space: “number:”的冒号后面缺少空格\n"
        "    4 |   number:章政办发〔2024〕1号\n"
        "      |         ^  改成“number: ”；如果这里本来就是正文，请用英文双引号把整段正文括起来"
    )


def test_printed_duplicate_keys_name_both_places() -> None:
    assert printed("units: 区财政局\nunits: 区审计局\n责任: 甲\n责任: 乙\n") == (
        "content/x.yaml:2:1: 错误 yaml-key-duplicate: 字段“units”在同一处写了两次\n"
        "    2 | units: 区审计局\n"
        "      | ^^^^^  请删掉其中一个，或者改正写错的字段名\n"
        "      content/x.yaml:1:1: 第一次写在这里\n"
        "    1 | units: 区财政局\n"
        "      | ^^^^^\n"
        "\n"
        "content/x.yaml:4:1: 错误 yaml-key-duplicate: 字段“责任”在同一处写了两次\n"
        "    4 | 责任: 乙\n"
        "      | ^^^^  请删掉其中一个，或者改正写错的字段名\n"
        "      content/x.yaml:3:1: 第一次写在这里\n"
        "    3 | 责任: 甲\n"
        "      | ^^^^"
    )


def test_printed_tabs_and_uneven_indentation() -> None:
    assert printed("rows:\n\t- 甲\n\t- 乙\n标题:\n   a: 1\n  b: 2\n") == (
        "content/x.yaml:2:1: 错误 yaml-tab: 从这一行起连续 2 行用制表符（Tab）缩进\n"
        "    2 |     - 甲\n"
        "      | ^^^^  请改用空格，每层两个空格；可以用编辑器的“替换”功能把制表符全部换成空格\n"
        "\n"
        "content/x.yaml:6:3: 错误 yaml-indentation: 这一行行首有 2 个空格，和上面各行都对不齐\n"
        "    6 |   b: 2\n"
        "      |   ^^^^  请按它所属的层次，改成 0 个或 3 个空格；也可能是上面某一行的缩进不对\n"
        "      content/x.yaml:5:4: 最近的一层从这里开始\n"
        "    5 |    a: 1\n"
        "      |    ^^^^"
    )


def test_a_repeated_run_of_faults_does_not_hide_the_end_of_the_file() -> None:
    text = "".join(f"k{number}：{number}\n" for number in range(25)) + "z: @\n"
    codes = [code for code, _, _ in found(text)]
    assert codes == ["yaml-wide-colon"] * 25 + ["yaml-reserved-character"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("a: 甲\na: 乙\nb：丙\n", {"a": "甲", "b": "丙"}, id="a field twice, a full-width colon"),
        pytest.param("a: *甲 乙\nb:\n  -\t丙\n", {"a": "x甲 乙", "b": ["丙"]}, id="an alias, a tab after a dash"),
        pytest.param("a: &x 甲\nb: !str 乙\n", {"a": "甲", "b": "乙"}, id="an anchor and a tag"),
        pytest.param("a: 甲\n---\nb: 乙\u200b\n", {"a": "甲", "b": "乙"}, id="a line between, an invisible character"),
        pytest.param("a: 甲\n...\nb: 乙\na: 丙\n", {"a": "甲", "b": "乙"}, id="three dots"),
        pytest.param("a: 甲\n<<: {b: 乙}\n<<: {c: 丙}\n", None, id="merges"),
        pytest.param("a: 甲\na: [乙\n", None, id="a bracket without partner"),
        pytest.param("a: 甲\nb: 1\n\tc: 2\n", None, id="a tab as indentation"),
        pytest.param("a: 甲\nb:\n\u3000c: 2\n", None, id="a full-width space as indentation"),
        pytest.param("a：甲\nb: 乙\n    - 丙\n", None, id="an item that continues a text"),
    ],
)
def test_a_file_has_a_value_beside_its_faults_where_all_of_it_is_read(text: str, value: object) -> None:
    document = parse_yaml(SourceFile("content/x.yaml", text.encode()))
    assert document.problems
    assert (document.value, document.is_read) == (value, value is not None)


def test_a_mended_value_stands_where_it_was_typed() -> None:
    document = parse_yaml(SourceFile("content/x.yaml", "\u200ba：甲\nb: 乙\n\u200b\u200bc：  某丙丁\n".encode()))
    assert document.value == {"a": "甲", "b": "乙", "c": "某丙丁"}
    place = document.span(Loc("content/x.yaml", ("c",)).within(1, 2))
    assert (place.line, place.excerpt[place.column - 1 : place.end_column - 1]) == (3, "丙丁")
    key = document.span(Loc("content/x.yaml", ("c",)).key())
    assert (key.line, key.column) == (3, 3)
