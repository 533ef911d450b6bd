"""Edits of the sample that editors make: words, fields, units, whole tasks and files that come and go."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from tests.conftest import write_files

PLAN = "content/plans/dong-2030.yaml"
WORDS = (
    (PLAN, "公开预算决算信息。", "公开预算信息。"),
    (PLAN, "6月底前", "9月15日前"),
    ("content/units/dong.yaml", "区财政局", "区审计局"),
    ("content/portal.yaml", "样例门户", "另一门户"),
    ("content/pages/about.md", "文字", "内容"),
    ("content/jurisdictions.yaml", "东样区", "西样区"),
)
PLAN_AFTER = (PLAN, "2030", "2031")
PAGE_MORE = ("content/pages/further.md", "", "---\ntitle: 另一页\n---\n另一页的文字。\n")
EDITS = st.sampled_from((*WORDS, PLAN_AFTER, PAGE_MORE))
"""A file, words in it, and the words that take their place; done again, an edit is undone.

``PLAN_AFTER`` puts a plan of the next year beside the plan, or takes it away; ``PAGE_MORE`` a page.
"""


def edited(folder: Path, files: dict[str, str], edit: tuple[str, str, str]) -> dict[str, str]:
    """The files of a folder after an edit."""
    path, old, new = edit
    changed = dict(files)
    if edit == PLAN_AFTER:
        path = path.replace(old, new)
        changed[path] = files[PLAN].replace(old, new)
    elif edit == PAGE_MORE:
        changed[path] = new
    else:
        changed[path] = files[path].replace(old, new) if old in files[path] else files[path].replace(new, old)
    if path in files and edit in (PLAN_AFTER, PAGE_MORE):
        changed.pop(path)
        (folder / path).unlink()
    write_files(folder, changed)
    return changed
