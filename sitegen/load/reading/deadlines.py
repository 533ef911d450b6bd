"""Deadlines (完成时限) of official Chinese: the words of a cell as terms.

Here a cell is read whole, and always answers. The grammar is in the modules named ``deadline_*``: text, points of the
calendar, phrases, years, terms.

Where usage leaves a choice, the readings are: a bare period (6月, 上半年) is a stretch, a bare day a limit; 6月前, 2025年前 and
一季度前 are unknown, for they have two readings; 到2025年 and 年内 mean by its last day; 全年持续 is one term and 全年，长期坚持
two; 定期 and 季度末 recur, 动态更新 and 随时 go on without an end, 及时 and 适时 name no day; 3月起 alone states no limit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from sitegen.load.reading.deadline_phrases import Dated, Undated
from sitegen.load.reading.deadline_scanner import scan
from sitegen.load.reading.deadline_terms import terms_of
from sitegen.load.reading.deadline_text import CLAUSE_MARKS, Unified, reach, unify
from sitegen.load.reading.deadline_undated import ONLY_MARKS
from sitegen.model.reading import DeadlineTerm, TermKind

SOFT = re.compile(r"力争|争取|原则上|尽量|尽可能|努力")
SOFT_BEFORE = re.compile(
    r"(?:预计|(?<![度作动施展的总期案务本])计划|拟定?|暂定|预期|有望|初定|初步定)(?:到|于|在|至)?$"
)
SOFT_BEHIND = re.compile(r"\((?:暂定|初定|拟定?|预定|预计|计划|力争|争取)\)")
LATEST_YEAR = 9000
# Of so many cells it is remembered what they say: thousands of rows are due in the same few words.
CELLS = 4096
LONGEST_CELL = 2000
"""How many characters a cell may have; what is longer states no deadline that is read."""
TOO_LONG = f"文字超过{LONGEST_CELL}字，不像一格时限，未作推断"


@lru_cache(CELLS)
def read_deadline(text: str, document_year: int | None) -> tuple[DeadlineTerm, ...]:
    """Read the words of a deadline cell; ``document_year`` stands in where words leave the year out.

    An empty cell has no terms; any other has at least one, of kind unknown where its words decide nothing.
    """
    if len(text) > LONGEST_CELL:
        return (DeadlineTerm(TermKind.UNKNOWN, text, remark=TOO_LONG, start_index=0, end_index=len(text)),)
    unified = unify(text)
    if not unified.text:
        return ()
    phrases = scan(unified.text)
    undecided = all(
        isinstance(phrase, Undated) and phrase.vague and phrase.kind is TermKind.UNKNOWN for phrase in phrases
    )
    if not undecided:
        terms = terms_of(unified, phrases, _plausible(document_year))
        return tuple(_finished(text, unified, term, phrases) for term in terms)
    if ONLY_MARKS.fullmatch(unified.text):
        remark = "此格没有写时限"
    else:
        said = [phrase.remark for phrase in phrases if isinstance(phrase, Undated)]
        remark = "；".join(dict.fromkeys(said)) or "没有读出时限用语，未作推断"
    start, end = unified.written(0, len(unified.text))
    return (DeadlineTerm(TermKind.UNKNOWN, text[start:end], remark=remark, start_index=start, end_index=end),)


def _plausible(document_year: int | None) -> int | None:
    return document_year if document_year is not None and 1 < document_year < LATEST_YEAR else None


def _finished(text: str, unified: Unified, term: DeadlineTerm, phrases: Iterable[Dated | Undated]) -> DeadlineTerm:
    """The term with its words as written, and whether the words around it make it soft."""
    words = text[term.start_index : term.end_index]
    ranges = [(phrase.start, phrase.end) for phrase in phrases]
    start, end = next(place for place in ranges if unified.written(*place)[0] == term.start_index)
    floor = max([reach(unified.text, start, end)[0], *(place[1] for place in ranges if place[1] <= start)])
    clause_end = reach(unified.text, start, end, CLAUSE_MARKS + "(")[1]
    ceiling = min([clause_end, *(place[0] for place in ranges if place[0] >= end)])
    before = unified.text[floor:start]
    before = before.rpartition("、")[2] if any(place[1] == floor for place in ranges) else before
    around = before + unified.text[start:end] + unified.text[end:ceiling].partition("、")[0]
    said = SOFT_BEFORE.search(unified.text[floor:start]) or SOFT_BEHIND.match(unified.text, end)
    soft = bool(SOFT.search(around) or said)
    return replace(term, words=words, soft=soft)
