"""Facts of portal.yaml: what is typed wrongly is named with its line, and what is right is understood."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from sitegen.load.portal import Loaded
from sitegen.model import Release
from sitegen.problems import ProblemsFound
from tests.flow.sample import SAMPLE


def with_facts(*lines: str) -> str:
    return SAMPLE.replace("description: 只用于测试。\n", "description: 只用于测试。\n" + "".join(f"{line}\n" for line in lines), 1)


def test_times_and_addresses_are_understood(load_text: Callable[[str], Loaded]) -> None:
    facts = load_text(
        with_facts(
            'published_time: "09:30"',
            "releases:",
            '  - {plan: dong-2030, published: 2030-10-12, time: "15:00"}',
            "  - {plan: dong-2030, published: 2030-10-13}",
            "icp_url: https://beian.miit.gov.cn/",
            "official_badge: images/dang-zheng.png",
            "feed_authority: example.gov.cn,2025",
        )
    ).portal.facts
    assert facts.published_time == "09:30"
    assert facts.releases == (Release("dong-2030", date(2030, 10, 12), "15:00"), Release("dong-2030", date(2030, 10, 13)))
    assert (facts.icp_url, facts.official_badge) == ("https://beian.miit.gov.cn/", "images/dang-zheng.png")
    assert facts.feed_authority == "example.gov.cn,2025"


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        (("published_time: 9点半", "releases: [{plan: dong-2030, published: 2030-10-12, time: 25:00}]"), ["time-format"] * 2),
        (("releases:", "  - {plan: dong-2030}", "  - {plan: dong-2030, published: }"), ["field-missing", "text-missing"]),
        (("official_badge: ../badge.png", "police_badge: https://a.cn/b.png"), ["image-path-format"] * 2),
        (("icp_url: beian.miit.gov.cn", "error_report_url: ftp://a.cn/"), ["address-format"] * 2),
        (('icp_url: "http://[a"', "official_badge_url: [https://a.cn/]"), ["address-format"] * 2),
        (("feed_authority: example.gov.cn", "icp_url: www.gov.cn"), ["authority-format", "address-format"]),
    ],
)
def test_each_slip_is_named(load_text: Callable[[str], Loaded], lines: tuple[str, ...], codes: list[str]) -> None:
    with pytest.raises(ProblemsFound) as found:
        load_text(with_facts(*lines))
    assert sorted(problem.code for problem in found.value.problems) == sorted(codes)
    assert {problem.at.file for problem in found.value.problems} == {"content/portal.yaml"}
