"""Reading a folder, and files that are not UTF-8 text."""

from pathlib import Path

import pytest

from sitegen.position import Span
from sitegen.problems import Problem, ProblemsFound, format_text
from sitegen.source import SourceFile, parse_markdown, parse_yaml, read_tree


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")


def test_files_are_sorted_and_named_under_the_prefix(tmp_path: Path) -> None:
    write(
        tmp_path, "plans/zhangqiu-2024.yaml", "plans/huaiyin-2025.yaml", "单位.yaml", "units.YAML", "notes.txt", "a.yml"
    )
    assert read_tree(tmp_path, (".yaml", ".yml"), "content") == (
        SourceFile("content/a.yml", b"a.yml"),
        SourceFile("content/plans/huaiyin-2025.yaml", b"plans/huaiyin-2025.yaml"),
        SourceFile("content/plans/zhangqiu-2024.yaml", b"plans/zhangqiu-2024.yaml"),
        SourceFile("content/units.YAML", b"units.YAML"),
        SourceFile("content/单位.yaml", "单位.yaml".encode()),
    )
    assert [file.path for file in read_tree(tmp_path / "plans", (".yaml",), "")] == [
        "huaiyin-2025.yaml",
        "zhangqiu-2024.yaml",
    ]


def test_hidden_files_and_what_editors_leave_are_passed_over(tmp_path: Path) -> None:
    write(
        tmp_path, "a.yaml", "a.yaml~", ".a.yaml.swp", "#a.yaml#", ".#a.yaml", "~$a.yaml", ".hidden.yaml", ".git/b.yaml"
    )
    assert [file.path for file in read_tree(tmp_path, (".yaml", "~", ".swp", "#"), "content")] == ["content/a.yaml"]


def test_a_missing_folder_is_empty(tmp_path: Path) -> None:
    assert read_tree(tmp_path / "nowhere", (".yaml",), "content") == ()


def test_files_that_cannot_be_read_are_told_together(tmp_path: Path) -> None:
    write(tmp_path, "good.yaml")
    for name in ("one.yaml", "two.yaml"):
        (tmp_path / name).symlink_to(tmp_path / name)
    with pytest.raises(ProblemsFound) as found:
        read_tree(tmp_path, (".yaml",), "content")
    assert [(problem.code, problem.at) for problem in found.value.problems] == [
        ("file-unreadable", Span("content/one.yaml", 1, 1, 2)),
        ("file-unreadable", Span("content/two.yaml", 1, 1, 2)),
    ]


def problem_in(data: bytes) -> Problem:
    of_yaml = parse_yaml(SourceFile("content/x.yaml", data)).problems
    of_markdown = parse_markdown(SourceFile("content/x.yaml", data)).problems
    assert of_yaml == of_markdown
    assert len(of_yaml) == 1
    return of_yaml[0]


def test_gbk_is_named_and_shown_as_it_reads() -> None:
    data = "id: a\n# 说明\ntitle: 政务公开工作要点\nunits: 区财政局\n".encode("gbk")
    printed = format_text([problem_in(data)])
    first, excerpt, carets, fix = printed.split("\n")
    assert (
        first == "content/x.yaml:2:3: 错误 file-encoding: 这个文件看起来是 GBK 编码（记事本里叫“ANSI”），应当是 UTF-8"
    )
    assert excerpt == "    2 | # 说明"
    assert carets == "      |   ^^"
    assert "“另存为”" in fix
    assert "“UTF-8”" in fix


@pytest.mark.parametrize(
    ("data", "line", "column", "words"),
    [
        ("a: 1\r\nb: 要点\r\n".encode("gb18030"), 2, 4, "GBK"),
        ("标题: 要点\n正文: ".encode() + b"\xe5\x8c" + "\n正文: 公开\n".encode(), 2, 5, "不是 UTF-8 文字"),
        (b"a: 1\nb: caf\xe9\n", 2, 7, "不是 UTF-8 文字"),
        (b"\xef\xbb\xbfa: \xff\n", 1, 4, "不是 UTF-8 文字"),
        ("标题: 要点".encode("utf-16"), 1, 1, "UTF-16"),
        ("title: abc".encode("utf-16-le"), 1, 1, "UTF-16"),
    ],
)
def test_other_encodings(data: bytes, line: int, column: int, words: str) -> None:
    problem = problem_in(data)
    assert isinstance(problem.at, Span)
    assert (problem.code, problem.at.line, problem.at.column) == ("file-encoding", line, column)
    assert words in problem.message


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1", b"%PDF-1.7"])
def test_an_office_file_with_another_suffix(start: bytes) -> None:
    assert problem_in(start + b"\x00\x01\x02 ...").code == "file-not-text"
