"""Which words of a sentence made a model give a label: the evidence for what no lexicon found."""

from __future__ import annotations

import numpy as np

from framing.learned.model import Scores
from framing.spans import Span
from framing.structure.document import Passage

# Neighbours belong to a stretch while they say at least this share of what its best word says.
_SHARE = 0.35
_LONGEST = 6


def stretch(passage: Passage, scores: Scores, sentence: int, label: int) -> Span:
    """The words that add most to the score of a label in a sentence.

    Parameters
    ----------
    passage : Passage
    scores : Scores
        Of the passage.
    sentence : int
        From 0.
    label : int
        Its column.

    Returns
    -------
    Span
        The word that adds most, with the neighbours that add a good share as much; the sentence, where it has no word.
    """
    first = int(scores.bounds.first[sentence])
    words = passage.tokens.words
    found = scores.contributions(sentence, label)
    ink = np.fromiter((words[first + at][0].isalnum() for at in range(len(found))), bool, len(found))
    if not ink.any():
        whole = passage.sentences[sentence]
        return Span(whole.start, whole.end)
    said = np.where(ink, found, -np.inf)
    low = high = int(said.argmax())
    least = _SHARE * float(said[low])
    while high - low + 1 < _LONGEST:
        before = said[low - 1] if low else -np.inf
        after = said[high + 1] if high + 1 < len(said) else -np.inf
        if max(before, after) < least or max(before, after) <= 0:
            break
        if before >= after:
            low -= 1
        else:
            high += 1
    return passage.tokens.span(first + low, first + high + 1)
