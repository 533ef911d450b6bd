"""The exported JSON Schema: draft-07, Chinese, right about every file in content/ and about broken ones."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from sitegen.load.json_schema import json_schemas
from sitegen.load.portal import kind_of
from tests.conftest import ROOT

SCHEMAS = {name: json.loads(text) for name, text in json_schemas()}
CONTENT = ROOT / "content"


def as_editors_read(path: Path) -> Any:
    """A file as an editor's program reads it: YAML 1.2 core, so that dates stay texts and numbers are numbers."""

    class Core(yaml.SafeLoader):
        pass

    Core.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:timestamp"]
        for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    text = path.read_text("utf-8")
    return yaml.load(text.split("---\n")[1] if path.suffix == ".md" else text, Core)


def content_files() -> list[Path]:
    return sorted(path for path in CONTENT.rglob("*") if path.suffix in (".yaml", ".md") and path.name != "README.md")


@pytest.mark.parametrize("path", content_files(), ids=lambda path: path.relative_to(CONTENT).as_posix())
def test_every_content_file_keeps_its_schema(path: Path) -> None:
    kind = kind_of(path.relative_to(CONTENT).as_posix())
    assert kind is not None
    jsonschema.Draft7Validator.check_schema(SCHEMAS[kind.name])
    errors = [error.message for error in jsonschema.Draft7Validator(SCHEMAS[kind.name]).iter_errors(as_editors_read(path))]
    assert errors == []


def test_every_yaml_file_points_its_editor_to_its_schema() -> None:
    for path in content_files():
        if path.suffix == ".yaml":
            kind = kind_of(path.relative_to(CONTENT).as_posix())
            assert kind is not None
            first = path.read_text("utf-8").splitlines()[0]
            up = "../" * (len(path.relative_to(CONTENT).parts) - 1)
            assert first == f"# yaml-language-server: $schema={up}schemas/{kind.name}.schema.json", path


def test_the_schemas_beside_the_content_are_those_exported() -> None:
    written = {path.name: path.read_text("utf-8") for path in (CONTENT / "schemas").glob("*.json")}
    assert written == {f"{name}.schema.json": text for name, text in json_schemas()}


def test_broken_files_are_underlined() -> None:
    plan = as_editors_read(CONTENT / "plans/zhangqiu-2024.yaml")
    validator = jsonschema.Draft7Validator(SCHEMAS["plan"])
    for break_it in (
        lambda file: file.pop("title"),
        lambda file: file.update(titel="x"),
        lambda file: file.update(form="tabel"),
        lambda file: file["table"]["rows"][0].update(units={"txt": "区财政局"}),
        lambda file: file.update(id="Zhangqiu 2024"),
        lambda file: file["sections"][0].update(items="一"),
    ):
        broken = copy.deepcopy(plan)
        break_it(broken)
        assert list(validator.iter_errors(broken)) != [], break_it


def fields(schema: Any) -> list[tuple[str, dict[str, Any]]]:
    found: list[tuple[str, dict[str, Any]]] = []
    for record in [schema, *schema.get("definitions", {}).values()]:
        for part in (record, *record.get("anyOf", [])):
            found += list(part.get("properties", {}).items())
    return found


def test_every_field_is_described_in_chinese() -> None:
    for name, schema in SCHEMAS.items():
        for field, description in fields(schema):
            text = description.get("description", "")
            assert any("一" <= character <= "鿿" for character in text), (name, field)
