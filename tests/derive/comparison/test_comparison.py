import json
import time
from collections import Counter
from dataclasses import replace

import pytest
from comparison_documents import portal
from hypothesis import given, settings
from hypothesis import strategies as st
from plans_in_words import ITEMS, TEXTS, prose_plan, small_portal, with_table

from sitegen.derive.comparison import (
    Comparison,
    ComparisonKind,
    PlanPair,
    compare,
    compare_all,
    comparisons,
    kind_of,
    plain,
)
from sitegen.derive.comparison.alignment import SentenceStatus
from sitegen.derive.comparison.clauses import Clause, ClauseKind, clauses_against, prose_clauses, row_clauses
from sitegen.derive.comparison.view import Ground, Row
from sitegen.model import (
    Basis,
    Form,
    KnownDocument,
    KnownKind,
    Link,
    LinkSet,
    LinkSetKind,
    Placement,
    Plan,
    Portal,
    Relation,
)
from tests.conftest import SOON


def compared(held: Portal, from_plan: str, to_plan: str) -> Comparison:
    plans = {plan.id: plan for plan in held.plans}
    kind = kind_of(held, plans[from_plan], plans[to_plan])
    return compare(held, PlanPair(kind, from_plan, to_plan))


def clauses_of_view(held: Portal, view: Comparison) -> tuple[list[Clause], list[Clause]]:
    plans = {plan.id: plan for plan in held.plans}
    old, new = plans[view.old.plan_id], plans[view.new.plan_id]
    if old is new:
        return [one for one in prose_clauses(old) if one.kind is not ClauseKind.PREAMBLE], list(row_clauses(new))
    return list(clauses_against(old, new)), list(clauses_against(new, old))


def sentences_of(held: Portal, view: Comparison) -> tuple[Counter[str], Counter[str]]:
    """All sentences that the two sides of a comparison have, as clause id, anchor and text."""
    left, right = clauses_of_view(held, view)
    return tuple(
        Counter(f"{quote.clause_id}#{quote.anchor} {quote.text}" for clause in side for quote in clause.sentences)
        for side in (left, right)
    )  # type: ignore[return-value]


def shown(view: Comparison) -> tuple[Counter[str], Counter[str]]:
    lines = [line for row in view.rows for line in row.lines]
    return (
        Counter(f"{quote.clause_id}#{quote.anchor} {quote.text}" for line in lines for quote in line.old),
        Counter(f"{quote.clause_id}#{quote.anchor} {quote.text}" for line in lines for quote in line.new),
    )


def check_laws(held: Portal, view: Comparison) -> None:
    """What holds of every comparison."""
    assert shown(view) == sentences_of(held, view)
    assert all(count == 1 for side in shown(view) for count in side.values())
    for row in view.rows:
        for line in row.lines:
            assert line.old or line.new
            assert "".join(segment.old for segment in line.segments) == "".join(quote.text for quote in line.old)
            assert "".join(segment.new for segment in line.segments) == "".join(quote.text for quote in line.new)
    lines = [line for row in view.rows for line in row.lines]
    sides = [side for row in view.rows for side in (*row.old, *row.new)]
    anchors = [row.anchor for row in view.rows] + [side.anchor for side in sides if side.anchor]
    anchors += [quote.here for line in lines for quote in (*line.old, *line.new)]
    assert len(anchors) == len(set(anchors))
    assert {line.anchor for line in lines} <= set(anchors)
    left, right = clauses_of_view(held, view)
    assert {f"from-{clause.key}" for clause in left} | {f"to-{clause.key}" for clause in right} <= set(anchors)
    pointers = [p for row in view.rows for line in row.lines for p in line.see]
    pointers += [p for row in view.rows for side in (*row.old, *row.new) for p in side.elsewhere]
    pointers += [p for one in (*view.by_old, *view.only_new) for p in one.rows]
    assert {pointer.line for pointer in pointers} <= set(anchors)
    changed = [row.anchor for row in view.rows if row.changed]
    assert [row.previous for row in view.rows if row.changed] == ["", *changed][: len(changed)]
    assert [row.following for row in view.rows if row.changed] == [*changed, ""][1:]
    assert sum(count.number for count in view.sentence_counts) == sum(len(row.lines) for row in view.rows)
    assert sum(count.number for count in view.clause_counts) == len(view.rows)
    assert compare(held, PlanPair(view.kind, view.old.plan_id, view.new.plan_id)) == view


def row(view: Comparison, new_id: str = "", old_id: str = "") -> Row:
    """The row of a new clause, or the row of an old one that has none."""
    return next(
        one
        for one in view.rows
        if (new_id and any(side.id == new_id for side in one.new))
        or (old_id and not one.new and any(side.id == old_id for side in one.old))
    )


def statuses(view: Comparison) -> Counter[SentenceStatus]:
    return Counter(line.status for one in view.rows for line in one.lines)


# 真实文件


@pytest.mark.parametrize("from_plan", ["huaiyin-2023", "huaiyin-2025", "jinan-2025", "zhangqiu-2024", "laoshan-2025"])
@pytest.mark.parametrize("to_plan", ["huaiyin-2023", "huaiyin-2025", "jinan-2025", "zhangqiu-2024", "laoshan-2025"])
def test_every_sentence_of_any_two_documents_is_shown_once(from_plan: str, to_plan: str) -> None:
    held = portal()
    if from_plan != to_plan or from_plan == "zhangqiu-2024":
        check_laws(held, compared(held, from_plan, to_plan))


def test_table_and_prose_of_zhangqiu_differ_in_eleven_places() -> None:
    view = compared(portal(), "zhangqiu-2024", "zhangqiu-2024")
    assert view.kind is ComparisonKind.RECONCILIATION
    lines = [line for one in view.rows for line in one.lines]
    reworded = {quote.clause_id for line in lines if line.status is SentenceStatus.REWORDED for quote in line.new}
    # 第5行有两处：少了“城市更新、防灾减灾”，多了一句；第18、19两行合起来是正文的一句，第41、42两行也是
    rows = (1, 5, 7, 10, 12, 18, 19, 22, 25, 35, 41, 42)
    assert reworded == {f"zhangqiu-2024/task-{number}" for number in rows}
    added = [quote.clause_id for line in lines if line.status is SentenceStatus.ADDED for quote in line.new]
    assert added == ["zhangqiu-2024/task-5"]
    assert [line.status for line in lines].count(SentenceStatus.REWORDED) == 10
    assert statuses(view)[SentenceStatus.FORM_ONLY] == 3


def test_duties_of_zhangqiu_without_a_row() -> None:
    view = compared(portal(), "zhangqiu-2024", "zhangqiu-2024")
    missing = [quote.text for one in view.only_old for quote in one.missing]
    assert [text[:12] for text in missing] == [
        "紧盯人民群众急难愁盼，聚",
        "各街道（镇）、各部门（单",
        "政务公开要点工作落实情况",
    ]
    assert view.only_old_heading == "正文有、任务表未见的文字"
    assert [one.label for one in view.only_old] == ["有1句文字上未见", "整条文字上未见"]


def test_a_district_beside_its_city() -> None:
    view = compared(portal(), "jinan-2025", "huaiyin-2025")
    assert (view.kind, view.title) == (ComparisonKind.LEVELS, "济南市2025年与槐荫区2025年")
    eighth = row(view, "huaiyin-2025/item-8")
    assert eighth.anchor == "to-item-8"
    assert (eighth.status, eighth.ground, eighth.label) == (Relation.CARRIES_OUT, Ground.SUGGESTED, "文字相近")
    assert [(side.id, side.tie and side.tie.ground) for side in eighth.old] == [("jinan-2025/item-7", Ground.SUGGESTED)]
    twelfth = row(view, "huaiyin-2025/item-12")
    assert [side.id for side in twelfth.old] == ["jinan-2025/item-10", "jinan-2025/item-11"]


def test_city_requirements_without_like_wording() -> None:
    view = compared(portal(), "jinan-2025", "huaiyin-2025")
    assert view.only_old_heading == "市级要求尚未见承接表述"
    missing = " ".join(quote.text for one in view.only_old for quote in one.missing)
    for words in (
        "县域医共体",
        "市场准入负面清单",
        "招标公告要载明",
        "案例库全市共享",
        "统一技术平台信息资源库",
        "历次修订文本",
        "政务公开看济南",
    ):
        assert words in missing
    assert 18 <= sum(len(one.missing) for one in view.only_old) <= 26
    everything = json.dumps(plain(view), ensure_ascii=False)
    assert "未落实" not in everything
    assert "“文字上未见”只表示没有找到相近的文字，不表示没有落实。" in view.remarks


def test_both_directions_can_be_read() -> None:
    view = compared(portal(), "jinan-2025", "huaiyin-2025")
    fourth = next(one for one in view.by_old if one.id == "jinan-2025/item-4")
    assert [pointer.clause_id for pointer in fourth.rows] == ["huaiyin-2025/item-5", "huaiyin-2025/item-9"]
    assert [pointer.line for pointer in fourth.rows] == ["to-item-5", "to-item-9"]
    assert len(view.by_old) == 17  # 开头段落与16条


def test_nothing_of_laoshan_carries_out_jinan() -> None:
    for from_plan, to_plan in (("jinan-2025", "laoshan-2025"), ("laoshan-2025", "jinan-2025")):
        view = compared(portal(), from_plan, to_plan)
        assert view.kind is ComparisonKind.SIBLINGS
        relations = {one.status for one in view.rows} | {
            side.tie.relation
            for one in view.rows
            for side in one.old
            if side.tie and side.tie.ground is Ground.SUGGESTED
        }
        assert Relation.CARRIES_OUT not in relations
        labels = {one.label for one in view.rows if one.ground is Ground.SUGGESTED}
        assert labels == {"同源表述"}
        words = json.dumps(plain(view)["rows"], ensure_ascii=False)
        assert "承接" not in words.replace("衔接", "")


def test_a_gap_year_is_named_and_table_beside_prose_is_said() -> None:
    known = KnownDocument("huaiyin-2024-plan", "huaiyin", 2024, KnownKind.PLAN, "2024年槐荫区政务公开工作要点")
    base = portal("huaiyin-2023", "huaiyin-2025")
    held = Portal(base.facts, base.jurisdictions, base.units, base.groups, base.plans, (known,))
    view = compared(held, "huaiyin-2023", "huaiyin-2025")
    assert [(one.year, one.label, one.known) for one in view.absent_years] == [
        (2024, "2024年：未收录", ("huaiyin-2024-plan",))
    ]
    assert (view.old.part, view.new.part) == ("任务表", "要点正文")
    assert "2024年的文件没有收录，不知道这些变化出现在哪一年。" in view.remarks
    assert statuses(view)[SentenceStatus.SAME] == 0
    reworded = next(line for line in row(view, "huaiyin-2025/item-7").lines if line.status is SentenceStatus.REWORDED)
    assert [quote.place for quote in (*reworded.old, *reworded.new)] == ["第17行第2句", "（七）第2句"]


def test_comparing_real_documents_is_quick() -> None:
    held = portal()
    start = time.process_time()
    assert len(compare_all(held)) == 5
    assert time.process_time() - start < SOON


# 编辑认定与文字比对

OLD = [
    ("政策问答。", "完善政策问答平台运行机制，围绕高频政策咨询事项建设知识库。"),
    ("依申请公开。", "全面准确了解申请人诉求，提高办理答复质量，推动合理诉求的实质性解决。"),
    ("专区。", "积极开展重要政策现场解读、综合政策咨询、办事流程演示等活动。"),
]
NEW = [
    ("专区。", "积极开展重要政策现场解读、综合政策辅导、办事流程演示等活动。"),
    ("政策问答。", "完善政策问答平台运行机制，围绕高频政策咨询事项组建知识库。"),
    ("品牌。", "深化品牌建设，选取优势领域提炼典型经验。"),
]


def years(*links: Link, old: list[tuple[str, str]] = OLD, new: list[tuple[str, str]] = NEW) -> Comparison:
    link_sets = (LinkSet(LinkSetKind.YEARS, "east-2024", "east-2025", links),) if links else ()
    held = small_portal(prose_plan("east", 2024, old), prose_plan("east", 2025, new), link_sets=link_sets)
    view = compared(held, "east-2024", "east-2025")
    check_laws(held, view)
    return view


def test_years_without_declared_links() -> None:
    view = years()
    assert [(one.anchor, one.label) for one in view.rows] == [
        ("to-item-1", "改写"),
        ("to-item-2", "改写"),
        ("to-item-3", "新增"),
        ("from-item-2", "不再出现"),
    ]
    assert view.summary == "新增1处，不再出现1处，改写2处。"


def test_declared_links_win() -> None:
    declared = Link(("east-2024/item-2",), ("east-2025/item-3",), Relation.REWORDED, "编辑的理由")
    refused = Link(("east-2024/item-1",), ("east-2025/item-2",), Relation.NONE, "不是一回事")
    view = years(declared, refused)
    third = row(view, "east-2025/item-3")
    assert (third.anchor, third.ground, third.label, third.reasons) == (
        "to-item-3", Ground.DECLARED, "改写", ("编辑的理由",)
    )  # fmt: skip
    assert third.old[0].tie is not None
    assert (third.old[0].tie.score, third.old[0].tie.score_label) == (None, "")
    assert row(view, "east-2025/item-2").old == ()
    assert row(view, "east-2025/item-1").ground is Ground.SUGGESTED


def test_a_verdict_on_one_clause_suppresses_its_suggestions() -> None:
    view = years(
        Link((), ("east-2025/item-1",), Relation.NEW, "重新设立"),
        Link(("east-2024/item-1",), (), Relation.DROPPED, "不再安排"),
    )
    first = row(view, "east-2025/item-1")
    assert (first.old, first.status, first.ground, first.reasons) == ((), Relation.NEW, Ground.DECLARED, ("重新设立",))
    gone = row(view, old_id="east-2024/item-1")
    assert (gone.status, gone.ground, gone.reasons) == (Relation.DROPPED, Ground.DECLARED, ("不再安排",))
    assert not any(side.tie and side.tie.ground is Ground.SUGGESTED for one in view.rows for side in one.old)


def test_a_declared_task_of_prose_means_its_item_and_an_item_of_a_table_its_rows() -> None:
    held = portal("huaiyin-2023", "huaiyin-2025")
    heading = next(one for one in held.plans[0].items if "培训" in one.heading)
    links = LinkSet(
        LinkSetKind.YEARS, "huaiyin-2023", "huaiyin-2025",
        (Link((heading.id,), ("huaiyin-2025/item-15",), Relation.MERGED, "两行并为一条"),),
    )  # fmt: skip
    declared = Portal(held.facts, held.jurisdictions, held.units, held.groups, held.plans, link_sets=(links,))
    fifteenth = row(compared(declared, "huaiyin-2023", "huaiyin-2025"), "huaiyin-2025/item-15")
    assert [side.id for side in fifteenth.old if side.tie and side.tie.ground is Ground.DECLARED] == [
        "huaiyin-2023/task-41", "huaiyin-2023/task-42"
    ]  # fmt: skip
    assert fifteenth.label == "合并"


def test_prose_and_table_published_apart_are_reconciled_by_their_words() -> None:
    prose = prose_plan("east", 2025, OLD)
    full = with_table(prose_plan("east", 2025, [(heading, "") for heading, _ in OLD]), [(1, OLD[0][1]), (3, NEW[0][1])])
    empty = tuple(replace(one, parts=()) for one in full.items)
    table = replace(full, id="east-2025-table", form=Form.TABLE, sections=(replace(full.sections[0], items=empty),))
    held = small_portal(prose, table)
    assert comparisons(held) == (PlanPair(ComparisonKind.RECONCILIATION, "east-2025", "east-2025-table"),)
    view = compared(held, "east-2025", "east-2025-table")
    check_laws(held, view)
    # Several plans of a place and year may be laid beside a table: the title names which two these are.
    assert view.title == "东区2025年：要点正文（2025）与任务表（2025-table）"
    assert [(one.label, one.ground) for one in view.rows] == [
        ("文字相同", Ground.SUGGESTED), ("改写", Ground.SUGGESTED), ("任务表未见", Ground.NONE)
    ]  # fmt: skip


def test_headings_of_prose_and_table_are_reconciled_by_number() -> None:
    plan = with_table(prose_plan("east", 2025, OLD), [(1, OLD[0][1]), (2, OLD[1][1])])
    assert plan.table is not None
    labels = (
        Placement("一、重点任务", "（一）政策问答", Basis.STATED),
        Placement("", "(二) 依申请公开办理", Basis.STATED),
    )
    rows = tuple(replace(one, placement=label) for one, label in zip(plan.table.rows, labels, strict=True))
    items = tuple(replace(one, number=f"（{mark}）") for one, mark in zip(plan.items, "一二三", strict=True))
    held = small_portal(
        replace(plan, sections=(replace(plan.sections[0], items=items),), table=replace(plan.table, rows=rows))
    )
    view = compared(held, "east-2025", "east-2025")
    found = {
        (one.anchor, fact.label, segment.old, segment.new)
        for one in view.rows for fact in one.facts for segment in fact.segments if segment.changed
    }  # fmt: skip
    assert found == {("to-item-1-rows", "部分标题", "", "任务"), ("to-item-2-rows", "标题", "", "办理")}


# 移动、重复、拆分、合并

LONG = "严格落实信息发布“三审三校”制度，强化日常监管和季度检查，及时清理不需要长期保留的信息。"
MEDIA = "完善政务新媒体开设、备案、变更、注销流程，打造一批受群众欢迎的优质账号，坚决杜绝睡眠栏目。"
TRAINING = "采取指标讲解、典型案例分析等方式组织业务培训，编发典型案例，选派人员跟班学习。"


def test_a_sentence_in_another_clause_is_moved_and_one_changed_there_moved_and_edited() -> None:
    edited = LONG.replace("季度检查", "月度检查")
    for sentence, status in ((LONG, SentenceStatus.MOVED), (edited, SentenceStatus.MOVED_AND_EDITED)):
        view = years(
            old=[("新媒体。", MEDIA + LONG), ("培训。", TRAINING * 2 + "召开专题会议研究解决难点问题，形成工作台账。")],
            new=[("新媒体。", MEDIA), ("培训。", TRAINING + sentence + "召开专题会议研究解决难点问题，形成工作台账。")],
        )
        line = next(one for one in row(view, "east-2025/item-2").lines if one.new[0].text == sentence)
        assert (line.status, line.old[0].clause_id) == (status, "east-2024/item-1")
        assert [pointer.place for pointer in row(view, "east-2025/item-1").old[0].elsewhere] == ["（1）第2句"]


def test_a_sentence_said_twice_in_one_document_is_not_moved() -> None:
    once = [("新媒体。", MEDIA), ("培训。", TRAINING + LONG)]
    twice = [("新媒体。", MEDIA + LONG), ("培训。", TRAINING + LONG)]
    for old, new in ((once, twice), (twice, once), (twice, twice)):
        found = statuses(years(old=old, new=new))
        assert found[SentenceStatus.MOVED] == found[SentenceStatus.ADDED] == found[SentenceStatus.REMOVED] == 0
        assert found[SentenceStatus.REPEATED] == abs(
            sum(LONG in text for _, text in old) - sum(LONG in t for _, t in new)
        )


def test_a_clause_that_only_changed_its_place_is_moved() -> None:
    texts = [("新媒体。", MEDIA), ("培训。", TRAINING), ("审核。", LONG)]
    view = years(old=texts, new=[texts[2], texts[0], texts[1]])
    assert [one.label for one in view.rows] == ["移动", "文字相同", "文字相同"]
    assert statuses(view) == Counter({SentenceStatus.SAME: 3})


def test_form_only_is_a_class_of_its_own() -> None:
    view = years(old=[("审核。", LONG)], new=[("审核。", LONG.replace("，", ",").replace("“三审三校”", "三审三校"))])
    assert statuses(view) == Counter({SentenceStatus.FORM_ONLY: 1})
    assert [one.changed for one in view.rows] == [False]


def test_merged_and_split_sentences_stand_together() -> None:
    first, second = "完善政务新媒体开设、备案、变更、注销流程。", "打造一批受群众欢迎的优质账号，坚决杜绝睡眠栏目。"
    view = years(old=[("新媒体。", MEDIA)], new=[("新媒体。", first + second)])
    assert [(len(line.old), len(line.new)) for line in view.rows[0].lines] == [(1, 2)]
    back = years(old=[("新媒体。", first + second)], new=[("新媒体。", MEDIA)])
    assert [(len(line.old), len(line.new)) for line in back.rows[0].lines] == [(2, 1)]


def test_merged_and_split_clauses() -> None:
    apart = [("新媒体。", MEDIA), ("培训。", TRAINING)]
    together = [("队伍和账号。", MEDIA + TRAINING)]
    assert [one.label for one in years(old=apart, new=together).rows] == ["合并"]
    changed = [("队伍和账号。", MEDIA.replace("坚决杜绝", "着力消除") + TRAINING)]
    assert [one.label for one in years(old=apart, new=changed).rows] == ["合并"]
    assert [one.label for one in years(old=changed, new=apart).rows] == ["拆分", "拆分"]


# 任意内容


def any_plans(place: str) -> st.SearchStrategy[tuple[Plan, Plan]]:
    return st.builds(
        lambda old, new, preamble, closing, rows: (
            prose_plan("city", 2025, old, preamble, closing),
            with_table(prose_plan(place, 2025, new, preamble), [(of % (len(new) + 1), text) for of, text in rows]),
        ),
        ITEMS, ITEMS, TEXTS, TEXTS, st.lists(st.tuples(st.integers(0, 9), TEXTS), max_size=6),
    )  # fmt: skip


@given(st.sampled_from(["east", "far"]).flatmap(any_plans))
@settings(max_examples=80)
def test_laws_hold_for_any_two_plans(plans: tuple[Plan, Plan]) -> None:
    held = small_portal(*plans)
    check_laws(held, compared(held, plans[0].id, plans[1].id))
    check_laws(held, compared(held, plans[1].id, plans[0].id))
    check_laws(held, compared(held, plans[1].id, plans[1].id))


RELATIONS = st.sampled_from(list(Relation))
ANY_LINKS = st.lists(
    st.builds(
        lambda olds, news, relation: Link(
            tuple(f"east-2024/item-{n}" for n in olds), tuple(f"east-2025/item-{n}" for n in news), relation, "理由"
        ),
        st.lists(st.integers(1, 7), max_size=2), st.lists(st.integers(1, 7), max_size=2), RELATIONS,
    ),
    max_size=4,
)  # fmt: skip


@given(ITEMS, ITEMS, ANY_LINKS)
@settings(max_examples=80)
def test_laws_hold_whatever_is_declared(
    old: list[tuple[str, str]], new: list[tuple[str, str]], links: list[Link]
) -> None:
    years(*links, old=old, new=new)


@given(ITEMS)
@settings(max_examples=40)
def test_a_plan_beside_itself_only_stays(items: list[tuple[str, str]]) -> None:
    view = years(old=items, new=items)
    assert not {SentenceStatus.ADDED, SentenceStatus.REMOVED, SentenceStatus.MOVED} & set(statuses(view))


def test_json_holds_only_plain_values_and_no_picture() -> None:
    data = plain(years())
    assert json.loads(json.dumps(data, ensure_ascii=False)) == data
    assert list(data)[:5] == ["kind", "kind_label", "title", "old", "new"]
    assert "outline" not in data
    assert data["rows"][0]["lines"][0]["segments"][0] == {  # type: ignore[index]
        "kind": "equal", "old": "积极开展重要政策现场解读、综合政策", "new": "积极开展重要政策现场解读、综合政策"
    }  # fmt: skip


def test_the_picture_draws_every_clause_and_tie_inside_its_frame() -> None:
    view = compared(portal(), "jinan-2025", "huaiyin-2025")
    picture = view.outline
    assert (len(picture.left), len(picture.right)) == (17, 18)
    assert len(picture.links) == sum(len(one.old) * len(one.new) for one in view.rows)
    assert all(box.x >= 0 and box.x + box.width <= picture.width for box in (*picture.left, *picture.right))
    assert all(box.y >= 0 and box.y + box.height <= picture.height for box in (*picture.left, *picture.right))
    first = picture.links[0]
    assert first.path == f"M{208} {19}C{320} {19} {320} {19} {432} {19}"
    assert first.anchor == view.rows[0].anchor
