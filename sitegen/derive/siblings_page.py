"""Places side by side (横向对照页): the clauses of a superior plan, and beside each what the places under it wrote."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.derive.comparison.column import SiblingClause
from sitegen.derive.comparison.siblings import Siblings
from sitegen.derive.comparison.view import PlanSide
from sitegen.derive.entries import LabelledLink
from sitegen.derive.urls import Urls

NOT_SEEN = "文字上未见"


@dataclass(frozen=True, slots=True)
class SiblingClauseView:
    """One clause of a place: link, what ties it to the superior clause and on what ground, and the row that compares them.

    ``words`` are its sentences that stand beside those of the superior clause, as printed, or "".
    """

    clause: LabelledLink
    words: str
    relation: str
    ground_code: str
    comparison: str


@dataclass(frozen=True, slots=True)
class SiblingCellView:
    """What one place wrote to a superior clause: the place's name, its clauses, or the words that none was found."""

    place: str
    clauses: tuple[SiblingClauseView, ...]
    absent: str


@dataclass(frozen=True, slots=True)
class SiblingRowView:
    """One superior clause with its words as printed, and a cell for every place."""

    anchor: str
    clause: LabelledLink
    words: str
    cells: tuple[SiblingCellView, ...]


@dataclass(frozen=True, slots=True)
class SiblingsView:
    """The page of places side by side: the superior plan, the comparison of each place with it, the rows."""

    title: str
    description: str
    kind: str
    superior: LabelledLink
    superior_heading: str
    places: tuple[LabelledLink, ...]
    remarks: tuple[str, ...]
    rows: tuple[SiblingRowView, ...]


def siblings_link(superior: PlanSide, plans: Iterable[PlanSide], urls: Urls) -> LabelledLink:
    """The page of the places under one superior plan as a link: its title, address and description."""
    names = "、".join(dict.fromkeys(plan.jurisdiction for plan in plans))
    return LabelledLink(
        f"{superior.name}各条，各地怎样写",
        urls.href(urls.siblings_path(superior.plan_id)),
        f"{superior.name}要点的各条之下，{names}的文字并排列出。",
    )


def siblings_view(found: Siblings, urls: Urls) -> SiblingsView:
    """The page of the places under one superior plan."""
    link = siblings_link(found.superior, found.plans, urls)
    return SiblingsView(
        title=link.label,
        description=link.remark,
        kind="横向对照",
        superior=LabelledLink(f"《{found.superior.title}》", urls.plan(found.superior.plan_id)),
        superior_heading=found.superior.name,
        places=tuple(_place(plan, found, urls) for plan in found.plans),
        remarks=(
            "各地之间没有承接关系，并排只是因为都在同一上级之下。",
            "各地名下只列与上级这一条逐句对得上的文字，整条和差别见逐句对照。",
            "“文字上未见”只表示没有找到相近的文字，不表示没有落实。",
        ),
        rows=tuple(
            SiblingRowView(
                anchor=row.id.partition("/")[2].replace("/", "-"),
                clause=LabelledLink(row.label, urls.passage(row.id)),
                words="".join(row.texts),
                cells=tuple(
                    _cell(plan, clauses, found.superior, urls)
                    for plan, clauses in zip(found.plans, row.cells, strict=True)
                ),
            )
            for row in found.rows
        ),
    )


def _place(plan: PlanSide, found: Siblings, urls: Urls) -> LabelledLink:
    return LabelledLink(f"{plan.jurisdiction}：{plan.title}", urls.comparison(found.superior.plan_id, plan.plan_id), "逐句对照")


def _cell(plan: PlanSide, clauses: tuple[SiblingClause, ...], superior: PlanSide, urls: Urls) -> SiblingCellView:
    page = urls.comparison(superior.plan_id, plan.plan_id)
    return SiblingCellView(
        f"{plan.jurisdiction}{plan.edition}",
        tuple(
            SiblingClauseView(
                LabelledLink(one.label, urls.passage(one.id)),
                "".join(one.texts),
                f"{one.tie.label}，{one.tie.ground_label}",
                str(one.tie.ground),
                f"{page}#{one.row}",
            )
            for one in clauses
        ),
        "" if clauses else NOT_SEEN,
    )
