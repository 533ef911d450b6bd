"""Names of bodies that one jurisdiction knows (单位名录): which registered unit or group a printed name stands for.

A name belongs to a place: 区财政局 of two districts are two bodies, 市X in a district's document is the city's. Here belong
the rules that are certain (width and brackets, the place before the name, a level word carried over in a list). What is
merely likely is never resolved, only offered as a near name. How names are found in a text is not decided here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from sitegen.load.reading.unit_text import name_key
from sitegen.load.reading.unit_words import LEVEL_START, PLACE
from sitegen.model import Group, Jurisdiction, Level, MentionKind, Unit

LEVEL_WORDS = ("自治区", "区", "县", "市", "省", "州", "旗", "盟")
NEAR_ENOUGH = 60
NEAR_NAMES = 3


@dataclass(frozen=True, slots=True)
class Registered:
    """What a name stands for: a unit or a group of the registry, and the name as registered."""

    kind: MentionKind
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """Names of one jurisdiction: its level word (区, 市), the ways to write the place, and its names by their key."""

    level_word: str
    places: tuple[str, ...] = ()
    stem: str = ""
    state: bool = False
    names: Mapping[str, Registered] = field(default_factory=dict)

    def after_place(self, key: str) -> str | None:
        """Name with the level word in place of the place: 槐荫区财政局 -> 区财政局; None where this place is not named."""
        for place in self.places:
            if key.startswith(place) and len(key) > len(place):
                return self.level_word + key[len(place) :]
        return None


@dataclass(frozen=True, slots=True)
class UnitNames:
    """Names of one jurisdiction and of its superiors; ``by_first`` lists every literal key by its first character."""

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
        return next(
            (place.names[key] for place in self.superiors if key in place.names and self._outward(place, key)), None
        )

    def find(self, name: str) -> Registered | None:
        """What a printed name stands for by itself, or None where that is not certain."""
        key = name_key(name)
        return self.literal(key) or self._at_named_place(key)

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
        for place in (self.own, *self.superiors):
            for written in place.places:
                if key.startswith(written):
                    return written
        found = LEVEL_START.match(key) or PLACE.match(key)
        return found[0] if found else ""

    def _at_named_place(self, key: str) -> Registered | None:
        for place in (self.own, *self.superiors):
            named = place.after_place(key)
            if named is not None:
                group = named.removeprefix(place.level_word)
                return place.names.get(named) or (place.names.get(group) if group.startswith("各") else None)
        return None

    def _outward(self, place: PlaceNames, key: str) -> bool:
        """Whether a name of a superior means that superior in this jurisdiction's documents."""
        if place.stem and place.stem in key:
            return True
        if place.level_word:
            return place.level_word != self.own.level_word and key.startswith(place.level_word)
        return place.names[key].kind is MentionKind.UNIT


def unit_names(
    jurisdiction_id: str, jurisdictions: Iterable[Jurisdiction], units: Iterable[Unit], groups: Iterable[Group]
) -> UnitNames:
    """Names that documents of a jurisdiction may use: its own and those of its superiors; unknown ids have no names."""
    known = {place.id: place for place in jurisdictions}
    if jurisdiction_id not in known:
        return UnitNames.empty()
    chain = [known[jurisdiction_id], *(known[each] for each in known[jurisdiction_id].ancestors if each in known)]
    bodies: list[Unit | Group] = [*units, *groups]
    places = [_place_names(place, chain[rank + 1 :], bodies) for rank, place in enumerate(chain)]
    names = UnitNames(places[0], tuple(places[1:]))
    keys = sorted(
        {key for place in places for key in place.names if names.literal(key)}, key=lambda key: (-len(key), key)
    )
    by_first: dict[str, list[str]] = {}
    for key in keys:
        by_first.setdefault(key[0], []).append(key)
    return UnitNames(names.own, names.superiors, {first: tuple(found) for first, found in by_first.items()})


def nearest_names(name: str, names: UnitNames) -> tuple[str, ...]:
    """Registered names nearest to an unresolved one, best first, one for each body; empty where none is near."""
    entries = [entry for place in (names.own, *names.superiors) for entry in place.names.items()]
    key = name_key(name)
    written = names.own.after_place(key) or key
    scored = process.extract(
        written, [entry[0] for entry in entries], scorer=fuzz.ratio, limit=None, score_cutoff=NEAR_ENOUGH
    )
    near: dict[str, str] = {}
    for _, _, place in sorted(scored, key=lambda found: (-found[1], found[2])):
        registered = entries[place][1]
        near.setdefault(registered.id, registered.name)
    return tuple(near.values())[:NEAR_NAMES]


def _place_names(place: Jurisdiction, above: Sequence[Jurisdiction], bodies: Iterable[Unit | Group]) -> PlaceNames:
    state = place.level is Level.STATE
    word = "" if state else next((word for word in LEVEL_WORDS if place.name.endswith(word)), "")
    ways = {place.name, place.full_name}
    ways |= {name + place.name for superior in above for name in (superior.name, superior.full_name)}
    written = tuple(sorted((way for way in ways if word and way.endswith(word)), key=lambda way: (-len(way), way)))
    stem = place.name.removesuffix(word) if word else ""
    empty = PlaceNames(word, written, stem if len(stem) > 1 else "", state)
    names: dict[str, Registered | None] = {}
    for body in bodies:
        if body.jurisdiction_id == place.id:
            kind = MentionKind.UNIT if isinstance(body, Unit) else MentionKind.GROUP
            for name in (body.name, *(alias.name for alias in body.aliases)):
                for key in _keys(name, empty):
                    same = names.get(key) is None and key not in names
                    registered = Registered(kind, body.id, name)
                    known = names.get(key)
                    names[key] = registered if same else known if known and known.id == body.id else None
    certain = {key: registered for key, registered in names.items() if registered}
    return PlaceNames(word, written, empty.stem, state, certain)


def _keys(name: str, place: PlaceNames) -> Iterator[str]:
    key = name_key(name)
    if key:
        yield key
        named = place.after_place(key)
        if named:
            yield named
