"""Which fields a record has and what lies under them (结构): asked when problems are worded and texts are walked.

What the fields mean is in the other modules here; nothing is validated here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

Keys = tuple[str | int, ...]
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class FieldShape:
    """One field as an editor knows it: the Chinese description, and the record its value or its items hold, if any."""

    description: str
    record: type[BaseModel] | None


@cache
def fields(model: type[BaseModel]) -> Mapping[str, FieldShape]:
    """Fields of a record by the name an editor types."""
    return {
        field.alias or name: FieldShape(field.description or "", _record_in(field.annotation))
        for name, field in model.model_fields.items()
    }


def owner(model: type[BaseModel], keys: Keys) -> type[BaseModel] | None:
    """The record that some keys lead to from the record of the whole file, or None."""
    return _owner(model, tuple(key for key in keys if isinstance(key, str)))


@cache
def _owner(model: type[BaseModel], names: tuple[str, ...]) -> type[BaseModel] | None:
    current: type[BaseModel] | None = model
    for name in names:
        field = fields(current).get(name) if current is not None else None
        current = field.record if field is not None else None
    return current


@cache
def homes(model: type[BaseModel], name: str) -> tuple[tuple[str, ...], ...]:
    """Where in a file a field of this name may stand: the names that lead to it, the shortest ways first."""
    found: list[tuple[str, ...]] = []
    ways: list[tuple[tuple[str, ...], type[BaseModel]]] = [((), model)]
    while ways:
        way, record = ways.pop(0)
        if name in fields(record):
            found.append(way)
        below = fields(record).items() if len(way) < _DEEPEST else ()
        ways += [((*way, key), field.record) for key, field in below if field.record is not None]
    return tuple(found)


def _record_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _record_in(inner)) is not None), None)
