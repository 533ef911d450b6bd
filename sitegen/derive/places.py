"""Places in a document (所在位置): how items, rows and sections are called in links, and where they stand on a plan's page."""

from __future__ import annotations

from sitegen.derive.entries import LabelledLink, passage_label
from sitegen.derive.index import Index
from sitegen.derive.urls import Urls
from sitegen.model import Item, Plan, Section, Task


def has_prose(plan: Plan) -> bool:
    """Whether the items of a plan have text of their own; otherwise its page shows the table only."""
    return any(item.parts for item in plan.items)


def item_name(item: Item) -> str:
    """An item in links: number and title, or its first words."""
    return passage_label(item.number, item.heading, item.text)


def row_name(row: Task) -> str:
    """A row of a table in links: 第33行."""
    return f"第{row.number}行"


def task_link(task: Task, index: Index, urls: Urls) -> LabelledLink:
    """A task's own page, called by its row or its item."""
    name = row_name(task) if task.number else item_name(index.passages[task.item_id])
    return LabelledLink(name, urls.passage(task.id))


def section_anchor(plan: Plan, section: Section) -> str:
    """Anchor of a section on the plan's page: "section-2", or that of the table where the page shows no sections."""
    return f"section-{plan.sections.index(section) + 1}" if has_prose(plan) else "table"


def section_link(plan: Plan, section: Section, urls: Urls) -> LabelledLink:
    """A section's place on the plan's page."""
    return LabelledLink(f"{section.number}{section.title}", f"{urls.plan(plan.id)}#{section_anchor(plan, section)}")
