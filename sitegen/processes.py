"""Processes (多进程): the same results in the same order, worked out by several processes where the system can fork.

A forked process starts with everything that this one knows, so that nothing is handed over but results. What work there
is, and how many processes do it, is decided elsewhere.
"""

from __future__ import annotations

import multiprocessing
import pickle
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")
# With fewer pieces of work for each process it is not worth starting one.
FEW = 4
BATCH = 32


def spread(work: Callable[[T], R], items: Sequence[T], processes: int) -> tuple[R, ...]:
    """``work`` done on each item by so many processes; results in the order of the items.

    With one process, few items, other threads at work or no fork everything is done here. Where a process fails, its
    share is done again here, so that a fault shows itself just as it would with one process.
    """
    if processes < 2 or len(items) < FEW * processes or not _can_fork():
        return tuple(work(item) for item in items)
    found: dict[int, R] = {}
    for number, result in _from_processes(work, items, processes):
        found[number] = result
    return tuple(found[number] if number in found else work(item) for number, item in enumerate(items))


def begin(work: Callable[[], R], processes: int) -> Callable[[], R]:
    """Start some work in a process of its own; the function returned waits for its result.

    With one process, other threads at work or no fork, or where the process fails, the work is done when it is waited for.
    """
    if processes < 2 or not _can_fork():
        return work
    reader, process = _started(lambda _: work(), (None,), range(1))

    def wait_for() -> R:
        try:
            ((_, result),) = pickle.loads(reader.recv_bytes())
        except EOFError:
            return work()
        process.join()
        return result  # type: ignore[no-any-return]

    return wait_for


def _can_fork() -> bool:
    return "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1


def _from_processes(work: Callable[[T], R], items: Sequence[T], processes: int) -> Iterator[tuple[int, R]]:
    shares = [range(first, len(items), processes) for first in range(processes)]
    working = dict(_started(work, items, share) for share in shares)
    readers = list(working)
    while readers:
        for ready in wait(readers):
            try:
                yield from pickle.loads(ready.recv_bytes())  # type: ignore[union-attr]
            except EOFError:
                readers.remove(ready)  # type: ignore[arg-type]
    for process in working.values():
        process.join()


def _started(work: Callable[[T], R], items: Sequence[T], share: range) -> tuple[Connection, ForkProcess]:
    context = multiprocessing.get_context("fork")
    reader, writer = context.Pipe(duplex=False)
    # A daemon: where this process ends for another reason, it does not wait for work that nobody asks for any more.
    process = context.Process(target=_do_share, args=(work, items, share, writer), daemon=True)
    process.start()
    writer.close()
    return reader, process


def _do_share(work: Callable[[T], R], items: Sequence[T], share: range, writer: Connection) -> None:
    with suppress(Exception):  # what went wrong shows itself when the share is done again
        for start in range(0, len(share), BATCH):
            numbers = share[start : start + BATCH]
            done = [(number, work(items[number])) for number in numbers]
            writer.send_bytes(pickle.dumps(done, pickle.HIGHEST_PROTOCOL))
    writer.close()
