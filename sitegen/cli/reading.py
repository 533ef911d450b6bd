"""Commands that read one expression aloud: a deadline, or responsible units, as the portal would read it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from sitegen.cli.json_lines import Asked, Unanswerable, answer_lines, whole_text

if TYPE_CHECKING:
    from sitegen.load.reading.unit_names import UnitNames
    from sitegen.model import Deadline, Portal, Units

YEARS = range(1949, 2200)
JSON_OPTION = click.option("--json", "as_json", is_flag=True, help="按开放数据的结构输出 JSON")


def _given_text(_context: click.Context, _parameter: click.Parameter, text: str) -> str:
    if not whole_text(text):
        raise click.BadParameter("不是完整的 UTF-8 文字")
    return text


TEXT_ARGUMENT = click.argument("text", callback=_given_text)


@click.group(help="读一条完成时限或责任单位，说出本站会怎样理解它。", short_help="读一条完成时限或责任单位")
def read() -> None:
    """Read one expression."""


@read.command(help="读完成时限。TEXT 为“-”时逐行读 JSON（text、year），逐行回答。", short_help="读完成时限")
@TEXT_ARGUMENT
@click.option("--year", type=click.IntRange(YEARS[0], YEARS[-1]), help="文件的年份，原文没写年份时用")
@JSON_OPTION
def deadline(text: str, year: int | None, as_json: bool) -> None:  # noqa: FBT001
    """Read a deadline."""
    if text == "-":
        answer_lines(lambda text, asked: _deadline_json(text, _year(asked, year)))
    elif as_json:
        click.echo(_line(_deadline_json(text, year)))
    else:
        from sitegen.derive.wording import deadline_sentence

        click.echo(deadline_sentence(_deadline(text, year)))


@read.command(help="读责任单位。TEXT 为“-”时逐行读 JSON（text、jurisdiction），逐行回答。", short_help="读责任单位")
@TEXT_ARGUMENT
@click.option("--jurisdiction", help="辖区编号，用它的单位登记册；不写就不查登记册")
@click.option("--first-leads", is_flag=True, help="文件规定列第一位的为牵头单位")
@click.option("--root", default=".", show_default=True, help="门户所在文件夹", type=click.Path(exists=True, file_okay=False))
@JSON_OPTION
def units(text: str, jurisdiction: str | None, first_leads: bool, root: str, as_json: bool) -> None:  # noqa: FBT001
    """Read responsible units."""
    names = _Registers(root)
    if text == "-":
        answer_lines(lambda text, asked: _units_json(text, names.asked(asked, jurisdiction), first_leads))
        return
    if jurisdiction is not None and jurisdiction not in names.known():
        raise click.BadParameter(f"没有登记编号为“{jurisdiction}”的辖区", param_hint="--jurisdiction")
    if as_json:
        click.echo(_line(_units_json(text, names.of(jurisdiction), first_leads)))
    else:
        from sitegen.derive.wording import unchecked_units_sentence, units_sentence

        read_units = _units(text, names.of(jurisdiction), first_leads)
        click.echo(unchecked_units_sentence(read_units) if jurisdiction is None else units_sentence(read_units))
        for line in _near_names(read_units, names.of(jurisdiction)):
            click.echo(line)


def _deadline(text: str, year: int | None) -> Deadline:
    from sitegen.load.reading.deadlines import read_deadline
    from sitegen.model import Basis, Deadline

    return Deadline(text, Basis.STATED if text.strip() else Basis.UNKNOWN, text, terms=read_deadline(text, year))


def _deadline_json(text: str, year: int | None) -> dict[str, Any]:
    from sitegen.derive.open_data import deadline_data

    return deadline_data(_deadline(text, year))


def _units(text: str, names: UnitNames, first_leads: bool) -> Units:  # noqa: FBT001
    from sitegen.load.reading.units import LeadRule, read_units
    from sitegen.model import Basis, Units

    reading = read_units(text, names, rule=LeadRule.FIRST_LEADS if first_leads else LeadRule.NONE)
    basis = Basis.STATED if text.strip() else Basis.UNKNOWN
    return Units(text, basis, text, open_ended=reading.open_ended, mentions=reading.mentions)


def _units_json(text: str, names: UnitNames, first_leads: bool) -> dict[str, Any]:  # noqa: FBT001
    from sitegen.derive.open_data import units_data

    return units_data(_units(text, names, first_leads))


def _near_names(units: Units, names: UnitNames) -> Iterator[str]:
    """A line for each name that is not registered but is near to registered ones."""
    from sitegen.derive.wording import joined, quoted
    from sitegen.load.reading.unit_names import nearest_names
    from sitegen.model import MentionKind

    unresolved = (mention.name for mention in units.mentions if mention.kind is MentionKind.UNRESOLVED)
    for name in dict.fromkeys(unresolved):
        near = nearest_names(name, names)
        if near:
            yield f"{quoted(name)}没有登记，登记过的相近名称：{joined(near)}"


class _Registers:
    """Names of units by jurisdiction, read from the content when first asked for."""

    def __init__(self, root: str) -> None:
        self._root = root
        self._portal: Portal | None = None
        self._names: dict[str, UnitNames] = {}

    def known(self) -> tuple[str, ...]:
        """Ids of the registered jurisdictions."""
        return tuple(place.id for place in self._loaded().jurisdictions)

    def of(self, jurisdiction: str | None) -> UnitNames:
        """Names that documents of a jurisdiction use; without one, none."""
        from sitegen.load.reading.unit_names import UnitNames, unit_names

        if jurisdiction is None:
            return UnitNames.empty()
        if jurisdiction not in self._names:
            portal = self._loaded()
            self._names[jurisdiction] = unit_names(jurisdiction, portal.jurisdictions, portal.units, portal.groups)
        return self._names[jurisdiction]

    def asked(self, asked: Asked, default: str | None) -> UnitNames:
        """Names for one question, by its jurisdiction or the one of the command line; raises Unanswerable."""
        jurisdiction = asked.get("jurisdiction") or default
        if jurisdiction is None or (isinstance(jurisdiction, str) and jurisdiction in self.known()):
            return self.of(jurisdiction)
        raise Unanswerable(f"没有登记编号为“{jurisdiction}”的辖区，登记过的有：{'、'.join(self.known())}")

    def _loaded(self) -> Portal:
        if self._portal is None:
            from sitegen.cli.site import load_content

            self._portal = load_content(self._root)
        return self._portal


def _year(asked: Asked, default: int | None) -> int | None:
    """Year of one question, or the one of the command line; raises Unanswerable where it is none."""
    year = asked.get("year", default)
    if isinstance(year, str) and year.isdecimal() and year.isascii() and len(year) == len("2024"):
        year = int(year)
    if year is None or (isinstance(year, int) and not isinstance(year, bool) and year in YEARS):
        return year
    raise Unanswerable(f"year 应是 {YEARS[0]} 到 {YEARS[-1]} 之间的年份，如 2024")


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)
