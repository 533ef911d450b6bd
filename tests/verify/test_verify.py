"""The finished site is examined whole: each mistake is found, and with it a second one of its kind."""

from urllib.parse import urljoin

from hypothesis import given
from hypothesis import strategies as st

from sitegen.render.output import Output
from sitegen.verify import is_page, see_page, verify_site
from sitegen.verify.links import resolve

HEAD = '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title></head><body><main>'


def page(path: str, body: str, title: str = "") -> Output:
    return Output(path, (HEAD.format(title=title or path) + body + "</main></body></html>").encode())


def codes(*outputs: Output, base: str = "/") -> list[tuple[str, str]]:
    seen = [see_page(output, base) for output in outputs if is_page(output.path)]
    return [(problem.code, problem.at.file) for problem in verify_site((output.path for output in outputs), seen)]


def test_a_sound_site_has_no_problems() -> None:
    home = page("index.html", '<h1>首页</h1><h2 id="x">一</h2><a href="/a/#y">甲</a><a href="a/">乙</a><a href="#x">丙</a>')
    other = page("a/index.html", '<h1 id="y">甲</h1><a href="../">回</a><a href="/f.ics">历</a>')
    assert codes(home, other, Output("f.ics", b"")) == []


def test_dead_links_and_anchors() -> None:
    home = page("index.html", '<h1>首页</h1><a href="/b/">乙</a><a href="/c">丙</a><a href="/a/#no">甲</a><a href="#none">无</a>')
    other = page("a/index.html", "<h1>甲</h1>")
    assert sorted(codes(home, other)) == [
        ("anchor-dead", "index.html"),
        ("anchor-dead", "index.html"),
        ("link-dead", "index.html"),
        ("link-dead", "index.html"),
    ]


def test_links_that_leave_the_base_path() -> None:
    home = page("index.html", '<h1>首页</h1><a href="/x/">甲</a><a href="/">乙</a><a href="/s/">丙</a>')
    assert codes(home, base="/s/") == [("link-outside", "index.html"), ("link-outside", "index.html")]


def test_requests_to_other_hosts_but_not_links() -> None:
    body = '<h1>首页</h1><img alt="" src="//a.example/p.png"><script src="https://b.example/s.js"></script>'
    home = page("index.html", body + '<a href="https://www.gov.cn/">国</a>')
    assert codes(home) == [("request-foreign", "index.html"), ("request-foreign", "index.html")]


def test_two_writers_of_one_address() -> None:
    one, two = page("a/index.html", "<h1>甲</h1>"), page("A/index.html", "<h1>乙</h1>", "乙")
    again = Output("a/index.html", b"")
    assert codes(one, two, again)[:2] == [("address-repeated", "A/index.html"), ("address-repeated", "a/index.html")]


def test_structure_of_a_page() -> None:
    body = (
        '<h2 id="a">二</h2><h4 id="a">四</h4><img src="/p.png"><table><tr><td>1</td></tr></table>'
        '<input name="q"><a href="/"></a><script>1</script><p style="color:red">红</p>'
    )
    found = [code for code, _ in codes(page("index.html", body), Output("p.png", b""))]
    assert found == [
        "heading-first", "anchor-repeated", "heading-skipped", "heading-skipped", "image-unnamed", "table-unnamed",
        "field-unnamed", "link-unnamed", "script-inline", "style-inline",
    ]  # fmt: skip


def test_titles_are_there_and_differ() -> None:
    outputs = [page("a.html", "<h1>甲</h1>", "同"), page("b.html", "<h1>乙</h1>", "同"), page("c.html", "<h1>丙</h1>", " ")]
    assert sorted(codes(*outputs)) == [("title-missing", "c.html"), ("title-repeated", "b.html")]


STEPS = st.lists(st.sampled_from(["..", "a", "b-1", "c.d", ""]), max_size=5).map("/".join)


@given(st.sampled_from(["index.html", "a/index.html", "a/b/c/index.html", "404.html"]), st.tuples(st.sampled_from(["", "/"]), STEPS))
def test_plain_addresses_lead_where_browsers_go(page: str, address: tuple[str, str]) -> None:
    """The short way for plain addresses agrees with the general parser, for any depth and any number of steps up."""
    text = "".join(address)
    link = resolve(page, text, "/")
    there = urljoin("http://x/" + page.removesuffix("index.html"), text)
    if link.target and there.startswith("http://x/"):
        path = there.removeprefix("http://x/")
        assert link.target == (path + "index.html" if not path or path.endswith("/") else path)
