"""Files of a portal damaged at random, as keyboards, merges and programs damage them: a site or problems, nothing else."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen.build import build_site
from sitegen.memo import Memo, NoMemo
from sitegen.position import Span
from sitegen.problems import Problem, ProblemsFound, format_github, format_json, format_text
from sitegen.source import MarkdownDocument, SourceFile, Sources, YamlDocument, parse_markdown, parse_yaml
from sitegen.understanding import understand
from tests.conftest import SOON, settings_for, silent, write_files
from tests.flow.hostile_portal import portal_values

SYMBOLS = (
    "\t", " ", "　", "：", ":", ": ", "- ", "-", '"', "'", "[", "]", "{", "}", ",", "，", "|", ">", "#", " #", "&a ", "*a", "!t ",
    "<<: *a", "?", "%", "@", "`", "~", "\\", "\n", "\n\n", "\r", "\n---\n", "\n...\n", "\n  ", "\n\t", "\ufeff", "\u200b", "\u2028",
    "\x00", "\ufffd", "﹣", "null", "no", "012", "12:30", "3.10", "1e999", "2030-02-30", "9" * 400, "乙" * 1200, "[" * 200, "𠮷",
    "每季度", "印发后20个工作日内", "区财政局、", "等", "](", "<b>", "{{ x }}",
)  # fmt: skip


def typed_files() -> dict[str, str]:
    """A portal with a file of every kind, line by line as editors type."""
    marks = (f"{number}号甲乙丙" for number in range(10_000))
    values = portal_values(lambda: next(marks))
    files = {path: yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=200) for path, value in values.items()}
    files["content/pages/about.md"] = f"---\n{files['content/pages/about.md']}---\n一段**文字**。\n\n- [链接](/dong/)\n"
    return files


FILES = typed_files()


def parsed(path: str, data: bytes) -> YamlDocument | MarkdownDocument:
    return (parse_markdown if path.endswith(".md") else parse_yaml)(SourceFile(path, data))


DOCUMENTS = {path: parsed(path, text.encode()) for path, text in FILES.items()}


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file of the portal and its bytes after one to four slips of the hand."""
    path = draw(st.sampled_from(sorted(FILES)))
    text = FILES[path]
    for _ in range(draw(st.integers(1, 4))):
        text = draw(st.sampled_from((_typed, _left_out, _lines_moved, _shifted)))(draw, text)
    data = text.encode("utf-8", "surrogatepass")
    if draw(st.integers(0, 9)) == 0:
        at = draw(st.integers(0, len(data)))
        data = data[:at] + draw(st.binary(max_size=6)) + data[at + draw(st.integers(0, 3)) :]
    return path, data


def _typed(draw: st.DrawFn, text: str) -> str:
    at = draw(st.integers(0, len(text)))
    typed = draw(st.sampled_from(SYMBOLS) | st.text(st.characters(codec="utf-8"), max_size=5))
    return text[:at] + typed + text[at + draw(st.integers(0, 3)) :]


def _left_out(draw: st.DrawFn, text: str) -> str:
    at = draw(st.integers(0, len(text)))
    return text[:at] + text[at + draw(st.integers(1, 40)) :]


def _lines_moved(draw: st.DrawFn, text: str) -> str:
    """Some lines once more, or instead of others, as a careless merge leaves them."""
    lines = text.splitlines(keepends=True) or [""]
    first, to = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
    taken = lines[first : first + draw(st.integers(1, 4))]
    return "".join((*lines[:to], *taken, *lines[to + draw(st.integers(0, 4)) :]))


def _shifted(draw: st.DrawFn, text: str) -> str:
    """Lines with another indentation."""
    lines = text.splitlines(keepends=True) or [""]
    first = draw(st.integers(0, len(lines) - 1))
    last = first + draw(st.integers(1, 4))
    spaces = draw(st.sampled_from(("", " ", "  ", "    ", "\t", "　")))
    return "".join((*lines[:first], *(spaces + line.lstrip(" ") for line in lines[first:last]), *lines[last:]))


def told(problems: tuple[Problem, ...]) -> None:
    """Every format takes the problems; each has a sentence and a place that its line has."""
    for problem in problems:
        assert problem.message
        for at in (problem.at, *(place for place, _ in problem.related)):
            assert isinstance(at, Span)
            assert at.line >= 1 <= at.column < at.end_column
            assert at.column <= len(at.excerpt) + 1
    assert len(json.loads(format_json(problems))) == len(problems)
    assert format_github(problems).count("\n") + 1 >= len(problems)
    printed = format_text(problems)
    assert all(problem.code in printed for problem in problems)


@given(damaged())
@settings(max_examples=150)
@example(("content/plans/dong-2030.yaml", b""))
@example(("content/plans/dong-2030.yaml", b"\xff\xfe"))
@example(("content/pages/about.md", b"---\n---"))
@example(("content/units/dong.yaml", b"units: [{id: [x], name: {a: b}, kind: }, 3, null]\nunits: *a\n"))
@example(("content/jurisdictions.yaml", b"jurisdictions:\n  - {id: dong, parent: dong, parent: dong}\n"))
def test_a_damaged_file_is_understood_or_told(slip: tuple[str, bytes]) -> None:
    started = time.process_time()
    path, data = slip
    documents = tuple(document for _, document in sorted((DOCUMENTS | {path: parsed(path, data)}).items()))
    sources = Sources(documents)
    try:
        with sources.placing():
            told(sources.place(understand(documents, NoMemo()).warnings))
    except ProblemsFound as found:
        assert found.problems
        told(found.problems)
    assert time.process_time() - started < SOON


def test_the_portal_that_is_damaged_is_sound() -> None:
    portal = understand(tuple(DOCUMENTS.values()), NoMemo()).portal
    assert (len(portal.plans), len(portal.link_sets), len(portal.progress), len(portal.thesaurus)) == (2, 1, 1, 1)


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("damaged")
    write_files(folder, FILES)
    return folder


@pytest.fixture(scope="module")
def memo() -> Memo:
    """What builds of the same portal keep, so that each makes only what is new."""
    return Memo()


@given(slip=damaged())
@settings(max_examples=20)
def test_a_site_is_made_or_the_problems_are_told(slip: tuple[str, bytes], portal: Path, memo: Memo) -> None:
    path, data = slip
    started = time.process_time()
    try:
        (portal / path).write_bytes(data)
        told(build_site(settings_for(portal), memo, silent).warnings)
    except ProblemsFound as found:
        assert found.problems
        told(found.problems)
    finally:
        (portal / path).write_text(FILES[path], "utf-8")
    assert time.process_time() - started < SOON
