"""Processes (多进程): the same results in the same order, worked out by several processes where the system can fork.

A forked process starts with everything that this one knows, so that nothing is handed over but results. What work there
is, and how many processes do it, is decided elsewhere.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from typing import Protocol, TypeVar

from sitegen.packing import packed

T = TypeVar("T")
R = TypeVar("R")
# With fewer pieces of work for each process it is not worth starting one.
FEW = 4
# Who is ready takes the next batch; there are so many at most, that their numbers fit into a pipe that nobody reads yet.
BATCHES = 1000
NUMBER = 2
# What ends a process without a word: a fault shows itself when the work is done again, an interruption is told by who began it.
ENDS = (Exception, KeyboardInterrupt)


class Begin(Protocol):
    """Something that starts work and gives a function that waits for its result."""

    def __call__(self, work: Callable[[], R]) -> Callable[[], R]:
        """Start the work."""


def when_asked(work: Callable[[], R]) -> Callable[[], R]:
    """Do some work not before its result is asked for."""
    return work


def spread(
    work: Callable[[T], R], items: Sequence[T], processes: int, receive: Callable[[R], R] = lambda result: result
) -> tuple[R, ...]:
    """``work`` done on each item by so many processes; results in the order of the items.

    What another process sends is taken in by ``receive``, which gives an equal result that may share its parts with others.
    With one process, few items, other threads at work or no fork everything is done here. Where a process fails, what it
    had begun is done again here, so that a fault shows itself just as it would with one process.
    """
    if processes < 2 or len(items) < FEW * processes or not _can_fork():
        return tuple(work(item) for item in items)
    found: dict[int, R] = {}
    for number, result in _from_processes(work, items, processes):
        found[number] = receive(result)
    return tuple(found[number] if number in found else work(item) for number, item in enumerate(items))


def begin(work: Callable[[], R], processes: int) -> Callable[[], R]:
    """Start some work in a process of its own; the function returned waits for its result.

    With one process, other threads at work or no fork, or where the process fails, the work is done when it is waited for.
    """

    def ready() -> Callable[[None], R]:
        return lambda _: work()

    return stand_by(ready, processes)(None)


def stand_by(ready: Callable[[], Callable[[T], R]], processes: int) -> Callable[[T], Callable[[], R]]:
    """Let a process of its own get ready for some work before it is known on what: ``ready`` loads what is needed for it.

    The function returned hands over what to work on, and gives one that waits for the result, as ``begin`` does.
    """
    if processes < 2 or not _can_fork():
        return lambda item: lambda: ready()(item)
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe()
    process = context.Process(target=_stand_by, args=(ready, here, there), daemon=True)
    process.start()
    there.close()

    def hand_over(item: T) -> Callable[[], R]:
        with suppress(OSError):  # the process is gone: it shows when its result is waited for
            here.send_bytes(packed(item))
        return lambda: wait_for(item)

    def wait_for(item: T) -> R:
        try:
            result: R = pickle.loads(here.recv_bytes())
        except (EOFError, OSError):
            return ready()(item)
        process.join()
        return result

    return hand_over


def _can_fork() -> bool:
    return "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1


def _from_processes(work: Callable[[T], R], items: Sequence[T], processes: int) -> Iterator[tuple[int, R]]:
    size = -(-len(items) // BATCHES)
    batches = [range(first, min(first + size, len(items))) for first in range(0, len(items), size)]
    with _queue(len(batches)) as queue:
        working = dict(_started(work, items, batches, queue) for _ in range(processes))
    readers = list(working)
    while readers:
        for ready in wait(readers):
            try:
                yield from pickle.loads(ready.recv_bytes())  # type: ignore[union-attr]
            except EOFError:
                readers.remove(ready)  # type: ignore[arg-type]
    for process in working.values():
        process.join()


@contextmanager
def _queue(length: int) -> Iterator[int]:
    """Numbers from 0 for several processes to take one after another, as a file that is read until it ends."""
    reader, writer = os.pipe()
    try:
        os.write(writer, b"".join(number.to_bytes(NUMBER, "big") for number in range(length)))
        os.close(writer)
        yield reader
    finally:
        os.close(reader)


def _started(
    work: Callable[[T], R], items: Sequence[T], batches: Sequence[range], queue: int
) -> tuple[Connection, ForkProcess]:
    context = multiprocessing.get_context("fork")
    reader, writer = context.Pipe(duplex=False)
    # A daemon: where this process ends for another reason, it does not wait for work that nobody asks for any more.
    process = context.Process(target=_do_batches, args=(work, items, batches, queue, writer), daemon=True)
    process.start()
    writer.close()
    return reader, process


def _stand_by(ready: Callable[[], Callable[[T], R]], here: Connection, there: Connection) -> None:
    here.close()
    with suppress(*ENDS):  # or nobody asks for the work any more
        work = ready()
        there.send_bytes(packed(work(pickle.loads(there.recv_bytes()))))
    there.close()


def _do_batches(
    work: Callable[[T], R], items: Sequence[T], batches: Sequence[range], queue: int, writer: Connection
) -> None:
    with suppress(*ENDS):
        while number := os.read(queue, NUMBER):
            done = [(one, work(items[one])) for one in batches[int.from_bytes(number, "big")]]
            writer.send_bytes(packed(done))
    writer.close()
