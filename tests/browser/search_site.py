"""A minimal page with a rendered search, written to a folder: what the page's script needs and nothing else."""

from __future__ import annotations

from pathlib import Path

from sitegen.render.assets import prepare_assets
from sitegen.render.search import SearchIndex

ROOT = Path(__file__).parents[2]
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'self'"

PAGE = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>搜索</title>
<meta http-equiv="Content-Security-Policy" content="{policy}">
<link rel="icon" href="data:,">
<main><h1>搜索</h1>
<div data-search data-manifest="../{manifest}" data-directory="{directory}">
  <form role="search" action="" method="get" data-search-form>
    <label for="search-query">搜索</label>
    <input id="search-query" name="q" type="search" maxlength="1000" autocomplete="off" data-search-input>
    <ul id="search-suggestions" role="listbox" aria-label="搜索建议" data-search-suggestions hidden></ul>
    <button type="submit">搜索</button>
  </form>
  <p role="status" data-search-status></p>
  <div data-search-notes hidden></div>
  <p data-search-direct hidden></p>
  <div data-search-filters hidden></div>
  <section data-search-full hidden aria-labelledby="full"><h2 id="full">搜索结果</h2><ol data-search-list></ol></section>
  <section data-search-partial hidden aria-labelledby="partial">
    <h2 id="partial">部分匹配</h2><ol data-search-list></ol>
  </section>
  <button type="button" data-search-more hidden>显示更多结果</button>
  <template data-search-result><li>
    <h3><a data-slot="link"></a></h3>
    <p><span data-slot="kind"></span> <span data-slot="place"></span> <span data-slot="year"></span>
       <span data-slot="label"></span></p>
    <p><a data-slot="excerpt"></a></p>
    <dl><div data-row="units"><dt>责任单位</dt><dd data-slot="units"></dd></div>
        <div data-row="deadline"><dt>完成时限</dt><dd data-slot="deadline"></dd></div></dl>
  </li></template>
</div></main>
<script defer src="../js/search.js"></script></html>
"""


def write_site(folder: Path, search: SearchIndex) -> None:
    """Write the page ("find/index.html"), the script, Lunr and all files of a search."""
    page = PAGE.format(manifest=search.manifest_path, directory=search.directory, policy=POLICY)
    contents = {"find/index.html": page.encode(), "js/search.js": _script()} | {f.path: f.content for f in search.files}
    for path, content in contents.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def _script() -> bytes:
    static = ROOT / "static"
    sources = (*static.glob("js/search/*.js"), static / "vendor/lunr.min.js")
    assets = prepare_assets({path.relative_to(static).as_posix(): path.read_bytes() for path in sources})
    return next(file.content for file in assets.outputs if file.path.endswith("/js/search.js"))
