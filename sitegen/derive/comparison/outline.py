"""The outline picture (对照略图): two columns of clauses with links between them, every coordinate computed here.

The template only writes the numbers into an SVG. Which clauses are linked, and how it is called, the rows decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, COLUMN, BOX, STEP, MARGIN = 640, 200, 22, 28, 8


@dataclass(frozen=True, slots=True)
class OutlineBox:
    """One clause: id, label cut to fit, full label, the anchor of its row, and its rectangle and text base line."""

    id: str
    label: str
    title: str
    anchor: str
    x: int
    y: int
    width: int
    height: int
    text_x: int
    text_y: int


@dataclass(frozen=True, slots=True)
class OutlineLink:
    """One link: its SVG path, whether declared or suggested, its title in words, and the anchor of its row."""

    path: str
    ground: str
    title: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Outline:
    """The picture: its size, the boxes of both columns, the links."""

    width: int
    height: int
    left: tuple[OutlineBox, ...]
    right: tuple[OutlineBox, ...]
    links: tuple[OutlineLink, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One clause to draw: id, label, anchor of the row to go to."""

    id: str
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Connection:
    """One link to draw between two clauses by id: its ground, title and row."""

    old_id: str
    new_id: str
    ground: str
    title: str
    anchor: str


def outline(old: Sequence[Entry], new: Sequence[Entry], connections: Sequence[Connection]) -> Outline:
    """Draw two columns of clauses and the links between them."""
    left = _column(old, MARGIN)
    right = _column(new, WIDTH - MARGIN - COLUMN)
    height = 2 * MARGIN + STEP * max(len(old), len(new), 1)
    left_places = {box.id: box for box in left}
    right_places = {box.id: box for box in right}
    links = tuple(
        OutlineLink(
            _path(left_places[one.old_id], right_places[one.new_id]), one.ground, one.title, one.anchor
        )
        for one in connections
        if one.old_id in left_places and one.new_id in right_places
    )  # fmt: skip
    return Outline(WIDTH, height, left, right, links)


def _column(entries: Sequence[Entry], x: int) -> tuple[OutlineBox, ...]:
    return tuple(
        OutlineBox(
            entry.id, _short(entry.label), entry.label, entry.anchor,
            x, MARGIN + place * STEP, COLUMN, BOX, x + 6, MARGIN + place * STEP + 15,
        )
        for place, entry in enumerate(entries)
    )  # fmt: skip


def _short(label: str) -> str:
    return label if len(label) <= 14 else label[:13] + "…"


def _path(old: OutlineBox, new: OutlineBox) -> str:
    x1, y1 = old.x + old.width, old.y + old.height // 2
    x2, y2 = new.x, new.y + new.height // 2
    middle = (x1 + x2) // 2
    return f"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}"
