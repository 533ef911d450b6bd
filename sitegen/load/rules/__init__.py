"""Rules (规则): what the portal as a whole, and every text in it, must hold; one definition each, with two examples.

A rule looks at the understood portal, or at the texts as typed, and yields findings; ``check_portal`` and
``check_writing`` turn them into problems. What one file may hold is in ``schema``; mistakes inside one plan are found
while it is assembled in ``plans``. Texts are never changed: a check of texts suggests.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TypeVar

from sitegen.load.rules.documents import DOCUMENT_RULES
from sitegen.load.rules.links import LINK_RULES
from sitegen.load.rules.numbering import NUMBERING_RULES
from sitegen.load.rules.personal import PERSONAL_RULES
from sitegen.load.rules.plan_and_table import PLAN_AND_TABLE_RULES
from sitegen.load.rules.progress import PROGRESS_RULES
from sitegen.load.rules.references import REFERENCE_RULES
from sitegen.load.rules.review import REVIEW_RULES
from sitegen.load.rules.rule import Rule
from sitegen.load.rules.text_brackets import BRACKET_RULES
from sitegen.load.rules.text_characters import CHARACTER_RULES
from sitegen.load.rules.text_marks import MARK_RULES
from sitegen.load.rules.text_misplaced import MISPLACED_RULES
from sitegen.load.rules.thesaurus import THESAURUS_RULES
from sitegen.load.rules.writing import Writing
from sitegen.load.rules.wrong_words import WRONG_WORD_RULES
from sitegen.model import Portal
from sitegen.problems import Problem

S = TypeVar("S")

PORTAL_RULES: tuple[Rule[Portal], ...] = (
    *REFERENCE_RULES, *NUMBERING_RULES, *DOCUMENT_RULES, *PLAN_AND_TABLE_RULES, *LINK_RULES, *PROGRESS_RULES, *REVIEW_RULES,
    *THESAURUS_RULES,
)  # fmt: skip
TEXT_RULES: tuple[Rule[Writing], ...] = (
    *BRACKET_RULES, *MARK_RULES, *CHARACTER_RULES, *WRONG_WORD_RULES, *MISPLACED_RULES, *PERSONAL_RULES,
)  # fmt: skip
RULES: tuple[Rule[Portal] | Rule[Writing], ...] = (*PORTAL_RULES, *TEXT_RULES)


def check_portal(portal: Portal, refused: Collection[str]) -> tuple[Problem, ...]:
    """Findings of all rules about the portal; ``refused`` names the kinds of files of which some could not be read."""
    return _problems((rule for rule in PORTAL_RULES if not set(rule.needs) & set(refused)), portal)


def check_writing(writing: Writing) -> tuple[Problem, ...]:
    """Findings of all rules about the texts of a file."""
    return _problems(TEXT_RULES, writing)


def _problems(rules: Iterable[Rule[S]], subject: S) -> tuple[Problem, ...]:
    return tuple(
        Problem(rule.code, finding.message, finding.at, rule.severity, finding.hint, finding.related)
        for rule in rules
        for finding in rule.find(subject)
    )


__all__ = ["PORTAL_RULES", "RULES", "TEXT_RULES", "Rule", "check_portal", "check_writing"]
