"""Declared links (对照关系) between clauses of two plans: what an editor says continues, rewords or carries out what."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from sitegen.position import Loc

NOWHERE = Loc("")


class Relation(StrEnum):
    """Relation between clauses: 延续, 改写, 部分保留, 合并, 拆分, 移动, 不再出现, 新增, 承接, 同源, 无对应."""

    CONTINUED = "continued"
    REWORDED = "reworded"
    PARTLY_KEPT = "partly-kept"
    MERGED = "merged"
    SPLIT = "split"
    MOVED = "moved"
    DROPPED = "dropped"
    NEW = "new"
    CARRIES_OUT = "carries-out"
    SAME_SOURCE = "same-source"
    NONE = "none"


class LinkSetKind(StrEnum):
    """What a set of links compares: two years of one place, a place and its superior, two versions, two other places.

    年度, 上下级, 修订, 同源表述: the last between places of which neither lies above the other.
    """

    YEARS = "years"
    LEVELS = "levels"
    REVISION = "revision"
    SIBLINGS = "siblings"


@dataclass(frozen=True, slots=True)
class Link:
    """One declared link: ids of items or tasks on either side (many to many; one side empty for new or dropped)."""

    from_ids: tuple[str, ...]
    to_ids: tuple[str, ...]
    relation: Relation
    reason: str = ""
    at: Loc = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class LinkSet:
    """Declared links between two plans. ``from_plan`` is the earlier or superior one, ``to_plan`` the later or lower."""

    kind: LinkSetKind
    from_plan: str
    to_plan: str
    links: tuple[Link, ...]
    at: Loc = field(default=NOWHERE, compare=False, repr=False)
