"""Words: runs of letters and digits, with what joins them inside ("build-up", "don't", "U.S.", "1,200").

Found with array operations over the code points, because every rate has words below its line.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from framing.lexicon.fold import Folded


def words_of(folded: Folded, sentences: Sequence[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Offset of every word inside the given stretches, and the number of words in each of them.

    Parameters
    ----------
    folded : Folded
        The text.
    sentences : sequence of (int, int)
        Half-open, in order, not overlapping: what lies outside (masked lines) has no words.

    Examples
    --------
    >>> words_of(Folded.of("The U.S. build-up isn't 1,200 men."), [(0, 34)])
    ([0, 4, 9, 18, 24, 30], [6])
    """
    every: list[int] = folded.word_starts.tolist()
    starts: list[int] = []
    counts = []
    for start, end in sentences:
        inside = every[bisect_left(every, start) : bisect_left(every, end)]
        starts += inside
        counts.append(len(inside))
    return starts, counts
