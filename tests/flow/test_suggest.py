"""What ``sitegen suggest`` prints can be kept as it is: a file of links that loads, in the right order, with known ids."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.cli import main
from sitegen.load.portal import Loaded
from sitegen.model import LinkSetKind
from tests.conftest import unpack, write_files
from tests.derive.years_portal import BUDGET, PLACES, TRAINING, plan

PORTAL = (
    PLACES
    + plan("dong", 2028, (BUDGET, "区财政局"), (TRAINING, "区财政局"))
    + plan("dong", 2030, (BUDGET, "区财政局"))
    + plan("shi", 2030, (BUDGET, "市财政局"))
    + plan("xi", 2030, (BUDGET, "区财政局"), (TRAINING, "区财政局"))
)


@pytest.fixture
def root(tmp_path: Path) -> str:
    write_files(tmp_path, unpack(PORTAL))
    return str(tmp_path)


@pytest.mark.parametrize(
    ("asked", "kind", "order", "relations"),
    [
        (("dong-2030", "dong-2028"), LinkSetKind.YEARS, ("dong-2028", "dong-2030"), {"continued"}),
        (("dong-2030", "shi-2030"), LinkSetKind.LEVELS, ("shi-2030", "dong-2030"), {"carries-out"}),
        (("xi-2030", "dong-2030", "--same-source"), LinkSetKind.SIBLINGS, ("xi-2030", "dong-2030"), {"same-source"}),
    ],
)
def test_the_file_loads_without_an_error(
    root: str, load_text: Callable[[str], Loaded], asked: tuple[str, ...], kind: LinkSetKind, order: tuple[str, str],
    relations: set[str],
) -> None:  # fmt: skip
    printed = CliRunner().invoke(main, ["suggest", *asked, "--root", root])
    assert printed.exit_code == 0
    swapped = f"较早或上级的写在 from：{order[0]} → {order[1]}\n" if asked[:2] != order else ""
    assert printed.stderr == swapped
    (links,) = load_text(PORTAL + f"-- content/links/a.yaml --\n{printed.stdout}").portal.link_sets
    assert (links.kind, (links.from_plan, links.to_plan)) == (kind, order)
    assert {str(link.relation) for link in links.links} == relations
    assert (f"{order[0]}/task-1",) in [link.from_ids for link in links.links]


def test_json_holds_the_ids_of_the_open_data_in_the_order_asked_for(root: str) -> None:
    for asked in (("dong-2030", "dong-2028"), ("dong-2028", "dong-2030")):
        printed = CliRunner().invoke(main, ["suggest", *asked, "--json", "--root", root])
        (one,) = json.loads(printed.stdout)
        assert (one["from"], one["to"]) == (f"{asked[0]}/task-1", f"{asked[1]}/task-1")
        assert (one["relation"], one["phrases"]) == ("continued", [BUDGET])
        assert 0 < one["score"] <= 1


@pytest.mark.parametrize("asked", [("xi-2030", "dong-2030"), ("dong-2028", "xi-2030")])
def test_nothing_is_carried_out_between_places_of_which_neither_lies_above_the_other(
    root: str, asked: tuple[str, str]
) -> None:
    printed = CliRunner().invoke(main, ["suggest", *asked, "--json", "--root", root])
    assert (printed.exit_code, json.loads(printed.stdout)) == (0, [])
    assert printed.stderr == "两地互不隶属，没有承接可以提示；要看同源表述，加 --same-source。\n"
    told = CliRunner().invoke(main, ["suggest", *asked, "--json", "--same-source", "--root", root])
    assert {one["relation"] for one in json.loads(told.stdout)} == {"same-source"}
    assert told.stderr == ""


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (("dong-2030", "dong-2030"), "这份文件没有正文和任务表两部分"),
        (("dong-2028", "xi-2030"), "这两份之间不声明对照关系"),
        (("dong-2028", "dong-2003"), "没有收录“dong-2003”；是不是“dong-2030”？"),
    ],
)
def test_pairs_that_no_link_file_is_for_are_refused(root: str, asked: tuple[str, str], words: str) -> None:
    printed = CliRunner().invoke(main, ["suggest", *asked, "--root", root])
    assert printed.exit_code == 2
    assert words in printed.stderr


def test_of_a_place_without_a_registered_superior_the_texts_alone_decide(tmp_path: Path) -> None:
    registry = "jurisdictions:\n"
    alone = registry + "  - {id: yuan, name: 远市, level: city}\n"
    write_files(tmp_path, unpack(PORTAL.replace(registry, alone, 1) + plan("yuan", 2030, (BUDGET, "市财政局"))))
    printed = CliRunner().invoke(main, ["suggest", "dong-2030", "yuan-2030", "--json", "--root", str(tmp_path)])
    assert printed.exit_code == 0, printed.output
    assert [(one["from"], one["to"]) for one in json.loads(printed.stdout)] == [("dong-2030/task-1", "yuan-2030/task-1")]
