"""The gallery (组件陈列): every example of every component on a page of its own, and a page per component that shows them.

For developers, and the accessibility fixture of the browser tests. It is made from the examples and the theme's files
alone, and is never published: ``make gallery`` writes it beside the site, not into it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from sitegen.render.assets import Assets, prepare_assets
from sitegen.render.output import Output
from sitegen.render.templates import prepare_templates
from tests.components.examples import ROOT, Example, examples, render_example

STATIC = ROOT.parent / "static"
REMARK = re.compile(r"^\{#\s*(.*?)\s*#\}", re.S)
FRAMES = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined)


@dataclass(frozen=True, slots=True)
class Shown:
    """An example as the gallery shows it: its name, its page under its component's, its arguments as typed, its markup."""

    name: str
    page: str
    source: str
    markup: Markup


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A component: its name, what its file says of it, its examples."""

    name: str
    remark: str
    shown: tuple[Shown, ...]


def gallery() -> tuple[Output, ...]:
    """All files of the gallery, by paths under its folder."""
    assets = _assets()
    exhibits = tuple(_exhibits(assets))
    pages = [Output("index.html", _page("index", "", assets, exhibits=exhibits))]
    for exhibit in exhibits:
        path = f"{exhibit.name}/index.html"
        pages.append(Output(path, _page("component", "../", assets, exhibit=exhibit)))
        for one in exhibit.shown:
            content = _page("example", "../", assets, exhibit=exhibit, shown=one)
            pages.append(Output(f"{exhibit.name}/{one.page}", content))
    script = (Path(__file__).parent / "gallery.js").read_bytes()
    return (*pages, *assets.outputs, Output("gallery.js", script))


def example_pages(outputs: Iterable[Output]) -> dict[str, str]:
    """Paths of the pages that show one example each, by what they show."""
    paths = (output.path for output in outputs)
    return {path.removesuffix(".html"): path for path in paths if re.fullmatch(r"\w+/\d+\.html", path)}


def _assets() -> Assets:
    return prepare_assets({path.relative_to(STATIC).as_posix(): path.read_bytes() for path in STATIC.rglob("*") if path.is_file()})


def _exhibits(assets: Assets) -> Iterator[Exhibit]:
    texts = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in ROOT.rglob("*.html")}
    environment = prepare_templates(texts, f"../{assets.folder}").environment
    for name, found in groupby(examples(), lambda example: example.component):
        remark = REMARK.match(texts[f"components/{name}/macro.html"])
        shown = tuple(_shown(number, one, environment) for number, one in enumerate(found, 1))
        yield Exhibit(name, " ".join(remark[1].split()) if remark else "", shown)


def _shown(number: int, example: Example, environment: Environment) -> Shown:
    typed = yaml.safe_load((ROOT / "components" / example.component / "examples.yaml").read_text("utf-8"))[number - 1]
    source = yaml.safe_dump(typed, allow_unicode=True, sort_keys=False, width=100)
    return Shown(example.name, f"{number}.html", source, Markup(render_example(environment, example)))


def _page(template: str, above: str, assets: Assets, **values: object) -> bytes:
    text = FRAMES.get_template(f"{template}.html").render(above=above, assets=above + assets.folder, **values)
    return text.encode()
