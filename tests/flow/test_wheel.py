"""The wheel alone carries the default theme: a portal in another folder builds with it and may override any file."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT, unpack, write_files
from tests.flow.sample import SAMPLE


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the unpacked wheel, and nothing of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site-packages")
    return folder / "site-packages"


def sitegen(installed: Path, portal: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    code = f"import sys; sys.path.insert(0, {str(installed)!r}); from sitegen.cli import main; main()"
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [sys.executable, "-P", "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=portal, env=environment, check=False)


def test_a_portal_elsewhere_builds_and_overrides(installed: Path, tmp_path: Path) -> None:
    write_files(tmp_path, unpack(SAMPLE))
    first = sitegen(installed, tmp_path, "build")
    assert first.returncode == 0, first.stdout + first.stderr
    assert "样例门户" in (tmp_path / "build/index.html").read_text("utf-8")
    assert (installed / "sitegen/theme/templates/base.html").exists()
    default = (ROOT / "templates/pages/prose.html").read_text("utf-8")
    own = default.replace("{% block content %}", "{% block content %}<p>自己的样式</p>")
    assert own != default
    write_files(tmp_path, {"templates/pages/prose.html": own, "static/css/utilities/own.css": ".own { color: inherit }\n"})
    second = sitegen(installed, tmp_path, "build")
    assert second.returncode == 0, second.stdout + second.stderr
    assert "自己的样式" in (tmp_path / "build/about/index.html").read_text("utf-8")
    sheets = list((tmp_path / "build/assets").glob("*/site.css"))
    assert len(sheets) == 1
    assert ".own { color: inherit }" in sheets[0].read_text("utf-8")


def test_the_wheel_holds_no_content_and_no_tests(installed: Path) -> None:
    tops = {path.relative_to(installed).parts[0] for path in installed.rglob("*") if path.is_file()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"sitegen"}
    assert not list((installed / "sitegen").rglob("*.yaml")) or all(
        "theme" in path.parts for path in (installed / "sitegen").rglob("*.yaml")
    )
