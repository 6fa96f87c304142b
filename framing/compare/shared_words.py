"""Which words articles have in common, as a reader would say it: names first, and names of several words in one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from framing.compare.coded import Coded

if TYPE_CHECKING:
    from framing.compare.vectors import Matrix

SHOWN = 3
_CANDIDATES = 8


class SharedWords:
    """Words of an article that weigh most in its likeness to others.

    Parameters
    ----------
    words : Coded
        The articles.
    vectors : csr_array, (articles, words)
        Their weights.
    """

    def __init__(self, words: Coded, vectors: Matrix) -> None:
        self._words = words
        self._vectors = vectors
        self._sum = np.zeros(vectors.shape[1])

    def of(self, group: Sequence[int]) -> tuple[str, list[str]]:
        """What names a group, and for each of its articles what it shares with the others.

        Parameters
        ----------
        group : sequence of int
            Numbers of articles. One that is alone shares nothing and is named by its own weightiest words.
        """
        rows = [self._row(at) for at in group]
        for columns, weights in rows:
            self._sum[columns] += weights
        common: dict[int, float] = {}
        shared = []
        for at, (columns, weights) in zip(group, rows, strict=True):
            part = weights * (self._sum[columns] - weights) if len(group) > 1 else weights
            top = self._top(columns, part)
            for column, weight in top:
                common[column] = common.get(column, 0.0) + weight
            shared.append(", ".join(self._written(at, [column for column, _ in top])))
        for columns, _ in rows:
            self._sum[columns] = 0.0
        first = min(group)
        ranked = sorted(common, key=lambda column: (-common[column], column))
        return ", ".join(self._written(first, ranked[:_CANDIDATES])), shared

    def _row(self, at: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        start, end = self._vectors.indptr[at : at + 2]
        return self._vectors.indices[start:end], self._vectors.data[start:end].astype(np.float64)

    @staticmethod
    def _top(columns: NDArray[np.int64], weights: NDArray[np.float64]) -> list[tuple[int, float]]:
        order = np.lexsort((columns, -weights))[:_CANDIDATES]
        return [(int(columns[at]), float(weights[at])) for at in order if weights[at] > 0]

    def _written(self, at: int, columns: Iterable[int]) -> list[str]:
        """The first few, as they are written; words that stand side by side in an article's text are one name."""
        wanted = list(columns)
        names = [column for column in wanted if self._words.names[column]]
        wanted = names if len(names) >= SHOWN - 1 else names + [column for column in wanted if column not in names]
        after = self._followers(at, wanted)
        joined: list[list[int]] = []
        for column in wanted:
            for parts in joined:
                if after.get(parts[-1]) == column:
                    parts.append(column)
                    break
                if after.get(column) == parts[0]:
                    parts.insert(0, column)
                    break
            else:
                joined.append([column])
        return [" ".join(self._words.written[column] for column in parts[:SHOWN]) for parts in joined[:SHOWN]]

    def _followers(self, at: int, columns: Iterable[int]) -> dict[int, int]:
        """For each name the word that follows it more often than not in an article."""
        wanted = {column for column in columns if self._words.names[column]}
        ids = self._words.ids[self._words.starts[at] : self._words.starts[at + 1]].tolist()
        found: dict[int, Counter[int]] = {column: Counter() for column in wanted}
        for word, following in pairwise(ids):
            if word in wanted:
                found[word][following] += 1
        after = {}
        for word, followers in found.items():
            for follower, count in followers.most_common(1):
                if follower in wanted and 2 * count > followers.total():
                    after[word] = follower
        return after
