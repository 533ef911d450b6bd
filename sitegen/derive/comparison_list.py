"""The list of comparisons (对照总页): those made beforehand, by kind, and the way to compare any two plans."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.derive.comparison import wording
from sitegen.derive.comparison.pairs import ComparisonKind
from sitegen.derive.comparison.prepared import Prepared
from sitegen.derive.comparison_page import comparison_href
from sitegen.derive.entries import LabelledLink
from sitegen.derive.urls import Urls

MEANINGS = {
    ComparisonKind.YEARS: "同一个地方前后两年的文件，哪些文字新增，哪些不再出现，哪些改写。",
    ComparisonKind.LEVELS: "下级的各条与上级同一年的各条，谁与谁文字相近；上级的哪些句子在下级文件里文字上未见。",
    ComparisonKind.RECONCILIATION: "要点正文与它自己的任务分解表，逐句核对。",
    ComparisonKind.SIBLINGS: "同一年、互不隶属的两个地方，文字相近，可能来自同一份上级文件；不是承接。",
    ComparisonKind.REVISION: "同一份文件修订前后的两个文本。",
}


@dataclass(frozen=True, slots=True)
class ComparisonCardView:
    """One comparison in the list: its title with address, summary, remarks on years that are not held."""

    link: LabelledLink
    summary: str
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComparisonGroupView:
    """Comparisons of one kind: anchor, heading, what the kind shows."""

    anchor: str
    heading: str
    meaning: str
    comparisons: tuple[ComparisonCardView, ...]


@dataclass(frozen=True, slots=True)
class ComparisonListView:
    """The list of all comparisons, or the sentence that there are none; ``any_href`` leads to comparing any two plans."""

    title: str
    description: str
    groups: tuple[ComparisonGroupView, ...]
    absent: str
    any_href: str


def comparison_list_view(
    comparisons: Iterable[Prepared], tables: tuple[LabelledLink, ...], any_href: str, urls: Urls
) -> ComparisonListView:
    """The list of all comparisons that were made; ``tables`` lead to the pages of places side by side."""
    groups = tuple(comparison_groups(comparisons, tables, urls))
    return ComparisonListView(
        title="对照",
        description="不同年份、上下级之间、正文与任务表之间，文字有什么不同。只比文字，不评价工作。",
        groups=groups,
        absent="" if groups else "已收录的文件之间还没有可以对照的。",
        any_href=any_href,
    )


def comparison_groups(
    comparisons: Iterable[Prepared], tables: tuple[LabelledLink, ...], urls: Urls
) -> Iterable[ComparisonGroupView]:
    """Comparisons by kind, in the order of kinds; places side by side stand after the levels that they are made of."""
    made = tuple(comparisons)
    for kind in ComparisonKind:
        cards = tuple(_card(one, urls) for one in made if one.heading.kind is kind)
        if cards:
            yield ComparisonGroupView(str(kind), wording.KINDS[kind], MEANINGS[kind], cards)
        if kind is ComparisonKind.LEVELS and tables:
            beside = tuple(ComparisonCardView(link, link.remark, ()) for link in tables)
            meaning = "同一个上级之下的各地，同一年里对上级的每一条各写了什么，并排列出。"
            yield ComparisonGroupView("side-by-side", "横向对照", meaning, beside)


def _card(one: Prepared, urls: Urls) -> ComparisonCardView:
    remarks = tuple(f"{year.label}。" for year in one.absent_years)
    return ComparisonCardView(LabelledLink(one.heading.title, comparison_href(one.heading, urls)), one.summary, remarks)
