"""Commands that read one expression aloud: a deadline, or responsible units, as the portal would read it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from sitegen.cli.verdict import CONTENT_WRONG

if TYPE_CHECKING:
    from sitegen.load.reading.unit_names import UnitNames
    from sitegen.model import Deadline, Portal, Units

Answer = Callable[[dict[str, Any]], dict[str, Any]]
JSON_OPTION = click.option("--json", "as_json", is_flag=True, help="按开放数据的结构输出 JSON")
TEXT_ARGUMENT = click.argument("text")


@click.group(help="读一条完成时限或责任单位，说出本站会怎样理解它。", short_help="读一条完成时限或责任单位")
def read() -> None:
    """Read one expression."""


@read.command(help="读完成时限。TEXT 为“-”时逐行读 JSON（text、year），逐行回答。", short_help="读完成时限")
@TEXT_ARGUMENT
@click.option("--year", type=click.IntRange(1949, 2199), help="文件的年份，原文没写年份时用")
@JSON_OPTION
def deadline(text: str, year: int | None, as_json: bool) -> None:  # noqa: FBT001
    """Read a deadline."""
    if text == "-":
        _answer_lines(lambda asked: _deadline_json(_text(asked), _year(asked, year)))
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
        _answer_lines(lambda asked: _units_json(_text(asked), names.of(asked.get("jurisdiction") or jurisdiction), first_leads))
        return
    if jurisdiction is not None and jurisdiction not in names.known():
        raise click.BadParameter(f"没有登记编号为“{jurisdiction}”的辖区", param_hint="--jurisdiction")
    if as_json:
        click.echo(_line(_units_json(text, names.of(jurisdiction), first_leads)))
    else:
        from sitegen.derive.wording import units_sentence

        click.echo(units_sentence(_units(text, names.of(jurisdiction), first_leads)))


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

    def _loaded(self) -> Portal:
        if self._portal is None:
            from sitegen.cli.site import load_content

            self._portal = load_content(self._root)
        return self._portal


def _answer_lines(answer: Answer) -> None:
    wrong = False
    for number, line in enumerate(sys.stdin, 1):
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
            result = answer(asked if isinstance(asked, dict) else {"text": None})
        except (ValueError, TypeError) as error:
            wrong = True
            result = {"line": number, "error": _reason(error)}
        click.echo(_line(result))
    if wrong:
        sys.exit(CONTENT_WRONG)


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"这一行不是 JSON（第 {error.colno} 个字符）"
    return str(error)


def _text(asked: dict[str, Any]) -> str:
    text = asked.get("text")
    if not isinstance(text, str):
        raise TypeError("缺少 text（文字）")
    return text


def _year(asked: dict[str, Any], default: int | None) -> int | None:
    year = asked.get("year", default)
    if year is None or (isinstance(year, int) and not isinstance(year, bool)):
        return year
    if isinstance(year, str) and year.isdecimal():
        return int(year)
    raise TypeError("year 应是年份，如 2024")


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)

