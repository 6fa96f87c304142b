"""What is left of a difference without an article, an event, or an entry of a lexicon."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from framing.compare.intervals import point
from framing.compare.robustness import Claim
from framing.compare.units import Floats, Integers, Units


class Sums:
    """A claim as sums over clusters, so that what is left of it without something is a matter of a few sums.

    Parameters
    ----------
    units : Units
    claim : Claim
    error : float, optional
        Standard error of its difference, where it is known already.
    """

    def __init__(self, units: Units, claim: Claim, error: float | None = None) -> None:
        self.column = units.column(claim.measure)
        self.scale = float(self.column.scales[0])
        contrast = claim.contrast
        self.sides = tuple(_Side.of(self.column, weights) for weights in (contrast.focal, contrast.rest))
        self.whole = tuple(side.ratio() for side in self.sides)
        # Where events stand on both sides, what these share is taken to weigh the same whatever is left out.
        self.shared = 1.0
        if units.shared:
            error = float(point(self.column, contrast)[1][0]) if error is None else error
            separate = self.scale * math.sqrt(sum(variance for _, variance in self.whole))
            self.shared = error / separate if separate else 1.0

    def difference(self) -> tuple[float, float]:
        """The difference and its standard error with nothing left out."""
        (value, variance), (rest, more) = self.whole
        return self.scale * (value - rest), self.scale * self.shared * math.sqrt(variance + more)

    def leave_out(self, *, clusters: bool) -> tuple[Floats, Floats, list[int]]:
        """Differences and standard errors without each article, or without each cluster of articles.

        The third of what is returned is the number of the article left out, or of one of its cluster.
        """
        values, variances, which = [], [], []
        for at, side in enumerate(self.sides):
            value, variance = side.without(clusters)
            other_value, other_variance = self.whole[1 - at]
            values.append((value - other_value) * (1.0 if at == 0 else -1.0))
            variances.append(variance + other_variance)
            which += side.first[side.clusters].tolist() if clusters else side.articles.tolist()
        errors = self.scale * self.shared * np.sqrt(np.concatenate(variances))
        return self.scale * np.concatenate(values), errors, which

    def changed(self, rows: Integers, values: Floats) -> tuple[float, float] | None:
        """Difference and standard error with other numerators and denominators for some articles.

        None where nothing changes; NaN where nothing is left.
        """
        added = values - np.stack((self.column.numerators[rows, 0], self.column.denominators[rows, 0]), axis=1)
        if not added.any():
            return None
        (value, variance), (rest, more) = (side.changed(rows, added) for side in self.sides)
        return self.scale * (value - rest), self.scale * self.shared * math.sqrt(variance + more)


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    """One measure on one side: what each article and each cluster adds."""

    weights: Floats
    n: Floats
    d: Floats
    articles: Integers
    clusters: Integers
    of_article: Integers
    first: Integers
    by_n: Floats
    by_d: Floats
    totals: tuple[float, float, float, float, float]
    unit: float

    @classmethod
    def of(cls, column: Units, weights: Floats) -> _Side:
        n, d = column.numerators[:, 0] * weights, column.denominators[:, 0] * weights
        total = column.n_clusters
        by_n: Floats = np.bincount(column.clusters, n, total).astype(float)
        by_d: Floats = np.bincount(column.clusters, d, total).astype(float)
        articles = np.flatnonzero(weights)
        clusters, at = np.unique(column.clusters[articles], return_index=True)
        first = np.zeros(total, dtype=np.int64)
        first[clusters] = articles[at]
        totals = (float(by_n.sum()), float(by_d.sum()), float(by_n @ by_n), float(by_n @ by_d), float(by_d @ by_d))
        unit = float(weights.sum() / len(articles)) if len(articles) else 0.0
        return cls(weights, n, d, articles, clusters, column.clusters, first, by_n, by_d, totals, unit)

    def ratio(self) -> tuple[float, float]:
        """The ratio and its variance."""
        return self._one(*self.totals)

    def changed(self, rows: Integers, added: Floats) -> tuple[float, float]:
        """The ratio and its variance with something added to some articles."""
        inside = rows[self.weights[rows] > 0]
        if not len(inside):
            return self.ratio()
        more = added[self.weights[rows] > 0] * self.weights[inside][:, None]
        clusters, at = np.unique(self.of_article[inside], return_inverse=True)
        n_more, d_more = (np.bincount(at, more[:, column], len(clusters)) for column in (0, 1))
        n, d = self.by_n[clusters], self.by_d[clusters]
        new_n, new_d = n + n_more, d + d_more
        sums = self.totals
        return self._one(
            sums[0] + n_more.sum(),
            sums[1] + d_more.sum(),
            sums[2] + float(new_n @ new_n - n @ n),
            sums[3] + float(new_n @ new_d - n @ d),
            sums[4] + float(new_d @ new_d - d @ d),
        )

    def without(self, clusters: bool) -> tuple[Floats, Floats]:
        """The ratio and its variance without each cluster or article."""
        if clusters:
            n, d = self.by_n[self.clusters], self.by_d[self.clusters]
            return self._left(n, d, n * n, n * d, d * d)
        n, d = self.n[self.articles], self.d[self.articles]
        of = self.of_article[self.articles]
        inside_n, inside_d = self.by_n[of], self.by_d[of]
        left_n, left_d = inside_n - n, inside_d - d
        return self._left(
            n,
            d,
            inside_n**2 - left_n**2,
            inside_n * inside_d - left_n * left_d,
            inside_d**2 - left_d**2,
        )

    def _one(self, n: float, d: float, nn: float, nd: float, dd: float) -> tuple[float, float]:
        if not d > 0:
            return math.nan, math.nan
        value = n / d
        return value, max(nn - 2 * value * nd + value * value * dd, self.unit**2) / d**2

    def _left(self, n: Floats, d: Floats, nn: Floats, nd: Floats, dd: Floats) -> tuple[Floats, Floats]:
        sums = self.totals
        over = sums[1] - d
        with np.errstate(divide="ignore", invalid="ignore"):
            value = (sums[0] - n) / over
            spread = sums[2] - nn - 2 * value * (sums[3] - nd) + value**2 * (sums[4] - dd)
            return value, np.maximum(spread, self.unit**2) / over**2
