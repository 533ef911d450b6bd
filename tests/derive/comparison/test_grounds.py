"""Equal grounds, equal comparison: whatever was edited elsewhere in the portal; and most edits leave most grounds alone."""

from __future__ import annotations

from dataclasses import replace

import made_up_plans as made_up
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.derive.comparison import compared, comparisons, matters
from sitegen.derive.comparison.facts import facts_of
from sitegen.derive.comparison.grounds import Grounds, grounds
from sitegen.derive.comparison.matter import described_matters
from sitegen.derive.comparison.similarity import corpus_for, wording_of
from sitegen.derive.comparison.view import Comparison
from sitegen.memo import NoMemo
from sitegen.model import Item, Part, Plan, Portal

WORDS = ("公开", "政策解读", "预算决算", "“一件事”", "2次", "义务教育", "临江区", "。")
edits = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6), st.lists(st.sampled_from(WORDS), max_size=4))


def edited(portal: Portal, plan_number: int, item_number: int, words: list[str]) -> Portal:
    """The portal with words added to one item of one plan, or with the item taken out where there are none."""
    plan = portal.plans[plan_number % len(portal.plans)]
    chosen = plan.items[item_number % len(plan.items)]

    def changed(item: Item) -> tuple[Item, ...]:
        if item is not chosen:
            return (item,)
        return (replace(item, parts=(*item.parts, Part("".join(words)))),) if words else ()

    sections = tuple(replace(one, items=tuple(new for item in one.items for new in changed(item))) for one in plan.sections)
    return with_plan(portal, replace(plan, sections=sections))


def with_plan(portal: Portal, plan: Plan) -> Portal:
    return replace(portal, plans=tuple(plan if one.id == plan.id else one for one in portal.plans))


def made(portal: Portal) -> dict[Grounds, Comparison]:
    wording, facts = wording_of(portal, NoMemo()), tuple(facts_of(portal, comparisons(portal)))
    corpus = corpus_for(wording, wording.said)
    found = described_matters(corpus, matters(wording.spoken, facts))
    return dict(zip(grounds(wording, facts), (compared(corpus, one) for one in found), strict=True))


@settings(max_examples=25, deadline=None)
@given(st.lists(edits, min_size=1, max_size=3))
def test_a_comparison_whose_grounds_stayed_is_the_same(sequence: list[tuple[int, int, list[str]]]) -> None:
    portal = made_up.made_up_portal()
    before = made(portal)
    for plan_number, item_number, words in sequence:
        portal = edited(portal, plan_number, item_number, words)
    after = made(portal)
    assert {key: after[key] for key in before.keys() & after.keys()} == {key: before[key] for key in before.keys() & after.keys()}


def test_a_word_of_one_plan_changes_the_comparisons_of_that_plan() -> None:
    portal = made_up.made_up_portal()
    changed = edited(portal, 0, 0, ["珊瑚礁"])
    before, after = made(portal), made(changed)
    gone = [before[key] for key in before.keys() - after.keys()]
    assert gone
    assert {portal.plans[0].id} & {side for one in gone for side in (one.old.plan_id, one.new.plan_id)}
    assert len(before.keys() & after.keys()) >= 1
