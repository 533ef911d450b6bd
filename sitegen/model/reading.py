"""Readings (解读结果): words of a document, what they were understood to mean, and on what ground.

Here belong the values of the two grammars (responsible units, deadlines) and of targets found in a text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Basis(StrEnum):
    """Ground of a reading (依据): where the understood value comes from."""

    STATED = "stated"
    INHERITED = "inherited"
    ASSIGNED = "assigned"
    SOURCE_ERROR = "source-error"
    NOT_STATED = "not-stated"
    UNKNOWN = "unknown"


class MentionKind(StrEnum):
    """What a mention of a body turned out to be: a registered unit, a group of units, or a name not registered."""

    UNIT = "unit"
    GROUP = "group"
    UNRESOLVED = "unresolved"


class Scope(StrEnum):
    """Extent of a group: 各 (all of them) or 有关, 相关, 等 (some, unnamed)."""

    ALL = "all"
    SOME = "some"


class Role(StrEnum):
    """Part that a body has in a task: 牵头, 配合, 责任, 落实 (实施), 审核 (评审)."""

    LEAD = "lead"
    SUPPORT = "support"
    RESPONSIBLE = "responsible"
    IMPLEMENT = "implement"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Mention:
    """One body named in a unit expression (责任单位): the name as written and what it resolved to.

    ``id`` is the registry id of a unit or group ("huaiyin/caizhengju"), None where nothing resolved. ``scope`` is set
    for groups only. ``of`` names the superior body where the mention lies inside or under one (及所属…, …相关处室).
    ``start`` and ``end`` are the character range of the words in ``Units.source``. ``remark`` says in Chinese what the
    words leave open about this body, or is empty.
    """

    kind: MentionKind
    id: str | None
    name: str
    scope: Scope | None = None
    role: Role = Role.RESPONSIBLE
    of: str | None = None
    start: int = 0
    end: int = 0
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Units:
    """Responsible units (责任单位) of a task: the words of the cell or bracket, the reading and its basis.

    ``source`` holds the words exactly as printed, also when empty; where they are inherited it holds this cell's own
    (empty) words and ``words`` those that were read. ``inherited_from`` is the number of the row whose cell holds.
    ``open_ended`` is true where 等, 有关 or 相关 leave the list open. ``printed`` keeps the cell with the line breaks and
    spaces of the printed page where ``source`` leaves them out, or is empty. ``reason`` is the editor's ground for an
    assigned reading, or says what is wrong with a cell whose basis is source-error.
    """

    source: str
    basis: Basis
    words: str = ""
    inherited_from: str | None = None
    reason: str = ""
    open_ended: bool = False
    mentions: tuple[Mention, ...] = ()
    printed: str = ""


class TermKind(StrEnum):
    """Kind of a deadline term: 期限, 起止, 全年, 长期, 定期, 相对, 不明."""

    BY_DATE = "by_date"
    RANGE = "range"
    WHOLE_YEAR = "whole_year"
    LONG_TERM = "long_term"
    RECURRING = "recurring"
    RELATIVE = "relative"
    UNKNOWN = "unknown"


class Precision(StrEnum):
    """How finely the words state a date: 日, 旬, 月, 季度, 半年, 年."""

    DAY = "day"
    TEN_DAYS = "ten_days"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class DeadlineTerm:
    """One term of a deadline (完成时限): its kind and, where the words decide them, its days.

    ``start`` and ``end`` are inclusive days. 全年, recurring and relative terms carry no day, 长期 only a start, and only where
    the words give its full date. ``year`` is the year a
    term belongs to; ``year_from_document`` is true where the words left it out and the document's year was taken.
    ``soft`` marks 争取, 力争 and the like. ``remark`` says in Chinese what is ambiguous or assumed, or is empty.
    ``start_index`` and ``end_index`` are the character range of the words in the text read.
    """

    kind: TermKind
    words: str
    start: date | None = None
    end: date | None = None
    precision: Precision | None = None
    year: int | None = None
    year_from_document: bool = False
    soft: bool = False
    remark: str = ""
    start_index: int = 0
    end_index: int = 0


@dataclass(frozen=True, slots=True)
class Deadline:
    """Deadline (完成时限) of a task: the words of the cell, the reading and its basis (see ``Units`` for the fields)."""

    source: str
    basis: Basis
    words: str = ""
    inherited_from: str | None = None
    reason: str = ""
    terms: tuple[DeadlineTerm, ...] = ()
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """Measurable target (量化要求) found in a text, such as 不少于5次 or 不低于50%.

    ``bound`` is "at_least", "at_most" or "exactly"; ``quantity`` the number as a decimal text, ``measure`` the unit of
    measure as printed (次, %, 种形式). ``start`` and ``end`` are the character range in the text.
    """

    words: str
    bound: str
    quantity: str
    measure: str
    start: int = 0
    end: int = 0
