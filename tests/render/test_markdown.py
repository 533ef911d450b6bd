"""Markdown of prose pages: right for Chinese, safe, with anchors that stay."""

from __future__ import annotations

import time

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.load.pages import DEEPEST, LONGEST_BODY, check_body
from sitegen.position import Loc
from sitegen.render.markdown import render_markdown
from tests.conftest import SOON


def html(text: str, base_path: str = "/") -> str:
    return str(render_markdown(text, base_path).html)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推进政务\n公开工作", "<p>推进政务公开工作</p>"),
        ("推进**政务**\n公开工作", "<p>推进<strong>政务</strong>公开工作</p>"),
        ("推进\n**政务**公开", "<p>推进<strong>政务</strong>公开</p>"),
        ("做好，\n“三同步”\n工作。", "<p>做好，“三同步”工作。</p>"),
        ("use\nJinja", "<p>use\nJinja</p>"),
        ("用\nJinja", "<p>用\nJinja</p>"),
        ("정보\n공개", "<p>정보\n공개</p>"),
        ("第一行  \n第二行", "<p>第一行<br>\n第二行</p>"),
    ],
)
def test_line_ends_vanish_between_wide_characters_only(text: str, expected: str) -> None:
    assert html(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**“放管服”**改革", "<p><strong>“放管服”</strong>改革</p>"),
        ("**重点领域：**推进", "<p><strong>重点领域：</strong>推进</p>"),
        ("*（重点）*工作", "<p><em>（重点）</em>工作</p>"),
    ],
)
def test_emphasis_works_beside_wide_punctuation(text: str, expected: str) -> None:
    assert html(text) == expected


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<div style='x'>块</div>",
        "[点](javascript:alert(1))",
        "[点](data:text/html;base64,eA==)",
        "![图](https://example.com/a.png)",
        "段落\n{: onclick=alert(1) style=color:red }",
        "<!-- 注释 --> 文字",
    ],
)
def test_nothing_active_passes(attack: str) -> None:
    fragment = html5lib.parseFragment(html(attack), namespaceHTMLElements=False)
    for element in fragment.iter():
        assert element.tag not in ("script", "img", "div", "style", "iframe")
        assert not set(element.attrib) - {"href"}
        assert element.get("href", "") == ""


@given(st.text(alphabet="<>&\"'/ab*[]()#!-\n`:{}=汉", max_size=60))
def test_whatever_is_typed_yields_harmless_html(text: str) -> None:
    fragment = html5lib.parseFragment(html(text), namespaceHTMLElements=False)
    allowed = {"a", "blockquote", "br", "code", "dd", "dl", "dt", "em", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p",
               "pre", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul", "DOCUMENT_FRAGMENT"}  # fmt: skip
    assert {element.tag for element in fragment.iter()} <= allowed


def test_headings_start_below_the_title_and_keep_their_anchor_when_one_is_added() -> None:
    before = render_markdown("## 依据\n\n## 时限\n").headings
    after = render_markdown("## 新的一节\n\n## 依据\n\n### 细节\n\n## 时限\n").headings
    assert [(heading.level, heading.text) for heading in after] == [
        (2, "新的一节"), (2, "依据"), (3, "细节"), (2, "时限"),
    ]  # fmt: skip
    assert {heading.text: heading.id for heading in before}.items() <= {h.text: h.id for h in after}.items()
    assert all(heading.id.isascii() for heading in after)
    assert [heading.level for heading in render_markdown("# 甲\n\n## 乙\n").headings] == [2, 3]


def test_equal_headings_get_different_anchors_and_the_text_has_them() -> None:
    rendered = render_markdown("## 说明\n\n## 说明\n")
    first, second = rendered.headings
    assert first.id != second.id
    assert f'id="{first.id}"' in rendered.html
    assert f'id="{second.id}"' in rendered.html


def test_words_of_headings_are_words() -> None:
    assert render_markdown("## 甲 & `乙` **丙** &lt;丁\n").headings[0].text == "甲 & 乙 丙 <丁"


def test_links_from_the_root_are_put_under_the_base_path_and_others_left() -> None:
    rendered = html("[甲](/glossary/#a) [乙](https://example.gov.cn/) [丙](#b) [丁](//example.com/)", "/a/b/")
    assert 'href="/a/b/glossary/#a"' in rendered
    assert 'href="https://example.gov.cn/"' in rendered
    assert 'href="#b"' in rendered
    assert 'href="//example.com/"' in rendered


def test_tables_have_column_headings_and_lists_of_definitions_work() -> None:
    rendered = html("| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n照录\n:   按字面理解。\n")
    assert '<th scope="col">甲</th>' in rendered
    assert "<dt>照录</dt>" in rendered
    assert "<dd>按字面理解。</dd>" in rendered


@pytest.mark.parametrize("piece", ["1. ", "> ", "*甲*", "甲\n\n", "\\", "|甲"])
def test_whatever_a_page_may_hold_is_rendered_soon(piece: str) -> None:
    """As long as the loader takes a page: its characters, levels, headings and brackets are limited there."""
    line = piece if "\n" in piece else piece * (DEEPEST - 1) + "甲\n"
    text = line * (LONGEST_BODY // 4 // len(line))
    assert list(check_body(text, Loc("x.md", ("body",)))) == []
    start = time.process_time()
    html(text)
    assert time.process_time() - start < SOON
