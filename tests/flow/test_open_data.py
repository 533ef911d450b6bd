"""The open data keeps its contract: its own published schemas, the ids that pages use, words beside readings."""

import json
from typing import Any

import jsonschema
import pytest

from sitegen.build import Built


@pytest.fixture(scope="module")
def data(real_site: Built) -> dict[str, Any]:
    files = (file for file in real_site.outputs if file.path.startswith("data/") or file.path.endswith("/comparison.json"))
    return {file.path: json.loads(file.content) for file in files}


def test_every_data_file_keeps_its_published_schema(data: dict[str, Any]) -> None:
    kinds = {"data/portal.json": "portal", "data/plans/": "plan", "data/units/": "unit", "data/jurisdictions/": "jurisdiction",
             "compare/": "comparison"}  # fmt: skip
    checked = 0
    for path, value in data.items():
        kind = next((name for prefix, name in kinds.items() if path.startswith(prefix)), None)
        if kind is not None:
            schema = data[f"data/schema/{kind}.schema.json"]
            jsonschema.Draft7Validator.check_schema(schema)
            jsonschema.validate(value, schema)
            checked += 1
    assert checked == sum(not path.startswith("data/schema/") for path in data)


def test_the_portal_lists_plans_and_units_with_files_that_exist(data: dict[str, Any], real_site: Built) -> None:
    paths = {file.path for file in real_site.outputs}
    portal = data["data/portal.json"]
    assert [plan["id"] for plan in portal["plans"]] == [
        "huaiyin-2023", "huaiyin-2025", "jinan-2025", "laoshan-2025", "zhangqiu-2024",
    ]  # fmt: skip
    entries = [*portal["jurisdictions"], *portal["plans"], *portal["units"], *portal["groups"]]
    assert [entry["id"] for entry in entries if entry["data"].lstrip("/") not in paths] == []
    assert [entry["id"] for entry in entries if entry["url"].lstrip("/") + "index.html" not in paths] == []


def test_a_row_carries_words_basis_and_reading(data: dict[str, Any]) -> None:
    plan = data["data/plans/zhangqiu-2024.json"]
    tasks = {task["number"]: task for section in plan["sections"] for item in section["items"] for task in item["tasks"]}
    assert len(tasks) == 58
    second = tasks["2"]
    assert second["units"]["source"] == "各街道(镇),区发改局、区工信局等有关部门(单位)"
    assert [(mention["kind"], mention["name"], mention["scope"]) for mention in second["units"]["mentions"]] == [
        ("group", "各街道(镇)", "all"),
        ("unit", "区发改局", None),
        ("unit", "区工信局", None),
        ("group", "有关部门(单位)", "some"),
    ]
    assert second["deadline"]["source"] == "2024年12月底前"
    assert [(term["kind"], term["start"], term["end"], term["precision"]) for term in second["deadline"]["terms"]] == [
        ("by_date", None, "2024-12-31", "month")
    ]
    assert tasks["33"]["deadline"]["basis"] == "source-error"
    assert tasks["16"]["placement"]["basis"] == "assigned"


def test_every_task_id_is_an_address_and_stands_once(data: dict[str, Any], real_site: Built) -> None:
    pages = {file.path: file.content.decode() for file in real_site.outputs if file.path.endswith("index.html")}
    seen: list[str] = []
    for path, plan in data.items():
        if path.startswith("data/plans/"):
            items = [item for section in plan["sections"] for item in section["items"]] + plan["closing"]
            for task in (task for item in items for task in item["tasks"]):
                page, _, fragment = task["url"].lstrip("/").partition("#")
                assert not fragment or f'id="{fragment}"' in pages[page + "index.html"]
                assert page + "index.html" in pages
                seen.append(task["id"])
    assert len(seen) == len(set(seen)) == 46 + 58 + 16 + 17 + 17 + 2
