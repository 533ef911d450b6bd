"""What the first load of a page asks of a phone: at most five files and 60 KB as hosts compress them. The search is counted apart."""

from __future__ import annotations

import gzip
import re
from functools import cache

from sitegen.build import Built

MOST_REQUESTS, MOST_BYTES = 5, 60_000
ASKED = re.compile(r'<(?:script|img)\b[^>]*\bsrc="([^"]+)"|<link rel="(?:stylesheet|icon)"[^>]*\bhref="([^"]+)"')
SEARCH = ("search/", "opensearch")


def test_the_first_load_of_any_page_is_small(real_site: Built) -> None:
    files = {f"/{output.path}": output.content for output in real_site.outputs}

    @cache
    def weight(path: str) -> int:
        return len(gzip.compress(files[path], 9))

    heavy = {}
    pages = [path for path in files if path.endswith(".html") and not path.removeprefix("/").startswith(SEARCH)]
    for path in pages:
        asked = {src or href for src, href in ASKED.findall(files[path].decode())}
        total = weight(path) + sum(weight(one) for one in asked)
        if len(asked) + 1 > MOST_REQUESTS or total > MOST_BYTES:
            heavy[path] = (len(asked) + 1, total)
    assert len(pages) > 300
    assert heavy == {}


def test_a_page_asks_for_its_style_its_scripts_and_its_icon(real_site: Built) -> None:
    home = next(output.content.decode() for output in real_site.outputs if output.path == "index.html")
    asked = [(src or href).rsplit("/", 1)[1] for src, href in ASKED.findall(home)]
    assert asked == ["favicon.svg", "modes.js", "site.css", "page.js"]


def test_a_page_holds_only_what_its_reader_may_need(real_site: Built) -> None:
    pages = {output.path: output.content.decode() for output in real_site.outputs if output.path.endswith(".html")}
    tasks = [html for path, html in pages.items() if re.search(r"/\d{4}/(task|item|rows|part)-", path)]
    assert len(tasks) > 150
    assert max(len(html.encode()) for html in tasks) < 22_000
    made_by_scripts = (">朗读本页</button>", ">恢复标准</button>", "<legend>颜色</legend>", ">上一句</button>")
    assert [path for path, html in pages.items() if any(words in html for words in made_by_scripts)] == []
    assert [path for path, html in pages.items() if re.search(r"^[ \t]+<", html, re.MULTILINE)] == []
