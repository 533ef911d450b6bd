"""Static files (静态文件) -> outputs with addresses that change when their content does.

Stylesheets under css/ are joined into one site.css without their comments, folders in the order of their layers; the
small scripts under js/page/ into one js/page.js, the modules under js/search/ into one js/search.js, which holds Lunr too: a reader who comes with a
query needs both, and one file is here sooner than two. A script that one page
asks for instead of page.js holds page.js too, so that no page makes a request more; everything else keeps its name. All lie
under one folder named after the content of all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sitegen.memo import digest
from sitegen.render.bundle import bundle_modules
from sitegen.render.output import Output

FOLDER = "assets/"
MODULES = "js/search/"
IMPROVEMENTS = "js/page/"
ENTRY = "main.js"
ENGINE = "vendor/lunr.min.js"
# Tells browsers to compile functions while the script is on its way, and not when a reader waits for their results.
AT_ONCE = b"//# allFunctionsCalledOnLoad\n"
INSTEAD = ("js/any_comparison.js",)
NOT_FOR_BROWSERS = re.compile(rb"""("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|/\*.*?\*/|^\s+""", re.DOTALL | re.MULTILINE)
LAYERS = ("settings", "base", "layout", "components", "utilities")


@dataclass(frozen=True, slots=True)
class Assets:
    """Static files ready to publish: the outputs, and the folder under which pages find them ("assets/3f2a/")."""

    folder: str
    outputs: tuple[Output, ...]


def prepare_assets(files: Mapping[str, bytes]) -> Assets:
    """Join stylesheets and give every static file its place; ``files`` maps paths under static/ to bytes."""
    sheets = sorted((path for path in files if path.startswith("css/")), key=_layer)
    modules = {path.removeprefix(MODULES): files[path].decode() for path in files if path.startswith(MODULES)}
    improvements = [path for path in sorted(files) if path.startswith(IMPROVEMENTS)]
    joined = {
        "site.css": _bare(_joined(sheets, files)),
        "js/page.js": _joined(improvements, files),
        "js/search.js": AT_ONCE + files.get(ENGINE, b"") + bundle_modules(modules, ENTRY).encode(),
        **{path: _joined([*improvements, path], files) for path in INSTEAD if path in files},
    }
    gone = ("css/", MODULES, IMPROVEMENTS, ENGINE)
    kept = (path for path in sorted(files) if not path.startswith(gone) and path not in joined)
    others = {path: files[path] for path in kept}
    ready = {**joined, **others}
    folder = f"{FOLDER}{digest(*[part for item in ready.items() for part in item])[:10]}/"
    return Assets(folder, tuple(Output(folder + path, content) for path, content in ready.items()))


def _joined(paths: Iterable[str], files: Mapping[str, bytes]) -> bytes:
    return b"\n".join(files[path].strip() for path in paths) + b"\n"


def _bare(sheet: bytes) -> bytes:
    """A stylesheet without comments and indentation; what looks like either inside quotes stays."""
    return NOT_FOR_BROWSERS.sub(lambda found: found[1] or b"", sheet)


def _layer(path: str) -> tuple[int, str]:
    layer = path.split("/")[1]
    return (LAYERS.index(layer) if layer in LAYERS else len(LAYERS), path)
