"""Words as features: whole words, pairs of neighbours, and letters inside a word, each weighted by its rarity.

A word's features are the same wherever it stands, so their weights are summed once a spelling and kept as one row;
scoring a sentence adds up the rows of its words. Spellings are numbered as they are met, for all models together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

_DIGIT = re.compile(r"\d")
_LETTERS = (4, 5)
_PLACEHOLDER = "<"
# Letters say less than the word they stand in.
LETTER_WEIGHT = 0.5
PAIR_WEIGHT = 0.8
_LONGEST = 40
_MOST = 200_000


def normal(word: str) -> str:
    """A spelling as a feature: figures of one length are alike.

    Examples
    --------
    >>> normal("1,200"), normal("threat")
    ('0,000', 'threat')
    """
    return _DIGIT.sub("0", word[:_LONGEST]) if not word.isalpha() else word[:_LONGEST]


def letters(word: str) -> Iterator[str]:
    """Runs of four and five letters of a word with its edges.

    Examples
    --------
    >>> list(letters("war"))
    ['^war', 'war$', '^war$']
    """
    if word.startswith(_PLACEHOLDER) or not word[:1].isalpha():
        return
    edged = f"^{word}$"
    for size in _LETTERS:
        for at in range(len(edged) - size + 1):
            yield edged[at : at + size]


class Spellings(dict[str, int]):
    """Number of every spelling met, in the order of meeting; small, and so quick to look up in.

    Examples
    --------
    >>> Spellings().numbers(["war", "and", "war"], 3)
    array([0, 1, 0])
    """

    def __init__(self) -> None:
        super().__init__()
        self._met: list[str] = []

    def __missing__(self, spelling: str) -> int:
        self[spelling] = at = len(self._met)
        self._met.append(spelling)
        return at

    def since(self, number: int) -> list[str]:
        """Spellings met after so many."""
        return self._met[number:]

    def numbers(self, words: Iterable[str], count: int) -> NDArray[np.int64]:
        """Numbers of so many words."""
        return np.fromiter(map(self.__getitem__, words), np.int64, count)


_current = Spellings()


def spellings() -> Spellings:
    """Those met so far by this process; begun anew when they are too many."""
    global _current
    if len(_current) > _MOST:
        _current = Spellings()
    return _current
