"""Reading modes (适老化) in a real browser: chosen, kept, left again; read-aloud with a stand-in for the device's voice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

# What the headless browser lacks: one Chinese voice of the device. It records what is spoken; finish() ends the sentence.
VOICE = """(() => {
  const device = new EventTarget();
  let speaking = null;
  window.spoken = [];
  window.finish = () => { const ended = speaking; speaking = null; ended.onend(); };
  Object.assign(device, {
    getVoices: () => [{ lang: LANG, localService: LOCAL }],
    speak: (utterance) => { speaking = utterance; window.spoken.push(utterance.text); },
    cancel: () => { speaking = null; },
  });
  Object.defineProperty(window, "speechSynthesis", { value: device });
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
})();"""
REFUSED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('refused', 'SecurityError'); } });"
ITEM = "laoshan/2025/item-8/"


@contextmanager
def opened(browser: Browser, address: str, width: int = 1280, script: str = "", **options: Any) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce", **options)
    if script:
        context.add_init_script(script)
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(address)
    yield page
    context.close()
    assert wrong == []


def voice(lang: str = "zh-CN", local: str = "true") -> str:
    return VOICE.replace("LANG", f"'{lang}'").replace("LOCAL", local)


def style(page: Page, selector: str, name: str) -> str:
    return str(page.evaluate("([selector, name]) => getComputedStyle(document.querySelector(selector))[name]", [selector, name]))


def test_a_choice_holds_on_every_page_until_it_is_left_with_one_button(browser: Browser, site: str) -> None:
    with opened(browser, site + ITEM) as page:
        assert style(page, "html", "fontSize") == "16px"
        page.get_by_role("button", name="阅读方式").click()
        page.get_by_label("特大字").check()
        page.get_by_label("黑底黄字").check()
        page.goto(site + "calendar/")
        assert style(page, "html", "fontSize") == "24px"
        assert style(page, "html", "backgroundColor") == "rgb(0, 0, 0)"
        assert page.get_by_text("已开启：特大字、黑底黄字").is_visible()
        page.get_by_role("button", name="恢复标准").click()
        assert style(page, "html", "fontSize") == "16px"
        assert page.get_by_role("button", name="恢复标准").is_hidden()
        page.goto(site)
        assert style(page, "html", "fontSize") == "16px"


def test_the_panel_is_worked_by_keyboard_alone(browser: Browser, site: str) -> None:
    with opened(browser, site) as page:
        page.keyboard.press("Tab")  # the link to the text
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "阅读方式"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowRight")
        assert style(page, "html", "fontSize") == "20px"
        page.keyboard.press("Escape")
        assert page.locator("#reading-panel").is_hidden()
        assert page.evaluate("document.activeElement.textContent") == "阅读方式"


def test_without_leave_to_store_a_choice_holds_for_the_page_and_says_so(browser: Browser, site: str) -> None:
    with opened(browser, site, script=REFUSED) as page:
        page.get_by_role("button", name="阅读方式").click()
        page.get_by_label("大字", exact=True).check()
        assert style(page, "html", "fontSize") == "20px"
        assert page.get_by_text("浏览器不让本站保存，只对这一页有效。").is_visible()


@pytest.mark.parametrize("kept", ["nonsense", "null", '{"text": "huge", "colours": ["dark"]}', '"dark"', "7"])
def test_whatever_was_stored_the_page_is_shown(browser: Browser, site: str, kept: str) -> None:
    with opened(browser, site, script=f"localStorage.setItem('reading-modes', {kept!r})") as page:
        assert style(page, "html", "fontSize") == "16px"
        assert page.get_by_role("button", name="阅读方式").is_visible()


def test_modes_are_on_before_the_first_paint(browser: Browser, site: str) -> None:
    with opened(browser, site + ITEM, script="localStorage.setItem('reading-modes', '{\"text\": \"largest\"}')") as page:
        head = page.evaluate("[...document.head.querySelectorAll('script[src]')].map((one) => [one.src, one.defer])")
        first = [src.rsplit("/", 1)[1] for src, defer in head if not defer]
        assert first == ["modes.js"]
        assert page.evaluate("document.querySelector('script[src$=\"modes.js\"]').compareDocumentPosition("
                             "document.querySelector('link[rel=stylesheet]')) & Node.DOCUMENT_POSITION_FOLLOWING")  # fmt: skip
        assert style(page, "html", "fontSize") == "24px"


def test_the_simple_view_keeps_every_word_of_the_document(browser: Browser, site: str) -> None:
    with opened(browser, site + "laoshan/2025/") as page:
        printed = page.evaluate("[...document.querySelectorAll('.words__sentence, .notes')].map((one) => one.innerText)")
        page.get_by_role("button", name="阅读方式").click()
        page.get_by_label("简洁版").check()
        assert page.evaluate("[...document.querySelectorAll('.words__sentence, .notes')].map((one) => one.innerText)") == printed
        assert page.locator(".outline").is_hidden()
        assert page.locator(".citation").is_hidden()


@pytest.mark.parametrize("path", ["", "zhangqiu/2024/", ITEM, "huaiyin/units/zhengfu-bangongshi/", "calendar/2024/", "calendar/2024/12/"])
def test_the_largest_text_fits_the_smallest_screen(browser: Browser, site: str, path: str) -> None:
    chosen = '{"text": "largest", "view": "simple", "colours": "light"}'
    for kept in (chosen, '{"text": "largest"}'):
        with opened(browser, site + path, 320, f"localStorage.setItem('reading-modes', '{kept}')") as page:
            page.get_by_role("button", name="阅读方式").click()
            assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_large_pointer_is_offered_only_where_there_is_one(browser: Browser, site: str) -> None:
    with opened(browser, site) as page:
        page.get_by_role("button", name="阅读方式").click()
        page.get_by_label("大指针").check()
        assert "pointer.png" in style(page, "p", "cursor")
        assert "hand.png" in style(page, "a", "cursor")
    with opened(browser, site, 320, is_mobile=True, has_touch=True) as page:
        page.get_by_role("button", name="阅读方式").click()
        assert page.get_by_label("大指针").is_hidden()


def test_no_control_without_scripts(browser: Browser, site: str) -> None:
    with opened(browser, site + ITEM, java_script_enabled=False) as page:
        assert page.get_by_text("阅读方式").is_hidden()
        assert page.get_by_text("朗读本页").is_hidden()


def test_no_reading_aloud_without_a_voice_of_the_device(browser: Browser, site: str) -> None:
    for script in ("", voice(local="false"), voice("en-US"), "delete window.speechSynthesis"):
        with opened(browser, site + ITEM, script=script) as page:
            assert page.get_by_role("button", name="阅读方式").is_visible()
            assert page.get_by_role("button", name="朗读本页").is_hidden()


def test_sentences_are_read_one_after_the_other_and_marked(browser: Browser, site: str) -> None:
    with opened(browser, site + ITEM, script=voice("zh_CN")) as page:
        before = page.inner_html("main")
        page.get_by_role("button", name="朗读本页").click()
        assert page.evaluate("document.activeElement.textContent") == "暂停"
        assert page.get_by_text("正在朗读").is_visible()
        while page.locator("mark").inner_text() != "强化日常监管和季度检查，做好重要信息转发等工作。":
            page.evaluate("finish()")
        assert page.evaluate("spoken.slice(-2)") == [
            "加强全区政府网站和政务新媒体集约建设、规范管理，完善政务新媒体关停、备案、检查、监管等制度，深化政务新媒体“瘦身提质”。",
            "强化日常监管和季度检查，做好重要信息转发等工作。",
        ]
        page.get_by_role("button", name="停止").click()
        assert page.locator("[data-read-aloud]").is_hidden()
        assert page.evaluate("document.activeElement.textContent") == "朗读本页"
        assert page.inner_html("main") == before


def test_pausing_keeps_the_place(browser: Browser, site: str) -> None:
    with opened(browser, site + ITEM, script=voice()) as page:
        page.get_by_role("button", name="朗读本页").click()
        page.evaluate("finish()")
        place = page.locator("[data-read-aloud-place]").inner_text()
        page.get_by_role("button", name="暂停").click()
        assert page.get_by_text("已暂停").is_visible()
        page.get_by_role("button", name="下一句").click()
        page.get_by_role("button", name="上一句").click()
        assert page.locator("[data-read-aloud-place]").inner_text() == place
        assert page.evaluate("spoken.length") == 2
        page.get_by_role("button", name="继续").click()
        assert page.evaluate("spoken[2] === spoken[1]")


def test_every_sentence_is_read_once_and_then_it_says_so(browser: Browser, site: str) -> None:
    with opened(browser, site + "no-such-page/", script=voice()) as page:
        page.get_by_role("button", name="朗读本页").click()
        total = int(page.locator("[data-read-aloud-place]").inner_text().split("共")[1].removesuffix("句"))
        for _ in range(total):
            page.evaluate("finish()")
        assert page.get_by_text("读完了").is_visible()
        assert page.evaluate("spoken.length") == total
        assert page.evaluate("spoken[0]") == "没有这个页面"


def test_reading_begins_at_the_words_selected(browser: Browser, site: str) -> None:
    with opened(browser, site + "laoshan/2025/", script=voice()) as page:
        page.evaluate("getSelection().selectAllChildren(document.getElementById('item-8-s2'))")
        page.get_by_role("button", name="朗读本页").click()
        assert page.evaluate("spoken") == [page.locator("#item-8-s2").inner_text()]
