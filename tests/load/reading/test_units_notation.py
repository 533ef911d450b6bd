"""Notation of expected readings for the tests of unit expressions, and that it says what it means."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sitegen.load.reading.unit_text import name_key
from sitegen.load.reading.units import UnitReading
from sitegen.model import Mention, MentionKind, Role, Scope

TABLES = tuple(
    f"test_units_{table}.txt" for table in ("tables", "unseen", "further", "offices", "roles", "signs")
)
"""The tables beside this file."""

ROLES = {"牵头": Role.LEAD, "配合": Role.SUPPORT, "落实": Role.IMPLEMENT, "审核": Role.REVIEW}
SCOPES = {"各": Scope.ALL, "有关": Scope.SOME}


@dataclass(frozen=True)
class Case:
    words: str
    reading: str


def cases(file: str) -> list[Case]:
    """Expressions of a table beside this file, each with the reading written below it."""
    lines = (Path(__file__).parent / file).read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if line.strip() and not line.startswith("#")]
    assert len(kept) % 2 == 0
    pairs = zip(kept[::2], kept[1::2], strict=True)
    return [Case(words.replace("⏎", "\n"), written(reading.strip())) for words, reading in pairs]


def written(reading: str) -> str:
    """One spelling of a reading as the tables write it."""
    return " | ".join(part.strip() for part in reading.split("|"))


def notation(reading: UnitReading, words: str) -> str:
    """A reading in the notation of the tables."""
    parts = [mention_notation(mention) for mention in reading.mentions]
    parts += ["……"] if reading.open_ended else []
    parts += [f"未读 {words[start:end]}" for start, end in reading.unread]
    return " | ".join(parts)


def mention_notation(mention: Mention) -> str:
    role = next((word for word, role in ROLES.items() if role is mention.role), "")
    scope = next((word for word, scope in SCOPES.items() if scope is mention.scope), "")
    return " ".join(part for part in (mention.name, role, scope, f"＜{mention.of}" if mention.of else "") if part)


def test_notation_tells_roles_scopes_and_superiors_apart() -> None:
    mentions = (
        Mention(MentionKind.UNRESOLVED, None, "区司法局", role=Role.LEAD),
        Mention(MentionKind.GROUP, None, "所属单位", Scope.SOME, Role.SUPPORT, "区教体局"),
    )
    reading = UnitReading(mentions, True, ((0, 2),))
    assert notation(reading, "全年") == "区司法局 牵头 | 所属单位 配合 有关 ＜区教体局 | …… | 未读 全年"


def test_tables_hold_each_expression_once() -> None:
    tables = [
        case.words
        for file in TABLES
        for case in cases(file)
    ]
    keys = [name_key(words) for words in tables]
    assert len(tables) > 400
    assert [words for words, key in zip(tables, keys, strict=True) if keys.count(key) > 1] == []
