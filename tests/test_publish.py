"""Publishing: only what differs is written, stale pages go, foreign files stay, nothing is half done."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.publish import (
    ANOTHER_BUILD,
    MANIFEST,
    STAGING,
    ForeignFileError,
    Published,
    Staged,
    Staging,
    WriteError,
    publish,
    staging,
)
from sitegen.render.output import Output


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


def test_unchanged_files_are_not_touched_and_stale_ones_go(tmp_path: Path) -> None:
    first = publish([Output("a/index.html", b"1"), Output("b/c.ics", b"2")], tmp_path)
    assert first == Published(written=2, unchanged=0, removed=0)
    before = (tmp_path / "a/index.html").stat().st_mtime_ns
    second = publish([Output("a/index.html", b"1"), Output("d.txt", b"3")], tmp_path)
    assert second == Published(written=1, unchanged=1, removed=1)
    assert (tmp_path / "a/index.html").stat().st_mtime_ns == before
    assert tree(tmp_path) == {"a/index.html": b"1", "d.txt": b"3"}
    assert not (tmp_path / "b").exists()


def test_foreign_files_stay_and_are_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "CNAME").write_bytes(b"example")
    publish([Output("index.html", b"1")], tmp_path)
    assert tree(tmp_path) == {"CNAME": b"example", "index.html": b"1"}
    with pytest.raises(ForeignFileError) as refused:
        publish([Output("index.html", b"2"), Output("CNAME", b"mine")], tmp_path)
    assert refused.value.path == tmp_path / "CNAME"
    assert tree(tmp_path) == {"CNAME": b"example", "index.html": b"1"}


def test_a_killed_build_leaves_whole_files_and_the_next_one_cleans_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish([Output("a.html", b"old"), Output("b.html", b"old")], tmp_path)
    real = Path.replace

    def die(self: Path, target: Path) -> Path:
        if Path(target).name == "c.html":
            raise KeyboardInterrupt
        return real(self, target)

    monkeypatch.setattr(Path, "replace", die)
    with pytest.raises(KeyboardInterrupt):
        publish([Output("a.html", b"new"), Output("c.html", b"new")], tmp_path)
    monkeypatch.undo()
    assert {name: content for name, content in tree(tmp_path).items() if name.endswith(".html")} == {
        "a.html": b"new",
        "b.html": b"old",
    }
    publish([Output("a.html", b"new")], tmp_path)
    assert tree(tmp_path) == {"a.html": b"new"}


def test_nothing_is_published_before_all_is_laid_out_and_what_was_not_published_goes(tmp_path: Path) -> None:
    publish([Output("a/b.html", b"old"), Output("c.html", b"old")], tmp_path)
    before = tree(tmp_path)
    with pytest.raises(ZeroDivisionError), staging(tmp_path) as staged:
        laid = [staged.lay(one, one.fingerprint) for one in (Output("a/b.html", b"new"), Output("c.html", b"old"), Output("d/e.html", b"new"))]
        assert [one.same for one in laid] == [False, True, False]
        assert {name: content for name, content in tree(tmp_path).items() if not name.startswith(STAGING)} == before
        raise ZeroDivisionError
    assert tree(tmp_path) == before
    with pytest.raises(ZeroDivisionError), staging(tmp_path / "new") as staged:
        staged.lay(Output("a", b"1"), "")
        raise ZeroDivisionError
    assert not (tmp_path / "new").exists()


def test_two_builds_at_once_never_mix(tmp_path: Path) -> None:
    """The later one begins while the earlier is at work: it alone is published, whichever ends first."""
    publish([Output("a.html", b"old"), Output("b.html", b"old")], tmp_path)
    before = tree(tmp_path)
    with staging(tmp_path) as staged:
        earlier = [staged.lay(one, one.fingerprint) for one in (Output("a.html", b"1"), Output("b.html", b"1"))]
        later = Staging(tmp_path, tmp_path / STAGING / "another")
        shutil.rmtree(tmp_path / STAGING)
        laid = [later.lay(one, one.fingerprint) for one in (Output("a.html", b"2"), Output("b.html", b"2"))]
        with pytest.raises(WriteError) as refused:
            staged.publish(earlier)
        assert (refused.value.path, refused.value.reason) == (str(tmp_path), ANOTHER_BUILD)
        assert {name: content for name, content in tree(tmp_path).items() if not name.startswith(STAGING)} == before
    assert later.publish(laid) == Published(written=2, unchanged=0, removed=0)
    assert {name: content for name, content in tree(tmp_path).items() if not name.startswith(STAGING)} == {"a.html": b"2", "b.html": b"2"}


def test_a_published_file_is_found_by_its_bytes_only(tmp_path: Path) -> None:
    good, bad = Output("a.html", b"1"), Output("a.html", b"2")
    publish([good], tmp_path)
    with staging(tmp_path) as staged:
        assert staged.find("a.html", good.fingerprint) == Staged("a.html", good.fingerprint, same=True)
        assert staged.find("a.html", bad.fingerprint) is None
        assert staged.find("b.html", good.fingerprint) is None
        (tmp_path / "a.html").write_bytes(b"somebody")
        assert staged.find("a.html", good.fingerprint) is None


def test_a_folder_that_cannot_be_written_is_told_with_its_path(tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"mine")
    for folder in (tmp_path / "taken", tmp_path / "taken" / "below"):
        with pytest.raises(WriteError) as refused:
            publish([Output("index.html", b"1")], folder)
        assert str(tmp_path / "taken") in refused.value.path
    assert tree(tmp_path) == {"taken": b"mine"}


def test_a_manifest_that_points_outside_removes_nothing_there(tmp_path: Path) -> None:
    outside = tmp_path / "keep.txt"
    outside.write_bytes(b"mine")
    folder = tmp_path / "build"
    folder.mkdir()
    (folder / MANIFEST).write_text('{"files": {"../keep.txt": "", "gone.html": ""}}')
    publish([Output("index.html", b"1")], folder)
    assert outside.read_bytes() == b"mine"


paths = st.sampled_from(["a", "b/c", "b/d", "e/f/g", "h"])
sites = st.dictionaries(paths, st.binary(max_size=3))


@given(sequence=st.lists(sites, min_size=1, max_size=4))
def test_after_any_sequence_of_builds_the_folder_holds_the_last_one(
    sequence: list[dict[str, bytes]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("site")
    for site in sequence:
        publish([Output(path, content) for path, content in site.items()], folder)
    assert tree(folder) == sequence[-1]
