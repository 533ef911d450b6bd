"""THE FLOW: content to finished files, every room in order. Reads like the table of contents of the house.

A room is loaded when the flow comes to it: what other processes do meanwhile began before most of the program was read.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from sitegen.memo import Memo
from sitegen.position import Loc
from sitegen.problems import Problem, ProblemsFound, Severity
from sitegen.processes import begin, spread, stand_by
from sitegen.settings import Purpose, Settings
from sitegen.shelves import Hand, Shelf
from sitegen.source import MarkdownDocument, Sources, read_tree

if TYPE_CHECKING:
    from sitegen.derive.comparison.prepared import Prepared
    from sitegen.derive.search_record import Searchable
    from sitegen.load.portal import Loaded
    from sitegen.model import Portal
    from sitegen.render.assets import Assets
    from sitegen.render.output import Output
    from sitegen.render.search_index import SearchIndex
    from sitegen.understanding import Document

    # What to search, and what an earlier search has encoded.
    Asked = tuple[Searchable, Mapping[str, str]]
    # What begins to get ready for a search, and is then told of which portal; what that gives waits for it.
    Searching = Callable[[Settings, Memo], Callable[[Portal], Callable[[], SearchIndex]]]

ANY = ("",)
TEMPLATES = (".html",)
K = TypeVar("K")
Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Built(Generic[K]):
    """A finished site: its files as its shelf gave them, the warnings, the portal it shows, its sources, seconds per stage."""

    outputs: tuple[K, ...]
    warnings: tuple[Problem, ...]
    portal: Portal
    sources: Sources
    pages: int
    seconds: tuple[tuple[str, float], ...]

    @property
    def notes(self) -> int:
        """Number of notes to readers in all plans."""
        per_plan = (
            len(plan.notes)
            + sum(len(passage.notes) for passage in plan.passages())
            + sum(len(section.notes) for section in plan.sections)
            + sum(len(task.notes) for task in plan.tasks)
            + (len(plan.table.notes) if plan.table else 0)
            for plan in self.portal.plans
        )
        return sum(per_plan)

    @property
    def unresolved(self) -> tuple[str, ...]:
        """Names of bodies that no registry holds, in order of appearance."""
        from sitegen.model import MentionKind

        names = {
            mention.name: None
            for plan in self.portal.plans for task in plan.tasks for mention in task.units.mentions
            if mention.kind is MentionKind.UNRESOLVED
        }  # fmt: skip
        return tuple(names)


def build_site(settings: Settings, memo: Memo, report: Report) -> Built[Output]:
    """Content to finished files in memory, as ``make_site`` makes them."""
    return make_site(settings, memo, report, Hand({}), indexed)


def make_site(settings: Settings, memo: Memo, report: Report, shelf: Shelf[K], searching: Searching) -> Built[K]:
    """Content to finished files on a shelf; ``report`` hears the name of each stage as it begins.

    Raises ProblemsFound with placed problems at the end of the first room that has errors.
    """
    stages = _Stages(report)
    texts = layered_text(settings.templates)
    compiling = begin_templates(texts, settings, memo)
    with stages("读取内容"):
        from sitegen.understanding import read_documents, understand

        search_of = searching(settings, memo)
        documents = read_documents(settings.content, memo)
        sources = Sources(documents)
    with sources.placing():
        with stages("理解内容"):
            loaded = fitted(understand(documents, memo, partial(begin, processes=settings.processes)), settings.purpose)
        with stages("编制索引"):
            waiting = search_of(loaded.portal)
        with stages("比对文件"):
            comparisons = make_comparisons(loaded.portal, settings, memo)
        with stages("编排页面"):
            from sitegen.pages import Part, lay_out, layout_of

            site = lay_out(layout_of(loaded.portal, comparisons, settings.as_of, settings.base_url))
    with stages("生成页面"):
        from sitegen.making import lay_files, listings, make_parts, seen_pages
        from sitegen.render.site import Press, pages_of_search, render_for_machines
        from sitegen.render.templates import prepare_templates
        from sitegen.verify import Ways, verify_site

        assets = make_assets(layered(settings.static), memo)
        press = Press(prepare_templates(texts, site.urls.href(assets.folder), compiling()), site.chrome, settings.base_url)
        ways = Ways(site.urls.base_path)
        make = partial(make_parts, press=press, ways=ways, shelf=shelf, memo=memo, processes=settings.processes)
        made = make(site.parts)
    with stages("编制索引"):
        search = waiting()
    with stages("生成页面"):
        pages = pages_of_search(site, search)
        made += make([Part(f"search/{page.path}", (page,), partial(tuple, [page])) for page in pages])
    with stages("生成数据"):
        files = (*render_for_machines(site, search, listings(made)), *search.files, *assets.outputs)
        laid = (*(one.laid for one in made), *lay_files(files, shelf, settings.processes))
    with stages("检查成品"):
        paths = (*(one.record.path for one in made), *(file.path for file in files))
        found = tuple(
            _at_its_source(problem, documents, site.urls.base_path) for problem in verify_site(paths, seen_pages(made))
        )
        _stop_at_errors(found)
    memo.next_build()
    warnings = sources.place(loaded.warnings) + found
    return Built(laid, warnings, loaded.portal, sources, len(seen_pages(made)), stages.seconds)


def begin_templates(texts: dict[str, str], settings: Settings, memo: Memo) -> Callable[[], dict[str, bytes]]:
    """The code of the templates, made while content is read, when the function returned is called."""
    return memo.begin(("templates", *chain(*texts.items())), lambda: begin(partial(_compiled, texts), settings.processes))


def _compiled(texts: dict[str, str]) -> dict[str, bytes]:
    from sitegen.render.templates import compile_templates

    return compile_templates(texts)


def make_assets(files: dict[str, bytes], memo: Memo) -> Assets:
    """The static files, by path, ready to publish."""
    from sitegen.render.assets import prepare_assets

    return memo.get(("assets", *chain(*files.items())), partial(prepare_assets, files))


def make_comparisons(portal: Portal, settings: Settings, memo: Memo) -> tuple[Prepared, ...]:
    """Every comparison that is made beforehand; one is made anew where its plans, or what their words say, changed."""
    from sitegen.derive.comparison.comparison import made_beforehand

    return made_beforehand(portal, memo, lambda work, matters: spread(work, matters, settings.processes))


def fitted(loaded: Loaded, purpose: Purpose) -> Loaded:
    """What may be shown: a preview is not the registered website, so it does not carry its code (网站标识码)."""
    if purpose is Purpose.RELEASE:
        return loaded
    return replace(loaded, portal=replace(loaded.portal, facts=replace(loaded.portal.facts, site_code="")))


def indexed(settings: Settings, memo: Memo) -> Callable[[Portal], Callable[[], SearchIndex]]:
    """The search of a site, made by a process that gets ready before it is told of what and what to begin with.

    It begins with the word list, which comparisons need as well.
    """
    import rjieba  # noqa: F401

    indexing = stand_by(_indexing, settings.processes)

    def begin_search(portal: Portal) -> Callable[[], SearchIndex]:
        from sitegen.derive.search_records import searchable
        from sitegen.render import search_index  # noqa: F401  # so that a search that was kept can be opened

        found = searchable(portal, settings.base_url)
        return memo.begin(("search", found), lambda: indexing((found, next((one.encoded for one in memo.earlier("search")), {}))))

    return begin_search


def listed(settings: Settings, memo: Memo) -> Callable[[Portal], Callable[[], SearchIndex]]:  # noqa: ARG001
    """What stands in for the search of a site that is only looked at: all that could be found, shown once, and no index.

    It loads the word list as well, which checks of texts and comparisons need, so that every process has it.
    """
    import rjieba  # noqa: F401

    def list_records(portal: Portal) -> Callable[[], SearchIndex]:
        from sitegen.derive.search_records import searchable
        from sitegen.render.search_index import without_index

        return partial(without_index, searchable(portal, settings.base_url))

    return list_records


def _indexing() -> Callable[[Asked], SearchIndex]:
    """What makes a search, when all that it needs is loaded."""
    from sitegen.derive.pinyin import load_dictionaries
    from sitegen.render.search import render_search
    from sitegen.render.search.mistakes import load_tables

    load_dictionaries()
    load_tables()
    def index(asked: Asked) -> SearchIndex:
        found, before = asked
        return render_search(found.records, found.thesaurus, found.units, before)

    return index


def _at_its_source(problem: Problem, documents: Sequence[Document], base_path: str) -> Problem:
    """A problem of a finished prose page, placed in its file: at the address that it quotes, or else at its title."""
    from sitegen.understanding import CONTENT

    file = f"{CONTENT}pages/{problem.at.file.removesuffix('/index.html')}.md"
    document = next((document for document in documents if document.file == file), None)
    if not isinstance(document, MarkdownDocument):
        return problem
    quoted = problem.message.partition("“")[2].partition("”")[0]
    for address in (quoted, "/" + quoted.removeprefix(base_path)):
        offset = document.body.find(f"]({address}")
        if quoted and offset >= 0:
            place = document.span(Loc(file, ("body",)).within(offset + 2, len(address)))
            return replace(problem, at=place, hint=problem.hint or "核对网址；本站的网址以“/”开头，可以从浏览器的地址栏复制。")
    return replace(problem, at=document.span(Loc(file, ("title",))))


def _stop_at_errors(problems: Sequence[Problem]) -> None:
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise ProblemsFound(problems)


def layered(folders: tuple[Path, ...], suffixes: tuple[str, ...] = ANY) -> dict[str, bytes]:
    """Files of several folders by relative path; where a path stands in several, the first folder's file counts."""
    return {file.path: file.data for folder in reversed(folders) for file in read_tree(folder, suffixes, "")}


def layered_text(folders: tuple[Path, ...]) -> dict[str, str]:
    """Templates of several folders by relative path, as ``layered`` finds them."""
    return {path: data.decode() for path, data in layered(folders, TEMPLATES).items()}


class _Stages:
    """Names and times the stages of one build."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, name: str) -> Iterator[None]:
        self._report(name)
        start = time.perf_counter()
        yield
        self._seconds[name] = self._seconds.get(name, 0.0) + time.perf_counter() - start

    @property
    def seconds(self) -> tuple[tuple[str, float], ...]:
        return tuple(self._seconds.items())
