"""What is compared, as arrays: an article a row, a measure a column, numerators and denominators apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from framing.evidence import Measure

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Units:
    """Articles as rows of numbers.

    Parameters
    ----------
    names : tuple of str, length n_measures
        Of the measures, in the order of the columns.
    numerators, denominators : array of shape (n_articles, n_measures)
        What was counted, and over what. A plain count has the denominator 1, so that its statistic is a mean an
        article.
    scales : array of shape (n_measures,)
        1,000 for rates per 1,000 words.
    groups : array of shape (n_articles,)
        Number of the group of each article.
    clusters : array of shape (n_articles,)
        Number of what each article is resampled with: its event, or the article by itself.
    """

    names: tuple[str, ...]
    numerators: Floats
    denominators: Floats
    scales: Floats
    groups: Integers
    clusters: Integers

    def __len__(self) -> int:
        return len(self.groups)

    @property
    def n_clusters(self) -> int:
        """How many clusters there are."""
        return int(self.clusters.max()) + 1 if len(self.clusters) else 0

    @cached_property
    def shared(self) -> bool:
        """Whether a cluster holds articles of more than one group."""
        if not len(self.groups):
            return False
        low = self.groups.min()
        pairs = self.clusters * (self.groups.max() - low + 1) + (self.groups - low)
        return len(np.unique(self.clusters)) < len(np.unique(pairs))

    def counting(self, numerators: Floats, denominators: Floats) -> Units:
        """The same units with other counts."""
        made = replace(self, numerators=numerators, denominators=denominators)
        made.__dict__["shared"] = self.shared
        return made

    def taken(self, which: Integers) -> Units:
        """Some of the units, drawn as before: whether clusters are shared is told of all."""
        made = replace(
            self,
            numerators=self.numerators[which],
            denominators=self.denominators[which],
            groups=self.groups[which],
            clusters=self.clusters[which],
        )
        made.__dict__["shared"] = self.shared
        return made

    def column(self, name: str) -> Units:
        """One measure of them."""
        at = self.names.index(name)
        return self.columns([at])

    def columns(self, which: Sequence[int]) -> Units:
        """Some measures of them."""
        which = list(which)
        made = replace(
            self,
            names=tuple(self.names[at] for at in which),
            numerators=self.numerators[:, which],
            denominators=self.denominators[:, which],
            scales=self.scales[which],
        )
        made.__dict__["shared"] = self.shared
        return made


def numbered(labels: Sequence[str]) -> Integers:
    """Numbers for labels, in the order of the labels; an empty label stands for itself alone.

    Examples
    --------
    >>> numbered(["b", "a", "", "b", ""]).tolist()
    [1, 0, 2, 1, 3]
    """
    known = {label: at for at, label in enumerate(sorted({label for label in labels if label}))}
    numbers = []
    free = len(known)
    for label in labels:
        if label:
            numbers.append(known[label])
        else:
            numbers.append(free)
            free += 1
    return np.array(numbers, dtype=np.int64)


def units(rows: Iterable[Sequence[Measure]], groups: Sequence[int], clusters: Sequence[str] | None = None) -> Units:
    """Arrays of measures.

    Parameters
    ----------
    rows : iterable of sequence of Measure
        The measures of each article, all in the same order.
    groups : sequence of int
        Number of the group of each article.
    clusters : sequence of str, optional
        What each article is resampled with; ``""`` for an article by itself. All are, if not given.
    """
    given = list(rows)
    first = given[0] if given else ()
    shape = (len(given), len(first))
    numerators = np.array([[m.numerator for m in row] for row in given], dtype=float).reshape(shape)
    over = [[1.0 if m.denominator is None else m.denominator for m in row] for row in given]
    return Units(
        tuple(measure.name for measure in first),
        numerators,
        np.array(over, dtype=float).reshape(shape),
        np.array([measure.scale for measure in first], dtype=float),
        np.array(groups, dtype=np.int64),
        numbered(clusters if clusters is not None else [""] * len(given)),
    )
