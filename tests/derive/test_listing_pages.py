"""Pages that list: jurisdictions, prose, glossary, data quality, site map, not found."""

from __future__ import annotations

from sitegen.derive.entries import LabelledLink
from sitegen.derive.glossary_page import glossary_view
from sitegen.derive.jurisdiction import JurisdictionView, jurisdiction_view
from sitegen.derive.prose_page import prose_view
from sitegen.derive.quality_page import quality_view, unresolved_names
from sitegen.derive.sitemap_page import LinkList, not_found_view, sitemap_view
from tests.derive.conftest import Read


def place(read: Read, jurisdiction_id: str) -> JurisdictionView:
    counts = {"dong/caizheng-ju": 3}
    return jurisdiction_view(read.index.jurisdictions[jurisdiction_id], read.index, read.urls, counts)


def test_every_year_between_the_first_and_the_last_is_told(read: Read) -> None:
    told = [
        (year.anchor, [plan.link.label for plan in year.plans], [known.title for known in year.known], bool(year.absent))
        for year in place(read, "dong").years
    ]
    assert told == [
        ("year-2030", ["《2030年东样区政务公开工作要点》"], [], False),
        ("year-2029", [], ["2029年东样区政务公开工作要点"], False),
        ("year-2028", ["《2028年东样区任务分解表》"], [], False),
    ]


def test_a_plan_of_an_office_is_not_taken_for_the_plan_of_the_place(read: Read) -> None:
    others = [(kind.heading, [known.title for known in kind.documents]) for kind in place(read, "dong").other_documents]
    assert others == [("其他单位的工作要点", ["东样区某某街道2027年工作要点"]), ("政策解读", ["要点解读"])]


def test_an_address_of_a_known_document_is_marked_as_unvisited(read: Read) -> None:
    (known,) = place(read, "dong").years[1].known
    assert (known.href, known.remark) == ("https://example.gov.cn/dong-2029", "网址未核对")
    assert known.facts == ("成文日期2029年6月30日",)


def test_places_above_and_below_and_units_with_counts(read: Read) -> None:
    city = place(read, "yangli")
    assert [(link.label, link.remark) for link in city.subordinates] == [("样例市东样区", "收录2份"), ("样例市西样区", "收录1份")]
    district = place(read, "dong")
    assert [link.label for link in district.superiors] == ["样例市"]
    assert [(kind.heading, [(unit.label, unit.remark) for unit in kind.units]) for kind in district.units] == [
        ("政府部门（2）", [("区财政局", "3项"), ("区民政局", "无点名任务")]),
    ]
    assert [group.label for group in district.groups] == ["各街道办事处"]


def test_prose_pages_link_the_others_in_their_order(read: Read) -> None:
    about = next(page for page in read.index.portal.prose if page.key == "about")
    view = prose_view(about, read.index.portal, read.urls)
    assert (view.title, view.description, view.text.strip()) == ("关于", "测试用。", "一段**文字**。")
    assert [(link.label, link.href) for link in view.others] == [("怎样读", "/p/read/")]


def test_the_same_quotation_is_shown_once_with_all_its_sources(read: Read) -> None:
    (term,) = glossary_view(read.index, read.urls).terms
    assert [(quote.quote, [source.label for source in quote.sources]) for quote in term.definitions] == [
        ("公开预算。", ["《2030年东样区政务公开工作要点》（一）做好预算公开", "《2030年东样区政务公开工作要点》第1行"]),
        ("公开预算决算。", ["《2028年东样区任务分解表》第1行"]),
    ]
    assert term.remark == "各文件的说法不完全一样，并列在此，不作取舍。"


def test_the_quality_page_holds_every_note_at_its_place(read: Read) -> None:
    view = quality_view(read.index, read.urls, unresolved_names(read.index, read.urls))
    assert view.note_count == 4
    assert {entry.kind: entry.count for entry in view.counts} == {
        "原文疑误": "1处", "跨页断开": "1处", "用语不一": "1处", "名称写法": "1处",
    }  # fmt: skip
    plan = next(plan for plan in view.plans if plan.anchor == "dong-2030")
    places = {note.text: (note.place.label, note.place.href) for kind in plan.kinds for note in kind.notes}
    assert places == {
        "原件换页，已接上。": ("整份文件", "/p/dong/2030/"),
        "标题与表中不同。": ("（一）做好预算公开", "/p/dong/2030/#item-1"),
        "照录，不推断。": ("第2行", "/p/dong/2030/#task-2"),
    }
    assert [(entry.place.label, entry.column, entry.basis) for entry in plan.readings] == [
        ("第2行", "完成时限", "原文疑误：这一格印的是单位名称"),
        ("第2行", "工作任务", "编辑认定：与正文（一）的句子相同"),
    ]


def test_names_without_register_come_with_place_and_nearest_names(read: Read) -> None:
    found = {
        (entry.name, entry.jurisdiction): [place.href for place in entry.places]
        for entry in unresolved_names(read.index, read.urls)
    }
    assert found[("区某某馆", "样例市东样区")] == ["/p/dong/2030/task-3/"]
    assert found[("区司法局", "样例市西样区")] == ["/p/xi/2030/item-1/#task-1"]


def test_the_site_map_reaches_every_page_of_a_plan(read: Read) -> None:
    view = sitemap_view(read.index, read.urls, (LinkList("主要页面", (LabelledLink("首页", "/p/"),)), LinkList("对照", ())))
    assert [group.heading for group in view.lists] == ["主要页面"]
    dong = next(place for place in view.places if place.anchor == "dong")
    plan = dong.plans[0]
    assert [link.href for link in plan.passages] == [
        "/p/dong/2030/item-1/", "/p/dong/2030/item-2/", "/p/dong/2030/item-3/", "/p/dong/2030/closing-1/",
    ]  # fmt: skip
    assert [link.href for link in plan.rows] == [f"/p/dong/2030/task-{number}/" for number in (1, 2, 3)]
    assert [link.label for link in dong.units] == ["区财政局", "区民政局", "各街道办事处"]


def test_an_address_that_leads_nowhere_offers_ways_on(read: Read) -> None:
    view = not_found_view(read.index, read.urls, (LabelledLink("网站地图", "/p/sitemap/"),))
    assert [link.label for link in view.links][:2] == ["首页", "网站地图"]
    assert all(link.href.startswith("/p/") for link in view.links)
