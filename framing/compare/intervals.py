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
Kish, L. (1965). Survey Sampling. Wiley.
Hall, P. (1992). The Bootstrap and Edgeworth Expansion. Springer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from framing.compare.contrasts import Contrast
from framing.compare.units import Floats, Integers, Units

DRAWS = 4999
LEVEL = 0.95
# More clusters than this in a group are drawn in bundles.
MOST_CLUSTERS = 400
# Weights of draws that are in memory at once: 8 MB.
_AT_ONCE = 1_000_000
# Of the weight of an article in n, d, nn, nd and dd.
_POWERS = (1, 1, 2, 2, 2)


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
class _Block:
    """Sums over clusters that some draws are multiplied with: n, d, nn, nd and dd of every measure, side by side."""

    clusters: Integers
    products: Floats


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    """One side of a contrast: the blocks it is made of, and by what they are multiplied."""

    blocks: tuple[tuple[int, float], ...]
    clusters: Integers
    unit: float  # weight of one passage in an article of mean weight


@dataclass(frozen=True, slots=True, eq=False)
class _Both:
    """Clusters that stand on both sides, and the sums of their products."""

    clusters: Integers
    products: Floats  # (n_shared_clusters, 4 * n_measures)
    effective: float  # how many clusters of one size would be worth as much as those of either side


class _Prepared:
    """Contrasts as sums over clusters; what several of them need is summed once.

    Numerators are taken less what they would be at the ratio of all articles: it leaves every difference as it is, and
    keeps the differences between large sums exact.
    """

    def __init__(self, units: Units, contrasts: Sequence[Contrast]) -> None:
        total = units.denominators.sum(axis=0)
        self.centre = np.divide(units.numerators.sum(axis=0), total, out=np.zeros(len(total)), where=total > 0)
        self.units = replace(units, numerators=units.numerators - self.centre * units.denominators)
        self.blocks: list[_Block] = []
        self._known: dict[bytes, int] = {}
        self._apart = not units.shared
        self.sides = [tuple(self._side(weights) for weights in (each.focal, each.rest)) for each in contrasts]
        self.both = [self._shared(each, *sides) for each, sides in zip(contrasts, self.sides, strict=True)]

    def _side(self, weights: Floats) -> _Side:
        units = self.units
        inside = np.flatnonzero(weights)
        clusters = np.unique(units.clusters[inside])
        unit = float(weights.sum() / len(inside)) if len(inside) else 0.0
        parts = [(weights, 1.0)] if len(inside) else []
        if self._apart:
            # Groups that share no event add up; each is summed once for all contrasts.
            groups = [units.groups == group for group in np.unique(units.groups[inside])]
            if all(np.ptp(weights[group]) == 0 for group in groups):
                parts = [(group.astype(float), float(weights[group][0])) for group in groups]
        return _Side(tuple((self._block(part), factor) for part, factor in parts), clusters, unit)

    def _block(self, weights: Floats) -> int:
        key = weights.tobytes()
        if key not in self._known:
            n, d = _summed(self.units, weights)
            at = np.unique(self.units.clusters[weights > 0])
            n, d = n[at], d[at]
            self._known[key] = len(self.blocks)
            self.blocks.append(_Block(at, np.concatenate((n, d, n * n, n * d, d * d), axis=1)))
        return self._known[key]

    def _shared(self, contrast: Contrast, first: _Side, second: _Side) -> _Both:
        at = np.intersect1d(first.clusters, second.clusters)
        if not len(at):
            return _Both(at, np.zeros((0, 0)), 0.0)
        (n1, d1), (n2, d2) = (_summed(self.units, weights) for weights in (contrast.focal, contrast.rest))
        n1, d1, n2, d2 = n1[at], d1[at], n2[at], d2[at]
        # Articles split off from their events are no events of full weight (Kish 1965, section 8.2).
        inside = (contrast.focal > 0) | (contrast.rest > 0)
        sizes = np.bincount(self.units.clusters[inside]).astype(float)
        effective = float(sizes.sum() ** 2 / (sizes**2).sum())
        return _Both(at, np.concatenate((n1 * n2, n1 * d2, d1 * n2, d1 * d2), axis=1), effective)

    def compared(self, draws: Floats) -> Iterator[tuple[Floats, ...]]:
        """For each contrast, both ratios less the centre, their difference, its standard error and its degrees of
        freedom, a row a draw."""
        sums = [draws[:, block.clusters] @ block.products for block in self.blocks]
        for (first, second), both in zip(self.sides, self.both, strict=True):
            with np.errstate(divide="ignore", invalid="ignore"):
                yield self._contrast(first, second, both, sums, draws)

    def _contrast(
        self, first: _Side, second: _Side, both: _Both, sums: Sequence[Floats], draws: Floats
    ) -> tuple[Floats, ...]:
        value, variance, d1 = self._ratio(first, sums)
        free = np.full_like(value, len(first.clusters) - 1.0)
        if not second.blocks:
            return value, np.zeros_like(value), value, np.sqrt(variance), free
        rest, more, d2 = self._ratio(second, sums)
        # Welch (1947) for sides that vary by themselves.
        parts = variance**2 / (len(first.clusters) - 1) + more**2 / (len(second.clusters) - 1)
        free = (variance + more) ** 2 / parts
        variance = variance + more
        if len(both.clusters):
            free = np.minimum(free, max(1.0, both.effective - 1))
            nn, nd, dn, dd = np.split(draws[:, both.clusters] @ both.products, 4, axis=1)
            together = (nn - rest * nd - value * dn + value * rest * dd) / (d1 * d2)
            # At least a tenth of what the sides vary by themselves: clusters that move together exactly prove nothing.
            variance = np.maximum(variance - 2 * together, variance / 10)
        return value, rest, value - rest, np.sqrt(variance), free

    @staticmethod
    def _ratio(side: _Side, sums: Sequence[Floats]) -> tuple[Floats, Floats, Floats]:
        """Ratio, its variance and its denominator, a row a draw."""
        added = [np.zeros(1)] * 5
        for at, factor in side.blocks:
            parts = np.split(sums[at], 5, axis=1)
            added = [have + factor**power * part for have, part, power in zip(added, parts, _POWERS, strict=True)]
        n, d, nn, nd, dd = added
        ratio = n / d
        # Never less than that of one passage: a group without any has not shown that it never will have one.
        variance = np.maximum(nn - 2 * ratio * nd + ratio * ratio * dd, side.unit**2) / (d * d)
        return ratio, variance, d


def _summed(units: Units, weights: Floats) -> tuple[Floats, Floats]:
    from scipy.sparse import csr_array

    inside = np.flatnonzero(weights)
    adding = csr_array((weights[inside], (units.clusters[inside], inside)), shape=(units.n_clusters, len(units)))
    return adding @ units.numerators, adding @ units.denominators


def pooled(units: Units, seed: int = 0, most: int = MOST_CLUSTERS) -> Units:
    """The same articles in at most so many clusters a group, those beyond put together at random.

    A few hundred clusters give the quantiles of a bootstrap as well as a million do, at a fraction of the cost.
    """
    strata = _strata(units)
    if all(len(stratum) <= most for stratum in strata):
        return units
    random = np.random.default_rng(seed)
    numbers = np.zeros(units.n_clusters, dtype=np.int64)
    start = 0
    for stratum in strata:
        size = min(most, len(stratum))
        numbers[random.permutation(stratum)] = start + np.arange(len(stratum)) % size
        start += size
    return replace(units, clusters=numbers[units.clusters])


def _strata(units: Units) -> list[Integers]:
    """Clusters that are drawn from each other: those of each group, or all where groups share events."""
    if units.shared:
        return [np.arange(units.n_clusters)]
    of_cluster = np.zeros(units.n_clusters, dtype=np.int64)
    of_cluster[units.clusters] = units.groups
    return [np.flatnonzero(of_cluster == group) for group in np.unique(of_cluster)]


def draws(units: Units, count: int, seed: int) -> Iterator[Floats]:
    """How often each cluster is drawn: arrays of shape (n_draws, n_clusters) that add up to `count` draws.

    Where every cluster belongs to one group, each group is drawn from by itself and keeps its number; else events are
    drawn from all.
    """
    total = units.n_clusters
    strata = _strata(units)
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
    found = _once(units, [contrast])[0]
    return found[2], found[3]


def _once(units: Units, contrasts: Sequence[Contrast]) -> list[tuple[Floats, ...]]:
    """Both ratios, difference, standard error and degrees of freedom of each contrast, in the units of the measures."""
    prepared = _Prepared(units, contrasts)
    scale, centre = units.scales, prepared.centre
    made: list[tuple[Floats, ...]] = []
    for contrast, each in zip(contrasts, prepared.compared(np.ones((1, units.n_clusters))), strict=True):
        value, rest, difference, error, free = (part[0] for part in each)
        alone = not contrast.rest.any()
        value = scale * (value + centre)
        rest = np.zeros_like(value) if alone else scale * (rest + centre)
        made.append((value, rest, value if alone else scale * difference, scale * error, free))
    return made


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
    found = _once(units, contrasts)
    fewer = pooled(units, seed)
    prepared = _Prepared(fewer, contrasts)
    world = [difference[0] for _, _, difference, _, _ in prepared.compared(np.ones((1, fewer.n_clusters)))]
    deviations: list[list[Floats]] = [[] for _ in contrasts]
    for drawn in draws(fewer, count, seed):
        for at, (_, _, difference, error, _) in enumerate(prepared.compared(drawn)):
            with np.errstate(divide="ignore", invalid="ignore"):
                deviations[at].append(np.abs(difference - world[at]) / error)
    return tuple(_estimate(one, np.concatenate(each), level) for one, each in zip(found, deviations, strict=True))


def _estimate(found: tuple[Floats, ...], deviations: Floats, level: float) -> Estimate:
    from scipy.special import stdtr, stdtrit

    value, rest, difference, error, free = found
    with np.errstate(divide="ignore", invalid="ignore"):
        size = np.abs(difference) / error
    # Draws without a denominator are left out; a difference without one has no interval.
    kept = np.where(np.isfinite(deviations), deviations, np.nan)
    some = np.isfinite(kept).any(axis=0) & np.isfinite(size)
    critical = np.full(len(size), np.nan)
    p = np.full(len(size), np.nan)
    if some.any():
        inside = np.sort(kept[:, some], axis=0)  # NaN last
        valid = np.isfinite(inside).sum(axis=0)
        critical[some] = inside[np.minimum(np.ceil(level * valid).astype(int), valid - 1), np.arange(inside.shape[1])]
        p[some] = (1 + (inside >= size[some]).sum(axis=0)) / (1 + valid)
    # A few clusters can be drawn in few ways, and the draws then say nothing of the tails.
    with np.errstate(divide="ignore", invalid="ignore"):
        small = np.sqrt((free + 1) / free)
        critical = np.maximum(critical, small * stdtrit(free, (1 + level) / 2))
        p = np.maximum(p, 2 * stdtr(free, -size / small))
    reach = critical * error
    return Estimate(value, rest, difference, difference - reach, difference + reach, error, critical, p)
