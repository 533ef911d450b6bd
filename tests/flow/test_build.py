"""The flow as a whole: same content, same bytes; any base path; bad content leaves the published site as it was."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.build import Built, build_site
from sitegen.cli import main
from sitegen.memo import Memo, NoMemo
from sitegen.problems import ProblemsFound, sort_problems
from tests.conftest import ROOT, settings_for, silent, unpack, write_files
from tests.flow.edits import PORTAL, Edit, edited, edits
from tests.flow.sample import SAMPLE


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def run_build(output: Path, **environment: str) -> None:
    command = [sys.executable, "-m", "sitegen", "build", "--root", str(ROOT), "--output", str(output)]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, **environment}, cwd=output.parent)


def test_same_content_same_bytes_whatever_the_machine(tmp_path: Path) -> None:
    run_build(tmp_path / "one", TZ="Asia/Shanghai", LC_ALL="C", PYTHONHASHSEED="1")
    run_build(tmp_path / "two", TZ="America/Los_Angeles", LC_ALL="C.UTF-8", PYTHONHASHSEED="4242", PYTHONUTF8="0")
    one, two = tree(tmp_path / "one"), tree(tmp_path / "two")
    assert len(one) > 500
    assert [path for path in one.keys() | two.keys() if one.get(path) != two.get(path)] == []


def test_no_page_carries_a_memory_address(real_site: Built) -> None:
    assert [file.path for file in real_site.outputs if b" at 0x" in file.content] == []


@pytest.mark.parametrize("base_url", ["/a/b/", "https://example.org/a/b/", "/中/"])
def test_every_link_resolves_under_any_base(base_url: str) -> None:
    built = build_site(settings_for(ROOT, base_url=base_url), Memo(), silent)
    assert built.pages > 200


def test_the_day_is_the_newest_of_the_content_or_the_one_given(build_text: Callable[..., Built]) -> None:
    from datetime import date

    def home(built: Built) -> str:
        return next(file.content.decode() for file in built.outputs if file.path == "index.html")

    assert "内容截至2030年1月1日" in home(build_text(SAMPLE))
    assert "内容截至2031年2月3日" in home(build_text(SAMPLE, as_of=date(2031, 2, 3)))


def test_a_failed_build_writes_nothing_and_says_where(tmp_path: Path) -> None:
    write_files(tmp_path, unpack(SAMPLE))
    runner = CliRunner()
    first = runner.invoke(main, ["build", "--root", str(tmp_path)])
    assert first.exit_code == 0, first.output
    before = tree(tmp_path / "build")
    broken = (
        SAMPLE.replace("year: 2030", "year: 二零三零")
        .replace("  - {id: minzheng-ju, name: 区民政局, kind: department}", "  - {id: minzheng-ju, name: 区民政局, kind: departmant}")
        .replace("title: 样例门户", "tilte: 样例门户")
    )
    write_files(tmp_path, unpack(broken))
    failed = runner.invoke(main, ["build", "--root", str(tmp_path)])
    assert failed.exit_code == 1
    lines = [line for line in failed.stdout.splitlines() if line.startswith("content/")]
    assert lines == [
        "content/plans/dong-2030.yaml:3:7: 错误 number-expected: 这里应填整数（半角数字），现在是“二零三零”",
        "content/portal.yaml:1:1: 错误 field-unknown: 没有“tilte”这个字段",
        "content/units/dong.yaml:4:41: 错误 choice-unknown: 没有“departmant”这个选项",
    ]
    assert "是不是“department”？" in failed.stdout
    assert "是不是“title”？" in failed.stdout
    assert tree(tmp_path / "build") == before


def test_a_file_of_somebody_else_is_not_overwritten(tmp_path: Path) -> None:
    write_files(tmp_path, {**unpack(SAMPLE), "build/index.html": "mine", "build/CNAME": "example.org"})
    result = CliRunner().invoke(main, ["build", "--root", str(tmp_path)])
    assert result.exit_code == 1
    assert "index.html 不是本程序写的文件" in result.stderr
    assert tree(tmp_path / "build") == {"index.html": b"mine", "CNAME": b"example.org"}


def test_a_portal_may_override_templates_and_assets(build_text: Callable[..., Built], tmp_path: Path) -> None:
    own = {"templates/pages/prose.html": "<h1>{{ view.title }}</h1>", "static/css/utilities/own.css": ".own { color: inherit }\n"}
    write_files(tmp_path, own)
    changed = {
        "templates": (tmp_path / "templates", ROOT / "templates"),
        "static": (tmp_path / "static", ROOT / "static"),
    }
    with pytest.raises(ProblemsFound) as found:
        build_text(SAMPLE, **changed)
    assert {problem.code for problem in found.value.problems} >= {"title-missing", "language-missing"}
    default = (ROOT / "templates/pages/prose.html").read_text("utf-8")
    changed_page = default.replace("{% block content %}", "{% block content %}<!-- own -->")
    write_files(tmp_path, {"templates/pages/prose.html": changed_page})
    files = {file.path: file.content for file in build_text(SAMPLE, **changed).outputs}
    assert b"<!-- own -->" in files["about/index.html"]
    assert any(b".own { color: inherit }" in content for path, content in files.items() if path.endswith("site.css"))


@settings(max_examples=8)
@given(sequence=st.lists(edits, min_size=1, max_size=3))
def test_warm_builds_equal_cold_ones(sequence: list[Edit]) -> None:
    files, memo = PORTAL, Memo()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_files(folder, files)
        build_site(settings_for(folder), memo, silent)
        for edit in sequence:
            files = edited(folder, files, edit)
            warm = build_site(settings_for(folder), memo, silent)
            cold = build_site(settings_for(folder), NoMemo(), silent)
            assert warm.outputs == cold.outputs
            assert sort_problems(warm.warnings) == sort_problems(cold.warnings)
