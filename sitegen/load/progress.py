"""Records of progress -> progress of the model, with the tasks looked up."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sitegen.load.schema.progress import ProgressFile
from sitegen.model import Plan, Progress
from sitegen.position import Loc
from sitegen.problems import Problem, nearest


def progress_of(
    record: ProgressFile, at: Loc, plans: Mapping[str, Plan], report: Callable[[Problem], None]
) -> tuple[Progress, ...]:
    """Progress stated in one file; unknown plans and tasks are reported and left out."""
    plan = plans.get(record.plan)
    if plan is None:
        near = nearest(record.plan, plans)
        hint = f"是不是“{near}”？" if near else f"已收录的要点：{'、'.join(plans)}。"
        report(Problem("plan-unknown", f"没有收录编号为“{record.plan}”的要点", at.child("plan"), hint=hint))
        return ()
    known = _tasks(plan)
    found = []
    for n, one in enumerate(record.progress):
        place = at.child("progress", n)
        if one.task in known:
            found.append(
                Progress(plan.id, known[one.task], one.date, one.status, one.source, one.evidence, one.note, place)
            )
            continue
        near = nearest(one.task, known)
        hint = f"是不是“{near}”？" if near else "编号见这份要点各任务页的网址。"
        report(Problem("task-unknown", f"“{plan.id}”里没有编号为“{one.task}”的任务", place.child("task"), hint=hint))
    return tuple(found)


def _tasks(plan: Plan) -> dict[str, tuple[str, ...]]:
    """Ids of tasks by what an editor may write: a task, or an item for all of its tasks."""
    known: dict[str, tuple[str, ...]] = {}
    for task in plan.tasks:
        item = task.item_id.partition("/")[2]
        known[item] = (*known.get(item, ()), task.id)
    return known | {task.id.partition("/")[2]: (task.id,) for task in plan.tasks}
