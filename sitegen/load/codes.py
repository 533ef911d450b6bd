"""Problem codes (问题代码): one definition for each code that reading the content can give, for README and its test.

Rules define their codes themselves. Here are the others: of the notation of files, of fields, inside one plan, of links
and of the content as a whole. Where a code is raised, its sentence for the place at hand is made.
"""

from __future__ import annotations

from sitegen.load.rules import RULES
from sitegen.load.rules.review import REVIEW_MISSING
from sitegen.problems import Code, Severity


def _error(code: str, demand: str, good: str, bad: str) -> Code:
    return Code(code, Severity.ERROR, demand, good, bad)


NOTATION_CODES: tuple[Code, ...] = (
    _error("file-unreadable", "文件能打开。", "普通文件", "正被别的程序占用的文件"),
    Code("file-unused", Severity.WARNING, "content/ 里只放内容文件。", "plans/huaiyin-2025.yaml", "plans/huaiyin-2025.yaml.txt"),
    _error("file-not-text", "文件是文本文件。", "记事本里写的 huaiyin-2025.yaml", "改了扩展名的 Word 文件"),
    _error("file-encoding", "文件按 UTF-8 编码保存。", "另存为 UTF-8", "另存为 ANSI（GBK）"),
    _error("character-lost", "没有转换编码时丢失的字。", "槐荫区", "槐�区"),
    _error("character-line-break", "没有特殊的换行符。", "按回车键换行", "从网页粘贴来的 U+2028"),
    _error("character-control", "没有看不见的控制字符。", "区财政局", "区财政局后面带着 Word 的单元格结束符"),
    _error("character-invisible", "没有看不见的字符。", "区财政局", "区财政局中间有零宽空格"),
    _error("character-private", "没有自造的字和符号字体里的字。", "• 区财政局", "Word 项目符号留下的、显示成方框的字"),
    _error("front-matter-missing", "说明页第一行是“---”。", "---", "直接从正文开始"),
    _error("front-matter-unclosed", "说明页开头的字段以第二行“---”结束。", "title: 关于，下一行 ---", "title: 关于，下面就是正文"),
    _error("yaml-wide-colon", "字段名后面是英文冒号加空格。", "title: 要点", "title：要点"),
    _error("yaml-colon-space", "英文冒号后面有一个空格。", "title: 要点", "title:要点"),
    _error("yaml-colon-in-text", "一行里只有一个“字段名: ”。", "title: 通知：要点", "title: 通知: 要点"),
    _error("yaml-wide-space", "缩进和字段名两边只有半角空格。", "  title: 要点", "　title: 要点"),
    _error("yaml-tab", "缩进用空格。", "两个空格加 title", "制表符加 title"),
    _error("yaml-list-dash", "列表项以英文减号加空格开头。", "- 区财政局", "-区财政局"),
    _error("yaml-list", "列表和字段不混在一层。", "units: 下面各行都是“- …”", "“- 区财政局”下面是“name: 区民政局”"),
    _error("yaml-indentation", "同一层的各行左边对齐。", "各行都缩进两个空格", "一行缩进两个空格，下一行缩进三个"),
    _error("yaml-line", "每一行是字段、列表项，或上一行文字的接续。", "title: 要点", "要点"),
    _error("yaml-comment", "“#”前面不是正文，或正文加了英文双引号。", 'text: "第 #1 号"', "text: 第 #1 号"),
    _error("yaml-key", "字段名是文字。", "title: 要点", "[title]: 要点"),
    _error("yaml-key-duplicate", "同一处的字段名不重复。", "title 写一次", "title 写两次"),
    _error("yaml-quote", "英文引号成对，括住整个值。", 'number: "51707772"', 'number: "51707772'),
    _error("yaml-bracket", "方括号、花括号成对。", "seen: [huaiyin-2025]", "seen: [huaiyin-2025"),
    _error("yaml-comma", "括号里的各项用英文逗号隔开。", "{id: a, name: 甲}", "{id: a name: 甲}"),
    _error("yaml-wide-comma", "括号里的逗号是英文逗号加空格。", "[甲, 乙]", "[甲，乙]"),
    _error("yaml-reserved-character", "值不以有特殊用途的符号开头。", 'title: "@要点"', "title: @要点"),
    _error("yaml-text-block", "“|”后面的正文从下一行开始。", "text: | 下一行才是正文", "text: | 正文"),
    _error("yaml-escape", "英文双引号里的反斜杠写成两个。", '"甲\\\\乙"', '"甲\\乙"'),
    _error("yaml-alias", "不用别名。", "units: 区财政局", "units: *a"),
    _error("yaml-anchor", "不用锚点。", "units: 区财政局", "units: &a 区财政局"),
    _error("yaml-tag", "不用类型标签。", "year: 2024", "year: !!int 2024"),
    _error("yaml-merge", "不用合并。", "各字段写全", "<<: 上一项"),
    _error("yaml-several-documents", "一个文件一份内容。", "一份", "中间有一行 ---"),
    _error("yaml-depth", "层次不过深。", "六七层", "几百层括号"),
    _error("yaml-syntax", "其他写法能读取。", "title: 要点", "? title"),
)  # fmt: skip
FIELD_CODES: tuple[Code, ...] = (
    _error("file-empty", "文件有内容。", "照样例填写", "空文件"),
    _error("field-missing", "必填的字段都在。", "title: 要点", "没有 title"),
    _error("field-unknown", "只用这一层有的字段。", "title: 要点", "tilte: 要点"),
    _error("mapping-expected", "该写若干字段的地方写若干字段。", "document: 下一行 number: …", "document: 章政办发〔2024〕1号"),
    _error("list-expected", "该写列表的地方写列表。", "cites: 下一行 - jinan-2025", "cites: jinan-2025"),
    _error("text-expected", "该写文字的地方写文字。", "title: 要点", "title: 下一行 - 要点"),
    _error("text-missing", "必填的文字不空着。", "title: 要点", "title:"),
    Code("comment-for-value", Severity.WARNING, "内容写在“#”前面。", 'number: "#1"', "number: # 1号"),
    _error("text-too-long", "一个名称、一格不超过 1000 个字，一段不超过 10000 个字，一页不超过 100000 个字。", "一段一项", "整份文件粘贴在一格里"),
    _error("number-expected", "整数用半角数字。", "order: 10", "order: 十"),
    _error("year-impossible", "年份在 1949 到 2199 之间。", "year: 2024", "year: 20245"),
    _error("date-format", "日期写成年-月-日。", "day: 2024-06-27", "day: 2024年6月27日"),
    _error("date-impossible", "日期在日历上有。", "day: 2024-06-30", "day: 2024-06-31"),
    _error("id-format", "编号只用小写英文字母、数字和短横线。", "id: huaiyin-2025", "id: Huaiyin_2025"),
    _error("boolean-expected", "是否写成 true 或 false。", "address_is_own: true", "address_is_own: 是"),
    _error("choice-unknown", "选项是列出的一个。", "form: prose", "form: pros"),
    _error("value-format", "值是说明里列出的写法。", "shipped: keep", "shipped: 保留"),
    _error("address-format", "网址以 http:// 或 https:// 开头。", "icp_url: https://beian.miit.gov.cn/", "icp_url: beian.miit.gov.cn"),
    _error("time-format", "时间写成时:分。", 'time: "09:30"', 'time: "9点半"'),
    _error("image-path-format", "图片写 static/ 下的路径。", "official_badge: images/badge.png", "official_badge: C:\\badge.png"),
    _error("authority-format", "订阅编号写域名和年份。", "feed_authority: example.gov.cn,2025", "feed_authority: example.gov.cn"),
)  # fmt: skip
PLAN_CODES: tuple[Code, ...] = (
    _error("item-key-missing", "每一条有编号，没有编号的写 key。", "number: （一）", "没有 number，也没有 key"),
    _error("item-key-repeated", "一份要点里条目编号不重复。", "（一）（二）", "（一）（一）"),
    _error("item-key-reserved", "条目的 key 不与行和段落的网址相同。", "key: part-1", "key: task-1"),
    _error("item-text-twice", "一条的文字只放一处。", "parts 里写文字", "parts 和 text 都写"),
    _error("item-mentions-misplaced", "mentions 写在说到它的那一段、那一行。", "行里写 mentions", "有表的要点在条目里写 mentions"),
    _error("item-unknown", "行归入的条目存在。", "item: item-3", "item: item-33"),
    _error("quote-not-found", "mentions 是正文的原话。", "正文“各单位要…”，units: 各单位", "units: 各个单位"),
    _error("row-number-repeated", "序号不重复。", "1 2 3", "1 2 2"),
    _error("row-number-format", "序号能用作网址。", "number: 1", "number: 一/1"),
    _error("row-unknown", "承接的行存在。", "inherited_from: 12", "inherited_from: 120"),
    _error("inheritance-chained", "承接的是最初印有文字的行。", "第3行承接自第1行", "第3行承接自也是承接来的第2行"),
    _error("inheritance-empty", "承接的行印有文字。", "第2行承接自印有文字的第1行", "第2行承接自空白的第1行"),
    _error("cell-contradicts", "一格要么有文字，要么承接。", '{text: "", inherited_from: 1}', "{text: 全年, inherited_from: 1}"),
    _error("reason-missing", "编辑认定的读法有理由。", "read_as 和 reason 都写", "只写 read_as"),
    _error("fragments-differ", "fragments 接起来就是 text。", "逐段照录", "漏了一个字"),
)  # fmt: skip
LINK_CODES: tuple[Code, ...] = (
    _error("plan-unknown", "对照的两份要点都已收录。", "from: huaiyin-2023", "from: huaiyin-2032"),
    _error("clause-unknown", "对照的条目和行存在。", "from: item-3", "from: item-33"),
    _error("link-one-sided", "对照关系两边都写，“新增”等除外。", "from: item-1，to: item-2，relation: continued",
           "from: item-1，relation: continued"),
    _error("task-unknown", "公布进展的任务在要点里。", "task: task-3", "task: task-333"),
)  # fmt: skip
PORTAL_CODES: tuple[Code, ...] = (
    _error("page-too-complex", "说明页的小标题、方括号各不超过 400 个，列表和引用不超过 12 层。", "一页讲一件事", "一行里有几千个“[”"),
    _error("portal-missing", "有 portal.yaml。", "content/portal.yaml", "没有这个文件"),
    _error("file-unexpected", "内容文件在该在的位置。", "content/plans/huaiyin-2025.yaml", "content/plan/huaiyin-2025.yaml"),
)  # fmt: skip
CODES: tuple[Code, ...] = (
    *NOTATION_CODES, *FIELD_CODES, *PLAN_CODES, *LINK_CODES, *PORTAL_CODES, *RULES, REVIEW_MISSING,
)  # fmt: skip
