"""The command that exports JSON Schema for editors' programs."""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.cli.site import ROOT_OPTION


@click.command(
    help="把各类文件的 JSON Schema 写进 content/schemas/，编辑器据此补全和提示；登记了新的单位、要点以后再写一次。",
    short_help="导出各类文件的 JSON Schema",
)
@ROOT_OPTION
def schema(root: str) -> None:
    """Write the JSON Schema of every kind of file into content/schemas/."""
    for path in write_schemas(root):
        click.echo(path)


def write_schemas(root: str) -> tuple[Path, ...]:
    """Write the schemas with the ids that the content registers now; gives the files."""
    from sitegen.load.json_schema import json_schemas, registered_ids
    from sitegen.memo import NoMemo
    from sitegen.understanding import CONTENT, read_documents

    ids = registered_ids(read_documents(Path(root) / "content", NoMemo()), CONTENT)
    folder = Path(root) / "content" / "schemas"
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in json_schemas(ids):
        path = folder / f"{name}.schema.json"
        path.write_text(text, "utf-8", newline="\n")
        written.append(path)
    return tuple(written)
