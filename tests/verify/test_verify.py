"""The finished site is examined whole: each mistake is found, and with it a second one of its kind."""

from urllib.parse import urljoin

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from sitegen.render.output import Output
from sitegen.verify import Ways, is_page, see_page, verify_site

HEAD = '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title></head><body><main>'


def page(path: str, body: str, title: str = "") -> Output:
    return Output(path, (HEAD.format(title=title or path) + body + "</main></body></html>").encode())


def codes(*outputs: Output, base: str = "/") -> list[tuple[str, str]]:
    ways = Ways(base)
    seen = [see_page(output, ways) for output in outputs if is_page(output.path)]
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
    link = Ways("/").link(page, text)
    there = urljoin("http://x/" + page.removesuffix("index.html"), text)
    if link.target and there.startswith("http://x/"):
        path = there.removeprefix("http://x/")
        assert link.target == (path + "index.html" if not path or path.endswith("/") else path)


PIECES = [
    "<p>", "</p>", "<table>", "</table>", "<caption>题</caption>", "<tr><td>", "<div>", "</div>", "<a href=/x/>", "</a>", "文", " ",
    "<A HREF='/y#z' aria-label=''>", '<a href="#q"><img alt></a>', "<img src=/p.png>", "<img alt='' SRC=/q.png>", "<svg><title>图</title></svg>",
    "<script>1</script>", "<script src=/a.js></script>", "<script type=Application/JSON>{}</script>", "<style>p{}</style>", "<b style>",
    "<input>", "<input type=Hidden>", "<input id=q>", "<label for=q>", "<label>", "<select name=s>", "</select>", "<textarea aria-label=词>",
    "</textarea>", "<template>", "</template>", "<h1>", "<h3 id=q>", "</h3>", "<form action=/f/ id>", "<use href=//b.example/u>", "<!--", "-->",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_damaged_pages_are_looked_at_as_selectors_would(body: str) -> None:
    """What is asked for by tag, or once for several questions, is what a selector for each question finds."""
    output = Output("index.html", body.encode())
    seen, tree = see_page(output, Ways("/")), LexborHTMLParser(output.content)
    found = [problem.code for problem in seen.problems]
    assert found.count("image-unnamed") == len(tree.css("img:not([alt])"))
    assert found.count("table-unnamed") == sum(table.css_first("caption") is None for table in tree.css("table"))
    script = "script:not([src]):not([type='application/json']):not([type='application/ld+json'])"
    assert ("script-inline" in found) == (tree.css_first(script) is not None)
    assert ("style-inline" in found) == bool(tree.css("[style]") or tree.css("style"))
    labelled = {label.attributes["for"] for label in tree.css("label[for]")}
    fields = tree.css("input:not([type=hidden]):not([type=submit]):not([type=button]),select,textarea")
    named = [field for field in fields if field.attributes.get("id") in labelled or field.attributes.get("aria-label")]
    assert found.count("field-unnamed") == len(fields) - len(named)
    empty = [link for link in tree.css("a[href]") if not link.text(strip=True) and not link.attributes.get("aria-label")]
    assert found.count("link-unnamed") == sum(link.css_first("img[alt],svg title") is None for link in empty)
    assert seen.ids == {node.id or "" for node in tree.css("[id]")}
    pointing = {value for node in tree.css("[href],[src],[action]") for name, value in node.attributes.items()
                if name in ("href", "src", "action") and value is not None}  # fmt: skip
    assert {link.address for link in seen.links} <= pointing
    assert {"/x/", "/y#z", "#q", "/p.png", "/f/"} & pointing <= {link.address for link in seen.links}
