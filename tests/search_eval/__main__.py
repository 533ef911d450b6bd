"""Evaluates the search: ``python -m tests.search_eval`` for the real site, ``--scale 1000 10000`` for recombined records.

Builds the site, asks graded queries in Chromium through the search page itself, and prints recall@10 and nDCG@10 of every
class, bytes and times; beside it Pagefind over the same pages, where it is installed. queries.yaml is for work on the
search, the others only for judging it. ``--misses`` also prints the queries that fall short. How far it is, it says on the
error stream; at many records only a part of the queries is asked.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from playwright.sync_api import sync_playwright

from sitegen.build import build_site
from sitegen.derive.search_record import SearchRecord
from sitegen.derive.search_records import searchable
from sitegen.memo import Memo, NoMemo
from sitegen.publish import publish
from sitegen.render.search import SearchIndex, render_search
from sitegen.understanding import read_documents, understand
from tests.browser.conftest import ARGUMENTS, chromium, serving
from tests.browser.search_site import write_site
from tests.conftest import ROOT, settings_for, silent
from tests.search_eval import pagefind
from tests.search_eval.browser import Cost, Outcome, ask_all, costs_of, on_a_phone
from tests.search_eval.corpus import recombined
from tests.search_eval.judgement import Query, gain, grades_of, read_queries, recall

HERE = Path(__file__).parent
QUERIES = tuple(HERE / f"{name}.yaml" for name in ("queries", "held_out", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"))
QUERIES_AT_SCALE = 240
COST_SAMPLE = 60
PHONE_SAMPLE = 25
SHORT = 0.9
Grades = Mapping[str, int]
T = TypeVar("T")


def main() -> None:
    """Read the command line and evaluate."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--scale", type=int, nargs="*", default=[], metavar="N", help="recombined records, how many")
    parser.add_argument("--misses", action="store_true", help="also print queries that fall short")
    parser.add_argument("--queries", type=Path, nargs="+", default=list(QUERIES), help="files of graded queries")
    parser.add_argument("--build", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.build:
        _build(options.build, options.scale[0])
    elif options.scale:
        for size in options.scale:
            _evaluate_scale(size, _some([query for path in options.queries for query in read_queries(path)], QUERIES_AT_SCALE))
    else:
        _evaluate_site(options.queries, misses=options.misses)


def _evaluate_site(paths: Sequence[Path], *, misses: bool) -> None:
    _tell("生成全站……")
    site = build_site(settings_for(ROOT), Memo(), silent)
    records, _ = _real()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name) / "site"
        publish(site.outputs, folder)
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(ARGUMENTS))
        _tell("Pagefind 建立索引……")
        has_pagefind = pagefind.index_pages(folder)
        with serving(folder) as root:
            for path in paths:
                queries = read_queries(path)
                wanted = grades_of(queries, records)
                texts = [query.text for query in queries]
                outcomes = ask_all(browser, f"{root}search/", texts, _tell)
                _print_quality(f"本站（{path.name}）", queries, wanted, [o.found for o in outcomes], [o.is_answered for o in outcomes])
                _print_costs(costs_of(browser, f"{root}search/", _some(texts, COST_SAMPLE)))
                if misses:
                    _print_misses(queries, wanted, outcomes)
                if has_pagefind:
                    found = pagefind.ask_all(browser, root, texts)
                    by_page = [_by_page(one) for one in wanted]
                    _print_quality(f"Pagefind（{path.name}）", queries, by_page, found, [bool(one) for one in found])
            if not has_pagefind:
                print("\nPagefind：没有装上或没能建立索引，不作比较。")
        browser.close()


def _real() -> tuple[tuple[SearchRecord, ...], tuple[tuple[str, tuple[str, ...]], ...]]:
    portal = understand(read_documents(ROOT / "content", NoMemo()), NoMemo()).portal
    found = searchable(portal, "/")
    return found.records, found.thesaurus


def _by_page(wanted: Grades) -> dict[str, int]:
    """Grades by page: Pagefind finds pages, not parts of them."""
    pages: dict[str, int] = {}
    for url, grade in wanted.items():
        page = url.partition("#")[0]
        pages[page] = max(grade, pages.get(page, 0))
    return pages


def _print_quality(
    name: str, queries: Sequence[Query], wanted: Sequence[Grades], found: Sequence[Sequence[str]], answered: Sequence[bool]
) -> None:
    print(f"\n{name}\n{'类':<12}{'查询':>4}  recall@10  nDCG@10")
    whole: list[tuple[float, float]] = []
    for kind in dict.fromkeys(query.kind for query in queries):
        places = [place for place, query in enumerate(queries) if query.kind == kind]
        judged = [place for place in places if wanted[place]]
        if not judged:
            silent_share = statistics.mean(not answered[place] for place in places)
            print(f"{kind:<12}{len(places):>4}  {silent_share:9.3f}  （没有结果的比例）")
            continue
        measures = [(recall(found[place], wanted[place]), gain(found[place], wanted[place])) for place in judged]
        whole += measures
        print(f"{kind:<12}{len(judged):>4}  {_mean(m[0] for m in measures):9.3f}  {_mean(m[1] for m in measures):7.3f}")
    print(f"{'全部':<11}{len(whole):>4}  {_mean(m[0] for m in whole):9.3f}  {_mean(m[1] for m in whole):7.3f}")


def _print_costs(costs: Sequence[Cost]) -> None:
    sizes = sorted(cost.index_bytes / 1024 for cost in costs)
    print(f"索引字节（未压缩）：中位 {statistics.median(sizes):.1f} KB，九成以内 {_tenth(sizes):.1f} KB，最多 {sizes[-1]:.1f} KB")
    for label, times in (("首次", [cost.cold for cost in costs]), ("再次", [cost.warm for cost in costs])):
        ordered = sorted(times)
        print(f"{label}查询：中位 {statistics.median(ordered):.1f} ms，九成以内 {_tenth(ordered):.1f} ms，最长 {ordered[-1]:.1f} ms")


def _print_misses(queries: Sequence[Query], wanted: Sequence[Grades], outcomes: Sequence[Outcome]) -> None:
    for query, grade, outcome in zip(queries, wanted, outcomes, strict=True):
        if grade and min(recall(outcome.found, grade), gain(outcome.found, grade)) < SHORT:
            missed = [url for url in sorted(grade, key=lambda url: -grade[url]) if url not in outcome.found[:10]]
            print(f"{query.kind} {query.text}：{recall(outcome.found, grade):.2f} {gain(outcome.found, grade):.2f} 缺 {missed[:5]} {outcome.note}")
        elif not grade and outcome.is_answered:
            print(f"{query.kind} {query.text}：不该有结果")


def _some(all_of_them: Sequence[T], most: int) -> Sequence[T]:
    """So many at most, from the whole length."""
    return all_of_them[:: -(-len(all_of_them) // most) or 1]


def _tell(how_far: str) -> None:
    print(how_far, file=sys.stderr, flush=True)


def _mean(values: Iterable[float]) -> float:
    return statistics.mean(values)


def _tenth(ordered: Sequence[float]) -> float:
    return ordered[int(len(ordered) * 0.9)]


def _evaluate_scale(size: int, queries: Sequence[Query]) -> None:
    """Build in a process of its own, so that its memory can be told; then ask the same queries."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        command = [sys.executable, "-m", "tests.search_eval", "--scale", str(size), "--build", name]
        _tell(f"生成 {size} 条……")
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
        print(f"\n{size} 条：{done.stdout.strip()}")
        records = recombined(_real()[0], size)
        wanted = grades_of(queries, records)
        texts = [query.text for query in queries]
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(ARGUMENTS))
        with serving(Path(name)) as root:
            outcomes = ask_all(browser, f"{root}find/", texts, _tell)
            costs = costs_of(browser, f"{root}find/", _some(texts, COST_SAMPLE))
            times = sorted(on_a_phone(browser, f"{root}find/", _some(texts, PHONE_SAMPLE)))
        browser.close()
        print(f"手机（处理器慢四倍、1.6 Mbit/s、150 ms）首次结果：中位 {statistics.median(times):.0f} ms，九成以内 {_tenth(times):.0f} ms")
        _print_quality(f"{size} 条", queries, wanted, [o.found for o in outcomes], [o.is_answered for o in outcomes])
        _print_costs(costs)


def _build(folder: Path, size: int) -> None:
    records, thesaurus = _real()
    made = recombined(records, size)
    before = _peak()
    search, seconds = _timed(lambda: render_search(made, thesaurus))
    files = json.dumps(dict(_files(search)), ensure_ascii=False)
    print(f"生成 {seconds:.1f} 秒（处理器），内存 {before:.0f} → {_peak():.0f} MB，文件 {files}")
    write_site(folder, search)


def _timed(make: Callable[[], SearchIndex]) -> tuple[SearchIndex, float]:
    start = time.process_time()
    return make(), time.process_time() - start


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _files(search: SearchIndex) -> Iterator[tuple[str, str]]:
    for label, folder in (("索引", "search/s/"), ("文字", "search/t/")):
        sizes = [len(file.content) for file in search.files if file.path.startswith(folder)]
        yield label, f"{len(sizes)} 个，{sum(sizes) / 1e6:.1f} MB"


if __name__ == "__main__":
    main()
