"""Who shares tasks with whom: named together in one column, groups and the running text left out."""

from __future__ import annotations

from collections.abc import Callable

from sitegen.derive.index import index_of
from sitegen.derive.shared_tasks import SharedTasksView, shared_tasks_view, units_by_task
from sitegen.derive.unit_work import unit_works
from sitegen.derive.urls import urls_of
from sitegen.load.portal import Loaded
from sitegen.model import Portal
from tests.derive.years_portal import BUDGET, ELDERS, OPEN_DAY, PLACES, TRAINING, plan

UNITS = PLACES.replace(
    "  - {id: minzheng-ju, name: 区民政局, kind: department}\n",
    "  - {id: minzheng-ju, name: 区民政局, kind: department}\n  - {id: shenji-ju, name: 区审计局, kind: department}\n"
    "  - {id: sifa-ju, name: 区司法局, kind: department}\n",
)


def seen(portal: Portal, unit_id: str) -> SharedTasksView | None:
    index, works = index_of(portal), unit_works(index_of(portal))
    return shared_tasks_view(index.units[unit_id], works[unit_id], units_by_task(works, index), index, urls_of(portal, "/p/"))


def test_partners_come_by_number_of_tasks_then_as_registered(load_text: Callable[[str], Loaded]) -> None:
    rows = ((BUDGET, "区财政局、区审计局"), (ELDERS, "区民政局、区财政局"), (TRAINING, "区财政局，区审计局，区民政局"), (OPEN_DAY, "区司法局"))
    newer = plan("dong", 2030, (BUDGET, "区财政局、区司法局"))
    view = seen(load_text(UNITS + plan("dong", 2028, *rows) + newer).portal, "dong/caizheng-ju")
    assert view is not None
    assert [(one.unit.label, one.unit.href, one.count) for one in view.partners] == [
        ("区民政局", "/p/dong/units/minzheng-ju/", "2项"),
        ("区审计局", "/p/dong/units/shenji-ju/", "2项"),
        ("区司法局", "/p/dong/units/sifa-ju/", "1项"),
    ]
    assert [[(task.label, task.href) for task in one.tasks] for one in view.partners] == [
        [("2028年第2行", "/p/dong/2028/task-2/"), ("2028年第3行", "/p/dong/2028/task-3/")],
        [("2028年第1行", "/p/dong/2028/task-1/"), ("2028年第3行", "/p/dong/2028/task-3/")],
        [("2030年第1行", "/p/dong/2030/task-1/")],
    ]


def test_every_strip_shows_all_tasks_of_the_unit_in_one_order(load_text: Callable[[str], Loaded]) -> None:
    rows = ((BUDGET, "区财政局、区审计局"), (ELDERS, "区民政局、区财政局"), (TRAINING, "区财政局"))
    view = seen(load_text(UNITS + plan("dong", 2028, *rows)).portal, "dong/caizheng-ju")
    assert view is not None
    assert view.cells == "M1 1h14v14h-14zM17 1h14v14h-14zM33 1h14v14h-14z"
    assert {one.unit.label: one.cells for one in view.partners} == {
        "区民政局": "M17 1h14v14h-14z", "区审计局": "M1 1h14v14h-14z",
    }  # fmt: skip
    assert view.width >= 33 + 14
    assert "共3项" in view.legend


def test_groups_are_nobodys_partners(load_text: Callable[[str], Loaded]) -> None:
    rows = ((BUDGET, "区财政局、区政府各部门"), (ELDERS, "区政府各部门"))
    view = seen(load_text(UNITS + plan("dong", 2028, *rows)).portal, "dong/caizheng-ju")
    assert view is not None
    assert view.partners == ()
    assert view.absent == "没有哪一项任务同时写出本单位和另一个单位的名称。"


def test_sharing_is_mutual(load_text: Callable[[str], Loaded]) -> None:
    rows = ((BUDGET, "区财政局、区审计局"), (ELDERS, "区审计局、区民政局、区财政局"), (TRAINING, "区民政局"))
    portal = load_text(UNITS + plan("dong", 2028, *rows)).portal
    found = {unit.name: seen(portal, unit.id) for unit in portal.units}
    counts = {(name, one.unit.label): one.count for name, view in found.items() if view for one in view.partners}
    assert counts[("区财政局", "区审计局")] == "2项"
    assert all(counts[(other, name)] == count for (name, other), count in counts.items())
    assert found["区司法局"] is None


def test_no_shared_task_of_the_real_documents_names_one_unit_only(real_portal: Loaded) -> None:
    index, works = index_of(real_portal.portal), unit_works(index_of(real_portal.portal))
    named = units_by_task(works, index)
    row = next(task for task in index.tasks.values() if task.number == "37" and task.plan_id == "huaiyin-2023")
    assert row.units.words == "区政府办公室、区教育和体育局、区卫生健康局"
    assert {index.units[unit].name for unit in named[row.id]} == {"区政府办公室", "区教育和体育局", "区卫生健康局"}
