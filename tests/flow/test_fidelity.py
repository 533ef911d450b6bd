"""Every sentence of the five source documents stands in content/ and in the built pages, word for word.

White space and page furniture (marks of headings, repeated table headers, rules) are layout and are left out; nothing
else is. A piece is what stands on one line or in one cell of a source, so pieces cut by a page break are proven too;
sentences are proven whole where prose runs on over the break.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from selectolax.lexbor import LexborHTMLParser

from sitegen.build import Built
from sitegen.derive.sentences import sentences
from sitegen.load.portal import Loaded
from sitegen.model import Plan
from tests.conftest import ROOT

SOURCES = ROOT / "tests" / "fixtures" / "sources"
PLANS = sorted(path.stem for path in SOURCES.glob("*.txt"))
RESPONSIBILITY = re.compile(r"([（(]责任单位[:：][^）)]*[）)])")
HEADER = re.compile(r"^序号\t工作任务\t具体要求\t责任单位\t完成时限\t?$", re.M)


def bare(text: str) -> str:
    """The text without white space."""
    return re.sub(r"\s+", "", text)


def source(plan_id: str) -> str:
    """A source document without page furniture."""
    text = (SOURCES / f"{plan_id}.txt").read_text("utf-8")
    text = re.sub(r"^#+ *", "", HEADER.sub("", text), flags=re.M)
    return re.sub(r"\*\*", "", re.sub(r"^---$", "", text, flags=re.M))


def pieces(plan_id: str) -> list[str]:
    """What stands on one line or in one cell, without white space."""
    return [found for piece in re.split(r"[\n\t]", source(plan_id)) if (found := bare(piece))]


def prose_sentences(plan_id: str) -> list[str]:
    """Whole sentences of the running text, joined over page breaks; none for the bare table."""
    prose = bare(source(plan_id).partition("附件:")[0]) if plan_id != "huaiyin-2023" else ""
    return [sentence.text for sentence in sentences(prose)]


def words(plan: Plan) -> Iterator[str]:
    """Every printed word of a plan as the content holds it, in printed order."""
    document = plan.document
    yield from (document.letterhead, document.number, document.notice_title, document.addressees, document.body)
    yield from (document.signatory, document.signed.text, document.contact, document.disclosure)
    yield plan.title
    yield from (passage.text for passage in plan.preamble)
    for section in plan.sections:
        yield section.number + section.title
        yield from (item.number + item.heading + item.text for item in section.items)
    yield from (passage.text for passage in plan.closing)
    yield from (*document.attachments, document.attachment_mark)
    if plan.table:
        yield plan.table.title
        yield "".join(plan.table.columns)
        for row in plan.table.rows:
            assert row.placement is not None
            labels = row.placement.section_label + row.placement.item_label
            yield row.number + labels + row.text + row.units.source + row.deadline.source
    yield from (document.page_remark, *document.copies_to, document.imprint_issuer, document.imprinted.text)


def variants(plan: Plan) -> str:
    """Words that a note keeps because a cell was printed twice in two spellings."""
    notes = [note.text for section in plan.sections for note in section.notes]
    notes += [note.text for item in plan.items for note in item.notes]
    notes += [note.text for task in plan.tasks for note in task.notes]
    return bare("\n".join(notes + [note.text for note in plan.notes]))


def unglued(piece: str, labels: set[str]) -> list[str]:
    """A requirement cell into which a label ran (rows 43, 53 and 55 of 章丘 2024), as label and requirement."""
    label = next((label for label in labels if piece.startswith(label) and piece != label), "")
    return [label, piece.removeprefix(label)] if label else [piece]


def plan_of(loaded: Loaded, plan_id: str) -> Plan:
    return next(plan for plan in loaded.portal.plans if plan.id == plan_id)


@pytest.mark.parametrize("plan_id", PLANS)
def test_every_piece_stands_in_the_content(real_portal: Loaded, plan_id: str) -> None:
    plan = plan_of(real_portal, plan_id)
    held = bare("".join(words(plan)))
    kept = variants(plan)
    assert [piece for piece in pieces(plan_id) if piece not in held and piece not in kept] == []


@pytest.mark.parametrize("plan_id", PLANS)
def test_whole_sentences_stand_in_the_content(real_portal: Loaded, plan_id: str) -> None:
    held = bare("".join(words(plan_of(real_portal, plan_id))))
    assert [sentence for sentence in prose_sentences(plan_id) if sentence not in held] == []


@pytest.mark.parametrize("plan_id", [plan for plan in PLANS if plan not in ("huaiyin-2023", "zhangqiu-2024")])
def test_prose_is_the_source_and_nothing_else(real_portal: Loaded, plan_id: str) -> None:
    assert bare("".join(words(plan_of(real_portal, plan_id)))) == bare(source(plan_id))


@pytest.mark.parametrize("plan_id", PLANS)
def test_every_sentence_stands_in_the_built_plan_page(real_site: Built, real_portal: Loaded, plan_id: str) -> None:
    place, _, year = plan_id.partition("-")
    html = next(output.content for output in real_site.outputs if output.path == f"{place}/{year}/index.html")
    shown = bare(LexborHTMLParser(html).body.text())
    plan = plan_of(real_portal, plan_id)
    labels = {bare(row.placement.item_label) for row in (plan.table.rows if plan.table else ()) if row.placement} - {""}
    parts = [part for piece in pieces(plan_id) for glued in unglued(piece, labels) for part in RESPONSIBILITY.split(glued)]
    found = [sentence.text for part in parts for sentence in sentences(part)]
    assert [sentence for sentence in found if sentence not in shown] == []


@pytest.mark.parametrize("plan_id", ["huaiyin-2023", "zhangqiu-2024"])
def test_every_row_stands_on_its_own_page(real_site: Built, real_portal: Loaded, plan_id: str) -> None:
    pages = {output.path: output.content for output in real_site.outputs if output.path.endswith(".html")}
    place, _, year = plan_id.partition("-")
    plan = plan_of(real_portal, plan_id)
    assert plan.table is not None
    missing = []
    for row in plan.table.rows:
        shown = bare(LexborHTMLParser(pages[f"{place}/{year}/task-{row.number}/index.html"]).body.text())
        cells = (*(sentence.text for sentence in sentences(row.text)), row.units.source, row.deadline.source)
        missing += [(row.number, cell) for cell in cells if bare(cell) not in shown]
    assert missing == []


def test_the_sources_are_these_five() -> None:
    assert PLANS == ["huaiyin-2023", "huaiyin-2025", "jinan-2025", "laoshan-2025", "zhangqiu-2024"]
