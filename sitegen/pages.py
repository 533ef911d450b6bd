"""The site map (站点): every address of the site with its template and its finished view. Makes no view itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from sitegen.derive import open_data
from sitegen.derive.agenda import Entry, agenda
from sitegen.derive.any_comparison_page import any_comparison_view
from sitegen.derive.calendar_page import (
    agenda_page_view,
    calendar_months,
    calendar_years,
    month_page_view,
    month_path,
    year_page_view,
    year_path,
)
from sitegen.derive.comparison.bonds import Bonds, bonds_of
from sitegen.derive.comparison.comparison import compare_all
from sitegen.derive.comparison.siblings import siblings
from sitegen.derive.comparison.similarity import corpus_of
from sitegen.derive.comparison.view import Comparison, PlanSide
from sitegen.derive.comparison_data import comparison_data
from sitegen.derive.comparison_list import comparison_list_view
from sitegen.derive.comparison_page import comparison_data_path, comparison_href, comparison_page_view
from sitegen.derive.entries import LabelledLink
from sitegen.derive.feeds import PORTAL_FEED, Feed, feeds, jurisdiction_feed_path, unit_feed_path
from sitegen.derive.follow_up_page import follow_up_view, looked_back_on
from sitegen.derive.footer import FooterFact, footer_facts
from sitegen.derive.glossary_page import glossary_view
from sitegen.derive.head import NO_HEAD, NO_SUBJECT, Head, Subject, head_of
from sitegen.derive.home import ComparisonCard, home_view
from sitegen.derive.index import Index, index_of
from sitegen.derive.jurisdiction import jurisdiction_view
from sitegen.derive.lineage import LineageView, lineage_view
from sitegen.derive.open_data_schema import data_schemas
from sitegen.derive.passage_page import item_page, row_page
from sitegen.derive.plan_page import plan_view
from sitegen.derive.prose_page import prose_view
from sitegen.derive.quality_page import quality_view, unresolved_names
from sitegen.derive.search_page import PHRASES, PhraseView, search_page_view
from sitegen.derive.search_record import SearchRecord
from sitegen.derive.search_records import search_records
from sitegen.derive.siblings_page import siblings_title, siblings_view
from sitegen.derive.sitemap_page import LinkList, not_found_view, sitemap_view
from sitegen.derive.subjects import (
    body_subject,
    home_subject,
    list_subject,
    passage_subject,
    place_subject,
    plan_subject,
    prose_subject,
)
from sitegen.derive.unit_page import unit_page_view
from sitegen.derive.unit_work import Concern, Work, unit_works
from sitegen.derive.unit_years import unit_years_view
from sitegen.derive.update_feeds import (
    PORTAL_UPDATES,
    UpdateFeed,
    body_updates_path,
    jurisdiction_updates_path,
    update_feeds,
)
from sitegen.derive.urls import Urls, urls_of
from sitegen.derive.wording import chinese_date
from sitegen.model import Plan, Portal, Unit

OWN_PAGES = (
    ("search", "搜索", "search/"), ("calendar", "时限日历", "calendar/"), ("compare", "对照", "compare/"),
    ("glossary", "术语", "glossary/"), ("quality", "数据质量", "quality/"),
)  # fmt: skip
SEARCH_DESCRIPTION = "opensearch.xml"
DUE = ("时限", "完成时限")


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the breadcrumb (面包屑): its label and address."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Alternate:
    """Other form of a page (另一种格式): media type, title and address of its calendar, feed or data file."""

    type: str
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page: path under the root ("" is home, "…/" a folder, "404.html" a file), template, view and head matter.

    ``section`` names the entry of the main navigation that is current, or is empty. ``crumbs`` lead from the home page to
    the parent of this page.
    """

    path: str
    template: str
    view: object
    title: str
    description: str
    crumbs: tuple[Crumb, ...] = ()
    section: str = ""
    alternates: tuple[Alternate, ...] = ()
    head: Head = NO_HEAD


@dataclass(frozen=True, slots=True)
class NavigationEntry:
    """One entry of the main navigation (导航)."""

    key: str
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Chrome:
    """What every page shares (页面框架): the portal's name, navigation, footer lines, and addresses of its own pages.

    ``search_description_href`` leads to the description that browsers add the site's search by, "" without a known host.
    """

    title: str
    base_path: str
    home_href: str
    search_href: str
    navigation: tuple[NavigationEntry, ...]
    footer_links: tuple[NavigationEntry, ...]
    footer_facts: tuple[FooterFact, ...]
    as_of: str
    search_description_href: str = ""


@dataclass(frozen=True, slots=True)
class SiteMap:
    """Everything that the site will hold: pages, calendars, update feeds, data by path, records of the search, the frame.

    ``phrase_page`` is a page of prepared search results without any: which there will be is known when the index is made.
    """

    urls: Urls
    chrome: Chrome
    pages: tuple[Page, ...]
    feeds: tuple[Feed, ...]
    update_feeds: tuple[UpdateFeed, ...]
    data: tuple[tuple[str, Any], ...]
    records: tuple[SearchRecord, ...]
    thesaurus: tuple[tuple[str, tuple[str, ...]], ...]
    phrase_page: Page


@dataclass(frozen=True, slots=True)
class _Layout:
    """What making the pages of one portal needs: look-ups, addresses, the day, the agenda, works of units, calendars."""

    index: Index
    urls: Urls
    as_of: date
    entries: tuple[Entry, ...]
    works: dict[str, tuple[Work, ...]]
    feeds: tuple[Feed, ...]
    update_feeds: tuple[UpdateFeed, ...]
    comparisons: tuple[Comparison, ...]
    bonds: Bonds


def lay_out(portal: Portal, as_of: date | None, base_url: str) -> SiteMap:
    """The whole site of a portal, for a day (None: the newest date of its documents) and under a base URL."""
    index = index_of(portal)
    urls = urls_of(portal, base_url)
    entries = agenda(portal)
    made = compare_all(corpus_of(portal))
    works = dict(unit_works(index))
    layout = _Layout(
        index=index,
        urls=urls,
        as_of=as_of or newest_date(portal),
        entries=entries,
        works=works,
        feeds=feeds(index, urls, entries),
        update_feeds=update_feeds(index, urls, works),
        comparisons=made,
        bonds=bonds_of(made),
    )
    return SiteMap(
        urls=urls,
        chrome=_chrome(layout),
        pages=tuple(_pages(layout)),
        feeds=layout.feeds,
        update_feeds=layout.update_feeds,
        data=tuple(_data(layout)),
        records=search_records(portal, urls),
        thesaurus=tuple((word, entry.terms) for entry in portal.thesaurus for word in entry.words),
        phrase_page=_phrase_page(layout),
    )


def newest_date(portal: Portal) -> date:
    """Newest date that the portal's own documents state; what the site is built for where no day is given."""
    days = [portal.facts.published] if portal.facts.published else []
    for plan in portal.plans:
        document = plan.document
        stated = (document.signed.day, document.imprinted.day, document.published.day)
        days += [day for day in stated if day] or [date(plan.year, 1, 1)]
    return max(days, default=date(1970, 1, 1))


def _pages(layout: _Layout) -> Iterator[Page]:
    yield _home(layout)
    yield from _place_pages(layout)
    for plan in layout.index.portal.plans:
        yield from _plan_pages(plan, layout)
    yield from _follow_up_pages(layout)
    yield from _unit_pages(layout)
    yield from _calendar_pages(layout)
    yield from _comparison_pages(layout)
    yield from _reading_pages(layout)


def _page(
    layout: _Layout, path: str, template: str, view: Any, section: str = "", *crumbs: Crumb,
    subject: Subject = NO_SUBJECT, title: str = "", alternates: tuple[Alternate, ...] = (),
) -> Page:  # fmt: skip
    urls = layout.urls
    home = () if path == "" else (Crumb("首页", urls.home()),)
    trail = (*home, *crumbs)
    name = title or view.title
    steps = tuple(LabelledLink(crumb.label, crumb.href) for crumb in trail)
    head = head_of(subject, path, name, steps, layout.index.portal.facts, urls)
    return Page(path, f"pages/{template}.html", view, name, view.description, trail, section, alternates, head)


def _list_subject(view: Any, keywords: tuple[str, ...], plans: Iterable[Plan]) -> Subject:
    return list_subject(view.title, view.description, keywords, plans)


def _home(layout: _Layout) -> Page:
    urls = layout.urls
    notes = quality_view(layout.index, urls, ()).note_count
    view = home_view(
        layout.index, urls, layout.as_of, _comparison_cards(layout), urls.href("calendar/"), urls.href("quality/"), notes
    )
    alternates = (*_calendar(layout, PORTAL_FEED), *_updates(layout, PORTAL_UPDATES))
    return _page(layout, "", "home", view, subject=home_subject(layout.index, urls), alternates=alternates)


def _place_pages(layout: _Layout) -> Iterator[Page]:
    counts = {
        body_id: sum(work.concern is Concern.NAMED for work in works) for body_id, works in layout.works.items()
    }
    for place in layout.index.portal.jurisdictions:
        calendar = _calendar(layout, jurisdiction_feed_path(place.id))
        href = calendar[0].href if calendar else ""
        links = _comparison_links(layout, partial(_is_of, place.id))
        view = jurisdiction_view(place, layout.index, layout.urls, counts, links, href)
        data = _json_of(layout, layout.urls.jurisdiction_data_path(place.id), view.title)
        alternates = (*calendar, *_updates(layout, jurisdiction_updates_path(place.id)), data)
        subject = place_subject(place, layout.index)
        yield _page(layout, f"{place.id}/", "jurisdiction", view, "places", subject=subject, alternates=alternates)


def _plan_pages(plan: Plan, layout: _Layout) -> Iterator[Page]:
    index, urls = layout.index, layout.urls
    place = _place_crumb(layout, plan.jurisdiction_id)
    here = Crumb(f"{plan.year}年", urls.plan(plan.id))
    links = (*_comparison_links(layout, lambda side: side.plan_id == plan.id), *_follow_up_links(plan, layout))
    view = plan_view(plan, index, urls, layout.as_of, links)
    data = _json_of(layout, urls.plan_json_path(plan.id), plan.title)
    subject = plan_subject(plan, index, urls)
    yield _page(layout, urls.plan_path(plan.id), "plan", view, "places", place, subject=subject, alternates=(data,))
    for item in (*plan.items, *plan.closing):
        path = urls.passage_path(item.id)
        passage = item_page(item, plan, index, urls, layout.as_of, _lineage(item.id, plan, layout))
        subject = passage_subject(item, passage.title, plan, index, urls)
        yield _page(layout, path, "passage", passage, "places", place, here, subject=subject)
    for row in plan.table.rows if plan.table else ():
        item = index.passages[row.item_id]
        above = Crumb(item.number + item.title, urls.passage(item.id))
        passage = row_page(row, plan, index, urls, layout.as_of, _lineage(row.id, plan, layout))
        subject = passage_subject(row, passage.title, plan, index, urls)
        yield _page(layout, urls.passage_path(row.id), "passage", passage, "places", place, here, above, subject=subject)


def _follow_up_pages(layout: _Layout) -> Iterator[Page]:
    index, urls = layout.index, layout.urls
    for plan in looked_back_on(index.portal, layout.as_of):
        view = follow_up_view(plan, layout.bonds, index, urls)
        trail = (_place_crumb(layout, plan.jurisdiction_id), Crumb(f"{plan.year}年", urls.plan(plan.id)))
        subject = _list_subject(view, ("回头看",), (plan,))
        yield _page(layout, urls.follow_up_path(plan.id), "follow_up", view, "places", *trail, subject=subject)


def _follow_up_links(plan: Plan, layout: _Layout) -> tuple[LabelledLink, ...]:
    if plan not in looked_back_on(layout.index.portal, layout.as_of):
        return ()
    return (LabelledLink("回头看：各项任务后来怎样", layout.urls.href(layout.urls.follow_up_path(plan.id)), "回头看"),)


def _unit_pages(layout: _Layout) -> Iterator[Page]:
    urls = layout.urls
    paths = frozenset(feed.path for feed in layout.feeds)
    for body in layout.index.portal.bodies:
        place = layout.index.jurisdictions[body.jurisdiction_id]
        works = layout.works[body.id]
        history = unit_years_view(body, works, layout.bonds, layout.index, urls) if isinstance(body, Unit) else None
        view = unit_page_view(body, works, layout.index, urls, paths, history)
        alternates = (
            *_calendar(layout, unit_feed_path(urls, body.id)), *_updates(layout, body_updates_path(urls, body.id)),
            _json_of(layout, urls.unit_data_path(body.id), body.name),
        )  # fmt: skip
        title = f"{body.name}（{place.full_name}）"
        crumb = _place_crumb(layout, place.id)
        subject = body_subject(body, title, view.description, layout.works[body.id], layout.index, urls)
        path = urls.unit_path(body.id)
        yield _page(layout, path, "unit", view, "places", crumb, subject=subject, title=title, alternates=alternates)


def _calendar_pages(layout: _Layout) -> Iterator[Page]:
    index, urls, entries, as_of = layout.index, layout.urls, layout.entries, layout.as_of
    top = Crumb("时限日历", urls.href("calendar/"))
    view = agenda_page_view(entries, index, urls, as_of)
    subject = _list_subject(view, DUE, (entry.plan for entry in entries))
    yield _page(layout, "calendar/", "agenda", view, "calendar", subject=subject, alternates=_calendar(layout, PORTAL_FEED))
    for year in calendar_years(entries, index):
        year_view = year_page_view(year, entries, index, urls)
        subject = _list_subject(year_view, DUE, (entry.plan for entry in entries if entry.end.year == year))
        yield _page(layout, year_path(year), "calendar_year", year_view, "calendar", top, subject=subject)
    for year, month in calendar_months(entries):
        month_view = month_page_view(year, month, entries, index, urls, as_of)
        above = Crumb(f"{year}年", urls.href(year_path(year)))
        here = [entry.plan for entry in entries if (entry.end.year, entry.end.month) == (year, month)]
        subject = _list_subject(month_view, DUE, here)
        yield _page(layout, month_path(year, month), "calendar_month", month_view, "calendar", top, above, subject=subject)


def _reading_pages(layout: _Layout) -> Iterator[Page]:
    index, urls = layout.index, layout.urls
    yield _page(layout, "search/", "search", search_page_view(index, urls), "search")
    glossary = glossary_view(index, urls)
    defined = {known.source_id.partition("/")[0]: None for term in index.portal.glossary for known in term.definitions}
    subject = _list_subject(glossary, ("术语",), (index.plans[plan_id] for plan_id in defined))
    yield _page(layout, "glossary/", "glossary", glossary, "glossary", subject=subject)
    quality = quality_view(index, urls, unresolved_names(index, urls))
    subject = _list_subject(quality, ("数据质量", "说明"), index.portal.plans)
    yield _page(layout, "quality/", "quality", quality, "quality", subject=subject)
    for prose in index.portal.prose:
        view, subject = prose_view(prose, index.portal, urls), prose_subject(prose, index.portal.facts)
        yield _page(layout, urls.prose_path(prose.key), "prose", view, prose.key, subject=subject)
    yield _page(layout, "sitemap/", "sitemap", sitemap_view(index, urls, _lists(layout)), "sitemap")
    more = (LabelledLink("时限日历", urls.href("calendar/")), LabelledLink("网站地图", urls.href("sitemap/")))
    yield _page(layout, "404.html", "not_found", not_found_view(index, urls, more))


def _phrase_page(layout: _Layout) -> Page:
    view = PhraseView("常查的词", "", "", (), LabelledLink(""))
    page = _page(layout, PHRASES, "search_phrase", view, "search", Crumb("搜索", layout.urls.href("search/")))
    search = layout.urls.absolute("search/")
    return replace(page, head=replace(page.head, canonical=search))


def _lists(layout: _Layout) -> tuple[LinkList, ...]:
    urls, index = layout.urls, layout.index
    own = (("首页", ""), *((label, path) for _, label, path in OWN_PAGES))
    months = [(f"{year}年{month}月时限", month_path(year, month)) for year, month in calendar_months(layout.entries)]
    years = [(f"{year}年时限", year_path(year)) for year in calendar_years(layout.entries, index)]
    prose = [(page.title, urls.prose_path(page.key)) for page in index.portal.prose]
    lists = (("主要页面", own), ("说明", prose), ("日历", [*years, *months]))
    links = tuple(
        LinkList(heading, tuple(LabelledLink(label, urls.href(path)) for label, path in found)) for heading, found in lists
    )
    looked_back = tuple(
        LabelledLink(f"回头看：{plan.title}", urls.href(urls.follow_up_path(plan.id)))
        for plan in looked_back_on(index.portal, layout.as_of)
    )
    compared = tuple(LabelledLink(card.title, card.href) for card in _comparison_cards(layout))
    return (*links, LinkList("对照", compared), LinkList("回头看", looked_back))


def _data(layout: _Layout) -> Iterator[tuple[str, Any]]:
    index, urls = layout.index, layout.urls
    yield "data/portal.json", open_data.portal_data(index, urls)
    for plan in index.portal.plans:
        yield urls.plan_json_path(plan.id), open_data.plan_data(plan, urls)
    for place in index.portal.jurisdictions:
        yield urls.jurisdiction_data_path(place.id), open_data.jurisdiction_data(place, index, urls)
    for body in index.portal.bodies:
        yield urls.unit_data_path(body.id), open_data.body_data(body, layout.works[body.id], urls)
    for comparison in layout.comparisons:
        yield comparison_data_path(comparison, urls), comparison_data(comparison)
    yield from data_schemas()


def _chrome(layout: _Layout) -> Chrome:
    urls, facts = layout.urls, layout.index.portal.facts
    prose = [(page.key, page.title, urls.prose_path(page.key)) for page in layout.index.portal.prose]
    own = [("sitemap", "网站地图", "sitemap/"), ("data", "开放数据", "data/portal.json")]
    updates = [("updates", "更新订阅（Atom）", PORTAL_UPDATES)] if _updates(layout, PORTAL_UPDATES) else []
    return Chrome(
        title=facts.title,
        base_path=urls.base_path,
        home_href=urls.home(),
        search_href=urls.href("search/"),
        navigation=_entries(urls, [("home", "首页", ""), *OWN_PAGES]),
        footer_links=_entries(urls, [*prose, *own, *updates]),
        footer_facts=footer_facts(facts),
        as_of=chinese_date(layout.as_of),
        search_description_href=urls.href(SEARCH_DESCRIPTION) if urls.origin else "",
    )


def _entries(urls: Urls, entries: Iterable[tuple[str, str, str]]) -> tuple[NavigationEntry, ...]:
    return tuple(NavigationEntry(key, label, urls.href(path)) for key, label, path in entries)


def _place_crumb(layout: _Layout, jurisdiction_id: str) -> Crumb:
    return Crumb(layout.index.jurisdictions[jurisdiction_id].name, layout.urls.jurisdiction(jurisdiction_id))


def _calendar(layout: _Layout, path: str) -> tuple[Alternate, ...]:
    return tuple(
        Alternate("text/calendar", feed.name, layout.urls.href(feed.path)) for feed in layout.feeds if feed.path == path
    )


def _updates(layout: _Layout, path: str) -> tuple[Alternate, ...]:
    return tuple(
        Alternate("application/atom+xml", f"{feed.title}更新", layout.urls.href(feed.path))
        for feed in layout.update_feeds
        if feed.path == path
    )


def _json_of(layout: _Layout, path: str, title: str) -> Alternate:
    return Alternate("application/json", f"{title}（数据）", layout.urls.href(path))


def _comparison_pages(layout: _Layout) -> Iterator[Page]:
    urls = layout.urls
    top = Crumb("对照", urls.href("compare/"))
    plans = layout.index.plans
    compared = [plans[side.plan_id] for one in layout.comparisons for side in (one.old, one.new)]
    tables = siblings(layout.comparisons)
    beside = tuple(
        LabelledLink(siblings_title(one), urls.href(urls.siblings_path(one.superior.plan_id)), siblings_view(one, urls).description)
        for one in tables
    )
    any_path = urls.any_comparison_path()
    list_view = comparison_list_view(layout.comparisons, beside, urls.href(any_path), urls)
    subject = _list_subject(list_view, ("对照",), compared)
    yield _page(layout, "compare/", "comparison_list", list_view, "compare", subject=subject)
    any_view = any_comparison_view(layout.comparisons, beside, layout.index, urls)
    subject = _list_subject(any_view, ("对照",), layout.index.portal.plans)
    yield _page(layout, any_path, "any_comparison", any_view, "compare", top, subject=subject)
    for table in tables:
        table_view = siblings_view(table, urls)
        subject = _list_subject(table_view, ("对照",), [plans[side.plan_id] for side in (table.superior, *table.plans)])
        yield _page(layout, urls.siblings_path(table.superior.plan_id), "siblings", table_view, "compare", top, subject=subject)
    for comparison in layout.comparisons:
        view = comparison_page_view(comparison, layout.index, urls)
        path = urls.comparison_path(comparison.old.plan_id, comparison.new.plan_id)
        data = _json_of(layout, comparison_data_path(comparison, urls), view.title)
        subject = _list_subject(view, ("对照",), (plans[comparison.old.plan_id], plans[comparison.new.plan_id]))
        yield _page(layout, path, "comparison", view, "compare", top, subject=subject, alternates=(data,))


def _comparison_cards(layout: _Layout) -> tuple[ComparisonCard, ...]:
    return tuple(ComparisonCard(one.title, comparison_href(one, layout.urls), one.summary) for one in layout.comparisons)


def _is_of(jurisdiction_id: str, side: PlanSide) -> bool:
    return side.jurisdiction_id == jurisdiction_id


def _comparison_links(layout: _Layout, concerns: Callable[[PlanSide], bool]) -> tuple[LabelledLink, ...]:
    return tuple(
        LabelledLink(one.title, comparison_href(one, layout.urls), one.kind_label)
        for one in layout.comparisons
        if concerns(one.old) or concerns(one.new)
    )


def _lineage(passage_id: str, plan: Plan, layout: _Layout) -> LineageView | None:
    return lineage_view(passage_id, plan, layout.bonds, layout.index, layout.urls)
