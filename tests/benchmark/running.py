"""Commands run and measured from outside: seconds of the whole process and its peak of memory; a failure ends everything."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
ADDRESS = "https://example.org/"


@dataclass(frozen=True, slots=True)
class Run:
    """One finished command: seconds, peak memory in MB, and where it tells them the seconds of its stages."""

    seconds: float
    memory: float
    stages: dict[str, float] = field(default_factory=dict)


def run(command: Sequence[str | Path], folder: Path) -> Run:
    """Run a command in a folder; one that fails ends the benchmark with what it printed, so that nothing is compared."""
    with tempfile.TemporaryFile() as printed:
        start = time.perf_counter()
        process = subprocess.Popen([str(part) for part in command], cwd=folder, stdout=printed, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            printed.seek(0)
            raise SystemExit(f"failed: {' '.join(map(str, command))}\n{printed.read().decode(errors='replace')[-4000:]}")
    return Run(seconds, usage.ru_maxrss / 1024)


def run_sitegen(portal: Path, output: Path, *options: str) -> Run:
    """Build a portal with this program, as its users do, in a process of its own."""
    timings = output.parent / "timings.json"
    command = (sys.executable, "-m", "sitegen", "build", "--root", portal, "--output", output, "--timings", timings, "--base-url", ADDRESS, *options)
    done = run(command, ROOT)
    told = json.loads(timings.read_text("utf-8"))
    return Run(done.seconds, max(done.memory, told["memory_mb"]), told["seconds"])


def check_portal(output: Path, tasks: int) -> int:
    """Number of pages of a finished portal; ends the benchmark where a task, the search, a calendar or a feed is missing."""
    pages = sorted(output.rglob("*.html"))
    rows = [page for page in pages if page.parent.name.startswith("task-")]
    comparisons = [page for page in pages if page.relative_to(output).parts[0] == "compare"]
    others = [next(output.rglob(name), None) for name in ("manifest.js", "*.ics", "atom.xml", "portal.json", "sitemap.xml")]
    if len(rows) != tasks or not comparisons or not all(others):
        raise SystemExit(f"incomplete: {len(rows)} pages of {tasks} tasks, {len(comparisons)} of comparisons, {others}")
    return len(pages)
