"""The search page (检索页): the form that scripts make alive, lists that lead to everything without them, and the pages
of results prepared for frequent phrases (常查的词)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sitegen.derive.agenda import agenda
from sitegen.derive.entries import LabelledLink
from sitegen.derive.index import Index
from sitegen.derive.indexes import LinkGroup, deadlines_by_month, documents_by_year
from sitegen.derive.pinyin import OTHER, alphabetical, initial
from sitegen.derive.search_record import SearchRecord
from sitegen.derive.urls import Urls
from sitegen.model import Group, Unit

PHRASES = "search/p/"
LEVELS = "省市区县旗镇乡各"
SHORTEST_NAME_WITH_LEVEL = 4


@dataclass(frozen=True, slots=True)
class SearchPageView:
    """The search page: where the form leads, lists to browse with their contents, units by letter of pinyin.

    The address of the index, the names of its files, the links to prepared results and the letters of units, which are read
    like texts that are searched, are known when the search is made.
    """

    title: str
    description: str
    action: str
    manifest_href: str
    directory: str
    phrases: tuple[LabelledLink, ...]
    contents: tuple[LabelledLink, ...]
    years: tuple[LinkGroup, ...]
    groups: tuple[LinkGroup, ...]
    letters: tuple[LabelledLink, ...]
    units: tuple[LinkGroup, ...]


@dataclass(frozen=True, slots=True)
class ResultView:
    """One result: its name with address, where it stands, and the sentence that holds the phrase, cut around it."""

    link: LabelledLink
    place: str
    sentence_href: str
    before: str
    marked: str
    after: str
    units: str
    deadline: str


@dataclass(frozen=True, slots=True)
class PhraseView:
    """Prepared results for one phrase; ``more`` leads to the search for it, which shows all of them."""

    title: str
    description: str
    summary: str
    results: tuple[ResultView, ...]
    more: LabelledLink


def search_page_view(index: Index, urls: Urls) -> SearchPageView:
    """The search page, the address of its index and its phrases still empty."""
    portal = index.portal
    terms = tuple(LabelledLink(term.term, urls.href(urls.term_path(term.id))) for term in portal.glossary)
    others = (
        LabelledLink("时限日历", urls.href("calendar/")),
        LabelledLink("对照", urls.href("compare/")),
        LabelledLink("数据质量说明", urls.href("quality/")),
        LabelledLink("网站地图", urls.href("sitemap/")),
    )
    groups = (
        LinkGroup("deadlines", "按完成时限找", deadlines_by_month(agenda(portal), urls)),
        LinkGroup("terms", "按术语找", terms), LinkGroup("others", "按变化和说明找", others),
    )  # fmt: skip
    shown = tuple(group for group in groups if group.links)
    years = documents_by_year(index, urls)
    return SearchPageView(
        title="搜索",
        description="在全部工作要点、任务、责任单位和说明里搜索；搜索在您的设备上进行，不向别处发送。",
        action=urls.href("search/"),
        manifest_href="",
        directory="",
        phrases=(),
        contents=_contents(years, portal.bodies, shown),
        years=years,
        groups=shown,
        letters=(),
        units=(),
    )


def _contents(
    years: tuple[LinkGroup, ...], units: Sequence[Unit | Group], groups: tuple[LinkGroup, ...]
) -> tuple[LabelledLink, ...]:
    own: tuple[tuple[str, str, Sequence[object]], ...] = (("#years", "按年份找", years), ("#units", "按责任单位找", units))
    links = [LabelledLink(heading, href) for href, heading, listed in own if listed]
    return (*links, *(LabelledLink(group.heading, f"#{group.anchor}") for group in groups))


def units_by_letter(units: Iterable[LabelledLink]) -> tuple[LinkGroup, ...]:
    """Units and groups of all places by the first letter of their names, the word for the level left out."""
    by_letter: defaultdict[str, list[tuple[tuple[list[str], str], LabelledLink]]] = defaultdict(list)
    for link in units:
        name = _without_level(link.label)
        by_letter[initial(name)].append((alphabetical(name), link))
    letters = sorted(by_letter, key=lambda letter: (letter == OTHER, letter))
    return tuple(
        LinkGroup(
            f"units-{letter.lower() if letter != OTHER else 'others'}", letter,
            tuple(link for _, link in sorted(by_letter[letter], key=lambda entry: (entry[0], entry[1].remark, entry[1].href))),
        )
        for letter in letters
    )  # fmt: skip


def _without_level(name: str) -> str:
    """发展改革局 for 区发展改革局: the letter of the level would stand for nearly all units."""
    return name[1:] if len(name) >= SHORTEST_NAME_WITH_LEVEL and name[0] in LEVELS else name


def phrase_path(slug: str) -> str:
    """Path of the prepared results of a phrase."""
    return f"{PHRASES}{slug}/"


def phrase_view(phrase: str, records: Sequence[SearchRecord], total: int, urls: Urls) -> PhraseView:
    """Prepared results for a phrase: the best of them all, ``total`` in number."""
    shown = f"，下面是最相关的{len(records)}条" if total > len(records) else ""
    return PhraseView(
        title=f"“{phrase}”的搜索结果",
        description=f"收录的文件里说到“{phrase}”的任务和条目。",
        summary=f"共{total}条{shown}。",
        results=tuple(_result(phrase, record, urls) for record in records),
        more=LabelledLink(f"搜索“{phrase}”", f"{urls.href('search/')}?q={phrase}"),
    )


def _result(phrase: str, record: SearchRecord, urls: Urls) -> ResultView:
    href = urls.href(record.url)
    held = next((at for at, sentence in enumerate(record.sentences) if phrase in sentence), None)
    sentence = record.sentences[held or 0] if record.sentences else ""
    anchor = record.anchors[held] if held is not None and record.anchors else ""
    before, marked, after = sentence.partition(phrase)
    year = f"{record.year}年" if record.year else ""
    return ResultView(
        link=LabelledLink(record.title, href),
        place=" ".join(filter(None, (record.place, year, record.label))),
        sentence_href=f"{href.partition('#')[0]}#{anchor}" if anchor else href,
        before=before,
        marked=marked,
        after=after,
        units=record.units,
        deadline=record.deadline,
    )
