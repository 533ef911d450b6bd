"""Problems (问题): what is wrong with the content, as values that are collected, placed and printed in one way.

Here belong the Problem value, the exception that carries problems out of a room, and the formats in which problems are
printed. What counts as a problem is decided by the rooms; a fault of the program itself is an exception, never a Problem.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from sitegen.position import Loc, Span

_WORDS = {"error": "错误", "warning": "警告", "notice": "提示"}
_NO_DIGIT = re.compile(r"[^\dxX]")
_WIDTH = 96  # columns of a line shown; terminals have 100 and more


class Severity(StrEnum):
    """How much a problem matters (严重程度): an error stops the build, a warning does not, a notice informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: a stable code, a Chinese sentence, its place, the likely fix and other places concerned.

    ``masked`` are numbers that no format shows whole, in whatever sentence or line they stand.
    """

    code: str
    message: str
    at: Loc | Span
    severity: Severity = Severity.ERROR
    hint: str = ""
    related: tuple[tuple[Loc | Span, str], ...] = ()
    masked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Code:
    """One stable problem code: its severity, what it demands (Chinese, for README), a good and a bad example."""

    code: str
    severity: Severity
    demand: str
    good: str
    bad: str


class ProblemsFound(Exception):  # noqa: N818  # reads as a sentence where it is raised and caught
    """Raised at the end of the first room that found errors; carries all of that room's problems."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__(f"{len(self.problems)} problem(s) in the content")


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems in the order in which they are printed: by file, line and column, errors first within a place."""
    severities = list(Severity)

    def order(problem: Problem) -> tuple[str, int, int, int, str, str]:
        at = span_of(problem.at)
        return at.file, at.line, at.column, severities.index(problem.severity), problem.code, problem.message

    return tuple(sorted(problems, key=order))


def masked(number: str) -> str:
    """A number as it may be shown: its first three digits, the others as asterisks of the same width."""
    shown, digits = "", 0
    for character in number:
        is_digit = character.isdigit() or character in "xXｘＸ"
        digits += is_digit
        shown += ("＊" if display_width(character) > 1 else "*") if is_digit and digits > 3 else character
    return shown


def printable(problem: Problem) -> Problem:
    """The problem as it may be printed: its numbers masked in every sentence and every line, however they are spelled."""
    if not problem.masked:
        return problem
    told = [problem.message, problem.hint, span_of(problem.at).excerpt]
    told += [text for at, words in problem.related for text in (span_of(at).excerpt, words)]
    digits = "".join(map(_digits, told))
    known = [number for number in problem.masked if _digits(number) in digits]
    if not known:
        return problem
    numbers = re.compile("|".join(map(_spellings, known)))

    def hide(text: str) -> str:
        return numbers.sub(lambda match: masked(match[0]), text)

    def place(at: Loc | Span) -> Span:
        span = span_of(at)
        return replace(span, excerpt=hide(span.excerpt))

    related = tuple((place(at), hide(words)) for at, words in problem.related)
    return replace(problem, message=hide(problem.message), hint=hide(problem.hint), at=place(problem.at), related=related)


def _digits(text: str) -> str:
    """The digits of a text in one width."""
    return _NO_DIGIT.sub("", unicodedata.normalize("NFKC", text)).lower()


def _spellings(number: str) -> str:
    """A pattern for the digits of a number in either width, with whatever stands between them."""
    digits = _digits(number)
    return r"\W{0,3}".join(f"[{digit}{chr(ord(digit) + 0xFEE0)}]" if digit.isdigit() else "[xXｘＸ]" for digit in digits)


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    """The candidate that a mistyped name most likely meant, or None where nothing is near.

    Near is what differs by about a third of its characters at most (replaced, left out, added or swapped; full-width
    forms and case do not count), or what abbreviates the other with its characters in order: 发改局, 发展和改革局.
    """
    from rapidfuzz.distance import OSA, Indel  # here, so that printing problems does not load it

    typed = _folded(name)
    best: tuple[tuple[int, int, int, str], str] | None = None
    for candidate in candidates:
        folded = _folded(candidate)
        longest = max(len(typed), len(folded))
        distance = OSA.distance(typed, folded)
        if distance > min(3, longest // 3) and not _abbreviates(typed, folded):
            continue
        key = (distance, Indel.distance(typed, folded), abs(len(typed) - len(folded)), candidate)
        if best is None or key < best[0]:
            best = key, candidate
    return best[1] if best else None


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold().strip()


def _abbreviates(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return len(short) >= 3 and len(short) * 5 >= len(long) * 2 and all(character in rest for character in short)


def format_text(problems: Iterable[Problem]) -> str:
    """Problems for a terminal: a line to click, the line of the file with carets under the place, the likely fix.

    ::

        content/plans/x.yaml:42:12: 错误 unit-unknown: 没有登记过的单位“区财证局”
           42 |     units: 区财证局
              |            ^^^^^^^^  是不是“区财政局”？
    """
    return "\n\n".join("\n".join(_text_lines(printable(problem))) for problem in problems)


def _text_lines(problem: Problem) -> Iterator[str]:
    at = span_of(problem.at)
    yield f"{_address(at)}{_WORDS[problem.severity]} {problem.code}: {_one_line(problem.message)}"
    yield from _excerpt_lines(at, _one_line(problem.hint))
    for place, words in problem.related:
        related = span_of(place)
        yield f"      {_address(related)}{_one_line(words)}"
        yield from _excerpt_lines(related, "")


def span_of(at: Loc | Span) -> Span:
    """A place that nobody turned into line and column is the beginning of its file."""
    return at if isinstance(at, Span) else Span(at.file, 1, 1, 2)


def _address(at: Span) -> str:
    return f"{at.file}:{at.line}:{at.column}: " if at.file else ""


def _excerpt_lines(at: Span, remark: str) -> Iterator[str]:
    """The line of the file and the carets under it; a remark stands beside the carets where there is room."""
    if not at.excerpt:
        if remark:
            yield f"      | {remark}"
        return
    shown, before, carets = _window(at)
    yield f"{at.line:5} | {shown}".rstrip(" ")
    pointer = " " * before + "^" * carets
    if remark and before + carets + 2 + display_width(remark) <= _WIDTH:
        yield f"      | {pointer}  {remark}"
    else:
        yield f"      | {pointer}"
        if remark:
            yield f"      | {remark}"


def _window(at: Span) -> tuple[str, int, int]:
    """The part of a line that fits, the columns before the place in it, and the columns of the place."""
    start = min(at.column - 1, len(at.excerpt))
    left, right = start, start
    room = _WIDTH if display_width(at.excerpt[: _WIDTH + 1]) <= _WIDTH else _WIDTH // 3
    while left > 0 and (room := room - display_width(_visible(at.excerpt[left - 1]))) >= 0:
        left -= 1
    before = display_width(_one_line(at.excerpt[left:start]))
    room = _WIDTH - before
    while right < len(at.excerpt) and (room := room - display_width(_visible(at.excerpt[right]))) >= 0:
        right += 1
    shown = _one_line(at.excerpt[left:right])
    place = _one_line(at.excerpt[start : min(at.end_column - 1, right)])
    opening, closing = "…" if left else "", "…" if right < len(at.excerpt) else ""
    return opening + shown + closing, len(opening) + before, max(display_width(place), 1)


def _one_line(text: str) -> str:
    """A sentence as it can be printed, whatever words of the content it quotes."""
    return "".join(map(_visible, text))


def _visible(character: str) -> str:
    """A character as it can be shown in one line: tabs as spaces, control and invisible characters as signs."""
    if character == "\t":
        return "    "
    if character < " ":
        return chr(0x2400 + ord(character))
    return "\u2426" if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") else character


def display_width(text: str) -> int:
    """Columns that a text takes in a terminal: two for wide characters, none for combining marks."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def format_github(problems: Iterable[Problem]) -> str:
    """Problems as workflow commands of GitHub Actions, which shows them beside the lines of a change."""
    return "\n".join(_github_line(printable(problem)) for problem in problems)


def _github_line(problem: Problem) -> str:
    at = span_of(problem.at)
    properties = {
        "file": at.file,
        "line": str(at.line),
        "col": str(at.column),
        "endColumn": str(at.end_column),
        "title": problem.code,
    }
    listed = ",".join(f"{name}={_github_property(value)}" for name, value in properties.items())
    related = (f"{_address(span_of(place))}{words}" for place, words in problem.related)
    message = "\n".join(filter(None, (problem.message, problem.hint, *related)))
    return f"::{problem.severity} {listed}::{_github_data(message)}"


def _github_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _github_property(text: str) -> str:
    return _github_data(text).replace(":", "%3A").replace(",", "%2C")


def format_json(problems: Iterable[Problem]) -> str:
    """Problems as a JSON list for other programs.

    Every entry has ``code``, ``severity`` ("error", "warning" or "notice"), ``file``, ``line``, ``column`` and
    ``end_column`` (from 1, in characters, the end exclusive), ``message``, ``hint`` and ``excerpt`` (the whole line),
    both possibly empty, and ``related``: a list of entries with ``file``, ``line``, ``column``, ``end_column``,
    ``message`` and ``excerpt``.
    """
    return json.dumps([_json_entry(printable(problem)) for problem in problems], ensure_ascii=False, indent=2)


def _json_entry(problem: Problem) -> dict[str, object]:
    place = _json_place(problem.at)
    excerpt = place.pop("excerpt")
    return {
        "code": problem.code,
        "severity": str(problem.severity),
        **place,
        "message": problem.message,
        "hint": problem.hint,
        "excerpt": excerpt,
        "related": [{**_json_place(at), "message": words} for at, words in problem.related],
    }


def _json_place(place: Loc | Span) -> dict[str, object]:
    at = span_of(place)
    return {
        "file": at.file, "line": at.line, "column": at.column, "end_column": at.end_column, "excerpt": at.excerpt,
    }  # fmt: skip
