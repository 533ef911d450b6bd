"""JSON Schema (draft-07) of every kind of content file, exported from the models that validate it.

Editors' programs complete and underline with these while a file is typed; they read YAML numbers and booleans as such,
so fields that hold text accept them too.
"""

from __future__ import annotations

import json
from typing import Any

from sitegen.load.schema import KINDS, FileKind

DRAFT = "http://json-schema.org/draft-07/schema#"


def json_schemas() -> tuple[tuple[str, str], ...]:
    """Name and JSON text of the schema of each kind of file, in a fixed order."""
    return tuple((kind.name, json_schema(kind)) for kind in KINDS)


def json_schema(kind: FileKind) -> str:
    """JSON text of one kind's schema."""
    schema = kind.model.model_json_schema(by_alias=True)
    described: dict[str, Any] = {"$schema": DRAFT, "title": kind.title, **_draft_07(schema)}
    described["title"] = kind.title
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"


def _draft_07(value: Any) -> Any:
    """The same schema in the words of draft-07: definitions instead of $defs, no English titles made from class names."""
    if isinstance(value, list):
        return [_draft_07(one) for one in value]
    if isinstance(value, str):
        return value.replace("#/$defs/", "#/definitions/")
    if not isinstance(value, dict):
        return value
    changed = {("definitions" if key == "$defs" else key): _named(key, inner) for key, inner in value.items()}
    changed.pop("title", None) if isinstance(changed.get("title"), str) else None
    if "$ref" in changed and len(changed) > 1:
        changed = {"allOf": [{"$ref": changed.pop("$ref")}], **changed}
    return changed


def _named(key: str, inner: Any) -> Any:
    if key in ("properties", "$defs") and isinstance(inner, dict):
        return {name: _draft_07(one) for name, one in inner.items()}
    return _draft_07(inner)
