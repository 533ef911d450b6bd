"""README is true: every command, option, target, code, path, room and dependency that it names exists, and the reverse."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click

import sitegen
from sitegen.baseline import BASELINE_CODES
from sitegen.build import Built
from sitegen.cli import main
from sitegen.derive.wording import deadline_sentence
from sitegen.load.codes import CODES
from sitegen.memo import NoMemo
from sitegen.model import Basis, Task
from sitegen.problems import ProblemsFound, Severity, format_text
from sitegen.render.output import Output
from sitegen.source import Sources
from sitegen.understanding import read_documents, understand
from sitegen.verify import Ways, see_page, verify_site
from sitegen.verify.codes import SITE_CODES
from tests.conftest import ROOT
from tests.house.refresh_readme import README, refreshed, undefined_codes

TEXT = README.read_text("utf-8")
CODE_SPANS = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
PROSE = re.sub(r"^```.*?^```$", "", TEXT, flags=re.M | re.S)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
DOCUMENT = "content/plans/huaiyin-2023.yaml"
PICTURES_LIMIT = 300_000


def walk_commands(command: click.Command, name: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command that does something, by the words that call it."""
    if isinstance(command, click.Group):
        for sub, inner in command.commands.items():
            yield from walk_commands(inner, f"{name} {sub}".strip())
    else:
        yield name, command


def options_of(command: click.Command) -> set[str]:
    """Long names of a command's options."""
    return {option for parameter in command.params if isinstance(parameter, click.Option) for option in parameter.opts}


def targets_of_makefile() -> set[str]:
    """Targets of the Makefile that are called by name."""
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))


def rows_of(head: str) -> list[list[str]]:
    """Cells of the tables whose first line begins so."""
    tables = re.findall(rf"^\| {re.escape(head)} .*\n\|[-|]+\n((?:^\|.*\n)+)", TEXT, re.M)
    return [
        [cell.strip() for cell in line.strip().strip("|").split(" | ")]
        for table in tables
        for line in table.splitlines()
    ]


def test_generated_tables_are_what_the_code_says_now() -> None:
    assert refreshed(TEXT) == TEXT, "run: python -m tests.house.refresh_readme"


def test_commands_arguments_and_options_are_those_of_click() -> None:
    told = {row[0].strip("`").removeprefix("sitegen "): set(CODE_SPANS.findall(row[2])) for row in rows_of("command")}
    real: dict[str, set[str]] = {}
    for name, command in walk_commands(main):
        arguments = [
            parameter.human_readable_name for parameter in command.params if isinstance(parameter, click.Argument)
        ]
        real[" ".join((name, *arguments))] = options_of(command)
    assert told == real


def test_every_option_named_anywhere_exists() -> None:
    known = {option for _, command in walk_commands(main) for option in options_of(command)}
    outside = re.sub(r"^python .*$", "", TEXT, flags=re.M)
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", outside)) - known <= {"--version", "--help"}


def test_make_targets_named_are_those_of_the_makefile() -> None:
    assert set(re.findall(r"\bmake ([a-z-]+)", TEXT)) == targets_of_makefile()


def test_every_room_is_on_the_map() -> None:
    told = {name for row in rows_of("room") if len(row) == 2 for name in CODE_SPANS.findall(row[0])}
    folder = Path(sitegen.__file__).parent
    modules = {path.stem for path in folder.glob("*.py")} | {path.parent.name for path in folder.glob("*/__init__.py")}
    assert told == modules - {"__init__"}
    layers = PROJECT["tool"]["importlinter"]["contracts"][0]["layers"]
    assert told == {room for layer in layers for room in layer.split(" | ")}


def test_paths_named_exist_in_the_project_or_on_the_site(real_site: Built) -> None:
    site = {output.path for output in real_site.outputs}
    for path in CODE_SPANS.findall(PROSE):
        if "/" not in path or " " in path or path.startswith(("http", "/")):
            continue
        on_site = any(output.startswith(path) or Path(output).match(path) for output in site)
        assert on_site or any(ROOT.glob(path.rstrip("/"))), path
    for path in re.findall(r"\]\(([^)#]+)\)|src=\"([^\"]+)\"", PROSE):
        target = "".join(path)
        assert target.startswith("http") or (ROOT / target).is_file(), target


def test_pictures_are_small_and_described() -> None:
    pictures = re.findall(r"<img src=\"([^\"]+)\" alt=\"([^\"]+)\"", TEXT)
    assert len(pictures) == 2
    assert all(alt for _, alt in pictures)
    assert sum(path.stat().st_size for path in (ROOT / ".github" / "screenshots").iterdir()) <= PICTURES_LIMIT


def test_dependencies_are_those_of_the_project() -> None:
    def names(requirements: list[str]) -> set[str]:
        return {re.split(r"[<>=]", requirement)[0] for requirement in requirements}

    assert {row[0].strip("`") for row in rows_of("package")} == names(PROJECT["project"]["dependencies"])
    assert all(row[1] for row in rows_of("package"))
    (paragraph,) = re.findall(r"^For tests: (.*?)Vendored", TEXT, re.M | re.S)
    assert set(CODE_SPANS.findall(paragraph)) == names(PROJECT["dependency-groups"]["test"])


def test_codes_met_in_messages_are_in_the_tables(tmp_path: Path) -> None:
    """Problems of every room, earned by a bad portal and a bad page, have their codes in README."""
    assert undefined_codes() == {}
    listed = {code.code for code in (*CODES, *SITE_CODES, *BASELINE_CODES)}
    assert len(listed) == len(CODES) + len(SITE_CODES) + len(BASELINE_CODES)
    (tmp_path / "content" / "pages").mkdir(parents=True)
    for name, text in {
        "portal.yaml": "title：门户\n*a: 1\n",
        "glossary.yaml": "terms:\n  - {idd: x}\n",
        "pages/a.md": "x",
    }.items():
        (tmp_path / "content" / name).write_text(text, "utf-8")
    found = [problem for document in read_documents(tmp_path / "content", NoMemo()) for problem in document.problems]
    (tmp_path / "content" / "portal.yaml").unlink()
    (tmp_path / "content" / "pages" / "a.md").unlink()
    try:
        understand(read_documents(tmp_path / "content", NoMemo()), NoMemo())
    except ProblemsFound as refused:
        found += refused.problems
    page = Output("index.html", b"<h2>x</h2><a href='/none/'></a><table></table>")
    found += verify_site([page.path], [see_page(page, Ways("/"))])
    codes = {problem.code for problem in found}
    assert {
        "yaml-wide-colon",
        "front-matter-missing",
        "field-unknown",
        "portal-missing",
        "link-dead",
        "table-unnamed",
    } <= codes
    assert codes <= listed
    severities = {code.code: code.severity for code in (*CODES, *SITE_CODES, *BASELINE_CODES)}
    assert [problem for problem in found if problem.severity is not severities[problem.code]] == []
    assert {code for code in listed if f"`{code}`" not in TEXT} == set()


def row_12(text: str) -> Task:
    """Row 12 of the README's document after its text was changed."""
    documents = [document for document in read_documents(ROOT / "content", NoMemo()) if document.file != DOCUMENT]
    documents.append(_document(text))
    with Sources(documents).placing():
        portal = understand(tuple(documents), NoMemo()).portal
    return next(task for plan in portal.plans for task in plan.tasks if task.id == "huaiyin-2023/task-12")


def _document(text: str):
    from sitegen.source import SourceFile, parse_yaml

    return parse_yaml(SourceFile(DOCUMENT, text.encode()))


def test_the_changed_line_does_what_readme_says() -> None:
    (diff,) = re.findall(r"^```diff\n(.*?)^```$", TEXT, re.M | re.S)
    before, after = ([line[1:] for line in diff.splitlines() if line[0] in f" {sign}"] for sign in "-+")
    now = (ROOT / DOCUMENT).read_text("utf-8")
    row = now[now.index("    - number: 12\n") : now.index("    - number: 13\n")]
    assert [line for line in row.splitlines() if line in after] == after
    old = now.replace(row, row.replace(after[-1], before[-1]))
    assert old != now
    was, became = row_12(old).deadline, row_12(now).deadline
    assert (was.basis, deadline_sentence(was)) == (Basis.UNKNOWN, "原表这一格空白，不作推断。")
    assert (became.basis, became.source, became.inherited_from) == (Basis.INHERITED, "", "10")
    assert deadline_sentence(became).startswith("2023年全年")
    assert "“原表这一格空白，不作推断。”" in TEXT and "承接自第10行（合并单元格）" in TEXT


def test_the_slip_is_answered_as_readme_shows() -> None:
    (shown,) = re.findall(r"^```text\n(content/plans/.*?)^```$", TEXT, re.M | re.S)
    now = (ROOT / DOCUMENT).read_text("utf-8")
    row = now[now.index("    - number: 12\n") : now.index("    - number: 13\n")]
    try:
        row_12(
            now.replace(
                row,
                row.replace('deadline: {text: "", inherited_from: 10}', 'deadline: {text: "", inherited_from: 110}'),
            )
        )
    except ProblemsFound as found:
        errors = [problem for problem in found.problems if problem.severity is Severity.ERROR]
        assert format_text(errors) + "\n" == shown
    else:
        raise AssertionError("the slip was not found")
