"""Head matter (页面标签): what a page says about itself to machines, finished for the ``head`` element and the footer.

The tags are those of 国办发〔2017〕47号, 网页标签规范: site tags on every page, column tags on column and content pages,
content tags on content pages. A tag without a source is left out. What each kind of page is about is in ``subjects``,
the words of schema.org are in ``linked_data``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from sitegen.derive.entries import LabelledLink
from sitegen.derive.linked_data import Thing, breadcrumb_list, ending_in, graph
from sitegen.derive.urls import Urls
from sitegen.model import Facts

NOT_FOUND = "404.html"


@dataclass(frozen=True, slots=True)
class Tag:
    """One ``meta`` tag: name and content."""

    name: str
    content: str


@dataclass(frozen=True, slots=True)
class Column:
    """Column (栏目) that a page is or belongs to: name, what it is for, keywords, type from the standard's list."""

    name: str
    description: str
    keywords: tuple[str, ...]
    type: str


@dataclass(frozen=True, slots=True)
class Article:
    """Content of a page (内容页): title, time of publication on this portal or "", source or "", keywords."""

    title: str
    published: str
    source: str
    keywords: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a page is about: column and content (None where it has none), linked data, newest day of what it shows."""

    column: Column | None = None
    article: Article | None = None
    things: tuple[Thing, ...] = ()
    newest: date | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """Head matter of a page: tags, full address or "", linked data or None, newest day, address for reporting errors."""

    tags: tuple[Tag, ...] = ()
    canonical: str = ""
    linked_data: Thing | None = None
    newest: date | None = None
    report_href: str = ""


NO_SUBJECT = Subject()
NO_HEAD = Head()


def head_of(
    subject: Subject, path: str, title: str, crumbs: Sequence[LabelledLink], facts: Facts, urls: Urls
) -> Head:
    """Head matter of the page at ``path``; ``crumbs`` lead from the home page to its parent."""
    canonical = urls.absolute(path) if path != NOT_FOUND else ""
    trail = (breadcrumb_list(crumbs, title, urls),) if crumbs and path != NOT_FOUND else ()
    return Head(
        tags=_tags(subject, canonical, facts, urls),
        canonical=canonical,
        linked_data=graph((*subject.things, *trail)),
        newest=subject.newest,
        report_href=report_address(facts.error_report_url, canonical),
    )


def head_elsewhere(head: Head, path: str, title: str, urls: Urls) -> Head:
    """The head of a page like another, at a path and under a title of its own."""
    canonical = urls.absolute(path)
    return replace(
        head,
        canonical=canonical,
        linked_data=ending_in(head.linked_data, title),
        report_href=report_address(head.report_href, canonical),
    )


def _tags(subject: Subject, canonical: str, facts: Facts, urls: Urls) -> tuple[Tag, ...]:
    column, article = subject.column, subject.article
    pairs = [("SiteName", facts.title), ("SiteDomain", domain_of(urls.origin)), ("SiteIDCode", facts.site_code)]
    if column:
        pairs += [
            ("ColumnName", column.name), ("ColumnDescription", column.description),
            ("ColumnKeywords", ",".join(column.keywords)), ("ColumnType", column.type),
        ]  # fmt: skip
    if article:
        keywords = ",".join(article.keywords)
        pairs += [
            ("ArticleTitle", article.title), ("PubDate", article.published), ("ContentSource", article.source),
            ("Keywords", keywords), ("keywords", keywords), ("Url", canonical),
        ]  # fmt: skip
    return tuple(Tag(name, content) for name, content in pairs if content)


def domain_of(origin: str) -> str:
    """Domain name (域名) of a site, "" without a host or where the host is a number or has no domain, as in a preview."""
    host = urlsplit(origin).hostname or ""
    return host if host.rpartition(".")[2].isalpha() and "." in host else ""


def publication_time(facts: Facts, plan_id: str = "") -> str:
    """When this portal put a plan (or the rest) online, as far as that is recorded: "2025-09-01 09:30", "2025-09-01", ""."""
    own = next((release for release in facts.releases if release.plan_id == plan_id), None)
    day, time = (own.day, own.time) if own else (facts.published, facts.published_time)
    return f"{day.isoformat()} {time}".rstrip() if day else ""


def report_address(address: str, page_address: str) -> str:
    """Where errors of a page are reported (我为政府网站找错): the page's own address as parameter ``url``, where known."""
    if not address or not page_address:
        return address
    parts = urlsplit(address)
    given = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name != "url"]
    query = urlencode([*given, ("url", page_address)], quote_via=quote, safe="")
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, parts.fragment))
