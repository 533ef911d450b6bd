"""The commands as an editor or CI types them: what they print, where they stop, and that nothing is overwritten."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner, Result

from sitegen.cli import main
from tests.conftest import ROOT, unpack, write_files
from tests.flow.edits import EDITS, PORTAL, edited
from tests.flow.sample import SAMPLE
from tests.preview import PATIENCE, previewing, save


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    write_files(tmp_path, unpack(SAMPLE))
    return tmp_path


def run(*arguments: str, **options: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False, **options)  # type: ignore[arg-type]


def test_reading_a_deadline() -> None:
    assert run("read", "deadline", "2024年12月底前").stdout == "2024年12月31日前（按原文“2024年12月底前”推算到月末）。\n"
    answer = json.loads(run("read", "deadline", "9月15日前", "--year", "2023", "--json").stdout)
    assert (answer["source"], answer["basis"]) == ("9月15日前", "stated")
    assert [(term["kind"], term["start"], term["end"], term["precision"]) for term in answer["terms"]] == [
        ("by_date", None, "2023-09-15", "day")
    ]


def test_reading_units_with_and_without_a_register(portal: Path) -> None:
    free = json.loads(run("read", "units", "区财政局、各街道办事处等有关部门", "--json").stdout)
    assert [(one["kind"], one["name"], one["scope"]) for one in free["mentions"]] == [
        ("unresolved", "区财政局", None),
        ("group", "各街道办事处", "all"),
        ("group", "有关部门", "some"),
    ]
    assert free["open_ended"] is True
    known = json.loads(run("read", "units", "区财政局", "--jurisdiction", "dong", "--root", str(portal), "--json").stdout)
    assert [(one["kind"], one["id"]) for one in known["mentions"]] == [("unit", "dong/caizheng-ju")]
    assert run("read", "units", "区财政局", "--jurisdiction", "xi", "--root", str(portal)).exit_code == 2


def test_reading_line_by_line_goes_on_after_mistakes() -> None:
    asked = '{"text": "6月底前", "year": 2024}\n不是JSON\n\n{"year": 2024}\n{"text": "全年", "year": "2024"}\n[]\n'
    result = run("read", "deadline", "-", input=asked)
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [answer.get("error") for answer in answers] == [
        None, "这一行不是 JSON（第 1 个字符）", "缺少 text（文字）", None, '这一行应是一个 JSON 对象，如 {"text": "6月底前"}',
    ]  # fmt: skip
    assert [answer["line"] for answer in answers if "error" in answer] == [2, 4, 6]
    assert answers[0]["terms"][0]["end"] == "2024-06-30"
    assert answers[3]["terms"][0]["kind"] == "whole_year"
    assert result.exit_code == 1


BAD_LINES = [
    (b"{", "这一行不是 JSON（第 2 个字符）"),
    (b"\xff\xfe{}", "这一行不是 UTF-8 文字（第 1 个字节）"),
    (b"null", '这一行应是一个 JSON 对象，如 {"text": "6月底前"}'),
    (b"12", '这一行应是一个 JSON 对象，如 {"text": "6月底前"}'),
    (b'{"text": null}', "缺少 text（文字）"),
    (b'{"text": 6}', 'text 应是带引号的文字，如 {"text": "6月底前"}'),
    (b'{"text": "\\ud800"}', "text 里有半个字符（不成对的 \\ud800 一类），不是完整的文字"),
    (b'{"text": "a", "text": "b"}', "“text”写了两次"),
    (b'{"text": "' + b"a" * 100_001 + b'"}', "text 有 100001 字，超过 100000 字"),
    (b"[" * 100_000, "这一行的括号套得太深"),
    (b'{"text": "a", "year": ' + b"9" * 5000 + b"}", "这一行有一个数太长"),
]


def test_every_bad_line_is_answered_with_its_number_and_a_chinese_sentence(portal: Path) -> None:
    good = '{"text": "长期坚持"}'.encode()
    lines = [line for bad, _ in BAD_LINES for line in (bad, good)]
    for command in (("read", "deadline", "-"), ("read", "units", "-", "--root", str(portal))):
        result = run(*command, input=b"\n".join(lines))
        answers = [json.loads(line) for line in result.stdout.splitlines()]
        expected = [{"line": 2 * place + 1, "error": error} for place, (_, error) in enumerate(BAD_LINES)]
        assert answers[::2] == expected
        assert [answer["source"] for answer in answers[1::2]] == ["长期坚持"] * len(BAD_LINES)
        assert result.exit_code == 1


def test_years_and_jurisdictions_that_are_none_are_refused_line_by_line(portal: Path) -> None:
    years = ['"二〇二四"', "true", "2024.5", "99999", "[2024]"]
    asked = "\n".join(f'{{"text": "年底前", "year": {year}}}' for year in years)
    answers = [json.loads(line) for line in run("read", "deadline", "-", input=asked).stdout.splitlines()]
    assert [answer["error"] for answer in answers] == ["year 应是 1949 到 2199 之间的年份，如 2024"] * len(years)
    places = '{"text": "区财政局", "jurisdiction": ["dong"]}\n{"text": "区财政局", "jurisdiction": "xi"}\n'
    answers = [json.loads(line) for line in run("read", "units", "-", "--root", str(portal), input=places).stdout.splitlines()]
    assert [answer["error"].partition("，")[0] for answer in answers] == [
        "没有登记编号为“['dong']”的辖区", "没有登记编号为“xi”的辖区",
    ]  # fmt: skip


def test_names_that_are_not_registered_are_told_the_nearest(portal: Path) -> None:
    told = run("read", "units", "区财证局、区财政局", "--jurisdiction", "dong", "--root", str(portal)).stdout.splitlines()
    assert told == ["区财政局；区财证局（未登记名称）。", "“区财证局”没有登记，登记过的相近名称：区财政局"]


def test_without_a_register_no_name_is_called_unregistered() -> None:
    told = run("read", "units", "区财政局牵头，区民政局、各街道等部门配合").stdout.splitlines()
    assert told == ["区财政局〔牵头〕、区民政局〔配合〕；各街道〔配合〕（全体）；部门〔配合〕（部分，未点名）；名单未列全。"]
    assert run("read", "units", "按职责分工负责").stdout.splitlines() == ["读不出责任单位。"]


def test_starting_files_are_valid_and_never_overwrite(portal: Path) -> None:
    for arguments in (
        ("plan", "dong", "2031"), ("plan", "yangli", "2031", "--form", "table"),
        ("plan", "yangli", "2032", "--form", "prose-and-table"), ("unit", "dong", "区审计局"),
        ("unit", "yangli", "市财政局"), ("page", "contact", "联系"),
    ):  # fmt: skip
        assert run("new", *arguments, "--root", str(portal)).exit_code == 0, arguments
    assert run("check", "--root", str(portal)).exit_code == 0
    before = {path: path.read_bytes() for path in (portal / "content").rglob("*") if path.is_file()}
    for arguments in (("unit", "dong", "区审计局"), ("page", "contact", "联系")):
        result = run("new", *arguments, "--root", str(portal))
        assert result.exit_code == 1
        assert "已经" in result.stderr
    unknown = run("new", "plan", "nan", "2031", "--root", str(portal))
    assert unknown.exit_code == 2
    assert "登记过的有：" in unknown.stderr
    assert "“dong”（东样区）" in unknown.stderr
    assert before == {path: path.read_bytes() for path in (portal / "content").rglob("*") if path.is_file()}


def test_a_starting_plan_says_nothing_that_no_document_says(portal: Path) -> None:
    assert run("new", "plan", "dong", "2031", "--form", "prose-and-table", "--root", str(portal)).exit_code == 0
    found = json.loads(run("check", "--root", str(portal), "--format", "json").stdout)
    of_plan = [one for one in found if one["file"].endswith("dong-2031.yaml")]
    assert {one["code"] for one in of_plan if one["severity"] == "warning"} == {"text-starting"}
    written = (portal / "content/plans/dong-2031.yaml").read_text("utf-8")
    assert re.findall(r'^ +(units|deadline): ""  # 照录，如 ', written, re.M) == ["units", "deadline"]
    assert "# responsibility: （责任单位：区政府各部门）" in written


def test_a_further_plan_of_a_year_has_the_next_free_id(portal: Path) -> None:
    plans = portal / "content/plans"
    first = (plans / "dong-2030.yaml").read_bytes()
    again = run("new", "plan", "dong", "2030", "--root", str(portal))
    assert again.exit_code == 0
    assert "已有《2030年东样区任务分解表》（dong-2030）；新的一份编号是 dong-2030-2。" in again.stdout
    assert "已有" not in run("new", "plan", "dong", "2031", "--root", str(portal)).stdout
    assert run("new", "plan", "dong", "2031", "--root", str(portal)).exit_code == 0
    assert sorted(path.stem for path in plans.iterdir()) == ["dong-2030", "dong-2030-2", "dong-2031", "dong-2031-2"]
    assert (plans / "dong-2030.yaml").read_bytes() == first
    assert run("check", "--root", str(portal)).exit_code == 0
    assert run("new", "plan", "dong", "2030", "--form", "table", "--root", str(portal)).exit_code == 0
    third = (plans / "dong-2030-3.yaml").read_text("utf-8")
    assert "\nid: dong-2030-3\njurisdiction: dong\nyear: 2030\nform: table\ntitle: 2030年东样区政务公开工作要点（第3份）  #" in third


def test_the_id_of_a_known_document_is_not_given_to_a_plan(portal: Path) -> None:
    known = "documents:\n  - {id: dong-2031, jurisdiction: dong, year: 2031, kind: notice, title: 某通知}\n"
    (portal / "content/known-documents.yaml").write_text(known, "utf-8")
    written = run("new", "plan", "dong", "2031", "--root", str(portal))
    assert (written.exit_code, "已有" in written.stdout) == (0, False)
    assert (portal / "content/plans/dong-2031-2.yaml").is_file()
    assert run("check", "--root", str(portal)).exit_code == 0


def test_registering_a_unit_keeps_every_line(portal: Path) -> None:
    register = portal / "content/units/dong.yaml"
    before = register.read_text("utf-8").splitlines()
    run("new", "unit", "dong", "区审计局", "--root", str(portal))
    after = register.read_text("utf-8").splitlines()
    added = [line for line in after if line not in before]
    assert [line for line in after if line in before] == before
    assert added == ["  - id: shenjiju  # 永久编号，用于网址，定后不改", "    name: 区审计局"] or len(added) == 3


def test_changes_say_what_a_reviewer_must_know(portal: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("before")
    earlier = (
        SAMPLE.replace("6月底前", "9月底前")
        .replace("units: 区财政局", "units: 区财政局、区民政局")
        .replace("公开养老服务信息。", "公开养老信息。")
        .replace("-- content/pages/about.md --", "-- content/pages/old.md --")
    )
    write_files(other, unpack(earlier))
    summary = run("changes", str(other), "--root", str(portal)).stdout
    assert "dong-2030/task-1 提前：2030年9月30日前" in summary
    assert "dong-2030/task-1 责任单位减少区民政局" in summary
    assert "dong-2030/task-2 文字改动：“公开养老信息。” → “公开养老服务信息。”" in summary
    assert "- `/old/`" in summary
    assert "没有变化" in run("changes", str(portal), "--root", str(portal)).stdout


def test_changes_tell_each_of_several_tasks_with_the_same_words(portal: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    rows = "".join(f"    - {{number: {number}, item: rows-1-2, text: 公开决定。, units: 区财政局, deadline: 全年}}\n" for number in (3, 4, 5))
    write_files(other, unpack(SAMPLE.replace("-- content/pages", f"{rows}-- content/pages")))
    removed = run("changes", str(other), "--root", str(portal)).stdout.splitlines()
    assert removed[removed.index("## 任务（3处）") + 2 :][:3] == [f"- dong-2030/task-{number} 删去“公开决定。”" for number in (3, 4, 5)]
    added = run("changes", str(portal), "--root", str(other)).stdout.splitlines()
    assert added[added.index("## 任务（3处）") + 2 :][:3] == [f"- dong-2030/task-{number} 新增“公开决定。”" for number in (3, 4, 5)]
    renumbered = tmp_path / "renumbered"
    write_files(renumbered, unpack(SAMPLE.replace("-- content/pages", f"{rows.replace('number: 3', 'number: 7')}-- content/pages")))
    fewer = renumbered / "content/plans/dong-2030.yaml"
    fewer.write_text("\n".join(line for line in fewer.read_text("utf-8").split("\n") if "number: 4" not in line), "utf-8")
    moved = run("changes", str(other), "--root", str(renumbered)).stdout.splitlines()
    assert moved[moved.index("## 任务（2处）") + 2 :][:2] == [
        "- dong-2030/task-7 移自 dong-2030/task-3", "- dong-2030/task-4 删去“公开决定。”",
    ]  # fmt: skip


def test_changes_against_a_git_revision(portal: Path) -> None:
    def git(*arguments: str) -> None:
        command = ["git", "-C", str(portal), "-c", "user.name=t", "-c", "user.email=t@example.org", *arguments]
        subprocess.run(command, check=True, capture_output=True)

    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "first")
    plan = portal / "content/plans/dong-2030.yaml"
    plan.write_text(plan.read_text("utf-8").replace("6月底前", "5月底前"), "utf-8")
    assert "dong-2030/task-1 提前" in run("changes", "HEAD", "--root", str(portal)).stdout
    assert run("changes", "nosuch", "--root", str(portal)).exit_code == 2
    assert run("changes", "--output=x", "--root", str(portal)).exit_code == 2


def test_problems_in_three_formats(portal: Path) -> None:
    plan = portal / "content/plans/dong-2030.yaml"
    plan.write_text(plan.read_text("utf-8").replace("item: rows-1-2", "item: rows-1-3"), "utf-8")
    text = run("check", "--root", str(portal))
    assert text.exit_code == 1
    assert text.stdout.count("item-unknown: 没有编号为“rows-1-3”的条目") == 2
    assert "是不是“rows-1-2”？" in text.stdout
    annotated = run("check", "--root", str(portal), "--format", "github").stdout.splitlines()
    assert [line.split(",")[0] for line in annotated] == ["::error file=content/plans/dong-2030.yaml"] * 2
    found = json.loads(run("check", "--root", str(portal), "--format", "json").stdout)
    assert [(one["code"], one["severity"], one["file"]) for one in found] == [
        ("item-unknown", "error", "content/plans/dong-2030.yaml")
    ] * 2


def test_the_program_ends_with_its_status_and_with_all_it_printed(portal: Path) -> None:
    def program(*arguments: str) -> tuple[int, str]:
        done = subprocess.run([sys.executable, "-m", "sitegen", *arguments], capture_output=True, check=False)
        return done.returncode, done.stdout.decode()

    assert program("check", "--root", str(portal))[0] == 0
    plan = portal / "content/plans/dong-2030.yaml"
    plan.write_text(plan.read_text("utf-8").replace("item: rows-1-2", "item: rows-1-3"), "utf-8")
    status, printed = program("check", "--root", str(portal), "--format", "json")
    assert (status, len(json.loads(printed))) == (1, 2)
    assert program("check", "--root", str(portal / "none")) == (2, "")
    assert program("--version") == (0, "sitegen 0.1.0\n")


def test_help_answers_at_once_and_imports_nothing_heavy() -> None:
    heavy = ("jinja2", "pydantic", "yaml", "tornado", "rjieba", "lunr", "icalendar", "pypinyin", "rapidfuzz", "watchfiles")
    probe = (
        "import sys\nfrom click.testing import CliRunner\nfrom sitegen.cli import main\n"
        "assert CliRunner().invoke(main, ['--help']).exit_code == 0\n"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_command_has_help_in_chinese() -> None:
    for name, command in main.commands.items():
        assert any("一" <= character <= "鿿" for character in command.help or ""), name
        assert len(command.get_short_help_str(60)) < 30, name


def test_the_preview_shows_problems_and_recovers(portal: Path) -> None:
    with previewing(portal) as preview:
        address = preview.address()

        def page(path: str = "") -> str:
            with urllib.request.urlopen(address + path, timeout=PATIENCE) as answer:
                return str(answer.read().decode())

        assert "样例门户" in page()
        assert "livereload.js" in page()
        facts = portal / "content/portal.yaml"
        good = facts.read_text("utf-8")
        save(facts, good.replace("title", "titel").replace("description", "descripton"))
        preview.hear("个问题")
        assert "titel" in page()
        assert "descripton" in page("calendar/")
        save(facts, good.replace("样例门户", "改好的门户"))
        preview.hear("已更新")
        assert "改好的门户" in page()


def test_a_preview_tells_when_its_port_is_taken(portal: Path) -> None:
    with previewing(portal) as first:
        port = urlsplit(first.address()).port
        with previewing(portal, "--port", str(port)) as second:
            assert "用 --port 换一个" in second.hear(f"端口 {port} 不能用")
            assert second.process.wait(PATIENCE) == 0


WRONG_USAGE = (
    ("chek",), ("check", "--strct"), ("new", "plan"), ("new", "plan", "dong", "abc"), ("new", "unit", "nan", "局"), ("read", "deadline"),
    ("check", "--root", "/nowhere"), ("check", "--format", "xml"), ("check", "--as-of", "2024-02-30"), ("changes", "nosuch"),
    ("serve", "--port", "99999999"), ("new", "page", "Über", "甲"), ("new", "page", "p", " "), ("read", "units", "甲", "乙"), ("check", "--root"),
    ("build", "--output", "content/out"), ("build", "--output", "content"), ("build", "--output", "."), ("check", "--baseline", "none.json"),
)  # fmt: skip


@pytest.mark.parametrize("arguments", WRONG_USAGE, ids=" ".join)
def test_wrong_usage_is_answered_in_chinese_and_does_nothing(arguments: tuple[str, ...], portal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(portal)
    before = set(portal.rglob("*"))
    result = run(*arguments)
    assert result.exit_code == 2
    last = result.stderr.splitlines()[-1]
    assert last.startswith("错误：")
    words = re.sub(r"“[^”]*”|'[^']*'|--[a-z-]+|[A-Z]{3,}|content/|build|git|/\S*", "", last)
    assert re.findall("[A-Za-z]{2,}", words) == []
    assert set(portal.rglob("*")) == before


def test_help_is_chinese_throughout() -> None:
    for name in ("", *main.commands):
        text = run(*filter(None, [name]), "--help").stdout
        assert text.startswith("用法：")
        for english in ("Usage", "Options:", "Commands:", "Show this", "default:"):
            assert english not in text, name


def test_a_folder_without_content_is_no_portal(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    for command in ("build", "check"):
        result = run(command, "--root", str(tmp_path))
        assert (result.exit_code, "里没有 content/" in result.stderr) == (2, True)
    assert [path.name for path in tmp_path.iterdir()] == ["templates"]


def test_an_output_folder_that_cannot_be_written_is_told(portal: Path) -> None:
    (portal / "taken").write_text("mine", "utf-8")
    for output in ("taken", "taken/below"):
        result = run("build", "--root", str(portal), "--output", output)
        assert result.exit_code == 1
        assert "写不进" in result.stderr
    assert (portal / "taken").read_text("utf-8") == "mine"


def codes_of(result: Result) -> set[str]:
    return {code for line in (result.stdout + result.stderr).splitlines() for code in re.findall(r" 错误 ([a-z-]+):", line)}


def test_a_check_refuses_results_of_the_search_as_a_build_does(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    template = "pages/search_phrase.html"
    text = (ROOT / "templates" / template).read_text("utf-8")
    broken = text.replace("<h2 class", "<h4 class").replace("</h2>", "</h4>").replace("<ol class", '<img src="/none.png"><ol class')
    write_files(tmp_path, {f"templates/{template}": broken})
    checked, built = run("check", "--root", str(tmp_path)), run("build", "--root", str(tmp_path))
    assert codes_of(checked) == codes_of(built) >= {"image-unnamed", "heading-skipped"}
    assert checked.exit_code == built.exit_code == 1
    assert not (tmp_path / "build").exists()


def test_a_check_with_a_cache_says_the_same_and_writes_nothing_else(portal: Path) -> None:
    def said(*options: str) -> str:
        return run("check", "--root", str(portal), *options).stdout.partition("用时")[0]

    before = tree(portal)
    cache = ("--cache", str(portal / "kept"))
    assert said(*cache) == said(*cache) == said()
    assert any((portal / "kept").iterdir())
    shutil.rmtree(portal / "kept")
    assert tree(portal) == before


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_builds_by_several_processes_into_a_published_folder_equal_clean_ones(tmp_path: Path) -> None:
    """As programs of their own: threads that other tests leave behind would keep the work in one process."""

    def build(output: str, *options: str) -> str:
        command = [sys.executable, "-m", "sitegen", "build", "--root", str(tmp_path), "--output", output, *options]
        told = subprocess.run(command, timeout=300, check=True, capture_output=True, text=True)
        return next(line for line in told.stdout.splitlines() if line.startswith("写入"))

    files = PORTAL
    write_files(tmp_path, files)
    assert build("site", "--jobs", "2", "--cache", str(tmp_path / "cache")).endswith("0 个不变，删去 0 个旧文件。")
    for edit in (EDITS[0], EDITS[3], EDITS[9]):
        files = edited(tmp_path, files, edit)
        for options in (("--jobs", "2", "--cache", str(tmp_path / "cache")), ("--jobs", "2")):
            assert (build("site", *options).startswith("写入 0 个文件")) is (options[2:] == ())
        shutil.rmtree(tmp_path / "clean", ignore_errors=True)
        build("clean", "--jobs", "1")
        assert tree(tmp_path / "site") == tree(tmp_path / "clean")


def test_a_build_that_is_refused_leaves_nothing_in_the_output_folder(portal: Path) -> None:
    plan = portal / "content/plans/dong-2030.yaml"
    sound, page = plan.read_text("utf-8"), portal / "content/pages/about.md"
    faults = (
        (plan, sound.replace("year: 2030", "year: 二〇")), (plan, sound.replace("title:", "titel:", 1)),
        (page, page.read_text("utf-8") + "\n[看](/mei-you/)\n"), (page, page.read_text("utf-8") + "\n[看](/dong/2030/#mei-you)\n"),
    )  # fmt: skip
    for path, fault in faults:
        before = path.read_text("utf-8")
        path.write_text(fault, "utf-8")
        assert run("build", "--root", str(portal), "--output", "new").exit_code == 1
        assert not (portal / "new").exists()
        path.write_text(before, "utf-8")
    assert run("build", "--root", str(portal), "--output", "new").exit_code == 0
    published = tree(portal / "new")
    for path, fault in faults:
        before = path.read_text("utf-8")
        path.write_text(fault, "utf-8")
        assert run("build", "--root", str(portal), "--output", "new").exit_code == 1
        assert tree(portal / "new") == published
        path.write_text(before, "utf-8")


@pytest.mark.parametrize("name", ["#一中队", "区局: 一科", "[区]审计局", "“三同步”办公室", "null", "区审计局 #2", "区审计局：", "*号办公室"])
def test_names_that_yaml_would_misread_are_registered_as_typed(name: str, portal: Path) -> None:
    assert run("new", "unit", "dong", name, "--root", str(portal)).exit_code == 0
    assert run("new", "page", "own-page", name, "--root", str(portal)).exit_code == 0
    checked = run("check", "--root", str(portal))
    assert checked.exit_code == 0, checked.output
    assert f"登记了“{name}”" in checked.stdout


def test_a_unit_is_registered_like_its_neighbours_and_the_schemas_know_it(portal: Path) -> None:
    register = portal / "content/units/dong.yaml"
    register.write_text("jurisdiction: dong\nunits:\n  - id: caizheng-ju\n    name: 区财政局\n    kind: department\n\n  - id: minzheng-ju\n"
                        "    name: 区民政局\n    kind: department\n\ngroups:\n  - {id: ge-jiedao, name: 各街道办事处}\n", "utf-8")  # fmt: skip
    assert run("schema", "--root", str(portal)).exit_code == 0
    assert run("new", "unit", "dong", "区审计局", "--root", str(portal)).exit_code == 0
    text = register.read_text("utf-8")
    assert re.search(r"    kind: department\n\n  - id: shenji-?ju  # [^\n]*\n    name: 区审计局\n    kind: department\n\ngroups:", text)
    schema = json.loads((portal / "content/schemas/units.schema.json").read_text("utf-8"))
    listed = schema["definitions"]["MembershipRecord"]["properties"]["units"]["items"]["enum"]
    assert len(listed) == 3
    assert any(one.startswith("shenji") for one in listed)
