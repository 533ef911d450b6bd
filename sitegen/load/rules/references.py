"""Rules about ids and references (编号与引用): ids are unique and free, every reference leads somewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from sitegen.load.rules.rule import Finding, Rule
from sitegen.load.schema.base import LONGEST_ID, SLUG
from sitegen.model import Portal
from sitegen.position import Loc
from sitegen.problems import Severity, nearest

OWN_PAGES = (
    "assets", "calendar", "compare", "data", "glossary", "quality", "search", "sitemap", "schemas", "units", "404",
)  # fmt: skip
FOLLOW_UP = "follow-up"


def _unknown(what: str, wanted: str, known: Collection[str], at: Loc) -> Finding:
    near = nearest(wanted, known)
    return Finding(f"没有编号为“{wanted}”的{what}", at, f"是不是“{near}”？" if near else f"先登记这个{what}，或改正编号。")


def _repeated(what: str, named: Iterable[tuple[str, Loc]]) -> Iterator[Finding]:
    seen: dict[str, Loc] = {}
    for name, at in named:
        if name in seen:
            yield Finding(f"{what}“{name}”重复", at, "编号只能用一次，换一个。", ((seen[name], "另一处在这里"),))
        seen.setdefault(name, at)


def _repeated_ids(portal: Portal) -> Iterator[Finding]:
    yield from _repeated("辖区编号", ((place.id, place.at.child("id")) for place in portal.jurisdictions))
    bodies = portal.bodies
    yield from _repeated("单位编号", ((body.id, body.at.child("id")) for body in bodies))
    yield from _repeated("要点编号", ((plan.id, plan.at.child("id")) for plan in portal.plans))
    yield from _repeated("文件编号", ((known.id, known.at.child("id")) for known in portal.known_documents))
    yield from _repeated("术语编号", ((term.id, term.at.child("id")) for term in portal.glossary))


def _reserved_ids(portal: Portal) -> Iterator[Finding]:
    for place in portal.jurisdictions:
        if place.id in OWN_PAGES:
            yield Finding(f"编号“{place.id}”是本站自己的网址，不能用作辖区编号", place.at.child("id"), "换一个编号。")
    for plan in portal.plans:
        for item in plan.items:
            if item.key == FOLLOW_UP:
                yield Finding(f"编号“{item.key}”是本站自己的网址，不能用作条目编号", item.at.child("key"), "换一个编号。")
    places = {place.id: place.at for place in portal.jurisdictions}
    for page in portal.prose:
        if page.key in OWN_PAGES or page.key in places:
            yield Finding(f"文件名“{page.key}.md”与别的网址相同", page.at, "给文件换一个名字。")


def _page_names(portal: Portal) -> Iterator[Finding]:
    for page in portal.prose:
        if not SLUG.fullmatch(page.key) or len(page.key) > LONGEST_ID:
            message = f"文件名“{page.key}.md”就是网址，只能用小写英文字母、数字和短横线，不超过 {LONGEST_ID} 个字"
            yield Finding(message, page.at, "用拼音或英文给文件改名，如 about.md、lianxi-women.md。")


def _plan_ids(portal: Portal) -> Iterator[Finding]:
    known = {place.id for place in portal.jurisdictions}
    for plan in portal.plans:
        prefix = f"{plan.jurisdiction_id}-{plan.year}"
        if plan.jurisdiction_id in known and plan.id != prefix and not plan.id.startswith(prefix + "-"):
            yield Finding(f"要点编号“{plan.id}”应以“{prefix}”开头", plan.at.child("id"), f"改为“{prefix}”。")


def _places(portal: Portal) -> Iterator[Finding]:
    known = {place.id for place in portal.jurisdictions}
    for place in portal.jurisdictions:
        if place.parent_id is not None and place.parent_id not in known:
            yield _unknown("辖区", place.parent_id, known, place.at.child("parent"))
        elif place.parent_id is not None and place.id in (place.parent_id, *_above(portal, place.parent_id)):
            yield Finding(f"“{place.name}”成了自己的上级", place.at.child("parent"), "检查各辖区的 parent。")
    for plan in portal.plans:
        if plan.jurisdiction_id not in known:
            yield _unknown("辖区", plan.jurisdiction_id, known, plan.at.child("jurisdiction"))
    registers = {body.at.file: body.jurisdiction_id for body in portal.bodies}
    for file, place_id in registers.items():
        if place_id not in known:
            yield _unknown("辖区", place_id, known, Loc(file, ("jurisdiction",)))
    for document in portal.known_documents:
        if document.jurisdiction_id not in known:
            yield _unknown("辖区", document.jurisdiction_id, known, document.at.child("jurisdiction"))


def _above(portal: Portal, jurisdiction_id: str) -> tuple[str, ...]:
    return next((place.ancestors for place in portal.jurisdictions if place.id == jurisdiction_id), ())


def _documents(portal: Portal) -> Iterator[Finding]:
    plans = {plan.id for plan in portal.plans}
    documents = plans | {known.id for known in portal.known_documents}
    for plan in portal.plans:
        for n, cited in enumerate(plan.cites):
            if cited not in documents:
                yield _unknown("文件", cited, sorted(documents), plan.at.child("cites", n))
    for known in portal.known_documents:
        for n, relation in enumerate(known.relations):
            if relation.plan_id not in plans:
                yield _unknown("要点", relation.plan_id, sorted(plans), known.at.child("relations", n, "plan"))
    for n, release in enumerate(portal.facts.releases):
        if release.plan_id not in plans:
            yield _unknown("要点", release.plan_id, sorted(plans), Loc("content/portal.yaml", ("releases", n, "plan")))
    for body in portal.bodies:
        for n, alias in enumerate(body.aliases):
            for m, seen in enumerate(alias.seen):
                if seen not in plans:
                    yield _unknown("要点", seen, sorted(plans), body.at.child("aliases", n, "seen", m))


def _bodies(portal: Portal) -> Iterator[Finding]:
    units = {unit.id for unit in portal.units}
    for unit in portal.units:
        if unit.of is not None and unit.of not in units:
            yield _unknown("单位", unit.of.partition("/")[2], _slugs(units, unit.jurisdiction_id), unit.at.child("of"))
    for group in portal.groups:
        for n, membership in enumerate(group.memberships):
            for m, member in enumerate(membership.unit_ids):
                if member not in units:
                    at = group.at.child("memberships", n, "units", m)
                    yield _unknown("单位", member.partition("/")[2], _slugs(units, group.jurisdiction_id), at)


def _slugs(ids: Iterable[str], place: str) -> list[str]:
    return sorted(name.partition("/")[2] for name in ids if name.startswith(place + "/"))


def _names(portal: Portal) -> Iterator[Finding]:
    seen: dict[tuple[str, str], tuple[str, Loc]] = {}
    for body in portal.bodies:
        places = [(body.name, body.at.child("name"))]
        places += [(alias.name, body.at.child("aliases", n, "name")) for n, alias in enumerate(body.aliases)]
        for name, at in places:
            key = (body.jurisdiction_id, name)
            owner, first = seen.setdefault(key, (body.id, at))
            if first is not at:
                message = f"“{name}”登记给了两个单位" if owner != body.id else f"“{name}”登记了两次"
                yield Finding(message, at, "同一辖区里一个名称只能指一个单位。", ((first, "另一处在这里"),))


def _quotes(portal: Portal) -> Iterator[Finding]:
    texts = passage_texts(portal)
    for term in portal.glossary:
        for definition in term.definitions:
            text = texts.get(definition.source_id)
            if text is None:
                yield _unknown("条目或任务", definition.source_id, texts, definition.at.child("source"))
            elif definition.quote not in text:
                at = definition.at.child("quote")
                yield Finding(f"“{definition.source_id}”里没有这句原话", at, "照原文原样引用，标点也要一样。")


def passage_texts(portal: Portal) -> Mapping[str, str]:
    """Printed text of every item, paragraph and task, by id."""
    texts = {passage.id: passage.heading + passage.text for plan in portal.plans for passage in plan.passages()}
    return texts | {task.id: task.text for plan in portal.plans for task in plan.tasks}


REFERENCE_RULES: tuple[Rule[Portal], ...] = (
    Rule("id-repeated", Severity.ERROR, "每个编号只用一次。", "id: huaiyin-2025", "两份要点都写 id: huaiyin-2025", _repeated_ids),
    Rule("id-reserved", Severity.ERROR, "编号不与本站自己的网址相同。", "id: huaiyin", "id: calendar", _reserved_ids),
    Rule("page-name", Severity.ERROR, "说明页的文件名能用作网址。", "pages/lianxi-women.md", "pages/联系 我们.md", _page_names),
    Rule("plan-id", Severity.ERROR, "要点编号以“辖区编号-年份”开头。", "id: huaiyin-2025", "id: plan-2025", _plan_ids,
         needs=("jurisdictions",)),
    Rule("jurisdiction-unknown", Severity.ERROR, "辖区先登记后使用。", "jurisdiction: huaiyin", "jurisdiction: huaiyn", _places,
         needs=("jurisdictions",)),
    Rule("document-unknown", Severity.ERROR, "引用的文件已收录或已登记。", "cites: [jinan-2025]", "cites: [jinan-2052]", _documents,
         needs=("plan", "known-documents")),
    Rule("unit-unknown", Severity.ERROR, "隶属和成员单位已登记。", "of: weisheng-jiankang-ju", "of: weisheng-ju", _bodies),
    Rule("name-repeated", Severity.ERROR, "同一辖区里一个名称只指一个单位。", "name: 区财政局", "两个单位都写别名 区财局", _names),
    Rule("definition-not-found", Severity.ERROR, "术语的说法是所指条目的原话。", "quote: 同步组织", "quote: 同步 组织", _quotes,
         needs=("plan",)),
)  # fmt: skip
