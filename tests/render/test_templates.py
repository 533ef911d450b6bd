"""Rendering a page: what reaches the reader, what is refused, and where a fault of a template is said to be."""

from __future__ import annotations

from dataclasses import dataclass, replace

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.derive.entries import LabelledLink
from sitegen.derive.footer import FooterFact
from sitegen.derive.glossary_page import DefinitionView, GlossaryView, TermEntry
from sitegen.pages import Alternate, Chrome, Crumb, NavigationEntry, Page
from sitegen.render.templates import TemplateError, compile_templates, prepare_templates
from tests.components.examples import real_templates

SITE = Chrome(
    title="样例门户",
    base_path="/a/b/",
    home_href="/a/b/",
    search_href="/a/b/search/",
    navigation=(NavigationEntry("glossary", "术语", "/a/b/glossary/"), NavigationEntry("quality", "数据质量", "/a/b/quality/")),
    footer_links=(NavigationEntry("sitemap", "网站地图", "/a/b/sitemap/"),),
    footer_facts=(FooterFact("主办单位", "样例区人民政府办公室"),),
    as_of="2030年6月30日",
)
TERM = TermEntry("san-tongbu", "三同步", "解释。", (DefinitionView("原话。", (LabelledLink("（六）", "/a/b/x/"),)),), "")
PAGE = Page(
    path="glossary/",
    template="pages/glossary.html",
    view=GlossaryView("术语", "专门用语。", (TERM,)),
    title="术语",
    description="专门用语。",
    crumbs=(Crumb("首页", "/a/b/"),),
    section="glossary",
    alternates=(Alternate("application/json", "数据", "/a/b/data/x.json"),),
)
TEMPLATES = real_templates()
WRITTEN = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufdd0\ufffe\uffff"), min_size=1, max_size=30
)


@dataclass(frozen=True, slots=True)
class View:
    """A view of one field, for small templates."""

    text: str | None = None


def render(source: str, view: object = None) -> str:
    page = replace(PAGE, template="pages/x.html", view=view or View("文字"))
    return prepare_templates({"pages/x.html": source}, "/assets/3f/").render(page, SITE)


def parsed(html: str) -> html5lib.treebuilders.etree.ElementTree:  # type: ignore[name-defined]
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)


def test_a_page_has_what_every_page_must_have() -> None:
    html = TEMPLATES.render(PAGE, SITE)
    tree = parsed(html)
    assert html.startswith('<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">')
    assert tree.find("head/title").text == "术语 · 样例门户"
    assert tree.find("body/a").get("href") == "#main"
    assert tree.find(".//main").get("id") == "main"
    form = tree.find(".//form")
    assert (form.get("role"), form.get("action"), form.get("method")) == ("search", "/a/b/search/", "get")
    assert [a.text for a in tree.findall(".//nav[@class='crumbs']//a")] == ["首页"]
    current = [a.text for a in tree.findall(".//nav[@class='site-navigation']//a") if a.get("aria-current")]
    assert current == ["术语"]
    assert "内容截至2030年6月30日" in "".join(tree.find(".//footer").itertext())
    link = tree.find("head/link[@rel='alternate']")
    assert (link.get("type"), link.get("href")) == ("application/json", "/a/b/data/x.json")


def test_the_home_page_is_called_by_the_name_of_the_portal_only() -> None:
    html = TEMPLATES.render(replace(PAGE, path="", title="首页", crumbs=()), SITE)
    assert parsed(html).find("head/title").text == "样例门户"
    assert 'class="crumbs"' not in html


@given(WRITTEN, WRITTEN, WRITTEN)
def test_any_text_reaches_the_page_as_text(term: str, quote: str, label: str) -> None:
    entry = TermEntry("a", term, "", (DefinitionView(quote, (LabelledLink(label, "/a/b/x/"),)),), "")
    html = TEMPLATES.render(replace(PAGE, view=GlossaryView(term, quote, (entry,)), title=label, description=quote), SITE)
    tree = parsed(html)
    assert tree.find(".//blockquote").text == quote
    assert tree.find(".//section/h2").text == term
    assert tree.find("head/title").text == f"{label} · 样例门户"
    assert tree.find("head/meta[@name='description']").get("content") == quote
    assert [(script.get("src"), script.text) for script in tree.findall(".//script")] == [("/assets/js/modes.js", None), ("/assets/js/page.js", None)]


def test_none_and_what_is_missing_are_refused_with_template_and_line() -> None:
    with pytest.raises(TemplateError) as missing:
        render("<p>\n{{ view.title_of_nothing }}</p>")
    assert (missing.value.template, missing.value.line) == ("pages/x.html", 2)
    with pytest.raises(TemplateError) as printed:
        render("{% if view %}\n\n{{ view.text }}{% endif %}", View(None))
    assert printed.value.template == "pages/x.html"
    assert "None" in str(printed.value)


def test_a_template_that_does_not_parse_is_named_with_its_line() -> None:
    with pytest.raises(TemplateError) as error:
        render("<p>\n\n{% if view %}")
    assert (error.value.template, error.value.line) == ("pages/x.html", 3)
    with pytest.raises(TemplateError) as gone:
        prepare_templates({}, "/").render(PAGE, SITE)
    assert "pages/glossary.html" in str(gone.value)


def test_a_fault_inside_an_imported_macro_is_said_of_the_macro() -> None:
    files = {
        "pages/x.html": '{% from "components/a/macro.html" import a %}\n\n{{ a(view=view) }}',
        "components/a/macro.html": "{% macro a(view) %}\n{{ view.nothing }}\n{% endmacro %}",
    }
    with pytest.raises(TemplateError) as error:
        prepare_templates(files, "/").render(replace(PAGE, template="pages/x.html", view=View("a")), SITE)
    assert (error.value.template, error.value.line) == ("components/a/macro.html", 2)


def test_the_indentation_of_a_template_is_not_in_the_page_and_that_of_a_value_is() -> None:
    source = "<ul>\n  {% if view %}\n\t<li>\n      {{ view.text }}  <b>甲</b>\n    乙</li>\n  {% endif %}\n</ul>\n"
    assert render(source, View("子\n  丑")) == "<ul>\n<li>\n子\n  丑  <b>甲</b>\n乙</li>\n</ul>\n"


@pytest.mark.parametrize("name", ["second", "class"])
def test_a_macro_is_called_in_every_way_that_templates_know(name: str) -> None:
    macro = f"{{% macro named(first, {name}='丙') %}}<i>{{{{ first }}}}{{{{ {name} }}}}</i>{{% endmacro %}}"
    around = "{% macro around(title) %}<p>{{ title }}：{{ caller() }}</p>{% endmacro %}"
    calls = {
        "{{ named(view.text) }}": "<i>甲&amp;丙</i>",
        f"{{{{ named(first=view.text, {name}='丁') }}}}": "<i>甲&amp;丁</i>",
        "{{ named(*[view.text, '戊']) }}": "<i>甲&amp;戊</i>",
        "{{ named(**{'first': '己'}) }}": "<i>己丙</i>",
        "{% call around(title='庚') %}{{ view.text }}{% endcall %}": "<p>庚：甲&amp;</p>",
        "{% call around('辛') %}{{ named('壬') }}{% endcall %}": "<p>辛：<i>壬丙</i></p>",
    }
    for call, wanted in calls.items():
        assert render(macro + around + call, View("甲&")) == wanted
    refused = {
        "{{ named(nothing='甲') }}": "nothing", "{{ named('甲', '乙', '丙') }}": "2", "{{ around('癸') }}": "caller",
        "{{ named('甲', first='乙') }}": "first", "{{ missing() }}": "missing", "{{ named() }}": "first",
    }  # fmt: skip
    for call, said in refused.items():
        with pytest.raises(TemplateError, match=said):
            render(macro + around + call, View("甲"))


def test_blocks_and_included_templates_print_in_their_places() -> None:
    files = {
        "base.html": "<{% block first %}甲{% endblock %}|{% for one in 'ab' %}{% block each scoped %}[{{ one }}]{% endblock %}{% endfor %}>",
        "middle.html": "{% extends 'base.html' %}{% block first %}({{ super() }}){% endblock %}",
        "pages/x.html": "{% extends 'middle.html' %}{% block first %}一{% include 'part.html' without context %}二{% include 'own.html' %}三"
        "{{ super() }}{% set kept %}<b>{{ view.text }}</b>{% endset %}{{ kept }}{% endblock %}{% block each %}{{ one }};{% endblock %}",
        "part.html": "部",
        "own.html": "{{ view.text }}",
    }
    page = Page("x/", "pages/x.html", View("子&"), "", "")
    assert prepare_templates(files, "/").render(page, SITE) == "<一部二子&amp;三(甲)<b>子&amp;</b>|a;b;>"


def test_assets_lie_in_the_folder_given() -> None:
    assert render("{{ asset('site.css') }} {{ asset('js/days.js') }}") == "/assets/3f/site.css /assets/3f/js/days.js"


def test_the_fingerprint_changes_with_any_text_name_or_folder() -> None:
    files = {"a.html": "甲", "b.html": "乙"}
    prints = {
        prepare_templates(files, "/").fingerprint,
        prepare_templates({**files, "b.html": "丙"}, "/").fingerprint,
        prepare_templates({"a.html": "甲", "c.html": "乙"}, "/").fingerprint,
        prepare_templates({"a.html": "甲b.html", "b.html": "乙"}, "/").fingerprint,
        prepare_templates(files, "/assets/").fingerprint,
    }
    assert len(prints) == 5
    assert prepare_templates(dict(reversed(files.items())), "/").fingerprint in prints


def test_templates_compiled_elsewhere_say_what_they_say_when_compiled_here() -> None:
    files = {
        "pages/x.html": '{% from "y.html" import shown %}{{ shown(view.text) }}{{ asset("a.css") }}',
        "y.html": "{% macro shown(words) %}<b>{{ words }}</b>{% endmacro %}",
    }
    page = replace(PAGE, template="pages/x.html", view=View("甲<乙"))
    compiled = compile_templates(files)
    assert sorted(compiled) == ["pages/x.html", "y.html"]
    here, elsewhere = prepare_templates(files, "/3f/"), prepare_templates(files, "/3f/", compiled)
    assert elsewhere.render(page, SITE) == here.render(page, SITE) == "<b>甲&lt;乙</b>/3f/a.css"
    assert elsewhere.fingerprint == here.fingerprint


def test_code_of_another_text_is_not_used() -> None:
    page = replace(PAGE, template="pages/x.html", view=View("甲"))
    old = compile_templates({"pages/x.html": "旧{{ view.text }}"})
    assert prepare_templates({"pages/x.html": "新{{ view.text }}"}, "/", old).render(page, SITE) == "新甲"


def test_templates_that_cannot_be_compiled_are_told_when_they_are_needed() -> None:
    files = {"pages/x.html": "\n{% if %}", "pages/y.html": "{{ view.text }}", "pages/z.html": "{% end %}"}
    compiled = compile_templates(files)
    assert list(compiled) == ["pages/y.html"]
    templates = prepare_templates(files, "/", compiled)
    assert templates.render(replace(PAGE, template="pages/y.html", view=View("甲")), SITE) == "甲"
    for name, line in (("pages/x.html", 2), ("pages/z.html", 1)):
        with pytest.raises(TemplateError) as found:
            templates.render(replace(PAGE, template=name, view=View("甲")), SITE)
        assert (found.value.template, found.value.line) == (name, line)
