"""Rules about declared links (对照关系): the two plans stand to each other as the file says, and so do their clauses.

Only a plan from a place above can be carried out (承接); likeness between other places is 同源表述 and nothing more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitegen.load.rules.rule import Finding, Rule
from sitegen.load.schema.choices import CHINESE
from sitegen.model import LinkSet, LinkSetKind, Plan, Portal, Relation
from sitegen.problems import Severity

ONE_SIDED = (Relation.NEW, Relation.DROPPED, Relation.NONE)
IN_TIME = tuple(one for one in Relation if one not in (Relation.CARRIES_OUT, Relation.SAME_SOURCE))
FITTING = {
    LinkSetKind.YEARS: IN_TIME,
    LinkSetKind.REVISION: IN_TIME,
    LinkSetKind.LEVELS: (Relation.CARRIES_OUT, *ONE_SIDED),
    LinkSetKind.SIBLINGS: (Relation.SAME_SOURCE, Relation.NONE),
}
ASKED = {
    LinkSetKind.YEARS: "年度对照的两份应是同一辖区的，from 是较早的一年",
    LinkSetKind.REVISION: "修订对照的两份应是同一辖区、同一年的两个版本",
    LinkSetKind.LEVELS: "上下级对照的两份应是同一年的，from 是上级辖区的，to 是下级辖区的",
    LinkSetKind.SIBLINGS: "同源表述对照的两份应是同一年、互不隶属的两个辖区的",
}


def _kinds(portal: Portal) -> Iterator[Finding]:
    plans = {plan.id: plan for plan in portal.plans}
    above = {place.id: place.ancestors for place in portal.jurisdictions}
    for links in portal.link_sets:
        if not {plans[links.from_plan].jurisdiction_id, plans[links.to_plan].jurisdiction_id} <= above.keys():
            continue  # a place that is not registered is told of elsewhere
        fitting = _kind(plans[links.from_plan], plans[links.to_plan], above)
        if links.kind is not fitting:
            known = f"kind 应是 {fitting}（{CHINESE[LinkSetKind][fitting]}）。" if fitting else ""
            hint = known or "核对 from 和 to：先后是不是写反了，年份是不是写错了。"
            yield Finding(f"{ASKED[links.kind]}，这两份不是", links.at.child("kind"), hint)


def _kind(old: Plan, new: Plan, above: Mapping[str, tuple[str, ...]]) -> LinkSetKind | None:
    """The kind of comparison that two plans make in this order, None where they make none."""
    one, other = old.jurisdiction_id, new.jurisdiction_id
    if one == other:
        return LinkSetKind.REVISION if old.year == new.year else LinkSetKind.YEARS if old.year < new.year else None
    if old.year != new.year or other in above.get(one, ()):
        return None
    return LinkSetKind.LEVELS if one in above.get(other, ()) else LinkSetKind.SIBLINGS


def _relations(portal: Portal) -> Iterator[Finding]:
    for links in portal.link_sets:
        for link in links.links:
            if link.relation not in FITTING[links.kind]:
                yield Finding(_unfit(links, link.relation), link.at.child("relation"), _fitting(links))


def _unfit(links: LinkSet, relation: Relation) -> str:
    return f"{CHINESE[LinkSetKind][links.kind]}里不能写“{relation}”（{CHINESE[Relation][relation]}）"


def _fitting(links: LinkSet) -> str:
    return f"可以写：{'、'.join(f'{one}（{CHINESE[Relation][one]}）' for one in FITTING[links.kind])}。"


LINK_RULES: tuple[Rule[Portal], ...] = (
    Rule("link-kind", Severity.ERROR, "对照关系的种类与两份要点的辖区、年份相符。",
         "kind: levels，from 是济南市的，to 是槐荫区的", "kind: levels，from 是济南市的，to 是崂山区的", _kinds,
         needs=("plan", "jurisdictions")),
    Rule("link-relation", Severity.ERROR, "承接只写在上下级之间，同源表述只写在互不隶属的辖区之间。",
         "kind: levels  relation: carries-out", "kind: siblings  relation: carries-out", _relations),
)  # fmt: skip
