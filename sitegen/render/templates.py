"""Templates (模板): Page and Chrome -> HTML text. The home of the Jinja environment and of what templates may call.

Templates get finished values and only lay them out: ``page`` (head matter), ``view`` (the page's own value), ``site``
(what all pages share), ``linked_data`` (the page's data block), ``policy`` and ``referrer`` (what pages may do), the
function ``asset`` and the filter ``markdown``. Here belongs nothing about any one page.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from traceback import extract_tb
from types import MappingProxyType
from typing import TYPE_CHECKING

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateSyntaxError
from markupsafe import Markup

from sitegen.render.compiling import CompiledTemplates, FinishedEnvironment
from sitegen.render.headers import POLICY, REFERRER
from sitegen.render.linked_data import linked_data_block

if TYPE_CHECKING:
    from sitegen.pages import Chrome, Page
    from sitegen.render.markdown import MarkdownText


class TemplateError(Exception):
    """A template that cannot be compiled or rendered: its name, the line, and what went wrong there."""

    def __init__(self, template: str, line: int, message: str) -> None:
        self.template = template
        self.line = line
        super().__init__(f"{template}:{line}: {message}")


@dataclass(frozen=True, slots=True)
class Templates:
    """Templates ready for rendering; ``fingerprint`` changes with the text of any of them and the folder of assets."""

    fingerprint: str
    environment: Environment = field(repr=False, compare=False)
    names: frozenset[str] = field(repr=False, compare=False)

    def render(self, page: Page, site: Chrome) -> str:
        """HTML of a page; raises TemplateError with template and line where its template fails."""
        try:
            data = linked_data_block(page.head.linked_data)
            template = self.environment.get_template(page.template)
            return template.render(page=page, view=page.view, site=site, linked_data=data)
        except TemplateSyntaxError as error:
            raise TemplateError(error.name or page.template, error.lineno, str(error.message)) from error
        except Exception as error:
            raise self._fault(page.template, error) from error

    def _fault(self, template: str, error: Exception) -> TemplateError:
        places = [frame for frame in extract_tb(error.__traceback__) if frame.filename in self.names]
        if not places:
            return TemplateError(template, 1, f"{type(error).__name__}: {error}")
        return TemplateError(places[-1].filename, places[-1].lineno or 1, f"{type(error).__name__}: {error}")


def compile_templates(files: Mapping[str, str]) -> dict[str, bytes]:
    """The code of templates by name, from their texts; one that cannot be compiled is left out: whoever needs it is told."""
    code: dict[str, bytes] = {}
    environment = _environment(files, CompiledTemplates(code))
    for name in files:
        with suppress(TemplateSyntaxError):
            environment.get_template(name)
    return code


def prepare_templates(
    files: Mapping[str, str], assets_href: str, compiled: Mapping[str, bytes] = MappingProxyType({})
) -> Templates:
    """Templates from their texts by name ("pages/plan.html"); ``assets_href`` is the folder of the static files.

    ``compiled`` is their code, as ``compile_templates`` gave it; what is not there is compiled when it is first needed.
    """
    environment = _environment(files, CompiledTemplates(dict(compiled)))
    environment.globals["asset"] = lambda name: assets_href + name
    return Templates(_fingerprint({**files, "": assets_href}), environment, frozenset(files))


def _environment(files: Mapping[str, str], compiled: CompiledTemplates) -> FinishedEnvironment:
    environment = FinishedEnvironment(
        loader=FunctionLoader(lambda name: (files[name], name, lambda: True) if name in files else None),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=compiled,
    )
    environment.policies["truncate.leeway"] = 0
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": False}
    environment.globals["policy"] = Markup(POLICY)  # its quotes need no escape between double ones
    environment.globals["referrer"] = REFERRER
    environment.filters["markdown"] = _markdown
    return environment


def _markdown(text: str, base_path: str = "/") -> MarkdownText:
    """Rendered Markdown; what renders it is loaded with the first page that holds any."""
    from sitegen.render.markdown import render_markdown

    return render_markdown(text, base_path)


def _fingerprint(files: Mapping[str, str]) -> str:
    digest = sha256()
    for name in sorted(files):
        for text in (name, files[name]):
            encoded = text.encode()
            digest.update(len(encoded).to_bytes(8, "big") + encoded)
    return digest.hexdigest()
