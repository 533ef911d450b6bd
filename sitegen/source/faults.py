"""Faults of notation (书写错误) as editors are told of them: one function per fault, with its code, sentence and fix.

Here are the faults of lines, fields and items; those inside a value are in ``value_faults``. A fault is placed by
offsets in a draft and may know how the draft can be patched. Finding faults is a matter of ``slips``, ``syntax`` and
``tree``; this module only words them. Editors are office people: a mapping key is a 字段名.
"""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.source.draft import Edit

IF_TEXT = "如果这里本来就是正文，请用英文双引号把整段正文括起来"


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
        f"改成“{key}: ”；{IF_TEXT}",
        start, start + 1, edits=(Edit(start, start + 1, new),),
    )  # fmt: skip


def colon_space(key: str, start: int) -> Fault:
    """No space after the colon (冒号后缺空格)."""
    return Fault(
        "yaml-colon-space",
        f"“{key}:”的冒号后面缺少空格",
        f"改成“{key}: ”；{IF_TEXT}",
        start, start + 1, edits=(Edit(start + 1, start + 1, " "),),
    )  # fmt: skip


def wide_space(start: int, spaces: str) -> Fault:
    """Full-width or other spaces (全角空格) where only the plain space counts."""
    first = spaces[0]
    name = {"\u3000": "全角空格", "\xa0": "不间断空格"}.get(first, f"特殊的空格（U+{ord(first):04X}）")
    end = start + len(spaces)
    return Fault(
        "yaml-wide-space",
        f"这里是{name}，缩进和字段名两边只能用半角空格",
        "请删掉它，改用英文输入法的空格",
        start, end, edits=(Edit(start, end, "".join("  " if space == "\u3000" else " " for space in spaces)),),
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


def dash_without_space(start: int) -> Fault:
    """No space after the dash of a list item."""
    return Fault(
        "yaml-list-dash",
        "列表项开头的“-”后面缺少空格",
        f"改成“- ”加内容；{IF_TEXT}",
        start, start + 1, edits=(Edit(start + 1, start + 1, " "),),
    )  # fmt: skip


def dash_of_wrong_kind(start: int, end: int, mark: str) -> Fault:
    """A long or full-width dash before a list item."""
    return Fault(
        "yaml-list-dash",
        f"列表项开头是“{mark}”，应当是英文减号“-”加一个空格",
        f"改成“- ”加内容；{IF_TEXT}",
        start, end, edits=(Edit(start, end, "- "),),
    )  # fmt: skip


def dash_missing(key: str, start: int, end: int, first: tuple[int, int], edits: tuple[Edit, ...]) -> Fault:
    """The first field of an item once more, behind others: the next item, without its dash."""
    return Fault(
        "yaml-list-dash",
        f"“{key}”又写了一次，看来从这里起是新的一项，前面漏了“- ”",
        f"如果是新的一项，把“{key}”前面的两个空格改成“- ”；如果是多写了一遍，请删掉其中一个",
        start, end, related=((*first, "上一项从这里开始"),), edits=edits,
    )  # fmt: skip


def item_within_text(start: int, end: int, before: tuple[int, int]) -> Fault:
    """A list item indented so deeply that it continues the text before it."""
    return Fault(
        "yaml-indentation",
        "这一行以“- ”开头，却比上一行缩进得多，会被当成上面文字的一部分",
        f"如果是新的一项，请和上一项的“-”对齐；{IF_TEXT}",
        start, end, related=((*before, "会接到这一行的后面"),),
    )  # fmt: skip


def indented_too_far(start: int, end: int, columns: int, before: tuple[int, int]) -> Fault:
    """A field under a field that already has its value."""
    return Fault(
        "yaml-indentation",
        "这一行缩进过多：上一个字段已经有值，下面不能再有一层",
        f"如果是新的字段，请改成行首 {columns} 个空格；如果是上一行文字的后半句，正文里的冒号请用全角“：”",
        start, end, related=((*before, "已有的值在这里"),),
    )  # fmt: skip


def items_under_text(start: int, end: int, before: tuple[int, int]) -> Fault:
    """A list under a field on whose line a text stands."""
    return Fault(
        "yaml-list",
        "这里开始是列表，可是上面字段名的那一行已经写了文字",
        "如果下面各行都是它的内容，请删掉字段名那一行冒号后面的文字；如果那段文字也是一项，请另起一行，以“- ”开头",
        start, end, related=((*before, "已经写了的文字在这里"),),
    )  # fmt: skip


def indented_unevenly(start: int, end: int, columns: int, levels: tuple[int, ...], opening: tuple[int, int]) -> Fault:
    """A line that stands at no level; ``opening`` is the line that began the level nearest to it."""
    return Fault(
        "yaml-indentation",
        f"这一行行首有 {columns} 个空格，和上面各行都对不齐",
        f"请按它所属的层次，改成 {' 个或 '.join(map(str, levels))} 个空格；也可能是上面某一行的缩进不对",
        start, end, related=((*opening, "最近的一层从这里开始"),),
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
        "如果是上一项的字段，请在行首多加空格，和那一项的第一个字段对齐；如果是新的一项，请在行首加“- ”；"
        "如果是列表后面的新字段，请和列表所属的字段名对齐",
        start, end,
    )  # fmt: skip


def item_on_key_line(start: int) -> Fault:
    """A list item on the line of its key."""
    return Fault(
        "yaml-list-dash",
        "列表的第一项不能和字段名写在同一行",
        f"请把“- ”移到下一行，并多缩进两个空格；{IF_TEXT}",
        start, start + 1,
    )  # fmt: skip


def wide_comment(start: int, end: int) -> Fault:
    """A full-width number sign (全角井号) that was to begin a comment."""
    return Fault(
        "yaml-comment",
        "这里是全角的“＃”，这一行不会被当成注释",
        "写给编辑自己看的，改成英文的“# ”；是正文的，请接在上一行文字的后面",
        start, end, edits=(Edit(start, start + 1, "#"),),
    )  # fmt: skip


def end_of_document(start: int, end: int) -> Fault:
    """A line of three dots, which ends the content of a file."""
    return Fault(
        "yaml-several-documents",
        "这一行“...”表示文件到此结束，后面的内容都读不到",
        "请删掉这一行；如果是正文里的省略号，请接在上一行文字的后面",
        start, end, edits=(Edit(start, end, " " * (end - start)),),
    )  # fmt: skip


def line_without_colon(start: int, end: int) -> Fault:
    """A line that is neither field nor item."""
    return Fault(
        "yaml-line",
        "这里没有冒号，不是“字段名: 值”",
        "如果是新的字段，请补上英文冒号和空格；如果是上一行文字的后半句，请在行首多加两个空格；列表项请以“- ”开头",
        start, end,
    )  # fmt: skip


def text_after_comment(start: int, end: int, before: tuple[int, int]) -> Fault:
    """Text that a comment cut off from the text before it."""
    return Fault(
        "yaml-comment",
        "这段文字被上面“#”开头的注释断开了",
        "请把注释移到整个字段的上面；如果“#”是正文，请用英文双引号把整段正文括起来",
        start, end, related=((*before, "文字从这里开始"),),
    )  # fmt: skip


def comment_in_text(start: int, end: int) -> Fault:
    """A mark of comments before words that look like the rest of the text."""
    return Fault(
        "yaml-comment",
        "空格后面的“#”起到行末不算内容，网站上不会出现",
        "如果“#”是正文，请用英文双引号把整段正文括起来；如果是写给编辑自己看的，请在“#”后面加一个空格",
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
