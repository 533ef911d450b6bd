"""Pages of units and groups (责任单位页): what concerns a unit over all years, in three lists that are never added up."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import groupby

from sitegen.derive.agenda_page import FeedView, feed_view
from sitegen.derive.entries import LabelledLink, beginning
from sitegen.derive.feeds import unit_feed_path
from sitegen.derive.index import Index
from sitegen.derive.places import row_name
from sitegen.derive.shared_tasks import SharedTasksView
from sitegen.derive.unit_work import Concern, Work
from sitegen.derive.unit_years import UnitYearsView
from sitegen.derive.urls import Urls
from sitegen.derive.wording import ROLES, UNIT_KINDS, no_deadline_sentence, term_reading
from sitegen.model import Basis, Group, Role, Unit

EXPLANATIONS = {
    Concern.NAMED: "文件写出了这个名称。",
    Concern.THROUGH_GROUP: "文件写的是“各……”一类的全体。",
    Concern.POSSIBLE: "文件写的是“有关”“相关”或“等”，没有点名；是否包括本单位，文件没有说明。",
}
LABELS = {Concern.NAMED: "点名", Concern.THROUGH_GROUP: "经由群体", Concern.POSSIBLE: "可能涉及"}
BY_WORDS = "文件没有列出这个群体的成员，这里只按字面列出。"
FROM_TEXT = "正文提到，不在责任单位栏"


@dataclass(frozen=True, slots=True)
class WorkView:
    """One task in a list: its row or first words with address, its text, the words that concern the unit, remarks.

    ``deadline`` says the deadline in one line; ``remark`` the role and where the words stand, or "".
    """

    label: str
    href: str
    text: str
    words: str
    deadline: str
    remark: str


@dataclass(frozen=True, slots=True)
class PlanWorksView:
    """The tasks of one plan in a list: the plan with its address, and the tasks."""

    plan: LabelledLink
    works: tuple[WorkView, ...]


@dataclass(frozen=True, slots=True)
class ConcernView:
    """One of the three lists: anchor, heading, count in words, what it means, the tasks by plan, or why it is empty."""

    anchor: str
    heading: str
    count: str
    explanation: str
    remark: str
    plans: tuple[PlanWorksView, ...]
    absent: str


@dataclass(frozen=True, slots=True)
class YearRow:
    """Counts of one plan in the overview: the plan, and the number of tasks per list."""

    plan: LabelledLink
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class UnitPageView:
    """Page of a unit or group: its name as title, kind, place, other names, note, three lists with an overview, calendar and data.

    ``short_names`` are further names that only the search knows. ``members`` is for groups: what sources state of their members, or the sentence that none does. ``namesakes`` are units
    of the same name in other places. ``calendar`` is None where no task has a day, ``calendar_absent`` then says so. ``updates`` is the
    Atom feed, None where the portal publishes none.
    """

    title: str
    description: str
    kind: str
    place: LabelledLink
    aliases: tuple[LabelledLink, ...]
    short_names: tuple[str, ...]
    note: str
    above: LabelledLink | None
    members: tuple[str, ...]
    overview_headings: tuple[str, ...]
    overview: tuple[YearRow, ...]
    concerns: tuple[ConcernView, ...]
    namesakes: tuple[LabelledLink, ...]
    calendar: FeedView | None
    calendar_absent: str
    data_href: str
    history: UnitYearsView | None
    shared: SharedTasksView | None
    updates: LabelledLink | None


def unit_page_view(
    body: Unit | Group,
    works: tuple[Work, ...],
    index: Index,
    urls: Urls,
    feed_paths: Collection[str],
    history: UnitYearsView | None = None,
    shared: SharedTasksView | None = None,
    updates: LabelledLink | None = None,
    short_names: tuple[str, ...] = (),
) -> UnitPageView:
    """The page of a unit or group, given its works, the calendars' paths, its years, its partners, its feed, other names."""
    place = index.jurisdictions[body.jurisdiction_id]
    above = index.units.get(body.of) if isinstance(body, Unit) and body.of else None
    path = unit_feed_path(urls, body.id)
    calendar = feed_view(f"{place.full_name}{body.name}（每项任务一个事件）", path, urls) if path in feed_paths else None
    shown = tuple(Concern) if isinstance(body, Unit) else (Concern.NAMED,)
    return UnitPageView(
        title=body.name,
        description=f"{place.full_name}{body.name}在历年政务公开工作要点里的任务：点名、经由群体、可能涉及，分开列出。",
        kind=UNIT_KINDS[body.kind] if isinstance(body, Unit) else "单位群体",
        place=LabelledLink(place.full_name, urls.jurisdiction(place.id)),
        aliases=tuple(_alias(alias.name, alias.seen, index) for alias in body.aliases),
        short_names=short_names,
        note=body.note,
        above=LabelledLink(above.name, urls.unit(above.id)) if above else None,
        members=_members(body, index) if isinstance(body, Group) else (),
        overview_headings=tuple(LABELS[concern] for concern in shown),
        overview=tuple(_overview(works, shown, urls)),
        concerns=tuple(_concern(concern, works, urls) for concern in shown),
        namesakes=_namesakes(body, index, urls),
        calendar=calendar,
        calendar_absent="" if calendar else "点名本单位的任务都没有写明日期，没有可以订阅的日历。",
        data_href=urls.href(urls.unit_data_path(body.id)),
        history=history,
        shared=shared,
        updates=updates,
    )


def _alias(name: str, seen: Iterable[str], index: Index) -> LabelledLink:
    plans = "、".join(f"《{index.plans[plan].title}》" for plan in seen if plan in index.plans)
    return LabelledLink(name, remark=f"见于{plans}" if plans else "")


def _members(group: Group, index: Index) -> tuple[str, ...]:
    if not group.memberships:
        return ("没有来源写明这个群体包括哪些单位，本站不作推断。",)
    return tuple(
        f"{known.year}年：{'、'.join(index.units[unit].name for unit in known.unit_ids)}（{known.source}）"
        for known in group.memberships
    )


def _by_plan(works: Iterable[Work]) -> Iterable[tuple[str, list[Work]]]:
    return ((plan_id, list(found)) for plan_id, found in groupby(works, lambda work: work.plan.id))


def _overview(works: tuple[Work, ...], shown: tuple[Concern, ...], urls: Urls) -> Iterable[YearRow]:
    for plan_id, found in _by_plan(works):
        counts = tuple(sum(work.concern is concern for work in found) for concern in shown)
        yield YearRow(LabelledLink(f"《{found[0].plan.title}》", urls.plan(plan_id)), counts)


def _concern(concern: Concern, works: tuple[Work, ...], urls: Urls) -> ConcernView:
    own = [work for work in works if work.concern is concern]
    by_words = any(work.basis is Basis.UNKNOWN for work in own) and concern is Concern.THROUGH_GROUP
    return ConcernView(
        anchor=str(concern).replace("_", "-"),
        heading=LABELS[concern],
        count=f"{len(own)}项",
        explanation=EXPLANATIONS[concern],
        remark=BY_WORDS if by_words else "",
        plans=tuple(_plan_works(plan_id, found, urls) for plan_id, found in _by_plan(own)),
        absent="" if own else "没有。",
    )


def _plan_works(plan_id: str, works: list[Work], urls: Urls) -> PlanWorksView:
    link = LabelledLink(f"《{works[0].plan.title}》", urls.plan(plan_id), f"{len(works)}项")
    return PlanWorksView(link, tuple(_work(work, urls) for work in works))


def _work(work: Work, urls: Urls) -> WorkView:
    task = work.task
    role = "" if work.role is Role.RESPONSIBLE else ROLES[work.role]
    remark = "；".join(part for part in (role, FROM_TEXT if work.in_text else "") if part)
    label = row_name(task) if task.number else work_label(work)
    readings = "；".join(term_reading(term) for term in task.deadline.terms)
    deadline = no_deadline_sentence(task.deadline) or f"{readings}。"
    return WorkView(label, urls.passage(task.id), beginning(task.text, 60), work.words, deadline, remark)


def work_label(work: Work) -> str:
    """Name of a task without a row number: its item's number and title."""
    passage = next((one for one in work.plan.passages() if one.id == work.task.item_id), None)
    if passage is None or not passage.number:
        return beginning(work.task.text, 12)
    return f"{passage.number}{passage.title}"


def _namesakes(body: Unit | Group, index: Index, urls: Urls) -> tuple[LabelledLink, ...]:
    if isinstance(body, Group):
        return ()
    same = [unit for unit in index.portal.units if unit.name == body.name and unit.id != body.id]
    return tuple(
        LabelledLink(f"{index.jurisdictions[unit.jurisdiction_id].full_name}的{unit.name}", urls.unit(unit.id)) for unit in same
    )
