"""Rules across files (规则): what the portal as a whole must hold, one definition each with a code and two examples.

A rule looks at the understood portal and yields findings; ``check_portal`` turns them into problems. What one file may
hold is in ``schema``; mistakes inside one plan are found while it is assembled in ``plans``.
"""

from __future__ import annotations

from sitegen.load.rules.documents import DOCUMENT_RULES
from sitegen.load.rules.numbering import NUMBERING_RULES
from sitegen.load.rules.references import REFERENCE_RULES
from sitegen.load.rules.rule import Rule
from sitegen.model import Portal
from sitegen.problems import Problem

RULES: tuple[Rule, ...] = (*REFERENCE_RULES, *NUMBERING_RULES, *DOCUMENT_RULES)


def check_portal(portal: Portal) -> tuple[Problem, ...]:
    """All findings of all rules as problems."""
    return tuple(
        Problem(rule.code, finding.message, finding.at, rule.severity, finding.hint, finding.related)
        for rule in RULES
        for finding in rule.find(portal)
    )


__all__ = ["RULES", "Rule", "check_portal"]
