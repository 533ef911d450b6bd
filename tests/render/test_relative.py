"""Relative addresses lead to the same files as absolute ones, from every depth, and nothing else changes."""

import posixpath
import re
from urllib.parse import urljoin

from hypothesis import given
from hypothesis import strategies as st

from sitegen.render.output import Output
from sitegen.render.relative import relative

names = st.sampled_from(["a", "b", "甲", "x-1"])
folders = st.lists(names, max_size=3).map(lambda parts: "".join(f"{part}/" for part in parts))
targets = st.builds(lambda folder, file, tail: "/" + folder + file + tail, folders, st.sampled_from(["", "f.ics"]),
                    st.sampled_from(["", "#s1", "?q=甲/乙", "?a=1#b"]))  # fmt: skip


@given(folder=folders, target=targets)
def test_the_same_file_is_reached(folder: str, target: str) -> None:
    page = Output(folder + "index.html", f'<a href="{target}">链</a>'.encode())
    made = relative(page)
    (found,) = re.findall(r'href="([^"]*)"', made.content.decode())
    path, tail = re.match(r"([^?#]*)(.*)", target).groups()  # type: ignore[union-attr]
    expected = path + "index.html" if path.endswith("/") else path
    reached = urljoin("file:///site/" + page.path, found)
    assert reached == "file:///site" + posixpath.normpath(expected) + tail


def test_only_own_addresses_in_pages_are_touched() -> None:
    text = (
        '<a href="/a/">甲</a><a href="https://e.example/b/">乙</a><a href="//e.example/">丙</a><a href="#x">丁</a>'
        '<form action="/search/"></form><p data-manifest="/search/m.js" title="/a/">/a/</p>'
    )
    page = relative(Output("c/index.html", text.encode()))
    assert page.content.decode() == (
        '<a href="../a/index.html">甲</a><a href="https://e.example/b/">乙</a><a href="//e.example/">丙</a><a href="#x">丁</a>'
        '<form action="../search/index.html"></form><p data-manifest="../search/m.js" title="/a/">/a/</p>'
    )
    others = (Output("404.html", text.encode()), Output("data/a.json", b'{"url": "/a/"}'))
    assert tuple(map(relative, others)) == others
