"""Faults of notation (书写错误) as editors are told of them: one function per fault, with its code, sentence and fix.

A fault is placed by offsets in a draft and may know how the draft can be patched. Finding faults is a matter of
``slips``, ``syntax`` and ``tree``; this module only words them. Editors are office people: a mapping key is a 字段名.
"""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.source.draft import Edit

_IF_TEXT = "如果这里本来就是正文，请用英文双引号把整段正文括起来"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something written wrongly, from ``start`` to ``end`` of a draft.

    ``related`` are other places with a word on each. ``edits`` patch the draft; without them the entry that begins at
    ``entry`` is left out of the next draft, up to the fault at least.
    """

    code: str
    message: str
    hint: str
    start: int
    end: int
    related: tuple[tuple[int, int, str], ...] = ()
    edits: tuple[Edit, ...] = ()
    entry: int | None = None


def wide_colon(key: str, start: int, new: str) -> Fault:
    """Full-width colon (全角冒号) after a key."""
    return Fault(
        "yaml-wide-colon",
        f"“{key}”后面是全角冒号“：”，应当是英文冒号加一个空格",
        f"改成“{key}: ”；{_IF_TEXT}",
        start, start + 1, edits=(Edit(start, start + 1, new),),
    )  # fmt: skip


def colon_space(key: str, start: int) -> Fault:
    """No space after the colon (冒号后缺空格)."""
    return Fault(
        "yaml-colon-space",
        f"“{key}:”的冒号后面缺少空格",
        f"改成“{key}: ”；{_IF_TEXT}",
        start, start + 1, edits=(Edit(start + 1, start + 1, " "),),
    )  # fmt: skip


def wide_space(start: int, end: int, character: str, new: str) -> Fault:
    """Full-width or other space (全角空格) where only the plain space counts."""
    name = {"\u3000": "全角空格", "\xa0": "不间断空格"}.get(character, f"特殊的空格（U+{ord(character):04X}）")
    return Fault(
        "yaml-wide-space",
        f"这里是{name}，缩进和字段名两边只能用半角空格",
        "请删掉它，改用英文输入法的空格",
        start, end, edits=(Edit(start, end, new),),
    )  # fmt: skip


def tab_indentation(start: int, end: int, lines: int) -> Fault:
    """Tab as indentation (制表符缩进), in one line or in several that follow each other."""
    where = "这一行" if lines == 1 else f"从这一行起连续 {lines} 行"
    return Fault(
        "yaml-tab",
        f"{where}用制表符（Tab）缩进",
        "请改用空格，每层两个空格；可以用编辑器的“替换”功能把制表符全部换成空格",
        start, end,
    )  # fmt: skip


def tab_between(start: int) -> Fault:
    """Tab between a dash and what follows."""
    return Fault(
        "yaml-tab",
        "这里是制表符（Tab），应当是一个空格",
        "请删掉它，改用空格",
        start, start + 1, edits=(Edit(start, start + 1, " "),),
    )  # fmt: skip


def wide_comma(start: int) -> Fault:
    """Full-width comma (全角逗号) between items in brackets."""
    return Fault(
        "yaml-wide-comma",
        "括号里用了全角逗号“，”，它不能把各项分开",
        "改成英文逗号加一个空格“, ”；如果逗号是这一项里的文字，请用英文双引号把这一项括起来",
        start, start + 1, edits=(Edit(start, start + 1, ", "),),
    )  # fmt: skip


def dash_without_space(start: int) -> Fault:
    """No space after the dash of a list item."""
    return Fault(
        "yaml-list-dash",
        "列表项开头的“-”后面缺少空格",
        f"改成“- ”加内容；{_IF_TEXT}",
        start, start + 1, edits=(Edit(start + 1, start + 1, " "),),
    )  # fmt: skip


def dash_of_wrong_kind(start: int, end: int, mark: str) -> Fault:
    """A long or full-width dash before a list item."""
    return Fault(
        "yaml-list-dash",
        f"列表项开头是“{mark}”，应当是英文减号“-”加一个空格",
        f"改成“- ”加内容；{_IF_TEXT}",
        start, end, edits=(Edit(start, end, "- "),),
    )  # fmt: skip


def item_within_text(start: int, end: int) -> Fault:
    """A list item indented so deeply that it continues the text before it."""
    return Fault(
        "yaml-indentation",
        "这一行以“- ”开头，却比上一行缩进得多，会被当成上一行文字的后半句",
        f"如果是新的一项，请和上一项的“-”对齐；{_IF_TEXT}",
        start, end,
    )  # fmt: skip


def indented_too_far(start: int, end: int, columns: int, before: tuple[int, int]) -> Fault:
    """A field under a field that already has its value."""
    return Fault(
        "yaml-indentation",
        "这一行缩进过多：上一个字段已经有值，下面不能再有一层",
        f"如果是新的字段，请改成行首 {columns} 个空格；如果是上一行文字的后半句，正文里的冒号请用全角“：”",
        start, end, related=((*before, "已有的值在这里"),),
    )  # fmt: skip


def indented_unevenly(
    start: int, end: int, columns: int, levels: tuple[int, ...], opening: tuple[int, int] | None
) -> Fault:
    """A line that stands at no level; ``opening`` is the line that began the deeper level above it."""
    return Fault(
        "yaml-indentation",
        f"这一行行首有 {columns} 个空格，和上面各行都对不齐",
        f"请按它所属的层次，改成 {' 个或 '.join(map(str, levels))} 个空格；也可能是上面某一行的缩进不对",
        start, end, related=((*opening, "上面这一层从这里开始"),) if opening else (),
    )  # fmt: skip


def item_among_fields(start: int, end: int) -> Fault:
    """A list item where a field is expected."""
    return Fault(
        "yaml-list",
        "这里应当是“字段名: 值”，却是以“- ”开头的列表项",
        "列表要放在字段名的下一行，比字段名多缩进两个空格；字段名那一行的冒号后面不写值",
        start, end,
    )  # fmt: skip


def item_misaligned(start: int, end: int, before: tuple[int, int]) -> Fault:
    """A list item to the left of the items before it."""
    return Fault(
        "yaml-indentation",
        "这一项的“-”和上一项没有对齐",
        "同一个列表里，各项的“-”前面的空格要一样多",
        start, end, related=((*before, "上一项在这里"),),
    )  # fmt: skip


def field_among_items(start: int, end: int) -> Fault:
    """A field where a list item is expected."""
    return Fault(
        "yaml-list",
        "上面是列表，这里应当是以“- ”开头的列表项，或者减少缩进的新字段",
        "如果是列表的一项，请在行首加“- ”；如果是新的字段，请和列表所属的字段名对齐",
        start, end,
    )  # fmt: skip


def item_on_key_line(start: int) -> Fault:
    """A list item on the line of its key."""
    return Fault(
        "yaml-list",
        "列表的第一项不能和字段名写在同一行",
        f"请把“- ”移到下一行，并多缩进两个空格；{_IF_TEXT}",
        start, start + 1,
    )  # fmt: skip


def colon_in_text(start: int) -> Fault:
    """Colon and space inside a value."""
    return Fault(
        "yaml-colon-in-text",
        "值里又出现了英文冒号加空格，分不清哪里是字段名",
        "正文里的冒号请用全角“：”，或者用英文双引号把整个值括起来",
        start, start + 1,
    )  # fmt: skip


def line_without_colon(start: int, end: int) -> Fault:
    """A line that is neither field nor item."""
    return Fault(
        "yaml-line",
        "这一行既不是“字段名: 值”，也不是以“- ”开头的列表项",
        "如果是新的字段，请补上英文冒号和空格；如果是上一行文字的后半句，请在行首多加两个空格",
        start, end,
    )  # fmt: skip


def quote_unclosed(start: int, mark: str) -> Fault:
    """A quotation mark without its partner."""
    name = "双引号" if mark == '"' else "单引号"
    return Fault(
        "yaml-quote",
        f"这里的英文{name}没有配对的另一半",
        f"请在这段文字的末尾补上英文{name}；正文里的引号请用中文引号“”",
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
        f"请在末尾补上“{'}' if mark == '{' else ']'}”；{_IF_TEXT}",
        start, start + 1, entry=start,
    )  # fmt: skip


def bracket_unopened(start: int, mark: str) -> Fault:
    """A closing bracket too many."""
    return Fault(
        "yaml-bracket",
        f"这里多了一个“{mark}”，前面没有和它配对的括号",
        f"请删掉它，或在前面补上“{'{' if mark == '}' else '['}”；{_IF_TEXT}",
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


def comma_extra(start: int, entry: int) -> Fault:
    """A comma with no item before it."""
    return Fault("yaml-comma", "这里的逗号前面没有内容", "请删掉多余的逗号", start, start + 1, entry=entry)


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
        "yaml-text-block",
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
        start, end,
    )  # fmt: skip


def key_not_text(start: int, end: int) -> Fault:
    """A key that is a list or a mapping."""
    return Fault(
        "yaml-key",
        "字段名必须是文字，不能是括号里的内容",
        "如果括号是正文，请用英文双引号把它括起来",
        start, end,
    )  # fmt: skip


def key_empty(start: int, end: int) -> Fault:
    """A colon without a key."""
    return Fault("yaml-key", "冒号前面没有字段名", "请补上字段名，或者删掉这一行", start, end)


def key_duplicate(key: str, start: int, end: int, first: tuple[int, int]) -> Fault:
    """A key that its mapping already has."""
    return Fault(
        "yaml-key-duplicate",
        f"字段“{key}”在同一处写了两次",
        "请删掉其中一个，或者改正写错的字段名",
        start, end, related=((*first, "第一次写在这里"),),
    )  # fmt: skip


def several_documents(start: int, end: int) -> Fault:
    """A second document in the file."""
    return Fault(
        "yaml-several-documents",
        "一个文件只能有一份内容，这里又另起了一份",
        "请把后面的内容放到另一个文件里；如果“---”只是分隔线，请删掉它",
        start, end,
    )  # fmt: skip


def too_deep(start: int, end: int, limit: int) -> Fault:
    """More levels than any content needs."""
    return Fault("yaml-depth", f"层次超过了 {limit} 层", "请检查这里是不是重复了括号或“- ”，或者漏了右括号", start, end)


def not_understood(start: int, end: int) -> Fault:
    """Anything else."""
    return Fault(
        "yaml-syntax",
        "这里的写法无法读取",
        "请对照上下几行，检查缩进、冒号、引号和括号",
        start, end,
    )  # fmt: skip
