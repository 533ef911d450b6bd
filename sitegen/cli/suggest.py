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
@click.option("--json", "as_json", is_flag=True, help="输出 JSON：from、to、score、relation、phrases")
@ROOT_OPTION
def suggest(from_plan: str, to_plan: str, as_json: bool, root: str) -> None:  # noqa: FBT001
    """Suggest links between two plans, in the order in which they are declared."""
    from sitegen.derive.comparison.pairs import declared_as
    from sitegen.derive.comparison.suggestion import suggest as suggestions

    portal = load_content(root)
    plans = {plan.id: plan for plan in portal.plans}
    for plan_id in (from_plan, to_plan):
        _check_known(plan_id, plans)
    pair = declared_as(portal, plans[from_plan], plans[to_plan])
    if pair is None:
        raise click.UsageError("这两份之间不声明对照关系：只比对同一辖区的两份，或者同一年的两份。")
    if (pair.from_plan, pair.to_plan) != (from_plan, to_plan):
        click.echo(f"较早或上级的写在 from：{pair.from_plan} → {pair.to_plan}", err=True)
    found = suggestions(portal, pair.from_plan, pair.to_plan)
    if as_json:
        click.echo(json.dumps([_json(one) for one in found], ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(_yaml(found, pair)))
    if not found:
        click.echo("没有文字相近到可以提示的条目。", err=True)


def _check_known(plan_id: str, known: Iterable[str]) -> None:
    from sitegen.problems import nearest

    if plan_id not in known:
        near = nearest(plan_id, known)
        hint = f"；是不是“{near}”？" if near else f"；已收录：{'、'.join(known)}"
        raise click.BadParameter(f"没有收录“{plan_id}”{hint}", param_hint="PLAN")


def _json(one: Suggestion) -> dict[str, object]:
    return {
        "from": one.from_id,
        "to": one.to_id,
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
        yield f"  # 相似度 {one.score:.2f}；{f'相同的词句：{phrases}' if phrases else '文字相同'}"
        yield f"  - from: {one.from_id.partition('/')[2]}"
        yield f"    to: {one.to_id.partition('/')[2]}"
        yield f"    relation: {one.relation}"
