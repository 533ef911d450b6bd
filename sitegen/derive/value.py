"""Values (值) that views are made of by the hundred thousand: frozen dataclasses, made with half the work.

A frozen dataclass sets each of its fields as an attribute of any object is set, by its name; these set it through its slot. In
all else they are what ``dataclass(frozen=True, slots=True)`` makes. Here belongs nothing about what values hold.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, dataclass, fields
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def value(kind: type[T]) -> type[T]:
    """A class of frozen values with slots; raises TypeError where it asks for more than fields and their defaults."""
    made = dataclass(frozen=True, slots=True)(kind)
    listed = fields(made)  # type: ignore[arg-type]
    if hasattr(made, "__post_init__") or not all(map(_is_plain, listed)):
        raise TypeError(f"{kind.__name__} is more than its fields")
    scope: dict[str, Any] = {f"set_{field.name}": getattr(made, field.name).__set__ for field in listed}
    scope |= {f"default_{field.name}": field.default for field in listed}
    body = "; ".join(f"set_{field.name}(self, {field.name})" for field in listed)
    exec(f"def __init__(self, {', '.join(map(_parameter, listed))}): {body}", scope)
    setattr(made, "__init__", scope["__init__"])  # noqa: B010
    return made


def _is_plain(field: Field[Any]) -> bool:
    return field.init and not field.kw_only and field.default_factory is MISSING


def _parameter(field: Field[Any]) -> str:
    return field.name if field.default is MISSING else f"{field.name}=default_{field.name}"
