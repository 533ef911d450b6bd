"""Understanding (理解): a content folder -> its documents -> the portal that they hold, or every problem in them.

Here ``source`` and ``load`` meet. Commands that make no pages need no more than this of the flow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from sitegen.load.comments import check_values
from sitegen.load.portal import Loaded, load_portal
from sitegen.load.rules.personal import check_comments, hide_alike, hide_numbers
from sitegen.memo import Memo
from sitegen.position import Loc, Span
from sitegen.problems import Problem, ProblemsFound, Severity, span_of
from sitegen.processes import Begin, when_asked
from sitegen.source import (
    MarkdownDocument,
    SourceFile,
    Text,
    YamlDocument,
    parse_markdown,
    parse_yaml,
    read_files,
    stray_files,
)

CONTENT = "content/"
CONTENT_SUFFIXES = (".yaml", ".yml", ".md")
GUIDE = "content/README.md"
SCHEMAS = "content/schemas/"
Document = YamlDocument | MarkdownDocument


def read_documents(folder: Path, memo: Memo) -> tuple[Document, ...]:
    """Every content file of a folder, parsed, and what lies there unused; the editors' guide beside them is none."""
    files, unreadable = read_files(folder, CONTENT_SUFFIXES, CONTENT)
    parsed = tuple(memo.get(("parse", file.path, file.data), partial(_parse, file)) for file in files if file.path != GUIDE)
    strays = (problem for problem in stray_files(folder, CONTENT_SUFFIXES, CONTENT) if not _is_schema(problem))
    return (*parsed, *map(_without_content, (*unreadable, *strays)))


def _without_content(problem: Problem) -> YamlDocument:
    """A file of which there is only a problem to tell."""
    return YamlDocument(problem.at.file, None, (problem,), Text.of(problem.at.file, ""), None)


def _is_schema(problem: Problem) -> bool:
    return problem.at.file.startswith(SCHEMAS) and problem.at.file.endswith(".schema.json")


def understand(documents: tuple[Document, ...], memo: Memo, begin: Begin = when_asked) -> Loaded:
    """The portal that documents hold; raises ProblemsFound with every error of those that cannot be parsed or understood.

    ``begin`` starts work that may be done beside.

    Of a file with faults of notation the fields are checked where all of it can be read; the portal does without it.
    """
    read = [document for document in documents if document.is_read]
    faulty = [document.file for document in documents if document.problems]
    broken = [
        problem for document in documents for problem in hide_numbers(document.problems, document.text.content)
    ]  # fmt: skip
    bodies = {document.file: document.body for document in read if isinstance(document, MarkdownDocument)}
    numbers = [problem for document in read for problem in check_comments(document.comments, document.value)]
    commented = [problem for document in read for problem in check_values(document.comments_for_values)]
    broken += (*numbers, *hide_alike(commented, numbers))
    try:
        loaded = load_portal(read, bodies, CONTENT, memo, faulty, begin)
    except ProblemsFound as found:
        raise ProblemsFound((*broken, *_beside(found.problems, broken, documents))) from None
    warnings = _beside(loaded.warnings, broken, documents)
    if any(problem.severity is Severity.ERROR for problem in broken):
        raise ProblemsFound((*broken, *warnings))
    return replace(loaded, warnings=(*broken, *warnings))


def _beside(found: Sequence[Problem], broken: Sequence[Problem], documents: Sequence[Document]) -> tuple[Problem, ...]:
    """Problems to be told beside faults of notation: what stands on the line of a fault may only follow from it."""
    faulty = {document.file: document for document in documents if document.problems}
    lines = {(file, span_of(problem.at).line) for file, document in faulty.items() for problem in document.problems}

    def follows(at: Loc | Span) -> bool:
        if at.file not in faulty:
            return False
        place = faulty[at.file].span(at) if isinstance(at, Loc) else at
        return (at.file, place.line) in lines

    return hide_alike((problem for problem in found if not follows(problem.at)), broken)


def _parse(file: SourceFile) -> Document:
    return parse_markdown(file) if file.path.endswith(".md") else parse_yaml(file)
