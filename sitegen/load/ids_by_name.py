"""Ids for names (按名称找编号): which registered id an editor meant who typed the Chinese name of a place, a unit or a plan.

Here belongs only the better fix of such a mistake. That a name is no id is found where fields are checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sitegen.load.texts import TypedFile
from sitegen.problems import Problem

CALLED = ("name", "full_name", "title", "term")


def with_ids(problems: Iterable[Problem], files: Sequence[TypedFile]) -> tuple[Problem, ...]:
    """The problems, those of a name where an id belongs with the id that is registered for it, if just one is."""
    found = tuple(problems)
    if not any(problem.code == "id-format" for problem in found):
        return found
    ids: dict[str, set[str]] = {}
    for file in files:
        for name, id_ in _named(file.tree):
            ids.setdefault(name, set()).add(id_)
    trees = {file.file: file.tree for file in files}
    return tuple(_with_id(problem, trees, ids) if problem.code == "id-format" else problem for problem in found)


def _with_id(problem: Problem, trees: Mapping[str, object], ids: Mapping[str, set[str]]) -> Problem:
    keys: tuple[str | int, ...] = getattr(problem.at, "keys", ())
    typed: object = trees.get(problem.at.file)
    for key in keys:
        typed = typed[key] if isinstance(typed, dict | list) else None  # type: ignore[index]  # a place leads to its value
    meant = ids.get(typed.strip(), set()) if isinstance(typed, str) and keys[-1:] != ("id",) else set()
    return replace(problem, hint=f"这里填编号，不填名称；改成“{next(iter(meant))}”。") if len(meant) == 1 else problem


def _named(tree: object) -> Iterator[tuple[str, str]]:
    """Every name in a tree with the id beside it."""
    if isinstance(tree, list):
        for one in tree:
            yield from _named(one)
    if isinstance(tree, dict):
        own = tree.get("id")
        for field in CALLED:
            name = tree.get(field)
            if isinstance(own, str) and isinstance(name, str):
                yield name.strip(), own.strip()
        for key, one in tree.items():
            if key not in CALLED:
                yield from _named(one)
