"""The search page in a real browser: a minimal page, the rendered search, a strict policy; a folder; and the real site."""

from __future__ import annotations

import json
import re
import runpy
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from sitegen.derive.search_record import SearchRecord
from sitegen.render.search import render_search
from tests.browser.chromium import PATIENCE
from tests.browser.conftest import serving
from tests.browser.looks import SETTLED
from tests.browser.search_site import write_site

CLAUSES = Path(__file__).parents[1] / "render" / "search"
THESAURUS = (("网站看不清", ("适老化", "无障碍")),)
# In milliseconds: longer than anything in the page waits. The clock is put forward, nobody waits.
A_WHILE = 60_000


def records() -> tuple[SearchRecord, ...]:
    clauses = json.loads((CLAUSES / "clauses.json").read_text(encoding="utf-8"))
    return runpy.run_path(str(CLAUSES / "conftest.py"))["records_of"](clauses)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("search")
    write_site(folder, render_search(records(), THESAURUS))
    return folder


@pytest.fixture(scope="module")
def address(folder) -> Iterator[str]:
    with serving(folder) as address:
        yield f"{address}find/"


def opened(browser: Browser, address: str) -> tuple[Page, list[str]]:
    """A fresh page with what it asked for in ``asked``, and the list of its errors; its clock can be put forward."""
    page = browser.new_context().new_page()
    page.clock.install()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.asked = []
    page.on("request", lambda request: page.asked.append(urlsplit(request.url).path))
    page.goto(address)
    page.address = address
    return page, errors


@pytest.fixture
def page(browser, address) -> Iterator[Page]:
    """A fresh search page; any error of its scripts fails the test."""
    page, errors = opened(browser, address)
    yield page
    page.context.close()
    assert errors == []


@pytest.fixture
def real_page(browser, site) -> Iterator[Page]:
    """The search page of the real site; any error of its scripts fails the test."""
    page, errors = opened(browser, f"{site}search/")
    yield page
    page.context.close()
    assert errors == []


def search_for(page: Page, text: str) -> list[dict]:
    """Type a query, press Enter, wait for the outcome, and read the results shown."""
    page.fill("#search-query", text)
    page.press("#search-query", "Enter")
    return results(page)


def results(page: Page) -> list[dict]:
    page.wait_for_function(SETTLED)
    return page.evaluate(READ)


def query_of(page: Page) -> dict[str, list[str]]:
    """What the address of the page asks for."""
    return parse_qs(page.evaluate("location.search.slice(1)"))


READ = """() => [...document.querySelectorAll('[data-search-list] > li')].map((item) => {
    const slot = (name) => item.querySelector(`[data-slot=${name}]`);
    return { ...Object.fromEntries(['link', 'kind', 'place', 'year', 'label', 'excerpt', 'units', 'deadline']
               .map((name) => [name, slot(name).textContent])),
             href: slot('link').href, excerptHref: slot('excerpt').href,
             marks: [...item.querySelectorAll('mark')].map((mark) => mark.textContent),
             part: item.closest('section').querySelector('h2').textContent };
  })"""


def status(page: Page) -> str:
    return page.text_content("[data-search] [role=status]")


def test_nothing_is_fetched_before_the_reader_touches_the_search(page):
    page.clock.run_for(A_WHILE)
    assert [path for path in page.asked if path != "/favicon.ico"] == ["/find/", "/js/search.js"]
    page.asked.clear()
    page.focus("#search-query")
    until(page, lambda: asked_for(page)["manifest"] == 1)
    page.wait_for_function("() => document.scripts.length === 1")
    assert [re.sub(r"/search/\w+/", "", path) for path in page.asked] == ["manifest.js"]


def test_a_word_of_one_row_is_found_with_everything_that_the_row_says(page):
    found = search_for(page, "无障碍")
    assert status(page) == "找到 1 条结果。"
    (row,) = found
    assert row["link"] == "强化落实政务公开数字化管理"
    assert (row["kind"], row["place"], row["year"], row["label"]) == ("任务", "槐荫区", "2023年", "34")
    assert (row["units"], row["deadline"]) == ("区政府办公室", "全年")
    assert "加强网站无障碍建设，进行适老化与无障碍改造。" in row["excerpt"]
    assert row["marks"] == ["无障碍", "无障碍"]
    assert urlsplit(row["href"]).path == "/clauses/2023/"
    assert row["excerptHref"] == row["href"]


def test_words_in_many_records_are_found_in_titles_first(page):
    found = search_for(page, "依申请公开")
    assert {row["part"] for row in found} == {"搜索结果"}
    assert all("依申请公开" in row["link"] + row["excerpt"] for row in found)
    assert "依申请公开" in found[0]["link"]
    assert {row["place"] for row in found} > {"槐荫区", "章丘区"}


def test_a_short_name_finds_the_full_name_and_says_so(page):
    assert len(search_for(page, "区发改局")) == 10
    page.click("[data-search-more]")
    expect(page.locator("[data-search-list] > li")).to_have_count(11)
    found = results(page)
    assert page.text_content("[data-search-notes]") == "查找“区发改局”时，也查找了“区发展改革局”。"
    huaiyin = [row for row in found if row["place"] == "槐荫区"]
    assert [row["link"] for row in huaiyin if row["kind"] == "单位"] == ["区发展改革局"]
    assert {row["label"] for row in huaiyin if row["kind"] == "任务"} == {"1", "4", "5", "10"}


def test_a_phrase_within_quotation_marks_is_found(page):
    (row,) = search_for(page, "回头看")
    assert (row["place"], row["year"], row["label"]) == ("槐荫区", "2023年", "46")


def test_a_number_is_found_as_a_whole(page):
    found = search_for(page, "12345")
    assert len(found) == 9
    assert all("12345" in row["marks"] for row in found)
    in_percentages = search_for(page, "5")
    assert all("50%" not in row["marks"] for row in in_percentages)


def test_every_two_characters_of_every_title_are_found_and_marked(page):
    runs = (run for record in records() for run in re.findall(r"[\u4e00-\u9fff]{2,}", record.title))
    pieces = sorted({run[start : start + 2] for run in runs for start in range(len(run) - 1)})
    missed = page.evaluate(
        """async ([pieces]) => {
          const area = document.querySelector('[data-search]');
          const input = area.querySelector('input');
          const status = area.querySelector('[role=status]');
          const missed = [];
          for (const piece of pieces) {
            status.textContent = '';
            input.value = piece;
            area.querySelector('form').requestSubmit();
            while (status.textContent === '' || area.hasAttribute('aria-busy')) {
              await new Promise((resolve) => setTimeout(resolve, 1));
            }
            const marks = [...area.querySelectorAll('[data-search-full] mark')].map((mark) => mark.textContent);
            if (!marks.includes(piece)) { missed.push(piece); }
          }
          return missed;
        }""",
        [pieces],
    )
    assert len(pieces) > 400
    assert missed == []


def test_several_terms_stand_above_the_line_where_all_are_met(page):
    found = search_for(page, "章丘 数据中心")
    assert [row["place"] for row in found if row["part"] == "搜索结果"] == ["章丘区", "章丘区"]
    assert {row["part"] for row in found} == {"搜索结果", "部分匹配"}
    assert status(page) == f"找到 2 条结果，另有 {len(found) - 2} 条部分匹配。"


def test_a_word_that_the_site_does_not_know_is_named(page):
    found = search_for(page, "公积金 政策解读")
    assert page.text_content("[data-search-notes]") == "本站没有与“公积金”有关的内容。"
    assert {row["part"] for row in found} == {"部分匹配"}
    assert search_for(page, "公积金怎么提取") == []
    assert page.text_content("[data-search-notes]") == "本站没有与“公积金”、“提取”有关的内容。"
    assert status(page) == "没有找到结果。"


def test_other_readings_of_letters_are_links_to_a_search_for_them(page):
    assert search_for(page, "yljg") != []
    assert page.text_content("[data-search-notes] p:nth-child(2)") == "也可能是“医疗机构”。"
    page.click("[data-search-notes] p:nth-child(2) a")
    expect(page.locator("#search-query")).to_have_value("医疗机构")
    assert all("医疗机构" in row["marks"] for row in results(page) if row["part"] != "部分匹配")


def test_a_query_in_pinyin_is_read_and_can_be_searched_as_typed(page):
    search_for(page, "无障碍")
    assert not any("/search/w/" in path for path in page.asked)
    (row,) = search_for(page, "wuzhangai")
    assert row["marks"] == ["无障碍", "无障碍"]
    assert page.text_content("[data-search-notes]").startswith("没有与“wuzhangai”完全对应的内容，已改为搜索“无障碍”。")
    page.click("[data-search-notes] a")
    expect(page).to_have_url(re.compile("as=typed"))
    assert results(page) == []
    assert page.text_content("[data-search-notes]") == "本站没有与“wuzhangai”有关的内容。"
    page.go_back()
    expect(page).not_to_have_url(re.compile("as=typed"))
    assert len(results(page)) == 1


@pytest.mark.parametrize(
    "text",
    ["a:b", "-公开", "^", '"', "*", "+", "~", "http://x", "政策:解读", "政策~2", "公*", "+公开 -解读", "a^b", "\\", "%", "%E4",
     "<img src=x onerror=alert(1)>", "😀", "公开😀解读", "𠮷", "constructor", "__proto__", "公" * 1000, "政务公开" * 250,
     "1 " * 500, "\u202e公开", "档"],
)  # fmt: skip
def test_any_characters_are_searched_without_an_error(page, text):
    search_for(page, text)
    assert status(page) != ""
    assert "没能读取" not in status(page)
    assert page.locator("img").count() == 0


def test_half_a_character_pair_is_searched_without_an_error(page):
    page.evaluate("""() => { document.querySelector('input').value = '公开\\ud83d';
                             document.querySelector('form').requestSubmit(); }""")
    assert results(page) != []


def test_excluded_looking_words_are_plain_words(page):
    assert len(search_for(page, "-无障碍")) == 1


def test_long_queries_are_cut_and_the_reader_is_told(page):
    search_for(page, "政务公开" * 250)
    assert "查询文字太长，只查找了前面的部分。" in page.text_content("[data-search-notes]")


def test_typing_searches_after_a_rest_and_composing_does_not(page):
    page.focus("#search-query")
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "wu'zhang'ai", "selectionStart": 11, "selectionEnd": 11})
    expect(page.locator("#search-query")).to_have_value("wu'zhang'ai")
    # An Enter that ends a composition reaches the page as a key with code 229, or as a submit in some browsers.
    page.evaluate("() => document.querySelector('form').requestSubmit()")
    page.clock.run_for(A_WHILE)
    assert status(page) == ""
    assert page.locator("[data-search][aria-busy]").count() == 0
    assert page.evaluate("location.href") == page.address
    session.send("Input.insertText", {"text": "无障碍"})
    assert len(results(page)) == 1
    assert query_of(page) == {"q": ["无障碍"]}


def test_enter_during_composition_is_kept_from_the_form(page):
    prevented = page.evaluate(
        """() => {
          const press = (options) => !document.querySelector('input').dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...options }));
          return [press({ isComposing: true }), press({ keyCode: 229 }), press({ keyCode: 13 })];
        }"""
    )
    assert prevented == [True, True, False]


def test_the_query_lives_in_the_address_and_back_works(page):
    search_for(page, "无障碍")
    search_for(page, "回头看")
    assert query_of(page) == {"q": ["回头看"]}
    page.go_back()
    expect(page.locator("#search-query")).to_have_value("无障碍")
    assert [row["label"] for row in results(page)] == ["34"]
    page.go_back()
    expect(page.locator("[data-search-full]")).to_be_hidden()
    assert page.evaluate("location.href") == page.address
    assert page.input_value("#search-query") == ""
    page.go_forward()
    assert [row["label"] for row in results(page)] == ["34"]


def test_an_address_with_a_query_shows_its_results(page):
    page.goto(page.address + "?q=" + quote("回头看"))
    assert [row["label"] for row in results(page)] == ["46"]
    assert page.input_value("#search-query") == "回头看"


def test_typing_on_leaves_one_step_in_the_history(page):
    for text in ("无", "无障", "无障碍"):
        page.fill("#search-query", text)
        page.wait_for_function("text => new URLSearchParams(location.search).get('q') === text", arg=text)
        page.wait_for_function(SETTLED)
    page.go_back()
    expect(page.locator("#search-query")).to_have_value("")
    assert page.evaluate("location.href") == page.address


def test_results_are_an_ordered_list_under_a_heading_and_announced_politely(page):
    search_for(page, "依申请公开")
    expect(page.get_by_role("region", name="搜索结果").get_by_role("list")).to_have_count(1)
    assert page.evaluate("() => document.querySelector('[data-search-full] [data-search-list]').tagName") == "OL"
    expect(page.get_by_role("status")).to_have_text("找到 20 条结果。")
    expect(page.locator("#search-query")).to_be_focused()


def test_more_results_are_added_and_the_focus_moves_to_the_first_new_one(page):
    assert len(search_for(page, "公开")) == 10
    page.click("[data-search-more]")
    rows = page.locator("[data-search-list] > li")
    expect(rows).to_have_count(20)
    expect(rows.nth(10).locator("a").first).to_be_focused()
    expect(page.locator("[data-search-more]")).to_be_visible()


def test_results_that_are_asked_for_twice_before_they_came_are_added_once(page):
    first = [row["href"] for row in search_for(page, "公开")]
    page.evaluate("() => { const more = document.querySelector('[data-search-more]'); more.click(); more.click(); }")
    expect(page.locator("[data-search-list] > li")).to_have_count(20)
    page.click("[data-search-more]")
    expect(page.locator("[data-search-list] > li")).to_have_count(30)
    shown = [row["href"] for row in results(page)]
    assert shown[:10] == first
    assert len({(row["href"], row["link"]) for row in results(page)}) == 30


@pytest.mark.parametrize("question", ["", "?q=" + quote("回头看")])
def test_what_was_typed_before_the_script_came_is_kept_and_searched(browser, address, question):
    page, errors = opened(browser, address)
    typed = []

    def type_first(route):
        page.fill("#search-query", "无障碍")
        typed.append(page.input_value("#search-query"))
        route.continue_()

    page.route("**/js/search.js", type_first, times=1)
    page.goto(page.address + question)
    assert typed == ["无障碍"]
    assert [row["label"] for row in results(page)] == ["34"]
    assert page.input_value("#search-query") == "无障碍"
    assert query_of(page) == {"q": ["无障碍"]}
    assert errors == []
    page.context.close()


def test_filters_narrow_the_results_and_live_in_the_address(page):
    search_for(page, "依申请公开")
    box = page.get_by_role("group", name="地区").get_by_label("章丘区")
    count = int(re.search(r"\d+", box.locator("..").text_content()).group())
    box.check()
    page.wait_for_function(f"() => document.querySelector('[data-search] [role=status]').textContent.includes('找到 {count} 条')")
    assert {row["place"] for row in results(page)} == {"章丘区"}
    expect(page.get_by_role("group", name="地区").get_by_label("章丘区")).to_be_focused()
    assert query_of(page) == {"q": ["依申请公开"], "place": ["章丘区"]}
    page.reload()
    assert {row["place"] for row in results(page)} == {"章丘区"}
    page.go_back()
    expect(page.get_by_role("status")).to_have_text("找到 20 条结果。")


def test_a_search_that_cannot_be_read_says_so_and_recovers(browser, tmp_path):
    folder = tmp_path / "site"
    write_site(folder, render_search(records()))
    shards = folder / "search" / "s"
    with serving(folder) as address:
        page, _ = opened(browser, f"{address}find/")
        shards.rename(folder / "gone")
        search_for(page, "无障碍")
        assert status(page).startswith("没能读取检索文件。")
        (folder / "gone").rename(shards)
        assert len(search_for(page, "无障碍")) == 1
        page.context.close()


def test_the_search_works_from_a_folder(browser, folder):
    page, errors = opened(browser, (folder / "find" / "index.html").as_uri())
    (row,) = search_for(page, "无障碍")
    assert row["href"].startswith((folder / "clauses/2023/index.html").as_uri() + "#c")
    assert errors == []
    page.context.close()


# ---- what the page knows of words -------------------------------------------------------------------------------


def test_readers_words_are_searched_as_documents_say_them(page):
    (row,) = search_for(page, "网站看不清")
    assert row["label"] == "34"
    assert set(row["marks"]) == {"适老化", "无障碍"}
    assert page.text_content("[data-search-notes]") == "查找“网站看不清”时，也查找了“适老化”、“无障碍”。"


@pytest.mark.parametrize(
    ("typed", "meant"), [("依甲请公开", "依申请公开"), ("营商坏境", "营商环境"), ("三审三较", "三审三校"), ("sanshensanxiao", "三审三校")]
)
def test_characters_that_look_alike_are_corrected(page, typed, meant):
    assert search_for(page, typed) != []
    assert f"已改为搜索“{meant}”。" in page.text_content("[data-search-notes]")


def test_a_place_or_a_year_alone_lists_its_documents_first(real_page):
    found = search_for(real_page, "槐荫区")
    assert [row["kind"] for row in found[:1]] == ["文件"]
    assert found[0]["link"] == "2025年槐荫区政务公开工作要点"
    assert {row["place"] for row in found} == {"槐荫区"}
    assert {row["year"] for row in search_for(real_page, "2024年")} == {"2024年"}
    assert {(row["place"], row["year"]) for row in search_for(real_page, "槐荫 2023")} == {("槐荫区", "2023年")}


def test_pages_that_are_just_what_was_asked_for_are_linked_first(real_page):
    search_for(real_page, "区财政局")
    direct = real_page.locator("[data-search-direct]")
    expect(direct).to_contain_text("直接打开：")
    assert direct.locator("a").all_text_contents() == ["区财政局", "区财政局"]
    direct.locator("a").first.click()
    expect(real_page.locator("h1")).to_contain_text("区财政局")
    real_page.go_back()
    search_for(real_page, "政策解读质量")
    expect(direct).to_be_hidden()


def test_documents_that_are_not_held_are_found_last_and_lead_to_their_place(real_page):
    found = search_for(real_page, "政府信息公开条例")
    (law,) = [row for row in found if row["kind"] == "未收录文件" and row["link"] == "中华人民共和国政府信息公开条例"]
    assert urlsplit(law["href"]).path == "/cn/"
    real_page.goto(law["href"])
    assert real_page.evaluate("() => document.querySelector(location.hash) !== null")


# ---- proposals ---------------------------------------------------------------------------------------------------


def proposals(page: Page) -> list[str]:
    """What is proposed for what was typed, once the list has come to rest."""
    expect(page.locator("[data-search-suggestions][aria-busy]")).to_have_count(0)
    return page.locator("[role=option]").all_text_contents()


def test_proposals_follow_characters_and_letters_and_are_eight_at_most(page):
    page.focus("#search-query")
    page.keyboard.type("区发")
    assert proposals(page)[:2] == ["区发展改革局", "区发改局"]
    page.fill("#search-query", "")
    page.keyboard.type("fazhan")
    assert proposals(page)[0] == "区发展改革局"
    page.fill("#search-query", "")
    page.keyboard.type("zwgk")
    assert proposals(page)[0].startswith("政务公开")
    page.fill("#search-query", "")
    page.keyboard.type("章丘 zhengce")
    found = proposals(page)
    assert len(found) == 8
    assert all(text.startswith("章丘 ") for text in found)


def test_proposals_are_a_listbox_that_the_keyboard_commands(page):
    box = page.get_by_role("combobox", name="搜索")
    box.focus()
    expect(box).to_have_attribute("aria-expanded", "false")
    page.keyboard.type("区发")
    assert len(proposals(page)) == 2
    expect(box).to_have_attribute("aria-expanded", "true")
    assert box.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    active = page.locator(f"#{box.get_attribute('aria-activedescendant')}")
    expect(active).to_have_text("区发展改革局")
    expect(active).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(box).to_have_value("区发改局")
    expect(box).to_have_attribute("aria-expanded", "false")
    assert results(page) != []
    assert query_of(page) == {"q": ["区发改局"]}
    page.keyboard.type("的")
    page.keyboard.press("Backspace")
    page.keyboard.press("Backspace")
    proposals(page)
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("区发改")


def test_a_proposal_can_be_clicked_and_goes_when_the_box_loses_the_focus(page):
    page.focus("#search-query")
    page.keyboard.type("依申")
    page.get_by_role("option", name="依申请公开", exact=True).click()
    expect(page.locator("#search-query")).to_have_value("依申请公开")
    expect(page.locator("#search-query")).to_be_focused()
    assert results(page) != []
    page.keyboard.press("Backspace")
    proposals(page)
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_nothing_is_proposed_while_composing(page):
    page.focus("#search-query")
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "zhengce", "selectionStart": 7, "selectionEnd": 7})
    expect(page.locator("#search-query")).to_have_value("zhengce")
    page.clock.run_for(A_WHILE)
    assert proposals(page) == []
    assert not any("/l/" in path for path in page.asked)
    session.send("Input.insertText", {"text": "政策"})
    expect(page.locator("#search-query")).to_have_value("政策")
    assert proposals(page) != []


def test_little_is_fetched_for_proposals(page):
    page.focus("#search-query")
    until(page, lambda: asked_for(page)["manifest"] == 1)
    page.asked.clear()
    page.keyboard.type("政")
    assert proposals(page) != []
    assert len([path for path in page.asked if re.search(r"/[cl]/[\w-]+\.js$", path)]) == 1


# ---- how much is asked of the host, and in how many rounds ------------------------------------------------------------


def asked_for(page: Page) -> Counter[str]:
    """How many files of each kind a page has asked for: s for shards, t for texts, w for the lexicon, manifest."""
    kinds = (re.search(r"/search/([a-z])/|/(manifest|facets)[.\w]*$", path) for path in page.asked)
    return Counter(next(filter(None, kind.groups())) for kind in kinds if kind)


def until(page: Page, is_so: Callable[[], bool]) -> None:
    """Wait until something is so; the limit is for machines at a standstill."""
    for _ in range(PATIENCE // 20):
        if is_so():
            return
        page.wait_for_timeout(20)
    raise AssertionError("it never became so")


def test_a_first_query_asks_for_its_terms_and_the_texts_of_its_results_only(page):
    page.goto(f"{page.address}?q={quote('依申请公开')}")
    assert len(results(page)) == 10
    asked = asked_for(page)
    assert asked["s"] <= len(["依申", "申请", "请公", "公开"])
    assert asked["t"] <= 10
    assert asked - Counter(s=4, t=10) == Counter(manifest=1)


def test_a_corrected_query_asks_for_a_few_parts_of_the_lexicon_and_the_terms_meant(page):
    page.goto(f"{page.address}?q={quote('垃圾分泪')}")
    assert results(page) != []
    assert "垃圾分类" in page.text_content("[data-search-notes]")
    asked = asked_for(page)
    assert 0 < asked["w"] <= len("垃圾分泪")
    assert asked["s"] <= len(["垃圾", "圾分", "分泪", "分类"])
    assert asked - Counter(w=4, s=4, t=10) == Counter(manifest=1)


def test_shards_do_not_wait_for_the_manifest(page):
    held = {}
    page.route("**/manifest.js", lambda route: held.update(manifest=route))
    page.goto(f"{page.address}?q={quote('依申请公开')}", wait_until="commit")
    until(page, lambda: asked_for(page)["s"] > 1 and "manifest" in held)
    assert asked_for(page)["t"] == 0
    held["manifest"].continue_()
    assert len(results(page)) == 10


# ---- filters by unit and deadline ----------------------------------------------------------------------------------


def test_units_and_deadlines_are_filters_that_are_fetched_when_opened(real_page):
    page = real_page
    search_for(page, "依申请公开")
    assert not any(path.endswith("/facets.js") for path in page.asked)
    page.get_by_text("按责任单位、完成时限筛选").click()
    units = page.get_by_role("group", name="责任单位")
    box = units.get_by_role("checkbox", name=re.compile("^区政府办公室"))
    count = int(re.search(r"\d+", box.locator("..").text_content()).group())
    box.check()
    page.wait_for_function(f"() => document.querySelector('[data-search] [role=status]').textContent.includes('找到 {count} 条')")
    assert all("区政府办公室" in row["units"] for row in results(page))
    assert count == len(results(page)) > 2
    expect(units.get_by_role("checkbox", name=re.compile("^区政府办公室"))).to_be_focused()
    assert query_of(page) == {"q": ["依申请公开"], "unit": ["区政府办公室"]}
    page.reload()
    assert len(results(page)) == count
    page.goto(page.address + "?q=" + quote("依申请公开") + "&deadline=" + quote("长期"))
    assert {row["deadline"] for row in results(page)} == {"长期坚持"}


@pytest.mark.parametrize("end", ["continue_", "abort"])
def test_filters_that_come_late_or_never_leave_the_next_search_alone(browser, site, end):
    page, _ = opened(browser, f"{site}search/")
    held = []
    page.route("**/facets.js", lambda route: held.append(route), times=1)
    search_for(page, "依申请公开")
    with page.expect_request("**/facets.js"):
        page.get_by_text("按责任单位、完成时限筛选").click()
    outcome = search_for(page, "政务公开")
    said = status(page)
    getattr(held[0], end)()
    page.get_by_text("按责任单位、完成时限筛选").click()
    expect(page.get_by_role("group", name="责任单位")).to_be_visible()
    assert status(page) == said
    assert results(page) == outcome
    page.context.close()


def test_filters_that_come_while_results_are_narrowed_are_shown_with_them(real_page):
    page, facets, texts = real_page, [], []
    search_for(page, "政务公开")
    page.route("**/facets.js", lambda route: facets.append(route))
    page.route("**/search/t/**", lambda route: texts.append(route))
    with page.expect_request("**/facets.js"):
        page.get_by_text("按责任单位、完成时限筛选").click()
    page.get_by_role("group", name="年份").get_by_role("checkbox", name=re.compile("^2024年")).check()
    until(page, lambda: len(texts) > 0)
    facets[0].continue_()
    units = page.get_by_role("group", name="责任单位")
    expect(units).to_be_visible()
    page.unroute("**/search/t/**")
    for route in texts:
        route.continue_()
    page.wait_for_function(SETTLED)
    assert {row["year"] for row in results(page)} == {"2024年"}
    expect(units).to_be_visible()


def test_long_lists_of_values_are_cut_and_can_be_opened(real_page):
    search_for(real_page, "政务公开")
    real_page.get_by_text("按责任单位、完成时限筛选").click()
    units = real_page.get_by_role("group", name="责任单位")
    expect(units.locator("> .search-filter__choice")).to_have_count(10)
    units.get_by_text(re.compile(r"^其余\d+个$")).click()
    expect(units.locator(".search-filter__rest .search-filter__choice").first).to_be_visible()


# ---- without scripts -------------------------------------------------------------------------------------------------


def test_frequent_phrases_have_prepared_results_without_scripts(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}search/")
    page.get_by_role("link", name="政策解读", exact=True).click()
    assert page.text_content("h1") == "“政策解读”的搜索结果"
    found = page.locator(".search-result")
    assert 0 < found.count() <= 20
    assert "政策解读" in found.first.text_content()
    first = found.first.locator("a").first
    href = first.get_attribute("href")
    first.click()
    assert page.url.endswith(href)
    context.close()


def test_prepared_results_are_those_that_the_script_finds(browser, site):
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site}search/p/dianxinganli/")
    prepared = page.eval_on_selector_all(".search-result__title a", "links => links.map(link => link.pathname)")
    page.goto(f"{site}search/?q={quote('典型案例')}")
    page.wait_for_function(SETTLED)
    found = page.eval_on_selector_all(".search-result__title a", "links => links.map(link => link.pathname)")
    assert len(prepared) >= 4
    assert found[: len(prepared)] == prepared[:10]
    context.close()


def test_units_stand_in_the_order_of_the_alphabet_without_the_level(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}search/")
    letters = page.locator("nav[aria-label=责任单位的首字母] a").all_text_contents()
    assert letters == sorted(letters)
    page.get_by_role("link", name="F", exact=True).click()
    section = page.locator("section[aria-labelledby=units-f]")
    assert section.locator("a").all_text_contents() == ["区发改局", "区发展改革局", "区发展改革局"]
    context.close()
