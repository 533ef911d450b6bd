"""The search page in a real browser: a minimal page, the rendered search, a server with a strict policy, and a folder."""

from __future__ import annotations

import functools
import json
import re
import runpy
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from sitegen.derive.search_records import SearchRecord
from sitegen.render.search import SearchIndex, render_search
from sitegen.render.search.bundle import bundle_modules

ROOT = Path(__file__).parents[2]
CLAUSES = ROOT / "tests" / "render" / "search"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'self'"
ARGUMENTS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip

PAGE = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>搜索</title>
<link rel="icon" href="data:,">
<main><h1>搜索</h1>
<div data-search data-manifest="../{manifest}" data-lunr="../vendor/lunr.min.js">
  <form role="search" action="" method="get" data-search-form>
    <label for="search-query">搜索</label>
    <input id="search-query" name="q" type="search" maxlength="1000" autocomplete="off" data-search-input>
    <button type="submit">搜索</button>
  </form>
  <p role="status" data-search-status></p>
  <div data-search-notes hidden></div>
  <div data-search-filters hidden></div>
  <section data-search-full hidden aria-labelledby="full"><h2 id="full">搜索结果</h2><ol data-search-list></ol></section>
  <section data-search-partial hidden aria-labelledby="partial">
    <h2 id="partial">部分匹配</h2><ol data-search-list></ol>
  </section>
  <button type="button" data-search-more hidden>显示更多结果</button>
  <template data-search-result><li>
    <h3><a data-slot="link"></a></h3>
    <p><span data-slot="kind"></span> <span data-slot="place"></span> <span data-slot="year"></span>
       <span data-slot="label"></span></p>
    <p><a data-slot="excerpt"></a></p>
    <dl><div data-row="units"><dt>责任单位</dt><dd data-slot="units"></dd></div>
        <div data-row="deadline"><dt>完成时限</dt><dd data-slot="deadline"></dd></div></dl>
  </li></template>
</div></main>
<script defer src="../js/search.js"></script></html>
"""


def records() -> tuple[SearchRecord, ...]:
    clauses = json.loads((CLAUSES / "clauses.json").read_text(encoding="utf-8"))
    return runpy.run_path(str(CLAUSES / "conftest.py"))["records_of"](clauses)


def write_site(folder: Path, search: SearchIndex) -> None:
    modules = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "static/js/search").glob("*.js")}
    texts = {
        "find/index.html": PAGE.format(manifest=search.manifest_path),
        "js/search.js": bundle_modules(modules, "main.js"),
        "vendor/lunr.min.js": (ROOT / "static/vendor/lunr.min.js").read_text(encoding="utf-8"),
    }
    contents = {path: text.encode() for path, text in texts.items()} | {f.path: f.content for f in search.files}
    for path, content in contents.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder under a strict policy and keeps the paths asked for."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        self.server.asked.append(urlsplit(self.path).path)


@contextmanager
def served(folder: Path) -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    server.asked = []
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    write_site(folder, render_search(records()))
    return folder


@pytest.fixture(scope="module")
def server(site):
    with served(site) as server:
        yield server


@pytest.fixture
def page(browser, server) -> Iterator[Page]:
    """A fresh search page; any error of its scripts fails the test."""
    context = browser.new_context()
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.address = f"http://127.0.0.1:{server.server_port}/find/"
    page.errors = errors
    page.goto(page.address)
    yield page
    context.close()
    assert errors == []


def search_for(page: Page, text: str) -> list[dict]:
    """Type a query, press Enter, wait for the outcome, and read the results shown."""
    page.fill("#search-query", text)
    page.press("#search-query", "Enter")
    return results(page)


def results(page: Page) -> list[dict]:
    page.wait_for_function(SETTLED)
    return page.evaluate(READ)


SETTLED = """() => document.querySelector('[role=status]').textContent.length > 0
    && !document.querySelector('[data-search]').hasAttribute('aria-busy')"""
READ = """() => [...document.querySelectorAll('[data-search-list] > li')].map((item) => {
    const slot = (name) => item.querySelector(`[data-slot=${name}]`);
    return { ...Object.fromEntries(['link', 'kind', 'place', 'year', 'label', 'excerpt', 'units', 'deadline']
               .map((name) => [name, slot(name).textContent])),
             href: slot('link').href, excerptHref: slot('excerpt').href,
             marks: [...item.querySelectorAll('mark')].map((mark) => mark.textContent),
             part: item.closest('section').querySelector('h2').textContent };
  })"""


def status(page: Page) -> str:
    return page.text_content("[role=status]")


def test_nothing_is_fetched_before_the_reader_touches_the_search(page, server):
    server.asked.clear()
    page.reload()
    page.wait_for_load_state("networkidle")
    assert server.asked == ["/find/", "/js/search.js"]
    page.focus("#search-query")
    page.wait_for_function("() => window.lunr && document.scripts.length === 1")
    fetched = [path for path in server.asked if path not in ("/find/", "/js/search.js")]
    assert sorted(re.sub(r"/search/\w+/", "", path) for path in fetched) == [
        "/vendor/lunr.min.js", "manifest.js", "words.js",
    ]  # fmt: skip


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


def test_a_query_in_pinyin_is_read_and_can_be_searched_as_typed(page, server):
    server.asked.clear()
    search_for(page, "无障碍")
    assert not any(path.endswith("/lexicon.js") for path in server.asked)
    (row,) = search_for(page, "wuzhangai")
    assert row["marks"] == ["无障碍", "无障碍"]
    assert page.text_content("[data-search-notes]").startswith("没有与“wuzhangai”完全对应的内容，已改为搜索“无障碍”。")
    page.click("[data-search-notes] a")
    assert results(page) == []
    assert page.text_content("[data-search-notes]") == "本站没有与“wuzhangai”有关的内容。"
    page.go_back()
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
    assert page.input_value("#search-query") == "wu'zhang'ai"
    # An Enter that ends a composition reaches the page as a key with code 229, or as a submit in some browsers.
    page.evaluate("() => document.querySelector('form').requestSubmit()")
    page.wait_for_timeout(900)
    assert status(page) == ""
    assert page.url == page.address
    session.send("Input.insertText", {"text": "无障碍"})
    assert len(results(page)) == 1
    assert parse_qs(urlsplit(page.url).query) == {"q": ["无障碍"]}


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
    assert parse_qs(urlsplit(page.url).query) == {"q": ["回头看"]}
    page.go_back()
    expect(page.locator("#search-query")).to_have_value("无障碍")
    assert [row["label"] for row in results(page)] == ["34"]
    page.go_back()
    expect(page.locator("[data-search-full]")).to_be_hidden()
    assert page.url == page.address
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
        page.wait_for_timeout(500)
        page.wait_for_function(SETTLED)
    page.go_back()
    expect(page.locator("#search-query")).to_have_value("")
    assert page.url == page.address


def test_results_are_an_ordered_list_under_a_heading_and_announced_politely(page):
    search_for(page, "依申请公开")
    expect(page.get_by_role("region", name="搜索结果").get_by_role("list")).to_have_count(1)
    assert page.evaluate("() => document.querySelector('[data-search-full] [data-search-list]').tagName") == "OL"
    expect(page.get_by_role("status")).to_have_text("找到 20 条结果。")
    expect(page.locator("#search-query")).to_be_focused()


def test_more_results_are_added_and_the_focus_moves_to_the_first_new_one(page):
    assert len(search_for(page, "公开")) == 10
    page.click("[data-search-more]")
    page.wait_for_function("() => document.querySelectorAll('[data-search-list] > li').length === 20")
    focused = page.evaluate("() => [...document.querySelectorAll('li')].findIndex((li) => li.contains(document.activeElement))")
    assert focused == 10
    expect(page.locator("[data-search-more]")).to_be_visible()


def test_filters_narrow_the_results_and_live_in_the_address(page):
    search_for(page, "依申请公开")
    box = page.get_by_role("group", name="地区").get_by_label("章丘区")
    count = int(re.search(r"\d+", box.locator("..").text_content()).group())
    box.check()
    page.wait_for_function(f"() => document.querySelector('[role=status]').textContent.includes('找到 {count} 条')")
    assert {row["place"] for row in results(page)} == {"章丘区"}
    expect(page.get_by_role("group", name="地区").get_by_label("章丘区")).to_be_focused()
    assert parse_qs(urlsplit(page.url).query) == {"q": ["依申请公开"], "place": ["章丘区"]}
    page.reload()
    assert {row["place"] for row in results(page)} == {"章丘区"}
    page.go_back()
    expect(page.get_by_role("status")).to_have_text("找到 20 条结果。")


def test_a_search_that_cannot_be_read_says_so_and_recovers(browser, site, tmp_path):
    folder = tmp_path / "site"
    write_site(folder, render_search(records()))
    shards = folder / "search" / "s"
    with served(folder) as server:
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/find/")
        shards.rename(folder / "gone")
        search_for(page, "无障碍")
        assert status(page).startswith("没能读取检索文件。")
        (folder / "gone").rename(shards)
        assert len(search_for(page, "无障碍")) == 1
        page.close()


def test_the_search_works_from_a_folder(browser, site):
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((site / "find" / "index.html").as_uri())
    (row,) = search_for(page, "无障碍")
    assert row["href"].startswith((site / "clauses/2023/index.html").as_uri() + "#c")
    assert errors == []
    page.close()
