"""Every text of the content (文字) with its place, whose words it holds, and which notes stand beside it.

Texts are taken from the files as typed, so that a place inside a text is exact to the character. Here belong which
field holds what sort of text and when a note explains it; what is wrong with a text is in the modules of the checks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import islice
from typing import NamedTuple

from pydantic import BaseModel

from sitegen.load.pages import LONGEST_BODY
from sitegen.load.reading.numerals import read_numeral
from sitegen.load.rules.rule import Finding
from sitegen.load.schema.plan import ItemRecord, PlanFile, RowRecord, SectionRecord, TableRecord
from sitegen.load.schema.structure import fields
from sitegen.model import Note, NoteKind
from sitegen.position import Loc

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
"""Chinese characters, for a class of a regular expression."""
CHINESE = re.compile(f"[{HAN}]+")
"""A run of Chinese characters. Classes of so many characters take long to prepare: the checks share this one."""
MOST_FINDINGS = 20
"""Findings of one check told of one text."""
LONGEST_CHECKED = 10_000
"""Characters of a text that are checked; what is longer is refused."""
BLANK = "\ue000"
"""Stands in a text to be checked for what is not checked: quotations in the portal's own words, addresses, code."""


class Voice(StrEnum):
    """Whose words a text holds: sentences or labels as printed in the document, the portal's own words, or an entry."""

    RUNNING = "running"
    LABEL = "label"
    OWN = "own"
    ENTRY = "entry"


class Passage(NamedTuple):
    """One text (一段文字): the words as typed, what of them is checked (equally long; nothing of an entry), place, voice and field.

    ``column`` is the usual heading of the cell that holds it, ``number`` that of its item or row as printed; ``beside`` are
    the notes at the same item or row, ``above`` those of the section, table or plan around it; ``following`` is what is
    printed right after it.
    """

    words: str
    checked: str
    at: Loc
    voice: Voice
    field: str
    column: str = ""
    number: str = ""
    beside: tuple[Note, ...] = ()
    above: tuple[Note, ...] = ()
    following: str = ""


@dataclass(frozen=True, slots=True)
class WrongWord:
    """A wrong spelling (易错词), the right one, words that hold the wrong one rightly, and the ground, if any."""

    wrong: str
    right: str
    unless: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Allowance:
    """A number that its file may publish (准许公开的号码), as typed, and where that is said."""

    text: str
    at: Loc


@dataclass(frozen=True, slots=True)
class Writing:
    """All texts of a file, the wrong words to look for, and the numbers that it may publish."""

    passages: tuple[Passage, ...]
    wrong_words: tuple[WrongWord, ...] = ()
    allowances: tuple[Allowance, ...] = ()


_FIELDS = {
    Voice.RUNNING: (
        "ItemRecord.text PartRecord.text ParagraphRecord.text RowRecord.text DocumentRecord.body"
    ),
    Voice.LABEL: (
        "PlanFile.title SectionRecord.number SectionRecord.title ItemRecord.number ItemRecord.heading "
        "ItemRecord.responsibility PartRecord.responsibility TableRecord.title RowRecord.section_label "
        "RowRecord.item_label RowRecord.units RowRecord.deadline CellRecord.text DocumentRecord.notice_title "
        "DocumentRecord.addressees DocumentRecord.attachments DocumentRecord.contact DocumentRecord.disclosure "
        "DocumentRecord.copies_to"
    ),
    Voice.OWN: (
        "PlanFile.source PlanFile.completeness NoteRecord.text CellRecord.source_error CellRecord.reason "
        "RowRecord.item_reason LinkRecord.reason TermRecord.explanation UnitRecord.note GroupRecord.note "
        "KnownDocumentRecord.note PortalFile.title PortalFile.description ProseMatter.title ProseMatter.summary "
        "ProgressRecord.note MembershipRecord.source"
    ),
    Voice.ENTRY: (
        "PlanFile.first_unit_leads DocumentRecord.letterhead DocumentRecord.number DocumentRecord.issuer "
        "DocumentRecord.signatory DocumentRecord.attachment_mark DocumentRecord.page_remark DocumentRecord.imprint_issuer "
        "DocumentRecord.index_number DocumentRecord.validity DateRecord.text NoteRecord.cell CellRecord.printed "
        "CellRecord.inherited_from CellRecord.read_as MentionsRecord.units MentionsRecord.deadlines RowRecord.number "
        "RowRecord.item_inherited_from RowRecord.fragments TableRecord.columns ReviewRecord.role AllowedRecord.text "
        "AllowedRecord.reason UnitRecord.name GroupRecord.name AliasRecord.name JurisdictionRecord.name "
        "JurisdictionRecord.full_name KnownDocumentRecord.title KnownDocumentRecord.number KnownDocumentRecord.issuer "
        "KnownDocumentRecord.index_number KnownDocumentRecord.validity KnownDocumentRecord.facts PortalFile.publisher "
        "PortalFile.contact PortalFile.site_code PortalFile.icp PortalFile.police_record PortalFile.licence PortalFile.undertaker "
        "PortalFile.address ProgressRecord.source ProgressRecord.evidence TermRecord.term DefinitionRecord.quote "
        "ThesaurusRecord.words ThesaurusRecord.terms WrongWordRecord.wrong WrongWordRecord.right WrongWordRecord.unless "
        "WrongWordRecord.reason"
    ),
}  # fmt: skip
VOICES: Mapping[str, Voice] = {field: voice for voice, listed in _FIELDS.items() for field in listed.split()}
COLUMNS: Mapping[str, str] = {
    "RowRecord.text": "具体要求", "RowRecord.section_label": "工作任务", "RowRecord.item_label": "工作任务",
    "RowRecord.units": "责任单位", "RowRecord.deadline": "完成时限",
}  # fmt: skip
_KINDS: Mapping[str, NoteKind] = {kind.value: kind for kind in NoteKind}
_NUMBERED: tuple[type[BaseModel], ...] = (ItemRecord, RowRecord)
_NUMBERS = re.compile(
    r"（([一二三四五六七八九十]{1,4})）(?:[至到—-]（([一二三四五六七八九十]{1,4})）)?|第?(\d+)(?:[至到、—-](\d+))?行"
)
_WIDE_RECORDS: tuple[type[BaseModel], ...] = (PlanFile, SectionRecord, TableRecord)
_MARKDOWN = re.compile(
    r"^(```|~~~).*?^\1[^\n]*$|`[^`\n]{1,500}`|<[^>\n]{0,500}>"  # code and tags
    r"|\[(?=[^\]\n]{0,500}\]\()|\]\([^)\n]{0,500}\)|^\[[^\]\n]{0,500}\]:[^\n]*$"  # addresses of links
    r"|^[ \t]*(?:\d+[.)]|[-*+:])[ \t]+|^#+ ",  # marks of lists and headings
    re.M | re.S,
)
ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+")


def passages(file: str, tree: object, model: type[BaseModel]) -> Sequence[Passage]:
    """Every text in the tree of a file, whatever the tree holds; what no record knows is an entry."""
    found: list[Passage] = []
    _collect(tree, model, Loc(file), _Around(), found)
    return found


def body_passage(file: str, body: str) -> Passage:
    """The text of a prose page; its Markdown notation is not checked."""
    checked = _unquoted(_blanked(ADDRESS, _blanked(_MARKDOWN, body[:LONGEST_BODY])))
    return Passage(body, checked, Loc(file, ("body",)), Voice.OWN, "body")


def in_passages(
    pattern: re.Pattern[str], check: Callable[[Passage], Iterable[Finding]]
) -> Callable[[Writing], Iterator[Finding]]:
    """The search of a rule that looks at one text at a time, where a pattern is found in what of it is checked.

    Entries are no language and are passed over. Of one text so many findings are told that an editor sees what is the matter.
    """
    seen = pattern.search

    def find(writing: Writing) -> Iterator[Finding]:
        for passage in writing.passages:
            if passage.voice is not Voice.ENTRY and seen(passage.checked):
                yield from islice(check(passage), MOST_FINDINGS)

    return find


def explained(passage: Passage, kinds: Collection[NoteKind], *names: str) -> bool:
    """Whether notes tell the reader of a peculiarity: one beside of a fitting kind, or any that calls it by name.

    A note above that names items or rows (“（二）（三）”, “第1至4行”) is about these alone.
    """
    beside = [note for note in passage.beside if _is_of_cell(note, passage)]
    if any(note.kind in kinds or note.kind is NoteKind.SOURCE_ERROR for note in beside):
        return True
    if any(name in note.text for note in beside for name in names):
        return True
    return any(name in note.text and _is_of_number(note, passage.number) for note in passage.above for name in names)


def advice(passage: Passage, fix: str, kind: NoteKind) -> str:
    """The hint for a peculiarity: own words are corrected, printed ones compared and, if printed so, explained."""
    if passage.voice is Voice.OWN:
        return f"{fix}。"
    return f"核对原件：录错了的，{fix}；原件如此的，照录，并在 notes 里加一条 kind: {kind} 的说明。"


class _Slot(NamedTuple):
    """Where in a record a value stands: the field, whose voice a text there has, and the usual heading of its column."""

    field: str
    voice: Voice
    column: str


class _Around(NamedTuple):
    """What is known of the surroundings of a value while a tree is walked."""

    slot: _Slot = _Slot("", Voice.ENTRY, "")
    number: str = ""
    beside: tuple[Note, ...] = ()
    above: tuple[Note, ...] = ()
    following: str = ""


@cache
def _slot(model: type[BaseModel] | None, key: str) -> _Slot:
    field = f"{model.__name__ if model else ''}.{key}"
    return _Slot(field, VOICES.get(field, Voice.ENTRY), COLUMNS.get(field, ""))


def _collect(value: object, model: type[BaseModel] | None, at: Loc, around: _Around, found: list[Passage]) -> None:
    """Add every text in a value, which holds what a model says, to what was found."""
    if isinstance(value, str):
        found.append(_passage(value, at, around))
    elif isinstance(value, list):
        for n, one in enumerate(value):
            _collect(one, model, at.child(n), around, found)
    elif isinstance(value, dict):
        _collect_record(value, model, at, around, found)


def _collect_record(
    value: Mapping[str, object], model: type[BaseModel] | None, at: Loc, around: _Around, found: list[Passage]
) -> None:
    shapes = fields(model) if model is not None else {}
    notes = _notes(value) if "notes" in shapes or "source_error" in shapes else ()
    number = str(value.get("number") or "") if model in _NUMBERED else around.number
    inside = (number, (*around.beside, *notes), around.above)
    below = (number, (), (*around.above, *notes)) if model in _WIDE_RECORDS else inside
    for key, child in value.items():
        if key == "allowed_personal":
            continue
        record = shapes[key].record if key in shapes else None
        slot = _slot(model, key)
        if slot.voice is Voice.ENTRY and isinstance(child, str):
            found.append(Passage(child, "", at.child(key), slot.voice, slot.field))
            continue
        if not slot.column and around.slot.column:
            slot = slot._replace(column=around.slot.column)
        following = str(value.get("responsibility") or "") if key == "text" else ""
        near = inside if record is None or isinstance(child, str) else below
        _collect(child, record, at.child(key), _Around(slot, *near, following), found)


def _passage(words: str, at: Loc, around: _Around) -> Passage:
    field, voice, column = around.slot
    if voice is Voice.ENTRY:
        return Passage(words, "", at, voice, field)
    checked = _blanked(ADDRESS, words[:LONGEST_CHECKED])
    if voice is Voice.OWN:
        return Passage(words, _unquoted(checked), at, voice, field)
    return Passage(
        words, checked, at, voice, field, column, around.number, around.beside, around.above, around.following
    )


def _notes(record: Mapping[str, object]) -> tuple[Note, ...]:
    listed = record.get("notes")
    found = [
        Note(_KINDS[note["kind"]], str(note.get("cell") or ""), str(note.get("text") or ""))
        for note in (listed if isinstance(listed, list) else ())
        if isinstance(note, dict) and isinstance(note.get("kind"), str) and note["kind"] in _KINDS
    ]
    if error := record.get("source_error"):
        found.append(Note(NoteKind.SOURCE_ERROR, "", str(error)))
    return tuple(found)


def _is_of_cell(note: Note, passage: Passage) -> bool:
    """Whether a note may be about a text: a note about another column's cell is not."""
    return not note.cell or not passage.column or note.cell == passage.column or note.cell not in COLUMNS.values()


def _is_of_number(note: Note, number: str) -> bool:
    """Whether a note may be about an item or row of this number: one that names others is not."""
    named = [
        (read_numeral(first), read_numeral(last or first))
        for item, items_end, row, rows_end in _NUMBERS.findall(note.text)
        for first, last in [(item or row, items_end or rows_end)]
    ]
    ordinal = read_numeral(number) if number else None
    if not named or ordinal is None:
        return True
    return any(first is not None and last is not None and first <= ordinal <= last for first, last in named)


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: BLANK * len(match[0]), text)


def _unquoted(text: str) -> str:
    """The text with what stands between quotation marks blanked; where they are not in pairs, the text as it is."""
    if "“" not in text and "”" not in text:
        return text
    depth = 0
    kept: list[str] = []
    for character in text:
        depth -= character == "”"
        if depth < 0:
            return text
        kept.append(character if depth == 0 or character == "\n" else BLANK)
        depth += character == "“"
    return text if depth else "".join(kept)
