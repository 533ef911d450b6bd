"""A comparison that was packed is opened as it was, and what stands beside the packed whole says the same as the whole."""

import made_up_plans as made_up
import pytest

from sitegen.derive.comparison import ComparisonKind, PlanPair, compare, comparisons, prepared
from sitegen.model import Portal


@pytest.fixture(scope="module")
def portal() -> Portal:
    return made_up.made_up_portal()


def test_what_is_opened_is_the_comparison_and_is_small_until_then(portal: Portal) -> None:
    pairs = comparisons(portal)
    assert {pair.kind for pair in pairs} >= {ComparisonKind.YEARS, ComparisonKind.LEVELS}
    for pair in pairs:
        whole = compare(portal, pair)
        kept = prepared(whole)
        assert kept.opened() == whole
        assert (kept.heading, kept.summary) == (whole.heading, whole.summary)
        assert len(kept.packed_whole) * 5 < len(repr(whole).encode())


def test_bonds_are_those_of_the_rows(portal: Portal) -> None:
    for pair in comparisons(portal):
        whole = compare(portal, pair)
        tied = [(old.id, new.id, row.anchor) for row in whole.rows for old in row.old if old.tie for new in row.new]
        assert tied
        assert [(bond.old.id, bond.new.id, bond.row) for bond in prepared(whole).bonds] == tied


def test_only_a_place_below_has_a_column_beside_its_superior(portal: Portal) -> None:
    years = prepared(compare(portal, PlanPair(ComparisonKind.YEARS, "jiangbei-2023", "jiangbei-2024"))).column()
    assert (years.clauses, years.cells) == ((), {})
    city = prepared(compare(portal, PlanPair(ComparisonKind.LEVELS, "jiangbei-2024", "linjiang-2024"))).column()
    plan = next(plan for plan in portal.plans if plan.id == "jiangbei-2024")
    assert [clause.id for clause in city.clauses] == [item.id for item in (*plan.items, *plan.closing)]
    assert {clause.id.partition("/")[0] for cell in city.cells.values() for clause in cell} == {"linjiang-2024"}
