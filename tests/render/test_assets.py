"""Static files become few: what is joined, what a page may ask for instead, and names that follow the content."""

from __future__ import annotations

from sitegen.render.assets import prepare_assets

FILES = {
    "css/components/tag.css": b".tag {}\n", "css/settings/colours.css": b":root {}\n", "css/base/document.css": b"html {}\n",
    "js/page/days.js": b"days();\n", "js/page/copy.js": b"copy();\n", "js/search/main.js": b"export const one = 1;\n",
    "js/any_comparison.js": b"compare();\n", "js/modes.js": b"modes();\n", "icons/a.svg": b"<svg/>",
}  # fmt: skip


def published(files: dict[str, bytes]) -> dict[str, bytes]:
    assets = prepare_assets(files)
    return {output.path.removeprefix(assets.folder): output.content for output in assets.outputs}


def test_stylesheets_are_joined_in_the_order_of_their_layers() -> None:
    assert published(FILES)["site.css"] == b":root {}\nhtml {}\n.tag {}\n"


def test_comments_and_indentation_of_stylesheets_stay_at_home() -> None:
    sheet = """/* What it's for. */
@layer components {
  .a::before { content: "/* 甲  乙 */"; }/* two
  lines */
  .b::after { content: '\\'/*'; content: "\\"  /*"; }

\t.c { color: red; }
}
"""
    assert published({"js/search/main.js": b"", "css/components/a.css": sheet.encode()})["site.css"].decode() == """
@layer components {
.a::before { content: "/* 甲  乙 */"; }
.b::after { content: '\\'/*'; content: "\\"  /*"; }
.c { color: red; }
}
"""


def test_a_script_asked_for_instead_of_the_page_script_holds_it() -> None:
    out = published(FILES)
    assert out["js/page.js"] == b"copy();\ndays();\n"
    assert out["js/any_comparison.js"] == b"copy();\ndays();\ncompare();\n"
    assert (out["js/modes.js"], out["icons/a.svg"]) == (b"modes();\n", b"<svg/>")
    assert set(out) == {"site.css", "js/page.js", "js/search.js", "js/any_comparison.js", "js/modes.js", "icons/a.svg"}


def test_the_script_of_the_search_begins_with_lunr() -> None:
    out = published({**FILES, "vendor/lunr.min.js": b"/* lunr, MIT */lunr();\n", "vendor/lunr.LICENSE": b"MIT"})
    assert out["js/search.js"].startswith(b"//# allFunctionsCalledOnLoad\n/* lunr, MIT */lunr();\n(function () {")
    assert "vendor/lunr.min.js" not in out and out["vendor/lunr.LICENSE"] == b"MIT"


def test_the_folder_changes_with_any_file() -> None:
    folders = {prepare_assets({**FILES, path: b"/* other */"}).folder for path in FILES if path.endswith((".css", ".svg"))}
    assert len(folders | {prepare_assets(FILES).folder}) == 5
