"""What changed between two versions of the content (内容变更), as a Markdown summary that a reviewer can decide from.

Tasks are compared by their permanent id; a text that stands under another id, or under another item, was moved. Words are
quoted, dates are compared as read. Nothing is judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from sitegen.derive.entries import beginning
from sitegen.derive.wording import deadline_sentence
from sitegen.model import Plan, Portal, Task


def changes_summary(old: Portal, new: Portal, old_paths: Iterable[str], new_paths: Iterable[str]) -> str:
    """Markdown summary of what changed; the paths are those of all pages and files of either site."""
    sections = (
        ("要点", _plans(old, new)),
        ("任务", _tasks(old, new)),
        ("完成时限", _deadlines(old, new)),
        ("责任单位的登记", _bodies(old, new)),
        ("会消失的网址", [f"`/{path}`" for path in sorted(set(old_paths) - set(new_paths))]),
    )
    lines = ["# 内容变更摘要", ""]
    for heading, found in sections:
        listed = list(found)
        if listed:
            lines += [f"## {heading}（{len(listed)}处）", "", *(f"- {line}" for line in listed), ""]
    if len(lines) == 2:
        lines += ["没有变化。", ""]
    return "\n".join(lines)


def _plans(old: Portal, new: Portal) -> Iterator[str]:
    before, after = {plan.id: plan for plan in old.plans}, {plan.id: plan for plan in new.plans}
    yield from (f"新增《{plan.title}》（{key}），{len(plan.tasks)}项任务" for key, plan in after.items() if key not in before)
    yield from (f"删去《{plan.title}》（{key}），{len(plan.tasks)}项任务" for key, plan in before.items() if key not in after)
    for key, plan in after.items():
        if key in before:
            yield from _document(before[key], plan)


def _document(before: Plan, after: Plan) -> Iterator[str]:
    if before.title != after.title:
        yield f"{after.id} 的标题：{_from_to(before.title, after.title)}"
    if before.document != after.document:
        yield f"{after.id} 的公文要素有改动"
    old_texts = {passage.id: passage.heading + passage.text for passage in before.passages()}
    for passage in after.passages():
        text = passage.heading + passage.text
        if passage.id not in old_texts:
            yield f"{passage.id} 新增条目“{beginning(text)}”"
        elif old_texts[passage.id] != text:
            yield f"{passage.id} 文字改动：{_from_to(old_texts[passage.id], text)}"
    left = {passage.id for passage in after.passages()}
    yield from (f"{key} 删去条目“{beginning(text)}”" for key, text in old_texts.items() if key not in left)


def _tasks(old: Portal, new: Portal) -> Iterator[str]:
    before, after = _by_id(old), _by_id(new)
    gone = [key for key in before if key not in after]
    for key, task in after.items():
        if key not in before:
            moved = next((left for left in gone if before[left].text == task.text), None)
            if moved is None:
                yield f"{key} 新增“{beginning(task.text)}”"
            else:
                gone.remove(moved)
                yield f"{key} 移自 {moved}"
        else:
            yield from _task(before[key], task)
    yield from (f"{key} 删去“{beginning(before[key].text)}”" for key in gone)


def _task(before: Task, after: Task) -> Iterator[str]:
    if before.text != after.text and after.placement is not None:
        yield f"{after.id} 文字改动：{_from_to(before.text, after.text)}"
    if before.item_id != after.item_id:
        yield f"{after.id} 从 {before.item_id} 移到 {after.item_id}"
    dropped = [name for name in _names(before) if name not in _names(after)]
    added = [name for name in _names(after) if name not in _names(before)]
    if dropped or added:
        parts = [f"减少{'、'.join(dropped)}" if dropped else "", f"增加{'、'.join(added)}" if added else ""]
        yield f"{after.id} 责任单位{'，'.join(part for part in parts if part)}"
    elif before.units != after.units:
        yield f"{after.id} 责任单位的写法或依据改动：{_from_to(before.units.source, after.units.source)}"
    if before.notes != after.notes:
        yield f"{after.id} 给读者的说明改动"


def _deadlines(old: Portal, new: Portal) -> Iterator[str]:
    before = _by_id(old)
    for key, task in _by_id(new).items():
        if key in before and before[key].deadline != task.deadline:
            was, now = _last_day(before[key]), _last_day(task)
            way = "改动" if was is None or now is None or was == now else "提前" if now < was else "推后"
            yield f"{key} {way}：{deadline_sentence(before[key].deadline)} → {deadline_sentence(task.deadline)}"


def _bodies(old: Portal, new: Portal) -> Iterator[str]:
    before = {body.id: body for body in old.bodies}
    after = {body.id: body for body in new.bodies}
    yield from (f"新增 {key} {body.name}" for key, body in after.items() if key not in before)
    yield from (f"删去 {key} {body.name}" for key, body in before.items() if key not in after)
    for key, body in after.items():
        if key in before and before[key] != body:
            names = _from_to(before[key].name, body.name) if before[key].name != body.name else "别名或其他登记改动"
            yield f"{key} {names}"


def _by_id(portal: Portal) -> Mapping[str, Task]:
    return {task.id: task for plan in portal.plans for task in plan.tasks}


def _names(task: Task) -> list[str]:
    return [mention.name for mention in task.units.mentions]


def _last_day(task: Task) -> date | None:
    return max((term.end for term in task.deadline.terms if term.end), default=None)


def _from_to(before: str, after: str) -> str:
    """The differing middle of two texts, with a little of what stands around it."""
    start = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after)))
    rest = zip(reversed(before[start:]), reversed(after[start:]), strict=False)
    end = next((n for n, (a, b) in enumerate(rest) if a != b), min(len(before), len(after)) - start)
    return f"“{_excerpt(before, start, len(before) - end)}” → “{_excerpt(after, start, len(after) - end)}”"


def _excerpt(text: str, start: int, end: int) -> str:
    first, last = max(0, start - 6), min(len(text), end + 6)
    return ("…" if first else "") + text[first:last] + ("…" if last < len(text) else "")
