"""Templates lay out finished values: no arithmetic, no filters, no queries, no addresses made, no way around escaping."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

ROOT = Path(__file__).parents[2] / "templates"
TEMPLATES = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*.html"))
FILTERS = {"markdown"}
CALLS = {"asset", "caller", "super"}
LOOP = {"first", "last"}
REFUSED = (
    nodes.BinExpr, nodes.Neg, nodes.Pos, nodes.Concat, nodes.Getitem, nodes.Slice, nodes.Test, nodes.CondExpr,
    nodes.Assign, nodes.AssignBlock, nodes.Include, nodes.FilterBlock, nodes.With, nodes.ScopedEvalContextModifier,
    nodes.ExprStmt, nodes.List, nodes.Dict,
)  # fmt: skip
LOGIC = (nodes.And, nodes.Or, nodes.Not)


def faults(source: str) -> list[str]:
    """What a template does beyond laying out, each with its line."""
    tree = Environment().parse(source)
    macros = {name for item in tree.find_all(nodes.FromImport) for name in item.names} | {
        macro.name for macro in tree.find_all(nodes.Macro)
    }
    return [f"{node.lineno}: {what}" for node, what in _faults(tree, macros)]


def _faults(tree: nodes.Template, macros: set[str | tuple[str, str]]) -> Iterator[tuple[nodes.Node, str]]:
    for node in tree.find_all(nodes.Node):
        if isinstance(node, REFUSED) and not isinstance(node, LOGIC):
            yield node, type(node).__name__
        elif isinstance(node, nodes.Filter) and node.name not in FILTERS:
            yield node, f"filter {node.name}"
        elif isinstance(node, nodes.Compare) and not _is_plain_equality(node):
            yield node, "comparison"
        elif isinstance(node, nodes.Call):
            yield from _call_faults(node, macros)
        elif isinstance(node, nodes.For) and (node.test or node.recursive or not _is_field(node.iter)):
            yield node, "loop over something else than a field"
        elif isinstance(node, nodes.Getattr) and _is_loop(node) and node.attr not in LOOP:
            yield node, f"loop.{node.attr}"


def _call_faults(node: nodes.Call, macros: set[str | tuple[str, str]]) -> Iterator[tuple[nodes.Node, str]]:
    if not isinstance(node.node, nodes.Name) or node.node.name not in macros | CALLS:
        yield node, "call"
    elif node.node.name in macros and node.args:
        yield node, "macro called without names"


def _is_plain_equality(node: nodes.Compare) -> bool:
    sides = [node.expr, *(operand.expr for operand in node.ops)]
    plain = all(isinstance(side, nodes.Const) or _is_field(side) for side in sides)
    return plain and all(operand.op == "eq" for operand in node.ops)


def _is_field(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Name) or (isinstance(node, nodes.Getattr) and _is_field(node.node))


def _is_loop(node: nodes.Getattr) -> bool:
    return isinstance(node.node, nodes.Name) and node.node.name == "loop"


@pytest.mark.parametrize("name", TEMPLATES)
def test_templates_only_lay_out(name: str) -> None:
    assert faults((ROOT / name).read_text("utf-8")) == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_nothing_is_inline_and_every_output_in_an_attribute_is_quoted(name: str) -> None:
    source = (ROOT / name).read_text("utf-8")
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", source)
    assert not re.search(r"<script(?![^>]*\ssrc=)", source)
    assert not re.search(r"=\{\{", source)


@pytest.mark.parametrize(
    "source",
    [
        "{{ view.a + 1 }}{{ view.b ~ 'x' }}",
        "{{ view.text|safe }}{{ view.list|sort }}",
        "{% for x in view.list if x.y %}{% endfor %}{% for x in view.list|reverse %}{% endfor %}",
        "{{ view.name.upper() }}{{ range(3) }}",
        "{% if view.n > 3 %}{% endif %}{% if view.x is defined %}{% endif %}",
        "{{ view.list[0] }}{{ view.text[:3] }}",
        "{% set a = view.b %}{% include 'x.html' %}",
        "{% autoescape false %}{{ view.text }}{% endautoescape %}{{ loop.index }}",
    ],
)
def test_the_check_sees_what_it_must(source: str) -> None:
    assert len(faults(source)) >= 2
