"""The command that suggests links between the clauses of two plans, by their texts alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from sitegen.cli.site import ROOT_OPTION, load_content

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sitegen.derive.comparison.pairs import PlanPair
    from sitegen.derive.comparison.suggestion import Suggestion

PHRASE = 30


@click.command(
    help="按文字比对，提示两份要点之间可能的对应，供编辑取舍：写成 content/links/ 下的文件的样子。不看已经声明的对照关系。",
    short_help="提示两份要点之间可能的对应",
)
@click.argument("from_plan", metavar="PLAN")
@click.argument("to_plan", metavar="PLAN")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON：from、to、score、relation、phrases，按所写两份的先后")
@click.option("--same-source", is_flag=True, help="互不隶属的两地也比对，只提示同源表述")
@ROOT_OPTION
def suggest(from_plan: str, to_plan: str, as_json: bool, same_source: bool, root: str) -> None:  # noqa: FBT001
    """Suggest links between two plans: as a file in the order in which links are declared, as JSON in the order asked for."""
    from sitegen.derive.comparison.pairs import declared_as, has_both_parts, unrelated
    from sitegen.derive.comparison.suggestion import suggest as suggestions

    portal = load_content(root)
    plans = {plan.id: plan for plan in portal.plans}
    for plan_id in (from_plan, to_plan):
        _check_known(plan_id, plans)
    one, other = plans[from_plan], plans[to_plan]
    if one is other and not has_both_parts(one):
        raise click.UsageError("这份文件没有正文和任务表两部分，不能与自己比对。")
    pair = declared_as(portal, one, other)
    if pair is None and not as_json:
        raise click.UsageError("这两份之间不声明对照关系：只声明同一辖区的两份，或者同一年的两份；只看提示可加 --json。")
    old, new = (pair.from_plan, pair.to_plan) if pair else (from_plan, to_plan)
    apart = unrelated(portal, one, other) and not same_source
    found = () if apart else suggestions(portal, old, new)
    if as_json:
        turned = (old, new) != (from_plan, to_plan)
        click.echo(json.dumps([_json(suggestion, turned) for suggestion in found], ensure_ascii=False, indent=1))
    elif pair:
        if (old, new) != (from_plan, to_plan):
            click.echo(f"较早或上级的写在 from：{old} → {new}", err=True)
        click.echo("\n".join(_yaml(found, pair)))
    if apart:
        click.echo("两地互不隶属，没有承接可以提示；要看同源表述，加 --same-source。", err=True)
    elif not found:
        click.echo("没有文字相近到可以提示的条目。", err=True)


def _check_known(plan_id: str, known: Iterable[str]) -> None:
    from sitegen.problems import nearest

    if plan_id not in known:
        near = nearest(plan_id, known)
        hint = f"；是不是“{near}”？" if near else f"；已收录：{'、'.join(known)}"
        raise click.BadParameter(f"没有收录“{plan_id}”{hint}", param_hint="PLAN")


def _json(one: Suggestion, turned: bool) -> dict[str, object]:  # noqa: FBT001
    first, second = (one.to_id, one.from_id) if turned else (one.from_id, one.to_id)
    return {
        "from": first,
        "to": second,
        "score": round(one.score, 3),
        "relation": str(one.relation),
        "phrases": list(one.phrases),
    }


def _yaml(found: Iterable[Suggestion], pair: PlanPair) -> Iterator[str]:
    """A whole file of links, to be judged line by line before it is kept."""
    from sitegen.derive.entries import beginning

    yield "# yaml-language-server: $schema=../schemas/links.schema.json"
    yield f"# 文字比对提示，不是认定：逐条核对，留下对的，存为 content/links/{pair.from_plan}--{pair.to_plan}.yaml；relation 按实际改。"
    yield f"kind: {pair.kind}"
    yield f"from: {pair.from_plan}"
    yield f"to: {pair.to_plan}"
    yield ""
    yield "links:"
    for one in found:
        phrases = "、".join(beginning(phrase, PHRASE) for phrase in one.phrases)
        yield f"  # 相似度 {one.score:.2f}；相同的词句：{phrases}"
        yield f"  - from: {one.from_id.partition('/')[2]}"
        yield f"    to: {one.to_id.partition('/')[2]}"
        yield f"    relation: {one.relation}"
