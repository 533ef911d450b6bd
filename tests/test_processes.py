"""Work spread over processes gives what one process gives, and fails as one process fails."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable

import pytest

from sitegen.processes import FEW, begin, spread, stand_by

ITEMS = range(100)


@pytest.mark.parametrize("processes", [1, 2, 5])
def test_results_are_the_same_and_in_order_for_any_number(processes: int) -> None:
    assert spread(lambda item: f"第{item}项", ITEMS, processes) == tuple(f"第{item}项" for item in ITEMS)


def test_several_processes_do_the_work() -> None:
    """In a program of its own: threads that other tests leave behind would keep the work here. The first two items wait for each other."""
    code = (
        "import multiprocessing, os; from sitegen.processes import begin, spread\n"
        "both = multiprocessing.Barrier(2)\n"
        "work = lambda item: (item < 2 and both.wait(50), os.getpid())[1]\n"
        "workers = set(spread(work, range(100), 2)) | {begin(os.getpid, 2)()}\n"
        "print(len(workers), os.getpid() in workers)"
    )
    told = subprocess.run([sys.executable, "-c", code], timeout=60, check=True, capture_output=True, text=True)
    assert told.stdout == "3 False\n"


def test_few_items_and_other_threads_stay_here() -> None:
    assert set(spread(lambda _: os.getpid(), range(FEW), 2)) == {os.getpid()}
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert set(spread(lambda _: os.getpid(), ITEMS, 2)) == {os.getpid()}
    finally:
        done.set()
        thread.join()


def test_a_fault_shows_itself_as_with_one_process() -> None:
    def work(item: int) -> int:
        if item in (70, 90):
            raise ValueError(f"item {item}")
        return item

    for processes in (1, 2):
        with pytest.raises(ValueError, match="item 70"):
            spread(work, ITEMS, processes)


def test_a_process_that_dies_loses_nothing() -> None:
    parent = os.getpid()

    def work(item: int) -> int:
        if item == 65 and os.getpid() != parent:
            os._exit(9)
        return item * 2

    assert spread(work, ITEMS, 2) == tuple(item * 2 for item in ITEMS)


@pytest.mark.parametrize("processes", [1, 2])
def test_work_that_was_begun_gives_its_result_or_its_fault_when_it_is_waited_for(processes: int) -> None:
    first, second = begin(lambda: "甲" * 100_000, processes), begin(lambda: "乙", processes)
    assert (second(), first()) == ("乙", "甲" * 100_000)
    with pytest.raises(ZeroDivisionError):
        begin(lambda: 1 // 0, processes)()


@pytest.mark.parametrize("processes", [1, 2])
def test_a_process_that_stands_by_does_what_is_handed_over(processes: int) -> None:
    parent = os.getpid()
    twice = stand_by(lambda: lambda text: (text * 2, os.getpid()), processes)
    (text, worker), unasked = twice("甲" * 100_000)(), stand_by(lambda: lambda _: 0, processes)
    assert text == "甲" * 200_000
    assert (worker == parent) == (processes == 1)
    del unasked

    def dies() -> Callable[[int], int]:
        if os.getpid() != parent:
            os._exit(9)
        return lambda number: 10 // number

    assert stand_by(dies, processes)(5)() == 2
    with pytest.raises(ZeroDivisionError):
        stand_by(dies, processes)(0)()


def test_processes_that_are_interrupted_say_nothing_and_lose_nothing() -> None:
    code = (
        "import os, signal; from sitegen.processes import begin, spread, stand_by; parent = os.getpid()\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have it ignored\n"
        "work = lambda item: os.getpid() == parent and item or signal.raise_signal(signal.SIGINT)\n"
        "print(begin(lambda: work(1), 2)(), stand_by(lambda: work, 2)(2)(), *spread(work, range(3, 20), 2))"
    )
    told = subprocess.run([sys.executable, "-c", code], timeout=60, check=True, capture_output=True, text=True)
    assert (told.stdout.split(), told.stderr) == ([str(number) for number in range(1, 20)], "")


@pytest.mark.parametrize("begun", ["begin(lambda: 'x' * 10_000_000, 2)", "stand_by(lambda: len, 2)", "stand_by(lambda: len, 2)('x' * 10_000_000)"])
def test_work_that_nobody_waits_for_does_not_keep_the_program_from_ending(begun: str) -> None:
    code = f"from sitegen.processes import begin, stand_by; unasked = {begun}; raise SystemExit(3)"
    assert subprocess.run([sys.executable, "-c", code], timeout=60, check=False).returncode == 3
