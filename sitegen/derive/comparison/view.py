"""The finished comparison (对照页) as frozen values: everything a page, a list or a data file shows, computed and worded.

Ids of clauses and anchors are given, never addresses: the caller knows where a clause's page lies. Here belong only the
shapes; ``comparison`` fills them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from sitegen.derive.comparison.alignment import SentenceStatus
from sitegen.derive.comparison.difference import Segment
from sitegen.derive.comparison.outline import Outline
from sitegen.derive.comparison.pairs import ComparisonKind
from sitegen.model import Relation


class Ground(StrEnum):
    """Ground of a relation (依据): 编辑认定, 文字比对提示, 文件自身编排, 无."""

    DECLARED = "declared"
    SUGGESTED = "suggested"
    STRUCTURE = "structure"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class PlanSide:
    """One of the two plans: its id and title, whose it is, at which level (市级), its year, and what is compared of it.

    ``edition`` tells it from other plans of its place and year, "" where there is none. ``part`` is 要点正文, 任务表, or
    "" where the plan is only named.
    """

    plan_id: str
    title: str
    jurisdiction_id: str
    jurisdiction: str
    level: str
    year: int
    edition: str
    part: str

    @property
    def name(self) -> str:
        """The plan by its place and year: 槐荫区2025年."""
        return f"{self.jurisdiction}{self.year}年{self.edition}"


@dataclass(frozen=True, slots=True)
class AbsentYear:
    """A year between the two for which no plan is held, and the documents of it that are known (ids)."""

    year: int
    label: str
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """One number of the summary: its key, its Chinese label, how many."""

    key: str
    label: str
    number: int


@dataclass(frozen=True, slots=True)
class QuoteView:
    """One sentence: its clause, its anchor on the clause's page and here, where it stands in words, its text."""

    clause_id: str
    anchor: str
    here: str
    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where some wording stands in this comparison: the sentence's clause and place, and the line to go to."""

    clause_id: str
    anchor: str
    place: str
    line: str


@dataclass(frozen=True, slots=True)
class Line:
    """Sentences side by side: what became of them, both texts, and the word differences of the one from the other.

    ``segments`` joined give the old texts and the new texts exactly. ``see`` points to the same or like wording elsewhere.
    """

    anchor: str
    status: SentenceStatus
    label: str
    old: tuple[QuoteView, ...]
    new: tuple[QuoteView, ...]
    segments: tuple[Segment, ...]
    see: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties an old clause to a row, and on what ground: relation, the editor's reason, or score and shared wording.

    ``score_label`` is "" where there is no score.
    """

    ground: Ground
    ground_label: str
    relation: Relation
    label: str
    reason: str
    score: float | None
    score_label: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One clause of a row: id, label (number and title), section, words on units and deadline; its tie if it is an old one.

    ``anchor`` is the clause's own in this comparison, "" where it is that of the row or stands in another row. ``elsewhere`` points to those of its sentences that stand in other rows.
    """

    id: str
    anchor: str
    label: str
    number: str
    title: str
    section: str
    units: str
    deadline: str
    tie: Tie | None
    elsewhere: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True)
class FactDifference:
    """Difference of a cell or title where exactly one clause stands on either side: label and segments."""

    label: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the comparison: clauses on either side, what became of them, and every sentence that is shown here.

    ``anchor`` is that of the new clause, or of the old one that stands alone, and stays ("to-item-8", "from-item-7").
    ``reasons`` are those that editors gave. ``previous`` and ``following`` are the anchors of the neighbouring rows in
    which something changed, or "".
    """

    anchor: str
    status: Relation
    label: str
    ground: Ground
    ground_label: str
    reasons: tuple[str, ...]
    changed: bool
    old: tuple[Side, ...]
    new: tuple[Side, ...]
    facts: tuple[FactDifference, ...]
    lines: tuple[Line, ...]
    previous: str
    following: str


@dataclass(frozen=True, slots=True)
class Correspondence:
    """One clause read from its own side: the rows that answer it, and its sentences without any like wording.

    ``label`` says in Chinese how much of it has like wording on the other side.
    """

    id: str
    clause: str
    label: str
    rows: tuple[Pointer, ...]
    missing: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """What a comparison is called (对照名目): its kind and the label of that, its title, the two plans without their parts."""

    kind: ComparisonKind
    kind_label: str
    title: str
    old: PlanSide
    new: PlanSide


@dataclass(frozen=True, slots=True)
class Comparison:
    """The comparison of two plans, finished.

    ``rows`` are in reading order of the newer or lower plan, old clauses without counterpart last. ``by_old`` and
    ``by_new`` read the same from either side; ``only_old`` and ``only_new`` are the clauses with sentences that the other
    side does not have. ``form_differences`` counts the places where only punctuation, width or spaces differ.
    """

    kind: ComparisonKind
    kind_label: str
    title: str
    old: PlanSide
    new: PlanSide
    remarks: tuple[str, ...]
    absent_years: tuple[AbsentYear, ...]
    held_between: tuple[PlanSide, ...]
    clause_counts: tuple[Count, ...]
    sentence_counts: tuple[Count, ...]
    summary: str
    form_differences: int
    rows: tuple[Row, ...]
    by_old: tuple[Correspondence, ...]
    by_new: tuple[Correspondence, ...]
    only_old_heading: str
    only_old: tuple[Correspondence, ...]
    only_new_heading: str
    only_new: tuple[Correspondence, ...]
    outline: Outline

    @property
    def heading(self) -> Heading:
        """What it is called."""
        return Heading(self.kind, self.kind_label, self.title, replace(self.old, part=""), replace(self.new, part=""))
