"""Commands about the whole site (build, check, serve) and the options that they share."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, TypeVar

import click

from sitegen.cli.verdict import CONTENT_WRONG, Verdict, counted, judging_options, print_problems, verdict

if TYPE_CHECKING:
    from collections.abc import Iterable
    from contextlib import AbstractContextManager
    from datetime import date
    from pathlib import Path

    from sitegen.build import Built, Searching
    from sitegen.memo import Memo
    from sitegen.model import Portal
    from sitegen.problems import Problem
    from sitegen.render.output import Output
    from sitegen.settings import Settings
    from sitegen.shelves import Shelf

K = TypeVar("K")
Seconds = tuple[tuple[str, float], ...]
ROOT_OPTION = click.option(
    "--root", default=".", show_default=True, help="门户所在文件夹（内含 content/）", type=click.Path(exists=True, file_okay=False)
)


def _settings(root: str, output: str, base_url: str, as_of: str | None, jobs: int | None) -> Settings:
    from pathlib import Path

    import sitegen
    from sitegen.settings import Settings

    base = Path(root).resolve()
    if not (base / "content").is_dir():
        raise click.UsageError(f"{base} 里没有 content/；到门户所在的文件夹里运行，或用 --root 指明它。")
    _check_output(base / output, base)
    package = Path(sitegen.__file__).parent
    theme = package / "theme" if (package / "theme").is_dir() else package.parent
    return Settings(
        content=base / "content",
        templates=_folders(base / "templates", theme / "templates"),
        static=_folders(base / "static", theme / "static"),
        output=base / output,
        base_url=base_url,
        as_of=_day(as_of),
        processes=jobs or _processors(),
    )


def _for_purpose(settings: Settings, official: bool) -> Settings:  # noqa: FBT001
    """The settings for an official release (or its inspection), else for a preview."""
    from dataclasses import replace

    from sitegen.settings import Purpose

    return replace(settings, purpose=Purpose.RELEASE if official else Purpose.PREVIEW)


def _processors() -> int:
    """Number of processors that this program may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _check_output(output: Path, base: Path) -> None:
    """The output folder may neither lie in what the portal is made of nor hold it."""
    made = output.resolve()
    for name in ("content", "templates", "static"):
        if made == base / name or (base / name) in made.parents or made in (base / name).parents:
            raise click.BadParameter(f"输出文件夹不能在 {name}/ 里，也不能包着它；换一个，如 build", param_hint="--output")


def _folders(own: Path, default: Path) -> tuple[Path, ...]:
    return (own, default) if own.is_dir() and own.resolve() != default.resolve() else (default,)


def _day(text: str | None) -> date | None:
    from datetime import UTC, date, datetime

    if text:
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise click.BadParameter(f"“{text}”不是 2024-06-27 这样的日期", param_hint="--as-of") from None
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdigit() else None


def _base_url(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    from urllib.parse import urlsplit

    parts = urlsplit(value)
    if value == ".":
        return value
    if parts.query or parts.fragment or (parts.scheme and parts.scheme not in ("http", "https")) or value.startswith("//"):
        raise click.BadParameter("应是 /a/b/ 这样的路径、https://主机/a/b/ 这样的网址，或“.”")
    return value


def _site_options(command: Any) -> Any:
    options = (
        ROOT_OPTION,
        click.option("--base-url", default="/", show_default=True, callback=_base_url, help="发布后的路径或网址；“.”用相对网址，放在哪里都能看，也能直接打开文件"),
        click.option("--as-of", default=None, metavar="日期", help="按哪一天生成；默认取内容里最新的日期"),
        click.option("--jobs", default=None, type=click.IntRange(1, 64), help="同时用几个进程；默认与处理器同数，结果都一样"),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


CACHE_OPTION = click.option(
    "--cache", default=None, metavar="文件夹", help="把做好的部分留在这里，下次只做有变动的；成品和不用它时一字不差",
    type=click.Path(file_okay=False),
)  # fmt: skip
PRODUCTION_OPTION = click.option(
    "--production", is_flag=True, help="按正式发布要求：域名、主办单位、网站标识码、发布时间、审校环节缺了就不生成"
)


@click.command(help="生成整个门户。", short_help="生成整个门户")
@_site_options
@PRODUCTION_OPTION
@judging_options
@click.option("--output", default="build", show_default=True, help="输出文件夹")
@CACHE_OPTION
@click.option("--timings", default=None, metavar="文件", help="把每个阶段用的秒数、占用的内存写成 JSON",
              type=click.Path(dir_okay=False, writable=True))
def build(
    root: str, base_url: str, as_of: str | None, jobs: int | None, output: str, production: bool, strict: bool,  # noqa: FBT001
    baseline: str | None, cache: str | None, timings: str | None,
) -> None:  # fmt: skip
    """Build the whole portal and publish it into the output folder."""
    import time
    from pathlib import Path

    from sitegen.build import indexed
    from sitegen.publish import ForeignFileError, WriteError, staging

    settings = _for_purpose(_settings(root, output, base_url, as_of, jobs), production)
    judge = verdict("text", strict, baseline)
    try:
        with staging(settings.output) as shelf:
            built = _built(settings, judge, _progress(), cache, shelf, indexed)
            judge.give((*built.warnings, *(_before_release(built, settings) if production else ())))
            start = time.perf_counter()
            published = shelf.publish(built.outputs)
    except ForeignFileError as error:
        click.echo(f"错误：{error.path} 不是本程序写的文件，没有覆盖；请移走它，或换一个输出文件夹。", err=True)
        sys.exit(CONTENT_WRONG)
    except WriteError as error:
        click.echo(f"错误：写不进 {error.path}（{error.reason}）；看输出文件夹是否只读、磁盘是否已满，再生成一次。", err=True)
        sys.exit(CONTENT_WRONG)
    seconds = (*built.seconds, ("写入文件", time.perf_counter() - start))
    if timings:
        _write_timings(Path(timings), seconds, built)
    for line in _summary(built, seconds):
        click.echo(line)
    click.echo(f"写入 {published.written} 个文件，{published.unchanged} 个不变，删去 {published.removed} 个旧文件。")
    if base_url == ".":
        click.echo(f"打开：{(settings.output / 'index.html').as_uri()}")
    else:
        click.echo(f"放到网站的 {base_url} 下即可；在本机看：sitegen serve")


@click.command(help="检查内容和成品，不写任何文件。", short_help="检查内容和成品，不写文件")
@_site_options
@click.option("--format", "form", default="text", show_default=True, help="text 给人看，github 给合并请求加注，json 给程序用",
              type=click.Choice(["text", "github", "json"]))
@PRODUCTION_OPTION
@judging_options
@click.option("--write-baseline", default=None, metavar="FILE", help="把现有的警告和提示写进基线文件", type=click.Path(dir_okay=False))
@CACHE_OPTION
@click.option("--profile", default=None, help="gov：再按政府网站检查指标看一遍成品，列出看不到的指标", type=click.Choice(["gov"]))
def check(
    root: str, base_url: str, as_of: str | None, jobs: int | None, form: str, production: bool, strict: bool, baseline: str | None,  # noqa: FBT001
    write_baseline: str | None, cache: str | None, profile: str | None,
) -> None:  # fmt: skip
    """Do everything but publishing and indexing, and print every problem; or keep the warnings in a baseline."""
    settings = _for_purpose(_settings(root, "build", base_url, as_of, jobs), production or bool(profile))
    judge = verdict(form, strict, baseline)
    built, further = _looked_at(settings, judge, cache, production, bool(profile))
    problems = (*built.warnings, *further)
    if write_baseline:
        _keep(problems, write_baseline)
        return
    judge.give(problems)
    if form == "text":
        for line in _summary(built, built.seconds):
            click.echo(line)


def _looked_at(
    settings: Settings, judge: Verdict, cache: str | None, production: bool, inspected: bool  # noqa: FBT001
) -> tuple[Built[Any], tuple[Problem, ...]]:
    """A site that nobody publishes, and what a release or an inspection of finished pages finds besides."""
    from sitegen.build import indexed, listed
    from sitegen.shelves import Hand, Nowhere

    if inspected:
        whole = _built(settings, judge, _unsaid, cache, Hand({}), indexed)
        return whole, _inspection(whole, settings)
    built = _built(settings, judge, _unsaid, cache, Nowhere(), listed)
    return built, _before_release(built, settings) if production else ()


def _unsaid(_stage: str) -> None:
    """Say nothing of stages."""


def _keep(problems: tuple[Problem, ...], file: str) -> None:
    """Write the baseline of what is no error; only a baseline is ever overwritten."""
    from pathlib import Path

    from sitegen.baseline import read_baseline, write_baseline
    from sitegen.problems import ProblemsFound, Severity

    path = Path(file)
    try:
        if path.exists():
            read_baseline(path.read_bytes().decode("utf-8", "replace"), file)
    except ProblemsFound:
        raise click.ClickException(f"{file} 已经存在，不是基线文件，没有改动") from None
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    known = [problem for problem in problems if problem.severity is not Severity.ERROR]
    path.write_text(write_baseline(known), "utf-8", newline="\n")
    click.echo(f"已把{counted(known) or '空的清单'}写进 {file}；以后用 --baseline {file}，只列出新的问题。")
    if errors:
        print_problems(errors, "text")
        click.echo(f"另有 {counted(errors)}，错误不能写进基线。", err=True)
        sys.exit(CONTENT_WRONG)


def _before_release(built: Built[Any], settings: Settings) -> tuple[Problem, ...]:
    from sitegen.verify.release import check_release

    return built.sources.place(check_release(built.portal, settings.base_url))


def _inspection(built: Built[Output], settings: Settings) -> tuple[Problem, ...]:
    from sitegen.pages import newest_date
    from sitegen.verify.government import inspect_site

    as_of = settings.as_of or newest_date(built.portal)
    return built.sources.place(inspect_site(built.outputs, built.portal, settings.base_url, as_of, built.warnings))


@click.command(help="在本机预览，保存即刷新。", short_help="在本机预览，保存即刷新")
@_site_options
@click.option("--port", default=8000, show_default=True, help="端口；0 是任意一个空着的", type=click.IntRange(0, 65535))
@click.option("--poll", is_flag=True, help="网络盘等收不到文件变动通知时，改为轮询")
def serve(root: str, base_url: str, as_of: str | None, jobs: int | None, port: int, poll: bool) -> None:  # noqa: FBT001
    """Serve the portal on loopback, rebuilt at every save."""
    from sitegen.serve import serve_portal

    serve_portal(_settings(root, "build", base_url, as_of, jobs), port, click.echo, poll)


def load_content(root: str) -> Portal:
    """The portal that a folder's content holds; prints the problems and exits where there are errors."""
    from pathlib import Path

    from sitegen.memo import NoMemo
    from sitegen.problems import ProblemsFound
    from sitegen.source import Sources
    from sitegen.understanding import read_documents, understand

    try:
        memo = NoMemo()
        documents = read_documents(Path(root) / "content", memo)
        with Sources(documents).placing():
            return understand(documents, memo).portal
    except ProblemsFound as found:
        print_problems(found.problems, "text")
        sys.exit(CONTENT_WRONG)


def _progress() -> Any:
    if sys.stderr.isatty():
        return lambda stage: click.echo(f"\r\033[K{stage}…", nl=False, err=True)
    return lambda stage: click.echo(f"{stage}…", err=True)


def _memo(cache: str | None) -> AbstractContextManager[Memo]:
    """The memo of one build, which knows what is in the cache folder, if there is one."""
    from contextlib import nullcontext
    from pathlib import Path

    from sitegen.memo import NoMemo

    if cache is None:
        return nullcontext(NoMemo())
    from sitegen import cache as folder

    version = folder.version_of(folder.PACKAGE, folder.installed_libraries(sys.path))
    return folder.cached(Path(cache), version)


def _built(settings: Settings, judge: Verdict, report: Any, cache: str | None, shelf: Shelf[K], searching: Searching) -> Built[K]:
    import gc

    # Nothing is thrown away before the end, so that looking for what could be would be in vain, already while importing.
    gc.disable()
    from sitegen.build import make_site
    from sitegen.problems import ProblemsFound

    try:
        with _memo(cache) as memo:
            built = make_site(settings, memo, report, shelf, searching)
    except ProblemsFound as found:
        if sys.stderr.isatty():
            click.echo("\r\033[K", nl=False, err=True)
        judge.refuse(found.problems)
    if sys.stderr.isatty():
        click.echo("\r\033[K", nl=False, err=True)
    return built


def _write_timings(path: Path, seconds: Seconds, built: Built[Any]) -> None:
    """Seconds per stage, their sum, what was made, and where the system tells it the peak of memory in MB, as JSON."""
    import json

    measured = {
        "seconds": {name: round(spent, 4) for name, spent in seconds},
        "total": round(sum(spent for _, spent in seconds), 4),
        "tasks": sum(len(plan.tasks) for plan in built.portal.plans),
        "pages": built.pages,
        "files": len(built.outputs),
    }
    if sys.platform != "win32":
        import resource

        measured["memory_mb"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)
    path.write_text(json.dumps(measured, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _summary(built: Built[Any], seconds: Seconds) -> Iterable[str]:
    portal = built.portal
    yield (
        f"{built.pages} 个页面：{len(portal.plans)} 份要点，{sum(len(plan.tasks) for plan in portal.plans)} 项任务，"
        f"{len(portal.units)} 个单位；给读者的说明 {built.notes} 条。"
    )
    if built.unresolved:
        yield f"没有登记的单位名称 {len(built.unresolved)} 个：{'、'.join(built.unresolved)}"
    yield "用时：" + "，".join(f"{name} {spent:.2f} 秒" for name, spent in seconds)
