"""The command line (命令行): the only room that prints, exits, and reads the clock and the environment.

One module per kind of command; each imports what it needs when it runs, so that help answers at once.
"""

from __future__ import annotations

import click

from sitegen.cli.changes import changes
from sitegen.cli.chinese import speak_chinese
from sitegen.cli.new import new
from sitegen.cli.reading import read
from sitegen.cli.schema import schema
from sitegen.cli.site import build, check, serve
from sitegen.cli.suggest import suggest


def _version(context: click.Context, _parameter: click.Parameter, value: bool) -> None:  # noqa: FBT001
    if value:
        from sitegen import __version__

        click.echo(f"sitegen {__version__}")
        context.exit()


speak_chinese()


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, help="政务公开工作要点公开门户的生成器。")
@click.option("--version", is_flag=True, expose_value=False, is_eager=True, callback=_version, help="显示版本")
def main() -> None:
    """Run the command line."""


for command in (build, check, serve, new, read, suggest, changes, schema):
    main.add_command(command)
