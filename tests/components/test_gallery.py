"""The gallery holds every example, leads nowhere dead, and is no part of the published site."""

from __future__ import annotations

import re
from posixpath import dirname, join, normpath

from sitegen.build import Built
from tests.components.examples import component_names, examples
from tests.components.gallery import example_pages, gallery

OUTPUTS = gallery()
HREF = re.compile(r'(?:href|src)="([^"#][^"]*)"')


def test_every_example_has_a_page_of_its_own() -> None:
    assert len(example_pages(OUTPUTS)) == len(list(examples()))
    assert {path.split("/")[0] for path in example_pages(OUTPUTS)} == set(component_names())


def test_the_pages_around_the_examples_lead_nowhere_dead() -> None:
    paths = {output.path for output in OUTPUTS}
    frames = [output for output in OUTPUTS if output.path.endswith("index.html")]
    hrefs = [(output.path, href) for output in frames for href in HREF.findall(output.content.decode())]
    assert len(hrefs) > len(paths)
    assert [(path, href) for path, href in hrefs if normpath(join(dirname(path), href)) not in paths] == []


def test_nothing_of_it_is_published(real_site: Built) -> None:
    assert not [output.path for output in real_site.outputs if "gallery" in output.path or output.path in example_pages(OUTPUTS).values()]
