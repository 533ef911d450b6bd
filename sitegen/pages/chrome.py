"""The frame of every page (页面框架): navigation and footer, the same on all pages."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.derive.footer import footer_facts
from sitegen.derive.update_feeds import PORTAL_UPDATES
from sitegen.derive.urls import Urls
from sitegen.derive.wording import chinese_date
from sitegen.pages.layout import Backdrop
from sitegen.pages.site_map import SEARCH_DESCRIPTION, Chrome, NavigationEntry

OWN_PAGES = (
    ("search", "搜索", "search/"), ("calendar", "时限日历", "calendar/"), ("compare", "对照", "compare/"),
    ("glossary", "术语", "glossary/"), ("quality", "数据质量", "quality/"),
)  # fmt: skip


def chrome_of(backdrop: Backdrop) -> Chrome:
    """What every page shares."""
    urls, portal = backdrop.urls, backdrop.portal
    prose = [(page.key, page.title, urls.prose_path(page.key)) for page in portal.prose]
    own = [("sitemap", "网站地图", "sitemap/"), ("data", "开放数据", "data/portal.json")]
    updates = [("updates", "更新订阅（Atom）", PORTAL_UPDATES)] if portal.plans else []
    return Chrome(
        title=portal.facts.title,
        base_path=urls.base_path,
        home_href=urls.home(),
        search_href=urls.href("search/"),
        navigation=_entries(urls, [("home", "首页", ""), *OWN_PAGES]),
        footer_links=_entries(urls, [*prose, *own, *updates]),
        footer_facts=footer_facts(portal.facts),
        as_of=chinese_date(backdrop.as_of),
        search_description_href=urls.href(SEARCH_DESCRIPTION) if urls.origin else "",
    )


def _entries(urls: Urls, entries: Iterable[tuple[str, str, str]]) -> tuple[NavigationEntry, ...]:
    return tuple(NavigationEntry(key, label, urls.href(path)) for key, label, path in entries)
