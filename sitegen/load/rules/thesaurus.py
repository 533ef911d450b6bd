"""Rules about readers' words (读者用语): words that can be searched, each said once, leading to words that documents print."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from sitegen.load.rules.rule import Finding, Rule
from sitegen.model import Portal
from sitegen.position import Loc
from sitegen.problems import Severity

SHORTEST = 2
EXAMPLES = 3
# A unit may be registered under another name for the same body, which the search finds by itself.
UNIT_ENDINGS = ("局", "委", "厅", "中心", "公司", "办公室", "办公厅", "街道", "办事处")


def _short(portal: Portal) -> Iterator[Finding]:
    for entry in portal.thesaurus:
        for key, words in (("words", entry.words), ("terms", entry.terms)):
            for place, word in enumerate(words):
                if len(word) < SHORTEST:
                    hint = "换成两个字以上的词；单字在许多词里都有，搜出来的多半不相干。"
                    yield Finding(f"“{word}”只有一个字", entry.at.child(key, place), hint)


def _repeated(portal: Portal) -> Iterator[Finding]:
    seen: dict[str, tuple[Loc, int]] = {}
    for entry in portal.thesaurus:
        for place, word in enumerate(entry.words):
            folded = _folded(word)
            if folded not in seen:
                seen[folded] = entry.at, place
                continue
            first, number = seen[folded]
            other = (first.child("words", number), "另一次在这里")
            yield Finding(f"读者用语“{word}”写了两次", entry.at.child("words", place), "合成一条，把两处的 terms 接起来。", (other,))


def _unreached(portal: Portal) -> Iterator[Finding]:
    """One finding for all entries together: a thesaurus made for many places holds much that a few documents lack."""
    printed = _folded("\n".join(_printed(portal))) if portal.thesaurus else ""
    dead = [entry for entry in portal.thesaurus if not any(_is_printed(term, printed) for term in entry.terms)]
    if dead:
        examples = "、".join(f"“{entry.words[0]}”" for entry in dead[:EXAMPLES])
        count = f"{len(portal.thesaurus)}条读者用语里，有{len(dead)}条指向的词在现有文件里都没有，如{examples}"
        hint = "不影响使用：收录了含有这些词的文件，就会生效。"
        yield Finding(count, dead[0].at, hint)


def _is_printed(term: str, printed: str) -> bool:
    parts = _folded(term).split()
    stems = (part.removesuffix(next((end for end in UNIT_ENDINGS if part.endswith(end)), "")) for part in parts)
    return all(stem in printed for stem in stems)


def _printed(portal: Portal) -> Iterator[str]:
    for plan in portal.plans:
        yield plan.title
        yield from (section.title for section in plan.sections)
        for passage in plan.passages():
            yield from (passage.heading, passage.text)
        for task in plan.tasks:
            yield from (task.text, task.units.source)
    for body in portal.bodies:
        yield from (body.name, *(alias.name for alias in body.aliases))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


THESAURUS_RULES: tuple[Rule[Portal], ...] = (
    Rule("thesaurus-short", Severity.ERROR, "读者用语和文件用语都是两个字以上的词。", "words: [托班]", "words: [托]", _short),
    Rule("thesaurus-repeated", Severity.WARNING, "一个读者用语只写一次。", "“租房”写在一条里", "“租房”写在两条里", _repeated),
    Rule("thesaurus-unreached", Severity.NOTICE, "读者用语指向现有文件里的词；合成一条提示，只举几个例子。",
         "terms: [无障碍]，文件里有“无障碍”", "terms: [出入境]，文件里没有“出入境”", _unreached, needs=("plan", "units")),
)  # fmt: skip
