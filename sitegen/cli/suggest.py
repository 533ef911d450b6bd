"""The command that suggests links between the clauses of two plans, by their texts alone."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from sitegen.cli.site import ROOT_OPTION, load_content

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sitegen.derive.comparison.suggestion import Suggestion


@click.command(
    help="按文字比对，提示两份要点之间可能的对应，供编辑取舍。不看已经声明的对照关系。", short_help="提示两份要点之间可能的对应"
)
@click.argument("from_plan", metavar="PLAN")
@click.argument("to_plan", metavar="PLAN")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON：from、to、score、relation、phrases")
@ROOT_OPTION
def suggest(from_plan: str, to_plan: str, as_json: bool, root: str) -> None:  # noqa: FBT001
    """Suggest links between two plans."""
    from sitegen.derive.comparison.suggestion import suggest as suggestions
    from sitegen.problems import nearest

    portal = load_content(root)
    known = [plan.id for plan in portal.plans]
    for plan_id in (from_plan, to_plan):
        if plan_id not in known:
            near = nearest(plan_id, known)
            hint = f"；是不是“{near}”？" if near else f"；已收录：{'、'.join(known)}"
            raise click.BadParameter(f"没有收录“{plan_id}”{hint}", param_hint="PLAN")
    found = suggestions(portal, from_plan, to_plan)
    if as_json:
        click.echo(json.dumps([_json(one) for one in found], ensure_ascii=False, indent=1))
    else:
        for line in _yaml(found, from_plan, to_plan):
            click.echo(line)
    if not found:
        click.echo("没有文字相近到可以提示的条目。", err=True)
        sys.exit(0)


def _json(one: Suggestion) -> dict[str, object]:
    return {
        "from": one.from_id,
        "to": one.to_id,
        "score": round(one.score, 3),
        "relation": str(one.relation),
        "phrases": list(one.phrases),
    }


def _yaml(found: Iterable[Suggestion], from_plan: str, to_plan: str) -> Iterator[str]:
    yield "# 文字比对提示，不是认定：逐条核对，留下对的，写进 content/links/ 下的文件；relation 按实际改。"
    yield f"# {from_plan} → {to_plan}"
    yield "links:"
    for one in found:
        yield f"  # 相似度 {one.score:.2f}；相同的词句：{'、'.join(one.phrases) or '无'}"
        yield f"  - from: {one.from_id.partition('/')[2]}"
        yield f"    to: {one.to_id.partition('/')[2]}"
        yield f"    relation: {one.relation}"
