"""From the tree of texts of one file to its record: schema errors as Chinese problems with their places.

Which fields a file may hold is said in ``schema``; here a violation becomes a sentence and a place, and ``fixes`` finds
the likely fix. Whatever an editor types gives problems, never an exception.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from sitegen.load import fixes
from sitegen.load.schema import Record
from sitegen.load.schema.base import LONGEST_TEXT
from sitegen.load.schema.plan import CellRecord
from sitegen.load.schema.structure import FieldShape, Keys, fields, owner
from sitegen.position import Loc
from sitegen.problems import Problem

R = TypeVar("R", bound=Record)
LONGEST = 30


def validate(file: str, tree: object, model: type[R]) -> tuple[R | None, tuple[Problem, ...]]:
    """Check the tree of a file against its model; gives the record and no problems, or None and all problems."""
    if tree is None:
        return None, (Problem("file-empty", "文件是空的", Loc(file), hint="按 content/README.md 的样例填写。"),)
    try:
        return model.model_validate(tree), ()
    except ValidationError as error:
        found = error.errors(include_url=False)
        misspelt = {wanted for details in found if (wanted := _meant(model, details))}
        return None, tuple(_problem(file, model, one) for one in found if one["type"] != "missing" or one["loc"] not in misspelt)


def _meant(model: type[BaseModel], details: ErrorDetails) -> Keys:
    """Where the field stands that an unknown one most likely is, so that it is not called missing as well; or nothing."""
    *above, name = details["loc"] or ("",)
    if details["type"] != "extra_forbidden" or not isinstance(name, str):
        return ()
    meant = fixes.near_field(name, owner(model, tuple(key for key in above if isinstance(key, str))))
    return (*above, meant) if meant else ()


class _Violation(NamedTuple):
    """One violation as pydantic tells it, with the field and the record that it concerns."""

    file: type[BaseModel]
    keys: Keys
    name: str
    owner: type[BaseModel] | None
    shape: FieldShape | None
    typed: Any
    context: Mapping[str, Any]
    message: str

    @property
    def description(self) -> str:
        return self.shape.description if self.shape is not None else ""


class _Words(NamedTuple):
    code: str
    message: str
    hint: str


def _problem(file: str, model: type[Record], details: ErrorDetails) -> Problem:
    keys, kind = details["loc"], details["type"]
    names = [key for key in keys if isinstance(key, str)]
    above = owner(model, tuple(names[:-1]))
    name = names[-1] if names else ""
    shape = fields(above).get(name) if above is not None else None
    found = _Violation(model, keys, name, above, shape, details["input"], details.get("ctx", {}), details["msg"])
    words = _WORDS[kind](found) if kind in _WORDS else _own_words(kind, found)
    at = Loc(file, keys)
    return Problem(words.code, words.message, at.key() if words.code == "field-unknown" else at, hint=words.hint)


def _own_words(kind: str, found: _Violation) -> _Words:
    """A violation whose code and sentence come from the type of the field; anything else is told without details."""
    otherwise = found.description or "对照 content/README.md 的样例改写。"
    if "-" not in kind:
        return _Words("value-format", f"这里不能填{_kind(found.typed)}", otherwise)
    typed = found.typed if isinstance(found.typed, str) else f"“{found.typed}”"
    message = found.message.replace(typed, _short(typed) if isinstance(found.typed, str) else _kind(found.typed))
    return _Words(kind, message, _FIXES[kind](found) if kind in _FIXES else otherwise)


def _missing(found: _Violation) -> _Words:
    return _Words("field-missing", f"缺少必填的“{found.name}”{_about(found)}", fixes.missing_field(found.name, found.owner))


def _unknown(found: _Violation) -> _Words:
    hint = fixes.other_field(found.name, found.owner, found.file)
    return _Words("field-unknown", f"没有“{_short(found.name)}”这个字段", hint)


def _not_mapping(found: _Violation) -> _Words:
    where = "这里" if found.keys else "整个文件"
    if found.shape is not None and found.shape.record is CellRecord:
        return _Words("mapping-expected", f"这一格应填文字，现在是{_kind(found.typed)}", fixes.record_lines(found.typed, CellRecord))
    record = found.shape.record if found.shape is not None else found.file
    if found.typed is None:
        return _Words("mapping-expected", f"{where}是空的，应是若干行“字段: 值”", fixes.empty_record(found.name, found.keys))
    message = f"{where}应是若干行“字段: 值”，现在是{_kind(found.typed)}"
    return _Words("mapping-expected", message, fixes.record_lines(found.typed, record))


def _not_text(found: _Violation) -> _Words:
    return _Words("text-expected", f"这里应填文字，现在是{_kind(found.typed)}", _one_line(found))


def _no_such_choice(found: _Violation) -> _Words:
    hint = fixes.choice(found.typed, str(found.context.get("known", "")))
    if isinstance(found.typed, str):
        return _Words("choice-unknown", f"没有“{_short(found.typed)}”这个选项", hint)
    return _Words("choice-unknown", f"这里应填一个选项，现在是{_kind(found.typed)}", hint)


def _one_line(found: _Violation) -> str:
    return f"写成一行文字{_about(found)}；文字里有英文冒号的，用英文双引号把整段括起来。"


def _some_text(found: _Violation) -> str:
    return "补上文字，或删去这一项。" if isinstance(found.keys[-1], int) else f"补上文字{_about(found)}。"


def _too_long(found: _Violation) -> str:
    about = _about(found)
    if found.context["longest"] < LONGEST_TEXT:
        return f"换一个短的编号{about}。"
    return f"照原件分成几段、几格来录{about}；多半是别处的文字也粘贴到了这里。"


_WORDS: Mapping[str, Callable[[_Violation], _Words]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "model_type": _not_mapping,
    "model_attributes_type": _not_mapping,
    "string_type": _not_text,
    "choice-unknown": _no_such_choice,
}
_FIXES: Mapping[str, Callable[[_Violation], str]] = {
    "text-expected": _one_line,
    "text-missing": _some_text,
    "number-expected": lambda found: fixes.number(found.typed, found.description),
    "year-impossible": lambda _found: "写四位年份，如 2024。",
    "date-format": lambda found: fixes.day(found.typed),
    "date-impossible": lambda _found: "照文件核对月份和日期。",
    "text-too-long": _too_long,
    "id-format": lambda found: fixes.item_id(found.typed) if found.name == "item" else fixes.slug(found.typed),
    "list-expected": lambda found: fixes.list_lines(found.typed, found.shape.record if found.shape else None),
    "boolean-expected": lambda found: fixes.boolean(found.typed),
}


def _about(found: _Violation) -> str:
    return f"（{found.description}）" if found.description else ""


def _kind(typed: Any) -> str:
    """What was typed, as a message names it."""
    if isinstance(typed, str):
        return f"“{_short(typed)}”" if typed.strip() else "空白"
    if typed is None:
        return "空白"
    return "列表" if isinstance(typed, list | tuple) else "若干字段"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
