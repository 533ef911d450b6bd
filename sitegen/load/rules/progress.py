"""Rules about progress (进展): a statement names evidence that readers can look up, and is not older than the plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sitegen.load.rules.rule import Finding, Rule
from sitegen.model import Portal
from sitegen.problems import Severity, nearest

ADDRESSES = ("https://", "http://")


def _evidence(portal: Portal) -> Iterator[Finding]:
    documents = [plan.id for plan in portal.plans] + [known.id for known in portal.known_documents]
    for one in portal.progress:
        if not one.evidence.startswith(ADDRESSES) and one.evidence not in documents:
            near = nearest(one.evidence, documents)
            hint = f"是不是“{near}”？" if near else "写公布进展的网址，或先在 known-documents.yaml 登记那份文件。"
            yield Finding(f"依据“{one.evidence}”既不是网址，也不是已收录或已登记的文件", one.at.child("evidence"), hint)


def _early(portal: Portal) -> Iterator[Finding]:
    plans = {plan.id: plan for plan in portal.plans}
    for one in portal.progress:
        plan = plans[one.plan_id]
        signed = plan.document.signed.day or date(plan.year, 1, 1)
        if one.day < signed:
            where = plan.at.child("document", "signed") if plan.document.signed.day else plan.at.child("year")
            message = f"进展的日期（{one.day}）早于文件日期（{signed}）"
            yield Finding(message, one.at.child("date"), "核对公布进展的日期。", ((where, "文件日期在这里"),))


PROGRESS_RULES: tuple[Rule[Portal], ...] = (
    Rule("progress-evidence", Severity.ERROR, "进展的依据是网址，或已收录、已登记的文件。",
         "evidence: huaiyin-2025-annual-report", "evidence: 电话了解", _evidence, needs=("plan", "known-documents")),
    Rule("progress-early", Severity.ERROR, "公布进展的日期不早于文件日期。", "2025年6月30日印发；date: 2025-12-01",
         "2025年6月30日印发；date: 2025-01-01", _early),
)  # fmt: skip
