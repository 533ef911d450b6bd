"""Comparison pages: what stands on them, that everything leads somewhere, and that data and page say the same."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator

import jsonschema
import pytest

from sitegen.derive.any_comparison_page import any_comparison_view, plan_texts
from sitegen.derive.comparison import Comparison, compare_all, siblings, side_by_side
from sitegen.derive.comparison_data import comparison_data
from sitegen.derive.comparison_list import comparison_list_view
from sitegen.derive.comparison_page import ChangesView, ComparisonPageView, comparison_page_view
from sitegen.derive.comparison_rows import inside_bracket
from sitegen.derive.entries import LabelledLink
from sitegen.derive.index import Index, index_of
from sitegen.derive.open_data_schema import data_schemas
from sitegen.derive.siblings_page import siblings_view
from sitegen.derive.urls import Urls, urls_of
from sitegen.load.portal import Loaded
from sitegen.model import Portal
from tests.derive.years_portal import BUDGET, ELDERS, TRAINING, YEARS_PORTAL


class Compared:
    """All comparisons of a portal with their pages."""

    def __init__(self, portal: Portal) -> None:
        self.index: Index = index_of(portal)
        self.urls: Urls = urls_of(portal, "/p/")
        self.prepared = compare_all(portal)
        self.made = tuple(one.opened() for one in self.prepared)
        self.pages = {
            (one.old.plan_id, one.new.plan_id): comparison_page_view(one, self.index, self.urls) for one in self.made
        }

    def comparison(self, old: str, new: str) -> Comparison:
        return next(one for one in self.made if (one.old.plan_id, one.new.plan_id) == (old, new))


@pytest.fixture(scope="module")
def real(real_portal: Loaded) -> Compared:
    return Compared(real_portal.portal)


@pytest.fixture
def years(load_text: Callable[[str], Loaded]) -> Compared:
    return Compared(load_text(YEARS_PORTAL).portal)


def anchors(page: ComparisonPageView) -> list[str]:
    found = [row.anchor for row in page.rows] + [line.anchor for row in page.rows for line in row.lines]
    found += [side.anchor for row in page.rows for side in (*row.old, *row.new) if side.anchor]
    return found + [place.anchor for row in page.rows for line in row.lines for place in (*line.old, *line.new) if place.anchor]


def inner_links(page: ComparisonPageView) -> Iterator[str]:
    for row in page.rows:
        yield from (step for step in (row.previous, row.following) if step)
        yield from (link.href for line in row.lines for link in line.see)
        yield from (link.href for side in (*row.old, *row.new) for link in side.elsewhere)
    for one in page.changes:
        yield from (one.row.href, *(place.href for place in changed_places(one)))
    for reading in page.readings:
        yield from (link.href for clause in reading.clauses for link in clause.rows)


def changed_places(row: ChangesView) -> tuple[LabelledLink, ...]:
    return (*(change.place for change in row.changes), *(place for group in row.alone for place in group.places))


def test_every_step_and_pointer_leads_to_a_place_of_the_same_page(real: Compared) -> None:
    assert len(real.pages) == 5
    for page in real.pages.values():
        places = Counter(anchors(page))
        assert max(places.values()) == 1
        assert {href.removeprefix("#") for href in inner_links(page)} <= set(places)


def test_steps_go_from_change_to_change_and_back(real: Compared) -> None:
    for page in real.pages.values():
        places = [one.row.href for one in page.changes]
        assert page.first_change == places[0]
        walked = [page.first_change]
        rows = {f"#{row.anchor}": row for row in page.rows}
        while rows[walked[-1]].following:
            walked.append(rows[walked[-1]].following)
        assert walked == places
        assert [rows[href].previous for href in places] == ["", *places[:-1]]


def test_the_list_of_changes_holds_every_changed_line_once_in_plain_words(real: Compared) -> None:
    for page in real.pages.values():
        rows = {f"#{row.anchor}": row for row in page.rows}
        assert [href for href, row in rows.items() if any(line.changed for line in row.lines)] == [
            one.row.href for one in page.changes if any(line.changed for line in rows[one.row.href].lines)
        ]
        for one in page.changes:
            lines = Counter(f"#{line.anchor}" for line in rows[one.row.href].lines if line.changed)
            assert Counter(place.href for place in changed_places(one) if place.href != one.row.href) == lines
            assert all(change.said for change in one.changes)
    table = real.pages["zhangqiu-2024", "zhangqiu-2024"]
    words = {change.place.label: change.said for one in table.changes for change in one.changes}
    assert words["文字有不同：第12行"] == "仅正文“建设”"  # 表中少“建设”二字


def test_the_year_between_is_named_with_what_is_known_of_it(real: Compared) -> None:
    (year,) = real.pages["huaiyin-2023", "huaiyin-2025"].years_between
    assert year.label == "2024年：未收录"
    (document,) = year.documents
    assert "槐政办发〔2024〕2号" in document.facts
    assert year.absent == ""


def test_only_switches_that_do_something_are_there(real: Compared) -> None:
    labels = {pair: {switch.id: switch.label for switch in page.switches} for pair, page in real.pages.items()}
    in_time = labels["huaiyin-2023", "huaiyin-2025"]
    assert set(in_time) == {"switch-new", "switch-strike", "switch-one"}  # 没有一句相同，也没有只差标点的
    table = labels["zhangqiu-2024", "zhangqiu-2024"]
    assert set(table) == {"switch-changed", "switch-new", "switch-form", "switch-one"}
    number = real.comparison("zhangqiu-2024", "zhangqiu-2024").form_differences
    assert table["switch-form"] == f"标出标点、全半角、空格的不同（{number}处）"


def test_words_of_one_side_are_announced_by_what_the_two_are_to_each_other(real: Compared) -> None:
    marks = {pair: (page.marks.old, page.marks.new, page.marks.in_time) for pair, page in real.pages.items()}
    assert marks["huaiyin-2023", "huaiyin-2025"] == ("删去", "新增", True)
    assert marks["jinan-2025", "huaiyin-2025"] == ("仅上级", "仅下级", False)
    assert marks["jinan-2025", "laoshan-2025"] == ("仅前者", "仅后者", False)
    assert "承接" not in real.pages["jinan-2025", "laoshan-2025"].title


def test_both_directions_of_levels_and_the_sentences_that_are_not_answered(real: Compared) -> None:
    page = real.pages["jinan-2025", "huaiyin-2025"]
    assert [reading.heading for reading in page.readings] == ["从济南市2025年要点正文看", "从槐荫区2025年要点正文看"]
    assert [len(reading.clauses) for reading in page.readings] == [17, 18]
    assert page.only_old_heading == "市级要求尚未见承接表述"
    missing = [sentence for clause in page.only_old for sentence in clause.sentences]
    assert any("县域医共体" in sentence.remark for sentence in missing)
    assert all(sentence.href.startswith("/p/jinan/2025/") and "#" in sentence.href for sentence in missing)


def test_sentences_with_the_same_words_are_shown_once(real: Compared) -> None:
    page = real.pages["zhangqiu-2024", "zhangqiu-2024"]
    lines = [line for row in page.rows for line in row.lines]
    assert {line.code for line in lines if line.same} == {"same", "form-only"}
    assert [line.form for line in lines if line.code == "form-only"] == [True, True, True]
    assert not any(line.form for line in lines if line.code == "same")


def test_the_data_holds_every_sentence_once_under_the_anchors_of_the_page(real: Compared) -> None:
    for one in real.made:
        data = comparison_data(one)
        lines = [line for row in data["rows"] for line in row["sentences"]]
        ids = [quote["id"] for line in lines for quote in (*line["from"], *line["to"])]
        assert len(ids) == len(set(ids))
        assert set(ids) <= set(anchors(real.pages[one.old.plan_id, one.new.plan_id]))
        assert sum(data["counts"].values()) == len(lines)
        jsonschema.validate(json.loads(json.dumps(data)), dict(data_schemas())["data/schema/comparison.schema.json"])


def test_an_address_stays_when_a_relation_is_declared(load_text: Callable[[str], Loaded]) -> None:
    before = Compared(load_text(YEARS_PORTAL).portal)
    changed = YEARS_PORTAL.replace("to: task-3, relation: new", "from: task-3, to: task-3, relation: reworded")
    after = Compared(load_text(changed).portal)
    pages = (before.pages["dong-2028", "dong-2030"], after.pages["dong-2028", "dong-2030"])
    assert pages[0].rows != pages[1].rows
    assert set(anchors(pages[0])) == set(anchors(pages[1]))


def test_the_list_says_what_each_kind_is_and_leads_to_any_two(years: Compared) -> None:
    beside = LabelledLink("样例市2030年各条，各地怎样写", "/p/compare/shi-2030/", "并排列出。")
    view = comparison_list_view(years.prepared, (beside,), "/p/compare/any/", years.urls)
    assert [(group.heading, len(group.comparisons)) for group in view.groups] == [
        ("年度对照", 2), ("上下级对照", 2), ("横向对照", 1)
    ]  # fmt: skip
    assert view.any_href == "/p/compare/any/"
    empty = comparison_list_view((), (), "/p/compare/any/", years.urls)
    assert (empty.groups, empty.absent) == ((), "已收录的文件之间还没有可以对照的。")


def test_places_stand_side_by_side_under_each_superior_clause(years: Compared) -> None:
    (under,) = side_by_side(years.prepared)
    found = siblings(under)
    view = siblings_view(found, years.urls)
    assert view.title == "样例市2030年各条，各地怎样写"
    assert [link.href for link in view.places] == ["/p/compare/shi-2030--dong-2030/", "/p/compare/shi-2030--xi-2030/"]
    budget, training = view.rows
    assert [[one.clause.href for one in cell.clauses] for cell in budget.cells] == [
        ["/p/dong/2030/task-2/"], ["/p/xi/2030/task-1/"]
    ]  # fmt: skip
    assert (budget.words, [cell.clauses[0].words for cell in budget.cells]) == (BUDGET, [BUDGET, BUDGET])
    assert training.words == TRAINING
    assert budget.cells[1].clauses[0].comparison == "/p/compare/shi-2030--xi-2030/#to-task-1"
    assert budget.cells[0].clauses[0].relation == "文字相近，文字比对提示，未经认定"
    assert [cell.absent for cell in training.cells] == ["文字上未见", "文字上未见"]


def test_any_two_plans_can_be_chosen_and_the_prepared_ones_are_listed(years: Compared) -> None:
    view = any_comparison_view(years.prepared, (), years.index, years.urls)
    assert [choice.id for choice in view.choices] == ["shi-2030", "dong-2030", "dong-2028", "dong-2027", "xi-2030"]
    assert view.choices[1].texts_href == "/p/compare/any/dong-2030.js"
    assert view.choices[1].href == "/p/dong/2030/"
    assert len(view.prepared) == len(years.made)
    assert ("dong-2028", "dong-2030", "/p/compare/dong-2028--dong-2030/") in [
        (one.old, one.new, one.href) for one in view.prepared
    ]


def test_texts_for_the_browser_are_the_clauses_and_sentences_of_the_comparisons(years: Compared, real: Compared) -> None:
    plan = years.index.plans["dong-2028"]
    texts = plan_texts(plan, years.urls)
    assert (texts["id"], texts["prose"]) == ("dong-2028", [])
    assert texts["rows"][1] == ["task-2", "第2行 做好公开", "task-2/", [["s1", ELDERS]], "区民政局", "全年"]
    view = real.comparison("jinan-2025", "huaiyin-2025")
    city = plan_texts(real.index.plans["jinan-2025"], real.urls)
    assert city["rows"] == []
    told = {f"from-{key}-{anchor}": text for key, _, _, sentences, _, _ in city["prose"] for anchor, text in sentences}
    shown = {quote.here: quote.text for row in view.rows for line in row.lines for quote in line.old}
    assert told == {here: text for here, text in shown.items() if "preamble" not in here}


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("（责任单位：各街道（镇）、区民政局）", "各街道（镇）、区民政局"),
        ("（责任单位：区政府各部门）(责任单位:区教体局、各街道(镇))", "区政府各部门；区教体局、各街道(镇)"),
        ("区财政局", "区财政局"),
        ("", ""),
    ],
)
def test_brackets_of_all_parts_are_taken_off(printed: str, words: str) -> None:
    assert inside_bracket(printed) == words
