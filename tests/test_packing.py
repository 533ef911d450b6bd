"""What was packed is opened as an equal value of the same kind, and bytes of anything else are refused."""

import os
import pickle
from dataclasses import dataclass
from datetime import date
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.derive.comparison.difference import Segment, SegmentKind
from sitegen.derive.comparison.pairs import ComparisonKind, PlanPair
from sitegen.packing import UnknownValueError, packed, unpacked
from sitegen.position import Loc
from sitegen.render.output import Output
from sitegen.source.tree import Failure

plain = st.none() | st.booleans() | st.integers() | st.text() | st.binary() | st.dates() | st.sampled_from([*SegmentKind, *ComparisonKind])
segments = st.builds(Segment, st.sampled_from(SegmentKind), st.text(), st.text())
places = st.builds(Loc, st.text(), st.lists(st.text() | st.integers()).map(tuple))
pairs = st.builds(PlanPair, st.sampled_from(ComparisonKind), st.text(), st.text())
values = st.recursive(
    plain | segments | places | pairs,
    lambda inner: st.lists(inner).map(tuple) | st.dictionaries(st.text(), inner) | st.frozensets(st.text()) | st.lists(inner),
)


@given(values)
def test_what_is_opened_equals_what_was_packed(value: object) -> None:
    found = unpacked(packed(value))
    assert found == value
    assert type(found) is type(value)


def test_a_value_that_stands_twice_is_packed_once() -> None:
    segment = Segment(SegmentKind.EQUAL, "政务公开" * 50, "政务公开" * 50)
    one, other = unpacked(packed((segment, segment)))
    assert one is other
    assert len(packed((segment,) * 20)) < 2 * len(packed(segment))


@dataclass(frozen=True, slots=True)
class Foreign:
    """A value of another program."""

    words: str


class Colour(Enum):
    """An enumeration of another program."""

    RED = "red"


@pytest.mark.parametrize("value", [Foreign("公开"), Colour.RED, os.getcwd, pickle.loads, complex(1, 2), (date(2025, 1, 1), Foreign("解读"))])
def test_what_is_no_plain_value_of_this_program_is_refused(value: object) -> None:
    with pytest.raises(UnknownValueError):
        unpacked(packed(value))


@pytest.mark.parametrize("value", [Output("a", b"1"), Failure("出错", 3, None, (1, 2, "a"), None)])
def test_named_tuples_and_values_of_one_or_more_fields_keep_their_class(value: object) -> None:
    assert type(unpacked(packed(value))) is type(value)
    assert unpacked(packed(value)) == value
