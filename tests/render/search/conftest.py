"""Records made of sentences of five published documents (公开文件), as far as search needs them."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path

import pytest

from sitegen.derive.search_records import RecordKind, SearchRecord, numbered

CLAUSES = Path(__file__).with_name("clauses.json")


def records_of(clauses: list[dict]) -> tuple[SearchRecord, ...]:
    scopes: dict[str, list[SearchRecord]] = defaultdict(list)
    units: dict[tuple[str, str], None] = {}
    for place, clause in enumerate(clauses):
        district = re.sub(r"^.*市(?=.*区$)", "", clause["place"])
        printed = (re.sub(r"等.*|及所属.*", "", part) for part in re.split(r"[、，,；]", clause["units"]))
        names = tuple(name for name in printed if name)
        units.update({(clause["place"], name): None for name in names if re.search(r"[局委]$", name)})
        scopes[f"{clause['place']} {clause['year']} {clause['kind']}"].append(
            SearchRecord(
                0,
                f"clauses/{clause['year']}/#c{place}",
                RecordKind(clause["kind"]),
                clause["title"],
                tuple(dict.fromkeys((district, clause["place"], district[:-1]))),
                clause["year"],
                clause["number"],
                clause["units"],
                tuple((name,) for name in names),
                clause["deadline"],
                tuple(re.findall(r"[^。]*。[”）]*|[^。]+$", clause["text"])),
            )
        )
    for place, name in units:
        district = re.sub(r"^.*市(?=.*区$)", "", place)
        names = (district, place, district[:-1])
        unit = SearchRecord(0, f"units/#{name}", RecordKind.UNIT, name, names, unit_names=((name,),))
        scopes[f"{place} unit"].append(unit)
    return numbered(scopes)


@pytest.fixture(scope="session")
def clauses() -> list[dict]:
    return json.loads(CLAUSES.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def records(clauses: list[dict]) -> tuple[SearchRecord, ...]:
    return records_of(clauses)


@pytest.fixture(scope="session")
def records_of_clauses():
    return records_of
