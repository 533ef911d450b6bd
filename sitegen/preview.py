"""What an editor sees of content just saved (预览): each page made when it is asked for, the whole site checked in pauses.

``Glance`` is one state of the content, of which pages are made one at a time by the same rooms as in ``build``, so that
an editor need not wait for the others. What only the whole site shows (the search, dead links, files that are no pages)
comes from the last whole build. Here belongs what is shown; the network is in ``serve``.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import chain

from sitegen.build import begin_templates, fitted, indexed, layered, layered_text, make_assets, make_site
from sitegen.derive.comparison.comparison import made_when_asked
from sitegen.memo import Memo
from sitegen.pages import Whole, chrome_of, layout_of, page_at
from sitegen.problems import Problem, ProblemsFound, format_text, sort_problems
from sitegen.render.output import Output
from sitegen.render.site import Press
from sitegen.render.templates import prepare_templates
from sitegen.settings import Settings
from sitegen.shelves import Hand
from sitegen.source import Sources
from sitegen.understanding import read_documents, understand

SEARCH = "search/"


@dataclass(frozen=True)
class Glance:
    """The site as saved: what its pages are made from, what they are written with, its static files by path."""

    whole: Whole
    press: Press
    assets: Mapping[str, bytes]

    def file(self, name: str) -> bytes | None:
        """The page or static file of a name ("about/index.html"); None for what is made from the whole site only."""
        if name in self.assets or not name.endswith(".html") or name.startswith(SEARCH):
            return self.assets.get(name)
        page = page_at(name.removesuffix("index.html"), self.whole)
        return self.press.finished(page).content if page else None


def glance(settings: Settings, memo: Memo) -> Glance:
    """Content to what its pages are made from; raises ProblemsFound as ``build_site`` does, but for the finished site."""
    documents = read_documents(settings.content, memo)
    with Sources(documents).placing():
        portal = fitted(understand(documents, memo), settings.purpose).portal
        whole = layout_of(portal, made_when_asked(portal, memo), settings.as_of, settings.base_url)
    texts, assets = layered_text(settings.templates), make_assets(layered(settings.static), memo)
    href = whole.urls.href(assets.folder)
    compiled = begin_templates(texts, settings, memo)
    templates = memo.get(("glance", href, *chain(*texts.items())), lambda: prepare_templates(texts, href, compiled()))
    memo.next_build()
    press = Press(templates, chrome_of(whole.backdrop), settings.base_url)
    return Glance(whole, press, {output.path: output.content for output in assets.outputs})


class Overtaken(Exception):  # noqa: N818  # reads as a sentence where it is raised and caught
    """Raised where a further save makes it idle to go on."""


@dataclass(slots=True)
class Preview:
    """What the server shows now: the content of the last good save page by page, the files of the last whole build, problems.

    ``number`` counts what there was to show, ``shown`` is the number that each page was last sent at. ``kept`` is what was
    made at earlier saves, ``whole`` what whole builds made.
    """

    settings: Settings
    say: Callable[[str], None]
    kept: Memo = field(default_factory=Memo)
    whole: Memo = field(default_factory=Memo)
    saved: Glance | None = None
    files: dict[str, Output] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    number: int = 0
    shown: dict[str, int] = field(default_factory=dict)
    looking: threading.Lock = field(default_factory=threading.Lock)

    def begin(self) -> None:
        """Build the whole site once, then look at what is there page by page."""
        try:
            self._build(lambda _stage: None)
        except ProblemsFound as found:
            self._refuse(found)
        self.kept = self.whole.twin()
        if not self.problems:
            self.look()

    def look(self) -> None:
        """Look at what was saved; problems are kept to be shown, the pages of the last good save stay."""
        with self.looking:
            start = time.perf_counter()
            try:
                self.saved = glance(self.settings, self.kept)
            except ProblemsFound as found:
                self._refuse(found)
                return
            self.problems = ()
            self.number += 1
            self.say(f"已更新，{time.perf_counter() - start:.2f} 秒。")

    def complete(self, overtaken: Callable[[], bool]) -> None:
        """Build the whole site and check it, unless that turns out idle between two stages."""

        def pause(_stage: str) -> None:
            if overtaken():
                raise Overtaken

        try:
            self._build(pause)
        except ProblemsFound as found:
            if not overtaken():
                self._refuse(found)
        except Overtaken:
            return

    def file(self, name: str) -> bytes | None:
        """A file of the site by name: as just saved where it can be made by itself, else as last built."""
        try:
            with self.looking:
                made = self.saved.file(name) if self.saved else None
        except Exception as error:  # a fault of the program or a template: the last good page stays
            logging.getLogger("sitegen").exception("page failed")
            self.say(f"程序出错：{error}")
            made = None
        if made is not None:
            return made
        return self.files[name].content if name in self.files else None

    def _build(self, report: Callable[[str], None]) -> None:
        built = make_site(self.settings, self.whole, report, Hand(self.files), indexed)
        self.files = {output.path: output for output in built.outputs}
        if built.warnings:
            self.say(format_text(built.warnings))
        self.say(f"全站 {built.pages} 个页面已生成、检查，{sum(spent for _, spent in built.seconds):.2f} 秒。")

    def _refuse(self, found: ProblemsFound) -> None:
        if self.problems != (problems := sort_problems(found.problems)):
            self.problems = problems
            self.number += 1
            self.say(format_text(self.problems))
            self.say(f"共 {len(found.problems)} 个问题；改好保存后自动恢复。")
