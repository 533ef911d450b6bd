"""A portal with the same words in every field that takes words (带同样文字的门户), of every kind of content file.

Each time they stand after another mark, so that names differ. ``text_fields`` names the fields from the published schemas,
so that a new field that is not filled here is noticed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import unpack
from tests.flow.sample import SAMPLE

SCHEMAS = Path(__file__).parents[2] / "content/schemas"
FORBIDDEN = ("enum", "const", "format", "pattern")
Said = Callable[[], str]


def portal_with(words: str) -> dict[str, str]:
    """Files of a portal with these words in every field that takes words."""
    marks = (f"{number}号" for number in range(10_000))
    values = portal_values(lambda: next(marks) + words)
    made = {path: json.dumps(value, ensure_ascii=False) for path, value in values.items() if path.endswith(".yaml")}
    head = json.dumps(values["content/pages/about.md"], ensure_ascii=False)
    made["content/pages/about.md"] = f"---\n{head}\n---\n{words}\n\n## {words}\n\n- {words}\n\n> {words}\n"
    return made


def portal_values(said: Said) -> dict[str, Any]:
    """The same as values; of the prose page its head."""
    files: dict[str, Any] = {path: yaml.safe_load(text) for path, text in unpack(SAMPLE).items() if path.endswith(".yaml")}
    facts = ("title", "description", "publisher", "contact", "site_code", "icp", "police_record", "licence", "undertaker", "address")
    files["content/portal.yaml"] = {name: said() for name in facts} | {"allowed_personal": allowed(said)}
    for place in files["content/jurisdictions.yaml"]["jurisdictions"]:
        place |= {"name": said(), "full_name": said()}
    bodies = files["content/units/dong.yaml"]
    for body in (*bodies["units"], *bodies["groups"]):
        body |= {"name": said(), "note": said(), "aliases": [{"name": said(), "seen": ["dong-2030"]}]}
    bodies["groups"][0]["memberships"] = [{"year": 2030, "units": ["caizheng-ju"], "source": said()}]
    bodies["allowed_personal"] = allowed(said)
    plan, prose = files["content/plans/dong-2030.yaml"], _prose_plan(said)
    _fill_plan(plan, said, bodies["units"][0]["name"])
    files["content/plans/dong-2031.yaml"] = prose
    files["content/known-documents.yaml"] = {"allowed_personal": allowed(said), "documents": [{
        "id": "known-one", "jurisdiction": "dong", "year": 2029, "kind": "plan", "title": said(), "number": said(),
        "issuer": said(), "index_number": said(), "address": "https://www.example.gov.cn/", "note": said(), "facts": [said()],
        "validity": said(),
    }]}  # fmt: skip
    quote = {"quote": plan["table"]["rows"][0]["text"], "source": "dong-2030/task-1"}
    term = {"id": "a", "term": said(), "explanation": said(), "definitions": [quote]}
    files["content/glossary.yaml"] = {"terms": [term], "allowed_personal": allowed(said)}
    files["content/thesaurus.yaml"] = {"entries": [{"words": [said(), said()], "terms": [said()]}]}
    wrong = {"wrong": said(), "right": said(), "unless": [said()], "reason": said()}
    files["content/text-checks.yaml"] = {"wrong_words": [wrong]}
    link = {"from": "task-1", "to": "one", "relation": "reworded", "reason": said()}
    files["content/links/dong-2030--dong-2031.yaml"] = {"kind": "years", "from": "dong-2030", "to": "dong-2031", "links": [link]}
    done = {"task": "task-1", "date": "2030-12-01", "status": "in-progress", "source": said(), "note": said()}
    files["content/progress/dong-2030.yaml"] = {
        "plan": "dong-2030", "progress": [{**done, "evidence": "known-one"}], "allowed_personal": allowed(said),
    }  # fmt: skip
    files["content/pages/about.md"] = {"title": said(), "summary": said(), "allowed_personal": allowed(said)}
    return files


def allowed(said: Said) -> list[dict[str, str]]:
    """A number that is published on purpose."""
    return [{"text": said(), "reason": said()}]


def noted(said: Said) -> list[dict[str, str]]:
    """A note to readers."""
    return [{"kind": "other", "cell": said(), "text": said()}]


def mentioned(text: str) -> dict[str, list[str]]:
    """The whole text as a mention of a unit and of a deadline."""
    return {"units": [text], "deadlines": [text]}


def _fill_plan(plan: dict[str, Any], said: Said, unit: str) -> None:
    document = ("letterhead", "number", "notice_title", "addressees", "body", "signatory", "contact", "disclosure",
                "attachment_mark", "page_remark", "imprint_issuer", "index_number", "validity", "issuer")  # fmt: skip
    plan |= {
        "title": said(), "source": said(), "completeness": said(), "cites": ["known-one"], "first_unit_leads": said(),
        "notes": noted(said), "review": [{"stage": "first-review", "role": said()}], "allowed_personal": allowed(said),
        "document": {
            **{name: said() for name in document}, "attachments": [said()], "copies_to": [said()],
            **{name: {"text": said()} for name in ("signed", "imprinted", "published")},
        },
    }  # fmt: skip
    plan["sections"][0] |= {"number": said(), "title": said(), "notes": noted(said)}
    plan["sections"][0]["items"][0] |= {"heading": said(), "notes": noted(said)}
    plan["table"] |= {"title": said(), "columns": [said() for _ in range(5)], "notes": noted(said)}
    rows = plan["table"]["rows"]
    rows[1].pop("item_inherited_from")
    rows += [{"number": number, "item": "rows-1-2"} for number in (3, 4)]
    for row in rows:
        text = said()
        row |= {"section_label": said(), "item_label": said(), "text": text, "units": f"{unit}、{said()}", "deadline": said()}
        row |= {"notes": noted(said), "fragments": [text], "mentions": mentioned(text), "item_reason": said()}
    printed = said()
    rows[1] |= {name: {"text": printed, "printed": printed, "read_as": said(), "reason": said()} for name in ("units", "deadline")}
    rows[2] |= {name: {"text": said(), "source_error": said()} for name in ("units", "deadline")}


def _prose_plan(said: Said) -> dict[str, Any]:
    text, first = said(), said()
    item = {"number": said(), "key": "one", "heading": said(), "text": text, "responsibility": f"（责任单位：{said()}）",
            "mentions": mentioned(text), "notes": noted(said)}  # fmt: skip
    part = {"text": first, "responsibility": f"（责任单位：{said()}）", "mentions": mentioned(first), "notes": noted(said)}
    opening, ending = said(), said()
    return {
        "id": "dong-2031", "jurisdiction": "dong", "year": 2031, "form": "prose", "title": said(),
        "preamble": [{"text": opening, "notes": noted(said)}],
        "closing": [{"text": ending, "mentions": mentioned(ending), "notes": noted(said)}],
        "sections": [{"number": "一、", "title": said(), "notes": noted(said),
                      "items": [item, {"number": said(), "key": "two", "heading": said(), "parts": [part]}]}],
    }  # fmt: skip


def text_fields(schema: dict[str, Any]) -> set[str]:
    """Fields of a kind of file that take any words: paths such as "rows.[].text"."""
    return set(_text_fields(schema, schema, ()))


def _text_fields(node: dict[str, Any], schema: dict[str, Any], path: tuple[str, ...]) -> Iterator[str]:
    if "$ref" in node:
        target: Any = schema
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        yield from _text_fields(target, schema, path)
    for option in (*node.get("anyOf", ()), *node.get("oneOf", ()), *node.get("allOf", ())):
        yield from _text_fields(option, schema, path)
    if isinstance(node.get("items"), dict):
        yield from _text_fields(node["items"], schema, (*path, "[]"))
    for name, inner in node.get("properties", {}).items():
        yield from _text_fields(inner, schema, (*path, name))
    if "string" in node.get("type", ()) and not any(name in node for name in FORBIDDEN):
        yield ".".join(path)


def places_of(value: Any, words: str, path: tuple[str, ...] = ()) -> Iterator[str]:
    """Fields of a file's value that hold the words."""
    if isinstance(value, str) and words in value:
        yield ".".join(path)
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from places_of(inner, words, (*path, name))
    elif isinstance(value, list):
        for inner in value:
            yield from places_of(inner, words, (*path, "[]"))
