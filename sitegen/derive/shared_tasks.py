"""Who shares tasks with whom (同列单位): for one unit, the units named beside it, task by task, as a picture and a table.

Only names that stand in a task's column or bracket of responsible units are counted, each registered unit once per task.
Groups (各…), units that only the running text names, and names without an entry in the register are not: that two units
belong to one group says nothing about work they share.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sitegen.derive.entries import LabelledLink
from sitegen.derive.index import Index
from sitegen.derive.places import task_link
from sitegen.derive.unit_work import Concern, Work
from sitegen.derive.urls import Urls
from sitegen.model import Task, Unit

COUNTED = (
    "只数责任单位栏（或句末括号）里同时写出名称、并已登记的单位；“各部门”一类的群体、正文里提到的单位不计。"
    "合并单元格按承接的文字计。同列只表示文件把名称写在一起，分工以原文为准。"
)
ALONE = "没有哪一项任务同时写出本单位和另一个单位的名称。"
CELL, PITCH, HEIGHT, WIDEST = 14, 16, 16, 20


@dataclass(frozen=True, slots=True)
class PartnerView:
    """A unit named beside this one: name with address, how many tasks are shared, their cells as drawn, and which they are."""

    unit: LabelledLink
    count: str
    cells: str
    tasks: tuple[LabelledLink, ...]


@dataclass(frozen=True, slots=True)
class SharedTasksView:
    """Units named beside a unit, most tasks first; ``width`` and ``height`` are measures of every strip, ``cells`` all its cells.

    ``legend`` says what a cell is, ``counted`` how it was counted; ``absent`` says that there are none, or is "".
    """

    caption: str
    counted: str
    legend: str
    width: int
    height: int
    cells: str
    partners: tuple[PartnerView, ...]
    absent: str


def units_by_task(works: Mapping[str, Iterable[Work]], index: Index) -> Mapping[str, tuple[str, ...]]:
    """Ids of the units that a task's column or bracket names, by id of task, in the order of the register."""
    named: dict[str, list[str]] = {}
    for unit in index.portal.units:
        for work in works[unit.id]:
            if _in_column(work):
                named.setdefault(work.task.id, []).append(unit.id)
    return {task_id: tuple(unit_ids) for task_id, unit_ids in named.items()}


def shared_tasks_view(
    unit: Unit, works: Iterable[Work], named: Mapping[str, tuple[str, ...]], index: Index, urls: Urls
) -> SharedTasksView | None:
    """Who is named beside a unit; None where no column or bracket names it. ``named`` is from ``units_by_task``."""
    own = tuple(work.task for work in works if _in_column(work))
    if not own:
        return None
    counts = Counter(other for task in own for other in named[task.id] if other != unit.id)
    order = {other.id: place for place, other in enumerate(index.portal.units)}
    partners = sorted(counts, key=lambda other: (-counts[other], order[other]))
    return SharedTasksView(
        caption=f"和{unit.name}写在同一项任务里的单位",
        counted=COUNTED,
        legend=f"每一格是点名{unit.name}的一项任务，共{len(own)}项，按文件先后排列；涂实的一格，两个单位同列。",
        width=max(len(own), WIDEST) * PITCH,
        height=HEIGHT,
        cells=_drawn(range(len(own))),
        partners=tuple(_partner(unit, other, own, named, index, urls) for other in partners),
        absent="" if partners else ALONE,
    )


def _in_column(work: Work) -> bool:
    return work.concern is Concern.NAMED and not work.in_text


def _partner(
    unit: Unit, other_id: str, own: tuple[Task, ...], named: Mapping[str, tuple[str, ...]], index: Index, urls: Urls
) -> PartnerView:
    other = index.units[other_id]
    elsewhere = other.jurisdiction_id != unit.jurisdiction_id
    place = index.jurisdictions[other.jurisdiction_id].full_name if elsewhere else ""
    shared = [other_id in named[task.id] for task in own]
    tasks = tuple(_year_and_place(task, index, urls) for task, both in zip(own, shared, strict=True) if both)
    return PartnerView(
        LabelledLink(other.name, urls.unit(other.id), place),
        f"{sum(shared)}项",
        _drawn(number for number, both in enumerate(shared) if both),
        tasks,
    )


def _drawn(places: Iterable[int]) -> str:
    """Cells of a strip at their places, as the outline of an SVG path."""
    return "".join(f"M{place * PITCH + 1} 1h{CELL}v{CELL}h-{CELL}z" for place in places)


def _year_and_place(task: Task, index: Index, urls: Urls) -> LabelledLink:
    link = task_link(task, index, urls)
    return LabelledLink(f"{index.plans[task.plan_id].year}年{link.label}", link.href)
