"""Reviewing and proofreading of the encoded content (三审三校): stages in order, and the stage that publishing asks for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sitegen.load.rules.rule import Finding, Rule
from sitegen.load.schema.choices import CHINESE
from sitegen.model import Plan, Portal, Review, ReviewStage
from sitegen.problems import Code, Problem, Severity

REVIEWS = (ReviewStage.FIRST_REVIEW, ReviewStage.SECOND_REVIEW, ReviewStage.FINAL_REVIEW)
PROOFS = (ReviewStage.FIRST_PROOF, ReviewStage.SECOND_PROOF, ReviewStage.THIRD_PROOF)
REVIEW_MISSING = Code(
    "review-missing", Severity.ERROR, "正式发布的要点做到了 portal.yaml 要求的审校环节（required_review）。",
    "required_review: final-review，review 里有 final-review", "required_review: final-review，review 里只有 first-review",
)  # fmt: skip


def check_review(portal: Portal) -> tuple[Problem, ...]:
    """Plans that may not be published yet, because the stage that the portal asks for is not recorded."""
    asked = portal.facts.required_review
    if asked is None:
        return ()
    return tuple(
        Problem(
            REVIEW_MISSING.code,
            f"要求做到{_name(asked)}才能正式发布，这份要点{_reached(plan)}",
            plan.at.child("review"),
            REVIEW_MISSING.severity,
            f"{_name(asked)}做完以后，在 review 里加上“- {{stage: {asked}, role: …, date: …}}”。",
        )
        for plan in portal.plans
        if asked not in {review.stage for review in plan.review}
    )


def _name(stage: ReviewStage) -> str:
    return CHINESE[ReviewStage][stage]


def _reached(plan: Plan) -> str:
    done = "、".join(_name(review.stage) for review in plan.review)
    return f"只有{done}" if done else "没有审校记录"


def _track(stage: ReviewStage) -> tuple[ReviewStage, ...]:
    return REVIEWS if stage in REVIEWS else PROOFS


def _order(portal: Portal) -> Iterator[Finding]:
    for plan in portal.plans:
        for track in (REVIEWS, PROOFS):
            records = [review for review in plan.review if review.stage in track]
            yield from _stages(records, track)
            dated = [review for review in records if review.day is not None]
            for earlier, later in pairwise(dated):
                assert earlier.day is not None
                assert later.day is not None
                if later.day < earlier.day:
                    message = f"{_name(later.stage)}（{later.day}）早于{_name(earlier.stage)}（{earlier.day}）"
                    related = ((earlier.at.child("date"), f"{_name(earlier.stage)}在这里"),)
                    yield Finding(message, later.at.child("date"), "核对两处日期。", related)


def _stages(records: list[Review], track: tuple[ReviewStage, ...]) -> Iterator[Finding]:
    done: dict[ReviewStage, Review] = {}
    for review in records:
        at = review.at.child("stage")
        if review.stage in done:
            related = ((done[review.stage].at.child("stage"), "另一次在这里"),)
            yield Finding(f"{_name(review.stage)}记了两次", at, "一个环节只记一次；返工的，记最后一次。", related)
        missing = [stage for stage in track[: track.index(review.stage)] if stage not in done]
        if missing:
            names = "、".join(map(_name, missing))
            yield Finding(f"{_name(review.stage)}之前没有{names}", at, f"补上{names}，或按先后排列。")
        done.setdefault(review.stage, review)


def _same_role(portal: Portal) -> Iterator[Finding]:
    for plan in portal.plans:
        seen: dict[tuple[tuple[ReviewStage, ...], str], Review] = {}
        for review in plan.review:
            first = seen.setdefault((_track(review.stage), review.role), review)
            if first.stage != review.stage:
                message = f"“{review.role}”既做{_name(first.stage)}，又做{_name(review.stage)}"
                related = ((first.at.child("role"), f"{_name(first.stage)}在这里"),)
                yield Finding(message, review.at.child("role"), "各环节应由不同的人做；职责相同的，写得细一些。", related)


REVIEW_RULES: tuple[Rule[Portal], ...] = (
    Rule("review-order", Severity.WARNING, "审校环节依次进行，日期不倒退。", "first-review 6月1日，second-review 6月2日",
         "second-review 6月1日，first-review 6月2日", _order),
    Rule("review-same-role", Severity.NOTICE, "三审（三校）的各环节由不同的人做。", "初审 信息员，复审 科室负责人",
         "初审 信息员，复审 信息员", _same_role),
)  # fmt: skip
