"""Which words of a sentence made a model give a label: the evidence for what no lexicon found."""

from __future__ import annotations

import math
from collections.abc import Sequence

from framing.learned.model import Floats

# Neighbours belong to a stretch while they say at least this share of what its best word says.
_SHARE = 0.35
_LONGEST = 6


def stretch(words: Sequence[str], added: Floats) -> tuple[int, int] | None:
    """The words of a sentence that add most to the score of a label.

    Parameters
    ----------
    words : sequence of str
        Of the sentence.
    added : array of shape (n_words,)
        What each adds.

    Returns
    -------
    (int, int) or None
        Number of the first and after the last: the word that adds most, with the neighbours that add a good share as
        much; None where there is no word.

    Examples
    --------
    >>> import numpy as np
    >>> stretch(["the", "army", "massed", "tanks", "."], np.array([0.0, 0.1, 0.9, 0.5, 0.2]))
    (2, 4)
    """
    said = [value if word[0].isalnum() else -math.inf for word, value in zip(words, added.tolist(), strict=True)]
    best = max(said, default=-math.inf)
    if best == -math.inf:
        return None
    low = high = said.index(best)
    least = max(_SHARE * best, 0.0)
    while high - low + 1 < _LONGEST:
        before = said[low - 1] if low else -math.inf
        after = said[high + 1] if high + 1 < len(said) else -math.inf
        if max(before, after) <= least:
            break
        if before >= after:
            low -= 1
        else:
            high += 1
    return low, high + 1
