"""Static files (静态文件) -> outputs with addresses that change when their content does.

Stylesheets under css/ are joined into one site.css, folders in the order of their layers; everything else keeps its name.
All lie under one folder named after the content of all of them, so that scripts may import each other by relative path.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.memo import digest
from sitegen.render.output import Output

LAYERS = ("settings", "base", "layout", "components", "utilities")


@dataclass(frozen=True, slots=True)
class Assets:
    """Static files ready to publish: the outputs, and the folder under which pages find them ("assets/3f2a/")."""

    folder: str
    outputs: tuple[Output, ...]


def prepare_assets(files: Mapping[str, bytes]) -> Assets:
    """Join stylesheets and give every static file its place; ``files`` maps paths under static/ to bytes."""
    sheets = [path for path in files if path.startswith("css/")]
    others = {path: content for path, content in sorted(files.items()) if not path.startswith("css/")}
    css = b"\n".join(files[path].strip() for path in sorted(sheets, key=_layer)) + b"\n"
    ready = {"site.css": css, **others}
    folder = f"assets/{digest(*[part for item in ready.items() for part in item])[:10]}/"
    return Assets(folder, tuple(Output(folder + path, content) for path, content in ready.items()))


def _layer(path: str) -> tuple[int, str]:
    layer = path.split("/")[1]
    return (LAYERS.index(layer) if layer in LAYERS else len(LAYERS), path)
