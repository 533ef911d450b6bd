"""The preview shows of every saved state just what a build would make of it, one page at a time."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.build import build_site, indexed, make_site
from sitegen.memo import Memo, NoMemo
from sitegen.preview import SEARCH, Preview
from sitegen.problems import Severity
from sitegen.render.output import Output
from sitegen.shelves import Hand
from tests.conftest import settings_for, silent, write_files
from tests.flow.edits import PORTAL, Edit, edited, edits

HEARD: list[str] = []


def previewed(folder: Path, files: dict[str, str]) -> Preview:
    write_files(folder, files)
    preview = Preview(settings_for(folder), HEARD.append)
    preview.begin()
    return preview


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(edits, min_size=1, max_size=4))
def test_pages_after_any_saves_are_those_of_a_clean_build(sequence: list[Edit]) -> None:
    files = PORTAL
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        preview = previewed(folder, files)
        for edit in sequence:
            files = edited(folder, files, edit)
            preview.look()
        clean = build_site(settings_for(folder), NoMemo(), silent).outputs
        pages = [output for output in clean if output.path.endswith(".html") and not output.path.startswith(SEARCH)]
        assert preview.saved
        assert [page.path for page in pages if preview.saved.file(page.path) != page.content] == []
        assert preview.saved.file("dong/1999/index.html") is None
        preview.complete(lambda: False)
        assert preview.files == {output.path: output for output in clean}


def test_a_mistake_leaves_the_last_good_pages_and_goes_by_itself(tmp_path: Path) -> None:
    files = PORTAL
    preview = previewed(tmp_path, files)
    good = preview.file("index.html")
    write_files(tmp_path, {"content/portal.yaml": files["content/portal.yaml"].replace("title", "titel").replace("desc", "decs")})
    preview.look()
    errors = [problem for problem in preview.problems if problem.severity is Severity.ERROR]
    assert [problem.code for problem in errors] == ["field-unknown", "field-unknown"]
    assert preview.file("index.html") == good
    write_files(tmp_path, {"content/portal.yaml": files["content/portal.yaml"].replace("样例门户", "甲门户")})
    number = preview.number
    preview.look()
    assert preview.problems == ()
    assert preview.number == number + 1
    assert "甲门户" in (preview.file("index.html") or b"").decode()


def test_a_link_that_leads_nowhere_is_found_in_the_next_pause_and_goes_with_the_next_save(tmp_path: Path) -> None:
    files = PORTAL
    preview = previewed(tmp_path, files)
    about = files["content/pages/about.md"]
    write_files(tmp_path, {"content/pages/about.md": about + "\n[去处](/nowhere/) [别处](/elsewhere/)\n"})
    preview.look()
    assert preview.problems == ()
    preview.complete(lambda: True)
    assert preview.problems == ()
    preview.complete(lambda: False)
    assert [problem.code for problem in preview.problems] == ["link-dead", "link-dead"]
    write_files(tmp_path, {"content/pages/about.md": about})
    preview.look()
    assert preview.problems == ()


class CountingMemo(Memo):
    """A memo that tells what it did not know."""

    def __init__(self) -> None:
        super().__init__()
        self.made: list[str] = []

    def _keep(self, key: str, value: object) -> None:
        if key not in self._previous:
            self.made.append(key.partition("/")[0])
        super()._keep(key, value)


class CountingHand(Hand):
    """A shelf that tells which files were laid on it."""

    laid: list[str]

    def lay(self, output: Output, fingerprint: str) -> Output:
        self.laid.append(output.path)
        return super().lay(output, fingerprint)


def counting(earlier: dict[str, Output]) -> CountingHand:
    hand = CountingHand(earlier)
    object.__setattr__(hand, "laid", [])
    return hand


def test_after_one_saved_word_only_what_differs_is_made(tmp_path: Path) -> None:
    files = PORTAL
    write_files(tmp_path, files)
    memo = CountingMemo()
    before = {output.path: output for output in build_site(settings_for(tmp_path), memo, silent).outputs}
    memo.made.clear()
    edited(tmp_path, files, ("content/plans/dong-2030.yaml", "公开预算决算信息。", "公开预算信息。"))
    hand = counting(before)
    after = make_site(settings_for(tmp_path), memo, silent, hand, indexed).outputs
    differing = {output.path for output in after if before.get(output.path) != output}
    pages = [output.path for output in after if output.path.endswith(".html")]
    assert [path for path in hand.laid if path in pages] == [path for path in pages if path in differing]
    assert len(differing & set(pages)) < len(pages) / 2
    assert {kind: memo.made.count(kind) for kind in ("parse", "texts", "plan", "templates", "assets")} == {
        "parse": 1, "texts": 1, "plan": 1, "templates": 0, "assets": 0,
    }  # fmt: skip
