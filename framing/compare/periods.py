"""Measures over time: by week or by month, whichever gives a readable number of periods."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Sequence

import numpy as np

from framing.compare.contrasts import Contrast
from framing.compare.intervals import point
from framing.compare.matching import week
from framing.compare.results import PeriodValue
from framing.compare.units import Units

# Up to so many days, weeks; beyond, months.
_WEEKS = 70


def periods(dates: Sequence[dt.date | None]) -> list[str]:
    """The period of each date; empty where there is none.

    Examples
    --------
    >>> periods([dt.date(2031, 3, 14), None, dt.date(2031, 3, 20)])
    ['2031-03-10', '', '2031-03-17']
    """
    known = [date for date in dates if date]
    long = bool(known) and (max(known) - min(known)).days > _WEEKS
    return ["" if date is None else f"{date:%Y-%m}" if long else week(date) for date in dates]


def over_time(units: Units, names: Sequence[str], labels: Sequence[str], *, enough: int = 10) -> Iterator[PeriodValue]:
    """Every measure of every group in every period.

    Parameters
    ----------
    units : Units
    names : sequence of str
        Of the groups.
    labels : sequence of str
        Period of each article.
    enough : int
        Articles from which on there is a row.
    """
    from scipy.special import stdtrit

    of_article = np.array(labels, dtype=object)
    for group, name in enumerate(names):
        for period in sorted(set(labels) - {""}):
            inside = (units.groups == group) & (of_article == period)
            count = int(inside.sum())
            if count < enough:
                continue
            value, error = point(units, Contrast(name, "", inside.astype(float), np.zeros(len(units))))
            clusters = len(np.unique(units.clusters[inside]))
            reach = stdtrit(clusters - 1, 0.975) * error if clusters > 1 else np.full(len(value), math.nan)
            for at, measure in enumerate(units.names):
                low, high = float(value[at] - reach[at]), float(value[at] + reach[at])
                parts = float(units.numerators[inside, at].sum()), float(units.denominators[inside, at].sum())
                yield PeriodValue(name, measure, period, count, float(value[at]), low, high, *parts)
