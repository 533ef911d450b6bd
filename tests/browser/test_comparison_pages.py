"""Comparisons in Chromium: switches without scripts, steps by keyboard, both widths, any two plans, made-up kinds of page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from sitegen.build import build_site
from sitegen.derive.sentences import sentences
from sitegen.memo import Memo
from sitegen.publish import publish
from tests.browser.conftest import serving
from tests.browser.looks import faults, opened
from tests.conftest import settings_for, silent, unpack, write_files
from tests.derive.test_follow_up_page import PROGRESS
from tests.derive.years_portal import BUDGET, OPEN_DAY, YEARS_PORTAL, links, plan

YEARS = "compare/huaiyin-2023--huaiyin-2025/"
LEVELS = "compare/jinan-2025--huaiyin-2025/"
BRACKETS = ("（责任单位", "(责任单位", "（责任 单位")
TABLE = "compare/zhangqiu-2024--zhangqiu-2024/"
FIVE, FIFTEEN = "邀请公众代表走进机关不少于5次。", "邀请公众代表和媒体走进机关不少于15次。"
BEFORE = plan("xi", 2030, (BUDGET, "区财政局"), (FIVE, "区财政局"))
CORRECTED = (
    plan("xi", 2030, (BUDGET.replace("，", "、"), "区财政局"), (FIFTEEN, "区财政局"))
    .replace("xi-2030", "xi-2030-corrected").replace("2030年xi任务分解表", "2030年xi任务分解表（修订）")
)  # fmt: skip
MADE_UP = (
    YEARS_PORTAL.replace(plan("xi", 2030, (BUDGET, "区财政局"), (OPEN_DAY, "区财政局")), BEFORE) + PROGRESS + CORRECTED
    + links("revision", "xi-2030", "xi-2030-corrected", "from: task-1, to: task-1, relation: reworded")
)  # fmt: skip
MADE_UP_PAGES = {
    "places side by side": "compare/shi-2030/",
    "revision": "compare/xi-2030--xi-2030-corrected/",
    "looking back": "dong/2028/follow-up/",
    "unit over the years": "dong/units/caizheng-ju/",
    "lineage": "dong/2030/task-2/",
    "any two": "compare/any/?from=xi-2030&to=xi-2030-corrected",
}


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("portal")
    write_files(folder, unpack(MADE_UP))
    publish(build_site(settings_for(folder), Memo(), silent).outputs, folder / "site")
    with serving(folder / "site") as address:
        yield address


def words_of(text: str) -> str:
    """A text without punctuation and spaces, which the browser shows as the later plan has them."""
    return "".join(filter(str.isalnum, text))


def shown(page: Page, selector: str) -> int:
    return page.locator(f"{selector}:visible").count()


def lines_of(section: Locator) -> list[list[Any]]:
    """Lines of a row made in the browser: the code, and the text as runs of both ("same"), "old" or "new" words."""
    found: list[list[Any]] = section.evaluate(
        """section => [...section.querySelectorAll('.comparison-line')].map(line => [
          line.className.split('--')[1],
          [...line.querySelector('.as-printed').childNodes].map(node =>
            node.data ? ['same', node.data] : [node.className.split('__')[1], node.childNodes[1].data])])"""
    )
    return found


@pytest.mark.parametrize("scripts", [True, False])
def test_only_what_is_new_by_keyboard_with_and_without_scripts(browser: Browser, site: str, scripts: bool) -> None:
    with opened(browser, site + YEARS, 1280, "light", scripts) as (page, wrong):
        new, all_lines = shown(page, ".comparison-line--added"), shown(page, ".comparison-line")
        assert 0 < new < all_lines
        page.focus("#switch-new")
        page.keyboard.press("Space")
        assert shown(page, ".comparison-line") == new
        page.keyboard.press("Space")
        assert shown(page, ".comparison-line") == all_lines
        assert wrong == []


def test_a_hidden_line_is_shown_when_a_link_leads_to_it(browser: Browser, site: str) -> None:
    with opened(browser, site + TABLE, 320, "light", scripts=False) as (page, _):
        same = page.locator(".comparison-line--same").first.get_attribute("id")
        page.check("#switch-changed")
        assert not page.locator(f"#{same}").is_visible()
        page.goto(f"{site}{TABLE}#{same}")
        assert page.locator(f"#{same}").is_visible()


def test_strike_through_can_be_taken_away(browser: Browser, site: str) -> None:
    with opened(browser, site + YEARS, 320, "light", scripts=False) as (page, _):
        gone = page.locator(".difference__inline del").first
        line = "element => getComputedStyle(element).textDecorationLine"
        assert gone.evaluate(line) == "line-through"
        page.check("#switch-strike")
        assert gone.evaluate(line) == "none"
        assert gone.inner_text().startswith("删去：")


def test_differences_of_form_are_counted_and_only_marked_when_asked_for(browser: Browser, site: str) -> None:
    with opened(browser, site + TABLE, 1280, "light", scripts=False) as (page, _):
        lines = page.locator(".comparison-line--form-only")
        assert lines.count() == 3
        assert shown(page, ".comparison-line--form-only .comparison-line__same") == 3
        assert shown(page, ".comparison-line--form-only .difference") == 0
        page.check("#switch-form")
        assert shown(page, ".comparison-line--form-only .comparison-line__same") == 0
        assert shown(page, ".comparison-line--form-only .difference") == 3


@pytest.mark.parametrize(("width", "beside"), [(320, False), (1280, True)])
def test_side_by_side_where_there_is_room_inline_on_a_phone(browser: Browser, site: str, width: int, beside: bool) -> None:
    with opened(browser, site + LEVELS, width, "light", scripts=False) as (page, _):
        assert (shown(page, ".difference__side") > 0) is beside
        assert shown(page, ".difference__inline") > 0
        assert (shown(page, ".difference__inline .difference__old") > 0) is not beside
        assert page.locator("label[for=switch-one]").is_visible() is beside
        if beside:
            page.check("#switch-one")
            assert shown(page, ".difference__side") == 0
            assert shown(page, ".difference__inline .difference__old") > 0


def test_a_clause_that_stayed_is_folded_and_opens_where_a_link_leads_to_its_sentence(browser: Browser, site: str) -> None:
    with opened(browser, site + TABLE, 320, "light", scripts=False) as (page, _):
        folded = page.locator("details .comparison-line--same").first
        expect(folded).to_be_hidden()
        page.goto(f"{site}{TABLE}#{folded.get_attribute('id')}")
        expect(folded).to_be_visible()


def test_steps_lead_from_change_to_change_by_keyboard_without_scripts(browser: Browser, site: str) -> None:
    with opened(browser, site + LEVELS, 1280, "light", scripts=False) as (page, _):
        rows = page.eval_on_selector_all("#changes + ol > li > p > a", "links => links.map(link => link.getAttribute('href'))")
        page.click("text=从第一处变化看起")
        expect(page).to_have_url(site + LEVELS + rows[0])
        for expected in rows[1:4]:
            page.keyboard.press("Tab")
            while not page.evaluate("document.activeElement.textContent.startsWith('下一处变化')"):
                page.keyboard.press("Tab")
            page.keyboard.press("Enter")
            expect(page).to_have_url(site + LEVELS + expected)
        page.click(f"{rows[3]} >> text=上一处变化")
        expect(page).to_have_url(site + LEVELS + rows[2])


def test_every_sentence_of_both_documents_has_its_address_here(browser: Browser, site: str) -> None:
    with opened(browser, site + YEARS + "#from-task-13-s1", 320, "light", scripts=False) as (page, _):
        assert page.locator("#from-task-13-s1").is_visible()
        assert page.locator("#to-item-6-s1").is_visible()
        here = page.locator("#to-item-6-s2 .comparison-line__here")
        here.click()
        expect(page).to_have_url(f"{site}{YEARS}#to-item-6-s2")


@pytest.mark.parametrize("kind", MADE_UP_PAGES)
def test_axe_finds_nothing_on_kinds_that_the_real_content_lacks(browser: Browser, made_up: str, kind: str) -> None:
    with opened(browser, made_up + MADE_UP_PAGES[kind], 1280, "light") as (page, wrong):
        if "?" in MADE_UP_PAGES[kind]:
            expect(page.locator("[data-any-status]")).to_contain_text("比对完成。")
        assert faults(page) == []
        assert wrong == []


def test_any_two_plans_are_compared_and_have_an_address(browser: Browser, site: str) -> None:
    with opened(browser, site + "compare/any/", 1280, "light") as (page, wrong):
        page.select_option("#from", "huaiyin-2025")
        page.select_option("#to", "zhangqiu-2024")
        page.focus("#to")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator("[data-any-status]")).to_contain_text("比对完成。")
        expect(page).to_have_url(f"{site}compare/any/?from=huaiyin-2025&to=zhangqiu-2024")
        expect(page.locator("[data-any-status]")).to_have_text("比对完成。")
        assert "文字比对提示" in page.inner_text("[data-any-result]")
        pair = page.locator("[data-any-result] section", has_text="（八）强化政务公开专区特色化建设")
        assert pair.count() == 1
        hrefs = pair.locator("h4 a").evaluate_all("links => links.map(link => link.href)")
        assert hrefs[0] == f"{site}huaiyin/2025/item-8/"
        assert page.request.get(hrefs[1]).status == 200
        page.select_option("#to", "jinan-2025")
        page.click("button:text('比对')")
        expect(page.locator("[data-any-status] a")).to_have_count(1)
        assert page.get_attribute("[data-any-status] a", "href") == "/compare/jinan-2025--huaiyin-2025/"
        page.go_back()
        expect(page.locator("[data-any-status]")).to_have_text("比对完成。")
        assert page.input_value("#to") == "zhangqiu-2024"
        assert wrong == []


def test_every_text_of_both_plans_is_shown_and_numbers_change_whole(browser: Browser, made_up: str) -> None:
    with opened(browser, made_up + MADE_UP_PAGES["any two"], 320, "light") as (page, wrong):
        expect(page.locator("[data-any-status]")).to_contain_text("比对完成。")
        sections = page.locator("[data-any-result] section")
        assert sections.nth(0).locator(".comparison-line .as-printed").inner_text() == BUDGET.replace("，", "、")
        assert "仅标点、全半角、空格不同" in sections.nth(0).inner_text()
        ((_, parts),) = lines_of(sections.nth(1))
        assert "".join(words for name, words in parts if name != "new") == FIVE
        assert "".join(words for name, words in parts if name != "old") == FIFTEEN
        assert ["old", "不少于5次"] in parts
        assert ["new", "不少于15次"] in parts
        assert wrong == []


def test_every_sentence_of_both_plans_is_shown_once_in_the_browser_too(browser: Browser, site: str) -> None:
    with opened(browser, site + "compare/any/?from=jinan-2025&to=laoshan-2025", 1280, "light") as (page, _):
        expect(page.locator("[data-any-status]")).to_contain_text("比对完成。")
        found = [line for section in page.locator("[data-any-result] section").all() for line in lines_of(section)]
        for plan_id, other, alone in (("jinan-2025", "new", "removed"), ("laoshan-2025", "old", "added")):
            data = page.request.get(f"{site}data/plans/{plan_id}.json").json()
            passages = [item for section in data["sections"] for item in section["items"]] + data["closing"]
            texts = [said for item in passages for said in sentences(item["text"]) if not said.text.startswith(BRACKETS)]
            shown = [
                "".join(words for name, words in parts if name != other)
                for code, parts in found if code in ("same", "form-only", "reworded", alone)
            ]  # fmt: skip
            assert sorted(map(words_of, shown)) == sorted(words_of(said.text) for said in texts)
        assert sum(code == "reworded" for code, _ in found) >= 8


def test_texts_that_come_late_do_not_take_the_place_of_what_was_chosen_since(browser: Browser, site: str) -> None:
    with opened(browser, site + "compare/any/", 1280, "light") as (page, wrong):
        held: list[Route] = []
        page.route("**/compare/any/jinan-2025.js", lambda route: held.append(route), times=1)
        with page.expect_request("**/compare/any/jinan-2025.js"):
            page.select_option("#from", "jinan-2025")
            page.select_option("#to", "laoshan-2025")
            page.click("button:text('比对')")
        page.select_option("#from", "huaiyin-2025")
        page.select_option("#to", "zhangqiu-2024")
        page.click("button:text('比对')")
        expect(page.locator("[data-any-status]")).to_have_text("比对完成。")
        shown = page.inner_text("[data-any-result] h3")
        held[0].continue_()
        expect(page.locator("head script[src$='jinan-2025.js']")).to_have_count(0)
        assert page.inner_text("[data-any-result] h3") == shown
        assert "槐荫" in shown
        assert wrong == []


def test_any_two_plans_are_compared_from_a_folder(browser: Browser, tmp_path: Path) -> None:
    write_files(tmp_path, unpack(MADE_UP))
    built = build_site(replace(settings_for(tmp_path), base_url="."), Memo(), silent)
    publish(built.outputs, tmp_path / "site")
    page = browser.new_page()
    page.goto((tmp_path / "site/compare/any/index.html").as_uri())
    page.select_option("#from", "xi-2030")
    page.select_option("#to", "xi-2030-corrected")
    page.click("button:text('比对')")
    expect(page.locator("[data-any-status]")).to_contain_text("比对完成。")
    address = page.locator("[data-any-result] h4 a").first.get_attribute("href")
    assert address == (tmp_path / "site/xi/2030/task-1/index.html").as_uri()
    page.goto(page.url.partition("?")[0] + "?from=xi-2030&to=xi-2030-corrected#to-task-2-s1")
    expect(page.locator("#to-task-2-s1")).to_be_visible()
    page.close()


def test_the_same_plan_twice_and_data_that_cannot_be_read_are_said(browser: Browser, site: str) -> None:
    with opened(browser, site + "compare/any/?from=jinan-2025&to=jinan-2025", 320, "light") as (page, _):
        expect(page.locator("[data-any-status]")).to_have_text("请选两份不同的文件。")
        page.route("**/compare/any/*.js", lambda route: route.abort())
        page.select_option("#to", "laoshan-2025")
        page.click("button:text('比对')")
        expect(page.locator("[data-any-status]")).to_contain_text("读不到这两份文件的文字")


def test_without_scripts_no_form_is_offered_and_the_prepared_comparisons_are_listed(browser: Browser, site: str) -> None:
    with opened(browser, site + "compare/any/", 320, "light", scripts=False) as (page, wrong):
        assert page.locator("select:visible").count() == 0
        hrefs = [link.get_attribute("href") for link in page.locator("section[aria-labelledby=prepared] a").all()]
        assert f"/{YEARS}" in hrefs
        assert f"/{LEVELS}" in hrefs
        assert len(hrefs) == 5
        assert wrong == []
