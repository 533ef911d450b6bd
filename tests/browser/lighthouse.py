"""Lighthouse (mobile) over one page of every kind: ``python -m tests.browser.lighthouse --tool PATH`` prints scores and findings.

The site is served as production hosts serve it: compressed, with ``_headers``. ``make lighthouse`` installs the tool into
a folder that git ignores. It is no part of the test suite: its performance score depends on what else the machine does.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from sitegen.build import build_site
from sitegen.memo import Memo
from sitegen.publish import publish
from tests.browser.chromium import chromium
from tests.browser.host import FullHost, serving
from tests.browser.kinds import KINDS
from tests.conftest import ROOT, settings_for, silent

PAGES = {**KINDS, "not found": "404.html"}  # by its own name: a page that is not there has no score
DEMANDED = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}
FLAGS = "--headless=new --no-sandbox --disable-gpu"
ATTEMPTS = 3  # a busy machine makes a page look slow: the best of a few runs is the page's own


def main(arguments: list[str]) -> int:
    """Print the scores of every kind of page; 1 where one falls short of what is demanded."""
    parser = argparse.ArgumentParser(prog="python -m tests.browser.lighthouse", description=__doc__)
    parser.add_argument("--tool", type=Path, required=True, help="Lighthouse's command")
    parser.add_argument("--kind", action="append", choices=PAGES, help="only this kind of page; may be repeated")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder), FullHost) as address:
        publish(build_site(settings_for(ROOT, base_url=address), Memo(), silent).outputs, Path(folder))
        short = [kind for kind in chosen.kind or PAGES if not _is_good(chosen.tool, address, kind)]
    print(f"short of {DEMANDED}: {', '.join(short)}" if short else "every page reaches what is demanded")
    return 1 if short else 0


def _is_good(tool: Path, address: str, kind: str) -> bool:
    """Measure a page until it is good enough or the attempts are used up; print the best run."""
    reports = []
    for _ in range(ATTEMPTS):
        reports.append(measured(tool, address + PAGES[kind]))
        if not _shortfall(reports[-1]):
            break
    best = max(reports, key=lambda report: sum(scores(report).values()))
    print(f"{kind:28}", *(f"{name} {score:3}" for name, score in scores(best).items()), flush=True)
    for finding in findings(best):
        print(f"    {finding}")
    return not _shortfall(best)


def measured(tool: Path, address: str) -> dict[str, Any]:
    """Lighthouse's report on a page, as it writes it."""
    command = [str(tool), address, "--output=json", "--quiet", f"--chrome-flags={FLAGS}"]
    command += [f"--only-categories={','.join(DEMANDED)}"]
    done = subprocess.run(command, env={**os.environ, "CHROME_PATH": chromium()}, capture_output=True, check=True)
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def scores(report: dict[str, Any]) -> dict[str, int]:
    """Scores of the categories, 0 to 100."""
    return {name: round(100 * (report["categories"][name]["score"] or 0)) for name in DEMANDED}


def findings(report: dict[str, Any]) -> list[str]:
    """What cost points: id, title and first place of every audit that counts and is not perfect."""
    counted = {ref["id"] for name in DEMANDED for ref in report["categories"][name]["auditRefs"] if ref["weight"] > 0}
    found = []
    for name in sorted(counted):
        audit = report["audits"][name]
        if audit["score"] is not None and audit["score"] < 0.9:
            items = (audit.get("details") or {}).get("items") or [""]
            found.append(f"{name}: {audit['title']} {audit.get('displayValue', '')} {json.dumps(items[0], ensure_ascii=False)[:300]}")
    return found


def _shortfall(report: dict[str, Any]) -> bool:
    return any(score < DEMANDED[name] for name, score in scores(report).items())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
