"""The command that exports JSON Schema for editors' programs."""

from __future__ import annotations

import click

from sitegen.cli.site import ROOT_OPTION


@click.command(help="把各类文件的 JSON Schema 写进 content/schemas/，编辑器据此补全和提示。", short_help="导出各类文件的 JSON Schema")
@ROOT_OPTION
def schema(root: str) -> None:
    """Write the JSON Schema of every kind of file into content/schemas/."""
    from pathlib import Path

    from sitegen.load.json_schema import json_schemas

    folder = Path(root) / "content" / "schemas"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in json_schemas():
        path = folder / f"{name}.schema.json"
        path.write_text(text, "utf-8")
        click.echo(path)
