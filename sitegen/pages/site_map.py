"""Values of the site map (站点): a page with its frame, and everything that the site will hold. Nothing is made here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sitegen.derive.feeds import Feed
from sitegen.derive.footer import FooterFact
from sitegen.derive.head import NO_HEAD, Head
from sitegen.derive.search_record import SearchRecord
from sitegen.derive.update_feeds import UpdateFeed
from sitegen.derive.urls import Urls

SEARCH_DESCRIPTION = "opensearch.xml"


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
class Searchable:
    """What a search finds (检索内容): its records, and the words of readers with those that documents use for them."""

    records: tuple[SearchRecord, ...]
    thesaurus: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class SiteMap:
    """Everything that the site will hold but its search: pages, calendars, update feeds, data by path, the frame.

    ``scripts`` are values by path that pages load as scripts, so that they can be read from a folder too.
    ``phrase_page`` is a page of prepared search results without any: which there will be is known when the index is made.
    """

    urls: Urls
    chrome: Chrome
    pages: tuple[Page, ...]
    feeds: tuple[Feed, ...]
    update_feeds: tuple[UpdateFeed, ...]
    data: tuple[tuple[str, Any], ...]
    scripts: tuple[tuple[str, Any], ...]
    phrase_page: Page
