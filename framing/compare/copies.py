"""Which articles carry another's text: wire copy, syndicated pieces, updates of the same piece.

Texts are compared by their runs of words (shingles: Broder 1997, doi:10.1109/SEQUEN.1997.666900), exactly, without
sketches: a run that only one article has needs not be looked at again, and nearly all runs are of that kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.compare.coded import Coded

SHARED = 0.5
"""Share of the shorter text's runs from which on it is called a copy."""
FEWEST_RUNS = 25
_COMMON = 50


class Copy(NamedTuple):
    """Two articles with the same words.

    Parameters
    ----------
    one, other : int
        Numbers of the articles, `one` the smaller.
    share : float
        Share of the shorter text's runs of six words that stand in the other too.
    """

    one: int
    other: int
    share: float


def copies(words: Coded, left_out: NDArray[np.bool_]) -> tuple[Copy, ...]:
    """Pairs of articles of which one carries at least half of the other's text.

    Parameters
    ----------
    words : Coded
        The articles.
    left_out : array of bool, (words,)
        Furniture, which two articles of an outlet share without being copies.

    Returns
    -------
    tuple of Copy
        In the order of their articles.
    """
    from scipy.sparse import coo_array

    runs = [_own_runs(words, left_out, at) for at in range(len(words))]
    sizes = np.array([len(each) for each in runs])
    if not sizes.sum():
        return ()
    keys, numbers, counts = np.unique(np.concatenate(runs), return_inverse=True, return_counts=True)
    owners = np.repeat(np.arange(len(words)), sizes)
    # A run that very many articles have is a phrase, not a copy, and would cost the square of their number.
    useful = (counts[numbers] > 1) & (counts[numbers] <= _COMMON)
    shape = (len(words), len(keys))
    ones = np.ones(int(useful.sum()), dtype=np.int32)
    having = coo_array((ones, (owners[useful], numbers[useful])), shape=shape).tocsr()
    common = (having @ having.T).tocoo()
    above = common.row < common.col
    one, other, shared = common.row[above], common.col[above], common.data[above]
    shorter = np.minimum(sizes[one], sizes[other])
    found = (shorter >= FEWEST_RUNS) & (shared >= SHARED * shorter)
    return tuple(
        sorted(
            Copy(int(first), int(second), float(part))
            for first, second, part in zip(one[found], other[found], shared[found] / shorter[found], strict=True)
        )
    )


def _own_runs(words: Coded, left_out: NDArray[np.bool_], at: int) -> NDArray[np.uint64]:
    runs = words.runs(at)
    start = words.body(at).start
    return np.unique(runs[~left_out[start : start + len(runs)]])


def originals(count: int, found: Sequence[Copy]) -> list[tuple[int, float] | None]:
    """For every article the first one whose text it carries, directly or through others, and how much of it.

    Parameters
    ----------
    count : int
        Articles, numbered from 0; the first one of a set of copies counts as the original.
    found : sequence of Copy
        From `copies`.

    Returns
    -------
    list of (int, float) or None
        None for an article that copies none. The share is that of the copied pair that led there.

    Examples
    --------
    >>> originals(4, [Copy(0, 2, 0.9), Copy(2, 3, 0.6)])
    [None, None, (0, 0.9), (0, 0.6)]
    """
    best: list[tuple[int, float] | None] = [None] * count
    for one, other, share in sorted(found):
        first = one if (known := best[one]) is None else known[0]
        if (now := best[other]) is None or first < now[0]:
            best[other] = first, share
    return best
