"""Wrong words (易错词): a small list of spellings that are certainly wrong, shipped with the software, and their search.

An office adds its own words, or replaces these, in content/text-checks.yaml. Whatever can be right somewhere in an
official text does not belong here; words that only look wrong (激烈土…) are named as exceptions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sitegen.load.rules.rule import Finding, Rule
from sitegen.load.rules.writing import Passage, Writing, WrongWord, advice, explained, in_passages
from sitegen.model import NoteKind
from sitegen.problems import Severity

_ACCOUNTS = "现代汉语规范写法：钱款、账户的“账”不写“帐”"
_LIKE = "字形相近的错字"
_TITLE = "规范称谓"

SHIPPED: tuple[WrongWord, ...] = (
    WrongWord("中国入民", "中国人民", reason=_LIKE),
    WrongWord("入民群众", "人民群众", reason=_LIKE),
    WrongWord("入民政府", "人民政府", reason=_LIKE),
    WrongWord("入民法院", "人民法院", reason=_LIKE),
    WrongWord("入民检察院", "人民检察院", reason=_LIKE),
    WrongWord("入民代表大会", "人民代表大会", reason=_LIKE),
    WrongWord("人民共合国", "人民共和国"),
    WrongWord("烈土", "烈士", ("激烈土", "强烈土", "热烈土", "剧烈土", "猛烈土", "惨烈土"), _LIKE),
    WrongWord("党十九大", "党的十九大", reason=_TITLE),
    WrongWord("党十九届", "党的十九届", reason=_TITLE),
    WrongWord("党二十大", "党的二十大", reason=_TITLE),
    WrongWord("党二十届", "党的二十届", reason=_TITLE),
    WrongWord("总书纪", "总书记"),
    WrongWord("总书计", "总书记"),
    WrongWord("习进平", "习近平"),
    WrongWord("中国特社会主义", "中国特色社会主义"),
    WrongWord("特色社会主思想", "特色社会主义思想"),
    WrongWord("社会主意", "社会主义", ("社会主意见", "社会主意识")),
    WrongWord("全心全力为人民服务", "全心全意为人民服务"),
    WrongWord("贯策", "贯彻"),
    WrongWord("贯切落实", "贯彻落实"),
    WrongWord("布署", "部署", ("发布署", "公布署", "颁布署", "宣布署")),
    WrongWord("截止目前", "截至目前", reason="“截止”是停止，“截至”是到某一时间"),
    WrongWord("截止今日", "截至今日", reason="“截止”是停止，“截至”是到某一时间"),
    WrongWord("截止今天", "截至今天", reason="“截止”是停止，“截至”是到某一时间"),
    WrongWord("帐号", "账号", ("蚊帐号", "营帐号"), _ACCOUNTS),
    WrongWord("帐户", "账户", ("蚊帐户", "营帐户"), _ACCOUNTS),
    WrongWord("帐目", "账目", (), _ACCOUNTS),
    WrongWord("转帐", "转账", ("转帐篷",), _ACCOUNTS),
    WrongWord("结帐", "结账", ("结帐篷",), _ACCOUNTS),
    WrongWord("记帐", "记账", (), _ACCOUNTS),
    WrongWord("台帐", "台账", ("台帐篷",), _ACCOUNTS),
    WrongWord("保正金", "保证金"),
    WrongWord("侯选人", "候选人", reason=_LIKE),
    WrongWord("气侯", "气候", reason=_LIKE),
    WrongWord("营商坏境", "营商环境", reason=_LIKE),
    WrongWord("生态坏境", "生态环境", reason=_LIKE),
    WrongWord("己经", "已经", ("自己经", "知己经", "异己经"), _LIKE),
    WrongWord("工作曰", "工作日", reason=_LIKE),
    WrongWord("节假曰", "节假日", reason=_LIKE),
    WrongWord("曰常", "日常", reason=_LIKE),
    WrongWord("园满完成", "圆满完成"),
    WrongWord("再接再励", "再接再厉"),
    WrongWord("按步就班", "按部就班"),
    WrongWord("竞竞业业", "兢兢业业", reason=_LIKE),
    WrongWord("一愁莫展", "一筹莫展"),
    WrongWord("迫不急待", "迫不及待"),
    WrongWord("幅射", "辐射", reason=_LIKE),
    WrongWord("松驰", "松弛", reason=_LIKE),
    WrongWord("脏款", "赃款"),
)


def _wrong_words(writing: Writing) -> Iterator[Finding]:
    words = {word.wrong: word for word in writing.wrong_words}
    if words:
        pattern = re.compile("|".join(re.escape(wrong) for wrong in sorted(words, key=len, reverse=True)))
        yield from in_passages(pattern, lambda passage: _wrong_in(passage, pattern, words))(writing)


def _wrong_in(passage: Passage, pattern: re.Pattern[str], words: Mapping[str, WrongWord]) -> Iterator[Finding]:
    for match in pattern.finditer(passage.checked):
        word = words[match[0]]
        if _is_right(passage, word, match.start()) or explained(passage, (NoteKind.WORDING, NoteKind.NAMING), word.wrong):
            continue
        ground = f"（{word.reason}）" if word.reason else ""
        hint = advice(passage, f"改为“{word.right}”", NoteKind.WORDING)
        message = f"“{word.wrong}”多半应是“{word.right}”{ground}"
        yield Finding(message, passage.at.within(match.start(), len(word.wrong)), hint)


def _is_right(passage: Passage, word: WrongWord, offset: int) -> bool:
    """Whether the wrong spelling is only a piece of a word that is right."""
    text = passage.checked
    for whole in (word.right, *word.unless):
        start = whole.find(word.wrong)
        while start >= 0:
            if offset >= start and text.startswith(whole, offset - start):
                return True
            start = whole.find(word.wrong, start + 1)
    return False


WRONG_WORD_RULES: tuple[Rule[Writing], ...] = (
    Rule("text-wrong-word", Severity.WARNING, "没有易错词表里的错写（自带的表可以在 text-checks.yaml 里增补或替换）。",
         "缅怀革命烈士。", "缅怀革命烈土。", _wrong_words),
)  # fmt: skip
