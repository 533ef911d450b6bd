"""Problem codes of the finished site (成品的问题代码): one definition for each, for README and its test.

What is found on pages and in a release belongs in the other modules of this room; where a code is raised, its sentence
for the place at hand is made.
"""

from __future__ import annotations

from sitegen.problems import Code, Severity


def _error(code: str, demand: str, good: str, bad: str) -> Code:
    return Code(code, Severity.ERROR, demand, good, bad)


def _warning(code: str, demand: str, good: str, bad: str) -> Code:
    return Code(code, Severity.WARNING, demand, good, bad)


PAGE_CODES: tuple[Code, ...] = (
    _error("address-repeated", "每个文件的网址不同，只差大小写也不行。", "about.md 和 contact.md", "about.md 和 About.md"),
    _error("link-dead", "站内的链接有对应的页面。", "链接到 /about/", "链接到 /abuot/，没有这一页"),
    _error("link-malformed", "链接是网址。", "https://www.example.gov.cn/", "http://[::1"),
    _error("link-script", "链接不是脚本。", "链接到 /about/", "链接到 javascript:print()"),
    _error("link-outside", "站内的链接不走出本站的路径。", "网站在 /zwgk/，链接到 /zwgk/about/", "网站在 /zwgk/，模板里链接到 /about/"),
    _error("link-unnamed", "链接有文字。", '<a href="/about/">关于</a>', '<a href="/about/"></a>'),
    _error("anchor-dead", "“#”后面的位置在那一页上。", "/huaiyin/2025/#item-1", "/huaiyin/2025/#item-100"),
    _error("anchor-repeated", "同一页的位置编号不重复。", 'id="a"，id="b"', 'id="a"，id="a"'),
    _error("request-foreign", "页面不向别的网站要文件。", "脚本取自本站 static/", "脚本取自 https://cdn.example/"),
    _error("script-inline", "脚本写在文件里。", "脚本放在 static/", "<script>alert(1)</script>"),
    _error("style-inline", "样式写在文件里。", '<p class="note">', '<p style="color: red">'),
    _error("title-missing", "每一页有标题。", "<title>关于</title>", "没有 title"),
    _error("title-repeated", "每一页的标题不同。", "title: 关于，title: 联系", "两个说明页都写 title: 关于"),
    _error("language-missing", "每一页写明语言。", '<html lang="zh-CN">', "<html>"),
    _error("main-missing", "每一页有主要内容区。", "<main>…</main>", "没有 main"),
    _error("heading-first", "每一页有一个一级标题。", "一个 h1", "没有 h1，或有两个"),
    _error("heading-skipped", "标题一级一级往下。", "h2 下面是 h3", "h2 下面是 h4"),
    _error("image-unnamed", "图片有文字说明。", '<img alt="网站标识">', "没有 alt"),
    _error("table-unnamed", "表格有标题。", "<caption>任务分解表</caption>", "没有 caption"),
    _error("field-unnamed", "输入框有标签。", '<label for="q">搜索</label>', "没有 label"),
)
RELEASE_CODES: tuple[Code, ...] = (
    Code("gov-seen", Severity.NOTICE, "看过什么，各有多少，逐项说明。", "看了链接：317个页面", "（只作说明）"),
    Code("gov-unseen", Severity.NOTICE, "离线看不到的指标，逐项说明。", "打开速度，取决于托管和网络", "（只作说明）"),
    Code("gov-wording", Severity.NOTICE, "易错词检查发现多少，写明数目。", "易错词检查发现0处", "（只作说明）"),
    _error("gov-domain-missing", "写明网站域名（必选标签 SiteDomain）。", "--base-url https://www.example.gov.cn/", "没有 --base-url"),
    _warning("gov-domain-foreign", "域名以 .gov.cn 结尾。", "www.example.gov.cn", "www.example.com"),
    _error("gov-publisher-missing", "写明主办单位。", "publisher: 某区人民政府办公室", 'publisher: ""'),
    _error("gov-site-code-missing", "写明网站标识码（必选标签 SiteIDCode）。", "site_code 照备案系统填写", 'site_code: ""'),
    _warning("gov-site-code-form", "网站标识码是10位。", "10位数字", "9位数字"),
    _error("gov-published-missing", "写明在本站的发布时间（必选标签 PubDate）。", "published: 2025-07-11", "没有 published，也没有 releases"),
    _warning("gov-time-missing", "发布时间写到几点几分。", 'published_time: "09:30"', "只有 published"),
    _warning("gov-contact-missing", "写明联系方式。", "contact 写明办公电话", 'contact: ""'),
    _warning("gov-icp-missing", "写明ICP备案号。", "icp 照备案填写", 'icp: ""'),
    _warning("gov-police-record-missing", "写明公安备案号。", "police_record 照备案填写", 'police_record: ""'),
    _warning("gov-badge-missing", "放党政机关网站标识。", "official_badge: images/badge.png", 'official_badge: ""'),
    _warning("gov-report-missing", "有“我为政府网站找错”入口。", "error_report_url 写明网址", 'error_report_url: ""'),
    _error("gov-home-type", "首页的 ColumnType 是“首页”。", "ColumnType: 首页", "改过的模板里没有这个标签"),
    _error("gov-tag-missing", "每一页有必选的网页标签。", "SiteName、ColumnName 等都有", "改过的模板里少了 ColumnName"),
    _error("gov-footer-missing", "写明的各项和网站地图在每一页的页脚。", "自带的模板", "改过的模板里没有网站地图"),
    _warning("gov-column-blank", "栏目不是空的。", "栏目页列着内容", "栏目页只有标题"),
    _error("gov-search-missing", "每一页有站内搜索框，搜索页有索引。", "自带的模板", "改过的模板里没有搜索框"),
    _error("gov-search-page-missing", "有搜索页。", "search/ 有页面", "没有 search/"),
    _warning("gov-address-numeric", "链接用域名。", "https://www.example.gov.cn/", "http://192.0.2.1/"),
    _warning("gov-freshness", "首页2周、各栏目6个月内有更新；没有超过的，只作提示。", "首页最近在本站发布距检查当天10天", "首页最近在本站发布距检查当天30天"),
)
SITE_CODES: tuple[Code, ...] = (*PAGE_CODES, *RELEASE_CODES)
