"""What office people do with files: each mistake on disk, two at once where it can be, told in one run where it stands."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.cli import main
from tests.conftest import unpack, write_files
from tests.flow.sample import SAMPLE

PLAN, FACTS, UNITS, PAGE = "content/plans/dong-2030.yaml", "content/portal.yaml", "content/units/dong.yaml", "content/pages/about.md"


class Portal:
    """A portal in a folder, to be spoiled."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        write_files(folder, unpack(SAMPLE))

    def text(self, path: str) -> str:
        return (self.folder / path).read_text("utf-8")

    def put(self, path: str, content: str | bytes) -> None:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)

    def change(self, path: str, *pairs: tuple[str, str]) -> None:
        text = self.text(path)
        for old, new in pairs:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        self.put(path, text)

    def rename(self, path: str, new: str) -> None:
        (self.folder / path).rename(self.folder / new)


def mend(portal: Portal, *arguments: str) -> list[tuple[str, str]]:
    """Place and code, and message with fix, of every problem that is not a notice, in printed order."""
    done = CliRunner().invoke(main, ["check", "--root", str(portal.folder), "--format", "json", *arguments], catch_exceptions=False)
    found = [one for one in json.loads(done.stdout) if one["severity"] != "notice"]
    return [(f"{one['file']}:{one['line']}:{one['column']} {one['code']}", one["message"] + one["hint"]) for one in found]


CASES: dict[str, tuple[Callable[[Portal], object], list[tuple[str, str]]]] = {
    "a number sign in the text": (
        lambda p: p.change(PLAN, ("公开预算决算信息。", "公开预算 #决算信息。"), ("title: 2030年东样区任务分解表", "title: 2030年 #1 # 分解表")),
        [(f"{PLAN}:5:14 yaml-comment", "用英文双引号"), (f"{PLAN}:18:18 yaml-comment", "在“#”后面加一个空格")],
    ),
    "a number sign and a space before the text": (
        lambda p: p.change(PLAN, ("text: 公开预算决算信息。", "text: # 公开预算决算信息。"), ("deadline: 全年", "deadline: # 全年 139 1234 5678")),
        [(f"{PLAN}:18:7 text-missing", "补上文字"), (f"{PLAN}:18:13 comment-for-value", "请删去“# ”"),
         (f"{PLAN}:26:17 comment-for-value", "请移到上一行"), (f"{PLAN}:26:22 personal-data", "手机号码（139 **** ****）")],
    ),
    "a colon in the text, and one after a field": (
        lambda p: p.change(PLAN, ("公开预算决算信息。", "公开: 预算"), ("deadline: 全年", "deadline：全年")),
        [(f"{PLAN}:18:15 yaml-colon-in-text", "全角“：”"), (f"{PLAN}:26:15 yaml-wide-colon", "改成“deadline: ”")],
    ),
    "numbers of persons in comments": (
        lambda p: p.change(PLAN, ("form: table", "form: tabel  # 张三 139 1234 5678"), ("jurisdiction: dong", "# 身份证 11010519491231002X\njurisdiction: dong")),
        [(f"{PLAN}:2:7 personal-data", "身份证号码（110***************）"), (f"{PLAN}:5:7 choice-unknown", "是不是“table”"),
         (f"{PLAN}:5:19 personal-data", "手机号码（139 **** ****）")],
    ),
    "quotation marks of Word": (
        lambda p: p.change(PLAN, ("form: table", "form: “table”"), ("jurisdiction: dong", "jurisdiction: “dong”")),
        [(f"{PLAN}:2:15 id-format", "改成“dong”"), (f"{PLAN}:4:7 choice-unknown", "是不是“table”")],
    ),
    "files with a suffix too many": (
        lambda p: (p.rename(PLAN, PLAN + ".txt"), p.rename(FACTS, FACTS + ".txt")),
        [(f"{PLAN}.txt:1:1 file-unused", "改名为“dong-2030.yaml”"), (f"{FACTS}:1:1 portal-missing", "title"), (f"{FACTS}.txt:1:1 file-unused", "改名为“portal.yaml”")],
    ),
    "originals and pictures among the content": (
        lambda p: (p.put("content/plans/附件 1.docx", b"PK"), p.put("content/pages/photo.PNG", b"x"), p.put("content/Thumbs.db", b"x")),
        [("content/pages/photo.PNG:1:1 file-unused", "static/images/"), ("content/plans/附件 1.docx:1:1 file-unused", "content/ 以外")],
    ),
    "a picture and an archive renamed": (
        lambda p: (p.put("content/plans/a.yaml", b"\x89PNG\r\n\x1a\n\0\0\0"), p.put("content/pages/b.md", b"Rar!\x1a\x07\0")),
        [("content/pages/b.md:1:1 file-not-text", "不是文本文件"), ("content/plans/a.yaml:1:1 file-not-text", "不是文本文件")],
    ),
    "other encodings": (
        lambda p: (p.put(PLAN, p.text(PLAN).encode("gb18030")), p.put(FACTS, p.text(FACTS).encode("utf-16-be")), p.put(UNITS, p.text(UNITS).encode("utf-16"))),
        [(f"{PLAN}:5:12 file-encoding", "GBK"), (f"{FACTS}:1:1 file-encoding", "UTF-16"), (f"{UNITS}:1:1 file-encoding", "UTF-16")],
    ),
    "a mark of byte order and line ends of Windows": (
        lambda p: p.put(PLAN, b"\xef\xbb\xbf" + p.text(PLAN).replace("区财政局", "区财证局").replace("区民政局", "区民正局").replace("\n", "\r\n").encode()),
        [(f"{PLAN}:19:14 unit-unresolved", "是不是“区财政局”"), (f"{PLAN}:25:14 unit-unresolved", "是不是“区民政局”")],
    ),
    "empty files": (
        lambda p: (p.put(PLAN, ""), p.put(UNITS, "# 以后再写\n"), p.put(PAGE, "")),
        [(f"{PAGE}:1:1 front-matter-missing", "加上一行“---”"), (f"{PLAN}:1:1 file-empty", "样例"), (f"{UNITS}:1:1 file-empty", "样例")],
    ),
    "links in the file system that lead nowhere": (
        lambda p: ((p.folder / "content/plans/self.yaml").symlink_to("self.yaml"), (p.folder / "content/plans/gone.yaml").symlink_to("nowhere"),
                   (p.folder / "content/loop").symlink_to("..")),
        [("content/loop:1:1 file-unused", "普通的文件夹"), ("content/plans/gone.yaml:1:1 file-unreadable", "指向的文件不存在"), ("content/plans/self.yaml:1:1 file-unreadable", "没有终点")],
    ),
    "copies beside the file": (
        lambda p: (p.put("content/plans/dong-2030 - 副本.yaml", p.text(PLAN)), p.put("content/units/dong (1).yaml", p.text(UNITS))),
        [(f"{PLAN}:1:5 id-repeated", "换一个"), *[(f"{UNITS}:{line}:{column} {code}", "") for line, column, code in (
            (3, 10, "id-repeated"), (3, 29, "name-repeated"), (4, 10, "id-repeated"), (4, 29, "name-repeated"), (6, 10, "id-repeated"), (6, 27, "name-repeated"))]],
    ),
    "names of pages that are no addresses": (
        lambda p: (p.put("content/pages/联系 我们.md", p.text(PAGE).replace("关于", "联系")), p.put("content/pages/Help.md", p.text(PAGE).replace("关于", "帮助"))),
        [("content/pages/Help.md:2:1 page-name", "小写英文字母"), ("content/pages/联系 我们.md:2:1 page-name", "改名")],
    ),
    "dead links in a page": (
        lambda p: p.put(PAGE, "---\ntitle: 关于\n---\n见[术语](/glosary/)，\n[要点](/dong/2031/)。\n"),
        [(f"{PAGE}:4:7 link-dead", "核对网址"), (f"{PAGE}:5:6 link-dead", "核对网址")],
    ),
    "a release on a day that no calendar has": (
        lambda p: p.change(FACTS, ("description: 只用于测试。", "description: 只用于测试。\nreleases:\n  - {plan: dong-2031, published: 2030-01-01}\n  - {plan: xi-2030, published: 2030-02-30}")),
        [(f"{FACTS}:5:32 date-impossible", "核对")],
    ),
    "releases of plans that are not there": (
        lambda p: p.change(FACTS, ("description: 只用于测试。", "description: 只用于测试。\nreleases:\n  - {plan: dong-2031, published: 2030-01-01}\n  - {plan: nan-2019, published: 2030-02-28}")),
        [(f"{FACTS}:4:12 document-unknown", "是不是“dong-2030”"), (f"{FACTS}:5:12 document-unknown", "没有编号为“nan-2019”的要点")],
    ),
    "mentions where no task is": (
        lambda p: p.change(PLAN, ("sections:", "preamble:\n  - text: 各单位6月底前报送。\n    mentions: {units: [各单位]}\n  - text: 区财政局年底前总结。\n    mentions: {deadlines: [年底前]}\nsections:")),
        [(f"{PLAN}:8:5 item-mentions-misplaced", "closing"), (f"{PLAN}:10:5 item-mentions-misplaced", "closing")],
    ),
    "cells that only point elsewhere": (
        lambda p: p.change(PLAN, ("units: 区民政局，各街道办事处", "units: 同上"), ("deadline: 全年", "deadline: 同上")),
        [(f"{PLAN}:25:14 units-unread", "同上"), (f"{PLAN}:26:17 deadline-unread", "同上")],
    ),
    "lists where a cell holds text": (
        lambda p: p.change(PLAN, ("units: 区财政局", "units: [区财政局, 区民政局]"), ("deadline: 全年", "deadline:\n        - 全年")),
        [(f"{PLAN}:19:14 mapping-expected", "这一格应填文字，现在是列表"), (f"{PLAN}:27:9 mapping-expected", "写成一行文字")],
    ),
    "full-width brackets and mark of a text block": (
        lambda p: p.change(PLAN, ("[序号, 工作任务, 具体要求, 责任单位, 完成时限]", "［序号, 工作任务, 具体要求, 责任单位, 完成时限］"), ("text: 公开养老服务信息。", "text: ｜\n        公开养老服务信息。")),
        [(f"{PLAN}:13:12 yaml-bracket", "改成英文的“[”“]”"), (f"{PLAN}:24:13 yaml-text-block", "改成英文的“|”")],
    ),
    "full-width braces and quotation marks": (
        lambda p: (p.change(UNITS, ("{id: ge-jiedao, name: 各街道办事处}", "｛id: ge-jiedao, name: 各街道办事处｝")), p.change(FACTS, ("title: 样例门户", "title: ＂样例门户＂"))),
        [(f"{FACTS}:1:8 yaml-quote", "改成英文双引号"), (f"{UNITS}:6:5 yaml-bracket", "改成英文的“{”“}”")],
    ),
    "a full-width bracket that is text": (
        lambda p: p.change(PLAN, ("title: 公开\n", "title: 【公开】\n"), ("heading: 做好公开}", "heading: ［做好］公开}"), ("form: table", "form: tabel"), ("year: 2030\n", "year: ２０３０\n")),
        [(f"{PLAN}:3:7 number-expected", "改成“2030”"), (f"{PLAN}:4:7 choice-unknown", "是不是“table”")],
    ),
    "an item without its dash": (
        lambda p: p.change(PLAN, ("    - number: 2\n", "      number: 2\n"), ("deadline: 全年", "dealine: 全年")),
        [(f"{PLAN}:21:7 yaml-list-dash", "把“number”前面的两个空格改成“- ”"), (f"{PLAN}:26:7 field-unknown", "是不是“deadline”")],
    ),
    "bullets of a word processor": (
        lambda p: p.change(PLAN, ("    - number: 2\n", "    • number: 2\n"), ("  - number: 一、\n", "  ● number: 一、\n")),
        [(f"{PLAN}:7:3 yaml-list-dash", "改成“- ”"), (f"{PLAN}:21:5 yaml-list-dash", "改成“- ”")],
    ),
    "private characters": (
        lambda p: p.change(PLAN, ("公开预算决算信息。", "公开\ue5e5预算决算信息。"), ("公开养老服务信息。", "\uf0b7公开养老服务信息。")),
        [(f"{PLAN}:18:15 character-private", "改成印着的那个字"), (f"{PLAN}:24:13 character-private", "项目符号")],
    ),
    "two fields in a line": (
        lambda p: p.change(PLAN, ("units: 区财政局\n      deadline: 6月底前", "units: 区财政局 deadline: 6月底前"), ("form: table", "form：table")),
        [(f"{PLAN}:4:5 yaml-wide-colon", "改成“form: ”"), (f"{PLAN}:19:27 yaml-colon-in-text", "如果“deadline”是另一个字段")],
    ),
    "text beside the name of a list": (
        lambda p: p.change(PLAN, ("  rows:\n", "  rows: 各行\n")),
        [(f"{PLAN}:15:5 yaml-list", "删掉字段名那一行冒号后面的文字")],
    ),
    "lists with the marks of the document, items by their number": (
        lambda p: p.change(PLAN, ("[序号, 工作任务, 具体要求, 责任单位, 完成时限]", "[序号、工作任务、具体要求、责任单位、完成时限]"), ("      item: rows-1-2\n      text", "      item: （一）\n      text")),
        [(f"{PLAN}:13:12 list-expected", "“- 序号”“- 工作任务”"), (f"{PLAN}:17:13 id-format", "多半是“item-1”")],
    ),
    "fields in Chinese": (
        lambda p: p.change(PLAN, ("title: 2030年东样区任务分解表", "标题: 2030年东样区任务分解表"), ("    - number: 2\n", "    - 序号: 2\n"), ("year: 2030\n", "年份：2030\n")),
        [(f"{PLAN}:3:3 yaml-wide-colon", "改成“年份: ”"), (f"{PLAN}:5:1 field-unknown", "是不是“title”"), (f"{PLAN}:21:7 field-unknown", "是不是“number”")],
    ),
    "marks of the document between fields in braces": (
        lambda p: p.change("content/jurisdictions.yaml", ("id: yangli, name: 样例市, level: city", "id: yangli、name: 样例市, level: city"), ("name: 东样区, full_name", "name: 东样区；full_name")),
        [("content/jurisdictions.yaml:2:16 yaml-comma", "在“name”前面写上“, ”"), ("content/jurisdictions.yaml:3:25 yaml-comma", "在“full_name”前面写上“, ”")],
    ),
    "a full-width number sign, three dots": (
        lambda p: p.change(PLAN, ("sections:\n", "＃ 正文\nsections:\n"), ("table:\n", "...\ntable:\n")),
        [(f"{PLAN}:6:1 yaml-comment", "改成英文的“# ”"), (f"{PLAN}:12:1 yaml-several-documents", "请删掉这一行")],
    ),
    "a quotation mark closed by one of another kind": (
        lambda p: (p.change(PLAN, ("    title: 公开\n", '    title: "公开”\n')), p.change(FACTS, ("title: 样例门户", "title: '样例门户’"))),
        [(f"{PLAN}:8:12 yaml-quote", "请把末尾的“””改成英文双引号"), (f"{FACTS}:1:8 yaml-quote", "请把末尾的“’”改成英文单引号")],
    ),
    "days as spreadsheets write them": (
        lambda p: (p.change(FACTS, ("description: 只用于测试。", "description: 只用于测试。\npublished: 47547")),
                   p.change(PLAN, ("form: table\n", "form: table\ndocument:\n  signed: {text: 2030年3月5日, day: 20300305}\n  imprinted: {text: 2030年3月5日, day: 2030/3/5 0:00}\n"))),
        [(f"{PLAN}:6:34 date-format", "改成“2030-03-05”"), (f"{PLAN}:7:37 date-format", "改成“2030-03-05”"), (f"{FACTS}:3:12 date-format", "多半是“2030-03-05”")],
    ),
    "names where ids belong": (
        lambda p: (p.change(PLAN, ("jurisdiction: dong", "jurisdiction: 东样区")), p.change("content/jurisdictions.yaml", ("parent: yangli", "parent: 样例市"))),
        [("content/jurisdictions.yaml:3:71 id-format", "改成“yangli”"), (f"{PLAN}:2:15 id-format", "改成“dong”")],
    ),
    "an id where a name belongs": (
        lambda p: p.change(PLAN, ("units: 区财政局", "units: caizheng-ju")),
        [(f"{PLAN}:19:14 units-unread", "名称“区财政局”，不写编号")],
    ),
    "a wide space behind a dash": (
        lambda p: p.change(PLAN, ("    - number: 2\n", "    -\u3000number: 2\n"), ("form: table", "form：table")),
        [(f"{PLAN}:4:5 yaml-wide-colon", "改成“form: ”"), (f"{PLAN}:21:6 yaml-wide-space", "英文输入法的空格")],
    ),
    "fields of an item that do not stand below its first one": (
        lambda p: p.change(PLAN, ("      item: rows-1-2\n      item_inherited_from: 1", "    item: rows-1-2\n    item_inherited_from: 1")),
        [(f"{PLAN}:22:5 yaml-list", "和那一项的第一个字段对齐")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_office_mistake(name: str, tmp_path: Path) -> None:
    spoil, told = CASES[name]
    portal = Portal(tmp_path)
    spoil(portal)
    found = mend(portal)
    assert [place for place, _ in found] == [place for place, _ in told]
    assert [words for (_, said), (_, words) in zip(found, told, strict=True) if words not in said] == []


def test_numbers_in_comments_are_shown_nowhere_whole(tmp_path: Path) -> None:
    portal = Portal(tmp_path)
    portal.change(PLAN, ("form: table", "form: tabel  # 13912345678"), ("year: 2030", "year: 2030年 # 电话 13912345678"))
    for form in ("text", "json", "github"):
        shown = CliRunner().invoke(main, ["check", "--root", str(tmp_path), "--format", form]).stdout
        assert "13912345678" not in shown
        assert "choice-unknown" in shown
        assert shown.count("personal-data") == 2
    portal.put(PLAN, unpack(SAMPLE)[PLAN] + "allowed_personal: # 依法公开 0531-66601111\n  - {text: 0531-66601111, reason: 文件附注}\n")
    assert [place for place, _ in mend(portal)] == []


def test_number_signs_that_are_comments_or_text_are_left_alone(tmp_path: Path) -> None:
    portal = Portal(tmp_path)
    portal.change(PLAN, ("form: table", "form: table # 表"), ("title: 2030年东样区任务分解表", 'title: "2030年 #1 分解表"  # 标题'), ("公开预算决算信息。", "公开C#语言预算#决算信息。"))
    assert mend(portal) == []


def test_whatever_is_wrong_the_published_site_stays(tmp_path: Path) -> None:
    portal = Portal(tmp_path)
    runner = CliRunner()
    assert runner.invoke(main, ["build", "--root", str(tmp_path)]).exit_code == 0
    before = {path: path.read_bytes() for path in (tmp_path / "build").rglob("*") if path.is_file()}
    for name in ("dead links in a page", "other encodings", "a release on a day that no calendar has"):
        CASES[name][0](portal)
        failed = runner.invoke(main, ["build", "--root", str(tmp_path)], catch_exceptions=False)
        assert failed.exit_code == 1
        assert {path: path.read_bytes() for path in (tmp_path / "build").rglob("*") if path.is_file()} == before
        write_files(tmp_path, unpack(SAMPLE))
