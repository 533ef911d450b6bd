"""JSON Schema (draft-07) of every kind of content file, exported from the models that validate it.

Editors' programs complete and underline with these while a file is typed; they read YAML numbers and booleans as such,
so fields that hold text accept them too. Fields that hold an id of a place, a unit, a plan or a document list the ids
that the content registers.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sitegen.load.portal import ContentDocument, kind_of
from sitegen.load.schema import KINDS, FileKind
from sitegen.load.schema.base import IDS, SLUG

DRAFT = "http://json-schema.org/draft-07/schema#"
Ids = Mapping[str, tuple[str, ...]]
_LISTS = {"jurisdictions": "jurisdictions", "units": "units", "known-documents": "documents"}


def registered_ids(documents: Iterable[ContentDocument], root: str) -> Ids:
    """The ids that the files under ``root`` register, by kind of file, whatever else may be wrong with the files."""
    found: dict[str, dict[str, None]] = {}
    for document in documents:
        kind = kind_of(document.file.removeprefix(root))
        if kind is not None:
            found.setdefault(kind.name, {}).update(dict.fromkeys(_ids_in(document.value, kind.name)))
    return {name: tuple(sorted(ids)) for name, ids in found.items()}


def _ids_in(tree: object, kind: str) -> Iterator[str]:
    if not isinstance(tree, dict):
        return
    records = tree.get(_LISTS[kind]) if kind in _LISTS else [tree]
    for record in records if isinstance(records, list) else ():
        known = record.get("id") if isinstance(record, dict) else None
        if isinstance(known, str) and SLUG.fullmatch(known):
            yield known


def json_schemas(ids: Ids) -> tuple[tuple[str, str], ...]:
    """Name and JSON text of the schema of each kind of file, in a fixed order, with the ids that may be referred to."""
    return tuple((kind.name, json_schema(kind, ids)) for kind in KINDS)


def json_schema(kind: FileKind, ids: Ids) -> str:
    """JSON text of one kind's schema."""
    schema = kind.model.model_json_schema(by_alias=True)
    described: dict[str, Any] = {"$schema": DRAFT, "title": kind.title, **_draft_07(schema, ids)}
    described["title"] = kind.title
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"


def _draft_07(value: Any, ids: Ids) -> Any:
    """The same schema in the words of draft-07: definitions instead of $defs, no English titles made from class names."""
    if isinstance(value, list):
        return [_draft_07(one, ids) for one in value]
    if isinstance(value, str):
        return value.replace("#/$defs/", "#/definitions/")
    if not isinstance(value, dict):
        return value
    changed = {("definitions" if key == "$defs" else key): _named(key, inner, ids) for key, inner in value.items()}
    changed.pop("title", None) if isinstance(changed.get("title"), str) else None
    if "$ref" in changed and len(changed) > 1:
        changed = {"allOf": [{"$ref": changed.pop("$ref")}], **changed}
    if kinds := changed.pop(IDS, None):
        known = [one for kind in kinds for one in ids.get(kind, ())]
        changed |= {"enum": list(dict.fromkeys(known))} if known else {}
    return changed


def _named(key: str, inner: Any, ids: Ids) -> Any:
    if key in ("properties", "$defs") and isinstance(inner, dict):
        return {name: _draft_07(one, ids) for name, one in inner.items()}
    return _draft_07(inner, ids)
