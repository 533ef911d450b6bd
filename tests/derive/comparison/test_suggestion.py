import time

import judged_pairs as judged
import pytest
from comparison_documents import portal
from hypothesis import given, settings
from hypothesis import strategies as st
from plans_in_words import ITEMS, prose_plan, small_portal

from sitegen.derive.comparison import corpus_of, suggest
from sitegen.derive.comparison.clauses import clauses_of
from sitegen.derive.comparison.scoring import scores
from sitegen.derive.comparison.similarity import Described, described, side_of
from sitegen.model import Relation
from tests.conftest import SOON


def number(clause_id: str) -> int:
    return int(clause_id.rpartition("-")[2])


def suggested(from_plan: str, to_plan: str, *held: str) -> judged.Pairs:
    found = suggest(portal(*held), from_plan, to_plan)
    return frozenset((number(one.from_id), number(one.to_id)) for one in found if "closing" not in one.from_id)


def quality(found: judged.Pairs, kept: judged.Pairs, unsettled: judged.Pairs) -> float:
    """F1 of suggestions; pairs on which readers may differ count neither way."""
    right = len(found & kept)
    return 2 * right / (2 * right + len(found - kept - unsettled) + len(kept - found))


@pytest.mark.parametrize(
    ("from_plan", "to_plan", "kept", "unsettled", "least"),
    [
        ("huaiyin-2023", "huaiyin-2025", judged.HUAIYIN_2023_TO_2025, judged.HUAIYIN_OPEN, 0.85),
        ("zhangqiu-2024", "jinan-2025", judged.ZHANGQIU_TO_JINAN, judged.ZHANGQIU_TO_JINAN_OPEN, 0.85),
        ("zhangqiu-2024", "huaiyin-2025", judged.ZHANGQIU_TO_HUAIYIN, judged.ZHANGQIU_TO_HUAIYIN_OPEN, 0.85),
        ("jinan-2025", "huaiyin-2025", judged.JINAN_TO_HUAIYIN, judged.JINAN_TO_HUAIYIN_OPEN, 0.85),
        ("laoshan-2025", "jinan-2025", judged.LAOSHAN_TO_JINAN, judged.LAOSHAN_TO_JINAN_OPEN, 0.85),
    ],
)
def test_suggestions_agree_with_a_reader(
    from_plan: str, to_plan: str, kept: judged.Pairs, unsettled: judged.Pairs, least: float
) -> None:
    assert quality(suggested(from_plan, to_plan), kept, unsettled) >= least
    # 只收录这两份文件时也一样
    assert quality(suggested(from_plan, to_plan, from_plan, to_plan), kept, unsettled) >= 0.8


def test_best_city_clause_of_every_district_item_is_the_right_one() -> None:
    best: dict[int, int] = {}
    for one in suggest(portal(), "jinan-2025", "huaiyin-2025"):
        best.setdefault(number(one.to_id), number(one.from_id))
    right = [item for item, wanted in judged.BEST_OF_JINAN.items() if best.get(item) in wanted]
    assert right == list(range(1, 18))


def test_only_few_rows_of_2023_continue() -> None:
    assert 8 <= len(suggested("huaiyin-2023", "huaiyin-2025")) <= 16


def test_every_suggestion_shows_words_that_both_clauses_have() -> None:
    found = suggest(portal(), "huaiyin-2023", "huaiyin-2025")
    assert all(one.phrases for one in found)
    row_20 = next(one for one in found if one.from_id == "huaiyin-2023/task-20")
    assert row_20.phrases == ("对申请公开频次高的文件进行评估审查", "可公开的要予以公开")
    row_13 = next(one for one in found if one.from_id == "huaiyin-2023/task-13")
    assert row_13.phrases == ("同步组织、同步审签、同步部署", "解读方案、解读材料")


def test_relations_by_the_places_of_the_plans() -> None:
    def relations(from_plan: str, to_plan: str) -> set[Relation]:
        return {one.relation for one in suggest(portal(), from_plan, to_plan)}

    assert relations("jinan-2025", "huaiyin-2025") == {Relation.CARRIES_OUT}
    assert relations("laoshan-2025", "jinan-2025") == {Relation.SAME_SOURCE}
    assert relations("jinan-2025", "laoshan-2025") == {Relation.SAME_SOURCE}
    assert relations("huaiyin-2025", "laoshan-2025") == {Relation.SAME_SOURCE}
    assert relations("zhangqiu-2024", "jinan-2025") == {Relation.SAME_SOURCE}
    assert Relation.CARRIES_OUT not in relations("huaiyin-2023", "huaiyin-2025")


def test_wording_kept_whole_reworded_or_in_part() -> None:
    kept = "完善依申请公开办理中的法制审核流程，充分发挥政府法律顾问、公职律师作用。"
    before = prose_plan(
        "east", 2024, [("审核。", kept), ("培训。", "每年组织两次业务培训，编发典型案例，选派人员跟班学习。")]
    )
    after = prose_plan(
        "east", 2025,
        [("培训。", "每年组织三次业务培训，编发典型案例，选派骨干跟班学习，认真总结经验，开展交流分享，推广先进做法，形成长效机制。"),
         ("审核。", kept)],
    )  # fmt: skip
    found = suggest(small_portal(before, after), "east-2024", "east-2025")
    assert [(one.from_id, one.to_id, one.relation, one.score) for one in found][:1] == [
        ("east-2024/item-1", "east-2025/item-2", Relation.CONTINUED, 1.0)
    ]
    assert {(one.from_id, one.to_id): one.relation for one in found}[
        "east-2024/item-2", "east-2025/item-1"
    ] is Relation.PARTLY_KEPT


STOCK = "各单位要提高认识、加强领导、压实责任、狠抓落实。"
TOPICS = (
    "托育服务设施建设",
    "公共资源交易平台",
    "重污染天气应急响应",
    "行政执法检查计划",
    "老旧小区改造进度",
    "惠农补贴资金发放",
)


def test_stock_phrases_do_not_decide() -> None:
    before = prose_plan("east", 2024, [("公开。", f"{STOCK}公布{topic}的情况。") for topic in TOPICS])
    after = prose_plan("east", 2025, [("公开。", f"{STOCK}公布{topic}的情况。") for topic in reversed(TOPICS)])
    found = suggest(small_portal(before, after), "east-2024", "east-2025")
    assert sorted((number(one.from_id), number(one.to_id)) for one in found) == [(n, 7 - n) for n in range(1, 7)]


def test_names_of_units_do_not_decide() -> None:
    before = prose_plan("east", 2024, [("托育。", "各街道办事处和区政府各部门公布托育服务设施建设情况。")])
    after = prose_plan("east", 2025, [("应急。", "各街道办事处和区政府各部门发布重污染天气应急响应。")])
    assert suggest(small_portal(before, after), "east-2024", "east-2025") == ()


def test_a_slogan_of_one_place_and_year_does_not_count() -> None:
    body = "围绕就业创业公布补贴申领条件、办理程序和审批结果，做好政策解读。"
    after = prose_plan("east", 2025, [("就业。", body.replace("办理程序", "办理流程"))])

    def score(text: str) -> float:
        return suggest(small_portal(prose_plan("east", 2024, [("就业。", text)]), after), "east-2024", "east-2025")[
            0
        ].score

    assert score("以“百日攻坚大干快上项目提速年”为牵引，" + body) == pytest.approx(score("以为牵引，" + body), abs=0.01)


def test_a_sentence_said_twice_in_one_plan_does_not_tie_other_clauses() -> None:
    twice = "推动便民热线与政务服务平台、政府网站互动交流系统互联互通，共享政策问答知识库。"
    items = [
        (
            "优化服务。",
            "建设“一件事”专题专栏，实现政策集成式发布。" + twice + "加强市场监管制度规则的更新发布，提高监管透明度。",
        ),
        (
            "数字化。",
            "推进人工智能、大数据等新技术应用，构建智能问答场景。"
            + twice
            + "提高入库文件质量，确保全量覆盖、要素齐全。",
        ),
    ]
    found = suggest(
        small_portal(prose_plan("east", 2024, items), prose_plan("east", 2025, items)), "east-2024", "east-2025"
    )
    best = [(number(one.from_id), number(one.to_id)) for one in found if one.score > 0.5]
    assert best == [(1, 1), (2, 2)]


@given(ITEMS, ITEMS)
@settings(max_examples=60)
def test_suggestions_are_of_the_two_plans_ranked_and_each_once(
    old: list[tuple[str, str]], new: list[tuple[str, str]]
) -> None:
    held = small_portal(prose_plan("east", 2024, old), prose_plan("east", 2025, new))
    found = suggest(held, "east-2024", "east-2025")
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert all(0 < one.score <= 1 for one in found)
    ids = [(one.from_id, one.to_id) for one in found]
    assert len(ids) == len(set(ids))
    assert all(a.startswith("east-2024/") and b.startswith("east-2025/") for a, b in ids)
    assert suggest(held, "east-2024", "east-2025") == found


@given(st.integers(0, 4), ITEMS)
@settings(max_examples=40)
def test_scores_do_not_depend_on_the_order_of_clauses(turn: int, items: list[tuple[str, str]]) -> None:
    held = small_portal(prose_plan("east", 2024, items), prose_plan("east", 2025, items[::-1]))
    corpus = corpus_of(held)
    old, new = ([described(clause, corpus) for clause in clauses_of(plan)] for plan in held.plans)
    turned = old[turn:] + old[:turn]

    def by_id(left: list[Described]) -> dict[tuple[str, str], float]:
        found = scores(side_of(left), side_of(new), corpus)
        return {(left[i].clause.id, new[j].clause.id): score for (i, j), score in found.items()}

    plain, other = by_id(old), by_id(turned)
    assert plain == other


def test_sixty_by_sixty_clauses_are_compared_soon() -> None:
    texts = [text for plan in portal().plans for clause in clauses_of(plan) for text in [clause.sentences]]
    bodies = ["".join(quote.text for quote in text) for text in texts]
    old = prose_plan("east", 2024, [("公开。", body) for body in bodies[:60]])
    new = prose_plan("east", 2025, [("公开。", body) for body in bodies[30:90]])
    held = small_portal(old, new)
    start = time.process_time()
    assert len(suggest(held, "east-2024", "east-2025")) >= 30
    assert time.process_time() - start < SOON


def test_rows_of_zhangqiu_find_their_items_by_their_words() -> None:
    placed = {(row.item_id, row.id) for plan in portal().plans if plan.id == "zhangqiu-2024" for row in plan.tasks}
    found = {(one.from_id, one.to_id) for one in suggest(portal(), "zhangqiu-2024", "zhangqiu-2024")}
    assert len(placed) == 58
    assert found == placed
