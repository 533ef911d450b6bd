"""Every page of the real site is valid HTML, and is the same under any base path but for addresses."""

import re

import html5lib
import pytest
from selectolax.lexbor import LexborHTMLParser

from sitegen.build import Built, build_site
from sitegen.memo import Memo
from tests.conftest import ROOT, settings_for, silent
from tests.flow.content_model import breaches


def pages(built: Built) -> dict[str, str]:
    return {file.path: file.content.decode() for file in built.outputs if file.path.endswith(".html")}


def test_every_page_parses_without_an_error(real_site: Built) -> None:
    found = []
    for path, text in pages(real_site).items():
        parser = html5lib.HTMLParser()
        parser.parse(text)
        found += [(path, position, code) for position, code, _ in parser.errors]
    assert found == []


def test_elements_stand_where_they_may_with_attributes_that_they_may_have(real_site: Built) -> None:
    found = [(path, breach) for path, text in pages(real_site).items() for breach in breaches(LexborHTMLParser(text))]
    assert found == []


MISTAKES = {
    "<b><ul><li>甲</li></ul></b>": "<ul> in <b>",
    "<ul><div>甲</div></ul>": "<div> in <ul>",
    "<dl><p>甲</p></dl>": "<p> in <dl>",
    "<dl><div><span>甲</span></div></dl>": "<span> in <div>",
    "<dl><dt>甲</dt></dl>": "<dl> with terms dt",
    "<h2><div>甲</div></h2>": "<div> in <h2>",
    "<a href=/><button>甲</button></a>": "<button> inside something that can be pressed",
    "<span><a href=/><section>甲</section></a></span>": "<section> in <span>",
    "<details>甲</details>": "<details> without <summary>",
    "<p align=left>甲</p>": "<p align>",
    "<input type=checkbox autocomplete=off>": "<input type=checkbox autocomplete>",
    "<label for=nothing>甲</label>": "<label for='nothing'> names nothing",
    "<nav aria-labelledby='甲'></nav>": "<nav aria-labelledby='甲'> names nothing",
    "<a href='/甲 乙'>甲</a>": "<a href='/甲 乙'> holds white space",
    "<time>六月</time>": "<time> of '六月'",
    "<time datetime=2024-6-1>六月</time>": "<time datetime='2024-6-1'>",
    "<section><main>甲</main></section>": "<main> inside something else than the page",
    "<footer><footer>甲</footer></footer>": "<footer> inside a header or footer",
    "<table><tr><td>甲</td></tr><caption>乙</caption></table>": "<caption> is not first in <table>",
    "<blink>甲</blink>": "<blink> in <body>",
}


@pytest.mark.parametrize("markup", MISTAKES)
def test_what_the_standard_forbids_is_noticed(markup: str) -> None:
    page = f"<!doctype html><html lang=zh><head><title>题</title></head><body>{markup}</body></html>"
    assert MISTAKES[markup] in list(breaches(LexborHTMLParser(page)))


def test_another_base_path_changes_addresses_only(real_site: Built) -> None:
    other = pages(build_site(settings_for(ROOT, base_url="/a/b/"), Memo(), silent))
    assert other.keys() == pages(real_site).keys()
    addresses = re.compile(r"/a/b/")
    hashes = re.compile(r"assets/[0-9a-f]{10}/|search/[0-9a-z]{10}/")
    for path, text in pages(real_site).items():
        assert hashes.sub("", addresses.sub("/", other[path])) == hashes.sub("", text), path
