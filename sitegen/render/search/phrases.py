"""Phrases (词语) of the site: words, recurring sequences of words, names of units, quoted terms and titles.

Here belong which pieces of texts readers may type or may be shown, and how frequent they are. How they are read and
mistaken is ``lexicon``'s matter, which of them are suggested ``suggestions``'s.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import rjieba

from sitegen.derive.search_record import RecordKind, SearchRecord
from sitegen.render.search.tokens import HAN, normalise

MOST_PHRASES = 6000
MOST_RECORDS_READ = 8000
MOST_WORDS_OF_A_PHRASE = 4
LONGEST_PHRASE = 12
RECORDS_WITH_A_PHRASE = 2
LONGEST_PIECE_KEPT = 4
FUNCTION_WORDS = frozenset("的和与及等对在为把将被了由从以向做要是有不各本该每其并或")
QUOTED = re.compile(rf"[“《]([{HAN}]{{2,{LONGEST_PHRASE}}})[”》]")
HAN_RUN = re.compile(rf"[{HAN}]+")
OTHER_RUN = re.compile(r"\b(?:[a-z]+[0-9]*|[0-9]+[a-z]+|[0-9]{5,})\b", re.ASCII)


# What documents say; what else has a title says only that.
SPOKEN = frozenset({RecordKind.PLAN, RecordKind.TASK, RecordKind.ITEM})
NAMED = SPOKEN | {RecordKind.UNIT, RecordKind.TERM}
# Parts of speech, as jieba marks them, with which no phrase begins or ends that is worth proposing by itself.
NO_BEGINNINGS = ("v", "p", "c", "u", "f", "q", "y", "r", "m", "t", "zg", "k", "h")
NO_ENDINGS = ("d", "b", "m", "q", "c", "p", "u", "r", "f", "t", "zg", "h")
# Words that official texts set before anything: what follows them is what is searched.
EMPTY_BEGINNINGS = frozenset(
    "不断 充分 大力 持续 切实 积极 深入 全力 严格 认真 及时 进一步 着力 加快 全面 有效 稳步 扎实 继续 逐步 有关 相关 各级 各 全区 全市 全省 "
    "本 本级 更 更加 重点 常态化 高标准 高质量 统筹".split()
)
EMPTY_ENDINGS = frozenset("力度 方面 领域 内容 情况 水平 成果 方式 形式 等 中 上 下 前 后 时 级 力".split())
JOINTS = frozenset("的 和 与 及 等 在 为 对 并 或 以 从 向 由 将 把 被 要 是 有 不".split())
RECORDS_WITH_A_PROPOSAL = 2
SHORTEST_RARE_PROPOSAL = 3
LONGEST_BEGINNING_WITH_A_CHARACTER = 4


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases with the number of records that hold each, the most frequent first; and words of letters and digits."""

    counts: Mapping[str, int]
    others: tuple[str, ...]


def collect_phrases(records: Sequence[SearchRecord]) -> Phrases:
    """Phrases of what documents say; of very many records, texts are read in every second, every third and so on only."""
    spoken = [record for record in records if record.kind in SPOKEN]
    named = (record for record in records if record.kind in NAMED)
    counts: Counter[str] = Counter()
    others: Counter[str] = Counter()
    certain = {run for record in named for text in _names(record) for run in HAN_RUN.findall(text)}
    for record in spoken[:: -(-len(spoken) // MOST_RECORDS_READ) or 1]:
        texts = (record.title, record.units, *record.sentences)
        certain.update(quoted for text in record.sentences for quoted in QUOTED.findall(text))
        found = {sequence for text in texts for sequence in _sequences(text)}
        certain.update(sequence[0] for sequence in found if len(sequence) == 1)
        counts.update({"".join(sequence) for sequence in found})
        others.update({run for text in texts for run in OTHER_RUN.findall(normalise(text))})
    recurring = {phrase: count for phrase, count in counts.items() if count >= RECORDS_WITH_A_PHRASE}
    kept = {phrase for phrase in certain | _whole(recurring) if 2 <= len(phrase) <= LONGEST_PHRASE}
    ordered = sorted(kept, key=lambda phrase: (-counts[phrase], phrase))[:MOST_PHRASES]
    return Phrases({phrase: counts[phrase] for phrase in ordered}, tuple(sorted(others, key=lambda run: (-others[run], run))))


def _names(record: SearchRecord) -> tuple[str, ...]:
    return (record.title, *(name for unit in record.unit_names for name in unit))


def _whole(counts: Mapping[str, int]) -> set[str]:
    """Phrases without longer ones that are the beginning or the end of another wherever they occur."""
    pieces = {
        piece
        for phrase, count in counts.items()
        for cut in range(LONGEST_PIECE_KEPT + 1, len(phrase))
        for piece in (phrase[:cut], phrase[-cut:])
        if counts.get(piece) == count
    }
    return counts.keys() - pieces


def is_proper(phrase: str, count: int) -> bool:
    """Whether a phrase that some records hold says something by itself: it begins and ends with a word that can."""
    if count < RECORDS_WITH_A_PROPOSAL and not (len(phrase) >= SHORTEST_RARE_PROPOSAL and is_word(phrase)):
        return False
    tagged = rjieba.tag(phrase, False)
    words = [word for word, _ in tagged]
    if is_word(phrase):
        return phrase not in EMPTY_BEGINNINGS
    if JOINTS.intersection(words) or words[0] in EMPTY_BEGINNINGS or words[-1] in EMPTY_ENDINGS:
        return False
    begins = len(words[0]) > 1 or (tagged[0][1] == "a" and len(phrase) <= LONGEST_BEGINNING_WITH_A_CHARACTER)
    return begins and len(words[-1]) > 1 and tagged[0][1] not in NO_BEGINNINGS and tagged[-1][1] not in NO_ENDINGS


def is_word(text: str) -> bool:
    """Whether a text is a word of Chinese, on this site or not."""
    return bool(rjieba.has_word(text))


def _sequences(text: str) -> Iterator[tuple[str, ...]]:
    """Words of a text and sequences of words that neither begin nor end with a function word."""
    for run in HAN_RUN.findall(text):
        words = tuple(rjieba.cut(run, False))
        for start, first in enumerate(words):
            if first in FUNCTION_WORDS:
                continue
            for end in range(start + 1, min(start + MOST_WORDS_OF_A_PHRASE, len(words)) + 1):
                if words[end - 1] not in FUNCTION_WORDS:
                    yield words[start:end]
