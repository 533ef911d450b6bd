"""Values of the site map (站点): a page with its frame, and everything that the site will hold. Nothing is made here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sitegen.derive.feeds import Feed
from sitegen.derive.footer import FooterFact
from sitegen.derive.head import NO_HEAD, Head
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
class DataFile:
    """A file of open data (开放数据): its path, and its value not yet written as JSON."""

    path: str
    value: Any


@dataclass(frozen=True, slots=True)
class ScriptFile:
    """A value that pages load as a script (数据脚本), so that it can be read from a folder too."""

    path: str
    value: Any


# What one file of the site is written from.
Matter = Page | Feed | UpdateFeed | DataFile | ScriptFile


@dataclass(frozen=True, slots=True)
class Part:
    """Files that are best made together (部分): those of a plan, of a place, of a comparison. Made when ``make`` is called.

    ``name`` tells it from other parts of the site. ``make`` asks for nothing but the ``grounds``: equal grounds, equal files.
    """

    name: str
    grounds: tuple[object, ...]
    make: Callable[[], Iterable[Matter]] = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class SiteMap:
    """Everything that the site will hold but the files of its search: its parts, the frame, and pages that the index completes.

    ``search_page`` is where readers search; ``phrase_page`` is a page of prepared results without any: which there will be
    is known when the index is made.
    """

    urls: Urls
    chrome: Chrome
    parts: tuple[Part, ...]
    search_page: Page
    phrase_page: Page

    def matters(self) -> Iterator[Matter]:
        """What every file is written from, but prepared results."""
        for part in self.parts:
            yield from part.make()
        yield self.search_page
