"""Names of bodies that one jurisdiction knows (单位名录): which registered unit or group a printed name stands for.

A name belongs to a place: 区财政局 of two districts are two bodies, 市X in a district's document is the city's. Here belong
the rules that are certain: width and brackets, the place before the name, a level word carried over in a list. What is
merely likely is never resolved, only offered as a near name. How names are found in a text is not decided here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sitegen.load.reading.unit_text import name_key
from sitegen.load.reading.unit_words import LEVEL_START, PLACE
from sitegen.model import Group, Jurisdiction, Level, MentionKind, Unit
from sitegen.problems import nearest

LEVEL_WORDS = ("自治区", "区", "县", "市", "省", "州", "旗", "盟")
NEAR_NAMES = 3


@dataclass(frozen=True, slots=True)
class Registered:
    """What a name stands for: a unit or a group of the registry, and the name as registered."""

    kind: MentionKind
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """Names of one jurisdiction by their key, its level word (区), the ways to write the place (槐荫区, 济南市槐荫区), its stem (槐荫)."""

    level_word: str
    ways: tuple[str, ...] = ()
    stem: str = ""
    names: Mapping[str, Registered] = field(default_factory=dict)

    def after_place(self, key: str) -> str:
        """Name with the level word in place of the place, 槐荫区财政局 -> 区财政局; empty where the place is not named."""
        way = next((way for way in self.ways if key.startswith(way) and len(key) > len(way)), "")
        return self.level_word + key[len(way) :] if way else ""

    def find(self, named: str) -> Registered | None:
        """What a name after the place stands for; a group of all (各…) may have no level word in the registry."""
        bare = named.removeprefix(self.level_word)
        return self.names.get(named) or (self.names.get(bare) if bare.startswith("各") else None)


@dataclass(frozen=True, slots=True)
class UnitNames:
    """Names of one jurisdiction and of its superiors; ``by_first`` lists the keys by first character, the longest first."""

    own: PlaceNames
    superiors: tuple[PlaceNames, ...] = ()
    by_first: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @staticmethod
    def empty() -> UnitNames:
        """Names of no registry: every named body stays unresolved."""
        return UnitNames(PlaceNames(""))

    def literal(self, key: str) -> Registered | None:
        """What a name stands for exactly as it is written."""
        if key in self.own.names:
            return self.own.names[key]
        return next((place.names[key] for place in self.superiors if self._is_of(place, key)), None)

    def find(self, name: str) -> Registered | None:
        """What a printed name stands for by itself, or None where that is not certain."""
        key = name_key(name)
        found = self.literal(key)
        if found:
            return found
        named = ((place, place.after_place(key)) for place in (self.own, *self.superiors))
        return next((place.find(rest) for place, rest in named if rest), None)

    def find_listed(self, name: str, carried: str) -> Registered | None:
        """What the name of a body in a list stands for, where the level word may be left out (省发改委、财政厅).

        ``carried`` is the level word or place of the body before it; where it is empty, this jurisdiction's is meant.
        """
        key = name_key(name)
        found = self.find(key)
        if found or not key or self.place_of(key):
            return found
        return self.find((carried or self.own.level_word) + key)

    def place_of(self, key: str) -> str:
        """Level word or place with which a name begins, as far as it can be carried over to the next name."""
        ways = (way for place in (self.own, *self.superiors) for way in place.ways)
        found = LEVEL_START.match(key) or PLACE.match(key)
        return next((way for way in ways if key.startswith(way)), found[0] if found else "")

    def _is_of(self, place: PlaceNames, key: str) -> bool:
        """Whether a registered name of a superior means that superior's body in this jurisdiction's documents."""
        if key not in place.names:
            return False
        if not place.level_word:
            return place.names[key].kind is MentionKind.UNIT
        of_level = place.level_word != self.own.level_word and key.startswith(place.level_word)
        return of_level or (place.stem != "" and place.stem in key)


def unit_names(
    jurisdiction_id: str, jurisdictions: Iterable[Jurisdiction], units: Iterable[Unit], groups: Iterable[Group]
) -> UnitNames:
    """Names that documents of a jurisdiction may use: its own and those of its superiors; unknown ids have no names."""
    known = {place.id: place for place in jurisdictions}
    if jurisdiction_id not in known:
        return UnitNames.empty()
    chain = [known[jurisdiction_id], *(known[above] for above in known[jurisdiction_id].ancestors if above in known)]
    bodies: list[Unit | Group] = [*units, *groups]
    places = [_place_names(place, chain[rank + 1 :], bodies) for rank, place in enumerate(chain)]
    names = UnitNames(places[0], tuple(places[1:]))
    usable = sorted(
        {key for place in places for key in place.names if names.literal(key)}, key=lambda key: (-len(key), key)
    )
    firsts = sorted({key[0] for key in usable})
    by_first = {first: tuple(key for key in usable if key[0] == first) for first in firsts}
    return UnitNames(names.own, names.superiors, by_first)


def nearest_names(name: str, names: UnitNames) -> tuple[str, ...]:
    """Registered names nearest to an unresolved one, best first, one for each body; empty where none is near."""
    left: dict[str, Registered] = {}
    for place in (names.own, *names.superiors):
        for key, registered in place.names.items():
            left.setdefault(key, registered)
    typed = names.own.after_place(name_key(name)) or name_key(name)
    near: list[str] = []
    while len(near) < NEAR_NAMES and (best := nearest(typed, left)):
        found = left[best]
        near.append(found.name)
        left = {key: other for key, other in left.items() if other.id != found.id}
    return tuple(near)


def _place_names(place: Jurisdiction, above: Sequence[Jurisdiction], bodies: Iterable[Unit | Group]) -> PlaceNames:
    word = (
        next((word for word in LEVEL_WORDS if place.name.endswith(word)), "") if place.level is not Level.STATE else ""
    )
    ways = {place.name, place.full_name} | {way + place.name for over in above for way in (over.name, over.full_name)}
    written = tuple(sorted((way for way in ways if word and way.endswith(word)), key=lambda way: (-len(way), way)))
    stem = place.name.removesuffix(word) if word else ""
    empty = PlaceNames(word, written, stem if len(stem) > 1 else "")
    names: dict[str, Registered] = {}
    shared: set[str] = set()
    for body in bodies:
        if body.jurisdiction_id == place.id:
            for key, registered in _registered(body, empty):
                if names.setdefault(key, registered).id != body.id:
                    shared.add(key)
    certain = {key: registered for key, registered in names.items() if key not in shared}
    return PlaceNames(word, written, empty.stem, certain)


def _registered(body: Unit | Group, place: PlaceNames) -> Iterator[tuple[str, Registered]]:
    """Keys of a body's name and aliases, also those with the level word in place of the place."""
    kind = MentionKind.UNIT if isinstance(body, Unit) else MentionKind.GROUP
    for name in (body.name, *(alias.name for alias in body.aliases)):
        key = name_key(name)
        for written in (key, place.after_place(key)):
            if written:
                yield written, Registered(kind, body.id, name)
