"""Whatever was edited, adding up what changed comes to the same as adding up everything; what was kept, to the same comparisons."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import made_up_plans as made_up
from hypothesis import given, settings
from hypothesis import strategies as st
from plans_in_words import prose_plan, small_portal
from test_grounds import edited, edits

from sitegen.derive.comparison.comparison import compare_all, made_beforehand
from sitegen.derive.comparison.prepared import Prepared
from sitegen.derive.comparison.quotations import NOTHING_QUOTED, name_of, quotations_of
from sitegen.derive.comparison.reckoning import IN_PLAN, NOTHING
from sitegen.derive.comparison.similarity import wording_of
from sitegen.derive.comparison.spoken import Said
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


def shown(made: Iterable[Prepared]) -> list[tuple[object, ...]]:
    """All that readers may see of some comparisons; their fingerprints may differ where that is the same."""
    return [(one.opened(), one.heading, one.bonds, one.column(), one.summary) for one in made]


@settings(max_examples=10, deadline=None)
@given(steps)
def test_comparisons_made_with_what_was_kept_are_those_made_anew(sequence: list[tuple[int, int, list[str]] | int]) -> None:
    portal, memo = made_up.made_up_portal(), Memo()
    for step in (None, *sequence):
        portal = portal if step is None else after(portal, step)
        assert shown(made_beforehand(portal, memo, lambda work, known: map(work, known))) == shown(compare_all(portal))
        memo.next_build()


WORDS = ("一件事", "一网通办", "一", "", "高效办成一件事", "双公示", "办事不求人", "你问我答")
PLACES = [("east", 2024), ("east", 2025), ("west", 2024), ("far", 2025)]
said = st.builds(
    lambda place, texts, quoted: Said(
        f"{place[0]}-{place[1]}", place, f"{texts} {quoted}", "".join(text + "\n" for text in (*texts, *quoted)), "", frozenset(quoted), frozenset()
    ),
    st.sampled_from(PLACES), st.lists(st.sampled_from(WORDS), max_size=4), st.lists(st.sampled_from(WORDS), max_size=3),
)  # fmt: skip


def local(plans: list[Said]) -> frozenset[str]:
    """Quotations that stand in plans of one place and year only, looked for in every plan."""
    quoted = {quotation for one in plans for quotation in one.quotations}
    return frozenset(one for one in quoted if len({plan.place_and_year for plan in plans if one in plan.words}) == 1)


@given(st.lists(st.lists(said, max_size=6), min_size=1, max_size=4))
def test_quotations_found_beginning_with_an_earlier_search_are_those_of_one_place_and_year(states: list[list[Said]]) -> None:
    before = NOTHING_QUOTED
    for plans in states:
        named = list({name_of(one): one for one in plans}.values())
        before = quotations_of(named, before)
        assert before.local == local(named)


def test_many_quotations_are_found_by_their_beginnings() -> None:
    words = [f"第{number}号行动" for number in range(200)]
    one = Said("a-2025", ("a", 2025), "1", "\n".join(words) + "\n", "", frozenset(words), frozenset())
    other = Said("b-2025", ("b", 2025), "2", "开展第7号行动\n第19号行动计划\n", "", frozenset(), frozenset())
    assert quotations_of((one, other), NOTHING_QUOTED).local == frozenset(words) - {"第7号行动", "第19号行动"}


def test_runs_are_counted_by_clauses_and_plans() -> None:
    held = small_portal(
        prose_plan("city", 2025, [("公开。", "公开预算。"), ("解读。", "公开预算。")]), prose_plan("far", 2025, [("预算。", "决算。")])
    )
    reckoning = wording_of(held, NoMemo()).reckoning
    assert (reckoning.counts["公开"], reckoning.counts["预算"], reckoning.counts["决算"]) == (2 + IN_PLAN, 3 + 2 * IN_PLAN, 1 + IN_PLAN)
    assert "开解" not in reckoning.counts
    assert wording_of(replace(held, plans=()), NoMemo()).reckoning.counts == NOTHING.counts
