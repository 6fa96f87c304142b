"""Articles as weighted words: what an article is about, with what its outlet always prints left out.

Term frequency counts for its logarithm, rare words for more than common ones (tf-idf: Salton and Buckley 1988,
doi:10.1016/0306-4573(88)90021-0). Three things are made for news: headline and opening tell the event, the rest its
background; names tell events apart better than other words; and what an outlet prints day after day (addresses, the
same paragraphs of background) says nothing of the day's event.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from framing.compare.coded import RUN, Coded

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    Matrix: TypeAlias = csr_array

TITLE, OPENING, REST, NAME = 3.0, 2.0, 1.0, 1.5
"""Weight of a word in the headline, in the opening, after it; and how much more a name counts than another word."""
OPENING_WORDS, LONGEST = 120, 500
"""Words of the body that are its opening, and how many are read at all."""
FURNITURE_DAYS = 4
"""A run of words that an outlet printed on so many days is furniture."""
OWN_WORDS = 20
"""Articles from which on an outlet's own habits tell which words are rare."""
_FEW = 30
_CALENDAR = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december said says say told year years week day today yesterday mr mrs ms"
).split()


def vectors(words: Coded, outlets: Sequence[str], left_out: NDArray[np.bool_]) -> Matrix:
    """A row of unit length for every article, a column for every word of the vocabulary.

    Parameters
    ----------
    words : Coded
        The articles.
    outlets : sequence of str
        Their outlets.
    left_out : array of bool, (words,)
        Words that say nothing of the event, from `furniture`.

    Returns
    -------
    scipy.sparse.csr_array of float32, (articles, vocabulary)
        The product of two rows is their cosine, between 0 and 1.
    """
    from scipy.sparse import coo_array
    from sklearn.preprocessing import normalize

    count = len(words)
    weights = _weights(words, ~left_out)
    shape = (count, len(words.vocabulary))
    counted = coo_array((weights, (words.owners, words.ids)), shape=shape).tocsr()
    counted.sum_duplicates()
    counted.eliminate_zeros()
    counted.data = 1.0 + np.log(counted.data)
    rare = _rarity(counted, outlets) * np.where(words.names, NAME, 1.0)
    rare[_stopped(words.vocabulary)] = 0.0
    counted.data *= rare[counted.indices]
    counted.eliminate_zeros()
    normal: Matrix = normalize(counted, copy=False).astype(np.float32)
    return normal


def _weights(words: Coded, kept: NDArray[np.bool_]) -> NDArray[np.float64]:
    """How much every word counts by its place."""
    place = np.arange(len(words.ids)) - np.repeat(words.starts[:-1] + words.titles, np.diff(words.starts))
    title = place < 0
    # Words that are left out do not push others out of the opening.
    before = np.concatenate(([0], np.cumsum(kept & ~title)))
    place = before[:-1] - np.repeat(before[words.starts[:-1]], np.diff(words.starts))
    body = np.where(place < OPENING_WORDS, OPENING, np.where(place < LONGEST, REST, 0.0))
    return np.where(title, TITLE, np.where(kept, body, 0.0))


def furniture(words: Coded, outlets: Sequence[str], days: Sequence[int | None]) -> NDArray[np.bool_]:
    """Which words stand in runs that their outlet printed on several days.

    Parameters
    ----------
    words : Coded
    outlets : sequence of str
    days : sequence of int or None
        An article without a date counts as a day of its own.

    Returns
    -------
    array of bool, (words,)
    """
    found = np.zeros(len(words.ids), dtype=np.bool_)
    by_outlet: dict[str, list[int]] = {}
    for at, outlet in enumerate(outlets):
        by_outlet.setdefault(outlet, []).append(at)
    for members in by_outlet.values():
        if len(members) < FURNITURE_DAYS:
            continue
        day_of = {at: -1 - at if (day := days[at]) is None else day for at in members}
        runs = [words.runs(at) for at in members]
        sizes = [len(each) for each in runs]
        keys = np.concatenate(runs)
        when = np.repeat([day_of[at] for at in members], sizes)
        places = np.concatenate(
            [words.body(at).start + np.arange(size) for at, size in zip(members, sizes, strict=True)]
        )
        order = np.lexsort((when, keys))
        keys, when = keys[order], when[order]
        other_run = np.concatenate(([True], keys[1:] != keys[:-1]))[: len(keys)]
        other_day = other_run | np.concatenate(([True], when[1:] != when[:-1]))[: len(keys)]
        run = np.cumsum(other_run) - 1
        often = np.bincount(run, weights=other_day)[run] >= FURNITURE_DAYS
        found[(places[order[often]][:, None] + np.arange(RUN)).ravel()] = True
    return found


def _rarity(counted: Matrix, outlets: Sequence[str]) -> NDArray[np.float64]:
    """Logarithm of one over the share of articles with a word: of all, or of the outlet that uses it most."""
    count, width = counted.shape
    share = (np.bincount(counted.indices, minlength=width) + 1) / (count + 1)
    names = sorted(set(outlets))
    if len(names) > 1:
        number = {name: at for at, name in enumerate(names)}
        owners = np.repeat(np.array([number[outlet] for outlet in outlets]), np.diff(counted.indptr))
        for at in range(len(names)):
            size = sum(outlet == names[at] for outlet in outlets)
            if size >= OWN_WORDS:
                own = np.bincount(counted.indices[owners == at], minlength=width)
                share = np.maximum(share, np.where(own >= FURNITURE_DAYS, own / size, 0.0))
    # In a handful of articles on one event every word of it is common; none may then weigh nothing.
    return np.asarray(np.log(1.0 / share) + (1.0 if count < _FEW else 0.3))


def _stopped(vocabulary: Sequence[str]) -> NDArray[np.bool_]:
    from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

    stop = ENGLISH_STOP_WORDS | frozenset(_CALENDAR)
    # "I'll", "don't": a contraction is what its parts are.
    parts = (word.partition("'") for word in vocabulary)
    return np.array(
        [len(first) < 2 or first in stop or (mark + last) in ("'t", "'ll", "'ve") for first, mark, last in parts],
        dtype=np.bool_,
    )
