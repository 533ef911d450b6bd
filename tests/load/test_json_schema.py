"""The exported JSON Schema: draft-07, Chinese, right about every file in content/ and about broken ones."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from sitegen.load.json_schema import json_schemas, registered_ids
from sitegen.load.portal import kind_of
from sitegen.memo import NoMemo
from sitegen.understanding import read_documents
from tests.conftest import ROOT

CONTENT = ROOT / "content"
IDS = registered_ids(read_documents(CONTENT, NoMemo()), "content/")
SCHEMAS = {name: json.loads(text) for name, text in json_schemas(IDS)}


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
    assert written == {f"{name}.schema.json": text for name, text in json_schemas(IDS)}


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


def underlined(kind: str, tree: Any) -> list[tuple[str | int, ...]]:
    return sorted((tuple(error.absolute_path) for error in jsonschema.Draft7Validator(SCHEMAS[kind]).iter_errors(tree)), key=str)


def test_ids_that_nothing_registers_are_underlined_where_they_stand() -> None:
    units = as_editors_read(CONTENT / "units/huaiyin.yaml")
    units["jurisdiction"] = "huaiyn"
    units["units"][0] |= {"of": "caizheng-jv", "aliases": [{"name": "甲", "seen": ["huaiyin-2023", "huaiyin-2032"]}]}
    units["groups"][0]["memberships"] = [{"year": 2023, "units": ["caizheng-ju", "caizheng"], "source": "甲"}]
    assert underlined("units", units) == [
        ("groups", 0, "memberships", 0, "units", 1), ("jurisdiction",), ("units", 0, "aliases", 0, "seen", 1), ("units", 0, "of"),
    ]  # fmt: skip
    plan = as_editors_read(CONTENT / "plans/huaiyin-2025.yaml")
    plan |= {"jurisdiction": "dong", "cites": ["jinan-2025", "jinan-2052"]}
    assert underlined("plan", plan) == [("cites", 1), ("jurisdiction",)]
    assert underlined("links", {"kind": "years", "from": "huaiyin-2023", "to": "huaiyin-2035", "links": []}) == [("to",)]
    assert underlined("progress", {"plan": "huaiyin", "progress": []}) == [("plan",)]
    facts = {"title": "甲", "description": "乙", "releases": [{"plan": "huaiyin-2023", "published": "2025-01-01"}, {"plan": "x", "published": "2025-01-01"}]}
    assert underlined("portal", facts) == [("releases", 1, "plan")]


def test_the_ids_listed_are_those_of_the_content_and_a_broken_file_hides_no_other() -> None:
    unit_ids = SCHEMAS["units"]["definitions"]["MembershipRecord"]["properties"]["units"]["items"]["enum"]
    assert {"caizheng-ju", "zhengfu-bangongshi"} <= set(unit_ids)
    assert set(IDS["plan"]) == {"huaiyin-2023", "huaiyin-2025", "jinan-2025", "laoshan-2025", "zhangqiu-2024"}
    assert set(SCHEMAS["plan"]["properties"]["cites"]["items"]["enum"]) == {*IDS["plan"], *IDS["known-documents"]}


def test_a_portal_without_content_has_schemas_without_ids() -> None:
    empty = {name: json.loads(text) for name, text in json_schemas({})}
    assert "enum" not in empty["plan"]["properties"]["jurisdiction"]
    assert "x-ids-of" not in json.dumps(list(empty.values()) + list(SCHEMAS.values()))
