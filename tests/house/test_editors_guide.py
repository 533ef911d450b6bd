"""The editors' guide is true: its tables say what the schema says, its examples load, its messages are those printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from click.testing import CliRunner
from pydantic import BaseModel

from sitegen.build import Built, build_site
from sitegen.cli import main
from sitegen.derive.wording import basis_label
from sitegen.load.rules.references import OWN_PAGES
from sitegen.load.schema import KINDS
from sitegen.load.schema.choices import CHINESE
from sitegen.memo import Memo, NoMemo
from sitegen.model import Basis, NoteKind, Plan
from sitegen.problems import ProblemsFound, Severity
from sitegen.source import Sources
from sitegen.understanding import read_documents, understand
from tests.conftest import settings_for, silent, write_files
from tests.house.refresh_readme import (
    ANSWERED,
    BLOCK,
    GUIDE,
    errors_of,
    examples,
    refreshed,
    sample_files,
    with_answers,
)
from tests.house.test_readme import options_of, targets_of_makefile, walk_commands

TEXT = GUIDE.read_text("utf-8")
FILES = sample_files(TEXT)
ROWS = [text for _, label, text in examples(TEXT) if label == "表里的行"]
HEAD = "id: yangli-2031\njurisdiction: yangli\nyear: 2031\nform: {form}\ntitle: 2031年样例区政务公开工作要点\n"
SECTION = "sections:\n  - number: 一、\n    title: 公开\n    items:\n"
ITEMS = (
    "      - {number: （一）, heading: 推进财政信息公开。, text: 公开预算。}\n"
    "      - {number: （二）, heading: 做好民生信息公开。, text: 公开养老服务政策。}\n"
)
TABLE = "table:\n  title: 任务分解表\n  columns: [序号, 工作任务, 具体要求, 责任单位, 完成时限]\n  rows:\n"


def indented(text: str, columns: int) -> str:
    return "".join(" " * columns + line for line in text.splitlines(keepends=True))


def plan_of(tmp_path: Path, text: str) -> Plan:
    """The plan that a text holds, beside the portal of the guide; fails where it has errors."""
    write_files(tmp_path, {**FILES, "content/plans/yangli-2031.yaml": text})
    documents = read_documents(tmp_path / "content", NoMemo())
    with Sources(documents).placing():
        portal = understand(documents, NoMemo()).portal
    return next(plan for plan in portal.plans if plan.id == "yangli-2031")


def plan_with_rows(tmp_path: Path, rows: str) -> Plan:
    return plan_of(tmp_path, HEAD.format(form="prose-and-table") + SECTION + ITEMS + TABLE + indented(rows, 4))


def table_after(heading: str) -> list[list[str]]:
    """Cells of the first table below a heading, without its head."""
    section = TEXT[
        TEXT.index(f"\n## {heading}\n") if f"\n## {heading}\n" in TEXT else TEXT.index(f"\n### {heading}\n") :
    ]
    table = re.search(r"(?:^\|.*\n)+", section, re.M)
    assert table is not None
    return [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in table[0].splitlines()[2:]]


# ---- fields ------------------------------------------------------------------------------------------------------


def test_generated_parts_are_what_the_program_says_now() -> None:
    assert with_answers(refreshed(TEXT)) == TEXT, "run: python -m tests.house.refresh_readme"


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from models_in(inner)


def records_of(model: type[BaseModel]) -> dict[str, dict[str, tuple[bool, str]]]:
    """Every record of a file by its description: its fields, whether they must be there, and what they mean."""
    found = {(model.__doc__ or "").strip(): {
        field.alias or name: (field.is_required(), field.description or "") for name, field in model.model_fields.items()
    }}  # fmt: skip
    for field in model.model_fields.values():
        for inner in models_in(field.annotation):
            found.update(records_of(inner))
    return found


def records_in_guide(block: str) -> dict[str, dict[str, tuple[bool, str]]]:
    found: dict[str, dict[str, tuple[bool, str]]] = {}
    for table in re.finditer(r"^(?:\*\*.*?\*\*：)?(?P<about>[^\n|]+)\n\n(?P<lines>(?:^\|.*\n)+)", block, re.M):
        cells = [
            [cell.strip() for cell in line.strip().strip("|").split("|")] for line in table["lines"].splitlines()[2:]
        ]
        found[table["about"]] = {name.strip("`"): (required == "是", about) for name, required, _, about in cells}
    return found


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_is_named_and_described_as_in_the_schema(kind: Any) -> None:
    block = next(match[0] for match in BLOCK.finditer(TEXT) if match[2] == f"fields-{kind.name}")
    described = records_in_guide(block)
    assert described == records_of(kind.model)
    assert all(meaning for fields in described.values() for _, meaning in fields.values())


def test_every_choice_of_a_field_is_listed() -> None:
    for choices in CHINESE.values():
        for name, label in choices.items():
            assert f"`{name}` {label}" in TEXT


def test_every_kind_of_note_has_its_use() -> None:
    assert {kind.strip("`"): label for kind, label, _ in table_after("说明的种类")} == CHINESE[NoteKind]
    assert all(use for _, _, use in table_after("说明的种类"))


# ---- examples ----------------------------------------------------------------------------------------------------


def test_the_complete_examples_are_a_portal_without_a_single_remark(tmp_path: Path) -> None:
    assert {kind.name for kind in KINDS if any(Path(path).match(f"content/{kind.pattern}") for path in FILES)} == {
        kind.name for kind in KINDS
    }
    write_files(tmp_path, FILES)
    built = build_site(settings_for(tmp_path), Memo(), silent)
    assert [(problem.code, problem.message) for problem in built.warnings] == []
    assert {"yangli/2029/item-2/index.html", "yangli/2030/task-3/index.html", "contact/index.html"} <= {
        output.path for output in built.outputs
    }


@pytest.mark.parametrize("text", [text for _, label, text in examples(TEXT) if label == "要点的一部分"])
def test_parts_of_a_plan_load_without_a_remark(text: str, tmp_path: Path) -> None:
    plan = plan_of(tmp_path, HEAD.format(form="prose") + text + SECTION + ITEMS)
    assert plan.document.contact or plan.review


def test_a_telephone_number_needs_its_reason(tmp_path: Path) -> None:
    part = next(text for _, label, text in examples(TEXT) if label == "要点的一部分" and "contact" in text)
    unregistered = part[: part.index("allowed_personal")]
    write_files(
        tmp_path,
        {**FILES, "content/plans/yangli-2031.yaml": HEAD.format(form="prose") + unregistered + SECTION + ITEMS},
    )
    with pytest.raises(ProblemsFound) as found:
        understand(read_documents(tmp_path / "content", NoMemo()), NoMemo())
    errors = [problem for problem in found.value.problems if problem.severity is Severity.ERROR]
    assert [problem.code for problem in errors] == ["personal-data"]
    assert "66000000" not in errors[0].message + errors[0].hint


@pytest.mark.parametrize(
    ("path", "text"), [(label[2:], text) for _, label, text in examples(TEXT) if label.startswith("对 ")]
)
def test_what_the_guide_calls_right_has_no_error(path: str, text: str) -> None:
    assert [problem.message for problem in errors_of({**FILES, path: text})] == []


def test_what_the_guide_calls_wrong_is_answered_beside_it() -> None:
    wrong = [label for _, label, _ in examples(TEXT) if label.startswith("错 ")]
    answered = [match[4] for match in ANSWERED.finditer(TEXT)]
    assert len(answered) == len(wrong) > 10
    codes = set(re.findall(r": 错误 ([a-z-]+): ", "".join(answered)))
    assert codes >= {
        "yaml-wide-colon", "yaml-colon-space", "yaml-tab", "yaml-wide-space", "yaml-list-dash", "yaml-key-duplicate",
        "yaml-colon-in-text", "yaml-quote", "yaml-wide-comma", "date-format", "date-impossible", "field-unknown",
        "choice-unknown", "id-format", "definition-not-found",
    }  # fmt: skip


def test_a_file_in_gbk_is_answered_as_the_guide_says(tmp_path: Path) -> None:
    write_files(tmp_path, {**FILES, "content/glossary.yaml": "terms: []\n"})
    (tmp_path / "content" / "portal.yaml").write_bytes("title: 样例区政务公开\ndescription: 只作样例。\n".encode("gbk"))
    with pytest.raises(ProblemsFound) as found:
        understand(read_documents(tmp_path / "content", NoMemo()), NoMemo())
    assert [problem.code for problem in found.value.problems] == ["file-encoding"]
    assert f"“{found.value.problems[0].message}”" in TEXT


def test_merged_cells_read_as_the_row_they_continue(tmp_path: Path) -> None:
    first, second = plan_with_rows(tmp_path, ROWS[0]).tasks
    assert (second.units.basis, second.units.inherited_from, second.units.source) == (Basis.INHERITED, "1", "")
    assert second.units.mentions == first.units.mentions
    assert second.deadline.terms == first.deadline.terms
    assert second.placement is not None and second.placement.basis is Basis.INHERITED


def test_an_assigned_reading_keeps_the_words_and_the_reason(tmp_path: Path) -> None:
    (task,) = plan_with_rows(tmp_path, ROWS[1]).tasks
    assert (task.units.basis, task.units.source) == (Basis.ASSIGNED, "财政")
    assert [mention.id for mention in task.units.mentions] == ["yangli/caizheng-ju"]
    assert task.placement is not None and task.placement.basis is Basis.ASSIGNED


def test_a_source_error_is_not_read(tmp_path: Path) -> None:
    (task,) = plan_with_rows(tmp_path, ROWS[2]).tasks
    assert (task.deadline.basis, task.deadline.source) == (Basis.SOURCE_ERROR, "区财政局")
    assert [term.end for term in task.deadline.terms] == [None]
    assert [note.kind for note in task.notes] == [NoteKind.SOURCE_ERROR]


def test_traces_of_layout_are_kept_beside_the_words(tmp_path: Path) -> None:
    (task,) = plan_with_rows(tmp_path, ROWS[3]).tasks
    assert (task.deadline.source, task.deadline.printed) == ("全年，长期坚持", "全年，长期\n坚持")
    assert len(ROWS) == 4


def test_mentions_are_found_beside_the_bracket(tmp_path: Path) -> None:
    item, _ = [text for _, label, text in examples(TEXT) if label == "条"]
    (task,) = plan_of(tmp_path, HEAD.format(form="prose") + SECTION + indented(item, 6)).tasks
    assert [mention.id for units in (task.units, *task.mentioned_units) for mention in units.mentions] == [
        "yangli/zhengfu-bangongshi", "yangli/zhengfu-bangongshi", "yangli/gejiedao",
    ]  # fmt: skip
    assert [term.kind for deadline in task.mentioned_deadlines for term in deadline.terms] == ["recurring"]


def test_deadlines_are_read_from_brackets(tmp_path: Path) -> None:
    _, item = [text for _, label, text in examples(TEXT) if label == "条"]
    tasks = plan_of(tmp_path, HEAD.format(form="prose") + SECTION + indented(item, 6)).tasks
    assert [task.deadline.words for task in tasks] == ["2029年10月底前", "长期坚持"]
    assert [[(mention.name, mention.role) for mention in task.units.mentions] for task in tasks] == [
        [("区财政局", "responsible")], [("区民政局", "lead"), ("各街道办事处", "support")],
    ]  # fmt: skip


def test_each_way_to_fill_a_cell_gives_the_ground_that_the_guide_names(tmp_path: Path) -> None:
    cells = table_after("原文、读法、依据")
    rows = "- {number: 1, item: item-1, text: 公开预算。, units: 区财政局}\n"
    for number, (_, how, _) in enumerate(cells, 2):
        cell = how.strip("`") if how.startswith("`") else ""
        rows += f"- number: {number}\n  item: item-1\n  text: 公开预算。\n" + (f"  {cell}\n" if cell else "")
    rows += f"- number: {len(cells) + 2}\n  item: item-1\n  text: 公开预算。\n  units:\n"
    tasks = plan_with_rows(tmp_path, rows).tasks[1:]
    grounds = []
    for task, (_, how, _) in zip(tasks, cells, strict=False):
        value = task.deadline if how.startswith("`deadline") else task.units
        grounds.append(basis_label(value.basis, value.inherited_from, value.reason))
    assert grounds == [ground for _, _, ground in cells]
    assert tasks[-1].units.basis is Basis.NOT_STATED


# ---- readings ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", table_after("本站怎样读完成时限"), ids=lambda row: row[0])
def test_a_deadline_is_read_as_the_guide_says(row: list[str]) -> None:
    words, year, reading = row
    result = CliRunner().invoke(main, ["read", "deadline", words, "--year", year])
    assert (result.exit_code, result.output.strip()) == (0, reading)


@pytest.mark.parametrize("row", table_after("本站怎样读责任单位"), ids=lambda row: row[0])
def test_units_are_read_as_the_guide_says(row: list[str], tmp_path: Path) -> None:
    write_files(tmp_path, FILES)
    words, reading = row
    result = CliRunner().invoke(main, ["read", "units", words, "--jurisdiction", "yangli", "--root", str(tmp_path)])
    first, *near = result.output.splitlines()  # under the reading, what is registered under a name like it
    assert (result.exit_code, first) == (0, reading)
    assert all("登记过的相近名称：" in line for line in near)


# ---- ids, commands, links ----------------------------------------------------------------------------------------


def test_addresses_of_the_table_of_ids_exist(real_site: Built) -> None:
    pages = {output.path: output.content.decode() for output in real_site.outputs if output.path.endswith(".html")}
    addresses = [address.strip("`") for _, _, address in table_after("永久编号")]
    assert len(addresses) == 8
    for address in addresses:
        path, _, fragment = address.removeprefix("/").partition("#")
        assert f"{path}index.html" in pages
        assert not fragment or f'id="{fragment}"' in pages[f"{path}index.html"]


def test_reserved_names_are_those_of_the_program() -> None:
    line = next(line for line in TEXT.splitlines() if "本站自己要用" in line)
    assert sorted(re.findall(r"`([^`]+)`", line)) == sorted(OWN_PAGES)


def test_commands_and_targets_exist() -> None:
    commands = dict(walk_commands(main))
    for line in re.findall(r"^sitegen .*|(?<=`)sitegen [^`]+(?=`)", TEXT, re.M):
        words = line.split()[1:]
        name = " ".join(words[:2]) if " ".join(words[:2]) in commands else words[0]
        assert name in commands, line
        assert set(re.findall(r"--[a-z-]+", line)) <= options_of(commands[name]), line
    assert set(re.findall(r"\bmake (\w+)", TEXT)) <= targets_of_makefile()


def test_the_new_commands_do_what_the_guide_shows(tmp_path: Path) -> None:
    lines = re.findall(r"^sitegen (new .*)$", TEXT, re.M)
    assert len(lines) == 3
    kept = ("portal", "jurisdictions", "units")
    write_files(tmp_path, {path: text for path, text in FILES.items() if path.split("/")[1].split(".")[0] in kept})
    plan = FILES["content/plans/yangli-2029.yaml"]
    write_files(tmp_path, {"content/plans/yangli-2029.yaml": plan})
    for line in lines:
        result = CliRunner().invoke(main, [*line.split(), "--root", str(tmp_path)])
        assert result.exit_code == 0, result.output
    portal = understand(read_documents(tmp_path / "content", NoMemo()), NoMemo()).portal
    assert {plan.id for plan in portal.plans} == {"yangli-2029", "yangli-2030"}
    assert "区审计局" in {unit.name for unit in portal.units}
    assert [page.key for page in portal.prose] == ["contact"]


def test_links_inside_the_guide_lead_to_headings() -> None:
    prose = re.sub(r"^```.*?^```$", "", TEXT, flags=re.M | re.S)
    headings = re.findall(r"^#+ (.*)$", prose, re.M)
    anchors = {re.sub(r"[^\w\- ]", "", heading).lower().replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", prose)) <= anchors
