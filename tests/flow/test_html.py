"""Every page of the real site is HTML without a parse error, and is the same under any base path but for addresses."""

import re

import html5lib

from sitegen.build import Built, build_site
from sitegen.memo import Memo
from tests.conftest import ROOT, settings_for, silent


def pages(built: Built) -> dict[str, str]:
    return {file.path: file.content.decode() for file in built.outputs if file.path.endswith(".html")}


def test_every_page_parses_without_an_error(real_site: Built) -> None:
    found = []
    for path, text in pages(real_site).items():
        parser = html5lib.HTMLParser()
        parser.parse(text)
        found += [(path, position, code) for position, code, _ in parser.errors]
    assert found == []


def test_another_base_path_changes_addresses_only(real_site: Built) -> None:
    other = pages(build_site(settings_for(ROOT, base_url="/a/b/"), Memo(), silent))
    assert other.keys() == pages(real_site).keys()
    addresses = re.compile(r"/a/b/")
    hashes = re.compile(r"assets/[0-9a-f]{10}/|search/[0-9a-z]{10}/")
    for path, text in pages(real_site).items():
        assert hashes.sub("", addresses.sub("/", other[path])) == hashes.sub("", text), path
