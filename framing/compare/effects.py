"""How large a difference is, beside whether there is one."""

from __future__ import annotations

import math

import numpy as np

from framing.compare.contrasts import Contrast
from framing.compare.units import Floats, Units

# A ratio of less than this is called slight.
SLIGHT = 1.2


def superiority(values: Floats, rest: Floats) -> float:
    """Cliff's delta: how much more often an article of the first set is above one of the second than below it.

    Parameters
    ----------
    values, rest : array
        A value an article; NaN is left out.

    Returns
    -------
    float
        Between -1 and 1; 0 where neither set tends to be higher. NaN where a set is empty.

    References
    ----------
    Cliff, N. (1993). Dominance statistics: Ordinal analyses to answer ordinal questions. Psychological Bulletin,
    114(3), 494-509.

    Examples
    --------
    >>> superiority(np.array([1.0, 2.0]), np.array([0.0, 2.0]))
    0.25
    """
    from scipy.stats import rankdata

    ours, theirs = values[np.isfinite(values)], rest[np.isfinite(rest)]
    if not len(ours) or not len(theirs):
        return math.nan
    ranks = rankdata(np.concatenate((ours, theirs)))[: len(ours)].sum()
    above = ranks - len(ours) * (len(ours) + 1) / 2
    return float(2 * above / (len(ours) * len(theirs)) - 1)


def hedges(values: Floats, rest: Floats) -> float:
    """Hedges' g: the difference between means of articles, over their common standard deviation.

    References
    ----------
    Hedges, L. V. (1981). Distribution theory for Glass's estimator of effect size. Journal of Educational Statistics,
    6(2), 107-128.

    Examples
    --------
    >>> round(hedges(np.array([1.0, 2.0, 3.0]), np.array([2.0, 3.0, 4.0])), 3)
    -0.8
    """
    ours, theirs = values[np.isfinite(values)], rest[np.isfinite(rest)]
    free = len(ours) + len(theirs) - 2
    if len(ours) < 2 or len(theirs) < 2:
        return math.nan
    spread = math.sqrt((ours.var(ddof=1) * (len(ours) - 1) + theirs.var(ddof=1) * (len(theirs) - 1)) / free)
    if not spread:
        return math.nan
    return float((ours.mean() - theirs.mean()) / spread * (1 - 3 / (4 * free - 1)))


def article_values(units: Units, at: int) -> Floats:
    """A measure of every article by itself; NaN where nothing could be counted."""
    with np.errstate(divide="ignore", invalid="ignore"):
        values = units.scales[at] * units.numerators[:, at] / units.denominators[:, at]
    return np.where(units.denominators[:, at] > 0, values, np.nan)


def sizes(units: Units, contrast: Contrast, at: int) -> tuple[float, float]:
    """Cliff's delta and Hedges' g of one measure."""
    values = article_values(units, at)
    ours, theirs = values[contrast.focal > 0], values[contrast.rest > 0]
    return superiority(ours, theirs), hedges(ours, theirs)


def ratio(value: float, rest: float) -> float:
    """How many times as high; NaN where it would say nothing.

    Examples
    --------
    >>> ratio(6.0, 4.0), ratio(6.0, 0.0)
    (1.5, nan)
    """
    return value / rest if rest > 0 and value >= 0 else math.nan
