"""Agreement between codings of the same items, with an interval by a bootstrap over the items."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from framing.compare.units import Floats
from framing.errors import UsageError

DRAWS = 1999


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far coders agree beyond chance.

    Parameters
    ----------
    coefficient : str
        ``krippendorff_alpha`` or ``fleiss_kappa``.
    value, low, high : float
        1 for full agreement, 0 for that of chance; NaN where only one code was used.
    items, coders, codings : int
        What it rests on: items coded at least twice.
    """

    coefficient: str
    value: float
    low: float
    high: float
    items: int
    coders: int
    codings: int


def agreement(codings: Iterable[tuple[str, str, str]], *, draws: int = DRAWS, seed: int = 0) -> tuple[Agreement, ...]:
    """Krippendorff's alpha and Fleiss' kappa of nominal codes.

    Items that only one coder coded say nothing and are left out. Kappa needs the same number of codings for every item,
    and is NaN without it; alpha takes any number. The values are those of `nltk.metrics.agreement`.

    Parameters
    ----------
    codings : iterable of (coder, item, code)
    draws : int
        Of the bootstrap over items.
    seed : int
        Of its random numbers.

    Raises
    ------
    UsageError
        If a coder coded an item twice, or no item was coded by two.

    References
    ----------
    Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychological Bulletin, 76(5), 378-382.
    Krippendorff, K. (2004). Content Analysis: An Introduction to Its Methodology (2nd ed.). Sage.

    Examples
    --------
    >>> codes = [("a", "1", "x"), ("b", "1", "x"), ("a", "2", "y"), ("b", "2", "y"), ("a", "3", "x"), ("b", "3", "y")]
    >>> [round(each.value, 3) for each in agreement(codes, draws=99)]
    [0.444, 0.333]
    """
    from nltk.metrics.agreement import AnnotationTask

    items: dict[str, dict[str, str]] = defaultdict(dict)
    for coder, item, code in codings:
        if coder in items[item]:
            raise UsageError(f'"{coder}" coded "{item}" twice', remedy="Give each coder one code an item.")
        items[item][coder] = code
    paired = {item: given for item, given in sorted(items.items()) if len(given) > 1}
    if not paired:
        raise UsageError("no item was coded twice", remedy="Agreement needs two coders of the same items.")
    rows = [(coder, item, code) for item, given in paired.items() for coder, code in sorted(given.items())]
    coders = len({coder for coder, _, _ in rows})
    numbers = {len(given) for given in paired.values()}
    counts = _counts(paired)
    task = AnnotationTask(data=rows)
    made = []
    for name, value, resampled in (
        ("krippendorff_alpha", task.alpha if _varied(counts) else None, _alpha),
        ("fleiss_kappa", task.pi if _varied(counts) and len(numbers) == 1 else None, _kappa),
    ):
        low, high = (math.nan, math.nan) if value is None else _interval(counts, resampled, draws, seed)
        made.append(
            Agreement(name, math.nan if value is None else float(value()), low, high, len(paired), coders, len(rows))
        )
    return tuple(made)


def _counts(paired: dict[str, dict[str, str]]) -> Floats:
    """How many coders gave each code to each item."""
    codes = {code: at for at, code in enumerate(sorted({code for given in paired.values() for code in given.values()}))}
    counts = np.zeros((len(paired), len(codes)))
    for row, given in enumerate(paired.values()):
        for code in given.values():
            counts[row, codes[code]] += 1
    return counts


def _varied(counts: Floats) -> bool:
    return bool(np.count_nonzero(counts.sum(axis=0)) > 1)


def _alpha(counts: Floats, draws: Floats) -> Floats:
    """Alpha of each draw of items: one less disagreement within items over that of all codings."""
    number = counts.sum(axis=1)
    apart = (number**2 - (counts**2).sum(axis=1)) / (number - 1)
    observed = draws @ apart
    totals = draws @ counts
    whole = totals.sum(axis=1)
    expected = (whole**2 - (totals**2).sum(axis=1)) / (whole - 1)
    return np.asarray(1 - observed / expected, dtype=float)


def _kappa(counts: Floats, draws: Floats) -> Floats:
    number = counts.sum(axis=1)
    together = ((counts**2).sum(axis=1) - number) / (number * (number - 1))
    observed = draws @ together / draws.sum(axis=1)
    totals = draws @ counts
    chance = ((totals / totals.sum(axis=1, keepdims=True)) ** 2).sum(axis=1)
    return np.asarray((observed - chance) / (1 - chance), dtype=float)


def _interval(counts: Floats, of: object, draws: int, seed: int) -> tuple[float, float]:
    items = len(counts)
    drawn = np.random.default_rng(seed).multinomial(items, np.full(items, 1 / items), size=draws).astype(float)
    with np.errstate(divide="ignore", invalid="ignore"):
        values = of(counts, drawn)  # type: ignore[operator]
    values = values[np.isfinite(values)]
    low, high = np.quantile(values, (0.025, 0.975))
    return float(low), float(high)
