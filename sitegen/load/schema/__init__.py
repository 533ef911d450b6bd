"""What each content file may hold (文件格式): one pydantic model per kind of YAML file, as an editor types it.

The record as written, never the model as understood: values are the words typed. ``KINDS`` names every kind of file,
the folder or file it lives in and its model; the JSON Schema for editors is exported from the same definitions.
"""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.load.schema.base import Record
from sitegen.load.schema.glossary import GlossaryFile
from sitegen.load.schema.links import LinksFile
from sitegen.load.schema.plan import PlanFile
from sitegen.load.schema.portal import PortalFile
from sitegen.load.schema.progress import ProgressFile
from sitegen.load.schema.prose import ProseMatter
from sitegen.load.schema.registry import JurisdictionsFile, KnownDocumentsFile, UnitsFile
from sitegen.load.schema.text_checks import TextChecksFile
from sitegen.load.schema.thesaurus import ThesaurusFile


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind of content file: its name, the pattern of its paths under content/, its model, its Chinese name."""

    name: str
    pattern: str
    model: type[Record]
    title: str


KINDS: tuple[FileKind, ...] = (
    FileKind("portal", "portal.yaml", PortalFile, "门户信息"),
    FileKind("jurisdictions", "jurisdictions.yaml", JurisdictionsFile, "辖区登记册"),
    FileKind("units", "units/*.yaml", UnitsFile, "单位登记册"),
    FileKind("plan", "plans/*.yaml", PlanFile, "工作要点"),
    FileKind("links", "links/*.yaml", LinksFile, "对照关系"),
    FileKind("progress", "progress/*.yaml", ProgressFile, "任务进展"),
    FileKind("known-documents", "known-documents.yaml", KnownDocumentsFile, "已知未收录文件"),
    FileKind("glossary", "glossary.yaml", GlossaryFile, "术语表"),
    FileKind("page", "pages/*.md", ProseMatter, "说明页"),
    FileKind("thesaurus", "thesaurus.yaml", ThesaurusFile, "读者用语对照"),
    FileKind("text-checks", "text-checks.yaml", TextChecksFile, "文字检查"),
)

__all__ = ["KINDS", "FileKind", "GlossaryFile", "JurisdictionsFile", "KnownDocumentsFile", "LinksFile", "PlanFile",
           "PortalFile", "ProgressFile", "ProseMatter", "Record", "TextChecksFile", "ThesaurusFile",
           "UnitsFile"]  # fmt: skip
