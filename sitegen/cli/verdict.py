"""What a command does with problems (裁断): which are printed and in which form, what is known, and when it stops."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sitegen.baseline import Entry
    from sitegen.problems import Problem

CONTENT_WRONG = 1
WORDS = {"error": "错误", "warning": "警告", "notice": "提示"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """How problems are judged: the form in which they are printed, the severities that stop, the baseline of known ones."""

    form: str
    stopping: tuple[str, ...]
    baseline: tuple[Entry, ...]

    def give(self, problems: Iterable[Problem]) -> None:
        """Print what is not known already, and exit where something of it stops."""
        from sitegen.baseline import idle_entries, unknown_to
        from sitegen.problems import sort_problems

        found = sort_problems(problems)
        new = unknown_to(self.baseline, found)
        print_problems((*new, *idle_entries(self.baseline, found)), self.form)
        if len(found) > len(new):
            click.echo(f"另有 {len(found) - len(new)} 个问题记在基线里，没有列出。", err=True)
        self._stop(new)

    def refuse(self, problems: Iterable[Problem]) -> NoReturn:
        """Print the errors that ended a build, with what else was found and is not known, and exit."""
        from sitegen.baseline import unknown_to
        from sitegen.problems import sort_problems

        found = unknown_to(self.baseline, sort_problems(problems))
        print_problems(found, self.form)
        click.echo(f"共 {counted(found)}；没有写任何文件。", err=True)
        sys.exit(CONTENT_WRONG)

    def _stop(self, problems: Iterable[Problem]) -> None:
        stopping = [problem for problem in problems if problem.severity in self.stopping]
        if stopping:
            strict = "加了 --strict，警告也要改好；" if any(problem.severity == "warning" for problem in stopping) else ""
            click.echo(f"共 {counted(stopping)}；{strict}没有写任何文件。", err=True)
            sys.exit(CONTENT_WRONG)


def judging_options(command: Any) -> Any:
    """The options by which a command judges problems."""
    baseline = click.option(
        "--baseline", default=None, metavar="FILE", type=click.Path(exists=True, dir_okay=False),
        help="基线文件：里面记着的警告和提示不再列出，也不算数",
    )  # fmt: skip
    return click.option("--strict", is_flag=True, help="有警告也算不通过")(baseline(command))


def verdict(form: str, strict: bool, baseline: str | None) -> Verdict:  # noqa: FBT001
    """The verdict that the options ask for; exits where the baseline cannot be read."""
    from pathlib import Path

    from sitegen.baseline import read_baseline
    from sitegen.problems import ProblemsFound

    stopping = ("error", "warning") if strict else ("error",)
    if baseline is None:
        return Verdict(form, stopping, ())
    try:
        return Verdict(form, stopping, read_baseline(Path(baseline).read_bytes().decode("utf-8", "replace"), baseline))
    except ProblemsFound as found:
        print_problems(found.problems, form)
        sys.exit(CONTENT_WRONG)


def print_problems(problems: Iterable[Problem], form: str) -> None:
    """Print problems in a form, in order; nothing where there are none, but for JSON, which is always a list."""
    from sitegen import problems as formats

    write = {"text": formats.format_text, "github": formats.format_github, "json": formats.format_json}[form]
    text = write(formats.sort_problems(problems))
    if text:
        click.echo(text)


def counted(problems: Iterable[Problem]) -> str:
    """How many problems there are of each severity, in words."""
    severities = [str(problem.severity) for problem in problems]
    return "、".join(f"{severities.count(name)} 个{word}" for name, word in WORDS.items() if name in severities)
