"""Every example of every component renders, is strict HTML, and escapes what it shows."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import html5lib
import pytest

from tests.components.examples import ROOT, Example, component_names, examples, real_templates, render_example

EXAMPLES = list(examples())
ENVIRONMENT = real_templates().environment
ATTACK = "\"'><script>alert(1)</script>&"


def titled(example: Example) -> str:
    return f"{example.component}: {example.name}"


@pytest.mark.parametrize("component", component_names())
def test_every_component_has_examples(component: str) -> None:
    assert (ROOT / "components" / component / "examples.yaml").exists()
    assert any(example.component == component for example in EXAMPLES)


@pytest.mark.parametrize("example", EXAMPLES, ids=titled)
def test_examples_are_strict_html(example: Example) -> None:
    html = render_example(ENVIRONMENT, example)
    fragment = html5lib.HTMLParser(strict=True).parseFragment(html, container="div")
    words = "".join(fragment.itertext()) if hasattr(fragment, "itertext") else ""
    assert words.strip() or not html.strip()
    assert "None" not in words
    assert " at 0x" not in html


@pytest.mark.parametrize("example", EXAMPLES, ids=titled)
def test_whatever_stands_in_a_field_arrives_as_text(example: Example) -> None:
    attacked = replace(example, arguments={name: _attacked(value) for name, value in example.arguments.items()})
    html = render_example(ENVIRONMENT, attacked)
    assert "<script" not in html
    fragment = html5lib.HTMLParser(strict=True).parseFragment(html, container="div")
    for element in fragment.iter():
        assert not str(element.tag).endswith("script")
        assert not any(str(name).startswith("on") for name in element.attrib)


def _attacked(value: Any) -> Any:
    """The value with an attack at the end of every text."""
    if isinstance(value, str):
        return value + ATTACK if value else value
    if isinstance(value, tuple):
        return tuple(_attacked(inner) for inner in value)
    if isinstance(value, SimpleNamespace):
        return SimpleNamespace(**{name: _attacked(inner) for name, inner in vars(value).items()})
    return value
