"""Examples of components: templates/components/<name>/examples.yaml as values, rendered with the real templates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import yaml
from jinja2 import Environment
from markupsafe import Markup

from sitegen.render.templates import Templates, prepare_templates

ROOT = Path(__file__).parents[2] / "templates"


@dataclass(frozen=True)
class Example:
    """One example: the component's name, what it shows, the macro's arguments, the body of its call or ""."""

    component: str
    name: str
    arguments: dict[str, Any]
    body: str


def component_names() -> list[str]:
    """All components, by folder."""
    return sorted(path.parent.name for path in (ROOT / "components").glob("*/macro.html"))


def examples() -> Iterator[Example]:
    """All examples of all components."""
    for component in component_names():
        for entry in yaml.safe_load((ROOT / "components" / component / "examples.yaml").read_text("utf-8")):
            arguments = {name: as_value(value) for name, value in entry.get("arguments", {}).items()}
            yield Example(component, str(entry["name"]), arguments, entry.get("body", ""))


def as_value(value: Any) -> Any:
    """Mappings as objects with attributes, as views are; lists as tuples."""
    if isinstance(value, dict):
        return SimpleNamespace(**{name: as_value(inner) for name, inner in value.items()})
    return tuple(as_value(inner) for inner in value) if isinstance(value, list) else value


def real_templates() -> Templates:
    """The theme's templates."""
    files = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in ROOT.rglob("*.html")}
    return prepare_templates(files, "/assets/")


def render_example(environment: Environment, example: Example) -> str:
    """HTML of an example."""
    macro = getattr(environment.get_template(f"components/{example.component}/macro.html").module, example.component)
    caller = {"caller": lambda: Markup("{}").format(example.body)} if example.body else {}
    return str(macro(**example.arguments, **caller))
