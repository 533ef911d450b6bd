from comparison_documents import portal
from plans_in_words import prose_plan, small_portal, with_table

from sitegen.derive.comparison import ComparisonKind, PlanPair, comparisons, corpus_of, kind_of, sibling_pairs, siblings
from sitegen.derive.comparison.view import Ground
from sitegen.model import Link, LinkSet, LinkSetKind, Relation

TEXT = [("公开。", "完善政策问答平台运行机制，围绕高频政策咨询事项建设知识库。")]


def test_pairs_of_the_real_documents() -> None:
    assert comparisons(portal()) == (
        PlanPair(ComparisonKind.YEARS, "huaiyin-2023", "huaiyin-2025"),
        PlanPair(ComparisonKind.LEVELS, "jinan-2025", "huaiyin-2025"),
        PlanPair(ComparisonKind.RECONCILIATION, "zhangqiu-2024", "zhangqiu-2024"),
    )
    assert sibling_pairs(portal()) == ()


def test_all_years_of_a_place_and_ancestors_of_the_same_year_only() -> None:
    held = small_portal(
        prose_plan("city", 2024, TEXT), prose_plan("city", 2025, TEXT), prose_plan("east", 2023, TEXT),
        prose_plan("east", 2024, TEXT), prose_plan("east", 2025, TEXT), prose_plan("west", 2025, TEXT),
        prose_plan("far", 2025, TEXT),
    )  # fmt: skip
    found = [(pair.kind.value, pair.from_plan, pair.to_plan) for pair in comparisons(held)]
    assert found == [
        ("years", "city-2024", "city-2025"),
        ("years", "east-2023", "east-2024"),
        ("levels", "city-2024", "east-2024"),
        ("years", "east-2024", "east-2025"),
        ("years", "east-2023", "east-2025"),
        ("levels", "city-2025", "east-2025"),
        ("levels", "city-2025", "west-2025"),
    ]
    assert sibling_pairs(held) == (PlanPair(ComparisonKind.SIBLINGS, "east-2025", "west-2025"),)


def test_what_an_editor_declared_is_compared_too() -> None:
    links = LinkSet(LinkSetKind.LEVELS, "city-2024", "east-2025", (Link((), ("east-2025/item-1",), Relation.NEW),))
    held = small_portal(prose_plan("city", 2024, TEXT), prose_plan("east", 2025, TEXT), link_sets=(links,))
    assert comparisons(held) == (PlanPair(ComparisonKind.LEVELS, "city-2024", "east-2025"),)


def test_kinds() -> None:
    city, east, older = prose_plan("city", 2025, TEXT), prose_plan("east", 2025, TEXT), prose_plan("east", 2024, TEXT)
    west, far = prose_plan("west", 2025, TEXT), prose_plan("far", 2025, TEXT)
    held = small_portal(city, east, older, west, far)
    assert kind_of(held, city, east) is kind_of(held, east, city) is ComparisonKind.LEVELS
    assert kind_of(held, city, older) is ComparisonKind.SIBLINGS
    assert kind_of(held, east, west) is kind_of(held, city, far) is ComparisonKind.SIBLINGS
    assert kind_of(held, older, east) is ComparisonKind.YEARS
    assert (
        kind_of(held, with_table(east, [(1, "甲。")]), with_table(east, [(1, "甲。")])) is ComparisonKind.RECONCILIATION
    )


def test_places_under_one_superior_stand_side_by_side() -> None:
    other = [("培训。", "采取指标讲解、典型案例分析等方式组织业务培训，编发典型案例。")]
    links = LinkSet(
        LinkSetKind.LEVELS, "city-2025", "west-2025",
        (Link(("city-2025/item-2",), ("west-2025/item-1",), Relation.CARRIES_OUT, "理由"),),
    )  # fmt: skip
    held = small_portal(
        prose_plan("city", 2025, TEXT + other), prose_plan("east", 2025, other + TEXT), prose_plan("west", 2025, other),
        prose_plan("far", 2025, TEXT), prose_plan("east", 2024, TEXT), link_sets=(links,),
    )  # fmt: skip
    found = siblings(corpus_of(held), "city-2025")
    assert found.plans == ("east-2025", "west-2025")
    cells = [[[one.id for one in cell] for cell in row.cells] for row in found.rows]
    assert cells == [[["east-2025/item-2"], []], [["east-2025/item-1"], ["west-2025/item-1"]]]
    assert [cell[0].tie.ground for cell in found.rows[1].cells] == [Ground.SUGGESTED, Ground.DECLARED]
    assert [cell[0].tie.label for cell in found.rows[1].cells] == ["文字相近", "承接"]


def test_no_places_below() -> None:
    assert siblings(corpus_of(portal()), "laoshan-2025").plans == ()
