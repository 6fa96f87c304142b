"""This machine: one process, or several."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")

# Batches in flight a process: enough to keep it busy, few enough that memory does not grow with the corpus.
_AHEAD = 3


def map_batches(
    function: Callable[[list[Given]], Made], items: Iterable[Given], *, size: int = 64, jobs: int = 1
) -> Iterator[Made]:
    """Apply a function to batches of items, in order.

    Parameters
    ----------
    function : callable
        Of a list of items; picklable if there is more than one job.
    items : iterable
        Read no further ahead than the batches in flight.
    size : int
        Items a batch.
    jobs : int
        Processes. One means this process.

    Examples
    --------
    >>> list(map_batches(sum, range(5), size=2))
    [1, 5, 4]
    """
    source = iter(items)
    batches = iter(lambda: list(islice(source, size)), [])
    if jobs <= 1:
        yield from map(function, batches)
        return
    # spawn, as on every platform: a forked process would inherit threads of the libraries in use
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[Made]] = deque()
        try:
            for batch in batches:
                waiting.append(pool.submit(function, batch))
                if len(waiting) > jobs * _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
