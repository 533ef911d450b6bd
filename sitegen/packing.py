"""Packing (封装): frozen values <-> bytes, to be kept or handed on small, and quick to open again.

The standard way takes dataclasses with slots apart one field at a time; here each is packed as its class with the values
of its fields, and made again by its class. What is opened can hold nothing but plain values of this program.
"""

from __future__ import annotations

import io
import pickle
import sys
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any


class UnknownValueError(pickle.UnpicklingError):
    """Raised where packed bytes ask for something that is no plain value of this program."""


def packed(value: object) -> bytes:
    """A value as bytes; ``unpacked`` gives an equal one."""
    body = io.BytesIO()
    _Packer(body, pickle.HIGHEST_PROTOCOL).dump(value)
    return body.getvalue()


def unpacked(body: bytes) -> Any:
    """The value that was packed; raises UnknownValueError or another error where the bytes are not such a value's."""
    return _PlainValues(io.BytesIO(body)).load()


class _Packer(pickle.Pickler):
    """Packs dataclasses as calls of their classes."""

    def reducer_override(self, value: Any) -> Any:
        """How a value is made again; as usual, where nothing better is known."""
        found = _fields_of(value.__class__)
        return (value.__class__, found(value)) if found else NotImplemented


@cache
def _fields_of(kind: type) -> Any:
    """What reads the values of all fields of a dataclass, as a tuple in order, if its class takes them so, else None."""
    if not is_dataclass(kind) or not all(field.init and not field.kw_only for field in fields(kind)):
        return None
    names = [field.name for field in fields(kind)]
    return attrgetter(*names) if len(names) > 1 else lambda value: tuple(getattr(value, name) for name in names)


class _PlainValues(pickle.Unpickler):
    """Reads values made of this program's dataclasses, named tuples and enumerations, and of days; refuses all else."""

    def find_class(self, module: str, name: str) -> Any:
        """The class of a packed value."""
        return _class_of(module, name)


@cache
def _class_of(module: str, name: str) -> type:
    if (module, name) == ("datetime", "date"):
        return date
    # A module that this build did not load is not loaded for packed bytes either.
    found = getattr(sys.modules.get(module), name, None) if module.startswith("sitegen.") else None
    if isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum | tuple)):
        return found
    raise UnknownValueError(f"{module}.{name}")
