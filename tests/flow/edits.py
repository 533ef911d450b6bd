"""Edits that editors make to a portal of two levels: words, fields, units, rows, and whole files that come and go."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from tests.conftest import unpack, write_files
from tests.flow.sample import SAMPLE

Edit = tuple[str, str, str]
PLAN = "content/plans/dong-2030.yaml"
UNITS = "content/units/dong.yaml"
_SAMPLE = unpack(SAMPLE)
_CITY = _SAMPLE[PLAN].replace("dong", "yangli").replace("东样区", "样例市").replace("6月底前", "5月底前")
PORTAL = {**_SAMPLE, "content/plans/yangli-2030.yaml": _CITY}
"""The sample with a plan of the city above, so that there are comparisons."""
_SECOND_ROW = _SAMPLE[PLAN][_SAMPLE[PLAN].index("    - number: 2") :]
_WORDS = (
    (PLAN, "公开预算决算信息。", "公开预算信息。"),
    (PLAN, "6月底前", "9月15日前"),
    (PLAN, "养老服务", "养老(服务）"),
    (PLAN, _SECOND_ROW, "    # 少了一行\n"),
    (UNITS, "区财政局", "区审计局"),
    (UNITS, "groups:", "  - {id: dangan-ju, name: 区档案局, kind: department}\ngroups:"),
    ("content/portal.yaml", "样例门户", "另一门户"),
    ("content/pages/about.md", "文字", "内容"),
    ("content/jurisdictions.yaml", "东样区", "西样区"),
)
_FILES = {
    "content/plans/dong-2031.yaml": _SAMPLE[PLAN].replace("2030", "2031").replace("预算决算", "预算"),
    "content/pages/further.md": "---\ntitle: 另一页\n---\n另一页的文字。\n",
    "content/glossary.yaml": "terms:\n  - {id: yangwen, term: 养老服务, explanation: 说明。}\n",
}
EDITS: tuple[Edit, ...] = (*_WORDS, *((path, "", text) for path, text in _FILES.items()))
"""A file, words in it and those that take their place, or a file without its words before; done again, it is undone."""
edits = st.sampled_from(EDITS)


def edited(folder: Path, files: dict[str, str], edit: Edit) -> dict[str, str]:
    """The files of a folder after an edit."""
    path, old, new = edit
    if not old and path in files:
        (folder / path).unlink()
        return {other: text for other, text in files.items() if other != path}
    text = files.get(path, "")
    changed = {**files, path: new if not old else text.replace(new, old) if new in text else text.replace(old, new)}
    write_files(folder, changed)
    return changed
