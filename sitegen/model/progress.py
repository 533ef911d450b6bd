"""Progress (进展) of tasks: what a source says became of a task, who says so, and the evidence. Never inferred."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sitegen.position import Loc

NOWHERE = Loc("")


class ProgressStatus(StrEnum):
    """What a source says of a task: 已结, 结转, 进行中, 取消."""

    DONE = "done"
    CARRIED_OVER = "carried-over"
    IN_PROGRESS = "in-progress"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Progress:
    """One published statement on tasks of a plan: the day it was made, the status, who made it, the evidence, a note.

    ``task_ids`` are the tasks meant: one, or all of an item. ``evidence`` is an address, or the id of a plan or a known
    document.
    """

    plan_id: str
    task_ids: tuple[str, ...]
    day: date
    status: ProgressStatus
    source: str
    evidence: str
    note: str = ""
    at: Loc = field(default=NOWHERE, compare=False, repr=False)
