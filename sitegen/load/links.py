"""Records of declared links -> link sets of the model, with references to clauses checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sitegen.load.schema.links import LinksFile
from sitegen.model import Link, LinkSet, Plan, Relation
from sitegen.position import Loc
from sitegen.problems import Problem, nearest

ONE_SIDED = (Relation.DROPPED, Relation.NEW, Relation.NONE)


def link_set(record: LinksFile, at: Loc, plans: Mapping[str, Plan], report: Callable[[Problem], None]) -> LinkSet | None:
    """Resolve the links of one file; None where a plan is not known. Unknown clauses are reported and left out."""
    known = True
    for name, plan_id in (("from", record.from_), ("to", record.to)):
        if plan_id not in plans:
            near = nearest(plan_id, plans)
            hint = f"是不是“{near}”？" if near else f"已收录的要点：{'、'.join(plans)}。"
            report(Problem("plan-unknown", f"没有收录编号为“{plan_id}”的要点", at.child(name), hint=hint))
            known = False
    if not known:
        return None
    clauses = {plan_id: _clauses(plans[plan_id]) for plan_id in (record.from_, record.to)}
    links: list[Link] = []
    for n, link in enumerate(record.links):
        place = at.child("links", n)
        sides = []
        for name, plan_id, keys in (("from", record.from_, link.from_), ("to", record.to, link.to)):
            _report_unknown(keys, clauses[plan_id], plan_id, place.child(name), report)
            sides.append(tuple(f"{plan_id}/{key}" for key in keys if key in clauses[plan_id]))
        if not (link.from_ and link.to) and link.relation not in ONE_SIDED:
            hint = "两边都要写编号；只有“不再出现”“新增”“无对应”可以只写一边。"
            report(Problem("link-one-sided", f"“{link.relation}”只写了一边", place, hint=hint))
        links.append(Link(sides[0], sides[1], link.relation, link.reason, place))
    return LinkSet(record.kind, record.from_, record.to, tuple(links), at)


def _clauses(plan: Plan) -> dict[str, None]:
    keys = [item.key for item in (*plan.items, *plan.closing)]
    rows = [task.id.partition("/")[2] for task in plan.table.rows] if plan.table else []
    return dict.fromkeys(keys + rows)


def _report_unknown(
    keys: tuple[str, ...], known: Mapping[str, None], plan_id: str, at: Loc, report: Callable[[Problem], None]
) -> None:
    for n, key in enumerate(keys):
        if key not in known:
            near = nearest(key, known)
            hint = f"是不是“{near}”？" if near else "照那份要点的条目和行核对编号，如 item-3、task-13。"
            place = at.child(n) if len(keys) > 1 else at
            report(Problem("clause-unknown", f"“{plan_id}”里没有编号为“{key}”的条目或任务", place, hint=hint))
