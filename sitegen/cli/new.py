"""Commands that write starting files for editors; nothing is ever overwritten."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli.site import ROOT_OPTION, load_content

if TYPE_CHECKING:
    from sitegen.model import Portal

FORMS = ("prose", "table", "prose-and-table")
KINDS = ("department", "office", "dispatched", "subdistrict", "town", "vertical", "institution", "enterprise", "party", "other")


@click.group(help="写一份带说明的起始文件；已有的文件从不覆盖。", short_help="写一份带说明的起始文件")
def new() -> None:
    """Write a starting file."""


@new.command(help="新建一份要点，如：sitegen new plan huaiyin 2026。同一年已有一份的，编号后面加 -2。", short_help="新建一份要点")
@click.argument("jurisdiction")
@click.argument("year", type=click.IntRange(1949, 2199))
@click.option("--form", type=click.Choice(FORMS), default="prose", show_default=True, help="文字、任务分解表，或文字并附表")
@ROOT_OPTION
def plan(jurisdiction: str, year: int, form: str, root: str) -> None:
    """Start a plan."""
    from sitegen.load.starting import free_id, starting_plan
    from sitegen.model import Form

    portal = load_content(root)
    place = next((place for place in portal.jurisdictions if place.id == jurisdiction), None)
    if place is None:
        raise _unknown_place(jurisdiction, portal)
    folder = Path(root) / "content" / "plans"
    files = {path.stem for path in folder.glob("*.yaml")}
    taken = files | {known.id for known in portal.plans} | {known.id for known in portal.known_documents}
    plan_id = free_id(f"{jurisdiction}-{year}", taken)
    _create(folder / f"{plan_id}.yaml", starting_plan(plan_id, place, year, Form(form)))
    same = "、".join(f"《{known.title}》（{known.id}）" for known in portal.plans if (known.jurisdiction_id, known.year) == (jurisdiction, year))
    if same:
        click.echo(f"{place.name}{year}年已有{same}；新的一份编号是 {plan_id}。如果是同一份文件，请删去新写的这一份。")
    _refresh_schemas(root)


def _unknown_place(jurisdiction: str, portal: Portal) -> click.BadParameter:
    known = "、".join(f"“{place.id}”（{place.name}）" for place in portal.jurisdictions)
    message = f"没有登记编号为“{jurisdiction}”的辖区。登记过的有：{known}；要加新的，先写进“content/jurisdictions.yaml”"
    return click.BadParameter(message, param_hint="JURISDICTION")


@new.command(help="登记一个单位，如：sitegen new unit huaiyin 区审计局。编号按拼音分配。", short_help="登记一个单位")
@click.argument("jurisdiction")
@click.argument("name")
@click.option("--kind", type=click.Choice(KINDS), default="department", show_default=True, help="种类")
@ROOT_OPTION
def unit(jurisdiction: str, name: str, kind: str, root: str) -> None:
    """Register a unit."""
    from sitegen.load.starting import slug_of, starting_units, unit_entry, with_entry

    name = _one_line(name, "NAME")
    portal = load_content(root)
    if jurisdiction not in {place.id for place in portal.jurisdictions}:
        raise _unknown_place(jurisdiction, portal)
    own = [body for body in portal.bodies if body.jurisdiction_id == jurisdiction]
    same = next((body for body in own if name in (body.name, *(alias.name for alias in body.aliases))), None)
    if same is not None:
        raise click.ClickException(f"“{name}”已经登记，编号 {same.id}")
    slug = slug_of(name, {body.id.partition("/")[2] for body in own})
    entry = unit_entry(slug, name, kind)
    path = Path(root) / "content" / "units" / f"{jurisdiction}.yaml"
    if path.exists():
        path.write_text(with_entry(path.read_text("utf-8"), entry), "utf-8")
        click.echo(f"已登记 {jurisdiction}/{slug}：{path}")
        _refresh_schemas(root)
    else:
        _create(path, starting_units(jurisdiction, entry))
        _refresh_schemas(root)


@new.command(help="新建一个说明页，如：sitegen new page contact 联系我们。", short_help="新建一个说明页")
@click.argument("key")
@click.argument("title")
@ROOT_OPTION
def page(key: str, title: str, root: str) -> None:
    """Start a prose page."""
    import re

    from sitegen.load.starting import starting_page

    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key):
        raise click.BadParameter("网址名只能用小写英文字母、数字和短横线", param_hint="KEY")
    _create(Path(root) / "content" / "pages" / f"{key}.md", starting_page(_one_line(title, "TITLE")))


def _one_line(text: str, hint: str) -> str:
    """A name or title as typed, without spaces around it; exits where nothing or more than a line is left."""
    stripped = text.strip()
    if not stripped or not stripped.isprintable():
        raise click.BadParameter("应是一行文字，不能是空的", param_hint=hint)
    return stripped


def _refresh_schemas(root: str) -> None:
    """Let the schemas know the new id, where the portal has schemas."""
    from sitegen.cli.schema import write_schemas

    if (Path(root) / "content" / "schemas").is_dir():
        write_schemas(root)


def _create(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise click.ClickException(f"{path} 已经存在，没有改动") from None
    click.echo(f"已写好 {path}")
