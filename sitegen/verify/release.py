"""Official release (正式发布): what a portal must state before it goes online as a government website.

A preview leaves out what nobody stated; a release needs it. Errors are what 国办发〔2017〕47号 makes obligatory in tags and
for whoever runs the site, warnings the rest of the footer. The review of the content is a rule of ``load``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from sitegen.load.rules.review import check_review
from sitegen.model import Facts, Portal
from sitegen.position import Loc, Span
from sitegen.problems import Problem, Severity

FACTS = Loc("content/portal.yaml")
COMMAND_LINE = Span("", 1, 1, 1)
SITE_CODE = re.compile(r"(bm|[0-9]{2})[0-9]{8}")
STATED = "在 content/portal.yaml 写明 {field}。"


def check_release(portal: Portal, base_url: str) -> tuple[Problem, ...]:
    """Everything that stands between a portal and its official release under an address."""
    facts = portal.facts
    return (
        *check_review(portal),
        *_address(base_url),
        *_missing(facts),
        *_site_code(facts),
        *_times(portal),
    )


def _address(base_url: str) -> Iterator[Problem]:
    host = urlsplit(base_url).hostname or ""
    if not host:
        hint = "用 --base-url https://主机/路径/ 写明发布的网址。"
        yield Problem("gov-domain-missing", "没有写明网站域名（SiteDomain，必选标签）", COMMAND_LINE, hint=hint)
    elif not host.endswith(".gov.cn"):
        message = f"域名“{host}”不以 .gov.cn 结尾，政府网站不使用其他后缀的英文域名"
        yield Problem("gov-domain-foreign", message, COMMAND_LINE, Severity.WARNING)


def _missing(facts: Facts) -> Iterator[Problem]:
    demands = (
        ("gov-publisher-missing", "没有写明主办单位（页脚必须列明）", "publisher", facts.publisher, Severity.ERROR),
        ("gov-site-code-missing", "没有写明网站标识码（SiteIDCode，必选标签）", "site_code", facts.site_code, Severity.ERROR),
        ("gov-contact-missing", "没有写明联系方式", "contact", facts.contact, Severity.WARNING),
        ("gov-icp-missing", "没有写明ICP备案号", "icp", facts.icp, Severity.WARNING),
        ("gov-police-record-missing", "没有写明公安备案号", "police_record", facts.police_record, Severity.WARNING),
        ("gov-badge-missing", "没有放党政机关网站标识", "official_badge", facts.official_badge, Severity.WARNING),
        ("gov-report-missing", "没有“我为政府网站找错”入口", "error_report_url", facts.error_report_url, Severity.WARNING),
    )
    for code, message, field, value, severity in demands:
        if not value:
            yield Problem(code, message, FACTS, severity, STATED.format(field=field))


def _site_code(facts: Facts) -> Iterator[Problem]:
    if facts.site_code and not SITE_CODE.fullmatch(facts.site_code):
        message = f"网站标识码“{facts.site_code}”不是10位（地方网站为10位数字，中央单位以 bm 开头）"
        yield Problem("gov-site-code-form", message, FACTS.child("site_code"), Severity.WARNING, "照备案系统里的编码填写。")


def _times(portal: Portal) -> Iterator[Problem]:
    facts = portal.facts
    released = {release.plan_id for release in facts.releases}
    without = [plan for plan in portal.plans if plan.id not in released]
    if not facts.published and (without or portal.prose):
        message = f"没有写明在本站的发布时间（PubDate，必选标签）：{len(without)}份要点，{len(portal.prose)}个说明页"
        hint = "写明 published 和 published_time，或在 releases 里逐份写明；不用成文日期代替。"
        yield Problem("gov-published-missing", message, FACTS, hint=hint)
    if facts.published and not facts.published_time:
        yield _no_time("本站内容的发布时间只有日期，没有几点几分", FACTS.child("published"), "published_time")
    for number, release in enumerate(facts.releases):
        at = FACTS.child("releases", number)
        if not release.time:
            yield _no_time(f"“{release.plan_id}”的发布时间只有日期，没有几点几分", at, "time")


def _no_time(message: str, at: Loc, field: str) -> Problem:
    hint = f"标签要求写到分钟；有记录的，写明 {field}（如 \"09:30\"）。"
    return Problem("gov-time-missing", message, at, Severity.WARNING, hint)
