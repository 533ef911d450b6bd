"""Personal data in the content (个人信息): a number that looks personal stops the build unless its file allows it.

How numbers are recognised is in ``personal_numbers``. The numbers themselves are masked wherever problems are printed.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from sitegen.load.rules.personal_numbers import PersonalNumber, Telephones, canonical, find_numbers
from sitegen.load.rules.rule import Finding, Rule
from sitegen.load.rules.writing import MOST_FINDINGS, Passage, Voice, Writing
from sitegen.position import Loc, Span
from sitegen.problems import Problem, Severity, masked

PERSONAL = "personal-data"
_ALLOW = "删去它；依法应当公开的（如文件上印着的办公电话），在本文件的 allowed_personal 里登记，并写明 reason。"
_PIECE = re.compile(r"[0-9０-９]{6,}[xXｘＸ]?")


def masked_problems(problems: Iterable[Problem], numbers: Mapping[str, Iterable[str]]) -> tuple[Problem, ...]:
    """The problems of the content, none of which will show a personal number of its file whole, given those of the files."""
    return tuple(
        replace(problem, masked=tuple(dict.fromkeys(number for file in _files(problem) for number in numbers.get(file, ()))))
        for problem in problems
    )


def personal_words(writing: Writing) -> tuple[str, ...]:
    """The personal numbers in the texts of a file that it may not publish, whole and in pieces."""
    found = [number.words for _, number in _unallowed(writing)]
    return tuple(dict.fromkeys(piece for words in found for piece in (words, *_PIECE.findall(words))))


def _files(problem: Problem) -> tuple[str, ...]:
    return (problem.at.file, *(at.file for at, _ in problem.related))


def hide_numbers(problems: Collection[Problem], text: str) -> tuple[Problem, ...]:
    """The problems of a file that could not be read as YAML, none of which will show a personal number in its text."""
    if not problems:
        return ()
    found = [number.words for number in find_numbers(text)]
    pieces = [piece for words in found for piece in _PIECE.findall(words)]
    return tuple(replace(problem, masked=tuple(dict.fromkeys(found + pieces))) for problem in problems)


def hide_alike(problems: Iterable[Problem], others: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems, none of which will show a number that others of the same file hide."""
    hidden: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for other in others:
        hidden[other.at.file] |= dict.fromkeys(other.masked)
    return tuple(
        replace(problem, masked=(*problem.masked, *(number for file in _files(problem) for number in hidden[file])))
        for problem in problems
    )


def check_comments(comments: Iterable[Span], tree: object) -> Iterator[Problem]:
    """Numbers in the comments of a file: not on the portal, but in the file, which others read; allowances count."""
    listed = tree.get("allowed_personal") if isinstance(tree, dict) else None
    allowed = {canonical(str(one.get("text"))) for one in listed or () if isinstance(one, dict)}
    for comment in comments:
        words = comment.excerpt[comment.column - 1 : comment.end_column - 1]
        for number in find_numbers(words, Telephones.NAMED):
            if canonical(number.words) not in allowed:
                start = comment.column + number.start
                at = replace(comment, column=start, end_column=start + len(number.words))
                message = f"注释里像是{number.kind}（{masked(number.words)}），内容文件会公开或转给别人"
                pieces = tuple(dict.fromkeys((number.words, *_PIECE.findall(number.words))))
                yield Problem(PERSONAL, message, at, hint="删去它。", masked=pieces)


def _numbers(passage: Passage) -> tuple[PersonalNumber, ...]:
    if passage.field.endswith(".contact"):
        return find_numbers(passage.words, Telephones.EVERY)
    return find_numbers(passage.words, Telephones.NAMED if passage.voice is Voice.ENTRY else Telephones.LIKELY)


def _unallowed(writing: Writing) -> Iterator[tuple[Passage, PersonalNumber]]:
    allowed = {(allowance.at.file, canonical(allowance.text)) for allowance in writing.allowances}
    for passage in writing.passages:
        for number in _numbers(passage):
            if (passage.at.file, canonical(number.words)) not in allowed:
                yield passage, number


def _personal(writing: Writing) -> Iterator[Finding]:
    told: Counter[Loc] = Counter()
    for passage, number in _unallowed(writing):
        told[passage.at] += 1
        if told[passage.at] <= MOST_FINDINGS:
            at = passage.at.within(number.start, number.end - number.start)
            yield Finding(f"这里像是{number.kind}（{masked(number.words)}），不能公开", at, _ALLOW)


def _idle(writing: Writing) -> Iterator[Finding]:
    used: dict[str, set[str]] = {allowance.at.file: set() for allowance in writing.allowances}
    for passage in writing.passages:
        if passage.at.file in used:
            used[passage.at.file].update(canonical(number.words) for number in _numbers(passage))
    seen: dict[tuple[str, str], Loc] = {}
    for allowance in writing.allowances:
        key = (allowance.at.file, canonical(allowance.text))
        at = allowance.at.child("text")
        if key[1] not in used[key[0]]:
            yield Finding(f"准许公开的号码“{masked(allowance.text)}”在本文件里没有出现", at, "核对号码；不再需要的，删去这一项。")
        elif key in seen:
            yield Finding(f"准许公开的号码“{masked(allowance.text)}”登记了两次", at, "删去一项。", ((seen[key], "另一处在这里"),))
        seen.setdefault(key, at)


PERSONAL_RULES: tuple[Rule[Writing], ...] = (
    Rule(PERSONAL, Severity.ERROR, "没有身份证号、手机号、银行卡号、电话号码；依法公开的办公电话在 allowed_personal 里登记。",
         "contact: （联系电话：区政府办公室）", "contact: （联系人：张某，手机 13900000000）", _personal),
    Rule("personal-idle", Severity.NOTICE, "准许公开的号码都在本文件里出现，各登记一次。",
         "allowed_personal 里的号码就是附注里的电话", "附注里的电话改了，allowed_personal 里还是旧号码", _idle),
)  # fmt: skip
