"""Colours of text on the grounds they are used on: at least 7:1 in every scheme, borders of controls at least 3:1."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

SETTINGS = Path(__file__).parents[2] / "static/css/settings"
SHEET = (SETTINGS / "colours.css").read_text("utf-8")
CHOSEN = (SETTINGS / "reading_modes.css").read_text("utf-8")
TEXT_ON_GROUND = [
    (text, ground) for text in ("ink", "ink-quiet", "accent", "signal") for ground in ("paper", "surface")
] + [
    ("ink", "signal-ground"), ("signal", "signal-ground"), ("ink", "accent-ground"), ("accent", "accent-ground"),
    ("ink", "target-ground"), ("on-accent", "accent"),
]  # fmt: skip


def schemes() -> dict[str, dict[str, str]]:
    """Colours by scheme: each later block of the sheet over the light one."""
    found: dict[str, dict[str, str]] = {}
    light: dict[str, str] = {}
    for query, body in re.findall(r"(?:@media ([^{]+)\{\s*)?:root \{([^}]*)\}", SHEET):
        own = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", body))
        base = found.get("(prefers-color-scheme: dark)", {}) if "dark" in query and "contrast" in query else light
        found[query.strip() or "light"] = {**base, **own}
        light = light or own
    for name, body in re.findall(r':root\[data-reading-colours="([a-z]+)"\] \{([^}]*)\}', CHOSEN):
        found[f"chosen {name}"] = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", body))
    return found


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def test_there_are_four_schemes_and_two_that_readers_choose() -> None:
    assert len(schemes()) == 6


def test_a_chosen_scheme_says_every_colour() -> None:
    found = schemes()
    assert set(found["chosen light"]) == set(found["chosen dark"]) == set(found["light"])


def test_black_on_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("scheme", list(schemes()))
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_reaches_seven_to_one(scheme: str, text: str, ground: str) -> None:
    colours = schemes()[scheme]
    assert contrast(colours[text], colours[ground]) >= 7


@pytest.mark.parametrize("scheme", list(schemes()))
def test_controls_and_focus_are_seen(scheme: str) -> None:
    colours = schemes()[scheme]
    assert contrast(colours["rule-strong"], colours["paper"]) >= 3
    assert contrast(colours["focus"], colours["paper"]) >= 3
