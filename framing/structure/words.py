"""Words: runs of letters and digits, with what joins them inside ("build-up", "don't", "U.S.", "1,200").

Counted with array operations over the code points, because every rate has words below its line.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from framing.lexicon.fold import Folded


def word_counts(folded: Folded, sentences: Sequence[tuple[int, int]]) -> list[int]:
    """Number of words in each of the given stretches.

    Examples
    --------
    >>> word_counts(Folded.of("He left. She stayed there."), [(0, 8), (9, 26)])
    [2, 3]
    """
    if not sentences:
        return []
    bounds = folded.word_starts.searchsorted(np.asarray(sentences).ravel())
    counts: list[int] = (bounds[1::2] - bounds[::2]).tolist()
    return counts


def word_starts(folded: Folded, sentences: Sequence[tuple[int, int]]) -> list[int]:
    """Offset of every word inside the given stretches.

    Parameters
    ----------
    folded : Folded
        The text.
    sentences : sequence of (int, int)
        Half-open, in order, not overlapping: what lies outside (masked lines) has no words.

    Examples
    --------
    >>> word_starts(Folded.of("The U.S. build-up isn't 1,200 men."), [(0, 34)])
    [0, 4, 9, 18, 24, 30]
    """
    if not sentences:
        return []
    found = folded.word_starts
    bounds = found.searchsorted(np.asarray(sentences).ravel())
    if bounds[0] == 0 and bounds[-1] == len(found) and (bounds[2::2] == bounds[1:-1:2]).all():
        whole: list[int] = found.tolist()
        return whole
    return [at for low, high in bounds.reshape(-1, 2).tolist() for at in found[low:high].tolist()]
