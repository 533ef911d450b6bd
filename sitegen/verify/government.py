"""Inspection of government websites (政府网站检查): what an inspection would see, as far as the files alone can show it.

Tags and footer on every page, blank columns, freshness per column, search, addresses. What was looked at is said with its
number also where nothing is wrong, and so are the indicators that only the running site can show: nobody should take silence
for a pass. Dead links and wrong words are found by other checks; a site with a dead link does not come this far.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from ipaddress import ip_address
from urllib.parse import urljoin, urlsplit

from sitegen.derive.newest import newest_of
from sitegen.derive.wording import chinese_date
from sitegen.model import Facts, Plan, Portal
from sitegen.position import Loc, Span
from sitegen.problems import Problem, Severity
from sitegen.render.output import Output
from sitegen.verify.parsed import ParsedPage, parse_pages
from sitegen.verify.release import check_release

HOME, SEARCH = "index.html", "search/index.html"
SERVICE_PAGES = ("404.html", "search/", "sitemap/")
SITE_TAGS = ("SiteName", "SiteDomain", "SiteIDCode")
COLUMN_TAGS = ("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType")
CONTENT_TAGS = ("ArticleTitle", "PubDate", "ContentSource")
TEMPLATE = "标签和页脚由 base.html 输出；改过模板的，对照自带的模板。"
SOURCES = {"ContentSource": "写明主办单位（publisher），或补录要点的发文机关（issuer）。"}
TWO_WEEKS, SIX_MONTHS = 14, 183
HOME_LATE = "，超过2周；首页2周没有更新的，单项否决"
COLUMN_LATE = "，超过6个月；政策文件类栏目6个月没有更新会被扣分"
OFFICIAL_BADGE = "党政机关网站标识"
SHORT = 100
WRONG_WORD = "text-wrong-word"
UNSEEN = (
    ("可用性", "抽查时打不开的比例，要在上线后监测"),
    ("更新", "首页和各栏目是否按时更新，要看上线后的记录；这里只列写明的日期"),
    ("应有的栏目", "政府网站还要有机构职能、负责人、动态要闻、政策解读等，由所属的网站提供，本站只是其中一个专栏"),
    ("外部链接", "别的网站的链接是否有效，要联网检查"),
    ("互动交流", "留言、征集的答复时间和质量，本站没有这些功能"),
    ("办事服务", "办事指南和统计数据是否准确，本站没有这些内容"),
    ("备案和标识", "标识码、ICP备案、公安备案是否真实有效，要到备案系统核对"),
    ("IPv6", "是否支持，取决于托管"),
    ("打开速度", "不超过3秒的要求，取决于托管和网络"),
    ("兼容", "各种浏览器和手机上显示是否正常，要在设备上看"),
    ("内容表述", "自带的易错词表之外的错误、泄露的敏感信息，要靠三审三校；个人信息另有检查（personal-data）"),
)


def inspect_site(
    outputs: Iterable[Output], portal: Portal, base_url: str, as_of: date, found: Iterable[Problem]
) -> tuple[Problem, ...]:
    """What an inspection would note on a finished site; ``found`` are the problems that other checks found already."""
    files = tuple(outputs)
    pages = tuple(parse_pages(files))
    return (
        *check_release(portal, base_url),
        *_links(pages),
        *_tags(pages, portal.facts, base_url),
        *_footers(pages, portal.facts),
        *_blank_columns(pages),
        *_search(pages, {file.path for file in files}, urlsplit(base_url).path or "/"),
        *_numeric_hosts(pages),
        *_freshness(portal, as_of),
        *_wrong_words(found),
        *(_notice("gov-unseen", f"离线看不到的指标：{name}。{why}") for name, why in UNSEEN),
    )


def tags_of(page: ParsedPage) -> dict[str, str]:
    """The ``meta`` tags of a page by name."""
    nodes = page.tree.css("head meta[name]")
    return {str(node.attributes["name"]): node.attributes.get("content") or "" for node in nodes}


def _links(pages: tuple[ParsedPage, ...]) -> Iterator[Problem]:
    """How many links there are: those within the site all lead somewhere, or the site would not have been finished."""
    addresses = [address for page in pages for tag, address in page.addresses if tag == "a"]
    abroad = sum(address.startswith(("http://", "https://", "//")) for address in addresses)
    said = f"看了链接：{len(pages)}个页面，站内链接{len(addresses) - abroad}处，没有死链；通向别的网站的{abroad}处，离线看不到"
    yield _notice("gov-seen", said)


def _tags(pages: tuple[ParsedPage, ...], facts: Facts, base_url: str) -> Iterator[Problem]:
    tagged = [(page, tags_of(page)) for page in pages]
    columns, contents = (sum(name in tags for _, tags in tagged) for name in ("ColumnName", "ArticleTitle"))
    yield _notice("gov-seen", f"看了网页标签：{len(pages)}个页面，其中有栏目标签的{columns}个，有内容页标签的{contents}个")
    # What portal.yaml and the command line do not state is a problem of the release, said once there.
    stated = {"SiteDomain": bool(urlsplit(base_url).hostname), "SiteIDCode": bool(facts.site_code), "PubDate": bool(facts.published)}
    for name in (*SITE_TAGS, *COLUMN_TAGS, *CONTENT_TAGS):
        without = _wanting(tagged, name)
        if without and stated.get(name, True):
            message = f"{len(without)}个页面没有必选标签 {name}"
            yield without[0].problem("gov-tag-missing", message, SOURCES.get(name, TEMPLATE))
    home = next((tags for page, tags in tagged if page.path == HOME), {})
    if home.get("ColumnType") != "首页":
        yield Problem("gov-home-type", "首页的 ColumnType 应是“首页”", Span(HOME, 1, 1, 1))


def _wanting(tagged: list[tuple[ParsedPage, dict[str, str]]], name: str) -> list[ParsedPage]:
    """Pages that need a tag and have none: site tags on all, content tags on content, column tags on all that inform."""
    if name in CONTENT_TAGS:
        return [page for page, tags in tagged if not tags.get(name) and any(other in tags for other in CONTENT_TAGS)]
    informs = name in COLUMN_TAGS
    return [page for page, tags in tagged if not tags.get(name) and not (informs and page.path.startswith(SERVICE_PAGES))]


def _footers(pages: tuple[ParsedPage, ...], facts: Facts) -> Iterator[Problem]:
    said = (facts.publisher, facts.undertaker, facts.contact, facts.address, facts.site_code, facts.icp, facts.police_record)
    expected = [words for words in said if words]
    if facts.error_report_url:
        expected.append("我为政府网站找错")
    for words in (*expected, "网站地图"):
        without = [page for page in pages if words not in _footer(page)]
        if without:
            message = f"{len(without)}个页面的页脚没有“{words}”"
            yield without[0].problem("gov-footer-missing", message, TEMPLATE)
    badge = f"footer img[alt={OFFICIAL_BADGE}]"
    without = [page for page in pages if facts.official_badge and page.tree.css_first(badge) is None]
    if without:
        yield without[0].problem("gov-footer-missing", f"{len(without)}个页面的页脚没有“{OFFICIAL_BADGE}”", TEMPLATE)
    named = f"写明的{len(expected)}项和网站地图" if expected else "网站地图；主办单位等都没有写明"
    yield _notice("gov-seen", f"看了页脚：{len(pages)}个页面，{named}")


def _footer(page: ParsedPage) -> str:
    return "".join(node.text() for node in page.tree.css("footer"))


def _blank_columns(pages: tuple[ParsedPage, ...]) -> Iterator[Problem]:
    tagged = ((page, tags_of(page)) for page in pages if page.path != HOME)
    columns = [(page, tags) for page, tags in tagged if "ColumnName" in tags and "ArticleTitle" not in tags]
    yield _notice("gov-seen", f"看了空白栏目：{len(columns)}个栏目页")
    for page, tags in columns:
        main = page.tree.css_first("main")
        if main is None or (not main.css("a[href]") and len(main.text(strip=True)) < SHORT):
            message = f"栏目“{tags['ColumnName']}”是空的"
            yield _of(page, "gov-column-blank", message, Severity.WARNING, "补上内容，或写明为什么没有、从何时起没有。")


def _search(pages: tuple[ParsedPage, ...], paths: Collection[str], base_path: str) -> Iterator[Problem]:
    """The field on every page, the page that answers, and the index that it reads."""
    without = [page for page in pages if page.tree.css_first("form[role=search]") is None]
    if without:
        yield without[0].problem("gov-search-missing", f"{len(without)}个页面没有站内搜索框")
    answering = next((page for page in pages if page.path == SEARCH), None)
    if answering is None:
        yield Problem("gov-search-page-missing", "没有搜索页 search/", Span(SEARCH, 1, 1, 1))
        return
    area = answering.tree.css_first("[data-manifest]")
    index = (area.attributes.get("data-manifest") or "") if area else ""
    if urljoin(base_path + "search/", index).removeprefix(base_path) not in paths:
        yield answering.problem("gov-search-missing", f"搜索页没有可用的索引“{index}”")
    yield _notice("gov-seen", f"看了站内搜索：{len(pages)}个页面的搜索框、搜索页和索引；搜得准不准，要实际搜一搜")


def _numeric_hosts(pages: tuple[ParsedPage, ...]) -> Iterator[Problem]:
    for page in pages:
        for address in dict.fromkeys(address for _, address in page.addresses):
            if _is_numeric(address):
                yield _of(page, "gov-address-numeric", f"链接“{address}”用的是数字地址，应改用域名", Severity.WARNING)


def _is_numeric(address: str) -> bool:
    try:
        ip_address(urlsplit(address).hostname or "")
    except ValueError:
        return False
    return True


def _freshness(portal: Portal, as_of: date) -> Iterator[Problem]:
    """Newest day per column against the day of the inspection: when this portal published it, else what the documents state."""
    yield _notice("gov-seen", f"看了更新：按{chinese_date(as_of)}计算；要按检查当天算，用 --as-of 写明")
    for name, plans in _columns(portal):
        published = _published(plans, portal.facts)
        newest = published or newest_of(plans)
        if newest is None:
            yield _notice("gov-freshness", f"栏目“{name}”：内容没有写明日期")
            continue
        what = "最近在本站发布" if published else "最新内容"
        days = (as_of - newest).days
        limit, words = (TWO_WEEKS, HOME_LATE) if name == "首页" else (SIX_MONTHS, COLUMN_LATE)
        late = days > limit
        message = f"栏目“{name}”：{what}{chinese_date(newest)}，到{chinese_date(as_of)}有{days}天{words if late else ''}"
        yield Problem("gov-freshness", message, Loc(""), Severity.WARNING if late else Severity.NOTICE)


def _published(plans: Iterable[Plan], facts: Facts) -> date | None:
    """Newest day on which this portal put one of the plans online, as far as that is stated."""
    own = {release.plan_id: release.day for release in facts.releases}
    days = (own.get(plan.id, facts.published) for plan in plans)
    return max((day for day in days if day), default=None)


def _columns(portal: Portal) -> Iterator[tuple[str, list[Plan]]]:
    """The home page and what is made of all plans, places with plans, and the glossary."""
    for name in ("首页", "时限日历", "对照", "数据质量"):
        yield name, list(portal.plans)
    for place in portal.jurisdictions:
        own = [plan for plan in portal.plans if plan.jurisdiction_id == place.id]
        if own:
            yield f"{place.full_name}政务公开工作要点", own
    defining = {known.source_id.partition("/")[0] for term in portal.glossary for known in term.definitions}
    if portal.glossary:
        yield "术语", [plan for plan in portal.plans if plan.id in defining]


def _wrong_words(found: Iterable[Problem]) -> Iterator[Problem]:
    number = sum(problem.code == WRONG_WORD for problem in found)
    where = f"，见 {WRONG_WORD} 各条" if number else ""
    yield _notice("gov-wording", f"易错词检查发现{number}处{where}")


def _of(page: ParsedPage, code: str, message: str, severity: Severity, hint: str = "") -> Problem:
    return Problem(code, message, Span(page.path, 1, 1, 1), severity, hint)


def _notice(code: str, message: str) -> Problem:
    return Problem(code, message, Loc(""), Severity.NOTICE)
