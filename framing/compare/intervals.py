"""Intervals of differences between ratios of sums, by a bootstrap over clusters of articles.

Words of one article are no independent observations, nor are articles about one event: whole articles, or whole events
with all articles about them, are drawn with replacement. Each draw gives the difference and its own standard error, and
the quantiles of their ratio take the place of those of Student (the bootstrap-t of Efron 1982, in its symmetric form,
whose error shrinks with the square of the number of clusters: Hall 1992, section 3.6).

Everything is a sum over clusters of products of numerators and denominators, so that all draws of all measures are a
few products of matrices.

References
----------
Cameron, A. C., Gelbach, J. B., & Miller, D. L. (2008). Bootstrap-based improvements for inference with clustered
errors. Review of Economics and Statistics, 90(3), 414-427.
Hall, P. (1992). The Bootstrap and Edgeworth Expansion. Springer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from framing.compare.contrasts import Contrast
from framing.compare.units import Floats, Integers, Units

DRAWS = 4999
LEVEL = 0.95
# Weights of draws that are in memory at once: 32 MB.
_AT_ONCE = 4_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Estimate:
    """One contrast on every measure; each array has the shape (n_measures,), each value the unit of its measure.

    Parameters
    ----------
    value, rest : array
        The ratio on either side.
    difference, low, high : array
        `value` less `rest`, and the bounds of its interval; NaN where there is none.
    error : array
        Standard error of the difference, from the same clusters.
    critical : array
        By how many standard errors the interval reaches out.
    p : array
        Share of draws further from the truth of the bootstrap world than the estimate is from zero.
    """

    value: Floats
    rest: Floats
    difference: Floats
    low: Floats
    high: Floats
    error: Floats
    critical: Floats
    p: Floats


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    """One side of a contrast: where its clusters are, and the sums that all statistics are made of."""

    clusters: Integers
    products: Floats  # (n_side_clusters, 5 * n_measures): n, d, nn, nd, dd
    unit: float  # weight of one passage in an article of mean weight


@dataclass(frozen=True, slots=True, eq=False)
class _Both:
    """Clusters that stand on both sides, and the sums of their products."""

    clusters: Integers
    products: Floats  # (n_shared_clusters, 4 * n_measures)


def _summed(units: Units, weights: Floats) -> tuple[Floats, Floats]:
    shape = (units.n_clusters, len(units.names))
    sums = []
    for values in (units.numerators, units.denominators):
        made = np.zeros(shape)
        np.add.at(made, units.clusters, values * weights[:, None])
        sums.append(made)
    return sums[0], sums[1]


def _prepared(units: Units, contrast: Contrast) -> tuple[_Side, _Side, _Both]:
    sides = []
    summed = []
    for weights in (contrast.focal, contrast.rest):
        n, d = _summed(units, weights)
        present = np.bincount(units.clusters, weights != 0, minlength=units.n_clusters) > 0
        at = np.flatnonzero(present)
        n_, d_ = n[at], d[at]
        count = np.count_nonzero(weights)
        unit = float(weights.sum() / count) if count else 0.0
        sides.append(_Side(at, np.concatenate((n_, d_, n_ * n_, n_ * d_, d_ * d_), axis=1), unit))
        summed.append((n, d))
    (n1, d1), (n2, d2) = summed
    at = np.intersect1d(sides[0].clusters, sides[1].clusters)
    both = _Both(at, np.concatenate((n1[at] * n2[at], n1[at] * d2[at], d1[at] * n2[at], d1[at] * d2[at]), axis=1))
    return sides[0], sides[1], both


def _ratio(side: _Side, draws: Floats) -> tuple[Floats, Floats, Floats]:
    """Ratio, its variance and its denominator, a row a draw."""
    n, d, nn, nd, dd = np.split(draws[:, side.clusters] @ side.products, 5, axis=1)
    ratio = n / d
    # The variance of a side is never less than that of one passage: a group without any has not shown it never will.
    variance = np.maximum(nn - 2 * ratio * nd + ratio * ratio * dd, side.unit**2) / (d * d)
    return ratio, variance, d


def _compared(first: _Side, second: _Side, both: _Both, draws: Floats) -> tuple[Floats, ...]:
    """Ratios of both sides, their difference, its standard error and its degrees of freedom, a row a draw."""
    with np.errstate(divide="ignore", invalid="ignore"):
        value, variance, d1 = _ratio(first, draws)
        free = np.full_like(value, len(first.clusters) - 1.0)
        if not len(second.clusters):
            return value, np.zeros_like(value), value, np.sqrt(variance), free
        rest, more, d2 = _ratio(second, draws)
        # Welch (1947) for sides that vary by themselves.
        parts = variance**2 / (len(first.clusters) - 1) + more**2 / (len(second.clusters) - 1)
        free = (variance + more) ** 2 / parts
        variance = variance + more
        if len(both.clusters):
            free = np.minimum(free, len(np.union1d(first.clusters, second.clusters)) - 1)
            nn, nd, dn, dd = np.split(draws[:, both.clusters] @ both.products, 4, axis=1)
            together = (nn - rest * nd - value * dn + value * rest * dd) / (d1 * d2)
            # At least a tenth of what the sides vary by themselves: clusters that move together exactly prove nothing.
            variance = np.maximum(variance - 2 * together, variance / 10)
        return value, rest, value - rest, np.sqrt(variance), free


def draws(units: Units, count: int, seed: int) -> Iterator[Floats]:
    """How often each cluster is drawn: arrays of shape (n_draws, n_clusters) that add up to `count` draws.

    Where every cluster belongs to one group, each group is drawn from by itself and keeps its number; else events are
    drawn from all.
    """
    total = units.n_clusters
    strata = [np.arange(total)]
    if not units.shared:
        of_cluster = np.zeros(total, dtype=np.int64)
        of_cluster[units.clusters] = units.groups
        strata = [np.flatnonzero(of_cluster == group) for group in np.unique(of_cluster)]
    random = np.random.default_rng(seed)
    step = max(1, _AT_ONCE // max(1, total))
    for start in range(0, count, step):
        size = min(step, count - start)
        drawn = np.zeros((size, total))
        for stratum in strata:
            drawn[:, stratum] = random.multinomial(len(stratum), np.full(len(stratum), 1 / len(stratum)), size=size)
        yield drawn


def point(units: Units, contrast: Contrast) -> tuple[Floats, Floats]:
    """The difference and its standard error on every measure, without a draw."""
    _, _, difference, error, _ = _compared(*_prepared(units, contrast), np.ones((1, units.n_clusters)))
    return units.scales * difference[0], units.scales * error[0]


def estimates(
    units: Units, contrasts: Sequence[Contrast], *, count: int = DRAWS, seed: int = 0, level: float = LEVEL
) -> tuple[Estimate, ...]:
    """Differences of contrasts with their intervals, all from the same draws.

    Parameters
    ----------
    units : Units
    contrasts : sequence of Contrast
        A contrast with nothing on its second side gives the interval of its first.
    count : int
        Draws.
    seed : int
        Of the random numbers; the same seed gives the same intervals.
    level : float
        Of the intervals, between 0 and 1.

    Examples
    --------
    >>> from framing.compare.contrasts import contrasts
    >>> from framing.compare.units import units
    >>> from framing.evidence import Measure
    >>> rows = [[Measure.rate("threat_per_1000", count, 400)] for count in (4, 5, 6, 4, 5, 1, 0, 1, 2, 1)]
    >>> two = units(rows, [0] * 5 + [1] * 5)
    >>> [made] = estimates(two, list(contrasts(["A", "B"], two.groups, [0, 1])), count=999)
    >>> made.difference.round(2).tolist(), bool(made.low[0] > 0)
    ([9.5], True)
    """
    prepared = [_prepared(units, contrast) for contrast in contrasts]
    once = np.ones((1, units.n_clusters))
    found = [_compared(*parts, once) for parts in prepared]
    deviations: list[list[Floats]] = [[] for _ in contrasts]
    for drawn in draws(units, count, seed):
        for at, parts in enumerate(prepared):
            _, _, difference, error, _ = _compared(*parts, drawn)
            with np.errstate(divide="ignore", invalid="ignore"):
                deviations[at].append(np.abs(difference - found[at][2]) / error)
    return tuple(
        _estimate(units, one, np.concatenate(each), level) for one, each in zip(found, deviations, strict=True)
    )


def _estimate(units: Units, found: tuple[Floats, ...], deviations: Floats, level: float) -> Estimate:
    from scipy.special import stdtr, stdtrit

    value, rest, difference, error = (units.scales * each[0] for each in found[:4])
    free = found[4][0]
    with np.errstate(divide="ignore", invalid="ignore"):
        size = np.abs(difference) / error
    # Draws without a denominator are left out; a difference without one has no interval.
    kept = np.where(np.isfinite(deviations), deviations, np.nan)
    some = np.isfinite(kept).any(axis=0) & np.isfinite(size)
    critical = np.full(len(size), np.nan)
    p = np.full(len(size), np.nan)
    if some.any():
        inside = kept[:, some]
        critical[some] = np.nanquantile(inside, level, axis=0, method="higher")
        valid = np.isfinite(inside).sum(axis=0)
        p[some] = (1 + (inside >= size[some]).sum(axis=0)) / (1 + valid)
    # A few clusters can be drawn in few ways, and the draws then say nothing of the tails.
    with np.errstate(invalid="ignore"):
        critical = np.maximum(critical, stdtrit(free, (1 + level) / 2))
        p = np.maximum(p, 2 * stdtr(free, -size))
    reach = critical * error
    return Estimate(value, rest, difference, difference - reach, difference + reach, error, critical, p)
