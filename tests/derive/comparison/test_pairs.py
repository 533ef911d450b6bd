from dataclasses import replace

from comparison_documents import portal
from plans_in_words import prose_plan, small_portal, with_table

from sitegen.derive.comparison import (
    ComparisonKind,
    PlanPair,
    compare,
    compare_all,
    comparisons,
    kind_of,
    same_source_pairs,
    siblings,
    side_by_side,
)
from sitegen.derive.comparison.similarity import wording_of
from sitegen.derive.comparison.view import Ground
from sitegen.memo import NoMemo
from sitegen.model import Jurisdiction, Level, Link, LinkSet, LinkSetKind, Portal, Relation

TEXT = [("公开。", "完善政策问答平台运行机制，围绕高频政策咨询事项建设知识库。")]


def of_same_source(held: Portal) -> tuple[PlanPair, ...]:
    return same_source_pairs(held, wording_of(held, NoMemo()), NoMemo())


def test_pairs_of_the_real_documents() -> None:
    assert comparisons(portal()) == (
        PlanPair(ComparisonKind.YEARS, "huaiyin-2023", "huaiyin-2025"),
        PlanPair(ComparisonKind.LEVELS, "jinan-2025", "huaiyin-2025"),
        PlanPair(ComparisonKind.RECONCILIATION, "zhangqiu-2024", "zhangqiu-2024"),
    )
    found = of_same_source(portal())
    assert {(pair.from_plan, pair.to_plan) for pair in found} == {
        ("jinan-2025", "laoshan-2025"), ("huaiyin-2025", "laoshan-2025")
    }  # fmt: skip


def test_the_year_before_of_a_place_and_ancestors_of_the_same_year_only() -> None:
    held = small_portal(
        prose_plan("city", 2024, TEXT), prose_plan("city", 2025, TEXT), prose_plan("east", 2021, TEXT),
        prose_plan("east", 2024, TEXT), prose_plan("east", 2025, TEXT), prose_plan("west", 2025, TEXT),
        prose_plan("far", 2025, TEXT),
    )  # fmt: skip
    found = [(pair.kind.value, pair.from_plan, pair.to_plan) for pair in comparisons(held)]
    assert found == [
        ("years", "city-2024", "city-2025"),
        ("years", "east-2021", "east-2024"),
        ("levels", "city-2024", "east-2024"),
        ("years", "east-2024", "east-2025"),
        ("levels", "city-2025", "east-2025"),
        ("levels", "city-2025", "west-2025"),
    ]


OTHER = [("培训。", "采取指标讲解、典型案例分析等方式组织业务培训，编发典型案例。")]


def test_only_like_plans_of_one_year_without_one_above_the_other_may_share_a_source() -> None:
    held = small_portal(
        prose_plan("east", 2025, TEXT), prose_plan("west", 2025, TEXT), prose_plan("far", 2025, TEXT),
        prose_plan("west", 2024, TEXT),
    )  # fmt: skip
    assert of_same_source(held) == (PlanPair(ComparisonKind.SIBLINGS, "east-2025", "west-2025"),)
    unlike = small_portal(prose_plan("east", 2025, TEXT), prose_plan("west", 2025, OTHER))
    assert of_same_source(unlike) == ()
    links = LinkSet(LinkSetKind.SIBLINGS, "west-2025", "east-2025", ())
    declared = small_portal(prose_plan("east", 2025, TEXT), prose_plan("west", 2025, TEXT), link_sets=(links,))
    pairs = [(one.heading.kind, one.heading.old.plan_id, one.heading.new.plan_id) for one in compare_all(declared)]
    assert pairs == [(ComparisonKind.SIBLINGS, "west-2025", "east-2025")]


def test_places_whose_superior_plan_is_held_stand_side_by_side_under_it_and_are_not_compared_again() -> None:
    held = small_portal(*(prose_plan(place, 2025, TEXT) for place in ("city", "east", "west")))
    assert of_same_source(held) == ()
    earlier = small_portal(
        prose_plan("city", 2024, TEXT), prose_plan("east", 2025, TEXT), prose_plan("west", 2025, TEXT)
    )
    assert of_same_source(earlier) == (
        PlanPair(ComparisonKind.SIBLINGS, "east-2025", "west-2025"),
    )


def test_the_number_of_pairs_grows_with_that_of_the_plans() -> None:
    places = tuple(
        Jurisdiction(f"place{n}", f"{n}区", f"甲市{n}区", Level.DISTRICT, "city", ("city",)) for n in range(12)
    )
    plans = [prose_plan(place.id, year, TEXT) for place in places for year in (2024, 2025)]
    base = small_portal(*plans)
    held = replace(base, jurisdictions=(*base.jurisdictions, *places))
    assert len(comparisons(held)) == 12
    assert len(of_same_source(held)) <= 2 * len(plans)


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
    links = LinkSet(
        LinkSetKind.LEVELS, "city-2025", "west-2025",
        (Link(("city-2025/item-2",), ("west-2025/item-1",), Relation.CARRIES_OUT, "理由"),),
    )  # fmt: skip
    held = small_portal(
        prose_plan("city", 2025, TEXT + OTHER, preamble="为做好工作，制定本要点。"),
        prose_plan("east", 2025, OTHER + TEXT, preamble="为做好工作，制定本要点。"),
        prose_plan("west", 2025, OTHER), prose_plan("far", 2025, TEXT), prose_plan("east", 2024, TEXT), link_sets=(links,),
    )  # fmt: skip
    (under,) = side_by_side(compare_all(held))
    found = siblings(under)
    assert found.superior.plan_id == "city-2025"
    assert [plan.plan_id for plan in found.plans] == ["east-2025", "west-2025"]
    cells = [[[one.id for one in cell] for cell in row.cells] for row in found.rows]
    assert cells == [[["east-2025/item-2"], []], [["east-2025/item-1"], ["west-2025/item-1"]]]
    assert [cell[0].tie.ground for cell in found.rows[1].cells] == [Ground.SUGGESTED, Ground.DECLARED]
    assert [cell[0].tie.label for cell in found.rows[1].cells] == ["文字相近", "承接"]
    assert [cell[0].row for cell in found.rows[1].cells] == ["to-item-1", "to-item-1"]


def test_one_place_below_is_no_table_of_places() -> None:
    assert side_by_side(compare_all(portal())) == ()


def test_two_versions_of_one_document_are_compared_where_an_editor_says_so() -> None:
    before = prose_plan("east", 2025, TEXT + OTHER)
    after = replace(prose_plan("east", 2025, TEXT), id="east-2025-corrected")
    items = tuple(
        replace(one, id=one.id.replace("east-2025/", "east-2025-corrected/"), plan_id=after.id) for one in after.items
    )
    after = replace(after, sections=(replace(after.sections[0], items=items),))
    assert comparisons(small_portal(before, after)) == ()
    links = LinkSet(LinkSetKind.REVISION, before.id, after.id, ())
    held = small_portal(before, after, link_sets=(links,))
    (pair,) = comparisons(held)
    view = compare(held, pair)
    assert (view.kind, view.kind_label, view.title) == (
        ComparisonKind.REVISION, "修订对照", "东区2025年：修订前（2025）与修订后（2025-corrected）"
    )  # fmt: skip
    assert [row.label for row in view.rows] == ["文字相同", "删去"]
    assert of_same_source(held) == ()
