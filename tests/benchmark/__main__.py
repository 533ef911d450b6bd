"""Measures this program beside Hugo and MkDocs Material: ``python -m tests.benchmark [--runs N] [--edits N] [tasks …]``.

For each size one synthetic portal is made; all generators then build the same pages from nothing, in turn, several times.
Medians are printed with their spread, and ratios within a run, so that a slow moment of the machine counts for both sides.
A build that fails, or that lacks a page, ends the benchmark. MkDocs builds large sites once only, and the largest not at all.
"""

from __future__ import annotations

import argparse
import re
import shutil
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.benchmark.chart import draw
from tests.benchmark.corpus import newest_plan, write_corpus
from tests.benchmark.edits import Server, latencies
from tests.benchmark.rivals import Rival, hugo_of, mkdocs_of
from tests.benchmark.running import ROOT, Run, check_portal, run_sitegen

SIZES = (1_000, 10_000, 50_000)
ONCE_FROM, ALONE_FROM = 5_000, 20_000
RUNS, EDITS = 3, 20
OWN = "sitegen"
LEFT_OUT = ("比对文件", "编制索引")
SENTENCE = re.compile(r"^      text: (.+)$", re.M)
Results = dict[str, list[Run]]


def main(arguments: Sequence[str]) -> None:
    """Measure every size and print the tables; the plot is written beside the builds' folder."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark")
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--runs", type=int, default=RUNS, help="builds of each generator")
    parser.add_argument("--edits", type=int, default=EDITS, help="saves in front of each preview server; 0 for none")
    parser.add_argument("--plot", type=Path, default=ROOT / "benchmark.svg", help="where the plot goes")
    chosen = parser.parse_args(arguments)
    costs: dict[str, list[tuple[int, float]]] = {}
    for size in chosen.sizes:
        with tempfile.TemporaryDirectory() as name:
            results = _measure(Path(name), size, chosen.runs, chosen.edits)
        for stage in results[OWN][0].stages:
            costs.setdefault(stage, []).append((size, _median([run.stages[stage] for run in results[OWN]])))
        costs.setdefault("合计", []).append((size, _median([run.seconds for run in results[OWN]])))
    _print_growth(costs)
    chosen.plot.write_text(draw(costs), "utf-8")
    print(f"\n{chosen.plot}")


def _measure(folder: Path, size: int, runs: int, edits: int) -> Results:
    portal, site = folder / "portal", folder / "site"
    tasks = write_corpus(portal, size)
    run_sitegen(portal, site)
    pages = check_portal(site, tasks)
    rivals = [] if size >= ALONE_FROM else [hugo_of(site, folder / "hugo"), mkdocs_of(site, folder / "mkdocs")]
    results: Results = {}
    for number in range(runs):
        shutil.rmtree(site)
        results.setdefault(OWN, []).append(run_sitegen(portal, site))
        check_portal(site, tasks)
        for rival in rivals:
            if rival.name == "Hugo" or not number or size < ONCE_FROM:
                results.setdefault(rival.name, []).append(rival.build(folder / f"built-{rival.name}"))
    print(f"\n{tasks:,} tasks, {pages:,} pages: median of {runs} (minimum – maximum)")
    _print_builds(results)
    warm = _warm(portal, folder / "warm", runs)
    print(f"  {'warm cache, one edited task':<28} {_spread(warm)}")
    if edits:
        _print_edits(portal, rivals, edits)
    return results


def _warm(portal: Path, folder: Path, runs: int) -> list[float]:
    """Seconds of builds after one edited task, beside what an earlier build left: its output and its cache folder."""
    folder.mkdir()
    run_sitegen(portal, folder / "site", "--cache", str(folder / "cache"))
    seconds = []
    for number in range(runs):
        _save_portal(portal, f"第{number}次改动")
        seconds.append(run_sitegen(portal, folder / "site", "--cache", str(folder / "cache")).seconds)
    return seconds


def _print_builds(results: Results) -> None:
    own = results[OWN]
    print(f"  {OWN:<28} {_spread([run.seconds for run in own])}  {max(run.memory for run in own):.0f} MB")
    for stage in own[0].stages:
        print(f"    {stage:<24} {_spread([run.stages[stage] for run in own])}")
    for name, runs in results.items():
        if name == OWN:
            continue
        print(f"  {name:<28} {_spread([run.seconds for run in runs])}  {max(run.memory for run in runs):.0f} MB")
        pairs = list(zip(own, runs, strict=False))
        print(f"    {OWN} / {name:<18} {_spread([one.seconds / other.seconds for one, other in pairs])}")
        bare = [(one.seconds - sum(one.stages[stage] for stage in LEFT_OUT)) / other.seconds for one, other in pairs]
        print(f"    … without {' '.join(LEFT_OUT)} {_spread(bare)}")


def _print_edits(portal: Path, rivals: Sequence[Rival], edits: int) -> None:
    plan = newest_plan(portal)
    page = "/" + re.sub(r"^(.+)-(\d+)$", r"\1/\2/task-1/", plan.stem)
    command = (sys.executable, "-m", "sitegen", "serve", "--root", portal, "--port")
    servers = {OWN: Server(lambda port: (*command, str(port)), ROOT, page, lambda words: _save_portal(portal, words))}
    for rival in rivals:
        if rival.name == "Hugo":
            source = rival.folder / "content" / page.strip("/") / "index.md"
            text = source.read_text("utf-8")
            servers["Hugo"] = Server(
                lambda port: ("hugo", "server", "--port", str(port), "--bind", "127.0.0.1", "--baseURL", f"http://127.0.0.1:{port}/"),
                rival.folder, page, lambda words, source=source, text=text: source.write_text(f"{text}\n{words}\n", "utf-8"),
            )  # fmt: skip
    print(f"  from saving a file to the reloaded page, median of {edits}")
    for name, server in servers.items():
        print(f"    {name:<24} {_spread(latencies(server, edits))}")


def _save_portal(portal: Path, words: str) -> None:
    """Save the newest plan of a portal with a sentence of its first row changed."""
    plan = newest_plan(portal)
    text = plan.read_text("utf-8")
    first = SENTENCE.search(text)
    if first is None:
        raise SystemExit(f"{plan}: no row")
    kept = re.sub(r"（第\d+次\w+）$", "", first[1])
    plan.write_text(f"{text[: first.start(1)]}{kept}（{words}）{text[first.end(1) :]}", "utf-8")


def _print_growth(costs: dict[str, list[tuple[int, float]]]) -> None:
    sizes = [size for size, _ in next(iter(costs.values()))]
    print("\nseconds by tasks" + "".join(f"{size:>12,}" for size in sizes))
    for stage, points in costs.items():
        growth = f"   × {points[-1][1] / max(points[-2][1], 0.001):.1f}" if len(points) > 1 else ""
        print(f"  {stage:<14}" + "".join(f"{spent:12.2f}" for _, spent in points) + growth)


def _median(values: Sequence[float]) -> float:
    return statistics.median(values)


def _spread(values: Sequence[float]) -> str:
    return f"{_median(values):8.2f}  ({min(values):.2f} – {max(values):.2f})"


if __name__ == "__main__":
    main(sys.argv[1:])
