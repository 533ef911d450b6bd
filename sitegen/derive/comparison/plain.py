"""A comparison as plain data (开放数据): dict, list and text only, ready for JSON; the picture is left out."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import StrEnum

from sitegen.derive.comparison.view import Comparison


def plain(comparison: Comparison) -> dict[str, object]:
    """The comparison as built-in values, fields in the order of the view."""
    found = _plain(comparison)
    assert isinstance(found, dict)
    found.pop("outline")
    return found


def _plain(value: object) -> object:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value
