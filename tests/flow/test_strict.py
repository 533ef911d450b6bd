"""Warnings that count, and a baseline that keeps old ones from blocking new work: what is printed, where commands stop."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.cli import main
from tests.conftest import unpack, write_files
from tests.flow.sample import SAMPLE

OLD = SAMPLE.replace("units: 区民政局，", "units: 区审记局，").replace("  - {id: minzheng-ju", "  - {id: wujia-ju, name: 区物价局, kind: department}\n  - {id: minzheng-ju")
"""One warning (区审记局 is not registered) and two notices (no document names 区物价局, none 区民政局)."""
PLAN = "content/plans/dong-2030.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_files(tmp_path, unpack(OLD))
    return tmp_path


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--root", str(folder)], catch_exceptions=False)


def lines(result: Result) -> list[str]:
    return [line.partition(":")[0] + line.partition(":")[2].partition(": ")[2] for line in result.stdout.splitlines() if " unit-" in line or " field-" in line]


def test_warnings_stop_only_where_they_count(folder: Path) -> None:
    lenient, strict = run(folder, "check"), run(folder, "check", "--strict")
    assert (lenient.exit_code, strict.exit_code) == (0, 1)
    assert strict.stdout == lenient.stdout[: len(strict.stdout)]
    assert "共 1 个警告；加了 --strict，警告也要改好；没有写任何文件。" in strict.stderr
    assert run(folder, "build", "--strict").exit_code == 1
    assert not (folder / "build").exists()
    assert run(folder, "build").exit_code == 0
    before = {path: path.read_bytes() for path in (folder / "build").rglob("*") if path.is_file()}
    (folder / PLAN).write_text((folder / PLAN).read_text("utf-8").replace("6月底前", "9月底前"), "utf-8")
    assert run(folder, "build", "--strict").exit_code == 1
    assert before == {path: path.read_bytes() for path in (folder / "build").rglob("*") if path.is_file()}


def test_notices_never_stop(tmp_path: Path) -> None:
    write_files(tmp_path, unpack(SAMPLE.replace("区民政局，各街道办事处", "区财政局，各街道办事处")))
    strict = run(tmp_path, "check", "--strict", "--format", "json")
    assert strict.exit_code == 0
    assert [(one["code"], one["severity"]) for one in json.loads(strict.stdout)] == [("unit-idle", "notice")]


def test_old_debt_does_not_block_new_work(folder: Path) -> None:
    file = str(folder / "known.json")
    kept = run(folder, "check", "--write-baseline", file)
    assert kept.exit_code == 0
    assert kept.stdout == f"已把1 个警告、2 个提示写进 {file}；以后用 --baseline {file}，只列出新的问题。\n"
    known = run(folder, "check", "--strict", "--baseline", file, "--format", "json")
    assert (known.exit_code, json.loads(known.stdout)) == (0, [])
    assert "另有 3 个问题记在基线里，没有列出。" in known.stderr
    plan = folder / PLAN
    plan.write_text("# 新的一行\n" + plan.read_text("utf-8").replace("units: 区财政局", "units: 区财证局"), "utf-8")
    new = run(folder, "check", "--strict", "--baseline", file, "--format", "json")
    assert [(one["code"], one["line"], one["message"]) for one in json.loads(new.stdout)] == [
        ("unit-unresolved", 20, "“区财证局”没有登记")
    ]
    assert new.exit_code == 1
    assert run(folder, "check", "--baseline", file).exit_code == 0


def test_errors_are_shown_and_stop_whatever_the_baseline_knows(folder: Path) -> None:
    file = str(folder / "known.json")
    run(folder, "check", "--write-baseline", file)
    facts = folder / "content/portal.yaml"
    facts.write_text("titel: 样例门户\ndescription: 只用于测试。\n", "utf-8")
    failed = run(folder, "build", "--baseline", file)
    assert failed.exit_code == 1
    assert failed.stdout.count("警告") == 0
    assert (failed.stdout.count("field-missing"), failed.stdout.count("field-unknown")) == (0, 1)
    assert "共 1 个错误；没有写任何文件。" in failed.stderr
    before = Path(file).read_bytes()
    assert run(folder, "check", "--write-baseline", file).exit_code == 1
    assert Path(file).read_bytes() == before


def test_what_a_baseline_knows_in_vain_is_said_once(folder: Path) -> None:
    file = folder / "known.json"
    run(folder, "check", "--write-baseline", str(file))
    write_files(folder, unpack(SAMPLE))
    result = run(folder, "check", "--strict", "--baseline", str(file), "--format", "json")
    assert result.exit_code == 0
    (one,) = json.loads(result.stdout)
    assert (one["code"], one["file"], one["line"], one["severity"]) == ("baseline-idle", str(file), 4, "notice")
    assert one["message"].startswith("基线里有 3 个问题已经不再出现：content/plans/dong-2030.yaml 的 unit-unresolved、")
    assert run(folder, "check", "--write-baseline", str(file)).stdout.startswith("已把空的清单写进")
    assert run(folder, "check", "--baseline", str(file), "--format", "json").stdout == "[]\n"


@pytest.mark.parametrize("content", ["", "{}", "title: 样例门户\n", '{"version": 9, "problems": []}'])
def test_only_a_baseline_is_read_and_overwritten(folder: Path, content: str) -> None:
    file = folder / "other.json"
    file.write_text(content, "utf-8")
    read = run(folder, "check", "--baseline", str(file))
    assert (read.exit_code, "baseline-unreadable" in read.stdout) == (1, True)
    written = run(folder, "check", "--write-baseline", str(file))
    assert (written.exit_code, "不是基线文件，没有改动" in written.stderr) == (1, True)
    assert file.read_text("utf-8") == content
    assert run(folder, "check", "--baseline", str(folder / "nosuch.json")).exit_code == 2
