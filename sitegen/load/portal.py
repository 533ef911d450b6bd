"""All documents -> Portal: the table of contents of this room."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from fnmatch import fnmatchcase
from functools import cache, partial
from typing import Protocol, TypeVar

from sitegen.load import registry
from sitegen.load.cells import Grammar
from sitegen.load.ids_by_name import with_ids
from sitegen.load.links import link_set
from sitegen.load.pages import check_body
from sitegen.load.plans import PlanReader
from sitegen.load.progress import progress_of
from sitegen.load.reading.unit_names import unit_names
from sitegen.load.reading.units import LeadRule, UnitReading, read_units
from sitegen.load.rules import check_portal, check_writing
from sitegen.load.rules.personal import masked_problems, personal_words
from sitegen.load.schema import (
    KINDS,
    FileKind,
    GlossaryFile,
    JurisdictionsFile,
    KnownDocumentsFile,
    LinksFile,
    PlanFile,
    PortalFile,
    ProgressFile,
    ProseMatter,
    Record,
    TextChecksFile,
    ThesaurusFile,
    UnitsFile,
)
from sitegen.load.texts import TypedFile, writing_of, wrong_words_of
from sitegen.load.validate import validate
from sitegen.memo import Memo, digest
from sitegen.model import (
    Definition,
    Facts,
    GlossaryTerm,
    Group,
    Jurisdiction,
    Plan,
    Portal,
    Prose,
    ThesaurusEntry,
    Unit,
)
from sitegen.position import Loc
from sitegen.problems import Problem, ProblemsFound, Severity, nearest
from sitegen.processes import Begin, when_asked

R = TypeVar("R", bound=Record)
Registry = tuple[tuple[Jurisdiction, ...], tuple[Unit, ...], tuple[Group, ...]]
LONGEST = 240


class ContentDocument(Protocol):
    """What this room needs of a parsed file: its path and its tree of texts (for prose pages, the head)."""

    @property
    def file(self) -> str:
        """Path as printed in messages."""

    @property
    def value(self) -> object:
        """Tree of dict, list and text."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The portal as understood, and the warnings that do not stop the build."""

    portal: Portal
    warnings: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Recorded:
    """One valid file: what was parsed, its place, its record, its text below the head."""

    document: object
    at: Loc
    record: Record
    body: str


@dataclass(frozen=True, slots=True)
class _ReadPlan:
    """A plan as understood, and the mistakes inside it."""

    plan: Plan
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _CheckedTexts:
    """What is wrong with the texts of a file, and the personal numbers in them that no message shows whole."""

    problems: tuple[Problem, ...]
    numbers: tuple[str, ...]


def load_portal(
    documents: Iterable[ContentDocument], bodies: Mapping[str, str], root: str, memo: Memo, faulty: Collection[str] = (),
    begin: Begin = when_asked,
) -> Loaded:  # fmt: skip
    """Understand all documents under the folder ``root``; ``bodies`` holds the text of prose pages by file.

    ``begin`` starts work that may be done beside: the texts are checked while plans are read.
    ``faulty`` names files with faults of notation, whether or not they are among the documents: their fields are checked,
    the portal does without them, and what refers to them is not called unknown. Raises ProblemsFound with every error of
    every file; personal numbers in them are masked.
    """
    problems: list[Problem] = []
    typed = _typed(documents, bodies, root, problems)
    problems += [problem for file in typed for problem in check_body(file.body, Loc(file.file, ("body",)))]
    files = _records(typed, faulty, problems, memo)
    checking = _checking(typed, _one(files, TextChecksFile), memo, begin)
    refused = _kinds([*faulty, *(file.file for file in typed if file.file not in files)], root)
    portal = _portal(files, refused, problems, memo)
    if "portal" not in refused and _one(files, PortalFile) is None:
        problems.append(Problem("portal-missing", "缺少门户信息文件", Loc(f"{root}portal.yaml"), hint="至少写 title 和 description。"))
    problems += check_portal(portal, refused)
    checked = {file.file: found for file, found in zip(typed, checking(), strict=True)}
    problems += [problem for one in checked.values() for problem in one.problems]
    problems[:] = with_ids(problems, typed)
    shown = tuple(map(_readable, masked_problems(problems, {name: one.numbers for name, one in checked.items()})))
    if any(problem.severity is Severity.ERROR for problem in shown):
        raise ProblemsFound(shown)
    return Loaded(portal, shown)


def _checking(
    typed: Sequence[TypedFile], office: TextChecksFile | None, memo: Memo, begin: Begin
) -> Callable[[], tuple[_CheckedTexts, ...]]:
    """The texts of every file, checked when waited for; those of a file are checked again where it, or the office's list, changed."""
    wrong_words = wrong_words_of(office)

    def check(files: Sequence[TypedFile]) -> tuple[_CheckedTexts, ...]:
        writings = (writing_of(file, wrong_words) for file in files)
        return tuple(_CheckedTexts(check_writing(writing), personal_words(writing)) for writing in writings)

    return memo.begin_all(
        typed,
        lambda asked: (("texts", file.document, known) for known in (digest(wrong_words),) for file in asked),
        lambda missing: begin(partial(check, missing)),
    )


def _readable(problem: Problem) -> Problem:
    """The problem with its sentences cut where they quote whole paragraphs."""
    return replace(problem, message=_cut(problem.message), hint=_cut(problem.hint))


def _cut(sentence: str) -> str:
    return sentence if len(sentence) <= LONGEST else f"{sentence[: LONGEST // 2]}……{sentence[-LONGEST // 4 :]}"


def _portal(files: Mapping[str, _Recorded], refused: Collection[str], problems: list[Problem], memo: Memo) -> Portal:
    """The portal of the files that are right in themselves; links and progress are left out where a plan was refused."""
    places = [
        place for file in _all(files, JurisdictionsFile)
        for place in registry.jurisdictions(_as(file, JurisdictionsFile).jurisdictions, file.at.child("jurisdictions"))
    ]  # fmt: skip
    units = [unit for file in _all(files, UnitsFile) for unit in registry.units(_as(file, UnitsFile), file.at)]
    groups = [group for file in _all(files, UnitsFile) for group in registry.groups(_as(file, UnitsFile), file.at)]
    plans = _plans(files, (tuple(places), tuple(units), tuple(groups)), problems, memo)
    by_id = {plan.id: plan for plan in plans}
    known = [
        document for file in _all(files, KnownDocumentsFile)
        for document in registry.known_documents(_as(file, KnownDocumentsFile).documents, file.at.child("documents"))
    ]  # fmt: skip
    linked = _all(files, LinksFile) if "plan" not in refused else []
    link_sets = [link_set(_as(file, LinksFile), file.at, by_id, problems.append) for file in linked]
    told = _all(files, ProgressFile) if "plan" not in refused else []
    progress = [progress_of(_as(file, ProgressFile), file.at, by_id, problems.append) for file in told]
    return Portal(
        facts=_facts(_one(files, PortalFile)),
        jurisdictions=tuple(places),
        units=tuple(units),
        groups=tuple(groups),
        plans=tuple(plans),
        known_documents=tuple(known),
        link_sets=tuple(found for found in link_sets if found is not None),
        glossary=tuple(term for file in _all(files, GlossaryFile) for term in _terms(file)),
        prose=tuple(sorted((_prose(file) for file in _all(files, ProseMatter)), key=lambda page: (page.order, page.key))),
        progress=tuple(one for found in progress for one in found),
        thesaurus=tuple(entry for file in _all(files, ThesaurusFile) for entry in _thesaurus(file)),
    )


def kind_of(path: str) -> FileKind | None:
    """Kind of a content file by its path under the content folder, None for files of no kind."""
    return next((kind for kind in KINDS if fnmatchcase(path, kind.pattern) and path.count("/") == kind.pattern.count("/")), None)


def _kinds(paths: Iterable[str], root: str) -> tuple[str, ...]:
    found = (kind_of(path.removeprefix(root)) for path in paths)
    return tuple(dict.fromkeys(kind.name for kind in found if kind is not None))


def _typed(
    documents: Iterable[ContentDocument], bodies: Mapping[str, str], root: str, problems: list[Problem]
) -> tuple[TypedFile, ...]:
    """The documents with the kind of each; files where none belongs are reported and left out."""
    typed: list[TypedFile] = []
    for document in documents:
        kind = kind_of(document.file.removeprefix(root))
        if kind is not None:
            typed.append(TypedFile(document, document.file, document.value, kind.model, bodies.get(document.file, "")))
            continue
        hint = _home(document.file.removeprefix(root))
        problems.append(Problem("file-unexpected", "这个位置不放内容文件", Loc(document.file), hint=hint))
    return tuple(typed)


def _home(path: str) -> str:
    """Where a file that lies elsewhere belongs."""
    name = path.rpartition("/")[2].rpartition(".")[0]
    alike = [kind.pattern.replace("*", name) for kind in KINDS if kind.pattern.count("/") == path.count("/")]
    near = nearest(path, alike)
    folders = "，".join(f"{kind.title}放在 {kind.pattern.partition('/')[0]}/" for kind in KINDS if "/" in kind.pattern)
    return f"是不是应为“{near}”？" if near else f"{folders}；其他文件的名称见 content/README.md。"


def _records(
    typed: Sequence[TypedFile], faulty: Collection[str], problems: list[Problem], memo: Memo
) -> dict[str, _Recorded]:
    """The records of the files that are right in themselves; what is wrong in the others is added to the problems."""
    validated = memo.get_all(
        typed,
        lambda asked: (("record", file.document) for file in asked),
        lambda missing: (validate(file.file, file.tree, file.model) for file in missing),
    )
    files: dict[str, _Recorded] = {}
    for file, (record, found) in zip(typed, validated, strict=True):
        problems += found
        if record is not None and file.file not in faulty:
            files[file.file] = _Recorded(file.document, Loc(file.file), record, file.body)
    return files


def _plans(files: Mapping[str, _Recorded], registry: Registry, problems: list[Problem], memo: Memo) -> list[Plan]:
    """The plans; one is read again where its file or the registry of bodies, whose names it is read by, changed."""
    names = cache(lambda place: unit_names(place, *registry))

    @cache  # the same cells come back in every plan of a place
    def reader(place: str, rule: LeadRule) -> Callable[[str], UnitReading]:
        return cache(partial(read_units, names=names(place), rule=rule))

    def read(file: _Recorded) -> _ReadPlan:
        record = _as(file, PlanFile)
        rule = LeadRule.FIRST_LEADS if record.first_unit_leads else LeadRule.NONE
        found: list[Problem] = []
        grammar = Grammar(reader(record.jurisdiction, rule), record.year)
        return _ReadPlan(PlanReader(record, file.at, grammar, found.append).plan(), tuple(found))

    known = memo.get_all(
        _all(files, PlanFile),
        lambda asked: (("plan", file.document, bodies) for bodies in (digest(*registry),) for file in asked),
        lambda missing: map(read, missing),
    )
    problems += [problem for one in known for problem in one.problems]
    return [one.plan for one in known]


def _all(files: Mapping[str, _Recorded], model: type[Record]) -> list[_Recorded]:
    return [file for _, file in sorted(files.items()) if isinstance(file.record, model)]


def _as(file: _Recorded, model: type[R]) -> R:
    assert isinstance(file.record, model)
    return file.record


def _one(files: Mapping[str, _Recorded], model: type[R]) -> R | None:
    return next((_as(file, model) for file in _all(files, model)), None)


def _facts(record: PortalFile | None) -> Facts:
    known = {field.name for field in fields(Facts)}
    return Facts(**{name: value for name, value in record if name in known}) if record else Facts("", "")


def _terms(file: _Recorded) -> list[GlossaryTerm]:
    return [
        GlossaryTerm(
            term.id, term.term, term.explanation,
            tuple(Definition(known.quote, known.source, file.at.child("terms", n, "definitions", m))
                  for m, known in enumerate(term.definitions)),
            file.at.child("terms", n),
        )
        for n, term in enumerate(_as(file, GlossaryFile).terms)
    ]  # fmt: skip


def _thesaurus(file: _Recorded) -> Iterator[ThesaurusEntry]:
    entries = enumerate(_as(file, ThesaurusFile).entries)
    return (ThesaurusEntry(entry.words, entry.terms, file.at.child("entries", n)) for n, entry in entries)


def _prose(file: _Recorded) -> Prose:
    matter = _as(file, ProseMatter)
    key = file.at.file.rpartition("/")[2].removesuffix(".md")
    return Prose(key, matter.title, matter.summary, matter.order, file.body, file.at)
