"""The command that compares two versions of the content for a reviewer."""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.cli.site import ROOT_OPTION, load_content


@click.command(
    help="比较两个版本的内容，写出 Markdown 摘要。BASE 是另一个门户文件夹，或 git 版本（如 main、HEAD~1）。",
    short_help="比较两个版本的内容，写出摘要",
)
@click.argument("base")
@ROOT_OPTION
def changes(base: str, root: str) -> None:
    """Compare the content with that of another folder or git revision."""
    import tempfile

    from sitegen.derive.changes import changes_summary
    from sitegen.derive.comparison.comparison import compare_all
    from sitegen.derive.feeds import Feed
    from sitegen.pages import Page, lay_out, layout_of

    with tempfile.TemporaryDirectory() as scratch:
        folder = base if (Path(base) / "content").is_dir() else _checked_out(base, root, Path(scratch))
        old, new = load_content(folder), load_content(root)
    sides = [lay_out(layout_of(portal, compare_all(portal), None, "/")) for portal in (old, new)]
    paths = [[matter.path for matter in site.matters() if isinstance(matter, Page | Feed)] for site in sides]
    click.echo(changes_summary(old, new, paths[0], paths[1]), nl=False)


def _checked_out(revision: str, root: str, scratch: Path) -> str:
    """A folder with the content as a git revision holds it."""
    import io
    import subprocess
    import tarfile

    command = ["git", "-C", root, "archive", "--format=tar", "--end-of-options", revision, "content"]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError:
        raise click.UsageError(f"“{base_of(revision)}”不是门户文件夹，也没有安装 git") from None
    if done.returncode:
        raise click.BadParameter(f"“{base_of(revision)}”不是门户文件夹，git 也找不到这个版本的 content/", param_hint="BASE")
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        archive.extractall(scratch, filter="data")
    return str(scratch)


def base_of(revision: str) -> str:
    """A revision as shown in a message."""
    return revision if len(revision) <= 60 else revision[:60] + "…"
