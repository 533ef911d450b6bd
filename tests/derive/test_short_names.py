from dataclasses import replace

import pytest

from sitegen.derive.short_names import short_names
from sitegen.model import Alias, Portal, ThesaurusEntry, Unit, UnitKind

EMPTY = Portal(None, (), (), (), ())  # type: ignore[arg-type]
THESAURUS = (
    ThesaurusEntry(("环保局",), ("生态环境局",)),
    ThesaurusEntry(("区政府办", "市政府办"), ("政府办公室",)),
    ThesaurusEntry(("托班",), ("托育",)),
)


def portal_of(*names: str) -> Portal:
    units = tuple(Unit(f"{place}/{number}", place, name, UnitKind.DEPARTMENT) for number, (place, name) in enumerate(n.split() for n in names))
    return replace(EMPTY, units=units, thesaurus=THESAURUS)


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("区发展改革局", "区发改局"),
        ("区人力资源和社会保障局", "区人社局"),
        ("区卫生健康局", "区卫健委"),
        ("区市场监督管理局", "区市场监管局"),
        ("区住房和城乡建设局", "区住建局"),
    ],
)
def test_a_name_that_shortens_another_is_told_on_both_pages(full, short):
    found = short_names(portal_of(f"a {full}", f"b {short}"))
    assert found == {"a/0": (short,), "b/1": (full,)}


@pytest.mark.parametrize(("one", "other"), [("区财政局", "区司法局"), ("区科技局", "区卫健局"), ("区大数据局", "区大数据中心")])
def test_different_bodies_are_kept_apart(one, other):
    assert short_names(portal_of(f"a {one}", f"b {other}")) == {"a/0": (), "b/1": ()}


def test_a_body_of_another_level_is_another_body():
    assert short_names(portal_of("a 市卫生健康委", "b 区卫健局")) == {"a/0": (), "b/1": ()}


def test_older_names_come_from_the_readers_words():
    assert short_names(portal_of("a 区生态环境分局"))["a/0"] == ("环保局",)
    # The office of a district is not looked for under that of a city.
    assert short_names(portal_of("a 区政府办公室"))["a/0"] == ("区政府办",)


def test_registered_names_are_not_told_again():
    unit = Unit("a/0", "a", "区发展改革局", UnitKind.DEPARTMENT, aliases=(Alias("区发改局"),))
    assert short_names(replace(EMPTY, units=(unit,), thesaurus=()))["a/0"] == ()
