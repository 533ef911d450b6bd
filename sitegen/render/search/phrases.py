"""Phrases (词语) of the site: words, recurring sequences of words, names of units, quoted terms and titles.

Here belong which pieces of texts readers may type or may be shown, and how frequent they are. How they are read and
mistaken is ``lexicon``'s matter, which of them are suggested ``suggestions``'s.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import rjieba

from sitegen.derive.search_record import RecordKind, SearchRecord
from sitegen.render.search.tokens import HAN, normalise

MOST_PHRASES = 8000
MOST_RARE = 6000
MOST_RECORDS_READ = 8000
MOST_WORDS_OF_A_PHRASE = 4
LONGEST_PHRASE = 12
FEWEST_RECORDS = 2
RECORDS_TO_A_COUNT = 2000
LONGEST_PIECE_KEPT = 4
LEVELS = "省市区县旗镇乡"
SHORTEST_NAME_WITH_LEVEL = 4
FUNCTION_WORDS = frozenset("的和与及等对在为把将被了由从以向做要是有不各本该每其并或")
QUOTED = re.compile(rf"[“《]([{HAN}、·]{{2,{LONGEST_PHRASE}}})[”》]")
# 云计算 in “区块链、云计算、大数据等”: what is listed is a term, however rare it is.
LISTED = re.compile(rf"(?<=、)([{HAN}]{{2,6}})(?=[、，。；）]|等)")
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
    "本 本级 更 更加 重点 常态 常态化 高标准 高质量 统筹 至少 准确 "
    "落实 贯彻 优化 健全 深化 规范 建立 完善 加强 推进 提升 强化 提高 促进 做好 开展 公开".split()
)
EMPTY_ENDINGS = frozenset("力度 方面 领域 内容 情况 水平 成果 方式 形式 等 中 上 下 前 后 时 级 力 工作 开展 促进 把握 提炼 解决 提升 完善 健全 落实 发挥 有关".split())
JOINTS = frozenset("的 和 与 及 等 在 为 对 并 或 以 从 向 由 将 把 被 要 是 有 不".split())
RECORDS_WITH_A_PROPOSAL = 2
SHORTEST_RARE_PROPOSAL = 3
RECORDS_WITH_A_FIXED_PHRASE = 10
LONGEST_BEGINNING_WITH_A_CHARACTER = 4
LENGTH_OF_A_DOUBLE = 4
SHORTEST_RARE, LONGEST_RARE = 4, 6
# What one wrong character leaves of a shorter one could be anything.
SHORTEST_LEFT_OVER = 3
SHORT_SEQUENCE = 2
LONGEST_PART = 7


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases with the number of records that hold each, the most frequent first; and words of letters and digits.

    ``free`` are those that are met beside different words on either side, or at the edge of a clause: no mere fragments.
    ``rare`` are those for which there is no room or, where there is, sequences of words that hardly recur: never proposed, but
    known where they are meant.
    """

    counts: Mapping[str, int]
    others: tuple[str, ...]
    free: frozenset[str]
    rare: tuple[str, ...] = ()


def collect_phrases(records: Sequence[SearchRecord]) -> Phrases:
    """Phrases of what documents say; of very many records, texts are read in every second, every third and so on only."""
    spoken = [record for record in records if record.kind in SPOKEN]
    names = {name for record in records if record.kind in NAMED for name in _names(record)}
    named = {run for name in names for run in HAN_RUN.findall(name)}
    certain = set(named)
    counts: Counter[str] = Counter()
    others: Counter[str] = Counter()
    read = spoken[:: -(-len(spoken) // MOST_RECORDS_READ) or 1]
    # Titles, names of units and whole clauses come again and again: each run is cut once.
    cut: dict[str, tuple[str, ...]] = {}
    for record in read:
        text = "\n".join((record.title, record.units, *record.sentences))
        found = HAN_RUN.findall(text)
        runs = [cut[run] if run in cut else cut.setdefault(run, tuple(rjieba.cut(run, False))) for run in found]
        # “双随机、一公开” is one phrase, however it is typed.
        quoted = {"".join(HAN_RUN.findall(words)) for words in QUOTED.findall(text)}
        certain.update(quoted, LISTED.findall(text))
        said = {"".join(words[start:end]) for words in runs for start, end in _spans(words)}
        # What is quoted or a title counts as it stands, of however many words it is.
        said.update(quoted, named.intersection(found))
        counts.update(said)
        others.update(set(OTHER_RUN.findall(normalise(text))))
    certain.update({word for words in cut.values() for word in words} - FUNCTION_WORDS)
    certain |= {half for word in certain if len(word) == LENGTH_OF_A_DOUBLE for half in _halves(word)}
    fewest = max(FEWEST_RECORDS, len(read) // RECORDS_TO_A_COUNT)
    recurring = {phrase: count for phrase, count in counts.items() if count >= fewest}
    kept = {phrase for phrase in certain | _whole(recurring) if 2 <= len(phrase) <= LONGEST_PHRASE}
    free = _free(kept, cut.values())
    # Where there is no room for all, fragments of longer phrases go first.
    whole = certain | free
    by_worth = sorted(kept, key=lambda phrase: (phrase not in whole, -counts[phrase], phrase))
    ordered = {phrase: counts[phrase] for phrase in _by_frequency(by_worth[:MOST_PHRASES], counts)}
    if len(by_worth) < MOST_PHRASES:
        rare = sorted({phrase for phrase in _meant(cut.values()) if counts[phrase] < fewest} - ordered.keys())
        rare = rare[: MOST_PHRASES - len(by_worth)]
    else:
        rare = _by_frequency((phrase for phrase in by_worth[MOST_PHRASES:] if len(phrase) >= SHORTEST_LEFT_OVER), counts)[:MOST_RARE]
    return Phrases(ordered, tuple(_by_frequency(others, others)), free & ordered.keys(), tuple(rare))


def _by_frequency(phrases: Iterable[str], counts: Mapping[str, int]) -> list[str]:
    return sorted(phrases, key=lambda phrase: (-counts[phrase], phrase))


def _meant(runs: Iterable[Sequence[str]]) -> set[str]:
    """Sequences of words that may be meant though they never come again."""
    spans = (words[start:end] for words in runs for start, end in _spans(words))
    return {"".join(span) for span in spans if _may_be_meant(span)}


def _may_be_meant(words: Sequence[str]) -> bool:
    """Whether a sequence of words is of a length that readers type, even if it never comes again; no halves of words."""
    is_whole = len(words) > SHORT_SEQUENCE or min(len(words[0]), len(words[-1])) > 1
    return SHORTEST_RARE <= sum(map(len, words)) <= LONGEST_RARE and is_whole


def _spans(words: Sequence[str]) -> list[tuple[int, int]]:
    """Starts and ends of sequences of words that neither begin nor end with a function word."""
    said = [place for place, word in enumerate(words) if word not in FUNCTION_WORDS]
    return [
        (start, end + 1) for number, start in enumerate(said) for end in said[number : number + MOST_WORDS_OF_A_PHRASE]
        if end < start + MOST_WORDS_OF_A_PHRASE
    ]  # fmt: skip


def _free(phrases: Collection[str], runs: Iterable[Sequence[str]]) -> frozenset[str]:
    """Phrases that are met in some runs behind different words and before different words, or at the edge."""
    beside: dict[str, tuple[str, str]] = {}
    behind: set[str] = set()
    ahead: set[str] = set()
    for words in runs:
        edged = ("", *words, "")
        for start, end in _spans(words):
            phrase = "".join(words[start:end])
            if phrase in phrases:
                before, after = edged[start], edged[end + 1]
                first = beside.setdefault(phrase, (before, after))
                if first[0] != before or not before:
                    behind.add(phrase)
                if first[1] != after or not after:
                    ahead.add(phrase)
    return frozenset(behind & ahead)


def counts_alone(counts: Mapping[str, int]) -> dict[str, int]:
    """How many records hold each phrase otherwise than in a longer one: 行政决策, where nearly all have 重大行政决策.

    With the word for its level, a unit's name is no longer one.
    """
    longer: dict[str, int] = {}
    for phrase, count in counts.items():
        without_level = phrase[1:] if has_level(phrase) else ""
        for cut in range(2, min(len(phrase), LONGEST_PART)):
            for piece in (phrase[:cut], phrase[-cut:]):
                if piece in counts and count > longer.get(piece, 0) and piece != without_level:
                    longer[piece] = count
    return {phrase: count - longer.get(phrase, 0) for phrase, count in counts.items()}


def _halves(word: str) -> tuple[str, ...]:
    """The two words of which a word of four characters is made: 法律 and 顾问; or nothing."""
    halves = (word[:2], word[2:])
    return halves if all(map(is_word, halves)) else ()


def _names(record: SearchRecord) -> tuple[str, ...]:
    """The title and the names of units, also without the word for their level, as readers leave it out."""
    units = [name for unit in record.unit_names for name in unit]
    return (record.title, *units, *(name[1:] for name in units if has_level(name)))


def has_level(name: str) -> bool:
    """Whether the name of a unit begins with the word for its level: 区司法局, but not 市场监督管理局."""
    return len(name) >= SHORTEST_NAME_WITH_LEVEL and name[0] in LEVELS and not is_word(name[:2])


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


def is_proper(phrase: str, phrases: Phrases) -> bool:
    """Whether a phrase says something by itself: it is no fragment, and begins and ends with a word that can."""
    if is_word(phrase):
        is_rare = phrases.counts[phrase] < RECORDS_WITH_A_PROPOSAL and len(phrase) < SHORTEST_RARE_PROPOSAL
        return not is_rare and not _is_empty_beginning(phrase)
    tagged = rjieba.tag(phrase, False)
    words = [word for word, _ in tagged]
    if phrase not in phrases.free or JOINTS.intersection(words) or _is_empty_beginning(words[0]) or words[-1] in EMPTY_ENDINGS:
        return False
    if len(words[-1]) == 1 or tagged[-1][1] in NO_ENDINGS:
        return False
    if len(words[0]) > 1:
        return tagged[0][1] not in NO_BEGINNINGS
    # 新媒体 begins with a single character, and so does 依申请公开, which everybody says.
    is_adjective = tagged[0][1] == "a" and len(phrase) <= LONGEST_BEGINNING_WITH_A_CHARACTER
    return is_adjective or phrases.counts[phrase] >= RECORDS_WITH_A_FIXED_PHRASE


def _is_empty_beginning(word: str) -> bool:
    """Whether a word only leads to what is searched; 贯彻落实 and 积极开展 are words to jieba."""
    return word in EMPTY_BEGINNINGS or (len(word) == LENGTH_OF_A_DOUBLE and word[:2] in EMPTY_BEGINNINGS)


def are_words(texts: Iterable[str]) -> list[str]:
    """Those of some texts that are words of Chinese, on this site or not."""
    return list(filter(rjieba.has_word, texts))


def is_word(text: str) -> bool:
    """Whether a text is a word of Chinese, on this site or not."""
    return bool(rjieba.has_word(text))
