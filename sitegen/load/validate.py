"""From the text tree of one file to its record: schema errors as Chinese problems with their places.

Which fields a file may hold is said in ``schema``; here a violation becomes a sentence, a place and a likely fix.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from sitegen.load.schema import Record
from sitegen.position import Loc
from sitegen.problems import Problem, nearest

R = TypeVar("R", bound=Record)


def validate(file: str, value: object, model: type[R]) -> tuple[R | None, tuple[Problem, ...]]:
    """Check the tree of a file against its model; gives the record and no problems, or None and all problems."""
    if value is None:
        return None, (Problem("file-empty", "文件是空的", Loc(file), hint="按 content/README.md 的样例填写。"),)
    try:
        return model.model_validate(value), ()
    except ValidationError as error:
        return None, tuple(_problem(file, model, details) for details in error.errors(include_url=False))


def _problem(file: str, model: type[Record], details: ErrorDetails) -> Problem:
    loc = Loc(file, details["loc"])
    kind = details["type"]
    name = str(details["loc"][-1]) if details["loc"] else ""
    owner = _owner(model, details["loc"][:-1])
    if kind == "missing":
        field = _field(owner, name)
        about = f"（{field}）" if field else ""
        return Problem("field-missing", f"缺少必填的“{name}”{about}", loc, hint=f"补上一行“{name}: …”。")
    if kind == "extra_forbidden":
        known = list(_names(owner))
        near = nearest(name, known)
        hint = f"是不是“{near}”？" if near else f"可以用的字段：{'、'.join(known)}。"
        return Problem("field-unknown", f"没有“{name}”这个字段", loc.key(), hint=hint)
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return Problem("mapping-expected", "这里应是若干行“字段: 值”", loc, hint="检查缩进和冒号后的空格。")
    if kind == "string_pattern_mismatch":
        return Problem("value-format", f"“{details['input']}”不是这里可以填的值", loc, hint=_field(owner, name))
    if kind == "string_type":
        return Problem("text-expected", "这里应填文字", loc, hint=_field(owner, name))
    message, _, hint = details["msg"].partition("；")
    return Problem(kind, message, loc, hint=hint)


def _owner(model: type[BaseModel], keys: tuple[int | str, ...]) -> type[BaseModel] | None:
    current: type[BaseModel] | None = model
    for key in keys:
        if isinstance(key, str) and current is not None:
            current = next(
                (_model_in(field.annotation) for name, field in _fields(current) if name == key), None
            )  # fmt: skip
    return current


def _fields(model: type[BaseModel]) -> Iterator[tuple[str, Any]]:
    for name, field in model.model_fields.items():
        yield field.alias or name, field


def _names(model: type[BaseModel] | None) -> Iterator[str]:
    if model is not None:
        yield from (name for name, _ in _fields(model))


def _field(model: type[BaseModel] | None, name: str) -> str:
    if model is None:
        return ""
    return next((field.description or "" for known, field in _fields(model) if known == name), "")


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _model_in(inner)) is not None), None)
