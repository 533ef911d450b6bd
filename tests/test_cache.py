"""What a cache folder holds never changes what is built: not after any edit, not after damage, not from another version."""

import os
import pickle
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.build import build_site
from sitegen.cache import cached, installed_libraries, version_of
from sitegen.memo import Memo, NoMemo
from sitegen.problems import Problem, sort_problems
from sitegen.render.output import Output
from tests.conftest import ROOT, settings_for, silent, write_files
from tests.flow.edits import EDITS as CONTENT_EDITS
from tests.flow.edits import PORTAL, Edit, edited

BASE = (ROOT / "templates" / "base.html").read_text("utf-8")
OWN = "static/css/components/own.css"
EDITS: dict[str, tuple[Edit, ...]] = {
    "content": CONTENT_EDITS,
    "templates": (("templates/base.html", "内容截至", "资料截至"), ("templates/base.html", "跳到正文", "看正文")),
    "assets": ((OWN, "inherit", "initial"),),
    "code": (("package/a.py", "1", "2"), ("package/inner/b.py", "x", "y")),
    "libraries": (
        ("libraries/jinja2-3.1.6.dist-info/METADATA", "", "installed"), ("libraries/lunr-0.8.0.dist-info/METADATA", "", "installed"),
    ),
}  # fmt: skip
START = {
    **PORTAL,
    "templates/base.html": BASE,
    OWN: ".own { color: inherit }\n",
    "package/a.py": "VALUE = 1\n",
    "package/inner/b.py": "x = 0\n",
}
edits = st.sampled_from([edit for kind in EDITS.values() for edit in kind])


def build(folder: Path, memo: Memo) -> tuple[tuple[Output, ...], tuple[Problem, ...]]:
    own = settings_for(folder, templates=(folder / "templates", ROOT / "templates"), static=(folder / "static", ROOT / "static"))
    built = build_site(own, memo, silent)
    return built.outputs, sort_problems(built.warnings)


def version(folder: Path) -> str:
    return version_of(folder / "package", installed_libraries([str(folder / "libraries")]))


@settings(max_examples=6)
@given(st.lists(edits, min_size=1, max_size=3))
def test_builds_with_a_warm_folder_equal_clean_ones(sequence: list[Edit]) -> None:
    files = START
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_files(folder, files)
        with cached(folder / "cache", version(folder)) as memo:
            build(folder, memo)
        for edit in sequence:
            files = edited(folder, files, edit)
            with cached(folder / "cache", version(folder)) as memo:
                warm = build(folder, memo)
            assert warm == build(folder, NoMemo())
            assert len(list((folder / "cache").iterdir())) == 1


def kept(folder: Path, name: str, compute: Callable[[], object], number: str = "1") -> object:
    with cached(folder, number) as memo:
        return memo.get((name, "a"), compute)


def test_what_is_known_is_not_made_again_but_by_another_version(tmp_path: Path) -> None:
    one, two = Output("a", b"1"), Output("a", b"2")
    assert kept(tmp_path, "search", lambda: one) == one
    assert kept(tmp_path, "search", lambda: two) == one
    assert kept(tmp_path, "search", lambda: two, "2") == two
    assert kept(tmp_path, "search", lambda: one, "1") == one


def test_a_program_begun_anew_opens_the_search_that_was_kept(tmp_path: Path) -> None:
    """In a program of its own, which has loaded no more than a build has by then; making the search again would fail."""
    write_files(tmp_path, PORTAL)
    arguments = ["build", "--root", str(tmp_path), "--cache", str(tmp_path / "cache"), "--jobs", "1"]
    code = f"import sys, sitegen.build as build; from sitegen.cli import main; build._indexing = {{}}; main({arguments!r})"
    for indexing, status in (("None", 1), ("build._indexing", 0), ("None", 0)):
        done = subprocess.run([sys.executable, "-c", code.format(indexing)], timeout=300, check=False, capture_output=True)
        assert done.returncode == status


@pytest.mark.parametrize("kind", ["code", "libraries"])
def test_versions_tell_code_and_libraries_apart(kind: str, tmp_path: Path) -> None:
    write_files(tmp_path, START)
    versions = [version(tmp_path)]
    for path, old, new in EDITS[kind]:
        write_files(tmp_path, {path: START.get(path, "").replace(old, new) if old else new})
        versions.append(version(tmp_path))
    assert len(set(versions)) == 3


def test_what_was_not_asked_for_is_removed_and_a_failed_build_leaves_nothing(tmp_path: Path) -> None:
    with cached(tmp_path, "1") as memo:
        memo.get(("search", "a"), lambda: Output("a", b""))
        memo.get(("search", "b"), lambda: Output("b", b""))
    with cached(tmp_path, "1") as memo:
        memo.get(("search", "b"), lambda: Output("other", b""))
    with pytest.raises(ZeroDivisionError), cached(tmp_path, "1") as memo:
        memo.get(("search", "c"), lambda: Output("c", b""))
        memo.get(("search", "d"), lambda: 1 // 0)
    with closing(sqlite3.connect(tmp_path / "1.sqlite")) as database, database:
        assert len(database.execute("SELECT key FROM entries").fetchall()) == 1


def test_what_an_earlier_build_left_is_there_to_start_from(tmp_path: Path) -> None:
    kept(tmp_path, "said", lambda: Output("a", b"1"))
    kept(tmp_path, "reckoning", lambda: Output("b", b"2"))
    with cached(tmp_path, "1") as memo:
        assert list(memo.earlier("reckoning")) == [Output("b", b"2")]
        assert list(memo.earlier("said")) == []  # the second build did not ask for it
    with cached(tmp_path, "2") as memo:
        assert list(memo.earlier("reckoning")) == []


def test_damaged_files_and_entries_are_made_again(tmp_path: Path) -> None:
    good = Output("a", b"good")
    kept(tmp_path, "search", lambda: good)
    with closing(sqlite3.connect(tmp_path / "1.sqlite")) as database, database:
        ((entry,),) = database.execute("SELECT value FROM entries").fetchall()
        database.execute("UPDATE entries SET value = ?", (entry.replace(b"good", b"evil"),))
    assert kept(tmp_path, "search", lambda: good) == good
    assert kept(tmp_path, "search", lambda: Output("a", b"other")) == good
    for damage in (b"", b"no database", (tmp_path / "1.sqlite").read_bytes()[:700]):
        (tmp_path / "1.sqlite").write_bytes(damage)
        assert kept(tmp_path, "search", lambda: good) == good
    (tmp_path / "file").write_text("x")
    assert kept(tmp_path / "file", "search", lambda: good) == good


class Call:
    def __init__(self, *what: object) -> None:
        self.what = what

    def __reduce__(self) -> tuple[object, ...]:
        return self.what[0], self.what[1:]


@pytest.mark.parametrize("call", [(os.system, "touch touched"), (eval, "1+1"), (pickle.loads, b"")])
def test_an_entry_can_call_nothing(call: tuple[object, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    kept(tmp_path, "search", lambda: Call(*call))
    good = Output("a", b"good")
    assert kept(tmp_path, "search", lambda: good) == good
    assert not (tmp_path / "touched").exists()
