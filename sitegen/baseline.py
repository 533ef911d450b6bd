"""Baseline (基线): the warnings and notices that are known already, so that old ones do not block new work.

Here belong the text of a baseline file, and what remains of the problems when those it knows are taken out. Errors are
never known: content with errors cannot be published. Reading and writing the file is a matter of the command line.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from sitegen.position import Span
from sitegen.problems import Code, Problem, ProblemsFound, Severity, printable, span_of

VERSION = 1
EXAMPLES = 3
BASELINE_CODES: tuple[Code, ...] = (
    Code("baseline-unreadable", Severity.ERROR, "基线文件是 --write-baseline 写出的原样。", "重新写一份", "手工删剩半份的 JSON"),
    Code("baseline-idle", Severity.NOTICE, "基线里的问题都还在，已经改好的不再列。", "改好以后重写基线", "警告改好了，基线里还列着"),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One known problem: its fingerprint, what a reader of the file recognises it by, and the line it stands in."""

    fingerprint: str
    code: str
    file: str
    at: Span


def fingerprint(problem: Problem) -> str:
    """What stays of a problem when lines above it come and go: code, file, message and the words of its line."""
    problem = printable(problem)
    at = span_of(problem.at)
    words = "\0".join((problem.code, at.file, problem.message, at.excerpt.strip()))
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def write_baseline(problems: Iterable[Problem]) -> str:
    """The text of a baseline that knows these problems, one line each, so that changes show; errors are left out."""
    entries = sorted(
        (span_of(problem.at).file, problem.code, problem.message, fingerprint(problem))
        for problem in map(printable, problems)
        if problem.severity is not Severity.ERROR
    )
    lines = ",\n".join(
        "    " + json.dumps({"file": file, "code": code, "message": message, "fingerprint": mark}, ensure_ascii=False)
        for file, code, message, mark in entries
    )
    return f'{{\n  "version": {VERSION},\n  "problems": [\n{lines}\n  ]\n}}\n'


def read_baseline(text: str, file: str) -> tuple[Entry, ...]:
    """The entries of a baseline's text. Raises ``ProblemsFound`` where it is not a baseline."""
    try:
        content = json.loads(text)
        if content["version"] != VERSION:
            raise ValueError
        entries = tuple(
            Entry(str(entry["fingerprint"]), str(entry["code"]), str(entry["file"]), Span(file, 1, 1, 2))
            for entry in content["problems"]
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        hint = "用 sitegen check --write-baseline 另写一份。"
        raise ProblemsFound([Problem("baseline-unreadable", "这不是可用的基线文件", Span(file, 1, 1, 2), hint=hint)]) from None
    return _placed(entries, text.split("\n"), file)


def _placed(entries: Iterable[Entry], lines: list[str], file: str) -> tuple[Entry, ...]:
    """The entries with the lines in which their fingerprints stand, each line for one entry."""
    places: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        mark = line.rpartition('"fingerprint": "')[2].partition('"')[0]
        places.setdefault(mark, []).append(number)
    placed = []
    for entry in entries:
        free = places.get(entry.fingerprint, [])
        number = free.pop(0) if free else 0
        line = lines[number]
        start = len(line) - len(line.lstrip())
        at = Span(file, number + 1, start + 1, max(len(line.rstrip(", ")), start + 1) + 1, line)
        placed.append(Entry(entry.fingerprint, entry.code, entry.file, at))
    return tuple(placed)


def unknown_to(baseline: Iterable[Entry], problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that a baseline does not know: all errors, and of several alike those beyond the known number."""
    known = Counter(entry.fingerprint for entry in baseline)
    rest: list[Problem] = []
    for problem in problems:
        mark = fingerprint(problem)
        if problem.severity is Severity.ERROR or not known[mark]:
            rest.append(problem)
        else:
            known[mark] -= 1
    return tuple(rest)


def idle_entries(baseline: Iterable[Entry], problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """One notice that names entries of a baseline whose problems occur no more; none where all occur."""
    met = Counter(fingerprint(problem) for problem in problems)
    idle = []
    for entry in baseline:
        if met[entry.fingerprint]:
            met[entry.fingerprint] -= 1
        else:
            idle.append(entry)
    if not idle:
        return ()
    examples = "、".join(f"{entry.file} 的 {entry.code}" for entry in idle[:EXAMPLES])
    message = f"基线里有 {len(idle)} 个问题已经不再出现：{examples}{'等' if len(idle) > EXAMPLES else ''}"
    hint = f"重写基线：sitegen check --write-baseline {idle[0].at.file}"
    return (Problem("baseline-idle", message, idle[0].at, Severity.NOTICE, hint),)
