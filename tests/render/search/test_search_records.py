"""Which texts of a portal can be found, under which title, address and number."""

from __future__ import annotations

from sitegen.derive.search_records import RecordKind, SearchRecord, numbered, search_records
from sitegen.derive.urls import urls_of
from sitegen.model import (
    Alias,
    Basis,
    Deadline,
    Definition,
    Document,
    Facts,
    Form,
    GlossaryTerm,
    Group,
    Item,
    Jurisdiction,
    Level,
    Mention,
    MentionKind,
    Part,
    Plan,
    Portal,
    Prose,
    Section,
    Table,
    Task,
    Unit,
    UnitKind,
    Units,
)

FINANCE = Unit("zhangqiu/caizheng-ju", "zhangqiu", "区财政局", UnitKind.DEPARTMENT, (Alias("章丘区财政局"),))
STREETS = Group("zhangqiu/ge-jiedao", "zhangqiu", "各街道（镇）")


def units(words: str, *mentions: Mention) -> Units:
    return Units(words, Basis.STATED, words, mentions=mentions)


def task(plan: str, item: str, key: str, text: str, responsible: Units, deadline: str = "", number: str = "") -> Task:
    return Task(f"{plan}/{key}", plan, f"{plan}/{item}", number, text, responsible, Deadline(deadline, Basis.STATED, deadline))


def prose_plan() -> Plan:
    """An item with one duty, and an item whose two parts are two tasks, as in LS25（一）and（四）."""
    office = units("区政府办公室", Mention(MentionKind.UNRESOLVED, None, "区政府办公室"))
    finance = units("区财政局", Mention(MentionKind.UNIT, FINANCE.id, "区财政局"))
    first = "健全主动公开事项目录制度。推动基层政务公开向农村延伸。"
    one = Item(
        "zhangqiu-2025/item-1", "zhangqiu-2025", "item-1", "（一）", 1, "完善主动公开机制。",
        (Part(first, "（责任单位：区政府办公室）"),),
        (task("zhangqiu-2025", "item-1", "item-1/task-1", first, office),),
    )  # fmt: skip
    two = Item(
        "zhangqiu-2025/item-2", "zhangqiu-2025", "item-2", "（二）", 2, "着力提升公众参与实效。",
        (Part("做好决策项目目录发布。", "（责任单位：区财政局）"), Part("常态化开展政府开放活动。", "（责任单位：区政府办公室）")),
        (task("zhangqiu-2025", "item-2", "item-2/task-1", "做好决策项目目录发布。", finance),
         task("zhangqiu-2025", "item-2", "item-2/task-2", "常态化开展政府开放活动。", office, "全年")),
    )  # fmt: skip
    preamble = Item("zhangqiu-2025/preamble-1", "zhangqiu-2025", "preamble-1", "", None, "", (Part("总体要求是：以公开促落实。"),))
    return Plan(
        "zhangqiu-2025", "zhangqiu", 2025, Form.PROSE, "2025年章丘区政务公开工作要点",
        Document(number="章政办发〔2025〕3号"), (preamble,), (Section("一、", "加强体制机制建设", (one, two)),), (),
    )  # fmt: skip


def table_plan() -> Plan:
    finance = units("区财政局，各街道（镇）", Mention(MentionKind.UNIT, FINANCE.id, "区财政局"),
                    Mention(MentionKind.GROUP, STREETS.id, "各街道（镇）"))  # fmt: skip
    rows = tuple(
        task("zhangqiu-2024", "item-1", f"task-{number}", text, finance, "2024年12月底前", str(number))
        for number, text in ((1, "及时公开收费目录。"), (2, "做好减税降费政策解读。"))
    )
    heading = Item("zhangqiu-2024/item-1", "zhangqiu-2024", "item-1", "（一）", 1, "加强财政信息公开", (), rows)
    return Plan(
        "zhangqiu-2024", "zhangqiu", 2024, Form.TABLE, "2024年章丘区任务分工", Document(), (),
        (Section("一、", "深化主动公开", (heading,)),), (), Table("2024年章丘区任务分工", ("序号",), rows),
    )  # fmt: skip


def portal(*plans: Plan) -> Portal:
    return Portal(
        Facts("门户", "说明"),
        (Jurisdiction("zhangqiu", "章丘区", "济南市章丘区", Level.DISTRICT, None),),
        (FINANCE,),
        (STREETS,),
        plans,
        glossary=(GlossaryTerm("san-tongbu", "三同步", "哪三步，各文件写得不同。", (Definition("同步起草。", "x"),)),),
        prose=(Prose("about", "关于本站", "收录什么。", 1, "## 内容\n\n见[说明](/x/)，**逐字**照录。\n\n- 一\n- 二\n\n编辑认定\n:   由编辑认定。\n"),),
    )


def records(*plans: Plan) -> tuple[SearchRecord, ...]:
    whole = portal(*plans)
    return search_records(whole, urls_of(whole, "/any/base/"))


def by_url(*plans: Plan) -> dict[str, SearchRecord]:
    return {record.url: record for record in records(*plans)}


def test_an_item_with_one_duty_is_one_record_with_its_sentences_and_units():
    record = by_url(prose_plan())["zhangqiu/2025/item-1/"]
    assert (record.kind, record.label, record.title) == (RecordKind.ITEM, "（一）", "完善主动公开机制")
    assert record.sentences == ("健全主动公开事项目录制度。", "推动基层政务公开向农村延伸。", "（责任单位：区政府办公室）")
    assert record.anchors == ("s1", "s2", "s3")
    assert (record.units, record.unit_names) == ("区政府办公室", (("区政府办公室",),))
    assert (record.place_names, record.year) == (("章丘区", "济南市章丘区", "章丘"), 2025)


def test_parts_that_are_tasks_are_records_of_their_own_and_no_text_is_found_twice():
    found = [record for record in records(prose_plan()) if record.label == "（二）"]
    assert [record.url for record in found] == ["zhangqiu/2025/item-2/#task-1", "zhangqiu/2025/item-2/#task-2"]
    assert [record.anchors for record in found] == [("s1", "s2"), ("s3", "s4")]
    assert [record.deadline for record in found] == ["", "全年"]
    assert found[0].unit_names == (("区财政局", "章丘区财政局"),)
    texts = [record.text for record in records(prose_plan())]
    assert sum("常态化开展" in text for text in texts) == 1


def test_rows_of_a_table_carry_their_heading_number_units_and_deadline():
    record = by_url(table_plan())["zhangqiu/2024/task-2/"]
    assert (record.kind, record.label, record.title) == (RecordKind.TASK, "第2行", "加强财政信息公开")
    assert (record.text, record.units, record.deadline) == ("做好减税降费政策解读。", "区财政局，各街道（镇）", "2024年12月底前")
    assert record.unit_names == (("区财政局", "章丘区财政局"), ("各街道（镇）",))


def test_the_document_its_sections_paragraphs_units_pages_and_terms_are_found():
    found = by_url(prose_plan())
    assert found["zhangqiu/2025/"].title == "2025年章丘区政务公开工作要点"
    assert found["zhangqiu/2025/"].text == "章政办发〔2025〕3号\n"
    assert (found["zhangqiu/2025/#section-1"].title, found["zhangqiu/2025/#section-1"].label) == ("加强体制机制建设", "一、")
    preamble = found["zhangqiu/2025/#preamble-1"]
    assert (preamble.title, preamble.anchors) == ("总体要求是：以公开促落实。", ("preamble-1-s1",))
    assert found["zhangqiu/units/caizheng-ju/"].unit_names == (("区财政局", "章丘区财政局"),)
    assert found["zhangqiu/units/ge-jiedao/"].kind is RecordKind.UNIT
    assert found["glossary/#san-tongbu"].sentences == ("哪三步，各文件写得不同。\n", "同步起草。\n")
    page = found["about/"].text
    # What the page is about, not all its words.
    assert found["about/"].sentences == ("收录什么。\n", "内容\n", "编辑认定\n")
    assert not set(page) & set("#*[]()/")


def test_titles_of_documents_and_places_stand_in_no_other_text():
    for record in records(prose_plan(), table_plan()):
        if record.kind is not RecordKind.PLAN:
            assert "工作要点" not in record.title + record.text
            assert "章丘" not in record.title + record.text


def test_a_new_document_leaves_all_other_numbers_alone():
    before = {record.url: record.number for record in records(table_plan())}
    after = {record.url: record.number for record in records(table_plan(), prose_plan())}
    assert before.items() <= after.items()
    assert len(set(after.values())) == len(after)


def test_records_of_the_newest_year_come_first_and_those_without_a_year_last():
    years = [record.year for record in records(table_plan(), prose_plan())]
    assert years == sorted(years, key=lambda year: -(year or 0))


def test_scopes_are_split_when_they_are_full_and_names_that_meet_step_aside():
    def scope(name: str, count: int, year: int | None) -> list[SearchRecord]:
        return [SearchRecord(0, f"{name}/{place}", RecordKind.UNIT, "名", year=year) for place in range(count)]

    scopes = {str(number): scope(str(number), 1, 2024) for number in range(2000)} | {"large": scope("large", 1030, None)}
    found = numbered(scopes)
    numbers = [record.number for record in found]
    assert numbers == sorted(set(numbers))
    assert len(found) == 3030
    assert max(numbers) < 2**32 - 1
    large = [record.number for record in found if record.year is None]
    assert len({number // 512 for number in large}) == 3
    # 2,000 names in 65,536 places meet about 30 times; all others keep the number that they have alone.
    alone = {records[0].url: numbered({name: records})[0].number for name, records in scopes.items()}
    moved = [record for record in found if alone.get(record.url, record.number) != record.number]
    assert len(moved) < 60
