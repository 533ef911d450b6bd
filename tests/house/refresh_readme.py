"""The generated parts of README.md and content/README.md, and the command that rewrites them.

``python -m tests.house.refresh_readme`` puts what the code says now (fields, rules, problem codes, messages) between the
marks ``<!-- begin:name -->`` and ``<!-- end:name -->``, and under every wrong example of the editors' guide the message
that it earns. Everything else in the two files is written by hand; the tests of this folder compare all of it.
"""

from __future__ import annotations

import ast
import re
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from sitegen.baseline import BASELINE_CODES
from sitegen.load.codes import CODES
from sitegen.load.rules import RULES
from sitegen.load.schema import KINDS, FileKind
from sitegen.load.schema.base import REFERENCE_PATTERN, SLUG_PATTERN
from sitegen.load.schema.choices import CHINESE
from sitegen.memo import NoMemo
from sitegen.problems import Code, Problem, ProblemsFound, Severity, format_text, sort_problems
from sitegen.source import Sources
from sitegen.understanding import read_documents, understand
from sitegen.verify.codes import SITE_CODES
from tests.conftest import ROOT, write_files

README = ROOT / "README.md"
GUIDE = ROOT / "content" / "README.md"
BLOCK = re.compile(r"(<!-- begin:(\S+) -->\n).*?(<!-- end:\2 -->)", re.S)
FENCE = re.compile(r"^```(\w+) ?([^\n]*)\n(.*?)^```$", re.M | re.S)
ANSWERED = re.compile(r"(^```yaml 错 (\S+)\n(.*?)^```\n\n```text\n)(.*?)(^```$)", re.M | re.S)
CODE = re.compile(r"[a-z]+(-[a-z0-9]+)+")
FINDING_ROOMS = ("source", "load", "verify", "baseline", "problems", "publish", "build", "serve", "cli")
NO_CODES = {
    "utf-8", "utf-16", "utf-16-be", "utf-16-le", "aria-label", "aria-labelledby", "no-store", "part-1", "item-1", "first-leads", "two-digits",
    "from-document", "follow-up", "x-ids-of", "utf-8-sig", "data-manifest",
}  # fmt: skip
SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.NOTICE: "提示"}


# ---- the fields of content files ---------------------------------------------------------------------------------


def fields_of(kind: FileKind) -> str:
    """Markdown tables of every field of one kind of file: the file's own, then those of each record inside it."""
    schema = kind.model.model_json_schema(by_alias=True)
    records = {"": schema, **schema.pop("$defs", {})}
    places: dict[str, list[tuple[str, ...]]] = {"": [()]}
    waiting = [""]
    for owner in waiting:  # grows while it is read: every record is met once, its places as often as it is used
        for name, field in _properties(records[owner]).items():
            inner = _inner(field)
            if inner:
                waiting += [] if inner in places else [inner]
                places.setdefault(inner, []).append((*places[owner][0], name))
    order = sorted(places, key=lambda record: _printed_order(schema, records, places[record][0]))
    return "\n".join(_record_table(_where(places[record]), records[record]) for record in order)


def _printed_order(schema: Mapping[str, Any], records: Mapping[str, Any], path: tuple[str, ...]) -> list[int]:
    """Sort key that puts a record after the one that holds it and before that one's next."""
    ranks, current = [], schema
    for name in path:
        fields = _properties(current)
        ranks.append(list(fields).index(name))
        current = records[_inner(fields[name])]
    return ranks


def _where(places: list[tuple[str, ...]]) -> str:
    """Where a record is written: `table` → `rows` → `units`、`deadline`; one used all over by its field name alone."""
    names = "、".join(f"`{name}`" for name in dict.fromkeys(path[-1] for path in places if path))
    if len({path[:-1] for path in places}) > 1:
        return f"{names}（各处都这样填）"
    return " → ".join((*(f"`{name}`" for name in places[0][:-1]), names)) if names else ""


def _properties(record: Mapping[str, Any]) -> dict[str, Any]:
    if "properties" in record:
        return dict(record["properties"])
    return next((dict(form["properties"]) for form in record.get("anyOf", ()) if "properties" in form), {})


def _inner(field: Mapping[str, Any]) -> str:
    """Name of the record that a field holds, by itself, in a list or optionally; "" where it holds none."""
    forms = (field, field.get("items", {}), *field.get("anyOf", ()))
    return next((form["$ref"].rpartition("/")[2] for form in forms if "$ref" in form), "")


def _record_table(where: str, record: Mapping[str, Any]) -> str:
    fields = _properties(record)
    required = next((form["required"] for form in (record, *record.get("anyOf", ())) if "required" in form), ())
    lines = [f"**{where}**：{record['description']}" if where else record["description"]]
    lines += ["", "| 字段 | 必填 | 填什么 | 意思 |", "|---|---|---|---|"]
    lines += [
        f"| `{name}` | {'是' if name in required else ''} | {_form(field)} | {_cell(field['description'])} |"
        for name, field in fields.items()
    ]
    for name, field in fields.items():
        for choices in (form["anyOf"] for form in (field, *field.get("anyOf", ())) if "enum" in form):
            listed = "、".join(f"`{choice['const']}` {choice['description']}" for choice in choices)
            lines += ["", f"`{name}` 可以填：{listed}。"]
    return "\n".join((*lines, ""))


def _form(field: Mapping[str, Any]) -> str:
    """What an editor types into a field."""
    if "enum" in field:
        return "选一个，见表下"
    if "anyOf" in field:
        return _form(field["anyOf"][0])
    if "$ref" in field:
        return "文字，或一组字段" if field["$ref"].endswith("CellRecord") else "一组字段"
    pattern, types = field.get("pattern", ""), field["type"]
    if types == "array":
        return f"列表，每项是{_form(field['items'])}"
    if types == ["string", "array"]:
        return "一个或几个编号"
    if types == "boolean":
        return "`true` 或 `false`"
    if "integer" in types:
        return "整数"
    if r"\d" in pattern:
        return "日期"
    if re.fullmatch(r"\^\([a-z|-]+\)\$", pattern):
        return "选一个"
    return "编号" if pattern in (SLUG_PATTERN, REFERENCE_PATTERN) else "文字"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ").replace("<", "&lt;")


def kinds_table() -> str:
    """Markdown table of the kinds of content files."""
    lines = ["| 放在哪里 | 是什么 |", "|---|---|"]
    return "\n".join([*lines, *(f"| `{kind.pattern}` | {kind.title} |" for kind in KINDS), ""])


# ---- problems ----------------------------------------------------------------------------------------------------


def rules_table(codes: Iterable[Code]) -> str:
    """Markdown table of codes with their demands and examples, each from its one definition."""
    lines = ["| code | severity | demand | good | bad |", "|---|---|---|---|---|"]
    lines += [
        f"| `{code.code}` | {SEVERITIES[code.severity]} | {_cell(code.demand)} | {_cell(code.good)} | {_cell(code.bad)} |"
        for code in codes
    ]
    return "\n".join((*lines, ""))


def undefined_codes() -> dict[str, tuple[str, ...]]:
    """Problem codes that a room can print though no definition holds them.

    Every constant of those rooms that looks like a code is one, unless it is known to be something else: so none is
    missed, however a room hands its codes on.
    """
    other = {*NO_CODES, *(kind.name for kind in KINDS), *(name for choices in CHINESE.values() for name in choices)}
    defined = {code.code for code in (*CODES, *SITE_CODES, *BASELINE_CODES)}
    found: dict[str, set[str]] = {}
    for path in sorted((ROOT / "sitegen").rglob("*.py")):
        room = path.relative_to(ROOT / "sitegen").parts[0].removesuffix(".py")
        if room in FINDING_ROOMS:
            found.setdefault(room, set()).update(_constants(path) - defined - other)
    return {room: tuple(sorted(codes)) for room, codes in sorted(found.items()) if codes}


def _constants(path: Path) -> set[str]:
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    texts = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return {text for text in texts if CODE.fullmatch(text)}


# ---- examples of the editors' guide ------------------------------------------------------------------------------


def examples(guide: str) -> list[tuple[str, str, str]]:
    """Language, label and text of every fenced example."""
    return [(match[1], match[2], match[3]) for match in FENCE.finditer(guide)]


def sample_files(guide: str) -> dict[str, str]:
    """The complete content files that the guide shows; together they are a portal."""
    return {label: text for _, label, text in examples(guide) if label.startswith("content/")}


def errors_of(files: Mapping[str, str]) -> tuple[Problem, ...]:
    """Errors of a portal in memory, placed and in the order of printing."""
    with tempfile.TemporaryDirectory() as folder:
        write_files(Path(folder), dict(files))
        documents = read_documents(Path(folder) / "content", NoMemo())
        try:
            with Sources(documents).placing():
                understand(documents, NoMemo())
        except ProblemsFound as found:
            return sort_problems(problem for problem in found.problems if problem.severity is Severity.ERROR)
    return ()


def answer(guide: str, path: str, text: str) -> str:
    """What an editor sees who writes this text into a file of the guide's portal."""
    errors = errors_of({**sample_files(guide), path: text})
    return (format_text(errors) if errors else "（程序看不出来，没有提示）") + "\n"


def with_answers(guide: str) -> str:
    """The guide with the message under every wrong example."""
    return ANSWERED.sub(lambda match: match[1] + answer(guide, match[2], match[3]) + match[5], guide)


# ---- the two files -----------------------------------------------------------------------------------------------


def blocks() -> dict[str, str]:
    """Every generated block by name."""
    return {
        "kinds": kinds_table(),
        "rules": rules_table(RULES),
        "file-codes": rules_table(code for code in CODES if code not in RULES),
        "site-codes": rules_table((*SITE_CODES, *BASELINE_CODES)),
        **{f"fields-{kind.name}": fields_of(kind) for kind in KINDS},
    }


def refreshed(text: str) -> str:
    """A file's text with its generated blocks as they should be."""
    known = blocks()
    return BLOCK.sub(lambda match: f"{match[1]}{known[match[2]]}{match[3]}", text)


def main() -> None:
    """Rewrite the generated parts of both files."""
    for path in (README, GUIDE):
        before = path.read_text("utf-8")
        after = with_answers(refreshed(before)) if path == GUIDE else refreshed(before)
        path.write_text(after, "utf-8", newline="\n")
        print(f"{path}: {'rewritten' if after != before else 'unchanged'}")


if __name__ == "__main__":
    main()
