"""The site map (站点): every address of the site with its template and its finished view. Makes no view itself."""

from __future__ import annotations

from dataclasses import dataclass


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
