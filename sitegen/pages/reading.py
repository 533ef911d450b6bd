"""Pages that stand by themselves (说明): search, glossary, quality of data, prose, site map, and the page of lost addresses."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.derive.calendar_days import calendar_months, calendar_years, month_path, year_path
from sitegen.derive.comparison_page import comparison_href
from sitegen.derive.entries import LabelledLink
from sitegen.derive.follow_up_page import looked_back_on
from sitegen.derive.glossary_page import glossary_view
from sitegen.derive.prose_page import prose_view
from sitegen.derive.quality_page import quality_view, unresolved_names
from sitegen.derive.search_page import PHRASES, PhraseView, search_page_view
from sitegen.derive.sitemap_page import LinkList, not_found_view, sitemap_view
from sitegen.derive.subjects import prose_subject
from sitegen.pages.chrome import OWN_PAGES
from sitegen.pages.layout import Layout, listed, page_of
from sitegen.pages.site_map import Crumb, Page


def reading_pages(layout: Layout) -> Iterator[Page]:
    """Every page that stands by itself but those of the search."""
    index, urls = layout.index, layout.urls
    glossary = glossary_view(index, urls)
    defined = {known.source_id.partition("/")[0]: None for term in index.portal.glossary for known in term.definitions}
    subject = listed(glossary, ("术语",), (index.plans[plan_id] for plan_id in defined))
    yield page_of(layout, "glossary/", "glossary", glossary, "glossary", subject=subject)
    quality = quality_view(index, urls, unresolved_names(index, urls))
    subject = listed(quality, ("数据质量", "说明"), index.portal.plans)
    yield page_of(layout, "quality/", "quality", quality, "quality", subject=subject)
    for prose in index.portal.prose:
        view, subject = prose_view(prose, index.portal, urls), prose_subject(prose, index.portal.facts)
        yield page_of(layout, urls.prose_path(prose.key), "prose", view, prose.key, subject=subject)
    yield page_of(layout, "sitemap/", "sitemap", sitemap_view(index, urls, _lists(layout)), "sitemap")
    more = (LabelledLink("时限日历", urls.href("calendar/")), LabelledLink("网站地图", urls.href("sitemap/")))
    yield page_of(layout, "404.html", "not_found", not_found_view(index, urls, more))


def search_page(layout: Layout) -> Page:
    """The page on which readers search, without what only the index knows."""
    return page_of(layout, "search/", "search", search_page_view(layout.index, layout.urls), "search")


def phrase_page(layout: Layout) -> Page:
    """A page of prepared search results without any, for the renderer to fill."""
    view = PhraseView("常查的词", "", "", (), LabelledLink(""))
    return page_of(layout, PHRASES, "search_phrase", view, "search", Crumb("搜索", layout.urls.href("search/")))


def _lists(layout: Layout) -> tuple[LinkList, ...]:
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
    compared = tuple(LabelledLink(one.title, comparison_href(one, urls)) for one in layout.backdrop.compared)
    search = urls.href("search/")
    indexes = tuple(LabelledLink(one.label, f"{search}{one.href}") for one in search_page_view(index, urls).contents)
    return (*links, LinkList("索引", indexes), LinkList("对照", compared), LinkList("回头看", looked_back))
