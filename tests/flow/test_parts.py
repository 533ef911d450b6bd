"""Parts of the site follow from their grounds and from nothing else, and an edit touches the grounds of few."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.derive.comparison import Pending, Prepared, compare_all, taken
from sitegen.derive.comparison.comparison import made_when_asked
from sitegen.load.portal import Loaded
from sitegen.memo import Memo, NoMemo
from sitegen.model import Portal
from sitegen.pages import Part, lay_out, layout_of
from sitegen.understanding import read_documents, understand
from tests.conftest import write_files
from tests.derive.years_portal import OPEN_DAY, YEARS_PORTAL
from tests.flow.edits import PORTAL, Edit, edited, edits


def parts_of(portal: Portal) -> dict[str, Part]:
    return {part.name: part for part in lay_out(layout_of(portal, compare_all(portal), None, "/")).parts}


def understood(folder: Path) -> Portal:
    return understand(read_documents(folder / "content", NoMemo()), NoMemo()).portal


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(edits, min_size=1, max_size=3))
def test_parts_of_equal_grounds_hold_equal_files(sequence: list[Edit]) -> None:
    files = PORTAL
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_files(folder, files)
        before = parts_of(understood(folder))
        for edit in sequence:
            files = edited(folder, files, edit)
        after = parts_of(understood(folder))
    for name in before.keys() & after.keys():
        if repr(before[name].grounds) == repr(after[name].grounds):
            assert list(before[name].make()) == list(after[name].make())


def test_a_changed_task_touches_its_plan_its_place_what_it_is_compared_with_and_pages_of_the_whole(
    load_text: Callable[[str], Loaded],
) -> None:
    before = parts_of(load_text(YEARS_PORTAL).portal)
    old, new = "text: " + OPEN_DAY + ", units: 区财政局", "text: " + OPEN_DAY.replace("邀请", "广泛邀请") + ", units: 区财政局"
    place, edited_plan = YEARS_PORTAL.index("dong-2030.yaml"), YEARS_PORTAL.index("-- content/plans/shi-2030")
    assert YEARS_PORTAL[place:edited_plan].count(old) == 1
    after = parts_of(load_text(YEARS_PORTAL[:place] + YEARS_PORTAL[place:edited_plan].replace(old, new) + YEARS_PORTAL[edited_plan:]).portal)
    assert before.keys() == after.keys()
    touched = {name for name in after if repr(before[name].grounds) != repr(after[name].grounds)}
    assert touched >= {"portal", "reading", "plan/dong-2030", "place/dong", "compare/dong-2028--dong-2030/", "compare/shi-2030--dong-2030/"}
    assert not touched & {"plan/shi-2030", "plan/xi-2030", "plan/dong-2027", "place/xi", "place/shi"}


def test_comparisons_made_when_asked_are_those_made_beforehand_and_only_those_asked_for(load_text: Callable[[str], Loaded]) -> None:
    portal = load_text(YEARS_PORTAL).portal
    beforehand = compare_all(portal)
    made: list[str] = []

    class Counting(Memo):
        def keep(self, key: str, value: object) -> None:
            made.append(key)
            super().keep(key, value)

    pending: Sequence[Pending] = made_when_asked(portal, Counting())
    assert [one.heading for one in pending] == [one.heading for one in beforehand]
    assert made == []
    asked: tuple[Prepared, ...] = taken((pending[2], beforehand[0], pending[1]))
    assert asked == (beforehand[2], beforehand[0], beforehand[1])
    assert [one.opened() for one in asked] == [beforehand[number].opened() for number in (2, 0, 1)]
    assert len(made) == 2
    assert taken(pending) == beforehand
    assert len(made) == len(beforehand) > 3
