"""What was computed is kept by the value of its arguments, for this build and the next."""

from collections.abc import Callable, Sequence

from sitegen.memo import Memo, NoMemo, digest


def test_only_what_is_not_known_is_computed_and_all_come_in_order() -> None:
    memo, asked = Memo(), []

    def tens(items: str) -> tuple[int, ...]:
        def compute(missing: Sequence[str]) -> list[int]:
            asked.append("".join(missing))
            return [ord(item) * 10 for item in missing]

        return memo.get_all(items, lambda all_: ((item,) for item in all_), compute)

    assert tens("ab") == (970, 980)
    assert tens("cadb") == (990, 970, 1000, 980)
    assert asked == ["ab", "cd"]


def test_work_begun_on_what_is_not_known_is_waited_for_once_it_is_asked_for() -> None:
    for memo, begun in ((Memo(), ["ab", "c"]), (NoMemo(), ["ab", "abc"])):
        done: list[str] = []
        started: list[str] = []

        def start(missing: Sequence[str], done: list[str] = done, started: list[str] = started) -> Callable[[], list[int]]:
            started.append("".join(missing))
            return lambda: [done.append(item) or ord(item) for item in missing]  # type: ignore[func-returns-value]

        for items in ("ab", "abc"):
            waiting = memo.begin_all(items, lambda all_: ((item,) for item in all_), start)
            before = len(done)
            assert waiting() == tuple(map(ord, items))
            assert len(done) - before == len(started[-1])
        assert started == begun


def test_what_the_last_build_did_not_ask_for_is_forgotten() -> None:
    memo = Memo()
    assert [memo.get(("a",), lambda: 1), memo.get(("b",), lambda: 1)] == [1, 1]
    memo.next_build()
    assert memo.get(("a",), lambda: 2) == 1
    memo.next_build()
    assert [memo.get(("a",), lambda: 3), memo.get(("b",), lambda: 3)] == [1, 3]


def test_results_of_the_build_before_are_there_to_start_from() -> None:
    memo = Memo()
    assert list(memo.earlier("a")) == []
    assert [memo.get(("a", 1), lambda: 7), memo.get(("ab", 1), lambda: 8)] == [7, 8]
    memo.next_build()
    assert [list(memo.earlier(name)) for name in ("a", "ab", "b")] == [[7], [8], []]
    assert list(NoMemo().earlier("a")) == []


def test_a_memo_that_keeps_nothing_computes_each_time() -> None:
    memo = NoMemo()
    assert [memo.get(("a",), lambda: 1), memo.get(("a",), lambda: 2)] == [1, 2]


def test_digests_tell_values_apart_by_content_and_by_where_one_ends() -> None:
    assert digest("ab", "c") != digest("a", "bc") != digest("abc")
    assert digest(("甲", 1)) == digest(("甲", 1)) != digest(("甲", "1"))


def test_work_is_begun_only_where_its_result_is_not_known() -> None:
    memo, begun = Memo(), []

    def start() -> Callable[[], int]:
        begun.append(len(begun))
        return lambda: 7

    assert [memo.begin(("a",), start)(), memo.begin(("a",), start)(), memo.get(("a",), lambda: 8)] == [7, 7, 7]
    assert begun == [0]
