"""How templates are compiled (模板编译): Jinja's environment with less to do for each value that a page prints.

Templates print finished values, thousands on a page: what Jinja does for any value in any environment is more than they
need. What they mean stays the same; here belongs nothing that they may call.
"""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from functools import partial
from keyword import iskeyword
from typing import Any

from jinja2 import BytecodeCache, Environment, Template, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.environment import TemplateModule
from markupsafe import Markup, escape

as_markup = partial(str.__new__, Markup)
AT_ONCE = "yield from "
INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)


def printed(value: object) -> str:
    """A value as it stands in HTML: text escaped, markup as it is; ``None`` is refused."""
    if type(value) is str:  # looked through five times: for texts without any of them still the fastest way to know
        if "&" in value or "<" in value or ">" in value or '"' in value or "'" in value:
            return escape(value)
        return value
    if type(value) is Markup:
        return value
    if value is None:
        raise ValueError("a template printed None")
    return str(value) if type(value) is int else escape(value)


class CompiledTemplates(BytecodeCache):
    """Code of templates by name, made in one process and used in others; what is not known yet is added to it."""

    def __init__(self, code: dict[str, bytes]) -> None:
        self._code = code

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002
        """The name of a template, by which its code lies here."""
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give Jinja the code of a template; it looks itself whether that was made from the same text."""
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Take from Jinja the code of a template."""
        self._code[bucket.key] = bucket.bytecode_to_string()


class _PlainCode(CodeGenerator):
    """Code as a programmer would write it by hand: ``printed`` in place of a function that finishes a value and another that
    escapes it, attributes and calls as Python writes them, what a template or block prints gathered and given as one."""

    _gathered_in: str | None = None

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        """A template, which has what prints its values at hand."""
        self.writeline("printed, as_markup = environment.printed, environment.as_markup")
        super().visit_Template(node, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:  # noqa: ARG002
        self.write("printed(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:  # noqa: ARG002
        self.write(")")

    def enter_frame(self, frame: Frame) -> None:
        """Whatever has names of its own; what a whole template or block prints is gathered from here on."""
        super().enter_frame(frame)
        if frame.rootlevel or frame.block_frame:
            self.buffer(frame)

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:  # noqa: FBT001, FBT002
        """The end of what ``enter_frame`` began."""
        super().leave_frame(frame, with_python_scope)
        if frame.rootlevel or frame.block_frame:
            self.writeline(f"yield concat({frame.buffer})")

    def visit_Block(self, node: nodes.Block, frame: Frame) -> None:  # noqa: N802
        """A block in its place: what it gives is gathered with the rest."""
        if node.scoped or node.required or self.extends_so_far:
            super().visit_Block(node, frame)
        else:
            self.writeline(f"{frame.buffer}.extend(context.blocks[{node.name!r}][0]({self.get_context_ref()}))", node)

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:  # noqa: N802
        """What another template prints, in its place among what is gathered."""
        self._gathered_in = frame.buffer
        super().visit_Include(node, frame)
        self._gathered_in = None

    def writeline(self, x: str, node: nodes.Node | None = None, extra: int = 0) -> None:
        """A line of code; one that would give what an included template prints at once gathers it instead."""
        if self._gathered_in and x.startswith(AT_ONCE):
            x = f"{self._gathered_in}.extend({x.removeprefix(AT_ONCE)})"
        super().writeline(x, node, extra)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """A macro as a function of its names that gives markup; where it takes more than it names, as Jinja has it."""
        names = [argument.name for argument in macro_ref.node.args]
        if macro_ref.accesses_kwargs or macro_ref.accesses_varargs or "caller" in names or any(map(iskeyword, names)):
            super().macro_def(macro_ref, frame)
            return
        parameters, values = [f"{name}=missing" for name in names], names
        if macro_ref.accesses_caller:
            parameters = [*parameters, "caller=None"]
            values = [*names, 'undefined("No caller defined", name="caller") if caller is None else caller']
        self.write(f"(lambda _macro: lambda {', '.join(parameters)}: as_markup(_macro({', '.join(values)})))(macro)")

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        """The macros of another template, which has the same globals whoever imports it."""
        if node.with_context or not isinstance(node.template, nodes.Const):
            super()._import_common(node, frame)
        else:
            self.write(f"environment.module_of({node.template.value!r})")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """An attribute of a value; never an item of it."""
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802, FBT001, FBT002
        """A call as Python writes it: nothing that templates call asks for their context."""
        if node.dyn_args or node.dyn_kwargs or any(iskeyword(keyword.key) for keyword in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")


class FinishedEnvironment(Environment):
    """An environment for finished values: all output is escaped, attributes are attributes, templates never change."""

    code_generator_class = _PlainCode
    printed = staticmethod(printed)
    as_markup = staticmethod(as_markup)
    getattr = staticmethod(getattr)  # type: ignore[assignment]

    def __init__(self, **options: Any) -> None:
        super().__init__(autoescape=True, finalize=printed, auto_reload=False, cache_size=-1, **options)
        self._ready: dict[str, Template] = {}
        self._modules: dict[str, TemplateModule] = {}

    def preprocess(self, source: str, name: str | None = None, filename: str | None = None) -> str:
        """The source of a template without its indentation, which readers never see and every page would carry."""
        return INDENTATION.sub("", super().preprocess(source, name, filename))

    def get_template(
        self, name: str | Template, parent: str | None = None, globals: MutableMapping[str, Any] | None = None
    ) -> Template:
        """A template by name, compiled once."""
        if not isinstance(name, str) or globals:
            return super().get_template(name, parent, globals)
        if name not in self._ready:
            self._ready[name] = super().get_template(name, parent)
        return self._ready[name]

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:  # noqa: ARG002
        """What every template may call: the same for all."""
        return self.globals

    def module_of(self, name: str) -> TemplateModule:
        """The macros of a template, made once."""
        if name not in self._modules:
            self._modules[name] = self.get_template(name).module
        return self._modules[name]
