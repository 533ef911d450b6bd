"""Short names (简称) of units: what readers may call a unit and the search then understands, beside its registered names.

Here belongs the rule of abbreviation (发改 in 发展改革) as unit pages tell it; static/js/search/units.js reads queries by the
same rule. Nothing is made up: a short name is shown only where some document or the readers' words (读者用语对照) use it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sitegen.model import Portal, Unit

LEVELS = "省市区县旗镇乡"
# Endings of one line stand for one another in readers' mouths: 发改委 for 发改局.
ENDINGS = (("委员会", "分局", "局", "委", "厅"), ("办公室", "办公厅", "办"), ("中心",), ("支队",), ("大队",), ("公司",), ("集团",))
KINDS = sorted(((ending, kind) for kind, line in enumerate(ENDINGS) for ending in line), key=lambda one: -len(one[0]))
SHORTEST_CORE = 2
LONGEST_PLAIN_CORE = 2


@dataclass(frozen=True, slots=True)
class _Name:
    """A name taken apart: 区发展改革局 is level 区, core 发展改革, ending 局 of the kind that 委 is also of."""

    whole: str
    level: str
    core: str
    kind: int


# Cores of an official name, and the readers' words that it stands for.
_Older = tuple[set[str], tuple[_Name, ...]]


def short_names(portal: Portal) -> Mapping[str, tuple[str, ...]]:
    """For every unit, by id, the further names by which the search finds it: shorter, fuller and older ones, sorted."""
    units = [body for body in portal.bodies if isinstance(body, Unit)]
    printed = [name for unit in units for name in _own(unit)]
    used = dict.fromkeys([*printed, *(term for entry in portal.thesaurus for term in entry.terms)])
    known: defaultdict[tuple[int, str], dict[tuple[str, str], _Name]] = defaultdict(dict)
    for name in used:
        for parsed in _parse(name):
            known[parsed.kind, parsed.core[0]].setdefault((parsed.level, parsed.core), parsed)
    older = _older(portal)
    return {unit.id: _found(unit, known, older) for unit in units}


def _own(unit: Unit) -> tuple[str, ...]:
    return (unit.name, *(alias.name for alias in unit.aliases))


def _older(portal: Portal) -> tuple[_Older, ...]:
    """Readers' words for units with the official names that stand for them: 环保局 with 生态环境局."""
    found: defaultdict[str, list[_Name]] = defaultdict(list)
    for entry in portal.thesaurus:
        words = [parsed for word in entry.words for parsed in _parse(word)]
        for term in entry.terms if words else ():
            found[term] += words
    return tuple((cores, tuple(words)) for term, words in found.items() if (cores := _cores(term)))


def _found(
    unit: Unit, known: Mapping[tuple[int, str], Mapping[tuple[str, str], _Name]], older: Iterable[_Older]
) -> tuple[str, ...]:
    names = _own(unit)
    own = [parsed for name in names for parsed in _parse(name)]
    level = next((parsed.level for parsed in own if parsed.level), "")
    further: dict[str, None] = {}
    for parsed in own:
        for other in known.get((parsed.kind, parsed.core[0]), {}).values():
            if other.level in ("", level) and (_shortens(other.core, parsed.core) or _shortens(parsed.core, other.core)):
                further[other.whole if other.level else level + other.whole] = None
    cores = {parsed.core for parsed in own} | {core for name in further for core in _cores(name)}
    for official, words in older:
        if not cores.isdisjoint(official):
            fitting = (word.whole for word in words if word.level in ("", level))
            further.update(dict.fromkeys(word for word in fitting if level + word not in further))
    return tuple(sorted(name for name in further if name not in names))


def _cores(name: str) -> set[str]:
    return {parsed.core for parsed in _parse(name)}


def _parse(name: str) -> tuple[_Name, ...]:
    """The ways to take a name apart, none for what does not name a unit; 市场监管局 is no 场监管局 of a city."""
    ending, kind = next(((ending, kind) for ending, kind in KINDS if name.endswith(ending)), ("", -1))
    core = name[: len(name) - len(ending)]
    # 槐荫区人民政府办公室 is the full name of one body, not a form of others' names.
    if kind < 0 or len(core) < SHORTEST_CORE or "人民政府" in core:
        return ()
    if core[0] in LEVELS and len(core) > LONGEST_PLAIN_CORE and not core.startswith("市场"):
        return (_Name(name, core[0], core[1:], kind),)
    return (_Name(name, "", core, kind),)


def _shortens(short: str, full: str) -> bool:
    """Whether a core begins like a fuller one and leaves characters of it out: 人社 in 人力资源和社会保障."""
    return len(short) < len(full) and short[0] == full[0] and _is_subsequence(short, full)


def _is_subsequence(short: Iterable[str], full: str) -> bool:
    rest = iter(full)
    return all(character in rest for character in short)
