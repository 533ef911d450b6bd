"""Plans that share a title, as two versions of one document do, are told apart in what pages are called; none is renamed."""

from __future__ import annotations

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from sitegen.build import build_site
from sitegen.memo import Memo
from tests.conftest import settings_for, silent, unpack, write_files
from tests.derive.years_portal import BUDGET, PLACES, TRAINING, plan

TITLE = "2030年政务公开工作要点"


def prose(key: str, text: str) -> str:
    """A version of the plan of 东样区 in prose."""
    return (
        f"-- content/plans/dong-2030-{key}.yaml --\nid: dong-2030-{key}\njurisdiction: dong\nyear: 2030\nform: prose\n"
        f"title: {TITLE}\nsections:\n  - number: 一、\n    title: 公开\n    items:\n"
        f"      - {{number: （一）, heading: 做好公开, text: {text}}}\n"
    )


def test_two_versions_and_another_place_under_one_title_make_a_site(tmp_path: Path) -> None:
    west = plan("xi", 2030, (BUDGET, "区财政局")).replace("title: 2030年xi任务分解表", f"title: {TITLE}")
    write_files(tmp_path, unpack(PLACES + prose("first", BUDGET) + prose("second", BUDGET + TRAINING) + west))
    files = {file.path: LexborHTMLParser(file.content) for file in build_site(settings_for(tmp_path), Memo(), silent).outputs}

    def called(path: str) -> tuple[str, str]:
        title, heading = files[path].css_first("head > title"), files[path].css_first("h1")
        assert title is not None
        assert heading is not None
        return title.text(strip=True).partition(" · ")[0], heading.text(strip=True)

    assert called("dong/2030-first/index.html") == (f"{TITLE}（样例市东样区2030-first）", TITLE)
    assert called("dong/2030-second/index.html") == (f"{TITLE}（样例市东样区2030-second）", TITLE)
    assert called("xi/2030/index.html") == (f"{TITLE}（样例市西样区）", TITLE)
    item, _ = called("dong/2030-second/item-1/index.html")
    assert item == f"（一）做好公开（{TITLE}（样例市东样区2030-second））"
