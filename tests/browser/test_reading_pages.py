"""What reading pages do in a real browser: scripts only add, sentences have addresses, tables stay tables; the components."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.looks import faults
from tests.components.examples import examples, real_templates, render_example

# Every example in a part of its own page; ids are told apart, so that examples of one component do not name each other.
SHOW = """(parts) => {
  document.querySelector("main").innerHTML = "<h1>例</h1>";
  parts.forEach(([title, html], number) => {
    const part = document.createElement("section");
    part.innerHTML = "<h2></h2>" + html;
    part.firstChild.textContent = title;
    const named = (name) => [...part.querySelectorAll(`[${name}]`)];
    const own = new Set(named("id").map((one) => one.id));
    for (const name of ["id", "for", "aria-labelledby", "aria-describedby", "headers", "aria-controls"]) {
      for (const one of named(name)) {
        const ids = one.getAttribute(name).split(" ");
        one.setAttribute(name, ids.map((id) => own.has(id) || name === "id" ? `e${number}-${id}` : id).join(" "));
      }
    }
    for (const one of named("name")) one.setAttribute("name", `e${number}-${one.getAttribute("name")}`);
    document.querySelector("main").append(part);
  });
}"""
# Examples stand under headings that are not theirs, and may be landmarks of the same name many times over.
NOT_OF_EXAMPLES = ("heading-order", "landmark-unique", "identical-links-same-purpose")
PIECES = 6


@pytest.fixture(scope="module")
def address(site: str) -> str:
    return site


def opened(
    browser: Browser, url: str, width: int = 1280, scheme: Literal["light", "dark"] = "light", scripts: bool = True,
    stopped: bool = False,
) -> Page:
    """A page in a window of its own; where its clock is stopped, what passes with time stays until the clock is put forward."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=scripts, reduced_motion="reduce"
    )
    page = context.new_page()
    if stopped:
        page.clock.install(time=0)
        page.clock.pause_at(1000)
    page.goto(url)
    return page


@pytest.mark.parametrize("piece", range(PIECES))
def test_examples_of_all_components_pass_axe_and_fit_in_every_look(browser: Browser, address: str, piece: int) -> None:
    page = opened(browser, address)
    environment = real_templates().environment
    shown = [(f"{one.component}：{one.name}", render_example(environment, one)) for one in list(examples())[piece::PIECES]]
    page.evaluate(SHOW, shown)
    assert page.locator("main > section").count() == len(shown) > 10
    assert [fault for fault in faults(page) if fault.split(": ")[1] not in NOT_OF_EXAMPLES] == []
    page.context.close()


def test_scripts_only_add(browser: Browser, address: str) -> None:
    plain = opened(browser, address + "zhangqiu/2024/task-16/", scripts=False)
    assert plain.locator("time[data-days]").inner_text() == "2024年12月31日前"
    assert plain.locator(".days").count() == 0
    assert plain.locator(".citation button").count() == 0
    assert plain.get_by_text("时限已过，未见公布完成情况").count() == 1
    plain.context.close()
    scripted = opened(browser, address + "zhangqiu/2024/task-16/")
    assert scripted.locator(".days").inner_text().startswith("（已过")
    assert scripted.locator(".citation button").all_inner_texts() == ["复制引用", "复制网址"]
    scripted.context.close()


def test_copying_gives_the_citation_with_its_address(browser: Browser, address: str) -> None:
    page = opened(browser, address + "zhangqiu/2024/task-33/", stopped=True)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = page.locator(".citation button").first
    for _ in range(2):
        button.click()
        expect(button).to_have_text("已复制")
    page.clock.run_for(2000)
    expect(button).to_have_text("复制引用")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("济南市章丘区人民政府办公室：《2024年济南市章丘区政务公开工作要点》第33行，章政办发〔2024〕1号")
    assert copied.endswith("/zhangqiu/2024/task-33/")
    page.context.close()


def test_a_sentence_of_a_plan_can_be_linked_to(browser: Browser, address: str) -> None:
    page = opened(browser, address + "zhangqiu/2024/#item-7-s3")
    lit = page.evaluate("getComputedStyle(document.querySelector(':target')).backgroundColor")
    other = page.evaluate("getComputedStyle(document.getElementById('item-7-s2')).backgroundColor")
    assert page.locator(":target").inner_text() == "探索建立政务公开监督员制度，积极向政务公开工作机构反馈企业、群众的意见建议。"
    assert lit != other
    page.context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_table_stays_a_table_on_every_screen(browser: Browser, address: str, width: int) -> None:
    page = opened(browser, address + "zhangqiu/2024/", width)
    row = page.get_by_role("row").filter(has=page.locator("#task-33-s1"))
    assert row.get_by_role("rowheader").inner_text().replace("\n", "") in ("33", "第33行")
    assert row.get_by_role("cell").count() == 3
    assert page.get_by_role("table").first.get_by_role("columnheader").count() == 4
    page.context.close()


def test_the_contents_mark_the_part_that_is_read(browser: Browser, address: str) -> None:
    page = opened(browser, address + "laoshan/2025/#item-9")
    page.mouse.wheel(0, 40)
    expect(page.locator(".outline a[aria-current]")).to_have_text("（九）以高质量公开促进民生政策落地")
    page.context.close()


def test_a_sentence_that_was_linked_to_can_be_copied_with_its_source(browser: Browser, address: str) -> None:
    page = opened(browser, address + "laoshan/2025/", stopped=True)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    assert page.get_by_role("button", name="复制本句网址").count() == 0
    page.get_by_role("link", name="（八）第2句", exact=True).click()
    page.get_by_role("button", name="复制本句和出处").click()
    page.get_by_role("button", name="已复制").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“强化日常监管和季度检查，做好重要信息转发等工作。”青岛市崂山区人民政府办公室：《2025年崂山区政务公开工作要点》，崂政办发〔2025〕2号")
    assert copied.endswith("/laoshan/2025/#item-8-s2")
    page.goto(address + "laoshan/2025/#item-8")
    expect(page.get_by_role("button", name="复制本句网址")).to_have_count(0)
    page.context.close()
