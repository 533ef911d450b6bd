"""Faults inside a value (值内错误): quotation marks, brackets, commas, text blocks and characters with a meaning.

The continuation of ``faults``, which says what a fault is; only the wording of faults belongs here.
"""

from __future__ import annotations

from sitegen.source.draft import Edit
from sitegen.source.faults import IF_TEXT, Fault


def wide_comma(start: int) -> Fault:
    """Full-width comma (全角逗号) between items in brackets."""
    return Fault(
        "yaml-wide-comma",
        "括号里用了全角逗号“，”，它不能把各项分开",
        "改成英文逗号加一个空格“, ”；如果逗号是这一项里的文字，请用英文双引号把这一项括起来",
        start, start + 1, edits=(Edit(start, start + 1, ", "),),
    )  # fmt: skip


def colon_in_text(start: int, key: str = "") -> Fault:
    """Colon and space inside a value; ``key`` is the word before it that may be the next field, or empty."""
    field = f"如果“{key}”是另一个字段，请从它起另起一行，和这一行的字段名对齐；" if key else ""
    return Fault(
        "yaml-colon-in-text",
        "值里又有一个英文冒号，分不清哪里是字段名",
        f"{field}正文里的冒号请用全角“：”，或者用英文双引号把整个值括起来",
        start, start + 1,
    )  # fmt: skip


def wide_brackets(start: int, end: int, opening: str) -> Fault:
    """Full-width brackets (全角括号) around the items of a list or the fields of a record."""
    plain = {"｛": "{}"}.get(opening, "[]")
    return Fault(
        "yaml-bracket",
        f"这里用了全角括号“{opening}”，括号里的各项分不开",
        f"两头的括号改成英文的“{plain[0]}”“{plain[1]}”，各项之间用英文逗号加一个空格；{IF_TEXT}",
        start, end, edits=(Edit(start, start + 1, plain[0]), Edit(end - 1, end, plain[1])),
    )  # fmt: skip


def wide_block_header(start: int, mark: str) -> Fault:
    """The full-width mark of a text block (全角竖线、大于号)."""
    plain = {"｜": "|", "＞": ">"}[mark]
    return Fault(
        "yaml-text-block",
        f"这里是全角的“{mark}”，不表示正文从下一行开始",
        f"改成英文的“{plain}”；{IF_TEXT}",
        start, start + 1, edits=(Edit(start, start + 1, plain),),
    )  # fmt: skip


def wide_quotes(start: int, end: int) -> Fault:
    """Full-width quotation marks (全角引号) around a value."""
    return Fault(
        "yaml-quote",
        "这里用了全角的引号“＂”，它会成为正文的一部分",
        "两头改成英文双引号；正文里的引号请用中文引号“”",
        start, end, edits=(Edit(start, start + 1, '"'), Edit(end - 1, end, '"')),
    )  # fmt: skip


def quote_unclosed(start: int, mark: str, closing: str = "") -> Fault:
    """A quotation mark without its partner; ``closing`` is a mark of another kind that closes the line instead, or empty."""
    name = "双引号" if mark == '"' else "单引号"
    cure = f"请把末尾的“{closing}”改成英文{name}" if closing else f"请在这段文字的末尾补上英文{name}"
    return Fault(
        "yaml-quote",
        f"这里的英文{name}没有配对的另一半",
        f"{cure}；正文里的引号请用中文引号“”",
        start, start + 1, entry=start,
    )  # fmt: skip


def quote_unopened(start: int, mark: str) -> Fault:
    """A quotation mark at the end of a value that does not begin with one."""
    name = "双引号" if mark == '"' else "单引号"
    return Fault(
        "yaml-quote",
        f"值的末尾有英文{name}，开头却没有",
        f"请在值的开头补上英文{name}，或者删掉末尾的；正文里的引号请用中文引号“”",
        start, start + 1,
    )  # fmt: skip


def text_after_quote(start: int, end: int, entry: int) -> Fault:
    """Text after a quoted value."""
    return Fault(
        "yaml-quote",
        "英文引号已经结束，后面却还有文字",
        "正文里的引号请用中文引号“”；或者去掉开头的英文引号",
        start, end, entry=entry,
    )  # fmt: skip


def bracket_unclosed(start: int, mark: str) -> Fault:
    """A bracket without its partner."""
    return Fault(
        "yaml-bracket",
        f"这里的括号“{mark}”没有配对的“{'}' if mark == '{' else ']'}”",
        f"请在末尾补上“{'}' if mark == '{' else ']'}”；{IF_TEXT}",
        start, start + 1, entry=start,
    )  # fmt: skip


def bracket_unopened(start: int, mark: str) -> Fault:
    """A closing bracket too many."""
    return Fault(
        "yaml-bracket",
        f"这里多了一个“{mark}”，前面没有和它配对的括号",
        f"请删掉它，或在前面补上“{'{' if mark == '}' else '['}”；{IF_TEXT}",
        start, start + 1,
    )  # fmt: skip


def text_after_bracket(start: int, end: int) -> Fault:
    """Text after a value in brackets."""
    return Fault(
        "yaml-bracket",
        "括号已经结束，后面却还有文字",
        "请把后面的文字移到括号里；如果括号是正文，请用英文双引号把整个值括起来",
        start, end,
    )  # fmt: skip


def comma_missing(start: int, end: int, entry: int) -> Fault:
    """No comma between items in brackets."""
    return Fault(
        "yaml-comma",
        "括号里的两项之间缺少英文逗号",
        "请在这里前面加上英文逗号和空格“, ”；如果是同一项，请用英文双引号把这一项整个括起来",
        start, end, entry=entry,
    )  # fmt: skip


def comma_of_wrong_kind(key: str, start: int, end: int) -> Fault:
    """A space, 、 or ； before the next field in braces, where the comma must stand."""
    return Fault(
        "yaml-comma",
        f"“{key}”前面应当是英文逗号加一个空格",
        f"在“{key}”前面写上“, ”；如果“{key}:”是正文，请用英文双引号把这一项括起来",
        start, end, edits=(Edit(start, end, ", "),),
    )  # fmt: skip


def comma_extra(start: int, entry: int) -> Fault:
    """A comma with no item before it, or after a whole value."""
    return Fault(
        "yaml-comma", "这里多了一个英文逗号", "请删掉它；如果前面漏写了一项，请补上", start, start + 1, entry=entry
    )


def reserved_character(start: int, mark: str) -> Fault:
    """A value that begins with a character of the notation."""
    return Fault(
        "yaml-reserved-character",
        f"值不能以“{mark}”开头，这个符号另有用途",
        "请用英文双引号把整个值括起来",
        start, start + 1,
    )  # fmt: skip


def block_header(start: int, end: int, mark: str) -> Fault:
    """Text on the line of a text block's mark."""
    return Fault(
        "yaml-text-block",
        f"“{mark}”表示正文从下一行开始，同一行不能再写正文",
        f"请把正文移到下一行，并多缩进两个空格；如果“{mark}”是正文，请用英文双引号把整个值括起来",
        start, end,
    )  # fmt: skip


def block_indentation(start: int, end: int, columns: int, header: tuple[int, int]) -> Fault:
    """A line of a text block that is indented too little."""
    return Fault(
        "yaml-indentation",
        "文字块里的这一行缩进不够，文字块到上一行就结束了",
        f"这个文字块的每一行，行首至少要有 {columns} 个空格",
        start, end, related=((*header, "文字块从这里开始"),),
    )  # fmt: skip


def escape_unknown(start: int, end: int, escape: str) -> Fault:
    """A backslash in double quotes that means nothing."""
    return Fault(
        "yaml-escape",
        f"英文双引号里的“{escape}”没有意义，反斜杠“\\”在这里有特殊用途",
        "请把反斜杠写成两个“\\\\”，或者把两头的英文双引号都换成英文单引号",
        start, end,
    )  # fmt: skip


def escape_invisible(start: int, end: int) -> Fault:
    """An escape in double quotes that writes an invisible character."""
    return Fault(
        "yaml-escape",
        "英文双引号里用反斜杠写出了一个看不见的字符",
        "请删掉它；如果反斜杠是正文，请写成两个“\\\\”，或者把两头的英文双引号都换成英文单引号",
        start, end,
    )  # fmt: skip


def refused_mark(start: int, end: int, mark: str) -> Fault:
    """Alias, anchor, tag or merge key (别名、锚点、标签、合并)."""
    code, name = {
        "*": ("yaml-alias", "别名"),
        "&": ("yaml-anchor", "锚点"),
        "!": ("yaml-tag", "类型标签"),
        "<<": ("yaml-merge", "合并"),
    }[mark]
    return Fault(
        code,
        f"这里以“{mark}”开头，会被当成{name}，本站的内容不使用这种写法",
        f"请把内容完整写出来；如果“{mark}”是正文，请用英文双引号把整个值括起来",
        start, end, edits=(Edit(start, start + 1, "x"),) if mark == "*" else (),
    )  # fmt: skip
