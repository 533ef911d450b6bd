"""Looking back on a plan (回头看): for every task what a source published of it, and the clauses of the next plan that go on.

Three things that are kept apart: what sources say, which wording goes on in a later plan, and that nothing was published.
No share of work done is ever computed from them: no document says whether the rest was done.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sitegen.derive.comparison.bonds import Bond, Bonds
from sitegen.derive.comparison.pairs import ComparisonKind
from sitegen.derive.entries import LabelledLink, plan_label
from sitegen.derive.index import Index
from sitegen.derive.places import item_name, row_name
from sitegen.derive.urls import Urls
from sitegen.derive.wording import chinese_date, deadline_sentence
from sitegen.model import Plan, Portal, Progress, ProgressStatus, Task

NOT_PUBLISHED = "未公布进展"
NO_SUCCESSOR = "文字上未见对应"
STATUSES = {
    ProgressStatus.DONE: "已结",
    ProgressStatus.CARRIED_OVER: "结转",
    ProgressStatus.IN_PROGRESS: "进行中",
    ProgressStatus.WITHDRAWN: "取消",
}
REMARKS = (
    "进展只照来源公布的列出，没有来源的写“未公布进展”，不表示没有做。",
    "“结转至”只按两份要点的文字对应列出，注明编辑认定或文字比对提示：继续出现不等于没有办结，不再出现也不等于已经办结。",
)


@dataclass(frozen=True, slots=True)
class ProgressView:
    """One published statement: its day, who made it, the status it gives, the evidence, a note or ""."""

    status: str
    statement: str
    evidence: LabelledLink
    note: str


@dataclass(frozen=True, slots=True)
class SuccessorView:
    """A clause of the next plan that goes on with a task: link, what ties it and on what ground, and the row that compares."""

    clause: LabelledLink
    relation: str
    ground_code: str
    comparison: str


@dataclass(frozen=True, slots=True)
class FollowUpTaskView:
    """One task looked back on: anchor, name with address, words, deadline in one line, progress, clauses that go on."""

    anchor: str
    task: LabelledLink
    words: str
    deadline: str
    progress: tuple[ProgressView, ...]
    no_progress: str
    successors: tuple[SuccessorView, ...]
    no_successor: str


@dataclass(frozen=True, slots=True)
class FollowUpView:
    """The page that looks back on a plan: the plan, the next one or why there is none, counts in words, the tasks."""

    title: str
    description: str
    place: str
    plan: LabelledLink
    following: LabelledLink | None
    no_following: str
    counts: tuple[str, ...]
    remarks: tuple[str, ...]
    successor_heading: str
    tasks: tuple[FollowUpTaskView, ...]


def looked_back_on(portal: Portal, as_of: date) -> tuple[Plan, ...]:
    """Plans that a later year of their place follows, or whose year is over."""
    newest: dict[str, int] = {}
    for plan in portal.plans:
        newest[plan.jurisdiction_id] = max(plan.year, newest.get(plan.jurisdiction_id, plan.year))
    return tuple(
        plan for plan in portal.plans if plan.year < newest[plan.jurisdiction_id] or plan.year < as_of.year
    )


def follow_up_view(plan: Plan, bonds: Bonds, index: Index, urls: Urls) -> FollowUpView:
    """The page that looks back on one plan."""
    following = min(
        (other for other in index.plans_of(plan.jurisdiction_id) if other.year > plan.year),
        key=lambda other: (other.year, other.id),
        default=None,
    )
    told = _told(index.portal.progress)
    tasks = tuple(_task(task, told.get(task.id, ()), bonds, following, index, urls) for task in plan.tasks)
    place = index.jurisdictions[plan.jurisdiction_id]
    return FollowUpView(
        title=f"回头看：{plan.title}",
        description=f"《{plan.title}》的每项任务后来怎样：公布的进展，结转到后一份要点的哪一条，或者未公布进展。",
        place=f"{place.full_name} · {plan.year}年",
        plan=LabelledLink(plan_label(plan), urls.plan(plan.id)),
        following=LabelledLink(plan_label(following), urls.plan(following.id)) if following else None,
        no_following="" if following else f"本站没有收录{place.name}{plan.year}年以后的要点，看不出哪些任务继续。",
        counts=tuple(_counts(tasks, told, plan, following)),
        remarks=REMARKS,
        successor_heading=f"结转至{following.year}年（按文字对应）" if following else "",
        tasks=tasks,
    )


def _told(progress: Iterable[Progress]) -> dict[str, tuple[Progress, ...]]:
    """What was published of each task, by id, the newest statement first."""
    told: dict[str, tuple[Progress, ...]] = {}
    for one in sorted(progress, key=lambda one: one.day, reverse=True):
        for task_id in one.task_ids:
            told[task_id] = (*told.get(task_id, ()), one)
    return told


def _counts(
    tasks: tuple[FollowUpTaskView, ...], told: Mapping[str, tuple[Progress, ...]], plan: Plan, following: Plan | None
) -> Iterable[str]:
    """How many tasks there are of each kind; never a share of the whole."""
    newest = [told[task.id][0].status for task in plan.tasks if task.id in told]
    yield f"任务{len(tasks)}项。"
    for status in ProgressStatus:
        if status in newest:
            yield f"最近一次公布为“{STATUSES[status]}”的{newest.count(status)}项。"
    yield f"{NOT_PUBLISHED}的{sum(not task.progress for task in tasks)}项。"
    if following:
        going_on = sum(bool(task.successors) for task in tasks)
        yield f"{following.year}年要点里有对应条款的{going_on}项，{NO_SUCCESSOR}的{len(tasks) - going_on}项。"


def _task(
    task: Task, told: tuple[Progress, ...], bonds: Bonds, following: Plan | None, index: Index, urls: Urls
) -> FollowUpTaskView:
    label = row_name(task) if task.number else item_name(index.passages[task.item_id])
    found = successors(task, bonds)
    return FollowUpTaskView(
        anchor=task.id.partition("/")[2].replace("/", "-"),
        task=LabelledLink(label, urls.passage(task.id)),
        words=task.text,
        deadline=deadline_sentence(task.deadline),
        progress=tuple(_progress(one, index, urls) for one in told),
        no_progress="" if told else NOT_PUBLISHED,
        successors=tuple(_successor(bond, urls) for bond in found),
        no_successor=NO_SUCCESSOR if following and not found else "",
    )


def successors(task: Task, bonds: Bonds) -> Sequence[Bond]:
    """Bonds of a task, or of the item that holds it, to the clauses of the next plan of its place."""
    own = bonds.after(task.id, ComparisonKind.YEARS)
    return own or bonds.after(task.item_id, ComparisonKind.YEARS)


def _progress(one: Progress, index: Index, urls: Urls) -> ProgressView:
    return ProgressView(STATUSES[one.status], f"{chinese_date(one.day)}，{one.source}", _evidence(one, index, urls), one.note)


def _evidence(one: Progress, index: Index, urls: Urls) -> LabelledLink:
    """The evidence as a link: a plan held, a known document by its title, or an address as it is."""
    if one.evidence in index.plans:
        return LabelledLink(plan_label(index.plans[one.evidence]), urls.plan(one.evidence))
    known = next((known for known in index.portal.known_documents if known.id == one.evidence), None)
    if known is None:
        return LabelledLink(one.evidence, one.evidence)
    href = known.address if known.address.startswith(("https://", "http://")) else ""
    return LabelledLink(f"《{known.title}》" if known.title else known.id, href, "未收录")


def _successor(bond: Bond, urls: Urls) -> SuccessorView:
    return SuccessorView(
        LabelledLink(f"{bond.new.plan.year}年{bond.new.label}", urls.passage(bond.new.id)),
        f"{bond.label}，{bond.ground_label}",
        str(bond.ground),
        f"{urls.comparison(bond.old.plan.plan_id, bond.new.plan.plan_id)}#{bond.row}",
    )
