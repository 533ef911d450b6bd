"""The site map (站点): every address of the site with its template and its finished view. Makes no view itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sitegen.derive import open_data
from sitegen.derive.agenda import Entry, agenda
from sitegen.derive.calendar_page import (
    agenda_page_view,
    calendar_months,
    calendar_years,
    month_page_view,
    month_path,
    year_page_view,
    year_path,
)
from sitegen.derive.feeds import PORTAL_FEED, Feed, feeds, jurisdiction_feed_path, unit_feed_path
from sitegen.derive.glossary_page import glossary_view
from sitegen.derive.home import ComparisonCard, home_view
from sitegen.derive.index import Index, index_of
from sitegen.derive.jurisdiction import jurisdiction_view
from sitegen.derive.passage_page import Counterpart, item_page, row_page
from sitegen.derive.plan_page import plan_view
from sitegen.derive.prose_page import prose_view
from sitegen.derive.quality_page import quality_view
from sitegen.derive.search_page import search_page_view
from sitegen.derive.search_records import SearchRecord, search_records
from sitegen.derive.sitemap_page import sitemap_view
from sitegen.derive.unit_page import unit_page_view
from sitegen.derive.unit_work import Concern, Work, unit_works
from sitegen.derive.urls import Urls, urls_of
from sitegen.derive.wording import chinese_date
from sitegen.model import Plan, Portal


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


@dataclass(frozen=True, slots=True)
class NavigationEntry:
    """One entry of the main navigation (导航)."""

    key: str
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Chrome:
    """What every page shares (页面框架): the portal's name, navigation, footer lines, and addresses of its own pages."""

    title: str
    base_path: str
    home_href: str
    search_href: str
    navigation: tuple[NavigationEntry, ...]
    footer_links: tuple[NavigationEntry, ...]
    footer_facts: tuple[tuple[str, str], ...]
    as_of: str


@dataclass(frozen=True, slots=True)
class SiteMap:
    """Everything that the site will hold: pages, calendars, data files by path, records of the search, the common frame."""

    urls: Urls
    chrome: Chrome
    pages: tuple[Page, ...]
    feeds: tuple[Feed, ...]
    data: tuple[tuple[str, Any], ...]
    records: tuple[SearchRecord, ...]


@dataclass(frozen=True, slots=True)
class _Layout:
    """What making the pages of one portal needs: look-ups, addresses, the day, the agenda, works of units, calendars."""

    index: Index
    urls: Urls
    as_of: date
    entries: tuple[Entry, ...]
    works: dict[str, tuple[Work, ...]]
    feeds: tuple[Feed, ...]


def lay_out(portal: Portal, as_of: date | None, base_url: str) -> SiteMap:
    """The whole site of a portal, for a day (None: the newest date of its documents) and under a base URL."""
    index = index_of(portal)
    urls = urls_of(portal, base_url)
    entries = agenda(portal)
    layout = _Layout(
        index, urls, as_of or newest_date(portal), entries, dict(unit_works(index)), feeds(index, urls, entries)
    )
    return SiteMap(
        urls=urls,
        chrome=_chrome(layout),
        pages=tuple(_pages(layout)),
        feeds=layout.feeds,
        data=tuple(_data(layout)),
        records=search_records(portal, urls),
    )


def newest_date(portal: Portal) -> date:
    """Newest date that the portal's own documents state; what the site is built for where no day is given."""
    days = [portal.facts.published] if portal.facts.published else []
    for plan in portal.plans:
        document = plan.document
        stated = (document.signed.day, document.imprinted.day, document.published.day)
        days += [day for day in stated if day] or [date(plan.year, 1, 1)]
    return max(days, default=date(1970, 1, 1))
