"""Tokens (词) of Chinese official text for comparison: what may be shown as changed is always a whole word.

Names of units and places, terms of the glossary, dates, quantities with their unit (不少于5次, 50%, 2024年12月底前) and
Latin runs are found first, each one token, also bodies that are named like one but registered nowhere (区交通运输局); the remaining runs of Chinese are cut into words by rjieba's own dictionary,
which is never added to. Here belong cutting and folding (全半角、标点、空格); what a difference is, ``difference`` decides.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import groupby

import rjieba

from sitegen.model import Group, Portal, Unit

COUNTED = (
    "个百分点|个工作日|工作日|个小时|个季度|个半月|个月|平方米|公里|小时|分钟|季度|万元|亿元|万人|人次|种形式|"
    "次|种|项|个|条|家|名|人|天|日|周|年|月|元|类|级|场|篇|期|件|份|部|轮|批|户|所|处|倍|成|米|页|字|批次|轮次"
)
BOUND = "不少于|不低于|不超过|不高于|不得少于|不得低于|不得超过|至少|至多|最少|最多|超过|达到|低于|高于|约|近|第"
ARABIC = r"\d+(?:[.,]\d+)*(?:\s*[-~—至到]\s*\d+(?:[.,]\d+)*)?"
CHINESE = r"[一二两三四五六七八九十百千万]+"
MONTH = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})月"
END_OF = r"(?:上旬|中旬|下旬|月底|年底|年末|底|末|初|份)?(?:之前|以前|前|之后|以后|后|起)?"
DATE = (
    rf"(?:\d{{4}}|\d{{2}})年(?:{MONTH}(?:\d{{1,2}}[日号])?|(?:第?[一二三四1-4]|上半|下半)(?:季度|年)|年)?{END_OF}"
    rf"|{MONTH}(?:\d{{1,2}}[日号])?{END_OF}"
    r"|(?:每|本|当|今|明|全)年(?:年)?(?:底|末|初)(?:之前|以前|前)?|年(?:底|末)(?:之前|以前|前)"
)
QUANTITY = (
    rf"(?:{BOUND})?{ARABIC}(?:%|‰|余|多)?(?:{COUNTED})?"
    rf"|(?:{BOUND})(?:{CHINESE})(?:{COUNTED})"
    rf"|(?:{CHINESE})(?:次|个月|个工作日|万元|亿元|个百分点)"
)
DOCUMENT_NUMBER = r"〔\d{4}〕\s*\d+\s*号"
BODY = (
    r"[省市区县州旗](?!和)(?:(?![省市区县州旗各及与的等对向由在])[\u4e00-\u9fff]){2,9}?"
    r"(?:(?<![格布结全大当时])局(?![面势限部长域])|委员会|办公室|厅(?!堂)|(?<=[康革设育资信业管务])委(?![托员派会]))"
)
NOT_PLAIN = re.compile("[^\u4e00-\u9fff]+")
RUNS = re.compile("[\u4e00-\u9fff]+|[^\u4e00-\u9fff]")
CHARACTERS, TEXTS, CUT = 4096, 2048, 512
LATIN = r"\d*[A-Za-z][A-Za-z0-9]*(?:[-.+][A-Za-z0-9]+)*"


class TokenKind(StrEnum):
    """What a token is: 词, 名称或术语, 数量或日期, 字母, 标点与空白."""

    WORD = "word"
    NAME = "name"
    QUANTITY = "quantity"
    LATIN = "latin"
    FORM = "form"


@dataclass(frozen=True, slots=True)
class Token:
    """One token: its text as printed, folded in width and without the spaces inside, and what of that says something."""

    text: str
    folded: str
    kind: TokenKind
    said: str

    @property
    def whole(self) -> bool:
        """Whether the token must never be shown as half changed."""
        return self.kind is not TokenKind.WORD


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: what each says, and where it begins and ends; between them stands form (punctuation, spaces).

    ``begins`` and ``ends`` go on with the end of the text, as if an empty word stood there.
    """

    text: str
    said: tuple[str, ...]
    begins: tuple[int, ...]
    ends: tuple[int, ...]

    def word(self, place: int) -> str:
        """A word as printed."""
        return self.text[self.begins[place] : self.ends[place]]

    def before(self, place: int) -> str:
        """The form characters before a word."""
        return self.span(place, place)

    def span(self, start: int, end: int) -> str:
        """Some words in a row, up to one that is not among them, with all form characters before, between and after."""
        return self.text[self.ends[start - 1] if start else 0 : self.begins[end]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Names (units, groups, places) and terms that are one token wherever they stand, ready for matching."""

    names: re.Pattern[str]
    fixed: re.Pattern[str]

    def __hash__(self) -> int:
        """By the words: patterns are read whole each time that they are hashed."""
        return hash(self.fixed.pattern)


@dataclass(frozen=True, slots=True)
class Folded:
    """A text folded for comparison: its characters and, for each, where in the printed text it stands."""

    text: str
    places: Sequence[int]
    length: int

    def printed_at(self, index: int) -> int:
        """Place in the printed text of a character of the folded one, or the end of it."""
        return self.places[index] if index < len(self.places) else self.length

    def printed_end(self, index: int) -> int:
        """End in the printed text of the characters before this one of the folded text."""
        return self.places[index - 1] + 1 if index else 0


def lexicon(names: Iterable[str], terms: Iterable[str]) -> Lexicon:
    """Make the lexicon of some names and terms; the longest one that fits is taken."""
    name_words = {fold(name).text for name in names}
    term_words = {fold(term).text for term in terms}
    whole = _longest_of(name_words | term_words)
    return Lexicon(
        re.compile(_longest_of(name_words)),
        re.compile(
            rf"(?P<name>{whole}|{BODY})|(?P<latin>{LATIN})|(?P<quantity>{DOCUMENT_NUMBER}|{DATE}|{QUANTITY})", re.ASCII
        ),
    )


def lexicon_of(portal: Portal) -> Lexicon:
    """Make the lexicon of a portal: its jurisdictions, units and groups with every other name, and its glossary."""
    places = (name for place in portal.jurisdictions for name in (place.name, place.full_name))
    bodies: tuple[Unit | Group, ...] = portal.bodies
    called = (name for body in bodies for name in (body.name, *(other.name for other in body.aliases)))
    return lexicon((*places, *called), (term.term for term in portal.glossary))


@lru_cache(CHARACTERS)
def is_form(character: str) -> bool:
    """Whether a character is only form: punctuation, white space, invisible."""
    return not _plain(character) and unicodedata.category(character)[0] in "PZC" and character not in "%‰"


def fold(text: str) -> Folded:
    """Fold width and leave out white space, except where it parts two Latin words or numbers."""
    widened = NOT_PLAIN.sub(lambda run: "".join(map(_width, run[0])), text)
    if len(widened) == len(text) and text.isprintable() and " " not in text:
        return Folded(widened, range(len(text)), len(text))
    return _folded_by_character(text)


def _folded_by_character(text: str) -> Folded:
    characters: list[str] = []
    places: list[int] = []
    gap = False
    for place, character in enumerate(text):
        for one in _width(character):
            if one.isspace() or unicodedata.category(one) in ("Cf", "Cc"):
                gap = True
                continue
            if gap and characters and _latin(characters[-1]) and _latin(one):
                characters.append(" ")
                places.append(place - 1)
            gap = False
            characters.append(one)
            places.append(place)
    return Folded("".join(characters), tuple(places), len(text))


def tokens(text: str, words: Lexicon) -> tuple[Token, ...]:
    """Cut a text into tokens; their printed texts joined give the text exactly."""
    return _tokens(text, words.fixed.pattern)


@lru_cache(CUT)
def _tokens(text: str, fixed: str) -> tuple[Token, ...]:
    folded = fold(text)
    found: list[Token] = []
    begin = printed = 0
    for piece, kind in _pieces(folded.text, re.compile(fixed, re.ASCII)):
        first, end = folded.printed_at(begin), folded.printed_end(begin + len(piece))
        begin += len(piece)
        if first > printed:
            found.append(Token(text[printed:first], "", TokenKind.FORM, ""))
        if end > first >= printed:
            found.append(Token(text[first:end], piece, kind, content(piece)))
        else:
            before = found.pop()
            whole = before.folded + piece
            found.append(Token(before.text + text[printed:end], whole, before.kind, content(whole)))
        printed = max(printed, end)
    if printed < len(text):
        found.append(Token(text[printed:], "", TokenKind.FORM, ""))
    return tuple(found)


def words_of(text: str, words: Lexicon) -> Words:
    """The words of a text, without what is only form."""
    return _words_of(text, words.fixed.pattern)


@lru_cache(2 * TEXTS)
def _words_of(text: str, fixed: str) -> Words:
    said: list[str] = []
    begins: list[int] = []
    ends: list[int] = []
    at = 0
    for token in _tokens(text, fixed):
        end = at + len(token.text)
        if token.kind is not TokenKind.FORM:
            said.append(token.said)
            begins.append(at)
            ends.append(end)
        at = end
    return Words(text, tuple(said), (*begins, at), (*ends, at))


@lru_cache(TEXTS)
def content(text: str) -> str:
    """The characters that say something: width folded, without punctuation and spaces. Equal content is equal wording."""
    return NOT_PLAIN.sub(lambda run: "".join(map(_said, run[0])), text)


@lru_cache(CHARACTERS)
def _said(character: str) -> str:
    return "".join(one for one in _width(character) if not is_form(one))


@lru_cache(CHARACTERS)
def _width(character: str) -> str:
    """The character in its plain width; several for some."""
    return unicodedata.normalize("NFKC", character)


def _plain(character: str) -> bool:
    """Whether it is a common Chinese character, which folds to itself: most of any text is, so this is asked first."""
    return "\u4e00" <= character <= "\u9fff"


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _longest_of(words: Iterable[str]) -> str:
    """A pattern of the longest of some words that stands at a place, words with the same beginning tried together."""
    return _branches(sorted(filter(None, set(words)))) or r"(?!)"


def _branches(words: Sequence[str]) -> str:
    found: list[str] = []
    for first, group in groupby(filter(None, words), lambda word: word[0]):
        rests = [word[1:] for word in group]
        after = _branches(rests)
        found.append(re.escape(first) + (f"(?:{after})" + "?" * ("" in rests) if after else ""))
    return "|".join(found)


def _pieces(text: str, fixed: re.Pattern[str]) -> Iterator[tuple[str, TokenKind]]:
    """Fixed tokens in order, and what lies between them cut into words and single form characters."""
    end = 0
    for match in fixed.finditer(text):
        yield from _between(text[end : match.start()])
        yield match[0], TokenKind(match.lastgroup or TokenKind.NAME)
        end = match.end()
    yield from _between(text[end:])


def _between(text: str) -> Iterator[tuple[str, TokenKind]]:
    run = ""
    for piece in RUNS.findall(text):
        if len(piece) > 1 or not is_form(piece):
            run += piece
            continue
        yield from ((word, TokenKind.WORD) for word in _words(run))
        run = ""
        yield piece, TokenKind.FORM
    yield from ((word, TokenKind.WORD) for word in _words(run))


def _words(run: str) -> list[str]:
    return rjieba.cut(run, False) if run else []
