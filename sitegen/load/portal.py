"""All documents -> Portal: the table of contents of this room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Protocol, TypeVar

from sitegen.load import registry
from sitegen.load.cells import Grammar
from sitegen.load.links import link_set
from sitegen.load.plans import PlanReader
from sitegen.load.reading.unit_names import UnitNames, unit_names
from sitegen.load.reading.units import LeadRule
from sitegen.load.rules import check_portal
from sitegen.load.schema import (
    KINDS,
    FileKind,
    GlossaryFile,
    JurisdictionsFile,
    KnownDocumentsFile,
    LinksFile,
    PlanFile,
    PortalFile,
    ProseMatter,
    Record,
    UnitsFile,
)
from sitegen.load.validate import validate
from sitegen.model import Definition, Facts, GlossaryTerm, Group, Jurisdiction, Plan, Portal, Prose, Unit
from sitegen.position import Loc
from sitegen.problems import Problem, ProblemsFound, Severity, nearest

R = TypeVar("R", bound=Record)


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
    """One valid file: its place, its record, its text below the head."""

    at: Loc
    record: Record
    body: str


def load_portal(documents: Iterable[ContentDocument], bodies: Mapping[str, str], root: str) -> Loaded:
    """Understand all documents under the folder ``root``; ``bodies`` holds the text of prose pages by file.

    Raises ProblemsFound with every error of every file.
    """
    problems: list[Problem] = []
    files = _records(documents, bodies, root, problems)
    facts = _one(files, PortalFile)
    places = [
        place for file in _all(files, JurisdictionsFile)
        for place in registry.jurisdictions(_as(file, JurisdictionsFile).jurisdictions, file.at.child("jurisdictions"))
    ]  # fmt: skip
    units = [unit for file in _all(files, UnitsFile) for unit in registry.units(_as(file, UnitsFile), file.at)]
    groups = [group for file in _all(files, UnitsFile) for group in registry.groups(_as(file, UnitsFile), file.at)]
    plans = _plans(files, places, units, groups, problems)
    by_id = {plan.id: plan for plan in plans}
    known = [
        document for file in _all(files, KnownDocumentsFile)
        for document in registry.known_documents(_as(file, KnownDocumentsFile).documents, file.at.child("documents"))
    ]  # fmt: skip
    link_sets = [link_set(_as(file, LinksFile), file.at, by_id, problems.append) for file in _all(files, LinksFile)]
    portal = Portal(
        facts=_facts(facts),
        jurisdictions=tuple(places),
        units=tuple(units),
        groups=tuple(groups),
        plans=tuple(plans),
        known_documents=tuple(known),
        link_sets=tuple(found for found in link_sets if found is not None),
        glossary=tuple(term for file in _all(files, GlossaryFile) for term in _terms(file)),
        prose=tuple(sorted((_prose(file) for file in _all(files, ProseMatter)), key=lambda page: (page.order, page.key))),
    )
    if facts is None and not any(problem.at.file == f"{root}portal.yaml" for problem in problems):
        problems.append(Problem("portal-missing", "缺少门户信息文件", Loc(f"{root}portal.yaml"), hint="至少写 title 和 description。"))
    problems += check_portal(portal)
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise ProblemsFound(problems)
    return Loaded(portal, tuple(problems))


def kind_of(path: str) -> FileKind | None:
    """Kind of a content file by its path under the content folder, None for files of no kind."""
    return next((kind for kind in KINDS if fnmatchcase(path, kind.pattern) and path.count("/") == kind.pattern.count("/")), None)


def _records(
    documents: Iterable[ContentDocument], bodies: Mapping[str, str], root: str, problems: list[Problem]
) -> dict[str, _Recorded]:
    files: dict[str, _Recorded] = {}
    for document in documents:
        kind = kind_of(document.file.removeprefix(root))
        if kind is None:
            near = nearest(document.file.removeprefix(root), [known.pattern for known in KINDS])
            hint = f"是不是应放在“{near}”？" if near else "各种文件的位置见 content/README.md。"
            problems.append(Problem("file-unexpected", "这个位置不放内容文件", Loc(document.file), hint=hint))
            continue
        record, found = validate(document.file, document.value, kind.model)
        problems += found
        if record is not None:
            files[document.file] = _Recorded(Loc(document.file), record, bodies.get(document.file, ""))
    return files


def _plans(
    files: Mapping[str, _Recorded], places: list[Jurisdiction], units: list[Unit], groups: list[Group], problems: list[Problem]
) -> list[Plan]:
    names: dict[str, UnitNames] = {}
    plans: list[Plan] = []
    for file in _all(files, PlanFile):
        record = _as(file, PlanFile)
        if record.jurisdiction not in names:
            names[record.jurisdiction] = unit_names(record.jurisdiction, places, units, groups)
        rule = LeadRule.FIRST_LEADS if record.first_unit_leads else LeadRule.NONE
        grammar = Grammar(names[record.jurisdiction], rule, record.year)
        plans.append(PlanReader(record, file.at, grammar, problems.append).plan())
    return plans


def _all(files: Mapping[str, _Recorded], model: type[Record]) -> list[_Recorded]:
    return [file for _, file in sorted(files.items()) if isinstance(file.record, model)]


def _as(file: _Recorded, model: type[R]) -> R:
    assert isinstance(file.record, model)
    return file.record


def _one(files: Mapping[str, _Recorded], model: type[R]) -> R | None:
    return next((_as(file, model) for file in _all(files, model)), None)


def _facts(record: PortalFile | None) -> Facts:
    return Facts(**dict(record)) if record else Facts("", "")


def _terms(file: _Recorded) -> list[GlossaryTerm]:
    return [
        GlossaryTerm(
            term.id, term.term, term.explanation,
            tuple(Definition(known.quote, known.source, file.at.child("terms", n, "definitions", m))
                  for m, known in enumerate(term.definitions)),
        )
        for n, term in enumerate(_as(file, GlossaryFile).terms)
    ]  # fmt: skip


def _prose(file: _Recorded) -> Prose:
    matter = _as(file, ProseMatter)
    key = file.at.file.rpartition("/")[2].removesuffix(".md")
    return Prose(key, matter.title, matter.summary, matter.order, file.body, file.at)
