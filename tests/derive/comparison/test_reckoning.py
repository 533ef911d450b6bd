"""Whatever was edited, adding up what changed comes to the same as adding up everything; what was kept, to the same comparisons."""

from __future__ import annotations

from dataclasses import replace

import made_up_plans as made_up
from hypothesis import given, settings
from hypothesis import strategies as st
from plans_in_words import prose_plan, small_portal
from test_grounds import edited, edits

from sitegen.derive.comparison.comparison import compare_all, made_beforehand
from sitegen.derive.comparison.reckoning import IN_PLAN, NOTHING
from sitegen.derive.comparison.similarity import wording_of
from sitegen.memo import Memo, NoMemo
from sitegen.model import Portal

steps = st.lists(edits | st.integers(0, 5), min_size=1, max_size=4)


def after(portal: Portal, step: tuple[int, int, list[str]] | int) -> Portal:
    """The portal after an edit of one plan, or without one of its plans."""
    if isinstance(step, int):
        return replace(portal, plans=tuple(plan for number, plan in enumerate(portal.plans) if number != step))
    return edited(portal, *step)


@settings(max_examples=25, deadline=None)
@given(steps)
def test_a_sum_begun_with_an_earlier_one_is_the_whole_sum(sequence: list[tuple[int, int, list[str]] | int]) -> None:
    portal, memo = made_up.made_up_portal(), Memo()
    wording_of(portal, memo)
    memo.next_build()
    for step in sequence:
        portal = after(portal, step)
        assert wording_of(portal, memo).reckoning == wording_of(portal, NoMemo()).reckoning
        memo.next_build()


@settings(max_examples=10, deadline=None)
@given(steps)
def test_comparisons_made_with_what_was_kept_are_those_made_anew(sequence: list[tuple[int, int, list[str]] | int]) -> None:
    portal, memo = made_up.made_up_portal(), Memo()
    for step in (None, *sequence):
        portal = portal if step is None else after(portal, step)
        assert made_beforehand(portal, memo, lambda work, known: map(work, known)) == compare_all(portal)
        memo.next_build()


def test_runs_are_counted_by_clauses_and_plans() -> None:
    held = small_portal(
        prose_plan("city", 2025, [("公开。", "公开预算。"), ("解读。", "公开预算。")]), prose_plan("far", 2025, [("预算。", "决算。")])
    )
    reckoning = wording_of(held, NoMemo()).reckoning
    assert (reckoning.counts["公开"], reckoning.counts["预算"], reckoning.counts["决算"]) == (2 + IN_PLAN, 3 + 2 * IN_PLAN, 1 + IN_PLAN)
    assert "开解" not in reckoning.counts
    assert wording_of(replace(held, plans=()), NoMemo()).reckoning.counts == NOTHING.counts
