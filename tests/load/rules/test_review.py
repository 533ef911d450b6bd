"""Reviewing and proofreading: order of stages and days, the same role twice, and what publishing asks for."""

from sitegen.load.rules.review import check_review
from sitegen.memo import NoMemo
from sitegen.model import Portal
from sitegen.source import SourceFile, parse_yaml
from sitegen.understanding import understand
from tests.conftest import unpack
from tests.load.rules.marked import BASE, PROSE, expect, nothing

ITEM = """\
sections:
  - number: 一、
    title: 公开
    items:
      - {number: （一）, heading: 甲。, text: 公开预算。, responsibility: （责任单位：区财政局、区民政局）}
"""
PLAN = BASE + PROSE + ITEM + "review:\n"


def test_review_order() -> None:
    marked = PLAN + """\
  - {stage: first-review, role: 信息员, date: 2030-06-03}
  - {stage: final-review, role: 分管负责人, date: ⟦2030-06-02⟧}
  - {stage: first-proof, role: 校对员, date: 2030-06-01}
  - {stage: ⟦third-proof⟧, role: 科长}
""".replace("stage: final-review", "stage: ⟦final-review⟧")  # fmt: skip
    assert expect(marked, "review-order").messages == ["终审之前没有复审", "终审（2030-06-02）早于初审（2030-06-03）", "三校之前没有二校"]


def test_a_stage_twice() -> None:
    marked = PLAN + """\
  - {stage: first-review, role: 信息员}
  - {stage: ⟦first-review⟧, role: 信息员}
  - {stage: first-proof, role: 校对员}
  - {stage: ⟦first-proof⟧, role: 科长}
"""
    assert expect(marked, "review-order").messages == ["初审记了两次", "一校记了两次"]


def test_review_same_role() -> None:
    marked = PLAN + """\
  - {stage: first-review, role: 信息员, date: 2030-06-01}
  - {stage: second-review, role: ⟦信息员⟧, date: 2030-06-02}
  - {stage: first-proof, role: 信息员}
  - {stage: second-proof, role: 科长}
  - {stage: third-proof, role: ⟦信息员⟧}
"""
    assert expect(marked, "review-same-role").messages == ["“信息员”既做初审，又做复审", "“信息员”既做一校，又做三校"]


def test_reviews_in_order() -> None:
    nothing(PLAN + """\
  - {stage: first-review, role: 信息员, date: 2030-06-01}
  - {stage: first-proof, role: 信息员, date: 2030-06-01}
  - {stage: second-review, role: 科长, date: 2030-06-01}
  - {stage: second-proof, role: 校对员, date: 2030-06-02}
  - {stage: final-review, role: 分管负责人, date: 2030-06-02}
  - {stage: third-proof, role: 科长}
""", "review-order", "review-same-role")  # fmt: skip


def portal_of(text: str, required: str) -> Portal:
    files = unpack(text)
    files["content/portal.yaml"] += required
    return understand(tuple(parse_yaml(SourceFile(path, body.encode())) for path, body in files.items()), NoMemo()).portal


def test_publishing_asks_for_a_stage() -> None:
    second = PROSE.replace("2030", "2031") + ITEM
    text = PLAN + "  - {stage: first-review, role: 信息员}\n  - {stage: second-review, role: 科长}\n" + second
    asked = portal_of(text, "required_review: final-review\n")
    found = check_review(asked)
    assert [(problem.code, problem.severity, problem.message) for problem in found] == [
        ("review-missing", "error", "要求做到终审才能正式发布，这份要点只有初审、复审"),
        ("review-missing", "error", "要求做到终审才能正式发布，这份要点没有审校记录"),
    ]
    assert all("stage: final-review" in problem.hint for problem in found)
    for required in ("", "required_review:\n"):
        assert check_review(portal_of(text, required)) == ()
    enough = check_review(portal_of(text, "required_review: second-review\n"))
    assert [problem.at.file for problem in enough] == ["content/plans/dong-2031.yaml"]
