"""Builds synthetic portals and prints seconds per stage and peak memory: ``python -m tests.benchmark [tasks …]``.

Each build runs in a process of its own, three times; the table holds the median and the spread (minimum – maximum).
A build that fails, or that lacks a page, ends the run: nothing is compared then.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmark.corpus import write_corpus

SIZES = (1_000, 10_000)
RUNS = 3


def measure(folder: Path) -> dict[str, float]:
    """Build once in this process and give seconds per stage, the whole, and peak memory in MB."""
    from sitegen.build import build_site
    from sitegen.memo import Memo
    from sitegen.publish import publish
    from tests.conftest import settings_for, silent

    settings = settings_for(folder)
    start = time.perf_counter()
    built = build_site(settings, Memo(), silent)
    finished = time.perf_counter()
    published = publish(built.outputs, settings.output)
    end = time.perf_counter()
    seconds = dict(built.seconds)
    tasks = sum(len(plan.tasks) for plan in built.portal.plans)
    if built.pages < tasks or published.written + published.unchanged < built.pages:
        raise SystemExit(f"incomplete: {built.pages} pages for {tasks} tasks")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {**seconds, "写入": end - finished, "合计": end - start, "内存 MB": peak, "页面": built.pages}


def main(sizes: list[int]) -> None:
    """Measure every size and print the tables."""
    for size in sizes:
        runs: list[dict[str, float]] = []
        for _ in range(RUNS):
            with tempfile.TemporaryDirectory() as name:
                tasks = write_corpus(Path(name), size)
                command = [sys.executable, "-m", "tests.benchmark", "--once", name]
                done = subprocess.run(command, capture_output=True, text=True, check=False)
                if done.returncode:
                    raise SystemExit(f"the build of {size} tasks failed:\n{done.stdout}{done.stderr}")
                runs.append(json.loads(done.stdout.splitlines()[-1]))
        print(f"\n{tasks} tasks, median of {RUNS} (minimum – maximum)")
        for stage in runs[0]:
            values = sorted(run[stage] for run in runs)
            print(f"  {stage:<8} {statistics.median(values):9.2f}  ({values[0]:.2f} – {values[-1]:.2f})")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--once"]:
        print(json.dumps(measure(Path(sys.argv[2]))))
    else:
        main([int(size) for size in sys.argv[1:]] or list(SIZES))
