"""Values are what frozen dataclasses with slots are, however they are made."""

import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace

import pytest

from sitegen.derive.value import value


@value
class Place:
    """A value with a default."""

    name: str
    year: int
    remark: str = "无"


@dataclass(frozen=True, slots=True)
class Usual:
    """The same, made as usual."""

    name: str
    year: int
    remark: str = "无"


def test_fields_are_set_in_order_by_name_and_by_default() -> None:
    made = Place("槐荫区", year=2025)
    assert (made.name, made.year, made.remark) == ("槐荫区", 2025, "无")
    assert made == Place("槐荫区", 2025, "无") != Place("槐荫区", 2025, "有")
    assert hash(made) == hash(Usual("槐荫区", 2025))
    assert repr(made) == "Place(name='槐荫区', year=2025, remark='无')"
    assert [one.name for one in fields(made)] == [one.name for one in fields(Usual)]


def test_values_cannot_be_changed_only_replaced_and_packed() -> None:
    made = Place("槐荫区", 2025)
    with pytest.raises(FrozenInstanceError):
        made.year = 2026  # type: ignore[misc]
    with pytest.raises((AttributeError, TypeError)):
        made.other = "x"  # type: ignore[attr-defined]
    assert replace(made, year=2026) == Place("槐荫区", 2026)
    assert pickle.loads(pickle.dumps(made)) == made


def test_too_few_too_many_and_unknown_arguments_are_refused() -> None:
    for arguments, named in ((("槐荫区",), {}), (("槐荫区", 2025, "无", "多"), {}), (("槐荫区", 2025), {"place": "x"})):
        with pytest.raises(TypeError):
            Place(*arguments, **named)


def test_what_is_more_than_fields_and_defaults_is_refused() -> None:
    class Listing:
        names: list[str] = field(default_factory=list)

    class Named:
        name: str = field(kw_only=True)

    class Checked:
        name: str

        def __post_init__(self) -> None:
            """Do more than set fields."""

    for kind in (Listing, Named, Checked):
        with pytest.raises(TypeError, match="more than its fields"):
            value(kind)
